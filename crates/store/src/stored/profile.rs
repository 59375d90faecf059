//! A customer profile on disk.

use domain::profile::Profile;
use serde::{Deserialize, Serialize};

use super::scalar::{Instant, Number};
use super::value::{StoredAttributes, attributes, from_attributes};
use crate::error::StoreError;
use crate::rows;

/// All of a profile.
#[derive(Serialize, Deserialize)]
pub(crate) struct StoredProfile {
    id: String,
    created: Instant,
    last_activity: Instant,
    closed_sessions: u32,
    total_sales: Number,
    attributes: StoredAttributes,
}

impl From<&Profile> for StoredProfile {
    fn from(profile: &Profile) -> Self {
        Self {
            id: profile.id.as_str().to_owned(),
            created: Instant(profile.created),
            last_activity: Instant(profile.last_activity),
            closed_sessions: profile.closed_sessions,
            total_sales: Number(profile.total_sales),
            attributes: attributes(&profile.attributes),
        }
    }
}

impl TryFrom<StoredProfile> for Profile {
    type Error = StoreError;

    fn try_from(stored: StoredProfile) -> Result<Self, StoreError> {
        Ok(Self {
            id: rows::profile_id(&stored.id)?,
            created: stored.created.0,
            last_activity: stored.last_activity.0,
            closed_sessions: stored.closed_sessions,
            total_sales: stored.total_sales.0,
            attributes: from_attributes(stored.attributes),
        })
    }
}
