//! Campaigns in groups: what stands, what is excluded and what is said about it.

use app::question::campaigns::Campaigns;
use serde_json::{Value, json};

use crate::world::{World, campaign, event_attribute, item, to_state, track, update};

/// *Save campaign* with a discount of that many, in a group.
fn deal(name: &str, amount: u32, group: &str) -> Value {
    let blocks = json!([
        {"type": "awardDiscount", "name": name, "value": amount, "partial": false, "target": {"type": "cart"}},
        {"type": "showNotification", "notificationType": "Info", "title": name, "body": ""},
    ]);
    let mut request = campaign(name, "Always", blocks);
    request["body"]["evaluationGroup"] = json!(group);
    request
}

fn groups(list: Value) -> Value {
    json!({"op": "saveEvaluationGroups", "body": {"groups": list}})
}

fn deals(mode: &str) -> Value {
    groups(json!([{"name": "Deals", "mode": mode}]))
}

fn buy(session: &str) -> Value {
    update(session, json!({"profileId": "ana", "cartItems": [item("tee", 1, 100.0)]}))
}

/// Names of the discounts of an answer.
fn given(answer: &Value) -> Vec<&str> {
    let effects = answer["effects"].as_array().unwrap().iter();
    let discounts = effects.filter(|effect| effect["effectType"] == "setDiscount");
    discounts.map(|effect| effect["props"]["name"].as_str().unwrap()).collect()
}

/// Campaign, verdict and reason of every rule of an answer.
fn verdicts(answer: &Value) -> Vec<String> {
    let told = |campaign: &Value, rule: &Value| {
        let why = rule["why"].as_str().map(|why| format!(": {why}")).unwrap_or_default();
        format!("{} {}{why}", campaign["campaignName"].as_str().unwrap(), rule["verdict"].as_str().unwrap())
    };
    let campaigns = answer["trace"].as_array().unwrap().iter();
    campaigns
        .flat_map(|campaign| {
            campaign["rules"].as_array().unwrap().iter().map(move |rule| told(campaign, rule))
        })
        .collect()
}

#[test]
fn the_mode_of_the_group_decides_which_discount_stands() {
    let cases: [(&str, &[&str]); 4] = [
        ("stackable", &["Loose", "Five", "Nine", "Nine too"]),
        ("listOrder", &["Loose", "Five"]),
        ("highestDiscount", &["Loose", "Nine"]),
        ("lowestDiscount", &["Loose", "Five"]),
    ];
    for (mode, expected) in cases {
        let world = World::after(&[
            deals(mode),
            deal("Five", 5, "Deals"),
            deal("Loose", 1, ""),
            deal("Nine", 9, "Deals"),
            deal("Nine too", 9, "Deals"),
        ]);
        let answer = world.done(&buy("cart"));
        assert_eq!(given(&answer), expected, "{mode}");
        let kinds = answer["effects"].as_array().unwrap().len();
        assert_eq!(kinds, expected.len() * 2, "{mode}: a loser drops its notification too");
    }
}

/// Source: the vendor's query parameter `forceCompleteEvaluation` of *Track event*, which requires `dry=true`.
#[test]
fn a_complete_evaluation_of_an_event_excludes_no_campaign_and_is_only_rehearsed() {
    let world = World::after(&[
        event_attribute("pageview", "url", "string"),
        deals("highestDiscount"),
        deal("Five", 5, "Deals"),
        deal("Nine", 9, "Deals"),
    ]);
    world.done(&buy("cart"));
    let mut view = track("ana", "pageview", json!({"url": "/"}));
    assert_eq!(given(&world.rehearsed(&view).unwrap()), ["Nine"]);
    view["query"] = json!({"forceCompleteEvaluation": true});
    assert_eq!(given(&world.rehearsed(&view).unwrap()), ["Five", "Nine"]);
    let refused = world.ask(&view).unwrap_err();
    assert_eq!(refused["error"]["errors"][0]["source"]["pointer"], "/forceCompleteEvaluation");
    assert_eq!(given(&world.done(&track("ana", "pageview", json!({"url": "/"})))), ["Nine"]);
}

#[test]
fn an_excluded_rule_names_the_winner_and_both_amounts() {
    let story = |mode| {
        let world = World::after(&[
            deals(mode),
            deal("Five", 5, "Deals"),
            deal("Nine", 9, "Deals"),
            deal("Equal", 9, "Deals"),
        ]);
        verdicts(&world.done(&buy("cart")))
    };
    assert_eq!(
        story("highestDiscount"),
        [
            "Five excluded: “Nine” gives 9.00 and this campaign would give 5.00; in the group “Deals” the highest discount stands (CampaignGaveLowerDiscount)",
            "Nine fired",
            "Equal excluded: “Nine” gives 9.00 and this campaign would give 9.00; in the group “Deals” the highest discount stands, and of equals the earlier (CampaignGaveLowerDiscount)",
        ]
    );
    assert_eq!(
        story("listOrder"),
        [
            "Five fired",
            "Nine excluded: “Five” gives 5.00 and this campaign would give 9.00; in the group “Deals” the first one stands (CampaignIsNotFirst)",
            "Equal excluded: “Five” gives 5.00 and this campaign would give 9.00; in the group “Deals” the first one stands (CampaignIsNotFirst)",
        ]
    );
}

#[test]
fn what_was_excluded_is_never_given_nor_taken_back() {
    let world = World::after(&[deals("highestDiscount"), deal("Five", 5, "Deals"), deal("Nine", 9, "Deals")]);
    world.done(&buy("cart"));
    let closed = world.done(&to_state("cart", "closed"));
    assert_eq!(given(&closed), ["Nine"]);
    assert_eq!(world.session("cart").totals.payable, "91.00");
    let cancelled = world.done(&to_state("cart", "cancelled"));
    let taken = cancelled["effects"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|effect| effect["effectType"] == "rollbackDiscount");
    assert_eq!(taken.count(), 1);
}

