//! What can be asked of a workspace. The only place where domain, rules and store meet: one operation, one file.
//!
//! A door (window, command line, server) holds a [`workspace::Workspace`] and hands it operations and questions.

pub mod apply;
pub mod books;
mod budgets;
pub mod call;
mod cascade;
pub mod clock;
mod codes;
mod competition;
pub mod coupon_key;
pub mod coupon_sheet;
pub mod crowd;
mod decide;
pub mod export;
pub mod house;
pub mod json;
pub mod landmark;
pub mod line;
pub mod listing;
mod not_evaluated;
pub mod operation;
pub mod outcome;
pub mod parse;
pub mod progress;
pub mod query;
pub mod question;
mod record;
mod redemption;
pub mod refusal;
pub mod render;
pub mod report;
pub mod request;
pub mod response_content;
pub mod sample;
pub mod settings;
pub mod sheet;
mod standing;
mod trace;
mod usage;
pub mod view;
mod worker;
pub mod workspace;
