//! The writer thread: one request after the other, each in one transaction. The clock is read here and nowhere else.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use domain::refusal::ProblemKind;
use jiff::Timestamp;
use store::{Call, Tx, Writer};
use tokio::sync::{broadcast, oneshot};

use crate::clock::Clock;
use crate::house::House;
use crate::operation::{Moment, Operation};
use crate::refusal::Refusal;
use crate::view::workspace::Stale;

/// Whether the transaction is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Committed, and on the disk before it is answered.
    Keep,
    /// Thrown away.
    Dry,
    /// Thrown away, as if it were this later time.
    DryAt(Timestamp),
}

/// After a pause of this length, calls that wait to be noted are noted.
const PAUSE: Duration = Duration::from_millis(40);
/// How long a call waits at most while requests follow each other without a pause.
const LONGEST_WAIT: Duration = Duration::from_millis(500);
/// How many calls wait at most.
const MOST_WAITING: usize = 256;

type Job = Box<dyn FnOnce(&mut Bench) + Send>;

/// The handle of the writer thread. The thread ends when the last handle is gone and its jobs are done.
#[derive(Debug)]
pub struct Worker {
    jobs: Option<Sender<Job>>,
    thread: Option<thread::JoinHandle<()>>,
}

/// What the writer thread works at.
struct Bench {
    writer: Writer,
    clock: Clock,
    house: Option<Arc<House>>,
    news: broadcast::Sender<&'static [Stale]>,
    waiting: Waiting,
}

/// Calls that were answered and are not noted yet: they are noted together, in the pauses between requests, so that no
/// request waits for the note of another.
#[derive(Default)]
struct Waiting {
    calls: Vec<Call>,
    since: Option<Instant>,
}

impl Waiting {
    fn add(&mut self, call: Call) {
        self.since.get_or_insert_with(Instant::now);
        self.calls.push(call);
    }

    fn is_due(&self) -> bool {
        self.calls.len() >= MOST_WAITING || self.since.is_some_and(|since| since.elapsed() >= LONGEST_WAIT)
    }
}

impl Worker {
    /// Starts the thread.
    pub fn start(writer: Writer, clock: Clock, news: broadcast::Sender<&'static [Stale]>) -> Self {
        let (jobs, inbox) = mpsc::channel::<Job>();
        let mut bench = Bench { writer, clock, house: None, news, waiting: Waiting::default() };
        let thread = thread::spawn(move || {
            while let Some(job) = bench.next(&inbox) {
                // A defect in one request undoes its transaction and must not take the requests after it along.
                if catch_unwind(AssertUnwindSafe(|| job(&mut bench))).is_err() {
                    bench.house = None;
                    tracing::error!("a request ended by a defect; nothing of it was stored");
                }
            }
            bench.note_calls();
        });
        Self { jobs: Some(jobs), thread: Some(thread) }
    }

    /// Hands over `operation`; the answer comes through the receiver, which is closed when the worker is gone.
    pub fn send<O: Operation>(
        &self,
        operation: O,
        source: String,
        mode: Mode,
    ) -> oneshot::Receiver<Result<O::Answer, Refusal>> {
        let (reply, answer) = oneshot::channel();
        self.hand_over(Box::new(move |bench| {
            // The asker may have gone away; what was done stays done.
            let _ = reply.send(bench.carry_out(&operation, &source, mode));
        }));
        answer
    }

    /// Hands over many operations at once.
    pub fn bulk(
        &self,
        work: impl FnOnce(&mut Bulk<'_>) -> Result<(), Refusal> + Send + 'static,
    ) -> oneshot::Receiver<Result<(), Refusal>> {
        let (reply, answer) = oneshot::channel();
        self.hand_over(Box::new(move |bench| {
            let _ = reply.send(bench.carry_out_all(work));
        }));
        answer
    }

    /// Hands over a call that was answered, to be noted when there is time.
    pub fn note(&self, call: Call) {
        self.hand_over(Box::new(move |bench| bench.waiting.add(call)));
    }

    /// Notes every call that was handed over so far; the receiver hears when that is done.
    pub fn note_now(&self) -> oneshot::Receiver<()> {
        let (reply, done) = oneshot::channel();
        self.hand_over(Box::new(move |bench| {
            bench.note_calls();
            let _ = reply.send(());
        }));
        done
    }

    fn hand_over(&self, job: Job) {
        // A closed inbox drops the job and with it the reply, which the asker sees as a closed workspace.
        if let Some(jobs) = &self.jobs {
            let _ = jobs.send(job);
        }
    }
}

impl Drop for Worker {
    /// Requests under way are finished and the file is left whole.
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the writer thread ended by a defect; what was answered is stored");
        }
    }
}

