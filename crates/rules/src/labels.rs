//! What is known of a plan's rules before any evaluation: the texts a trace refers to.

use crate::plan::{BlockPlan, ConditionPlan, Plan, Test};
use crate::trace::Label;

/// The texts of one rule.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleLabels<'p> {
    /// Its title.
    pub title: &'p str,
    /// Its top-level conditions, in order; effect blocks are left out.
    pub conditions: Vec<ConditionLabels<'p>>,
}

/// The texts of one condition.
#[derive(Debug, Clone, PartialEq)]
pub struct ConditionLabels<'p> {
    /// Its own.
    pub label: &'p Label,
    /// Those of the conditions inside it, in the order of the trace's children.
    pub inside: Vec<ConditionLabels<'p>>,
}

impl Plan {
    /// The texts of every rule, in order.
    pub fn labels(&self) -> Vec<RuleLabels<'_>> {
        let rules = self.rules.iter().map(|rule| RuleLabels {
            title: &rule.title,
            conditions: rule.blocks.iter().filter_map(ConditionLabels::of_block).collect(),
        });
        rules.collect()
    }
}

impl<'p> ConditionLabels<'p> {
    fn of_block(block: &'p BlockPlan) -> Option<Self> {
        match block {
            BlockPlan::Condition(condition) => Some(Self::of(condition)),
            BlockPlan::Effect(_) => None,
        }
    }

    fn of(condition: &'p ConditionPlan) -> Self {
        let inside: &[ConditionPlan] = match &condition.test {
            Test::Group(_, children) | Test::Event(_, children) => children,
            Test::Attribute(_) | Test::Budget(_) | Test::Coupon { .. } => &[],
        };
        Self { label: &condition.label, inside: inside.iter().map(Self::of).collect() }
    }
}
