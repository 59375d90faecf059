//! The workspace clock. It is read in the worker and nowhere else.
//!
//! A workspace that holds its clock goes by the time it holds, whoever opens it; otherwise by the clock it was opened with.

use jiff::Timestamp;

/// Where the time of a request comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The computer's clock.
    Wall,
    /// A clock that stands still, for tests and samples.
    Held(Timestamp),
}

impl Clock {
    /// The time now in a workspace that holds its clock at `held`, if it does.
    pub fn reading(self, held: Option<Timestamp>) -> Timestamp {
        held.unwrap_or_else(|| self.now())
    }

    /// The time now, in whole microseconds, as the journal keeps it.
    pub fn now(self) -> Timestamp {
        match self {
            Self::Held(time) => time,
            Self::Wall => {
                let now = Timestamp::now();
                Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now)
            }
        }
    }
}
