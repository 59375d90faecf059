//! When a campaign runs: its state, its start and its end, and what they make of it at a given time.
//!
//! Source of the words: the vendor's `state` and `frontendState` of a campaign.

use jiff::Timestamp;

use crate::refusal::{Problem, ProblemKind};

/// What somebody chose for a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CampaignState {
    /// Evaluated while it is in time.
    Enabled,
    /// Kept, not evaluated.
    Disabled,
    /// Put away, not evaluated.
    Archived,
}

impl CampaignState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Enabled, Self::Disabled, Self::Archived];

    /// The vendor's word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Enabled => "enabled",
            Self::Disabled => "disabled",
            Self::Archived => "archived",
        }
    }

    /// The state of that word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// From when until when a campaign runs. The start belongs to it, the end does not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Schedule {
    /// The first moment; always running when `None`.
    pub start: Option<Timestamp>,
    /// The first moment after; never ending when `None`.
    pub end: Option<Timestamp>,
}

impl Schedule {
    /// A schedule in which time goes forward.
    ///
    /// # Errors
    /// A problem at `/endTime` when the end is not after the start.
    pub fn new(start: Option<Timestamp>, end: Option<Timestamp>) -> Result<Self, Problem> {
        match (start, end) {
            (Some(start), Some(end)) if end <= start => {
                let details = format!("The end must be after the start, {start}; \"{end}\" is not.");
                Err(Problem::new("/endTime", ProblemKind::Limit, details))
            }
            _ => Ok(Self { start, end }),
        }
    }
}

/// What a campaign is at a moment, by the vendor's `frontendState`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Evaluated.
    Running,
    /// Not evaluated before this moment.
    Scheduled(Timestamp),
    /// Not evaluated from this moment on.
    Expired(Timestamp),
    /// Not evaluated.
    Disabled,
    /// Not evaluated.
    Archived,
}

impl Standing {
    /// What a campaign of that state and schedule is at `now`.
    pub fn at(now: Timestamp, state: CampaignState, schedule: &Schedule) -> Self {
        match (state, schedule.start, schedule.end) {
            (CampaignState::Archived, ..) => Self::Archived,
            (CampaignState::Disabled, ..) => Self::Disabled,
            (CampaignState::Enabled, Some(start), _) if now < start => Self::Scheduled(start),
            (CampaignState::Enabled, _, Some(end)) if end <= now => Self::Expired(end),
            (CampaignState::Enabled, ..) => Self::Running,
        }
    }

    /// The vendor's word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Scheduled(_) => "scheduled",
            Self::Expired(_) => "expired",
            Self::Disabled => "disabled",
            Self::Archived => "archived",
        }
    }

    /// Whether a campaign is evaluated.
    pub fn is_running(self) -> bool {
        self == Self::Running
    }
}
