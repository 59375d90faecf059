//! Keyset pages: rows and where the next page begins.

/// The most rows of one page; larger limits are lowered to it.
pub const LARGEST_PAGE: u32 = 500;

/// Some rows, and the key to ask for those that follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<Row, Key> {
    /// The rows, most recent first.
    pub rows: Vec<Row>,
    /// Give this as `before` to get the next rows; `None` when these were the last.
    pub next: Option<Key>,
}

impl<Row, Key> Page<Row, Key> {
    /// Makes a page of up to `limit` rows from a query that asked for one more.
    pub(crate) fn cut(mut rows: Vec<Row>, limit: u32, key: impl Fn(&Row) -> Key) -> Self {
        let limit = limit as usize;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = if more { rows.last().map(key) } else { None };
        Self { rows, next }
    }

    /// The same page with every row turned into something else.
    pub fn map<Other>(self, turn: impl FnMut(Row) -> Other) -> Page<Other, Key> {
        Page { rows: self.rows.into_iter().map(turn).collect(), next: self.next }
    }
}

/// A limit as asked for, brought into 1 to [`LARGEST_PAGE`].
pub(crate) fn bounded(limit: u32) -> u32 {
    limit.clamp(1, LARGEST_PAGE)
}
