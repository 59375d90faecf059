//! Every field of every operation, given everything it must not be: refused with the field named, nothing stored, and
//! the next request works.

use app::apply::Request;
use serde_json::{Value, json};

use crate::world::{World, attribute, campaign, event_attribute, give_back, item, to_state, track, update};

/// Longer than any text may be, and still a request that is read.
const LONG: usize = 1_500_000;
/// More than any request may have.
const HUGE: usize = 10_000_000;
/// Stands in a request for a text that is not JSON, or not this field's.
const HERE: &str = "@here@";

/// A request that can be done, with every field its operation has.
struct Full {
    request: Value,
    /// The object a body is wrapped in, which pointers leave out.
    wrapper: &'static str,
}

impl Full {
    /// The pointer a refusal names the place by.
    fn named(&self, place: &str) -> String {
        let place = place.strip_prefix("/body").unwrap_or(place);
        match place.strip_prefix(self.wrapper) {
            Some(inner) if inner.starts_with('/') => inner.to_owned(),
            Some(_) | None => place.to_owned(),
        }
    }

    /// The request as text with `raw` at `place`.
    fn with(&self, place: &str, raw: &str) -> String {
        let mut request = self.request.clone();
        *request.pointer_mut(place).unwrap() = json!(HERE);
        request.to_string().replacen(&format!("\"{HERE}\""), raw, 1)
    }
}

fn world() -> World {
    World::after(&[
        campaign("Old", "Always", json!([])),
        attribute("CustomerProfile", "tier", "string"),
        attribute("CustomerProfile", "visits", "number"),
        attribute("CustomerSession", "note", "string"),
        attribute("CartItem", "colour", "string"),
        event_attribute("pageview", "url", "string"),
        event_attribute("pageview", "seconds", "number"),
        event_attribute("pageview", "first", "boolean"),
        event_attribute("pageview", "at", "time"),
        event_attribute("pageview", "place", "location"),
        event_attribute("pageview", "tags", "(list string)"),
        event_attribute("pageview", "scores", "(list number)"),
        update("open", json!({"profileId": "ana"})),
        update("closed", json!({"cartItems": [item("tee", 3, 20.0)]})),
        to_state("closed", "closed"),
    ])
}

fn full_session() -> Value {
    json!({
        "profileId": "ana", "storeIntegrationId": "berlin", "state": "open", "couponCodes": ["SUMMER"],
        "referralCode": "FRIEND", "loyaltyCards": ["card"], "identifiers": ["device"],
        "evaluableCampaignIds": [1], "attributes": {"note": "gift"}, "additionalCosts": {"shipping": {"price": 4.9}},
        "cartItems": [{
            "sku": "tee", "quantity": 2, "price": 20, "name": "T-shirt", "category": "Tops",
            "product": {"name": "T-shirts"}, "weight": 200, "height": 1, "width": 2, "length": 3,
            "attributes": {"colour": "red"}, "additionalCosts": {"wrapping": {"price": 1}},
        }],
    })
}

