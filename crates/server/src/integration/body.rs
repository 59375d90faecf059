//! The body of a call, read with the place of every mistake as the vendor names it.

use app::apply::unwrapped;
use app::parse::document;
use app::refusal::Refusal;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use serde::de::DeserializeOwned;

use crate::access_log::LARGEST_REQUEST;
use crate::spoken::Refused;

/// A body and the name of the object it is wrapped in, which the vendor's pointers leave out.
pub trait Wrapped: DeserializeOwned {
    /// The pointer of the wrapping object; empty when there is none.
    const WRAPPER: &'static str;
}

impl Wrapped for app::request::session::SessionRequest {
    const WRAPPER: &'static str = "/customerSession";
}

impl Wrapped for app::request::session::ReturnRequest {
    const WRAPPER: &'static str = "/return";
}

impl Wrapped for app::request::event::EventRequest {
    const WRAPPER: &'static str = "";
}

impl Wrapped for app::request::profile::ProfileRequest {
    const WRAPPER: &'static str = "";
}

impl Wrapped for app::request::profile::ProfilesRequest {
    const WRAPPER: &'static str = "";
}

impl Wrapped for app::request::coupon::CouponReservations {
    const WRAPPER: &'static str = "";
}

/// A body that was read as a `T`.
#[derive(Debug)]
pub struct Body<T>(pub T);

impl<S: Send + Sync, T: Wrapped> FromRequest<S> for Body<T> {
    type Rejection = Refused;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refused> {
        let bytes = Bytes::from_request(request, state).await;
        let bytes = bytes.map_err(|_| Refused::too_large(LARGEST_REQUEST))?;
        let Ok(text) = std::str::from_utf8(&bytes) else {
            return Err(Refused::field("", "Invalid format", "A request is UTF-8 text; this one is not."));
        };
        let read = document::read(text).map_err(|problem| Refusal::from(unwrapped(problem, T::WRAPPER)));
        Ok(Self(read?))
    }
}
