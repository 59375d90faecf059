//! *Copy as curl*: the vendor's call for every request that makes an event, safe to paste whatever is in it.

use std::process::Command;

use app::render::curl;

#[test]
fn every_request_that_makes_an_event_is_a_call_of_the_integration_api() {
    let calls = [
        (r#"{"op":"updateSession","id":"cart-1","body":{}}"#, "PUT", "/v2/customer_sessions/cart-1"),
        (
            r#"{"op":"updateSession","id":"a/b ü?","body":{}}"#,
            "PUT",
            "/v2/customer_sessions/a%2Fb%20%C3%BC%3F",
        ),
        (r#"{"op":"returnItems","id":"cart-1","body":{}}"#, "POST", "/v2/customer_sessions/cart-1/returns"),
        (r#"{"op":"reopenSession","id":"cart-1"}"#, "PUT", "/v2/customer_sessions/cart-1/reopen"),
        (r#"{"op":"trackEvent","body":{}}"#, "POST", "/v2/events"),
        (
            r#"{"op":"updateProfile","id":"ana","query":{"runRuleEngine":true},"body":{}}"#,
            "PUT",
            "/v2/customer_profiles/ana?runRuleEngine=true",
        ),
    ];
    for (request, method, path) in calls {
        let call = curl::call(request).unwrap();
        let first = format!("curl -X {method} 'https://mycompany.europe-west1.talon.one{path}' \\\n");
        assert!(call.starts_with(&first), "{call}");
        assert_eq!(call.contains("\n  -d '{}'"), request.contains("body"), "{call}");
    }
    assert_eq!(curl::call(r#"{"op":"saveCampaign","body":{}}"#), None);
}

/// Source: the vendor's *Event entity* page, *Triggering an event*.
#[test]
fn the_example_of_the_vendors_page_comes_out_as_it_is_written_there() {
    let request = r#"{"op":"trackEvent","body":{"profileId":"myprofileid","type":"pageview","attributes":{"url":"some value"}}}"#;
    let call = "curl -X POST 'https://mycompany.europe-west1.talon.one/v2/events' \\
  -H 'Authorization: ApiKey-v1 YOUR_API_KEY' \\
  -H 'Content-Type: application/json' \\
  -d '{\"profileId\":\"myprofileid\",\"type\":\"pageview\",\"attributes\":{\"url\":\"some value\"}}'";
    assert_eq!(curl::call(request).as_deref(), Some(call));
}

#[test]
fn a_shell_reads_back_exactly_the_body_that_was_received() {
    for text in ["it's", "$(touch x) `id`", "\\", "a\\nb", "'; rm -rf / #", "\u{202e}!!"] {
        let body = serde_json::json!({ "attributes": { "url": text } }).to_string();
        let request = format!(r#"{{"op":"trackEvent","body":{body}}}"#);
        let printed = curl::call(&request).unwrap().replacen("curl", "printf '%s\\n'", 1);
        let shell = Command::new("sh").args(["-c", &printed]).output().unwrap();
        let words = String::from_utf8(shell.stdout).unwrap();
        assert_eq!(words.lines().last(), Some(body.as_str()));
    }
}
