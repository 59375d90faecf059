//! A customer session on the screen.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::coupon::CodeView;
use super::effect::EffectView;
use crate::json::Json;

/// The states of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum StateView {
    /// Still being filled.
    Open,
    /// Paid.
    Closed,
    /// Some units were brought back.
    PartiallyReturned,
    /// Given up or revoked.
    Cancelled,
}

/// What can be asked of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum AskView {
    /// Update and stay open.
    Update,
    /// Close.
    Close,
    /// Cancel.
    Cancel,
    /// Return items.
    Return,
    /// Reopen.
    Reopen,
}

/// One arrow of the state diagram as it stands for a session.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MoveView {
    /// What is asked.
    pub ask: AskView,
    /// Where it leads; absent when it is refused.
    pub to: Option<StateView>,
    /// The event it makes; absent when it is refused.
    pub event: Option<String>,
    /// Whether it is legal now.
    pub allowed: bool,
    /// Why not, in one sentence.
    pub reason: Option<String>,
    /// What it takes back and how many effects stay, in one sentence, for moves that end something.
    pub consequence: Option<String>,
}

/// A line of the state diagram: every legal move of every session.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DiagramEdge {
    /// From; absent for a session that does not exist yet.
    pub from: Option<StateView>,
    /// What is asked.
    pub ask: AskView,
    /// Where it leads.
    pub to: StateView,
    /// The event it makes.
    pub event: String,
}

/// An attribute and its value.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AttributeValueView {
    /// API name.
    pub name: String,
    /// The name people read.
    pub title: String,
    /// Its type by the vendor's name.
    #[serde(rename = "type")]
    pub kind: String,
    /// The value as people read it.
    pub text: String,
    /// The value as JSON.
    pub value: Json,
}

/// A named additional cost.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CostView {
    /// Its name.
    pub name: String,
    /// Its price.
    pub price: String,
}

/// What a line weighs and measures; absent where it was not said.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MeasuresView {
    /// Grams.
    pub weight: Option<String>,
    /// Millimetres.
    pub height: Option<String>,
    /// Millimetres.
    pub width: Option<String>,
    /// Millimetres.
    pub length: Option<String>,
}

/// One line of the cart.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CartLineView {
    /// Zero-based place.
    pub position: u32,
    /// Stock-keeping unit.
    pub sku: String,
    /// The name people read; empty when there is none.
    pub name: String,
    /// Category; empty when there is none.
    pub category: String,
    /// Product; empty when there is none.
    pub product: String,
    /// Weight and size of one unit.
    pub measures: MeasuresView,
    /// Units.
    pub quantity: u32,
    /// Units brought back.
    pub returned_quantity: u32,
    /// Units left.
    pub remaining_quantity: u32,
    /// Price of one unit.
    pub price: String,
    /// Standing discount on this line's units.
    pub discount: String,
    /// Price × quantity, before discounts.
    pub total: String,
    /// Attributes of the line.
    pub attributes: Vec<AttributeValueView>,
    /// Additional costs of the line.
    pub additional_costs: Vec<CostView>,
}

/// Sums of a session.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TotalsView {
    /// Σ price × quantity.
    pub cart_item_total: String,
    /// The session's own additional costs.
    pub additional_cost_total: String,
    /// The lines' additional costs.
    pub cart_item_additional_cost_total: String,
    /// All three, before discounts.
    pub total: String,
    /// Standing discounts together.
    pub discount: String,
    /// What is to pay for the items that are kept, never below zero; nothing for a cancelled session.
    pub payable: String,
    /// Discounts exceed the total, so what is left to pay was floored at zero.
    pub floored: bool,
}

/// A session with everything the stage shows.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SessionView {
    /// Integration id.
    pub id: String,
    /// Integration id of the profile; absent when anonymous.
    pub profile_id: Option<String>,
    /// State.
    pub state: StateView,
    /// First session of its profile.
    pub first_session: bool,
    /// 1 at creation, +1 per stored request.
    pub update_count: u32,
    /// When it was created.
    pub created: String,
    /// When it last changed.
    pub updated: String,
    /// When it was closed, if it was.
    pub closed_at: Option<String>,
    /// The cart.
    pub items: Vec<CartLineView>,
    /// Coupon codes.
    pub coupon_codes: Vec<String>,
    /// What became of each of them.
    pub codes: Vec<CodeView>,
    /// Referral code; empty when there is none.
    pub referral_code: String,
    /// Identifiers.
    pub identifiers: Vec<String>,
    /// Loyalty cards.
    pub loyalty_cards: Vec<String>,
    /// Store, if any.
    pub store: Option<String>,
    /// Additional costs.
    pub additional_costs: Vec<CostView>,
    /// Session attributes.
    pub attributes: Vec<AttributeValueView>,
    /// Sums.
    pub totals: TotalsView,
    /// What can be asked now, and what cannot and why.
    pub moves: Vec<MoveView>,
    /// Effects that stand now.
    pub effects: Vec<EffectView>,
    /// Place in the journal of its latest event.
    pub latest_seq: Option<String>,
}

/// A session in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SessionRowView {
    /// Integration id.
    pub id: String,
    /// Integration id of the profile; absent when anonymous.
    pub profile_id: Option<String>,
    /// State.
    pub state: StateView,
    /// Total before discounts.
    pub total: String,
    /// When it last changed.
    pub updated: String,
}

/// Which sessions are wanted.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct SessionFilter {
    /// Part of the session's or the profile's id.
    pub text: Option<String>,
    /// This profile only.
    pub profile: Option<String>,
    /// These states only; empty for all.
    pub states: Vec<StateView>,
}

/// A page of sessions, latest change first.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SessionPage {
    /// The rows.
    pub rows: Vec<SessionRowView>,
    /// Ask with this for the next page; absent on the last.
    pub next: Option<String>,
}
