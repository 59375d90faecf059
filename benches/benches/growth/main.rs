//! One stored update of a session in a workspace that grew, against the same update in a small one, in the same run.
//!
//! The small workspace has ten running campaigns and a hundred codes, the large one a thousand campaigns and a million
//! codes. A third has the ten campaigns and the million codes, so that the table tells which of the two costs what. Every
//! campaign has two budgets, one of them counted for each customer; the cart carries one code of the first campaign.

mod crowd;

use std::error::Error;
use std::time::{Duration, Instant};

use benches::table::Table;

use crowd::Crowd;

/// Rounds; the workspaces take turns, so that all see the same disk.
const ROUNDS: usize = 11;
/// Requests of a round.
const REQUESTS: u32 = 20;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let start = Instant::now();
    let mut sides = Vec::new();
    for (name, campaigns, codes) in [
        ("10 campaigns, 100 codes", 10, 100),
        ("10 campaigns, 1,000,000 codes", 10, 1_000_000),
        ("1,000 campaigns, 1,000,000 codes", 1_000, 1_000_000),
    ] {
        let path = folder.path().join(format!("{campaigns}-{codes}.sqlite"));
        sides.push(Side::new(name, Crowd::open(&path, campaigns, codes)?));
    }
    println!("setting up took {:.0} s", start.elapsed().as_secs_f64());
    for _ in 0..ROUNDS {
        for side in &mut sides {
            side.stored.push(time(|| side.crowd.request(false))?);
            side.rehearsed.push(time(|| side.crowd.request(true))?);
        }
    }
    let mut stored = Table::new("one stored update of a session: median time", "µs");
    let mut rehearsed = Table::new("the same, rehearsed only", "µs");
    let mut saved = Table::new("the first update after a campaign was saved", "µs");
    for side in &mut sides {
        stored.add(side.name, micros(median(&mut side.stored)));
        rehearsed.add(side.name, micros(median(&mut side.rehearsed)));
        saved.add(side.name, micros(side.crowd.request_after_saving()?));
    }
    println!("{stored}{rehearsed}{saved}");
    for side in &sides {
        println!("{}: {} effects of an update", side.name, side.crowd.effects()?);
    }
    Ok(())
}

/// One workspace and how long its requests took.
struct Side {
    name: &'static str,
    crowd: Crowd,
    stored: Vec<Duration>,
    rehearsed: Vec<Duration>,
}

impl Side {
    fn new(name: &'static str, crowd: Crowd) -> Self {
        Self { name, crowd, stored: Vec::new(), rehearsed: Vec::new() }
    }
}

/// The time of one of many.
fn time<E>(mut once: impl FnMut() -> Result<(), E>) -> Result<Duration, E> {
    let start = Instant::now();
    for _ in 0..REQUESTS {
        once()?;
    }
    Ok(start.elapsed() / REQUESTS)
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}
