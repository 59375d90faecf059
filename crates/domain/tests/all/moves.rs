//! Every cell of the table of moves, accepted and refused.

use domain::event::{BuiltIn, SessionState};
use domain::moves::{Ask, MOVES, legal_moves, moves_of};
use domain::refusal::Refusal;
use domain::session::{CartChanges, Command, Phase, Session};
use domain::settlement::{Settlement, Share};

use crate::world::{
    after, at, item, money, pointers, profile_id, returned, session_id, shopping, step, unit, update,
};

const STATES: [Option<SessionState>; 5] = [
    None,
    Some(SessionState::Open),
    Some(SessionState::Closed),
    Some(SessionState::PartiallyReturned),
    Some(SessionState::Cancelled),
];

fn session_in(state: Option<SessionState>) -> Option<Session> {
    let close = || update(SessionState::Closed, shopping());
    match state {
        None => None,
        Some(SessionState::Open) => after(vec![update(SessionState::Open, shopping())]),
        Some(SessionState::Closed) => after(vec![close()]),
        Some(SessionState::PartiallyReturned) => after(vec![close(), one_back()]),
        Some(SessionState::Cancelled) => after(vec![close(), ask(Ask::Cancel)]),
    }
}

fn one_back() -> Command {
    Command::Return(vec![returned(Some(0), None, Some(1))])
}

fn ask(ask: Ask) -> Command {
    match ask {
        Ask::Return => one_back(),
        Ask::Reopen => Command::Reopen,
        Ask::Open | Ask::Close | Ask::Cancel | Ask::MarkReturned => {
            update(ask.target(), CartChanges::default())
        }
    }
}

/// Typed from the table *Sessions: every move* of the decisions, row by row in the order of `Ask::ALL`: the state and
/// event it leads to and what happens to discounts, or `refuse`.
const TABLE: [(Option<SessionState>, [&str; 6]); 5] = [
    (
        None,
        [
            "open talon_session_created preview",
            "closed talon_session_created commit",
            "refuse",
            "refuse",
            "refuse",
            "refuse",
        ],
    ),
    (
        Some(SessionState::Open),
        [
            "open talon_session_updated preview",
            "closed talon_session_closed commit",
            "cancelled talon_session_cancelled nothing",
            "refuse",
            "refuse",
            "refuse",
        ],
    ),
    (
        Some(SessionState::Closed),
        [
            "refuse",
            "refuse",
            "cancelled talon_session_revoked rest",
            "refuse",
            "partially_returned talon_session_partially_returned units",
            "open talon_session_reopened rest",
        ],
    ),
    (
        Some(SessionState::PartiallyReturned),
        [
            "refuse",
            "refuse",
            "cancelled talon_session_revoked rest",
            "refuse",
            "partially_returned talon_session_partially_returned units",
            "refuse",
        ],
    ),
    (Some(SessionState::Cancelled), ["refuse", "refuse", "refuse", "refuse", "refuse", "refuse"]),
];

fn settlement_name(settlement: &Settlement) -> &'static str {
    match settlement {
        Settlement::Preview => "preview",
        Settlement::Commit => "commit",
        Settlement::GiveBack(Share::Units(_)) => "units",
        Settlement::GiveBack(Share::Rest) => "rest",
        Settlement::Nothing => "nothing",
    }
}

#[test]
fn every_cell_of_the_table() {
    for (state, cells) in TABLE {
        for (asked, expected) in Ask::ALL.into_iter().zip(cells) {
            let before = session_in(state);
            let found = match step(before, ask(asked)) {
                Ok(done) => {
                    let settlement = settlement_name(&done.settlement);
                    format!("{} {} {settlement}", done.session.state().name(), done.event.name())
                }
                Err(Refusal::Move { from, to }) => {
                    assert_eq!((from, to), (state, asked.target()));
                    "refuse".to_owned()
                }
                Err(other) => format!("{other:?}"),
            };
            assert_eq!(found, expected, "{asked:?} from {state:?}");
        }
    }
}

#[test]
fn the_exported_table_has_each_cell_once_and_says_what_happens() {
    for state in STATES {
        for asked in Ask::ALL {
            assert_eq!(MOVES.iter().filter(|cell| cell.from == state && cell.ask == asked).count(), 1);
        }
        let moves = legal_moves(state);
        assert_eq!(moves.iter().map(|entry| entry.ask).collect::<Vec<_>>(), Ask::ALL);
        for entry in moves {
            let done = step(session_in(state), ask(entry.ask));
            assert_eq!(entry.allowed, done.is_ok(), "{:?} from {state:?}", entry.ask);
            assert_eq!(entry.event, done.as_ref().ok().map(|done| done.event));
            assert_eq!(entry.reason.is_some(), !entry.allowed);
            if let Ok(done) = done {
                assert_eq!(entry.to, done.session.state());
            }
        }
    }
}

