//! What is different after an event: both sides as lists of named texts, compared.

use std::collections::BTreeMap;

use domain::cart::{CartItem, totals};
use domain::profile::Profile;
use domain::session::Session;
use domain::value::Attributes;
use indexmap::IndexMap;

use super::text;
use crate::view::event::ChangeView;

type Facts = IndexMap<String, String>;

/// What is different between two states of a session and of its profile; `None` when there was or is none.
pub fn between(
    sessions: (Option<&Session>, Option<&Session>),
    profiles: (Option<&Profile>, Option<&Profile>),
) -> Vec<ChangeView> {
    let mut changes = compare(&session_facts(sessions.0), &session_facts(sessions.1));
    changes.extend(compare(&profile_facts(profiles.0), &profile_facts(profiles.1)));
    changes
}

fn compare(before: &Facts, after: &Facts) -> Vec<ChangeView> {
    let gone = before.keys().filter(|what| !after.contains_key(*what));
    let differs = |what: &&String| before.get(*what) != after.get(*what);
    after
        .keys()
        .chain(gone)
        .filter(differs)
        .map(|what| ChangeView {
            what: what.clone(),
            before: before.get(what).cloned(),
            after: after.get(what).cloned(),
        })
        .collect()
}

fn session_facts(session: Option<&Session>) -> Facts {
    let mut facts = Facts::new();
    let Some(session) = session else { return facts };
    let cart = session.cart();
    let mut put = |what: &str, value: String| {
        if !value.is_empty() {
            facts.insert(format!("Session · {what}"), value);
        }
    };
    put("State", session.state().name().to_owned());
    put("Customer", session.profile.as_ref().map(ToString::to_string).unwrap_or_default());
    put("Total", text::money(totals(cart).total));
    put("Updates", session.update_count.to_string());
    put("Coupon codes", cart.coupon_codes.join(", "));
    put("Referral code", cart.referral_code.clone());
    put("Identifiers", cart.identifiers.join(", "));
    put("Loyalty cards", cart.loyalty_cards.join(", "));
    put("Store", cart.store.clone().unwrap_or_default());
    for (name, price) in &cart.additional_costs {
        put(&format!("Cost {name}"), text::money(*price));
    }
    put_attributes(&mut facts, "Session", &cart.attributes);
    for (index, item) in cart.items.iter().enumerate() {
        let returned = session.returned(u32::try_from(index).unwrap_or(u32::MAX));
        put_item(&mut facts, index, item, returned);
    }
    facts
}

fn put_item(facts: &mut Facts, index: usize, item: &CartItem, returned: u32) {
    let line = format!("Line {}", index + 1);
    facts.insert(format!("{line} · Item"), item.name.clone().unwrap_or_else(|| item.sku.clone()));
    facts.insert(format!("{line} · Quantity"), item.quantity.to_string());
    facts.insert(format!("{line} · Price"), text::money(item.price));
    if returned > 0 {
        facts.insert(format!("{line} · Returned"), returned.to_string());
    }
    if let Some(category) = &item.category {
        facts.insert(format!("{line} · Category"), category.clone());
    }
    put_attributes(facts, &line, &item.attributes);
}

fn profile_facts(profile: Option<&Profile>) -> Facts {
    let mut facts = Facts::new();
    let Some(profile) = profile else { return facts };
    facts.insert("Customer · Id".to_owned(), profile.id.to_string());
    facts.insert("Customer · Closed sessions".to_owned(), profile.closed_sessions.to_string());
    facts.insert("Customer · Total sales".to_owned(), text::money(profile.total_sales));
    put_attributes(&mut facts, "Customer", &profile.attributes);
    facts
}

fn put_attributes(facts: &mut Facts, owner: &str, attributes: &Attributes) {
    let sorted: BTreeMap<_, _> = attributes.iter().collect();
    for (name, value) in sorted {
        facts.insert(format!("{owner} · {name}"), text::value(value));
    }
}
