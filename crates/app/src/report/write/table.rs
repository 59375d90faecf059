//! Aligned columns for people.

use std::io::Write;

use super::Sink;
use crate::report::cell::Cell;
use crate::report::plan::Plan;
use crate::sheet::Unwritten;
use crate::sheet::table::TextTable;

/// Rows as lines of aligned text.
pub(super) struct Table<'p> {
    plan: &'p Plan,
    lines: TextTable,
    to: &'p mut dyn Write,
}

impl<'p> Table<'p> {
    /// A header line, then rows.
    pub fn under(plan: &'p Plan, to: &'p mut dyn Write) -> Self {
        let edges = plan.headings.iter().map(|heading| heading.kind.is_number()).collect();
        let titles: Vec<_> = plan.headings.iter().map(|heading| heading.title.as_str()).collect();
        Self { plan, lines: TextTable::new(edges).under(&titles), to }
    }
}

impl Sink for Table<'_> {
    fn row(&mut self, cells: &[Cell]) -> Result<(), Unwritten> {
        let words = cells.iter().zip(&self.plan.headings);
        let words = words.map(|(cell, heading)| self.plan.wording.of(cell, heading.kind)).collect();
        Ok(self.lines.row(words, &mut self.to)?)
    }

    fn finish(mut self: Box<Self>, _rows: u64) -> Result<(), Unwritten> {
        self.lines.finish(&mut self.to)?;
        Ok(self.to.flush()?)
    }
}
