//! Who may lean on whom. The table of `docs/architecture.md`, held against the manifests and the sources.

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::Value;

use crate::sources::{root, rust_without_tests};

/// A room, the rooms it may lean on, and the packages it must never see.
struct Room {
    name: &'static str,
    may: &'static [&'static str],
    never: &'static [&'static str],
}

const ROOMS: [Room; 7] = [
    Room {
        name: "domain",
        may: &[],
        never: &[
            "serde",
            "serde_json",
            "rusqlite",
            "rusqlite_migration",
            "tokio",
            "tauri",
            "axum",
            "regex",
            "uuid",
        ],
    },
    Room {
        name: "rules",
        may: &["domain"],
        never: &["rusqlite", "rusqlite_migration", "tokio", "tauri", "axum"],
    },
    Room { name: "store", may: &["domain"], never: &["tauri", "axum", "tokio", "clap"] },
    Room {
        name: "app",
        may: &["domain", "rules", "store"],
        never: &["tauri", "axum", "rusqlite", "rusqlite_migration", "clap"],
    },
    Room { name: "server", may: &["app"], never: &["tauri", "rusqlite", "rusqlite_migration"] },
    Room {
        name: "cli",
        may: &["app", "server"],
        never: &["tauri", "axum", "rusqlite", "rusqlite_migration"],
    },
    Room { name: "tillroll", may: &["app", "server"], never: &["axum", "rusqlite", "rusqlite_migration"] },
];

const OUR_ROOMS: [&str; 6] = ["domain", "rules", "store", "app", "server", "cli"];

/// What each package needs to be built, by its manifest; what only its tests need is free.
fn needs() -> BTreeMap<String, Vec<String>> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let arguments = ["metadata", "--no-deps", "--offline", "--format-version", "1"];
    let output = Command::new(cargo).args(arguments).current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let packages = metadata["packages"].as_array().unwrap().iter().map(|package| {
        let needed = package["dependencies"].as_array().unwrap().iter().filter(|one| one["kind"] != "dev");
        (text(&package["name"]), needed.map(|one| text(&one["name"])).collect())
    });
    packages.collect()
}

#[test]
fn manifests_lead_only_where_the_table_allows() {
    let needs = needs();
    assert!(needs.len() > 5, "the packages were not found");
    let mut wrong = Vec::new();
    for room in ROOMS {
        for needed in needs.get(room.name).into_iter().flatten() {
            let is_ours = OUR_ROOMS.contains(&needed.as_str());
            if (is_ours && !room.may.contains(&needed.as_str())) || room.never.contains(&needed.as_str()) {
                wrong.push(format!("{} → {needed}", room.name));
            }
        }
    }
    assert!(wrong.is_empty(), "arrows that are not allowed: {wrong:#?}");
}

#[test]
fn only_the_store_speaks_sql() {
    let needs = needs();
    let speakers: Vec<&String> = needs
        .iter()
        .filter(|(_, needed)| needed.iter().any(|name| name == "rusqlite"))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(speakers, ["store"]);
    let is_sql = |line: &str| {
        ["SELECT ", "INSERT INTO ", "DELETE FROM ", "CREATE TABLE ", "PRAGMA "]
            .iter()
            .any(|word| line.contains(word))
    };
    let spoken = rust_without_tests()
        .into_iter()
        .filter(|source| !source.path.starts_with("crates/store/") && source.text.lines().any(is_sql));
    assert_eq!(spoken.map(|source| source.path).collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn names_in_the_sources_lead_only_where_the_table_allows() {
    let mut wrong = Vec::new();
    for source in rust_without_tests() {
        let room = source.path.split('/').nth(1).unwrap_or_default();
        let room = if source.path.starts_with("src-tauri/") { "tillroll" } else { room };
        let Some(room) = ROOMS.into_iter().find(|one| one.name == room) else {
            continue;
        };
        let others = OUR_ROOMS.iter().filter(|other| **other != room.name && !room.may.contains(other));
        for forbidden in others.chain(room.never) {
            let named = |line: &str| !line.trim_start().starts_with("//") && is_named(line, forbidden);
            if let Some(line) = source.text.lines().find(|line| named(line)) {
                wrong.push(format!("{}: {}", source.path, line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "names that are not allowed: {wrong:#?}");
}

/// `name::` as the beginning of a path.
fn is_named(line: &str, name: &str) -> bool {
    let path = format!("{name}::");
    line.match_indices(&path).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_' && letter != ':')
    })
}

#[test]
fn what_is_true_and_what_is_owed_know_no_clock_and_no_files() {
    let forbidden = [
        "SystemTime",
        "Instant::now",
        "Timestamp::now",
        "Zoned::now",
        "std::fs",
        "std::env",
        "HashMap",
        "HashSet",
    ];
    let mut wrong = Vec::new();
    for source in rust_without_tests() {
        if !source.path.starts_with("crates/domain/") && !source.path.starts_with("crates/rules/") {
            continue;
        }
        let code = source.text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let found = code.filter(|line| forbidden.iter().any(|word| line.contains(word)));
        wrong.extend(found.map(|line| format!("{}: {}", source.path, line.trim())));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_clock_is_read_in_one_place() {
    let readers = rust_without_tests()
        .into_iter()
        .filter(|source| source.path.starts_with("crates/") && source.text.contains("Timestamp::now()"));
    assert_eq!(readers.map(|source| source.path).collect::<Vec<_>>(), ["crates/app/src/clock.rs"]);
}

#[test]
fn the_window_has_a_test_of_its_own_arrows() {
    assert!(root().join("ui/tests/architecture.test.ts").is_file());
}