fn operations() -> Vec<Full> {
    let plain = |request| Full { request, wrapper: "" };
    let mut saved = campaign("New", "Always", json!([]));
    saved["body"]["description"] = json!("for tests");
    saved["body"]["limits"] =
        json!([{"action": "setDiscount", "limit": 5, "period": "daily", "entities": ["Profile"]}]);
    saved["body"]["state"] = json!("enabled");
    saved["body"]["startTime"] = json!("2026-03-01T10:00:00Z");
    saved["body"]["evaluationGroup"] = json!("");
    saved["body"]["endTime"] = json!("2026-04-01T10:00:00Z");
    let values = json!({
        "url": "/sale", "seconds": 12, "first": true, "at": "2026-03-01T10:00:00Z",
        "place": {"lat": 52.5, "lng": 13.4}, "tags": ["a"], "scores": [1],
    });
    vec![
        plain(json!({"op": "createAttribute", "body": {
            "entity": "Event", "eventType": "scroll", "type": "string", "name": "depth", "title": "Depth",
            "description": "How far", "suggestions": ["top"], "restrictedBySuggestions": false, "editable": true,
        }})),
        plain(saved),
        plain(json!({"op": "saveEvaluationGroups", "body": {"groups": [{
            "name": "Deals", "mode": "listOrder", "campaigns": [],
            "groups": [{"name": "Inner", "mode": "stackable", "campaigns": []}],
        }]}})),
        plain(json!({"op": "setClock", "body": {"mode": "held", "at": "2026-03-01T10:00:00Z"}})),
        plain(json!({"op": "createCoupons", "id": 1, "body": {
            "couponPattern": "S-####", "validCharacters": "ABC", "numberOfCoupons": 2, "usageLimit": 1,
            "profileLimit": 1, "discountLimit": 5, "recipientIntegrationId": "ana",
            "startDate": "2026-03-01T10:00:00Z", "expiryDate": "2026-03-02T10:00:00Z",
            "isReservationMandatory": false,
        }})),
        plain(json!({"op": "importCoupons", "id": 1, "body": {"csv": "value\nA", "skipBadRows": true}})),
        Full {
            request: json!({"op": "updateSession", "id": "new", "query": {"dry": false}, "body": {
                "customerSession": full_session(), "responseContent": ["customerSession"],
            }}),
            wrapper: "/customerSession",
        },
        Full {
            request: json!({"op": "returnItems", "id": "closed", "body": {
                "return": {"returnedCartItems": [{"position": 0, "quantity": 1, "sku": "tee"}]},
            }}),
            wrapper: "/return",
        },
        plain(json!({"op": "reopenSession", "id": "closed", "query": {"dry": false}})),
        plain(json!({"op": "trackEvent", "body": {
            "profileId": "ana", "type": "pageview", "sessionId": "open", "attributes": values,
            "storeIntegrationId": "berlin", "loyaltyCards": ["card"], "evaluableCampaignIds": [1],
            "responseContent": ["customerSession"],
        }})),
        plain(
            json!({"op": "updateProfile", "id": "ana", "query": {"runRuleEngine": true, "dry": false}, "body": {
                "attributes": {"tier": "gold", "visits": 3}, "evaluableCampaignIds": [1], "responseContent": ["event"],
            }}),
        ),
    ]
}

