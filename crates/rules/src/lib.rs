//! What is owed: the rule document, its check against the dictionary, its compiled plan, and the evaluation of plans
//! over facts into effects and a trace.
//!
//! The way through: [`document::parse`] reads the text, [`check::compile`] turns the document into a
//! [`plan::Plan`], [`evaluate::evaluate`] runs plans over [`facts::Facts`].
//!
//! INVARIANT: pure and bounded. No clock, no IO, no unordered map; the same input gives the same output, and no input
//! makes it panic or run without end.

pub mod check;
pub mod discounted;
pub mod document;
pub mod evaluate;
pub mod expression;
pub mod facts;
pub mod kind;
pub mod labels;
pub mod names;
pub mod operator;
pub mod path;
pub mod plan;
pub mod problem;
pub mod trace;
pub mod trouble;
