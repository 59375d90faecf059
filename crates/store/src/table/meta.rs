//! Tables `meta` and `setting`: what is said once per workspace.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::error::StoreError;
use crate::reader::Reader;
use crate::rows;
use crate::writer::Tx;

const NAME: &str = "name";
const CREATED: &str = "created";
const DEFINITIONS: &str = "campaigns_version";

/// What a new workspace is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWorkspace {
    /// The name people read; it need not be the file's.
    pub name: String,
    /// When, by the caller's clock; kept to the microsecond.
    pub created: Timestamp,
}

/// What a workspace says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workspace {
    /// The name people read.
    pub name: String,
    /// When it was made.
    pub created: Timestamp,
}

impl Reader {
    /// The workspace's name and age.
    ///
    /// # Errors
    /// `Damaged` when either is missing.
    pub fn workspace(&self) -> Result<Workspace, StoreError> {
        let missing = || StoreError::unknown("workspace's name");
        let name = self.meta(NAME)?.ok_or_else(missing)?;
        let created = self.meta(CREATED)?.and_then(|text| text.parse().ok()).ok_or_else(missing)?;
        Ok(Workspace { name, created: rows::time(created)? })
    }

    /// A number that grows with every change to an attribute, a campaign or a setting, so that compiled plans can be kept until then.
    ///
    /// # Errors
    /// Those of the store.
    pub fn campaigns_version(&self) -> Result<u64, StoreError> {
        Ok(self.meta(DEFINITIONS)?.and_then(|text| text.parse().ok()).unwrap_or(0))
    }

    /// Every setting that was ever put, by key. What a missing one means is the caller's to say.
    ///
    /// # Errors
    /// Those of the store.
    pub fn settings(&self) -> Result<BTreeMap<String, String>, StoreError> {
        let pairs = self.all("SELECT key, value FROM setting", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(pairs.into_iter().collect())
    }

    fn meta(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.first("SELECT value FROM meta WHERE key = ?1", [key], |row| Ok(row.get(0)?))
    }
}

impl Tx<'_> {
    /// Gives the workspace another name.
    ///
    /// # Errors
    /// Those of the store.
    pub fn rename_workspace(&self, name: &str) -> Result<(), StoreError> {
        self.put_meta(NAME, name)
    }

    /// Puts a setting, replacing an earlier value.
    ///
    /// # Errors
    /// Those of the store.
    pub fn put_setting(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO setting (key, value) VALUES (?1, ?2)
                   ON CONFLICT (key) DO UPDATE SET value = excluded.value";
        self.execute(sql, [key, value])?;
        self.bump_campaigns_version()
    }

    pub(crate) fn begin_workspace(&self, new: &NewWorkspace) -> Result<(), StoreError> {
        self.put_meta(NAME, &new.name)?;
        self.put_meta(CREATED, &new.created.as_microsecond().to_string())
    }

    /// Notes that an attribute, a campaign or a setting changed.
    pub(crate) fn bump_campaigns_version(&self) -> Result<(), StoreError> {
        let next = self.campaigns_version()? + 1;
        self.put_meta(DEFINITIONS, &next.to_string())
    }

    fn put_meta(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO meta (key, value) VALUES (?1, ?2)
                   ON CONFLICT (key) DO UPDATE SET value = excluded.value";
        self.execute(sql, [key, value]).map(drop)
    }
}
