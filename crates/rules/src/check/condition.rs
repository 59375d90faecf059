//! Conditions: operators that go with types, operands, events.

use domain::event::EventType;
use domain::refusal::ProblemKind;
use domain::value::AttributeType;
use regex::RegexBuilder;
use serde_json::Value as Json;
use std::sync::Arc;

use super::operand::shown;
use super::{Checker, Place, is_condition, label};
use crate::document::{Block, BlockKind, Check, EventCheck, Group, GroupOperator, Operands};
use crate::expression::{Expr, Typed};
use crate::kind::{Kind, Scalar};
use crate::operator::{OPERATORS_FOR_UNITS, Operator, Shape, operators_for};
use crate::plan::{AttributeTest, ConditionPlan, EffectPlan, Prepared, Test};
use crate::trace::{Label, TracedKind, expected};

/// The largest compiled pattern, in bytes.
const LARGEST_PATTERN: usize = 1 << 20;
/// The longest pattern, in characters.
const LONGEST_PATTERN: usize = 1_000;

impl Checker<'_> {
    pub(super) fn condition(
        &mut self,
        block: &Block,
        pointer: &str,
        place: Place<'_>,
    ) -> Option<ConditionPlan> {
        match &block.kind {
            BlockKind::Group(group) => self.group(group, pointer, place),
            BlockKind::CheckAttribute(check) => self.check(check, pointer, place),
            BlockKind::CheckEvent(check) => self.event(check, pointer, place),
            BlockKind::CheckBudget(check) => self.budget(check, pointer, place),
            BlockKind::CheckCoupon(check) => self.coupon(check, pointer, place),
            BlockKind::ShowNotification(_)
            | BlockKind::AwardDiscount(_)
            | BlockKind::AwardItem(_)
            | BlockKind::UpdateAttributeValue(_)
            | BlockKind::TriggerCustomEffect(_)
            | BlockKind::CreateCoupon(_)
            | BlockKind::ReserveCoupon => {
                let details =
                    "Only conditions can stand here; put effects beside the group or under \"onFailure\".";
                self.refuse(format!("{pointer}/type"), ProblemKind::Forbidden, details);
                None
            }
        }
    }

    fn conditions(&mut self, blocks: &[Block], pointer: &str, place: Place<'_>) -> Vec<ConditionPlan> {
        let mut compiled = Vec::new();
        for (index, block) in blocks.iter().enumerate() {
            compiled.extend(self.condition(block, &format!("{pointer}/{index}"), place));
        }
        compiled
    }

    pub(super) fn on_failure(
        &mut self,
        blocks: &[Block],
        pointer: &str,
        place: Place<'_>,
    ) -> Vec<EffectPlan> {
        let mut compiled = Vec::new();
        for (index, block) in blocks.iter().enumerate() {
            let pointer = format!("{pointer}/onFailure/{index}");
            if place.item {
                self.refuse(
                    pointer,
                    ProblemKind::Forbidden,
                    "The predicate of a selector has no failure effects.",
                );
            } else if is_condition(block) {
                let details = "Only effects can stand under \"onFailure\".";
                self.refuse(format!("{pointer}/type"), ProblemKind::Forbidden, details);
            } else {
                compiled.extend(self.effect(block, &pointer, place));
            }
        }
        compiled
    }

    fn group(&mut self, group: &Group, pointer: &str, place: Place<'_>) -> Option<ConditionPlan> {
        let children = self.conditions(&group.blocks, &format!("{pointer}/blocks"), place);
        let (sentence, wanted) = match group.operator {
            GroupOperator::All => ("All of these hold", "all hold"),
            GroupOperator::AtLeastOne => ("At least one of these holds", "at least 1 holds"),
            GroupOperator::None => ("None of these holds", "none holds"),
        };
        Some(ConditionPlan {
            label: label(pointer, place, TracedKind::Group, sentence.to_owned(), Some(wanted.to_owned())),
            test: Test::Group(group.operator, children),
            on_failure: self.on_failure(&group.on_failure, pointer, place),
        })
    }

    fn event(&mut self, check: &EventCheck, pointer: &str, place: Place<'_>) -> Option<ConditionPlan> {
        if place.item {
            let details = "The predicate of a selector looks at cart items only; check the event in a rule.";
            self.refuse(format!("{pointer}/type"), ProblemKind::Forbidden, details);
            return None;
        }
        let Some(event_type) = self.names.event_type(&check.event_type) else {
            let details = format!(
                "There is no event type \"{}\"; create an attribute of entity Event for it first.",
                check.event_type
            );
            self.refuse(format!("{pointer}/eventType"), ProblemKind::Unknown, details);
            return None;
        };
        let (inner, title) = match &event_type {
            EventType::Custom(name) => (Some(name.as_str()), format!("Event is \"{name}\"")),
            EventType::BuiltIn(event) => (None, format!("Event is {}", event.title())),
        };
        let within = Place { event_type: inner, ..place };
        let matchers = self.conditions(&check.matchers, &format!("{pointer}/matchers"), within);
        let on_failure = self.on_failure(&check.on_failure, pointer, within);
        let label = label(pointer, place, TracedKind::Event, title, Some(event_type.name().to_owned()));
        Some(ConditionPlan { label, test: Test::Event(event_type, matchers), on_failure })
    }

    fn check(&mut self, check: &Check, pointer: &str, place: Place<'_>) -> Option<ConditionPlan> {
        let on_failure = self.on_failure(&check.on_failure, pointer, place);
        let subject = self.expression(&check.attribute, &format!("{pointer}/attribute"), place)?;
        self.operator_goes_with(check.operator, subject.kind, pointer)?;
        self.refuse_other_operands(check.operator, &check.operands, pointer);
        let operands = self.operands(check, subject.kind, pointer, place)?;
        let prepared =
            self.prepare(check.operator, operands.first().map(|operand| &operand.expr), pointer)?;
        let label = check_label(check, &subject, &operands, pointer, place);
        let mut exprs = operands.into_iter().map(|operand| operand.expr);
        let test = AttributeTest {
            subject: subject.expr,
            operator: check.operator,
            first: exprs.next(),
            second: exprs.next(),
            inclusive: (
                check.operands.start_inclusive.unwrap_or(true),
                check.operands.end_inclusive.unwrap_or(true),
            ),
            prepared,
        };
        Some(ConditionPlan { label: Arc::new(label), test: Test::Attribute(Box::new(test)), on_failure })
    }

    fn operator_goes_with(&mut self, operator: Operator, kind: Kind, pointer: &str) -> Option<()> {
        let allowed = operators_of(kind);
        if allowed.contains(&operator) {
            return Some(());
        }
        let names: Vec<_> = allowed.iter().map(|operator| operator.name()).collect();
        let details = format!(
            "The operator \"{}\" does not go with {}; use one of {}.",
            operator.name(),
            kind.words(),
            names.join(", ")
        );
        self.refuse(format!("{pointer}/operator"), ProblemKind::Choice, details);
        None
    }

    /// Operands the operator does not read are refused: whoever wrote them meant something.
    fn refuse_other_operands(&mut self, operator: Operator, operands: &Operands, pointer: &str) {
        let wanted = fields(operator.shape());
        let is_within = operator.shape() == Shape::StartEnd;
        let given = [
            ("value", operands.value.is_some()),
            ("min", operands.min.is_some()),
            ("max", operands.max.is_some()),
            ("start", operands.start.is_some()),
            ("end", operands.end.is_some()),
            ("values", operands.values.is_some()),
            ("count", operands.count.is_some()),
            ("startInclusive", operands.start_inclusive.is_some() && !is_within),
            ("endInclusive", operands.end_inclusive.is_some() && !is_within),
        ];
        for (field, _) in given.into_iter().filter(|(field, given)| *given && !wanted.contains(field)) {
            let details =
                format!("The operator \"{}\" does not read \"{field}\"; leave it out.", operator.name());
            self.refuse(format!("{pointer}/{field}"), ProblemKind::Forbidden, details);
        }
        if operands.timezone_insensitive == Some(true) {
            let details = "Times are compared as instants here, which have no time zone; use false.";
            self.refuse(format!("{pointer}/timezoneInsensitive"), ProblemKind::Forbidden, details);
        }
    }

    fn operands(
        &mut self,
        check: &Check,
        subject: Kind,
        pointer: &str,
        place: Place<'_>,
    ) -> Option<Vec<Operand>> {
        let names = fields(check.operator.shape());
        let operands: Vec<Option<Operand>> = names
            .iter()
            .map(|name| {
                let pointer = format!("{pointer}/{name}");
                let Some(json) = given(&check.operands, name) else {
                    let details = format!("The operator \"{}\" needs \"{name}\".", check.operator.name());
                    self.refuse(pointer, ProblemKind::Missing, details);
                    return None;
                };
                let expr =
                    self.operand(json, wanted(check.operator.shape(), name, subject), &pointer, place)?;
                Some(Operand { shown: shown(json, &expr), expr })
            })
            .collect();
        operands.into_iter().collect()
    }

    fn prepare(&mut self, operator: Operator, operand: Option<&Expr>, pointer: &str) -> Option<Prepared> {
        if matches!(operator.shape(), Shape::List) {
            return Some(Prepared::set(operand));
        }
        if operator != Operator::MatchesRegexp {
            return Some(Prepared::Nothing);
        }
        let pointer = format!("{pointer}/value");
        let Some(Expr::Constant(domain::value::Value::Text(pattern))) = operand else {
            self.refuse(pointer, ProblemKind::Forbidden, "A pattern is written out; it cannot be computed.");
            return None;
        };
        if pattern.chars().count() > LONGEST_PATTERN {
            let details = format!("A pattern has at most {LONGEST_PATTERN} characters.");
            self.refuse(pointer, ProblemKind::Limit, details);
            return None;
        }
        match RegexBuilder::new(pattern).size_limit(LARGEST_PATTERN).dfa_size_limit(LARGEST_PATTERN).build() {
            Ok(pattern) => Some(Prepared::Pattern(pattern)),
            Err(error) => {
                let reason = error.to_string();
                let reason = reason.lines().last().unwrap_or_default().trim_start_matches("error: ");
                let details = format!("This pattern cannot be read: {reason}.");
                self.refuse(pointer, ProblemKind::Format, details);
                None
            }
        }
    }
}

