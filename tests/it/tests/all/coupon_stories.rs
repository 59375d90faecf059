//! Codes at work: accepted, rejected for every reason there is, counted at closing and given back afterwards.

use app::question::coupons::Coupons;
use app::view::coupon::{CouponFilterView, CouponView};
use serde_json::{Value, json};

use crate::world::{World, campaign, give_back, item, reopen, to_state, track, update};

fn create(campaign: u32, value: &str, terms: Value) -> Value {
    let mut body = terms;
    body["value"] = json!(value);
    json!({"op": "createCoupons", "id": campaign, "body": body})
}

fn coupon(redeem: bool) -> Value {
    json!({"type": "checkCoupon", "redeem": redeem})
}

fn off(value: Value) -> Value {
    json!({"type": "awardDiscount", "name": "Summer", "value": value, "partial": false, "target": {"type": "cart"}})
}

/// 20 % off with a code, from 50 on.
fn summer() -> Value {
    let from_50 = json!({"type": "checkAttribute", "attribute": "$Session.Total", "operator": "greaterThanOrEqual", "value": 50});
    campaign(
        "Summer",
        "A fifth off with a code",
        json!([coupon(true), from_50, off(json!("{{$Session.Total * 20%}}"))]),
    )
}

/// A cart with these codes.
fn cart(id: &str, profile: &str, codes: Value) -> Value {
    update(id, json!({"profileId": profile, "couponCodes": codes, "cartItems": [item("tee", 2, 50.0)]}))
}

/// The effects of an answer in short: `acceptCoupon SUMMER20`, `setDiscount 20`, `rejectCoupon X CouponExpired`.
fn effects(answer: &Value) -> Vec<String> {
    let told = |effect: &Value| {
        let props = &effect["props"];
        let mut words = vec![effect["effectType"].as_str().unwrap().to_owned()];
        for prop in ["value", "couponValue", "rejectionReason", "profileId", "title"] {
            match &props[prop] {
                Value::String(text) => words.push(text.clone()),
                Value::Number(number) => words.push(number.to_string()),
                _ => {}
            }
        }
        words.join(" ")
    };
    answer["effects"].as_array().unwrap().iter().map(told).collect()
}

fn row(world: &World, value: &str) -> CouponView {
    let filter = CouponFilterView { text: Some(value.to_owned()), ..CouponFilterView::default() };
    let page = world.workspace.ask_now(&Coupons { filter, after: None, limit: 10 }).unwrap();
    page.rows.into_iter().find(|row| row.value == value).unwrap()
}

fn used(world: &World, value: &str) -> u32 {
    row(world, value).used
}

/// The props of the first rejection.
fn rejection(answer: &Value) -> Value {
    let effects = answer["effects"].as_array().unwrap().iter();
    let mut rejections = effects.filter(|effect| effect["effectType"] == "rejectCoupon");
    rejections.next().unwrap_or_else(|| panic!("nothing is rejected: {answer:#}"))["props"].clone()
}

#[test]
fn a_code_is_accepted_while_open_and_counted_when_the_session_closes() {
    let world = World::after(&[summer(), create(1, "SUMMER20", json!({"usageLimit": 1}))]);
    let opened = world.done(&cart("s1", "ana", json!(["SUMMER20"])));
    assert_eq!(effects(&opened), ["acceptCoupon SUMMER20", "setDiscount 20"]);
    assert!(opened["effects"].as_array().unwrap().iter().all(|effect| effect["triggeredByCoupon"] == 1));
    let again = world.done(&update("s1", json!({})));
    assert_eq!(effects(&again), effects(&opened), "checked on every update");
    assert_eq!(used(&world, "SUMMER20"), 0, "and counted by none");
    world.done(&to_state("s1", "closed"));
    assert_eq!((used(&world, "SUMMER20"), row(&world, "SUMMER20").status_text.as_str()), (1, "used 1 of 1"));
    let second = world.done(&cart("s2", "ana", json!(["SUMMER20"])));
    assert_eq!(effects(&second), ["rejectCoupon SUMMER20 CouponLimitReached"]);
}

