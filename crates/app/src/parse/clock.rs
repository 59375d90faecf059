//! Times, and the moves of the workspace clock.

use domain::refusal::{Problem, ProblemKind, Refusal};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use crate::json::shorten;
use crate::landmark::Landmark;
use crate::request::clock::{ClockMode, ClockRequest, ClockTarget};

/// The first time a workspace knows, 1970, in microseconds.
const EARLIEST: i64 = 0;
/// The first moment after the last year a workspace knows, the year 3000.
const BEYOND: &str = "3000-01-01T00:00:00Z";

/// Reads an instant in RFC 3339, kept to the microsecond.
///
/// # Errors
/// A problem at `pointer` when it is none, or lies outside the years 1970 to 2999.
pub fn read_instant(text: &str, pointer: &str) -> Result<Timestamp, Problem> {
    let time: Timestamp = text.parse().map_err(|_| {
        let shown = shorten(text);
        let details = format!("\"{shown}\" is not a time; write it as 2026-11-30T09:00:00Z.");
        Problem::new(pointer, ProblemKind::Format, details)
    })?;
    within_years(time, pointer)
}

fn within_years(time: Timestamp, pointer: &str) -> Result<Timestamp, Problem> {
    let is_known = time.as_microsecond() >= EARLIEST && time.to_string().as_str() < BEYOND;
    match Timestamp::from_microsecond(time.as_microsecond()) {
        Ok(time) if is_known => Ok(time),
        Ok(_) | Err(_) => {
            let details = format!("The time must lie in the years 1970 to 2999, and {time} does not.");
            Err(Problem::new(pointer, ProblemKind::Limit, details))
        }
    }
}

/// Where `request` puts a clock that shows `now`: at a held time, or back with the computer's when `None`.
///
/// # Errors
/// The field that is not acceptable.
pub fn read_clock(
    request: &ClockRequest,
    now: Timestamp,
    zone: &TimeZone,
    landmarks: &[Landmark],
) -> Result<Option<Timestamp>, Refusal> {
    check_alone(request)?;
    if request.mode == ClockMode::Wall {
        return Ok(None);
    }
    let held = match (&request.at, &request.advance, request.to) {
        (Some(at), ..) => read_instant(at, "/at")?,
        (None, Some(advance), _) => advanced(now, advance, zone)?,
        (None, None, Some(target)) => landmark(now, target, landmarks)?,
        (None, None, None) => now,
    };
    Ok(Some(held))
}

/// The computer's clock takes no time, and a held clock at most one.
fn check_alone(request: &ClockRequest) -> Result<(), Problem> {
    let given = [
        ("/at", request.at.is_some()),
        ("/advance", request.advance.is_some()),
        ("/to", request.to.is_some()),
    ];
    let mut given = given.into_iter().filter(|(_, is_given)| *is_given).map(|(pointer, _)| pointer);
    let details = match request.mode {
        ClockMode::Wall => "The computer's clock cannot be moved; leave this out, or use the mode \"held\".",
        ClockMode::Held => {
            given.next();
            "Say one of at, advance and to, not several."
        }
    };
    match given.next() {
        Some(pointer) => Err(Problem::new(pointer, ProblemKind::Forbidden, details)),
        None => Ok(()),
    }
}

fn advanced(now: Timestamp, text: &str, zone: &TimeZone) -> Result<Timestamp, Problem> {
    let span: Span = text.parse().map_err(|_| {
        let shown = shorten(text);
        let details = format!("\"{shown}\" is not a length of time; write one such as PT1H, P1D or -P1W.");
        Problem::new("/advance", ProblemKind::Format, details)
    })?;
    let moved = now.to_zoned(zone.clone()).checked_add(span).map_err(|_| {
        let details = format!("\"{}\" leads beyond the times there are; choose less.", shorten(text));
        Problem::new("/advance", ProblemKind::Limit, details)
    })?;
    within_years(moved.timestamp(), "/advance")
}

fn landmark(now: Timestamp, target: ClockTarget, landmarks: &[Landmark]) -> Result<Timestamp, Problem> {
    let found = match target {
        ClockTarget::NextLandmark => next(now, landmarks),
        ClockTarget::PreviousLandmark => previous(now, landmarks),
    };
    found.ok_or_else(|| {
        let side = match target {
            ClockTarget::NextLandmark => "after",
            ClockTarget::PreviousLandmark => "before",
        };
        let details = format!(
            "Nothing starts or ends {side} {now}; give a campaign a start or an end, or say the time with at."
        );
        Problem::new("/to", ProblemKind::Choice, details)
    })
}

/// The first landmark later than `now`.
pub fn next(now: Timestamp, landmarks: &[Landmark]) -> Option<Timestamp> {
    landmarks.iter().map(|landmark| landmark.at).filter(|at| *at > now).min()
}

/// The last landmark earlier than `now`.
pub fn previous(now: Timestamp, landmarks: &[Landmark]) -> Option<Timestamp> {
    landmarks.iter().map(|landmark| landmark.at).filter(|at| *at < now).max()
}
