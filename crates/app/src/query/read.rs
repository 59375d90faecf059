//! Terms as the store takes them.

use std::ops::Bound;
use std::str::FromStr;

use domain::attribute::{Attribute, Entity};
use domain::event::SessionState;
use domain::redeemable::Rejection;
use domain::value::AttributeType;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use rust_decimal::Decimal;
use store::{Column, Pattern, Range, Term, Test};

use super::Mistake;
use super::key::{ATTRIBUTES, Key};
use super::scan::{Piece, Written, scan};
use crate::house::House;
use crate::json::shorten;

/// The longest query, in characters, and the most terms in it.
const LONGEST: usize = 1_000;
const MOST_TERMS: usize = 30;

/// What names in a query are looked up in.
pub struct Around<'w> {
    /// Campaigns, attributes and the zone of dates.
    pub house: &'w House,
    /// The effect types that occur in the log.
    pub effect_types: Vec<String>,
}

/// The terms of a query.
///
/// # Errors
/// The first mistake, in the order of the text.
pub fn read(text: &str, around: &Around<'_>) -> Result<Vec<Term>, Mistake> {
    if text.chars().count() > LONGEST {
        let message = format!("A query has at most {LONGEST} characters.");
        return Err(Mistake { at: 0..text.len(), message });
    }
    let (written, unclosed) = scan(text);
    if let Some(extra) = written.get(MOST_TERMS) {
        let message = format!("A query has at most {MOST_TERMS} terms.");
        return Err(Mistake { at: extra.at.start..text.len(), message });
    }
    let terms = written.iter().map(|term| read_term(term, around)).collect::<Result<_, _>>()?;
    match unclosed {
        Some(mistake) => Err(mistake),
        None => Ok(terms),
    }
}

fn read_term(term: &Written, around: &Around<'_>) -> Result<Term, Mistake> {
    let test = match &term.key {
        None => words(term)?,
        Some(key) => {
            let known = Key::read(&key.text).ok_or_else(|| unknown_key(key))?;
            let Some(first) = term.values.first() else {
                let message = format!("Say what \"{}\" should be, right behind the colon.", key.text);
                return Err(Mistake { at: term.at.clone(), message });
            };
            read_values(&known, key, first, &term.values, around)?
        }
    };
    Ok(Term { negated: term.negated, test })
}

fn words(term: &Written) -> Result<Test, Mistake> {
    let text: String = term.values.first().map(|piece| piece.text.clone()).unwrap_or_default();
    if text.chars().any(char::is_alphanumeric) {
        return Ok(Test::Words(text));
    }
    let message = "There is no letter or digit here to look for.".to_owned();
    Err(Mistake { at: term.at.clone(), message })
}

fn unknown_key(key: &Piece) -> Mistake {
    let known: Vec<&str> = Key::all().map(|(word, _)| word).collect();
    let message = format!(
        "\"{}\" is nothing to search by. Use {} or {ATTRIBUTES}NAME, or put the whole text in quotes.",
        shorten(&key.text),
        known.join(", ")
    );
    Mistake { at: key.at.clone(), message }
}

fn read_values(
    known: &Key,
    key: &Piece,
    first: &Piece,
    values: &[Piece],
    around: &Around<'_>,
) -> Result<Test, Mistake> {
    match known {
        Key::Column(Column::State) => {
            let names = names_of(values, SessionState::ALL.map(SessionState::name), "state")?;
            Ok(Test::Column(Column::State, names.into_iter().map(Pattern::Exactly).collect()))
        }
        Key::Column(column) => Ok(Test::Column(*column, values.iter().map(pattern).collect())),
        Key::Campaign => campaigns(values, around),
        Key::Effect => Ok(Test::Effect(values.iter().flat_map(|value| effects(value, around)).collect())),
        Key::Rejection => {
            names_of(values, Rejection::ALL.map(Rejection::name), "reason").map(Test::Rejection)
        }
        Key::Amount(amount) => Ok(Test::Amount(*amount, one(first, values, number)?)),
        Key::Count(count) => Ok(Test::Count(*count, one(first, values, whole)?)),
        Key::Time => one(first, values, |piece, text| time(piece, text, around)).map(Test::Time),
        Key::Attribute(name) => attribute(name, key, first, values, around),
    }
}

