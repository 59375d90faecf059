//! The Integration API's shapes. Source: the models of the vendor's official SDKs.

pub mod coupon;
pub mod event;
pub mod profile;
pub mod returned;
pub mod session;
pub mod state;
