//! The local server: the switch in the title bar.

use app::view::server::{FaultView, ServerView};
use server::local::Local;
use tauri::State;

use super::Answer;
use crate::desk::Desk;

/// The local server of the open workspace.
#[tauri::command]
#[specta::specta]
pub async fn server(desk: State<'_, Desk>, local: State<'_, Local>) -> Answer<ServerView> {
    local.view(desk.workspace()?).await
}

/// Switches it on, at a port or any free one, or off.
#[tauri::command]
#[specta::specta]
pub async fn switch_server(
    desk: State<'_, Desk>,
    local: State<'_, Local>,
    on: bool,
    port: Option<u32>,
) -> Answer<ServerView> {
    local.switch(desk.workspace()?, on, port).await
}

/// Gives it new keys.
#[tauri::command]
#[specta::specta]
pub async fn renew_server_keys(desk: State<'_, Desk>, local: State<'_, Local>) -> Answer<ServerView> {
    local.renew_keys(desk.workspace()?).await
}

/// Lets its callers meet these faults.
#[tauri::command]
#[specta::specta]
pub async fn set_faults(
    desk: State<'_, Desk>,
    local: State<'_, Local>,
    faults: Vec<FaultView>,
) -> Answer<ServerView> {
    local.set_faults(desk.workspace()?, faults).await
}
