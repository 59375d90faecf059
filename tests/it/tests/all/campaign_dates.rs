//! Campaigns in time: what is saved, what it makes of them, and what an event says about those it left out.

use app::question::campaigns::Campaigns;
use app::question::event::OneEvent;
use serde_json::{Value, json};

use crate::world::{World, campaign, item, update};

fn one_off() -> Value {
    json!([{"type": "awardDiscount", "name": "One off", "value": 1, "partial": false, "target": {"type": "cart"}}])
}

/// *Save campaign* with these settings beside the name.
fn with(name: &str, settings: Value) -> Value {
    let mut request = campaign(name, "One off", one_off());
    for (field, value) in settings.as_object().unwrap() {
        request["body"][field] = value.clone();
    }
    request
}

fn changed(id: u32, name: &str, settings: Value) -> Value {
    let mut request = with(name, settings);
    request["id"] = json!(id);
    request
}

fn hold(time: &str) -> Value {
    json!({"op": "setClock", "body": {"mode": "held", "at": time}})
}

fn buy(session: &str) -> Value {
    update(session, json!({"cartItems": [item("tee", 1, 20.0)]}))
}

/// Name and reason of every campaign that was not evaluated, of an answer or of an event.
fn left_out(answer: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let list = answer["notEvaluated"].as_array().cloned().unwrap_or_default();
    list.iter().map(|one| (text(&one["campaignName"]), text(&one["reason"]))).collect()
}

fn told_by_event(world: &World, seq: &str) -> Vec<(String, String)> {
    let detail = world.workspace.ask_now(&OneEvent { seq: seq.to_owned() }).unwrap();
    detail.not_evaluated.into_iter().map(|one| (one.campaign_name, one.reason)).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(name, reason)| ((*name).to_owned(), (*reason).to_owned())).collect()
}

#[test]
fn dates_and_state_are_kept_when_left_out_and_cleared_when_empty() {
    let world = World::after(&[with(
        "Spring",
        json!({"startTime": "2026-03-01T00:00:00Z", "endTime": "2026-06-01T00:00:00+02:00", "state": "archived"}),
    )]);
    let kept = world.done(&changed(1, "Spring", json!({})));
    assert_eq!(
        (&kept["startTime"], &kept["endTime"]),
        (&json!("2026-03-01T00:00:00Z"), &json!("2026-05-31T22:00:00Z"))
    );
    assert_eq!((&kept["state"], &kept["frontendState"]), (&json!("archived"), &json!("archived")));
    let cleared =
        world.done(&changed(1, "Spring", json!({"startTime": "", "endTime": "", "state": "enabled"})));
    assert_eq!((cleared.get("startTime"), cleared.get("endTime")), (None, None));
    assert_eq!(cleared["frontendState"], "running");
}

#[test]
fn dates_that_cannot_be_are_refused_by_name() {
    let world = World::after(&[with("Spring", json!({"startTime": "2026-03-01T00:00:00Z"}))]);
    let cases = [
        (with("A", json!({"startTime": "soon"})), "/startTime"),
        (with("B", json!({"endTime": "31.12.2026"})), "/endTime"),
        (with("C", json!({"startTime": "1900-01-01T00:00:00Z"})), "/startTime"),
        (
            with("D", json!({"startTime": "2026-03-02T00:00:00Z", "endTime": "2026-03-02T00:00:00Z"})),
            "/endTime",
        ),
        (changed(1, "Spring", json!({"endTime": "2026-02-01T00:00:00Z"})), "/endTime"),
        (with("E", json!({"state": "running"})), "/state"),
    ];
    for (request, pointer) in cases {
        let refusal = world.ask(&request).unwrap_err();
        assert_eq!(refusal["error"]["errors"][0]["source"]["pointer"], pointer, "{request}");
    }
    assert_eq!(world.workspace.ask_now(&Campaigns).unwrap().len(), 1);
}

#[test]
fn the_list_shows_what_the_clock_makes_of_every_campaign() {
    let world = World::after(&[
        with("Always", json!({})),
        with("Spring", json!({"startTime": "2026-03-01T00:00:00Z", "endTime": "2026-06-01T00:00:00Z"})),
        with("Off", json!({"state": "disabled"})),
        with("Gone", json!({"state": "archived"})),
    ]);
    let states = |time: &str| {
        world.done(&hold(time));
        let rows = world.workspace.ask_now(&Campaigns).unwrap();
        rows.iter().map(|row| format!("{:?}", row.frontend_state)).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(states("2026-02-01T00:00:00Z"), "Running Scheduled Disabled Archived");
    assert_eq!(states("2026-04-01T00:00:00Z"), "Running Running Disabled Archived");
    assert_eq!(states("2026-06-01T00:00:00Z"), "Running Expired Disabled Archived");
}

#[test]
fn an_event_says_which_campaigns_it_left_out_also_after_they_changed() {
    let world = World::after(&[
        hold("2026-04-01T00:00:00Z"),
        with("Always", json!({})),
        with("Winter", json!({"endTime": "2026-03-01T12:00:00Z"})),
        with("Summer", json!({"startTime": "2026-06-01T00:00:30Z"})),
        with("Off", json!({"state": "disabled"})),
        with("Gone", json!({"state": "archived"})),
    ]);
    let expected = pairs(&[
        ("Winter", "expired on 2026-03-01 12:00"),
        ("Summer", "scheduled until 2026-06-01 00:00:30"),
        ("Off", "disabled"),
        ("Gone", "archived"),
    ]);
    assert_eq!(left_out(&world.rehearsed(&buy("cart")).unwrap()), expected);
    assert_eq!(left_out(&world.done(&buy("cart"))), expected);
    world.done(&changed(2, "Winter", json!({"endTime": ""})));
    world.done(&changed(4, "Off", json!({"state": "enabled"})));
    world.done(&with("Later", json!({"state": "disabled"})));
    assert_eq!(told_by_event(&world, "1"), expected, "the past reads as it was");
    world.done(&buy("cart"));
    let now = pairs(&[
        ("Summer", "scheduled until 2026-06-01 00:00:30"),
        ("Gone", "archived"),
        ("Later", "disabled"),
    ]);
    assert_eq!(told_by_event(&world, "2"), now);
}

#[test]
fn a_rehearsal_with_chosen_campaigns_says_that_the_others_were_not_asked_for() {
    let world = World::after(&[with("One", json!({})), with("Two", json!({"state": "disabled"}))]);
    let mut request = buy("cart");
    request["body"]["customerSession"]["evaluableCampaignIds"] = json!([2]);
    let answer = world.rehearsed(&request).unwrap();
    assert_eq!(left_out(&answer), pairs(&[("One", "not among the campaigns the request asked for")]));
}
