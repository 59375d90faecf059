//! The keys a query knows.

use store::{Amount, Column, Count};

/// What a term is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Key {
    /// Texts of the journal itself.
    Column(Column),
    /// A campaign with an effect, by its name or number.
    Campaign,
    /// An effect's type.
    Effect,
    /// Why a code was rejected.
    Rejection,
    /// An amount.
    Amount(Amount),
    /// A count.
    Count(Count),
    /// When.
    Time,
    /// An attribute of a custom event.
    Attribute(String),
}

/// Every key but those of attributes: how it is written, what it is, and what it says to a person.
const KEYS: [(&str, Key, &str); 13] = [
    ("type", Key::Column(Column::Type), "Event type"),
    ("session", Key::Column(Column::Session), "Session, by its integration id"),
    ("customer", Key::Column(Column::Profile), "Customer, by their integration id"),
    ("state", Key::Column(Column::State), "State of the session afterwards"),
    ("source", Key::Column(Column::Source), "Where the request came from"),
    ("campaign", Key::Campaign, "Campaign with an effect"),
    ("effect", Key::Effect, "Type of an effect"),
    ("rejection", Key::Rejection, "Why a code was rejected"),
    ("total", Key::Amount(Amount::Total), "Total before discounts: >50, 10..20"),
    ("discount", Key::Amount(Amount::Discount), "Discounts given: >0"),
    ("effects", Key::Count(Count::Effects), "How many effects: >=1"),
    ("rejections", Key::Count(Count::Rejections), "How many rejected codes: >0"),
    ("time", Key::Time, "When: 2026-11-27, >=2026-11-27, 2026-11-01..2026-11-07"),
];

/// Before the name of an attribute.
pub(super) const ATTRIBUTES: &str = "attributes.";

impl Key {
    /// The key that is written so, in any case.
    pub(super) fn read(text: &str) -> Option<Self> {
        if let Some(name) = text.strip_prefix(ATTRIBUTES) {
            return (!name.is_empty()).then(|| Self::Attribute(name.to_owned()));
        }
        let known = KEYS.iter().find(|(word, ..)| text.eq_ignore_ascii_case(word));
        known.map(|(_, key, _)| key.clone())
    }

    /// Every key with what it says, those of attributes left out.
    pub(super) fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
        KEYS.iter().map(|(word, _, says)| (*word, *says))
    }
}
