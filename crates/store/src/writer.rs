//! The one connection that writes: every change is one immediate transaction.

use std::ops::Deref;

use rusqlite::{Params, Transaction, TransactionBehavior};

use crate::error::StoreError;
use crate::reader::Reader;

/// Writes a workspace. There is one per process; another process's writes are waited for, five seconds at most.
#[derive(Debug)]
pub struct Writer {
    reader: Reader,
}

/// A transaction under way: all the reads of [`Reader`], which see what was written so far, and the writes.
#[derive(Debug)]
pub struct Tx<'w> {
    reader: &'w Reader,
}

impl Deref for Tx<'_> {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        self.reader
    }
}

impl Deref for Writer {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        &self.reader
    }
}

impl Writer {
    pub(crate) fn new(reader: Reader) -> Self {
        Self { reader }
    }

    /// Runs `work` in one immediate transaction: committed and on the disk when it answers `Ok`, undone when `Err`.
    ///
    /// # Errors
    /// Those of `work`; `Locked` when another process writes for more than five seconds; `DiskFull`.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        if self.is_in_group() {
            return self.write_in_group(work);
        }
        let transaction = self.begin()?;
        let answer = work(&Tx { reader: &self.reader })?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(answer)
    }

    /// Commits everything `work` writes at once: all of it, or those writes before the first that `work` gives up at.
    /// A write that is refused is undone by itself. Not to be nested, and nothing is rehearsed inside.
    ///
    /// # Errors
    /// Those of `work`, and of the store.
    pub fn group<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        self.pragma("BEGIN IMMEDIATE")?;
        let group = Group { writer: self };
        let answer = work(group.writer);
        group.writer.pragma("COMMIT")?;
        answer
    }

    fn is_in_group(&self) -> bool {
        !self.reader.connection().is_autocommit()
    }

    fn write_in_group<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.pragma("SAVEPOINT one")?;
        let answer = work(&Tx { reader: &self.reader });
        let end = if answer.is_ok() { "RELEASE one" } else { "ROLLBACK TO one; RELEASE one" };
        self.pragma(end)?;
        answer
    }

    /// Runs `work` exactly as [`Writer::write`] would, then undoes it whatever it answers: the dry run.
    ///
    /// # Errors
    /// As [`Writer::write`].
    pub fn rehearse<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let transaction = self.begin()?;
        let answer = work(&Tx { reader: &self.reader });
        transaction.rollback().map_err(StoreError::from)?;
        answer
    }

    /// Runs `work` without waiting for the disk at every commit, and waits once at the end: for imports and
    /// samples. A power cut during `work` can lose its last transactions, never the file.
    ///
    /// # Errors
    /// Those of `work`, and of the store.
    pub fn bulk<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        self.pragma("PRAGMA synchronous = NORMAL")?;
        let answer = work(self);
        self.pragma("PRAGMA synchronous = FULL")?;
        self.checkpoint()?;
        answer
    }

    /// Runs `work` in one immediate transaction that is not waited for: a power cut can lose it, and then only it. For
    /// what is worth less than the wait.
    ///
    /// # Errors
    /// As [`Writer::write`].
    pub fn write_without_waiting<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.pragma("PRAGMA synchronous = NORMAL")?;
        let answer = self.write(work);
        self.pragma("PRAGMA synchronous = FULL")?;
        answer
    }

    fn begin(&self) -> Result<Transaction<'_>, StoreError> {
        Ok(Transaction::new_unchecked(self.reader.connection(), TransactionBehavior::Immediate)?)
    }

    fn pragma(&self, sql: &str) -> Result<(), StoreError> {
        Ok(self.reader.connection().execute_batch(sql)?)
    }

    /// Moves what was written into the main file. Readers under way are not waited for.
    fn checkpoint(&self) -> Result<(), StoreError> {
        self.pragma("PRAGMA wal_checkpoint(PASSIVE)")
    }
}

/// A group under way. One that ends by a defect is undone, so that the writes after it find no transaction open.
struct Group<'w> {
    writer: &'w mut Writer,
}

impl Drop for Group<'_> {
    fn drop(&mut self) {
        if self.writer.is_in_group() {
            // Best effort: the defect is what is reported.
            drop(self.writer.pragma("ROLLBACK"));
        }
    }
}

impl Drop for Writer {
    /// Leaves one whole file behind where nobody else has it open. A failure loses nothing: the next opening catches up.
    fn drop(&mut self) {
        drop(self.pragma("PRAGMA optimize"));
        drop(self.checkpoint());
    }
}

impl Tx<'_> {
    /// Runs one writing statement and answers how many rows it changed.
    pub(crate) fn execute(&self, sql: &str, parameters: impl Params) -> Result<usize, StoreError> {
        Ok(self.connection().prepare_cached(sql)?.execute(parameters)?)
    }
}
