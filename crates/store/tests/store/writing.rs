//! Transactions: all or nothing, and a rehearsal leaves nothing.

use std::fs;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use store::{EventFilter, StoreError, Tx};

use crate::samples::{
    World, campaign, entry, event, kind_of, number, open_session, profile, profile_id, session_id,
};

/// A bit of every table.
fn everything(tx: &Tx<'_>) -> Result<u64, StoreError> {
    tx.insert_campaign(&campaign(1, 0))?;
    tx.put_profile(&profile("anna"))?;
    tx.put_session(&open_session("s", "anna"), number("1"), number("0"))?;
    tx.put_setting("currency", "EUR")?;
    let tick = event("tick", 1, Some("s"), Some("anna"));
    tx.append(&entry(&tick)).map(|seq| seq.0)
}

fn is_empty(world: &World) -> bool {
    let reader = world.store.reader().unwrap();
    reader.campaigns().unwrap().is_empty()
        && reader.profile(&profile_id("anna")).unwrap().is_none()
        && reader.session(&session_id("s")).unwrap().is_none()
        && reader.settings().unwrap().is_empty()
        && reader.count(&EventFilter::default()).unwrap() == 0
        && reader.event_type_usage().unwrap().is_empty()
        && reader.campaigns_version().unwrap() == 0
}

#[test]
fn a_rehearsal_answers_like_the_real_thing_and_leaves_no_trace() {
    let mut world = World::new();
    let bytes = |world: &World| {
        ["shop.tillroll", "shop.tillroll-wal"]
            .map(|name| fs::read(world.folder.path().join(name)).unwrap_or_default())
    };
    let before = bytes(&world);
    assert_eq!(world.writer.rehearse(everything).unwrap(), 1);
    assert!(is_empty(&world));
    assert_eq!(bytes(&world), before, "not a byte on the disk");
    assert_eq!(world.writer.write(everything).unwrap(), 1);
    assert!(!is_empty(&world));
}

#[test]
fn an_error_undoes_everything() {
    let mut world = World::new();
    let failed = world.writer.write(|tx| {
        everything(tx)?;
        Err::<(), _>(StoreError::NotOurs)
    });
    assert!(failed.is_err());
    assert!(is_empty(&world));
}

#[test]
fn a_transaction_reads_what_it_wrote_and_others_do_not_until_it_is_done() {
    let mut world = World::new();
    let reader = world.store.reader().unwrap();
    let id = session_id("s");
    let seen = world.writer.write(|tx| {
        everything(tx)?;
        Ok::<_, StoreError>((tx.session(&id)?.is_some(), reader.session(&id)?.is_some()))
    });
    assert_eq!(seen.unwrap(), (true, false));
    assert!(reader.session(&id).unwrap().is_some());
}

#[test]
fn several_reads_can_be_of_one_moment() {
    let mut world = World::new();
    let reader = world.store.reader().unwrap();
    let counts = reader.snapshot(|reader| {
        let before = reader.count(&EventFilter::default())?;
        world.writer.write(everything)?;
        Ok::<_, StoreError>((before, reader.count(&EventFilter::default())?))
    });
    assert_eq!(counts.unwrap(), (0, 0));
    assert_eq!(reader.count(&EventFilter::default()).unwrap(), 1);
}

#[test]
fn a_write_waits_for_another_window_and_then_says_so() {
    let mut world = World::new();
    let other = Connection::open(world.path()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert!(is_empty(&world), "reading goes on");
    let asked = Instant::now();
    let error = world.writer.write(everything).unwrap_err();
    assert_eq!(kind_of(&error), "locked");
    assert!(asked.elapsed() >= Duration::from_secs(4));
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(world.writer.write(everything).unwrap(), 1, "the next request works");
}

#[test]
fn bulk_work_is_there_afterwards() {
    let mut world = World::new();
    world
        .writer
        .bulk(|writer| {
            for second in 0..100 {
                let tick = event("tick", second, None, None);
                writer.write(|tx| tx.append(&entry(&tick)))?;
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
    assert_eq!(world.writer.count(&EventFilter::default()).unwrap(), 100);
}

#[test]
fn a_full_disk_is_said_and_nothing_is_stored() {
    let world = World::new();
    let path = world.path();
    drop(world.writer);
    let small = Connection::open(&path).unwrap();
    let pages: u32 = small.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    small.pragma_update(None, "max_page_count", pages).unwrap();
    let text = "x".repeat(1_000_000);
    let full = small.execute("INSERT INTO setting (key, value) VALUES ('k', ?1)", [&text]).unwrap_err();
    let error = StoreError::from(full);
    assert_eq!(kind_of(&error), "disk full");
    assert!(error.to_string().contains("make room"));
}
