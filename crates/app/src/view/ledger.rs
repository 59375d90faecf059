//! The ledger of a session as a statement, and the lives of single effects.

use serde::Serialize;
use specta::Type;

use super::session::StateView;

/// How an effect stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum LifeStateView {
    /// All of it stands.
    Stands,
    /// All of it was taken back.
    TakenBack,
    /// A part of it was taken back.
    InPart,
    /// It takes something back itself.
    Rollback,
    /// It only said something.
    Message,
    /// It is shown and not granted yet.
    Preview,
    /// It was shown and never granted.
    Lapsed,
    /// It belongs to its event alone.
    Apart,
}

/// What became of an effect since its event.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LifeView {
    /// In one word.
    pub state: LifeStateView,
    /// In one sentence.
    pub sentence: String,
    /// The events the sentence names, by their places in the journal.
    pub events: Vec<String>,
}

/// A session's ledger, like a bank's statement.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StatementView {
    /// Integration id of the session.
    pub session_id: String,
    /// Its state now.
    pub state: StateView,
    /// What stands, in one sentence.
    pub sentence: String,
    /// The first entries, in order.
    pub rows: Vec<StatementRowView>,
    /// How many more entries there are.
    pub left_off: u32,
    /// The accounts that have entries.
    pub accounts: Vec<AccountView>,
    /// What an open session shows and does not grant yet.
    pub preview: Vec<PreviewRowView>,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StatementRowView {
    /// The event: its place in the journal.
    pub seq: String,
    /// When.
    pub at: String,
    /// Event type.
    pub event_type: String,
    /// What the event type says, for people.
    pub event_title: String,
    /// The account.
    pub account: String,
    /// What was granted or taken back, in one sentence.
    pub what: String,
    /// The campaign behind it.
    pub campaign_name: String,
    /// Given by this entry.
    pub granted: Option<String>,
    /// Taken back by this entry.
    pub taken_back: Option<String>,
    /// What stands in the account after this entry.
    pub balance: String,
    /// What became of it since.
    pub life: LifeView,
}

/// The sums of one account.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AccountView {
    /// Its name.
    pub name: String,
    /// Whether it is money; otherwise effects are counted.
    pub is_money: bool,
    /// Given.
    pub granted: String,
    /// Taken back.
    pub taken_back: String,
    /// What stands: given − taken back.
    pub standing: String,
}

/// Something an open session shows.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PreviewRowView {
    /// What, in one sentence.
    pub what: String,
    /// The campaign behind it.
    pub campaign_name: String,
    /// How much, if it is about money.
    pub amount: Option<String>,
}
