//! What a cart may hold: the vendor's limits, and ours where the vendor is silent.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::cart::{
    Cart, CartItem, LONGEST_CODE, MOST_IDENTIFIERS, MOST_ITEMS, MOST_LOYALTY_CARDS, MOST_UNITS, totals,
};
use crate::id::LONGEST_ID;
use crate::money::Money;
use crate::refusal::{Problem, ProblemKind, Problems, Refusal, pointer};
use crate::text::{self, Lines};

/// The largest price, cost, weight or length: a million million. Our own limit.
pub const LARGEST_AMOUNT: Decimal = Decimal::from_parts(3_567_587_328, 232, 0, false, 0);
/// The largest total of a cart: a thousand times [`LARGEST_AMOUNT`]. Our own limit.
///
/// INVARIANT: with at most [`MOST_DECIMALS`] decimals a total has 27 digits or fewer, so no sum is ever rounded.
pub const LARGEST_TOTAL: Decimal = Decimal::from_parts(2_764_472_320, 232_830, 0, false, 0);
/// The most decimals of an amount. Our own limit.
pub const MOST_DECIMALS: u32 = 12;
/// The longest name, SKU, category or product, in characters. Our own limit.
pub const LONGEST_TEXT: usize = 1_000;
/// The longest name of an additional cost, in characters. Our own limit.
pub const LONGEST_COST_NAME: usize = 100;
/// The most coupon codes of a session. Our own limit.
pub const MOST_CODES: usize = 100;
/// The most additional costs of a session, and of a line. Our own limit.
pub const MOST_COSTS: usize = 100;

/// Checks everything a cart holds except its attributes, which the dictionary checks.
///
/// # Errors
/// `Refusal::Invalid` with every field that is not acceptable, such as `/cartItems/3/quantity`.
pub fn check_cart(cart: &Cart) -> Result<(), Refusal> {
    let mut problems = Problems::new();
    check_items(&cart.items, &mut problems);
    check_codes(cart, &mut problems);
    check_names(&cart.identifiers, "/identifiers", MOST_IDENTIFIERS, LONGEST_ID, &mut problems);
    check_names(&cart.loyalty_cards, "/loyaltyCards", MOST_LOYALTY_CARDS, LONGEST_ID, &mut problems);
    if let Some(store) = &cart.store {
        problems.keep(text::check_filled(store, "/storeIntegrationId", LONGEST_ID, Lines::One));
    }
    check_costs(&cart.additional_costs, "/additionalCosts", &mut problems);
    problems.none_or(())?;
    Ok(check_total(cart)?)
}

/// Checks a price, cost or measure: 0 to [`LARGEST_AMOUNT`] with at most [`MOST_DECIMALS`] decimals.
///
/// # Errors
/// A problem at `pointer`.
pub fn check_amount(amount: Decimal, pointer: &str) -> Result<(), Problem> {
    let refuse = |details: String| Err(Problem::new(pointer, ProblemKind::Limit, details));
    if amount < Decimal::ZERO {
        return refuse(format!("{amount} is below 0; enter 0 or more. A reduction belongs in a rule."));
    }
    if amount > LARGEST_AMOUNT {
        return refuse(format!("{amount} is too large; at most {LARGEST_AMOUNT} is allowed."));
    }
    if amount.normalize().scale() > MOST_DECIMALS {
        return refuse(format!("{amount} has too many decimals; at most {MOST_DECIMALS} are allowed."));
    }
    Ok(())
}

/// The lines are looked at one by one only when there are not too many of them, so that the answer stays short.
fn check_items(items: &[CartItem], problems: &mut Problems) {
    if items.len() > MOST_ITEMS {
        return problems.push(too_many("/cartItems", "lines", MOST_ITEMS, items.len()));
    }
    for (index, item) in items.iter().enumerate() {
        check_item(item, &pointer("/cartItems", index), problems);
    }
    let units: u64 = items.iter().map(|item| u64::from(item.quantity)).sum();
    if units > MOST_UNITS {
        let details = format!("At most {MOST_UNITS} units are allowed over all lines, these are {units}.");
        problems.push(Problem::new("/cartItems", ProblemKind::Limit, details));
    }
}

fn check_item(item: &CartItem, at: &str, problems: &mut Problems) {
    problems.keep(text::check_filled(&item.sku, &format!("{at}/sku"), LONGEST_TEXT, Lines::One));
    if item.quantity == 0 {
        let details = "A line has at least 1 unit; leave the line out to remove it.";
        problems.push(Problem::new(format!("{at}/quantity"), ProblemKind::Limit, details));
    }
    problems.keep(check_amount(item.price, &format!("{at}/price")));
    let texts = [("name", &item.name), ("category", &item.category), ("product/name", &item.product)];
    for (field, value) in texts {
        if let Some(value) = value {
            problems.keep(text::check(value, &format!("{at}/{field}"), LONGEST_TEXT, Lines::One));
        }
    }
    let measures =
        [("weight", item.weight), ("height", item.height), ("width", item.width), ("length", item.length)];
    for (field, measure) in measures {
        if let Some(measure) = measure {
            problems.keep(check_amount(measure, &format!("{at}/{field}")));
        }
    }
    check_costs(&item.additional_costs, &format!("{at}/additionalCosts"), problems);
}

fn check_codes(cart: &Cart, problems: &mut Problems) {
    check_names(&cart.coupon_codes, "/couponCodes", MOST_CODES, LONGEST_CODE, problems);
    problems.keep(text::check(&cart.referral_code, "/referralCode", LONGEST_CODE, Lines::One));
}

fn check_names(names: &[String], at: &str, most: usize, longest: usize, problems: &mut Problems) {
    if names.len() > most {
        return problems.push(too_many(at, "entries", most, names.len()));
    }
    for (index, name) in names.iter().enumerate() {
        problems.keep(text::check_filled(name, &pointer(at, index), longest, Lines::One));
    }
}

fn check_costs(costs: &BTreeMap<String, Money>, at: &str, problems: &mut Problems) {
    if costs.len() > MOST_COSTS {
        return problems.push(too_many(at, "additional costs", MOST_COSTS, costs.len()));
    }
    for (name, price) in costs {
        let at = pointer(at, name);
        problems.keep(text::check_filled(name, &at, LONGEST_COST_NAME, Lines::One));
        problems.keep(check_amount(*price, &format!("{at}/price")));
    }
}

fn check_total(cart: &Cart) -> Result<(), Problem> {
    let total = totals(cart).total;
    if total <= LARGEST_TOTAL {
        return Ok(());
    }
    let details = format!("The total {total} is too large; at most {LARGEST_TOTAL} is allowed.");
    Err(Problem::new("/cartItems", ProblemKind::Limit, details))
}

fn too_many(at: &str, what: &str, most: usize, found: usize) -> Problem {
    let details = format!("At most {most} {what} are allowed, these are {found}.");
    Problem::new(at, ProblemKind::Limit, details)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limits_are_the_round_numbers_their_documentation_says() {
        assert_eq!(LARGEST_AMOUNT.to_string(), "1000000000000");
        assert_eq!(LARGEST_TOTAL.to_string(), "1000000000000000");
    }
}
