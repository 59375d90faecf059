//! The integration id in a path, in percent form as the vendor asks for.

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;

use crate::spoken::Refused;

/// An id as the caller means it.
#[derive(Debug)]
pub struct Id(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Id {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refused> {
        let named = Path::<String>::from_request_parts(parts, state).await;
        named.map(|Path(id)| Self(id)).map_err(|_| {
            let details = "An id is UTF-8 text; write it in percent form, such as cart%2F1 for cart/1.";
            Refused::field("/id", "Invalid format", details)
        })
    }
}