struct Operand {
    expr: Expr,
    shown: String,
}

fn check_label(
    check: &Check,
    subject: &Typed,
    operands: &[Operand],
    pointer: &str,
    place: Place<'_>,
) -> Label {
    let texts: Vec<String> = operands.iter().map(|operand| operand.shown.clone()).collect();
    let is_constant = operands.iter().all(|operand| matches!(operand.expr, Expr::Constant(_)));
    let wanted = expected(Some(check.operator), &texts);
    let written = check.attribute.trim().trim_start_matches("{{").trim_end_matches("}}").trim();
    let title = if let Expr::Path(path) = &subject.expr { path.title() } else { written.to_owned() };
    let operand_words = match (check.operator.shape(), texts.as_slice()) {
        (Shape::ValuesCount, [values, count]) => format!("{count} of {values}"),
        _ => texts.join(" and "),
    };
    Label {
        pointer: pointer.into(),
        top_level: place.top_level,
        kind: TracedKind::Attribute,
        sentence: format!("{title} {} {operand_words}", check.operator.words()).trim().to_owned(),
        subject: written.to_owned(),
        operator: Some(check.operator),
        expected: is_constant.then_some(wanted),
    }
}

/// The operators that go with a kind.
fn operators_of(kind: Kind) -> &'static [Operator] {
    match kind {
        Kind::One(Scalar::Text) => operators_for(AttributeType::String),
        Kind::One(Scalar::Number) => operators_for(AttributeType::Number),
        Kind::One(Scalar::Bool) => operators_for(AttributeType::Boolean),
        Kind::One(Scalar::Time) => operators_for(AttributeType::Time),
        Kind::One(Scalar::Location) => operators_for(AttributeType::Location),
        Kind::Many(_) => operators_for(AttributeType::ListString),
        Kind::Nothing | Kind::Units => OPERATORS_FOR_UNITS,
    }
}

