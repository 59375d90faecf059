//! Effects about codes, as sentences and as the vendor's props.

use domain::effect::{CouponRejection, EffectKind};
use domain::redeemable::Rejection;

use crate::json::Json;

/// What the effect does, in one sentence; nothing for effects that are not about codes.
pub fn sentence(kind: &EffectKind) -> String {
    match kind {
        EffectKind::AcceptCoupon { value } => format!("Code {value} is accepted"),
        EffectKind::RejectCoupon(rejection) => rejection_sentence(rejection),
        EffectKind::CouponCreated { value, profile, order: Some(_) } => {
            format!("A code {value} will be created{} when the session closes", whose(profile))
        }
        EffectKind::CouponCreated { value, profile, order: None } => {
            format!("Code {value} is created{}", whose(profile))
        }
        EffectKind::ReserveCoupon { value, profile, is_new: true } => {
            format!("Code {value} is reserved for {profile}")
        }
        EffectKind::ReserveCoupon { value, profile, is_new: false } => {
            format!("Code {value} stays reserved for {profile}")
        }
        EffectKind::RollbackCoupon { value } => format!("Code {value} can be used again"),
        EffectKind::SetDiscount { .. }
        | EffectKind::SetDiscountPerItem { .. }
        | EffectKind::SetDiscountPerAdditionalCost { .. }
        | EffectKind::SetDiscountPerAdditionalCostPerItem { .. }
        | EffectKind::AddFreeItem { .. }
        | EffectKind::ShowNotification { .. }
        | EffectKind::UpdateAttribute { .. }
        | EffectKind::CustomEffect { .. }
        | EffectKind::Error { .. }
        | EffectKind::RollbackDiscount { .. } => String::new(),
    }
}

fn whose(profile: &str) -> String {
    if profile.is_empty() { String::new() } else { format!(" for {profile}") }
}

/// Why a code is of no use, in one sentence.
pub fn rejection_sentence(rejection: &CouponRejection) -> String {
    let CouponRejection { value, reason, details, .. } = rejection;
    let more = if details.is_empty() { String::new() } else { format!(": {details}") };
    format!("Code {value} is rejected because {}{more}", reason.words())
}

/// Why a code is of no use, without naming it: a sentence of its own.
pub fn why(reason: Rejection, details: &str) -> String {
    let words = reason.words();
    let mut letters = words.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    let more = if details.is_empty() { String::new() } else { format!(": {details}") };
    format!("{first}{}{more}.", letters.as_str())
}

/// The props by the vendor's names; nothing for effects that are not about codes.
pub fn props(kind: &EffectKind) -> Vec<(&'static str, Json)> {
    let text = |text: &str| Json::of(&text);
    match kind {
        EffectKind::AcceptCoupon { value } | EffectKind::RollbackCoupon { value } => {
            vec![("value", text(value))]
        }
        EffectKind::RejectCoupon(rejection) => {
            let mut props =
                vec![("value", text(&rejection.value)), ("rejectionReason", text(rejection.reason.name()))];
            props.extend(rejection.condition_index.map(|index| ("conditionIndex", Json::of(&index))));
            props.extend(rejection.effect_index.map(|index| ("effectIndex", Json::of(&index))));
            let texts = [("details", &rejection.details), ("campaignExclusionReason", &rejection.exclusion)];
            let filled = texts.into_iter().filter(|(_, value)| !value.is_empty());
            props.extend(filled.map(|(name, value)| (name, text(value))));
            props
        }
        EffectKind::CouponCreated { value, profile, .. } => {
            vec![("value", text(value)), ("profileId", text(profile))]
        }
        EffectKind::ReserveCoupon { value, profile, is_new } => vec![
            ("couponValue", text(value)),
            ("profileIntegrationId", text(profile)),
            ("isNewReservation", Json::of(is_new)),
        ],
        EffectKind::SetDiscount { .. }
        | EffectKind::SetDiscountPerItem { .. }
        | EffectKind::SetDiscountPerAdditionalCost { .. }
        | EffectKind::SetDiscountPerAdditionalCostPerItem { .. }
        | EffectKind::AddFreeItem { .. }
        | EffectKind::ShowNotification { .. }
        | EffectKind::UpdateAttribute { .. }
        | EffectKind::CustomEffect { .. }
        | EffectKind::Error { .. }
        | EffectKind::RollbackDiscount { .. } => Vec::new(),
    }
}
