//! The cart of a customer session and its totals.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::effect::Unit;
use crate::money::Money;
use crate::value::Attributes;

/// The most lines a cart may have. Source: the vendor's session schema.
pub const MOST_ITEMS: usize = 1_000;
/// The most units over all lines. Source: the vendor's session schema.
pub const MOST_UNITS: u64 = 10_000;
/// The longest coupon or referral code, in characters. Source: the vendor's session schema.
pub const LONGEST_CODE: usize = 100;
/// The most identifiers of a session. Source: the vendor's session schema.
pub const MOST_IDENTIFIERS: usize = 5;
/// The most loyalty cards of a session. Source: the vendor's session schema.
pub const MOST_LOYALTY_CARDS: usize = 1;

/// One line of a cart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CartItem {
    /// Stock-keeping unit, at least one character.
    pub sku: String,
    /// The name people read.
    pub name: Option<String>,
    /// Units, at least 1.
    pub quantity: u32,
    /// Price of one unit.
    pub price: Money,
    /// Category.
    pub category: Option<String>,
    /// Product the SKU belongs to.
    pub product: Option<String>,
    /// Grams.
    pub weight: Option<Decimal>,
    /// Millimetres.
    pub height: Option<Decimal>,
    /// Millimetres.
    pub width: Option<Decimal>,
    /// Millimetres.
    pub length: Option<Decimal>,
    /// Custom attributes; replaced whole with the line.
    pub attributes: Attributes,
    /// Additional costs of the line by name, for each unit's line as sent.
    pub additional_costs: BTreeMap<String, Money>,
}

/// What a customer session holds besides its identity and state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cart {
    /// The lines, in the order sent.
    pub items: Vec<CartItem>,
    /// Coupon codes as entered.
    pub coupon_codes: Vec<String>,
    /// Referral code; empty means none.
    pub referral_code: String,
    /// Hashed device or address identifiers.
    pub identifiers: Vec<String>,
    /// Loyalty cards.
    pub loyalty_cards: Vec<String>,
    /// Store the session belongs to.
    pub store: Option<String>,
    /// Additional costs of the session by name.
    pub additional_costs: BTreeMap<String, Money>,
    /// Custom attributes of the session.
    pub attributes: Attributes,
}

/// Sums over a cart, before discounts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// Σ price × quantity.
    pub cart_item_total: Money,
    /// The session's own additional costs.
    pub additional_cost_total: Money,
    /// The lines' additional costs.
    pub cart_item_additional_cost_total: Money,
    /// All three together.
    pub total: Money,
}

/// The sums over `cart`, before discounts. A line's additional costs count once, whatever its quantity.
///
/// A cart that passed [`check_cart`](crate::limits::check_cart) is far below the largest decimal; beyond it the sums
/// stay at the largest decimal.
pub fn totals(cart: &Cart) -> Totals {
    let cart_item_total =
        in_minor_units(&cart.items).unwrap_or_else(|| sum(cart.items.iter().map(line_total)));
    let additional_cost_total = sum(cart.additional_costs.values().copied());
    let cart_item_additional_cost_total =
        sum(cart.items.iter().flat_map(|item| item.additional_costs.values().copied()));
    let total = sum([cart_item_total, additional_cost_total, cart_item_additional_cost_total]);
    Totals { cart_item_total, additional_cost_total, cart_item_additional_cost_total, total }
}

/// The cart as units, line by line: each unit has the zero-based place of its line and its own place in the line.
/// Source: the vendor's *cart item flattening*.
pub fn units(cart: &Cart) -> impl Iterator<Item = Unit> + '_ {
    (0_u32..).zip(&cart.items).flat_map(|(position, item)| {
        (0..item.quantity).map(move |sub_position| Unit { position, sub_position })
    })
}

/// The line at `position`, zero-based.
pub fn line(cart: &Cart, position: u32) -> Option<&CartItem> {
    cart.items.get(usize::try_from(position).ok()?)
}

/// Σ price × quantity where all prices have as many decimals, as whole numbers; `None` where that is not so or too large.
fn in_minor_units(items: &[CartItem]) -> Option<Money> {
    let digits = items.first()?.price.scale();
    let mut units: i128 = 0;
    for item in items {
        if item.price.scale() != digits {
            return None;
        }
        let line = item.price.mantissa().checked_mul(item.quantity.into())?;
        units = units.checked_add(line)?;
    }
    Decimal::try_from_i128_with_scale(units, digits).ok()
}

fn line_total(item: &CartItem) -> Money {
    item.price.saturating_mul(Decimal::from(item.quantity))
}

fn sum(amounts: impl IntoIterator<Item = Money>) -> Money {
    amounts.into_iter().fold(Decimal::ZERO, Decimal::saturating_add)
}
