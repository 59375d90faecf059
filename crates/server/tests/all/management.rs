//! The Management API as a program uses it: what is made can be read, lists can be narrowed and paged.

use std::ops::Add;

use serde_json::{Value, json};

use crate::shop::{API_KEY, Served};

fn new_attribute(name: &str) -> Value {
    json!({
        "entity": "Event", "eventType": "newsletter", "name": name, "title": name, "type": "string",
        "description": "Where it was", "suggestions": ["web"], "editable": true
    })
}

fn names(page: &Value, field: &str) -> Vec<String> {
    let data = page["data"].as_array().unwrap();
    data.iter().map(|one| one[field].as_str().map_or_else(|| one[field].to_string(), str::to_owned)).collect()
}

#[tokio::test]
async fn the_workspace_is_the_one_application() {
    let served = Served::sample();
    let list = served.get("/v1/applications").await;
    assert_eq!((&list["totalResultSize"], &list["data"][0]["id"]), (&json!(1), &json!(1)));
    let one = served.get("/v1/applications/1").await;
    assert_eq!(one, list["data"][0]);
    assert_eq!((&one["currency"], &one["loyaltyPrograms"]), (&json!("EUR"), &json!([])));
}

#[tokio::test]
async fn an_attribute_is_made_read_changed_and_listed() {
    let served = Served::empty();
    let made = served.call("POST", "/v1/attributes", Some(new_attribute("place"))).await;
    assert_eq!(made.status.as_u16(), 201, "{}", made.text);
    let path = format!("/v1/attributes/{}", made.json()["id"]);
    assert_eq!(served.get(&path).await, made.json());
    served.call("POST", "/v1/attributes", Some(new_attribute("reason"))).await;

    let mut changed = new_attribute("place");
    changed["title"] = json!("The place");
    let answer = served.call("PUT", &path, Some(changed)).await;
    assert_eq!(answer.json()["title"], "The place", "{}", answer.text);
    let mut other = new_attribute("place");
    other["type"] = json!("number");
    let answer = served.call("PUT", &path, Some(other)).await;
    assert_eq!(
        (answer.status.as_u16(), &answer.json()["errors"][0]["source"]["pointer"]),
        (400, &json!("/type"))
    );

    let list = served.get("/v1/attributes?entity=Event&search=REAS").await;
    assert_eq!((names(&list, "name"), &list["totalResultSize"]), (vec!["reason".to_owned()], &json!(1)));
    let page = served.get("/v1/attributes?pageSize=1&skip=1").await;
    assert_eq!((names(&page, "name"), &page["totalResultSize"]), (vec!["reason".to_owned()], &json!(2)));
    assert_eq!(names(&served.get("/v1/event_types").await, "name"), ["newsletter"]);
}

