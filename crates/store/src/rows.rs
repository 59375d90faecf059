//! Between SQLite's columns and our types.

use domain::event::SessionState;
use domain::id::{ProfileId, Seq, SessionId};
use domain::money::Money;
use jiff::Timestamp;
use rust_decimal::Decimal;

use crate::error::StoreError;

/// A sequence number as SQLite keeps it. Numbers beyond SQLite's range match nothing.
pub(crate) fn seq_column(seq: Seq) -> i64 {
    i64::try_from(seq.0).unwrap_or(i64::MAX)
}

/// A sequence number as SQLite gave it.
pub(crate) fn seq(column: i64) -> Result<Seq, StoreError> {
    count(column).map(Seq)
}

/// A number that cannot be negative.
pub(crate) fn count(column: i64) -> Result<u64, StoreError> {
    u64::try_from(column).map_err(|error| StoreError::unreadable("count", error))
}

/// A time from microseconds since 1970.
pub(crate) fn time(column: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(column).map_err(|error| StoreError::unreadable("time", error))
}

/// A time from 1970 on as SQLite keeps it; -1 says none.
pub(crate) fn time_column(time: Option<Timestamp>) -> i64 {
    time.map_or(-1, Timestamp::as_microsecond)
}

/// A time, or none from a negative number.
pub(crate) fn optional_time(column: i64) -> Result<Option<Timestamp>, StoreError> {
    if column < 0 { Ok(None) } else { time(column).map(Some) }
}

/// An amount from decimal text.
pub(crate) fn money(column: &str) -> Result<Money, StoreError> {
    column.parse::<Decimal>().map_err(|error| StoreError::unreadable("amount", error))
}

/// An amount, or none from empty text.
pub(crate) fn optional_money(column: &str) -> Result<Option<Money>, StoreError> {
    if column.is_empty() { Ok(None) } else { money(column).map(Some) }
}

/// A session identity, or none from empty text.
pub(crate) fn session(column: &str) -> Result<Option<SessionId>, StoreError> {
    if column.is_empty() { Ok(None) } else { session_id(column).map(Some) }
}

/// A session identity.
pub(crate) fn session_id(column: &str) -> Result<SessionId, StoreError> {
    SessionId::parse(column, "").map_err(|_| StoreError::unknown("session identity"))
}

/// A profile identity, or none from empty text.
pub(crate) fn profile(column: &str) -> Result<Option<ProfileId>, StoreError> {
    if column.is_empty() { Ok(None) } else { profile_id(column).map(Some) }
}

/// A profile identity.
pub(crate) fn profile_id(column: &str) -> Result<ProfileId, StoreError> {
    ProfileId::parse(column, "").map_err(|_| StoreError::unknown("profile identity"))
}

/// A session state.
pub(crate) fn state(column: &str) -> Result<SessionState, StoreError> {
    SessionState::from_name(column).ok_or_else(|| StoreError::unknown("session state"))
}

/// A session state, or none from empty text.
pub(crate) fn optional_state(column: &str) -> Result<Option<SessionState>, StoreError> {
    if column.is_empty() { Ok(None) } else { state(column).map(Some) }
}

/// A pattern for `LIKE … ESCAPE '\'` that finds `text` anywhere.
pub(crate) fn pattern(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len() + 2);
    pattern.push('%');
    for c in text.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}
