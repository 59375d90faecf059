//! Taking the fields of a JSON object one by one, noting every mistake with its pointer.

use std::collections::BTreeSet;

use domain::refusal::ProblemKind;
use serde_json::{Map, Value as Json};

use crate::problem::Problem;

/// The most characters of a name, title or other short text.
const LONGEST_TEXT: usize = 4_000;

/// An object being read; `finish` refuses the fields nobody took.
pub struct Fields<'a> {
    pointer: String,
    map: &'a Map<String, Json>,
    taken: BTreeSet<&'static str>,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Fields<'a> {
    /// Begins to read the object at `pointer`; notes a problem when it is none.
    pub fn of(value: &'a Json, pointer: &str, problems: &'a mut Vec<Problem>) -> Option<Self> {
        match value.as_object() {
            Some(map) => Some(Self { pointer: pointer.to_owned(), map, taken: BTreeSet::new(), problems }),
            None => {
                problems.push(wrong_type(pointer, value, "an object"));
                None
            }
        }
    }

    /// The pointer of a field.
    pub fn at(&self, name: &str) -> String {
        format!("{}/{name}", self.pointer)
    }

    /// The place where mistakes are noted.
    pub fn problems(&mut self) -> &mut Vec<Problem> {
        self.problems
    }

    /// Notes a mistake in a field.
    pub fn refuse(&mut self, name: &str, kind: ProblemKind, details: impl Into<String>) {
        let pointer = self.at(name);
        self.problems.push(Problem::new(pointer, kind, details));
    }

    /// Any value; `null` counts as left out.
    pub fn optional(&mut self, name: &'static str) -> Option<&'a Json> {
        self.taken.insert(name);
        self.map.get(name).filter(|value| !value.is_null())
    }

    /// Any value that must be there.
    pub fn required(&mut self, name: &'static str) -> Option<&'a Json> {
        let value = self.optional(name);
        if value.is_none() {
            self.refuse(name, ProblemKind::Missing, format!("The field \"{name}\" is needed here."));
        }
        value
    }

    /// A text that may be left out.
    pub fn optional_text(&mut self, name: &'static str) -> Option<String> {
        let value = self.optional(name)?;
        self.text_of(name, value)
    }

    /// A text that must be there.
    pub fn text(&mut self, name: &'static str) -> String {
        match self.required(name) {
            Some(value) => self.text_of(name, value).unwrap_or_default(),
            None => String::new(),
        }
    }

    /// A text that must be there and hold something.
    pub fn filled_text(&mut self, name: &'static str) -> String {
        let known = self.problems.len();
        let text = self.text(name);
        if text.trim().is_empty() && self.problems.len() == known {
            self.refuse(name, ProblemKind::Missing, "Enter at least one character.");
        }
        text
    }

    fn text_of(&mut self, name: &str, value: &Json) -> Option<String> {
        let pointer = self.at(name);
        let Some(text) = value.as_str() else {
            self.problems.push(wrong_type(&pointer, value, "a text"));
            return None;
        };
        if let Err(problem) = domain::text::check(text, &pointer, LONGEST_TEXT, domain::text::Lines::Many) {
            self.problems.push(Problem::new(problem.pointer, problem.kind, problem.details));
        }
        Some(text.to_owned())
    }

    /// `true` or `false` that may be left out.
    pub fn optional_bool(&mut self, name: &'static str) -> Option<bool> {
        let value = self.optional(name)?;
        let found = value.as_bool();
        if found.is_none() {
            let pointer = self.at(name);
            self.problems.push(wrong_type(&pointer, value, "true or false"));
        }
        found
    }

    /// A whole number from 0 that may be left out.
    pub fn optional_number(&mut self, name: &'static str) -> Option<u32> {
        let value = self.optional(name)?;
        let found = value.as_u64().and_then(|number| u32::try_from(number).ok());
        if found.is_none() {
            let pointer = self.at(name);
            self.problems.push(wrong_type(&pointer, value, "a whole number from 0 to 4294967295"));
        }
        found
    }

    /// A whole number from 0 that must be there.
    pub fn number(&mut self, name: &'static str) -> u32 {
        match self.required(name) {
            Some(_) => self.optional_number(name).unwrap_or(0),
            None => 0,
        }
    }

    /// One of the words of `choices`; notes a problem that lists them otherwise.
    pub fn choice<T: Copy>(&mut self, name: &'static str, choices: &[(&str, T)]) -> Option<T> {
        let known = self.problems.len();
        let word = self.text(name);
        if self.problems.len() > known {
            return None;
        }
        let found = choices.iter().find(|(choice, _)| *choice == word).map(|(_, found)| *found);
        if found.is_none() {
            let words: Vec<_> = choices.iter().map(|(choice, _)| *choice).collect();
            self.refuse(
                name,
                ProblemKind::Choice,
                format!("There is no \"{word}\" here; use {}.", words.join(", ")),
            );
        }
        found
    }

    /// The elements of a list that may be left out.
    pub fn optional_list(&mut self, name: &'static str) -> &'a [Json] {
        let Some(value) = self.optional(name) else {
            return &[];
        };
        match value.as_array() {
            Some(items) => items,
            None => {
                let pointer = self.at(name);
                self.problems.push(wrong_type(&pointer, value, "a list"));
                &[]
            }
        }
    }

    /// The elements of a list that must be there.
    pub fn list(&mut self, name: &'static str) -> &'a [Json] {
        match self.required(name) {
            Some(_) => self.optional_list(name),
            None => &[],
        }
    }

    /// Refuses a list or object that holds something: the feature does not exist here.
    pub fn must_be_empty(&mut self, name: &'static str, why: &str) {
        let is_empty = match self.optional(name) {
            None => true,
            Some(Json::Array(items)) => items.is_empty(),
            Some(Json::Object(map)) => map.is_empty(),
            Some(Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Null) => false,
        };
        if !is_empty {
            self.refuse(name, ProblemKind::Forbidden, why);
        }
    }

    /// Refuses the fields nobody took.
    pub fn finish(self) {
        for name in self.map.keys().filter(|name| !self.taken.contains(name.as_str())) {
            let known: Vec<_> = self.taken.iter().copied().collect();
            let details = format!("There is no field \"{name}\" here; the fields are {}.", known.join(", "));
            let pointer = format!("{}/{}", self.pointer, escape(name));
            self.problems.push(Problem::new(pointer, ProblemKind::Unknown, details));
        }
    }
}

/// A problem for a value of the wrong JSON type.
pub fn wrong_type(pointer: &str, value: &Json, wanted: &str) -> Problem {
    let found = match value {
        Json::Null => "null",
        Json::Bool(_) => "true or false",
        Json::Number(_) => "a number",
        Json::String(_) => "a text",
        Json::Array(_) => "a list",
        Json::Object(_) => "an object",
    };
    Problem::new(pointer, ProblemKind::Type, format!("Here {wanted} was expected, but this is {found}."))
}

/// A name as part of a JSON pointer.
pub fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
