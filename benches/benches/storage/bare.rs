//! The bare side: the rows of one request, written again and again with new keys.

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

/// What grows with every request, by `seq`.
const LOG: [&str; 7] =
    ["journal", "payload", "effect", "trace", "event_campaign", "event_effect_type", "event_attribute"];
/// What is there once and changes with every request, with the condition that finds its row.
const PRESENT: [(&str, &str); 3] = [
    ("session", "id = 'cart-1'"),
    ("profile", "id = 'ana'"),
    ("usage", "kind = 'talon_session_updated' AND name = ''"),
];
/// Columns that are a new number each time.
const KEYS: [&str; 3] = ["seq", "touched", "count"];

/// A copy of a workspace file, and what its last request wrote.
pub struct Bare {
    connection: Connection,
    writes: Vec<Write>,
    last: i64,
}

/// One row: its statement, its values, and which of them is the key.
struct Write {
    sql: String,
    values: Vec<Value>,
    key: Option<usize>,
}

impl Bare {
    /// Opens the copy as the store opens a workspace, and reads what is to be written.
    pub fn open(path: &Path) -> Result<Self, rusqlite::Error> {
        let connection = Connection::open(path)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        connection.pragma_update(None, "cache_size", -16_384)?;
        connection.set_prepared_statement_cache_capacity(128);
        let last = connection.query_row("SELECT max(seq) FROM journal", [], |row| row.get(0))?;
        let mut writes = Vec::new();
        for table in LOG {
            writes.extend(rows(&connection, table, &format!("seq = {last}"), insert)?);
        }
        for (table, found) in PRESENT {
            writes.extend(rows(&connection, table, found, |table, columns| update(table, columns, found))?);
        }
        Ok(Self { connection, writes, last })
    }

    /// Writes the rows in one transaction.
    pub fn commit(&mut self) -> Result<(), rusqlite::Error> {
        // Far from every key the workspace gave.
        self.last += 1;
        let key = Value::Integer(1_000_000 + self.last);
        let transaction =
            self.connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        for write in &mut self.writes {
            if let Some(value) = write.key.and_then(|place| write.values.get_mut(place)) {
                value.clone_from(&key);
            }
            transaction.prepare_cached(&write.sql)?.execute(params_from_iter(&write.values))?;
        }
        transaction.commit()
    }
}

fn insert(table: &str, columns: &[String]) -> String {
    let places: Vec<String> = (1..=columns.len()).map(|place| format!("?{place}")).collect();
    format!("INSERT INTO {table} ({}) VALUES ({})", columns.join(", "), places.join(", "))
}

fn update(table: &str, columns: &[String], found: &str) -> String {
    let set: Vec<String> = (1..).zip(columns).map(|(place, column)| format!("{column} = ?{place}")).collect();
    format!("UPDATE {table} SET {} WHERE {found}", set.join(", "))
}

fn rows(
    connection: &Connection,
    table: &str,
    found: &str,
    sql: impl Fn(&str, &[String]) -> String,
) -> Result<Vec<Write>, rusqlite::Error> {
    let mut statement = connection.prepare(&format!("SELECT * FROM {table} WHERE {found}"))?;
    let columns: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
    let key = columns.iter().position(|column| KEYS.contains(&column.as_str()));
    let sql = sql(table, &columns);
    let read = |row: &rusqlite::Row<'_>| {
        let values = (0..columns.len()).map(|place| row.get(place)).collect::<Result<_, _>>()?;
        Ok(Write { sql: sql.clone(), values, key })
    };
    statement.query_map([], read)?.collect()
}
