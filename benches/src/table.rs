//! A table of measurements, each with its ratio to one of them.

use std::fmt;

/// What a table says about its rows.
#[derive(Debug, Clone)]
pub struct Table {
    title: String,
    unit: &'static str,
    rows: Vec<Row>,
}

#[derive(Debug, Clone)]
struct Row {
    name: String,
    value: f64,
}

impl Table {
    /// An empty table; `unit` is that of every value.
    pub fn new(title: impl Into<String>, unit: &'static str) -> Self {
        Self { title: title.into(), unit, rows: Vec::new() }
    }

    /// Adds a row. The ratios are those to the first.
    pub fn add(&mut self, name: impl Into<String>, value: f64) {
        self.rows.push(Row { name: name.into(), value });
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let first = self.rows.first().map_or(f64::NAN, |row| row.value);
        let width = self.rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0);
        writeln!(f, "\n{}", self.title)?;
        for Row { name, value } in &self.rows {
            writeln!(f, "  {name:<width$}  {value:>12.2} {}  {:>9.3} ×", self.unit, value / first)?;
        }
        Ok(())
    }
}
