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
async fn an_event_is_told_only_when_it_is_not_to_be_silent_and_comes_from_the_client_that_sent_it() {
    let served = Served::sample();
    let body = json!({ "profileId": "anna", "type": "pageview", "attributes": {} });
    let attributes = served.get("/v1/attributes?entity=Event").await;
    let event_type = attributes["data"][0]["eventType"].clone();
    let body = Value::Object(
        body.as_object().unwrap().clone().into_iter().chain([("type".to_owned(), event_type)]).collect(),
    );
    let silent = call(&served, "POST", "/v2/events", Some(body.clone())).await;
    assert_eq!((silent.status.as_u16(), silent.text.as_str()), (204, ""), "{}", silent.text);
    let before = served.get("/v1/applications/1/events/no_total").await["data"].as_array().unwrap().len();
    let dry = call(&served, "POST", "/v2/events?silent=no&dry=true", Some(body)).await;
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
