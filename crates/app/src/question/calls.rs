//! Calls over HTTP: pages and one in full, for people; the vendor's access log, for programs.

use domain::id::Seq;
use domain::refusal::{Problem, ProblemKind};
use jiff::Timestamp;
use regex::RegexBuilder;
use store::{CallFilter, CallRow, Reader};

use super::{count, read_cursor};
use crate::call::{Body, Call};
use crate::json::shorten;
use crate::refusal::Refusal;
use crate::render::call;
use crate::render::curl::Place;
use crate::view::call::{CallFilterView, CallOutcome, CallPage, CallView};
use crate::workspace::{Question, Reading};

/// A page of calls, the newest first.
#[derive(Debug, Clone)]
pub struct Calls {
    /// Which.
    pub filter: CallFilterView,
    /// Where the page before ended.
    pub after: Option<String>,
    /// At most 500.
    pub limit: u32,
}

impl Question for Calls {
    type Answer = CallPage;

    fn answer(&self, reading: &Reading<'_>) -> Result<CallPage, Refusal> {
        let filter = read_filter(&self.filter)?;
        let before = read_cursor(self.after.as_deref())?;
        let page = reading.reader.calls(&filter, |_| true, before, self.limit)?;
        Ok(CallPage {
            rows: page.rows.iter().map(call::row).collect(),
            next: page.next.map(|id| id.to_string()),
            total: count(reading.reader.call_count(&filter)?),
        })
    }
}

fn read_filter(view: &CallFilterView) -> Result<CallFilter, Refusal> {
    let filled = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let (status_from, status_until) = match view.outcome {
        None => (None, None),
        Some(CallOutcome::Answered) => (Some(1), Some(399)),
        Some(CallOutcome::Refused) => (Some(400), None),
        Some(CallOutcome::Dropped) => (None, Some(0)),
    };
    let event =
        filled(&view.event).map(|seq| seq.parse().map(Seq).map_err(|_| Refusal::not_found("event", seq)));
    Ok(CallFilter {
        method: filled(&view.method),
        status_from,
        status_until,
        text: view.text.clone().unwrap_or_default(),
        event: event.transpose()?,
        ..CallFilter::default()
    })
}

/// One call in full, and how it would be repeated at `place`.
#[derive(Debug, Clone)]
pub struct OneCall {
    /// Its place in the list.
    pub id: String,
    /// Where the server is, and its key.
    pub place: Place,
}

impl Question for OneCall {
    type Answer = CallView;

    fn answer(&self, reading: &Reading<'_>) -> Result<CallView, Refusal> {
        Ok(call::view(&find(reading.reader, &self.id)?, &self.place))
    }
}

/// One call as the door noted it.
#[derive(Debug, Clone)]
pub struct NotedCall {
    /// Its place in the list.
    pub id: String,
}

impl Question for NotedCall {
    type Answer = Call;

    fn answer(&self, reading: &Reading<'_>) -> Result<Call, Refusal> {
        find(reading.reader, &self.id).map(noted)
    }
}

fn find(reader: &Reader, id: &str) -> Result<store::Call, Refusal> {
    let number = id.parse().map_err(|_| Refusal::not_found("request", id))?;
    reader.call(number)?.ok_or_else(|| Refusal::not_found("request", id))
}

fn noted(call: store::Call) -> Call {
    let body = |text: String, size: u32| Body { bytes: text.into_bytes(), size: size as usize };
    let row = call.row;
    Call {
        uuid: row.uuid,
        at: row.at,
        method: row.method,
        path: row.path,
        query: row.query,
        status: row.status,
        duration_us: row.duration_us,
        user_agent: row.user_agent,
        scheme: row.scheme,
        fault: row.fault,
        event: row.event.map(|seq| seq.0),
        request: body(call.request, row.request_size),
        response: body(call.response, row.response_size),
    }
}

/// The vendor's access log: calls of a time with their bodies, the oldest first unless asked otherwise.
///
/// Source of the filters: the vendor's `getAccessLogsWithoutTotalCount`.
#[derive(Debug, Clone, Default)]
pub struct AccessLog {
    /// At or after.
    pub from: Option<Timestamp>,
    /// Before.
    pub until: Option<Timestamp>,
    /// A regular expression the path matches somewhere.
    pub path: Option<String>,
    /// In capitals.
    pub method: Option<String>,
    /// Only answers below 400 (`true`), or only the others.
    pub success: Option<bool>,
    /// Only where this text is in the path or in a body.
    pub text: String,
    /// How many calls are left out at the beginning.
    pub skip: u32,
    /// How many calls there are at most.
    pub most: u32,
    /// The newest first.
    pub newest_first: bool,
}

impl Question for AccessLog {
    /// The calls, and whether there are more.
    type Answer = (Vec<Call>, bool);

    fn answer(&self, reading: &Reading<'_>) -> Result<Self::Answer, Refusal> {
        let path = self.path.as_deref().map(read_pattern).transpose()?;
        let keep = |row: &CallRow| path.as_ref().is_none_or(|path| path.is_match(&row.path));
        let filter = CallFilter {
            method: self.method.clone(),
            status_from: self.success.map(|is_wanted| if is_wanted { 1 } else { 400 }),
            status_until: self.success.and_then(|is_wanted| is_wanted.then_some(399)),
            from: self.from,
            until: self.until,
            text: self.text.clone(),
            event: None,
            oldest_first: !self.newest_first,
        };
        let wanted = self.skip.saturating_add(self.most);
        let (mut calls, mut seen, mut before) = (Vec::new(), 0, None);
        loop {
            let page = reading.reader.calls(&filter, keep, before, wanted - seen)?;
            for row in &page.rows {
                if seen >= self.skip {
                    calls.extend(reading.reader.call(row.id)?.map(noted));
                }
                seen += 1;
            }
            before = page.next;
            if before.is_none() || seen >= wanted {
                return Ok((calls, before.is_some()));
            }
        }
    }
}

/// A regular expression of a program: it runs in linear time, and may not grow beyond a limit.
fn read_pattern(pattern: &str) -> Result<regex::Regex, Problem> {
    const LARGEST: usize = 256 * 1024;
    RegexBuilder::new(pattern).size_limit(LARGEST).dfa_size_limit(LARGEST).build().map_err(|_| {
        let details = format!("\"{}\" is not a regular expression that can be used.", shorten(pattern));
        Problem::new("/path", ProblemKind::Format, details)
    })
}
