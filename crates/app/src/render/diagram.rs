//! The state diagram and the moves on it, read from the one table of moves.

use domain::event::SessionState;
use domain::moves::{Ask, MOVES, Move, legal_moves};

use crate::view::session::{AskView, DiagramEdge, MoveView, StateView};

/// A state's name on the wire of the window.
pub fn state(state: SessionState) -> StateView {
    match state {
        SessionState::Open => StateView::Open,
        SessionState::Closed => StateView::Closed,
        SessionState::PartiallyReturned => StateView::PartiallyReturned,
        SessionState::Cancelled => StateView::Cancelled,
    }
}

/// A state as people read it.
pub fn state_title(state: SessionState) -> &'static str {
    match state {
        SessionState::Open => "Open",
        SessionState::Closed => "Closed",
        SessionState::PartiallyReturned => "Partially returned",
        SessionState::Cancelled => "Cancelled",
    }
}

/// The state a window names.
pub fn read_state(view: StateView) -> SessionState {
    match view {
        StateView::Open => SessionState::Open,
        StateView::Closed => SessionState::Closed,
        StateView::PartiallyReturned => SessionState::PartiallyReturned,
        StateView::Cancelled => SessionState::Cancelled,
    }
}

/// What is asked, unless it is a request no window makes.
fn ask(ask: Ask) -> Option<AskView> {
    match ask {
        Ask::Open => Some(AskView::Update),
        Ask::Close => Some(AskView::Close),
        Ask::Cancel => Some(AskView::Cancel),
        Ask::Return => Some(AskView::Return),
        Ask::Reopen => Some(AskView::Reopen),
        Ask::MarkReturned => None,
    }
}

/// The moves as buttons, the illegal ones with their reasons and the others with what `consequence` says of them.
pub fn moves(moves: &[Move], consequence: impl Fn(Ask) -> Option<String>) -> Vec<MoveView> {
    moves
        .iter()
        .filter_map(|entry| {
            Some(MoveView {
                ask: ask(entry.ask)?,
                to: entry.allowed.then(|| state(entry.to)),
                event: entry.event.map(|event| event.name().to_owned()),
                allowed: entry.allowed,
                reason: entry.reason.clone(),
                consequence: consequence(entry.ask).filter(|_| entry.allowed),
            })
        })
        .collect()
}

/// Every legal move of every session.
pub fn edges() -> Vec<DiagramEdge> {
    MOVES
        .iter()
        .filter_map(|cell| {
            Some(DiagramEdge {
                from: cell.from.map(state),
                ask: ask(cell.ask)?,
                to: state(cell.ask.target()),
                event: cell.outcome.ok()?.name().to_owned(),
            })
        })
        .collect()
}

/// The moves of a session that does not exist yet.
pub fn first_moves() -> Vec<MoveView> {
    moves(&legal_moves(None), |_| None)
}
