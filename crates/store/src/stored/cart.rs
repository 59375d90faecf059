//! A cart on disk.

use domain::cart::{Cart, CartItem, Totals};
use serde::{Deserialize, Serialize};

use super::scalar::{Amounts, Number, amounts, from_amounts};
use super::value::{StoredAttributes, attributes, from_attributes};

/// One line.
#[derive(Serialize, Deserialize)]
pub(crate) struct StoredItem {
    sku: String,
    name: Option<String>,
    quantity: u32,
    price: Number,
    category: Option<String>,
    product: Option<String>,
    weight: Option<Number>,
    height: Option<Number>,
    width: Option<Number>,
    length: Option<Number>,
    attributes: StoredAttributes,
    additional_costs: Amounts,
}

/// All of a cart.
#[derive(Serialize, Deserialize)]
pub(crate) struct StoredCart {
    items: Vec<StoredItem>,
    coupon_codes: Vec<String>,
    referral_code: String,
    identifiers: Vec<String>,
    loyalty_cards: Vec<String>,
    store: Option<String>,
    additional_costs: Amounts,
    attributes: StoredAttributes,
}

/// Sums over a cart.
#[derive(Serialize, Deserialize)]
pub(crate) struct StoredTotals {
    cart_item_total: Number,
    additional_cost_total: Number,
    cart_item_additional_cost_total: Number,
    total: Number,
}

impl From<&CartItem> for StoredItem {
    fn from(item: &CartItem) -> Self {
        Self {
            sku: item.sku.clone(),
            name: item.name.clone(),
            quantity: item.quantity,
            price: Number(item.price),
            category: item.category.clone(),
            product: item.product.clone(),
            weight: item.weight.map(Number),
            height: item.height.map(Number),
            width: item.width.map(Number),
            length: item.length.map(Number),
            attributes: attributes(&item.attributes),
            additional_costs: amounts(&item.additional_costs),
        }
    }
}

impl From<StoredItem> for CartItem {
    fn from(stored: StoredItem) -> Self {
        Self {
            sku: stored.sku,
            name: stored.name,
            quantity: stored.quantity,
            price: stored.price.0,
            category: stored.category,
            product: stored.product,
            weight: stored.weight.map(|number| number.0),
            height: stored.height.map(|number| number.0),
            width: stored.width.map(|number| number.0),
            length: stored.length.map(|number| number.0),
            attributes: from_attributes(stored.attributes),
            additional_costs: from_amounts(stored.additional_costs),
        }
    }
}

impl From<&Cart> for StoredCart {
    fn from(cart: &Cart) -> Self {
        Self {
            items: cart.items.iter().map(StoredItem::from).collect(),
            coupon_codes: cart.coupon_codes.clone(),
            referral_code: cart.referral_code.clone(),
            identifiers: cart.identifiers.clone(),
            loyalty_cards: cart.loyalty_cards.clone(),
            store: cart.store.clone(),
            additional_costs: amounts(&cart.additional_costs),
            attributes: attributes(&cart.attributes),
        }
    }
}

impl From<StoredCart> for Cart {
    fn from(stored: StoredCart) -> Self {
        Self {
            items: stored.items.into_iter().map(CartItem::from).collect(),
            coupon_codes: stored.coupon_codes,
            referral_code: stored.referral_code,
            identifiers: stored.identifiers,
            loyalty_cards: stored.loyalty_cards,
            store: stored.store,
            additional_costs: from_amounts(stored.additional_costs),
            attributes: from_attributes(stored.attributes),
        }
    }
}

impl From<&Totals> for StoredTotals {
    fn from(totals: &Totals) -> Self {
        Self {
            cart_item_total: Number(totals.cart_item_total),
            additional_cost_total: Number(totals.additional_cost_total),
            cart_item_additional_cost_total: Number(totals.cart_item_additional_cost_total),
            total: Number(totals.total),
        }
    }
}

impl From<StoredTotals> for Totals {
    fn from(stored: StoredTotals) -> Self {
        Self {
            cart_item_total: stored.cart_item_total.0,
            additional_cost_total: stored.additional_cost_total.0,
            cart_item_additional_cost_total: stored.cart_item_additional_cost_total.0,
            total: stored.total.0,
        }
    }
}
