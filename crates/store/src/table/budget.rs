//! Table `budget`: what campaigns may give at most.

use std::collections::{BTreeMap, BTreeSet};

use domain::budget::{Action, Budget, Entity, Period};
use domain::id::CampaignId;
use rusqlite::{Row, params};

use crate::error::StoreError;
use crate::reader::Reader;
use crate::rows;
use crate::writer::Tx;

impl Reader {
    /// The budgets of every campaign that has some, each in the order they were written in.
    pub(crate) fn budgets(&self) -> Result<BTreeMap<CampaignId, Vec<Budget>>, StoreError> {
        let sql = "SELECT campaign, action, period, entities, most FROM budget ORDER BY campaign, place";
        let rows = self.all(sql, [], |row| Ok((CampaignId(row.get(0)?), budget(row)?)))?;
        let mut budgets: BTreeMap<CampaignId, Vec<Budget>> = BTreeMap::new();
        for (campaign, budget) in rows {
            budgets.entry(campaign).or_default().push(budget);
        }
        Ok(budgets)
    }

    /// The budgets of one campaign, in the order they were written in.
    pub(crate) fn budgets_of(&self, campaign: CampaignId) -> Result<Vec<Budget>, StoreError> {
        let sql =
            "SELECT campaign, action, period, entities, most FROM budget WHERE campaign = ?1 ORDER BY place";
        self.all(sql, [campaign.0], budget)
    }
}

impl Tx<'_> {
    /// Replaces the budgets of a campaign. Counters stay: a budget that comes back goes on counting where it was.
    pub(crate) fn put_budgets(&self, campaign: CampaignId, budgets: &[Budget]) -> Result<(), StoreError> {
        self.execute("DELETE FROM budget WHERE campaign = ?1", [campaign.0])?;
        let sql = "INSERT INTO budget (campaign, place, action, period, entities, most)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        for (place, budget) in (0_i64..).zip(budgets) {
            let parameters = params![
                campaign.0,
                place,
                budget.action.name(),
                Period::word(budget.period),
                entities_column(&budget.entities),
                budget.limit.to_string(),
            ];
            self.execute(sql, parameters)?;
        }
        Ok(())
    }
}

fn budget(row: &Row<'_>) -> Result<Budget, StoreError> {
    let text = |column: usize| row.get_ref(column).map(|value| value.as_str().unwrap_or_default());
    Ok(Budget {
        action: action(text(1)?)?,
        limit: rows::money(text(4)?)?,
        period: Period::from_word(text(2)?).ok_or_else(|| StoreError::unknown("budget period"))?,
        entities: entities(text(3)?)?,
    })
}

/// What a budget limits.
pub(crate) fn action(column: &str) -> Result<Action, StoreError> {
    Action::from_name(column).ok_or_else(|| StoreError::unknown("budget action"))
}

fn entities_column(entities: &BTreeSet<Entity>) -> String {
    entities.iter().map(|entity| entity.name()).collect::<Vec<_>>().join("+")
}

fn entities(column: &str) -> Result<BTreeSet<Entity>, StoreError> {
    let names = column.split('+').filter(|name| !name.is_empty());
    names.map(|name| Entity::from_name(name).ok_or_else(|| StoreError::unknown("budget entity"))).collect()
}
