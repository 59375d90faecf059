//! Tables `campaign` and `ruleset`: campaigns in order, and every revision of their rules. Their budgets are in `budget`.

use domain::budget::Budget;
use domain::id::{CampaignId, GroupId};
use domain::schedule::{CampaignState, Schedule};
use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::error::StoreError;
use crate::reader::Reader;
use crate::rows;
use crate::writer::Tx;

const COLUMNS: &str = "id, position, name, description, state, ruleset, revision, created, updated,
                       start_time, end_time, evaluation_group, reevaluate_on_return";

/// A campaign with its present rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    /// Its number.
    pub id: CampaignId,
    /// Its place in the order of evaluation, from 0.
    pub position: u32,
    /// The name people read.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Whether its rules are evaluated while it is in time.
    pub state: CampaignState,
    /// From when until when it runs.
    pub schedule: Schedule,
    /// The evaluation group it is in.
    pub group: GroupId,
    /// Whether it is evaluated again when items are returned and the request asks for it.
    pub reevaluate_on_return: bool,
    /// What it may give at most.
    pub limits: Vec<Budget>,
    /// The rule document, JSON as the caller wrote it; the store does not read it.
    pub ruleset: String,
    /// How often the rules were saved, from 1.
    pub revision: u32,
    /// When it was made; kept to the microsecond, like `updated`.
    pub created: Timestamp,
    /// When anything of it last changed.
    pub updated: Timestamp,
}

impl Reader {
    /// Every campaign, in the order of evaluation.
    ///
    /// # Errors
    /// Those of the store.
    pub fn campaigns(&self) -> Result<Vec<Campaign>, StoreError> {
        let mut campaigns =
            self.all(&format!("SELECT {COLUMNS} FROM campaign ORDER BY position, id"), [], campaign)?;
        let mut budgets = self.budgets()?;
        for campaign in &mut campaigns {
            campaign.limits = budgets.remove(&campaign.id).unwrap_or_default();
        }
        Ok(campaigns)
    }

    /// One campaign; `None` when there is none of that number.
    ///
    /// # Errors
    /// Those of the store.
    pub fn campaign(&self, id: CampaignId) -> Result<Option<Campaign>, StoreError> {
        let found = self.first(&format!("SELECT {COLUMNS} FROM campaign WHERE id = ?1"), [id.0], campaign)?;
        found.map(|campaign| Ok(Campaign { limits: self.budgets_of(id)?, ..campaign })).transpose()
    }

    /// The number the next campaign gets.
    ///
    /// # Errors
    /// Those of the store.
    pub fn next_campaign_id(&self) -> Result<CampaignId, StoreError> {
        self.next("SELECT coalesce(max(id), 0) + 1 FROM campaign").map(CampaignId)
    }

    /// The place after the last campaign.
    ///
    /// # Errors
    /// Those of the store.
    pub fn next_campaign_position(&self) -> Result<u32, StoreError> {
        self.next("SELECT coalesce(max(position), -1) + 1 FROM campaign")
    }

    /// The rules of a campaign as they were saved at a revision.
    ///
    /// # Errors
    /// Those of the store.
    pub fn ruleset(&self, id: CampaignId, revision: u32) -> Result<Option<String>, StoreError> {
        let sql = "SELECT body FROM ruleset WHERE campaign = ?1 AND revision = ?2";
        self.first(sql, [id.0, revision], |row| Ok(row.get(0)?))
    }

    fn next(&self, sql: &str) -> Result<u32, StoreError> {
        u32::try_from(self.number(sql, [])?).map_err(|error| StoreError::unreadable("campaign number", error))
    }
}

