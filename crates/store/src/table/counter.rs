//! Tables `counter` and `spent`: how much of each budget is used up, and which session used it.

use domain::budget::counter::{Counter, CounterKey};
use domain::budget::spending::Spent;
use domain::id::{CampaignId, SessionId};
use jiff::civil::Date;
use rusqlite::{Row, params};
use rust_decimal::Decimal;

use super::budget::action;
use crate::error::StoreError;
use crate::page::bounded;
use crate::reader::Reader;
use crate::rows;
use crate::writer::Tx;

impl Reader {
    /// How much of a budget is used up; nothing when nothing was ever taken.
    ///
    /// # Errors
    /// Those of the store.
    pub fn counter(&self, key: &CounterKey) -> Result<Counter, StoreError> {
        let sql = "SELECT used, bound FROM counter WHERE campaign = ?1 AND budget = ?2 AND entity = ?3 AND since = ?4";
        let parameters = params![key.campaign.0, key.budget, key.entity, since_column(key.since)];
        Ok(self.first(sql, parameters, counter)?.unwrap_or_default())
    }

    /// The counters of one budget in the period that begins on `since`, the fullest first, at most `limit` of them.
    ///
    /// # Errors
    /// Those of the store.
    pub fn counters_of(
        &self,
        campaign: CampaignId,
        budget: &str,
        since: Option<Date>,
        limit: u32,
    ) -> Result<Vec<(CounterKey, Counter)>, StoreError> {
        let sql = "SELECT used, bound, entity FROM counter
                   WHERE campaign = ?1 AND budget = ?2 AND since = ?3 AND used > ?4
                   ORDER BY used DESC, entity LIMIT ?5";
        let parameters =
            params![campaign.0, budget, since_column(since), amount_column(Decimal::ZERO), bounded(limit)];
        self.all(sql, parameters, |row| {
            let key = CounterKey { campaign, budget: budget.to_owned(), entity: row.get(2)?, since };
            Ok((key, counter(row)?))
        })
    }

    /// How many counters of one budget have something used up in the period that begins on `since`.
    ///
    /// # Errors
    /// Those of the store.
    pub fn counter_count(
        &self,
        campaign: CampaignId,
        budget: &str,
        since: Option<Date>,
    ) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) FROM counter
                   WHERE campaign = ?1 AND budget = ?2 AND since = ?3 AND used > ?4";
        let parameters = params![campaign.0, budget, since_column(since), amount_column(Decimal::ZERO)];
        rows::count(self.number(sql, parameters)?)
    }

    /// What a session took from counters and has not given back.
    ///
    /// # Errors
    /// Those of the store.
    pub fn spent_by(&self, session: &SessionId) -> Result<Vec<Spent>, StoreError> {
        let sql = "SELECT campaign, budget, entity, since, action, amount FROM spent WHERE session = ?1";
        self.all(sql, [session.as_str()], |row| {
            let counter = CounterKey {
                campaign: CampaignId(row.get(0)?),
                budget: row.get(1)?,
                entity: row.get(2)?,
                since: since(row.get_ref(3)?.as_str().unwrap_or_default())?,
            };
            let action = action(row.get_ref(4)?.as_str().unwrap_or_default())?;
            Ok(Spent { counter, action, amount: amount(row, 5)? })
        })
    }
}

impl Tx<'_> {
    /// Stores a counter, new or changed.
    ///
    /// # Errors
    /// `Conflict` when it is below 0 or above its bound.
    pub fn put_counter(&self, key: &CounterKey, counter: Counter) -> Result<(), StoreError> {
        let sql = "INSERT INTO counter (campaign, budget, entity, since, used, bound)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                   ON CONFLICT (campaign, budget, entity, since) DO UPDATE
                   SET used = excluded.used, bound = excluded.bound";
        let parameters = params![
            key.campaign.0,
            key.budget,
            key.entity,
            since_column(key.since),
            amount_column(counter.used),
            amount_column(counter.bound),
        ];
        self.execute(sql, parameters).map(drop)
    }

    /// Stores what a session took from a counter in all; nothing is kept of an amount of 0.
    ///
    /// # Errors
    /// `Conflict` when the counter or the session is not there.
    pub fn put_spent(&self, session: &SessionId, spent: &Spent) -> Result<(), StoreError> {
        let key = &spent.counter;
        let since = since_column(key.since);
        if spent.amount.is_zero() {
            let sql = "DELETE FROM spent
                       WHERE session = ?1 AND campaign = ?2 AND budget = ?3 AND entity = ?4 AND since = ?5";
            let parameters = params![session.as_str(), key.campaign.0, key.budget, key.entity, since];
            return self.execute(sql, parameters).map(drop);
        }
        let sql = "INSERT INTO spent (session, campaign, budget, entity, since, action, amount)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                   ON CONFLICT (session, campaign, budget, entity, since) DO UPDATE SET amount = excluded.amount";
        let parameters = params![
            session.as_str(),
            key.campaign.0,
            key.budget,
            key.entity,
            since,
            spent.action.name(),
            amount_column(spent.amount),
        ];
        self.execute(sql, parameters).map(drop)
    }
}

fn counter(row: &Row<'_>) -> Result<Counter, StoreError> {
    Ok(Counter { used: amount(row, 0)?, bound: amount(row, 1)? })
}

/// An amount without zeros in front or behind.
fn amount(row: &Row<'_>, column: usize) -> Result<Decimal, StoreError> {
    rows::money(row.get_ref(column)?.as_str().unwrap_or_default()).map(|amount| amount.normalize())
}

/// An amount in a fixed width, so that SQLite can compare it exactly; budgets are limited to what fits.
fn amount_column(amount: Decimal) -> String {
    format!("{amount:026.12}")
}

fn since_column(since: Option<Date>) -> String {
    since.map(|day| day.to_string()).unwrap_or_default()
}

fn since(column: &str) -> Result<Option<Date>, StoreError> {
    if column.is_empty() {
        return Ok(None);
    }
    column.parse().map(Some).map_err(|error: jiff::Error| StoreError::unreadable("first day", error))
}
