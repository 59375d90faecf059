//! Conditions on budgets.

use domain::budget::Action;
use domain::refusal::ProblemKind;
use domain::value::Value;
use rust_decimal::Decimal;

use super::operand::shown;
use super::{Checker, Place};
use crate::document::{BudgetCheck, BudgetOperator};
use crate::expression::Expr;
use crate::kind::Kind;
use crate::operator::Operator;
use crate::plan::{BudgetTest, ConditionPlan, Test};
use crate::trace::{Label, TracedKind, expected};

impl Checker<'_> {
    pub(super) fn budget(
        &mut self,
        check: &BudgetCheck,
        pointer: &str,
        place: Place<'_>,
    ) -> Option<ConditionPlan> {
        if place.item {
            let details = "The predicate of a selector looks at cart items only; check the budget in a rule.";
            self.refuse(format!("{pointer}/type"), ProblemKind::Forbidden, details);
            return None;
        }
        let on_failure = self.on_failure(&check.on_failure, pointer, place);
        let action = self.budget_action(&check.action, pointer);
        let needed = self.needed(check, pointer, place)?;
        let action = action?;
        let what = action.title().to_lowercase();
        let (sentence, wanted) = match (&check.value, &needed) {
            (Some(json), Some(needed)) => {
                let amount = shown(json, needed);
                let wanted = expected(Some(Operator::GreaterThanOrEqual), std::slice::from_ref(&amount));
                (format!("Budget for the {what} is enough for {amount}"), wanted)
            }
            (Some(_) | None, _) => (format!("Budget for the {what} is available"), "more than 0".to_owned()),
        };
        let is_known = matches!(needed, None | Some(Expr::Constant(_)));
        let label = Label {
            pointer: pointer.into(),
            top_level: place.top_level,
            kind: TracedKind::Budget,
            sentence,
            subject: format!("what is left of the {what}"),
            operator: Some(if needed.is_some() {
                Operator::GreaterThanOrEqual
            } else {
                Operator::GreaterThan
            }),
            expected: is_known.then_some(wanted),
        };
        let test = Test::Budget(BudgetTest { action, needed });
        Some(ConditionPlan { label: label.into(), test, on_failure })
    }

    fn budget_action(&mut self, name: &str, pointer: &str) -> Option<Action> {
        let action = Action::from_name(name);
        if action.is_none() {
            let known = Action::ALL.map(Action::name).join(", ");
            let details = format!("Budgets for \"{name}\" are not simulated here; there are {known}.");
            self.refuse(format!("{pointer}/action"), ProblemKind::Choice, details);
        }
        action
    }

    /// How much must be left; the inner `None` when anything is enough.
    fn needed(&mut self, check: &BudgetCheck, pointer: &str, place: Place<'_>) -> Option<Option<Expr>> {
        let at = format!("{pointer}/value");
        match (check.operator, &check.value) {
            (BudgetOperator::Available, None) => Some(None),
            (BudgetOperator::Available, Some(_)) => {
                let details =
                    "The operator \"available\" does not read \"value\"; leave it out, or use enoughFor.";
                self.refuse(at, ProblemKind::Forbidden, details);
                None
            }
            (BudgetOperator::EnoughFor, None) => {
                self.refuse(at, ProblemKind::Missing, "Say how much must be left, such as 20.");
                None
            }
            (BudgetOperator::EnoughFor, Some(json)) => {
                let needed = self.operand(json, Kind::NUMBER, &at, place)?;
                if let Expr::Constant(Value::Number(number)) = &needed
                    && *number < Decimal::ZERO
                {
                    let details = format!("At least {number} is always left; enter 0 or more.");
                    self.refuse(at, ProblemKind::Format, details);
                    return None;
                }
                Some(Some(needed))
            }
        }
    }
}
