//! The Integration API as a shop's program uses it.

use serde_json::{Value, json};

use crate::shop::{API_KEY, Answer, Served};

async fn call(served: &Served, method: &str, path: &str, body: Option<Value>) -> Answer {
    let key = format!("ApiKey-v1 {API_KEY}");
    served.send(method, path, &[("authorization", &key)], body.map(|body| body.to_string())).await
}

#[tokio::test]
async fn a_cart_is_filled_closed_partly_returned_reopened_and_read() {
    let served = Served::empty();
    let path = "/v2/customer_sessions/cart%2F1";
    let body = json!({
        "customerSession": { "profileId": "anna", "cartItems": [{ "sku": "MUG", "quantity": 2, "price": 12.5 }] },
        "responseContent": ["customerSession", "customerProfile", "event"]
    });
    let created = call(&served, "PUT", path, Some(body)).await;
    assert_eq!(created.status.as_u16(), 200, "{}", created.text);
    let state = created.json();
    assert_eq!(state["customerSession"]["integrationId"], "cart/1");
    assert_eq!(
        (&state["customerSession"]["id"], &state["customerSession"]["total"]),
        (&json!(1), &json!(25))
    );
    assert_eq!(
        (&state["event"]["type"], &state["event"]["id"]),
        (&json!("talon_session_created"), &json!(1))
    );
    assert_eq!(state["customerProfile"]["integrationId"], "anna");
    assert_eq!((&state["effects"], &state["createdReferrals"]), (&json!([]), &json!([])));

    let closed = call(&served, "PUT", path, Some(json!({ "customerSession": { "state": "closed" } }))).await;
    assert!(closed.json().get("customerSession").is_none(), "only what is asked for is told");
    let again = call(&served, "PUT", path, Some(json!({ "customerSession": {} }))).await;
    assert_eq!(again.status.as_u16(), 400);
    assert_eq!(again.json()["message"], "Cannot move session to state \"open\" from state \"closed\"");
    let back = json!({ "return": { "returnedCartItems": [{ "position": 0, "quantity": 1 }] } });
    assert_eq!(call(&served, "POST", &format!("{path}/returns"), Some(back)).await.status.as_u16(), 200);
    let read = call(&served, "GET", path, None).await.json();
    assert_eq!(read["customerSession"]["state"], "partially_returned");
    assert_eq!(read["customerSession"]["cartItems"][0]["remainingQuantity"], 1);
    assert_eq!(call(&served, "PUT", &format!("{path}/reopen"), None).await.status.as_u16(), 400);

    let calls = served.calls().await;
    assert_eq!(
        calls.iter().map(|call| call.event).collect::<Vec<_>>(),
        [Some(1), Some(2), None, Some(3), None, None]
    );
    let events = served.get("/v1/applications/1/events/no_total").await;
    assert_eq!(events["data"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn an_event_is_told_unless_it_is_to_be_silent_and_comes_from_the_client_that_sent_it() {
    let served = Served::sample();
    let body = json!({ "profileId": "anna", "type": "pageview", "attributes": {} });
    let attributes = served.get("/v1/attributes?entity=Event").await;
    let event_type = attributes["data"][0]["eventType"].clone();
    let body = Value::Object(
        body.as_object().unwrap().clone().into_iter().chain([("type".to_owned(), event_type)]).collect(),
    );
    let silent = call(&served, "POST", "/v2/events?silent=yes", Some(body.clone())).await;
    assert_eq!((silent.status.as_u16(), silent.text.as_str()), (204, ""), "{}", silent.text);
    let before = served.get("/v1/applications/1/events/no_total").await["data"].as_array().unwrap().len();
    let dry = call(&served, "POST", "/v2/events?dry=true", Some(body)).await;
    assert!(dry.json()["effects"].is_array());
    let after = served.get("/v1/applications/1/events/no_total").await["data"].as_array().unwrap().len();
    assert_eq!(before, after, "a rehearsal is not in the log");
    let page = served.shop.workspace().ask(app::question::events::Events {
        filter: Default::default(),
        after: None,
        limit: 1,
    });
    assert_eq!(page.await.unwrap().rows[0].source, "story/1.0");
    let unknown = json!({ "profileId": "anna", "type": "pageview", "attributes": { "colour": 1 } });
    assert_eq!(call(&served, "POST", "/v2/events", Some(unknown)).await.status.as_u16(), 400);
}

#[tokio::test]
async fn a_profile_is_saved_with_and_without_the_rules() {
    let served = Served::empty();
    let body = json!({ "attributes": {}, "responseContent": ["customerProfile", "event"] });
    let quiet = call(&served, "PUT", "/v2/customer_profiles/bob", Some(body.clone())).await.json();
    assert!(quiet["customerProfile"]["id"] == 1 && quiet.get("event").is_none(), "{quiet}");
    let asked = call(&served, "PUT", "/v2/customer_profiles/bob?runRuleEngine=true", Some(body)).await.json();
    assert_eq!(asked["event"]["type"], "talon_profile_updated");
    let text = call(&served, "PUT", "/v2/customer_profiles/bob", Some(json!("no object"))).await;
    assert_eq!(text.status.as_u16(), 400);
}

#[tokio::test]
async fn every_part_of_an_answer_is_there_when_it_is_asked_for() {
    let served = Served::sample();
    let words = [
        "customerSession",
        "customerProfile",
        "coupons",
        "triggeredCampaigns",
        "loyalty",
        "event",
        "awardedGiveaways",
        "ruleFailureReasons",
        "achievements",
        "campaignEligibility",
    ];
    let body = json!({
        "customerSession": { "profileId": "zoe", "cartItems": [{ "sku": "X", "quantity": 1, "price": 0.1 }] },
        "responseContent": words
    });
    let state = call(&served, "PUT", "/v2/customer_sessions/all?dry=true", Some(body)).await.json();
    for word in words {
        assert!(state.get(word).is_some(), "{word}: {state}");
    }
    assert_eq!(state["event"]["id"], 0, "a rehearsed event has no number");
    let wrong = json!({ "customerSession": {}, "responseContent": ["colour"] });
    let refused = call(&served, "PUT", "/v2/customer_sessions/all", Some(wrong)).await;
    assert_eq!(refused.json()["errors"][0]["source"]["pointer"], "/responseContent/0");
    assert!(
        refused.json().get("StatusCode").is_none(),
        "sessions are refused with the vendor's ErrorResponse"
    );
}

#[tokio::test]
async fn a_returned_unit_is_told_and_digits_stay_as_they_were_sent() {
    let served = Served::empty();
    let body = r#"{"customerSession":{"state":"closed","cartItems":[{"sku":"X","quantity":2,"price":1234567.123456789012}]},"responseContent":["customerSession"]}"#;
    let key = format!("ApiKey-v1 {API_KEY}");
    let headers = [("authorization", key.as_str())];
    let closed = served.send("PUT", "/v2/customer_sessions/exact", &headers, Some(body.to_owned())).await;
    assert!(closed.text.contains("\"price\":1234567.123456789012,"), "{}", closed.text);
    let back = json!({ "return": { "returnedCartItems": [{ "position": 0, "quantity": 1 }] } });
    let state = call(&served, "POST", "/v2/customer_sessions/exact/returns", Some(back)).await.json();
    assert_eq!(state["return"]["returnedCartItems"], json!([{ "position": 0, "quantity": 1 }]));
    assert_eq!(
        (&state["return"]["eventId"], &state["return"]["sessionIntegrationId"]),
        (&json!(2), &json!("exact"))
    );
}

#[tokio::test]
async fn a_rehearsal_can_be_for_later_and_only_a_rehearsal() {
    let served = Served::empty();
    let body = json!({ "customerSession": {}, "responseContent": ["customerSession"] });
    for (query, status) in [
        ("dry=true&now=2026-03-05T00:00:00Z", 200),
        ("dry=true&now=2026-03-04T12:00:00Z", 400),
        ("now=2026-03-05T00:00:00Z", 400),
        ("dry=true&now=tomorrow", 400),
        ("dry=perhaps", 400),
    ] {
        let path = format!("/v2/customer_sessions/later?{query}");
        let answer = call(&served, "PUT", &path, Some(body.clone())).await;
        assert_eq!(answer.status.as_u16(), status, "{query}: {}", answer.text);
        if status == 200 {
            assert_eq!(answer.json()["customerSession"]["created"], "2026-03-05T00:00:00Z");
        }
    }
    assert_eq!(call(&served, "GET", "/v2/customer_sessions/later", None).await.status.as_u16(), 404);
}

#[tokio::test]
async fn many_customers_are_saved_together_or_not_at_all() {
    let served = Served::empty();
    let path = "/v2/customer_profiles";
    let two =
        json!({ "customerProfiles": [{ "integrationId": "a" }, { "integrationId": "b", "attributes": {} }] });
    let saved = call(&served, "PUT", path, Some(two.clone())).await.json();
    assert_eq!(saved["integrationStates"][1]["customerProfile"]["integrationId"], "b");
    assert_eq!(call(&served, "PUT", &format!("{path}?silent=yes"), Some(two)).await.status.as_u16(), 204);
    let bad = json!({ "customerProfiles": [{ "integrationId": "c" }, { "integrationId": "d", "attributes": { "x": 1 } }] });
    let refused = call(&served, "PUT", path, Some(bad)).await;
    assert_eq!(refused.json()["errors"][0]["source"]["pointer"], "/customerProfiles/1/attributes/x");
    let many: Vec<Value> = (0..1_001).map(|number| json!({ "integrationId": number.to_string() })).collect();
    let refused = call(&served, "PUT", path, Some(json!({ "customerProfiles": many }))).await;
    assert_eq!(refused.json()["errors"][0]["source"]["pointer"], "/customerProfiles");
    let names = served.get("/v1/customers/no_total").await;
    assert_eq!(names["data"].as_array().unwrap().len(), 2, "of a refused request nothing is stored");
}

#[tokio::test]
async fn campaigns_that_run_are_listed() {
    let served = Served::sample();
    let campaigns = call(&served, "GET", "/v1/integration/campaigns", None).await.json();
    let data = campaigns["data"].as_array().unwrap();
    assert!(!data.is_empty() && data.iter().all(|one| one["frontendState"] == "running"), "{campaigns}");
}
