//! Table `call`: what came in over HTTP, with what was asked and answered. The newest calls are kept.

use domain::id::Seq;
use jiff::Timestamp;
use rusqlite::types::Value;
use rusqlite::{Row, params, params_from_iter};

use crate::error::StoreError;
use crate::page::{Page, bounded};
use crate::reader::Reader;
use crate::rows;
use crate::writer::Tx;

/// The most calls that are kept.
pub const MOST_CALLS: u64 = 100_000;
/// The most bytes of bodies that are kept.
pub const MOST_BYTES: u64 = 256 * 1024 * 1024;

const COLUMNS: &str =
    "id, uuid, at, method, path, query, status, duration, user_agent, scheme, fault, event, request_size,
                       response_size";

/// What a list shows of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallRow {
    /// Its place in the list, from 1.
    pub id: u64,
    /// What the caller was told it is called.
    pub uuid: String,
    /// When it came in, by the computer's clock; to the microsecond.
    pub at: Timestamp,
    /// `GET`, `PUT` and so on.
    pub method: String,
    /// The path as it was sent, without the query.
    pub path: String,
    /// The query as it was sent, without the question mark; empty when there was none.
    pub query: String,
    /// The status of the answer; 0 when the connection was dropped without one.
    pub status: u16,
    /// From the first byte of the request to the answer, in microseconds.
    pub duration_us: u32,
    /// What the caller says it is; empty when it said nothing.
    pub user_agent: String,
    /// The kind of key it came with, never the key: `ApiKey-v1`; empty when there was none.
    pub scheme: String,
    /// The fault it met on purpose, in words; empty when it met none.
    pub fault: String,
    /// The last event it made.
    pub event: Option<Seq>,
    /// Bytes of the request's body as it was sent.
    pub request_size: u32,
    /// Bytes of the answer's body as it was sent.
    pub response_size: u32,
}

/// A call with its bodies. A body is shorter than its size where it was cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// What a list shows; its `id` is not read when it is stored.
    pub row: CallRow,
    /// The request's body, as far as it is kept.
    pub request: String,
    /// The answer's body, as far as it is kept.
    pub response: String,
}

/// Which calls a list shows; the default shows all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CallFilter {
    /// Only by this method, in capitals.
    pub method: Option<String>,
    /// Only with a status from here on.
    pub status_from: Option<u16>,
    /// Only with a status up to this one.
    pub status_until: Option<u16>,
    /// At or after.
    pub from: Option<Timestamp>,
    /// Before.
    pub until: Option<Timestamp>,
    /// Only where the uuid, the path, the query, the user agent or a body holds this text, ASCII letters in either case.
    pub text: String,
    /// Only calls that made this event.
    pub event: Option<Seq>,
    /// The oldest first; otherwise the newest.
    pub oldest_first: bool,
}

impl CallFilter {
    /// `WHERE …` with its values.
    fn condition(&self, before: Option<u64>) -> (String, Vec<Value>) {
        let mut clauses = Vec::new();
        let mut values = Vec::new();
        let mut narrow = |clause: &str, value: Value| {
            values.push(value);
            clauses.push(clause.replace('$', &format!("?{}", values.len())));
        };
        if let Some(before) = before {
            let clause = if self.oldest_first { "id > $" } else { "id < $" };
            narrow(clause, Value::Integer(i64::try_from(before).unwrap_or(i64::MAX)));
        }
        if let Some(event) = self.event {
            narrow("event = $ AND event > 0", Value::Integer(rows::seq_column(event)));
        }
        if let Some(method) = &self.method {
            narrow("method = $", Value::Text(method.clone()));
        }
        if let Some(status) = self.status_from {
            narrow("status >= $", Value::Integer(status.into()));
        }
        if let Some(status) = self.status_until {
            narrow("status <= $", Value::Integer(status.into()));
        }
        if let Some(from) = self.from {
            narrow("at >= $", Value::Integer(from.as_microsecond()));
        }
        if let Some(until) = self.until {
            narrow("at < $", Value::Integer(until.as_microsecond()));
        }
        if !self.text.is_empty() {
            let anywhere = ["uuid", "path", "query", "user_agent", "request", "response"]
                .map(|column| format!(r"{column} LIKE $ ESCAPE '\'"))
                .join(" OR ");
            narrow(&format!("({anywhere})"), Value::Text(rows::pattern(&self.text)));
        }
        let sql = if clauses.is_empty() { String::new() } else { format!("WHERE {}", clauses.join(" AND ")) };
        (sql, values)
    }
}

