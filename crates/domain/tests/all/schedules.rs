//! When a campaign runs.

use domain::schedule::{CampaignState, Schedule, Standing};
use jiff::Timestamp;

use CampaignState::{Archived, Disabled, Enabled};

fn at(text: &str) -> Timestamp {
    format!("2026-11-{text}:00Z").parse().unwrap()
}

#[test]
fn the_start_belongs_to_a_campaign_and_the_end_does_not() {
    let (start, end) = (Some("10T09:00"), Some("20T18:00"));
    let cases: [(CampaignState, Option<&str>, Option<&str>, &str, &str); 15] = [
        (Enabled, None, None, "01T00:00", "running"),
        (Enabled, start, None, "10T08:59", "scheduled"),
        (Enabled, start, None, "10T09:00", "running"),
        (Enabled, start, None, "30T00:00", "running"),
        (Enabled, None, end, "01T00:00", "running"),
        (Enabled, None, end, "20T17:59", "running"),
        (Enabled, None, end, "20T18:00", "expired"),
        (Enabled, start, end, "09T00:00", "scheduled"),
        (Enabled, start, end, "15T00:00", "running"),
        (Enabled, start, end, "21T00:00", "expired"),
        (Disabled, None, None, "15T00:00", "disabled"),
        (Disabled, start, end, "09T00:00", "disabled"),
        (Disabled, start, end, "21T00:00", "disabled"),
        (Archived, None, None, "15T00:00", "archived"),
        (Archived, start, end, "21T00:00", "archived"),
    ];
    for (state, start, end, now, expected) in cases {
        let schedule = Schedule::new(start.map(at), end.map(at)).unwrap();
        let standing = Standing::at(at(now), state, &schedule);
        assert_eq!(standing.name(), expected, "{state:?} {start:?}..{end:?} at {now}");
        assert_eq!(standing.is_running(), expected == "running");
    }
}

#[test]
fn what_is_not_yet_or_no_more_says_since_when() {
    let schedule = Schedule::new(Some(at("10T09:00")), Some(at("20T18:00"))).unwrap();
    assert_eq!(Standing::at(at("09T00:00"), Enabled, &schedule), Standing::Scheduled(at("10T09:00")));
    assert_eq!(Standing::at(at("21T00:00"), Enabled, &schedule), Standing::Expired(at("20T18:00")));
}

#[test]
fn a_campaign_cannot_end_before_it_starts() {
    for end in ["10T09:00", "10T08:59"] {
        let problem = Schedule::new(Some(at("10T09:00")), Some(at(end))).unwrap_err();
        assert_eq!(problem.pointer, "/endTime");
        assert!(problem.details.contains("after the start"), "{}", problem.details);
    }
}

#[test]
fn states_are_the_vendors_words() {
    for state in CampaignState::ALL {
        assert_eq!(CampaignState::from_name(state.name()), Some(state));
    }
    assert_eq!(CampaignState::from_name("running"), None);
}
