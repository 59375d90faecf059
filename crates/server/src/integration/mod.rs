//! The vendor's Integration API: what a shop's own systems call. One kind of thing, one file.
//!
//! Source of paths, parameters and shapes: the models of the vendor's official SDKs, and the vendor's *Event entity* page.

mod answer;
mod asked;
mod body;
mod campaigns;
mod events;
mod id;
mod profiles;
mod reservations;
mod sessions;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post, put};

use crate::auth;
use crate::shop::Shop;

/// Every route of the Integration API, behind its key.
pub fn routes(shop: &Shop) -> Router<Shop> {
    Router::new()
        .route("/v2/customer_sessions/{session}", get(sessions::one).put(sessions::update))
        .route("/v2/customer_sessions/{session}/reopen", put(sessions::reopen))
        .route("/v2/customer_sessions/{session}/returns", post(sessions::return_items))
        .route("/v2/events", post(events::track))
        .route("/v2/customer_profiles", put(profiles::update_many))
        .route("/v2/customer_profiles/{profile}", put(profiles::update))
        .route("/v1/coupon_reservations/{code}", post(reservations::create).delete(reservations::delete))
        .route("/v1/integration/campaigns", get(campaigns::list))
        .route_layer(from_fn_with_state(shop.clone(), auth::integration))
}
