//! Bodies are JSON. A page of the web cannot send JSON here without being asked whether it may, and it is not answered.

use axum::extract::Request;
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::spoken::Refused;

/// Lets calls through whose body, if they have one, says that it is JSON or does not say what it is.
pub async fn check(request: Request, next: Next) -> Response {
    match named(request.headers()) {
        Some(kind) if !is_json(kind) && has_body(request.headers()) => {
            Refused::not_json(kind).into_response()
        }
        Some(_) | None => next.run(request).await,
    }
}

fn named(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::CONTENT_TYPE).map(|kind| kind.to_str().unwrap_or("something unreadable"))
}

fn is_json(kind: &str) -> bool {
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json")
}

fn has_body(headers: &HeaderMap) -> bool {
    let length = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    length.is_some_and(|length| length != "0") || headers.contains_key(header::TRANSFER_ENCODING)
}
