//! *Update*, *get*, *reopen customer session* and *return cart items*.

use app::json::Json as Raw;
use app::operation::reopen_session::ReopenSession;
use app::operation::return_items::ReturnItems;
use app::operation::update_session::UpdateSession;
use app::question::standing_session::SessionNamed;
use app::request::session::{ReturnRequest, SessionRequest};
use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::answer::{Asking, tell_made};
use super::asked::Manner;
use super::body::Body;
use super::id::Id;
use crate::shop::Shop;
use crate::spoken::Refused;
use crate::wire::integration::session::SessionState;
use crate::wire::integration::state::Effects;

/// Creates, changes, closes or cancels a session.
pub async fn update(
    State(shop): State<Shop>,
    Id(id): Id,
    manner: Manner,
    Body(body): Body<SessionRequest>,
) -> Result<Response, Refused> {
    let asking = Asking::read(body.response_content.clone()).map_err(Refused::unnumbered)?;
    let outcome = manner.perform(&shop, UpdateSession { id, body }).await;
    asking.answer(&shop, outcome.map_err(|refusal| Refused::from(refusal).unnumbered())?).await
}

/// A session with what stands for it.
pub async fn one(State(shop): State<Shop>, Id(id): Id) -> Result<Response, Refused> {
    let found = shop.workspace().ask(SessionNamed { id }).await;
    let found = found.map_err(|refusal| Refused::from(refusal).unnumbered())?;
    Ok(Json(SessionState::of(&found)).into_response())
}

/// Opens a closed session again.
pub async fn reopen(State(shop): State<Shop>, Id(id): Id, manner: Manner) -> Result<Response, Refused> {
    let outcome = manner.perform(&shop, ReopenSession { id }).await;
    let outcome = outcome.map_err(|refusal| Refused::from(refusal).unnumbered())?;
    let mut response = Json(Effects::of(&outcome)).into_response();
    tell_made(&mut response, outcome.number_of_event());
    Ok(response)
}

/// Brings back units of a closed session.
pub async fn return_items(
    State(shop): State<Shop>,
    Id(id): Id,
    manner: Manner,
    Body(body): Body<ReturnRequest>,
) -> Result<Response, Refused> {
    let asking = Asking::read(body.response_content.clone()).map_err(Refused::unnumbered)?;
    let asking = asking.with_return(Raw::of(&body.returned.returned_cart_items));
    let run_rule_engine = manner.asked.flag("runRuleEngine")?.unwrap_or_default();
    let outcome = manner.perform(&shop, ReturnItems { id, run_rule_engine, body }).await;
    asking.answer(&shop, outcome.map_err(|refusal| Refused::from(refusal).unnumbered())?).await
}
