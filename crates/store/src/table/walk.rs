//! Walks through sessions, customers and events in the order they were made, for programs that page by skipping.
//!
//! INVARIANT: the number of a session or customer is its row's. Rows are never deleted and the file is never vacuumed, so
//! a number stays with its row.

use domain::coupon::{Coupon, CouponId};
use domain::event::SessionState;
use domain::id::{CampaignId, ProfileId, SessionId};
use domain::money::Money;
use domain::profile::Profile;
use domain::session::Session;
use jiff::Timestamp;
use rusqlite::{Params, Row, params, params_from_iter};

use super::{coupon, event, profile, session};
use crate::error::StoreError;
use crate::filter::{Conditions, EventFilter};
use crate::reader::Reader;
use crate::rows;
use crate::table::journal::LoggedEvent;

/// Which sessions a walk is about; the default is all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SessionWalk {
    /// Only this one.
    pub id: Option<SessionId>,
    /// Only of this customer.
    pub profile: Option<ProfileId>,
    /// Only in this state.
    pub state: Option<SessionState>,
    /// Created at or after.
    pub created_from: Option<Timestamp>,
    /// Created before.
    pub created_until: Option<Timestamp>,
    /// Changed at or after.
    pub updated_from: Option<Timestamp>,
    /// Changed before.
    pub updated_until: Option<Timestamp>,
}

/// Which codes a walk is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CouponWalk {
    /// Only those of this campaign.
    pub campaign: Option<CampaignId>,
    /// Only those from this number on.
    pub from: CouponId,
    /// Only the one of exactly this value.
    pub value: Option<String>,
}

/// A session with what is kept beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct NumberedSession {
    /// Its number.
    pub number: u64,
    /// The session.
    pub session: Session,
    /// Discounts that stand.
    pub discount: Money,
}

impl Reader {
    /// The number of a session; `None` when there is none of that id.
    ///
    /// # Errors
    /// Those of the store.
    pub fn session_number(&self, id: &SessionId) -> Result<Option<u64>, StoreError> {
        self.first("SELECT rowid FROM session WHERE id = ?1", [id.as_str()], |row| rows::count(row.get(0)?))
    }

    /// The session of that number; `None` when there is none.
    ///
    /// # Errors
    /// Those of the store.
    pub fn session_numbered(&self, number: u64) -> Result<Option<NumberedSession>, StoreError> {
        let sql = "SELECT rowid, version, body, discount FROM session WHERE rowid = ?1";
        self.first(sql, [i64::try_from(number).unwrap_or(i64::MAX)], numbered_session)
    }

    /// The number of a customer; `None` when there is none of that id.
    ///
    /// # Errors
    /// Those of the store.
    pub fn profile_number(&self, id: &ProfileId) -> Result<Option<u64>, StoreError> {
        self.first("SELECT rowid FROM profile WHERE id = ?1", [id.as_str()], |row| rows::count(row.get(0)?))
    }

    /// The customer of that number; `None` when there is none.
    ///
    /// # Errors
    /// Those of the store.
    pub fn profile_numbered(&self, number: u64) -> Result<Option<Profile>, StoreError> {
        let sql = "SELECT rowid, version, body FROM profile WHERE rowid = ?1";
        let found = self.first(sql, [i64::try_from(number).unwrap_or(i64::MAX)], numbered_profile)?;
        Ok(found.map(|(_, profile)| profile))
    }

    /// Hands every meant session to `visit`, until that answers that it has seen enough.
    ///
    /// # Errors
    /// Those of `visit`, and of the store.
    pub fn walk_sessions<E: From<StoreError>>(
        &self,
        walk: &SessionWalk,
        newest_first: bool,
        visit: impl FnMut(NumberedSession) -> Result<bool, E>,
    ) -> Result<(), E> {
        let order = direction(newest_first);
        let profile = if walk.profile.is_some() { "profile = ?2" } else { "?2 = ''" };
        let state = if walk.state.is_some() { "state = ?3" } else { "?3 = ''" };
        let id = if walk.id.is_some() { "id = ?1" } else { "?1 = ''" };
        let sql = format!(
            "SELECT rowid, version, body, discount FROM session
             WHERE {id} AND {profile} AND {state}
               AND created >= ?4 AND created < ?5 AND updated >= ?6 AND updated < ?7
             ORDER BY rowid {order}"
        );
        let earliest = |time: Option<Timestamp>| time.map_or(i64::MIN, Timestamp::as_microsecond);
        let latest = |time: Option<Timestamp>| time.map_or(i64::MAX, Timestamp::as_microsecond);
        let parameters = params![
            walk.id.as_ref().map_or("", SessionId::as_str),
            walk.profile.as_ref().map_or("", ProfileId::as_str),
            walk.state.map_or("", SessionState::name),
            earliest(walk.created_from),
            latest(walk.created_until),
            earliest(walk.updated_from),
            latest(walk.updated_until),
        ];
        self.walk(&sql, parameters, numbered_session, visit)
    }