/// The names of a closed list that the values mean.
fn names_of<const N: usize>(
    values: &[Piece],
    known: [&'static str; N],
    what: &str,
) -> Result<Vec<String>, Mistake> {
    let mut names = Vec::new();
    for value in values {
        let pattern = pattern(value);
        let meant: Vec<&str> = known.into_iter().filter(|name| is_like(&pattern, name)).collect();
        if meant.is_empty() {
            let message =
                format!("\"{}\" is no {what}. It is one of {}.", shorten(&value.text), known.join(", "));
            return Err(Mistake { at: value.at.clone(), message });
        }
        names.extend(meant.into_iter().map(ToOwned::to_owned));
    }
    Ok(names)
}

fn campaigns(values: &[Piece], around: &Around<'_>) -> Result<Test, Mistake> {
    let mut meant = Vec::new();
    for value in values {
        let pattern = pattern(value);
        let number: Option<u32> = value.text.parse().ok();
        let found = around
            .house
            .campaigns
            .iter()
            .filter(|campaign| is_like(&pattern, &campaign.name) || number == Some(campaign.id.0));
        let before = meant.len();
        meant.extend(found.map(|campaign| campaign.id));
        if meant.len() == before {
            let message = format!(
                "There is no campaign \"{}\". Write its name, in quotes when it has spaces, or its number.",
                shorten(&value.text)
            );
            return Err(Mistake { at: value.at.clone(), message });
        }
    }
    Ok(Test::Campaign(meant))
}

/// The effect types a value means: itself, or those of the log that are like it.
fn effects(value: &Piece, around: &Around<'_>) -> Vec<String> {
    match pattern(value) {
        Pattern::Exactly(name) => vec![name],
        pieces @ Pattern::Pieces(_) => {
            around.effect_types.iter().filter(|name| is_like(&pieces, name)).cloned().collect()
        }
    }
}

fn attribute(
    name: &str,
    key: &Piece,
    first: &Piece,
    values: &[Piece],
    around: &Around<'_>,
) -> Result<Test, Mistake> {
    let of_events = around.house.dictionary.attributes().iter().filter(|one| one.entity == Entity::Event);
    let named: Vec<&Attribute> = of_events.filter(|one| one.name == name).collect();
    if named.is_empty() {
        let message = format!("No event has an attribute \"{}\".", shorten(name));
        return Err(Mistake { at: key.at.clone(), message });
    }
    let is_number = |one: &&Attribute| matches!(one.kind, AttributeType::Number | AttributeType::ListNumber);
    let compares = !first.quoted && (operator(&first.text).is_some() || first.text.contains(".."));
    if compares || (named.iter().all(is_number) && values.len() == 1 && !first.text.contains('*')) {
        return Ok(Test::AttributeNumber(name.to_owned(), one(first, values, number)?));
    }
    Ok(Test::Attribute(name.to_owned(), values.iter().map(pattern).collect()))
}

/// A text as it is compared: exactly when quoted or without `*`.
fn pattern(value: &Piece) -> Pattern {
    if value.quoted || !value.text.contains('*') {
        return Pattern::Exactly(value.text.clone());
    }
    Pattern::Pieces(value.text.split('*').map(ToOwned::to_owned).collect())
}

/// Whether a name is meant; without regard to the case of ASCII letters.
fn is_like(pattern: &Pattern, name: &str) -> bool {
    let Pattern::Pieces(pieces) = pattern else {
        return matches!(pattern, Pattern::Exactly(text) if text.eq_ignore_ascii_case(name));
    };
    let name = name.to_ascii_lowercase();
    let pieces: Vec<String> = pieces.iter().map(|piece| piece.to_ascii_lowercase()).collect();
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return false };
    let Some(mut rest) = name.strip_prefix(first.as_str()) else { return false };
    let between = pieces.get(1..pieces.len().saturating_sub(1)).unwrap_or_default();
    for piece in between {
        let Some((_, after)) = rest.split_once(piece.as_str()) else { return false };
        rest = after;
    }
    rest.ends_with(last.as_str())
}

