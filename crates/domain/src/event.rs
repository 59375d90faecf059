//! Session states, built-in event types, and the event a request becomes.

use jiff::Timestamp;

use crate::id::{ProfileId, Seq, SessionId};
use crate::value::Attributes;

/// The states of a customer session, by the vendor's names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SessionState {
    /// `open`
    Open,
    /// `closed`
    Closed,
    /// `partially_returned`
    PartiallyReturned,
    /// `cancelled`
    Cancelled,
}

impl SessionState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Open, Self::Closed, Self::PartiallyReturned, Self::Cancelled];

    /// The vendor's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::PartiallyReturned => "partially_returned",
            Self::Cancelled => "cancelled",
        }
    }

    /// The state with that vendor name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// The nine built-in events. Source: the vendor's *Event entity* page, table *States and events*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BuiltIn {
    /// `talon_session_created`
    SessionCreated,
    /// `talon_session_updated`
    SessionUpdated,
    /// `talon_session_closed`
    SessionClosed,
    /// `talon_session_cancelled`
    SessionCancelled,
    /// `talon_session_revoked`
    SessionRevoked,
    /// `talon_session_partially_returned`
    SessionPartiallyReturned,
    /// `talon_session_reopened`
    SessionReopened,
    /// `talon_profile_created`
    ProfileCreated,
    /// `talon_profile_updated`
    ProfileUpdated,
}

/// What every built-in event type's name begins with; reserved for them.
pub const RESERVED_PREFIX: &str = "talon_";

impl BuiltIn {
    /// All nine, in the order of the vendor's table.
    pub const ALL: [Self; 9] = [
        Self::SessionCreated,
        Self::SessionUpdated,
        Self::SessionClosed,
        Self::SessionCancelled,
        Self::SessionRevoked,
        Self::SessionPartiallyReturned,
        Self::SessionReopened,
        Self::ProfileCreated,
        Self::ProfileUpdated,
    ];

    /// The event type's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::SessionCreated => "talon_session_created",
            Self::SessionUpdated => "talon_session_updated",
            Self::SessionClosed => "talon_session_closed",
            Self::SessionCancelled => "talon_session_cancelled",
            Self::SessionRevoked => "talon_session_revoked",
            Self::SessionPartiallyReturned => "talon_session_partially_returned",
            Self::SessionReopened => "talon_session_reopened",
            Self::ProfileCreated => "talon_profile_created",
            Self::ProfileUpdated => "talon_profile_updated",
        }
    }

    /// What the event says, in words a marketer reads.
    pub fn title(self) -> &'static str {
        match self {
            Self::SessionCreated => "Customer Session Creation",
            Self::SessionUpdated => "Customer Session Update",
            Self::SessionClosed => "Customer Session Closing",
            Self::SessionCancelled => "Customer Session Cancellation",
            Self::SessionRevoked => "Customer Session Revocation",
            Self::SessionPartiallyReturned => "Partial Return",
            Self::SessionReopened => "Customer Session Reopening",
            Self::ProfileCreated => "Customer Profile Registration",
            Self::ProfileUpdated => "Customer Profile Update",
        }
    }

    /// The built-in with that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|event| event.name() == name)
    }
}

/// The type of an event: built in, or defined by the workspace.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EventType {
    /// One of the nine.
    BuiltIn(BuiltIn),
    /// A custom type, by its case-sensitive name.
    Custom(String),
}

impl EventType {
    /// The name on the wire and on the screen.
    pub fn name(&self) -> &str {
        match self {
            Self::BuiltIn(built_in) => built_in.name(),
            Self::Custom(name) => name,
        }
    }

    /// Reads a stored name.
    pub fn from_name(name: &str) -> Self {
        BuiltIn::from_name(name).map_or_else(|| Self::Custom(name.to_owned()), Self::BuiltIn)
    }
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its place in the journal; `None` while it is only rehearsed.
    pub seq: Option<Seq>,
    /// When, by the workspace clock.
    pub at: Timestamp,
    /// What.
    pub event_type: EventType,
    /// Who, unless anonymous.
    pub profile: Option<ProfileId>,
    /// In which session, if any.
    pub session: Option<SessionId>,
    /// A custom event's attributes; empty for built-in ones.
    pub attributes: Attributes,
}
