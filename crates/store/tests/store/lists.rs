//! Lists of sessions and customers.

use domain::cart::Cart;
use domain::event::SessionState;
use domain::profile::Profile;
use domain::session::{Phase, Returns, Session};
use domain::value::{Attributes, Value};
use store::SessionFilter;

use crate::samples::{World, at, number, open_session, profile, profile_id, session_id};

/// States, customer, text, and the sessions they mean.
type Row = (&'static [SessionState], Option<&'static str>, &'static str, &'static [&'static str]);

fn put(world: &mut World, session: &Session) {
    world.writer.write(|tx| tx.put_session(session, number("10.00"), number("1.5"))).unwrap();
}

fn cancelled(session: Session) -> Session {
    Session { phase: Phase::Cancelled(Cart::default(), Returns::default()), ..session }
}

fn shop() -> World {
    let mut world = World::new();
    put(&mut world, &open_session("s1", "anna"));
    put(&mut world, &open_session("s2", "bob"));
    put(&mut world, &cancelled(open_session("s3", "anna")));
    put(&mut world, &open_session("s_4", "anna"));
    put(&mut world, &open_session("s1", "anna"));
    world
}

fn names(world: &World, filter: &SessionFilter, limit: u32) -> Vec<String> {
    let (mut found, mut before) = (Vec::new(), None);
    loop {
        let page = world.writer.sessions(filter, before, limit).unwrap();
        found.extend(page.rows.iter().map(|row| row.id.to_string()));
        before = page.next;
        if before.is_none() {
            return found;
        }
    }
}

#[test]
fn sessions_are_listed_by_state_customer_and_text_the_latest_stored_first() {
    let world = shop();
    use SessionState::{Cancelled, Closed, Open};
    let table: [Row; 11] = [
        (&[], None, "", &["s1", "s_4", "s3", "s2"]),
        (&[Open], None, "", &["s1", "s_4", "s2"]),
        (&[Cancelled], None, "", &["s3"]),
        (&[Closed], None, "", &[]),
        (&[], Some("anna"), "", &["s1", "s_4", "s3"]),
        (&[Open], Some("anna"), "", &["s1", "s_4"]),
        (&[], None, "BOB", &["s2"]),
        (&[], None, "_", &["s_4"]),
        (&[Open], Some("anna"), "4", &["s_4"]),
        (&[Cancelled, Closed], None, "", &["s3"]),
        (&[Cancelled, Open], Some("anna"), "", &["s1", "s_4", "s3"]),
    ];
    for (states, profile, text, expected) in table {
        let states = states.to_vec();
        let filter = SessionFilter { states, profile: profile.map(profile_id), text: text.to_owned() };
        for limit in [1, 2, 500] {
            assert_eq!(names(&world, &filter, limit), expected, "{filter:?}, {limit} at a time");
        }
    }
}

#[test]
fn a_session_row_shows_what_was_stored() {
    let world = shop();
    let page = world.writer.sessions(&SessionFilter::default(), None, 1).unwrap();
    let row = &page.rows[0];
    assert_eq!((row.profile.as_ref(), row.state), (Some(&profile_id("anna")), SessionState::Open));
    assert_eq!((row.created, row.updated), (at(1), at(2)));
    assert_eq!((row.total, row.discount), (number("10.00"), number("1.5")));
}

#[test]
fn an_event_finds_the_customer_s_latest_open_session() {
    let mut world = shop();
    let latest = |world: &World, of: &str| world.writer.latest_open_session(&profile_id(of)).unwrap();
    assert_eq!(latest(&world, "anna"), Some(session_id("s1")));
    put(&mut world, &open_session("s_4", "anna"));
    assert_eq!(latest(&world, "anna"), Some(session_id("s_4")));
    put(&mut world, &cancelled(open_session("s_4", "anna")));
    assert_eq!(latest(&world, "anna"), Some(session_id("s1")));
    assert_eq!(latest(&world, "carl"), None);
    assert!(world.writer.has_session_of(&profile_id("bob")).unwrap());
    assert!(!world.writer.has_session_of(&profile_id("carl")).unwrap());
}

#[test]
fn customers_are_found_by_id_and_attribute() {
    let mut world = World::new();
    let with = |id: &str, city: &str| Profile {
        attributes: Attributes::from([("city".to_owned(), Value::Text(city.to_owned()))]),
        ..profile(id)
    };
    for one in [with("anna", "Oslo"), with("bob", "Rome"), with("carl", "100%")] {
        world.writer.write(|tx| tx.put_profile(&one)).unwrap();
    }
    let table: [(&str, &[&str]); 6] = [
        ("", &["carl", "bob", "anna"]),
        ("oslo", &["anna"]),
        ("AN", &["anna"]),
        ("0%", &["carl"]),
        ("%", &["carl"]),
        ("total_sales", &[]),
    ];
    for (text, expected) in table {
        let (mut found, mut before) = (Vec::new(), None);
        loop {
            let page = world.writer.profiles(text, before, 2).unwrap();
            found.extend(page.rows.iter().map(|one| one.id.to_string()));
            before = page.next;
            if before.is_none() {
                break;
            }
        }
        assert_eq!(found, expected, "{text}");
    }
}
