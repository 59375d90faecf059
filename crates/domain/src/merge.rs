//! Merging an update into what is there: left out means kept.

use std::collections::BTreeMap;

use crate::cart::Cart;
use crate::session::CartChanges;
use crate::value::{Attributes, Value};

/// `cart` after `changes`: given lists and cost tables replace what is there, attributes are merged key by key.
///
/// An empty referral code or store clears it, and coupon codes that are all empty (`[""]`, as the vendor's examples
/// have it) count as none. The profile is no part of the cart and stays out of this.
#[must_use]
pub fn merge(mut cart: Cart, changes: CartChanges) -> Cart {
    replace(&mut cart.items, changes.items);
    replace(&mut cart.coupon_codes, changes.coupon_codes.map(without_blank_list));
    replace(&mut cart.referral_code, changes.referral_code);
    replace(&mut cart.identifiers, changes.identifiers);
    replace(&mut cart.loyalty_cards, changes.loyalty_cards);
    replace(&mut cart.store, changes.store.map(|store| (!store.is_empty()).then_some(store)));
    replace(&mut cart.additional_costs, changes.additional_costs);
    merge_attributes(&mut cart.attributes, changes.attributes);
    cart
}

/// Sets each key of `changes` in `attributes`; `None` removes the key.
pub fn merge_attributes(attributes: &mut Attributes, changes: BTreeMap<String, Option<Value>>) {
    for (name, value) in changes {
        match value {
            Some(value) => attributes.insert(name, value),
            None => attributes.remove(&name),
        };
    }
}

fn replace<T>(field: &mut T, given: Option<T>) {
    if let Some(given) = given {
        *field = given;
    }
}

fn without_blank_list(codes: Vec<String>) -> Vec<String> {
    if codes.iter().all(String::is_empty) { Vec::new() } else { codes }
}
