//! A preset checked against a workspace: exactly which rows, which columns, in which words.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use domain::refusal::{Problem, ProblemKind, Problems};
use domain::text::{self, Lines};
use jiff::tz::TimeZone;
use serde::Serialize;
use specta::Type;

use super::catalogue::{self, Column};
use super::cell::{Cell, Kind, Wording};
use super::columns::Depth;
use super::group::Groups;
use super::preset::{Calculation, Grain, Measure, Preset, PresetColumn};
use super::walk;
use crate::json::shorten;
use crate::progress::Progress;
use crate::question::events::read_filter;
use crate::refusal::Refusal;
use crate::sheet::Unwritten;
use crate::workspace::Reading;

/// The most columns of a report. Our own limit.
pub const MOST_COLUMNS: usize = 200;
/// The longest title of a column, in characters. Our own limit.
const LONGEST_TITLE: usize = 200;

/// What is done with a row; breaking off ends the report.
pub type VisitRow<'v> = dyn FnMut(&[Cell]) -> Result<ControlFlow<()>, Unwritten> + 'v;

/// A column of the result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Heading {
    /// Its title; no two are the same.
    pub title: String,
    /// What stands in it.
    pub kind: Kind,
}

/// A report that can be made.
#[derive(Debug)]
pub struct Plan {
    /// What it is called.
    pub name: String,
    /// The columns of the result, never empty.
    pub headings: Vec<Heading>,
    /// How cells become text.
    pub wording: Wording,
    pub(super) grain: Grain,
    pub(super) filter: store::EventFilter,
    columns: Vec<Column>,
    measures: Vec<(Calculation, Option<Column>)>,
}

impl Plan {
    /// Reads a preset.
    ///
    /// # Errors
    /// Every column, zone or filter that this workspace does not have.
    pub fn of(preset: &Preset, reading: &Reading<'_>) -> Result<Self, Refusal> {
        preset.is_known()?;
        let offered = catalogue::of(preset.grain, reading.house);
        let mut problems = Problems::new();
        let mut headings = Vec::new();
        let mut columns = Vec::new();
        for (place, wanted) in preset.columns.iter().enumerate() {
            let found = problems.keep(find(&offered, &wanted.column, &format!("/columns/{place}/column")));
            if let Some(column) = found {
                headings.push(heading(wanted, &column));
                columns.push(column);
            }
        }
        let mut measures = Vec::new();
        for (place, wanted) in preset.measures.iter().enumerate() {
            if let Some(column) = problems.keep(measured(&offered, wanted, place)) {
                headings.push(measure_heading(wanted, column.as_ref()));
                measures.push((wanted.calculate, column));
            }
        }
        check_headings(&headings, &mut problems);
        let zone = problems.keep(read_zone(&preset.zone));
        let zone = problems.none_or(zone)?.unwrap_or(TimeZone::UTC);
        Ok(Self {
            name: preset.name.clone(),
            headings,
            wording: Wording { zone, numbers: preset.numbers },
            grain: preset.grain,
            filter: read_filter(&preset.filter, reading)?,
            columns,
            measures,
        })
    }

    /// Hands every row to `visit`, until it breaks off: events newest first, groups in order of their values.
    ///
    /// # Errors
    /// Those of `visit` and of the store; `Stopped` when somebody asked `progress` to stop; too many groups.
    pub fn each(
        &self,
        reading: &Reading<'_>,
        progress: &Progress,
        visit: &mut VisitRow<'_>,
    ) -> Result<(), Unwritten> {
        let mut row = Vec::with_capacity(self.columns.len());
        if self.measures.is_empty() {
            return walk::each(self, reading, progress, &mut |scene| {
                row.clear();
                row.extend(self.columns.iter().map(|column| column.cell(scene)));
                visit(&row)
            });
        }
        let mut groups = Groups::of(self.measures.iter().map(|(calculate, _)| *calculate).collect());
        walk::each(self, reading, progress, &mut |scene| {
            let key = self.columns.iter().map(|column| column.cell(scene)).collect();
            let measured = self.measures.iter().map(|(_, column)| column.as_ref());
            groups
                .add(key, measured.map(|column| column.map_or(Cell::Empty, |column| column.cell(scene))))?;
            Ok(ControlFlow::Continue(()))
        })?;
        groups.each(visit)
    }

