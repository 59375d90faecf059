//! Table `campaign_life`: what a campaign's state and dates were at any event of the past.

use domain::id::{CampaignId, Seq};
use domain::schedule::{CampaignState, Schedule};
use rusqlite::{Row, params};

use super::campaign::Campaign;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::rows;
use crate::writer::Tx;

/// What a campaign was at an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignLife {
    /// The campaign.
    pub id: CampaignId,
    /// Its name then.
    pub name: String,
    /// Its state then.
    pub state: CampaignState,
    /// Its dates then.
    pub schedule: Schedule,
}

impl Reader {
    /// What every campaign that existed was when the event with that number happened, by the campaigns' numbers.
    ///
    /// # Errors
    /// Those of the store.
    pub fn campaigns_at(&self, seq: Seq) -> Result<Vec<CampaignLife>, StoreError> {
        let sql = "SELECT campaign, name, state, start_time, end_time FROM campaign_life AS life
                   WHERE since = (SELECT max(since) FROM campaign_life
                                  WHERE campaign = life.campaign AND since <= ?1)
                   ORDER BY campaign";
        self.all(sql, [rows::seq_column(seq)], life)
    }
}

impl Tx<'_> {
    /// Notes what a campaign is from the next event on.
    pub(crate) fn note_life(&self, campaign: &Campaign) -> Result<(), StoreError> {
        let next = Seq(self.last_seq()?.map_or(0, |last| last.0) + 1);
        let sql = "INSERT INTO campaign_life (campaign, since, name, state, start_time, end_time)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                   ON CONFLICT (campaign, since) DO UPDATE
                   SET name = excluded.name, state = excluded.state,
                       start_time = excluded.start_time, end_time = excluded.end_time";
        let parameters = params![
            campaign.id.0,
            rows::seq_column(next),
            campaign.name,
            campaign.state.name(),
            rows::time_column(campaign.schedule.start),
            rows::time_column(campaign.schedule.end),
        ];
        self.execute(sql, parameters).map(drop)
    }
}

fn life(row: &Row<'_>) -> Result<CampaignLife, StoreError> {
    let state: String = row.get(2)?;
    let (start, end) = (rows::optional_time(row.get(3)?)?, rows::optional_time(row.get(4)?)?);
    Ok(CampaignLife {
        id: CampaignId(row.get(0)?),
        name: row.get(1)?,
        state: CampaignState::from_name(&state).ok_or_else(|| StoreError::unknown("campaign state"))?,
        schedule: Schedule { start, end },
    })
}
