//! Bringing units back: which of a cart, and what is refused.

use rust_decimal::Decimal;

use crate::cart::{Cart, CartItem, MOST_ITEMS, line};
use crate::effect::Unit;
use crate::money::Money;
use crate::refusal::{Problem, ProblemKind, Problems, Refusal, pointer};
use crate::session::{ReturnedItem, Returns};

/// Takes `asked` back from `cart`, of which `before` came back earlier: all returns so far, and the units of this one in
/// cart order.
///
/// Units of a line come back from sub-position 0 upward. Entries that name the same line add up. Without a quantity all
/// units that remain come back. A SKU means the first line that has it and has units left.
///
/// # Errors
/// `Refusal::Invalid` naming each entry that is not acceptable, such as `/returnedCartItems/0/quantity`.
pub fn take_back(
    cart: &Cart,
    before: &Returns,
    asked: &[ReturnedItem],
) -> Result<(Returns, Vec<Unit>), Refusal> {
    check_length(asked)?;
    let mut after = before.clone();
    let mut problems = Problems::new();
    for (index, item) in asked.iter().enumerate() {
        let at = pointer("/returnedCartItems", index);
        if let Some((position, quantity)) = problems.keep(choose(cart, &after, item, &at)) {
            *after.0.entry(position).or_default() += quantity;
        }
    }
    problems.none_or(())?;
    let units = units_between(before, &after);
    Ok((after, units))
}

impl Returns {
    /// How many units of the line at `position` were brought back.
    pub fn of(&self, position: u32) -> u32 {
        self.0.get(&position).copied().unwrap_or(0)
    }

    /// The price of all units brought back, at the prices of `cart`.
    pub fn price(&self, cart: &Cart) -> Money {
        let prices = self.0.iter().filter_map(|(&position, &count)| {
            line(cart, position).map(|item| item.price.saturating_mul(Decimal::from(count)))
        });
        prices.fold(Decimal::ZERO, Decimal::saturating_add)
    }
}

fn check_length(asked: &[ReturnedItem]) -> Result<(), Problem> {
    let refuse = |kind, details: String| Err(Problem::new("/returnedCartItems", kind, details));
    if asked.is_empty() {
        return refuse(ProblemKind::Missing, "Name at least one item to return.".to_owned());
    }
    if asked.len() > MOST_ITEMS {
        return refuse(
            ProblemKind::Limit,
            format!("At most {MOST_ITEMS} entries are allowed, these are {}.", asked.len()),
        );
    }
    Ok(())
}

/// The line meant by `item` and how many units of it come back; at least 1 and no more than remain.
fn choose(cart: &Cart, so_far: &Returns, item: &ReturnedItem, at: &str) -> Result<(u32, u32), Problem> {
    let (position, found) = match (item.position, &item.sku) {
        (Some(position), sku) => (position, line_at(cart, position, sku.as_deref(), at)?),
        (None, Some(sku)) => line_of(cart, so_far, sku, at)?,
        (None, None) => {
            let details = "Say which item comes back: give its position or its SKU.";
            return Err(Problem::new(at, ProblemKind::Missing, details));
        }
    };
    let remaining = found.quantity.saturating_sub(so_far.of(position));
    let quantity = item.quantity.unwrap_or(remaining);
    let refuse = |details: String| Err(Problem::new(format!("{at}/quantity"), ProblemKind::Limit, details));
    if remaining == 0 {
        return refuse(format!("All units of \"{}\" in this line came back already.", found.sku));
    }
    if quantity == 0 {
        return refuse(format!("Return at least 1 unit; {remaining} of \"{}\" can come back.", found.sku));
    }
    if quantity > remaining {
        return refuse(format!(
            "{quantity} units of \"{}\" cannot come back, only {remaining} are left.",
            found.sku
        ));
    }
    Ok((position, quantity))
}

fn line_at<'a>(cart: &'a Cart, position: u32, sku: Option<&str>, at: &str) -> Result<&'a CartItem, Problem> {
    let Some(found) = line(cart, position) else {
        let details = match cart.items.len() {
            0 => "The cart has no lines.".to_owned(),
            count => format!("There is no line {position}; positions go from 0 to {}.", count - 1),
        };
        return Err(Problem::new(format!("{at}/position"), ProblemKind::Unknown, details));
    };
    match sku {
        Some(sku) if sku != found.sku => {
            let details = format!("The line at position {position} holds \"{}\", not \"{sku}\".", found.sku);
            Err(Problem::new(format!("{at}/sku"), ProblemKind::Unknown, details))
        }
        Some(_) | None => Ok(found),
    }
}

fn line_of<'a>(
    cart: &'a Cart,
    so_far: &Returns,
    sku: &str,
    at: &str,
) -> Result<(u32, &'a CartItem), Problem> {
    let refuse = |kind, details: String| Err(Problem::new(format!("{at}/sku"), kind, details));
    let mut lines = (0_u32..).zip(&cart.items).filter(|(_, item)| item.sku == sku).peekable();
    if lines.peek().is_none() {
        return refuse(ProblemKind::Unknown, format!("The cart has no item with the SKU \"{sku}\"."));
    }
    match lines.find(|(position, item)| item.quantity > so_far.of(*position)) {
        Some(found) => Ok(found),
        None => refuse(ProblemKind::Limit, format!("All units of \"{sku}\" came back already.")),
    }
}

fn units_between(before: &Returns, after: &Returns) -> Vec<Unit> {
    let lines = after.0.iter();
    lines
        .flat_map(|(&position, &count)| {
            (before.of(position)..count).map(move |sub_position| Unit { position, sub_position })
        })
        .collect()
}
