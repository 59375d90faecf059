//! Rows put together by the values of their columns, counted and added up.

use std::collections::{BTreeMap, HashSet};

use domain::refusal::{Problem, ProblemKind};
use rust_decimal::Decimal;

use super::cell::Cell;
use super::plan::VisitRow;
use super::preset::Calculation;
use crate::refusal::Refusal;
use crate::sheet::Unwritten;

/// The most groups of a report. Our own limit: they are held in memory.
const MOST_GROUPS: usize = 100_000;
/// The most different values that are told apart over all groups. Our own limit.
const MOST_VALUES: usize = 5_000_000;

/// The groups found so far, in order of their values.
#[derive(Debug)]
pub(super) struct Groups {
    calculations: Vec<Calculation>,
    found: BTreeMap<Vec<Cell>, Vec<Figure>>,
    values: usize,
}

/// What is known of a group.
#[derive(Debug)]
enum Figure {
    Count(u64),
    Distinct(HashSet<Cell>),
    Sum(Decimal),
    /// Whole numbers stay whole.
    Whole(i64),
}

impl Groups {
    pub fn of(calculations: Vec<Calculation>) -> Self {
        Self { calculations, found: BTreeMap::new(), values: 0 }
    }

    /// Adds a row: its group, and what is calculated of it.
    pub fn add(&mut self, key: Vec<Cell>, measured: impl Iterator<Item = Cell>) -> Result<(), Refusal> {
        if self.found.len() >= MOST_GROUPS && !self.found.contains_key(&key) {
            let details = format!(
                "These columns make more than {MOST_GROUPS} groups; leave one out or narrow the filter."
            );
            return Err(Refusal::field("/columns", ProblemKind::Limit, details));
        }
        let figures = self.found.entry(key).or_default();
        if figures.is_empty() {
            figures.extend(self.calculations.iter().map(Figure::begin));
        }
        for (figure, cell) in figures.iter_mut().zip(measured) {
            self.values += usize::from(figure.add(cell)?);
        }
        if self.values > MOST_VALUES {
            let details =
                format!("More than {MOST_VALUES} different values cannot be told apart; narrow the filter.");
            return Err(Refusal::field("/measures", ProblemKind::Limit, details));
        }
        Ok(())
    }

    /// Hands every group to `visit` as a row.
    pub fn each(self, visit: &mut VisitRow<'_>) -> Result<(), Unwritten> {
        for (mut row, figures) in self.found {
            row.extend(figures.into_iter().map(Figure::end));
            if visit(&row)?.is_break() {
                break;
            }
        }
        Ok(())
    }
}

impl Figure {
    fn begin(calculate: &Calculation) -> Self {
        match calculate {
            Calculation::Count => Self::Count(0),
            Calculation::Distinct => Self::Distinct(HashSet::new()),
            Calculation::Sum => Self::Sum(Decimal::ZERO),
        }
    }

    /// Takes a cell in; whether it has to be kept.
    fn add(&mut self, cell: Cell) -> Result<bool, Problem> {
        match (&mut *self, cell) {
            (Self::Count(rows), _) => *rows += 1,
            (Self::Distinct(_), Cell::Empty) => {}
            (Self::Distinct(seen), cell) => return Ok(seen.insert(cell)),
            (Self::Sum(sum), Cell::Amount(amount)) => {
                *sum = sum.checked_add(amount).ok_or_else(too_large)?;
            }
            (Self::Sum(sum), Cell::Count(number)) if sum.is_zero() => *self = Self::Whole(number),
            (Self::Whole(sum), Cell::Count(number)) => {
                *sum = sum.checked_add(number).ok_or_else(too_large)?;
            }
            (Self::Sum(_) | Self::Whole(_), _) => {}
        }
        Ok(false)
    }

    fn end(self) -> Cell {
        match self {
            Self::Count(rows) => Cell::count(rows),
            Self::Distinct(seen) => Cell::count(u64::try_from(seen.len()).unwrap_or(u64::MAX)),
            Self::Sum(sum) => Cell::Amount(sum),
            Self::Whole(sum) => Cell::Count(sum),
        }
    }
}

fn too_large() -> Problem {
    let details = "The sum is larger than can be kept exactly; narrow the filter.";
    Problem::new("/measures", ProblemKind::Limit, details)
}
