//! The workspace's choices where the vendor is silent.

use super::{Moment, Operation};
use crate::refusal::Refusal;
use crate::settings::Settings;
use crate::view::workspace::{SettingsView, Stale};

/// Stores the choices.
#[derive(Debug, Clone)]
pub struct SaveSettings {
    /// All of them.
    pub settings: SettingsView,
}

impl Operation for SaveSettings {
    type Answer = ();
    const STALE: &'static [Stale] = &[Stale::Workspace, Stale::Campaigns, Stale::Sessions, Stale::Events];

    fn run(&self, moment: &Moment<'_>) -> Result<(), Refusal> {
        Settings::save(&self.settings, moment.tx)
    }
}
