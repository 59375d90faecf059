//! Calls over HTTP on the screen.

use store::{Call, CallRow};

use super::curl::{self, Place};
use crate::view::call::{BodyView, CallOutcome, CallRowView, CallView};

/// One call in the table.
pub fn row(row: &CallRow) -> CallRowView {
    CallRowView {
        id: row.id.to_string(),
        uuid: row.uuid.clone(),
        at: row.at.to_string(),
        method: row.method.clone(),
        path: row.path.clone(),
        query: row.query.clone(),
        status: row.status.into(),
        outcome: outcome(row.status),
        duration_us: row.duration_us,
        user_agent: row.user_agent.clone(),
        scheme: row.scheme.clone(),
        fault: row.fault.clone(),
        event: row.event.map(|seq| seq.0.to_string()),
    }
}

fn outcome(status: u16) -> CallOutcome {
    match status {
        0 => CallOutcome::Dropped,
        1..=399 => CallOutcome::Answered,
        400.. => CallOutcome::Refused,
    }
}

/// One call in full.
pub fn view(call: &Call, place: &Place) -> CallView {
    let request = body(&call.request, call.row.request_size);
    CallView {
        curl: (!request.cut).then(|| curl::repeat(&call.row, &request.text, place)),
        row: row(&call.row),
        request,
        response: body(&call.response, call.row.response_size),
    }
}

/// Text of bytes that were not UTF-8 is longer than they were: that is not a cut.
fn body(text: &str, size: u32) -> BodyView {
    BodyView { text: text.to_owned(), size, cut: (size as usize) > text.len() }
}
