//! Calls over HTTP on the screen: what is asked for, rows, one in full.

use serde::{Deserialize, Serialize};
use specta::Type;

/// How a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum CallOutcome {
    /// With a status below 400.
    Answered,
    /// With a status of 400 or more.
    Refused,
    /// Without an answer, on purpose.
    Dropped,
}

/// Which calls are wanted. Everything left out does not filter.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct CallFilterView {
    /// `GET`, `PUT` and so on.
    pub method: Option<String>,
    /// How it ended.
    pub outcome: Option<CallOutcome>,
    /// Anywhere in uuid, path, query, user agent and bodies.
    pub text: Option<String>,
    /// The event it made.
    pub event: Option<String>,
}

/// One call in the table.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CallRowView {
    /// Its place in the list.
    pub id: String,
    /// What the caller was told it is called.
    pub uuid: String,
    /// When it came in, by the computer's clock.
    pub at: String,
    /// `GET`, `PUT` and so on.
    pub method: String,
    /// The path as it was sent.
    pub path: String,
    /// The query as it was sent, without the question mark; empty when there was none.
    pub query: String,
    /// The status of the answer; 0 when the connection was dropped.
    pub status: u32,
    /// How it ended.
    pub outcome: CallOutcome,
    /// How long the answer took, in microseconds.
    pub duration_us: u32,
    /// What the caller says it is; empty when it said nothing.
    pub user_agent: String,
    /// The kind of key it came with; empty when there was none.
    pub scheme: String,
    /// The fault it met on purpose, in words; empty when it met none.
    pub fault: String,
    /// The last event it made.
    pub event: Option<String>,
}

/// A page of calls, the newest first.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CallPage {
    /// The rows.
    pub rows: Vec<CallRowView>,
    /// Ask with this for the next page; absent on the last.
    pub next: Option<String>,
    /// How many match in all.
    pub total: u32,
}

/// A body as it was kept.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BodyView {
    /// Its text; only the beginning when it was cut.
    pub text: String,
    /// How many bytes it has in all.
    pub size: u32,
    /// The rest of it was not kept.
    pub cut: bool,
}

/// One call in full.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CallView {
    /// Its row.
    pub row: CallRowView,
    /// What was asked.
    pub request: BodyView,
    /// What was answered.
    pub response: BodyView,
    /// The call for a terminal, to the address and with the key given; absent when its body was cut.
    pub curl: Option<String>,
}
