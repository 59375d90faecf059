//! Sheets printed wherever they are wanted.

use std::fmt;
use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

use super::Unwritten;
use crate::refusal::Refusal;
use crate::workspace::{Question, Reading};

/// Something that is written row by row.
pub trait Rows: fmt::Debug + Send + 'static {
    /// Writes everything to `to` from one state of the workspace and answers with the number of rows.
    ///
    /// # Errors
    /// When the rows cannot be read or `to` takes no more; what was written by then stays.
    fn write(&self, to: &mut impl Write, reading: &Reading<'_>) -> Result<u32, Unwritten>;
}

/// Writes a sheet wherever it is wanted.
#[derive(Debug)]
pub struct Print<S, W> {
    /// What is written.
    pub sheet: S,
    /// Where to.
    pub to: Mutex<W>,
}

impl<S: Rows, W: Write + Send + 'static> Question for Print<S, W> {
    /// The rows written, or why the writer took no more.
    type Answer = io::Result<u32>;

    fn answer(&self, reading: &Reading<'_>) -> Result<Self::Answer, Refusal> {
        let mut to = self.to.lock().unwrap_or_else(PoisonError::into_inner);
        match self.sheet.write(&mut *to, reading) {
            Ok(rows) => Ok(Ok(rows)),
            Err(Unwritten::Output(why)) => Ok(Err(why)),
            Err(Unwritten::Refused(refusal)) => Err(refusal),
        }
    }
}