#[test]
fn a_redeemed_code_follows_its_session_back() {
    let world = World::after(&[
        summer(),
        create(1, "SUMMER20", json!({"usageLimit": 1, "profileLimit": 1, "discountLimit": 100})),
        cart("s1", "ana", json!(["SUMMER20"])),
        to_state("s1", "closed"),
    ]);
    let returned = world.done(&give_back("s1", json!([{"sku": "tee", "quantity": 1}])));
    assert_eq!(effects(&returned), Vec::<String>::new(), "a partial return leaves the code redeemed");
    assert_eq!(used(&world, "SUMMER20"), 1);
    let cancelled = world.done(&to_state("s1", "cancelled"));
    assert_eq!(effects(&cancelled), ["rollbackCoupon SUMMER20", "rollbackDiscount 20"]);
    let row = row(&world, "SUMMER20");
    assert_eq!((row.used, row.discounted.as_str()), (0, "0.00"));
    let usable = world.done(&cart("s2", "ana", json!(["SUMMER20"])));
    assert_eq!(effects(&usable), ["acceptCoupon SUMMER20", "setDiscount 20"]);
}

#[test]
fn a_return_gives_back_its_share_of_what_a_gift_card_gave() {
    let each = json!({"type": "awardDiscount", "name": "Ten each", "value": 10, "partial": false, "target": {"type": "allItems"}});
    let world = World::after(&[
        campaign("Cards", "Ten off each", json!([coupon(true), each])),
        create(1, "CARD", json!({"usageLimit": 0, "discountLimit": 100})),
        cart("s1", "ana", json!(["CARD"])),
        to_state("s1", "closed"),
    ]);
    let given = |world: &World| (used(world, "CARD"), row(world, "CARD").discounted);
    assert_eq!(given(&world), (1, "20.00".to_owned()));
    world.done(&give_back("s1", json!([{"sku": "tee", "quantity": 1}])));
    assert_eq!(given(&world), (1, "10.00".to_owned()), "still used, and ten more to give");
    world.done(&to_state("s1", "cancelled"));
    assert_eq!(given(&world), (0, "0.00".to_owned()));
}

#[test]
fn a_reopened_session_can_use_its_code_again() {
    let world = World::after(&[
        summer(),
        create(1, "SUMMER20", json!({"usageLimit": 1})),
        cart("s1", "ana", json!(["SUMMER20"])),
        to_state("s1", "closed"),
    ]);
    let reopened = world.done(&reopen("s1"));
    assert_eq!(effects(&reopened), ["rollbackCoupon SUMMER20", "rollbackDiscount 20"]);
    assert_eq!(used(&world, "SUMMER20"), 0);
    let closed = world.done(&to_state("s1", "closed"));
    assert_eq!(effects(&closed), ["acceptCoupon SUMMER20", "setDiscount 20"]);
    assert_eq!(used(&world, "SUMMER20"), 1);
}

#[test]
fn several_codes_are_each_judged_for_themselves() {
    let world = World::after(&[
        summer(),
        create(1, "ONE", json!({})),
        create(1, "TWO", json!({"expiryDate": "2026-01-01T00:00:00Z"})),
        create(1, "THREE", json!({"usageLimit": 0})),
    ]);
    let closed = world.done(&cart("s1", "ana", json!(["ONE", "TWO", "THREE", "ONE", "NOPE"])));
    assert_eq!(
        effects(&closed),
        [
            "acceptCoupon ONE",
            "setDiscount 20",
            "acceptCoupon THREE",
            "setDiscount 20",
            "rejectCoupon TWO CouponExpired",
            "rejectCoupon NOPE CouponNotFound",
        ]
    );
    world.done(&to_state("s1", "closed"));
    assert_eq!([used(&world, "ONE"), used(&world, "TWO"), used(&world, "THREE")], [1, 0, 1]);
}

#[test]
fn a_condition_without_redemption_leaves_the_code_as_it_is() {
    let notice =
        json!({"type": "showNotification", "notificationType": "Info", "title": "A good code", "body": ""});
    let world = World::after(&[
        campaign("Look", "Tell", json!([coupon(false), notice])),
        create(1, "LOOK", json!({})),
        cart("s1", "ana", json!(["LOOK"])),
    ]);
    let closed = world.done(&to_state("s1", "closed"));
    assert_eq!(effects(&closed), ["showNotification A good code"]);
    assert_eq!(used(&world, "LOOK"), 0);
}

