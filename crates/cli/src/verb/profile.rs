//! `till profile`: one customer.

use std::io::{self, Write};
use std::process::ExitCode;

use app::question::profiles::{OneProfile, OneProfileAsJson};
use app::view::profile::ProfileView;
use clap::Args;

use super::one::One;
use crate::failure::Failure;
use crate::layout;

const EXAMPLES: &str = "\
Examples:
  till profile shop.sqlite ana
  till profile shop.sqlite ana --format json";

/// Show a customer
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Profile {
    #[command(flatten)]
    one: One,
}

impl Profile {
    /// Prints the customer.
    ///
    /// # Errors
    /// When there is none of that id, or the file cannot be read.
    pub fn run(&self) -> Result<ExitCode, Failure> {
        self.one.show("profile", |id| OneProfileAsJson { id }, |id| OneProfile { id }, print)
    }
}

fn print(profile: &ProfileView, to: &mut impl Write) -> io::Result<()> {
    let facts = [
        ("Customer", profile.id.clone()),
        ("Created", profile.created.clone()),
        ("Last activity", profile.last_activity.clone()),
        ("Closed sessions", profile.closed_sessions.to_string()),
        ("Total sales", profile.total_sales.clone()),
    ];
    layout::facts(to, &facts)?;
    layout::attributes(to, &profile.attributes)
}
