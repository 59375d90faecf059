//! Who is let in, what is told to the others, and what is noted of all of them.

use app::call::LARGEST_BODY;
use axum::http::StatusCode;

use crate::shop::{API_KEY, MANAGEMENT_KEY, Served};

#[tokio::test]
async fn a_call_without_the_right_key_is_refused_in_the_vendors_shape() {
    let served = Served::empty();
    let wrong = [
        "",
        "ManagementKey-v1",
        "ManagementKey-v1 wrong",
        "ApiKey-v1 the-management-key",
        "the-management-key",
    ];
    for authorization in wrong {
        let answer = served.send("GET", "/v1/applications", &[("authorization", authorization)], None).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{authorization}");
        let body = answer.json();
        assert_eq!(body["message"], "Unauthorized - Invalid API key");
        assert_eq!(body["StatusCode"], 401);
    }
    let integration = format!("ManagementKey-v1 {API_KEY}");
    let answer = served.send("GET", "/v1/applications", &[("authorization", &integration)], None).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_name_that_only_points_here_is_not_answered() {
    let served = Served::empty();
    let key = format!("ManagementKey-v1 {MANAGEMENT_KEY}");
    for (host, status) in [
        ("localhost:4310", StatusCode::OK),
        ("[::1]:4310", StatusCode::OK),
        ("shop.example", StatusCode::FORBIDDEN),
        ("127.0.0.1.shop.example", StatusCode::FORBIDDEN),
    ] {
        let answer =
            served.send("GET", "/v1/applications", &[("host", host), ("authorization", &key)], None).await;
        assert_eq!(answer.status, status, "{host}");
    }
}

#[tokio::test]
async fn what_is_not_there_and_what_is_no_json_is_told_in_the_same_shape() {
    let served = Served::empty();
    for (method, path, body, status) in [
        ("GET", "/v9/nothing", "", 404),
        ("PATCH", "/v1/attributes", "", 404),
        ("GET", "/v1/applications/2", "", 404),
        ("GET", "/v1/applications/2/campaigns", "", 404),
        ("GET", "/v1/applications/1/campaigns/77", "", 404),
        ("GET", "/v1/applications/1/campaigns/seven", "", 404),
        ("GET", "/v1/applications/1/sessions?pageSize=0", "", 400),
        ("GET", "/v1/applications/1/sessions?state=ajar", "", 400),
        ("POST", "/v1/attributes", "{", 400),
        ("POST", "/v1/attributes", "[]", 400),
        ("POST", "/v1/attributes", "{\"entity\":\"Event\"}", 400),
        ("POST", "/v1/attributes", "{\"colour\":1}", 400),
    ] {
        let key = format!("ManagementKey-v1 {MANAGEMENT_KEY}");
        let answer = served.send(method, path, &[("authorization", &key)], Some(body.to_owned())).await;
        assert_eq!(answer.status.as_u16(), status, "{method} {path}: {}", answer.text);
        let told = answer.json();
        assert!(told["message"].as_str().is_some_and(|message| !message.is_empty()), "{told}");
        assert!(told["errors"].is_array(), "{told}");
    }
    let huge = "x".repeat(2_000_001);
    let answer = served.send("POST", "/v1/attributes", &[], Some(huge)).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn every_call_is_noted_refused_ones_too_and_never_a_key() {
    let served = Served::empty();
    let key = format!("ManagementKey-v1 {MANAGEMENT_KEY}");
    let body = format!("{{\"colour\":\"{}\"}}", "ü".repeat(LARGEST_BODY));
    let ok = served.send("GET", "/v1/applications?pageSize=5", &[("authorization", &key)], None).await;
    served.send("GET", "/v1/applications", &[("authorization", "my-secret")], None).await;
    served.send("POST", "/v1/attributes", &[("authorization", &key)], Some(body.clone())).await;
    served.send("GET", "/elsewhere", &[("host", "shop.example")], None).await;
    let calls = served.calls().await;
    let told: Vec<_> = calls
        .iter()
        .map(|call| (call.method.as_str(), call.path.as_str(), call.status, call.scheme.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("GET", "/v1/applications", 200, "ManagementKey-v1"),
            ("GET", "/v1/applications", 401, ""),
            ("POST", "/v1/attributes", 400, "ManagementKey-v1"),
            ("GET", "/elsewhere", 403, ""),
        ]
    );
    assert_eq!(ok.headers["x-request-id"], calls[0].uuid.as_str(), "the caller is told the name");
    assert_eq!((calls[0].query.as_str(), calls[0].user_agent.as_str()), ("pageSize=5", "story/1.0"));
    assert_eq!(calls[0].response.bytes, ok.text.as_bytes());
    assert_eq!(calls[2].request.size, body.len());
    assert!(calls[2].request.bytes.len() <= LARGEST_BODY);
    let everything = format!("{calls:?}");
    assert!(!everything.contains("my-secret") && !everything.contains(MANAGEMENT_KEY));
}

#[tokio::test]
async fn a_page_of_another_origin_and_a_body_that_is_no_json_are_not_answered() {
    let served = Served::empty();
    let key = format!("ApiKey-v1 {API_KEY}");
    let body = r#"{"customerSession":{}}"#;
    let json = "application/json; charset=utf-8";
    for (origin, kind, status) in [
        ("http://127.0.0.1:4310", json, StatusCode::OK),
        ("https://shop.example", json, StatusCode::FORBIDDEN),
        ("http://127.0.0.1:9999", json, StatusCode::FORBIDDEN),
        ("null", json, StatusCode::FORBIDDEN),
        ("http://127.0.0.1:4310", "text/plain", StatusCode::UNSUPPORTED_MEDIA_TYPE),
        ("http://127.0.0.1:4310", "application/x-www-form-urlencoded", StatusCode::UNSUPPORTED_MEDIA_TYPE),
    ] {
        let length = body.len().to_string();
        let headers = [
            ("authorization", key.as_str()),
            ("origin", origin),
            ("content-type", kind),
            ("content-length", &length),
        ];
        let answer = served.send("PUT", "/v2/customer_sessions/one", &headers, Some(body.to_owned())).await;
        assert_eq!(answer.status, status, "{origin} {kind}: {}", answer.text);
        let told = answer.headers.keys().any(|name| name.as_str().starts_with("access-control"));
        assert!(!told, "no browser is told that it may");
    }
    let wrong = format!("ApiKey-v1 {MANAGEMENT_KEY}");
    for authorization in ["", "ApiKey-v1", wrong.as_str(), "the-integration-key"] {
        let headers = [("authorization", authorization)];
        let answer = served.send("GET", "/v2/customer_sessions/one", &headers, None).await;
        assert_eq!((answer.status, &answer.json()["StatusCode"]), (StatusCode::UNAUTHORIZED, &401.into()));
    }
}

#[tokio::test]
async fn an_id_that_is_no_text_is_refused_in_the_vendors_shape() {
    let served = Served::empty();
    let key = format!("ApiKey-v1 {API_KEY}");
    for (method, path) in [
        ("GET", "/v2/customer_sessions/%ff"),
        ("PUT", "/v2/customer_sessions/%ff/reopen"),
        ("PUT", "/v2/customer_profiles/%ff"),
    ] {
        let answer = served.send(method, path, &[("authorization", &key)], Some("{}".to_owned())).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{path}");
        assert_eq!(answer.json()["errors"][0]["source"]["pointer"], "/id", "{}", answer.text);
    }
}
