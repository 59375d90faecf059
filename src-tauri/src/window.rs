//! What is done to the one window from outside it.

use tauri::{AppHandle, Manager, Runtime};

/// Label of the only window, as in `tauri.conf.json`.
const MAIN: &str = "main";

/// Shows the window to someone who started the program a second time.
pub fn bring_to_front<R: Runtime>(app: &AppHandle<R>) {
    let Some(window) = app.get_webview_window(MAIN) else {
        return;
    };
    if let Err(why) = window.unminimize().and_then(|()| window.set_focus()) {
        tracing::warn!(%why, "the window could not be brought to the front");
    }
}
