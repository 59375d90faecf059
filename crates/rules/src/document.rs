//! The rule document in the vendor's V2 block format.
//!
//! Names, types and required fields follow the vendor's `RulesetV2`; blocks that cannot be run here are refused by name.
//! Reading is strict: unknown fields, repeated fields and wrong types are refused, each with its JSON pointer.

mod blocks;
mod coupon_blocks;
mod fields;
mod json;
mod read;
mod read_blocks;

pub use blocks::{
    AttributeUpdate, Award, Block, BlockKind, BudgetCheck, BudgetOperator, Check, CustomEffect, EffectTarget,
    EventCheck, FreeItem, Group, GroupOperator, Notification, Operands, Reference, Target, TargetType,
    UpdateOperator, Updated,
};

pub use coupon_blocks::{CouponCheck, CouponCreation};
pub(crate) use fields::{escape, wrong_type};

use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::problem::Problem;

/// The most bytes of a document.
pub const MOST_BYTES: usize = 1_048_576;
/// The deepest nesting of arrays and objects in a document.
pub const DEEPEST: usize = 32;
/// The most rules of a document.
pub const MOST_RULES: usize = 100;
/// The most blocks of a rule, counted through all groups, matchers and failure effects.
pub const MOST_BLOCKS: usize = 200;
/// The most selectors of a document.
pub const MOST_SELECTORS: usize = 100;
/// The most steps of a selector.
pub const MOST_STEPS: usize = 20;

/// The rules of a campaign. Source: the vendor's `RulesetV2`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RulesetDocument {
    /// The vendor's `id`, `created`, `userId`, `campaignId`, `templateId` and `activatedAt` of an imported document:
    /// kept as they came, never read.
    #[serde(flatten)]
    pub origin: Map<String, Json>,
    /// The rules, in the order they are evaluated.
    pub promotion_rules: Vec<Rule>,
    /// The selectors (cart item filters), in the order they may name each other.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub selectors: Vec<Selector>,
}

/// A rule. Source: the vendor's `PromotionRuleV2`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rule {
    /// The author's identity for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The rule it was copied from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<String>,
    /// What people call it.
    pub title: String,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Conditions and effects in one ordered list.
    pub blocks: Vec<Block>,
}

/// A named list of cart items or of values computed from them. Source: the vendor's `Selector`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", tag = "type", rename = "selector")]
pub struct Selector {
    /// The name expressions and targets use: a letter, then letters, digits and `_`.
    pub name: String,
    /// `$Session.CartItems`, the only source there is.
    pub source: String,
    /// What happens to the list, one after the other.
    pub steps: Vec<Step>,
}

/// A step of a selector. Source: the vendor's `SelectorStep`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", tag = "type")]
pub enum Step {
    /// Keeps the items for which the predicate, a `checkAttribute` or `group` block, holds.
    Filter {
        /// The condition, on `$Item`.
        predicate: Box<Block>,
    },
    /// Puts the items in order.
    Sort {
        /// The first field decides; the next ones break ties.
        fields: Vec<SortField>,
    },
    /// Keeps some of the items by their place.
    Select(Selection),
    /// Turns every item into a value.
    Map {
        /// The value, on `$Item`.
        expression: String,
    },
    /// Turns the list into one value.
    Reduce {
        /// How.
        operator: Reduction,
    },
    /// Turns the order round.
    Reverse,
}

/// One field of a sort step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SortField {
    /// The value to order by, on `$Item`.
    pub expression: String,
    /// Which end comes first.
    pub direction: Direction,
}

/// Which end comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Direction {
    /// The smallest first.
    Asc,
    /// The largest first.
    Desc,
}

/// Which places of the list are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", tag = "operator")]
pub enum Selection {
    /// Up to `count` items from one end.
    Many {
        /// The end to count from.
        from: End,
        /// How many at most.
        count: u32,
    },
    /// The items from `from` up to but not including `to`, counted from 0; fewer when the list is short.
    Between {
        /// The first place.
        from: u32,
        /// The first place left out.
        to: u32,
    },
    /// The item at one place, counted from 0; a list that is too short fails the rule.
    One {
        /// The place.
        index: u32,
    },
}

/// An end of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum End {
    /// The first items.
    Start,
    /// The last items.
    End,
}

/// How a list becomes one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Reduction {
    /// The largest number; an empty list fails the rule.
    Max,
    /// The smallest number; an empty list fails the rule.
    Min,
    /// The numbers added up.
    Sum,
    /// How many there are.
    Count,
    /// Whether there are none.
    Empty,
}

/// Reads a document.
///
/// # Errors
/// Every mistake found, each with its JSON pointer; never empty.
pub fn parse(json: &str) -> Result<RulesetDocument, Vec<Problem>> {
    let value = json::read(json).map_err(|problem| vec![problem])?;
    read::document(&value)
}

/// Writes a document so that [`parse`] reads the same one, with two spaces of indentation.
pub fn to_json(document: &RulesetDocument) -> String {
    // A document holds only texts, numbers and lists, all of which JSON can hold: writing to memory cannot fail.
    serde_json::to_string_pretty(document).unwrap_or_default()
}