impl Reader {
    /// Calls of which `keep` says yes, the newest first unless the filter says otherwise. `before` is the `next` of the page before.
    ///
    /// # Errors
    /// Those of the store.
    pub fn calls(
        &self,
        filter: &CallFilter,
        keep: impl Fn(&CallRow) -> bool,
        before: Option<u64>,
        limit: u32,
    ) -> Result<Page<CallRow, u64>, StoreError> {
        let limit = bounded(limit);
        let (condition, values) = filter.condition(before);
        let order = if filter.oldest_first { "ASC" } else { "DESC" };
        let sql = format!("SELECT {COLUMNS} FROM call {condition} ORDER BY id {order}");
        let mut statement = self.connection().prepare_cached(&sql)?;
        let mut found = statement.query(params_from_iter(values))?;
        let mut wanted = Vec::new();
        while let Some(next) = found.next()? {
            let next = row(next)?;
            if keep(&next) {
                wanted.push(next);
            }
            if wanted.len() > limit as usize {
                break;
            }
        }
        Ok(Page::cut(wanted, limit, |row| row.id))
    }

    /// How many calls are meant.
    ///
    /// # Errors
    /// Those of the store.
    pub fn call_count(&self, filter: &CallFilter) -> Result<u64, StoreError> {
        let (condition, values) = filter.condition(None);
        rows::count(self.number(&format!("SELECT count(*) FROM call {condition}"), params_from_iter(values))?)
    }

    /// One call with its bodies; `None` when there is none of that number, or not any more.
    ///
    /// # Errors
    /// Those of the store.
    pub fn call(&self, id: u64) -> Result<Option<Call>, StoreError> {
        let sql = format!("SELECT {COLUMNS}, request, response FROM call WHERE id = ?1");
        self.first(&sql, [i64::try_from(id).unwrap_or(i64::MAX)], |found| {
            Ok(Call { row: row(found)?, request: found.get(14)?, response: found.get(15)? })
        })
    }
}

impl Tx<'_> {
    /// Adds calls in this order and lets the oldest go where there are too many, or their bodies too long.
    ///
    /// # Errors
    /// Those of the store.
    pub fn append_calls(&self, calls: &[Call]) -> Result<(), StoreError> {
        for call in calls {
            self.append_call(call)?;
        }
        self.let_old_calls_go(MOST_CALLS, MOST_BYTES)
    }

    fn append_call(&self, call: &Call) -> Result<(), StoreError> {
        let sql =
            "INSERT INTO call (uuid, at, method, path, query, status, duration, user_agent, scheme, fault,
                                     event, request, request_size, response, response_size, upto)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,
                           ?16 + coalesce((SELECT upto FROM call ORDER BY id DESC LIMIT 1), 0))";
        let row = &call.row;
        let weight = call.request.len() + call.response.len();
        let parameters = params![
            row.uuid,
            row.at.as_microsecond(),
            row.method,
            row.path,
            row.query,
            row.status,
            row.duration_us,
            row.user_agent,
            row.scheme,
            row.fault,
            row.event.map_or(0, rows::seq_column),
            call.request,
            row.request_size,
            call.response,
            row.response_size,
            i64::try_from(weight).unwrap_or(i64::MAX),
        ];
        self.execute(sql, parameters).map(drop)
    }

    /// INVARIANT: the newest call is always kept, so that its number and its `upto` carry on the count.
    fn let_old_calls_go(&self, most_calls: u64, most_bytes: u64) -> Result<(), StoreError> {
        let newest = self.first("SELECT id, upto FROM call ORDER BY id DESC LIMIT 1", [], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?))
        })?;
        let Some((id, upto)) = newest else { return Ok(()) };
        let first_id = id - i64::try_from(most_calls).unwrap_or(i64::MAX);
        let lightest = upto - i64::try_from(most_bytes).unwrap_or(i64::MAX);
        // Calls are walked from the oldest on, so the walk ends at the first that stays.
        let sql = "SELECT id FROM call WHERE (id > ?1 AND upto > ?2) OR id = ?3 ORDER BY id LIMIT 1";
        let stays = self.number(sql, params![first_id, lightest, id])?;
        self.execute("DELETE FROM call WHERE id < ?1", [stays]).map(drop)
    }
}

