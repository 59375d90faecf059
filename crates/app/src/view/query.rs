//! A query while it is being written. Places are counted in UTF-16 units, as windows do.

use serde::Serialize;
use specta::Type;

/// What there is to say of a query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct QueryView {
    /// What is wrong with it; absent when it can be searched by.
    pub mistake: Option<QueryMistake>,
    /// Where a choice goes: from here …
    pub start: u32,
    /// … to before here.
    pub end: u32,
    /// What could stand at the cursor, the likeliest first.
    pub choices: Vec<QueryChoice>,
}

/// What is wrong with a query, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct QueryMistake {
    /// From here …
    pub start: u32,
    /// … to before here.
    pub end: u32,
    /// A full sentence that says what would be right.
    pub message: String,
}

/// One completion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct QueryChoice {
    /// What is written.
    pub text: String,
    /// What it means; empty when the text says it.
    pub says: String,
    /// Whether the term is complete with it.
    pub ends: bool,
}
