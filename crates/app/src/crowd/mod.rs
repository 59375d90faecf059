//! Made-up crowds: many customers of several kinds, whose journeys go through the same operations as everything else.
//!
//! What a crowd does is marked as made up wherever it shows: its events have the source [`SOURCE`], its customers and
//! sessions have ids that begin with [`PREFIX`]. The same seed in the same workspace at the same time gives the same
//! crowd.

mod customer;
mod draw;
mod offer;
mod persona;

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;
use std::sync::mpsc;

use domain::refusal::{Problem, ProblemKind, Problems};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::apply::Move;
use crate::outcome::Outcome;
use crate::progress::Progress;
use crate::refusal::Refusal;
use crate::worker::Bulk;
use crate::workspace::{Question, Reading, Workspace};
use customer::Customer;
use offer::{Offer, OfferOf};

/// The door's name in the journal.
pub const SOURCE: &str = "crowd";
/// What the ids of made-up customers and sessions begin with.
pub const PREFIX: &str = "crowd-";
/// The most customers of one crowd. Our own limit.
pub const MOST_CUSTOMERS: u32 = 1_000_000;
/// The most days a crowd is spread over. Our own limit.
pub const MOST_DAYS: u32 = 3_650;
/// Requests done in one piece of bulk work; other requests get their turn in between.
const PIECE: usize = 2_000;
/// In how many parts the time that passes is told to whoever watches.
const PARTS: u32 = 10_000;

/// A crowd as asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CrowdRequest {
    /// How many customers, 1 to [`MOST_CUSTOMERS`].
    pub customers: u32,
    /// Over how many days before the workspace clock, 1 to [`MOST_DAYS`].
    pub days: u32,
    /// Decides everything that is drawn by lot.
    pub seed: u32,
}

/// What a crowd did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CrowdView {
    /// Events logged.
    pub events: u32,
    /// Requests that were refused, as those of real customers are; nothing of them was stored.
    pub refused: u32,
    /// Why the first of them was.
    pub first_refusal: Option<String>,
    /// Somebody stopped it; what had happened by then is in the log, which is never erased.
    pub stopped: bool,
}

/// Lets a crowd loose in `workspace` and waits until it has gone home.
///
/// # Errors
/// Numbers out of bounds; a seed whose crowd was here already; the store's.
pub fn gather(
    workspace: &Workspace,
    request: CrowdRequest,
    progress: &Arc<Progress>,
) -> Result<CrowdView, Refusal> {
    check(request)?;
    workspace.ask_now(&IsNew { seed: request.seed })?;
    let offer = workspace.ask_now(&OfferOf)?;
    let mut crowd = Crowd::new(request, offer, workspace.now()?)?;
    progress.begin(PARTS);
    loop {
        let (back, returned) = mpsc::channel();
        let watched = Arc::clone(progress);
        workspace.in_bulk(move |bulk| {
            let done = crowd.go_on(bulk, &watched);
            // The asker waits for it below.
            let _ = back.send(crowd);
            done
        })?;
        crowd = returned.recv().map_err(|_| Refusal::Closed)?;
        if crowd.seen.stopped || crowd.waiting.is_empty() {
            return Ok(crowd.seen);
        }
    }
}

/// The events made-up customers made.
pub fn its_events() -> store::EventFilter {
    store::EventFilter { sources: vec![SOURCE.to_owned()], ..store::EventFilter::default() }
}

fn check(request: CrowdRequest) -> Result<(), Refusal> {
    let mut problems = Problems::new();
    for (field, number, most) in
        [("/customers", request.customers, MOST_CUSTOMERS), ("/days", request.days, MOST_DAYS)]
    {
        if number == 0 || number > most {
            let details = format!("{number} is not possible; choose a number from 1 to {most}.");
            problems.push(Problem::new(field, ProblemKind::Limit, details));
        }
    }
    problems.none_or(()).map_err(Refusal::from)
}

/// Refuses a seed whose customers are there already: they would be the same people again.
struct IsNew {
    seed: u32,
}

impl Question for IsNew {
    type Answer = ();

    fn answer(&self, reading: &Reading<'_>) -> Result<(), Refusal> {
        let prefix = format!("{PREFIX}{}-", self.seed);
        let found = reading.reader.profiles(&prefix, None, 1)?;
        if found.rows.iter().any(|profile| profile.id.as_str().starts_with(&prefix)) {
            let details = format!("The crowd of seed {} is here already; choose another seed.", self.seed);
            return Err(Refusal::field("/seed", ProblemKind::Taken, details));
        }
        Ok(())
    }
}

