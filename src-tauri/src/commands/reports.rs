//! Reports: what the reports screen asks.

use std::fs;
use std::io::Read;

use app::report::builtin;
use app::report::catalogue::{Catalogue, GrainView};
use app::report::preset::Preset;
use app::report::preview::{Preview, ReportPreview};
use app::report::write::{CsvStyle, ReportFormat, WriteReport};
use app::view::coupon::ProgressView;
use app::view::event::ExportView;
use tauri::{AppHandle, State};

use super::{Answer, file_refusal, shown};
use crate::chooser::{Chooser, Wanted};
use crate::desk::Desk;
use crate::work::ReportWork;

/// The largest preset file, in bytes.
const LARGEST_PRESET: u64 = 1_000_000;

/// Every grain and the columns it can have in this workspace.
#[tauri::command]
#[specta::specta]
pub async fn report_catalogue(desk: State<'_, Desk>) -> Answer<Vec<GrainView>> {
    desk.workspace()?.ask(Catalogue).await.map_err(shown)
}

/// The reports that come with the program.
#[tauri::command]
#[specta::specta]
pub async fn report_presets() -> Answer<Vec<Preset>> {
    builtin::presets().map_err(shown)
}

/// The first rows of a report, as they will be written.
#[tauri::command]
#[specta::specta]
pub async fn report_preview(desk: State<'_, Desk>, preset: Preset) -> Answer<ReportPreview> {
    desk.workspace()?.ask(Preview { preset }).await.map_err(shown)
}

/// How far the writing of a report is, in events.
#[tauri::command]
#[specta::specta]
pub async fn report_progress(work: State<'_, ReportWork>) -> Answer<ProgressView> {
    let (done, total) = work.current().seen();
    Ok(ProgressView { done, total })
}

/// Writes a report to a file the person chooses; `null` when they changed their mind.
#[tauri::command]
#[specta::specta]
pub async fn write_report(
    app: AppHandle,
    desk: State<'_, Desk>,
    chooser: State<'_, Chooser>,
    work: State<'_, ReportWork>,
    preset: Preset,
    format: ReportFormat,
    csv: CsvStyle,
) -> Answer<Option<ExportView>> {
    let workspace = desk.workspace()?;
    let wanted = wanted("Write the report", kind(format), format.extension());
    let name = format!("{}.{}", builtin::slug(&preset), format.extension());
    let Some(target) = chooser.save(&app, &wanted, &name).await else {
        return Ok(None);
    };
    let progress = work.begin();
    workspace.ask(WriteReport { preset, format, csv, target, progress }).await.map(Some).map_err(shown)
}

/// Stops the writing of a report; nothing of it is kept.
#[tauri::command]
#[specta::specta]
pub async fn stop_report(work: State<'_, ReportWork>) -> Answer<()> {
    work.current().stop();
    Ok(())
}

/// Saves a report's choices as a file the person names; answers with its path, `null` when they changed their mind.
#[tauri::command]
#[specta::specta]
pub async fn save_report_preset(
    app: AppHandle,
    chooser: State<'_, Chooser>,
    preset: Preset,
) -> Answer<Option<String>> {
    let wanted = wanted("Save the report", "Report of Tillroll", "json");
    let name = format!("{}.report.json", builtin::slug(&preset));
    let Some(path) = chooser.save(&app, &wanted, &name).await else {
        return Ok(None);
    };
    let place = path.display().to_string();
    fs::write(&path, preset.to_text())
        .map_err(|why| file_refusal(format!("The file \"{place}\" could not be written: {why}.")))?;
    Ok(Some(place))
}

/// Reads a report the person chooses; `null` when they changed their mind.
#[tauri::command]
#[specta::specta]
pub async fn open_report_preset(app: AppHandle, chooser: State<'_, Chooser>) -> Answer<Option<Preset>> {
    let Some(path) = chooser.open(&app, &wanted("Open a report", "Report of Tillroll", "json")).await else {
        return Ok(None);
    };
    let mut text = String::new();
    let read = fs::File::open(&path).and_then(|file| file.take(LARGEST_PRESET).read_to_string(&mut text));
    read.map_err(|why| file_refusal(format!("The file \"{}\" cannot be read: {why}.", path.display())))?;
    Preset::from_text(&text).map(Some).map_err(shown)
}

fn kind(format: ReportFormat) -> &'static str {
    match format {
        ReportFormat::Csv => "Comma-separated values",
        ReportFormat::Json => "JSON",
        ReportFormat::Ndjson => "JSON, one object a line",
        ReportFormat::Xlsx => "Excel workbook",
        ReportFormat::Parquet => "Parquet",
        ReportFormat::Html => "Web page to print",
    }
}

fn wanted(title: &str, kind: &str, extension: &str) -> Wanted {
    Wanted { title: title.to_owned(), kind: kind.to_owned(), extension: extension.to_owned() }
}
