//! Texts that are orders elsewhere are only texts here: they are stored and given back as they are.

use std::fs;
use std::path::Path;

use app::clock::Clock;
use app::export::ExportEvents;
use app::question::workspace::AboutWorkspace;
use app::refusal::Refusal;
use app::view::event::{EventColumn, EventFilter, ExportFormat};
use app::workspace::Workspace;
use serde_json::json;

use crate::world::{World, attribute, event_attribute, item, profile, track, update};

const STRANGE: [&str; 10] = [
    "Robert'); DROP TABLE journal;--",
    "\" OR 1=1 --",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{ $Session.Total }}",
    "../../etc/passwd",
    "%s%n%00",
    "=cmd|' /C calc'!A0",
    "Zoë 👩‍👩‍👧 漢字",
    "null",
];

#[test]
fn strange_texts_are_stored_to_the_letter() {
    let world = World::after(&[
        attribute("CustomerProfile", "motto", "string"),
        event_attribute("pageview", "url", "string"),
    ]);
    for text in STRANGE {
        let told = world.done(&profile(text, json!({"motto": text})));
        assert_eq!(told["customerProfile"]["attributes"]["motto"], text);
        let mut line = item(text, 1, 1.0);
        line["name"] = json!(text);
        let cart = json!({"profileId": text, "couponCodes": [text], "cartItems": [line]});
        let told = world.done(&update(text, cart));
        let session = &told["customerSession"];
        assert_eq!((&session["integrationId"], &session["couponCodes"][0]), (&json!(text), &json!(text)));
        assert_eq!(session["cartItems"][0]["name"], text);
        world.done(&track(text, "pageview", json!({"url": text})));
        let stored = world.session(text);
        assert_eq!((stored.items[0].sku.as_str(), stored.profile_id.as_deref()), (text, Some(text)));
    }
    assert_eq!(world.journal().len(), STRANGE.len() * 3);
}

#[test]
fn a_search_for_a_strange_text_finds_it() {
    let world = World::new();
    for text in STRANGE {
        world.done(&update(text, json!({})));
    }
    for text in STRANGE {
        let by_session = EventFilter { session: Some(text.to_owned()), ..EventFilter::default() };
        let quoted = format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
        let by_text = EventFilter { text: Some(quoted), ..EventFilter::default() };
        for filter in [by_session, by_text] {
            let question = app::question::events::Events { filter, after: None, limit: 10 };
            let page = world.workspace.ask_now(&question).unwrap();
            assert!(page.rows.iter().any(|row| row.session_id.as_deref() == Some(text)), "{text}");
        }
    }
}

#[test]
fn an_export_holds_no_formulas_and_is_read_back() {
    let world = World::new();
    let ids = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "plain", "with \"quotes\", and a comma"];
    for id in ids {
        world.done(&update(id, json!({"profileId": id})));
    }
    let target = world.place("events.csv");
    let export = |format| ExportEvents {
        filter: EventFilter::default(),
        columns: vec![EventColumn::Session, EventColumn::Customer],
        format,
        target: target.clone(),
    };
    assert_eq!(world.workspace.ask_now(&export(ExportFormat::Csv)).unwrap().rows, 6);
    let csv = fs::read_to_string(&target).unwrap();
    let expected = [
        "Session,Customer",
        "\"with \"\"quotes\"\", and a comma\",\"with \"\"quotes\"\", and a comma\"",
        "plain,plain",
        "'@SUM(A1),'@SUM(A1)",
        "'-1+1,'-1+1",
        "'+1+1,'+1+1",
        "'=1+1,'=1+1",
    ];
    assert_eq!(csv.lines().collect::<Vec<_>>(), expected);

    world.workspace.ask_now(&export(ExportFormat::Json)).unwrap();
    let rows: Vec<serde_json::Value> = serde_json::from_slice(&fs::read(&target).unwrap()).unwrap();
    let sessions: Vec<&str> = rows.iter().rev().map(|row| row["Session"].as_str().unwrap()).collect();
    assert_eq!(sessions, ids);
}

#[test]
fn an_export_that_cannot_be_written_says_where_and_leaves_nothing() {
    let world = World::after(&[update("a", json!({}))]);
    let export = ExportEvents {
        filter: EventFilter::default(),
        columns: vec![EventColumn::Session],
        format: ExportFormat::Csv,
        target: world.place("no such folder/events.csv"),
    };
    let refusal = world.workspace.ask_now(&export).unwrap_err();
    assert!(refusal.to_string().contains("no such folder"), "{refusal}");
    assert!(!world.place("no such folder").exists());
}

#[test]
fn a_file_name_is_only_a_name() {
    let names = [
        ":memory:",
        "file:shop.sqlite?mode=memory",
        "shop.sqlite?mode=ro",
        "a'; DROP TABLE x;--.sqlite",
        "Zoë 漢字.sqlite",
        "-flag",
        "inner/../beside.sqlite",
    ];
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("inner")).unwrap();
    for name in names {
        let path = folder.path().join(name);
        open_new(&path).unwrap();
        assert!(path.is_file(), "{name} is not a file of that name");
        let again = Workspace::open(&path, Clock::Wall).unwrap();
        assert_eq!(again.ask_now(&AboutWorkspace).unwrap().events, 0);
        assert!(open_new(&path).is_err(), "{name} was replaced");
    }
}

fn open_new(path: &Path) -> Result<(), Refusal> {
    Workspace::create(path, "strange", Clock::Wall).map(drop)
}
