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

/// Files are dragged over the window, or let go over it.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
pub struct DraggedEvent {
    /// How far it is.
    pub step: DragStep,
    /// The files; empty when they are gone.
    pub paths: Vec<String>,
}

/// How far a dragging is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum DragStep {
    /// The files came over the window.
    Over,
    /// They left it again.
    Gone,
    /// They were let go.
    Dropped,
}
