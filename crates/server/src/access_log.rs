//! Every call is noted: what was asked, what was answered, how long it took. Refused calls too, and never a key.
//!
//! The note is handed over when the answer has been sent, so nobody waits for it.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use app::call::{Body as Noted, Call, LARGEST_BODY};
use app::workspace::Workspace;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body::{Frame, SizeHint};

use crate::spoken::Refused;

/// Bytes a request may have. Our own limit.
pub const LARGEST_REQUEST: usize = 2_000_000;
/// How long the body of a request may take.
const LONGEST_READING: Duration = Duration::from_secs(30);
/// The header an answer tells the call's name in.
pub const REQUEST_ID: &str = "x-request-id";

/// What a route says about the call it answered: the place of the last event it made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made(pub u64);

/// What the fault switch says about the call: what it met, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met(pub String);

/// Says of an answer that no status reaches the caller: the connection is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dropped;

/// Notes the call around everything else.
pub async fn note(State(workspace): State<Arc<Workspace>>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let mut call = begin(&workspace, request.method().as_str(), request.uri(), request.headers());
    let (parts, body) = request.into_parts();
    let response = match read(body).await {
        Ok(bytes) => {
            call.request = kept(&bytes);
            answer(parts, bytes, next).await
        }
        Err(refused) => refused.into_response(),
    };
    tell(workspace, call, begun, response)
}

async fn answer(parts: Parts, bytes: Bytes, next: Next) -> Response {
    next.run(Request::from_parts(parts, Body::from(bytes))).await
}

fn begin(workspace: &Workspace, method: &str, uri: &axum::http::Uri, headers: &HeaderMap) -> Call {
    let text =
        |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok()).unwrap_or_default();
    Call {
        uuid: uuid::Uuid::now_v7().to_string(),
        at: workspace.arrival(),
        method: method.to_owned(),
        path: uri.path().to_owned(),
        query: uri.query().unwrap_or_default().to_owned(),
        user_agent: text(header::USER_AGENT).to_owned(),
        scheme: scheme(text(header::AUTHORIZATION)).to_owned(),
        ..Call::default()
    }
}

/// The kind of key, when it is one of the vendor's: anything else might be the key itself.
fn scheme(authorization: &str) -> &'static str {
    let named = authorization.split_whitespace().next().unwrap_or_default();
    ["ApiKey-v1", "ManagementKey-v1", "Bearer"].into_iter().find(|known| *known == named).unwrap_or_default()
}

/// The body of a request, when it is not too large and comes to its end.
async fn read(body: Body) -> Result<Bytes, Refused> {
    match tokio::time::timeout(LONGEST_READING, axum::body::to_bytes(body, LARGEST_REQUEST)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(_)) => Err(Refused::too_large(LARGEST_REQUEST)),
        Err(_) => Err(Refused::too_slow()),
    }
}

/// The beginning of a body, as much as is kept.
fn kept(bytes: &Bytes) -> Noted {
    Noted { bytes: bytes.iter().take(LARGEST_BODY).copied().collect(), size: bytes.len() }
}

/// The answer, which hands the note over when it was sent, or when the caller has gone.
fn tell(workspace: Arc<Workspace>, mut call: Call, begun: Instant, response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    call.duration_us = u32::try_from(begun.elapsed().as_micros()).unwrap_or(u32::MAX);
    call.status = if parts.extensions.get::<Dropped>().is_some() { 0 } else { parts.status.as_u16() };
    call.event = parts.extensions.get::<Made>().map(|made| made.0);
    call.fault = parts.extensions.remove::<Met>().map(|met| met.0).unwrap_or_default();
    if let Ok(name) = HeaderValue::from_str(&call.uuid) {
        parts.headers.insert(REQUEST_ID, name);
    }
    Response::from_parts(parts, Body::new(Told { body, note: Note { workspace, call } }))
}

/// Hands the call over when it is dropped.
struct Note {
    workspace: Arc<Workspace>,
    call: Call,
}

impl Drop for Note {
    fn drop(&mut self) {
        self.workspace.note(std::mem::take(&mut self.call));
    }
}

/// A body that is noted as it passes.
struct Told {
    body: Body,
    note: Note,
}

impl http_body::Body for Told {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let frame = Pin::new(&mut self.body).poll_frame(context);
        if let Poll::Ready(Some(Ok(frame))) = &frame
            && let Some(data) = frame.data_ref()
        {
            let response = &mut self.note.call.response;
            let room = LARGEST_BODY.saturating_sub(response.bytes.len());
            response.bytes.extend(data.iter().take(room));
            response.size += data.len();
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
