//! What could stand at the cursor of a query: keys, and the values that occur.

use std::ops::Range;

use domain::attribute::Entity;
use domain::event::{BuiltIn, SessionState};
use domain::redeemable::Rejection;
use store::{Column, Reader};

use super::key::{ATTRIBUTES, Key};
use super::scan::{Piece, Written, scan};
use crate::house::House;
use crate::refusal::Refusal;
use crate::render::{diagram, text};

/// How many completions are offered.
const OFFERED: usize = 14;

/// What is offered for one place of a query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Completion {
    /// What a choice takes the place of, in bytes.
    pub at: Range<usize>,
    /// The choices, the likeliest first.
    pub choices: Vec<Choice>,
}

/// One completion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is written into the query.
    pub text: String,
    /// What it means, for people; empty when the text says it.
    pub says: String,
    /// Whether the term is complete with it.
    pub ends: bool,
}

/// The completions at `cursor`, a byte of `query`.
///
/// # Errors
/// When the workspace cannot be read.
pub fn complete(query: &str, cursor: usize, house: &House, reader: &Reader) -> Result<Completion, Refusal> {
    let (terms, _) = scan(query);
    let here = terms.iter().find(|term| term.at.start <= cursor && cursor <= term.at.end);
    let Some(term) = here else {
        return Ok(Completion { at: cursor..cursor, choices: keys("", house) });
    };
    match &term.key {
        None => {
            let start = term.at.start + usize::from(term.negated);
            let typed = query.get(start..cursor.max(start)).unwrap_or_default();
            let is_quoted = term.values.first().is_some_and(|word| word.quoted);
            let choices = if is_quoted { Vec::new() } else { keys(typed, house) };
            Ok(Completion { at: start..term.at.end, choices })
        }
        Some(key) if cursor <= key.at.end => {
            let typed = query.get(key.at.start..cursor).unwrap_or_default();
            Ok(Completion { at: key.at.start..key.at.end + 1, choices: keys(typed, house) })
        }
        Some(key) => value_at(term, key, cursor, house, reader),
    }
}

/// The keys with `typed` in them, those that begin with it first.
fn keys(typed: &str, house: &House) -> Vec<Choice> {
    let known = Key::all().map(|(word, says)| (word.to_owned(), says.to_owned()));
    let of_events = house.dictionary.attributes().iter().filter(|one| one.entity == Entity::Event);
    let attributes = of_events.map(|one| (format!("{ATTRIBUTES}{}", one.name), one.title.clone()));
    let mut found: Vec<(String, String)> = known.chain(attributes).collect();
    found.dedup_by(|one, other| one.0 == other.0);
    let choices =
        found.into_iter().map(|(word, says)| Choice { text: format!("{word}:"), says, ends: false });
    matching(typed, choices)
}

fn matching(typed: &str, choices: impl Iterator<Item = Choice>) -> Vec<Choice> {
    let typed = typed.trim_matches(['"', '*']).to_lowercase();
    let place = |choice: &Choice| {
        let found = choice.text.trim_start_matches('"').to_lowercase().find(&typed);
        let said = choice.says.to_lowercase().contains(&typed).then_some(usize::MAX);
        found.or(said)
    };
    let mut meant: Vec<(usize, Choice)> =
        choices.filter_map(|choice| Some((place(&choice)?.min(1), choice))).collect();
    meant.sort_by_key(|(place, _)| *place);
    meant.into_iter().map(|(_, choice)| choice).take(OFFERED).collect()
}

fn value_at(
    term: &Written,
    key: &Piece,
    cursor: usize,
    house: &House,
    reader: &Reader,
) -> Result<Completion, Refusal> {
    let value = term.values.iter().find(|value| value.at.start <= cursor && cursor <= value.at.end);
    let (at, typed) = match value {
        Some(value) => (value.at.clone(), value.text.as_str()),
        None => (cursor..cursor, ""),
    };
    let Some(known) = Key::read(&key.text) else { return Ok(Completion { at, choices: Vec::new() }) };
    let present = values(&known, typed, house, reader)?;
    let choices = present.into_iter().map(|(text, says)| Choice { text: quoted(&text), says, ends: true });
    Ok(Completion { at, choices: matching(typed, choices) })
}

/// The values of a key with what they say; only some of those there are many of.
fn values(key: &Key, typed: &str, house: &House, reader: &Reader) -> Result<Vec<(String, String)>, Refusal> {
    let plain = |text: &str| (text.to_owned(), String::new());
    Ok(match key {
        Key::Column(Column::Type) => {
            let built_in = BuiltIn::ALL.map(|one| (one.name().to_owned(), BuiltIn::title(one).to_owned()));
            let custom = house.dictionary.event_types().into_iter().map(plain);
            custom.chain(built_in).collect()
        }
        Key::Column(Column::State) => {
            let said =
                |state: SessionState| (state.name().to_owned(), diagram::state_title(state).to_owned());
            SessionState::ALL.map(said).to_vec()
        }
        Key::Column(Column::Source) => reader.sources_present()?.iter().map(|name| plain(name)).collect(),
        Key::Column(Column::Session) => {
            let filter = store::SessionFilter { text: typed.to_owned(), ..store::SessionFilter::default() };
            reader.sessions(&filter, None, FEW)?.rows.iter().map(|row| plain(row.id.as_str())).collect()
        }
        Key::Column(Column::Profile) => {
            reader.profiles(typed, None, FEW)?.rows.iter().map(|profile| plain(profile.id.as_str())).collect()
        }
        Key::Campaign => house.campaigns.iter().map(|campaign| plain(&campaign.name)).collect(),
        Key::Effect => reader.effect_types_present()?.iter().map(|name| plain(name)).collect(),
        Key::Rejection => Rejection::ALL.map(|reason| plain(reason.name())).to_vec(),
        Key::Attribute(name) => {
            let found = reader.attribute_values(name, typed.trim_matches('*'), FEW)?;
            found.into_iter().map(|(value, count)| (value, text::events(count))).collect()
        }
        Key::Amount(_) | Key::Count(_) | Key::Time => Vec::new(),
    })
}

const FEW: u32 = 50;

/// A value as it is written in a query: quoted where it would otherwise mean something else.
fn quoted(text: &str) -> String {
    let is_plain = !text.is_empty()
        && !text.starts_with(['>', '<', '-'])
        && !text.contains("..")
        && !text.chars().any(|c| c.is_whitespace() || matches!(c, '"' | ',' | '*' | '\\'));
    if is_plain {
        text.to_owned()
    } else {
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    }
}
