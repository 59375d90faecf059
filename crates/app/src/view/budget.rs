//! Budgets on the screen: how much of each is used up, and when it starts afresh.

use serde::Serialize;
use specta::Type;

/// A budget of a campaign in its present period.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BudgetView {
    /// What is limited, by the vendor's name.
    pub action: String,
    /// The limit as people read it.
    pub limit: String,
    /// `daily`, `weekly`, `monthly`, `yearly` or `overall`.
    pub period: String,
    /// For each of whom it counts by itself, by the vendor's names; empty for the whole campaign.
    pub entities: Vec<String>,
    /// All of it as people read it: *100.00 in discounts a month for each customer*.
    pub sentence: String,
    /// The next moment it starts afresh; absent when it never does.
    pub resets: Option<String>,
    /// That in words, in the Application's zone.
    pub resets_words: String,
    /// How much is used, the fullest first; empty when nothing is. One without entities, otherwise one for each of them.
    pub counters: Vec<CounterView>,
    /// How many counters have something used; more than are shown, when there are many.
    pub counter_count: u32,
}

/// How much of a budget one of its entities used.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CounterView {
    /// Who, such as `ana`; empty for the whole campaign.
    pub entity: String,
    /// How much is used, as people read it.
    pub used: String,
    /// How much is left, as people read it.
    pub left: String,
    /// How full it is, in hundredths from 0 to 100.
    pub percent: u32,
    /// Nothing is left.
    pub is_used_up: bool,
}

/// What a budget can be made of.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BudgetVocabularyView {
    /// What can be limited.
    pub actions: Vec<BudgetActionView>,
    /// How often it can start afresh.
    pub periods: Vec<BudgetWordView>,
}

/// Something a budget can limit.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BudgetActionView {
    /// The vendor's name.
    pub name: String,
    /// The words people read.
    pub title: String,
    /// An amount of money, not a number.
    pub is_money: bool,
    /// For each of whom it can be counted.
    pub entities: Vec<BudgetWordView>,
}

/// A word of the vendor's with what people read.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BudgetWordView {
    /// The vendor's name.
    pub name: String,
    /// The words people read.
    pub title: String,
}
