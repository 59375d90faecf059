//! Budgets: how they are written, what a purse affords, and counters over random stories.

use std::collections::BTreeMap;

use domain::budget::counter::{Counter, CounterKey, Subject, counters};
use domain::budget::purse::Purse;
use domain::budget::spending::{Spent, give_back, spend};
use domain::budget::{Action, Budget, Entity, Period, Span, Written, read};
use domain::effect::{Effect, EffectKind, Unit};
use domain::event::SessionState;
use domain::fate::{Fate, fate, reversal};
use domain::id::{CampaignId, EffectId, Seq, SessionId};
use domain::ledger::discount as discount_of;
use domain::money::Money;
use domain::session::{CartChanges, Command, Session};
use domain::settlement::{Rollback, Settlement};
use domain::transition::{Given, transition};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::world::{
    effect, item, money, pointers, profile_id, returned, session_discount, session_id, unit_discount, update,
};

const CAMPAIGN: CampaignId = CampaignId(7);

fn written(action: &str, limit: &str, period: &str, entities: &[&str]) -> Written {
    let period = (!period.is_empty()).then(|| period.to_owned());
    let entities = entities.iter().map(|name| (*name).to_owned()).collect();
    Written { action: action.to_owned(), limit: money(limit), period, entities }
}

fn budget(action: &str, limit: &str, period: &str, entities: &[&str]) -> Budget {
    read(&[written(action, limit, period, entities)]).unwrap().remove(0)
}

#[test]
fn a_budget_reads_as_a_sentence() {
    let table = [
        (
            budget("setDiscount", "100.00", "monthly", &["Profile"]),
            "100.00 in discounts a month for each customer",
        ),
        (budget("setDiscount", "20", "", &[]), "20.00 in discounts overall"),
        (budget("setDiscountEffect", "3", "daily", &[]), "3 discounts a day"),
        (budget("addFreeItemEffect", "1", "weekly", &["Session"]), "1 free item a week for each session"),
        (
            budget("setDiscount", "5", "yearly", &["Store", "Profile"]),
            "5.00 in discounts a year for each customer and store",
        ),
        (
            budget("customEffect", "7", "overall", &["Identifier"]),
            "7 custom effects overall for each identifier",
        ),
    ];
    for (budget, words) in table {
        assert_eq!(budget.to_string(), words);
    }
}

#[test]
fn every_field_that_is_wrong_is_named() {
    let good = || written("setDiscount", "1", "daily", &[]);
    let table: Vec<(Vec<Written>, &[&str])> = vec![
        (vec![written("setdiscount", "1", "", &[])], &["/limits/0/action"]),
        (vec![written("awardGiveaway", "1", "", &[])], &["/limits/0/action"]),
        (vec![written("setDiscount", "0", "", &[])], &["/limits/0/limit"]),
        (vec![written("setDiscount", "-5", "", &[])], &["/limits/0/limit"]),
        (vec![written("setDiscount", "1000000000001", "", &[])], &["/limits/0/limit"]),
        (vec![written("setDiscount", "0.0000000000001", "", &[])], &["/limits/0/limit"]),
        (vec![written("setDiscountEffect", "1.5", "", &[])], &["/limits/0/limit"]),
        (vec![written("setDiscount", "1", "hourly", &[])], &["/limits/0/period"]),
        (vec![written("setDiscount", "1", "Daily", &[])], &["/limits/0/period"]),
        (vec![written("setDiscount", "1", "", &["Referral"])], &["/limits/0/entities/0"]),
        (vec![written("setDiscount", "1", "", &["Profile", "Profile"])], &["/limits/0/entities/1"]),
        (vec![written("customEffect", "1", "", &["Store"])], &["/limits/0/entities/0"]),
        (vec![good(), good()], &["/limits/1"]),
        (vec![good(); 51], &["/limits"]),
        (
            vec![good(), written("x", "1", "y", &["z"])],
            &["/limits/1/action", "/limits/1/period", "/limits/1/entities/0"],
        ),
    ];
    for (written, expected) in table {
        assert_eq!(pointers(&read(&written).unwrap_err()), expected, "{written:?}");
    }
    let other = written("setDiscount", "1", "weekly", &[]);
    let per_customer = written("setDiscount", "1", "daily", &["Profile"]);
    assert_eq!(read(&[good(), other, per_customer]).unwrap().len(), 3, "they differ in period or entity");
}

