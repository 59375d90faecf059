//! The door for programs: HTTP on loopback, in the vendor's dialect. Nothing else in the house knows that dialect's
//! paths, statuses and headers.
//!
//! A call passes, from the outside to the inside: the access log, the faults on purpose, the check of `Host` and
//! `Origin`, the check of what the body is, the check of the key, its route.

mod access_log;
mod auth;
mod content;
mod faults;
mod host;
mod integration;
pub mod listening;
pub mod local;
mod management;
pub mod shop;
mod source;
mod spoken;
mod wire;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::middleware::{from_fn, from_fn_with_state};

use crate::shop::Shop;
use crate::spoken::Refused;

/// Everything a program can call in `shop`.
pub fn router(shop: Shop) -> Router {
    Router::new()
        .merge(integration::routes(&shop))
        .merge(management::routes(&shop))
        .fallback(nothing_there)
        .method_not_allowed_fallback(nothing_there)
        .layer(DefaultBodyLimit::max(access_log::LARGEST_REQUEST))
        .layer(from_fn(content::check))
        .layer(from_fn(host::check))
        .layer(from_fn_with_state(shop.faults().clone(), faults::meet))
        .layer(from_fn_with_state(shop.workspace().clone(), access_log::note))
        .with_state(shop)
}

/// Unhandled routes are told in the same shape as everything else.
async fn nothing_there(request: Request) -> Refused {
    Refused::no_route(request.method().as_str(), request.uri().path())
}
