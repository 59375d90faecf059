//! Table `evaluation_group`: the groups inside the base group, in their order.

use domain::evaluation_group::{EvaluationGroup, EvaluationMode};
use domain::id::{CampaignId, GroupId};
use rusqlite::{Row, params};

use crate::error::StoreError;
use crate::reader::Reader;
use crate::writer::Tx;

impl Reader {
    /// Every group, in order.
    ///
    /// # Errors
    /// Those of the store.
    pub fn evaluation_groups(&self) -> Result<Vec<EvaluationGroup>, StoreError> {
        let sql = "SELECT id, position, parent, name, mode FROM evaluation_group ORDER BY position, id";
        self.all(sql, [], group)
    }
}

impl Tx<'_> {
    /// Replaces all groups by these. Campaigns of groups that are gone are in the base group then.
    ///
    /// # Errors
    /// `Conflict` when two have the same number or name.
    pub fn put_evaluation_groups(&self, groups: &[EvaluationGroup]) -> Result<(), StoreError> {
        self.execute("DELETE FROM evaluation_group", [])?;
        let sql =
            "INSERT INTO evaluation_group (id, position, parent, name, mode) VALUES (?1, ?2, ?3, ?4, ?5)";
        for group in groups {
            let parameters =
                params![group.id.0, group.position, group.parent.0, group.name, group.mode.name()];
            self.execute(sql, parameters)?;
        }
        let gone = "UPDATE campaign SET evaluation_group = 0
                    WHERE evaluation_group NOT IN (SELECT id FROM evaluation_group)";
        self.execute(gone, [])?;
        self.bump_campaigns_version()
    }

    /// Puts a campaign into a group.
    ///
    /// # Errors
    /// Those of the store.
    pub fn put_into_group(&self, campaign: CampaignId, group: GroupId) -> Result<(), StoreError> {
        self.execute("UPDATE campaign SET evaluation_group = ?2 WHERE id = ?1", [campaign.0, group.0])?;
        self.bump_campaigns_version()
    }
}

fn group(row: &Row<'_>) -> Result<EvaluationGroup, StoreError> {
    let mode: String = row.get(4)?;
    Ok(EvaluationGroup {
        id: GroupId(row.get(0)?),
        position: row.get(1)?,
        parent: GroupId(row.get(2)?),
        name: row.get(3)?,
        mode: EvaluationMode::from_name(&mode).ok_or_else(|| StoreError::unknown("evaluation mode"))?,
    })
}
