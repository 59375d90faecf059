//! An effect on the screen.

use serde::Serialize;
use specta::Type;

/// One property of an effect.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PropView {
    /// The vendor's name.
    pub name: String,
    /// Its value as people read it.
    pub value: String,
}

/// The unit of the cart an effect is for.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct UnitView {
    /// Zero-based line.
    pub position: u32,
    /// Zero-based piece.
    pub sub_position: u32,
}

/// One effect.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EffectView {
    /// The campaign that gave it.
    pub campaign_id: u32,
    /// Its name now.
    pub campaign_name: String,
    /// Zero-based place of the rule.
    pub rule_index: u32,
    /// The rule's title.
    pub rule_name: String,
    /// The code the rule was evaluated for, when it was for one.
    pub code: Option<String>,
    /// The vendor's effect type.
    pub effect_type: String,
    /// What it does, in one sentence.
    pub sentence: String,
    /// Money given (positive) or taken back (negative), if it is about money.
    pub amount: Option<String>,
    /// The unit it is for, if it is for one.
    pub unit: Option<UnitView>,
    /// It was given because a condition failed.
    pub on_failure: bool,
    /// Everything in it, by the vendor's names.
    pub props: Vec<PropView>,
    /// The effect in the vendor's envelope.
    pub json: String,
}
