//! Selectors: what every step yields.

use domain::refusal::ProblemKind;

use super::{Checker, Place};
use crate::document::{BlockKind, Direction, Reduction, Selector, Step};
use crate::kind::{Kind, Scalar};
use crate::plan::{SelectorPlan, StepPlan, TextFilter};

/// Names that stand for something else already.
const TAKEN: [&str; 8] = ["Session", "Profile", "Item", "Event", "Coupon", "Campaign", "Now", "Selectors"];
/// The only source there is.
const SOURCE: &str = "$Session.CartItems";

/// A selector yields the same for every code, so it sees none.
const ON_ITEM: Place<'static> = Place { top_level: 0, item: true, coupon: false, event_type: None };

impl Checker<'_> {
    pub(super) fn selector(&mut self, selector: &Selector, pointer: &str) -> SelectorPlan {
        self.selector_name(&selector.name, &format!("{pointer}/name"));
        let source = selector.source.trim().trim_start_matches("{{").trim_end_matches("}}").trim();
        if source != SOURCE {
            let details = format!("\"{}\" is no source of items; use \"{SOURCE}\".", selector.source);
            self.refuse(format!("{pointer}/source"), ProblemKind::Choice, details);
        }
        let mut kind = Kind::Units;
        let mut steps = Vec::new();
        for (index, step) in selector.steps.iter().enumerate() {
            if let Some((plan, yields)) = self.step(step, kind, &format!("{pointer}/steps/{index}")) {
                steps.push(plan);
                kind = yields;
            }
        }
        self.selectors.push((selector.name.clone(), kind));
        SelectorPlan { steps }
    }

    fn selector_name(&mut self, name: &str, pointer: &str) {
        let is_word = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        if !is_word || !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let details = format!(
                "\"{name}\" cannot be named in an expression; use a letter, then letters, digits and _."
            );
            self.refuse(pointer, ProblemKind::Format, details);
        }
        if TAKEN.contains(&name) || self.selectors.iter().any(|(known, _)| known == name) {
            self.refuse(
                pointer,
                ProblemKind::Taken,
                format!("The name \"{name}\" is taken; choose another one."),
            );
        }
    }

    fn step(&mut self, step: &Step, kind: Kind, pointer: &str) -> Option<(StepPlan, Kind)> {
        match step {
            Step::Filter { predicate } => {
                self.needs_units("filter", kind, pointer)?;
                let at = format!("{pointer}/predicate");
                if !matches!(predicate.kind, BlockKind::CheckAttribute(_) | BlockKind::Group(_)) {
                    let details = "The predicate of a filter is a checkAttribute or group block.";
                    self.refuse(format!("{at}/type"), ProblemKind::Forbidden, details);
                    return None;
                }
                let condition = self.condition(predicate, &at, ON_ITEM)?;
                Some((
                    TextFilter::of(&condition).map_or(StepPlan::Filter(condition), StepPlan::FilterText),
                    kind,
                ))
            }
            Step::Sort { fields } => {
                self.needs_units("sort", kind, pointer)?;
                let mut keys = Vec::new();
                for (index, field) in fields.iter().enumerate() {
                    let at = format!("{pointer}/fields/{index}/expression");
                    let expr = self.single(&field.expression, &at)?.0;
                    keys.push((expr, field.direction == Direction::Desc));
                }
                Some((StepPlan::Sort(keys), kind))
            }
            Step::Select(selection) => {
                self.needs_list("select", kind, pointer)?;
                Some((StepPlan::Select(*selection), kind))
            }
            Step::Map { expression } => {
                self.needs_units("map", kind, pointer)?;
                let (expr, scalar) = self.single(expression, &format!("{pointer}/expression"))?;
                Some((StepPlan::Map(expr), Kind::Many(scalar)))
            }
            Step::Reduce { operator } => {
                self.needs_list("reduce", kind, pointer)?;
                self.reduction(*operator, kind, pointer)
            }
            Step::Reverse => {
                self.needs_list("reverse", kind, pointer)?;
                Some((StepPlan::Reverse, kind))
            }
        }
    }

    /// An expression on `$Item` that yields one value.
    fn single(&mut self, text: &str, pointer: &str) -> Option<(crate::expression::Expr, Scalar)> {
        let typed = self.expression(text, pointer, ON_ITEM)?;
        match typed.kind {
            Kind::One(scalar) => Some((typed.expr, scalar)),
            Kind::Many(_) | Kind::Nothing | Kind::Units => {
                let details = format!(
                    "A single value of each item is needed here, but this is {}.",
                    typed.kind.words()
                );
                self.refuse(pointer, ProblemKind::Type, details);
                None
            }
        }
    }

    fn reduction(&mut self, reduction: Reduction, kind: Kind, pointer: &str) -> Option<(StepPlan, Kind)> {
        let yields = match reduction {
            Reduction::Count => Kind::NUMBER,
            Reduction::Empty => Kind::BOOL,
            Reduction::Max | Reduction::Min | Reduction::Sum if kind == Kind::Many(Scalar::Number) => {
                Kind::NUMBER
            }
            Reduction::Max | Reduction::Min | Reduction::Sum => {
                let details = format!(
                    "Numbers are needed here, but these are {}; map the items to numbers first.",
                    kind.words()
                );
                self.refuse(format!("{pointer}/operator"), ProblemKind::Type, details);
                return None;
            }
        };
        Some((StepPlan::Reduce(reduction), yields))
    }

    fn needs_units(&mut self, step: &str, kind: Kind, pointer: &str) -> Option<()> {
        if kind == Kind::Units {
            return Some(());
        }
        let details =
            format!("A {step} step works on cart items, but the steps before it yield {}.", kind.words());
        self.refuse(format!("{pointer}/type"), ProblemKind::Forbidden, details);
        None
    }

    fn needs_list(&mut self, step: &str, kind: Kind, pointer: &str) -> Option<()> {
        if matches!(kind, Kind::Units | Kind::Many(_)) {
            return Some(());
        }
        let details =
            format!("A {step} step works on a list, but the steps before it yield {}.", kind.words());
        self.refuse(format!("{pointer}/type"), ProblemKind::Forbidden, details);
        None
    }
}
