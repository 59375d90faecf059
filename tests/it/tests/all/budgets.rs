//! Budgets over whole stories: used up, given back, shared out, started afresh.

use app::clock::Clock;
use app::workspace::Workspace;
use serde_json::{Value, json};

use crate::world::{World, campaign, event_attribute, give_back, item, reopen, to_state, track, update};

/// A fifth off the cart, under `limits`.
fn fifth_off(limits: Value, partial: bool) -> Value {
    let discount = json!({"type": "awardDiscount", "name": "A fifth", "value": "{{$Session.Total * 20%}}", "partial": partial, "target": {"type": "cart"}});
    limited(campaign("A fifth off", "Twenty percent", json!([discount])), limits)
}

/// A euro off every item, under `limits`.
fn euro_off_each(limits: Value) -> Value {
    let discount = json!({"type": "awardDiscount", "name": "A euro", "value": 1, "partial": false, "target": {"type": "allItems"}});
    limited(campaign("A euro off each", "Every item", json!([discount])), limits)
}

fn limited(mut saved: Value, limits: Value) -> Value {
    saved["body"]["limits"] = limits;
    saved
}

fn cart(profile: &str, quantity: u32) -> Value {
    json!({"profileId": profile, "cartItems": [item("tee", quantity, 50.0)]})
}

/// What is used of the only counter of the first campaign's budget, as it is stored.
fn used(world: &World) -> Vec<(String, String)> {
    let budgets = world.budgets(1);
    let counters = budgets.iter().flat_map(|budget| budget.counters.iter());
    counters.map(|counter| (counter.entity.clone(), counter.used.clone())).collect()
}

fn whole(amount: &str) -> Vec<(String, String)> {
    vec![(String::new(), amount.to_owned())]
}

fn effects(answer: &Value) -> Vec<String> {
    let told = |effect: &Value| format!("{} {}", effect["effectType"].as_str().unwrap(), effect["props"]);
    answer["effects"].as_array().unwrap().iter().map(told).collect()
}

fn why(answer: &Value) -> &str {
    answer["trace"][0]["rules"][0]["why"].as_str().unwrap_or_default()
}

