//! What a window is told. Money is a decimal string in full precision, times are RFC 3339 in UTC, places in the
//! journal are strings, sentences are ready to read.

pub mod budget;
pub mod call;
pub mod campaign;
pub mod clock;
pub mod coupon;
pub mod dictionary;
pub mod effect;
pub mod evaluation_group;
pub mod event;
pub mod fate;
pub mod ledger;
pub mod not_evaluated;
pub mod profile;
pub mod query;
pub mod server;
pub mod session;
pub mod trace;
pub mod workspace;
