//! The query language of the events screen: `type:pageview total:>50 -state:cancelled "red shoes"`.
//!
//! A query is terms with spaces between them; an event is meant when it passes them all. A term is a word or a quoted text
//! that stands anywhere in the event, or `key:value`; `-` in front turns it round. Values may be several with commas (one
//! of them), hold `*` for any letters, and be quoted; amounts, counts and times also take `>`, `>=`, `<`, `<=` and
//! `from..to`, both ends included.

pub mod complete;
mod key;
mod read;
mod scan;

pub use read::{Around, read};

/// What is wrong with a query, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The part of the text, in bytes.
    pub at: std::ops::Range<usize>,
    /// A full sentence that says what would be right.
    pub message: String,
}
