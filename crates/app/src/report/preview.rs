//! The first rows of a report, as they will be written.

use std::ops::ControlFlow;

use serde::Serialize;
use specta::Type;

use super::plan::{Heading, Plan};
use super::preset::{Grain, Preset};
use crate::progress::Progress;
use crate::question::count;
use crate::refusal::Refusal;
use crate::sheet::Unwritten;
use crate::workspace::{Question, Reading};

/// The most rows of a preview.
pub const MOST_ROWS: usize = 200;

/// The beginning of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReportPreview {
    /// The columns.
    pub headings: Vec<Heading>,
    /// At most [`MOST_ROWS`] rows, each cell as text.
    pub rows: Vec<Vec<String>>,
    /// How many rows there are in all; absent where that is found out only by writing them.
    pub total: Option<u32>,
    /// How many events match the filter.
    pub events: u32,
    /// How many events of the log are of a made-up crowd.
    pub made_up: u32,
}

/// Asks for the beginning of a report.
#[derive(Debug, Clone)]
pub struct Preview {
    /// Of which.
    pub preset: Preset,
}

impl Question for Preview {
    type Answer = ReportPreview;

    fn answer(&self, reading: &Reading<'_>) -> Result<ReportPreview, Refusal> {
        let plan = Plan::of(&self.preset, reading)?;
        let mut rows = Vec::new();
        let mut seen = 0_u32;
        let done = plan.each(reading, &Progress::default(), &mut |cells| {
            seen += 1;
            if rows.len() < MOST_ROWS {
                let words = cells.iter().zip(&plan.headings);
                rows.push(words.map(|(cell, heading)| plan.wording.of(cell, heading.kind)).collect());
                return Ok(ControlFlow::Continue(()));
            }
            // Groups are all known by now, so counting them costs nothing.
            Ok(if plan.is_grouped() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
        });
        done.map_err(refusal)?;
        let events = count(reading.reader.count(&plan.filter)?);
        let made_up = count(reading.reader.count(&crate::crowd::its_events())?);
        let is_all = plan.is_grouped() || rows.len() < MOST_ROWS || seen == count_of(&rows);
        let total = match plan.grain {
            _ if is_all => Some(seen),
            Grain::Event => Some(events),
            Grain::Effect => Some(count(reading.reader.effect_count(&plan.filter)?)),
            Grain::Session => Some(count(reading.reader.sessions_met(&plan.filter)?)),
            Grain::CartLine | Grain::RuleDecision | Grain::Attribute => None,
        };
        Ok(ReportPreview { headings: plan.headings, rows, total, events, made_up })
    }
}

fn count_of(rows: &[Vec<String>]) -> u32 {
    u32::try_from(rows.len()).unwrap_or(u32::MAX)
}

fn refusal(why: Unwritten) -> Refusal {
    match why {
        Unwritten::Refused(refusal) => refusal,
        // Nothing is written anywhere.
        Unwritten::Output(_) => Refusal::Stopped,
    }
}
