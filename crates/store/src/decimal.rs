//! Decimal comparison for SQLite, which knows numbers only as binary fractions.

use std::cmp::Ordering;

use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;
use rust_decimal::Decimal;

use crate::error::StoreError;

/// Teaches the connection `decimal_order(a, b)`: -1, 0 or 1 as `a` is below, equal to or above `b`; NULL when either
/// is no decimal.
pub(crate) fn teach(connection: &Connection) -> Result<(), StoreError> {
    let flags =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    connection.create_scalar_function("decimal_order", 2, flags, |call| {
        let read = |place: usize| call.get_raw(place).as_str().ok().and_then(|text| text.parse().ok());
        let pair: Option<(Decimal, Decimal)> = read(0).zip(read(1));
        Ok(pair.map(|(a, b)| match a.cmp(&b) {
            Ordering::Less => -1,
            Ordering::Equal => 0,
            Ordering::Greater => 1,
        }))
    })?;
    Ok(())
}
