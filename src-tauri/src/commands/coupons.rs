//! Coupon codes: what the codes view of a campaign asks.

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use app::coupon_key::CouponKey;
use app::coupon_sheet::ExportCoupons;
use app::operation::create_coupon_reservation::CreateCouponReservation;
use app::operation::create_coupons::CreateCoupons;
use app::operation::delete_coupon::DeleteCoupon;
use app::operation::delete_coupon_reservation::DeleteCouponReservation;
use app::operation::import_coupons::ImportCoupons;
use app::operation::update_coupon::UpdateCoupon;
use app::parse::coupon_file::LARGEST_FILE;
use app::progress::Progress;
use app::question::coupons::{CouponSuggestions, Coupons, OneCoupon};
use app::render::coupon::{created, imported};
use app::request::coupon::{CouponChanges, CouponImportRequest, CouponReservations, CouponsRequest};
use app::view::coupon::{
    CouponDetailView, CouponFileView, CouponFilterView, CouponPage, CreatedCouponsView, ImportedCouponsView,
    ProgressView,
};
use app::view::event::{ExportFormat, ExportView};
use app::view::workspace::RefusalView;
use tauri::async_runtime::spawn_blocking;
use tauri::{AppHandle, State};

use super::{Answer, SOURCE, file_refusal, shown};
use crate::chooser::{Chooser, Wanted};
use crate::desk::Desk;

/// The long work on codes that goes on now, or was the last.
#[derive(Debug, Default)]
pub struct CouponWork(Mutex<Arc<Progress>>);

