//! Values with `{{ … }}` in them.

use domain::value::Value;

use super::compile::{Expr, Typed};
use super::{Fault, check_length, parser};
use crate::kind::Kind;
use crate::path::Scope;

enum Part {
    Plain(String),
    /// The text between the braces and where it begins.
    Braced(String, usize),
}

/// Compiles a value; see the parent module.
///
/// # Errors
/// The first fault found.
pub fn compile(text: &str, scope: &Scope<'_>) -> Result<Typed, Fault> {
    check_length(text)?;
    let mut compiled = Vec::new();
    for part in split(text)? {
        compiled.push(match part {
            Part::Plain(plain) => constant(plain),
            Part::Braced(inner, offset) => super::compile::compile(&parser::parse(&inner, offset)?, scope)?,
        });
    }
    match compiled.pop() {
        None => Ok(constant(String::new())),
        Some(only) if compiled.is_empty() => Ok(only),
        Some(last) => {
            compiled.push(last);
            let compiled = compiled.into_iter().map(|part| part.expr).collect();
            Ok(Typed { expr: Expr::Join(compiled), kind: Kind::TEXT })
        }
    }
}

fn constant(text: String) -> Typed {
    Typed { expr: Expr::Constant(Value::Text(text)), kind: Kind::TEXT }
}

fn split(text: &str) -> Result<Vec<Part>, Fault> {
    let chars: Vec<char> = text.chars().collect();
    let mut parts = Vec::new();
    let mut plain = String::new();
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        if !(*c == '{' && chars.get(at + 1) == Some(&'{')) {
            plain.push(*c);
            at += 1;
            continue;
        }
        let end = closing(&chars, at + 2).ok_or_else(|| {
            Fault::new(
                at..chars.len(),
                "This \"{{\" is never closed; \"}}\" was expected after the expression.",
            )
        })?;
        if !plain.is_empty() {
            parts.push(Part::Plain(std::mem::take(&mut plain)));
        }
        parts.push(Part::Braced(chars.iter().skip(at + 2).take(end - at - 2).collect(), at + 2));
        at = end + 2;
    }
    if !plain.is_empty() {
        parts.push(Part::Plain(plain));
    }
    Ok(parts)
}

/// Where the `}}` stands that closes an expression; one inside a quoted text does not count.
fn closing(chars: &[char], from: usize) -> Option<usize> {
    let mut quote = None;
    let mut at = from;
    while let Some(c) = chars.get(at) {
        match (quote, c) {
            (Some(_), '\\') => at += 1,
            (Some(open), c) if open == *c => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(*c),
            (None, '}') if chars.get(at + 1) == Some(&'}') => return Some(at),
            (None, _) => {}
        }
        at += 1;
    }
    None
}