#[tokio::test]
async fn a_campaign_gets_rules_and_codes_and_all_of_it_can_be_read_back() {
    let served = Served::empty();
    let body = json!({ "name": "Spring", "state": "enabled", "tags": [], "features": ["coupons"], "limits": [
        { "action": "setDiscount", "limit": 1000.5, "period": "monthly", "entities": [] }
    ]});
    let made = served.call("POST", "/v1/applications/1/campaigns", Some(body)).await;
    assert_eq!(made.status.as_u16(), 201, "{}", made.text);
    let campaign = made.json();
    assert_eq!(
        (&campaign["limits"][0]["limit"], &campaign["limits"][0]["entities"]),
        (&json!(1000.5), &json!([]))
    );
    assert_eq!(
        (&campaign["frontendState"], &campaign["activeRulesetId"]),
        (&json!("running"), &campaign["id"])
    );

    let path = format!("/v1/applications/1/campaigns/{}", campaign["id"]);
    let rules = json!({ "promotionRules": [{ "title": "Everybody", "blocks": [
        { "id": "a", "type": "showNotification", "notificationType": "info", "title": "Hello", "body": "" }
    ]}], "activate": true });
    let saved = served.call("POST", &format!("{path}/rulesets"), Some(rules)).await;
    assert_eq!(saved.status.as_u16(), 201, "{}", saved.text);
    let list = served.get(&format!("{path}/rulesets")).await;
    assert_eq!(list["data"][0]["rules"][0]["title"], "Everybody");
    let document =
        served.get(&path.replace("/v1/", "/v2/").add(&format!("/rulesets/{}", campaign["id"]))).await;
    assert_eq!(document["promotionRules"][0]["blocks"][0]["title"], "Hello");
    for (wrong, pointer) in [
        (json!({ "rules": [{}], "bindings": [] }), "/promotionRules"),
        (json!({ "promotionRules": [], "activate": false }), "/activate"),
        (json!({ "promotionRules": [{ "title": "", "blocks": [] }] }), "/ruleset/promotionRules/0/title"),
    ] {
        let answer = served.call("POST", &format!("{path}/rulesets"), Some(wrong)).await;
        assert_eq!(answer.status.as_u16(), 400, "{}", answer.text);
        assert_eq!(answer.json()["errors"][0]["source"]["pointer"], pointer);
    }

    let update =
        json!({ "name": "Spring sale", "state": "disabled", "tags": [], "features": [], "limits": [] });
    let updated = served.call("PUT", &path, Some(update)).await.json();
    assert_eq!((&updated["name"], &updated["frontendState"]), (&json!("Spring sale"), &json!("disabled")));
    let kept = served.get(&format!("{path}/rulesets")).await;
    assert_eq!(kept["data"][0]["rules"][0]["title"], "Everybody", "an update keeps the rules");
    assert_eq!(served.get("/v1/applications/1/campaigns?campaignState=running").await["totalResultSize"], 0);
}

#[tokio::test]
async fn a_code_is_changed_reserved_released_and_deleted() {
    let served = Served::empty();
    let body = json!({ "name": "Codes", "tags": [], "features": [], "limits": [] });
    let campaign = served.call("POST", "/v1/applications/1/campaigns", Some(body)).await.json()["id"].clone();
    let path = format!("/v1/applications/1/campaigns/{campaign}/coupons");
    let wanted =
        json!({ "numberOfCoupons": 1, "couponPattern": "ONE-##", "usageLimit": 1, "reservationLimit": 2 });
    let made = served.call("POST", &path, Some(wanted)).await.json()["data"][0].clone();
    let (one, code) = (format!("{path}/{}", made["id"]), made["value"].as_str().unwrap().to_owned());
    assert_eq!(made["reservationLimit"], 2);

    let changes =
        json!({ "usageLimit": 5, "expiryDate": "2027-01-01T00:00:00Z", "isReservationMandatory": true });
    let changed = served.call("PUT", &one, Some(changes)).await.json();
    let told = (&changed["usageLimit"], &changed["isReservationMandatory"], &changed["expiryDate"]);
    assert_eq!(told, (&json!(5), &json!(true), &json!("2027-01-01T00:00:00Z")));
    assert_eq!(changed["reservationLimit"], 2, "what is left out stays");

    let reservations = format!("/v1/coupon_reservations/{code}");
    let anna = || Some(json!({ "integrationIDs": ["anna"] }).to_string());
    let key = format!("ApiKey-v1 {API_KEY}");
    let by_shop = [("authorization", key.as_str())];
    let reserved = served.send("POST", &reservations, &by_shop, anna()).await;
    assert_eq!((reserved.status.as_u16(), &reserved.json()["reservationCounter"]), (201, &json!(1)));
    assert_eq!(served.send("DELETE", &reservations, &by_shop, anna()).await.status.as_u16(), 204);
    assert_eq!(served.get(&path).await["data"][0]["reservationCounter"], 0);
    let many = json!({ "integrationIDs": ["a", "b", "c"] }).to_string();
    let refused = served.send("POST", &reservations, &by_shop, Some(many)).await;
    assert_eq!(refused.status.as_u16(), 400, "{}", refused.text);

    assert_eq!(served.call("DELETE", &one, None).await.status.as_u16(), 204);
    for (method, body) in [("PUT", Some(json!({}))), ("DELETE", None)] {
        assert_eq!(served.call(method, &one, body).await.status.as_u16(), 404, "{method}");
    }
    assert_eq!(served.send("POST", &reservations, &by_shop, anna()).await.status.as_u16(), 404);
}

