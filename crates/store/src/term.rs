//! What a query can ask of an event, term by term, and its SQL.

use std::ops::Bound;

use domain::id::CampaignId;
use jiff::Timestamp;
use rust_decimal::Decimal;

/// One term of a query. An event is meant when it passes every term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Whether the event must fail the test.
    pub negated: bool,
    /// What is asked.
    pub test: Test,
}

/// What a term asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// These words stand somewhere, one after the other, in any case and with any accents; the last may be the beginning of a
    /// longer one. A text without letters and digits is found nowhere.
    Words(String),
    /// The column is one of these.
    Column(Column, Vec<Pattern>),
    /// One of these campaigns had an effect.
    Campaign(Vec<CampaignId>),
    /// An effect of one of these types, by the vendor's names.
    Effect(Vec<String>),
    /// A code was rejected for one of these reasons, by the vendor's names.
    Rejection(Vec<String>),
    /// The attribute of a custom event is one of these; of a list, any element.
    Attribute(String, Vec<Pattern>),
    /// The attribute is a number within these bounds; of a list, any element.
    AttributeNumber(String, Range<Decimal>),
    /// An amount within these bounds; events without one are not meant.
    Amount(Amount, Range<Decimal>),
    /// A count within these bounds.
    Count(Count, Range<i64>),
    /// The time, by the workspace clock, within these bounds.
    Time(Range<Timestamp>),
}

/// A lower and an upper bound.
pub type Range<T> = (Bound<T>, Bound<T>);

/// A column of texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The event type.
    Type,
    /// The session's id.
    Session,
    /// The customer's id.
    Profile,
    /// The session's state afterwards.
    State,
    /// The door the request came in at.
    Source,
}

impl Column {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Type => "kind",
            Self::Session => "session",
            Self::Profile => "profile",
            Self::State => "state",
            Self::Source => "source",
        }
    }
}

/// A column of amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// The session's total before discounts.
    Total,
    /// The discounts the event gave.
    Discount,
}

impl Amount {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Discount => "discount",
        }
    }
}

/// A column of counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// Its effects.
    Effects,
    /// Its rejected codes.
    Rejections,
}

impl Count {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Effects => "effect_count",
            Self::Rejections => "rejection_count",
        }
    }
}

/// A text that is meant exactly, or one with `*` in it for any letters, which is compared without regard to the case of
/// ASCII letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pattern {
    /// This text and no other.
    Exactly(String),
    /// The pieces in this order with anything between them; the first begins the text and the last ends it.
    Pieces(Vec<String>),
}

impl Pattern {
    /// The comparison of `subject`, with `?` bound to the text it answers.
    pub(crate) fn comparison(&self, subject: &str, place: &str) -> String {
        match self {
            Self::Exactly(_) => format!("{subject} = {place}"),
            Self::Pieces(_) => format!(r"{subject} LIKE {place} ESCAPE '\'"),
        }
    }

    /// What is bound: the text, or a pattern of `LIKE`.
    pub(crate) fn bound(&self) -> String {
        match self {
            Self::Exactly(text) => text.clone(),
            Self::Pieces(pieces) => {
                let escaped: Vec<String> = pieces.iter().map(|piece| escaped(piece)).collect();
                escaped.join("%")
            }
        }
    }
}

fn escaped(piece: &str) -> String {
    piece.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_")
}

/// Words as a phrase of FTS5 whose last word may go on; `None` when there is nothing to look for.
pub(crate) fn phrase(words: &str) -> Option<String> {
    words.chars().any(char::is_alphanumeric).then(|| format!("\"{}\"*", words.replace('"', " ")))
}