fn fields(shape: Shape) -> &'static [&'static str] {
    match shape {
        Shape::None => &[],
        Shape::Value | Shape::List => &["value"],
        Shape::MinMax => &["min", "max"],
        Shape::StartEnd => &["start", "end"],
        Shape::Values => &["values"],
        Shape::ValuesCount => &["values", "count"],
    }
}

fn given<'o>(operands: &'o Operands, name: &str) -> Option<&'o Json> {
    match name {
        "value" => operands.value.as_ref(),
        "min" => operands.min.as_ref(),
        "max" => operands.max.as_ref(),
        "start" => operands.start.as_ref(),
        "end" => operands.end.as_ref(),
        "values" => operands.values.as_ref(),
        "count" => operands.count.as_ref(),
        _ => None,
    }
}

/// The kind an operand must have.
fn wanted(shape: Shape, name: &str, subject: Kind) -> Kind {
    let (one, many) = match subject {
        Kind::One(scalar) | Kind::Many(scalar) => (Kind::One(scalar), Kind::Many(scalar)),
        Kind::Nothing | Kind::Units => (subject, subject),
    };
    match shape {
        Shape::ValuesCount if name == "count" => Kind::NUMBER,
        Shape::List | Shape::Values | Shape::ValuesCount => many,
        Shape::None | Shape::Value | Shape::MinMax | Shape::StartEnd => one,
    }
}