    /// Hands every customer with their number to `visit`, until that answers that it has seen enough.
    ///
    /// # Errors
    /// Those of `visit`, and of the store.
    pub fn walk_profiles<E: From<StoreError>>(
        &self,
        newest_first: bool,
        visit: impl FnMut((u64, Profile)) -> Result<bool, E>,
    ) -> Result<(), E> {
        let sql =
            format!("SELECT rowid, version, body FROM profile ORDER BY rowid {}", direction(newest_first));
        self.walk(&sql, [], numbered_profile, visit)
    }

    /// Hands every meant event to `visit`, until that answers that it has seen enough.
    ///
    /// # Errors
    /// Those of `visit`, and of the store.
    pub fn walk_events<E: From<StoreError>>(
        &self,
        filter: &EventFilter,
        newest_first: bool,
        visit: impl FnMut(LoggedEvent) -> Result<bool, E>,
    ) -> Result<(), E> {
        let meant = Conditions::of(filter);
        let sql = event::logged_events(&meant, direction(newest_first));
        let logged = |row: &Row<'_>| self.logged(row);
        self.walk(&sql, params_from_iter(meant.values()), logged, visit)
    }

    /// Hands every meant code to `visit`, until that answers that it has seen enough.
    ///
    /// # Errors
    /// Those of `visit`, and of the store.
    pub fn walk_coupons<E: From<StoreError>>(
        &self,
        walk: &CouponWalk,
        newest_first: bool,
        visit: impl FnMut(Coupon) -> Result<bool, E>,
    ) -> Result<(), E> {
        let campaign = if walk.campaign.is_some() { "campaign = ?1" } else { "?1 = 0" };
        let value = if walk.value.is_some() { "value = ?2" } else { "?2 = ''" };
        let sql = format!(
            "SELECT {} FROM coupon WHERE {campaign} AND {value} AND id >= ?3 ORDER BY id {}",
            coupon::COLUMNS,
            direction(newest_first)
        );
        let parameters = params![
            walk.campaign.map_or(0, |campaign| campaign.0),
            walk.value.as_deref().unwrap_or_default(),
            coupon::number(walk.from),
        ];
        self.walk(&sql, parameters, coupon::coupon, visit)
    }

    fn walk<T, E: From<StoreError>>(
        &self,
        sql: &str,
        parameters: impl Params,
        turn: impl Fn(&Row<'_>) -> Result<T, StoreError>,
        mut visit: impl FnMut(T) -> Result<bool, E>,
    ) -> Result<(), E> {
        let mut statement = self.connection().prepare_cached(sql).map_err(StoreError::from)?;
        let mut found = statement.query(parameters).map_err(StoreError::from)?;
        while let Some(row) = found.next().map_err(StoreError::from)? {
            if !visit(turn(row)?)? {
                break;
            }
        }
        Ok(())
    }
}

fn direction(newest_first: bool) -> &'static str {
    if newest_first { "DESC" } else { "ASC" }
}

fn numbered_session(row: &Row<'_>) -> Result<NumberedSession, StoreError> {
    Ok(NumberedSession {
        number: rows::count(row.get(0)?)?,
        session: session::read(row.get(1)?, row.get_ref(2)?.as_str().unwrap_or_default())?,
        discount: rows::money(row.get_ref(3)?.as_str().unwrap_or_default())?,
    })
}

fn numbered_profile(row: &Row<'_>) -> Result<(u64, Profile), StoreError> {
    let body = row.get_ref(2)?.as_str().unwrap_or_default();
    Ok((rows::count(row.get(0)?)?, profile::read(row.get(1)?, body)?))
}
