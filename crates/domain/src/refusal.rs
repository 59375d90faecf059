//! Why a request is not carried out. A refusal is an answer: it names the field and what would be right.

use thiserror::Error;

use crate::event::SessionState;

/// One field that is not acceptable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// JSON pointer of the field in the vendor's unprefixed form, such as `/attributes/url`.
    pub pointer: String,
    /// What kind of mistake it is.
    pub kind: ProblemKind,
    /// One full sentence with the user's words in quotes and what would be right.
    pub details: String,
}

impl Problem {
    /// A problem at `pointer`.
    pub fn new(pointer: impl Into<String>, kind: ProblemKind, details: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), kind, details: details.into() }
    }

    /// The same problem, seen from one level further out: `prefix` is put before the pointer.
    #[must_use]
    pub fn within(mut self, prefix: &str) -> Self {
        self.pointer.insert_str(0, prefix);
        self
    }
}

/// `base` with one more step: JSON pointers write `~` as `~0` and `/` as `~1` (RFC 6901).
pub fn pointer(base: &str, step: impl std::fmt::Display) -> String {
    let step = step.to_string().replace('~', "~0").replace('/', "~1");
    format!("{base}/{step}")
}

/// The kinds of mistake a field can hold. The words are the titles on the wire; `Unknown`, `Invalid type` and
/// `enum` are the vendor's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProblemKind {
    /// Needed and not given.
    Missing,
    /// Names something that is not defined.
    Unknown,
    /// Has another type than the definition asks for.
    Type,
    /// Is not one of the allowed values.
    Choice,
    /// Is too long, too many, too large or too deep.
    Limit,
    /// Does not have the form asked for.
    Format,
    /// Exists already.
    Taken,
    /// May not be changed or used here.
    Forbidden,
}

impl ProblemKind {
    /// The title on the wire.
    pub fn title(self) -> &'static str {
        match self {
            Self::Missing => "Missing",
            Self::Unknown => "Unknown",
            Self::Type => "Invalid type",
            Self::Choice => "enum",
            Self::Limit => "Limit",
            Self::Format => "Invalid format",
            Self::Taken => "Taken",
            Self::Forbidden => "Forbidden",
        }
    }
}

/// A request that is not carried out; nothing was stored.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// One or more fields are not acceptable. Never empty.
    #[error("The submitted data was invalid")]
    Invalid(Vec<Problem>),
    /// The session state machine has no such move. Text as recorded from the vendor's API.
    #[error("Cannot move session to state \"{}\" from state \"{}\"", to.name(), from.map_or("none", SessionState::name))]
    Move {
        /// The state the session is in; `None` when there is no such session.
        from: Option<SessionState>,
        /// The state asked for.
        to: SessionState,
    },
    /// There is nothing with that identity.
    #[error("There is no {what} \"{id}\"")]
    NotFound {
        /// `session`, `profile`, `campaign`, `event` or `attribute`.
        what: &'static str,
        /// The identity as given.
        id: String,
    },
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self::Invalid(vec![problem])
    }
}

/// Gathers the problems of a request so that one answer can name them all.
#[derive(Debug, Default)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// No problems yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, problem: Problem) {
        self.0.push(problem);
    }

    /// Takes the value of `result`, or notes its problem and yields nothing.
    pub fn keep<T>(&mut self, result: Result<T, Problem>) -> Option<T> {
        result.map_err(|problem| self.0.push(problem)).ok()
    }

    /// `value` when nothing was noted, otherwise the refusal.
    ///
    /// # Errors
    /// `Refusal::Invalid` with every problem noted.
    pub fn none_or<T>(self, value: T) -> Result<T, Refusal> {
        if self.0.is_empty() { Ok(value) } else { Err(Refusal::Invalid(self.0)) }
    }
}