    /// Whether rows are counted and added up.
    pub fn is_grouped(&self) -> bool {
        !self.measures.is_empty()
    }

    /// What has to be read of each event.
    pub(super) fn depth(&self) -> Depth {
        let measured = self.measures.iter().filter_map(|(_, column)| column.as_ref());
        self.columns.iter().chain(measured).map(Column::depth).max().unwrap_or(Depth::Row)
    }
}

fn find(offered: &[Column], name: &str, pointer: &str) -> Result<Column, Problem> {
    offered.iter().find(|column| column.name() == name).cloned().ok_or_else(|| {
        let details = format!(
            "There is no column \"{}\" in reports of this kind; choose one of the catalogue.",
            shorten(name)
        );
        Problem::new(pointer, ProblemKind::Unknown, details)
    })
}

fn measured(offered: &[Column], wanted: &Measure, place: usize) -> Result<Option<Column>, Problem> {
    let pointer = format!("/measures/{place}/of");
    match (wanted.calculate, wanted.of.as_deref()) {
        (Calculation::Count, None) => Ok(None),
        (Calculation::Count, Some(_)) => {
            let details = "Rows are counted, whatever is in them; leave this out.";
            Err(Problem::new(pointer, ProblemKind::Forbidden, details))
        }
        (Calculation::Distinct | Calculation::Sum, None) => {
            let details = "Name the column this is calculated of.";
            Err(Problem::new(pointer, ProblemKind::Missing, details))
        }
        (Calculation::Distinct, Some(name)) => find(offered, name, &pointer).map(Some),
        (Calculation::Sum, Some(name)) => {
            let column = find(offered, name, &pointer)?;
            if column.kind().is_number() {
                return Ok(Some(column));
            }
            let details = format!("\"{}\" holds no numbers, so it cannot be added up.", column.title());
            Err(Problem::new(pointer, ProblemKind::Type, details))
        }
    }
}

fn heading(wanted: &PresetColumn, column: &Column) -> Heading {
    Heading { title: own_title(wanted.title.as_ref(), column.title()), kind: column.kind() }
}

fn measure_heading(wanted: &Measure, column: Option<&Column>) -> Heading {
    let of = column.map_or("", |column| column.title());
    let (usual, kind) = match wanted.calculate {
        Calculation::Count => ("Count".to_owned(), Kind::Count),
        Calculation::Distinct => (format!("Different: {of}"), Kind::Count),
        Calculation::Sum => (format!("Sum of {of}"), column.map_or(Kind::Number, Column::kind)),
    };
    Heading { title: own_title(wanted.title.as_ref(), &usual), kind }
}

fn own_title(title: Option<&String>, usual: &str) -> String {
    title.filter(|title| !title.trim().is_empty()).map_or_else(|| usual.to_owned(), Clone::clone)
}

/// Titles are the names of fields in some formats, so no two may be the same.
fn check_headings(headings: &[Heading], problems: &mut Problems) {
    let most = |details: String| Problem::new("/columns", ProblemKind::Limit, details);
    if headings.is_empty() {
        problems.push(most("A report needs at least one column; choose one.".to_owned()));
    }
    if headings.len() > MOST_COLUMNS {
        problems.push(most(format!("A report has at most {MOST_COLUMNS} columns.")));
    }
    let mut seen = BTreeSet::new();
    for heading in headings {
        problems.keep(text::check(&heading.title, "/columns", LONGEST_TITLE, Lines::One));
        if !seen.insert(heading.title.as_str()) {
            let details = format!("Two columns are called \"{}\"; rename one.", shorten(&heading.title));
            problems.push(Problem::new("/columns", ProblemKind::Taken, details));
        }
    }
}

fn read_zone(name: &str) -> Result<TimeZone, Problem> {
    if name == "UTC" {
        return Ok(TimeZone::UTC);
    }
    TimeZone::get(name).map_err(|_| {
        let details = format!("\"{}\" is not a time zone; write one such as Europe/Berlin.", shorten(name));
        Problem::new("/zone", ProblemKind::Format, details)
    })
}
