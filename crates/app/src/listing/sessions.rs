//! Customer sessions.

use domain::cart::totals;
use domain::event::SessionState;
use domain::id::{ProfileId, SessionId};
use domain::money::Money;
use domain::refusal::{Problem, ProblemKind};
use domain::session::{Phase, Session};
use jiff::Timestamp;
use store::{NumberedSession, SessionWalk, StoreError};

use super::{Between, Collector, Listed, Window, customers};
use crate::json::{Amount, Json, shorten};
use crate::refusal::Refusal;
use crate::render::{answer, wire};
use crate::workspace::{Question, Reading};

/// A session with all that is known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionRecord {
    /// Its number.
    pub id: u64,
    /// Integration id.
    pub integration_id: String,
    /// Integration id of the customer; `None` while anonymous.
    pub profile: Option<String>,
    /// The number of the customer.
    pub profile_id: Option<u64>,
    /// Integration id of the store, if one was named.
    pub store: Option<String>,
    /// Its state by the vendor's name.
    pub state: &'static str,
    /// When it was made.
    pub created: Timestamp,
    /// When it last changed.
    pub updated: Timestamp,
    /// When it was closed, if it was and was not cancelled since.
    pub closed: Option<Timestamp>,
    /// When it was cancelled, if it was.
    pub cancelled: Option<Timestamp>,
    /// It was the first of its customer.
    pub first_session: bool,
    /// 1 at creation, +1 per stored request.
    pub update_count: u32,
    /// The codes entered.
    pub coupon_codes: Vec<String>,
    /// The referral code entered; empty when none was.
    pub referral_code: String,
    /// Device and address identifiers.
    pub identifiers: Vec<String>,
    /// The loyalty cards entered.
    pub loyalty_cards: Vec<String>,
    /// The lines of the cart in the vendor's shape.
    pub cart_items: Json,
    /// The additional costs in the vendor's shape.
    pub additional_costs: Json,
    /// Its attributes.
    pub attributes: Json,
    /// Before discounts.
    pub total: Amount,
    /// The lines alone.
    pub cart_item_total: Amount,
    /// The session's additional costs alone.
    pub additional_cost_total: Amount,
    /// The lines' additional costs alone.
    pub cart_item_additional_cost_total: Amount,
    /// Discounts that stand.
    pub discounts: Amount,
}

pub(super) fn record(reading: &Reading<'_>, found: &NumberedSession) -> Result<SessionRecord, Refusal> {
    let profile_id = customers::number(reading, found.session.profile.as_ref())?;
    Ok(SessionRecord::of(&found.session, found.number, profile_id, found.discount))
}

impl SessionRecord {
    /// A session with its number, its customer's, and the discounts that stand.
    pub(super) fn of(session: &Session, id: u64, profile_id: Option<u64>, discounts: Money) -> Self {
        let cart = session.cart();
        let sums = totals(cart);
        let attributes = cart.attributes.iter().map(|(name, value)| (name.as_str(), value));
        Self {
            id,
            integration_id: session.id.to_string(),
            profile: session.profile.as_ref().map(ToString::to_string),
            profile_id,
            store: cart.store.clone(),
            state: session.state().name(),
            created: session.created,
            updated: session.updated,
            closed: match &session.phase {
                Phase::Closed(receipt) | Phase::PartiallyReturned(receipt, _) => Some(receipt.closed_at),
                Phase::Open(_) | Phase::Cancelled(..) => None,
            },
            cancelled: matches!(session.phase, Phase::Cancelled(..)).then_some(session.updated),
            first_session: session.first_session,
            update_count: session.update_count,
            coupon_codes: cart.coupon_codes.clone(),
            referral_code: cart.referral_code.clone(),
            identifiers: cart.identifiers.clone(),
            loyalty_cards: cart.loyalty_cards.clone(),
            cart_items: answer::cart_items(session),
            additional_costs: answer::additional_costs(session),
            attributes: wire::object(attributes),
            total: Amount(sums.total),
            cart_item_total: Amount(sums.cart_item_total),
            additional_cost_total: Amount(sums.additional_cost_total),
            cart_item_additional_cost_total: Amount(sums.cart_item_additional_cost_total),
            discounts: Amount(discounts),
        }
    }
}

