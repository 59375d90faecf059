//! The calls that came in over HTTP: what the requests screen asks.

use app::question::calls::{Calls, NotedCall, OneCall};
use app::view::call::{CallFilterView, CallPage, CallRowView, CallView};
use server::local::Local;
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

/// One call in full, and how it is repeated where the server is now.
#[tauri::command]
#[specta::specta]
pub async fn call(desk: State<'_, Desk>, local: State<'_, Local>, id: String) -> Answer<CallView> {
    let workspace = desk.workspace()?;
    let noted = workspace.ask(NotedCall { id: id.clone() }).await.map_err(shown)?;
    let place = local.place(workspace.clone(), &noted.scheme).await?;
    workspace.ask(OneCall { id, place }).await.map_err(shown)
}

/// Makes a call again; answers with the new one.
#[tauri::command]
#[specta::specta]
pub async fn repeat_call(desk: State<'_, Desk>, local: State<'_, Local>, id: String) -> Answer<CallRowView> {
    local.again(desk.workspace()?, id).await
}
