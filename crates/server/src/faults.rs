//! Faults on purpose: a client under test meets a slow, busy, failing or vanishing vendor. Nothing is stored by a call
//! that meets one, unless it is only answered late.

use std::io;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use app::view::server::{FaultKind, FaultView};
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body::Frame;

use crate::access_log::{Dropped, Met};

/// The most faults at a time.
pub const MOST_FAULTS: usize = 20;
/// The longest delay, in milliseconds.
pub const LONGEST_DELAY_MS: u32 = 60_000;
/// The longest part of a path, in characters.
const LONGEST_PATH: usize = 200;
/// How many seconds a client is told to wait after a 429.
const RETRY_AFTER: &str = "1";

/// The faults of a server; they can be changed while it answers.
#[derive(Debug, Clone, Default)]
pub struct Faults(Arc<RwLock<Arc<[Fault]>>>);

#[derive(Debug)]
struct Fault {
    view: FaultView,
    /// Hundredths of a call that were due to meet it and have not.
    due: AtomicU32,
}

impl Fault {
    /// Of a hundred calls exactly `share` meet the fault, spread evenly: the same calls in the same order every time.
    fn is_met(&self, path: &str) -> bool {
        if !self.view.on || !path.contains(&self.view.path) {
            return false;
        }
        let share = self.view.share;
        let next = |due: u32| Some((due + share) % 100);
        let before = self.due.fetch_update(Ordering::Relaxed, Ordering::Relaxed, next).unwrap_or_default();
        before + share >= 100
    }
}

impl Faults {
    /// As they are now.
    pub fn view(&self) -> Vec<FaultView> {
        self.now().iter().map(|fault| fault.view.clone()).collect()
    }

    /// Puts these in place of those before.
    ///
    /// # Errors
    /// Which of them cannot be, by pointer, and what would be right.
    pub fn set(&self, views: Vec<FaultView>) -> Result<(), (String, String)> {
        check(&views)?;
        let faults = views.into_iter().map(|view| Fault { view, due: AtomicU32::new(0) }).collect();
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = faults;
        Ok(())
    }

    fn now(&self) -> Arc<[Fault]> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Every fault a call meets, in order; a delay does not keep it from the others.
    fn met(&self, path: &str) -> Vec<FaultView> {
        self.now().iter().filter(|fault| fault.is_met(path)).map(|fault| fault.view.clone()).collect()
    }
}

fn check(views: &[FaultView]) -> Result<(), (String, String)> {
    if views.len() > MOST_FAULTS {
        return Err(("/faults".to_owned(), format!("At most {MOST_FAULTS} faults can be there at a time.")));
    }
    for (index, view) in views.iter().enumerate() {
        let refuse = |field: &str, why: String| Err((format!("/faults/{index}/{field}"), why));
        if !(1..=100).contains(&view.share) {
            return refuse("share", "The share is a whole number from 1 to 100.".to_owned());
        }
        if view.delay_ms > LONGEST_DELAY_MS {
            return refuse("delayMs", format!("An answer can be late by at most {LONGEST_DELAY_MS} ms."));
        }
        if view.path.chars().count() > LONGEST_PATH {
            return refuse("path", format!("A part of a path has at most {LONGEST_PATH} characters."));
        }
    }
    Ok(())
}

/// Lets the call meet its faults, and answers it otherwise.
pub async fn meet(State(faults): State<Faults>, request: Request, next: Next) -> Response {
    let mut words = Vec::new();
    for fault in faults.met(request.uri().path()) {
        words.push(named(&fault));
        if fault.kind == FaultKind::Delay {
            tokio::time::sleep(Duration::from_millis(fault.delay_ms.into())).await;
        } else {
            return told(failed(fault.kind, request.uri().path()), &words);
        }
    }
    told(next.run(request).await, &words)
}

fn told(mut response: Response, words: &[String]) -> Response {
    if !words.is_empty() {
        response.extensions_mut().insert(Met(words.join(", then ")));
    }
    response
}

fn named(fault: &FaultView) -> String {
    match fault.kind {
        FaultKind::Delay => format!("answered {} ms late", fault.delay_ms),
        FaultKind::Conflict => "refused with 409".to_owned(),
        FaultKind::TooMany => "refused with 429".to_owned(),
        FaultKind::Failure => "failed with 500".to_owned(),
        FaultKind::Drop => "the connection was dropped".to_owned(),
    }
}

