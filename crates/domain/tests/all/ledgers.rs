//! Ledgers, told as events: what each grant's life line says, and how a ledger that does not balance is found out.

use domain::effect::{Effect, EffectKind, Unit};
use domain::event::{BuiltIn, SessionState};
use domain::fate::{Account, Fate, Reason, fate};
use domain::id::{EffectId, Seq};
use domain::ledger::{Balance, Breach, Ledger, Line, SessionEvent, Spared, Taken};
use domain::settlement::{Settlement, Share, roll_back};
use domain::value::Value;

use crate::world::{effect, event, money, session_discount, unit, unit_discount};

fn id(seq: u64, place: u32) -> EffectId {
    EffectId { seq: Seq(seq), place }
}

fn rolled_back(value: &str, unit: Option<Unit>) -> Effect {
    let name = if unit.is_some() { "off each" } else { "off" };
    effect(EffectKind::RollbackDiscount { name: name.into(), value: money(value), unit })
}

fn free_item() -> Effect {
    effect(EffectKind::AddFreeItem { sku: "mug".into(), name: "A mug".into(), desired_quantity: None })
}

fn closed(effects: Vec<Effect>) -> SessionEvent {
    event(1, BuiltIn::SessionClosed, SessionState::Closed, effects)
}

fn returned(seq: u64, effects: Vec<Effect>, of: &[(u32, EffectId)]) -> SessionEvent {
    let mut event = event(seq, BuiltIn::SessionPartiallyReturned, SessionState::PartiallyReturned, effects);
    event.reverses = of.iter().copied().collect();
    event
}

