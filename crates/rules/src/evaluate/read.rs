//! Reading the facts: one slot, one lookup. What several campaigns need is computed once.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use domain::attribute::Entity;
use domain::budget::purse::Purse;
use domain::cart::{CartItem, Totals, totals};
use domain::effect::Unit;
use domain::id::CampaignId;
use domain::money::Money;
use domain::profile::Profile;
use domain::session::{Phase, Session};
use domain::value::Value;
use jiff::tz::TimeZone;
use rust_decimal::Decimal;

use super::RunningCampaign;
use super::selector;
use crate::discounted::Discounted;
use crate::expression::datum::Datum;
use crate::expression::run::Source;
use crate::facts::{Code, Facts, Limits};
use crate::path::{Path, Slot};
use crate::plan::SelectorPlan;
use crate::trouble::Trouble;

/// One evaluation: the facts, what was computed from them, and the steps used so far.
pub struct Run<'a> {
    pub facts: Facts<'a>,
    pub limits: Limits,
    /// What campaigns before gave.
    pub given: Rc<Discounted>,
    /// What may still be given: every effect takes from it as it is given.
    pub purse: RefCell<Purse>,
    steps: Cell<u64>,
    depth: Cell<u32>,
    totals: OnceCell<Totals>,
    units: OnceCell<Rc<[Unit]>>,
}

/// One campaign being evaluated, with the outcomes of its selectors.
pub struct Campaign<'r, 'a> {
    pub run: &'r Run<'a>,
    pub id: CampaignId,
    pub name: &'a str,
    selectors: &'a [SelectorPlan],
    outcomes: Vec<OnceCell<Result<Datum<'a>, Trouble>>>,
}

/// A place from which expressions read: the campaign and, on items, one unit with its line.
#[derive(Clone, Copy)]
pub struct Reader<'r, 'a> {
    pub campaign: &'r Campaign<'r, 'a>,
    item: Option<(Unit, &'a CartItem)>,
    /// The code the rule is evaluated for.
    pub code: Option<&'a Code<'a>>,
    /// The rule reserves the code.
    pub reserves: bool,
}

impl<'a> Run<'a> {
    pub fn new(facts: &Facts<'a>, limits: &Limits, given: Rc<Discounted>) -> Self {
        Self {
            facts: *facts,
            given,
            limits: *limits,
            purse: RefCell::new(facts.purse.cloned().unwrap_or_default()),
            steps: Cell::new(0),
            depth: Cell::new(0),
            totals: OnceCell::new(),
            units: OnceCell::new(),
        }
    }

    pub fn session(&self) -> Result<&'a Session, Trouble> {
        self.facts.session.ok_or(Trouble::NoSession)
    }

    pub fn profile(&self) -> Result<&'a Profile, Trouble> {
        self.facts.profile.ok_or(Trouble::NoProfile)
    }

    /// Counts one step.
    pub fn step(&self) -> Result<(), Trouble> {
        self.steps(1)
    }

    /// Counts many steps at once.
    pub fn steps(&self, count: usize) -> Result<(), Trouble> {
        let steps = self.steps.get().saturating_add(u64::try_from(count).unwrap_or(u64::MAX));
        if steps > self.limits.steps {
            return Err(Trouble::StepLimit(self.limits.steps));
        }
        self.steps.set(steps);
        Ok(())
    }

    fn totals(&self) -> Result<&Totals, Trouble> {
        let session = self.session()?;
        Ok(self.totals.get_or_init(|| match &session.phase {
            Phase::Open(cart) | Phase::Cancelled(cart, _) => totals(cart),
            Phase::Closed(receipt) | Phase::PartiallyReturned(receipt, _) => receipt.totals,
        }))
    }

    /// The line a unit belongs to.
    pub fn line(&self, unit: Unit) -> Result<&'a CartItem, Trouble> {
        domain::cart::line(self.session()?.cart(), unit.position).ok_or(Trouble::NoItem)
    }

    /// The units of the cart that were not brought back.
    pub fn all_units(&self) -> Result<Rc<[Unit]>, Trouble> {
        let session = self.session()?;
        let units = self.units.get_or_init(|| {
            let mut units = Vec::with_capacity(session.cart().items.len());
            for (position, item) in (0_u32..).zip(&session.cart().items) {
                let first = session.returned(position);
                units.extend((first..item.quantity).map(|sub_position| Unit { position, sub_position }));
            }
            units.into()
        });
        if units.len() > self.limits.list_length {
            return Err(Trouble::ListLimit(self.limits.list_length));
        }
        Ok(Rc::clone(units))
    }
}

impl<'a> Reader<'_, 'a> {
    /// The same on one unit.
    pub fn on_unit(self, unit: Unit) -> Result<Self, Trouble> {
        Ok(Self { item: Some((unit, self.campaign.run.line(unit)?)), ..self })
    }

    /// The same for a code, in a rule that reserves it or not.
    pub fn for_code(self, code: Option<&'a Code<'a>>, reserves: bool) -> Self {
        Self { code, reserves, ..self }
    }
}

