//! The workspace clock. It is read in the worker and nowhere else.

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
