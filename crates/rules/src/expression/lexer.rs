//! From characters to tokens.

use std::ops::Range;

use jiff::Timestamp;
use rust_decimal::Decimal;

use super::Fault;

/// A word of the language.
#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    Number(Decimal),
    Text(String),
    Time(Timestamp),
    /// A name without `$`: a keyword or a function.
    Name(String),
    /// The segments after `$`.
    Path(Vec<String>),
    /// An operator or bracket.
    Sign(&'static str),
    /// The end of the expression.
    End,
}

/// A token and the characters it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    pub token: Token,
    pub span: Range<usize>,
}

/// Longer signs first, so that `<=` is not read as `<` and `=`.
const SIGNS: [&str; 17] =
    ["==", "!=", "<=", ">=", "=", "<", ">", "+", "-", "*", "/", "(", ")", "[", "]", ",", "%"];

struct Lexer<'a> {
    chars: &'a [char],
    at: usize,
    /// Where the first character stands in the whole value.
    offset: usize,
}

/// Reads all tokens; the last one is `End`.
///
/// # Errors
/// A character, number, text or time that cannot be read.
pub fn tokens(text: &str, offset: usize) -> Result<Vec<Placed>, Fault> {
    let chars: Vec<char> = text.chars().collect();
    let mut lexer = Lexer { chars: &chars, at: 0, offset };
    let mut found = Vec::new();
    loop {
        lexer.take_while(char::is_whitespace);
        let start = lexer.at;
        let token = lexer.next()?;
        let is_end = token == Token::End;
        found.push(Placed { token, span: lexer.span(start) });
        if is_end {
            return Ok(found);
        }
    }
}

impl Lexer<'_> {
    fn span(&self, start: usize) -> Range<usize> {
        self.offset + start..self.offset + self.at
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let start = self.at;
        while self.peek().is_some_and(&wanted) {
            self.at += 1;
        }
        self.chars.iter().skip(start).take(self.at - start).collect()
    }

    fn next(&mut self) -> Result<Token, Fault> {
        match self.peek() {
            None => Ok(Token::End),
            Some('0'..='9') => self.number(),
            Some(quote @ ('"' | '\'')) => self.text(quote),
            Some('@') => self.time(),
            Some('$') => self.path(),
            Some(c) if is_name_start(c) => Ok(Token::Name(self.take_while(is_name_part))),
            Some(c) => self.sign(c),
        }
    }

    fn number(&mut self) -> Result<Token, Fault> {
        let start = self.at;
        let written = self.take_while(|c| c.is_ascii_digit() || c == '.');
        match Decimal::from_str_exact(&written) {
            Ok(number) if !written.ends_with('.') => Ok(Token::Number(number)),
            _ => Err(Fault::new(
                self.span(start),
                format!("\"{written}\" is not a number; write it like 12 or 12.5, with at most 28 digits."),
            )),
        }
    }

    fn text(&mut self, quote: char) -> Result<Token, Fault> {
        let start = self.at;
        let mut text = String::new();
        self.at += 1;
        while let Some(c) = self.peek() {
            self.at += 1;
            match c {
                _ if c == quote => return Ok(Token::Text(text)),
                '\\' => text.push(self.escaped()?),
                _ => text.push(c),
            }
        }
        Err(Fault::new(self.span(start), format!("This text has no end; a closing {quote} was expected.")))
    }

    fn escaped(&mut self) -> Result<char, Fault> {
        let found = self.peek();
        self.at += usize::from(found.is_some());
        match found {
            Some(c @ ('"' | '\'' | '\\')) => Ok(c),
            Some('n') => Ok('\n'),
            Some('t') => Ok('\t'),
            _ => Err(Fault::new(
                self.span(self.at.saturating_sub(2)),
                "After a backslash one of \\ \" ' n t was expected.",
            )),
        }
    }

    fn time(&mut self) -> Result<Token, Fault> {
        let start = self.at;
        self.at += 1;
        let written = self.take_while(|c| c.is_ascii_alphanumeric() || matches!(c, ':' | '.' | '-' | '+'));
        written.parse().map(Token::Time).map_err(|_| {
            let details = format!("\"@{written}\" is not a time; write it like @2026-11-30T00:00:00Z.");
            Fault::new(self.span(start), details)
        })
    }

    fn path(&mut self) -> Result<Token, Fault> {
        let start = self.at;
        let mut segments = Vec::new();
        loop {
            self.at += 1;
            let segment = self.take_while(is_name_part);
            if segment.is_empty() {
                let details = "A name was expected here; paths look like $Session.Total.";
                return Err(Fault::new(self.span(start), details));
            }
            segments.push(segment);
            if self.peek() != Some('.') {
                return Ok(Token::Path(segments));
            }
        }
    }

    fn sign(&mut self, c: char) -> Result<Token, Fault> {
        let start = self.at;
        let rest: String = self.chars.iter().skip(self.at).take(2).collect();
        if let Some(sign) = SIGNS.into_iter().find(|sign| rest.starts_with(sign)) {
            self.at += sign.len();
            return Ok(Token::Sign(sign));
        }
        self.at += 1;
        let details = format!("\"{c}\" has no meaning here; a value or an operator was expected.");
        Err(Fault::new(self.span(start), details))
    }
}

fn is_name_start(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '_'
}

fn is_name_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}
