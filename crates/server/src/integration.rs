//! The vendor's Integration API: sessions, returns, reopening, profiles, events. Each call is one line of the house's own
//! requests, so what the window and the command line do and what a program does cannot differ.

use app::apply::{Ask, Request as Read, apply_move};
use app::json::Json as Raw;
use app::line::{self, Line, Query};
use app::listing::outcomes::{OutcomeRecord, SessionStanding, Told};
use axum::Json;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use serde::Deserialize;

use crate::access_log::Made;
use crate::auth;
use crate::management::asked::Asked;
use crate::shop::Shop;
use crate::source::source;
use crate::spoken::{Refused, Spoken};
use crate::wire::integration::{IntegrationState, Reopened, SessionWithEffects};

/// Every route of the Integration API, behind its key.
pub fn routes(shop: &Shop) -> Router<Shop> {
    Router::new()
        .route("/v2/customer_sessions/{id}", get(session).put(update_session))
        .route("/v2/customer_sessions/{id}/reopen", put(reopen))
        .route("/v2/customer_sessions/{id}/returns", post(return_items))
        .route("/v2/customer_profiles/{id}", put(update_profile))
        .route("/v2/events", post(track))
        .route_layer(from_fn_with_state(shop.clone(), auth::integration))
}

/// The parts of the answer a body names; what else is in it is read by the operation.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Parts {
    response_content: Vec<String>,
}

/// One call, as it is handed to the house.
struct Called<'c> {
    op: &'static str,
    id: Option<&'c str>,
    asked: &'c Asked,
    headers: &'c HeaderMap,
    body: Option<&'c Bytes>,
}

impl Called<'_> {
    fn line(&self) -> Result<Line, Refused> {
        let body = self.body.map(read_body).transpose()?;
        let query = Query {
            dry: self.asked.flag("dry")?,
            run_rule_engine: self.asked.flag("runRuleEngine")?,
            force_complete_evaluation: self.asked.flag("forceCompleteEvaluation")?,
            silent: None,
        };
        Ok(Line { op: self.op.to_owned(), id: self.id.map(|id| Raw::of(&id)), query, body })
    }

    /// Does it.
    async fn done(self, shop: &Shop) -> Result<(OutcomeRecord, Vec<String>), Refused> {
        let parts = self.body.and_then(|body| serde_json::from_slice::<Parts>(body).ok()).unwrap_or_default();
        let request = Read::read(&self.line()?.text())?;
        let Ask::Move(ask) = request.ask else { return Err(Refused::no_route("", self.op)) };
        let workspace = shop.workspace();
        let outcome = apply_move(workspace, ask, &source(self.headers), request.dry).await?;
        let told = workspace.ask(Told { outcome, wanted: request.wanted }).await?;
        Ok((told, parts.response_content))
    }
}

fn read_body(bytes: &Bytes) -> Result<Raw, Refused> {
    let no_json = |why: String| Refused::field("", "Invalid format", format!("This is not JSON: {why}."));
    let text = std::str::from_utf8(bytes).map_err(|why| no_json(why.to_string()))?;
    Raw::parse(text.to_owned()).map_err(|why| no_json(why.to_string()))
}

/// An answer that says which event was made.
fn told(answer: impl IntoResponse, made: Option<u64>) -> Response {
    let mut response = answer.into_response();
    if let Some(seq) = made.filter(|seq| *seq > 0) {
        response.extensions_mut().insert(Made(seq));
    }
    response
}

async fn state(called: Called<'_>, shop: &Shop) -> Result<Response, Refused> {
    let (record, parts) = called.done(shop).await?;
    let made = record.event.as_ref().map(|event| event.id);
    Ok(told(Json(IntegrationState::of(record, &parts)), made))
}

/// *Update customer session*.
async fn update_session(
    State(shop): State<Shop>,
    Path(id): Path<String>,
    asked: Asked,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Refused> {
    let called = Called {
        op: line::UPDATE_SESSION,
        id: Some(&id),
        asked: &asked,
        headers: &headers,
        body: Some(&body),
    };
    state(called, &shop).await
}

/// *Get customer session*.
async fn session(State(shop): State<Shop>, Path(id): Path<String>) -> Spoken<SessionWithEffects> {
    let (record, effects) = shop.workspace().ask(SessionStanding { id }).await?;
    Ok(Json(SessionWithEffects { customer_session: record.into(), effects }))
}

/// *Reopen customer session*.
async fn reopen(
    State(shop): State<Shop>,
    Path(id): Path<String>,
    asked: Asked,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let called =
        Called { op: line::REOPEN_SESSION, id: Some(&id), asked: &asked, headers: &headers, body: None };
    let (record, _) = called.done(&shop).await?;
    let made = record.event.as_ref().map(|event| event.id);
    Ok(told(Json(Reopened { effects: record.effects }), made))
}

/// *Return cart items*.
async fn return_items(
    State(shop): State<Shop>,
    Path(id): Path<String>,
    asked: Asked,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Refused> {
    let called =
        Called { op: line::RETURN_ITEMS, id: Some(&id), asked: &asked, headers: &headers, body: Some(&body) };
    state(called, &shop).await
}

/// *Update customer profile*.
async fn update_profile(
    State(shop): State<Shop>,
    Path(id): Path<String>,
    asked: Asked,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Refused> {
    let called = Called {
        op: line::UPDATE_PROFILE,
        id: Some(&id),
        asked: &asked,
        headers: &headers,
        body: Some(&body),
    };
    state(called, &shop).await
}

/// *Track event*. Without `silent=no` it answers with nothing, as the vendor does.
async fn track(
    State(shop): State<Shop>,
    asked: Asked,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Refused> {
    let called =
        Called { op: line::TRACK_EVENT, id: None, asked: &asked, headers: &headers, body: Some(&body) };
    let (record, parts) = called.done(&shop).await?;
    let made = record.event.as_ref().map(|event| event.id);
    if asked.text("silent").is_none_or(|silent| silent != "no") {
        return Ok(told(StatusCode::NO_CONTENT, made));
    }
    Ok(told(Json(IntegrationState::of(record, &parts)), made))
}
