//! Comma-separated values that no spreadsheet takes for formulas.

use std::io::{self, Write};

use super::{CsvStyle, Sink};
use crate::report::cell::{Cell, Kind};
use crate::report::plan::Plan;
use crate::sheet::{Unwritten, safe};

/// Rows as lines of text.
pub(super) struct Csv<'p, W: Write> {
    plan: &'p Plan,
    lines: csv::Writer<W>,
}

impl<'p, W: Write> Csv<'p, W> {
    /// A header line, then rows.
    pub fn under(plan: &'p Plan, style: CsvStyle, mut to: W) -> Result<Self, Unwritten> {
        if style.byte_order_mark {
            to.write_all("\u{feff}".as_bytes())?;
        }
        let separator = u8::try_from(style.separator).unwrap_or(b',');
        let mut lines = csv::WriterBuilder::new().delimiter(separator).from_writer(to);
        let header = plan.headings.iter().map(|heading| safe(&heading.title));
        lines.write_record(header).map_err(io::Error::from)?;
        Ok(Self { plan, lines })
    }
}

impl<W: Write> Sink for Csv<'_, W> {
    fn row(&mut self, cells: &[Cell]) -> Result<(), Unwritten> {
        for (cell, heading) in cells.iter().zip(&self.plan.headings) {
            let text = self.plan.wording.of(cell, heading.kind);
            // A number is never a formula, and a minus before it stays.
            let field = if heading.kind == Kind::Text { safe(&text) } else { text };
            self.lines.write_field(field).map_err(io::Error::from)?;
        }
        self.lines.write_record(None::<&[u8]>).map_err(io::Error::from)?;
        Ok(())
    }

    fn finish(mut self: Box<Self>, _rows: u64) -> Result<(), Unwritten> {
        Ok(self.lines.flush()?)
    }
}