impl Bench {
    /// The next job; calls that wait are noted before it when nothing else is to be done, or when they waited too long.
    fn next(&mut self, inbox: &Receiver<Job>) -> Option<Job> {
        if self.waiting.calls.is_empty() {
            return inbox.recv().ok();
        }
        if !self.waiting.is_due() {
            match inbox.recv_timeout(PAUSE) {
                Ok(job) => return Some(job),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
        self.note_calls();
        inbox.recv().ok()
    }

    /// A log of calls that cannot be written must not stop the requests: that is said once, and those calls are missing.
    fn note_calls(&mut self) {
        let Waiting { calls, .. } = std::mem::take(&mut self.waiting);
        if calls.is_empty() {
            return;
        }
        let noted = self.writer.write_without_waiting(|tx| tx.append_calls(&calls));
        match noted {
            Ok(()) => drop(self.news.send(&[Stale::Requests])),
            Err(why) => tracing::warn!(%why, calls = calls.len(), "calls could not be noted"),
        }
    }

    fn carry_out<O: Operation>(
        &mut self,
        operation: &O,
        source: &str,
        mode: Mode,
    ) -> Result<O::Answer, Refusal> {
        let clock = self.clock;
        let known = self.house.take();
        let mut seen = None;
        let attempt = |tx: &Tx<'_>| {
            let house = House::current(tx, known)?;
            seen = Some(Arc::clone(&house));
            let now = moment_of(mode, clock.reading(house.settings.held_clock))?;
            operation.run(&Moment { tx, now, clock, source, house: &house, dry: mode != Mode::Keep })
        };
        let answer = match mode {
            Mode::Keep => self.writer.write(attempt),
            Mode::Dry | Mode::DryAt(_) => self.writer.rehearse(attempt),
        };
        self.house = seen;
        if mode == Mode::Keep && answer.is_ok() {
            // Nobody may be listening.
            let _ = self.news.send(O::STALE);
        }
        answer
    }

    fn carry_out_all(
        &mut self,
        work: impl FnOnce(&mut Bulk<'_>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let Self { writer, clock, house, .. } = self;
        let done = writer.bulk(|writer| work(&mut Bulk { writer, clock: *clock, house: house.take() }));
        let _ = self.news.send(&EVERYTHING);
        done
    }
}

/// When a request is done. Source of the bound: the vendor's `now`, which must be in the future.
fn moment_of(mode: Mode, clock: Timestamp) -> Result<Timestamp, Refusal> {
    match mode {
        Mode::Keep | Mode::Dry => Ok(clock),
        Mode::DryAt(later) if later > clock => Ok(later),
        Mode::DryAt(_) => {
            let details = format!("A rehearsal can be for later than now, which is {clock}.");
            Err(Refusal::field("/now", ProblemKind::Limit, details))
        }
    }
}

const EVERYTHING: [Stale; 8] = [
    Stale::Workspace,
    Stale::Dictionary,
    Stale::Campaigns,
    Stale::Coupons,
    Stale::Sessions,
    Stale::Profiles,
    Stale::Events,
    Stale::Requests,
];

/// Many operations in a row, each at a time of its own.
#[derive(Debug)]
pub struct Bulk<'w> {
    writer: &'w mut Writer,
    clock: Clock,
    house: Option<Arc<House>>,
}

impl Bulk<'_> {
    /// Commits everything `work` does at once: much faster than one commit a request. A request that is refused leaves
    /// nothing behind and the others stay.
    ///
    /// # Errors
    /// Those of `work`, and of the store.
    pub fn group(&mut self, work: impl FnOnce(&mut Bulk<'_>) -> Result<(), Refusal>) -> Result<(), Refusal> {
        let (clock, known) = (self.clock, self.house.take());
        self.writer.group(|writer| work(&mut Bulk { writer, clock, house: known }))
    }

    /// Does `operation` as if it were `now`.
    ///
    /// # Errors
    /// Why it was not done.
    pub fn perform<O: Operation>(
        &mut self,
        operation: &O,
        now: Timestamp,
        source: &str,
    ) -> Result<O::Answer, Refusal> {
        let known = self.house.take();
        let clock = self.clock;
        let mut seen = None;
        let answer = self.writer.write(|tx| {
            let house = House::current(tx, known)?;
            seen = Some(Arc::clone(&house));
            operation.run(&Moment { tx, now, clock, source, house: &house, dry: false })
        });
        self.house = seen;
        answer
    }
}
