//! Why an expression has no value.

use domain::budget::purse::Short;
use rust_decimal::Decimal;
use thiserror::Error;

use crate::path::Path;

/// Why an evaluation gave no value. The first five mean that something is absent, the rest that something is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Trouble {
    /// The value of this path is not set.
    #[error("{0} is not set")]
    NotSet(Path),
    /// The event belongs to no session.
    #[error("there is no session")]
    NoSession,
    /// The event belongs to no customer.
    #[error("there is no customer profile")]
    NoProfile,
    /// There is no code to look at.
    #[error("there is no code")]
    NoCode,
    /// There is no cart item to look at.
    #[error("there is no cart item here")]
    NoItem,
    /// Something was divided by zero.
    #[error("a number is divided by zero")]
    DivisionByZero,
    /// A number or time left the range that can be held.
    #[error("a number or time became too large to hold")]
    Overflow,
    /// `min`, `max` or a *reduce* step over no values.
    #[error("the list has no values to choose from")]
    EmptyList,
    /// A *select one* step asked for more than there is.
    #[error("item number {asked} is selected, but there are only {there}")]
    TooShort {
        /// The number asked for, from 1.
        asked: u64,
        /// How many there are.
        there: u64,
    },
    /// A discount came out below zero.
    #[error("the discount came out as {0}, it must be 0 or more")]
    NegativeDiscount(Decimal),
    /// A number of free items that cannot be given.
    #[error("the quantity came out as {0}, it must be a whole number from 0 to {1}")]
    Quantity(Decimal, u32),
    /// A rule gives more than its code may give.
    #[error("the discounts come to {given}, but the code has only {left} left to give")]
    DiscountLeft {
        /// What the rule gives.
        given: Decimal,
        /// What the code has left.
        left: Decimal,
    },
    /// A code that cannot be reserved.
    #[error("the code cannot be reserved: {0}")]
    Reservation(String),
    /// A code that cannot be made.
    #[error("the code cannot be made: {0}")]
    Code(String),
    /// A text became too long.
    #[error("a text became longer than {0} characters")]
    TextLimit(usize),
    /// A list became too long.
    #[error("a list became longer than {0} elements")]
    ListLimit(usize),
    /// The evaluation took too many steps.
    #[error("the evaluation took more than {0} steps")]
    StepLimit(u64),
    /// Expressions are nested too deep.
    #[error("expressions are nested deeper than {0} levels")]
    DepthLimit(u32),
    /// A budget does not allow it.
    #[error("{0}")]
    Budget(Short),
    /// The evaluation gave too many effects.
    #[error("the evaluation gave more than {0} effects")]
    EffectLimit(usize),
}

impl Trouble {
    /// Whether something is merely absent: such a condition is false, and `coalesce` goes on to its next argument.
    pub fn is_absence(&self) -> bool {
        match self {
            Self::NotSet(_) | Self::NoSession | Self::NoProfile | Self::NoCode => true,
            Self::NoItem
            | Self::DivisionByZero
            | Self::Overflow
            | Self::EmptyList
            | Self::TooShort { .. }
            | Self::NegativeDiscount(_)
            | Self::Quantity(..)
            | Self::DiscountLeft { .. }
            | Self::Reservation(_)
            | Self::Code(_)
            | Self::TextLimit(_)
            | Self::ListLimit(_)
            | Self::StepLimit(_)
            | Self::DepthLimit(_)
            | Self::Budget(_)
            | Self::EffectLimit(_) => false,
        }
    }
}