impl<'r, 'a> Campaign<'r, 'a> {
    pub fn new(run: &'r Run<'a>, running: &RunningCampaign<'a>) -> Self {
        let selectors = &running.plan.selectors;
        Self {
            run,
            id: running.id,
            name: running.name,
            selectors,
            outcomes: vec![OnceCell::new(); selectors.len()],
        }
    }

    /// Reads what does not belong to a cart item.
    pub fn reader(&'r self) -> Reader<'r, 'a> {
        Reader { campaign: self, item: None, code: None, reserves: false }
    }

    /// Reads one unit, and all the rest.
    pub fn on_unit(&'r self, unit: Unit) -> Result<Reader<'r, 'a>, Trouble> {
        self.reader().on_unit(unit)
    }

    /// The outcome of a selector, computed when it is first asked for.
    pub fn selector(&self, index: usize) -> Result<Datum<'a>, Trouble> {
        match (self.selectors.get(index), self.outcomes.get(index)) {
            (Some(plan), Some(outcome)) => outcome.get_or_init(|| selector::evaluate(plan, self)).clone(),
            _ => Err(Trouble::NoItem),
        }
    }
}

impl<'a> Source<'a> for Reader<'_, 'a> {
    fn path(&self, path: &'a Path) -> Result<Datum<'a>, Trouble> {
        self.campaign.run.step()?;
        match path {
            Path::BuiltIn(slot) => self.slot(*slot),
            Path::Attribute(entity, name) => self.attribute(*entity, name, path),
            Path::SessionCost(name) => {
                cost(&self.campaign.run.session()?.cart().additional_costs, name, path)
            }
            Path::ItemCost(name) => cost(&self.item()?.1.additional_costs, name, path),
        }
    }

    fn selector(&self, index: usize) -> Result<Datum<'a>, Trouble> {
        self.campaign.selector(index)
    }

    fn zone(&self) -> Option<&TimeZone> {
        self.campaign.run.facts.time_zone
    }

    fn text_length(&self) -> usize {
        self.campaign.run.limits.text_length
    }

    fn enter(&self) -> Result<(), Trouble> {
        let run = self.campaign.run;
        run.step()?;
        if run.depth.get() >= run.limits.depth {
            return Err(Trouble::DepthLimit(run.limits.depth));
        }
        run.depth.set(run.depth.get() + 1);
        Ok(())
    }

    fn leave(&self) {
        let run = self.campaign.run;
        run.depth.set(run.depth.get().saturating_sub(1));
    }
}

