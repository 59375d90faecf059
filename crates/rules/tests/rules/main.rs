//! The rule document, its check and its evaluation, as an author of rules notices them.
//!
//! The modules are marked as tests so that the lints know their functions for what they are.

#[cfg(test)]
mod additional_costs;
#[cfg(test)]
mod budgets;
#[cfg(test)]
mod common;
#[cfg(test)]
mod coupons;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod effects;
#[cfg(test)]
mod evaluation;
#[cfg(test)]
mod expressions;
#[cfg(test)]
mod operators;
#[cfg(test)]
mod properties;
