//! How far a long piece of work is, and the wish to stop it. Shared by whoever does it and whoever watches.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use crate::refusal::Refusal;

/// How much is done between two looks at the wish to stop.
const STRIDE: u32 = 500;

/// The progress of one piece of work.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicU32,
    total: AtomicU32,
    is_stopped: AtomicBool,
}

impl Progress {
    /// Work that nobody watches.
    pub fn unwatched() -> std::sync::Arc<Self> {
        std::sync::Arc::default()
    }

    /// How many of how many are done; of 0 while nothing was begun.
    pub fn seen(&self) -> (u32, u32) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }

    /// Asks the work to stop. It ends soon, and nothing of it is kept.
    pub fn stop(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
    }

    /// Whether somebody asked to stop.
    pub fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::Relaxed)
    }

    /// Notes how much there is to do.
    pub(crate) fn begin(&self, total: u32) {
        self.done.store(0, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
    }

    /// Notes that `done` are done.
    ///
    /// # Errors
    /// `Stopped` when somebody asked to stop.
    pub(crate) fn note(&self, done: u32) -> Result<(), Refusal> {
        if !done.is_multiple_of(STRIDE) {
            return Ok(());
        }
        self.done.store(done, Ordering::Relaxed);
        if self.is_stopped.load(Ordering::Relaxed) { Err(Refusal::Stopped) } else { Ok(()) }
    }

    /// Notes that `done` are done and tells whether somebody asked to stop: for work whose parts are kept one by one.
    pub(crate) fn reach(&self, done: u32) -> bool {
        self.done.store(done, Ordering::Relaxed);
        self.is_stopped()
    }
}
