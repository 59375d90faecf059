//! Rows of text in aligned columns. Nothing is ever cut off; a column is as wide as what it holds.

use std::io::{self, Write};

/// How many rows are looked at before the first is written; later ones may still widen their column.
const LOOKED_AT: usize = 500;

/// Rows, written as they come.
#[derive(Debug)]
pub struct TextTable {
    widths: Vec<usize>,
    to_the_right: Vec<bool>,
    waiting: Vec<Vec<String>>,
    is_begun: bool,
}

impl TextTable {
    /// A table with one column for each of `to_the_right`, which tells those at the right edge, as numbers stand.
    pub fn new(to_the_right: Vec<bool>) -> Self {
        Self { widths: vec![0; to_the_right.len()], to_the_right, waiting: Vec::new(), is_begun: false }
    }

    /// The same with a header line.
    #[must_use]
    pub fn under(mut self, header: &[&str]) -> Self {
        self.waiting.push(header.iter().map(|&title| title.to_owned()).collect());
        self
    }

    /// Adds one row.
    ///
    /// # Errors
    /// When `to` takes no more.
    pub fn row(&mut self, cells: Vec<String>, to: &mut impl Write) -> io::Result<()> {
        self.waiting.push(cells);
        if self.is_begun || self.waiting.len() > LOOKED_AT {
            return self.finish(to);
        }
        Ok(())
    }

    /// Writes what still waits.
    ///
    /// # Errors
    /// When `to` takes no more.
    pub fn finish(&mut self, to: &mut impl Write) -> io::Result<()> {
        self.is_begun = true;
        let rows = std::mem::take(&mut self.waiting);
        for row in &rows {
            for (width, cell) in self.widths.iter_mut().zip(row) {
                *width = (*width).max(cell.chars().count());
            }
        }
        rows.iter().try_for_each(|row| writeln!(to, "{}", self.aligned(row).trim_end()))
    }

    fn aligned(&self, row: &[String]) -> String {
        let cells = row.iter().zip(&self.widths).zip(&self.to_the_right);
        let cells = cells.map(|((cell, &width), &right)| match right {
            true => format!("{cell:>width$}"),
            false => format!("{cell:<width$}"),
        });
        cells.collect::<Vec<_>>().join("  ")
    }
}