#[test]
fn a_dry_run_counts_nothing() {
    let world =
        World::after(&[summer(), create(1, "SUMMER20", json!({})), cart("s1", "ana", json!(["SUMMER20"]))]);
    let rehearsed = world.rehearsed(&to_state("s1", "closed")).unwrap();
    assert_eq!(effects(&rehearsed), ["acceptCoupon SUMMER20", "setDiscount 20"]);
    assert_eq!(used(&world, "SUMMER20"), 0);
}

#[test]
fn a_code_nobody_created_is_not_found() {
    let world = World::after(&[summer()]);
    let answer = world.done(&cart("s1", "ana", json!(["GUESS"])));
    assert_eq!(rejection(&answer), json!({"value": "GUESS", "rejectionReason": "CouponNotFound"}));
    assert_eq!(world.session("s1").totals.discount, "0.00");
}

#[test]
fn a_code_of_a_campaign_that_is_off_is_rejected() {
    let mut off = summer();
    off["body"]["state"] = json!("disabled");
    let world = World::after(&[off, create(1, "SUMMER20", json!({}))]);
    let answer = world.done(&cart("s1", "ana", json!(["SUMMER20"])));
    assert_eq!(rejection(&answer)["rejectionReason"], "CouponPartOfNotRunningCampaign");
    let mut later = summer();
    later["body"]["startTime"] = json!("2026-04-01T00:00:00Z");
    let world = World::after(&[later, create(1, "SUMMER20", json!({}))]);
    let answer = world.done(&cart("s1", "ana", json!(["SUMMER20"])));
    assert_eq!(
        rejection(&answer)["rejectionReason"],
        "CouponPartOfNotRunningCampaign",
        "not before it begins"
    );
}

#[test]
fn terms_that_are_not_met_reject_a_code() {
    let table = [
        (json!({"startDate": "2026-03-02T00:00:00Z"}), "CouponStartDateInFuture"),
        (json!({"expiryDate": "2026-03-01T10:00:00Z"}), "CouponExpired"),
        (json!({"recipientIntegrationId": "bob"}), "CouponRecipientDoesNotMatch"),
        (json!({"isReservationMandatory": true}), "CouponReservationRequired"),
    ];
    for (terms, reason) in table {
        let world = World::after(&[summer(), create(1, "CODE", terms)]);
        let answer = world.done(&cart("s1", "ana", json!(["CODE"])));
        assert_eq!(effects(&answer), [format!("rejectCoupon CODE {reason}")]);
    }
}

#[test]
fn a_personal_code_needs_a_customer() {
    let world = World::after(&[summer(), create(1, "ANA", json!({"recipientIntegrationId": "ana"}))]);
    let anonymous = world.done(&cart("s1", "", json!(["ANA"])));
    assert_eq!(rejection(&anonymous)["rejectionReason"], "ProfileRequired");
    let hers = world.done(&cart("s2", "ana", json!(["ANA"])));
    assert_eq!(effects(&hers), ["acceptCoupon ANA", "setDiscount 20"]);
}

#[test]
fn a_customer_uses_a_code_as_often_as_one_may() {
    let world = World::after(&[
        summer(),
        create(1, "EACH", json!({"usageLimit": 0, "profileLimit": 1})),
        cart("s1", "ana", json!(["EACH"])),
        to_state("s1", "closed"),
    ]);
    let again = world.done(&cart("s2", "ana", json!(["EACH"])));
    assert_eq!(rejection(&again)["rejectionReason"], "ProfileLimitReached");
    let another = world.done(&cart("s3", "bob", json!(["EACH"])));
    assert_eq!(effects(&another), ["acceptCoupon EACH", "setDiscount 20"]);
}

