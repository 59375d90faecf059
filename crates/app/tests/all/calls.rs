//! The calls that came in over HTTP: noted beside the requests, told without keys, repeated exactly.

use std::path::Path;
use std::time::{Duration, Instant};

use app::call::{Body, Call, LARGEST_BODY};
use app::clock::Clock;
use app::question::calls::{AccessLog, Calls, NotedCall, OneCall};
use app::render::curl::Place;
use app::view::call::{CallFilterView, CallOutcome, CallPage};
use app::workspace::Workspace;
use tempfile::TempDir;
use tokio::runtime::Runtime;

fn shop() -> (TempDir, Workspace) {
    let folder = tempfile::tempdir().unwrap();
    let workspace = open(&folder.path().join("shop.tillroll"));
    (folder, workspace)
}

fn open(path: &Path) -> Workspace {
    let clock = Clock::Held("2026-03-01T10:00:00Z".parse().unwrap());
    if path.exists() {
        return Workspace::open(path, clock).unwrap();
    }
    Workspace::create(path, "Shop", clock).unwrap()
}

fn call(workspace: &Workspace, number: u32, method: &str, path: &str, status: u16) -> Call {
    Call {
        uuid: format!("call-{number}"),
        at: workspace.arrival(),
        method: method.to_owned(),
        path: path.to_owned(),
        query: "dry=true".to_owned(),
        status,
        scheme: "ApiKey-v1".to_owned(),
        ..Call::default()
    }
}

fn all(workspace: &Workspace) -> CallPage {
    workspace.ask_now(&Calls { filter: CallFilterView::default(), after: None, limit: 10 }).unwrap()
}

fn settled(workspace: &Workspace) {
    Runtime::new().unwrap().block_on(workspace.noted());
}

#[test]
fn calls_can_be_read_soon_after_they_were_noted_and_are_kept_when_the_workspace_is_closed() {
    let (folder, workspace) = shop();
    let mut news = workspace.listen();
    workspace.note(call(&workspace, 1, "PUT", "/v2/customer_sessions/a", 200));
    let begun = Instant::now();
    while all(&workspace).rows.is_empty() {
        assert!(begun.elapsed() < Duration::from_secs(10), "the call never came");
        std::thread::yield_now();
    }
    assert!(news.try_recv().is_ok(), "the window hears of it");
    workspace.note(call(&workspace, 2, "PUT", "/v2/customer_sessions/b", 200));
    drop(workspace);
    let again = open(&folder.path().join("shop.tillroll"));
    assert_eq!(
        all(&again).rows.iter().map(|row| row.uuid.as_str()).collect::<Vec<_>>(),
        ["call-2", "call-1"]
    );
}

#[test]
fn a_long_body_is_cut_between_two_characters_and_says_so() {
    let (_folder, workspace) = shop();
    let long = "ü".repeat(LARGEST_BODY);
    let whole = Call { request: Body::whole("{}"), ..call(&workspace, 1, "POST", "/v2/events", 200) };
    let odd = Call { request: Body::whole([0xff, b'a']), ..call(&workspace, 2, "POST", "/v2/events", 400) };
    let cut =
        Call { request: Body::whole(format!("x{long}")), ..call(&workspace, 3, "POST", "/v2/events", 400) };
    [whole, odd, cut].into_iter().for_each(|call| workspace.note(call));
    settled(&workspace);
    let place = Place { address: "http://127.0.0.1:4310".to_owned(), key: Some("secret".to_owned()) };
    let seen = |id: &str| {
        let view = workspace.ask_now(&OneCall { id: id.to_owned(), place: place.clone() }).unwrap();
        (view.request.text.len(), view.request.size as usize, view.request.cut, view.curl.is_some())
    };
    assert_eq!(seen("1"), (2, 2, false, true));
    assert_eq!(seen("2"), (4, 2, false, true), "a byte that is no text becomes a mark of three bytes");
    assert_eq!(seen("3"), (LARGEST_BODY - 1, 2 * LARGEST_BODY + 1, true, false));
}

#[test]
fn a_call_is_repeated_with_its_query_and_body_and_the_key_that_is_valid_now() {
    let (_folder, workspace) = shop();
    let body = "@it's";
    workspace.note(Call { request: Body::whole(body), ..call(&workspace, 1, "O'PUT", "/v2/events", 400) });
    settled(&workspace);
    let ask = |key: Option<&str>| {
        let place = Place { address: "http://127.0.0.1:4310".to_owned(), key: key.map(str::to_owned) };
        workspace.ask_now(&OneCall { id: "1".to_owned(), place }).unwrap().curl.unwrap()
    };
    let expected = r"curl -X 'O'\''PUT' 'http://127.0.0.1:4310/v2/events?dry=true' \
  -H 'Authorization: ApiKey-v1 abc' \
  -H 'Content-Type: application/json' \
  --data-raw '@it'\''s'";
    assert_eq!(ask(Some("abc")), expected);
    assert_eq!(ask(None), expected.replace("abc", "YOUR_API_KEY"));
    let noted = workspace.ask_now(&NotedCall { id: "1".to_owned() }).unwrap();
    assert_eq!(noted.request, Body::whole(body));
}

#[test]
fn the_window_filters_by_how_a_call_ended_and_the_vendors_log_by_path_method_and_status() {
    let (_folder, workspace) = shop();
    let made = [
        call(&workspace, 1, "PUT", "/v2/customer_sessions/a", 200),
        call(&workspace, 2, "PUT", "/v2/customer_sessions/b", 409),
        call(&workspace, 3, "GET", "/v1/applications", 0),
        call(&workspace, 4, "GET", "/v1/applications/1", 204),
    ];
    made.into_iter().for_each(|call| workspace.note(call));
    settled(&workspace);
    for (outcome, expected) in [
        (CallOutcome::Answered, vec!["call-4", "call-1"]),
        (CallOutcome::Refused, vec!["call-2"]),
        (CallOutcome::Dropped, vec!["call-3"]),
    ] {
        let filter = CallFilterView { outcome: Some(outcome), ..CallFilterView::default() };
        let page = workspace.ask_now(&Calls { filter, after: None, limit: 10 }).unwrap();
        assert_eq!(page.rows.iter().map(|row| row.uuid.as_str()).collect::<Vec<_>>(), expected);
    }
    let log = |path: &str, success, skip, most| {
        let path = Some(path.to_owned());
        let question = AccessLog { path, success, skip, most, newest_first: true, ..AccessLog::default() };
        let (calls, more) = workspace.ask_now(&question).unwrap();
        (calls.into_iter().map(|call| call.uuid).collect::<Vec<_>>(), more)
    };
    assert_eq!(log("sessions/[ab]$", None, 0, 10), (vec!["call-2".to_owned(), "call-1".to_owned()], false));
    assert_eq!(log("sessions/[ab]$", Some(true), 0, 10), (vec!["call-1".to_owned()], false));
    assert_eq!(log("", None, 1, 2), (vec!["call-3".to_owned(), "call-2".to_owned()], true));
    assert_eq!(log("", None, 4, 2), (vec![], false));
    let oldest = AccessLog { skip: 1, most: 2, ..AccessLog::default() };
    let (calls, more) = workspace.ask_now(&oldest).unwrap();
    assert_eq!((calls[0].uuid.as_str(), calls[1].uuid.as_str(), more), ("call-2", "call-3", true));
    let bad = AccessLog { path: Some("(".repeat(99)), most: 1, ..AccessLog::default() };
    assert!(workspace.ask_now(&bad).is_err());
}
