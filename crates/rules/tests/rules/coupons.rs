//! Rules that look at codes: once for each, accepted when they fire, and what they make and set aside.

use std::sync::LazyLock;

use domain::attribute::Entity;
use domain::coupon::{CouponId, Terms};
use domain::effect::EffectKind;
use domain::id::CampaignId;
use domain::redeemable::Rejection;
use domain::value::{AttributeType, Value};
use rules::facts::Code;
use rules::trace::{Outcome, Reason, Verdict};
use serde_json::{Value as Json, json};

use crate::common::{World, check, discount, money, notice, rule};

/// The campaign of the tests.
const OURS: CampaignId = CampaignId(7);

fn code(id: u64, value: &'static str) -> Code<'static> {
    static TERMS: LazyLock<Terms> = LazyLock::new(Terms::default);
    Code {
        id: CouponId(id),
        value,
        campaign: OURS,
        verdict: Ok(()),
        terms: &TERMS,
        is_reserved: false,
        reserved: 0,
        discount_left: None,
    }
}

fn with(codes: &[Code<'static>]) -> World {
    World { codes: codes.to_vec(), ..World::new() }
}

fn coupon(redeem: bool) -> Json {
    json!({"type": "checkCoupon", "redeem": redeem})
}

fn refused(code: Code<'static>, why: Rejection) -> Code<'static> {
    Code { verdict: Err(why), ..code }
}

#[test]
fn a_rule_fires_once_for_each_code_of_its_campaign() {
    let elsewhere = Code { campaign: CampaignId(8), ..code(3, "OTHER") };
    let world = with(&[code(1, "ONE"), elsewhere, code(2, "TWO")]);
    let outcome = world.run(json!([coupon(true), discount(json!(10))]));
    assert_eq!(outcome.words(), ["accept ONE", "10 off", "accept TWO", "10 off"]);
    let codes: Vec<_> = outcome.rules.iter().map(|rule| rule.code.map(|code| code.id)).collect();
    assert_eq!(codes, [Some(CouponId(1)), Some(CouponId(2))]);
}

#[test]
fn every_effect_says_which_code_triggered_it() {
    let world = with(&[code(4, "FOUR")]);
    let document = json!({"promotionRules": [
        {"title": "For codes", "blocks": [coupon(true), discount(json!(1))]},
        {"title": "For everybody", "blocks": [discount(json!(2))]},
    ]});
    let plan = world.compile(&document).unwrap();
    let evaluation = world.evaluate(&plan);
    let triggers: Vec<_> = evaluation.effects.iter().map(|effect| effect.coupon).collect();
    assert_eq!(triggers, [Some(CouponId(4)), Some(CouponId(4)), None]);
}

#[test]
fn a_rule_without_a_code_condition_is_evaluated_once() {
    let world = with(&[code(1, "ONE"), code(2, "TWO")]);
    assert_eq!(world.run(json!([discount(json!(3))])).words(), ["3 off"]);
}

#[test]
fn without_a_code_the_condition_says_so() {
    let failing = json!([{"type": "checkCoupon", "redeem": true, "onFailure": [notice("Enter a code")]}]);
    let outcome = World::new().run(failing);
    assert_eq!(outcome.words(), ["notice: Enter a code"]);
    let block = outcome.rule().blocks.first().unwrap();
    assert_eq!(block.outcome, Outcome::NotPassed(Reason::NoCode));
    assert_eq!(outcome.rule().code, None);
}

#[test]
fn a_code_that_cannot_be_redeemed_does_not_hold_and_says_why() {
    let world = with(&[refused(code(1, "OLD"), Rejection::Expired)]);
    let outcome = world.run(json!([coupon(true), discount(json!(10))]));
    assert!(outcome.words().is_empty());
    let block = outcome.rule().blocks.first().unwrap();
    assert_eq!(block.outcome, Outcome::NotPassed(Reason::Code(Rejection::Expired)));
    assert_eq!(block.actual().as_deref(), Some("OLD"));
    assert_eq!(block.reason().as_deref(), Some("it has expired"));
}

#[test]
fn a_code_is_accepted_only_by_a_rule_that_fires_and_redeems_it_and_once() {
    let small = check("$Session.Total", "lessThan", json!(1));
    let either = json!({"type": "group", "operator": "atLeastOne", "blocks": [coupon(true), small]});
    let table = [
        (json!([coupon(true), discount(json!(1)), small]), vec![]),
        (json!([coupon(false), discount(json!(1))]), vec!["1 off"]),
        (json!([discount(json!(1)), coupon(true)]), vec!["accept ONE", "1 off"]),
        (json!([either, discount(json!(1))]), vec!["accept ONE", "1 off"]),
        (json!([coupon(true), discount(json!("{{1 / ($Session.Total - $Session.Total)}}"))]), vec![]),
    ];
    for (blocks, expected) in table {
        let words: Vec<String> = with(&[code(1, "ONE")])
            .run(blocks.clone())
            .words()
            .into_iter()
            .filter(|word| !word.starts_with("error"))
            .collect();
        assert_eq!(words, expected, "{blocks}");
    }
    let twice = json!({"promotionRules": [
        {"title": "First", "blocks": [coupon(true), discount(json!(1))]},
        {"title": "Second", "blocks": [coupon(true), discount(json!(2))]},
    ]});
    assert_eq!(with(&[code(1, "ONE")]).run_document(&twice).words(), ["accept ONE", "1 off", "2 off"]);
}

#[test]
fn a_gift_card_gives_no_more_than_it_has_left() {
    let card = |left: &str| Code { discount_left: Some(money(left)), ..code(1, "CARD") };
    let twice = json!({"promotionRules": [
        {"title": "First", "blocks": [coupon(true), discount(json!(30))]},
        {"title": "Second", "blocks": [coupon(true), discount(json!(30))]},
    ]});
    let words = |left: &str| {
        let outcome = with(&[card(left)]).run_document(&twice);
        let verdicts: Vec<bool> = outcome.rules.iter().map(|rule| rule.verdict == Verdict::Fired).collect();
        (outcome.words().len(), verdicts)
    };
    assert_eq!(words("60"), (3, vec![true, true]));
    assert_eq!(words("59.99"), (3, vec![true, false]), "accept, 30 off, error");
    assert_eq!(words("29.99"), (2, vec![false, false]));
}

#[test]
fn a_code_is_created_by_its_pattern_and_for_whom_the_rule_says() {
    let create = json!({"type": "createCoupon", "campaignId": 0, "recipientId": "{{$Profile.IntegrationId}}",
        "storeInSession": false, "usageLimit": 3, "discountLimit": 12.5, "pattern": "THANKS-##",
        "expiryDate": "2027-01-01T00:00:00Z"});
    let outcome = World::new().run(json!([create]));
    assert_eq!(outcome.words(), ["create THANKS-## for ada"]);
    let Some(EffectKind::CouponCreated { order: Some(order), .. }) = outcome.effects.first() else {
        panic!("{:?}", outcome.effects)
    };
    assert_eq!(order.campaign, OURS);
    assert_eq!((order.terms.usage_limit, order.terms.discount_limit), (3, Some(money("12.5"))));
    assert_eq!(order.terms.recipient.as_ref().map(ToString::to_string).as_deref(), Some("ada"));
    assert_eq!(order.terms.expires, Some("2027-01-01T00:00:00Z".parse().unwrap()));
}

#[test]
fn a_code_that_makes_no_sense_fails_its_rule() {
    let create = |field: &str, value: Json| {
        let mut block =
            json!({"type": "createCoupon", "campaignId": 0, "recipientId": "", "storeInSession": false});
        block[field] = value;
        World::new().run(json!([block])).rule().verdict.clone()
    };
    assert_eq!(create("usageLimit", json!(2)), Verdict::Fired);
    for (field, value) in [
        ("usageLimit", json!("{{$Session.Total / 7}}")),
        ("usageLimit", json!(-1)),
        ("usageLimit", json!(1_000_000)),
        ("discountLimit", json!(0)),
        ("recipientId", json!("{{$Session.Attributes.channel}}")),
    ] {
        assert!(matches!(create(field, value.clone()), Verdict::Failed { .. }), "{field}: {value}");
    }
}

#[test]
fn a_creation_names_a_campaign_and_a_pattern_that_exist() {
    let mut world = World::new();
    world.names.add_campaign(3);
    let refused = |field: &str, value: Json| {
        let mut block =
            json!({"type": "createCoupon", "campaignId": 3, "recipientId": "", "storeInSession": false});
        block[field] = value;
        let problems = world.compile(&rule(json!([block]))).err().unwrap_or_default();
        problems.into_iter().map(|problem| problem.pointer).collect::<Vec<_>>()
    };
    assert!(refused("campaignId", json!("3")).is_empty());
    for (field, value) in [
        ("campaignId", json!(4)),
        ("campaignId", json!("x")),
        ("pattern", json!("NONE")),
        ("validCharacters", json!("A B")),
        ("storeInSession", json!(true)),
        ("expiryDate", json!("soon")),
        ("usageLimit", json!("many")),
    ] {
        assert_eq!(refused(field, value), [format!("/promotionRules/0/blocks/0/{field}")]);
    }
}

#[test]
fn a_code_is_reserved_for_the_customer_even_when_only_that_is_missing() {
    let blocks = json!([coupon(false), {"type": "reserveCoupon"}]);
    let waiting = refused(code(1, "VIP"), Rejection::ReservationRequired);
    assert_eq!(with(&[waiting]).run(blocks.clone()).words(), ["reserve VIP for ada"]);
    let reserved = Code { is_reserved: true, ..code(1, "VIP") };
    assert_eq!(with(&[reserved]).run(blocks.clone()).words(), ["keep VIP reserved"]);
    let expired = refused(code(1, "VIP"), Rejection::Expired);
    assert!(with(&[expired]).run(blocks).words().is_empty());
    let redeeming = json!([coupon(true), {"type": "reserveCoupon"}]);
    assert!(with(&[waiting]).run(redeeming).words().is_empty(), "redeeming needs the reservation first");
    let mut anonymous = with(&[code(1, "VIP")]);
    anonymous.profile = None;
    let outcome = anonymous.run(json!([coupon(false), {"type": "reserveCoupon"}]));
    assert!(matches!(outcome.rule().verdict, Verdict::Failed { .. }));
}

#[test]
fn attributes_of_the_code_are_read_on_every_unit_too() {
    static TERMS: LazyLock<Terms> = LazyLock::new(|| Terms {
        attributes: [("worth".to_owned(), Value::Number(money("3")))].into(),
        ..Terms::default()
    });
    let mut world = with(&[Code { terms: &TERMS, ..code(1, "ONE") }]);
    world.names.add(Entity::Coupon, None, "worth", AttributeType::Number);
    let each = json!({"type": "awardDiscount", "name": "Each", "value": "{{$Coupon.Attributes.worth}}", "partial": false, "target": {"type": "allItems"}});
    let outcome = world.run(json!([coupon(true), each]));
    assert_eq!(outcome.words().len(), 5, "the code and four units: {:?}", outcome.words());
    assert_eq!(outcome.rule().verdict, Verdict::Fired);
}

#[test]
fn a_selector_sees_no_code() {
    let world = with(&[code(1, "ONE")]);
    let filter = check("$Item.Sku", "equals", json!("{{$Coupon.Value}}"));
    let mut document = rule(json!([coupon(true), discount(json!(1))]));
    document["selectors"] = json!([{"type": "selector", "name": "its", "source": "$Session.CartItems", "steps": [{"type": "filter", "predicate": filter}]}]);
    let problems = world.compile(&document).unwrap_err();
    assert!(problems.iter().all(|problem| problem.details.contains("has no code here")), "{problems:?}");
}
