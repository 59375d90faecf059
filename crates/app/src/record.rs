//! The one way a decision is made and remembered: evaluate, settle, keep, log. Every operation that makes an event
//! ends here.

use domain::effect::{Effect, EffectKind, Unit};
use domain::event::{Event, EventType, SessionState};
use domain::id::ProfileId;
use domain::profile::Profile;
use domain::session::{Phase, Session};
use domain::settlement::{CounterChange, Settlement};
use domain::transition::Transition;
use domain::value::Attributes;
use jiff::Timestamp;
use rust_decimal::Decimal;
use store::Entry;

use crate::books::Books;
use crate::decide::{Choice, Decision, Scene, decide};
use crate::line::Line;
use crate::operation::Moment;
use crate::outcome::{Numbers, Outcome};
use crate::refusal::Refusal;
use crate::{redemption, render};

/// Something that is about to happen.
#[derive(Debug)]
pub struct Happening {
    /// The events it becomes, in order; never empty.
    pub types: Vec<EventType>,
    /// The session afterwards.
    pub session: Option<Session>,
    /// The customer.
    pub profile: Option<ProfileId>,
    /// A custom event's attributes.
    pub attributes: Attributes,
    /// What it does to discounts and counters.
    pub settlement: Settlement,
    /// The request as received.
    pub line: Line,
    /// Which campaigns are asked, and how.
    pub choice: Choice,
    /// What a tester should know.
    pub notes: Vec<String>,
}

impl Happening {
    /// A move of a session.
    pub fn of(moved: Transition, line: Line) -> Self {
        Self {
            types: vec![EventType::BuiltIn(moved.event)],
            profile: moved.session.profile.clone(),
            session: Some(moved.session),
            settlement: moved.settlement,
            ..Self::without_session(line)
        }
    }

    /// Something without a session, still without events.
    pub fn without_session(line: Line) -> Self {
        Self {
            types: Vec::new(),
            session: None,
            profile: None,
            attributes: Attributes::new(),
            settlement: Settlement::Preview,
            line,
            choice: Choice::default(),
            notes: Vec::new(),
        }
    }

    /// The session's state afterwards.
    pub fn state(&self) -> Option<SessionState> {
        self.session.as_ref().map(Session::state)
    }
}

/// A profile as it is when it is first named.
pub fn new_profile(id: &ProfileId, now: Timestamp) -> Profile {
    Profile {
        id: id.clone(),
        created: now,
        last_activity: now,
        closed_sessions: 0,
        total_sales: Decimal::ZERO,
        attributes: Attributes::new(),
    }
}

/// Evaluates, settles, keeps and logs `happening`.
///
/// # Errors
/// When the workspace cannot be read or written.
pub fn record(moment: &Moment<'_>, happening: Happening) -> Result<Outcome, Refusal> {
    let Happening { types, mut session, profile, attributes, settlement, line, choice, notes } = happening;
    let mut profile = match profile {
        Some(id) => Some(moment.tx.profile(&id)?.unwrap_or_else(|| new_profile(&id, moment.now))),
        None => None,
    };
    let events = types.into_iter().map(|event_type| Event {
        seq: None,
        at: moment.now,
        event_type,
        profile: profile.as_ref().map(|profile| profile.id.clone()),
        session: session.as_ref().map(|session| session.id.clone()),
        attributes: attributes.clone(),
    });
    let mut events: Vec<Event> = events.collect();
    let scene = Scene {
        events: &events,
        session: session.as_ref(),
        profile: profile.as_ref(),
        settlement: &settlement,
    };
    let Decision { granted, created, again, trace, budgets } = decide(moment, scene, &choice)?;
    update_attributes(&granted, session.as_mut(), profile.as_mut());

    let (after, event) = (session.as_ref(), events.first());
    let mut books = Books::settle(moment.tx, after, event, profile.as_ref(), &settlement, (granted, again))?;

    if let Some(profile) = &mut profile {
        profile.last_activity = moment.now;
        if let Some(session) = &session {
            CounterChange::of(&settlement, session).apply(profile);
        }
        moment.tx.put_profile(profile)?;
    }
    if let Some(session) = &session {
        let total = domain::cart::totals(session.cart()).total;
        moment.tx.put_session(session, total, books.discount())?;
    }
    let redeemer = session.as_ref().and_then(|session| session.profile.as_ref());
    redemption::count(moment.tx, redeemer, &settlement, &books.effects)?;
    log(moment, &mut events, &line, session.as_ref(), profile.as_ref(), &books.effects, &trace.to_json()?)?;
    let own = session.as_ref().filter(|_| is_own(&events));
    books.refund(budgets.settle(moment.tx, own, &settlement, (&books.effects, &books.rollbacks))?);
    let seq = events.last().and_then(|event| event.seq);
    books.enter(moment.tx, seq, session.as_ref(), &settlement)?;
    let house = moment.house.clone();
    let Books { effects, stands, turn, .. } = books;
    let numbers = Numbers::of(moment.tx, session.as_ref(), profile.as_ref())?;
    Ok(Outcome {
        house,
        dry: moment.dry,
        events,
        session,
        profile,
        numbers,
        effects,
        standing: stands,
        turn,
        trace,
        created,
        notes,
    })
}

