//! How `till` ends when something is not as it should be: one sentence on standard error, and a status that tells.

use std::fs;
use std::io::Write;
use std::process::Stdio;
use std::thread;

use crate::shop::{FILE, Shop};

#[test]
fn what_cannot_be_done_is_said_in_one_sentence() {
    let shop = Shop::with_story();
    fs::write(shop.folder.path().join("letter.txt"), "Dear all,\n".repeat(100)).unwrap();
    let cases: [(&[&str], i32, &str); 9] = [
        (&["new", FILE], 2, "exists already"),
        (&["new", "no/such/folder/shop.sqlite"], 2, "till: "),
        (&["events", "missing.sqlite"], 2, "There is no file at \"missing.sqlite\""),
        (&["apply", "missing.sqlite"], 2, "There is no file at \"missing.sqlite\""),
        (&["events", "letter.txt"], 2, "not a Tillroll workspace"),
        (&["session", FILE, "nobody"], 1, "There is no session \"nobody\""),
        (&["profile", FILE, "nobody"], 1, "There is no profile \"nobody\""),
        (&["explain", FILE, "99"], 1, "There is no event \"99\""),
        (&["explain", FILE, "first"], 1, "There is no event \"first\""),
    ];
    for (arguments, status, sentence) in cases {
        let said = shop.till(arguments);
        assert_eq!((said.status, said.out.as_str()), (status, ""), "{arguments:?}: {said:?}");
        assert!(said.err.contains(sentence), "{arguments:?}: {}", said.err);
        assert_eq!(said.err.lines().count(), 1, "{arguments:?}: {}", said.err);
    }
}

#[test]
fn what_is_not_understood_ends_with_status_2() {
    let shop = Shop::with_story();
    let cases: [&[&str]; 7] = [
        &[],
        &["frobnicate"],
        &["events"],
        &["events", FILE, "--format", "xml"],
        &["events", FILE, "--session", ""],
        &["apply", FILE, "--clock", "yesterday"],
        &["apply", FILE, "--wet"],
    ];
    for arguments in cases {
        let said = shop.till(arguments);
        assert_eq!((said.status, said.out.as_str()), (2, ""), "{arguments:?}: {said:?}");
        assert!(!said.err.is_empty());
    }
}

#[test]
fn a_file_that_is_there_is_never_replaced() {
    let shop = Shop::with_story();
    let before = shop.journal();
    shop.till(&["new", FILE, "--sample"]);
    assert_eq!(shop.journal(), before);
}

#[test]
fn a_file_without_its_end_is_reported_and_left_as_it_is() {
    let shop = Shop::with_story();
    let path = shop.folder.path().join(FILE);
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    for arguments in [["events", FILE], ["apply", FILE]] {
        let said = shop.till(&arguments);
        assert_eq!(said.status, 2, "{said:?}");
        assert!(said.err.contains("damaged"), "{}", said.err);
    }
    assert_eq!(fs::read(&path).unwrap(), whole[..whole.len() / 2]);
}

#[test]
fn two_at_once_take_turns() {
    let shop = Shop::empty();
    let requests = |name: &str| -> String {
        let line = |number: usize| {
            format!(
                "{{\"op\":\"updateSession\",\"id\":\"{name}-{number}\",\"body\":{{\"customerSession\":{{}}}}}}\n"
            )
        };
        (0..100).map(line).collect()
    };
    let (left, right) = thread::scope(|scope| {
        let left = scope.spawn(|| shop.apply(requests("left").as_bytes()));
        let right = scope.spawn(|| shop.apply(requests("right").as_bytes()));
        (left.join().unwrap(), right.join().unwrap())
    });
    assert_eq!((left.status, right.status), (0, 0), "{} {}", left.err, right.err);
    let numbers: Vec<u64> = shop.journal().iter().map(|row| row["Number"].as_u64().unwrap()).collect();
    assert_eq!(numbers, (1..=200).collect::<Vec<u64>>());
}

#[test]
fn dry_answers_the_same_and_leaves_nothing() {
    let shop = Shop::with_story();
    let before = shop.journal();
    let request = br#"{"op":"updateSession","id":"cart-2","body":{"customerSession":{"profileId":"ana","cartItems":[{"sku":"tee","quantity":4,"price":20}]}}}"#;
    let dry = shop.till_reading(&["apply", FILE, "--dry", "--clock", crate::shop::NOW], request);
    assert_eq!(shop.journal(), before);
    let kept = shop.apply(request);
    let (dry, kept) = (&dry.answers()[0], &kept.answers()[0]);
    assert_eq!((dry["dry"].as_bool(), kept["dry"].as_bool()), (Some(true), Some(false)));
    for part in ["customerSession", "customerProfile", "effects", "trace", "notes"] {
        assert_eq!(dry[part], kept[part], "{part}");
    }
}

#[test]
fn a_reader_that_went_away_ends_it_quietly() {
    let shop = Shop::empty();
    let mut child = shop
        .command(&["apply", FILE])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(b"{\"op\":\"reopenSession\",\"id\":\"cart-1\"}\n").unwrap();
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(141), b"".as_slice()));
}