fn row(row: &Row<'_>) -> Result<CallRow, StoreError> {
    let event: i64 = row.get(11)?;
    Ok(CallRow {
        id: rows::count(row.get(0)?)?,
        uuid: row.get(1)?,
        at: rows::time(row.get(2)?)?,
        method: row.get(3)?,
        path: row.get(4)?,
        query: row.get(5)?,
        status: row.get(6)?,
        duration_us: row.get(7)?,
        user_agent: row.get(8)?,
        scheme: row.get(9)?,
        fault: row.get(10)?,
        event: if event > 0 { Some(rows::seq(event)?) } else { None },
        request_size: row.get(12)?,
        response_size: row.get(13)?,
    })
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::{Call, CallFilter, CallRow};
    use crate::error::StoreError;
    use crate::store::Store;
    use crate::table::meta::NewWorkspace;
    use crate::writer::Writer;

    fn call(number: u16, body: &str) -> Call {
        let row = CallRow {
            id: 0,
            uuid: format!("call-{number}"),
            at: Timestamp::UNIX_EPOCH,
            method: "PUT".to_owned(),
            path: "/v2/customer_sessions/s1".to_owned(),
            query: String::new(),
            status: 200,
            duration_us: 900,
            user_agent: String::new(),
            scheme: "ApiKey-v1".to_owned(),
            fault: String::new(),
            event: None,
            request_size: u32::try_from(body.len()).unwrap(),
            response_size: 0,
        };
        Call { row, request: body.to_owned(), response: String::new() }
    }

    fn kept(writer: &Writer) -> Vec<String> {
        let page = writer.calls(&CallFilter::default(), |_| true, None, 100).unwrap();
        page.rows.into_iter().map(|row| row.uuid).collect()
    }

    #[test]
    fn the_oldest_calls_make_room_by_number_and_by_weight_and_the_newest_always_stays() {
        let folder = tempfile::tempdir().unwrap();
        let new = NewWorkspace { name: "Shop".to_owned(), created: Timestamp::UNIX_EPOCH };
        let mut writer = Store::create(&folder.path().join("shop.tillroll"), &new).unwrap().writer().unwrap();
        let mut append = |number: u16, body: &str, most_calls, most_bytes| {
            writer
                .write::<_, StoreError>(|tx| {
                    tx.append_call(&call(number, body))?;
                    tx.let_old_calls_go(most_calls, most_bytes)
                })
                .unwrap();
            kept(&writer)
        };
        append(1, "four", 3, 100);
        append(2, "four", 3, 100);
        assert_eq!(append(3, "four", 3, 100), ["call-3", "call-2", "call-1"], "as many as may be");
        assert_eq!(append(4, "four", 3, 100), ["call-4", "call-3", "call-2"], "by number");
        assert_eq!(append(5, "four", 9, 8), ["call-5", "call-4"], "by weight");
        assert_eq!(append(6, "more than eight", 9, 8), ["call-6"], "the newest stays whatever it weighs");
        assert_eq!(append(7, "four", 9, 30), ["call-7", "call-6"], "and the count goes on");
    }
}
