//! The journal: what the events screen asks.

use app::export::ExportEvents;
use app::question::event::OneEvent;
use app::question::events::{Events, Facets};
use app::question::query::WrittenQuery;
use app::view::event::{
    EventColumn, EventDetailView, EventFacets, EventFilter, EventPage, ExportFormat, ExportView,
};
use app::view::query::QueryView;
use tauri::{AppHandle, State};

use super::{Answer, shown};
use crate::chooser::{Chooser, Wanted};
use crate::desk::Desk;

/// A page of events, newest first.
#[tauri::command]
#[specta::specta]
pub async fn events(
    desk: State<'_, Desk>,
    filter: EventFilter,
    after: Option<String>,
    limit: u32,
) -> Answer<EventPage> {
    desk.workspace()?.ask(Events { filter, after, limit }).await.map_err(shown)
}

/// Values present among the matching events.
#[tauri::command]
#[specta::specta]
pub async fn event_facets(desk: State<'_, Desk>, filter: EventFilter) -> Answer<EventFacets> {
    desk.workspace()?.ask(Facets { filter }).await.map_err(shown)
}

/// What is wrong with a query that is being written, and what could stand at its cursor.
#[tauri::command]
#[specta::specta]
pub async fn written_query(desk: State<'_, Desk>, text: String, cursor: u32) -> Answer<QueryView> {
    desk.workspace()?.ask(WrittenQuery { text, cursor }).await.map_err(shown)
}

/// One event in full.
#[tauri::command]
#[specta::specta]
pub async fn event(desk: State<'_, Desk>, seq: String) -> Answer<EventDetailView> {
    desk.workspace()?.ask(OneEvent { seq }).await.map_err(shown)
}

/// Writes what the events table shows to a file the person chooses; `null` when they changed their mind.
#[tauri::command]
#[specta::specta]
pub async fn export_events(
    app: AppHandle,
    desk: State<'_, Desk>,
    chooser: State<'_, Chooser>,
    filter: EventFilter,
    columns: Vec<EventColumn>,
    format: ExportFormat,
) -> Answer<Option<ExportView>> {
    let workspace = desk.workspace()?;
    let (kind, extension) = match format {
        ExportFormat::Csv => ("Comma-separated values", "csv"),
        ExportFormat::Json => ("JSON", "json"),
    };
    let wanted =
        Wanted { title: "Export events".to_owned(), kind: kind.to_owned(), extension: extension.to_owned() };
    let Some(target) = chooser.save(&app, &wanted, &format!("events.{extension}")).await else {
        return Ok(None);
    };
    workspace.ask(ExportEvents { filter, columns, format, target }).await.map(Some).map_err(shown)
}
