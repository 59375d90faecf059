//! The workspace clock as a window shows it.

use jiff::Timestamp;

use crate::landmark::Landmark;
use crate::parse::clock::{next, previous};
use crate::question::count;
use crate::request::clock::ClockMode;
use crate::view::clock::{ClockView, LandmarkView};

/// How many landmarks are listed on either side of now.
const LISTED: usize = 100;

/// A clock that shows `now`, among `landmarks`, the earliest first.
pub fn view(now: Timestamp, is_held: bool, landmarks: &[Landmark]) -> ClockView {
    let (past, coming) = landmarks.split_at(landmarks.partition_point(|landmark| landmark.at <= now));
    let more_past = past.len().saturating_sub(LISTED);
    ClockView {
        mode: if is_held { ClockMode::Held } else { ClockMode::Wall },
        now: now.to_string(),
        past: past[more_past..].iter().map(landmark).collect(),
        more_past: count(more_past as u64),
        coming: coming.iter().take(LISTED).map(landmark).collect(),
        more_coming: count(coming.len().saturating_sub(LISTED) as u64),
        next: next(now, landmarks).map(|at| at.to_string()),
        previous: previous(now, landmarks).map(|at| at.to_string()),
    }
}

fn landmark(landmark: &Landmark) -> LandmarkView {
    LandmarkView {
        at: landmark.at.to_string(),
        kind: landmark.kind,
        title: landmark.title.clone(),
        campaign_id: landmark.campaign,
    }
}