#[tokio::test]
async fn codes_are_made_listed_searched_and_exported() {
    let served = Served::empty();
    let body = json!({ "name": "Codes", "tags": [], "features": [], "limits": [] });
    let campaign = served.call("POST", "/v1/applications/1/campaigns", Some(body)).await.json()["id"].clone();
    let path = format!("/v1/applications/1/campaigns/{campaign}/coupons");
    let wanted =
        json!({ "numberOfCoupons": 3, "uniquePrefix": "SPRING-", "usageLimit": 2, "attributes": {} });
    let made = served.call("POST", &path, Some(wanted)).await;
    assert_eq!((made.status.as_u16(), &made.json()["totalResultSize"]), (200, &json!(3)), "{}", made.text);
    let values = names(&made.json(), "value");
    assert!(values.iter().all(|value| value.starts_with("SPRING-")), "{values:?}");
    let personal = json!({
        "numberOfCoupons": 1, "couponPattern": "ANNA-##", "validCharacters": ["A", "B"],
        "recipientIntegrationId": "anna", "expiryDate": "2026-01-01T00:00:00Z"
    });
    let silent = served.call("POST", &format!("{path}?silent=yes"), Some(personal)).await;
    assert_eq!((silent.status.as_u16(), silent.text.as_str()), (204, ""), "with silent nothing is told");

    let first = served.get(&format!("{path}/no_total?pageSize=3")).await;
    assert_eq!((names(&first, "value"), &first["hasMore"]), (values.clone(), &json!(true)));
    let rest = served.get(&format!("{path}/no_total?pageSize=3&skip=3")).await;
    assert_eq!((rest["data"].as_array().unwrap().len(), &rest["hasMore"]), (1, &json!(false)));
    for (query, number) in [
        ("", 4),
        ("?value=spring", 3),
        (&format!("?value={}&exactMatch=true", values[1]), 1),
        ("?recipientIntegrationId=anna", 1),
        ("?valid=expired", 1),
        ("?valid=validNow", 3),
        ("?usable=false", 0),
    ] {
        let search = format!("/v1/applications/1/coupons_search_advanced/no_total{query}");
        let found = served.call("POST", &search, Some(json!({}))).await.json();
        assert_eq!(found["data"].as_array().unwrap().len(), number, "{query}");
    }
    let sheet = served.call("GET", "/v1/applications/1/export_coupons", None).await;
    assert_eq!(sheet.text.lines().count(), 5);
    assert_eq!(sheet.headers["content-type"], "text/csv; charset=utf-8");
    let refused = served.call("POST", &path, Some(json!({ "numberOfCoupons": 20_001 }))).await;
    assert_eq!(refused.json()["errors"][0]["source"]["pointer"], "/numberOfCoupons");
}

