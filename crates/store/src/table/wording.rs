//! Table `wording`: how the rules of each saved revision read.

use std::collections::BTreeMap;

use domain::id::CampaignId;
use rusqlite::params;

use crate::error::StoreError;
use crate::reader::Reader;
use crate::writer::Tx;

impl Reader {
    /// The wording of a saved revision, as the caller wrote it.
    ///
    /// # Errors
    /// `Damaged` when there is none.
    pub fn wording(&self, campaign: CampaignId, revision: u32) -> Result<String, StoreError> {
        let sql = "SELECT body FROM wording WHERE campaign = ?1 AND revision = ?2";
        let found = self.first(sql, [campaign.0, revision], |row| Ok(row.get(0)?))?;
        found.ok_or_else(|| StoreError::unknown("wording of a rule"))
    }

    /// The wording of every campaign's present revision; campaigns without one are left out.
    ///
    /// # Errors
    /// Those of the store.
    pub fn present_wordings(&self) -> Result<BTreeMap<CampaignId, String>, StoreError> {
        let sql = "SELECT campaign.id, wording.body FROM campaign
                   JOIN wording ON wording.campaign = campaign.id AND wording.revision = campaign.revision";
        let found = self.all(sql, [], |row| Ok((CampaignId(row.get(0)?), row.get(1)?)))?;
        Ok(found.into_iter().collect())
    }
}

impl Tx<'_> {
    /// Keeps how a revision that was just saved reads.
    ///
    /// # Errors
    /// `Conflict` when that revision has a wording already, or is not there.
    pub fn insert_wording(&self, campaign: CampaignId, revision: u32, body: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO wording (campaign, revision, body) VALUES (?1, ?2, ?3)";
        self.execute(sql, params![campaign.0, revision, body]).map(drop)
    }
}
