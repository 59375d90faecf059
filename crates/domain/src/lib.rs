//! What is true: identities, money, attributes, profiles, carts, the session state machine, events, effects and settlement.
//!
//! Pure by manifest: no IO, no clock, no serialisation. Time and identities are arguments.

#![warn(clippy::wildcard_enum_match_arm)]

pub mod attribute;
pub mod attribute_rules;
pub mod budget;
pub mod built_in;
pub mod cart;
pub mod code_pattern;
pub mod contest;
pub mod coupon;
pub mod dictionary;
pub mod effect;
pub mod evaluation_group;
pub mod event;
pub mod fate;
pub mod id;
pub mod ledger;
pub mod limits;
pub mod merge;
pub mod money;
pub mod moves;
pub mod profile;
pub mod redeemable;
pub mod refusal;
pub mod returns;
pub mod schedule;
pub mod session;
pub mod settlement;
pub mod text;
pub mod transition;
pub mod value;
pub mod value_check;