fn purse(budgets: &[(Budget, &str)]) -> Purse {
    let mut purse = Purse::new();
    for (budget, used) in budgets {
        purse.add(CAMPAIGN, budget.clone(), Ok(money(used)));
    }
    purse
}

fn discount(value: &str) -> EffectKind {
    session_discount(value).kind
}

fn free_item() -> EffectKind {
    EffectKind::AddFreeItem { sku: "mug".to_owned(), name: "Mug".to_owned(), desired_quantity: None }
}

#[test]
fn a_purse_gives_until_a_budget_is_used_up() {
    let mut purse = purse(&[
        (budget("setDiscount", "20", "", &[]), "5"),
        (budget("setDiscountEffect", "2", "daily", &[]), "0"),
        (budget("addFreeItemEffect", "1", "", &[]), "0"),
    ]);
    let left = |purse: &Purse, action| purse.remaining(CAMPAIGN, action).unwrap().unwrap().amount;
    let refused = "the budget of 20.00 in discounts overall has 15.00 left, and the rule asks for 15.01";
    assert_eq!(purse.take(CAMPAIGN, &discount("15.01")).unwrap_err().to_string(), refused);
    assert_eq!(left(&purse, Action::SetDiscountEffect), money("2"), "what is refused takes nothing at all");

    purse.take(CAMPAIGN, &discount("10")).unwrap();
    assert_eq!(left(&purse, Action::SetDiscount), money("5"));
    purse.take(CAMPAIGN, &discount("5")).unwrap();
    let refused = "the budget of 20.00 in discounts overall has 0.00 left, and the rule asks for 0.01";
    assert_eq!(purse.take(CAMPAIGN, &discount("0.01")).unwrap_err().to_string(), refused);
    let refused = "the budget of 2 discounts a day has 0 left, and the rule asks for 1";
    assert_eq!(purse.take(CAMPAIGN, &discount("0")).unwrap_err().to_string(), refused);

    purse.put_back(CAMPAIGN, &discount("5"));
    purse.take(CAMPAIGN, &discount("4.5")).unwrap();
    purse.take(CAMPAIGN, &free_item()).unwrap();
    assert!(purse.take(CAMPAIGN, &free_item()).is_err());
    purse.take(CampaignId(8), &discount("1000")).unwrap();
    assert_eq!(purse.remaining(CAMPAIGN, Action::CustomEffect), Ok(None), "nothing limits custom effects");
}

#[test]
fn nothing_is_given_when_there_is_nobody_to_count_by() {
    let mut purse = Purse::new();
    purse.add(CAMPAIGN, budget("setDiscount", "20", "", &["Profile"]), Err(Entity::Profile));
    let refused = "the budget of 20.00 in discounts overall for each customer cannot be counted, because there is no customer here";
    assert_eq!(purse.take(CAMPAIGN, &discount("1")).unwrap_err().to_string(), refused);
    assert_eq!(purse.take(CAMPAIGN, &free_item()), Ok(()), "the budget does not limit free items");
}

