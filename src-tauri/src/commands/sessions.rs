//! Sessions, customers and custom events: what the stage asks.

use app::apply::{self, Ask, Request};
use app::operation::reopen_session::ReopenSession;
use app::operation::return_items::ReturnItems;
use app::operation::track_event::TrackEvent;
use app::operation::update_profile::UpdateProfile;
use app::operation::update_session::UpdateSession;
use app::question::profiles::{OneProfile, Profiles};
use app::question::sessions::{OneSession, Sessions};
use app::question::statement::Statement;
use app::render::{diagram, outcome};
use app::request::event::EventRequest;
use app::request::profile::ProfileRequest;
use app::request::session::{ReturnRequest, SessionRequest};
use app::view::event::OutcomeView;
use app::view::ledger::StatementView;
use app::view::profile::{ProfileFilter, ProfilePage, ProfileView};
use app::view::session::{DiagramEdge, MoveView, SessionFilter, SessionPage, SessionView};
use tauri::State;

use super::{Answer, SOURCE, file_refusal, shown};
use crate::desk::Desk;

/// The most entries of a statement a window shows; `till ledger` writes them all.
const MOST_ENTRIES: u32 = 1_000;

/// *Update customer session*.
#[tauri::command]
#[specta::specta]
pub async fn update_session(
    desk: State<'_, Desk>,
    id: String,
    body: SessionRequest,
    dry: bool,
) -> Answer<OutcomeView> {
    let done = desk.workspace()?.perform(UpdateSession { id, body }, SOURCE, dry).await;
    done.map(|done| outcome::view(&done)).map_err(shown)
}

/// *Return cart items*; `run_rule_engine` evaluates campaigns again that are marked for it.
#[tauri::command]
#[specta::specta]
pub async fn return_items(
    desk: State<'_, Desk>,
    id: String,
    body: ReturnRequest,
    run_rule_engine: bool,
    dry: bool,
) -> Answer<OutcomeView> {
    let done = desk.workspace()?.perform(ReturnItems { id, run_rule_engine, body }, SOURCE, dry).await;
    done.map(|done| outcome::view(&done)).map_err(shown)
}

/// *Reopen customer session*.
#[tauri::command]
#[specta::specta]
pub async fn reopen_session(desk: State<'_, Desk>, id: String, dry: bool) -> Answer<OutcomeView> {
    let done = desk.workspace()?.perform(ReopenSession { id }, SOURCE, dry).await;
    done.map(|done| outcome::view(&done)).map_err(shown)
}

/// *Track event*.
#[tauri::command]
#[specta::specta]
pub async fn track_event(desk: State<'_, Desk>, body: EventRequest, dry: bool) -> Answer<OutcomeView> {
    let done = desk.workspace()?.perform(TrackEvent { body, complete: false }, SOURCE, dry).await;
    done.map(|done| outcome::view(&done)).map_err(shown)
}

/// *Update customer profile*, with or without the rule engine.
#[tauri::command]
#[specta::specta]
pub async fn update_profile(
    desk: State<'_, Desk>,
    id: String,
    body: ProfileRequest,
    run_rule_engine: bool,
    dry: bool,
) -> Answer<OutcomeView> {
    let ask = UpdateProfile { id, run_rule_engine, body };
    let done = desk.workspace()?.perform(ask, SOURCE, dry).await;
    done.map(|done| outcome::view(&done)).map_err(shown)
}

/// A request as a line of JSON: *Trigger again* and *Edit and trigger*.
#[tauri::command]
#[specta::specta]
pub async fn apply_request(desk: State<'_, Desk>, line: String, dry: bool) -> Answer<OutcomeView> {
    let workspace = desk.workspace()?;
    match Request::read(&line).map_err(shown)?.ask {
        Ask::Move(ask) => {
            let done = apply::apply_move(&workspace, ask, SOURCE, dry).await;
            done.map(|done| outcome::view(&done)).map_err(shown)
        }
        Ask::CreateAttribute(_)
        | Ask::SaveCampaign(_)
        | Ask::SaveEvaluationGroups(_)
        | Ask::SetClock(_)
        | Ask::CreateCoupons(_)
        | Ask::ImportCoupons(_)
        | Ask::UpdateCoupon(_)
        | Ask::DeleteCoupon(_)
        | Ask::CreateCouponReservation(_)
        | Ask::DeleteCouponReservation(_) => {
            Err(file_refusal("Only requests that make an event can be triggered again."))
        }
    }
}

/// A page of sessions, latest change first.
#[tauri::command]
#[specta::specta]
pub async fn sessions(
    desk: State<'_, Desk>,
    filter: SessionFilter,
    after: Option<String>,
    limit: u32,
) -> Answer<SessionPage> {
    desk.workspace()?.ask(Sessions { filter, after, limit }).await.map_err(shown)
}

/// One session with everything the stage shows.
#[tauri::command]
#[specta::specta]
pub async fn session(desk: State<'_, Desk>, id: String) -> Answer<Option<SessionView>> {
    desk.workspace()?.ask(OneSession { id }).await.map_err(shown)
}

/// The ledger of one session as a statement.
#[tauri::command]
#[specta::specta]
pub async fn statement(desk: State<'_, Desk>, id: String) -> Answer<Option<StatementView>> {
    desk.workspace()?.ask(Statement { id, most: Some(MOST_ENTRIES) }).await.map_err(shown)
}

/// A page of customers, latest change first.
#[tauri::command]
#[specta::specta]
pub async fn profiles(
    desk: State<'_, Desk>,
    filter: ProfileFilter,
    after: Option<String>,
    limit: u32,
) -> Answer<ProfilePage> {
    desk.workspace()?.ask(Profiles { filter, after, limit }).await.map_err(shown)
}

/// One customer.
#[tauri::command]
#[specta::specta]
pub async fn profile(desk: State<'_, Desk>, id: String) -> Answer<Option<ProfileView>> {
    desk.workspace()?.ask(OneProfile { id }).await.map_err(shown)
}

/// Every legal move of every session.
#[tauri::command]
#[specta::specta]
pub async fn state_diagram() -> Vec<DiagramEdge> {
    diagram::edges()
}

/// The moves of a session that does not exist yet.
#[tauri::command]
#[specta::specta]
pub async fn first_moves() -> Vec<MoveView> {
    diagram::first_moves()
}