/// The bounds that the one value of a term sets.
fn one<T: Clone>(
    first: &Piece,
    values: &[Piece],
    read: impl Fn(&Piece, &str) -> Result<Span<T>, Mistake>,
) -> Result<Range<T>, Mistake> {
    if let Some(second) = values.get(1) {
        let message = "One value is enough here; for a range write 10..20.".to_owned();
        return Err(Mistake { at: second.at.clone(), message });
    }
    if let Some((sign, rest)) = operator(&first.text) {
        let span = read(first, rest)?;
        return Ok(match sign {
            ">" => (span.after(), Bound::Unbounded),
            ">=" => (Bound::Included(span.start), Bound::Unbounded),
            "<" => (Bound::Unbounded, Bound::Excluded(span.start)),
            _ => (Bound::Unbounded, span.until()),
        });
    }
    match first.text.split_once("..") {
        Some((from, until)) => {
            let lower = if from.is_empty() { None } else { Some(read(first, from)?.start) };
            let upper = if until.is_empty() { None } else { Some(read(first, until)?.until()) };
            Ok((lower.map_or(Bound::Unbounded, Bound::Included), upper.unwrap_or(Bound::Unbounded)))
        }
        None => {
            let span = read(first, &first.text)?;
            Ok((Bound::Included(span.start.clone()), span.until()))
        }
    }
}

/// What a written value covers: itself, or everything from `start` up to `end`.
struct Span<T> {
    start: T,
    end: Option<T>,
}

impl<T: Clone> Span<T> {
    fn until(self) -> Bound<T> {
        self.end.map_or(Bound::Included(self.start), Bound::Excluded)
    }

    fn after(self) -> Bound<T> {
        self.end.map_or(Bound::Excluded(self.start), Bound::Included)
    }
}

fn operator(text: &str) -> Option<(&'static str, &str)> {
    [">=", "<=", ">", "<"].into_iter().find_map(|sign| Some((sign, text.strip_prefix(sign)?)))
}

fn number(piece: &Piece, text: &str) -> Result<Span<Decimal>, Mistake> {
    exact(piece, text, "a number, such as 50 or 19.99")
}

fn whole(piece: &Piece, text: &str) -> Result<Span<i64>, Mistake> {
    exact(piece, text, "a whole number, such as 2")
}

fn exact<T: FromStr>(piece: &Piece, text: &str, form: &str) -> Result<Span<T>, Mistake> {
    let read = text.parse().map_err(|_| unreadable(piece, text, form))?;
    Ok(Span { start: read, end: None })
}

fn unreadable(piece: &Piece, text: &str, form: &str) -> Mistake {
    let message = format!("\"{}\" is not {form}.", shorten(text));
    Mistake { at: piece.at.clone(), message }
}

/// A day covers all its hours in the Application's zone; a time with its zone is one instant.
fn time(piece: &Piece, text: &str, around: &Around<'_>) -> Result<Span<Timestamp>, Mistake> {
    if let Ok(instant) = text.parse::<Timestamp>() {
        return Ok(Span { start: instant, end: None });
    }
    let form = "a day such as 2026-11-27 or a time such as 2026-11-27T09:00:00Z";
    let day: Date = text.parse().map_err(|_| unreadable(piece, text, form))?;
    let zone = &around.house.settings.time_zone;
    let start = |day: Date| day.to_zoned(zone.clone()).map(|start| start.timestamp());
    let next = day.checked_add(1.day()).and_then(start);
    match (start(day), next) {
        (Ok(start), Ok(end)) => Ok(Span { start, end: Some(end) }),
        (Err(_), _) | (_, Err(_)) => Err(unreadable(piece, text, form)),
    }
}
