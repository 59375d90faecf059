//! The writer thread: one request after the other, each in one transaction. The clock is read here and nowhere else.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;

use store::{Tx, Writer};
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
}

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
}

impl Worker {
    /// Starts the thread.
    pub fn start(writer: Writer, clock: Clock, news: broadcast::Sender<&'static [Stale]>) -> Self {
        let (jobs, inbox) = mpsc::channel::<Job>();
        let mut bench = Bench { writer, clock, house: None, news };
        let thread = thread::spawn(move || {
            for job in inbox {
                // A defect in one request undoes its transaction and must not take the requests after it along.
                if catch_unwind(AssertUnwindSafe(|| job(&mut bench))).is_err() {
                    bench.house = None;
                    tracing::error!("a request ended by a defect; nothing of it was stored");
                }
            }
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
            let now = clock.reading(house.settings.held_clock);
            operation.run(&Moment { tx, now, clock, source, house: &house, dry: mode == Mode::Dry })
        };
        let answer = match mode {
            Mode::Keep => self.writer.write(attempt),
            Mode::Dry => self.writer.rehearse(attempt),
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

const EVERYTHING: [Stale; 7] = [
    Stale::Workspace,
    Stale::Dictionary,
    Stale::Campaigns,
    Stale::Coupons,
    Stale::Sessions,
    Stale::Profiles,
    Stale::Events,
];

/// Many operations in a row, each at a time of its own.
#[derive(Debug)]
pub struct Bulk<'w> {
    writer: &'w mut Writer,
    clock: Clock,
    house: Option<Arc<House>>,
}

impl Bulk<'_> {
    /// Does `operation` as if it were `now`.
    ///
    /// # Errors
    /// Why it was not done.
    pub fn perform<O: Operation>(
        &mut self,
        operation: &O,
        now: jiff::Timestamp,
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
