//! The table of moves: every state, everything that can be asked, what comes of it. The engine, the tests, the
//! documentation and the diagram on the screen read this one table.

use crate::event::{BuiltIn, SessionState};
use crate::session::{Command, Session};

/// What can be asked of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ask {
    /// *Update customer session* to `open`, or without a state.
    Open,
    /// *Update customer session* to `closed`.
    Close,
    /// *Update customer session* to `cancelled`.
    Cancel,
    /// *Update customer session* to `partially_returned`; refused from every state.
    MarkReturned,
    /// *Return cart items*.
    Return,
    /// *Reopen customer session*.
    Reopen,
}

impl Ask {
    /// Everything that can be asked.
    pub const ALL: [Self; 6] =
        [Self::Open, Self::Close, Self::Cancel, Self::MarkReturned, Self::Return, Self::Reopen];

    /// What `command` asks.
    pub fn of(command: &Command) -> Self {
        match command {
            Command::Update { to: SessionState::Open, .. } => Self::Open,
            Command::Update { to: SessionState::Closed, .. } => Self::Close,
            Command::Update { to: SessionState::Cancelled, .. } => Self::Cancel,
            Command::Update { to: SessionState::PartiallyReturned, .. } => Self::MarkReturned,
            Command::Return(_) => Self::Return,
            Command::Reopen => Self::Reopen,
        }
    }

    /// The state the session would be in afterwards.
    pub fn target(self) -> SessionState {
        match self {
            Self::Open | Self::Reopen => SessionState::Open,
            Self::Close => SessionState::Closed,
            Self::Cancel => SessionState::Cancelled,
            Self::MarkReturned | Self::Return => SessionState::PartiallyReturned,
        }
    }
}

/// One cell of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The state before; `None` when there is no such session.
    pub from: Option<SessionState>,
    /// What is asked.
    pub ask: Ask,
    /// The event it becomes, or why it is refused, in a marketer's words.
    pub outcome: Result<BuiltIn, &'static str>,
}

const fn cell(from: Option<SessionState>, ask: Ask, outcome: Result<BuiltIn, &'static str>) -> Cell {
    Cell { from, ask, outcome }
}

const NO_CREATE: &str = "There is no such session yet; a session begins open or closed.";
const NOTHING_THERE: &str = "There is no such session yet; create it first.";
const ONLY_BY_RETURN: &str = "A session becomes partly returned by returning items, not by an update.";
const NOT_PAID: &str = "The session is still open; only items of a closed session can be returned.";
const IS_OPEN: &str = "The session is open already.";
const IS_FIXED: &str = "The session is closed; reopen it first to change its cart.";
const IS_CLOSED: &str = "The session is closed already.";
const RETURNED_STAYS: &str =
    "Items of this session were returned; it cannot be changed or closed any more, only cancelled.";
const NO_REOPEN: &str =
    "Items of this session were returned; only a closed session without returns can be reopened.";
const IS_OVER: &str = "The session is cancelled; nothing can happen to it any more.";

