//! What a move does to discounts and to the profile's counters.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::cart::{Cart, line, totals};
use crate::effect::{Effect, Unit};
use crate::fate::{Account, Fate, reversal};
use crate::id::{CampaignId, EffectId};
use crate::ledger::{Ledger, Line, discount};
use crate::money::Money;
use crate::profile::Profile;
use crate::session::{Phase, Session};

/// What a move does to discounts and counters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settlement {
    /// Effects are shown and checked, nothing is moved: the session is open.
    Preview,
    /// Effects stand from now on and counters move: the session is closed.
    Commit,
    /// What stands is taken back, and counters with it.
    GiveBack(Share),
    /// Nothing was given yet, nothing is taken back: an open session is cancelled.
    Nothing,
}

/// How much of a closed session is taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Share {
    /// Returned units, in cart order.
    Units(Vec<Unit>),
    /// All that still stands: the session is cancelled or reopened.
    Rest,
}

/// How the counters of the session's profile move.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CounterChange {
    /// Added to the profile's closed sessions: 1, 0 or −1.
    pub closed_sessions: i32,
    /// Added to the profile's total sales, before discounts.
    pub total_sales: Money,
}

impl CounterChange {
    /// The change that goes with `settlement`, for `session` as it is after the move.
    ///
    /// Closing adds the session's total, a return takes off the price of its units, cancelling and reopening take off
    /// the rest. A partly returned session still counts as closed.
    pub fn of(settlement: &Settlement, session: &Session) -> Self {
        let cart = session.cart();
        match settlement {
            Settlement::Preview | Settlement::Nothing => Self::default(),
            Settlement::Commit => Self { closed_sessions: 1, total_sales: totals(cart).total },
            Settlement::GiveBack(Share::Units(units)) => {
                Self { closed_sessions: 0, total_sales: -price_of(cart, units) }
            }
            Settlement::GiveBack(Share::Rest) => {
                let rest = totals(cart).total.saturating_sub(returned_price(session));
                Self { closed_sessions: -1, total_sales: -rest }
            }
        }
    }

    /// Moves the counters of `profile`; neither falls below 0.
    pub fn apply(&self, profile: &mut Profile) {
        profile.closed_sessions = profile.closed_sessions.saturating_add_signed(self.closed_sessions);
        let total_sales = profile.total_sales.saturating_add(self.total_sales);
        profile.total_sales = total_sales.max(Decimal::ZERO);
    }
}

/// An effect that takes back what an earlier one granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rollback {
    /// The grant.
    pub of: EffectId,
    /// The rollback effect, from the same campaign and rule.
    pub effect: Effect,
    /// Whether nothing of the grant stands after it.
    pub is_whole: bool,
}

/// What campaigns that were evaluated again at a return give for what is kept. It can only be less than what stands:
/// a return gives nothing new.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Again {
    /// The campaigns.
    pub campaigns: BTreeSet<CampaignId>,
    /// Their discounts.
    pub given: Vec<Effect>,
}

/// The rollbacks that `settlement` makes necessary, in the order in which `ledger` granted what they take back.
///
/// What a return rolled back does not stand any more, so cancelling afterwards takes back only what is left. Discounts that
/// survive a return are cut down to what their campaign gives `again`, where it was asked again.
pub fn roll_back(settlement: &Settlement, ledger: &Ledger, again: Option<Again>) -> Vec<Rollback> {
    match settlement {
        Settlement::Preview | Settlement::Commit | Settlement::Nothing => Vec::new(),
        Settlement::GiveBack(share) => {
            let mut again = again.unwrap_or_default();
            let standing = ledger.lines().iter().filter(|line| line.stands());
            standing.filter_map(|line| rollback_of(line, share, &mut again)).collect()
        }
    }
}

impl Again {
    /// How much of a line that survives is not given any more; `None` when all of it is, or nobody asked.
    fn cut(&mut self, line: &Line) -> Option<Money> {
        let is_asked =
            line.account == Some(Account::Discounts) && self.campaigns.contains(&line.effect.campaign);
        let standing = line.standing();
        if !is_asked || standing <= Decimal::ZERO {
            return None;
        }
        // Each new discount stands for one old one, also where two are alike.
        let same = self.given.iter().position(|given| is_same_discount(given, &line.effect));
        let given = same.map_or(Decimal::ZERO, |index| discount(&self.given.swap_remove(index)));
        let cut = standing.saturating_sub(given.max(Decimal::ZERO));
        (cut > Decimal::ZERO).then_some(cut)
    }
}

/// Whether two effects are the same discount of the same rule, whatever the amounts.
fn is_same_discount(one: &Effect, other: &Effect) -> bool {
    let nothing = Decimal::ZERO;
    one.campaign == other.campaign
        && one.rule_index == other.rule_index
        && one.coupon == other.coupon
        && reversal(&one.kind, nothing) == reversal(&other.kind, nothing)
}

fn rollback_of(line: &Line, share: &Share, again: &mut Again) -> Option<Rollback> {
    let amount = match line.fate(share) {
        Fate::TakenBack => line.standing(),
        Fate::InPart(amount) => amount,
        Fate::Survives(_) => again.cut(line)?,
    };
    let kind = reversal(&line.effect.kind, amount)?;
    let effect = Effect { condition_index: None, kind, ..line.effect.clone() };
    Some(Rollback { of: line.id, effect, is_whole: amount == line.standing() })
}

fn price_of(cart: &Cart, units: &[Unit]) -> Money {
    let prices = units.iter().filter_map(|unit| line(cart, unit.position)).map(|item| item.price);
    prices.fold(Decimal::ZERO, Decimal::saturating_add)
}

fn returned_price(session: &Session) -> Money {
    match &session.phase {
        Phase::Open(_) | Phase::Closed(_) => Decimal::ZERO,
        Phase::PartiallyReturned(receipt, returns) => returns.price(&receipt.cart),
        Phase::Cancelled(cart, returns) => returns.price(cart),
    }
}
