//! Whether conditions hold, and the trace of it.

use std::cmp::Ordering;

use domain::value::Value;

use super::read::Reader;
use super::{budget, coupon};
use crate::document::GroupOperator;
use crate::expression::datum::Datum;
use crate::expression::run::{Source, contains, order, run};
use crate::operator::Operator;
use crate::plan::{AttributeTest, ConditionPlan, EffectPlan, Prepared, Test};
use crate::trace::{BlockTrace, Outcome, Reason, Seen};
use crate::trouble::Trouble;

/// Evaluates a condition and everything inside it.
pub fn trace<'a>(plan: &'a ConditionPlan, reader: &Reader<'_, 'a>) -> BlockTrace<'a> {
    let mut block = BlockTrace {
        label: &plan.label,
        outcome: Outcome::Passed,
        seen: Seen::Nothing,
        wanted: Vec::new(),
        children: Vec::new(),
    };
    if let Err(trouble) = reader.campaign.run.step() {
        block.outcome = Outcome::Error(trouble);
        return block;
    }
    match &plan.test {
        Test::Group(operator, children) => {
            block.children = children.iter().map(|child| trace(child, reader)).collect();
            block.outcome = group_outcome(*operator, &block.children);
            block.seen =
                Seen::Holding(block.children.iter().filter(|child| child.outcome == Outcome::Passed).count());
        }
        Test::Attribute(test) => attribute(test, reader, &mut block),
        Test::Budget(test) => budget::trace(test, reader, &mut block),
        Test::Coupon { redeem } => coupon::judge(*redeem, reader, &mut block),
        Test::Event(wanted, matchers) => {
            let facts = reader.campaign.run.facts;
            let happened = &facts.event.event_type;
            block.children = matchers.iter().map(|child| trace(child, reader)).collect();
            if facts.is_event(wanted) {
                block.outcome = group_outcome(GroupOperator::All, &block.children);
                if block.outcome == Outcome::NotPassed(Reason::Conditions) {
                    block.outcome = Outcome::NotPassed(Reason::Matchers);
                }
            } else {
                block.outcome = Outcome::NotPassed(Reason::AnotherEvent);
            }
            block.seen = Seen::Event(happened.name());
        }
    }
    block
}

/// How a group comes out. An error in it is its own; a condition without its session holds in no group.
fn group_outcome(operator: GroupOperator, children: &[BlockTrace<'_>]) -> Outcome {
    if let Some((_, trouble)) = children.iter().find_map(error) {
        return Outcome::Error(trouble.clone());
    }
    let passed = children.iter().filter(|child| child.outcome == Outcome::Passed).count();
    let unbound = children.iter().any(|child| child.outcome == Outcome::NotPassed(Reason::NoSession));
    let holds = match operator {
        GroupOperator::All => passed == children.len(),
        GroupOperator::AtLeastOne => passed > 0,
        GroupOperator::None => passed == 0 && !unbound,
    };
    match (holds, unbound) {
        (true, _) => Outcome::Passed,
        (false, true) => Outcome::NotPassed(Reason::NoSession),
        (false, false) => Outcome::NotPassed(Reason::Conditions),
    }
}

/// The innermost block that could not be evaluated. An event condition for another event is never evaluated so far.
pub fn error<'b, 'a>(block: &'b BlockTrace<'a>) -> Option<(&'b BlockTrace<'a>, &'b Trouble)> {
    if block.outcome == Outcome::NotPassed(Reason::AnotherEvent) {
        return None;
    }
    if let Some(inner) = block.children.iter().find_map(error) {
        return Some(inner);
    }
    match &block.outcome {
        Outcome::Error(trouble) => Some((block, trouble)),
        Outcome::Passed | Outcome::NotPassed(_) => None,
    }
}

/// The failure effects of a condition that does not hold: first those of its own first part that does not hold, where
/// all parts must, then its own.
pub fn failure_effects<'p>(plan: &'p ConditionPlan, block: &BlockTrace<'_>, found: &mut Vec<&'p EffectPlan>) {
    let required: &[ConditionPlan] = match &plan.test {
        Test::Group(GroupOperator::All, children) | Test::Event(_, children) => children,
        Test::Group(GroupOperator::AtLeastOne | GroupOperator::None, _)
        | Test::Attribute(_)
        | Test::Budget(_)
        | Test::Coupon { .. } => &[],
    };
    if block.outcome == Outcome::NotPassed(Reason::AnotherEvent) {
        return;
    }
    let failed = required.iter().zip(&block.children).find(|(_, child)| child.outcome != Outcome::Passed);
    if let Some((child, traced)) = failed {
        failure_effects(child, traced, found);
    }
    found.extend(&plan.on_failure);
}

