//! The workspace clock: held, moved, let go; and campaigns that come and go with it.

use app::clock::Clock;
use app::operation::save_settings::SaveSettings;
use app::question::clock::WorkspaceClock;
use app::question::workspace::AboutWorkspace;
use app::view::workspace::SettingsView;
use app::workspace::Workspace;
use serde_json::{Value, json};

use crate::world::{World, campaign, item, to_state, update};

/// What every world's clock shows while nobody sets it.
const OPENED: &str = "2026-03-01T10:00:00Z";

pub fn set(body: Value) -> Value {
    json!({"op": "setClock", "body": body})
}

fn at(time: &str) -> Value {
    set(json!({"mode": "held", "at": time}))
}

fn cart() -> Value {
    json!({"cartItems": [item("tee", 1, 20.0)]})
}

/// *Save campaign* with a discount of one, between two dates.
fn dated(name: &str, start: &str, end: &str) -> Value {
    let blocks = json!([{"type": "awardDiscount", "name": name, "value": 1, "partial": false, "target": {"type": "cart"}}]);
    let mut request = campaign(name, "One off", blocks);
    request["body"]["startTime"] = json!(start);
    request["body"]["endTime"] = json!(end);
    request
}

fn summer() -> Value {
    dated("Summer sale", "2026-06-01T00:00:00Z", "2026-09-01T00:00:00Z")
}

fn choose_zone(world: &World, zone: &str) {
    let settings = world.workspace.ask_now(&AboutWorkspace).unwrap().settings;
    let settings = SettingsView { time_zone: zone.to_owned(), ..settings };
    world.workspace.perform_now(SaveSettings { settings }, "test", false).unwrap();
}

fn effects_of(answer: &Value) -> usize {
    answer["effects"].as_array().unwrap().len()
}

#[test]
fn a_clock_is_held_moved_and_let_go() {
    let world = World::after(&[summer()]);
    let moves = [
        (json!({"mode": "held"}), "2026-03-01T10:00:00Z"),
        (json!({"mode": "held", "advance": "PT1M"}), "2026-03-01T10:01:00Z"),
        (json!({"mode": "held", "advance": "PT1H"}), "2026-03-01T11:01:00Z"),
        (json!({"mode": "held", "advance": "P1D"}), "2026-03-02T11:01:00Z"),
        (json!({"mode": "held", "advance": "P1W"}), "2026-03-09T11:01:00Z"),
        (json!({"mode": "held", "advance": "-P1W"}), "2026-03-02T11:01:00Z"),
        (json!({"mode": "held", "to": "nextLandmark"}), "2026-06-01T00:00:00Z"),
        (json!({"mode": "held", "to": "nextLandmark"}), "2026-09-01T00:00:00Z"),
        (json!({"mode": "held", "to": "previousLandmark"}), "2026-06-01T00:00:00Z"),
        (json!({"mode": "held", "at": "2026-07-01T12:00:00+02:00"}), "2026-07-01T10:00:00Z"),
        (json!({"mode": "wall"}), OPENED),
    ];
    for (body, expected) in moves {
        let rehearsed = world.rehearsed(&set(body.clone())).unwrap();
        let answer = world.done(&set(body.clone()));
        assert_eq!(answer["now"], expected, "{body}");
        assert_eq!(rehearsed, answer, "a rehearsal answers the same");
        assert_eq!(answer["mode"], body["mode"]);
        assert_eq!(world.workspace.now().unwrap().to_string(), expected);
    }
}

