//! Whether budgets allow something more.

use domain::budget::Entity;
use domain::budget::purse::Short;
use rust_decimal::Decimal;

use super::condition::absent;
use super::read::Reader;
use crate::expression::datum::Datum;
use crate::expression::run::run;
use crate::plan::BudgetTest;
use crate::trace::{BlockTrace, Outcome, Reason, Seen};

/// Judges a condition on budgets and tells the trace what was left.
pub fn trace<'a>(test: &'a BudgetTest, reader: &Reader<'_, 'a>, block: &mut BlockTrace<'a>) {
    let found = find(test, reader);
    block.outcome = found.outcome;
    if let Some(left) = found.left {
        block.seen = Seen::Value(Datum::Number(left.normalize()));
    }
    if block.label.expected.is_none() {
        block.wanted.extend(found.needed);
    }
}

/// Whether a condition on budgets holds.
pub fn holds<'a>(test: &'a BudgetTest, reader: &Reader<'_, 'a>) -> bool {
    find(test, reader).outcome == Outcome::Passed
}

struct Found<'a> {
    outcome: Outcome,
    left: Option<Decimal>,
    needed: Option<Datum<'a>>,
}

/// What no budget limits is always left; what cannot be counted is not.
fn find<'a>(test: &'a BudgetTest, reader: &Reader<'_, 'a>) -> Found<'a> {
    let needed = match test.needed.as_ref().map(|expr| run(expr, reader)).transpose() {
        Ok(needed) => needed,
        Err(trouble) => return Found { outcome: absent(trouble), left: None, needed: None },
    };
    let campaign = reader.campaign;
    let (outcome, left) = match campaign.run.purse.borrow().remaining(campaign.id, test.action) {
        Ok(None) => (Outcome::Passed, None),
        Ok(Some(left)) if is_enough(left.amount, needed.as_ref()) => (Outcome::Passed, Some(left.amount)),
        Ok(Some(left)) => (Outcome::NotPassed(Reason::Budget), Some(left.amount)),
        Err(short) => (Outcome::NotPassed(nobody(&short)), None),
    };
    Found { outcome, left, needed }
}

fn is_enough(left: Decimal, needed: Option<&Datum<'_>>) -> bool {
    match needed {
        Some(needed) => left >= needed.number(),
        None => left > Decimal::ZERO,
    }
}

fn nobody(short: &Short) -> Reason {
    match short {
        Short::Nobody { entity: Entity::Profile, .. } => Reason::NoProfile,
        Short::Nobody { entity: Entity::Session, .. } => Reason::NoSession,
        Short::Nobody { entity: Entity::Coupon | Entity::Identifier | Entity::Store, .. }
        | Short::Used { .. } => Reason::Budget,
    }
}
