//! Text that may be stored and shown: bounded, without control characters and without characters that reorder a line.

use crate::refusal::{Problem, ProblemKind};

/// Whether line breaks and tabs may occur.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// One line.
    One,
    /// Line feeds, carriage returns and tabs are fine.
    Many,
}

/// Checks `text` against `max` characters and the characters that can be shown.
///
/// # Errors
/// A problem at `pointer` when the text is too long or holds a control or text-direction character.
pub fn check(text: &str, pointer: &str, max: usize, lines: Lines) -> Result<(), Problem> {
    let length = text.chars().count();
    if length > max {
        let details = format!("At most {max} characters are allowed, this has {length}.");
        return Err(Problem::new(pointer, ProblemKind::Limit, details));
    }
    match text.chars().find(|c| is_hidden(*c, lines)) {
        None => Ok(()),
        Some(hidden) => {
            let code = u32::from(hidden);
            let details =
                format!("The character U+{code:04X} cannot be shown and is not allowed here; remove it.");
            Err(Problem::new(pointer, ProblemKind::Format, details))
        }
    }
}

/// As [`check`], and the text must not be empty.
///
/// # Errors
/// As [`check`]; `Missing` when `text` is empty or only white space.
pub fn check_filled(text: &str, pointer: &str, max: usize, lines: Lines) -> Result<(), Problem> {
    if text.trim().is_empty() {
        return Err(Problem::new(pointer, ProblemKind::Missing, "Enter at least one character."));
    }
    check(text, pointer, max, lines)
}

fn is_hidden(c: char, lines: Lines) -> bool {
    let is_break = matches!(c, '\n' | '\r' | '\t');
    let is_direction =
        matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{061C}');
    is_direction || (c.is_control() && !(is_break && lines == Lines::Many))
}