/// Whether the request is one of its session's own moves, and not about something else that happened in it.
fn is_own(events: &[Event]) -> bool {
    matches!(events.first(), Some(Event { event_type: EventType::BuiltIn(_), .. }))
}

/// Attribute updates hold from now on; they survive whatever happens to the session later.
fn update_attributes(
    effects: &[Effect],
    mut session: Option<&mut Session>,
    mut profile: Option<&mut Profile>,
) {
    for effect in effects {
        let EffectKind::UpdateAttribute { path, unit, value } = &effect.kind else {
            continue;
        };
        match (path.split_once(".Attributes."), unit) {
            (Some(("Profile", name)), _) => {
                if let Some(profile) = profile.as_deref_mut() {
                    profile.attributes.insert(name.to_owned(), value.clone());
                }
            }
            (Some(("Session", name)), _) => {
                if let Some(attributes) = session.as_deref_mut().map(session_attributes) {
                    attributes.insert(name.to_owned(), value.clone());
                }
            }
            (Some((_, name)), Some(unit)) => {
                if let Some(attributes) =
                    session.as_deref_mut().and_then(|session| item_attributes(session, *unit))
                {
                    attributes.insert(name.to_owned(), value.clone());
                }
            }
            (Some(_) | None, None) | (None, Some(_)) => {}
        }
    }
}

fn session_attributes(session: &mut Session) -> &mut Attributes {
    &mut cart_mut(session).attributes
}

fn item_attributes(session: &mut Session, unit: Unit) -> Option<&mut Attributes> {
    let position = usize::try_from(unit.position).ok()?;
    cart_mut(session).items.get_mut(position).map(|item| &mut item.attributes)
}

fn cart_mut(session: &mut Session) -> &mut domain::cart::Cart {
    match &mut session.phase {
        Phase::Open(cart) | Phase::Cancelled(cart, _) => cart,
        Phase::Closed(receipt) | Phase::PartiallyReturned(receipt, _) => &mut receipt.cart,
    }
}

fn log(
    moment: &Moment<'_>,
    events: &mut [Event],
    line: &Line,
    session: Option<&Session>,
    profile: Option<&Profile>,
    effects: &[Effect],
    trace: &str,
) -> Result<(), Refusal> {
    let request = line.text();
    let last = events.len().saturating_sub(1);
    for (index, event) in events.iter_mut().enumerate() {
        let is_last = index == last;
        let entry = Entry {
            event,
            op: &line.op,
            source: moment.source,
            request: &request,
            session,
            profile,
            total: session.map(|session| domain::cart::totals(session.cart()).total),
            discount: if is_last { moved_by(effects) } else { Decimal::ZERO },
            rejections: if is_last { rejections(effects) } else { 0 },
            effects: if is_last { effects } else { &[] },
            trace: if is_last { trace } else { "[]" },
        };
        let seq = moment.tx.append(&entry)?;
        event.seq = Some(seq);
    }
    Ok(())
}

/// Codes that were rejected.
fn rejections(effects: &[Effect]) -> u32 {
    let rejected = effects.iter().filter(|effect| matches!(effect.kind, EffectKind::RejectCoupon(_)));
    u32::try_from(rejected.count()).unwrap_or(u32::MAX)
}

/// Discounts given minus discounts taken back.
fn moved_by(effects: &[Effect]) -> Decimal {
    effects
        .iter()
        .filter_map(|effect| render::effect::amount(&effect.kind))
        .fold(Decimal::ZERO, Decimal::saturating_add)
}
