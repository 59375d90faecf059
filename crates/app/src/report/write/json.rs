//! Objects, in one list or one a line. Counts and flags are JSON's own; money and numbers are texts, so that no reader
//! rounds them; what is empty is `null`.

use std::io::Write;

use serde::ser::{SerializeMap, Serializer};

use super::Sink;
use crate::report::cell::{Cell, plain};
use crate::report::plan::Plan;
use crate::sheet::Unwritten;

/// Rows as objects.
pub(super) struct Json<'p, W: Write> {
    plan: &'p Plan,
    is_lines: bool,
    is_begun: bool,
    to: W,
}

impl<'p, W: Write> Json<'p, W> {
    /// One list, or one object a line.
    pub fn under(plan: &'p Plan, is_lines: bool, to: W) -> Self {
        Self { plan, is_lines, is_begun: false, to }
    }

    fn object(&mut self, cells: &[Cell]) -> serde_json::Result<()> {
        let mut writer = serde_json::Serializer::new(&mut self.to);
        let mut object = writer.serialize_map(Some(cells.len()))?;
        for (cell, heading) in cells.iter().zip(&self.plan.headings) {
            let name = heading.title.as_str();
            match cell {
                Cell::Empty => object.serialize_entry(name, &())?,
                Cell::Text(text) => object.serialize_entry(name, text)?,
                Cell::Count(number) => object.serialize_entry(name, number)?,
                Cell::Flag(flag) => object.serialize_entry(name, flag)?,
                Cell::Amount(amount) => object.serialize_entry(name, &plain(*amount, heading.kind))?,
                Cell::Time(_) | Cell::Day(_) => {
                    object.serialize_entry(name, &self.plan.wording.of(cell, heading.kind))?;
                }
            }
        }
        object.end()
    }
}

impl<W: Write> Sink for Json<'_, W> {
    fn row(&mut self, cells: &[Cell]) -> Result<(), Unwritten> {
        if !self.is_lines {
            self.to.write_all(if self.is_begun { b",\n" } else { b"[\n" })?;
        }
        self.is_begun = true;
        self.object(cells).map_err(std::io::Error::from)?;
        if self.is_lines {
            self.to.write_all(b"\n")?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>, rows: u64) -> Result<(), Unwritten> {
        let end: &[u8] = match (self.is_lines, rows) {
            (true, _) => b"",
            (false, 0) => b"[]\n",
            (false, _) => b"\n]\n",
        };
        self.to.write_all(end)?;
        Ok(self.to.flush()?)
    }
}
