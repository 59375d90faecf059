//! The workspace on the screen, and what a refusal looks like there.

use serde::{Deserialize, Serialize};
use specta::Type;

/// Where the vendor is silent, the choice is the workspace's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SettingsView {
    /// A session created as closed also emits `talon_session_closed`.
    pub emit_closed_on_create: bool,
    /// A custom event without a session binds to the profile's most recently updated open one.
    pub bind_to_open_session: bool,
    /// Rules may look at totals and prices after the discounts of campaigns before theirs.
    pub cascading_discounts: bool,
    /// ISO 4217 code, for display.
    pub currency: String,
    /// IANA zone, for display.
    pub time_zone: String,
}

/// The open workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceView {
    /// Its name.
    pub name: String,
    /// The file.
    pub path: String,
    /// Size of the file in bytes.
    pub size: u32,
    /// Events recorded.
    pub events: u32,
    /// Choices.
    pub settings: SettingsView,
}

/// A workspace opened before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RecentView {
    /// Its name.
    pub name: String,
    /// The file.
    pub path: String,
    /// When it was last opened.
    pub opened: String,
    /// Size in bytes; absent when the file is not there any more.
    pub size: Option<u32>,
}

/// Which kinds of data a write made stale; also the first part of the window's query keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Stale {
    /// The workspace itself.
    Workspace,
    /// Attributes and event types.
    Dictionary,
    /// Campaigns and rules.
    Campaigns,
    /// Coupon codes.
    Coupons,
    /// Sessions.
    Sessions,
    /// Profiles.
    Profiles,
    /// The journal.
    Events,
    /// The calls that came in over HTTP.
    Requests,
}

/// What someone can do about a refusal; a code exists only because something branches on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum RefusalCode {
    /// Mend the fields named.
    Invalid,
    /// The session has no such move.
    Move,
    /// There is no such thing.
    NotFound,
    /// The file cannot be used as asked.
    File,
    /// No workspace is open.
    NoWorkspace,
    /// Someone gave it up.
    Cancelled,
}

/// One field that is not acceptable.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FieldProblemView {
    /// JSON pointer of the field: `/cartItems/2/price`.
    pub field: String,
    /// Kind of mistake.
    pub title: String,
    /// One sentence with what would be right.
    pub message: String,
    /// Inside a text such as an expression: the first character.
    pub start: Option<u32>,
    /// One past the last.
    pub end: Option<u32>,
}

/// The one error every command answers with.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RefusalView {
    /// What to do about it.
    pub code: RefusalCode,
    /// One sentence.
    pub message: String,
    /// The fields, when fields are the matter.
    pub problems: Vec<FieldProblemView>,
}