/// What of a grant was taken back by which event, what is left, and why it was left.
#[derive(Debug, PartialEq)]
struct Life {
    taken: Vec<(u64, &'static str)>,
    left: &'static str,
    spared: Option<(u64, Reason)>,
}

fn assert_life(line: &Line, life: &Life) {
    let taken: Vec<(u64, String)> =
        line.taken.iter().map(|Taken { by, amount }| (by.seq.0, amount.to_string())).collect();
    let expected: Vec<(u64, String)> =
        life.taken.iter().map(|(seq, amount)| (*seq, (*amount).to_owned())).collect();
    assert_eq!(taken, expected);
    assert_eq!(line.standing(), money(life.left));
    assert_eq!(line.spared.map(|Spared { by, why }| (by.0, why)), life.spared);
}

fn accepted() -> EffectKind {
    EffectKind::AcceptCoupon { value: "SUMMER20".to_owned() }
}

#[test]
fn a_redeemed_code_is_given_back_with_the_rest_and_balances() {
    let ledger = Ledger::of([closed(vec![effect(accepted()), session_discount("20")])]);
    let given_back: Vec<Effect> = roll_back(&Settlement::GiveBack(Share::Rest), &ledger, None)
        .into_iter()
        .map(|rollback| rollback.effect)
        .collect();
    let value = "SUMMER20".to_owned();
    assert_eq!(given_back, [effect(EffectKind::RollbackCoupon { value }), rolled_back("20", None)]);
    let returns = Settlement::GiveBack(Share::Units(vec![unit(0, 0)]));
    assert_eq!(roll_back(&returns, &ledger, None), []);
}

#[test]
fn every_kind_has_its_fate() {
    let on_unit = |unit| unit_discount(unit, money("1")).kind;
    let attribute = EffectKind::UpdateAttribute {
        path: "Profile.Attributes.vip".into(),
        unit: None,
        value: Value::Bool(true),
    };
    let custom =
        EffectKind::CustomEffect { effect_id: 1, name: "x".into(), unit: None, payload: Default::default() };
    let shown = EffectKind::ShowNotification {
        notification_type: "Info".into(),
        title: "Hello".into(),
        body: String::new(),
    };
    let (value, profile) = ("SUMMER20".to_owned(), "ana".to_owned());
    let created = EffectKind::CouponCreated { value: value.clone(), profile: profile.clone(), order: None };
    let reserved = EffectKind::ReserveCoupon { value, profile, is_new: true };
    let survives = Fate::Survives;
    let table = [
        (session_discount("4").kind, survives(Reason::OnWholeSession), Fate::TakenBack),
        (on_unit(unit(0, 0)), Fate::TakenBack, Fate::TakenBack),
        (on_unit(unit(0, 1)), survives(Reason::UnitKept), Fate::TakenBack),
        (free_item().kind, survives(Reason::HandedOver), survives(Reason::HandedOver)),
        (attribute, survives(Reason::ValueKept), survives(Reason::ValueKept)),
        (custom, survives(Reason::CarriedOut), survives(Reason::CarriedOut)),
        (shown, survives(Reason::Shown), survives(Reason::Shown)),
        (accepted(), survives(Reason::CodeUsed), Fate::TakenBack),
        (created, survives(Reason::CodeGiven), survives(Reason::CodeGiven)),
        (reserved, survives(Reason::Reserved), survives(Reason::Reserved)),
        (rolled_back("1", None).kind, survives(Reason::Final), survives(Reason::Final)),
    ];
    for (kind, when_returned, when_ended) in table {
        assert_eq!(fate(&kind, &Share::Units(vec![unit(0, 0)])), when_returned, "{kind:?}");
        assert_eq!(fate(&kind, &Share::Rest), when_ended, "{kind:?}");
    }
}

#[test]
fn a_life_line_says_what_was_taken_and_why_the_rest_stayed() {
    let each = |sub_position| unit_discount(unit(0, sub_position), money("5"));
    let mut ledger = Ledger::of([closed(vec![session_discount("4"), each(0), each(1), free_item()])]);
    let settlement = Settlement::GiveBack(Share::Units(vec![unit(0, 0)]));
    let rollbacks = roll_back(&settlement, &ledger, None);
    assert_eq!(rollbacks.iter().map(|rollback| rollback.of).collect::<Vec<_>>(), [id(1, 1)]);
    ledger.enter(returned(4, vec![rolled_back("5", Some(unit(0, 0)))], &[(0, id(1, 1))]));

    let lives = [
        Life { taken: vec![], left: "4", spared: Some((4, Reason::OnWholeSession)) },
        Life { taken: vec![(4, "5")], left: "0", spared: None },
        Life { taken: vec![], left: "5", spared: Some((4, Reason::UnitKept)) },
        Life { taken: vec![], left: "1", spared: Some((4, Reason::HandedOver)) },
    ];
    assert_eq!(ledger.lines().len(), lives.len());
    ledger.lines().iter().zip(&lives).for_each(|(line, life)| assert_life(line, life));
    let balance = |granted, rolled_back, standing| Balance {
        granted: money(granted),
        rolled_back: money(rolled_back),
        standing: money(standing),
    };
    assert_eq!(ledger.balance(Account::Discounts), balance("14", "5", "9"));
    assert_eq!(ledger.balance(Account::FreeItems), balance("1", "0", "1"));
    assert_eq!(ledger.check_against(money("9")), Ok(()));
}

#[test]
fn a_part_that_was_taken_back_is_not_taken_back_again() {
    let part = returned(2, vec![rolled_back("3", None)], &[(0, id(1, 0))]);
    let ledger = Ledger::of([closed(vec![session_discount("10")]), part]);
    assert_eq!(ledger.standing(), [session_discount("7")]);
    let rest = roll_back(&Settlement::GiveBack(Share::Rest), &ledger, None);
    assert_eq!(
        rest.iter().map(|rollback| rollback.effect.clone()).collect::<Vec<_>>(),
        [rolled_back("7", None)]
    );
}

#[test]
fn a_pair_holds_where_words_could_not_tell() {
    let twice = vec![session_discount("5"), session_discount("5")];
    let ledger = Ledger::of([closed(twice), returned(2, vec![rolled_back("5", None)], &[(0, id(1, 1))])]);
    let standing: Vec<bool> = ledger.lines().iter().map(Line::stands).collect();
    assert_eq!(standing, [true, false]);
}

#[test]
fn rollbacks_of_older_files_find_their_grants_by_what_they_say() {
    let each = |position| unit_discount(unit(position, 0), money("5"));
    let older = returned(2, vec![rolled_back("5", Some(unit(1, 0)))], &[]);
    let ledger = Ledger::of([closed(vec![each(0), each(1), each(2)]), older]);
    let standing: Vec<bool> = ledger.lines().iter().map(Line::stands).collect();
    assert_eq!(standing, [true, false, true]);
    assert_eq!(ledger.check(), Ok(()));
}

#[test]
fn what_an_open_session_shows_is_not_granted() {
    let created = event(1, BuiltIn::SessionCreated, SessionState::Open, vec![session_discount("4")]);
    let mut ledger = Ledger::of([created]);
    assert_eq!((ledger.preview(), ledger.lines()), (&[session_discount("4")][..], &[][..]));
    ledger.enter(event(2, BuiltIn::SessionCancelled, SessionState::Cancelled, vec![]));
    assert_eq!((ledger.preview(), ledger.standing()), (&[][..], vec![]));
}

#[test]
fn a_ledger_that_does_not_balance_says_how() {
    let five = || closed(vec![session_discount("5")]);
    let table = [
        (returned(2, vec![rolled_back("7", None)], &[]), Breach::Stray { seq: 2, amount: money("7") }),
        (
            returned(2, vec![rolled_back("5", None)], &[(0, id(1, 8))]),
            Breach::Stray { seq: 2, amount: money("5") },
        ),
        (
            returned(2, vec![rolled_back("7", None)], &[(0, id(1, 0))]),
            Breach::Exceeded { seq: 1, granted: money("5"), taken_back: money("7") },
        ),
        (
            returned(
                2,
                vec![rolled_back("5", None), rolled_back("5", None)],
                &[(0, id(1, 0)), (1, id(1, 0))],
            ),
            Breach::Exceeded { seq: 1, granted: money("5"), taken_back: money("10") },
        ),
    ];
    for (event, breach) in table {
        assert_eq!(Ledger::of([five(), event]).check(), Err(breach));
    }
    let kept = Ledger::of([five()]).check_against(money("6")).unwrap_err();
    assert_eq!(kept.to_string(), "Discounts: 5 granted − 0 taken back is not 6 standing");
}