#[test]
fn a_code_whose_campaign_is_not_evaluated_is_not_triggered() {
    let world =
        World::after(&[summer(), campaign("Other", "Always", json!([])), create(1, "SUMMER20", json!({}))]);
    let mut request = cart("s1", "ana", json!(["SUMMER20"]));
    request["body"]["customerSession"]["evaluableCampaignIds"] = json!([2]);
    let answer = world.rehearsed(&request).unwrap();
    let props = rejection(&answer);
    assert_eq!(props["rejectionReason"], "CouponPartOfNotTriggeredCampaign");
    assert_eq!(props["campaignExclusionReason"], "CampaignNotInEvaluationSet");
}

#[test]
fn a_code_whose_rule_does_not_hold_is_rejected_by_the_condition_that_fails() {
    let world = World::after(&[summer(), create(1, "SUMMER20", json!({}))]);
    let small = update(
        "s1",
        json!({"profileId": "ana", "couponCodes": ["SUMMER20"], "cartItems": [item("tee", 1, 20.0)]}),
    );
    let rejected = rejection(&world.done(&small));
    assert_eq!(
        (&rejected["rejectionReason"], &rejected["conditionIndex"]),
        (&json!("CouponRejectedByCondition"), &json!(1))
    );
    assert!(rejected["details"].as_str().unwrap().contains("at least 50"), "{rejected}");
}

#[test]
fn a_code_that_no_rule_looks_at_is_rejected_by_condition_too() {
    let world =
        World::after(&[campaign("Plain", "Always", json!([off(json!(1))])), create(1, "PLAIN", json!({}))]);
    let answer = world.done(&cart("s1", "ana", json!(["PLAIN"])));
    assert_eq!(effects(&answer), ["setDiscount 1", "rejectCoupon PLAIN CouponRejectedByCondition"]);
    assert!(rejection(&answer)["details"].as_str().unwrap().contains("Coupon code is valid"));
}

#[test]
fn a_code_for_a_cost_that_the_cart_lacks_says_which() {
    let shipping = json!({"type": "awardDiscount", "name": "Free shipping", "value": 1, "partial": false,
        "target": {"type": "additionalCost", "additionalCost": {"name": "shipping"}, "target": {"type": "cart"}}});
    let free = campaign("Free shipping", "With a code", json!([coupon(true), shipping]));
    let world = World::after(&[free, create(1, "SHIP", json!({}))]);
    let rejected = rejection(&world.done(&cart("s1", "ana", json!(["SHIP"]))));
    assert_eq!(
        (&rejected["rejectionReason"], &rejected["effectIndex"]),
        (&json!("EffectCouldNotBeApplied"), &json!(1))
    );
    assert!(rejected["details"].as_str().unwrap().contains("no additional cost \"shipping\""), "{rejected}");
}

#[test]
fn a_code_whose_effect_cannot_be_given_says_which() {
    let world = World::after(&[summer(), create(1, "CARD", json!({"usageLimit": 0, "discountLimit": 30}))]);
    world.done(&cart("s1", "ana", json!(["CARD"])));
    world.done(&to_state("s1", "closed"));
    assert_eq!(row(&world, "CARD").discounted, "20.00");
    let answer = world.done(&cart("s2", "ana", json!(["CARD"])));
    let rejected = rejection(&answer);
    assert_eq!(
        (&rejected["rejectionReason"], &rejected["effectIndex"]),
        (&json!("EffectCouldNotBeApplied"), &json!(2))
    );
    assert!(rejected["details"].as_str().unwrap().contains("only 10"), "{rejected}");
    let journal = world.journal();
    assert_eq!(journal.last().unwrap().rejections, 1, "the list of events counts rejections");
}

fn thanks() -> Value {
    json!({"type": "createCoupon", "campaignId": 0, "recipientId": "{{$Profile.IntegrationId}}",
           "storeInSession": false, "pattern": "THANKS-####"})
}

#[test]
fn a_code_is_promised_while_open_and_created_when_the_session_closes() {
    let world = World::after(&[campaign("Thanks", "Thank everybody", json!([thanks()]))]);
    let opened = world.done(&cart("s1", "ana", json!([])));
    assert_eq!(effects(&opened), ["couponCreated THANKS-#### ana"]);
    assert_eq!(opened["createdCoupons"], json!([]));
    let closed = world.done(&to_state("s1", "closed"));
    let made = closed["createdCoupons"][0]["value"].as_str().unwrap().to_owned();
    assert!(made.starts_with("THANKS-") && !made.contains('#'), "{made}");
    assert_eq!(effects(&closed), [format!("couponCreated {made} ana")]);
    assert_eq!(row(&world, &made).recipient.as_deref(), Some("ana"));
    let reopened = world.done(&reopen("s1"));
    assert!(effects(&reopened).is_empty(), "{reopened:#}");
    assert_eq!(row(&world, &made).status_text, "unused", "a created code survives");
}

