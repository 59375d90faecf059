//! Session updates and returns.

use std::collections::BTreeMap;

use domain::attribute::Entity;
use domain::cart::{CartItem, MOST_ITEMS};
use domain::dictionary::Dictionary;
use domain::event::SessionState;
use domain::id::ProfileId;
use domain::money::Money;
use domain::refusal::{Problem, ProblemKind, Problems, Refusal, pointer};
use domain::session::{CartChanges, Command, ReturnedItem};

use super::value::{read_all, read_changes};
use crate::json::{Amount, Named, shorten};
use crate::request::session::{CartItemBody, CostBody, ReturnBody, SessionBody};

/// The command a session body asks for.
///
/// # Errors
/// Every field that is not acceptable by itself; what depends on the stored session is checked by the transition.
pub fn read_update(body: &SessionBody, dictionary: &Dictionary) -> Result<Command, Refusal> {
    let mut problems = Problems::new();
    let to = body.state.as_deref().map_or(Some(SessionState::Open), |name| problems.keep(read_state(name)));
    let changes = CartChanges {
        profile: body.profile_id.as_deref().and_then(|id| problems.keep(read_profile(id, "/profileId"))),
        items: body.cart_items.as_deref().map(|items| read_items(items, dictionary, &mut problems)),
        coupon_codes: body.coupon_codes.clone(),
        referral_code: body.referral_code.clone(),
        identifiers: body.identifiers.clone(),
        loyalty_cards: body.loyalty_cards.clone(),
        store: body.store_integration_id.clone(),
        additional_costs: body.additional_costs.as_ref().map(read_costs),
        attributes: body.attributes.as_ref().map_or_else(BTreeMap::new, |given| {
            read_changes(given, Entity::CustomerSession, None, dictionary, "/attributes", &mut problems)
        }),
    };
    problems.none_or(())?;
    let to = to.unwrap_or(SessionState::Open);
    Ok(Command::Update { to, changes: Box::new(changes) })
}

/// An empty id means an anonymous session.
///
/// # Errors
/// A problem at `at` when the id cannot be used.
pub fn read_profile(id: &str, at: &str) -> Result<Option<ProfileId>, Problem> {
    if id.is_empty() { Ok(None) } else { ProfileId::parse(id, at).map(Some) }
}

fn read_state(name: &str) -> Result<SessionState, Problem> {
    SessionState::from_name(name).ok_or_else(|| {
        let states: Vec<_> = SessionState::ALL.into_iter().map(SessionState::name).collect();
        let details =
            format!("\"{}\" is not a state; it must be one of {}.", shorten(name), states.join(", "));
        Problem::new("/state", ProblemKind::Choice, details)
    })
}

/// Too many lines are refused by the domain's limits; they are not read one by one first.
fn read_items(items: &[CartItemBody], dictionary: &Dictionary, problems: &mut Problems) -> Vec<CartItem> {
    let read_until = MOST_ITEMS + 1;
    items
        .iter()
        .take(read_until)
        .enumerate()
        .map(|(index, item)| read_item(item, index, dictionary, problems))
        .collect()
}

fn read_item(
    body: &CartItemBody,
    index: usize,
    dictionary: &Dictionary,
    problems: &mut Problems,
) -> CartItem {
    let at = pointer("/cartItems", index);
    if body.price.is_none() {
        let details =
            "A price is needed, because there is no catalogue to take it from. Write one such as 9.99.";
        problems.push(Problem::new(format!("{at}/price"), ProblemKind::Missing, details));
    }
    let amount = |given: &Option<Amount>| given.map(|amount| amount.0);
    CartItem {
        sku: body.sku.clone(),
        name: body.name.clone(),
        quantity: body.quantity,
        price: amount(&body.price).unwrap_or_default(),
        category: body.category.clone(),
        product: body.product.as_ref().map(|product| product.name.clone()),
        weight: amount(&body.weight),
        height: amount(&body.height),
        width: amount(&body.width),
        length: amount(&body.length),
        attributes: body.attributes.as_ref().map_or_else(BTreeMap::new, |given| {
            read_all(given, Entity::CartItem, None, dictionary, &format!("{at}/attributes"), problems)
        }),
        additional_costs: body.additional_costs.as_ref().map(read_costs).unwrap_or_default(),
    }
}

fn read_costs(costs: &Named<CostBody>) -> BTreeMap<String, Money> {
    costs.0.iter().map(|(name, cost)| (name.clone(), cost.price.0)).collect()
}

/// The command a return asks for.
pub fn read_return(body: &ReturnBody) -> Command {
    let item = |item: &crate::request::session::ReturnedItemBody| ReturnedItem {
        position: item.position,
        sku: item.sku.clone(),
        quantity: item.quantity,
    };
    Command::Return(body.returned_cart_items.iter().map(item).collect())
}