fn attribute<'a>(test: &'a AttributeTest, reader: &Reader<'_, 'a>, block: &mut BlockTrace<'a>) {
    let subject = run(&test.subject, reader);
    if let Ok(subject) = &subject {
        block.seen = seen(subject, reader);
    }
    let depends = block.label.expected.is_none();
    let answer = judge(test, subject, reader, |operand| {
        if depends {
            block.wanted.push(operand.clone());
        }
    });
    block.outcome = match answer {
        Ok(true) => Outcome::Passed,
        Ok(false) => Outcome::NotPassed(Reason::Different),
        Err(trouble) => absent(trouble),
    };
}

/// What is absent makes a condition false; anything else is an error.
pub fn absent(trouble: Trouble) -> Outcome {
    match trouble {
        Trouble::NotSet(path) => Outcome::NotPassed(Reason::AttributeNotSet(path)),
        Trouble::NoSession => Outcome::NotPassed(Reason::NoSession),
        Trouble::NoProfile => Outcome::NotPassed(Reason::NoProfile),
        Trouble::NoCode => Outcome::NotPassed(Reason::NoCode),
        Trouble::NoItem
        | Trouble::DivisionByZero
        | Trouble::Overflow
        | Trouble::EmptyList
        | Trouble::TooShort { .. }
        | Trouble::NegativeDiscount(_)
        | Trouble::Quantity(..)
        | Trouble::DiscountLeft { .. }
        | Trouble::Reservation(_)
        | Trouble::Code(_)
        | Trouble::TextLimit(_)
        | Trouble::ListLimit(_)
        | Trouble::StepLimit(_)
        | Trouble::DepthLimit(_)
        | Trouble::Budget(_)
        | Trouble::EffectLimit(_) => Outcome::Error(trouble),
    }
}

fn seen<'a>(subject: &Datum<'a>, reader: &Reader<'_, 'a>) -> Seen<'a> {
    match subject {
        Datum::Units(units) => Seen::Units(units.len()),
        Datum::Time(time) => {
            let offset = reader.zone().map(|zone| zone.to_offset(*time));
            Seen::Time(*time, offset.filter(|offset| !offset.is_zero()))
        }
        Datum::Text(_) | Datum::Number(_) | Datum::Bool(_) | Datum::Location(_) | Datum::List(_) => {
            Seen::Value(subject.clone())
        }
    }
}

/// Whether a condition holds, without a trace: for the many units of a filter. What is absent is simply false.
///
/// # Errors
/// Anything but absence.
pub fn holds<'a>(plan: &'a ConditionPlan, reader: &Reader<'_, 'a>) -> Result<bool, Trouble> {
    reader.campaign.run.step()?;
    match &plan.test {
        Test::Group(operator, children) => {
            let mut passed = 0;
            for child in children {
                passed += usize::from(holds(child, reader)?);
            }
            Ok(match operator {
                GroupOperator::All => passed == children.len(),
                GroupOperator::AtLeastOne => passed > 0,
                GroupOperator::None => passed == 0,
            })
        }
        Test::Attribute(test) => match judge(test, run(&test.subject, reader), reader, |_| {}) {
            Err(trouble) if trouble.is_absence() => Ok(false),
            answer => answer,
        },
        Test::Budget(test) => Ok(budget::holds(test, reader)),
        Test::Coupon { redeem } => {
            Ok(reader.code.is_some_and(|code| coupon::holds(*redeem, code, reader.reserves)))
        }
        Test::Event(wanted, _) => Ok(reader.campaign.run.facts.is_event(wanted)),
    }
}

