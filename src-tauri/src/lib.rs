//! The door for people: the window, its typed commands and events, and the native dialogs. No logic of its own.

mod bindings;
pub mod chooser;
pub mod commands;
pub mod desk;
mod dragged;
#[cfg(target_os = "linux")]
pub mod environment;
pub mod events;
pub mod recents;
mod window;
pub mod work;

use tauri::Manager;
use tracing_subscriber::EnvFilter;

/// Opens the window and stays until it is closed.
///
/// # Errors
/// When the window system cannot be reached or the configuration folder cannot be found.
pub fn run() -> anyhow::Result<()> {
    start_log();
    let bindings = bindings::collect().builder;
    tauri::Builder::default()
        // Must come first: a second start ends here and only brings the first window to the front.
        .plugin(tauri_plugin_single_instance::init(|app, _arguments, _folder| window::bring_to_front(app)))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_window_state::Builder::new().build())
        .invoke_handler(bindings.invoke_handler())
        .on_window_event(dragged::tell)
        .setup(move |app| {
            bindings.mount_events(app);
            app.manage(chooser::Chooser::from_environment());
            app.manage(commands::coupons::CouponWork::default());
            app.manage(work::ReportWork::default());
            app.manage(work::CrowdWork::default());
            app.manage(server::local::Local::default());
            app.manage(desk::Desk::new(app.path().app_config_dir()?));
            Ok(())
        })
        .run(context())?;
    Ok(())
}

/// The configuration, the built interface and the window's grants, as the build script generated them.
#[expect(clippy::unwrap_used, clippy::expect_used, reason = "generated code, correct by construction")]
fn context() -> tauri::Context {
    tauri::tauri_build_context!()
}

/// Log lines go to standard error; `RUST_LOG` chooses what is said, warnings by default.
fn start_log() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}
