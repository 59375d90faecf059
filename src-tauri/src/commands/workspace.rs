//! Workspaces: opened, made, copied, closed.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use app::clock::Clock;
use app::operation::rename_workspace::RenameWorkspace;
use app::operation::save_settings::SaveSettings;
use app::question::workspace::AboutWorkspace;
use app::sample;
use app::view::workspace::{RecentView, RefusalView, SettingsView, WorkspaceView};
use app::workspace::Workspace;
use server::local::Local;
use tauri::async_runtime::spawn_blocking;
use tauri::{AppHandle, Manager, State};
use tauri_plugin_opener::OpenerExt;

use super::{Answer, SOURCE, file_refusal, shown};
use crate::chooser::{Chooser, Wanted};
use crate::desk::Desk;

/// What workspace files end with.
const EXTENSION: &str = "tillroll";

/// Workspaces opened before, the latest first.
#[tauri::command]
#[specta::specta]
pub async fn recent_workspaces(desk: State<'_, Desk>) -> Answer<Vec<RecentView>> {
    Ok(desk.recents())
}

/// The open workspace, or `null` on the start screen.
#[tauri::command]
#[specta::specta]
pub async fn current_workspace(desk: State<'_, Desk>) -> Answer<Option<WorkspaceView>> {
    match desk.current() {
        Some(workspace) => workspace.ask(AboutWorkspace).await.map(Some).map_err(shown),
        None => Ok(None),
    }
}

/// Makes a fresh sample shop in the user's data folder and opens it.
#[tauri::command]
#[specta::specta]
pub async fn open_sample_shop(app: AppHandle, desk: State<'_, Desk>) -> Answer<WorkspaceView> {
    let folder = app.path().app_data_dir().map_err(|why| file_refusal(why.to_string()))?;
    let workspace = off_thread(move || {
        fs::create_dir_all(&folder).map_err(|why| file_refusal(no_folder(&folder, &why)))?;
        let workspace = Workspace::create(&free_name(&folder, "Sample shop"), "Sample shop", Clock::Wall);
        let workspace = workspace.map_err(shown)?;
        sample::fill(&workspace).map_err(shown)?;
        Ok(workspace)
    })
    .await?;
    place(&desk, &app, workspace).await
}

/// Makes a new workspace where the person says; `null` when they changed their mind.
#[tauri::command]
#[specta::specta]
pub async fn new_workspace(
    app: AppHandle,
    desk: State<'_, Desk>,
    chooser: State<'_, Chooser>,
) -> Answer<Option<WorkspaceView>> {
    let name = format!("Workspace.{EXTENSION}");
    let Some(path) = chooser.save(&app, &wanted("New workspace"), &name).await else {
        return Ok(None);
    };
    let path = with_extension(path);
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let workspace = off_thread(move || Workspace::create(&path, &name, Clock::Wall).map_err(shown)).await?;
    place(&desk, &app, workspace).await.map(Some)
}

/// Opens a workspace; without a path the person chooses the file, `null` when they changed their mind.
#[tauri::command]
#[specta::specta]
pub async fn open_workspace(
    app: AppHandle,
    desk: State<'_, Desk>,
    chooser: State<'_, Chooser>,
    path: Option<String>,
) -> Answer<Option<WorkspaceView>> {
    let path = match path {
        Some(path) => PathBuf::from(path),
        None => match chooser.open(&app, &wanted("Open workspace")).await {
            Some(path) => path,
            None => return Ok(None),
        },
    };
    let workspace = off_thread(move || Workspace::open(&path, Clock::Wall).map_err(shown)).await?;
    place(&desk, &app, workspace).await.map(Some)
}

/// Saves a copy of the open workspace where the person says; answers its path.
#[tauri::command]
#[specta::specta]
pub async fn save_workspace_copy(
    app: AppHandle,
    desk: State<'_, Desk>,
    chooser: State<'_, Chooser>,
) -> Answer<Option<String>> {
    let workspace = desk.workspace()?;
    let name = workspace.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let name = format!("{name} copy.{EXTENSION}");
    let Some(target) = chooser.save(&app, &wanted("Save a copy"), &name).await else {
        return Ok(None);
    };
    let target = with_extension(target);
    let path = target.display().to_string();
    off_thread(move || workspace.copy_to(&target).map_err(shown)).await?;
    Ok(Some(path))
}

/// Back to the start screen; everything is stored already.
#[tauri::command]
#[specta::specta]
pub async fn close_workspace(desk: State<'_, Desk>, local: State<'_, Local>) -> Answer<()> {
    local.leave().await;
    desk.clear();
    Ok(())
}

/// Gives the workspace another name; the file keeps its own.
#[tauri::command]
#[specta::specta]
pub async fn rename_workspace(desk: State<'_, Desk>, name: String) -> Answer<WorkspaceView> {
    let workspace = desk.workspace()?;
    workspace.perform(RenameWorkspace { name }, SOURCE, false).await.map_err(shown)?;
    workspace.ask(AboutWorkspace).await.map_err(shown)
}

/// Stores the workspace's choices.
#[tauri::command]
#[specta::specta]
pub async fn save_settings(desk: State<'_, Desk>, settings: SettingsView) -> Answer<WorkspaceView> {
    let workspace = desk.workspace()?;
    workspace.perform(SaveSettings { settings }, SOURCE, false).await.map_err(shown)?;
    workspace.ask(AboutWorkspace).await.map_err(shown)
}

/// Shows the workspace's file in the file manager.
#[tauri::command]
#[specta::specta]
pub async fn reveal_workspace(app: AppHandle, desk: State<'_, Desk>) -> Answer<()> {
    let path = desk.workspace()?.path();
    app.opener()
        .reveal_item_in_dir(path)
        .map_err(|why| file_refusal(format!("The folder cannot be shown: {why}.")))
}

fn wanted(title: &str) -> Wanted {
    Wanted { title: title.to_owned(), kind: "Tillroll workspace".to_owned(), extension: EXTENSION.to_owned() }
}

/// A file the person named without our extension gets it, so that it is found again.
fn with_extension(path: PathBuf) -> PathBuf {
    if path.extension().is_some() { path } else { path.with_extension(EXTENSION) }
}

/// `name.tillroll`, or `name 2.tillroll` and so on, whatever is free first.
fn free_name(folder: &Path, name: &str) -> PathBuf {
    let candidate = |number: u32| match number {
        1 => folder.join(format!("{name}.{EXTENSION}")),
        _ => folder.join(format!("{name} {number}.{EXTENSION}")),
    };
    (1..).map(candidate).find(|path| !path.exists()).unwrap_or_else(|| candidate(1))
}

fn no_folder(folder: &Path, why: &std::io::Error) -> String {
    format!("The folder \"{}\" cannot be made: {why}.", folder.display())
}

/// Files are opened away from the threads that serve the window.
async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, RefusalView> + Send + 'static,
) -> Answer<T> {
    spawn_blocking(work).await.map_err(|_| file_refusal("The file could not be opened. Try again."))?
}

async fn place(desk: &Desk, app: &AppHandle, workspace: Workspace) -> Answer<WorkspaceView> {
    let workspace = Arc::new(workspace);
    let view = workspace.ask(AboutWorkspace).await.map_err(shown)?;
    if let Err(why) = app.state::<Local>().enter(Arc::clone(&workspace)).await {
        // The chip says that it is off, and switching it on tells why.
        tracing::warn!(why = why.message, "the local server is not on again");
    }
    desk.place(app, workspace, &view.name);
    Ok(view)
}
