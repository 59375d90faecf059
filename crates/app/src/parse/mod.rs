//! From what a client wrote to domain types, or a refusal that names every field that is not acceptable.

pub mod clock;
pub mod coupon;
pub mod coupon_file;
pub mod document;
pub mod event;
pub mod limit;
pub mod profile;
pub mod session;
mod strict;
pub mod value;
