//! What can be asked without changing anything. One question, one file.

pub mod budgets;
pub mod calls;
pub mod campaigns;
pub mod check_ruleset;
pub mod clock;
pub mod codes_of;
pub mod coupons;
pub mod dictionary;
pub mod evaluation_groups;
pub mod event;
pub mod events;
pub mod profiles;
pub mod query;
pub mod server;
pub mod sessions;
pub mod standing_session;
pub mod statement;
pub mod vocabulary;
pub mod workspace;

use crate::refusal::Refusal;
use domain::refusal::ProblemKind;

/// The place a page goes on from, as it was given out with the page before.
pub(crate) fn read_cursor(after: Option<&str>) -> Result<Option<u64>, Refusal> {
    let Some(text) = after else { return Ok(None) };
    match text.parse() {
        Ok(place) => Ok(Some(place)),
        Err(_) => Err(Refusal::field("/after", ProblemKind::Format, "Ask for the first page again.")),
    }
}

/// A count for the window, whose numbers end at 4 thousand million.
pub(crate) fn count(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
