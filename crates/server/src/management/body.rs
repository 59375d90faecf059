//! The body of a call: JSON, read with the place of every mistake.

use app::parse::document;
use app::refusal::Refusal;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use serde::de::DeserializeOwned;

use crate::access_log::LARGEST_REQUEST;
use crate::spoken::Refused;

/// A body that was read as a `T`.
#[derive(Debug)]
pub struct Body<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Refused;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refused> {
        let read = Bytes::from_request(request, state).await;
        let bytes = read.map_err(|_| Refused::too_large(LARGEST_REQUEST))?;
        let Ok(text) = std::str::from_utf8(&bytes) else {
            return Err(Refused::field("", "Invalid format", "A request is UTF-8 text; this one is not."));
        };
        document::read(text).map(Self).map_err(|problem| Refused::from(Refusal::from(problem)))
    }
}
