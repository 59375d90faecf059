//! A query's text cut into terms. Nothing is known here of what keys mean.

use std::ops::Range;

use super::Mistake;

/// One term as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    /// `-` stands in front.
    pub negated: bool,
    /// What stands before the first colon, if there is one outside quotes.
    pub key: Option<Piece>,
    /// What stands behind it, cut at commas; without a key, the one word.
    pub values: Vec<Piece>,
    /// The whole term.
    pub at: Range<usize>,
}

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// What it says, without quotes.
    pub text: String,
    /// It was quoted: `*` and bounds in it are letters like any other.
    pub quoted: bool,
    /// Where it stands, quotes included.
    pub at: Range<usize>,
}

/// The terms of a query. A quote that is never closed ends with the text and is the first mistake.
pub(super) fn scan(text: &str) -> (Vec<Written>, Option<Mistake>) {
    let mut scanner = Scanner { text, place: 0, mistake: None };
    let mut terms = Vec::new();
    loop {
        scanner.skip(char::is_whitespace);
        if scanner.peek().is_none() {
            return (terms, scanner.mistake);
        }
        terms.push(scanner.term());
    }
}

struct Scanner<'t> {
    text: &'t str,
    place: usize,
    mistake: Option<Mistake>,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.place..)?.chars().next()
    }

    fn take(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.place += next.len_utf8();
        Some(next)
    }

    fn takes(&mut self, wanted: char) -> bool {
        let is_there = self.peek() == Some(wanted);
        if is_there {
            self.place += wanted.len_utf8();
        }
        is_there
    }

    fn skip(&mut self, skipped: impl Fn(char) -> bool) {
        while self.peek().is_some_and(&skipped) {
            self.take();
        }
    }

    fn term(&mut self) -> Written {
        let start = self.place;
        let negated = self.takes('-');
        let first = self.piece(|c| c.is_whitespace() || c == ':');
        let (key, values) = match first {
            Some(word) if !word.quoted && self.takes(':') => (Some(word), self.values()),
            None if self.takes(':') => {
                let empty = Piece { text: String::new(), quoted: false, at: self.place..self.place };
                (Some(empty), self.values())
            }
            word => (None, word.into_iter().collect()),
        };
        Written { negated, key, values, at: start..self.place }
    }

    fn values(&mut self) -> Vec<Piece> {
        let mut values = Vec::new();
        loop {
            values.extend(self.piece(|c| c.is_whitespace() || c == ','));
            if !self.takes(',') {
                return values;
            }
        }
    }

    /// A quoted text, or everything up to an end; `None` when nothing stands before it.
    fn piece(&mut self, ends: impl Fn(char) -> bool) -> Option<Piece> {
        let start = self.place;
        if self.takes('"') {
            let text = self.quoted(start);
            return Some(Piece { text, quoted: true, at: start..self.place });
        }
        self.skip(|c| !ends(c));
        let text = self.text.get(start..self.place)?.to_owned();
        (!text.is_empty()).then_some(Piece { text, quoted: false, at: start..self.place })
    }

    /// What stands up to the closing quote; `\` keeps a quote or itself from being one.
    fn quoted(&mut self, start: usize) -> String {
        let mut text = String::new();
        loop {
            match self.take() {
                Some('"') => return text,
                Some('\\') if matches!(self.peek(), Some('"' | '\\')) => text.extend(self.take()),
                Some(c) => text.push(c),
                None => {
                    let message = "This quote is never closed. Put a \" behind the text.".to_owned();
                    self.mistake.get_or_insert(Mistake { at: start..self.place, message });
                    return text;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The terms as `-key|value|value`, with `'` around what was quoted.
    fn shape(text: &str) -> Vec<String> {
        let piece = |piece: &Piece| {
            if piece.quoted { format!("'{}'", piece.text) } else { piece.text.clone() }
        };
        let show = |term: &Written| {
            let parts: Vec<String> = term.key.iter().chain(&term.values).map(piece).collect();
            let sign = if term.negated { "-" } else { "" };
            let mark = if term.key.is_some() { ":" } else { "" };
            format!("{sign}{mark}{}", parts.join("|"))
        };
        scan(text).0.iter().map(show).collect()
    }

    #[test]
    fn a_query_is_cut_at_spaces_colons_and_commas_outside_quotes() {
        let table: [(&str, &[&str]); 11] = [
            ("", &[]),
            ("  shoes   tea ", &["shoes", "tea"]),
            ("type:pageview -state:cancelled", &[":type|pageview", "-:state|cancelled"]),
            ("type:a,b,\"c d\"", &[":type|a|b|'c d'"]),
            ("\"red shoes\" -\"a:b\"", &["'red shoes'", "-'a:b'"]),
            ("attributes.url:*shoes*", &[":attributes.url|*shoes*"]),
            ("time:>=2026-11-27T09:00:00Z", &[":time|>=2026-11-27T09:00:00Z"]),
            ("say \"a \\\"b\\\" c\"", &["say", "'a \"b\" c'"]),
            ("type: x", &[":type", "x"]),
            (":x", &[":|x"]),
            ("-", &["-"]),
        ];
        for (text, expected) in table {
            assert_eq!(shape(text), expected, "{text}");
        }
    }

    #[test]
    fn a_quote_that_is_never_closed_is_pointed_at() {
        let (terms, mistake) = scan("tea \"red");
        assert_eq!(terms.len(), 2);
        assert_eq!(mistake.map(|mistake| mistake.at), Some(4..8));
    }
}
