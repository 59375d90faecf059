//! Budgets: what a campaign may give at most, in a calendar period, to everybody together or to each of somebody.
//!
//! Names follow the vendor's `LimitConfig`. A budget is known by what it limits, not by a number: a campaign has at most
//! one budget of an action for a period and a set of entities, so its counters stay when its limit changes.

pub mod counter;
pub mod period;
pub mod purse;
pub mod spending;

use std::collections::BTreeSet;
use std::fmt;

use rust_decimal::Decimal;

use crate::limits::{LARGEST_AMOUNT, MOST_DECIMALS};
use crate::refusal::{Problem, ProblemKind, Problems, Refusal, pointer};

pub use period::{Period, Span};

/// The most budgets of a campaign. Our own limit.
pub const MOST_BUDGETS: usize = 50;

/// What a budget limits, by the vendor's names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Action {
    /// `setDiscount`: the sum of discounts.
    SetDiscount,
    /// `setDiscountEffect`: the number of discounts.
    SetDiscountEffect,
    /// `redeemCoupon`: the number of coupon codes redeemed.
    RedeemCoupon,
    /// `createCoupon`: the number of coupon codes that rules create.
    CreateCoupon,
    /// `addFreeItemEffect`: the number of free items.
    AddFreeItemEffect,
    /// `customEffect`: the number of custom effects.
    CustomEffect,
}

impl Action {
    /// Every action, in the order a form offers them.
    pub const ALL: [Self; 6] = [
        Self::SetDiscount,
        Self::SetDiscountEffect,
        Self::RedeemCoupon,
        Self::CreateCoupon,
        Self::AddFreeItemEffect,
        Self::CustomEffect,
    ];

    /// The vendor's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::SetDiscount => "setDiscount",
            Self::SetDiscountEffect => "setDiscountEffect",
            Self::RedeemCoupon => "redeemCoupon",
            Self::CreateCoupon => "createCoupon",
            Self::AddFreeItemEffect => "addFreeItemEffect",
            Self::CustomEffect => "customEffect",
        }
    }

    /// The action with that vendor name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.name() == name)
    }

    /// What people read when they choose one.
    pub fn title(self) -> &'static str {
        match self {
            Self::SetDiscount => "Sum of discounts",
            Self::SetDiscountEffect => "Number of discounts",
            Self::RedeemCoupon => "Coupon redemptions",
            Self::CreateCoupon => "Created coupons",
            Self::AddFreeItemEffect => "Free items",
            Self::CustomEffect => "Custom effects",
        }
    }

    /// What is counted, as it stands behind a number: *100.00 in discounts*, *3 free items*, *1 free item*.
    pub fn unit(self, number: Decimal) -> &'static str {
        match (self, number == Decimal::ONE) {
            (Self::SetDiscount, _) => "in discounts",
            (Self::SetDiscountEffect, true) => "discount",
            (Self::SetDiscountEffect, false) => "discounts",
            (Self::RedeemCoupon, true) => "coupon redemption",
            (Self::RedeemCoupon, false) => "coupon redemptions",
            (Self::CreateCoupon, true) => "created coupon",
            (Self::CreateCoupon, false) => "created coupons",
            (Self::AddFreeItemEffect, true) => "free item",
            (Self::AddFreeItemEffect, false) => "free items",
            (Self::CustomEffect, true) => "custom effect",
            (Self::CustomEffect, false) => "custom effects",
        }
    }

    /// An amount or a number as people read it: money with at least two decimals.
    pub fn shown(self, amount: Decimal) -> Decimal {
        let mut amount = amount.normalize();
        if self.is_money() && amount.scale() < 2 {
            amount.rescale(2);
        }
        amount
    }

    /// Whether it is done for good by the event that gives it where no session closes: a custom effect of a custom event
    /// is an order to act, which nothing takes back, and a code it creates is there.
    pub fn is_done_at_once(self) -> bool {
        match self {
            Self::CustomEffect | Self::CreateCoupon => true,
            Self::SetDiscount | Self::SetDiscountEffect | Self::RedeemCoupon | Self::AddFreeItemEffect => {
                false
            }
        }
    }

    /// Whether it is given back when its session is cancelled or reopened: everything but creation, since a code that
    /// was created stays.
    pub fn is_given_back(self) -> bool {
        match self {
            Self::CreateCoupon => false,
            Self::SetDiscount
            | Self::SetDiscountEffect
            | Self::RedeemCoupon
            | Self::AddFreeItemEffect
            | Self::CustomEffect => true,
        }
    }

    /// Whether an amount of money is limited, and not a number of effects.
    pub fn is_money(self) -> bool {
        match self {
            Self::SetDiscount => true,
            Self::SetDiscountEffect
            | Self::RedeemCoupon
            | Self::CreateCoupon
            | Self::AddFreeItemEffect
            | Self::CustomEffect => false,
        }
    }
}

