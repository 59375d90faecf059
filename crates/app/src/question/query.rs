//! A query while it is being written: what is wrong with it, and what could stand at the cursor.

use std::ops::Range;

use crate::query::complete::{Completion, complete};
use crate::query::{self, Around};
use crate::refusal::Refusal;
use crate::view::query::{QueryChoice, QueryMistake, QueryView};
use crate::workspace::{Question, Reading};

/// What there is to say of a query.
#[derive(Debug, Clone)]
pub struct WrittenQuery {
    /// As far as it is written.
    pub text: String,
    /// Where the cursor stands, in UTF-16 units from the beginning.
    pub cursor: u32,
}

impl Question for WrittenQuery {
    type Answer = QueryView;

    fn answer(&self, reading: &Reading<'_>) -> Result<QueryView, Refusal> {
        let around = Around { house: reading.house, effect_types: reading.reader.effect_types_present()? };
        let mistake = query::read(&self.text, &around).err();
        let cursor = byte(&self.text, self.cursor);
        let Completion { at, choices } = complete(&self.text, cursor, reading.house, reading.reader)?;
        let (start, end) = units(&self.text, &at);
        Ok(QueryView {
            mistake: mistake.map(|mistake| {
                let (start, end) = units(&self.text, &mistake.at);
                QueryMistake { start, end, message: mistake.message }
            }),
            start,
            end,
            choices: choices
                .into_iter()
                .map(|choice| QueryChoice { text: choice.text, says: choice.says, ends: choice.ends })
                .collect(),
        })
    }
}

/// A range of bytes in UTF-16 units, as windows count.
pub(crate) fn units(text: &str, bytes: &Range<usize>) -> (u32, u32) {
    let unit = |byte: usize| {
        let before = text.get(..byte).unwrap_or(text);
        u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX)
    };
    (unit(bytes.start), unit(bytes.end))
}

/// The byte at which a number of UTF-16 units ends; the end of the text when there are fewer.
fn byte(text: &str, units: u32) -> usize {
    let mut left = usize::try_from(units).unwrap_or(usize::MAX);
    for (byte, c) in text.char_indices() {
        if left < c.len_utf16() {
            return byte;
        }
        left -= c.len_utf16();
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_as_windows_do() {
        let text = "ä😀 x";
        assert_eq!(units(text, &(2..6)), (1, 3));
        assert_eq!([0, 1, 2, 3, 9].map(|unit| byte(text, unit)), [0, 2, 2, 6, 8]);
    }
}