impl Tx<'_> {
    /// Adds a campaign under its own id and keeps its rules as their first revision.
    ///
    /// # Errors
    /// `Conflict` when the id is taken.
    pub fn insert_campaign(&self, campaign: &Campaign) -> Result<(), StoreError> {
        let sql = format!(
            "INSERT INTO campaign ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"
        );
        let parameters = params![
            campaign.id.0,
            campaign.position,
            campaign.name,
            campaign.description,
            campaign.state.name(),
            campaign.ruleset,
            campaign.revision,
            campaign.created.as_microsecond(),
            campaign.updated.as_microsecond(),
            rows::time_column(campaign.schedule.start),
            rows::time_column(campaign.schedule.end),
            campaign.group.0,
            campaign.reevaluate_on_return,
        ];
        self.execute(&sql, parameters)?;
        self.put_budgets(campaign.id, &campaign.limits)?;
        self.keep_ruleset(campaign)
    }

    /// Stores everything of a campaign but its creation time; rules of a revision not seen yet are kept.
    /// Answers whether there is such a campaign.
    ///
    /// # Errors
    /// `Conflict` when `revision` exists with other rules.
    pub fn update_campaign(&self, campaign: &Campaign) -> Result<bool, StoreError> {
        let sql = "UPDATE campaign SET position = ?2, name = ?3, description = ?4, state = ?5, ruleset = ?6,
                                       revision = ?7, updated = ?8, start_time = ?9, end_time = ?10,
                                       evaluation_group = ?11, reevaluate_on_return = ?12
                   WHERE id = ?1";
        let parameters = params![
            campaign.id.0,
            campaign.position,
            campaign.name,
            campaign.description,
            campaign.state.name(),
            campaign.ruleset,
            campaign.revision,
            campaign.updated.as_microsecond(),
            rows::time_column(campaign.schedule.start),
            rows::time_column(campaign.schedule.end),
            campaign.group.0,
            campaign.reevaluate_on_return,
        ];
        if self.execute(sql, parameters)? == 0 {
            return Ok(false);
        }
        self.put_budgets(campaign.id, &campaign.limits)?;
        self.keep_ruleset(campaign).map(|()| true)
    }

    /// Puts the campaigns into this order; those not named follow in their present order.
    ///
    /// # Errors
    /// Those of the store.
    pub fn reorder_campaigns(&self, order: &[CampaignId]) -> Result<(), StoreError> {
        let present: Vec<CampaignId> = self.campaigns()?.iter().map(|campaign| campaign.id).collect();
        let named = order.iter().filter(|id| present.contains(id));
        let others = present.iter().filter(|id| !order.contains(id));
        for (position, id) in (0_u32..).zip(named.chain(others)) {
            self.execute("UPDATE campaign SET position = ?2 WHERE id = ?1", [id.0, position])?;
        }
        self.bump_campaigns_version()
    }

    fn keep_ruleset(&self, campaign: &Campaign) -> Result<(), StoreError> {
        if self.ruleset(campaign.id, campaign.revision)?.as_ref() != Some(&campaign.ruleset) {
            let sql = "INSERT INTO ruleset (campaign, revision, at, body) VALUES (?1, ?2, ?3, ?4)";
            let at = campaign.updated.as_microsecond();
            self.execute(sql, params![campaign.id.0, campaign.revision, at, campaign.ruleset])?;
        }
        self.note_life(campaign)?;
        self.bump_campaigns_version()
    }
}

/// The budgets are in a table of their own.
fn campaign(row: &Row<'_>) -> Result<Campaign, StoreError> {
    let state: String = row.get(4)?;
    let (start, end) = (rows::optional_time(row.get(9)?)?, rows::optional_time(row.get(10)?)?);
    Ok(Campaign {
        id: CampaignId(row.get(0)?),
        position: row.get(1)?,
        name: row.get(2)?,
        description: row.get(3)?,
        state: CampaignState::from_name(&state).ok_or_else(|| StoreError::unknown("campaign state"))?,
        schedule: Schedule { start, end },
        group: GroupId(row.get(11)?),
        reevaluate_on_return: row.get(12)?,
        limits: Vec::new(),
        ruleset: row.get(5)?,
        revision: row.get(6)?,
        created: rows::time(row.get(7)?)?,
        updated: rows::time(row.get(8)?)?,
    })
}
