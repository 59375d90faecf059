//! Table `profile`: customers.

use domain::id::ProfileId;
use domain::profile::Profile;
use rusqlite::{Row, params};

use crate::error::StoreError;
use crate::page::{Page, bounded};
use crate::reader::Reader;
use crate::rows;
use crate::stored::profile::StoredProfile;
use crate::stored::{self, VERSION};
use crate::writer::Tx;

impl Reader {
    /// One customer; `None` when no request named it yet.
    ///
    /// # Errors
    /// Those of the store.
    pub fn profile(&self, id: &ProfileId) -> Result<Option<Profile>, StoreError> {
        let sql = "SELECT version, body FROM profile WHERE id = ?1";
        self.first(sql, [id.as_str()], |row| read(row.get(0)?, row.get_ref(1)?.as_str().unwrap_or_default()))
    }

    /// Customers, the most recently stored first, whose id or attributes hold `text` (all when it is empty).
    /// `before` is the `next` of the page before.
    ///
    /// # Errors
    /// Those of the store.
    pub fn profiles(
        &self,
        text: &str,
        before: Option<u64>,
        limit: u32,
    ) -> Result<Page<Profile, u64>, StoreError> {
        let limit = bounded(limit);
        let sql = r"SELECT version, body, touched FROM profile
                    WHERE touched < ?1
                      AND (?2 = '%%' OR id LIKE ?2 ESCAPE '\'
                           OR json_extract(body, '$.attributes') LIKE ?2 ESCAPE '\')
                    ORDER BY touched DESC LIMIT ?3";
        let before = before.and_then(|key| i64::try_from(key).ok()).unwrap_or(i64::MAX);
        let found = self.all(sql, params![before, rows::pattern(text), limit + 1], keyed)?;
        let page = Page::cut(found, limit, |(key, _)| *key);
        Ok(page.map(|(_, profile)| profile))
    }

    /// How many customers there are.
    ///
    /// # Errors
    /// Those of the store.
    pub fn profile_count(&self) -> Result<u64, StoreError> {
        rows::count(self.number("SELECT count(*) FROM profile", [])?)
    }
}

impl Tx<'_> {
    /// Stores a customer, new or changed.
    ///
    /// # Errors
    /// Those of the store.
    pub fn put_profile(&self, profile: &Profile) -> Result<(), StoreError> {
        let sql = "INSERT INTO profile (id, touched, version, body)
                   VALUES (?1, (SELECT coalesce(max(touched), 0) + 1 FROM profile), ?2, ?3)
                   ON CONFLICT (id) DO UPDATE
                   SET touched = excluded.touched, version = excluded.version, body = excluded.body";
        let body = write(profile)?;
        self.execute(sql, params![profile.id.as_str(), VERSION, body]).map(drop)
    }
}

fn keyed(row: &Row<'_>) -> Result<(u64, Profile), StoreError> {
    let profile = read(row.get(0)?, row.get_ref(1)?.as_str().unwrap_or_default())?;
    Ok((rows::count(row.get(2)?)?, profile))
}

/// A profile as stored text.
pub(crate) fn write(profile: &Profile) -> Result<String, StoreError> {
    stored::write(&StoredProfile::from(profile))
}

/// A profile from stored text.
pub(crate) fn read(version: u32, text: &str) -> Result<Profile, StoreError> {
    stored::read::<StoredProfile>(version, text, "profile")?.try_into()
}
