//! Reports as files, read back by readers of other people's making: Python's csv, json, html and sqlite3, openpyxl and
//! DuckDB.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::shop::{FILE, NOW, Shop};

const READERS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/readers");

/// The sample shop, a crowd, and texts and amounts that are awkward to write.
fn awkward() -> Shop {
    let shop = Shop::nowhere();
    shop.till(&["new", FILE, "--sample", "--clock", NOW]);
    shop.till(&["crowd", FILE, "--customers", "25", "--days", "20", "--clock", NOW]);
    let session = |id: &str, price: &str| {
        format!(
            r#"{{"op":"updateSession","id":{id},"body":{{"customerSession":{{"profileId":{id},"state":"closed","cartItems":[{{"sku":{id},"quantity":3,"price":{price}}}]}}}}}}"#
        )
    };
    let requests = [
        session(r#""=cmd|' /C calc'!A0""#, "0.1"),
        session(r#""+1;2\"3,4""#, "19.99"),
        session(r#""<script>alert(1)</script>&amp;""#, "123456789.123456"),
        session(r#""Zoë 👩‍👩‍👧 漢字""#, "0.000001"),
        session(r#""null""#, "1000000.25"),
    ];
    let said = shop.apply(requests.join("\n").as_bytes());
    assert_eq!(said.status, 0, "{}", said.out);
    shop
}

/// Writes a report and answers with what was said.
fn report(shop: &Shop, preset: &str, out: &str, more: &[&str]) -> crate::shop::Said {
    shop.till(&[&["report", FILE, preset, "-o", out, "--clock", NOW], more].concat())
}

/// A Python with the readers, installed once.
fn python() -> PathBuf {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readers");
    let python = home.join("bin/python3");
    let wanted = fs::read_to_string(Path::new(READERS).join("requirements.txt")).unwrap();
    let installed = home.join("installed.txt");
    if fs::read_to_string(&installed).is_ok_and(|text| text == wanted) {
        return python;
    }
    let run = |command: &mut Command| {
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&home));
    let requirements = Path::new(READERS).join("requirements.txt");
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet", "--no-deps", "-r"]).arg(requirements));
    fs::write(installed, wanted).unwrap();
    python
}

#[test]
fn every_format_read_by_others_is_the_log() {
    let shop = awkward();
    for out in ["events.csv", "events.json", "events.ndjson", "events.xlsx", "events.parquet", "events.html"]
    {
        let said = report(&shop, "event-log", out, &[]);
        assert_eq!((said.status, said.err.as_str()), (0, ""), "{out}: {}", said.out);
    }
    report(&shop, "event-log", "excel.csv", &["--separator", ";", "--byte-order-mark"]);
    let effects = r#"{"version":1,"name":"Effects","grain":"effect","columns":[{"column":"number"},
        {"column":"place"},{"column":"effect"},{"column":"amount"}]}"#;
    fs::write(shop.folder.path().join("effects.json"), effects).unwrap();
    report(&shop, "effects.json", "effects.parquet", &[]);
    report(&shop, "discounts-by-day", "days.parquet", &[]);
    let read = Command::new(python())
        .arg(Path::new(READERS).join("same.py"))
        .args([FILE, "."])
        .current_dir(shop.folder.path())
        .output()
        .unwrap();
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    assert_eq!(String::from_utf8_lossy(&read.stdout).lines().count(), 9);
}

#[test]
fn the_same_report_is_the_same_bytes_and_leaves_nothing_beside_it() {
    let shop = awkward();
    let files = || fs::read_dir(shop.folder.path()).unwrap().count();
    let before = files();
    for extension in ["csv", "json", "ndjson", "xlsx", "parquet", "html"] {
        let (first, second) = (format!("a.{extension}"), format!("b.{extension}"));
        report(&shop, "effects-by-campaign", &first, &[]);
        report(&shop, "effects-by-campaign", &second, &[]);
        let read = |name: &str| fs::read(shop.folder.path().join(name)).unwrap();
        assert_eq!(read(&first), read(&second), "{extension}");
    }
    assert_eq!(files(), before + 12);
}

#[test]
fn every_report_that_comes_with_the_program_can_be_written() {
    let shop = awkward();
    for preset in [
        "event-log",
        "effects-by-campaign",
        "discounts-by-day",
        "coupon-rejections",
        "sessions-by-state",
        "created-closed-returned",
        "event-dictionary",
    ] {
        let said = report(&shop, preset, "out.csv", &[]);
        assert_eq!((said.status, said.err.as_str()), (0, ""), "{preset}");
        let lines = fs::read_to_string(shop.folder.path().join("out.csv")).unwrap().lines().count();
        assert!(lines > 1, "{preset} has no rows");
    }
}

#[test]
fn a_report_that_cannot_be_made_says_why_and_leaves_nothing() {
    let shop = Shop::with_story();
    let preset = |name: &str, text: &str| fs::write(shop.folder.path().join(name), text).unwrap();
    preset("unknown.json", r#"{"version":1,"name":"x","grain":"event","columns":[{"column":"colour"}]}"#);
    preset("none.json", r#"{"version":1,"name":"x","grain":"event","columns":[]}"#);
    preset("field.json", r#"{"version":1,"name":"x","grain":"event","columns":[],"colour":1}"#);
    preset("future.json", r#"{"version":2,"name":"x","grain":"event","columns":[{"column":"time"}]}"#);
    preset(
        "zone.json",
        r#"{"version":1,"name":"x","grain":"event","columns":[{"column":"time"}],"zone":"Mars"}"#,
    );
    preset(
        "twice.json",
        r#"{"version":1,"name":"x","grain":"event","columns":[{"column":"time"},{"column":"day","title":"Time"}]}"#,
    );
    preset(
        "sum.json",
        r#"{"version":1,"name":"x","grain":"event","columns":[],"measures":[{"calculate":"sum","of":"event"}]}"#,
    );
    let cases = [
        (
            "unknown.json",
            "out.csv",
            "There is no column \"colour\" in reports of this kind; choose one of the catalogue.",
        ),
        ("none.json", "out.csv", "A report needs at least one column; choose one."),
        (
            "future.json",
            "out.csv",
            "This report is of version 2, and this program knows version 1. Use the program that wrote it.",
        ),
        ("zone.json", "out.csv", "\"Mars\" is not a time zone; write one such as Europe/Berlin."),
        ("twice.json", "out.csv", "Two columns are called \"Time\"; rename one."),
        ("sum.json", "out.csv", "\"Event\" holds no numbers, so it cannot be added up."),
        (
            "event-log",
            "nowhere/out.csv",
            "The file \"nowhere/out.csv\" could not be written: there is no such folder. Choose another one and try again.",
        ),
        (
            "event-log",
            "out.doc",
            "\"out.doc\" does not tell a format; end it with .csv, .json, .ndjson, .xlsx, .parquet or .html, or name one with --format.",
        ),
    ];
    for (preset, out, sentence) in cases {
        let said = report(&shop, preset, out, &[]);
        assert_ne!(said.status, 0, "{preset}");
        assert_eq!(said.err, format!("till: {sentence}\n"));
    }
    assert!(report(&shop, "field.json", "out.csv", &[]).err.contains("colour"));
    let left: Vec<_> = fs::read_dir(shop.folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with("out") || name.contains(".part"))
        .collect();
    assert_eq!(left, [""; 0]);
}