/// A place in a request and the pointer a mistake there is named by: inside the value of an attribute, that of the
/// attribute. The rule document is another language, with tests of its own.
fn places(value: &Value, place: &str, named: &str, found: &mut Vec<(String, String)>) {
    found.push((place.to_owned(), named.to_owned()));
    let is_value = |of: &str| named.rsplit('/').nth(1) == Some(of);
    let named_below = |step: &str| {
        if is_value("attributes") { named.to_owned() } else { format!("{named}/{step}") }
    };
    match value {
        Value::Object(fields) if !place.ends_with("/ruleset") => {
            for (name, field) in fields {
                places(field, &format!("{place}/{name}"), &named_below(name), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                places(item, &format!("{place}/{index}"), &named_below(&index.to_string()), found);
            }
        }
        Value::Object(_) | Value::String(_) | Value::Number(_) | Value::Bool(_) | Value::Null => {}
    }
}

/// Texts that must not stand where `value` stands.
fn wrong_for(value: &Value) -> Vec<String> {
    let texts: &[&str] = match value {
        Value::String(_) => &["5", "true", "[]", "{}", r#""\u0007""#, r#""\u202e""#, "'a'", r#""\ud800""#],
        Value::Number(_) => &[
            r#""5""#,
            "true",
            "[]",
            "{}",
            "1e999",
            "-1e999",
            "NaN",
            "Infinity",
            "-Infinity",
            "0x10",
            "1.",
            "+1",
        ],
        Value::Bool(_) => &[r#""true""#, "1", "[]", "{}", "True"],
        Value::Array(_) => &["{}", r#""a""#, "5", "true"],
        Value::Object(_) => &["[]", r#""a""#, "5", "true"],
        Value::Null => &[],
    };
    let mut wrong: Vec<String> = texts.iter().map(|&text| text.to_owned()).collect();
    wrong.push(format!("{}1{}", "[".repeat(1_000), "]".repeat(1_000)));
    match value {
        Value::String(_) => wrong.push(format!("\"{}\"", "x".repeat(LONG))),
        Value::Number(_) => wrong.push("1".repeat(40)),
        Value::Object(fields) => wrong.extend(twice(fields)),
        Value::Bool(_) | Value::Array(_) | Value::Null => {}
    }
    wrong
}

/// The object with its first field standing there twice.
fn twice(fields: &serde_json::Map<String, Value>) -> Option<String> {
    let (name, value) = fields.iter().next()?;
    let all = Value::Object(fields.clone()).to_string();
    Some(format!("{{{}:{value},{}", json!(name), all.strip_prefix('{')?))
}

/// Parts of a request that are taken and not looked at, or that mean something when they are wrong for others.
fn is_free(place: &str) -> bool {
    place.is_empty() || place == "/op" || place == "/body/ruleset" || place.contains("/responseContent")
}

/// What is wrong about how `text` is answered; `None` when it is refused as it should be.
fn complaint(world: &World, text: &str, named: &str) -> Option<String> {
    let before = world.bytes();
    let shown: String = text.chars().take(300).collect();
    let refusal = match world.ask_text(text, false) {
        Ok(_) => return Some(format!("accepted: {shown}")),
        Err(refusal) => refusal,
    };
    let problem = &refusal["error"]["errors"][0];
    let pointer = problem["source"]["pointer"].as_str().unwrap_or("nothing");
    let details = problem["details"].as_str().unwrap_or_default();
    // What is no JSON at all is named by the part it breaks, a list in a list by its own place.
    let is_within =
        !named.is_empty() && pointer.strip_prefix(named).is_some_and(|rest| rest.starts_with('/'));
    let is_broken = details.starts_with("This is not JSON") && "/body".starts_with(pointer);
    let is_named = pointer == named || is_within || is_broken;
    if !is_named {
        return Some(format!("named {pointer} instead of {named}: {problem} for {shown}"));
    }
    (world.bytes() != before).then(|| format!("something was stored: {shown}"))
}

#[test]
fn every_field_of_every_operation_is_guarded() {
    for full in operations() {
        let world = world();
        let mut all = Vec::new();
        places(&full.request, "", "", &mut all);
        let mut complaints = Vec::new();
        for (place, named) in all.iter().filter(|(place, _)| !is_free(place)) {
            let value = full.request.pointer(place).unwrap();
            for wrong in wrong_for(value) {
                complaints.extend(complaint(&world, &full.with(place, &wrong), &full.named(named)));
            }
        }
        assert!(complaints.is_empty(), "{} complaints:\n{}", complaints.len(), complaints.join("\n"));
        world.done(&full.request);
    }
}

#[test]
fn a_field_nobody_knows_is_refused_wherever_it_stands() {
    for full in operations() {
        let world = world();
        let mut all = Vec::new();
        places(&full.request, "", "", &mut all);
        let mut complaints = Vec::new();
        for (place, named) in all.iter().filter(|(place, _)| place != "/body/ruleset") {
            let Some(Value::Object(_)) = full.request.pointer(place) else {
                continue;
            };
            let mut request = full.request.clone();
            request.pointer_mut(place).unwrap()["nonsense"] = json!([]);
            let is_value = named.rsplit('/').nth(1) == Some("attributes");
            let named = if is_value { named.clone() } else { format!("{named}/nonsense") };
            complaints.extend(complaint(&world, &request.to_string(), &full.named(&named)));
        }
        assert!(complaints.is_empty(), "{}", complaints.join("\n"));
        world.done(&full.request);
    }
}

#[test]
fn what_is_too_large_or_no_text_is_refused_by_every_operation() {
    for full in operations() {
        let world = world();
        let text = full.request.to_string();
        let huge = text.replacen("\"op\":", &format!("\"{}\":1,\"op\":", "x".repeat(HUGE)), 1);
        assert_eq!(complaint(&world, &huge, ""), None);
        let mut bytes = text.into_bytes();
        let last = bytes.len() - 3;
        bytes[last] = 0xff;
        let refusal = Request::from_bytes(&bytes).unwrap_err();
        assert!(refusal.problems()[0].message.contains("UTF-8"), "{refusal:?}");
        world.done(&full.request);
    }
}

/// One line of a cart with one field changed.
fn line(field: &str, value: Value) -> Value {
    let mut line = item("tee", 1, 1.0);
    line[field] = value;
    update("new", json!({"cartItems": [line]}))
}

/// *Create attribute* with one field changed.
fn attribute_with(field: &str, value: Value) -> Value {
    let mut request = operations().remove(0).request;
    request["body"][field] = value;
    request
}

fn assert_refused(cases: &[(Value, &str)]) {
    let world = world();
    let complaints =
        cases.iter().filter_map(|(request, named)| complaint(&world, &request.to_string(), named));
    let complaints: Vec<String> = complaints.collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn values_no_session_can_have_are_refused() {
    let session = |body: Value| update("new", body);
    assert_refused(&[
        (update("", json!({})), "/id"),
        (update(" ", json!({})), "/id"),
        (session(json!({"state": "paid"})), "/state"),
        (session(json!({"identifiers": ["1", "2", "3", "4", "5", "6"]})), "/identifiers"),
        (session(json!({"loyaltyCards": ["1", "2"]})), "/loyaltyCards"),
        (session(json!({"couponCodes": ["x".repeat(101)]})), "/couponCodes/0"),
        (session(json!({"cartItems": vec![item("a", 1, 1.0); 1_001]})), "/cartItems"),
        (session(json!({"cartItems": [item("a", 10_001, 1.0)]})), "/cartItems"),
        (session(json!({"attributes": {"unheard": 1}})), "/attributes/unheard"),
        (line("quantity", json!(0)), "/cartItems/0/quantity"),
        (line("quantity", json!(-1)), "/cartItems/0/quantity"),
        (line("quantity", json!(1.5)), "/cartItems/0/quantity"),
        (line("price", json!(-1)), "/cartItems/0/price"),
        (line("price", json!(1e20)), "/cartItems/0/price"),
        (line("sku", json!("")), "/cartItems/0/sku"),
        (give_back("closed", json!([])), "/returnedCartItems"),
        (give_back("closed", json!([{}])), "/returnedCartItems/0"),
        (give_back("closed", json!([{"position": 7}])), "/returnedCartItems/0/position"),
        (give_back("closed", json!([{"position": 0, "quantity": 9}])), "/returnedCartItems/0/quantity"),
        (give_back("closed", json!([{"sku": "unheard"}])), "/returnedCartItems/0/sku"),
    ]);
}

#[test]
fn values_no_event_and_no_definition_can_have_are_refused() {
    let event = |attributes: Value| track("ana", "pageview", attributes);
    let unknown_block = json!([{"type": "unheard"}]);
    assert_refused(&[
        (event(json!({"at": "yesterday"})), "/attributes/at"),
        (event(json!({"place": {"lat": 91, "lng": 0}})), "/attributes/place"),
        (event(json!({"place": [1, 2]})), "/attributes/place"),
        (event(json!({"tags": [["nested"]]})), "/attributes/tags"),
        (event(json!({"scores": [1, "2"]})), "/attributes/scores"),
        (track("ana", "unheard", json!({})), "/type"),
        (track("", "pageview", json!({})), "/profileId"),
        (attribute_with("entity", json!("Campaign")), "/entity"),
        (attribute_with("type", json!("money")), "/type"),
        (attribute_with("name", json!("1st")), "/name"),
        (attribute_with("name", json!("with space")), "/name"),
        (attribute_with("name", json!("")), "/name"),
        (attribute_with("eventType", json!("talon_mine")), "/eventType"),
        (attribute_with("eventType", json!("")), "/eventType"),
        (attribute_with("title", json!("<b>")), "/title"),
        (attribute_with("suggestions", json!(vec!["a"; 51])), "/suggestions"),
        (campaign("", "r", json!([])), "/name"),
        (campaign("c", "r", unknown_block), "/ruleset/promotionRules/0/blocks/0/type"),
    ]);
}
