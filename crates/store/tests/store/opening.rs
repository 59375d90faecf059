//! Opening: what is not a whole workspace of ours is refused in a sentence, and left as it is.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use store::{NewWorkspace, Store, StoreError};

use crate::samples::{World, at, event, kind_of};

fn refused(path: &Path) -> StoreError {
    let before = fs::read(path).ok();
    let error = Store::open(path).unwrap_err();
    assert_eq!(fs::read(path).ok(), before, "the file is as it was");
    let sentence = error.to_string();
    assert!(sentence.ends_with('.') && !sentence.contains("SQL"), "{sentence}");
    error
}

/// A closed workspace with a few hundred pages.
fn filled() -> (std::path::PathBuf, tempfile::TempDir) {
    let mut world = World::new();
    let work: Result<(), StoreError> = world.writer.bulk(|writer| {
        for second in 0..500 {
            let tick = event("tick", second, Some("session"), Some("customer"));
            writer.write(|tx| tx.append(&crate::samples::entry(&tick)))?;
        }
        Ok(())
    });
    work.unwrap();
    world.close()
}

#[test]
fn a_closed_workspace_is_one_file_and_opens_again() {
    let (path, folder) = filled();
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(names, ["shop.tillroll"]);
    let store = Store::open(&path).unwrap();
    assert_eq!(store.backup(), None);
    assert_eq!(store.reader().unwrap().last_seq().unwrap().map(|seq| seq.0), Some(500));
    assert!(store.size() > 100_000);
}

#[test]
fn an_existing_file_is_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.txt");
    fs::write(&path, "mine").unwrap();
    let new = NewWorkspace { name: "Shop".to_owned(), created: at(0) };
    assert_eq!(kind_of(&Store::create(&path, &new).unwrap_err()), "exists");
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    let nowhere = folder.path().join("no/such/folder/shop.tillroll");
    assert_eq!(kind_of(&Store::create(&nowhere, &new).unwrap_err()), "io");
}

#[test]
fn what_is_not_a_workspace_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let foreign = folder.path().join("foreign.sqlite");
    Connection::open(&foreign)
        .unwrap()
        .execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE t (x)")
        .unwrap();
    let table = [
        (folder.path().join("nothing.tillroll"), "missing"),
        (folder.path().to_owned(), "not a database"),
        (file("empty", b""), "not a database"),
        (file("short", b"SQLite format 3\0"), "not a database"),
        (file("text", &[b'x'; 4096]), "not a database"),
        (foreign, "not ours"),
    ];
    for (path, expected) in table {
        let before = fs::read(&path).ok();
        assert_eq!(kind_of(&refused(&path)), expected, "{}", path.display());
        assert_eq!(fs::read(&path).ok(), before, "{} is left as it was", path.display());
    }
}

#[test]
fn a_file_of_a_newer_version_is_refused() {
    let (path, _folder) = filled();
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let sentence = refused(&path).to_string();
    assert!(sentence.contains("99") && sentence.contains("newer"), "{sentence}");
}

#[test]
fn a_damaged_file_is_reported() {
    let (path, _folder) = filled();
    let whole = fs::read(&path).unwrap();
    let cut = whole[..whole.len() / 2].to_vec();
    let mut holed = whole.clone();
    holed[8192..40_960].fill(0);
    let mut scrambled = whole.clone();
    scrambled[100..4096].fill(0xAB);
    for (name, bytes) in [("cut", cut), ("holed", holed), ("scrambled", scrambled)] {
        fs::write(&path, bytes).unwrap();
        assert_eq!(kind_of(&refused(&path)), "damaged", "{name}");
    }
    fs::write(&path, whole).unwrap();
    Store::open(&path).unwrap();
}

#[test]
fn what_was_not_moved_into_the_main_file_yet_is_found_after_a_crash() {
    let mut world = World::new();
    world.log(&event("tick", 1, None, None));
    let folder = tempfile::tempdir().unwrap();
    for suffix in ["", "-wal"] {
        let name = format!("shop.tillroll{suffix}");
        fs::copy(world.folder.path().join(&name), folder.path().join(&name)).unwrap();
    }
    let store = Store::open(&folder.path().join("shop.tillroll")).unwrap();
    assert_eq!(store.reader().unwrap().last_seq().unwrap().map(|seq| seq.0), Some(1));
}
