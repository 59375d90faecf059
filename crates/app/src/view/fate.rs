//! What a move that ends something does to what a session was given, before or after it happened.

use serde::Serialize;
use specta::Type;

/// The fate of everything that stood.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FateView {
    /// All of it in one sentence.
    pub sentence: String,
    /// What is taken back, in the order it was granted.
    pub taken_back: Vec<TakenBackView>,
    /// How many more are taken back than are listed.
    pub more_taken_back: u32,
    /// What stays, in the order it was granted.
    pub stays: Vec<StaysView>,
    /// How many more stay than are listed.
    pub more_stays: u32,
    /// Sums and counters before and after.
    pub afterwards: Vec<AfterwardsView>,
}

/// A grant that is taken back, in full or in part.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TakenBackView {
    /// What was granted, in one sentence.
    pub what: String,
    /// The campaign that gave it.
    pub campaign_name: String,
    /// The event that granted it: its place in the journal.
    pub granted_by: String,
    /// How much was granted: money, or a count.
    pub granted: String,
    /// How much of it is taken back.
    pub amount: String,
}

/// A grant that stays.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StaysView {
    /// What was granted, in one sentence.
    pub what: String,
    /// The campaign that gave it.
    pub campaign_name: String,
    /// The event that granted it: its place in the journal.
    pub granted_by: String,
    /// How much stays; absent for what is not money.
    pub amount: Option<String>,
    /// Why, in one sentence.
    pub why: String,
}

/// A sum or a counter.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AfterwardsView {
    /// What it counts.
    pub what: String,
    /// Before.
    pub before: String,
    /// Afterwards.
    pub after: String,
}
