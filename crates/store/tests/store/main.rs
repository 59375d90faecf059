//! The store against real files: what goes in comes out, what was logged stays, what is broken is said.

mod copies;
mod filters;
mod lists;
mod log;
mod opening;
mod round_trips;
mod samples;
mod writing;
