//! The format of the file: its mark, its version, and the steps from older versions.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::error::StoreError;
use crate::file;

/// SQLite's `application_id` of a workspace: the letters `Till`.
pub(crate) const MARK: u32 = 0x5469_6C6C;

/// The steps from an empty file to the present format. A shipped step is never edited; a change is a new step.
const STEPS: &[M<'static>] = &[
    M::up(include_str!("../migrations/0001_workspace.sql")),
    M::up(include_str!("../migrations/0002_campaigns_in_time.sql")),
    M::up(include_str!("../migrations/0003_coupons.sql")),
    M::up(include_str!("../migrations/0004_budgets.sql")),
    M::up(include_str!("../migrations/0005_reversals.sql")),
    M::up(include_str!("../migrations/0006_wording.sql")),
    M::up(include_str!("../migrations/0008_evaluated_again.sql")),
    M::up(include_str!("../migrations/0009_reservations.sql")),
    M::up(include_str!("../migrations/0011_calls.sql")),
    M::up(include_str!("../migrations/0013_search.sql")),
];

/// The present format: the number of steps.
pub(crate) fn newest() -> u32 {
    version_of(STEPS)
}

fn version_of(steps: &[M<'static>]) -> u32 {
    u32::try_from(steps.len()).unwrap_or(u32::MAX)
}

/// The format of an open file.
pub(crate) fn version(connection: &Connection) -> Result<u32, StoreError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Lays out a new, empty file. In rollback mode, so that its mark is in the file itself from the start.
pub(crate) fn lay_out(connection: &mut Connection) -> Result<(), StoreError> {
    lay_out_with(connection, STEPS)
}

fn lay_out_with(connection: &mut Connection, steps: &'static [M<'static>]) -> Result<(), StoreError> {
    connection.pragma_update(None, "application_id", MARK)?;
    Ok(Migrations::from_slice(steps).to_latest(connection)?)
}

/// Brings the file at `path` to the present format, after copying it aside. Answers where the copy is, if one was needed.
pub(crate) fn bring_up_to_date(
    connection: &mut Connection,
    path: &Path,
) -> Result<Option<PathBuf>, StoreError> {
    climb(connection, path, STEPS)
}

fn climb(
    connection: &mut Connection,
    path: &Path,
    steps: &'static [M<'static>],
) -> Result<Option<PathBuf>, StoreError> {
    let (found, known) = (version(connection)?, version_of(steps));
    if found > known {
        return Err(StoreError::FromTheFuture { found, known });
    }
    if found == known {
        return Ok(None);
    }
    let aside = file::free_path(path, known);
    file::copy(connection, &aside)?;
    Migrations::from_slice(steps).to_latest(connection)?;
    Ok(Some(aside))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &[M<'static>] = &[M::up(include_str!("../migrations/0001_workspace.sql"))];

    const LATER: &[M<'static>] = &[
        M::up(include_str!("../migrations/0001_workspace.sql")),
        M::up("CREATE TABLE later (id INTEGER NOT NULL PRIMARY KEY) STRICT"),
    ];

    const BROKEN: &[M<'static>] =
        &[M::up(include_str!("../migrations/0001_workspace.sql")), M::up("CREATE TABLE session (x)")];

    /// A file of the first version.
    fn oldest(path: &Path) -> Connection {
        let mut connection = Connection::open(path).unwrap();
        lay_out_with(&mut connection, FIRST).unwrap();
        connection.execute("INSERT INTO setting (key, value) VALUES ('currency', 'EUR')", []).unwrap();
        connection
    }

    fn currency(path: &Path) -> String {
        let connection = Connection::open(path).unwrap();
        connection
            .query_row("SELECT value FROM setting WHERE key = 'currency'", [], |row| row.get(0))
            .unwrap()
    }

    #[test]
    fn steps_are_well_formed() {
        assert_eq!(Migrations::from_slice(STEPS).validate(), Ok(()));
    }

    #[test]
    fn an_older_file_is_copied_aside_before_it_is_changed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("shop.tillroll");
        let mut connection = oldest(&path);
        let aside = climb(&mut connection, &path, LATER).unwrap().unwrap();
        assert_eq!(aside, folder.path().join("shop.before-v2.sqlite"));
        assert_eq!(version(&connection).unwrap(), 2);
        assert_eq!(version(&Connection::open(&aside).unwrap()).unwrap(), 1);
        assert_eq!(currency(&aside), "EUR");
        assert_eq!(climb(&mut connection, &path, LATER).unwrap(), None, "once is enough");
    }

    #[test]
    fn campaigns_of_the_first_version_keep_their_state_and_have_no_dates() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("shop.tillroll");
        let mut connection = oldest(&path);
        for (id, enabled) in [(1, 1), (2, 0)] {
            let sql = "INSERT INTO campaign (id, position, name, description, enabled, ruleset, revision, created, updated)
                       VALUES (?1, ?1, 'Summer ' || ?1, '', ?2, '{}', 1, 0, 0)";
            connection.execute(sql, [id, enabled]).unwrap();
        }
        climb(&mut connection, &path, STEPS).unwrap();
        let sql = "SELECT c.state || ' ' || c.start_time || ' ' || c.evaluation_group || ' ' || l.state || ' ' || l.since
                   FROM campaign AS c JOIN campaign_life AS l ON l.campaign = c.id ORDER BY c.id";
        let mut statement = connection.prepare(sql).unwrap();
        let rows: Vec<String> =
            statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        assert_eq!(rows, ["enabled -1 0 enabled 1", "disabled -1 0 disabled 1"]);
    }

    #[test]
    fn a_step_that_fails_changes_nothing_and_an_earlier_copy_is_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("shop.tillroll");
        let mut connection = oldest(&path);
        assert!(climb(&mut connection, &path, BROKEN).is_err());
        assert_eq!(version(&connection).unwrap(), 1);
        let aside = climb(&mut connection, &path, LATER).unwrap().unwrap();
        assert_eq!(aside, folder.path().join("shop.before-v2-2.sqlite"));
    }
}