/// The vendor's other actions: known, but what they limit is not simulated here.
const NOT_SIMULATED: [&str; 8] = [
    "redeemReferral",
    "createReferral",
    "createLoyaltyPoints",
    "createLoyaltyPointsEffect",
    "redeemLoyaltyPoints",
    "redeemLoyaltyPointsEffect",
    "awardGiveaway",
    "callApi",
];

/// For each of whom a budget counts by itself, by the vendor's names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Entity {
    /// `Profile`
    Profile,
    /// `Coupon`
    Coupon,
    /// `Identifier`
    Identifier,
    /// `Session`
    Session,
    /// `Store`
    Store,
}

impl Entity {
    /// Every entity, in the order a form offers them.
    pub const ALL: [Self; 5] = [Self::Profile, Self::Coupon, Self::Identifier, Self::Session, Self::Store];

    /// The vendor's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Profile => "Profile",
            Self::Coupon => "Coupon",
            Self::Identifier => "Identifier",
            Self::Session => "Session",
            Self::Store => "Store",
        }
    }

    /// The entity with that vendor name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|entity| entity.name() == name)
    }

    /// Whether budgets of `action` can be counted for each of them. Source: the vendor's store budgets limit `setDiscount`
    /// only.
    pub fn counts(self, action: Action) -> bool {
        self != Self::Store || action == Action::SetDiscount
    }

    /// In a sentence: *for each customer*.
    pub fn words(self) -> &'static str {
        match self {
            Self::Profile => "customer",
            Self::Coupon => "coupon code",
            Self::Identifier => "identifier",
            Self::Session => "session",
            Self::Store => "store",
        }
    }
}

/// What a campaign may give at most. Source: the vendor's `LimitConfig`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budget {
    /// What is limited.
    pub action: Action,
    /// How much of it: an amount, or a whole number of effects.
    pub limit: Decimal,
    /// How often it starts afresh; never when `None`.
    pub period: Option<Period>,
    /// For each of whom it counts by itself; for the whole campaign when empty.
    pub entities: BTreeSet<Entity>,
}

impl Budget {
    /// What the budget is known by within its campaign: everything but its limit.
    pub fn key(&self) -> String {
        let entities: Vec<&str> = self.entities.iter().map(|entity| entity.name()).collect();
        format!("{} {} {}", self.action.name(), Period::word(self.period), entities.join("+"))
    }
}

/// As people read it: *100.00 in discounts a month for each customer*.
impl fmt::Display for Budget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let every = self.period.map_or("overall", Period::every);
        write!(f, "{} {} {every}", self.action.shown(self.limit), self.action.unit(self.limit))?;
        for (index, entity) in self.entities.iter().enumerate() {
            write!(f, "{} {}", if index == 0 { " for each" } else { " and" }, entity.words())?;
        }
        Ok(())
    }
}

/// A budget as it was written, before anything of it is known to be right.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// An action's name.
    pub action: String,
    /// The limit.
    pub limit: Decimal,
    /// A period's name, or none.
    pub period: Option<String>,
    /// Entities' names.
    pub entities: Vec<String>,
}

/// The budgets of a campaign from how they were written.
///
/// # Errors
/// `Refusal::Invalid` with every field that is not acceptable, such as `/limits/2/period`.
pub fn read(written: &[Written]) -> Result<Vec<Budget>, Refusal> {
    let mut problems = Problems::new();
    if written.len() > MOST_BUDGETS {
        let details = format!("A campaign has at most {MOST_BUDGETS} budgets, these are {}.", written.len());
        return Err(Problem::new("/limits", ProblemKind::Limit, details).into());
    }
    let mut budgets: Vec<Budget> = Vec::with_capacity(written.len());
    for (index, one) in written.iter().enumerate() {
        let at = pointer("/limits", index);
        let Some(budget) = one.budget(&at, &mut problems) else { continue };
        if let Some(same) = budgets.iter().position(|other| other.key() == budget.key()) {
            let details = format!(
                "Budget {} limits the same in the same period for the same; change the limit there, or another field here.",
                same + 1
            );
            problems.push(Problem::new(at, ProblemKind::Taken, details));
        }
        budgets.push(budget);
    }
    problems.none_or(budgets)
}

