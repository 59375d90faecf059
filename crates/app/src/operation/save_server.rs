//! What the workspace remembers of its local server.

use super::{Moment, Operation};
use crate::question::server::{API_KEY, MANAGEMENT_KEY, ON, PORT, ServerChoices};
use crate::refusal::Refusal;
use crate::view::workspace::Stale;

/// Remembers the choices in place of those before.
#[derive(Debug, Clone)]
pub struct SaveServer {
    /// All of them; keys that are left out stay as they are.
    pub choices: ServerChoices,
}

impl Operation for SaveServer {
    type Answer = ();
    const STALE: &'static [Stale] = &[Stale::Workspace];

    fn run(&self, moment: &Moment<'_>) -> Result<(), Refusal> {
        let ServerChoices { on, port, keys } = &self.choices;
        moment.tx.put_setting(ON, &on.to_string())?;
        moment.tx.put_setting(PORT, &port.map(|port| port.to_string()).unwrap_or_default())?;
        if let Some(keys) = keys {
            moment.tx.put_setting(API_KEY, &keys.api)?;
            moment.tx.put_setting(MANAGEMENT_KEY, &keys.management)?;
        }
        Ok(())
    }
}
