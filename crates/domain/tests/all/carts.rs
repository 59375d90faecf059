//! Merging, limits, totals and units of a cart.

use domain::cart::{Cart, CartItem, totals, units};
use domain::limits::check_cart;
use domain::merge::merge;
use domain::session::CartChanges;
use domain::value::Value;

use crate::world::{cart, item, money, pointers, unit};

fn filled() -> Cart {
    Cart {
        items: vec![item("lamp", 1, "10")],
        coupon_codes: vec!["SAVE".into()],
        referral_code: "FRIEND".into(),
        identifiers: vec!["device".into()],
        loyalty_cards: vec!["card".into()],
        store: Some("berlin".into()),
        additional_costs: [("shipping".to_owned(), money("3"))].into(),
        attributes: [("a".to_owned(), Value::Bool(true)), ("b".to_owned(), Value::Bool(true))].into(),
    }
}

#[test]
fn what_is_left_out_is_kept() {
    assert_eq!(merge(filled(), CartChanges::default()), filled());
}

#[test]
fn what_is_empty_clears() {
    let cleared = CartChanges {
        items: Some(vec![]),
        coupon_codes: Some(vec![]),
        referral_code: Some(String::new()),
        identifiers: Some(vec![]),
        loyalty_cards: Some(vec![]),
        store: Some(String::new()),
        additional_costs: Some(Default::default()),
        attributes: [("a".to_owned(), None), ("b".to_owned(), None), ("never set".to_owned(), None)].into(),
        profile: None,
    };
    assert_eq!(merge(filled(), cleared), Cart::default());
    let blank = CartChanges { coupon_codes: Some(vec![String::new()]), ..CartChanges::default() };
    assert!(merge(filled(), blank).coupon_codes.is_empty());
}

#[test]
fn lists_are_replaced_and_attributes_merged() {
    let changes = CartChanges {
        items: Some(vec![item("mug", 2, "5")]),
        coupon_codes: Some(vec!["OTHER".into()]),
        attributes: [("b".to_owned(), Some(Value::Bool(false))), ("c".to_owned(), Some(Value::Bool(true)))]
            .into(),
        ..CartChanges::default()
    };
    let merged = merge(filled(), changes);
    assert_eq!(merged.items, [item("mug", 2, "5")]);
    assert_eq!(merged.coupon_codes, ["OTHER"]);
    let attributes = [("a", true), ("b", false), ("c", true)];
    assert_eq!(merged.attributes, attributes.map(|(name, flag)| (name.to_owned(), Value::Bool(flag))).into());
}

#[test]
fn totals_are_before_discounts_and_a_lines_costs_count_once() {
    let mut lamp = item("lamp", 3, "10.10");
    lamp.additional_costs = [("assembly".to_owned(), money("7"))].into();
    let mut cart = cart(vec![lamp, item("mug", 2, "0.05")]);
    cart.additional_costs = [("shipping".to_owned(), money("3.5"))].into();
    let sums = totals(&cart);
    assert_eq!(sums.cart_item_total, money("30.40"));
    assert_eq!(sums.additional_cost_total, money("3.5"));
    assert_eq!(sums.cart_item_additional_cost_total, money("7"));
    assert_eq!(sums.total, money("40.90"));
}

#[test]
fn a_cart_is_flattened_line_by_line() {
    let cart = cart(vec![item("lamp", 2, "1"), item("mug", 1, "1")]);
    assert_eq!(units(&cart).collect::<Vec<_>>(), [unit(0, 0), unit(0, 1), unit(1, 0)]);
}

fn with_item(change: impl Fn(&mut CartItem)) -> Cart {
    let mut line = item("lamp", 1, "10");
    change(&mut line);
    cart(vec![item("mug", 1, "1"), line])
}

fn with(change: impl Fn(&mut Cart)) -> Cart {
    let mut cart = filled();
    change(&mut cart);
    cart
}

