//! Customers: lists and one.

use domain::id::ProfileId;

use super::read_cursor;
use crate::refusal::Refusal;
use crate::render::{answer, profile};
use crate::view::profile::{ProfileFilter, ProfilePage, ProfileView};
use crate::workspace::{Question, Reading};

/// A page of customers, latest change first.
#[derive(Debug, Clone)]
pub struct Profiles {
    /// Which.
    pub filter: ProfileFilter,
    /// Where the page before ended.
    pub after: Option<String>,
    /// At most 500.
    pub limit: u32,
}

impl Question for Profiles {
    type Answer = ProfilePage;

    fn answer(&self, reading: &Reading<'_>) -> Result<ProfilePage, Refusal> {
        let text = self.filter.text.as_deref().unwrap_or_default();
        let page = reading.reader.profiles(text, read_cursor(self.after.as_deref())?, self.limit)?;
        let rows = page.rows.iter().map(|row| profile::view(row, &reading.house.dictionary)).collect();
        Ok(ProfilePage { rows, next: page.next.map(|key| key.to_string()) })
    }
}

/// One customer; `None` when no request named it yet.
#[derive(Debug, Clone)]
pub struct OneProfile {
    /// Integration id.
    pub id: String,
}

impl Question for OneProfile {
    type Answer = Option<ProfileView>;

    fn answer(&self, reading: &Reading<'_>) -> Result<Option<ProfileView>, Refusal> {
        let id = ProfileId::parse(&self.id, "/id")?;
        let found = reading.reader.profile(&id)?;
        Ok(found.map(|found| profile::view(&found, &reading.house.dictionary)))
    }
}

/// One customer as JSON in the vendor's shape; `None` when no request named it yet.
#[derive(Debug, Clone)]
pub struct OneProfileAsJson {
    /// Integration id.
    pub id: String,
}

impl Question for OneProfileAsJson {
    type Answer = Option<String>;

    fn answer(&self, reading: &Reading<'_>) -> Result<Option<String>, Refusal> {
        let id = ProfileId::parse(&self.id, "/id")?;
        let found = reading.reader.profile(&id)?;
        Ok(found.map(|found| answer::profile(&found)))
    }
}
