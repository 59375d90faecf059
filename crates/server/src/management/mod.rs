//! The vendor's Management API: one kind of thing, one file. The workspace is the one Application, number 1.
//!
//! Source of paths, parameters and shapes: the models of the vendor's official SDKs.

mod access_logs;
mod applications;
pub mod asked;
mod attributes;
mod body;
mod campaigns;
mod coupons;
mod customers;
mod events;
mod exports;
mod rulesets;
mod sessions;

use axum::Router;
use axum::extract::{FromRequestParts, Path, Request};
use axum::http::request::Parts;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};

use crate::auth;
use crate::shop::Shop;
use crate::spoken::Refused;

/// The number of the one Application.
pub const APPLICATION: u32 = 1;
/// The number of the one account, and of the one user everything was made by.
pub const ACCOUNT: u32 = 1;

/// Every route of the Management API, behind its key.
pub fn routes(shop: &Shop) -> Router<Shop> {
    let application = Router::new()
        .route("/", get(applications::one))
        .route("/access_logs/no_total", get(access_logs::list))
        .route("/campaigns", get(campaigns::list).post(campaigns::create))
        .route("/campaigns/{campaign}", get(campaigns::one).put(campaigns::update))
        .route("/campaigns/{campaign}/rulesets", get(rulesets::list).post(rulesets::create))
        .route("/campaigns/{campaign}/rulesets/{ruleset}", get(rulesets::one).put(rulesets::update))
        .route("/campaigns/{campaign}/coupons", get(coupons::list_with_total).post(coupons::create))
        .route("/campaigns/{campaign}/coupons/no_total", get(coupons::list))
        .route("/campaigns/{campaign}/coupons/{coupon}", put(coupons::update).delete(coupons::delete))
        .route("/campaigns/{campaign}/coupons_search_advanced/no_total", post(coupons::list))
        .route("/coupons_search_advanced/no_total", post(coupons::list_everywhere))
        .route("/export_coupons", get(exports::coupons))
        .route("/events/no_total", get(events::list))
        .route("/event_types", get(events::types))
        .route("/sessions", get(sessions::list))
        .route("/sessions/{session}", get(sessions::one))
        .route("/customers", get(customers::of_application))
        .route("/customers/{customer}", get(customers::one_of_application))
        .route("/customer_search", post(customers::search_of_application))
        .route("/export_effects", get(exports::effects))
        .route("/export_customer_sessions", get(exports::sessions))
        .layer(from_fn(only_this_application));
    Router::new()
        .route("/v1/applications", get(applications::list))
        .nest("/v1/applications/{application}", application)
        .route(
            "/v2/applications/{application}/campaigns/{campaign}/rulesets/{ruleset}",
            get(rulesets::document).layer(from_fn(only_this_application)),
        )
        .route("/v1/attributes", get(attributes::list).post(attributes::create))
        .route("/v1/attributes/{attribute}", get(attributes::one).put(attributes::update))
        .route("/v1/event_types", get(attributes::event_types))
        .route("/v1/customers/no_total", get(customers::list))
        .route("/v1/customers/{customer}", get(customers::one))
        .route("/v1/customer_search/no_total", post(customers::search))
        .route_layer(from_fn_with_state(shop.clone(), auth::management))
}

/// The numbers in a path, in its order, without that of the Application.
#[derive(Debug, Clone)]
pub struct Ids(Vec<u64>);

impl Ids {
    /// The number at a place, of a thing whose numbers are small.
    pub fn small(&self, place: usize) -> u32 {
        self.0.get(place).and_then(|id| u32::try_from(*id).ok()).unwrap_or(u32::MAX)
    }

    /// The number at a place.
    pub fn large(&self, place: usize) -> u64 {
        self.0.get(place).copied().unwrap_or(u64::MAX)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Ids {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refused> {
        let Ok(Path(pairs)) = Path::<Vec<(String, String)>>::from_request_parts(parts, state).await else {
            return Ok(Self(Vec::new()));
        };
        let of_things = pairs.into_iter().filter(|(name, _)| name != "application");
        let read = |(name, text): (String, String)| text.parse().map_err(|_| Refused::not_found(&name, text));
        of_things.map(read).collect::<Result<_, _>>().map(Self)
    }
}

/// There is one Application.
async fn only_this_application(request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let path = Path::<Vec<(String, String)>>::from_request_parts(&mut parts, &()).await;
    let named = path.map(|Path(pairs)| pairs).unwrap_or_default();
    let named =
        named.into_iter().find(|(name, _)| name == "application").map(|(_, id)| id).unwrap_or_default();
    if named == APPLICATION.to_string() {
        next.run(Request::from_parts(parts, body)).await
    } else {
        Refused::not_found("Application", named).into_response()
    }
}