#[test]
fn what_is_just_within_the_limits_is_accepted() {
    let table: Vec<(&str, Cart)> = vec![
        ("nothing at all", Cart::default()),
        ("everything", filled()),
        ("1,000 lines", cart(vec![item("lamp", 1, "1"); 1_000])),
        ("10,000 units", cart(vec![item("lamp", 10_000, "1")])),
        ("a free item", with_item(|line| line.price = money("0"))),
        (
            "the largest price, the most decimals",
            with_item(|line| line.price = money("999999999999.123456789012")),
        ),
        ("zeros after the last decimal", with_item(|line| line.price = money("1.50000000000000000000"))),
        ("a code of 100", with(|cart| cart.coupon_codes = vec!["é".repeat(100)])),
        ("5 identifiers", with(|cart| cart.identifiers = vec!["x".into(); 5])),
    ];
    for (what, cart) in table {
        assert_eq!(check_cart(&cart), Ok(()), "{what}");
    }
}

fn assert_refused(table: Vec<(&str, Cart, &str)>) {
    for (what, cart, pointer) in table {
        assert_eq!(pointers(&check_cart(&cart).unwrap_err()), [pointer], "{what}");
    }
}

#[test]
fn lines_beyond_the_limits_are_refused_at_their_place() {
    let priced = |price: &str| with_item(|line| line.price = money(price));
    let named = |sku: &str| with_item(|line| line.sku = sku.to_owned());
    let costing =
        |name: &str| with_item(|line| line.additional_costs = [(name.to_owned(), money("-1"))].into());
    let long = || Some("x".repeat(1_001));
    assert_refused(vec![
        ("1,001 lines", cart(vec![item("lamp", 1, "1"); 1_001]), "/cartItems"),
        ("10,001 units", cart(vec![item("lamp", 10_000, "1"), item("mug", 1, "1")]), "/cartItems"),
        ("units beyond 32 bits", cart(vec![item("lamp", u32::MAX, "1"); 3]), "/cartItems"),
        ("huge total", cart(vec![item("lamp", 1_001, "1000000000000")]), "/cartItems"),
        ("no SKU", named(""), "/cartItems/1/sku"),
        ("blank SKU", named("  "), "/cartItems/1/sku"),
        ("hidden character", named("la\u{202E}mp"), "/cartItems/1/sku"),
        ("no units", with_item(|line| line.quantity = 0), "/cartItems/1/quantity"),
        ("negative price", priced("-0.01"), "/cartItems/1/price"),
        ("huge price", priced("1000000000000.01"), "/cartItems/1/price"),
        ("many decimals", priced("0.1234567890123"), "/cartItems/1/price"),
        ("long name", with_item(|line| line.name = long()), "/cartItems/1/name"),
        ("long product", with_item(|line| line.product = long()), "/cartItems/1/product/name"),
        ("negative weight", with_item(|line| line.weight = Some(money("-1"))), "/cartItems/1/weight"),
        ("negative cost", costing("a/b"), "/cartItems/1/additionalCosts/a~1b/price"),
    ]);
}

#[test]
fn everything_else_beyond_the_limits_is_refused_at_its_place() {
    let coded =
        |codes: &[&str]| with(|cart| cart.coupon_codes = codes.iter().map(|&code| code.to_owned()).collect());
    let costing = || [("shipping".to_owned(), money("-3"))].into();
    assert_refused(vec![
        ("long code", coded(&[&"x".repeat(101)]), "/couponCodes/0"),
        ("blank among codes", coded(&["A", ""]), "/couponCodes/1"),
        ("many codes", coded(&["A"; 101]), "/couponCodes"),
        ("long referral code", with(|cart| cart.referral_code = "x".repeat(101)), "/referralCode"),
        ("6 identifiers", with(|cart| cart.identifiers = vec!["x".into(); 6]), "/identifiers"),
        ("2 loyalty cards", with(|cart| cart.loyalty_cards = vec!["x".into(); 2]), "/loyaltyCards"),
        ("long store", with(|cart| cart.store = Some("x".repeat(1_001))), "/storeIntegrationId"),
        ("negative cost", with(|cart| cart.additional_costs = costing()), "/additionalCosts/shipping/price"),
    ]);
}
