//! From tokens to a syntax tree. The grammar is told in the parent module.

use std::ops::Range;

use jiff::Timestamp;
use rust_decimal::Decimal;

use super::compile::Comparison;
use super::lexer::{Placed, Token, tokens};
use super::{DEEPEST, Fault};

/// A part of an expression and the characters it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Syntax {
    pub node: Node,
    pub span: Range<usize>,
}

/// What a part of an expression is.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    Number(Decimal),
    Text(String),
    Bool(bool),
    Time(Timestamp),
    Path(Vec<String>),
    List(Vec<Syntax>),
    Call(String, Vec<Syntax>),
    Negate(Box<Syntax>),
    Not(Box<Syntax>),
    /// Each with whether it is subtracted.
    Sum(Vec<(bool, Syntax)>),
    /// Each with whether it is divided by.
    Product(Vec<(bool, Syntax)>),
    Compare(Comparison, Box<Syntax>, Box<Syntax>),
    And(Vec<Syntax>),
    Or(Vec<Syntax>),
}

struct Parser {
    tokens: Vec<Placed>,
    at: usize,
    depth: usize,
}

/// Reads one expression that fills all of `text`, which begins at character `offset` of the value.
///
/// # Errors
/// The first place where the text leaves the grammar.
pub fn parse(text: &str, offset: usize) -> Result<Syntax, Fault> {
    let mut parser = Parser { tokens: tokens(text, offset)?, at: 0, depth: 0 };
    let syntax = parser.expression()?;
    if *parser.peek() == Token::End {
        Ok(syntax)
    } else {
        Err(parser.expected("an operator or the end of the expression"))
    }
}

const END: Placed = Placed { token: Token::End, span: 0..0 };

impl Parser {
    fn placed(&self) -> &Placed {
        self.tokens.get(self.at).or(self.tokens.last()).unwrap_or(&END)
    }

    fn peek(&self) -> &Token {
        &self.placed().token
    }

    fn start(&self) -> usize {
        self.placed().span.start
    }

    fn span_from(&self, start: usize) -> Range<usize> {
        let end =
            self.at.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(start, |last| last.span.end);
        start..end.max(start)
    }

    fn expected(&self, wanted: &str) -> Fault {
        let found = match self.peek() {
            Token::End => "the expression ends here".to_owned(),
            Token::Number(number) => format!("\"{number}\" was found"),
            Token::Text(_) => "a text was found".to_owned(),
            Token::Time(_) => "a time was found".to_owned(),
            Token::Name(name) => format!("\"{name}\" was found"),
            Token::Path(segments) => format!("\"${}\" was found", segments.join(".")),
            Token::Sign(sign) => format!("\"{sign}\" was found"),
        };
        Fault::new(self.placed().span.clone(), format!("Here {wanted} was expected, but {found}."))
    }

