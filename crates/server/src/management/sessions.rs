//! *List* and *get application session*.

use app::listing::sessions::{ListSessions, SessionOfId, WantedSessions};
use axum::Json;
use axum::extract::State;

use super::Ids;
use super::asked::Asked;
use crate::shop::Shop;
use crate::spoken::Spoken;
use crate::wire::management::Page;
use crate::wire::management::session::ApplicationSession;

/// The states of a session, by the vendor's names.
pub(super) const STATES: [&str; 4] = ["open", "closed", "partially_returned", "cancelled"];

/// The sessions of the Application.
pub async fn list(State(shop): State<Shop>, asked: Asked) -> Spoken<Page<ApplicationSession>> {
    let wanted = WantedSessions {
        integration_id: asked.text("integrationId"),
        profile: asked.text("profile"),
        state: asked.word("state", &STATES)?,
        coupon: asked.text("coupon"),
        referral: asked.text("referral"),
        store: asked.text("storeIntegrationId"),
        created: asked.between("createdAfter", "createdBefore")?,
        ..WantedSessions::default()
    };
    let question = ListSessions { wanted, window: asked.window(&["id", "created"])? };
    let listed = shop.workspace().ask(question).await?;
    Ok(Json(Page {
        has_more: listed.more,
        data: listed.rows.into_iter().map(ApplicationSession::listed).collect(),
    }))
}

/// One session, by number.
pub async fn one(State(shop): State<Shop>, ids: Ids) -> Spoken<ApplicationSession> {
    let record = shop.workspace().ask(SessionOfId { id: ids.large(0) }).await?;
    Ok(Json(ApplicationSession::alone(record)))
}
