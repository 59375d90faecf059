//! What the workspace remembers of its local server.

use crate::refusal::Refusal;
use crate::workspace::{Question, Reading};

/// What was chosen for the local server of a workspace.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ServerChoices {
    /// It was on when the workspace was last open.
    pub on: bool,
    /// The port it is wanted at; any free one when `None`.
    pub port: Option<u16>,
    /// Its keys; `None` until it was first asked for.
    pub keys: Option<Keys>,
}

/// The keys a program shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    /// For the Integration API.
    pub api: String,
    /// For the Management API.
    pub management: String,
}

pub(crate) const ON: &str = "server_on";
pub(crate) const PORT: &str = "server_port";
pub(crate) const API_KEY: &str = "server_api_key";
pub(crate) const MANAGEMENT_KEY: &str = "server_management_key";

/// What was chosen for the local server.
#[derive(Debug, Clone, Copy)]
pub struct ServerOf;

impl Question for ServerOf {
    type Answer = ServerChoices;

    fn answer(&self, reading: &Reading<'_>) -> Result<ServerChoices, Refusal> {
        let stored = reading.reader.settings()?;
        let keys = stored.get(API_KEY).zip(stored.get(MANAGEMENT_KEY));
        Ok(ServerChoices {
            on: stored.get(ON).is_some_and(|on| on == "true"),
            port: stored.get(PORT).and_then(|port| port.parse().ok()),
            keys: keys.map(|(api, management)| Keys { api: api.clone(), management: management.clone() }),
        })
    }
}
