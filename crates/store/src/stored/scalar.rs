//! Decimals and times as text.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A decimal as it was written, trailing zeros included.
#[derive(Clone, Copy)]
pub(crate) struct Number(pub(crate) Decimal);

/// An instant in RFC 3339, to the nanosecond.
#[derive(Clone, Copy)]
pub(crate) struct Instant(pub(crate) Timestamp);

struct Text<T>(&'static str, fn(&str) -> Option<T>);

impl<T> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.1)(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(Text("a decimal as text", |text| text.parse().ok().map(Number)))
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(Text("a time in RFC 3339", |text| text.parse().ok().map(Instant)))
    }
}

/// Named amounts.
pub(crate) type Amounts = BTreeMap<String, Number>;

/// Amounts as stored.
pub(crate) fn amounts(named: &BTreeMap<String, Decimal>) -> Amounts {
    named.iter().map(|(name, amount)| (name.clone(), Number(*amount))).collect()
}

/// Amounts as used.
pub(crate) fn from_amounts(named: Amounts) -> BTreeMap<String, Decimal> {
    named.into_iter().map(|(name, amount)| (name, amount.0)).collect()
}
