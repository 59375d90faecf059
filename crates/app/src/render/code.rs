//! The codes of a session, each with what became of it.

use std::collections::BTreeSet;

use domain::effect::{CouponRejection, Effect, EffectKind};
use domain::event::SessionState;
use domain::session::Session;

use super::coupon_effect::why;
use crate::codes::NO_CAMPAIGN;
use crate::view::coupon::{CodeVerdictView, CodeView};

/// The codes of `session`, each once, judged by the effects that stand for it.
pub fn all(session: &Session, standing: &[Effect]) -> Vec<CodeView> {
    let mut seen = BTreeSet::new();
    let codes = session.cart().coupon_codes.iter().filter(|code| seen.insert(code.as_str()));
    codes.map(|code| one(code, session.state(), standing)).collect()
}

fn one(code: &str, state: SessionState, standing: &[Effect]) -> CodeView {
    let decided = standing.iter().find_map(|effect| Some((effect, verdict(code, state, &effect.kind)?)));
    let Some((effect, (verdict, sentence))) = decided else {
        return CodeView {
            value: code.to_owned(),
            verdict: CodeVerdictView::Noted,
            sentence: unredeemed(state).to_owned(),
            campaign_id: None,
            rule_index: None,
        };
    };
    let campaign = Some(effect.campaign).filter(|campaign| *campaign != NO_CAMPAIGN);
    CodeView {
        value: code.to_owned(),
        verdict,
        sentence,
        campaign_id: campaign.map(|campaign| campaign.0),
        rule_index: campaign.map(|_| effect.rule_index),
    }
}

fn verdict(code: &str, state: SessionState, kind: &EffectKind) -> Option<(CodeVerdictView, String)> {
    match kind {
        EffectKind::AcceptCoupon { value } if value == code => {
            Some((CodeVerdictView::Accepted, accepted(state).to_owned()))
        }
        EffectKind::RejectCoupon(rejection) if rejection.value == code => {
            let CouponRejection { reason, details, .. } = &**rejection;
            Some((CodeVerdictView::Rejected, why(*reason, details)))
        }
        EffectKind::AcceptCoupon { .. }
        | EffectKind::RejectCoupon(_)
        | EffectKind::SetDiscount { .. }
        | EffectKind::SetDiscountPerItem { .. }
        | EffectKind::SetDiscountPerAdditionalCost { .. }
        | EffectKind::SetDiscountPerAdditionalCostPerItem { .. }
        | EffectKind::AddFreeItem { .. }
        | EffectKind::ShowNotification { .. }
        | EffectKind::UpdateAttribute { .. }
        | EffectKind::CustomEffect { .. }
        | EffectKind::Error { .. }
        | EffectKind::CouponCreated { .. }
        | EffectKind::ReserveCoupon { .. }
        | EffectKind::RollbackCoupon { .. }
        | EffectKind::RollbackDiscount { .. } => None,
    }
}

fn accepted(state: SessionState) -> &'static str {
    match state {
        SessionState::Open => "It counts as used when the session closes.",
        SessionState::Closed | SessionState::PartiallyReturned | SessionState::Cancelled => {
            "It was used for this session."
        }
    }
}

fn unredeemed(state: SessionState) -> &'static str {
    match state {
        SessionState::Open => "No rule has used it.",
        SessionState::Closed | SessionState::PartiallyReturned => "No rule used it.",
        SessionState::Cancelled => "Not in use any more.",
    }
}