#[test]
fn a_refused_move_has_the_vendors_text() {
    let table = [
        (
            Some(SessionState::Closed),
            Ask::Open,
            "Cannot move session to state \"open\" from state \"closed\"",
        ),
        (
            Some(SessionState::Closed),
            Ask::Close,
            "Cannot move session to state \"closed\" from state \"closed\"",
        ),
        (
            Some(SessionState::Open),
            Ask::Return,
            "Cannot move session to state \"partially_returned\" from state \"open\"",
        ),
        (
            Some(SessionState::Cancelled),
            Ask::Reopen,
            "Cannot move session to state \"open\" from state \"cancelled\"",
        ),
        (None, Ask::Cancel, "Cannot move session to state \"cancelled\" from state \"none\""),
    ];
    for (state, asked, text) in table {
        assert_eq!(step(session_in(state), ask(asked)).unwrap_err().to_string(), text);
    }
}

#[test]
fn the_move_is_refused_before_the_fields() {
    let broken = CartChanges { items: Some(vec![item("", 0, "-1")]), ..CartChanges::default() };
    let refusal = step(session_in(Some(SessionState::Closed)), update(SessionState::Open, broken.clone()));
    assert!(matches!(refusal, Err(Refusal::Move { .. })));
    let refusal = step(session_in(Some(SessionState::Open)), update(SessionState::Open, broken)).unwrap_err();
    assert_eq!(pointers(&refusal), ["/cartItems/0/sku", "/cartItems/0/quantity", "/cartItems/0/price"]);
    let refusal = step(session_in(Some(SessionState::Open)), Command::Return(vec![]));
    assert!(matches!(refusal, Err(Refusal::Move { .. })));
}

#[test]
fn a_session_created_closed_is_paid_at_once() {
    let done = step(None, update(SessionState::Closed, shopping())).unwrap();
    assert_eq!((done.event, done.settlement), (BuiltIn::SessionCreated, Settlement::Commit));
    let session = done.session;
    assert_eq!((session.id.clone(), session.update_count, session.created), (session_id(), 1, at(60)));
    let Phase::Closed(receipt) = session.phase else { panic!("not closed") };
    assert_eq!((receipt.totals.total, receipt.closed_at), (money("28"), at(60)));
}

#[test]
fn closing_and_cancelling_an_open_session_take_the_new_cart_along() {
    for to in [SessionState::Closed, SessionState::Cancelled] {
        let changes = CartChanges { items: Some(vec![item("sofa", 1, "400")]), ..CartChanges::default() };
        let done = step(session_in(Some(SessionState::Open)), update(to, changes)).unwrap();
        assert_eq!(done.session.cart().items, [item("sofa", 1, "400")]);
        assert_eq!(done.session.update_count, 2);
    }
}

#[test]
fn cancelling_a_closed_session_leaves_what_was_paid_for() {
    let changes = CartChanges { items: Some(vec![]), profile: Some(None), ..CartChanges::default() };
    let done =
        step(session_in(Some(SessionState::Closed)), update(SessionState::Cancelled, changes)).unwrap();
    assert_eq!(done.session.cart().items.len(), 2);
    assert_eq!(done.session.profile, Some(profile_id("ada")));
}

#[test]
fn the_profile_can_change_while_open_and_first_session_stays_as_created() {
    let open = step(None, update(SessionState::Open, CartChanges::default())).unwrap().session;
    assert!(open.first_session, "an anonymous session is always the first");
    let to_bob = CartChanges { profile: Some(Some(profile_id("bob"))), ..CartChanges::default() };
    let bobs = step(Some(open), update(SessionState::Open, to_bob)).unwrap().session;
    assert_eq!((bobs.profile, bobs.first_session), (Some(profile_id("bob")), true));
}

#[test]
fn returned_units_are_named_and_a_fully_returned_session_offers_no_return() {
    let close = || update(SessionState::Closed, shopping());
    let all = vec![returned(Some(0), None, None), returned(None, Some("mug"), None)];
    let done = step(after(vec![close()]), Command::Return(all)).unwrap();
    assert_eq!(done.settlement, Settlement::GiveBack(Share::Units(vec![unit(0, 0), unit(0, 1), unit(1, 0)])));
    assert_eq!(done.session.state(), SessionState::PartiallyReturned);
    let offered = moves_of(&done.session);
    let back = offered.iter().find(|entry| entry.ask == Ask::Return).unwrap();
    assert!(!back.allowed && back.reason.is_some() && back.event.is_none());
    let refusal = step(Some(done.session), one_back()).unwrap_err();
    assert_eq!(pointers(&refusal), ["/returnedCartItems/0/quantity"]);
}
