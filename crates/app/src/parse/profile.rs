//! Profile updates.

use std::collections::BTreeMap;

use domain::attribute::Entity;
use domain::dictionary::Dictionary;
use domain::refusal::{Problems, Refusal};
use domain::value::Value;

use super::value::read_changes;
use crate::request::profile::ProfileRequest;

/// The attribute changes of a profile update; `None` removes.
///
/// # Errors
/// Every field that is not acceptable.
pub fn read_profile_update(
    body: &ProfileRequest,
    dictionary: &Dictionary,
) -> Result<BTreeMap<String, Option<Value>>, Refusal> {
    let mut problems = Problems::new();
    let changes = body.attributes.as_ref().map_or_else(BTreeMap::new, |given| {
        read_changes(given, Entity::CustomerProfile, None, dictionary, "/attributes", &mut problems)
    });
    problems.none_or(changes)
}
