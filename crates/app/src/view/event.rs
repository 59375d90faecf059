//! Events on the screen: what is asked for, rows, facets, one in full.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::effect::EffectView;
use super::fate::FateView;
use super::ledger::LifeView;
use super::not_evaluated::NotEvaluatedView;
use super::profile::ProfileView;
use super::session::{AttributeValueView, SessionView, StateView};
use super::trace::CampaignTraceView;

/// An attribute of an event and the value it must hold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AttributeFilter {
    /// API name.
    pub name: String,
    /// Text the value must contain.
    pub value: String,
}

/// Which events are wanted. Everything left out does not filter.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct EventFilter {
    /// Only these event types.
    pub types: Vec<String>,
    /// None of these event types.
    pub excluded_types: Vec<String>,
    /// This session.
    pub session: Option<String>,
    /// This profile.
    pub profile: Option<String>,
    /// Events in which this campaign gave an effect.
    pub campaign: Option<u32>,
    /// Events with an effect of this type.
    pub effect_type: Option<String>,
    /// Only sessions left in these states.
    pub states: Vec<StateView>,
    /// Events in which none of these campaigns gave an effect.
    pub excluded_campaigns: Vec<u32>,
    /// Events without an effect of these types.
    pub excluded_effect_types: Vec<String>,
    /// No sessions left in these states.
    pub excluded_states: Vec<StateView>,
    /// Events with a code rejected for one of these reasons.
    pub rejections: Vec<String>,
    /// Events without a code rejected for these reasons.
    pub excluded_rejections: Vec<String>,
    /// Only from these doors.
    pub sources: Vec<String>,
    /// From none of these doors.
    pub excluded_sources: Vec<String>,
    /// Not before, RFC 3339.
    pub from: Option<String>,
    /// Before, RFC 3339.
    pub until: Option<String>,
    /// All of these attribute values.
    pub attributes: Vec<AttributeFilter>,
    /// A query: words that stand anywhere, and terms such as `type:pageview`.
    pub text: Option<String>,
}

/// One event in the table.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EventRowView {
    /// Place in the journal.
    pub seq: String,
    /// When.
    pub at: String,
    /// Event type.
    pub event_type: String,
    /// What it says, for people.
    pub title: String,
    /// One of the nine.
    pub built_in: bool,
    /// Customer; absent when anonymous.
    pub profile_id: Option<String>,
    /// Session; absent when there was none.
    pub session_id: Option<String>,
    /// How many effects.
    pub effects: u32,
    /// The state it left the session in.
    pub state: Option<StateView>,
    /// Total before discounts.
    pub total: Option<String>,
    /// Discounts given (positive) and taken back (negative) by this event.
    pub discount: String,
    /// Rejected codes.
    pub rejections: u32,
    /// Which door it came through.
    pub source: String,
}

/// A page of events, newest first.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EventPage {
    /// The rows.
    pub rows: Vec<EventRowView>,
    /// Ask with this for the next page; absent on the last.
    pub next: Option<String>,
    /// How many match in all.
    pub total: u32,
}

/// A value and how often it occurs.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FacetValue {
    /// What the filter wants.
    pub value: String,
    /// What people read.
    pub label: String,
    /// How often.
    pub count: u32,
}

/// One bar of the histogram.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Bucket {
    /// Start.
    pub from: String,
    /// End, not included.
    pub until: String,
    /// Events in it.
    pub count: u32,
}

/// Values present among the matching events.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EventFacets {
    /// Event types.
    pub types: Vec<FacetValue>,
    /// Session states.
    pub states: Vec<FacetValue>,
    /// Campaigns that gave effects.
    pub campaigns: Vec<FacetValue>,
    /// Effect types.
    pub effect_types: Vec<FacetValue>,
    /// Why codes were rejected.
    pub rejections: Vec<FacetValue>,
    /// Where requests came from.
    pub sources: Vec<FacetValue>,
    /// Events over time, at most 60 bars.
    pub histogram: Vec<Bucket>,
}

/// One thing that is different after the event.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ChangeView {
    /// What, for people: `Session · Cart item 2 · Quantity`.
    pub what: String,
    /// Before; absent when there was nothing.
    pub before: Option<String>,
    /// After; absent when there is nothing.
    pub after: Option<String>,
}

/// One event in full.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EventDetailView {
    /// Its row.
    pub row: EventRowView,
    /// What happened, sentence by sentence.
    pub story: Vec<String>,
    /// The event's attributes.
    pub attributes: Vec<AttributeValueView>,
    /// Its effects.
    pub effects: Vec<EffectView>,
    /// What became of each effect since, in the order of `effects`.
    pub lives: Vec<LifeView>,
    /// Every campaign that was evaluated, fired or not.
    pub campaigns: Vec<CampaignTraceView>,
    /// Campaigns that were not evaluated, and why.
    pub not_evaluated: Vec<NotEvaluatedView>,
    /// The operation, such as `updateSession`.
    pub op: String,
    /// The request as a line of `till apply`: operation, id, query, body.
    pub request: String,
    /// The request as a call of the vendor's Integration API, for a terminal; absent when there is no such call.
    pub curl: Option<String>,
    /// What is different afterwards.
    pub changes: Vec<ChangeView>,
    /// The event before it in the same session.
    pub previous_in_session: Option<String>,
    /// The event after it in the same session.
    pub next_in_session: Option<String>,
}

/// What a request did, or would do.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OutcomeView {
    /// It was only rehearsed; nothing was stored.
    pub dry: bool,
    /// The last event's place in the journal; absent when dry or when no event was made.
    pub seq: Option<String>,
    /// The event types it made, in order.
    pub events: Vec<String>,
    /// The session afterwards, if there is one.
    pub session: Option<SessionView>,
    /// The profile afterwards, unless anonymous.
    pub profile: Option<ProfileView>,
    /// The effects of this request.
    pub effects: Vec<EffectView>,
    /// For cancelling, returning and reopening: what is taken back, what stays and why, and the sums before and after.
    pub fate: Option<FateView>,
    /// Every campaign evaluated.
    pub campaigns: Vec<CampaignTraceView>,
    /// Campaigns that were not evaluated, and why.
    pub not_evaluated: Vec<NotEvaluatedView>,
    /// Things a tester should know, such as our choices where the vendor is silent.
    pub notes: Vec<String>,
}

/// How an export is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ExportFormat {
    /// Comma-separated, formula-safe, one header line.
    Csv,
    /// One array of objects.
    Json,
}

/// The columns of the events table, by the names they are exported under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum EventColumn {
    /// When, in UTC.
    Time,
    /// Event type.
    Event,
    /// Integration id of the profile.
    Customer,
    /// Integration id of the session.
    Session,
    /// Number of effects.
    Effects,
    /// State after.
    State,
    /// Total before discounts.
    Total,
    /// Discount of this event.
    Discount,
    /// Rejected codes.
    Rejections,
    /// Door.
    Source,
}

/// What came of an export.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ExportView {
    /// Where the file is.
    pub path: String,
    /// Rows written.
    pub rows: u32,
}
