//! A client under test meets what it asked for.

use std::time::{Duration, Instant};

use app::view::server::{FaultKind, FaultView};
use axum::http::StatusCode;
use server::listening::Listening;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::shop::Served;

fn fault(kind: FaultKind, path: &str) -> FaultView {
    FaultView { kind, path: path.to_owned(), share: 100, delay_ms: 60, on: true }
}

#[tokio::test]
async fn a_call_meets_the_status_it_is_to_meet_and_changes_nothing() {
    let served = Served::empty();
    for (kind, status) in [(FaultKind::Conflict, 409), (FaultKind::TooMany, 429), (FaultKind::Failure, 500)] {
        served.shop.faults().set(vec![fault(kind, "/v1/attributes")]).unwrap();
        let body = serde_json::json!({
            "entity": "Event", "eventType": "pageview", "name": "url", "title": "URL", "type": "string",
            "description": "", "suggestions": [], "editable": true
        });
        let answer = served.call("POST", "/v1/attributes", Some(body)).await;
        assert_eq!(answer.status.as_u16(), status);
        assert_eq!(answer.json()["StatusCode"], status);
        assert_eq!(answer.headers.contains_key("retry-after"), status == 429);
        assert_eq!(served.call("GET", "/v1/applications", None).await.status, StatusCode::OK, "another path");
    }
    served.shop.faults().set(Vec::new()).unwrap();
    assert_eq!(served.get("/v1/attributes").await["totalResultSize"], 0);
    let met: Vec<_> = served.calls().await.into_iter().map(|call| call.fault).collect();
    assert_eq!(met[0], "refused with 409");
    assert_eq!(met[1], "");
}

#[tokio::test]
async fn a_late_answer_is_the_answer_but_late() {
    let served = Served::empty();
    served.shop.faults().set(vec![fault(FaultKind::Delay, "")]).unwrap();
    let begun = Instant::now();
    assert_eq!(served.get("/v1/applications").await["totalResultSize"], 1);
    assert!(begun.elapsed() >= Duration::from_millis(60));
    let noted = served.calls().await;
    assert_eq!((noted[0].status, noted[0].fault.as_str()), (200, "answered 60 ms late"));
    assert!(noted[0].duration_us >= 60_000);
}

#[tokio::test]
async fn a_dropped_connection_ends_without_a_single_byte() {
    let served = Served::empty();
    served.shop.faults().set(vec![fault(FaultKind::Drop, "")]).unwrap();
    let listening = Listening::start(served.shop.clone(), None).await.unwrap();
    let address = listening.address().replace("http://", "");
    let mut line = TcpStream::connect(&address).await.unwrap();
    line.write_all(format!("GET /v1/applications HTTP/1.1\r\nHost: {address}\r\n\r\n").as_bytes())
        .await
        .unwrap();
    let mut heard = Vec::new();
    // A connection that is reset heard nothing either.
    let _ = line.read_to_end(&mut heard).await;
    assert_eq!(String::from_utf8_lossy(&heard), "");
    let noted = served.calls().await;
    assert_eq!((noted[0].status, noted[0].fault.as_str()), (0, "the connection was dropped"));
    listening.stop().await;
}