    fn take_sign(&mut self, wanted: &[&'static str]) -> Option<&'static str> {
        let Token::Sign(sign) = *self.peek() else {
            return None;
        };
        let is_wanted = wanted.contains(&sign);
        self.at += usize::from(is_wanted);
        is_wanted.then_some(sign)
    }

    fn take_word(&mut self, wanted: &str) -> bool {
        let found = matches!(self.peek(), Token::Name(name) if name == wanted);
        self.at += usize::from(found);
        found
    }

    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, Fault>) -> Result<T, Fault> {
        if self.depth >= DEEPEST {
            let details =
                format!("Expressions may be nested at most {DEEPEST} levels deep; split this one up.");
            return Err(Fault::new(self.placed().span.clone(), details));
        }
        self.depth += 1;
        let read = read(self);
        self.depth -= 1;
        read
    }

    fn expression(&mut self) -> Result<Syntax, Fault> {
        self.deeper(|parser| parser.words("or", Node::Or, |parser| parser.words("and", Node::And, Self::not)))
    }

    fn words(
        &mut self,
        word: &str,
        make: fn(Vec<Syntax>) -> Node,
        part: impl Fn(&mut Self) -> Result<Syntax, Fault>,
    ) -> Result<Syntax, Fault> {
        let start = self.start();
        let first = part(self)?;
        let mut parts = vec![first];
        while self.take_word(word) {
            parts.push(part(self)?);
        }
        Ok(self.chain(parts, start, make))
    }

    fn chain<P>(&self, mut parts: Vec<P>, start: usize, make: fn(Vec<P>) -> Node) -> Syntax
    where
        P: Into<Syntax>,
    {
        match parts.pop() {
            Some(only) if parts.is_empty() => only.into(),
            Some(last) => {
                parts.push(last);
                Syntax { node: make(parts), span: self.span_from(start) }
            }
            None => Syntax { node: make(parts), span: self.span_from(start) },
        }
    }

    fn not(&mut self) -> Result<Syntax, Fault> {
        let start = self.start();
        if !self.take_word("not") {
            return self.comparison();
        }
        let inner = self.deeper(Self::not)?;
        Ok(Syntax { node: Node::Not(Box::new(inner)), span: self.span_from(start) })
    }

    fn comparison(&mut self) -> Result<Syntax, Fault> {
        let start = self.start();
        let left = self.sum()?;
        let Some(comparison) =
            self.take_sign(&["==", "!=", "<=", ">=", "=", "<", ">"]).and_then(Comparison::from_sign)
        else {
            return Ok(left);
        };
        let right = self.sum()?;
        let node = Node::Compare(comparison, Box::new(left), Box::new(right));
        Ok(Syntax { node, span: self.span_from(start) })
    }

    fn sum(&mut self) -> Result<Syntax, Fault> {
        self.signs(["+", "-"], Node::Sum, |parser| parser.signs(["*", "/"], Node::Product, Self::unary))
    }

    /// Parts joined by two signs; the second one inverts the part after it.
    fn signs(
        &mut self,
        signs: [&'static str; 2],
        make: fn(Vec<(bool, Syntax)>) -> Node,
        part: impl Fn(&mut Self) -> Result<Syntax, Fault>,
    ) -> Result<Syntax, Fault> {
        let start = self.start();
        let mut parts = vec![(false, part(self)?)];
        while let Some(sign) = self.take_sign(&signs) {
            parts.push((sign == signs[1], part(self)?));
        }
        Ok(self.chain(parts, start, make))
    }

    fn unary(&mut self) -> Result<Syntax, Fault> {
        let start = self.start();
        if self.take_sign(&["-"]).is_none() {
            return self.primary();
        }
        let inner = self.deeper(Self::unary)?;
        Ok(Syntax { node: Node::Negate(Box::new(inner)), span: self.span_from(start) })
    }

    fn primary(&mut self) -> Result<Syntax, Fault> {
        let start = self.start();
        let token = self.peek().clone();
        self.at += 1;
        let node = match token {
            Token::Number(number) => self.number(number),
            Token::Text(text) => Node::Text(text),
            Token::Time(time) => Node::Time(time),
            Token::Path(segments) => Node::Path(segments),
            Token::Name(name) => self.name(name)?,
            Token::Sign("(") => {
                let inner = self.expression()?;
                self.close(")")?;
                return Ok(inner);
            }
            Token::Sign("[") => Node::List(self.parts("]")?),
            Token::Sign(_) | Token::End => {
                self.at -= 1;
                return Err(self.expected("a value"));
            }
        };
        Ok(Syntax { node, span: self.span_from(start) })
    }

    fn number(&mut self, number: Decimal) -> Node {
        match self.take_sign(&["%"]) {
            Some(_) => Node::Number(number / Decimal::ONE_HUNDRED),
            None => Node::Number(number),
        }
    }

    fn name(&mut self, name: String) -> Result<Node, Fault> {
        match name.as_str() {
            "true" => Ok(Node::Bool(true)),
            "false" => Ok(Node::Bool(false)),
            _ if self.take_sign(&["("]).is_some() => Ok(Node::Call(name, self.parts(")")?)),
            _ => {
                self.at -= 1;
                let details = format!(
                    "\"{name}\" is not a value; paths begin with $ (${name}), texts are quoted (\"{name}\"), functions have parentheses."
                );
                Err(Fault::new(self.placed().span.clone(), details))
            }
        }
    }

    fn parts(&mut self, close: &'static str) -> Result<Vec<Syntax>, Fault> {
        let mut parts = Vec::new();
        if self.take_sign(&[close]).is_some() {
            return Ok(parts);
        }
        loop {
            parts.push(self.expression()?);
            if self.take_sign(&[","]).is_none() {
                self.close(close)?;
                return Ok(parts);
            }
        }
    }

    fn close(&mut self, close: &'static str) -> Result<(), Fault> {
        match self.take_sign(&[close]) {
            Some(_) => Ok(()),
            None => Err(self.expected(&format!("\"{close}\""))),
        }
    }
}

impl From<(bool, Syntax)> for Syntax {
    /// A chain of one part is that part; the first part of a chain is never inverted.
    fn from((_, syntax): (bool, Syntax)) -> Self {
        syntax
    }
}
