//! Why a rule gave what it gave: a verdict for every rule, an outcome for every block.
//!
//! A trace borrows its labels from the plan and its values from the facts: it costs next to nothing until somebody asks
//! for a sentence.

use std::borrow::Cow;
use std::sync::Arc;

use domain::id::CampaignId;
use domain::redeemable::Rejection;
use domain::value::Value;
use jiff::Timestamp;
use jiff::tz::Offset;

use crate::expression::datum::Datum;
use crate::facts::Code;
use crate::operator::{Operator, Shape};
use crate::path::Path;
use crate::trouble::Trouble;

/// What happened in one campaign.
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignTrace<'a> {
    /// The campaign.
    pub campaign: CampaignId,
    /// Every rule, in order.
    pub rules: Vec<RuleTrace<'a>>,
}

/// What happened in one rule.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleTrace<'a> {
    /// Zero-based place in the campaign.
    pub index: u32,
    /// The rule's title.
    pub title: &'a str,
    /// The code it was evaluated for.
    pub code: Option<&'a Code<'a>>,
    /// What became of it.
    pub verdict: Verdict,
    /// Every top-level block, conditions and effects, in order.
    pub blocks: Vec<BlockTrace<'a>>,
}

/// What became of a rule.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// Every condition held and every effect was given.
    Fired,
    /// A condition did not hold.
    NotMet,
    /// A block could not be evaluated: none of the rule's effects stand.
    Failed {
        /// The pointer of the block, such as `/promotionRules/0/blocks/1`.
        at: Arc<str>,
        /// Why.
        why: Trouble,
    },
    /// Its conditions held, but another campaign won the contest of their group. An evaluation gives no such verdict: it
    /// is given afterwards, when the contests are held.
    Excluded {
        /// The vendor's `campaignExclusionReason`.
        reason: &'static str,
        /// Who won, and how.
        why: String,
    },
}

/// What a block is, for the trace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TracedKind {
    /// A `group` block.
    Group,
    /// A `checkAttribute` block.
    Attribute,
    /// A `checkEvent` block.
    Event,
    /// A `checkBudget` block.
    Budget,
    /// A `checkCoupon` block.
    Coupon,
    /// An effect block.
    Effect,
}

/// What is known of a block before any evaluation.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// JSON pointer into the document.
    pub pointer: Arc<str>,
    /// The zero-based top-level block it is or belongs to.
    pub top_level: u32,
    /// What the block is.
    pub kind: TracedKind,
    /// As people read it, such as *Session total is at least 50*.
    pub sentence: String,
    /// The attribute or expression looked at, as written; empty for other blocks.
    pub subject: String,
    /// How it is compared.
    pub operator: Option<Operator>,
    /// What was expected, as far as it is known beforehand.
    pub expected: Option<String>,
}

/// What happened in one block.
#[derive(Debug, Clone, PartialEq)]
pub struct BlockTrace<'a> {
    pub(crate) label: &'a Label,
    /// How it came out.
    pub outcome: Outcome,
    pub(crate) seen: Seen<'a>,
    /// The values expected when they depend on the facts; empty when they are constant.
    pub(crate) wanted: Vec<Datum<'a>>,
    /// The conditions of a group, the matchers of an event condition.
    pub children: Vec<BlockTrace<'a>>,
}

/// How a block came out.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// The condition holds; the effect was given.
    Passed,
    /// The condition does not hold; the effect was not given.
    NotPassed(Reason),
    /// The block could not be evaluated.
    Error(Trouble),
}

/// Why a block did not pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The value is another one than expected.
    Different,
    /// The value of this path is not set.
    AttributeNotSet(Path),
    /// The event belongs to no session.
    NoSession,
    /// The event belongs to no customer.
    NoProfile,
    /// Something else happened.
    AnotherEvent,
    /// There is no code of this campaign.
    NoCode,
    /// The code cannot be redeemed.
    Code(Rejection),
    /// Too few or too many conditions of the group hold.
    Conditions,
    /// The event is the one, but a further condition on it does not hold.
    Matchers,
    /// A budget has less left than is asked.
    Budget,
    /// The effect was not reached because the rule did not fire.
    NotReached,
}