#[test]
fn a_clock_that_is_set_wrongly_says_what_would_be_right() {
    let world = World::after(&[]);
    let cases = [
        (json!({}), "/mode", "Missing"),
        (json!({"mode": "fast"}), "/mode", "\"wall\""),
        (json!({"mode": "wall", "at": OPENED}), "/at", "cannot be moved"),
        (json!({"mode": "wall", "to": "nextLandmark"}), "/to", "cannot be moved"),
        (json!({"mode": "held", "at": OPENED, "advance": "P1D"}), "/advance", "not several"),
        (json!({"mode": "held", "at": "tomorrow"}), "/at", "2026-11-30T09:00:00Z"),
        (json!({"mode": "held", "at": "1969-12-31T23:59:59Z"}), "/at", "1970 to 2999"),
        (json!({"mode": "held", "at": "3000-01-01T00:00:00Z"}), "/at", "1970 to 2999"),
        (json!({"mode": "held", "advance": "a day"}), "/advance", "P1D"),
        (json!({"mode": "held", "advance": "P9000Y"}), "/advance", "choose less"),
        (json!({"mode": "held", "to": "lunch"}), "/to", "nextLandmark"),
        (json!({"mode": "held", "to": "nextLandmark"}), "/to", "give a campaign a start"),
        (json!({"mode": "held", "speed": 2}), "/speed", "nknown"),
    ];
    for (body, pointer, words) in cases {
        let refusal = world.ask(&set(body.clone())).unwrap_err();
        let problem = &refusal["error"]["errors"][0];
        assert_eq!(problem["source"]["pointer"], pointer, "{body}: {refusal:#}");
        let said = format!("{} {}", problem["title"].as_str().unwrap(), problem["details"].as_str().unwrap());
        assert!(said.contains(words), "{body}: {said}");
    }
    assert_eq!(world.workspace.now().unwrap().to_string(), OPENED);
}

#[test]
fn days_are_days_of_the_workspaces_zone() {
    let world = World::after(&[at("2026-03-28T09:00:00Z")]);
    choose_zone(&world, "Europe/Berlin");
    let answer = world.done(&set(json!({"mode": "held", "advance": "P1D"})));
    assert_eq!(
        answer["now"], "2026-03-29T08:00:00Z",
        "ten o'clock stays ten o'clock when summer time begins"
    );
}

#[test]
fn what_is_stored_obeys_the_held_clock_and_the_journal_keeps_its_order() {
    let world = World::after(&[at("2026-05-01T08:00:00Z"), update("cart", cart())]);
    world.done(&at("2026-05-02T08:00:00Z"));
    world.done(&update("cart", json!({})));
    world.done(&at("2026-04-01T08:00:00Z"));
    world.done(&to_state("cart", "closed"));
    let rows = world.journal();
    let seen: Vec<(&str, &str)> = rows.iter().map(|row| (row.seq.as_str(), row.at.as_str())).collect();
    assert_eq!(
        seen,
        [("1", "2026-05-01T08:00:00Z"), ("2", "2026-05-02T08:00:00Z"), ("3", "2026-04-01T08:00:00Z")]
    );
    let session = world.session("cart");
    assert_eq!(session.created, "2026-05-01T08:00:00Z");
    assert_eq!(session.closed_at.as_deref(), Some("2026-04-01T08:00:00Z"));
}

#[test]
fn the_held_time_belongs_to_the_file() {
    let world = World::after(&[at("2026-05-01T08:00:00Z")]);
    let copy = world.place("copy.sqlite");
    world.workspace.copy_to(&copy).unwrap();
    let reopened = Workspace::open(&copy, Clock::Wall).unwrap();
    assert_eq!(reopened.now().unwrap().to_string(), "2026-05-01T08:00:00Z");
}

#[test]
fn landmarks_are_the_dates_of_enabled_campaigns() {
    let mut disabled = dated("Never", "2026-04-01T00:00:00Z", "");
    disabled["body"]["state"] = json!("disabled");
    let autumn = dated("Autumn", "2026-09-01T00:00:00Z", "");
    let world = World::after(&[disabled, autumn, summer(), at("2026-06-01T00:00:00Z")]);
    let clock = world.workspace.ask_now(&WorkspaceClock).unwrap();
    let titles = |landmarks: &[app::view::clock::LandmarkView]| {
        landmarks.iter().map(|landmark| landmark.title.clone()).collect::<Vec<_>>()
    };
    assert_eq!(titles(&clock.past), ["“Summer sale” starts"]);
    assert_eq!(titles(&clock.coming), ["“Summer sale” ends", "“Autumn” starts"]);
    assert_eq!((clock.previous, clock.next.as_deref()), (None, Some("2026-09-01T00:00:00Z")));
}

#[test]
fn only_running_campaigns_are_evaluated() {
    let world = World::after(&[summer()]);
    let cases = [
        ("2026-05-31T23:59:59Z", 0),
        ("2026-06-01T00:00:00Z", 1),
        ("2026-08-31T23:59:59.999999Z", 1),
        ("2026-09-01T00:00:00Z", 0),
    ];
    for (time, expected) in cases {
        world.done(&at(time));
        assert_eq!(effects_of(&world.rehearsed(&update("cart", cart())).unwrap()), expected, "{time}");
    }
}
