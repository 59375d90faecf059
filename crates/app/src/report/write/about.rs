//! How a report was made: what a reader needs to make it again. Nothing of it depends on when or where it is written, so
//! that the same report of the same workspace is the same bytes.

use crate::refusal::Refusal;
use crate::report::plan::Plan;
use crate::report::preset::{Calculation, Grain, Preset};
use crate::workspace::Reading;

/// Facts about a report, by name.
#[derive(Debug)]
pub(super) struct About {
    pub facts: Vec<(&'static str, String)>,
}

impl About {
    pub fn of(plan: &Plan, preset: &Preset, reading: &Reading<'_>) -> Result<Self, Refusal> {
        let workspace = reading.reader.workspace()?;
        let last = reading.reader.last_seq()?.map_or(0, |seq| seq.0);
        let filter = serde_json::to_value(&preset.filter).unwrap_or_default();
        let synthetic = reading.reader.count(&crate::crowd::its_events())?;
        let mut facts = vec![
            ("Report", plan.name.clone()),
            ("Workspace", workspace.name),
            ("Events in the log", last.to_string()),
            ("One row for each", grain(preset.grain).to_owned()),
            ("Filters", filters(&filter)),
            ("Time zone", preset.zone.clone()),
            ("Currency", reading.house.settings.currency.clone()),
        ];
        if plan.is_grouped() {
            facts.push(("Calculated", preset.measures.iter().map(measured).collect::<Vec<_>>().join(", ")));
        }
        if synthetic > 0 {
            facts.push((
                "Made up",
                format!("{synthetic} events of the log are of a made-up crowd (source \"crowd\")."),
            ));
        }
        facts.push(("Made by", format!("Tillroll {}", env!("CARGO_PKG_VERSION"))));
        Ok(Self { facts })
    }
}

fn measured(measure: &crate::report::preset::Measure) -> String {
    let of = measure.of.as_deref().unwrap_or_default();
    match measure.calculate {
        Calculation::Count => "number of rows".to_owned(),
        Calculation::Distinct => format!("different values of {of}"),
        Calculation::Sum => format!("sum of {of}"),
    }
}

fn grain(grain: Grain) -> &'static str {
    match grain {
        Grain::Event => "event",
        Grain::Effect => "effect",
        Grain::CartLine => "line of a cart after an event",
        Grain::Session => "session, as its last matching event left it",
        Grain::RuleDecision => "rule and event",
        Grain::Attribute => "attribute of the dictionary",
    }
}

/// The parts of a filter that say something.
fn filters(filter: &serde_json::Value) -> String {
    let is_said = |value: &serde_json::Value| match value {
        serde_json::Value::Null => false,
        serde_json::Value::Array(items) => !items.is_empty(),
        serde_json::Value::String(text) => !text.is_empty(),
        _ => true,
    };
    let parts: Vec<String> = filter
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(_, value)| is_said(value))
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    if parts.is_empty() { "none: everything".to_owned() } else { parts.join("; ") }
}
