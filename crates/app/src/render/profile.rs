//! Customers on the screen.

use domain::attribute::Entity;
use domain::dictionary::Dictionary;
use domain::profile::Profile;

use super::{attribute, text};
use crate::view::profile::ProfileView;

/// The customer as a window shows it.
pub fn view(profile: &Profile, dictionary: &Dictionary) -> ProfileView {
    ProfileView {
        id: profile.id.to_string(),
        created: profile.created.to_string(),
        last_activity: profile.last_activity.to_string(),
        closed_sessions: profile.closed_sessions,
        total_sales: text::money(profile.total_sales),
        attributes: attribute::values(&profile.attributes, Entity::CustomerProfile, None, dictionary),
    }
}
