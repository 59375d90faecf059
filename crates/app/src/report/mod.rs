//! Reports: rows of a grain, the columns somebody chose, as a table on the screen or as a file.
//!
//! ```text
//! preset.rs    the file a report is kept in, strict and versioned
//! catalogue.rs every column of every grain, any attribute of the dictionary included
//! plan.rs      a preset checked against a workspace: what is asked for exactly
//! walk.rs      matching events, page by page, as rows of cells; nothing but a page is held in memory
//! group.rs     the same rows counted and added up
//! write/       the formats
//! ```
//!
//! INVARIANT: screen, window and command line go through [`plan::Plan::each`]: what is seen is what is exported.

pub mod builtin;
pub mod catalogue;
pub mod cell;
mod columns;
mod group;
pub mod plan;
pub mod preset;
pub mod preview;
mod scene;
mod walk;
pub mod write;
