//! What an evaluation found in a rule. The names are short because a journal holds millions of them.

use rules::trace::{BlockTrace, Outcome, Reason, RuleTrace, TracedKind, Verdict};
use serde::{Deserialize, Serialize};

use super::wording::{ConditionWording, RuleWording};
use crate::view::trace::{ConditionView, OutcomeOfCondition, RuleTraceView, VerdictView};

/// Why a rule whose conditions hold gave less than its effects say.
const WITHHELD: &str =
    "its conditions hold, but a request that takes back gives no discounts, free items or codes (our choice)";

/// What became of a rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct FoundInRule {
    /// Its place in the campaign, where that is not its place in this list: a rule is listed once for each code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rule: Option<u32>,
    /// The code it was evaluated for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    verdict: FoundVerdict,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    why: Option<String>,
    found: Vec<Found>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum FoundVerdict {
    Fired,
    NotMet,
    Excluded,
    Failed,
}

/// What was found at a condition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Found {
    is: Sign,
    /// The value found, as text; empty when there was none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    saw: String,
    /// What was expected, where that depends on the facts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    expected: Option<String>,
    /// Why it does not hold; left out where the value is simply another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    why: Option<String>,
    /// The conditions inside.
    #[serde(rename = "in", default, skip_serializing_if = "Vec::is_empty")]
    inside: Vec<Found>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Sign {
    Yes,
    No,
    Error,
}

impl FoundInRule {
    /// What was found in a rule that is the one at `place` in its list.
    pub(super) fn of(trace: &RuleTrace<'_>, place: u32, withheld: bool) -> Self {
        let (verdict, why) = match &trace.verdict {
            Verdict::Fired => (FoundVerdict::Fired, None),
            Verdict::NotMet => (FoundVerdict::NotMet, None),
            Verdict::Excluded { why, .. } => (FoundVerdict::Excluded, Some(why.clone())),
            Verdict::Failed { why, .. } => (FoundVerdict::Failed, Some(why.to_string())),
        };
        let conditions = trace.blocks.iter().filter(|block| block.label().kind != TracedKind::Effect);
        Self {
            rule: Some(trace.index).filter(|index| *index != place),
            code: trace.code.map(|code| code.value.to_owned()),
            verdict,
            why: if withheld { Some(WITHHELD.to_owned()) } else { why },
            found: conditions.map(Found::of).collect(),
        }
    }

    /// The place of its rule in the campaign, when it is the one at `place` in its list.
    pub(super) fn index(&self, place: u32) -> u32 {
        self.rule.unwrap_or(place)
    }

    pub(super) fn view(&self, index: u32, wording: RuleWording) -> RuleTraceView {
        RuleTraceView {
            index,
            code: self.code.clone(),
            title: wording.title,
            verdict: match self.verdict {
                FoundVerdict::Fired => VerdictView::Fired,
                FoundVerdict::NotMet => VerdictView::NotMet,
                FoundVerdict::Excluded => VerdictView::Excluded,
                FoundVerdict::Failed => VerdictView::Failed,
            },
            why: self.why.clone(),
            conditions: views(&self.found, wording.conditions),
        }
    }
}

impl Found {
    fn of(block: &BlockTrace<'_>) -> Self {
        let is = match &block.outcome {
            Outcome::Passed => Sign::Yes,
            Outcome::NotPassed(_) => Sign::No,
            Outcome::Error(_) => Sign::Error,
        };
        let why = if block.outcome == Outcome::NotPassed(Reason::Different) { None } else { block.reason() };
        Self {
            is,
            saw: block.actual().unwrap_or_default(),
            expected: if block.label().expected.is_some() { None } else { block.expected().map(Into::into) },
            why,
            inside: block.children.iter().map(Self::of).collect(),
        }
    }

    fn view(&self, wording: ConditionWording) -> ConditionView {
        let different = || (self.is == Sign::No).then(|| Reason::Different.words().to_owned());
        ConditionView {
            pointer: wording.pointer,
            sentence: wording.sentence,
            expected: wording.expected.or_else(|| self.expected.clone()).unwrap_or_default(),
            actual: self.saw.clone(),
            outcome: match self.is {
                Sign::Yes => OutcomeOfCondition::Passed,
                Sign::No => OutcomeOfCondition::NotPassed,
                Sign::Error => OutcomeOfCondition::Error,
            },
            reason: self.why.clone().or_else(different),
            children: views(&self.inside, wording.inside),
        }
    }
}

/// An evaluation that ran out of steps found fewer conditions than there are.
fn views(found: &[Found], wording: Vec<ConditionWording>) -> Vec<ConditionView> {
    found.iter().zip(wording).map(|(found, wording)| found.view(wording)).collect()
}
