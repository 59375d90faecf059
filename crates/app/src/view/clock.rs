//! The workspace clock on the screen.

use serde::Serialize;
use specta::Type;

use crate::request::clock::ClockMode;

/// What a landmark is about; a kind exists for everything that changes by itself as time goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum LandmarkKind {
    /// A campaign ends.
    CampaignEnd,
    /// Codes expire.
    CouponExpiry,
    /// A campaign starts.
    CampaignStart,
    /// Codes can be used from then on.
    CouponStart,
    /// A budget starts afresh.
    BudgetReset,
}

/// A moment at which something changes by itself.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LandmarkView {
    /// When.
    pub at: String,
    /// What kind of change.
    pub kind: LandmarkKind,
    /// The change in words: *“Summer sale” starts*.
    pub title: String,
    /// The campaign it belongs to.
    pub campaign_id: Option<u32>,
}

/// The clock and what lies around it.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ClockView {
    /// The computer's clock, or one that stands still.
    pub mode: ClockMode,
    /// The time now.
    pub now: String,
    /// The latest landmarks up to now, the earliest first.
    pub past: Vec<LandmarkView>,
    /// Landmarks before those.
    pub more_past: u32,
    /// The landmarks to come, the earliest first.
    pub coming: Vec<LandmarkView>,
    /// Landmarks after those.
    pub more_coming: u32,
    /// Where *next landmark* leads; absent when nothing is to come.
    pub next: Option<String>,
    /// Where *previous landmark* leads; absent when nothing lies behind.
    pub previous: Option<String>,
}