impl Reason {
    /// In words: *attribute not set*, *no session*, …
    pub fn words(&self) -> &'static str {
        match self {
            Self::Different => "value differs",
            Self::AttributeNotSet(_) => "attribute not set",
            Self::NoSession => "no session",
            Self::NoProfile => "no customer profile",
            Self::AnotherEvent => "another event",
            Self::NoCode => "no code of this campaign entered",
            Self::Code(why) => why.words(),
            Self::Conditions => "conditions not met",
            Self::Matchers => "event values differ",
            Self::Budget => "budget used up",
            Self::NotReached => "rule did not fire",
        }
    }
}

/// What a condition found.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Seen<'a> {
    /// Nothing to show.
    Nothing,
    /// A value.
    Value(Datum<'a>),
    /// A time, with the offset of the Application's zone when one was given.
    Time(Timestamp, Option<Offset>),
    /// So many cart items.
    Units(usize),
    /// So many conditions of a group hold.
    Holding(usize),
    /// Another event type.
    Event(&'a str),
    /// A code.
    Code(&'a str),
    /// An effect gave so many effects.
    Given(usize),
}

impl<'a> BlockTrace<'a> {
    /// What was known of the block beforehand: subject, operator, kind.
    pub fn label(&self) -> &'a Label {
        self.label
    }

    /// JSON pointer of the block in the document.
    pub fn pointer(&self) -> &'a str {
        &self.label.pointer
    }

    /// As people read it, such as *Session total is at least 50*.
    pub fn sentence(&self) -> &'a str {
        &self.label.sentence
    }

    /// What was expected; `None` when nothing is compared.
    pub fn expected(&self) -> Option<Cow<'a, str>> {
        if let Some(expected) = &self.label.expected {
            return Some(Cow::Borrowed(expected));
        }
        if self.wanted.is_empty() {
            return None;
        }
        let texts: Vec<String> = self.wanted.iter().map(shown).collect();
        Some(Cow::Owned(expected(self.label.operator, &texts)))
    }

    /// What was found, as text; times in UTC and, when it differs, in the Application's zone.
    pub fn actual(&self) -> Option<String> {
        match &self.seen {
            Seen::Nothing => None,
            Seen::Value(value) => Some(shown(value)),
            Seen::Time(time, None) => Some(time.to_string()),
            Seen::Time(time, Some(offset)) => Some(format!("{time} ({})", time.display_with_offset(*offset))),
            Seen::Units(1) => Some("1 cart item".to_owned()),
            Seen::Units(count) => Some(format!("{count} cart items")),
            Seen::Holding(count) => Some(format!("{count} of {} hold", self.children.len())),
            Seen::Event(name) | Seen::Code(name) => Some((*name).to_owned()),
            Seen::Given(1) => Some("1 effect".to_owned()),
            Seen::Given(count) => Some(format!("{count} effects")),
        }
    }

    /// Why the block did not pass, in words; `None` when it did.
    pub fn reason(&self) -> Option<String> {
        match &self.outcome {
            Outcome::Passed => None,
            Outcome::NotPassed(reason @ Reason::AttributeNotSet(path)) => {
                Some(format!("{}: {path}", reason.words()))
            }
            Outcome::NotPassed(reason) => Some(reason.words().to_owned()),
            Outcome::Error(trouble) => Some(trouble.to_string()),
        }
    }
}

/// What is expected, as people read it: *at least 50*, *between 10 and 20*, *contains at least 2 of \[a, b\]*.
pub(crate) fn expected(operator: Option<Operator>, operands: &[String]) -> String {
    let words = operator.map_or("", Operator::words);
    let words = words.strip_prefix("is").map_or(words, str::trim_start);
    let operands = match (operator.map(Operator::shape), operands) {
        (Some(Shape::ValuesCount), [values, count]) => format!("{count} of {values}"),
        _ => operands.join(" and "),
    };
    format!("{words} {operands}").trim().to_owned()
}

/// A value as people read it: empty texts and lists are visible.
pub(crate) fn text(value: &Value) -> String {
    shown(&Datum::of(value))
}

fn shown(value: &Datum<'_>) -> String {
    let mut out = String::new();
    match value {
        Datum::Text(text) if text.is_empty() => out.push_str("(empty)"),
        Datum::List(items) if items.is_empty() => out.push_str("(empty list)"),
        Datum::List(_) => {
            out.push('[');
            value.render(None, &mut out);
            out.push(']');
        }
        Datum::Text(_)
        | Datum::Number(_)
        | Datum::Bool(_)
        | Datum::Time(_)
        | Datum::Location(_)
        | Datum::Units(_) => value.render(None, &mut out),
    }
    out
}
