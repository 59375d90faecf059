//! An open workspace: writes go to one thread, reads have connections of their own.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use store::{NewWorkspace, Reader, Store};
use tokio::sync::{broadcast, oneshot};
use tokio::task;

use crate::call::Call;
use crate::clock::Clock;
use crate::house::House;
use crate::operation::Operation;
use crate::refusal::Refusal;
use crate::view::workspace::Stale;
use crate::worker::{Mode, Worker};

/// How many unread news a slow listener may have before it misses some.
const NEWS: usize = 64;

/// A question about the workspace that changes nothing.
pub trait Question: Send + 'static {
    /// What the asker gets.
    type Answer: Send + 'static;

    /// Answers from one consistent state of the workspace.
    ///
    /// # Errors
    /// Why it cannot be answered.
    fn answer(&self, reading: &Reading<'_>) -> Result<Self::Answer, Refusal>;
}

/// What time it is.
struct Now;

impl Question for Now {
    type Answer = jiff::Timestamp;

    fn answer(&self, reading: &Reading<'_>) -> Result<jiff::Timestamp, Refusal> {
        Ok(reading.now)
    }
}

/// What a question is answered from.
#[derive(Debug)]
pub struct Reading<'r> {
    /// A connection that reads.
    pub reader: &'r Reader,
    /// Settings, dictionary and campaigns at this moment.
    pub house: &'r Arc<House>,
    /// The workspace clock.
    pub now: jiff::Timestamp,
    /// The file.
    pub store: &'r Store,
}

/// An open workspace.
#[derive(Debug)]
pub struct Workspace {
    store: Store,
    clock: Clock,
    worker: Worker,
    readers: Arc<Mutex<Vec<Reader>>>,
    house: Arc<Mutex<Option<Arc<House>>>>,
    news: broadcast::Sender<&'static [Stale]>,
}

impl Workspace {
    /// Makes a new workspace file at `path` and opens it.
    ///
    /// # Errors
    /// When a file is there already or cannot be written.
    pub fn create(path: &Path, name: &str, clock: Clock) -> Result<Self, Refusal> {
        let new = NewWorkspace { name: name.to_owned(), created: clock.now() };
        Self::around(Store::create(path, &new)?, clock)
    }

    /// Opens the workspace at `path`.
    ///
    /// # Errors
    /// When there is none, or it cannot be read or written; the file is left as it is.
    pub fn open(path: &Path, clock: Clock) -> Result<Self, Refusal> {
        Self::around(Store::open(path)?, clock)
    }

    fn around(store: Store, clock: Clock) -> Result<Self, Refusal> {
        let (news, _) = broadcast::channel(NEWS);
        let worker = Worker::start(store.writer()?, clock, news.clone());
        let first = store.reader()?;
        Ok(Self {
            store,
            clock,
            worker,
            readers: Arc::new(Mutex::new(vec![first])),
            house: Arc::default(),
            news,
        })
    }

    /// Where the file is.
    pub fn path(&self) -> PathBuf {
        self.store.path().to_owned()
    }

    /// The workspace clock.
    ///
    /// # Errors
    /// When the workspace cannot be read.
    pub fn now(&self) -> Result<jiff::Timestamp, Refusal> {
        self.ask_now(&Now)
    }

