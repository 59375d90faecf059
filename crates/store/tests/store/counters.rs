//! Counters of budgets, and what each session took from them.

use domain::budget::Action;
use domain::budget::counter::{Counter, CounterKey};
use domain::budget::spending::Spent;
use domain::id::CampaignId;
use jiff::civil::{Date, date};

use crate::samples::{World, campaign, kind_of, number, open_session, session_id};

const JULY: Option<Date> = Some(date(2026, 7, 1));

fn key(entity: &str, since: Option<Date>) -> CounterKey {
    CounterKey {
        campaign: CampaignId(1),
        budget: "setDiscount monthly Profile".to_owned(),
        entity: entity.to_owned(),
        since,
    }
}

fn counter(used: &str, bound: &str) -> Counter {
    Counter { used: number(used), bound: number(bound) }
}

fn world() -> World {
    let mut world = World::new();
    world.writer.write(|tx| tx.insert_campaign(&campaign(1, 0))).unwrap();
    world
}

#[test]
fn a_counter_that_was_never_moved_is_empty_and_each_period_has_its_own() {
    let mut world = world();
    assert_eq!(world.writer.counter(&key("", None)).unwrap(), Counter::default());
    let august = Some(date(2026, 8, 1));
    let all = [
        (key("Profile=ana", JULY), counter("19.999999999999", "20")),
        (key("Profile=it's \"50 %\"; DROP", JULY), counter("20", "20")),
        (key("Profile=ana", august), counter("3.5", "20")),
        (key("", None), counter("0", "20")),
    ];
    world.writer.write(|tx| all.iter().try_for_each(|(key, counter)| tx.put_counter(key, *counter))).unwrap();
    for (key, counter) in &all {
        assert_eq!(world.writer.counter(key).unwrap(), *counter);
    }
    let budget = "setDiscount monthly Profile";
    let july = world.writer.counters_of(CampaignId(1), budget, JULY, 10).unwrap();
    assert_eq!(july, [all[1].clone(), all[0].clone()], "the fullest first");
    assert_eq!(world.writer.counter_count(CampaignId(1), budget, JULY).unwrap(), 2);
    assert_eq!(
        world.writer.counters_of(CampaignId(1), budget, None, 10).unwrap(),
        [],
        "empty ones are left out"
    );
}

#[test]
fn a_counter_is_never_below_zero_or_above_its_bound() {
    let mut world = world();
    for wrong in [
        counter("-0.01", "20"),
        counter("20.01", "20"),
        counter("20.000000000001", "20"),
        counter("1000000000000.000000000001", "1000000000000"),
    ] {
        let error = world.writer.write(|tx| tx.put_counter(&key("", JULY), wrong)).unwrap_err();
        assert_eq!(kind_of(&error), "conflict", "{wrong:?}");
    }
    let right = [counter("20.00", "20"), counter("0", "20.000"), counter("0.10", "0.1")];
    world.writer.write(|tx| right.iter().try_for_each(|one| tx.put_counter(&key("", JULY), *one))).unwrap();
}

#[test]
fn what_a_session_took_is_kept_until_it_is_given_back() {
    let mut world = world();
    let id = session_id("cart-1");
    let took =
        |amount: &str| Spent { counter: key("", JULY), action: Action::SetDiscount, amount: number(amount) };
    let write = |world: &mut World, amount: &str| world.writer.write(|tx| tx.put_spent(&id, &took(amount)));
    assert_eq!(
        kind_of(&write(&mut world, "5").unwrap_err()),
        "conflict",
        "neither session nor counter is there"
    );
    world
        .writer
        .write(|tx| {
            tx.put_session(&open_session("cart-1", "ana"), number("0"), number("0"))?;
            tx.put_counter(&key("", JULY), counter("5", "20"))
        })
        .unwrap();
    write(&mut world, "5").unwrap();
    assert_eq!(world.writer.spent_by(&id).unwrap(), [took("5")]);
    write(&mut world, "1.5").unwrap();
    assert_eq!(world.writer.spent_by(&id).unwrap(), [took("1.5")]);
    assert_eq!(kind_of(&write(&mut world, "-1").unwrap_err()), "conflict");
    write(&mut world, "0").unwrap();
    assert_eq!(world.writer.spent_by(&id).unwrap(), []);
}
