//! The one function that knows the moves of a customer session.

use jiff::Timestamp;

use crate::cart::{Cart, totals};
use crate::event::{BuiltIn, SessionState};
use crate::id::SessionId;
use crate::limits::check_cart;
use crate::merge::merge;
use crate::moves::{Ask, outcome};
use crate::refusal::Refusal;
use crate::returns::take_back;
use crate::session::{CartChanges, Command, Phase, Receipt, ReturnedItem, Returns, Session};
use crate::settlement::{Settlement, Share};

/// What a move cannot know by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given {
    /// The workspace clock.
    pub now: Timestamp,
    /// Whether the profile has no earlier session; read at creation only.
    pub first_session: bool,
}

/// A session after a move, and what the move means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transition {
    /// The session as it is now.
    pub session: Session,
    /// The event the move becomes.
    pub event: BuiltIn,
    /// What it does to discounts and counters.
    pub settlement: Settlement,
}

/// Moves `session`, `None` when there is none with this `id`, by `command`.
///
/// An update that leads away from `open` merges its changes first. Changes sent along with the cancelling of a closed
/// session are not looked at: what was paid for stays what it was. One that creates a closed session does everything a
/// close does, as one event.
///
/// # Errors
/// `Refusal::Move` when the table of moves has no such move, whatever else may be wrong; otherwise `Refusal::Invalid`
/// with every field that is not acceptable.
pub fn transition(
    session: Option<Session>,
    id: &SessionId,
    command: Command,
    given: &Given,
) -> Result<Transition, Refusal> {
    let ask = Ask::of(&command);
    let from = session.as_ref().map(Session::state);
    let refused = Refusal::Move { from, to: ask.target() };
    let Ok(event) = outcome(from, ask) else {
        return Err(refused);
    };
    let before = session.unwrap_or_else(|| unborn(id, given));
    let mut after =
        Session { updated: given.now, update_count: before.update_count.saturating_add(1), ..before };

    let (phase, settlement) = match (after.phase, command) {
        (Phase::Open(cart), Command::Update { to, mut changes }) => {
            if let Some(profile) = changes.profile.take() {
                after.profile = profile;
            }
            update(cart, *changes, to, given.now, refused)?
        }
        (Phase::Closed(receipt), Command::Return(items)) => bring_back(receipt, &Returns::default(), &items)?,
        (Phase::PartiallyReturned(receipt, returns), Command::Return(items)) => {
            bring_back(receipt, &returns, &items)?
        }
        (Phase::Closed(receipt), Command::Reopen) => {
            (Phase::Open(receipt.cart), Settlement::GiveBack(Share::Rest))
        }
        (Phase::Closed(receipt), Command::Update { to: SessionState::Cancelled, .. }) => {
            revoke(receipt, Returns::default())
        }
        (Phase::PartiallyReturned(receipt, returns), Command::Update { to: SessionState::Cancelled, .. }) => {
            revoke(receipt, returns)
        }
        (Phase::Open(_), Command::Return(_) | Command::Reopen)
        | (
            Phase::Closed(_) | Phase::PartiallyReturned(..),
            Command::Update {
                to: SessionState::Open | SessionState::Closed | SessionState::PartiallyReturned,
                ..
            },
        )
        | (Phase::PartiallyReturned(..), Command::Reopen)
        | (Phase::Cancelled(..), Command::Update { .. } | Command::Return(_) | Command::Reopen) => {
            return Err(refused);
        }
    };
    after.phase = phase;
    if from.is_none() {
        after.first_session = given.first_session || after.profile.is_none();
    }
    Ok(Transition { session: after, event, settlement })
}

/// A session just before its creation: open, empty and without an update. Creating is updating this one.
fn unborn(id: &SessionId, given: &Given) -> Session {
    Session {
        id: id.clone(),
        profile: None,
        first_session: given.first_session,
        created: given.now,
        updated: given.now,
        update_count: 0,
        phase: Phase::Open(Cart::default()),
    }
}

fn update(
    cart: Cart,
    changes: CartChanges,
    to: SessionState,
    now: Timestamp,
    refused: Refusal,
) -> Result<(Phase, Settlement), Refusal> {
    let cart = merge(cart, changes);
    check_cart(&cart)?;
    match to {
        SessionState::Open => Ok((Phase::Open(cart), Settlement::Preview)),
        SessionState::Closed => {
            let receipt = Receipt { totals: totals(&cart), cart, closed_at: now };
            Ok((Phase::Closed(receipt), Settlement::Commit))
        }
        SessionState::Cancelled => Ok((Phase::Cancelled(cart, Returns::default()), Settlement::Nothing)),
        SessionState::PartiallyReturned => Err(refused),
    }
}

fn bring_back(
    receipt: Receipt,
    before: &Returns,
    items: &[ReturnedItem],
) -> Result<(Phase, Settlement), Refusal> {
    let (after, units) = take_back(&receipt.cart, before, items)?;
    Ok((Phase::PartiallyReturned(receipt, after), Settlement::GiveBack(Share::Units(units))))
}

fn revoke(receipt: Receipt, returns: Returns) -> (Phase, Settlement) {
    (Phase::Cancelled(receipt.cart, returns), Settlement::GiveBack(Share::Rest))
}
