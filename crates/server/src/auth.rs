//! The key of a call. Source of the scheme and the header: the vendor's API reference.

use axum::extract::{Request, State};
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::shop::Shop;
use crate::spoken::Refused;

/// Lets calls through that show the key of the Management API.
pub async fn management(State(shop): State<Shop>, request: Request, next: Next) -> Response {
    if shows(&request, "ManagementKey-v1", &shop.keys().management) {
        next.run(request).await
    } else {
        Refused::no_key("ManagementKey-v1").into_response()
    }
}

/// Lets calls through that show the key of the Integration API.
pub async fn integration(State(shop): State<Shop>, request: Request, next: Next) -> Response {
    if shows(&request, "ApiKey-v1", &shop.keys().api) {
        next.run(request).await
    } else {
        Refused::no_key("ApiKey-v1").into_response()
    }
}

fn shows(request: &Request, scheme: &str, key: &str) -> bool {
    let shown = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let shown = shown.and_then(|shown| shown.strip_prefix(scheme)).map(str::trim_start);
    shown.is_some_and(|shown| is_same(shown.as_bytes(), key.as_bytes()))
}

/// Compares in the same time whatever differs, so that a key cannot be guessed byte by byte.
fn is_same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}
