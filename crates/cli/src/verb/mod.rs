//! The verbs. One verb, one file.

mod apply;
mod coupons;
mod crowd;
mod events;
mod explain;
mod ledger;
mod new;
mod one;
mod profile;
mod report;
mod serve;
mod session;

use std::process::ExitCode;

use app::clock::Clock;
use clap::{Subcommand, ValueEnum};
use jiff::Timestamp;

use crate::failure::Failure;

/// What `till` can do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Make a new workspace file
    New(new::New),
    /// Do requests read from standard input, one JSON line each, and answer each with one JSON line
    Apply(apply::Apply),
    /// List what happened, newest first
    Events(events::Events),
    /// List coupon codes and what has become of them
    Coupons(coupons::Coupons),
    /// Write a report to a file: CSV, JSON, NDJSON, XLSX, Parquet or a page to print
    Report(report::Report),
    /// Let made-up customers live in a workspace for some days
    Crowd(crowd::Crowd),
    /// Show a session: cart, totals, what stands and what can be asked of it now
    Session(session::Session),
    /// Show a session's ledger: what was granted, what was taken back and by which event, and what stands
    Ledger(ledger::Ledger),
    /// Show a customer
    Profile(profile::Profile),
    /// Tell why every rule fired or did not at an event
    Explain(explain::Explain),
    /// Answer programs over HTTP on this computer, in the vendor's dialect, until stopped
    Serve(serve::Serve),
}

impl Verb {
    /// Does it.
    ///
    /// # Errors
    /// Why it could not be done.
    pub fn run(&self) -> Result<ExitCode, Failure> {
        match self {
            Self::New(new) => new.run(),
            Self::Apply(apply) => apply.run(),
            Self::Events(events) => events.run(),
            Self::Coupons(coupons) => coupons.run(),
            Self::Report(report) => report.run(),
            Self::Crowd(crowd) => crowd.run(),
            Self::Session(session) => session.run(),
            Self::Ledger(ledger) => ledger.run(),
            Self::Profile(profile) => profile.run(),
            Self::Explain(explain) => explain.run(),
            Self::Serve(serve) => serve.run(),
        }
    }
}

/// How one thing is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// Text for people
    Table,
    /// One line in the vendor's shape
    Json,
}

/// The clock that stands still at `held`, or the computer's.
fn clock(held: Option<Timestamp>) -> Clock {
    held.map_or(Clock::Wall, Clock::Held)
}
