//! Random stories of several sessions and customers. What the counters must be is worked out afresh from the sessions
//! after every step, so that a change wrongly added up would show.

use std::collections::{BTreeMap, BTreeSet};

use domain::cart::{CartItem, units};
use domain::effect::{Effect, EffectKind, Unit};
use domain::event::SessionState;
use domain::id::{ProfileId, SessionId};
use domain::ledger::Ledger;
use domain::money::Money;
use domain::profile::Profile;
use domain::session::{CartChanges, Command, ReturnedItem, Session};
use domain::settlement::{CounterChange, Rollback, Settlement, Share};
use domain::transition::{Given, transition};
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::world::{at, enter, item, profile, profile_id, session_discount, unit_discount, update};

const PROFILES: [&str; 2] = ["ada", "bob"];

/// Closed sessions and total sales of each customer from before, so that nothing is hidden by counters stopping at 0.
const PAST: (u32, i64) = (100, 1_000_000_000);

fn any_item() -> impl Strategy<Value = CartItem> {
    ("[ab]", 1_u32..4, 0_i64..100_000).prop_map(|(sku, quantity, cents)| {
        let mut line = item(&sku, quantity, "0");
        line.price = Decimal::new(cents, 2);
        line
    })
}

fn any_changes() -> impl Strategy<Value = CartChanges> {
    let profile = prop::option::of(prop::option::of(prop::sample::select(PROFILES.to_vec())));
    let items = prop::option::of(prop::collection::vec(any_item(), 0..4));
    let shipping = prop::option::of(0_i64..1_000);
    (profile, items, shipping).prop_map(|(profile, items, shipping)| CartChanges {
        profile: profile.map(|name| name.map(profile_id)),
        items,
        additional_costs: shipping.map(|cents| [("shipping".to_owned(), Decimal::new(cents, 2))].into()),
        ..CartChanges::default()
    })
}

fn any_returned() -> impl Strategy<Value = ReturnedItem> {
    (prop::option::of(0_u32..4), prop::option::of("[abc]"), prop::option::of(0_u32..4))
        .prop_map(|(position, sku, quantity)| ReturnedItem { position, sku, quantity })
}

fn any_command() -> impl Strategy<Value = Command> {
    prop_oneof![
        4 => (prop::sample::select(SessionState::ALL.to_vec()), any_changes()).prop_map(|(to, changes)| update(to, changes)),
        2 => any_changes().prop_map(|changes| update(SessionState::Closed, changes)),
        3 => prop::collection::vec(any_returned(), 0..3).prop_map(Command::Return),
        1 => Just(Command::Reopen),
    ]
}

#[derive(Default)]
struct Shop {
    sessions: BTreeMap<SessionId, Session>,
    ledgers: BTreeMap<SessionId, Ledger>,
    events: u64,
    profiles: BTreeMap<ProfileId, Profile>,
}

impl Shop {
    fn new() -> Self {
        let with_past =
            |name| Profile { closed_sessions: PAST.0, total_sales: PAST.1.into(), ..profile(name) };
        let profiles = PROFILES.map(|name| (profile_id(name), with_past(name))).into();
        Self { profiles, ..Self::default() }
    }

    fn ask(&mut self, id: &SessionId, command: Command) {
        let given = Given { now: at(1), first_session: true };
        let Ok(done) = transition(self.sessions.get(id).cloned(), id, command, &given) else {
            return;
        };
        let owner = done.session.profile.as_ref().and_then(|id| self.profiles.get_mut(id));
        if let Some(owner) = owner {
            CounterChange::of(&done.settlement, &done.session).apply(owner);
        }
        let ledger = self.ledgers.entry(id.clone()).or_default();
        let expected = expected_units(&done.settlement, &ledger.standing());
        let share = |unit: Unit| unit_discount(unit, Decimal::new(i64::from(unit.position) + 1, 1));
        let granted = match done.settlement {
            Settlement::Commit => {
                let each = units(done.session.cart()).map(share);
                [session_discount("2.5")].into_iter().chain(each).collect()
            }
            Settlement::Preview | Settlement::GiveBack(_) | Settlement::Nothing => vec![],
        };
        self.events += 1;
        let taken_back = enter(ledger, self.events, &done, granted);
        assert_eq!(rolled_back_units(&taken_back), expected);
        for rollback in &taken_back {
            let line = ledger.line(rollback.of).unwrap();
            assert_eq!(
                discounted_unit(&line.effect.kind),
                rolled_back_unit(rollback),
                "a pair is of one unit"
            );
            assert!(!line.stands());
        }
        self.sessions.insert(id.clone(), done.session);
    }

