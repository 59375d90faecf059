//! `till serve`: the workspace answers programs over HTTP until it is told to stop.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use app::workspace::Workspace;
use clap::Args;
use jiff::Timestamp;
use server::listening::Listening;
use server::shop::Shop;
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use tokio::runtime::Runtime;

use super::clock;
use crate::failure::Failure;

const EXAMPLES: &str = "\
Programs call it as they would call the vendor, with the vendor's own SDKs: address and key are printed first. It answers
this computer only, and names of other computers not at all. Ctrl C or SIGTERM stops it: calls under way are answered.

Examples:
  till serve shop.sqlite
  till serve shop.sqlite --port 4310 --key my-test-key
  curl -X POST -H 'Content-Type: application/json' -H 'Authorization: ApiKey-v1 my-test-key' \\
    -d '{\"profileId\":\"ana\",\"type\":\"pageview\",\"attributes\":{\"url\":\"/shoes\"}}' http://127.0.0.1:4310/v2/events";

/// Answer programs over HTTP on this computer, in the vendor's dialect, until stopped
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Serve {
    /// The workspace file
    file: PathBuf,
    /// Listen at this port; any free one when left out
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// The key of the Integration API for this run; the workspace's own when left out
    #[arg(long, value_name = "KEY")]
    key: Option<String>,
    /// Hold the clock at this time, such as 2026-11-30T09:00:00Z; a workspace that holds its own clock goes by that
    #[arg(long, value_name = "TIME")]
    clock: Option<Timestamp>,
}

impl Serve {
    /// Answers calls until the process is told to stop.
    ///
    /// # Errors
    /// When the file or the port cannot be used.
    pub fn run(&self) -> Result<ExitCode, Failure> {
        // From before the first call on, so that none is cut off.
        let mut signals = Signals::new([SIGTERM, SIGINT]).map_err(Failure::Serving)?;
        let workspace = Arc::new(Workspace::open(&self.file, clock(self.clock))?);
        let runtime = Runtime::new().map_err(Failure::Serving)?;
        let shop = runtime.block_on(Shop::open(workspace))?;
        if let Some(key) = &self.key {
            let mut keys = shop.keys();
            keys.api = key.clone();
            shop.change_keys(keys);
        }
        let listening = runtime.block_on(Listening::start(shop.clone(), self.port));
        let listening = listening.map_err(Failure::Serving)?;
        announce(&listening, &shop).map_err(Failure::Output)?;
        signals.forever().next();
        runtime.block_on(listening.stop());
        Ok(ExitCode::SUCCESS)
    }
}

fn announce(listening: &Listening, shop: &Shop) -> io::Result<()> {
    let keys = shop.keys();
    let mut output = io::stdout();
    writeln!(output, "Address         {}", listening.address())?;
    writeln!(output, "Key             {}", keys.api)?;
    writeln!(output, "Management key  {}", keys.management)?;
    output.flush()
}