impl<'a> Reader<'_, 'a> {
    fn item(&self) -> Result<(Unit, &'a CartItem), Trouble> {
        self.item.ok_or(Trouble::NoItem)
    }

    fn code(&self) -> Result<&'a Code<'a>, Trouble> {
        self.code.ok_or(Trouble::NoCode)
    }

    fn attribute(&self, entity: Entity, name: &str, path: &Path) -> Result<Datum<'a>, Trouble> {
        let run = self.campaign.run;
        let attributes = match entity {
            Entity::CustomerSession => &run.session()?.cart().attributes,
            Entity::CustomerProfile => &run.profile()?.attributes,
            Entity::CartItem => &self.item()?.1.attributes,
            Entity::Event => &run.facts.event.attributes,
            Entity::Coupon => &self.code()?.terms.attributes,
        };
        attributes.get(name).map(Datum::of).ok_or_else(|| Trouble::NotSet(path.clone()))
    }

    fn slot(&self, slot: Slot) -> Result<Datum<'a>, Trouble> {
        let run = self.campaign.run;
        match slot {
            Slot::SessionTotal => Ok(Datum::Number(run.totals()?.total)),
            Slot::SessionCartItemTotal => Ok(Datum::Number(run.totals()?.cart_item_total)),
            Slot::SessionDiscountedTotal => {
                Ok(Datum::Number(run.totals()?.total.saturating_sub(run.given.total())))
            }
            Slot::SessionDiscountedCartItemTotal => {
                Ok(Datum::Number(run.totals()?.cart_item_total.saturating_sub(run.given.on_items())))
            }
            Slot::SessionAdditionalCostTotal => Ok(Datum::Number(run.totals()?.additional_cost_total)),
            Slot::SessionCartItemAdditionalCostTotal => {
                Ok(Datum::Number(run.totals()?.cart_item_additional_cost_total))
            }
            Slot::SessionCartItems => Ok(Datum::Units(run.all_units()?)),
            Slot::SessionIntegrationId => Ok(text(run.session()?.id.as_str())),
            Slot::SessionProfileId => set(run.session()?.profile.as_ref().map(|id| text(id.as_str())), slot),
            Slot::SessionState => Ok(text(run.session()?.state().name())),
            Slot::SessionCreated => Ok(Datum::Time(run.session()?.created)),
            Slot::SessionUpdated => Ok(Datum::Time(run.session()?.updated)),
            Slot::SessionFirstSession => Ok(Datum::Bool(run.session()?.first_session)),
            Slot::SessionUpdateCount => Ok(Datum::Number(run.session()?.update_count.into())),
            Slot::SessionCouponCodes => Ok(texts(&run.session()?.cart().coupon_codes)),
            Slot::SessionReferralCode => Ok(text(&run.session()?.cart().referral_code)),
            Slot::SessionIdentifiers => Ok(texts(&run.session()?.cart().identifiers)),
            Slot::SessionLoyaltyCards => Ok(texts(&run.session()?.cart().loyalty_cards)),
            Slot::SessionStore => set(run.session()?.cart().store.as_deref().map(text), slot),
            Slot::ProfileIntegrationId => Ok(text(run.profile()?.id.as_str())),
            Slot::ProfileClosedSessions => Ok(Datum::Number(run.profile()?.closed_sessions.into())),
            Slot::ProfileTotalSales => Ok(Datum::Number(run.profile()?.total_sales)),
            Slot::ProfileLastActivity => Ok(Datum::Time(run.profile()?.last_activity)),
            Slot::ProfileCreated => Ok(Datum::Time(run.profile()?.created)),
            Slot::EventType => Ok(text(run.facts.event.event_type.name())),
            Slot::EventTime => Ok(Datum::Time(run.facts.event.at)),
            Slot::CouponValue => Ok(text(self.code()?.value)),
            Slot::CampaignId => Ok(Datum::Number(self.campaign.id.0.into())),
            Slot::CampaignName => Ok(text(self.campaign.name)),
            Slot::Now => Ok(Datum::Time(run.facts.now)),
            Slot::ItemSku
            | Slot::ItemName
            | Slot::ItemQuantity
            | Slot::ItemRemainingQuantity
            | Slot::ItemReturnedQuantity
            | Slot::ItemPrice
            | Slot::ItemDiscountedPrice
            | Slot::ItemCategory
            | Slot::ItemProduct
            | Slot::ItemWeight
            | Slot::ItemHeight
            | Slot::ItemWidth
            | Slot::ItemLength
            | Slot::ItemPosition
            | Slot::ItemSubPosition => self.item_slot(slot),
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "`slot` has sorted out all slots but those of the item"
    )]
    fn item_slot(&self, slot: Slot) -> Result<Datum<'a>, Trouble> {
        let (unit, line) = self.item()?;
        let returned = || Ok(self.campaign.run.session()?.returned(unit.position));
        match slot {
            Slot::ItemSku => Ok(text(&line.sku)),
            Slot::ItemName => set(line.name.as_deref().map(text), slot),
            Slot::ItemQuantity => Ok(Datum::Number(line.quantity.into())),
            Slot::ItemRemainingQuantity => {
                Ok(Datum::Number(line.quantity.saturating_sub(returned()?).into()))
            }
            Slot::ItemReturnedQuantity => Ok(Datum::Number(returned()?.into())),
            Slot::ItemPrice => Ok(Datum::Number(line.price)),
            Slot::ItemDiscountedPrice => {
                let off = self.campaign.run.given.on_unit(unit);
                Ok(Datum::Number(line.price.saturating_sub(off)))
            }
            Slot::ItemCategory => set(line.category.as_deref().map(text), slot),
            Slot::ItemProduct => set(line.product.as_deref().map(text), slot),
            Slot::ItemWeight => set(line.weight.map(Datum::Number), slot),
            Slot::ItemHeight => set(line.height.map(Datum::Number), slot),
            Slot::ItemWidth => set(line.width.map(Datum::Number), slot),
            Slot::ItemLength => set(line.length.map(Datum::Number), slot),
            Slot::ItemPosition => Ok(Datum::Number(unit.position.into())),
            Slot::ItemSubPosition => Ok(Datum::Number(unit.sub_position.into())),
            _ => Err(Trouble::NoItem),
        }
    }
}

fn text(text: &str) -> Datum<'_> {
    Datum::Text(Cow::Borrowed(text))
}

fn texts<'a>(texts: &[String]) -> Datum<'a> {
    Datum::List(Cow::Owned(texts.iter().cloned().map(Value::Text).collect()))
}

fn set(datum: Option<Datum<'_>>, slot: Slot) -> Result<Datum<'_>, Trouble> {
    datum.ok_or(Trouble::NotSet(Path::BuiltIn(slot)))
}

fn cost<'a>(costs: &BTreeMap<String, Money>, name: &str, path: &Path) -> Result<Datum<'a>, Trouble> {
    let amount: Option<Decimal> = costs.get(name).copied();
    amount.map(Datum::Number).ok_or_else(|| Trouble::NotSet(path.clone()))
}
