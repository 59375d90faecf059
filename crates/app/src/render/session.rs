//! A session with everything the stage shows.

use std::collections::BTreeMap;

use domain::attribute::Entity;
use domain::cart::{CartItem, totals};
use domain::dictionary::Dictionary;
use domain::effect::Effect;
use domain::id::Seq;
use domain::ledger::discount;
use domain::money::Money;
use domain::moves::moves_of;
use domain::session::{Phase, Session};
use rust_decimal::Decimal;

use super::{attribute, code, diagram, effect, fate, text};
use crate::house::House;
use crate::view::session::{CartLineView, CostView, MeasuresView, SessionView, TotalsView};

/// The session as a window shows it; `standing` are the effects that stand for it.
pub fn view(session: &Session, standing: &[Effect], house: &House, latest: Option<Seq>) -> SessionView {
    let cart = session.cart();
    let lines = cart.items.iter().enumerate();
    let by_line = discounts_by_line(standing);
    SessionView {
        id: session.id.to_string(),
        profile_id: session.profile.as_ref().map(ToString::to_string),
        state: diagram::state(session.state()),
        first_session: session.first_session,
        update_count: session.update_count,
        created: session.created.to_string(),
        updated: session.updated.to_string(),
        closed_at: closed_at(session),
        items: lines.map(|(index, item)| line(index, item, session, &by_line, &house.dictionary)).collect(),
        coupon_codes: cart.coupon_codes.clone(),
        codes: code::all(session, standing),
        referral_code: cart.referral_code.clone(),
        identifiers: cart.identifiers.clone(),
        loyalty_cards: cart.loyalty_cards.clone(),
        store: cart.store.clone(),
        additional_costs: costs(&cart.additional_costs),
        attributes: attribute::values(&cart.attributes, Entity::CustomerSession, None, &house.dictionary),
        totals: sums(session, standing),
        moves: diagram::moves(&moves_of(session), |ask| fate::consequence(ask, session, standing)),
        effects: effect::all(standing, house, Some(session)),
        latest_seq: latest.map(|seq| seq.0.to_string()),
    }
}

fn closed_at(session: &Session) -> Option<String> {
    match &session.phase {
        Phase::Closed(receipt) | Phase::PartiallyReturned(receipt, _) => Some(receipt.closed_at.to_string()),
        Phase::Open(_) | Phase::Cancelled(..) => None,
    }
}

fn discounts_by_line(standing: &[Effect]) -> BTreeMap<u32, Money> {
    let mut sums: BTreeMap<u32, Money> = BTreeMap::new();
    for granted in standing {
        if let Some(unit) = effect::unit(&granted.kind) {
            let sum = sums.entry(unit.position).or_default();
            *sum = sum.saturating_add(discount(granted));
        }
    }
    sums
}

fn line(
    index: usize,
    item: &CartItem,
    session: &Session,
    discounts: &BTreeMap<u32, Money>,
    dictionary: &Dictionary,
) -> CartLineView {
    let position = u32::try_from(index).unwrap_or(u32::MAX);
    let returned = session.returned(position);
    let named = |text: &Option<String>| text.clone().unwrap_or_default();
    CartLineView {
        position,
        sku: item.sku.clone(),
        name: named(&item.name),
        category: named(&item.category),
        product: named(&item.product),
        measures: measures(item),
        quantity: item.quantity,
        returned_quantity: returned,
        remaining_quantity: item.quantity.saturating_sub(returned),
        price: text::money(item.price),
        discount: text::money(discounts.get(&position).copied().unwrap_or_default()),
        total: text::money(item.price.saturating_mul(item.quantity.into())),
        attributes: attribute::values(&item.attributes, Entity::CartItem, None, dictionary),
        additional_costs: costs(&item.additional_costs),
    }
}

fn measures(item: &CartItem) -> MeasuresView {
    let number = |measure: Option<Decimal>| measure.map(|measure| measure.normalize().to_string());
    MeasuresView {
        weight: number(item.weight),
        height: number(item.height),
        width: number(item.width),
        length: number(item.length),
    }
}

fn costs(costs: &BTreeMap<String, Money>) -> Vec<CostView> {
    costs.iter().map(|(name, price)| CostView { name: name.clone(), price: text::money(*price) }).collect()
}

/// What is sold and kept, before discounts: nothing of a cancelled session, and no returned unit.
fn kept(session: &Session, total: Money) -> Money {
    match &session.phase {
        Phase::Open(_) | Phase::Closed(_) => total,
        Phase::PartiallyReturned(receipt, returns) => total.saturating_sub(returns.price(&receipt.cart)),
        Phase::Cancelled(..) => Decimal::ZERO,
    }
}

fn sums(session: &Session, standing: &[Effect]) -> TotalsView {
    let totals = totals(session.cart());
    let off = standing.iter().map(discount).fold(Decimal::ZERO, Decimal::saturating_add);
    let left = kept(session, totals.total).saturating_sub(off);
    TotalsView {
        cart_item_total: text::money(totals.cart_item_total),
        additional_cost_total: text::money(totals.additional_cost_total),
        cart_item_additional_cost_total: text::money(totals.cart_item_additional_cost_total),
        total: text::money(totals.total),
        discount: text::money(off),
        payable: text::money(left.max(Decimal::ZERO)),
        floored: left < Decimal::ZERO,
    }
}
