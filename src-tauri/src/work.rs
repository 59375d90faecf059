//! Long work the window watches and can stop: one of a kind at a time.

use std::sync::{Arc, Mutex, PoisonError};

use app::progress::Progress;

/// The work of one kind that goes on now, or was the last.
#[derive(Debug, Default)]
struct Watched(Mutex<Arc<Progress>>);

impl Watched {
    fn begin(&self) -> Arc<Progress> {
        let fresh = Arc::<Progress>::default();
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&fresh);
        fresh
    }

    fn current(&self) -> Arc<Progress> {
        Arc::clone(&self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Names a kind of work.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident),+) => {$(
        $(#[$doc])*
        #[derive(Debug, Default)]
        pub struct $name(Watched);

        impl $name {
            /// Work that begins now.
            pub fn begin(&self) -> Arc<Progress> {
                self.0.begin()
            }

            /// The work that goes on now, or was the last.
            pub fn current(&self) -> Arc<Progress> {
                self.0.current()
            }
        }
    )+};
}

kinds!(
    /// The writing of a report.
    ReportWork,
    /// The gathering of a crowd.
    CrowdWork
);
