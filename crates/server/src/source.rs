//! What the journal says about where an event came from.

use axum::http::{HeaderMap, header};

/// The longest name of a client that is kept, in characters. Our own limit.
const LONGEST: usize = 200;
/// What stands there for a client that does not say what it is.
const NAMELESS: &str = "http";

/// The client, by what it says it is.
pub fn source(headers: &HeaderMap) -> String {
    let named = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).map(str::trim);
    let named = named.filter(|agent| !agent.is_empty());
    named.map_or_else(|| NAMELESS.to_owned(), |agent| agent.chars().take(LONGEST).collect())
}
