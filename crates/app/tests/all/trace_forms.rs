//! Traces in every form a file may hold.

use app::clock::Clock;
use app::operation::update_session::UpdateSession;
use app::question::event::OneEvent;
use app::view::event::EventDetailView;
use app::workspace::Workspace;
use domain::event::{Event, EventType};
use domain::id::{CampaignId, GroupId};
use domain::schedule::{CampaignState, Schedule};
use jiff::Timestamp;
use rust_decimal::Decimal;
use serde_json::json;
use store::{Campaign, Entry, NewWorkspace, Store};

const RULESET: &str = r#"{"promotionRules": [{"title": "Any cart", "blocks": [
    {"type": "checkAttribute", "attribute": "$Session.Total", "operator": "greaterThan", "value": 50}]}]}"#;

/// A file as a program without the table of wordings left it: a campaign, and an event with a trace of the first form.
fn old_file() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.sqlite");
    let now = Timestamp::UNIX_EPOCH;
    let store = Store::create(&path, &NewWorkspace { name: "Old".to_owned(), created: now }).unwrap();
    let campaign = Campaign {
        id: CampaignId(1),
        position: 0,
        name: "Winter".to_owned(),
        description: String::new(),
        state: CampaignState::Enabled,
        schedule: Schedule::default(),
        group: GroupId::default(),
        reevaluate_on_return: false,
        limits: Vec::new(),
        ruleset: RULESET.to_owned(),
        revision: 1,
        created: now,
        updated: now,
    };
    let event = Event {
        seq: None,
        at: now,
        event_type: EventType::Custom("tick".to_owned()),
        profile: None,
        session: None,
        attributes: Default::default(),
    };
    let trace = json!([{"campaignId": 1, "campaignName": "Autumn", "rules": [{
        "index": 0, "title": "As it was", "verdict": "notMet", "why": null, "conditions": []}]}]);
    let logged = store.writer().unwrap().write(|tx| {
        tx.insert_campaign(&campaign)?;
        tx.append(&Entry {
            event: &event,
            op: "trackEvent",
            source: "test",
            request: "{}",
            session: None,
            profile: None,
            total: None,
            discount: Decimal::ZERO,
            rejections: 0,
            effects: &[],
            trace: &trace.to_string(),
        })
    });
    logged.unwrap();
    (folder, path)
}

fn event(workspace: &Workspace, seq: u32) -> EventDetailView {
    workspace.ask_now(&OneEvent { seq: seq.to_string() }).unwrap()
}

#[test]
fn a_trace_of_the_first_form_is_read_as_it_was_written() {
    let (_folder, path) = old_file();
    let workspace = Workspace::open(&path, Clock::Wall).unwrap();
    let campaigns = event(&workspace, 1).campaigns;
    assert_eq!(
        (campaigns[0].campaign_name.as_str(), campaigns[0].rules[0].title.as_str()),
        ("Autumn", "As it was")
    );
}

#[test]
fn rules_whose_wording_is_not_stored_carry_it_in_the_trace() {
    let (_folder, path) = old_file();
    let workspace = Workspace::open(&path, Clock::Wall).unwrap();
    let body = serde_json::from_value(json!({"customerSession": {}})).unwrap();
    let update = UpdateSession { id: "a".to_owned(), body };
    let outcome = workspace.perform_now(update, "test", false).unwrap();
    let campaigns = event(&workspace, 2).campaigns;
    assert_eq!(campaigns, outcome.campaigns());
    assert_eq!(campaigns[0].rules[0].conditions[0].sentence, "Session total is more than 50");

    let stored =
        Store::open(&path).unwrap().reader().unwrap().event(domain::id::Seq(2)).unwrap().unwrap().trace;
    assert!(stored.contains("Session total is more than 50"), "{stored}");
}
