//! The customer session: its states and what belongs to each. The moves are in `transition`.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::cart::{Cart, Totals, totals};
use crate::event::SessionState;
use crate::id::{ProfileId, SessionId};
use crate::value::Value;

/// A customer session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Integration id.
    pub id: SessionId,
    /// The customer; `None` while anonymous.
    pub profile: Option<ProfileId>,
    /// No earlier session of that profile existed at creation; always true for anonymous ones.
    pub first_session: bool,
    /// When it was created.
    pub created: Timestamp,
    /// When it last changed.
    pub updated: Timestamp,
    /// 1 at creation, +1 per stored request.
    pub update_count: u32,
    /// The state with what belongs to it.
    pub phase: Phase,
}

/// Each state owns its data, so that "closed without a receipt" cannot be written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phase {
    /// Still being filled.
    Open(Cart),
    /// Paid.
    Closed(Receipt),
    /// Paid, with some units brought back.
    PartiallyReturned(Receipt, Returns),
    /// Given up while open, or revoked after closing.
    Cancelled(Cart, Returns),
}

/// What was paid for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The cart at closing.
    pub cart: Cart,
    /// Its totals at closing.
    pub totals: Totals,
    /// When it was closed.
    pub closed_at: Timestamp,
}

/// Returned units by line: how many of each, counted from sub-position 0 upward.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Returns(pub BTreeMap<u32, u32>);

impl Session {
    /// The state's name.
    pub fn state(&self) -> SessionState {
        match &self.phase {
            Phase::Open(_) => SessionState::Open,
            Phase::Closed(_) => SessionState::Closed,
            Phase::PartiallyReturned(..) => SessionState::PartiallyReturned,
            Phase::Cancelled(..) => SessionState::Cancelled,
        }
    }

    /// The cart, whatever the state.
    pub fn cart(&self) -> &Cart {
        match &self.phase {
            Phase::Open(cart) | Phase::Cancelled(cart, _) => cart,
            Phase::Closed(receipt) | Phase::PartiallyReturned(receipt, _) => &receipt.cart,
        }
    }

    /// Units of the line at `position` that were brought back.
    pub fn returned(&self, position: u32) -> u32 {
        match &self.phase {
            Phase::Open(_) | Phase::Closed(_) => 0,
            Phase::PartiallyReturned(_, returns) | Phase::Cancelled(_, returns) => returns.of(position),
        }
    }

    /// The session with the totals of what was not brought back: what a return is decided on again.
    #[must_use]
    pub fn of_what_is_kept(&self) -> Self {
        let mut kept = self.clone();
        if let Phase::PartiallyReturned(receipt, returns) = &mut kept.phase {
            let mut cart = receipt.cart.clone();
            for (position, item) in (0_u32..).zip(&mut cart.items) {
                item.quantity = item.quantity.saturating_sub(returns.of(position));
            }
            // The costs of a line went with its last unit.
            cart.items.retain(|item| item.quantity > 0);
            receipt.totals = totals(&cart);
        }
        kept
    }

    /// Units that were not brought back, over all lines.
    pub fn remaining_units(&self) -> u64 {
        (0_u32..)
            .zip(&self.cart().items)
            .map(|(position, item)| u64::from(item.quantity.saturating_sub(self.returned(position))))
            .sum()
    }
}

/// What an update says about the session. `None` keeps what is there; a given list replaces the whole list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CartChanges {
    /// `Some(None)` makes the session anonymous.
    pub profile: Option<Option<ProfileId>>,
    /// New lines.
    pub items: Option<Vec<crate::cart::CartItem>>,
    /// New coupon codes.
    pub coupon_codes: Option<Vec<String>>,
    /// New referral code; empty clears.
    pub referral_code: Option<String>,
    /// New identifiers.
    pub identifiers: Option<Vec<String>>,
    /// New loyalty cards.
    pub loyalty_cards: Option<Vec<String>>,
    /// New store.
    pub store: Option<String>,
    /// New additional costs.
    pub additional_costs: Option<BTreeMap<String, crate::money::Money>>,
    /// Merged per key; `None` removes the key.
    pub attributes: BTreeMap<String, Option<Value>>,
}

/// What is asked of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// *Update customer session*; `to` is `Open` when the request leaves the state out.
    Update {
        /// The state asked for.
        to: SessionState,
        /// What changes in the cart.
        changes: Box<CartChanges>,
    },
    /// *Return cart items*.
    Return(Vec<ReturnedItem>),
    /// *Reopen customer session*.
    Reopen,
}

/// Units to bring back. Source: the vendor's `ReturnedCartItem`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnedItem {
    /// The line by its zero-based place.
    pub position: Option<u32>,
    /// The line by its SKU: the first with units left.
    pub sku: Option<String>,
    /// How many; all that remain when left out.
    pub quantity: Option<u32>,
}
