//! A session's events as its ledger reads them, and which grant a rollback takes back.

use domain::effect::Effect;
use domain::event::{Event, SessionState};
use domain::id::{EffectId, Seq};
use domain::ledger::SessionEvent;
use domain::session::Session;
use store::{Entry, StoreError};

use crate::samples::{World, discount, entry, event, notification, session_id};

fn log(world: &mut World, kind: &str, effects: &[Effect]) -> Seq {
    let event: Event = event(kind, 1, Some("s"), None);
    let after: Option<&Session> = None;
    world.writer.write(|tx| tx.append(&Entry { effects, session: after, ..entry(&event) })).unwrap()
}

fn brief(events: &[SessionEvent]) -> Vec<(u64, usize)> {
    events.iter().map(|event| (event.seq.0, event.effects.len())).collect()
}

#[test]
fn only_what_a_ledger_enters_is_read() {
    let mut world = World::new();
    let (one, two) = ([discount(1)], [discount(1), notification(1)]);
    log(&mut world, "talon_session_created", &one);
    log(&mut world, "talon_session_updated", &two);
    log(&mut world, "tick", &two);
    let read = |world: &World| world.writer.ledger_events(&session_id("s")).unwrap();
    assert_eq!(brief(&read(&world)), [(1, 0), (2, 2), (3, 0)], "the latest preview, not the custom event");
    let preview = world.writer.latest_preview(&session_id("s")).unwrap().unwrap();
    assert_eq!((preview.seq, preview.effects), (Seq(2), two.to_vec()));

    log(&mut world, "talon_session_closed", &two);
    assert_eq!(brief(&read(&world)), [(1, 0), (2, 0), (3, 0), (4, 2)]);
    assert_eq!(world.writer.latest_preview(&session_id("nobody")).unwrap(), None);
}

#[test]
fn a_rollback_knows_its_grant() {
    let mut world = World::new();
    let grant = EffectId { seq: log(&mut world, "talon_session_closed", &[discount(1)]), place: 0 };
    let taken = log(&mut world, "talon_session_revoked", &[notification(1), discount(1)]);
    world.writer.write(|tx| tx.note_reversal(EffectId { seq: taken, place: 1 }, grant)).unwrap();
    let events = world.writer.ledger_events(&session_id("s")).unwrap();
    assert_eq!(events[1].reverses, [(1, grant)].into());
    assert_eq!(events[1].state, None::<SessionState>);

    let nothing = EffectId { seq: Seq(9), place: 9 };
    let unknown = world.writer.write(|tx| tx.note_reversal(EffectId { seq: taken, place: 0 }, nothing));
    assert!(matches!(unknown, Err(StoreError::Conflict { .. })), "{unknown:?}");
}
