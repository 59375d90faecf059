//! What every route works with: the workspace, its keys, and the faults its callers are to meet.

use std::sync::{Arc, PoisonError, RwLock};

use app::question::server::Keys;
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

/// Keys nobody can guess: 64 hexadecimal digits each, as the vendor's have.
pub fn new_keys() -> Keys {
    let key = || format!("{}{}", uuid::Uuid::new_v4().simple(), uuid::Uuid::new_v4().simple());
    Keys { api: key(), management: key() }
}
