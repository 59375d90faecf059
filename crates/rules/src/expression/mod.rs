//! Expressions: the `{{ … }}` in the values of a rule.
//!
//! # Where
//! A value that is nothing but one `{{ … }}` keeps the kind of its expression. Text around it, or several of them, make
//! one text. Outside the braces everything is plain text.
//!
//! # Grammar
//! ```text
//! template   = { text | "{{" expression "}}" }
//! expression = and { "or" and }
//! and        = not { "and" not }
//! not        = "not" not | comparison
//! comparison = sum [ ( "=" | "==" | "!=" | "<" | "<=" | ">" | ">=" ) sum ]
//! sum        = product { ( "+" | "-" ) product }
//! product    = unary { ( "*" | "/" ) unary }
//! unary      = "-" unary | primary
//! primary    = number [ "%" ]             12.5   20% (the same as 0.2)
//!            | '"' … '"' | "'" … "'"      \" \' \\ \n \t stand for themselves, line feed and tab
//!            | "true" | "false"
//!            | "@" time                   @2026-11-30T00:00:00Z (RFC 3339, with its offset)
//!            | "$" name { "." name }      $Session.Total   $Selectors.shoes   $shoes
//!            | name "(" [ expression { "," expression } ] ")"
//!            | "[" [ expression { "," expression } ] "]"
//!            | "(" expression ")"
//! ```
//! The vendor publishes no grammar; this one is ours. It holds every spelling found in the vendor's examples, such as
//! `$Session.CartTotal * 0.1` and `$Session.Total * 20%`.
//!
//! # Meaning
//! * Numbers are decimals of 28 digits. Dividing by zero and leaving the range are errors of the rule.
//! * `+` adds numbers and joins texts. `=` and `!=` compare two values of one kind, numbers by their value (`1 = 1.0`);
//!   `<` and the like compare numbers or times.
//! * `and`, `or`, `if` and `coalesce` look at their parts from the left and stop as soon as the answer is known.
//! * Something that is not set makes the whole expression absent, except inside `coalesce` and `exists`.
//! * The functions are listed in [`function::Function::ALL`].
//!
//! # Bounds
//! At most [`LONGEST`] characters a value and [`DEEPEST`] levels of nesting.

pub(crate) mod compile;
pub(crate) mod datum;
pub mod function;
mod lexer;
mod parser;
pub(crate) mod run;
mod template;

pub use compile::{Comparison, Expr, Typed};

use std::ops::Range;

/// The most characters of a value that holds expressions.
pub const LONGEST: usize = 4_000;
/// The deepest nesting of an expression.
pub const DEEPEST: usize = 64;

/// What is wrong with an expression, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Characters (not bytes) of the whole value, end exclusive.
    pub span: Range<usize>,
    /// One sentence: what is wrong and what was expected.
    pub details: String,
}

impl Fault {
    pub(crate) fn new(span: Range<usize>, details: impl Into<String>) -> Self {
        Self { span, details: details.into() }
    }
}

/// Compiles a value: plain text, one `{{ … }}`, or a mixture.
///
/// # Errors
/// The first fault found.
pub fn compile_template(text: &str, scope: &crate::path::Scope<'_>) -> Result<Typed, Fault> {
    template::compile(text, scope)
}

/// Compiles an expression written without braces, such as the `attribute` of a condition.
///
/// # Errors
/// The first fault found.
pub fn compile_expression(text: &str, scope: &crate::path::Scope<'_>) -> Result<Typed, Fault> {
    check_length(text)?;
    compile::compile(&parser::parse(text, 0)?, scope)
}

fn check_length(text: &str) -> Result<(), Fault> {
    let length = text.chars().count();
    if length > LONGEST {
        let details = format!("At most {LONGEST} characters are allowed, this has {length}.");
        return Err(Fault::new(LONGEST..length, details));
    }
    Ok(())
}
