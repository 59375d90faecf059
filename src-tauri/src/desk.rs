//! What lies on the desk: the workspace that is open now, and those that were open before.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use app::view::workspace::{RecentView, RefusalCode, RefusalView, Stale};
use app::workspace::Workspace;
use tauri::{AppHandle, async_runtime};
use tauri_specta::Event;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use crate::events::StaleEvent;
use crate::recents::Recents;

/// The one open workspace, if any, and the list of recent ones.
pub struct Desk {
    open: RwLock<Option<Arc<Workspace>>>,
    recents: Recents,
}

impl Desk {
    /// A cleared desk; the list of recent workspaces is kept in `config_folder`.
    pub fn new(config_folder: PathBuf) -> Self {
        Self { open: RwLock::new(None), recents: Recents::new(config_folder) }
    }

    /// The workspace in use, or `None` on the start screen.
    pub fn current(&self) -> Option<Arc<Workspace>> {
        self.open.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The workspace in use.
    ///
    /// # Errors
    /// When none is open.
    pub fn workspace(&self) -> Result<Arc<Workspace>, RefusalView> {
        self.current().ok_or_else(|| RefusalView {
            code: RefusalCode::NoWorkspace,
            message: "No workspace is open. Open one on the start screen.".to_owned(),
            problems: Vec::new(),
        })
    }

    /// Puts a workspace on the desk in place of the one before, remembers it as recent, and tells the window whenever
    /// some of its data changes.
    pub fn place(&self, app: &AppHandle, workspace: Arc<Workspace>, name: &str) {
        tell(app.clone(), workspace.listen());
        if let Err(why) = self.recents.remember(&workspace.path(), name) {
            tracing::warn!(%why, "the list of recent workspaces could not be written");
        }
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = Some(workspace);
        announce(app, &EVERYTHING);
    }

    /// Takes the open workspace off the desk; its file is closed when the last running request is done.
    pub fn clear(&self) {
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Workspaces opened before, the last opened first; those whose file is gone have no size.
    pub fn recents(&self) -> Vec<RecentView> {
        self.recents.list()
    }
}

const EVERYTHING: [Stale; 8] = [
    Stale::Workspace,
    Stale::Dictionary,
    Stale::Campaigns,
    Stale::Coupons,
    Stale::Sessions,
    Stale::Profiles,
    Stale::Events,
    Stale::Requests,
];

/// Passes the workspace's news on to the window until the workspace is closed.
fn tell(app: AppHandle, mut news: Receiver<&'static [Stale]>) {
    async_runtime::spawn(async move {
        loop {
            match news.recv().await {
                Ok(kinds) => announce(&app, kinds),
                // Some news were missed, so everything may be stale.
                Err(RecvError::Lagged(_)) => announce(&app, &EVERYTHING),
                Err(RecvError::Closed) => return,
            }
        }
    });
}

fn announce(app: &AppHandle, kinds: &[Stale]) {
    if let Err(why) = (StaleEvent { kinds: kinds.to_vec() }).emit(app) {
        tracing::warn!(%why, "the window could not be told about a change");
    }
}
