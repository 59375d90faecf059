//! The workspace clock: what time it is there, and setting it.

use app::operation::set_clock::SetClock;
use app::question::clock::WorkspaceClock;
use app::request::clock::ClockRequest;
use app::view::clock::ClockView;
use tauri::State;

use super::{Answer, SOURCE, shown};
use crate::desk::Desk;

/// The time now and the landmarks around it.
#[tauri::command]
#[specta::specta]
pub async fn clock(desk: State<'_, Desk>) -> Answer<ClockView> {
    desk.workspace()?.ask(WorkspaceClock).await.map_err(shown)
}

/// Holds the clock, moves it, or lets it go.
#[tauri::command]
#[specta::specta]
pub async fn set_clock(desk: State<'_, Desk>, body: ClockRequest, dry: bool) -> Answer<ClockView> {
    desk.workspace()?.perform(SetClock { body }, SOURCE, dry).await.map_err(shown)
}
