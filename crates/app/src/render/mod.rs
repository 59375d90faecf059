//! From domain types to what a window is told.

pub mod answer;
pub mod attribute;
pub mod budget;
pub mod call;
pub mod changes;
pub mod clock;
pub mod code;
pub mod coupon;
pub mod coupon_answer;
pub mod coupon_effect;
pub mod curl;
pub mod diagram;
pub mod effect;
pub mod evaluation_group;
pub mod event;
pub mod failure;
pub mod fate;
pub mod life;
pub mod limit;
pub mod outcome;
pub mod profile;
pub mod session;
pub mod statement;
pub mod story;
pub mod text;
pub mod wire;