/// Which sessions are meant; the default is all.
///
/// Source of the filters: the vendor's `getApplicationSessions`.
#[derive(Debug, Clone, Default)]
pub struct WantedSessions {
    /// Only the one of this integration id.
    pub integration_id: Option<String>,
    /// Only those of this customer.
    pub profile: Option<String>,
    /// Only those in this state.
    pub state: Option<String>,
    /// Only those with this code entered.
    pub coupon: Option<String>,
    /// Only those with this referral code entered.
    pub referral: Option<String>,
    /// Only those of this store.
    pub store: Option<String>,
    /// When it was made.
    pub created: Between,
    /// When it last changed.
    pub updated: Between,
}

impl WantedSessions {
    fn walk(&self) -> Result<SessionWalk, Refusal> {
        let (id, profile) = (self.integration_id.as_deref(), self.profile.as_deref());
        Ok(SessionWalk {
            id: id.map(|id| SessionId::parse(id, "/integrationId")).transpose()?,
            profile: profile.map(|id| ProfileId::parse(id, "/profile")).transpose()?,
            state: self.state.as_deref().map(read_state).transpose()?,
            created_from: self.created.from,
            created_until: self.created.until,
            updated_from: self.updated.from,
            updated_until: self.updated.until,
        })
    }

    fn means(&self, found: &NumberedSession) -> bool {
        let cart = found.session.cart();
        self.coupon.as_ref().is_none_or(|code| cart.coupon_codes.contains(code))
            && self.referral.as_ref().is_none_or(|code| cart.referral_code == *code)
            && (self.store.is_none() || cart.store == self.store)
    }

    /// Hands every meant session to `visit`, until that answers that it has seen enough.
    pub(super) fn each<E: From<StoreError> + From<Refusal>>(
        &self,
        reading: &Reading<'_>,
        newest_first: bool,
        mut visit: impl FnMut(&NumberedSession) -> Result<bool, E>,
    ) -> Result<(), E> {
        reading.reader.walk_sessions(&self.walk()?, newest_first, |found| {
            if self.means(&found) { visit(&found) } else { Ok(true) }
        })
    }
}

fn read_state(name: &str) -> Result<SessionState, Problem> {
    SessionState::from_name(name).ok_or_else(|| {
        let details = format!(
            "\"{}\" is not a state; there are open, closed, partially_returned and cancelled.",
            shorten(name)
        );
        Problem::new("/state", ProblemKind::Choice, details)
    })
}

/// Lists sessions in the order they were made.
#[derive(Debug, Clone)]
pub struct ListSessions {
    /// Which.
    pub wanted: WantedSessions,
    /// Which part.
    pub window: Window,
}

impl Question for ListSessions {
    type Answer = Listed<SessionRecord>;

    fn answer(&self, reading: &Reading<'_>) -> Result<Self::Answer, Refusal> {
        let mut found = Collector::new(self.window);
        self.wanted
            .each(reading, self.window.newest_first, |session| found.take(|| record(reading, session)))?;
        Ok(found.listed)
    }
}

/// One session by number.
#[derive(Debug, Clone, Copy)]
pub struct SessionOfId {
    /// Its number.
    pub id: u64,
}

impl Question for SessionOfId {
    type Answer = SessionRecord;

    fn answer(&self, reading: &Reading<'_>) -> Result<SessionRecord, Refusal> {
        match reading.reader.session_numbered(self.id)? {
            Some(found) => record(reading, &found),
            None => Err(Refusal::not_found("session", self.id.to_string())),
        }
    }
}
