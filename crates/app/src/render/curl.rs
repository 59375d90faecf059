//! A request as the call that makes it on the vendor's Integration API, to be pasted into a terminal.
//!
//! Source of methods and paths: the vendor's Integration API reference. Address and key are placeholders, since the
//! workspace knows neither.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use store::CallRow;

use crate::json::Json;
use crate::line::{self, Line};

/// Where the call goes, as the vendor's own example writes it.
const ADDRESS: &str = "https://mycompany.europe-west1.talon.one";
/// What stands where the key belongs.
const KEY: &str = "YOUR_API_KEY";
/// An id is one segment of the path: everything but the unreserved characters is written in percent form.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Where a call that came in is repeated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The server's address without a slash at the end, such as `http://127.0.0.1:4310`.
    pub address: String,
    /// The key of the server. Without one a placeholder stands there.
    pub key: Option<String>,
}

/// The call that came in as `row` with `body`, as one command for a POSIX shell over several lines.
pub fn repeat(row: &CallRow, body: &str, place: &Place) -> String {
    let query = if row.query.is_empty() { String::new() } else { format!("?{}", row.query) };
    let address = format!("{}{}{query}", place.address, row.path);
    let key = place.key.as_deref().unwrap_or(KEY);
    let authorization = (!row.scheme.is_empty()).then(|| format!("Authorization: {} {key}", row.scheme));
    command(&row.method, &address, authorization, Some(body).filter(|body| !body.is_empty()))
}

/// The call for `request`, a line as the journal keeps it: one command for a POSIX shell over several lines. `None` for
/// a request the Integration API has no call for, such as a saved campaign.
pub fn call(request: &str) -> Option<String> {
    let line: Line = serde_json::from_str(request).ok()?;
    let id = line.id.as_ref().and_then(|id| serde_json::from_str::<String>(id.text()).ok());
    let (method, path) = route(&line.op, id.as_deref())?;
    let address = format!("{ADDRESS}{path}{}", query(&line));
    let authorization = Some(format!("Authorization: ApiKey-v1 {KEY}"));
    Some(command(method, &address, authorization, line.body.as_ref().map(Json::text)))
}

/// A first call for somebody who has just switched the server on: it makes a session of one item.
pub fn first(address: &str, key: &str) -> String {
    let body =
        r#"{"customerSession":{"cartItems":[{"sku":"SKU-1","name":"Cup","quantity":1,"price":12.5}]}}"#;
    let authorization = Some(format!("Authorization: ApiKey-v1 {key}"));
    command("PUT", &format!("{address}/v2/customer_sessions/my-first-call"), authorization, Some(body))
}

fn command(method: &str, address: &str, authorization: Option<String>, body: Option<&str>) -> String {
    let is_plain = method.chars().all(|letter| letter.is_ascii_alphanumeric());
    let method = if is_plain { method.to_owned() } else { quoted(method) };
    let mut lines = vec![format!("curl -X {method} {}", quoted(address))];
    lines.extend(authorization.map(|header| format!("-H {}", quoted(&header))));
    if let Some(body) = body {
        lines.push(format!("-H {}", quoted("Content-Type: application/json")));
        // A body that begins with an @ would be taken for the name of a file.
        let flag = if body.starts_with('@') { "--data-raw" } else { "-d" };
        lines.push(format!("{flag} {}", quoted(body)));
    }
    lines.join(" \\\n  ")
}

fn route(op: &str, id: Option<&str>) -> Option<(&'static str, String)> {
    let segment = |id| utf8_percent_encode(id, SEGMENT);
    Some(match (op, id) {
        (line::UPDATE_SESSION, Some(id)) => ("PUT", format!("/v2/customer_sessions/{}", segment(id))),
        (line::RETURN_ITEMS, Some(id)) => ("POST", format!("/v2/customer_sessions/{}/returns", segment(id))),
        (line::REOPEN_SESSION, Some(id)) => ("PUT", format!("/v2/customer_sessions/{}/reopen", segment(id))),
        (line::UPDATE_PROFILE, Some(id)) => ("PUT", format!("/v2/customer_profiles/{}", segment(id))),
        (line::TRACK_EVENT, _) => ("POST", "/v2/events".to_owned()),
        (_, _) => return None,
    })
}

fn query(line: &Line) -> String {
    let flags = [("dry", line.query.dry), ("runRuleEngine", line.query.run_rule_engine)];
    let given: Vec<String> =
        flags.iter().filter_map(|(name, flag)| flag.map(|flag| format!("{name}={flag}"))).collect();
    if given.is_empty() { String::new() } else { format!("?{}", given.join("&")) }
}

/// One word for a POSIX shell: inside single quotes nothing but the single quote itself has a meaning.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}