#[test]
fn a_session_is_counted_by_every_code_and_identifier_it_carries() {
    let changes = CartChanges {
        coupon_codes: Some(vec!["A".to_owned(), "B".to_owned(), "A".to_owned()]),
        identifiers: Some(vec!["ip".to_owned()]),
        ..CartChanges::default()
    };
    let session = crate::world::after(vec![update(SessionState::Open, changes)]).unwrap();
    let ana = profile_id("ana");
    let subject = Subject { session: Some(&session), profile: Some(&ana) };
    let entities = |names: &[&str]| {
        let budget = budget("setDiscount", "1", "", names);
        let keys = counters(CAMPAIGN, &budget, Span::OVERALL, &subject);
        keys.map(|keys| keys.into_iter().map(|key| key.entity.replace('\n', ", ")).collect::<Vec<_>>())
    };
    assert_eq!(entities(&[]), Ok(vec![String::new()]));
    assert_eq!(entities(&["Profile"]), Ok(vec!["Profile=ana".to_owned()]));
    let both = ["Coupon=A, Identifier=ip", "Coupon=B, Identifier=ip"];
    assert_eq!(entities(&["Coupon", "Identifier"]), Ok(both.map(str::to_owned).to_vec()));
    assert_eq!(entities(&["Profile", "Store"]), Err(Entity::Store));
}

/// A shop with a held clock whose every close asks for discounts and free items under three budgets.
struct Shop {
    now: Timestamp,
    budgets: Vec<Budget>,
    counters: BTreeMap<CounterKey, Counter>,
    sessions: BTreeMap<SessionId, (Session, Vec<Effect>, Vec<Spent>)>,
}

impl Shop {
    fn new() -> Self {
        let budgets = vec![
            budget("setDiscount", "30", "monthly", &[]),
            budget("setDiscountEffect", "12", "weekly", &[]),
            budget("setDiscount", "17.5", "", &["Session"]),
            budget("addFreeItemEffect", "4", "daily", &[]),
        ];
        let now = "2026-12-30T20:00:00Z".parse().unwrap();
        Self { now, budgets, counters: BTreeMap::new(), sessions: BTreeMap::new() }
    }

    fn ask(&mut self, id: &SessionId, command: Command) {
        let (before, granted, spent) = self
            .sessions
            .remove(id)
            .map_or_else(Default::default, |(session, granted, spent)| (Some(session), granted, spent));
        let given = Given { now: self.now, first_session: true };
        let Ok(done) = transition(before.clone(), id, command, &given) else {
            if let Some(session) = before {
                self.sessions.insert(id.clone(), (session, granted, spent));
            }
            return;
        };
        let (granted, spent) = match &done.settlement {
            Settlement::Commit => self.close(&done.session),
            Settlement::Preview | Settlement::Nothing => (granted, spent),
            Settlement::GiveBack(share) => {
                let (gone, left): (Vec<_>, Vec<_>) =
                    granted.into_iter().partition(|one| fate(&one.kind, share) == Fate::TakenBack);
                let rollbacks: Vec<Rollback> = gone.iter().map(rollback_of).collect();
                let back = give_back(share, &spent, &rollbacks);
                for (key, amount) in &back {
                    let counter = self.counters.entry(key.clone()).or_default();
                    *counter = counter.give_back(*amount);
                }
                let rest = spent.into_iter().map(|one| {
                    let returned = back.get(&one.counter).copied().unwrap_or_default();
                    Spent { amount: one.amount - returned, ..one }
                });
                (left, rest.filter(|one| !one.amount.is_zero()).collect())
            }
        };
        self.sessions.insert(id.clone(), (done.session, granted, spent));
    }

    /// Asks for a discount on the session and on each unit, and for a free item; gives what can be afforded.
    fn close(&mut self, session: &Session) -> (Vec<Effect>, Vec<Spent>) {
        let subject = Subject { session: Some(session), profile: None };
        let mut purse = Purse::new();
        let mut keys = Vec::new();
        for budget in &self.budgets {
            let span = Span::of(budget.period, self.now, &TimeZone::get("Europe/Berlin").unwrap());
            for key in counters(CAMPAIGN, budget, span, &subject).unwrap() {
                let used = self.counters.get(&key).copied().unwrap_or_default().used;
                purse.add(CAMPAIGN, budget.clone(), Ok(used));
                keys.push((key, budget.action));
            }
        }
        let share = |unit: Unit| unit_discount(unit, Money::ONE / Money::from(unit.position + 3));
        let mut wanted: Vec<Effect> = domain::cart::units(session.cart()).map(share).collect();
        wanted.extend([session_discount("2.5"), effect(free_item())]);
        wanted.retain(|effect| purse.take(CAMPAIGN, &effect.kind).is_ok());
        let spent = spend(&wanted, &keys);
        for one in &spent {
            let budget = self.budgets.iter().find(|budget| budget.key() == one.counter.budget).unwrap();
            let counter = self.counters.entry(one.counter.clone()).or_default();
            *counter = counter.take(one.amount, budget.limit).expect("the purse afforded it");
        }
        (wanted, spent)
    }