    /// Which kinds of data went stale, as it happens, whichever door wrote.
    pub fn listen(&self) -> broadcast::Receiver<&'static [Stale]> {
        self.news.subscribe()
    }

    /// Does `operation` and remembers it or, when `dry`, does it in a transaction that is thrown away. `source` names the
    /// door.
    ///
    /// # Errors
    /// Why it is not done.
    pub async fn perform<O: Operation>(
        &self,
        operation: O,
        source: &str,
        dry: bool,
    ) -> Result<O::Answer, Refusal> {
        self.send(operation, source, dry).await.map_err(|_| Refusal::Closed)?
    }

    /// Does `operation` as if it were `later`, in a transaction that is thrown away.
    ///
    /// # Errors
    /// Why it would not be done, or that the time is not later than the workspace clock.
    pub async fn rehearse_at<O: Operation>(
        &self,
        operation: O,
        source: &str,
        later: jiff::Timestamp,
    ) -> Result<O::Answer, Refusal> {
        let answer = self.worker.send(operation, source.to_owned(), Mode::DryAt(later));
        answer.await.map_err(|_| Refusal::Closed)?
    }

    /// As [`perform`](Self::perform), for callers without a runtime.
    ///
    /// # Errors
    /// Why it is not done.
    pub fn perform_now<O: Operation>(
        &self,
        operation: O,
        source: &str,
        dry: bool,
    ) -> Result<O::Answer, Refusal> {
        self.send(operation, source, dry).blocking_recv().map_err(|_| Refusal::Closed)?
    }

    /// Does many operations at once, without waiting for the disk after each: for samples and imports. All are kept or,
    /// when one is refused, those before it.
    ///
    /// # Errors
    /// Why one was not done.
    pub fn in_bulk(
        &self,
        work: impl FnOnce(&mut crate::worker::Bulk<'_>) -> Result<(), Refusal> + Send + 'static,
    ) -> Result<(), Refusal> {
        self.worker.bulk(work).blocking_recv().map_err(|_| Refusal::Closed)?
    }

    /// When a call came in: by the clock the workspace was opened with, also while the workspace holds its own. What a
    /// program did to this computer is told by the computer's time.
    pub fn arrival(&self) -> jiff::Timestamp {
        self.clock.now()
    }

    /// Notes a call that came in over HTTP and was answered. It is written soon, together with others, and holds up no
    /// request; see [`noted`](Self::noted).
    pub fn note(&self, call: Call) {
        self.worker.note(call.kept());
    }

    /// Waits until every call noted so far can be read.
    pub async fn noted(&self) {
        // A worker that is gone has written everything.
        let _ = self.worker.note_now().await;
    }

    fn send<O: Operation>(
        &self,
        operation: O,
        source: &str,
        dry: bool,
    ) -> oneshot::Receiver<Result<O::Answer, Refusal>> {
        let mode = if dry { Mode::Dry } else { Mode::Keep };
        self.worker.send(operation, source.to_owned(), mode)
    }

    /// Answers `question` without holding up writes or the caller's thread.
    ///
    /// # Errors
    /// Why it cannot be answered.
    pub async fn ask<Q: Question>(&self, question: Q) -> Result<Q::Answer, Refusal> {
        let desk = self.reading_desk();
        task::spawn_blocking(move || desk.answer(&question)).await.map_err(|_| Refusal::Closed)?
    }

    /// As [`ask`](Self::ask), for callers without a runtime.
    ///
    /// # Errors
    /// Why it cannot be answered.
    pub fn ask_now<Q: Question>(&self, question: &Q) -> Result<Q::Answer, Refusal> {
        self.reading_desk().answer(question)
    }

    /// Saves a copy of the whole workspace at `target` while work goes on.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn copy_to(&self, target: &Path) -> Result<(), Refusal> {
        Ok(self.store.copy_to(target)?)
    }

    fn reading_desk(&self) -> ReadingDesk {
        ReadingDesk {
            store: self.store.clone(),
            clock: self.clock,
            readers: Arc::clone(&self.readers),
            house: Arc::clone(&self.house),
        }
    }
}

/// Connections that read, handed out one at a time and taken back.
struct ReadingDesk {
    store: Store,
    clock: Clock,
    readers: Arc<Mutex<Vec<Reader>>>,
    house: Arc<Mutex<Option<Arc<House>>>>,
}

impl ReadingDesk {
    fn answer<Q: Question>(&self, question: &Q) -> Result<Q::Answer, Refusal> {
        let free = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let reader = match free {
            Some(reader) => reader,
            None => self.store.reader()?,
        };
        let answer = reader.snapshot(|reader| {
            let house = self.current_house(reader)?;
            let now = self.clock.reading(house.settings.held_clock);
            question.answer(&Reading { reader, house: &house, now, store: &self.store })
        });
        self.readers.lock().unwrap_or_else(PoisonError::into_inner).push(reader);
        answer
    }

    fn current_house(&self, reader: &Reader) -> Result<Arc<House>, Refusal> {
        let before = self.house.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let house = House::current(reader, before)?;
        *self.house.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&house));
        Ok(house)
    }
}
