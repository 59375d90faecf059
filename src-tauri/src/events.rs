//! What the host tells the window without being asked.

use app::view::workspace::Stale;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri_specta::Event;

/// Some kinds of data changed; queries that show them should ask again.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
pub struct StaleEvent {
    /// The kinds that went stale.
    pub kinds: Vec<Stale>,
}
