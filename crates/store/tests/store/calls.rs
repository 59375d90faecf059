//! The calls that came in over HTTP: kept, found, counted.

use domain::id::Seq;
use store::{Call, CallFilter, CallRow, StoreError};

use crate::samples::{World, at};

fn call(number: u16, method: &str, path: &str, status: u16, bodies: (&str, &str)) -> Call {
    let (request, response) = bodies;
    let row = CallRow {
        id: 0,
        uuid: format!("call-{number}"),
        at: at(i64::from(number) * 60),
        method: method.to_owned(),
        path: path.to_owned(),
        query: "dry=true".to_owned(),
        status,
        duration_us: 1_250,
        user_agent: "OpenAPI-Generator/26.2/python".to_owned(),
        scheme: "ApiKey-v1".to_owned(),
        fault: String::new(),
        event: (status == 200).then(|| Seq(number.into())),
        request_size: 70_000,
        response_size: 2,
    };
    Call { row, request: request.to_owned(), response: response.to_owned() }
}

fn world() -> World {
    let mut world = World::new();
    let calls = [
        call(1, "PUT", "/v2/customer_sessions/s1", 200, (r#"{"customerSession":{}}"#, "{}")),
        call(2, "PUT", "/v2/customer_sessions/s1", 400, ("{", r#"{"message":"not JSON"}"#)),
        call(3, "GET", "/v1/applications", 401, ("", "{}")),
        call(4, "POST", "/v2/events", 200, (r#"{"type":"URL Share 100%"}"#, "")),
        call(5, "GET", "/v1/applications/1/campaigns", 0, ("", "")),
    ];
    world.writer.write::<_, StoreError>(|tx| tx.append_calls(&calls)).unwrap();
    world
}

#[test]
fn calls_are_found_by_method_status_time_event_and_words_the_newest_first() {
    let world = world();
    let all = CallFilter::default;
    let text = |text: &str| CallFilter { text: text.to_owned(), ..all() };
    let table: [(&str, CallFilter, &[u64]); 12] = [
        ("all", all(), &[5, 4, 3, 2, 1]),
        ("method", CallFilter { method: Some("GET".to_owned()), ..all() }, &[5, 3]),
        ("refused", CallFilter { status_from: Some(400), status_until: Some(599), ..all() }, &[3, 2]),
        ("answered", CallFilter { status_from: Some(1), status_until: Some(399), ..all() }, &[4, 1]),
        ("from", CallFilter { from: Some(at(180)), ..all() }, &[5, 4, 3]),
        ("until", CallFilter { until: Some(at(180)), ..all() }, &[2, 1]),
        ("event", CallFilter { event: Some(Seq(4)), ..all() }, &[4]),
        ("in the request", text("CUSTOMERsession\":"), &[1]),
        ("in the answer", text("not json"), &[2]),
        ("in the path", text("/v1/"), &[5, 3]),
        ("by its name", text("call-2"), &[2]),
        ("a percent sign is itself", text("100%"), &[4]),
    ];
    for (case, filter, expected) in table {
        let page = world.writer.calls(&filter, |_| true, None, 100).unwrap();
        let found: Vec<u64> = page.rows.iter().map(|row| row.id).collect();
        assert_eq!(found, expected, "{case}");
        assert_eq!(world.writer.call_count(&filter).unwrap(), expected.len() as u64, "{case}");
    }
}

#[test]
fn pages_follow_each_other_without_gap_whatever_is_left_out() {
    let world = world();
    let sessions = |row: &CallRow| row.path.contains("/s1") || row.path.contains("applications");
    let (mut found, mut before) = (Vec::new(), None);
    loop {
        let page = world.writer.calls(&CallFilter::default(), sessions, before, 1).unwrap();
        found.extend(page.rows.iter().map(|row| row.id));
        before = page.next;
        if before.is_none() {
            break;
        }
    }
    assert_eq!(found, [5, 3, 2, 1]);
}

#[test]
fn a_call_comes_back_as_it_was_and_one_that_is_gone_is_none() {
    let world = world();
    let mut expected = call(4, "POST", "/v2/events", 200, (r#"{"type":"URL Share 100%"}"#, ""));
    expected.row.id = 4;
    assert_eq!(world.writer.call(4).unwrap(), Some(expected));
    assert_eq!(world.writer.call(6).unwrap(), None);
}