impl CouponWork {
    /// Work that begins now.
    fn begin(&self) -> Arc<Progress> {
        let fresh = Arc::<Progress>::default();
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&fresh);
        fresh
    }

    fn current(&self) -> Arc<Progress> {
        Arc::clone(&self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Rehearsals are over in a moment and nobody watches them.
    fn watched(&self, dry: bool) -> Arc<Progress> {
        if dry { Progress::unwatched() } else { self.begin() }
    }
}

/// A page of codes, the latest created first.
#[tauri::command]
#[specta::specta]
pub async fn coupons(
    desk: State<'_, Desk>,
    filter: CouponFilterView,
    after: Option<String>,
    limit: u32,
) -> Answer<CouponPage> {
    desk.workspace()?.ask(Coupons { filter, after, limit }).await.map_err(shown)
}

/// One code, with the customers who have to do with it.
#[tauri::command]
#[specta::specta]
pub async fn coupon(desk: State<'_, Desk>, code: String) -> Answer<CouponDetailView> {
    desk.workspace()?.ask(OneCoupon { code: CouponKey::Value(code) }).await.map_err(shown)
}

/// Some codes of running campaigns that can be tried now.
#[tauri::command]
#[specta::specta]
pub async fn coupon_suggestions(desk: State<'_, Desk>) -> Answer<Vec<String>> {
    desk.workspace()?.ask(CouponSuggestions).await.map_err(shown)
}

/// How far the making or importing of codes is.
#[tauri::command]
#[specta::specta]
pub async fn coupon_progress(work: State<'_, CouponWork>) -> Answer<ProgressView> {
    let (done, total) = work.current().seen();
    Ok(ProgressView { done, total })
}

/// Makes one code, or many by a pattern.
#[tauri::command]
#[specta::specta]
pub async fn create_coupons(
    desk: State<'_, Desk>,
    work: State<'_, CouponWork>,
    id: u32,
    body: CouponsRequest,
    dry: bool,
) -> Answer<CreatedCouponsView> {
    let operation = CreateCoupons { id, body, progress: work.watched(dry) };
    desk.workspace()?.perform(operation, SOURCE, dry).await.map(created).map_err(shown)
}

/// Imports codes from the text of a file.
#[tauri::command]
#[specta::specta]
pub async fn import_coupons(
    desk: State<'_, Desk>,
    work: State<'_, CouponWork>,
    id: u32,
    body: CouponImportRequest,
    dry: bool,
) -> Answer<ImportedCouponsView> {
    let operation = ImportCoupons { id, body, progress: work.watched(dry) };
    desk.workspace()?.perform(operation, SOURCE, dry).await.map(imported).map_err(shown)
}

/// Changes the terms of a code.
#[tauri::command]
#[specta::specta]
pub async fn update_coupon(desk: State<'_, Desk>, code: String, body: CouponChanges) -> Answer<()> {
    let operation = UpdateCoupon { code: CouponKey::Value(code), body };
    desk.workspace()?.perform(operation, SOURCE, false).await.map(drop).map_err(shown)
}

/// Deletes a code.
#[tauri::command]
#[specta::specta]
pub async fn delete_coupon(desk: State<'_, Desk>, code: String) -> Answer<()> {
    let operation = DeleteCoupon { code: CouponKey::Value(code) };
    desk.workspace()?.perform(operation, SOURCE, false).await.map(drop).map_err(shown)
}

/// Reserves a code for customers.
#[tauri::command]
#[specta::specta]
pub async fn create_coupon_reservation(
    desk: State<'_, Desk>,
    code: String,
    body: CouponReservations,
) -> Answer<()> {
    let operation = CreateCouponReservation { code: CouponKey::Value(code), body };
    desk.workspace()?.perform(operation, SOURCE, false).await.map(drop).map_err(shown)
}

/// Takes reservations of a code back.
#[tauri::command]
#[specta::specta]
pub async fn delete_coupon_reservation(
    desk: State<'_, Desk>,
    code: String,
    body: CouponReservations,
) -> Answer<()> {
    let operation = DeleteCouponReservation { code: CouponKey::Value(code), body };
    desk.workspace()?.perform(operation, SOURCE, false).await.map(drop).map_err(shown)
}

/// Stops the making or importing of codes; nothing of it is kept.
#[tauri::command]
#[specta::specta]
pub async fn stop_coupons(work: State<'_, CouponWork>) -> Answer<()> {
    work.current().stop();
    Ok(())
}

/// Reads a file of codes the person chooses; `null` when they changed their mind.
#[tauri::command]
#[specta::specta]
pub async fn choose_coupon_file(
    app: AppHandle,
    chooser: State<'_, Chooser>,
) -> Answer<Option<CouponFileView>> {
    let Some(path) = chooser.open(&app, &wanted("Import codes", ExportFormat::Csv)).await else {
        return Ok(None);
    };
    let read = spawn_blocking(move || read(path)).await;
    read.map_err(|_| file_refusal("The file could not be read. Try again."))?.map(Some)
}

/// Writes the matching codes to a file the person chooses; `null` when they changed their mind.
#[tauri::command]
#[specta::specta]
pub async fn export_coupons(
    app: AppHandle,
    desk: State<'_, Desk>,
    chooser: State<'_, Chooser>,
    filter: CouponFilterView,
    format: ExportFormat,
) -> Answer<Option<ExportView>> {
    let workspace = desk.workspace()?;
    let wanted = wanted("Export codes", format);
    let Some(target) = chooser.save(&app, &wanted, &format!("codes.{}", wanted.extension)).await else {
        return Ok(None);
    };
    workspace.ask(ExportCoupons { filter, format, target }).await.map(Some).map_err(shown)
}

fn wanted(title: &str, format: ExportFormat) -> Wanted {
    let (kind, extension) = match format {
        ExportFormat::Csv => ("Comma-separated values", "csv"),
        ExportFormat::Json => ("JSON", "json"),
    };
    Wanted { title: title.to_owned(), kind: kind.to_owned(), extension: extension.to_owned() }
}

fn read(path: PathBuf) -> Result<CouponFileView, RefusalView> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let unreadable = |why: String| file_refusal(format!("The file \"{name}\" cannot be read: {why}."));
    let size = fs::metadata(&path).map_err(|why| unreadable(why.to_string()))?.len();
    if size > LARGEST_FILE {
        let details = format!("it has {size} bytes, and at most {LARGEST_FILE} are read; split it");
        return Err(unreadable(details));
    }
    let csv = fs::read_to_string(&path).map_err(|why| unreadable(why.to_string()))?;
    Ok(CouponFileView { name, csv })
}
