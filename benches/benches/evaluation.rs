//! How long rules take, against general engines on the same facts in the same run.
//!
//! Tillroll does more than its peers: it evaluates every condition also after one that fails, keeps a trace of each with
//! what was seen, and gives effects. The peers only find out whether the conditions hold, and stop at the first that does not.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Duration;

use benches::campaign::{ONE, Wish, hundred};
use benches::peer::{Peer, Trouble, all};
use benches::scene::Scene;
use benches::table::Table;
use criterion::Criterion;
use domain::id::CampaignId;
use rules::evaluate::{RunningCampaign, evaluate};
use rules::facts::Limits;
use rules::plan::Plan;
use serde_json::Value as Json;

const HELD: &str = "facts in the engine's own form";
const NEW: &str = "facts of a new cart";
const US: &str = "tillroll";

fn main() -> Result<(), Trouble> {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("criterion");
    let mut criterion = Criterion::default()
        .output_directory(&home)
        .without_plots()
        .sample_size(40)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2));
    for (title, wishes) in [("one rule", vec![ONE]), ("a hundred campaigns", hundred())] {
        measure(&mut criterion, title, &wishes)?;
        report(&home, title, HELD)?;
        report(&home, title, NEW)?;
    }
    Ok(())
}

fn measure(criterion: &mut Criterion, title: &str, wishes: &[Wish]) -> Result<(), Trouble> {
    let scene = Scene::new().map_err(|problem| problem.details)?;
    let facts = scene.json();
    let plans = wishes.iter().map(Wish::plan).collect::<Result<Vec<_>, _>>();
    let plans = plans.map_err(|problems| format!("{problems:?}"))?;
    let campaigns: Vec<RunningCampaign<'_>> = (1..).zip(&plans).map(campaign).collect();
    let limits = Limits::default();
    let fired = evaluate(&campaigns, &scene.facts(), &limits).effects.len();
    let mut peers = all(wishes, &facts)?;
    for peer in &mut peers {
        agree(peer.as_mut(), fired, &facts)?;
    }

    // Tillroll's facts are the cart itself: there is no other form to bring it into.
    for kind in [HELD, NEW] {
        let mut group = criterion.benchmark_group(format!("{title}, {kind}"));
        group.bench_function(US, |bench| {
            bench.iter(|| evaluate(black_box(&campaigns), black_box(&scene.facts()), &limits));
        });
        for peer in &mut peers {
            let name = peer.name();
            group.bench_function(name, |bench| match kind {
                HELD => bench.iter(|| peer.on_held_facts().map_or(0, black_box)),
                _ => bench.iter(|| peer.on_new_facts(black_box(&facts)).map_or(0, black_box)),
            });
        }
        group.finish();
    }
    Ok(())
}

fn campaign<'p>((number, plan): (u32, &'p Plan)) -> RunningCampaign<'p> {
    RunningCampaign { id: CampaignId(number), name: "A campaign", plan }
}

/// A peer that comes to another result measures something else.
fn agree(peer: &mut dyn Peer, fired: usize, facts: &Json) -> Result<(), Trouble> {
    let found = (peer.on_held_facts()?, peer.on_new_facts(facts)?);
    if found == (fired, fired) {
        return Ok(());
    }
    Err(format!("{} finds {found:?} of {fired} wishes fulfilled", peer.name()).into())
}

fn report(home: &Path, title: &str, kind: &str) -> Result<(), Trouble> {
    let group = format!("{title}, {kind}");
    let mut table = Table::new(format!("{group}: median"), "µs");
    for name in [US, "zen-expression", "datalogic-rs", "cel"] {
        table.add(name, median_of(&file_of(home, &group, name))? / 1_000.0);
    }
    println!("{table}");
    Ok(())
}

fn file_of(home: &Path, group: &str, name: &str) -> PathBuf {
    home.join(group).join(name).join("new").join("estimates.json")
}

/// Criterion's median in nanoseconds.
fn median_of(file: &Path) -> Result<f64, Trouble> {
    let estimates: Json = serde_json::from_str(&fs::read_to_string(file)?)?;
    let median = estimates["median"]["point_estimate"].as_f64();
    median.ok_or_else(|| format!("{} holds no median", file.display()).into())
}
