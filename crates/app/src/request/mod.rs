//! What a door may ask, in the vendor's field names. Read strictly: unknown and repeated fields are refused.

pub mod attribute;
pub mod campaign;
pub mod clock;
pub mod coupon;
pub mod evaluation_group;
pub mod event;
pub mod limit;
pub mod profile;
pub mod session;
