//! The file a report is kept in: JSON, read strictly.

use domain::refusal::{Problem, ProblemKind};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::cell::NumberFormat;
use crate::parse::document;
use crate::refusal::Refusal;
use crate::view::event::EventFilter;

/// The form this program writes and reads.
pub const VERSION: u32 = 1;

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Grain {
    /// An event.
    Event,
    /// An effect of an event.
    Effect,
    /// A line of the cart as it was after an event.
    CartLine,
    /// A session, as its last matching event left it.
    Session,
    /// What became of a rule at an event.
    RuleDecision,
    /// An attribute of the dictionary. The filter is of no use here.
    Attribute,
}

impl Grain {
    /// Every grain, in the order they are offered.
    pub const ALL: [Self; 6] =
        [Self::Event, Self::Effect, Self::CartLine, Self::Session, Self::RuleDecision, Self::Attribute];
}

/// A column of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PresetColumn {
    /// Its name in the catalogue.
    pub column: String,
    /// Another title than the catalogue's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// What is found out about the rows of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Calculation {
    /// How many rows.
    Count,
    /// How many different values of a column.
    Distinct,
    /// The sum of a column of numbers.
    Sum,
}

/// A calculated column; a report with any has one row for each group of rows with the same values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Measure {
    /// What is calculated.
    pub calculate: Calculation,
    /// Of which column; not for `count`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// Another title than the usual one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// A report as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Preset {
    /// [`VERSION`].
    pub version: u32,
    /// What people call it.
    pub name: String,
    /// What it is for, in a sentence.
    #[serde(default)]
    pub description: String,
    /// What a row is.
    pub grain: Grain,
    /// The columns from left to right. With measures, what the rows are grouped by.
    pub columns: Vec<PresetColumn>,
    /// Calculated columns, after the others.
    #[serde(default)]
    pub measures: Vec<Measure>,
    /// Which events the rows are of.
    #[serde(default)]
    pub filter: EventFilter,
    /// The zone of times and days, by its IANA name; `UTC` when left out.
    #[serde(default = "utc")]
    pub zone: String,
    /// How numbers are written where they are text.
    #[serde(default)]
    pub numbers: NumberFormat,
}

fn utc() -> String {
    "UTC".to_owned()
}

impl Preset {
    /// Reads the text of a preset file.
    ///
    /// # Errors
    /// The place of the first thing that is not as it should be.
    pub fn from_text(text: &str) -> Result<Self, Refusal> {
        let preset: Self = document::read(text)?;
        preset.is_known().map(|()| preset)
    }

    /// Whether this program knows the form.
    pub(super) fn is_known(&self) -> Result<(), Refusal> {
        if self.version == VERSION {
            return Ok(());
        }
        let details = format!(
            "This report is of version {}, and this program knows version {VERSION}. Use the program that wrote it.",
            self.version
        );
        Err(Problem::new("/version", ProblemKind::Choice, details).into())
    }

    /// The text of its file.
    pub fn to_text(&self) -> String {
        // A preset holds nothing JSON cannot say.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }
}
