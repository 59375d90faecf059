//! Made-up crowds: what the dialog of the workspace menu asks.

use app::crowd::{CrowdRequest, CrowdView, gather};
use app::refusal::Refusal;
use app::view::coupon::ProgressView;
use tauri::State;
use tauri::async_runtime::spawn_blocking;

use super::{Answer, shown};
use crate::desk::Desk;
use crate::work::CrowdWork;

/// Lets a crowd loose in the workspace and answers when it has gone home.
#[tauri::command]
#[specta::specta]
pub async fn gather_crowd(
    desk: State<'_, Desk>,
    work: State<'_, CrowdWork>,
    request: CrowdRequest,
) -> Answer<CrowdView> {
    let (workspace, progress) = (desk.workspace()?, work.begin());
    let gathered = spawn_blocking(move || gather(&workspace, request, &progress)).await;
    gathered.map_err(|_| Refusal::Closed).and_then(|gathered| gathered).map_err(shown)
}

/// How much of the crowd's time has passed.
#[tauri::command]
#[specta::specta]
pub async fn crowd_progress(work: State<'_, CrowdWork>) -> Answer<ProgressView> {
    let (done, total) = work.current().seen();
    Ok(ProgressView { done, total })
}

/// Sends the crowd home; what it did by then stays.
#[tauri::command]
#[specta::specta]
pub async fn stop_crowd(work: State<'_, CrowdWork>) -> Answer<()> {
    work.current().stop();
    Ok(())
}