    fn check(&self) {
        for profile in self.profiles.values() {
            let own = self.sessions.values().filter(|session| session.profile.as_ref() == Some(&profile.id));
            let paid: Vec<Money> = own.filter_map(kept_price).collect();
            assert_eq!((profile.closed_sessions - PAST.0) as usize, paid.len());
            assert_eq!(profile.total_sales - Decimal::from(PAST.1), paid.into_iter().sum::<Money>());
        }
        for (id, ledger) in &self.ledgers {
            assert_eq!(ledger.check(), Ok(()));
            assert_eq!(standing_units(ledger), self.kept_units(id), "one discount stands per unit kept");
        }
    }

    /// The units of a paid session that were not brought back.
    fn kept_units(&self, id: &SessionId) -> BTreeSet<Unit> {
        match self.sessions.get(id) {
            Some(session) if is_paid(session) => units(session.cart())
                .filter(|unit| unit.sub_position >= session.returned(unit.position))
                .collect(),
            Some(_) | None => BTreeSet::new(),
        }
    }
}

fn is_paid(session: &Session) -> bool {
    matches!(session.state(), SessionState::Closed | SessionState::PartiallyReturned)
}

/// What the customer has paid and not got back, before discounts.
fn kept_price(session: &Session) -> Option<Money> {
    let lines = (0_u32..).zip(&session.cart().items);
    let items: Money = lines
        .map(|(position, line)| line.price * Decimal::from(line.quantity - session.returned(position)))
        .sum();
    let costs: Money = session.cart().additional_costs.values().sum();
    is_paid(session).then_some(items + costs)
}

fn standing_units(ledger: &Ledger) -> BTreeSet<Unit> {
    ledger.standing().iter().filter_map(|effect| discounted_unit(&effect.kind)).collect()
}

fn discounted_unit(kind: &EffectKind) -> Option<Unit> {
    if let EffectKind::SetDiscountPerItem { unit, .. } = kind { Some(*unit) } else { None }
}

/// `None` stands for the discount on the session.
fn rolled_back_units(rollbacks: &[Rollback]) -> Vec<Option<Unit>> {
    rollbacks.iter().map(rolled_back_unit).collect()
}

fn rolled_back_unit(rollback: &Rollback) -> Option<Unit> {
    let EffectKind::RollbackDiscount { unit, .. } = &rollback.effect.kind else {
        panic!("not a rollback: {rollback:?}")
    };
    *unit
}

fn expected_units(settlement: &Settlement, standing: &[Effect]) -> Vec<Option<Unit>> {
    match settlement {
        Settlement::Preview | Settlement::Commit | Settlement::Nothing => vec![],
        Settlement::GiveBack(Share::Units(units)) => units.iter().copied().map(Some).collect(),
        Settlement::GiveBack(Share::Rest) => {
            standing.iter().map(|effect| discounted_unit(&effect.kind)).collect()
        }
    }
}

proptest! {
    #[test]
    fn counters_and_ledgers_agree_with_the_sessions(story in prop::collection::vec((0_u8..3, any_command()), 1..40)) {
        let mut shop = Shop::new();
        for (number, command) in story {
            let id = SessionId::parse(&format!("order-{number}"), "/id").unwrap();
            shop.ask(&id, command);
            shop.check();
        }
    }
}
