//! A customer session on disk, in any of its phases.

use std::collections::BTreeMap;

use domain::session::{Phase, Receipt, Returns, Session};
use serde::{Deserialize, Serialize};

use super::cart::{StoredCart, StoredTotals};
use super::scalar::Instant;
use crate::error::StoreError;
use crate::rows;

/// All of a session; `profile` is `null` while anonymous.
#[derive(Serialize, Deserialize)]
pub(crate) struct StoredSession {
    id: String,
    profile: Option<String>,
    first_session: bool,
    created: Instant,
    updated: Instant,
    update_count: u32,
    phase: StoredPhase,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredPhase {
    Open { cart: StoredCart },
    Closed { receipt: StoredReceipt },
    PartiallyReturned { receipt: StoredReceipt, returns: BTreeMap<u32, u32> },
    Cancelled { cart: StoredCart, returns: BTreeMap<u32, u32> },
}

#[derive(Serialize, Deserialize)]
struct StoredReceipt {
    cart: StoredCart,
    totals: StoredTotals,
    closed_at: Instant,
}

impl From<&Receipt> for StoredReceipt {
    fn from(receipt: &Receipt) -> Self {
        let closed_at = Instant(receipt.closed_at);
        Self { cart: (&receipt.cart).into(), totals: (&receipt.totals).into(), closed_at }
    }
}

impl From<StoredReceipt> for Receipt {
    fn from(stored: StoredReceipt) -> Self {
        Self { cart: stored.cart.into(), totals: stored.totals.into(), closed_at: stored.closed_at.0 }
    }
}

impl From<&Phase> for StoredPhase {
    fn from(phase: &Phase) -> Self {
        match phase {
            Phase::Open(cart) => Self::Open { cart: cart.into() },
            Phase::Closed(receipt) => Self::Closed { receipt: receipt.into() },
            Phase::PartiallyReturned(receipt, returns) => {
                Self::PartiallyReturned { receipt: receipt.into(), returns: returns.0.clone() }
            }
            Phase::Cancelled(cart, returns) => {
                Self::Cancelled { cart: cart.into(), returns: returns.0.clone() }
            }
        }
    }
}

impl From<StoredPhase> for Phase {
    fn from(stored: StoredPhase) -> Self {
        match stored {
            StoredPhase::Open { cart } => Self::Open(cart.into()),
            StoredPhase::Closed { receipt } => Self::Closed(receipt.into()),
            StoredPhase::PartiallyReturned { receipt, returns } => {
                Self::PartiallyReturned(receipt.into(), Returns(returns))
            }
            StoredPhase::Cancelled { cart, returns } => Self::Cancelled(cart.into(), Returns(returns)),
        }
    }
}

impl From<&Session> for StoredSession {
    fn from(session: &Session) -> Self {
        Self {
            id: session.id.as_str().to_owned(),
            profile: session.profile.as_ref().map(|id| id.as_str().to_owned()),
            first_session: session.first_session,
            created: Instant(session.created),
            updated: Instant(session.updated),
            update_count: session.update_count,
            phase: (&session.phase).into(),
        }
    }
}

impl TryFrom<StoredSession> for Session {
    type Error = StoreError;

    fn try_from(stored: StoredSession) -> Result<Self, StoreError> {
        Ok(Self {
            id: rows::session_id(&stored.id)?,
            profile: stored.profile.as_deref().map(rows::profile_id).transpose()?,
            first_session: stored.first_session,
            created: stored.created.0,
            updated: stored.updated.0,
            update_count: stored.update_count,
            phase: stored.phase.into(),
        })
    }
}
