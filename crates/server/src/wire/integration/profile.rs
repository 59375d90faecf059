//! Source: the vendor's `CustomerProfile`.

use app::outcome::Outcome;
use app::render::answer::{self, ProfileAnswer};
use serde::Serialize;

use crate::management::ACCOUNT;

/// A customer.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CustomerProfile<'o> {
    id: u64,
    account_id: u32,
    #[serde(flatten)]
    profile: ProfileAnswer<'o>,
    audience_memberships: [(); 0],
    sandbox: bool,
}

impl<'o> CustomerProfile<'o> {
    /// The customer of a request; `None` when it is nobody's.
    pub fn of(outcome: &'o Outcome) -> Option<Self> {
        outcome.profile.as_ref().map(|profile| Self {
            id: outcome.numbers.profile.unwrap_or_default(),
            account_id: ACCOUNT,
            profile: answer::profile_answer(profile),
            audience_memberships: [],
            sandbox: true,
        })
    }
}