#[test]
fn an_event_without_a_session_creates_its_code_at_once() {
    let world = World::after(&[
        crate::world::event_attribute("signed up", "source", "string"),
        campaign(
            "Welcome",
            "On signing up",
            json!([{"type": "checkEvent", "eventType": "signed up"}, thanks()]),
        ),
    ]);
    let answer = world.done(&track("ana", "signed up", json!({"source": "web"})));
    let made = answer["createdCoupons"][0]["value"].as_str().unwrap();
    assert_eq!(row(&world, made).campaign_name, "Welcome");
}

#[test]
fn a_code_that_must_be_reserved_is_reserved_by_one_session_and_redeemed_by_the_next() {
    let reserving = json!([coupon(false), {"type": "checkAttribute", "attribute": "$Session.Total", "operator": "lessThan", "value": 50}, {"type": "reserveCoupon"}]);
    let mut both = summer();
    both["body"]["ruleset"]["promotionRules"]
        .as_array_mut()
        .unwrap()
        .push(json!({"title": "Set aside", "blocks": reserving}));
    let world = World::after(&[both, create(1, "VIP", json!({"isReservationMandatory": true}))]);
    let small = json!({"profileId": "ana", "couponCodes": ["VIP"], "cartItems": [item("tee", 1, 20.0)], "state": "closed"});
    let reserved = world.done(&update("s1", small));
    assert_eq!(effects(&reserved), ["reserveCoupon VIP"]);
    assert_eq!(
        reserved["effects"][0]["props"],
        json!({"couponValue": "VIP", "profileIntegrationId": "ana", "isNewReservation": true})
    );
    assert_eq!((used(&world, "VIP"), row(&world, "VIP").reserved), (0, 1));
    assert_eq!(
        rejection(&world.done(&cart("s2", "bob", json!(["VIP"]))))["rejectionReason"],
        "CouponReservationRequired"
    );
    assert_eq!(
        effects(&world.done(&cart("s3", "ana", json!(["VIP"])))),
        ["acceptCoupon VIP", "setDiscount 20"]
    );
}

/// The vendor's tutorial: a cart of 100 with 20 % off by a code, and a code as a present; then the order is cancelled.
#[test]
fn the_order_is_cancelled_the_code_is_free_again_and_the_present_stays() {
    let rule = json!([coupon(true), off(json!("{{$Session.Total * 20%}}")), thanks()]);
    let world = World::after(&[
        campaign("Summer", "A fifth off, and a present", rule),
        create(1, "SUMMER20", json!({"usageLimit": 1})),
    ]);
    world.done(&cart("order", "ana", json!(["SUMMER20"])));
    let closed = world.done(&to_state("order", "closed"));
    let present = closed["createdCoupons"][0]["value"].as_str().unwrap().to_owned();
    assert_eq!(
        effects(&closed),
        [
            "acceptCoupon SUMMER20".to_owned(),
            "setDiscount 20".to_owned(),
            format!("couponCreated {present} ana")
        ]
    );
    assert_eq!(world.session("order").totals.payable, "80.00");

    let cancelled = world.done(&to_state("order", "cancelled"));
    assert_eq!(effects(&cancelled), ["rollbackCoupon SUMMER20", "rollbackDiscount 20"]);
    assert_eq!(row(&world, "SUMMER20").status_text, "unused", "the code can be used again");
    assert_eq!(row(&world, &present).status_text, "unused", "the created code remains");
    assert_eq!(world.session("order").totals.discount, "0.00");
    let again = world.done(&cart("next", "bob", json!(["SUMMER20"])));
    assert_eq!(effects(&again).first().map(String::as_str), Some("acceptCoupon SUMMER20"));
}
