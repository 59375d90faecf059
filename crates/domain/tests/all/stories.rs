//! Every story of up to seven moves, step by step beside a model that knows only numbers.

use domain::event::{BuiltIn, SessionState};
use domain::ledger::{Ledger, discount};
use domain::moves::Ask;
use domain::profile::Profile;
use domain::refusal::Refusal;
use domain::session::{CartChanges, Command, Session};
use domain::settlement::{CounterChange, Settlement};

use crate::world::{
    enter, money, profile, returned, session_discount, shopping, step, unit, unit_discount, update,
};

const LONGEST_STORY: u32 = 7;

/// Closed sessions and total sales of the customer from before, so that nothing is hidden by counters stopping at 0.
const PAST: (u32, u32) = (5, 1_000);

/// The session of the model: lamps (2 × 10), a mug (5) and shipping (3), of which lamps come back one at a time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Model {
    None,
    Open,
    Closed,
    Returned { lamps: u32 },
    Cancelled,
}

#[derive(PartialEq, Eq, Debug)]
enum Answer {
    Event(&'static str),
    NoSuchMove,
    NoLampLeft,
}

impl Model {
    fn ask(self, ask: Ask) -> Result<(Self, &'static str), Answer> {
        match (self, ask) {
            (Self::None, Ask::Open) => Ok((Self::Open, "talon_session_created")),
            (Self::None, Ask::Close) => Ok((Self::Closed, "talon_session_created")),
            (Self::Open, Ask::Open) => Ok((Self::Open, "talon_session_updated")),
            (Self::Open, Ask::Close) => Ok((Self::Closed, "talon_session_closed")),
            (Self::Open, Ask::Cancel) => Ok((Self::Cancelled, "talon_session_cancelled")),
            (Self::Closed | Self::Returned { .. }, Ask::Cancel) => {
                Ok((Self::Cancelled, "talon_session_revoked"))
            }
            (Self::Closed, Ask::Reopen) => Ok((Self::Open, "talon_session_reopened")),
            (Self::Closed, Ask::Return) => {
                Ok((Self::Returned { lamps: 1 }, "talon_session_partially_returned"))
            }
            (Self::Returned { lamps: 1 }, Ask::Return) => {
                Ok((Self::Returned { lamps: 2 }, "talon_session_partially_returned"))
            }
            (Self::Returned { .. }, Ask::Return) => Err(Answer::NoLampLeft),
            _ => Err(Answer::NoSuchMove),
        }
    }

    fn state(self) -> Option<SessionState> {
        match self {
            Self::None => None,
            Self::Open => Some(SessionState::Open),
            Self::Closed => Some(SessionState::Closed),
            Self::Returned { .. } => Some(SessionState::PartiallyReturned),
            Self::Cancelled => Some(SessionState::Cancelled),
        }
    }

    /// Closed sessions, total sales, and the discounts that stand: 4 on the session and 1 on each of three units.
    fn numbers(self) -> (u32, u32, u32) {
        match self {
            Self::None | Self::Open | Self::Cancelled => (0, 0, 0),
            Self::Closed => (1, 28, 7),
            Self::Returned { lamps } => (1, 28 - 10 * lamps, 7 - lamps),
        }
    }
}

/// What the engine has stored.
#[derive(Clone)]
struct Engine {
    session: Option<Session>,
    profile: Profile,
    ledger: Ledger,
    events: u64,
}

impl Engine {
    fn ask(&mut self, command: Command) -> Result<BuiltIn, Refusal> {
        let done = step(self.session.clone(), command)?;
        CounterChange::of(&done.settlement, &done.session).apply(&mut self.profile);
        self.events += 1;
        let granted = match done.settlement {
            Settlement::Commit => {
                let units = [unit(0, 0), unit(0, 1), unit(1, 0)].map(|unit| unit_discount(unit, money("1")));
                [session_discount("4")].into_iter().chain(units).collect()
            }
            Settlement::Preview | Settlement::GiveBack(_) | Settlement::Nothing => vec![],
        };
        enter(&mut self.ledger, self.events, &done, granted);
        self.session = Some(done.session);
        Ok(done.event)
    }
}

fn command(ask: Ask, is_new: bool) -> Command {
    let changes = if is_new { shopping() } else { CartChanges::default() };
    match ask {
        Ask::Return => Command::Return(vec![returned(Some(0), None, Some(1))]),
        Ask::Reopen => Command::Reopen,
        Ask::Open | Ask::Close | Ask::Cancel | Ask::MarkReturned => update(ask.target(), changes),
    }
}

/// Goes on from here by every ask, and returns how many steps were compared.
fn tell(engine: &Engine, model: Model, stored: u32, moves_left: u32, story: &mut Vec<Ask>) -> u64 {
    if moves_left == 0 {
        return 0;
    }
    let mut steps = 0;
    for ask in Ask::ALL {
        story.push(ask);
        let mut next = engine.clone();
        let answer = match next.ask(command(ask, engine.session.is_none())) {
            Ok(event) => Answer::Event(event.name()),
            Err(Refusal::Move { .. }) => Answer::NoSuchMove,
            Err(Refusal::Invalid(_) | Refusal::NotFound { .. }) => Answer::NoLampLeft,
        };
        let (after, expected, stored_after) = match model.ask(ask) {
            Ok((after, event)) => (after, Answer::Event(event), stored + 1),
            Err(refused) => (model, refused, stored),
        };
        assert_eq!(answer, expected, "{story:?}");
        compare(&next, after, stored_after, story);
        steps += 1 + tell(&next, after, stored_after, moves_left - 1, story);
        story.pop();
    }
    steps
}

fn compare(engine: &Engine, model: Model, stored: u32, story: &[Ask]) {
    assert_eq!(engine.session.as_ref().map(Session::state), model.state(), "{story:?}");
    assert_eq!(engine.session.as_ref().map_or(0, |session| session.update_count), stored, "{story:?}");
    let (closed, sales, standing_total) = model.numbers();
    let counters = (engine.profile.closed_sessions, engine.profile.total_sales);
    assert_eq!(counters, (PAST.0 + closed, (PAST.1 + sales).into()), "{story:?}");
    let stands: domain::money::Money = engine.ledger.standing().iter().map(discount).sum();
    assert_eq!(stands, standing_total.into(), "{story:?}");
    assert_eq!(engine.ledger.check(), Ok(()), "{story:?}");
}

#[test]
fn every_story_of_up_to_seven_moves() {
    let profile = Profile { closed_sessions: PAST.0, total_sales: PAST.1.into(), ..profile("ada") };
    let engine = Engine { session: None, profile, ledger: Ledger::default(), events: 0 };
    let steps = tell(&engine, Model::None, 0, LONGEST_STORY, &mut Vec::new());
    let all: u64 = (1..=LONGEST_STORY).map(|length| 6_u64.pow(length)).sum();
    assert_eq!(steps, all);
}
