//! Stored requests per second, against bare SQLite committing the same rows in the same run.
//!
//! A request updates a session of twenty lines under a hundred active campaigns and is on the disk when it is answered.
//! The bare side writes rows of the same sizes into the same tables with the same indexes and pragmas, one transaction for
//! each request, and does nothing else: it reads nothing, checks nothing, makes no text.

mod bare;
mod shop;

use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use benches::table::Table;

use bare::Bare;
use shop::Shop;

/// Rounds; the two sides take turns, so that both see the same disk.
const ROUNDS: usize = 15;
/// Requests of a round.
const REQUESTS: u32 = 100;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let (ours, theirs) = (folder.path().join("tillroll.sqlite"), folder.path().join("bare.sqlite"));
    let mut shop = Shop::open(&ours)?;
    for _ in 0..REQUESTS {
        shop.request()?;
    }
    shop.copy_to(&theirs)?;
    let mut bare = Bare::open(&theirs)?;

    let (mut requests, mut commits, mut rehearsals) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        requests.push(time(|| shop.request())?);
        commits.push(time(|| bare.commit())?);
        rehearsals.push(time(|| shop.rehearse())?);
    }
    report(&mut requests, &mut commits, &mut rehearsals);
    println!("evaluation of its rules alone: {:.1} µs", shop.evaluation().as_secs_f64() * 1e6);
    let (grown, bare_grown) = (size(&ours)?, size(&theirs)?);
    drop((shop, bare));
    println!("file sizes: {:.2} MB and {:.2} MB", grown / 1e6, bare_grown / 1e6);
    Ok(())
}

/// The time of one of many.
fn time<E>(mut once: impl FnMut() -> Result<(), E>) -> Result<Duration, E> {
    let start = Instant::now();
    for _ in 0..REQUESTS {
        once()?;
    }
    Ok(start.elapsed() / REQUESTS)
}

fn report(requests: &mut [Duration], commits: &mut [Duration], rehearsals: &mut [Duration]) {
    let (request, commit, rehearsal) = (median(requests), median(commits), median(rehearsals));
    let micros = |time: Duration| time.as_secs_f64() * 1e6;
    let rate = |time: Duration| 1.0 / time.as_secs_f64();
    let mut rates = Table::new("stored requests, each on the disk: median rate", "1/s");
    rates.add("bare SQLite", rate(commit));
    rates.add("tillroll", rate(request));
    let mut times = Table::new("the same: median time", "µs");
    times.add("bare SQLite", micros(commit));
    times.add("tillroll", micros(request));
    times.add("tillroll, rehearsed only", micros(rehearsal));
    println!("{rates}{times}");
    println!("a request takes {:.1} µs more than its bare commit", micros(request) - micros(commit));
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Bytes on the disk, with what is not in the main file yet.
fn size(path: &Path) -> Result<f64, std::io::Error> {
    let beside = path.with_extension("sqlite-wal");
    let bytes = fs::metadata(path)?.len() + fs::metadata(beside).map_or(0, |file| file.len());
    Ok(u32::try_from(bytes / 1024).map_or(f64::INFINITY, f64::from) * 1024.0)
}
