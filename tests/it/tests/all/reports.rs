//! Reports: what is seen is what is written, whatever is asked for; and what is stopped leaves nothing.

use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use app::clock::Clock;
use app::crowd::{CrowdRequest, gather};
use app::progress::Progress;
use app::refusal::Refusal;
use app::report::builtin;
use app::report::catalogue::{Catalogue, GrainView};
use app::report::cell::NumberFormat;
use app::report::preset::{Calculation, Measure, Preset, PresetColumn, VERSION};
use app::report::preview::{MOST_ROWS, Preview};
use app::report::write::{CsvStyle, ReportFormat, WriteReport};
use app::sample;
use app::view::event::EventFilter;
use app::workspace::Workspace;
use proptest::prelude::*;
use tempfile::TempDir;

/// The sample shop after a small crowd, made once for all tests.
struct Shop {
    folder: TempDir,
    workspace: Workspace,
    grains: Vec<GrainView>,
}

static SHOP: LazyLock<Shop> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let clock = Clock::Held("2026-03-01T10:00:00Z".parse().unwrap());
    let workspace = Workspace::create(&folder.path().join("shop.sqlite"), "shop", clock).unwrap();
    sample::fill(&workspace).unwrap();
    let crowd = CrowdRequest { customers: 60, days: 20, seed: 3 };
    let seen = gather(&workspace, crowd, &Progress::unwatched()).unwrap();
    assert!(seen.events > u32::try_from(MOST_ROWS).unwrap());
    let grains = workspace.ask_now(&Catalogue).unwrap();
    Shop { folder, workspace, grains }
});

fn write(
    preset: &Preset,
    format: ReportFormat,
    target: &Path,
    progress: &Arc<Progress>,
) -> Result<u32, Refusal> {
    let question = WriteReport {
        preset: preset.clone(),
        format,
        csv: CsvStyle::default(),
        target: target.to_owned(),
        progress: Arc::clone(progress),
    };
    SHOP.workspace.ask_now(&question).map(|written| written.rows)
}

/// The cells of a CSV without the mark that keeps a spreadsheet from taking them for formulas.
fn cells(path: &Path) -> Vec<Vec<String>> {
    let plain = |cell: &str| match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r']) => rest.to_owned(),
        _ => cell.to_owned(),
    };
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(path).unwrap();
    reader.records().map(|record| record.unwrap().iter().map(plain).collect()).collect()
}

/// Any report: a grain, some of its columns in some order, sometimes grouped, of some events, in some zone.
fn reports() -> impl Strategy<Value = Preset> {
    let of_grain = |grain: GrainView| {
        let names: Vec<String> = grain.columns.iter().map(|column| column.column.clone()).collect();
        let most = names.len().min(12);
        let filter = prop_oneof![
            Just(EventFilter::default()),
            Just(EventFilter { types: vec!["talon_session_closed".to_owned()], ..EventFilter::default() }),
            Just(EventFilter { sources: vec!["sample".to_owned()], ..EventFilter::default() }),
            Just(EventFilter { text: Some("total:>50".to_owned()), ..EventFilter::default() }),
            Just(EventFilter { excluded_types: vec!["pageview".to_owned()], ..EventFilter::default() }),
        ];
        let zone = prop_oneof![Just("UTC"), Just("Europe/Berlin"), Just("Asia/Kathmandu")];
        let numbers = prop_oneof![Just(NumberFormat::Point), Just(NumberFormat::Comma)];
        let columns = proptest::sample::subsequence(names, 1..=most).prop_shuffle();
        (columns, filter, zone, numbers, any::<bool>()).prop_map(
            move |(columns, filter, zone, numbers, grouped)| Preset {
                version: VERSION,
                name: "Any".to_owned(),
                description: String::new(),
                grain: grain.grain,
                columns: (0..)
                    .zip(columns)
                    // Some titles of the catalogue stand twice, so every one is told apart.
                    .map(|(place, column): (u32, String)| PresetColumn {
                        title: Some(format!("{place} {column}")),
                        column,
                    })
                    .collect(),
                measures: if grouped {
                    vec![Measure { calculate: Calculation::Count, of: None, title: None }]
                } else {
                    Vec::new()
                },
                filter,
                zone: zone.to_owned(),
                numbers,
            },
        )
    };
    proptest::sample::select(SHOP.grains.clone()).prop_flat_map(of_grain)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn what_is_seen_is_what_is_written(preset in reports()) {
        let seen = SHOP.workspace.ask_now(&Preview { preset: preset.clone() }).unwrap();
        let folder = tempfile::tempdir_in(SHOP.folder.path()).unwrap();
        let target = folder.path().join("any.csv");
        let rows = write(&preset, ReportFormat::Csv, &target, &Progress::unwatched()).unwrap();
        let written = cells(&target);
        let titles: Vec<_> = seen.headings.iter().map(|heading| heading.title.clone()).collect();
        prop_assert_eq!(&written[0], &titles);
        prop_assert_eq!(written.len() - 1, usize::try_from(rows).unwrap());
        prop_assert_eq!(&written[1..=seen.rows.len()], &seen.rows[..]);
        prop_assert_eq!(seen.rows.len(), MOST_ROWS.min(written.len() - 1));
        if let Some(total) = seen.total {
            prop_assert_eq!(total, rows);
        }
    }

    #[test]
    fn a_preset_read_back_is_the_same(preset in reports()) {
        prop_assert_eq!(Preset::from_text(&preset.to_text()).unwrap(), preset);
    }
}

#[test]
fn what_is_stopped_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let log = builtin::presets().unwrap().swap_remove(0);
    for (format, extension) in ReportFormat::ALL {
        let progress = Progress::unwatched();
        progress.stop();
        let stopped = write(&log, format, &folder.path().join(format!("log.{extension}")), &progress);
        assert!(matches!(stopped, Err(Refusal::Stopped)), "{extension}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "{extension}");
    }
}

#[test]
fn a_file_that_was_there_stays_as_it_is_when_the_new_one_is_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("log.csv");
    fs::write(&target, "before").unwrap();
    let log = builtin::presets().unwrap().swap_remove(0);
    let progress = Progress::unwatched();
    progress.stop();
    write(&log, ReportFormat::Csv, &target, &progress).unwrap_err();
    assert_eq!(fs::read_to_string(&target).unwrap(), "before");
    write(&log, ReportFormat::Csv, &target, &Progress::unwatched()).unwrap();
    assert!(fs::read_to_string(&target).unwrap().starts_with("Number,Time,"));
}

#[test]
fn a_crowd_that_is_stopped_keeps_what_had_happened_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Clock::Held("2026-03-01T10:00:00Z".parse().unwrap());
    let workspace = Workspace::create(&folder.path().join("shop.sqlite"), "shop", clock).unwrap();
    let progress = Progress::unwatched();
    progress.stop();
    let seen = gather(&workspace, CrowdRequest { customers: 30, days: 20, seed: 3 }, &progress).unwrap();
    assert!(seen.stopped);
    assert_eq!(seen.events, 1, "the one request under way");
}

#[test]
fn a_disk_that_is_full_is_said_to_be_full() {
    // The device that is always full, where the system has one.
    let why = fs::write("/dev/full", "x").unwrap_err();
    let refusal = Refusal::Export { path: "log.csv".to_owned(), why };
    assert_eq!(
        refusal.to_string(),
        "The file \"log.csv\" could not be written: the disk is full. Make room or choose another disk, and try again."
    );
}
