//! *Track event*.

use app::operation::track_event::TrackEvent;
use app::request::event::EventRequest;
use axum::extract::State;
use axum::response::Response;

use super::answer::{Asking, nothing};
use super::asked::Manner;
use super::body::Body;
use crate::shop::Shop;
use crate::spoken::Refused;

/// A custom event happens.
pub async fn track(
    State(shop): State<Shop>,
    manner: Manner,
    Body(body): Body<EventRequest>,
) -> Result<Response, Refused> {
    let asking = Asking::read(body.response_content.clone())?.with_session();
    let silent = manner.is_silent()?;
    let complete = manner.asked.flag("forceCompleteEvaluation")?.unwrap_or_default();
    let outcome = manner.perform(&shop, TrackEvent { body, complete }).await?;
    if silent { Ok(nothing(outcome.number_of_event())) } else { asking.answer(&shop, outcome).await }
}