#[test]
fn a_code_of_an_excluded_campaign_is_rejected_with_the_vendors_reason_and_not_redeemed() {
    let mut coded = deal("Coded", 5, "Deals");
    let with_code = json!([{"type": "checkCoupon", "redeem": true}]);
    let blocks = coded["body"]["ruleset"]["promotionRules"][0]["blocks"].as_array().unwrap().clone();
    coded["body"]["ruleset"]["promotionRules"][0]["blocks"] =
        with_code.as_array().unwrap().iter().cloned().chain(blocks).collect();
    let world = World::after(&[
        deals("highestDiscount"),
        coded,
        json!({"op": "createCoupons", "id": 1, "body": {"value": "SUMMER"}}),
        deal("Nine", 9, "Deals"),
    ]);
    let mut request = buy("cart");
    request["body"]["customerSession"]["couponCodes"] = json!(["SUMMER"]);
    let answer = world.done(&request);
    assert_eq!(given(&answer), ["Nine"]);
    let effects = answer["effects"].as_array().unwrap();
    assert!(effects.iter().all(|effect| effect["effectType"] != "acceptCoupon"));
    let rejection = effects.iter().find(|effect| effect["effectType"] == "rejectCoupon").unwrap();
    assert_eq!(rejection["props"]["rejectionReason"], "CouponPartOfNotTriggeredCampaign");
    assert_eq!(rejection["props"]["campaignExclusionReason"], "CampaignGaveLowerDiscount");
}

#[test]
fn groups_stand_on_two_levels_and_compete_as_one() {
    let tree = json!([{"name": "Deals", "mode": "highestDiscount", "groups": [{"name": "Pair", "mode": "stackable"}]}]);
    let world = World::after(&[
        groups(tree),
        deal("Three", 3, "Pair"),
        deal("Four", 4, "Pair"),
        deal("Six", 6, "Deals"),
    ]);
    let answer = world.done(&buy("cart"));
    assert_eq!(given(&answer), ["Three", "Four"]);
    assert!(verdicts(&answer)[0].contains("the group “Pair” gives 7.00 and this campaign would give 6.00"));
    let rows = world.workspace.ask_now(&Campaigns).unwrap();
    let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["Six", "Three", "Four"], "a group's campaigns come before the groups inside it");
}

#[test]
fn groups_are_renamed_by_number_refilled_by_list_and_emptied_when_they_go() {
    let world = World::after(&[
        groups(json!([{"name": "A", "mode": "listOrder"}, {"name": "B", "mode": "listOrder"}])),
        deal("One", 1, "A"),
        deal("Two", 2, "B"),
    ]);
    let answer = world.done(&groups(json!([
        {"id": 2, "name": "Bee", "mode": "stackable", "campaigns": [1, 2]},
        {"name": "New", "mode": "lowestDiscount", "groups": [{"name": "A", "mode": "highestDiscount"}]},
    ])));
    let expected = json!({"groups": [
        {"id": 2, "parentId": 0, "name": "Bee", "mode": "stackable", "campaigns": [1, 2]},
        {"id": 3, "parentId": 0, "name": "New", "mode": "lowestDiscount", "campaigns": []},
        {"id": 1, "parentId": 3, "name": "A", "mode": "highestDiscount", "campaigns": []},
    ]});
    assert_eq!(answer, expected);
    world.done(&groups(json!([])));
    let rows = world.workspace.ask_now(&Campaigns).unwrap();
    assert!(rows.iter().all(|row| row.group_id == 0), "{rows:?}");
}

#[test]
fn groups_that_cannot_be_are_refused_by_name() {
    let world = World::after(&[deals("listOrder"), deal("One", 1, "Deals")]);
    let group = |name: &str| json!({"name": name, "mode": "listOrder"});
    let inside = |inner: Value| json!([{"name": "A", "mode": "listOrder", "groups": [inner]}]);
    let many: Vec<Value> = (0..201).map(|number| group(&format!("G{number}"))).collect();
    let cases = [
        (groups(json!([group("")])), "/groups/0/name"),
        (groups(json!([group("A"), group("A")])), "/groups/1/name"),
        (groups(inside(group("A"))), "/groups/0/groups/0/name"),
        (groups(json!([{"name": "A", "mode": "best"}])), "/groups/0/mode"),
        (groups(json!([{"id": 7, "name": "A", "mode": "listOrder"}])), "/groups/0/id"),
        (groups(json!([{"name": "A", "mode": "listOrder", "campaigns": [1, 9]}])), "/groups/0/campaigns/1"),
        (groups(json!([{"name": "A", "mode": "listOrder", "campaigns": [1, 1]}])), "/groups/0/campaigns/1"),
        (
            groups(inside(json!({"name": "B", "mode": "listOrder", "groups": []}))),
            "/groups/0/groups/0/groups",
        ),
        (groups(json!(many)), "/groups"),
        (deal("Two", 2, "Dealz"), "/evaluationGroup"),
    ];
    for (request, pointer) in cases {
        let refusal = world.ask(&request).unwrap_err();
        assert_eq!(refusal["error"]["errors"][0]["source"]["pointer"], pointer, "{request}");
    }
    assert_eq!(world.rehearsed(&deals("stackable")).unwrap()["groups"][0]["mode"], "stackable");
    assert_eq!(world.workspace.ask_now(&Campaigns).unwrap()[0].group_id, 1);
}
