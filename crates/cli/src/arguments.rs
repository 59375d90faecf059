//! What can be written after `till`.

use clap::{ColorChoice, Parser};

use crate::verb::Verb;

const EXAMPLES: &str = "\
Example, from nothing to the reason a rule fired:
  till new shop.sqlite --sample
  echo '{\"op\":\"updateSession\",\"id\":\"cart-1\",\"body\":{\"customerSession\":{\"profileId\":\"ana\"}}}' | till apply shop.sqlite
  till events shop.sqlite --session cart-1
  till explain shop.sqlite 1

Exit status:
  0    everything was done
  1    a request was refused, or there is nothing of that name
  2    the command is not understood, or the file cannot be used
  141  whoever read the output went away";

/// Rehearse a promotion before a customer meets it: Tillroll without a window.
///
/// A workspace is one file. `new` makes one, `apply` does requests in it, the other verbs show what happened.
#[derive(Debug, Parser)]
#[command(name = "till", version, color = ColorChoice::Never, after_help = EXAMPLES)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}