/// A crowd on its way.
#[derive(Debug)]
struct Crowd {
    offer: Offer,
    customers: Vec<Customer>,
    /// Who acts next: time, then place in `customers`.
    waiting: BinaryHeap<Reverse<(Timestamp, usize)>>,
    start: Timestamp,
    end: Timestamp,
    seen: CrowdView,
}

impl Crowd {
    fn new(request: CrowdRequest, offer: Offer, now: Timestamp) -> Result<Self, Refusal> {
        let span = SignedDuration::from_hours(24 * i64::from(request.days));
        let start = now.checked_sub(span).map_err(|_| {
            let details = "The workspace clock has not so many days behind it; choose fewer.";
            Refusal::field("/days", ProblemKind::Limit, details)
        })?;
        let seed = u64::from(request.seed);
        let customers: Vec<_> =
            (1..=request.customers).map(|number| Customer::new(seed, number, start, span)).collect();
        let waiting =
            customers.iter().enumerate().map(|(place, customer)| Reverse((customer.next, place))).collect();
        Ok(Self { offer, customers, waiting, start, end: now, seen: CrowdView::default() })
    }

    /// Does the next requests, in order of time.
    fn go_on(&mut self, bulk: &mut Bulk<'_>, progress: &Progress) -> Result<(), Refusal> {
        bulk.group(|bulk| {
            for _ in 0..PIECE {
                let Some(Reverse((at, place))) = self.waiting.pop() else { break };
                if at >= self.end {
                    self.waiting.clear();
                    break;
                }
                self.act(bulk, at, place)?;
                if progress.reach(self.part(at)) {
                    self.seen.stopped = true;
                    break;
                }
            }
            Ok(())
        })
    }

    fn act(&mut self, bulk: &mut Bulk<'_>, at: Timestamp, place: usize) -> Result<(), Refusal> {
        let Some(customer) = self.customers.get_mut(place) else { return Ok(()) };
        if let Some(request) = customer.request(&self.offer) {
            match perform(bulk, &request, at) {
                Ok(outcome) => {
                    let events = u32::try_from(outcome.events.len()).unwrap_or(u32::MAX);
                    self.seen.events = self.seen.events.saturating_add(events);
                }
                Err(refusal) if is_an_answer(&refusal) => {
                    self.seen.refused += 1;
                    self.seen.first_refusal.get_or_insert_with(|| said(&refusal));
                }
                Err(refusal) => return Err(refusal),
            }
        }
        if customer.go_on() {
            self.waiting.push(Reverse((customer.next, place)));
        }
        Ok(())
    }

    /// How much of the time has passed, of [`PARTS`].
    fn part(&self, at: Timestamp) -> u32 {
        let share = |until: Timestamp| i128::from(until.as_microsecond() - self.start.as_microsecond());
        let part = share(at) * i128::from(PARTS) / share(self.end).max(1);
        u32::try_from(part).unwrap_or(PARTS)
    }
}

/// A refusal of the house is what a customer may meet; anything else is about the file.
fn is_an_answer(refusal: &Refusal) -> bool {
    match refusal {
        Refusal::Domain(_) | Refusal::NoFreeCode { .. } => true,
        Refusal::Rules(_)
        | Refusal::Store(_)
        | Refusal::Ledger { .. }
        | Refusal::Export { .. }
        | Refusal::Query { .. }
        | Refusal::Stopped
        | Refusal::Closed => false,
    }
}

fn said(refusal: &Refusal) -> String {
    let problems = refusal.problems();
    problems.first().map_or_else(|| refusal.to_string(), |first| first.message.clone())
}

fn perform(bulk: &mut Bulk<'_>, request: &Move, at: Timestamp) -> Result<Outcome, Refusal> {
    match request {
        Move::UpdateSession(ask) => bulk.perform(ask, at, SOURCE),
        Move::ReturnItems(ask) => bulk.perform(ask, at, SOURCE),
        Move::ReopenSession(ask) => bulk.perform(ask, at, SOURCE),
        Move::TrackEvent(ask) => bulk.perform(ask, at, SOURCE),
        Move::UpdateProfile(ask) => bulk.perform(ask, at, SOURCE),
    }
}