/// Compares the subject with the operands; `note` is shown each operand.
fn judge<'a>(
    test: &'a AttributeTest,
    subject: Result<Datum<'a>, Trouble>,
    reader: &Reader<'_, 'a>,
    mut note: impl FnMut(&Datum<'a>),
) -> Result<bool, Trouble> {
    match (test.operator, &subject) {
        (Operator::Exists, Ok(_)) => return Ok(true),
        (Operator::NotExists, Err(Trouble::NotSet(_) | Trouble::NoProfile)) => return Ok(true),
        _ => {}
    }
    let mut operand = |expr: &'a Option<crate::expression::Expr>| match expr {
        None => Ok(Datum::Bool(true)),
        Some(expr) => run(expr, reader).inspect(&mut note),
    };
    let first = operand(&test.first);
    let second = operand(&test.second);
    Ok(compare(test, &subject?, &first?, &second?))
}

fn compare(test: &AttributeTest, subject: &Datum<'_>, first: &Datum<'_>, second: &Datum<'_>) -> bool {
    let against = |operand| order(subject, operand);
    match test.operator {
        Operator::Equals => subject.equals(first),
        Operator::NotEquals => !subject.equals(first),
        Operator::LessThan | Operator::Before => against(first).is_some_and(Ordering::is_lt),
        Operator::LessThanOrEqual => against(first).is_some_and(Ordering::is_le),
        Operator::GreaterThan | Operator::After => against(first).is_some_and(Ordering::is_gt),
        Operator::GreaterThanOrEqual => against(first).is_some_and(Ordering::is_ge),
        Operator::Between => within(test.inclusive, subject, first, second),
        Operator::Within => within(test.inclusive, subject, first, second),
        Operator::NotWithin => !within(test.inclusive, subject, first, second),
        Operator::Contains => contains(subject, first),
        Operator::NotContains => !contains(subject, first),
        Operator::MatchesRegexp => match &test.prepared {
            Prepared::Pattern(pattern) => pattern.is_match(subject.text()),
            Prepared::Nothing | Prepared::Texts(_) | Prepared::Numbers(_) => false,
        },
        Operator::StartsWith => subject.text().starts_with(first.text()),
        Operator::EndsWith => subject.text().ends_with(first.text()),
        Operator::OneOf | Operator::InCollection => one_of(&test.prepared, subject, first),
        Operator::NotOneOf | Operator::NotInCollection => !one_of(&test.prepared, subject, first),
        Operator::Empty => is_empty(subject),
        Operator::NotEmpty => !is_empty(subject),
        Operator::Exists => true,
        Operator::NotExists => false,
        Operator::IsTrue => subject.truth(),
        Operator::IsFalse => !subject.truth(),
        Operator::ContainsAtLeast => order(&found(subject, first), second).is_some_and(Ordering::is_ge),
        Operator::ContainsExactly => found(subject, first).equals(second),
        Operator::ContainsOneOf => first.elements().iter().any(|wanted| subject.elements().contains(wanted)),
        Operator::ContainsNoneOf => {
            !first.elements().iter().any(|wanted| subject.elements().contains(wanted))
        }
        Operator::ContainsAllOf => first.elements().iter().all(|wanted| subject.elements().contains(wanted)),
    }
}

fn within(inclusive: (bool, bool), subject: &Datum<'_>, start: &Datum<'_>, end: &Datum<'_>) -> bool {
    let after = order(subject, start).is_some_and(|side| side.is_gt() || (inclusive.0 && side.is_eq()));
    let before = order(subject, end).is_some_and(|side| side.is_lt() || (inclusive.1 && side.is_eq()));
    after && before
}

fn one_of(prepared: &Prepared, subject: &Datum<'_>, list: &Datum<'_>) -> bool {
    match prepared {
        Prepared::Texts(texts) => texts.contains(subject.text()),
        Prepared::Numbers(numbers) => numbers.contains(&subject.number()),
        Prepared::Nothing | Prepared::Pattern(_) => list.elements().iter().any(|item| subject.is(item)),
    }
}

fn is_empty(subject: &Datum<'_>) -> bool {
    match subject {
        Datum::Text(text) => text.is_empty(),
        Datum::List(items) => items.is_empty(),
        Datum::Units(units) => units.is_empty(),
        Datum::Number(_) | Datum::Bool(_) | Datum::Time(_) | Datum::Location(_) => false,
    }
}

/// How many of the wanted values occur in the list, each value once.
fn found<'a>(subject: &Datum<'_>, wanted: &Datum<'_>) -> Datum<'a> {
    let mut counted: Vec<&Value> = Vec::new();
    for value in wanted.elements() {
        if subject.elements().contains(value) && !counted.contains(&value) {
            counted.push(value);
        }
    }
    Datum::Number(counted.len().into())
}