#[tokio::test]
async fn events_carry_their_effects_and_the_numbers_of_session_and_customer() {
    let served = Served::sample();
    let all = served.get("/v1/applications/1/events/no_total").await;
    let data = all["data"].as_array().unwrap();
    assert!(data.len() > 10 && all["hasMore"] == json!(false));
    assert_eq!(data[0]["id"], 1, "the order of the journal");
    let closing = data.iter().find(|one| one["type"] == "talon_session_closed").unwrap();
    let session = served.get(&format!("/v1/applications/1/sessions/{}", closing["sessionId"])).await;
    assert_eq!((&session["id"], &session["profileId"]), (&closing["sessionId"], &closing["profileId"]));
    let customer = served.get(&format!("/v1/customers/{}", closing["profileId"])).await;
    assert_eq!(customer["integrationId"], session["profileintegrationid"]);
    assert!(data.iter().any(|one| one["effects"].as_array().is_some_and(|effects| !effects.is_empty())));

    let newest = served.get("/v1/applications/1/events/no_total?pageSize=2&sort=-created").await;
    assert_eq!((&newest["data"][0]["id"], &newest["hasMore"]), (&json!(data.len()), &json!(true)));
    let count = |answer: &Value| answer["data"].as_array().unwrap().len();
    let ask = async |query: &str| served.get(&format!("/v1/applications/1/events/no_total?{query}")).await;
    let of_type = |name: &str| data.iter().filter(|one| one["type"] == name).count();
    assert_eq!(
        count(&ask("type=talon_session_closed,talon_session_created").await),
        of_type("talon_session_closed") + of_type("talon_session_created")
    );
    let integration_id = session["integrationId"].as_str().unwrap();
    let of_session = data.iter().filter(|one| one["sessionId"] == closing["sessionId"]).count();
    assert_eq!(count(&ask(&format!("session={integration_id}")).await), of_session);
    assert_eq!(count(&ask("createdBefore=2000-01-01T00:00:00Z").await), 0);
    assert_eq!(count(&ask("ruleQuery=nobody-called-a-rule-this").await), 0);
    let types = served.get("/v1/applications/1/event_types").await;
    assert!(types["data"].as_array().unwrap().contains(&json!("talon_session_closed")));
}

#[tokio::test]
async fn events_are_found_by_rule_campaign_effect_and_code() {
    let served = Served::sample();
    let ask = async |query: &str| {
        let found = served.get(&format!("/v1/applications/1/events/no_total?{query}")).await;
        found["data"].as_array().unwrap().clone()
    };
    let with_effect = ask("effectType=setDiscount").await;
    assert!(!with_effect.is_empty());
    let has = |one: &Value, field: &str, value: &str| {
        one["effects"].as_array().unwrap().iter().any(|effect| effect[field] == value)
    };
    assert!(with_effect.iter().all(|one| has(one, "effectType", "setDiscount")));
    let rule = with_effect[0]["effects"][0]["ruleName"].as_str().unwrap();
    let part: String = rule.chars().take(5).collect::<String>().to_uppercase().replace(' ', "%20");
    let by_rule = ask(&format!("ruleQuery={part}")).await;
    assert!(by_rule.iter().any(|one| has(one, "ruleName", rule)), "{rule}");
    let campaigns = served.get("/v1/applications/1/campaigns").await;
    let name = campaigns["data"].as_array().unwrap()[0]["name"].as_str().unwrap().replace(' ', "%20");
    let id = &campaigns["data"][0]["id"];
    let by_campaign = ask(&format!("campaignQuery={name}")).await;
    let is_of =
        |one: &Value| one["effects"].as_array().unwrap().iter().any(|effect| effect["campaignId"] == *id);
    assert!(!by_campaign.is_empty() && by_campaign.iter().all(is_of));
    assert!(ask("couponCode=NOBODY-HAS-THIS").await.is_empty());
}