    fn check(&self) {
        for (key, counter) in &self.counters {
            let spent = self.sessions.values().flat_map(|(_, _, spent)| spent);
            let own = spent.filter(|spent| spent.counter == *key).map(|spent| spent.amount);
            assert_eq!(counter.used, own.sum::<Decimal>(), "{key:?}");
            assert!(counter.used >= Decimal::ZERO && counter.used <= counter.bound, "{key:?} {counter:?}");
        }
        for (session, _, spent) in self.sessions.values() {
            let paid = matches!(session.state(), SessionState::Closed | SessionState::PartiallyReturned);
            assert!(paid || spent.is_empty(), "what is not paid for takes from no budget");
        }
    }
}

fn rollback_of(granted: &Effect) -> Rollback {
    let effect = effect(reversal(&granted.kind, discount_of(granted)).unwrap());
    Rollback { of: EffectId { seq: Seq(1), place: 0 }, effect, is_whole: true }
}

fn any_command() -> impl Strategy<Value = Command> {
    let items = prop::collection::vec((1_u32..5).prop_map(|quantity| item("a", quantity, "10")), 0..4);
    let changes = move |items| CartChanges { items, ..CartChanges::default() };
    prop_oneof![
        4 => prop::option::of(items.clone()).prop_map(move |items| update(SessionState::Closed, changes(items))),
        2 => prop::option::of(items).prop_map(move |items| update(SessionState::Open, changes(items))),
        3 => (0_u32..3, 1_u32..4).prop_map(|(position, quantity)| Command::Return(vec![returned(Some(position), None, Some(quantity))])),
        1 => Just(Command::Reopen),
        2 => Just(update(SessionState::Cancelled, CartChanges::default())),
    ]
}

proptest! {
    #[test]
    fn counters_are_what_sessions_took_after_any_story(
        story in prop::collection::vec((0_u8..4, 0_i64..30, any_command()), 1..60),
    ) {
        let mut shop = Shop::new();
        for (number, hours, command) in story {
            shop.now = Timestamp::from_second(shop.now.as_second() + hours * 3_600).unwrap();
            let id = SessionId::parse(&format!("order-{number}"), "/id").unwrap();
            shop.ask(&id, command);
            shop.check();
        }
    }
}

#[test]
fn a_return_in_the_new_year_goes_back_into_the_old_one() {
    let mut shop = Shop::new();
    shop.budgets = vec![budget("setDiscount", "30", "yearly", &[])];
    let items = Some(vec![item("lamp", 3, "10")]);
    shop.ask(&session_id(), update(SessionState::Closed, CartChanges { items, ..CartChanges::default() }));
    let old = shop.counters.keys().next().unwrap().clone();
    assert_eq!(old.since, Span::of(Some(Period::Yearly), shop.now, &TimeZone::UTC).since);
    assert_eq!(shop.counters[&old].used, money("3.499999999999"), "a third for each of three lamps, and 2.5");

    shop.now = "2027-01-02T10:00:00Z".parse().unwrap();
    shop.ask(&session_id(), Command::Return(vec![returned(Some(0), None, Some(1))]));
    assert_eq!(shop.counters.len(), 1, "no counter of the new year was touched");
    shop.ask(&session_id(), update(SessionState::Cancelled, CartChanges::default()));
    assert_eq!(shop.counters[&old].used, Decimal::ZERO);
}
