//! What every route works with: the workspace, its keys, and the faults its callers are to meet.

use std::sync::{Arc, PoisonError, RwLock};

use app::operation::save_server::SaveServer;
use app::question::server::{Keys, ServerChoices, ServerOf};
use app::refusal::Refusal;
use app::workspace::Workspace;

use crate::faults::Faults;

/// An open workspace as programs see it. Cheap to clone; all clones are the same.
#[derive(Debug, Clone)]
pub struct Shop {
    workspace: Arc<Workspace>,
    keys: Arc<RwLock<Keys>>,
    faults: Faults,
}

impl Shop {
    /// `workspace` behind `keys`.
    pub fn new(workspace: Arc<Workspace>, keys: Keys) -> Self {
        Self { workspace, keys: Arc::new(RwLock::new(keys)), faults: Faults::default() }
    }

    /// `workspace` behind its own keys, which it gets when it is first asked for them.
    ///
    /// # Errors
    /// When the workspace cannot be read or written.
    pub async fn open(workspace: Arc<Workspace>) -> Result<Self, Refusal> {
        let choices = choices(&workspace).await?;
        Ok(Self::new(workspace, choices.keys.unwrap_or_else(new_keys)))
    }

    /// The workspace.
    pub fn workspace(&self) -> &Arc<Workspace> {
        &self.workspace
    }

    /// The faults callers are to meet.
    pub fn faults(&self) -> &Faults {
        &self.faults
    }

    /// The keys that are valid now.
    pub fn keys(&self) -> Keys {
        self.keys.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts other keys in their place; those before are refused from now on.
    pub fn change_keys(&self, keys: Keys) {
        *self.keys.write().unwrap_or_else(PoisonError::into_inner) = keys;
    }
}

/// The door's name for what the server itself stores.
pub(crate) const SOURCE: &str = "server";

/// What `workspace` remembers of its server, always with keys: new ones are remembered at once.
pub(crate) async fn choices(workspace: &Workspace) -> Result<ServerChoices, Refusal> {
    let mut choices = workspace.ask(ServerOf).await?;
    if choices.keys.is_none() {
        choices.keys = Some(new_keys());
        workspace.perform(SaveServer { choices: choices.clone() }, SOURCE, false).await?;
    }
    Ok(choices)
}

/// Keys nobody can guess: 64 hexadecimal digits each, as the vendor's have.
pub fn new_keys() -> Keys {
    let key = || format!("{}{}", uuid::Uuid::new_v4().simple(), uuid::Uuid::new_v4().simple());
    Keys { api: key(), management: key() }
}