#[tokio::test]
async fn sessions_and_customers_are_listed_and_found() {
    let served = Served::sample();
    let sessions = served.get("/v1/applications/1/sessions").await;
    let data = sessions["data"].as_array().unwrap();
    assert!(data.len() > 3);
    for one in data {
        assert_eq!(one["totalDiscounts"], 0, "not added up in a list");
        let alone = served.get(&format!("/v1/applications/1/sessions/{}", one["id"])).await;
        assert_eq!(
            (&alone["integrationId"], &alone["cartItems"]),
            (&one["integrationId"], &one["cartItems"])
        );
    }
    let state = data[0]["state"].as_str().unwrap();
    let of_state = served.get(&format!("/v1/applications/1/sessions?state={state}")).await;
    assert_eq!(
        of_state["data"].as_array().unwrap().len(),
        data.iter().filter(|one| one["state"] == state).count()
    );
    let customers = served.get("/v1/applications/1/customers?withTotalResultSize=true").await;
    let all = customers["data"].as_array().unwrap();
    assert_eq!(customers["totalResultSize"], all.len());
    assert_eq!(served.get("/v1/customers/no_total").await["data"], customers["data"]);
    let named = all[0]["integrationId"].as_str().unwrap();
    let one = served.get(&format!("/v1/applications/1/customers?integrationId={named}")).await;
    assert_eq!((names(&one, "integrationId"), &one["hasMore"]), (vec![named.to_owned()], &json!(false)));
    let with =
        all.iter().find(|one| one["attributes"].as_object().is_some_and(|all| !all.is_empty())).unwrap();
    let found = served.call(
        "POST",
        "/v1/customer_search/no_total",
        Some(json!({ "attributes": with["attributes"] })),
    );
    assert!(
        names(&found.await.json(), "integrationId")
            .contains(&with["integrationId"].as_str().unwrap().to_owned())
    );
    let none = json!({ "attributes": { "NoSuchThing": 1 } });
    let found = served.call("POST", "/v1/applications/1/customer_search", Some(none)).await.json();
    assert_eq!(found["data"], json!([]));
}

#[tokio::test]
async fn effects_and_sessions_come_as_csv_in_the_vendors_columns() {
    let served = Served::sample();
    let effects = served.call("GET", "/v1/applications/1/export_effects", None).await;
    let mut lines = effects.text.lines();
    assert_eq!(
        lines.next().unwrap(),
        "created,name,applicationid,campaignid,rulesetid,ruleindex,sessionintegrationid,profileintegrationid,sessionid,\
         profileid,eventid,event_type,total_revenue,props,couponid,store_id,store_integration_id"
    );
    let events = served.get("/v1/applications/1/events/no_total").await;
    let number: usize =
        events["data"].as_array().unwrap().iter().map(|one| one["effects"].as_array().unwrap().len()).sum();
    assert_eq!(lines.count(), number, "one row for each effect of each event");
    let excel =
        served.call("GET", "/v1/applications/1/export_customer_sessions?dateFormat=excel", None).await;
    let header = excel.text.lines().next().unwrap();
    assert!(header.starts_with(
        "id,firstsession,integrationid,applicationid,profileid,profileintegrationid,created,state,"
    ));
    assert!(excel.text.contains("0001-01-01 00:00:00"), "what never was is the first moment of all");
    let closed = "/v1/applications/1/export_customer_sessions?customerSessionState=cancelled";
    let closed = served.call("GET", closed, None).await;
    assert!(closed.text.lines().skip(1).all(|line| line.contains(",cancelled,")));
}

#[tokio::test]
async fn the_access_log_tells_what_came_in() {
    let served = Served::empty();
    served.get("/v1/applications").await;
    served.call("POST", "/v1/attributes", Some(json!({ "colour": 1 }))).await;
    let path = "/v1/applications/1/access_logs/no_total";
    let range = "rangeStart=2026-03-04T00:00:00Z&rangeEnd=2026-03-05T00:00:00Z";
    let log = served.get(&format!("{path}?{range}")).await;
    assert_eq!(names(&log, "requestUri"), ["/v1/applications", "/v1/attributes"]);
    assert_eq!(log["data"][1]["requestPayload"], "{\"colour\":1}");
    let errors = served.get(&format!("{path}?{range}&status=error&method=post&path=attr.butes$")).await;
    assert_eq!(names(&errors, "status"), ["400"]);
    for wrong in ["", "rangeStart=2026-03-04T00:00:00Z", &format!("{range}&path=(")] {
        assert_eq!(
            served.call("GET", &format!("{path}?{wrong}"), None).await.status.as_u16(),
            400,
            "{wrong}"
        );
    }
}