/// What stands in place of the answer.
///
/// Source of the 409: the vendor's description of parallel requests.
fn failed(kind: FaultKind, path: &str) -> Response {
    let thing = if path.contains("customer_sessions") { "session" } else { "profile" };
    match kind {
        FaultKind::Conflict => refused(
            StatusCode::CONFLICT,
            &format!("Too many requests are updating this {thing} at the same time"),
        ),
        FaultKind::TooMany => {
            let answer = refused(StatusCode::TOO_MANY_REQUESTS, "Too many requests");
            ([(header::RETRY_AFTER, RETRY_AFTER)], answer).into_response()
        }
        FaultKind::Failure => refused(StatusCode::INTERNAL_SERVER_ERROR, "Internal server error"),
        FaultKind::Drop | FaultKind::Delay => {
            let mut answer = Response::new(Body::new(Severed));
            answer.extensions_mut().insert(Dropped);
            answer
        }
    }
}

fn refused(status: StatusCode, message: &str) -> Response {
    let body = serde_json::json!({ "message": message, "errors": [], "StatusCode": status.as_u16() });
    (status, axum::Json(body)).into_response()
}

/// A body that breaks before its first byte: the connection is closed, and the head of the answer is never sent.
struct Severed;

impl http_body::Body for Severed {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        let why = io::Error::new(io::ErrorKind::ConnectionAborted, "dropped on purpose");
        std::task::Poll::Ready(Some(Err(why)))
    }
}

#[cfg(test)]
mod tests {
    use app::view::server::{FaultKind, FaultView};

    use super::Faults;

    fn fault(share: u32, path: &str) -> FaultView {
        FaultView { kind: FaultKind::Conflict, path: path.to_owned(), share, delay_ms: 0, on: true }
    }

    fn met_of(faults: &Faults, calls: usize, path: &str) -> Vec<usize> {
        (1..=calls).filter(|_| !faults.met(path).is_empty()).collect::<Vec<_>>()
    }

    #[test]
    fn a_share_of_the_calls_meets_a_fault_spread_evenly_and_the_same_every_time() {
        for (share, expected) in [(100, vec![1, 2, 3, 4]), (50, vec![2, 4]), (25, vec![4]), (1, vec![])] {
            let faults = Faults::default();
            faults.set(vec![fault(share, "")]).unwrap();
            assert_eq!(met_of(&faults, 4, "/v2/events"), expected, "{share} %");
        }
        let faults = Faults::default();
        faults.set(vec![fault(33, "")]).unwrap();
        assert_eq!(met_of(&faults, 300, "/v2/events").len(), 99, "exactly 33 of each hundred");
    }

    #[test]
    fn only_calls_whose_path_holds_the_text_meet_it_and_only_while_it_is_on() {
        let faults = Faults::default();
        faults.set(vec![fault(100, "customer_sessions")]).unwrap();
        assert_eq!(met_of(&faults, 1, "/v2/customer_sessions/s1"), [1]);
        assert!(met_of(&faults, 1, "/v2/events").is_empty());
        faults.set(vec![FaultView { on: false, ..fault(100, "") }]).unwrap();
        assert!(met_of(&faults, 1, "/v2/events").is_empty());
    }

    #[test]
    fn faults_that_cannot_be_are_refused_by_their_field_and_the_others_stay() {
        let faults = Faults::default();
        faults.set(vec![fault(10, "")]).unwrap();
        for (wrong, field) in [
            (fault(0, ""), "/faults/1/share"),
            (fault(101, ""), "/faults/1/share"),
            (FaultView { delay_ms: 60_001, ..fault(10, "") }, "/faults/1/delayMs"),
            (fault(10, &"x".repeat(201)), "/faults/1/path"),
        ] {
            assert_eq!(faults.set(vec![fault(10, ""), wrong]).unwrap_err().0, field);
        }
        assert_eq!(faults.set(vec![fault(10, ""); 21]).unwrap_err().0, "/faults");
        assert_eq!(faults.view(), [fault(10, "")]);
    }
}