impl Written {
    fn budget(&self, at: &str, problems: &mut Problems) -> Option<Budget> {
        let action = problems.keep(action(&self.action, &format!("{at}/action")));
        let period = problems.keep(period(self.period.as_deref(), &format!("{at}/period")));
        let entities = self.entities(at, action, problems);
        let (action, period) = (action?, period?);
        problems.keep(check_limit(action, self.limit, &format!("{at}/limit")))?;
        Some(Budget { action, limit: self.limit, period, entities: entities? })
    }

    fn entities(
        &self,
        at: &str,
        action: Option<Action>,
        problems: &mut Problems,
    ) -> Option<BTreeSet<Entity>> {
        let mut known = BTreeSet::new();
        let mut all_good = true;
        for (index, name) in self.entities.iter().enumerate() {
            let at = pointer(&format!("{at}/entities"), index);
            match problems.keep(entity(name, action, &at)) {
                Some(entity) if !known.insert(entity) => {
                    let details = format!("\"{name}\" stands here already; name it once.");
                    problems.push(Problem::new(at, ProblemKind::Taken, details));
                    all_good = false;
                }
                Some(_) => {}
                None => all_good = false,
            }
        }
        all_good.then_some(known)
    }
}

fn action(name: &str, at: &str) -> Result<Action, Problem> {
    Action::from_name(name).ok_or_else(|| {
        let choices = Action::ALL.map(Action::name).join(", ");
        let details = if NOT_SIMULATED.contains(&name) {
            format!("Budgets for \"{name}\" are not simulated here yet; there are {choices}.")
        } else {
            format!("\"{name}\" is not something a budget can limit; there are {choices}.")
        };
        Problem::new(at, ProblemKind::Choice, details)
    })
}

fn period(name: Option<&str>, at: &str) -> Result<Option<Period>, Problem> {
    Period::from_word(name.unwrap_or(period::OVERALL)).ok_or_else(|| {
        let choices = Period::ALL.map(Period::name).join(", ");
        let details = format!(
            "\"{}\" is not a period; there are {choices} and {}.",
            name.unwrap_or_default(),
            period::OVERALL
        );
        Problem::new(at, ProblemKind::Choice, details)
    })
}

fn entity(name: &str, action: Option<Action>, at: &str) -> Result<Entity, Problem> {
    let Some(entity) = Entity::from_name(name) else {
        let choices = Entity::ALL.map(Entity::name).join(", ");
        let details = format!("A budget cannot count for each \"{name}\"; there are {choices}.");
        return Err(Problem::new(at, ProblemKind::Choice, details));
    };
    if let Some(other) = action.filter(|action| !entity.counts(*action)) {
        let details = format!(
            "Only setDiscount can be counted for each store, and this is {}; leave Store out.",
            other.name()
        );
        return Err(Problem::new(at, ProblemKind::Forbidden, details));
    }
    Ok(entity)
}

fn check_limit(action: Action, limit: Decimal, at: &str) -> Result<(), Problem> {
    let refuse = |details: String| Err(Problem::new(at, ProblemKind::Limit, details));
    if limit <= Decimal::ZERO {
        return refuse(format!(
            "A budget is more than 0, this is {limit}; to give nothing, disable the campaign."
        ));
    }
    if limit > LARGEST_AMOUNT {
        return refuse(format!("{limit} is too large; at most {LARGEST_AMOUNT} is allowed."));
    }
    if !action.is_money() && !limit.is_integer() {
        return refuse(format!("{limit} {} cannot be counted; enter a whole number.", action.unit(limit)));
    }
    if limit.normalize().scale() > MOST_DECIMALS {
        return refuse(format!("{limit} has too many decimals; at most {MOST_DECIMALS} are allowed."));
    }
    Ok(())
}
