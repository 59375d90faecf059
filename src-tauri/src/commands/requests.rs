//! The calls that came in over HTTP: what the requests screen asks.

use app::question::calls::{Calls, OneCall};
use app::render::curl::Place;
use app::view::call::{CallFilterView, CallPage, CallView};
use tauri::State;

use super::{Answer, shown};
use crate::desk::Desk;

/// A page of calls, the newest first.
#[tauri::command]
#[specta::specta]
pub async fn calls(
    desk: State<'_, Desk>,
    filter: CallFilterView,
    after: Option<String>,
    limit: u32,
) -> Answer<CallPage> {
    desk.workspace()?.ask(Calls { filter, after, limit }).await.map_err(shown)
}

/// One call in full.
#[tauri::command]
#[specta::specta]
pub async fn call(desk: State<'_, Desk>, id: String) -> Answer<CallView> {
    let place = Place { address: "http://127.0.0.1".to_owned(), key: None };
    desk.workspace()?.ask(OneCall { id, place }).await.map_err(shown)
}
