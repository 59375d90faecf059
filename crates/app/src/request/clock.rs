//! Body of *Set clock*. The vendor has no such call: it is our addition.

use serde::{Deserialize, Serialize};
use specta::Type;

/// How the workspace clock is set. With `held`, at most one of `at`, `advance` and `to` says where; with none of them
/// the clock stops where it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClockRequest {
    /// `wall` or `held`.
    pub mode: ClockMode,
    /// A time in RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// An ISO 8601 duration from the clock's present time: `PT1H`, `P1D`, `-P1W`. Days and longer are calendar days of
    /// the workspace's zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advance: Option<String>,
    /// A landmark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<ClockTarget>,
}

/// Which clock the workspace goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ClockMode {
    /// The computer's.
    Wall,
    /// One that stands still until it is set again.
    Held,
}

/// A landmark seen from the clock's present time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ClockTarget {
    /// The first one later than now.
    NextLandmark,
    /// The last one earlier than now.
    PreviousLandmark,
}
