//! Checking a rule document against the names that exist, and compiling it.

mod budget;
mod condition;
mod coupon;
mod effect;
mod operand;
mod selector;

use std::sync::Arc;

use domain::event::EventType;
use domain::refusal::ProblemKind;

use crate::document::{Block, BlockKind, Rule, RulesetDocument};
use crate::expression::{Expr, Fault, Typed, compile_expression, compile_template};
use crate::kind::Kind;
use crate::names::Names;
use crate::path::Scope;
use crate::plan::{BlockPlan, Plan, RulePlan};
use crate::problem::Problem;
use crate::trace::{Label, TracedKind};

/// Checks `document` and compiles it once for all evaluations.
///
/// # Errors
/// Every mistake found, each with its place: unknown attributes, event types and selectors, operators that do not go
/// with a type, values of the wrong type, expressions and patterns that cannot be read. Never empty.
pub fn compile(document: &RulesetDocument, names: &Names) -> Result<Plan, Vec<Problem>> {
    let mut checker = Checker { names, selectors: Vec::new(), problems: Vec::new() };
    let mut plan = Plan::default();
    for (index, selector) in document.selectors.iter().enumerate() {
        let pointer = format!("/selectors/{index}");
        let compiled = checker.selector(selector, &pointer);
        plan.selectors.push(compiled);
    }
    for (index, rule) in document.promotion_rules.iter().enumerate() {
        let compiled = checker.rule(rule, &format!("/promotionRules/{index}"));
        plan.rules.push(compiled);
    }
    if checker.problems.is_empty() { Ok(plan) } else { Err(checker.problems) }
}

struct Checker<'a> {
    names: &'a Names,
    /// The selectors so far, with what they yield.
    selectors: Vec<(String, Kind)>,
    problems: Vec<Problem>,
}

/// Where a block stands.
#[derive(Debug, Clone, Copy)]
struct Place<'p> {
    /// The zero-based top-level block.
    top_level: u32,
    /// Whether `$Item` stands for a cart item.
    item: bool,
    /// Whether `$Coupon` stands for a code.
    coupon: bool,
    /// The custom event type this part is evaluated for.
    event_type: Option<&'p str>,
}

impl Checker<'_> {
    fn rule(&mut self, rule: &Rule, pointer: &str) -> RulePlan {
        let event_type = rule.blocks.iter().find_map(|block| self.custom_event_type(block));
        let is_for_codes = rule.blocks.iter().any(coupon::checks_coupon);
        let mut blocks = Vec::new();
        for (top_level, block) in (0_u32..).zip(&rule.blocks) {
            let pointer = format!("{pointer}/blocks/{top_level}");
            let event_type = event_type.as_deref();
            let place = Place { top_level, item: false, coupon: is_for_codes, event_type };
            if is_condition(block) {
                blocks.extend(self.condition(block, &pointer, place).map(BlockPlan::Condition));
            } else {
                blocks.extend(self.effect(block, &pointer, place).map(BlockPlan::Effect));
            }
        }
        self.refuse_lonely_reservation(&rule.blocks, pointer);
        RulePlan {
            title: rule.title.as_str().into(),
            blocks,
            is_for_codes,
            reserves_code: rule.blocks.iter().any(|block| matches!(block.kind, BlockKind::ReserveCoupon)),
        }
    }

    /// The custom event type a block asks for.
    fn custom_event_type(&self, block: &Block) -> Option<String> {
        let BlockKind::CheckEvent(check) = &block.kind else {
            return None;
        };
        match self.names.event_type(&check.event_type) {
            Some(EventType::Custom(name)) => Some(name),
            Some(EventType::BuiltIn(_)) | None => None,
        }
    }

    fn scope<'s>(&'s self, place: Place<'s>) -> Scope<'s> {
        Scope {
            names: self.names,
            item: place.item,
            coupon: place.coupon,
            event_type: place.event_type,
            selectors: &self.selectors,
        }
    }

    fn refuse(&mut self, pointer: impl Into<String>, kind: ProblemKind, details: impl Into<String>) {
        self.problems.push(Problem::new(pointer, kind, details));
    }

    /// The value, or nothing and its problem noted.
    fn keep<T>(&mut self, result: Result<T, Problem>) -> Option<T> {
        result.map_err(|problem| self.problems.push(problem)).ok()
    }

    /// A path or expression, with or without braces.
    fn expression(&mut self, text: &str, pointer: &str, place: Place<'_>) -> Option<Typed> {
        let scope = self.scope(place);
        let compiled = if text.contains("{{") {
            compile_template(text, &scope)
        } else {
            compile_expression(text, &scope)
        };
        let compiled = compiled.map_err(|fault| Problem::in_text(pointer, fault));
        self.keep(compiled)
    }

    /// A text that may hold `{{ … }}` of any kind.
    fn text(&mut self, text: &str, pointer: &str, place: Place<'_>) -> Option<Expr> {
        let compiled = compile_template(text, &self.scope(place)).and_then(as_text);
        self.keep(compiled.map_err(|fault| Problem::in_text(pointer, fault)))
    }

    /// The selector of that name, with what it yields.
    fn selector_named(&mut self, name: &str, pointer: &str) -> Option<(usize, Kind)> {
        let found = self.selectors.iter().position(|(known, _)| known == name);
        match found.and_then(|index| Some((index, self.selectors.get(index)?.1))) {
            Some(found) => Some(found),
            None => {
                let known: Vec<_> = self.selectors.iter().map(|(known, _)| known.as_str()).collect();
                let there = if known.is_empty() { "none yet".to_owned() } else { known.join(", ") };
                self.refuse(
                    pointer,
                    ProblemKind::Unknown,
                    format!("There is no selector \"{name}\"; there are {there}."),
                );
                None
            }
        }
    }
}

/// Any value can be shown as a text, except cart items themselves.
fn as_text(typed: Typed) -> Result<Expr, Fault> {
    match typed.kind {
        Kind::TEXT => Ok(typed.expr),
        Kind::Units => {
            let details = "Cart items cannot be shown as a text; use count(…) or a selector that maps them.";
            Err(Fault { span: 0..2, details: details.to_owned() })
        }
        Kind::One(_) | Kind::Many(_) | Kind::Nothing => Ok(Expr::Join(vec![typed.expr])),
    }
}

fn is_condition(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Group(_)
        | BlockKind::CheckAttribute(_)
        | BlockKind::CheckEvent(_)
        | BlockKind::CheckCoupon(_)
        | BlockKind::CheckBudget(_) => true,
        BlockKind::ShowNotification(_)
        | BlockKind::AwardDiscount(_)
        | BlockKind::AwardItem(_)
        | BlockKind::UpdateAttributeValue(_)
        | BlockKind::TriggerCustomEffect(_)
        | BlockKind::CreateCoupon(_)
        | BlockKind::ReserveCoupon => false,
    }
}

/// A label of a block on which nothing is compared.
fn label(
    pointer: &str,
    place: Place<'_>,
    kind: TracedKind,
    sentence: String,
    expected: Option<String>,
) -> Arc<Label> {
    Arc::new(Label {
        pointer: pointer.into(),
        top_level: place.top_level,
        kind,
        sentence,
        subject: String::new(),
        operator: None,
        expected,
    })
}
