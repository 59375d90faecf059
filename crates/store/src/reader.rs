//! A connection that reads. The reads themselves are in `table`, one file each.

use rusqlite::{Connection, OptionalExtension, Params, Row, Transaction, TransactionBehavior};

use crate::error::StoreError;

/// Reads a workspace, on a connection of its own that never holds up a write. `Send`, not `Sync`: one per thread.
#[derive(Debug)]
pub struct Reader {
    connection: Connection,
}

impl Reader {
    pub(crate) fn new(connection: Connection) -> Self {
        Self { connection }
    }

    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Runs several reads on one and the same state of the workspace, whatever is written meanwhile.
    ///
    /// # Errors
    /// Those of `read`, and of the store.
    pub fn snapshot<T, E: From<StoreError>>(&self, read: impl FnOnce(&Self) -> Result<T, E>) -> Result<T, E> {
        if !self.connection.is_autocommit() {
            return read(self);
        }
        let frozen = Transaction::new_unchecked(&self.connection, TransactionBehavior::Deferred)
            .map_err(StoreError::from)?;
        let answer = read(self);
        frozen.rollback().map_err(StoreError::from)?;
        answer
    }

    /// Every row of a query, each turned by `turn`.
    pub(crate) fn all<T>(
        &self,
        sql: &str,
        parameters: impl Params,
        turn: impl Fn(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_and_then(parameters, turn)?;
        rows.collect()
    }

    /// The first row of a query, if there is one.
    pub(crate) fn first<T>(
        &self,
        sql: &str,
        parameters: impl Params,
        turn: impl Fn(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(parameters)?;
        rows.next()?.map(turn).transpose()
    }

    /// The one number a query answers with; 0 when it has no row.
    pub(crate) fn number(&self, sql: &str, parameters: impl Params) -> Result<i64, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let number = statement.query_row(parameters, |row| row.get::<_, i64>(0)).optional()?;
        Ok(number.unwrap_or(0))
    }
}