/// Every cell of the table of moves. The reopened session is an open one like any other.
///
/// Source: the vendor's *Event entity* page, table *States and events*, and our decisions where it is silent.
pub const MOVES: [Cell; 30] = {
    use Ask::{Cancel, Close, MarkReturned, Open, Reopen, Return};
    use BuiltIn::{
        SessionCancelled, SessionClosed, SessionCreated, SessionPartiallyReturned, SessionReopened,
        SessionRevoked, SessionUpdated,
    };
    const NONE: Option<SessionState> = None;
    const OPEN: Option<SessionState> = Some(SessionState::Open);
    const CLOSED: Option<SessionState> = Some(SessionState::Closed);
    const RETURNED: Option<SessionState> = Some(SessionState::PartiallyReturned);
    const CANCELLED: Option<SessionState> = Some(SessionState::Cancelled);
    [
        cell(NONE, Open, Ok(SessionCreated)),
        cell(NONE, Close, Ok(SessionCreated)),
        cell(NONE, Cancel, Err(NO_CREATE)),
        cell(NONE, MarkReturned, Err(NO_CREATE)),
        cell(NONE, Return, Err(NOTHING_THERE)),
        cell(NONE, Reopen, Err(NOTHING_THERE)),
        cell(OPEN, Open, Ok(SessionUpdated)),
        cell(OPEN, Close, Ok(SessionClosed)),
        cell(OPEN, Cancel, Ok(SessionCancelled)),
        cell(OPEN, MarkReturned, Err(ONLY_BY_RETURN)),
        cell(OPEN, Return, Err(NOT_PAID)),
        cell(OPEN, Reopen, Err(IS_OPEN)),
        cell(CLOSED, Open, Err(IS_FIXED)),
        cell(CLOSED, Close, Err(IS_CLOSED)),
        cell(CLOSED, Cancel, Ok(SessionRevoked)),
        cell(CLOSED, MarkReturned, Err(ONLY_BY_RETURN)),
        cell(CLOSED, Return, Ok(SessionPartiallyReturned)),
        cell(CLOSED, Reopen, Ok(SessionReopened)),
        cell(RETURNED, Open, Err(RETURNED_STAYS)),
        cell(RETURNED, Close, Err(RETURNED_STAYS)),
        cell(RETURNED, Cancel, Ok(SessionRevoked)),
        cell(RETURNED, MarkReturned, Err(ONLY_BY_RETURN)),
        cell(RETURNED, Return, Ok(SessionPartiallyReturned)),
        cell(RETURNED, Reopen, Err(NO_REOPEN)),
        cell(CANCELLED, Open, Err(IS_OVER)),
        cell(CANCELLED, Close, Err(IS_OVER)),
        cell(CANCELLED, Cancel, Err(IS_OVER)),
        cell(CANCELLED, MarkReturned, Err(IS_OVER)),
        cell(CANCELLED, Return, Err(IS_OVER)),
        cell(CANCELLED, Reopen, Err(IS_OVER)),
    ]
};

/// What comes of asking `ask` in state `from`: the event, or why not.
///
/// # Errors
/// The reason why there is no such move, as one sentence.
pub fn outcome(from: Option<SessionState>, ask: Ask) -> Result<BuiltIn, &'static str> {
    let found = MOVES.iter().find(|cell| cell.from == from && cell.ask == ask);
    found.map_or(Err("There is no such move."), |cell| cell.outcome)
}

/// One move as the diagram shows it; those that are not allowed are shown too, with the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// What is asked.
    pub ask: Ask,
    /// The state it leads to.
    pub to: SessionState,
    /// The event it becomes; `None` when it is not allowed.
    pub event: Option<BuiltIn>,
    /// Whether it can be asked now.
    pub allowed: bool,
    /// Why not, in a marketer's words; present exactly when it is not allowed.
    pub reason: Option<String>,
}

/// Every move from `from`, `None` standing for a session that does not exist yet; one per [`Ask`], in that order.
pub fn legal_moves(from: Option<SessionState>) -> Vec<Move> {
    MOVES.iter().filter(|cell| cell.from == from).map(shown).collect()
}

/// As [`legal_moves`], for this very session: a return also needs a unit that was not brought back yet.
pub fn moves_of(session: &Session) -> Vec<Move> {
    let nothing_left = session.remaining_units() == 0;
    let mut moves = legal_moves(Some(session.state()));
    for entry in moves.iter_mut().filter(|entry| nothing_left && entry.ask == Ask::Return && entry.allowed) {
        entry.allowed = false;
        entry.event = None;
        entry.reason = Some("No unit of this session is left to return.".to_owned());
    }
    moves
}

fn shown(cell: &Cell) -> Move {
    Move {
        ask: cell.ask,
        to: cell.ask.target(),
        event: cell.outcome.ok(),
        allowed: cell.outcome.is_ok(),
        reason: cell.outcome.err().map(str::to_owned),
    }
}
