//! Attributes of codes: defined in the dictionary, set at every birth of a code, read by rules, told and exported.

use app::coupon_key::CouponKey;
use app::coupon_sheet::ExportCoupons;
use app::question::coupons::OneCoupon;
use app::view::coupon::{CouponDetailView, CouponFilterView};
use app::view::event::ExportFormat;
use serde_json::{Value, json};

use crate::world::{World, attribute, campaign, item, to_state, update};

fn create(body: Value) -> Value {
    json!({"op": "createCoupons", "id": 1, "body": body})
}

fn coupon() -> Value {
    json!({"type": "checkCoupon", "redeem": true})
}

fn notice(title: &str) -> Value {
    json!({"type": "showNotification", "notificationType": "Info", "title": title, "body": ""})
}

/// Codes know who sent them and how much they are worth; the rule asks for both.
fn world() -> World {
    let by_mail = json!({"type": "checkAttribute", "attribute": "$Coupon.Attributes.channel", "operator": "equals", "value": "mail"});
    let off = json!({"type": "awardDiscount", "name": "{{$Coupon.Value}}", "value": "{{$Coupon.Attributes.worth}}", "partial": false, "target": {"type": "cart"}});
    World::after(&[
        attribute("Coupon", "channel", "string"),
        attribute("Coupon", "worth", "number"),
        campaign("Mail", "What the letter promised", json!([coupon(), by_mail, off])),
    ])
}

fn cart(id: &str, codes: Value) -> Value {
    update(id, json!({"profileId": "ana", "couponCodes": codes, "cartItems": [item("tee", 1, 50.0)]}))
}

fn one(world: &World, value: &str) -> CouponDetailView {
    world.workspace.ask_now(&OneCoupon { code: CouponKey::Value(value.to_owned()) }).unwrap()
}

fn mistakes(refusal: &Value) -> Vec<String> {
    let errors = refusal["error"]["errors"].as_array().unwrap().iter();
    errors.map(|error| error["source"]["pointer"].as_str().unwrap().to_owned()).collect()
}

/// The reason of the condition on the channel.
fn why(answer: &Value) -> String {
    answer["trace"][0]["rules"][0]["conditions"][1]["reason"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_rule_reads_the_attributes_of_the_code_it_is_evaluated_for() {
    let world = world();
    world.done(&create(json!({"value": "A", "attributes": {"channel": "mail", "worth": 5}})));
    world.done(&create(json!({"value": "B", "attributes": {"channel": "mail", "worth": 7.5}})));
    world.done(&create(json!({"value": "C", "attributes": {"channel": "shop", "worth": 9}})));
    let answer = world.done(&cart("s1", json!(["A", "B", "C"])));
    let told: Vec<_> = answer["effects"]
        .as_array()
        .unwrap()
        .iter()
        .map(|effect| {
            (
                effect["effectType"].as_str().unwrap(),
                effect["props"]["name"].as_str(),
                effect["props"]["value"].clone(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("acceptCoupon", None, json!("A")),
            ("setDiscount", Some("A"), json!(5)),
            ("acceptCoupon", None, json!("B")),
            ("setDiscount", Some("B"), json!(7.5)),
            ("rejectCoupon", None, json!("C")),
        ]
    );
}

#[test]
fn what_is_not_there_is_a_reason_and_no_mistake() {
    let world = world();
    world.done(&create(json!({"value": "BARE"})));
    let unset = world.done(&cart("s1", json!(["BARE"])));
    assert!(why(&unset).contains("not set"), "{unset:#}");
    let without = world.done(&cart("s2", json!([])));
    assert!(why(&without).contains("no code"), "{without:#}");
    let errors = |answer: &Value| answer["effects"].to_string().contains("\"error\"");
    assert!(!errors(&unset) && !errors(&without));
}

#[test]
fn a_code_is_only_read_where_there_is_one() {
    let reads =
        json!({"type": "checkAttribute", "attribute": "$Coupon.Value", "operator": "equals", "value": "A"});
    let lonely = World::new().ask(&campaign("Lonely", "No code", json!([reads, notice("!")]))).unwrap_err();
    let details = lonely["error"]["errors"][0]["details"].as_str().unwrap();
    assert!(details.contains("Coupon code is valid"), "{details}");
}

#[test]
fn values_are_checked_like_those_of_any_attribute() {
    let world = world();
    let refused =
        create(json!({"value": "A", "attributes": {"channel": 5, "colour": "red", "worth": "much"}}));
    assert_eq!(
        mistakes(&world.ask(&refused).unwrap_err()),
        ["/attributes/channel", "/attributes/colour", "/attributes/worth"]
    );
    let many =
        create(json!({"couponPattern": "S-###", "numberOfCoupons": 3, "attributes": {"channel": "mail"}}));
    let made = world.done(&many);
    let first = one(&world, made["coupons"][0].as_str().unwrap());
    assert_eq!(first.coupon.attributes_text, "channel: mail");
}

#[test]
fn a_file_has_them_in_one_column_and_gives_them_back() {
    let (here, there) = (world(), world());
    let csv = "value,attributes\nA,\"{\"\"channel\"\":\"\"mail\"\",\"\"worth\"\":4.5}\"\nB,\n";
    here.done(&json!({"op": "importCoupons", "id": 1, "body": {"csv": csv}}));
    assert_eq!(one(&here, "A").coupon.attributes_text, "channel: mail, worth: 4.5");
    let target = here.place("codes.csv");
    let export = ExportCoupons {
        filter: CouponFilterView::default(),
        format: ExportFormat::Csv,
        target: target.clone(),
    };
    here.workspace.ask_now(&export).unwrap();
    let exported = std::fs::read_to_string(&target).unwrap();
    there.done(&json!({"op": "importCoupons", "id": 1, "body": {"csv": exported}}));
    assert_eq!(one(&there, "A").coupon.attributes, one(&here, "A").coupon.attributes);
    for (cell, column) in [("mail", "attributes"), ("\"{\"\"worth\"\":\"\"x\"\"}\"", "attributes/worth")] {
        let bad = format!("value,attributes\nC,{cell}\n");
        let refusal = here.ask(&json!({"op": "importCoupons", "id": 1, "body": {"csv": bad}})).unwrap_err();
        assert_eq!(mistakes(&refusal), [format!("/csv/2/{column}")]);
    }
}

#[test]
fn a_rule_creates_codes_with_attributes() {
    let world = world();
    let thanks = |attributes: Value| json!({"type": "createCoupon", "campaignId": 1, "recipientId": "", "storeInSession": false, "pattern": "T-####", "attributes": attributes});
    let rule = json!([thanks(json!({"channel": "thanks", "worth": "{{$Session.Total * 10%}}"}))]);
    world.done(&campaign("Thanks", "A tenth next time", rule));
    world.done(&cart("s1", json!([])));
    let closed = world.done(&to_state("s1", "closed"));
    assert_eq!(closed["createdCoupons"][0]["attributes"], json!({"channel": "thanks", "worth": 5}));
    let value = closed["createdCoupons"][0]["value"].as_str().unwrap();
    assert_eq!(one(&world, value).coupon.attributes_text, "channel: thanks, worth: 5");

    let wrong = json!([thanks(json!({"channel": 5, "chanel": "x"}))]);
    let refusal = world.ask(&campaign("Wrong", "Mistakes", wrong)).unwrap_err();
    assert_eq!(
        mistakes(&refusal),
        [
            "/ruleset/promotionRules/0/blocks/0/attributes/channel",
            "/ruleset/promotionRules/0/blocks/0/attributes/chanel"
        ]
    );
}
