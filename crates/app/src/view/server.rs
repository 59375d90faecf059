//! The local server on the screen: where it is, with which keys, and the faults a client is to meet.

use serde::{Deserialize, Serialize};
use specta::Type;

/// What happens to a call on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum FaultKind {
    /// It is answered, but late.
    Delay,
    /// 409: too many requests are updating the same thing.
    Conflict,
    /// 429: too many requests.
    TooMany,
    /// 500: the server failed.
    Failure,
    /// The connection is closed without an answer.
    Drop,
}

/// A fault that a share of the calls meets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FaultView {
    /// What happens.
    pub kind: FaultKind,
    /// Only calls whose path holds this text; all when it is empty.
    pub path: String,
    /// Of a hundred such calls, this many meet it: 1 to 100.
    pub share: u32,
    /// How late the answer is, in milliseconds; for a delay.
    pub delay_ms: u32,
    /// It is switched on.
    pub on: bool,
}

/// The local server of the open workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ServerView {
    /// Where it listens now; absent while it is off.
    pub address: Option<String>,
    /// The port it is wanted at; absent when any free one will do.
    pub port: Option<u32>,
    /// The key of the Integration API.
    pub api_key: String,
    /// The key of the Management API.
    pub management_key: String,
    /// A first call for a terminal; absent while it is off.
    pub curl: Option<String>,
    /// What calls meet on purpose.
    pub faults: Vec<FaultView>,
}