/// The vendor's tutorial: a cart of 100.00 with 20 % off, closed and cancelled.
#[test]
fn the_budget_of_a_cancelled_order_is_back_at_nothing() {
    let world = World::after(&[fifth_off(json!([{"action": "setDiscount", "limit": 1000}]), false)]);
    world.done(&update("order", cart("ana", 2)));
    assert_eq!(used(&world), [], "an open cart is checked and takes nothing");
    world.done(&to_state("order", "closed"));
    assert_eq!(used(&world), whole("20.00"));
    let revoked = world.done(&to_state("order", "cancelled"));
    assert_eq!(effects(&revoked), [r#"rollbackDiscount {"name":"A fifth","value":20}"#]);
    assert_eq!(used(&world), []);
}

#[test]
fn what_one_session_used_up_the_next_does_not_get_until_it_is_given_back() {
    let world = World::after(&[fifth_off(
        json!([{"action": "setDiscount", "limit": 30, "period": "monthly"}]),
        false,
    )]);
    world.done(&update("first", cart("ana", 2)));
    world.done(&update("second", cart("bob", 2)));
    world.done(&to_state("first", "closed"));

    let refused = "the budget of 30.00 in discounts a month has 10.00 left, and the rule asks for 20.00";
    let checked = world.done(&update("second", json!({})));
    assert_eq!((effects(&checked), why(&checked)), (vec![], refused), "what was shown before is gone");
    let closed = world.done(&to_state("second", "closed"));
    assert_eq!((effects(&closed), why(&closed)), (vec![], refused));
    assert_eq!(used(&world), whole("20.00"), "a failed rule takes nothing");

    world.done(&reopen("first"));
    assert_eq!(used(&world), []);
    world.done(&update("third", cart("cleo", 3)));
    world.done(&to_state("third", "closed"));
    assert_eq!(used(&world), whole("30.00"), "the last of it can be had");
    let shown = world.done(&update("first", json!({})));
    assert_eq!(
        why(&shown),
        "the budget of 30.00 in discounts a month has 0.00 left, and the rule asks for 20.00"
    );
}

#[test]
fn a_return_gives_back_the_share_of_its_units() {
    let limits = json!([
        {"action": "setDiscount", "limit": 100},
        {"action": "setDiscountEffect", "limit": 100, "period": "daily"},
    ]);
    let world = World::after(&[euro_off_each(limits)]);
    world.done(&update("order", cart("ana", 5)));
    world.done(&to_state("order", "closed"));
    let both =
        |number: &str| [format!("{number}.00"), number.to_owned()].map(|used| (String::new(), used)).to_vec();
    assert_eq!(used(&world), both("5"));
    world.done(&give_back("order", json!([{"position": 0, "quantity": 2}])));
    assert_eq!(used(&world), both("3"));
    world.done(&give_back("order", json!([{"sku": "tee", "quantity": 1}])));
    assert_eq!(used(&world), both("2"));
    world.done(&to_state("order", "cancelled"));
    assert_eq!(used(&world), []);
}

#[test]
fn a_discount_on_the_whole_session_stays_at_a_return_and_so_does_its_budget() {
    let world = World::after(&[fifth_off(json!([{"action": "setDiscount", "limit": 100}]), false)]);
    world.done(&update("order", json!({"state": "closed", "cartItems": [item("tee", 2, 50.0)]})));
    world.done(&give_back("order", json!([{"position": 0, "quantity": 1}])));
    assert_eq!(used(&world), whole("20.00"));
}

#[test]
fn what_remains_is_given_when_partial_discounts_are_on() {
    let world = World::after(&[fifth_off(json!([{"action": "setDiscount", "limit": 25}]), true)]);
    world.done(&update("first", json!({"state": "closed", "cartItems": [item("tee", 2, 50.0)]})));
    let part = world.done(&update("second", json!({"state": "closed", "cartItems": [item("tee", 3, 50.0)]})));
    assert_eq!(effects(&part), [r#"setDiscount {"name":"A fifth","value":5,"desiredValue":30}"#]);
    let shown = world.session("second").effects.remove(0).sentence;
    assert_eq!(shown, "5.00 of 30.00 off the cart: A fifth (the budget was used up)");
    let none = world.done(&update("third", json!({"cartItems": [item("tee", 3, 50.0)]})));
    assert_eq!(
        why(&none),
        "the budget of 25.00 in discounts overall has 0.00 left, and the rule asks for 30.00"
    );
    world.done(&to_state("second", "cancelled"));
    assert_eq!(used(&world), whole("20.00"), "the part is what is given back");
}

#[test]
fn each_customer_has_a_budget_of_their_own() {
    let limits = json!([{"action": "setDiscount", "limit": 20, "entities": ["Profile"]}]);
    let world = World::after(&[fifth_off(limits, false)]);
    let closed = |id: &str, who: &str| {
        world.done(&update(id, cart(who, 2)));
        world.done(&to_state(id, "closed"))
    };
    assert_eq!(why(&closed("a", "ana")), "");
    assert_eq!(why(&closed("b", "bob")), "");
    let refused = "the budget of 20.00 in discounts overall for each customer has 0.00 left, and the rule asks for 20.00";
    assert_eq!(why(&closed("c", "ana")), refused);
    let anonymous = world.done(&update("d", json!({"cartItems": [item("tee", 2, 50.0)]})));
    let refused = "the budget of 20.00 in discounts overall for each customer cannot be counted, because there is no customer here";
    assert_eq!(why(&anonymous), refused);
    let each = [("ana", "20.00"), ("bob", "20.00")].map(|(who, used)| (who.to_owned(), used.to_owned()));
    assert_eq!(used(&world), each);
}

#[test]
fn a_month_starts_afresh_and_a_late_return_goes_back_into_the_month_it_came_from() {
    let limits = json!([{"action": "setDiscount", "limit": 5, "period": "monthly"}]);
    let mut world = World::after(&[euro_off_each(limits)]);
    world.done(&update("march", json!({"state": "closed", "cartItems": [item("tee", 5, 50.0)]})));
    let refused = "the budget of 5.00 in discounts a month has 0.00 left, and the rule asks for 1.00";
    assert_eq!(why(&world.done(&update("next", json!({"cartItems": [item("tee", 1, 50.0)]})))), refused);

    world.at("2026-04-01T00:00:00Z");
    assert_eq!(used(&world), [], "April is as yet untouched");
    world.done(&to_state("next", "closed"));
    assert_eq!(used(&world), whole("1.00"));
    world.done(&give_back("march", json!([{"position": 0, "quantity": 3}])));
    assert_eq!(used(&world), whole("1.00"), "March's units do not make room in April");
    world.at("2026-03-31T23:59:59Z");
    assert_eq!(used(&world), whole("2.00"), "they make room in March");
}

#[test]
fn the_clock_knows_when_budgets_start_afresh() {
    let limits = json!([
        {"action": "setDiscount", "limit": 5, "period": "monthly"},
        {"action": "setDiscountEffect", "limit": 5, "period": "monthly", "entities": ["Profile"]},
        {"action": "customEffect", "limit": 5, "period": "weekly"},
        {"action": "addFreeItemEffect", "limit": 5},
    ]);
    let world = World::after(&[euro_off_each(limits)]);
    let clock = world.workspace.ask_now(&app::question::clock::WorkspaceClock).unwrap();
    let coming = clock.coming.iter().map(|landmark| (landmark.at.as_str(), landmark.title.as_str()));
    let title = "A budget of “A euro off each” starts afresh";
    assert_eq!(
        coming.collect::<Vec<_>>(),
        [("2026-03-02T00:00:00Z", title), ("2026-04-01T00:00:00Z", title)]
    );
}

#[test]
fn a_rehearsal_moves_no_counter() {
    let world = World::after(&[fifth_off(json!([{"action": "setDiscount", "limit": 100}]), false)]);
    world.done(&update("order", cart("ana", 2)));
    world.rehearsed(&to_state("order", "closed")).unwrap();
    assert_eq!(used(&world), []);
    world.done(&to_state("order", "closed"));
    world.rehearsed(&to_state("order", "cancelled")).unwrap();
    assert_eq!(used(&world), whole("20.00"));
}

#[test]
fn custom_effects_of_custom_events_are_counted_at_once_and_never_given_back() {
    let print = json!({"type": "triggerCustomEffect", "customEffect": {"id": 1, "name": "print", "title": "Print"}, "params": {}, "target": {"type": "cart"}});
    let rule = json!([{"type": "checkEvent", "eventType": "pageview"}, print]);
    let limits = json!([{"action": "customEffect", "limit": 2, "entities": ["Profile"]}]);
    let world = World::after(&[
        event_attribute("pageview", "url", "string"),
        limited(campaign("Print", "A page is seen", rule), limits),
    ]);
    let seen = || world.done(&track("ana", "pageview", json!({"url": "/"})));
    assert_eq!((effects(&seen()).len(), effects(&seen()).len()), (1, 1));
    let third = seen();
    let refused =
        "the budget of 2 custom effects overall for each customer has 0 left, and the rule asks for 1";
    assert_eq!((effects(&third).len(), why(&third)), (0, refused));
}

#[test]
fn redemptions_are_counted_given_back_and_refused_with_the_vendors_reason() {
    let rule = json!([
        {"type": "checkCoupon", "redeem": true},
        {"type": "awardDiscount", "name": "Five", "value": 5, "partial": false, "target": {"type": "cart"}},
    ]);
    let limits = json!([{"action": "redeemCoupon", "limit": 1}]);
    let world = World::after(&[
        limited(campaign("Codes", "Five off", rule), limits),
        json!({"op": "createCoupons", "id": 1, "body": {"value": "SUMMER", "usageLimit": 0}}),
    ]);
    let entered = |id: &str, state: &str| {
        let items = json!([item("tee", 2, 50.0)]);
        world.done(&update(id, json!({"state": state, "couponCodes": ["SUMMER"], "cartItems": items})))
    };
    entered("first", "closed");
    let rejected = entered("second", "open");
    let reason = &rejected["effects"][0]["props"]["rejectionReason"];
    assert_eq!(reason, "CampaignLimitReached", "{rejected:#}");
    world.done(&give_back("first", json!([{"position": 0, "quantity": 1}])));
    assert_eq!(used(&world), whole("1"), "a code stays redeemed when items are returned");
    world.done(&to_state("first", "cancelled"));
    assert_eq!(used(&world), []);
    entered("second", "closed");
    assert_eq!(used(&world), whole("1"));
}

#[test]
fn what_was_created_is_not_given_back() {
    let rule = json!([{"type": "createCoupon", "campaignId": 0, "recipientId": "", "storeInSession": false, "pattern": "NEXT-####"}]);
    let limits = json!([{"action": "createCoupon", "limit": 1}]);
    let world = World::after(&[limited(campaign("Next time", "A code", rule), limits)]);
    world.done(&update(
        "first",
        json!({"profileId": "ana", "state": "closed", "cartItems": [item("tee", 1, 5.0)]}),
    ));
    assert_eq!(used(&world), whole("1"));
    world.done(&to_state("first", "cancelled"));
    assert_eq!(used(&world), whole("1"), "the code is still there");
    let second =
        world.done(&update("second", json!({"profileId": "ana", "cartItems": [item("tee", 1, 5.0)]})));
    assert_eq!(why(&second), "the budget of 1 created coupon overall has 0 left, and the rule asks for 1");
}

#[test]
fn a_limit_that_is_lowered_or_raised_keeps_what_was_counted() {
    let saved = |limit: u32| {
        let mut saved = fifth_off(json!([{"action": "setDiscount", "limit": limit}]), false);
        saved["id"] = json!(1);
        saved
    };
    let world = World::after(&[fifth_off(json!([{"action": "setDiscount", "limit": 100}]), false)]);
    world.done(&update("first", json!({"state": "closed", "cartItems": [item("tee", 4, 50.0)]})));
    world.done(&saved(30));
    let shown = world.done(&update("second", cart("ana", 1)));
    assert_eq!(
        why(&shown),
        "the budget of 30.00 in discounts overall has 0.00 left, and the rule asks for 10.00"
    );
    world.done(&saved(60));
    world.done(&to_state("second", "closed"));
    assert_eq!(used(&world), whole("50.00"));
    world.done(&saved(20));
    world.done(&to_state("first", "cancelled"));
    assert_eq!(used(&world), whole("10.00"), "given back while it was above the limit");
}

#[test]
fn budgets_come_back_as_they_were_saved_and_mistakes_are_named() {
    let world = World::new();
    let limits = json!([
        {"action": "setDiscount", "limit": 99.5, "period": "weekly", "entities": ["Profile", "Store"]},
        {"action": "customEffect", "limit": 3},
    ]);
    let saved = world.done(&fifth_off(limits.clone(), false));
    assert_eq!(saved["limits"], limits);
    let mut again = fifth_off(Value::Null, false);
    again["id"] = json!(1);
    again["body"].as_object_mut().unwrap().remove("limits");
    assert_eq!(world.done(&again)["limits"], limits, "left out, they stay as they are");
    again["body"]["limits"] = json!([]);
    assert_eq!(world.done(&again)["limits"], json!([]));
    again["body"]["limits"] = json!([{"action": "awardGiveaway", "limit": 0, "period": "hourly"}]);
    let refusal = world.ask(&again).unwrap_err();
    let pointers: Vec<&str> = refusal["error"]["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["source"]["pointer"].as_str().unwrap())
        .collect();
    assert_eq!(pointers, ["/limits/0/action", "/limits/0/period"]);
}

impl World {
    /// The same workspace, with its clock held at another moment.
    fn at(&mut self, moment: &str) {
        let clock = Clock::Held(moment.parse().unwrap());
        self.workspace = Workspace::open(&self.place("world.sqlite"), clock).unwrap();
    }

    /// The budgets of a campaign as a window shows them.
    pub fn budgets(&self, campaign: u32) -> Vec<app::view::budget::BudgetView> {
        self.workspace.ask_now(&app::question::budgets::Budgets { campaign }).unwrap()
    }
}
