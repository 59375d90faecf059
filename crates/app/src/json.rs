//! JSON that is passed on as it was written, and amounts whose digits are never rounded through binary fractions.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};
use serde_json::value::RawValue;
use specta::Type;

/// The longest number a request may hold, in characters.
const LONGEST_NUMBER: usize = 30;

/// Any JSON value, kept as the exact text it came as.
#[derive(Debug, Clone)]
pub struct Json(Box<RawValue>);

/// How [`Json`] looks to the window.
#[derive(Type, Serialize)]
#[serde(untagged)]
#[expect(dead_code, reason = "only its shape is used, to describe `Json` to the window")]
enum JsonShape {
    Nothing(()),
    Flag(bool),
    Number(f64),
    Text(String),
    List(Vec<JsonShape>),
    Map(BTreeMap<String, JsonShape>),
}

impl Type for Json {
    fn definition(types: &mut specta::Types) -> specta::datatype::DataType {
        JsonShape::definition(types)
    }
}

impl Json {
    /// The text.
    pub fn text(&self) -> &str {
        self.0.get()
    }

    /// Reads `text` as one JSON value.
    ///
    /// # Errors
    /// When it is not JSON.
    pub fn parse(text: String) -> Result<Self, serde_json::Error> {
        RawValue::from_string(text).map(Self)
    }
}

impl From<Box<RawValue>> for Json {
    fn from(raw: Box<RawValue>) -> Self {
        Self(raw)
    }
}

impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        self.text() == other.text()
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::<RawValue>::deserialize(deserializer).map(Self)
    }
}

/// A decimal number on the wire: a JSON number, with every digit kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount(pub Decimal);

impl Type for Amount {
    fn definition(types: &mut specta::Types) -> specta::datatype::DataType {
        f32::definition(types)
    }
}

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// Reads the text of a JSON number: its value, without zeros at the end.
    ///
    /// # Errors
    /// One sentence: not a number, or more digits than can be kept exactly.
    pub fn read(text: &str) -> Result<Decimal, String> {
        if !text.starts_with(|c: char| c == '-' || c.is_ascii_digit()) {
            return Err(format!("expected a number, found {}", shorten(text)));
        }
        if text.len() > LONGEST_NUMBER {
            return Err(format!(
                "a number may have at most {LONGEST_NUMBER} characters, found {}",
                shorten(text)
            ));
        }
        let number = Decimal::from_str(text).or_else(|_| Decimal::from_scientific(text)).map_err(|_| {
            format!("the number {} cannot be kept exactly; use at most 28 digits", shorten(text))
        })?;
        // 60.0 and 60 are one number: a request that is done again from the journal leaves what it left the first time.
        Ok(number.normalize())
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.normalize())
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RawValue::from_string(self.to_string()).map_err(ser::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        Self::read(raw.get()).map(Self).map_err(de::Error::custom)
    }
}

/// The first characters of a text, for a message.
pub fn shorten(text: &str) -> String {
    const SHOWN: usize = 40;
    let mut shown: String = text.chars().take(SHOWN).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

/// Named values in the order given. A name that stands twice is refused.
#[derive(Debug, Clone, PartialEq)]
pub struct Named<T>(pub Vec<(String, T)>);

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Type> Type for Named<T> {
    fn definition(types: &mut specta::Types) -> specta::datatype::DataType {
        BTreeMap::<String, T>::definition(types)
    }
}

impl<T: Serialize> Serialize for Named<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Named<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(NamedVisitor(PhantomData))
    }
}

struct NamedVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> de::Visitor<'de> for NamedVisitor<T> {
    type Value = Named<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut names = BTreeSet::new();
        let mut entries = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            if !names.insert(name.clone()) {
                return Err(de::Error::custom(format!("\"{}\" stands here twice", shorten(&name))));
            }
            let value = map.next_value()?;
            entries.push((name, value));
        }
        Ok(Named(entries))
    }
}

impl Json {
    /// An object without anything in it.
    pub fn empty() -> Self {
        Self::of(&Named::<Self>::default())
    }

    /// JSON's `null`.
    pub fn null() -> Self {
        Self(RawValue::NULL.to_owned())
    }

    /// `value` as JSON; `null` for what JSON cannot hold.
    pub fn of(value: &impl Serialize) -> Self {
        serde_json::value::to_raw_value(value).map_or_else(|_| Self::null(), Self)
    }
}
