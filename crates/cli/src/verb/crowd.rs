//! `till crowd`: made-up customers who live in a workspace for some days.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use app::crowd::{CrowdRequest, gather};
use app::progress::Progress;
use app::workspace::Workspace;
use clap::Args;
use jiff::Timestamp;

use super::clock;
use crate::failure::Failure;

const EXAMPLES: &str = "\
The crowd buys what was in the workspace's carts (or a few mugs and socks when there were none), enters its codes and
triggers its events. Browsers, buyers, bargain hunters, loyal customers, returners and cancellers come in fixed shares.
Everything it does is marked: its events have the source \"crowd\", its customers and sessions ids such as
crowd-1-000001. The log is never erased, so try a crowd in a copy of a workspace you want to keep as it is.

Examples:
  till crowd shop.sqlite --customers 1000 --days 90
  till crowd shop.sqlite --customers 1000 --days 90 --seed 2     other people
  till events shop.sqlite --profile crowd-1-000001";

/// How often the progress is told to a terminal.
const BEAT: Duration = Duration::from_millis(200);

/// Let made-up customers live in a workspace: the same seed makes the same ones
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Crowd {
    /// The workspace file
    file: PathBuf,
    /// How many customers
    #[arg(long, value_name = "N", default_value_t = 1_000)]
    customers: u32,
    /// Over how many days before the workspace clock
    #[arg(long, value_name = "D", default_value_t = 90)]
    days: u32,
    /// Decides everything that is drawn by lot
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u32,
    /// Let the days end at this time, such as 2026-11-30T09:00:00Z
    #[arg(long, value_name = "TIME")]
    clock: Option<Timestamp>,
}

impl Crowd {
    /// Lets the crowd loose and says what it did.
    ///
    /// # Errors
    /// When the file cannot be used, a number is out of bounds, or these customers are there already.
    pub fn run(&self) -> Result<ExitCode, Failure> {
        let workspace = Workspace::open(&self.file, clock(self.clock))?;
        let request = CrowdRequest { customers: self.customers, days: self.days, seed: self.seed };
        let progress = Arc::<Progress>::default();
        let watcher = watch(&progress);
        let seen = gather(&workspace, request, &progress);
        progress.stop();
        // The watcher only prints; whatever became of it, the crowd is what counts.
        drop(watcher.join());
        let seen = seen?;
        let mut said = format!("{} customers made {} events.", self.customers, seen.events);
        if let Some(why) = &seen.first_refusal {
            said.push_str(&format!(" {} requests were refused, the first because: {why}", seen.refused));
        }
        writeln!(io::stdout(), "{said}").map_err(Failure::Output)?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Tells a terminal how much of the time has passed, until the work is over.
fn watch(progress: &Arc<Progress>) -> thread::JoinHandle<()> {
    let progress = Arc::clone(progress);
    thread::spawn(move || {
        if !io::stderr().is_terminal() {
            return;
        }
        while !progress.is_stopped() {
            thread::sleep(BEAT);
            let (done, total) = progress.seen();
            eprint!("\r{} % ", u64::from(done) * 100 / u64::from(total.max(1)));
        }
        eprint!("\r       \r");
    })
}
