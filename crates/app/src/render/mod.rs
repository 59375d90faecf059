//! From domain types to what a window is told.

pub mod answer;
pub mod attribute;
pub mod budget;
pub mod changes;
pub mod coupon;
pub mod diagram;
pub mod effect;
pub mod event;
pub mod limit;
pub mod outcome;
pub mod profile;
pub mod session;
pub mod story;
pub mod text;
pub mod wire;
