//! What is wrong with a rule document, and where.

use std::ops::Range;

use domain::refusal::ProblemKind;

/// One mistake in a rule document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// JSON pointer into the document, such as `/promotionRules/0/blocks/1/value`; empty for the whole text.
    pub pointer: String,
    /// What kind of mistake it is.
    pub kind: ProblemKind,
    /// One full sentence: what is wrong, in the author's own words, and what would be right.
    pub details: String,
    /// For mistakes inside an expression: the characters (not bytes) of the string at `pointer`, end exclusive.
    pub span: Option<Range<usize>>,
}

impl Problem {
    /// A problem with the value at `pointer`.
    pub fn new(pointer: impl Into<String>, kind: ProblemKind, details: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), kind, details: details.into(), span: None }
    }

    /// A problem with a part of the string at `pointer`.
    pub fn in_text(pointer: impl Into<String>, fault: crate::expression::Fault) -> Self {
        Self {
            pointer: pointer.into(),
            kind: ProblemKind::Format,
            details: fault.details,
            span: Some(fault.span),
        }
    }
}

impl From<Problem> for domain::refusal::Problem {
    /// The span is told in words, counted from 1 as people count.
    fn from(problem: Problem) -> Self {
        let place = problem.span.map(|span| match span.len() {
            0 | 1 => format!(" (At character {}.)", span.start + 1),
            _ => format!(" (At characters {} to {}.)", span.start + 1, span.end),
        });
        Self::new(problem.pointer, problem.kind, problem.details + &place.unwrap_or_default())
    }
}
