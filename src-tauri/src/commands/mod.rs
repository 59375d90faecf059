//! The commands the window may call. Each is `async` and only hands over and awaits: a plain `fn` would block the
//! main thread, and with it the window.

pub mod about;
pub mod campaigns;
pub mod clock;
pub mod coupons;
pub mod crowds;
pub mod dictionary;
pub mod events;
pub mod reports;
pub mod requests;
pub mod server;
pub mod sessions;
pub mod workspace;

use app::refusal::Refusal;
use app::view::workspace::{RefusalCode, RefusalView};

/// The door's name in the journal.
const SOURCE: &str = "window";

/// What every command answers with.
type Answer<T> = Result<T, RefusalView>;

fn shown(refusal: Refusal) -> RefusalView {
    refusal.view()
}

/// A refusal that is about a file and nothing else.
fn file_refusal(message: impl Into<String>) -> RefusalView {
    RefusalView { code: RefusalCode::File, message: message.into(), problems: Vec::new() }
}
