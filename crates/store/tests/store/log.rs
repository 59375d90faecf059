//! The log: only ever longer, without gaps, with neighbours and usage.

use domain::event::Event;
use domain::id::{CampaignId, EffectId, Seq};
use domain::value::Value;
use rusqlite::Connection;
use store::{Entry, EventFilter, StoreError};

use crate::samples::{World, at, attributes, discount, effects, entry, event, profile_id, session_id};

#[test]
fn what_was_logged_can_neither_be_changed_nor_erased() {
    let mut world = World::new();
    let tracked = Event { attributes: attributes(), ..event("pageview", 1, Some("s"), Some("p")) };
    let given = effects();
    world
        .writer
        .write(|tx| {
            tx.insert_campaign(&crate::samples::campaign(1, 0))?;
            tx.insert_wording(CampaignId(1), 1, "[]")?;
            let seq = tx.append(&Entry { effects: &given, ..entry(&tracked) })?;
            tx.note_reversal(EffectId { seq, place: 1 }, EffectId { seq, place: 0 })
        })
        .unwrap();
    let outside = Connection::open(world.path()).unwrap();
    let tables = [
        ("journal", "kind"),
        ("payload", "request"),
        ("effect", "props"),
        ("trace", "body"),
        ("event_campaign", "campaign"),
        ("event_effect_type", "effect_type"),
        ("event_attribute", "value"),
        ("ruleset", "body"),
        ("reversal", "of_seq"),
        ("wording", "body"),
    ];
    for (table, column) in tables {
        for sql in [format!("UPDATE {table} SET {column} = {column}"), format!("DELETE FROM {table}")] {
            let error = outside.execute(&sql, []).unwrap_err();
            assert!(error.to_string().contains("append-only"), "{sql}: {error}");
        }
    }
    assert_eq!(world.writer.event(Seq(1)).unwrap().unwrap().effects, given);
}

#[test]
fn sequence_numbers_have_no_gaps_whatever_is_undone() {
    let mut world = World::new();
    let tick = event("tick", 0, None, None);
    assert_eq!(world.log(&tick), 1);
    for _ in 0..3 {
        let undone = world.writer.write(|tx| {
            tx.append(&entry(&tick))?;
            Err::<(), _>(StoreError::NotOurs)
        });
        assert!(undone.is_err());
        world.writer.rehearse(|tx| tx.append(&entry(&tick))).unwrap();
    }
    assert_eq!(world.log(&tick), 2);
    assert_eq!(world.writer.last_seq().unwrap(), Some(Seq(2)));
}

#[test]
fn an_event_knows_its_neighbours() {
    let mut world = World::new();
    let rows = [("a", "p"), ("b", "p"), ("a", "q"), ("a", "p")];
    for (second, (session, profile)) in (0..).zip(rows) {
        world.log(&event("tick", second, Some(session), Some(profile)));
    }
    let (a, p) = (session_id("a"), profile_id("p"));
    let table = [(1, None, Some(3), None), (3, Some(1), Some(4), Some(2)), (4, Some(3), None, Some(2))];
    for (seq, before, after, of_profile) in table {
        let seq = Seq(seq);
        assert_eq!(world.writer.previous_in_session(seq, &a).unwrap(), before.map(Seq), "before {seq:?}");
        assert_eq!(world.writer.next_in_session(seq, &a).unwrap(), after.map(Seq), "after {seq:?}");
        assert_eq!(world.writer.previous_of_profile(seq, &p).unwrap(), of_profile.map(Seq), "of p {seq:?}");
    }
}

#[test]
fn effects_come_in_their_order() {
    let mut world = World::new();
    let closed = event("talon_session_closed", 1, Some("s"), None);
    let given = [discount(1), discount(2)];
    world.log(&event("talon_session_created", 0, Some("s"), None));
    world.writer.write(|tx| tx.append(&Entry { effects: &given, ..entry(&closed) })).unwrap();
    let page = world.writer.events(&EventFilter::default(), None, 10).unwrap();
    let effects = world.writer.effects_of(&page.rows).unwrap();
    assert!(effects.into_iter().eq([(Seq(2), given.to_vec())]));
}

#[test]
fn usage_counts_event_types_and_their_attributes() {
    let mut world = World::new();
    let url = |second, name: &str| {
        let attributes = [(name.to_owned(), Value::Bool(true))].into();
        Event { attributes, ..event("pageview", second, None, None) }
    };
    world.log(&url(1, "url"));
    world.log(&url(5, "url"));
    world.log(&url(7, "ref"));
    world.log(&event("talon_profile_created", 9, None, None));
    let types = world.writer.event_type_usage().unwrap();
    let types: Vec<_> = types.iter().map(|one| (one.event_type.name(), one.count, one.last_at)).collect();
    assert_eq!(types, [("pageview", 3, at(7)), ("talon_profile_created", 1, at(9))]);
    let named = world.writer.attribute_usage().unwrap();
    let named: Vec<_> = named.iter().map(|one| (one.name.as_str(), one.count, one.last_at)).collect();
    assert_eq!(named, [("ref", 1, at(7)), ("url", 2, at(5))]);
}
