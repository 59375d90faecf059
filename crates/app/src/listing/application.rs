//! The workspace as the one Application.

use jiff::Timestamp;

use crate::refusal::Refusal;
use crate::workspace::{Question, Reading};

/// The workspace with what the vendor says of an Application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApplicationRecord {
    /// The name people read.
    pub name: String,
    /// When it was made.
    pub created: Timestamp,
    /// IANA zone.
    pub time_zone: String,
    /// ISO 4217 code.
    pub currency: String,
}

/// The one Application.
#[derive(Debug, Clone, Copy)]
pub struct TheApplication;

impl Question for TheApplication {
    type Answer = ApplicationRecord;

    fn answer(&self, reading: &Reading<'_>) -> Result<ApplicationRecord, Refusal> {
        let workspace = reading.reader.workspace()?;
        let settings = &reading.house.settings;
        Ok(ApplicationRecord {
            name: workspace.name,
            created: workspace.created,
            time_zone: settings.time_zone_name.clone(),
            currency: settings.currency.clone(),
        })
    }
}
