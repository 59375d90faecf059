//! What this program is.

use serde::Serialize;
use specta::Type;

/// Name and version of the running program.
#[derive(Serialize, Type)]
pub struct About {
    /// The name people know it by.
    name: String,
    /// Semantic version, `major.minor.patch`.
    version: String,
}

/// Tells which program this is.
#[tauri::command]
#[specta::specta]
pub async fn about() -> About {
    About { name: "Tillroll".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() }
}
