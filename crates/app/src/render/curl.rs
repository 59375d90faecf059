//! A request as the call that makes it on the vendor's Integration API, to be pasted into a terminal.
//!
//! Source of methods and paths: the vendor's Integration API reference. Address and key are placeholders, since the
//! workspace knows neither.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::line::{self, Line};

/// Where the call goes, as the vendor's own example writes it.
const ADDRESS: &str = "https://mycompany.europe-west1.talon.one";
/// What stands where the key belongs.
const KEY: &str = "YOUR_API_KEY";
/// An id is one segment of the path: everything but the unreserved characters is written in percent form.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The call for `request`, a line as the journal keeps it: one command for a POSIX shell over several lines. `None` for
/// a request the Integration API has no call for, such as a saved campaign.
pub fn call(request: &str) -> Option<String> {
    let line: Line = serde_json::from_str(request).ok()?;
    let id = line.id.as_ref().and_then(|id| serde_json::from_str::<String>(id.text()).ok());
    let (method, path) = route(&line.op, id.as_deref())?;
    let mut lines = vec![
        format!("curl -X {method} {}", quoted(&format!("{ADDRESS}{path}{}", query(&line)))),
        format!("-H {}", quoted(&format!("Authorization: ApiKey-v1 {KEY}"))),
    ];
    if let Some(body) = &line.body {
        lines.push(format!("-H {}", quoted("Content-Type: application/json")));
        lines.push(format!("-d {}", quoted(body.text())));
    }
    Some(lines.join(" \\\n  "))
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
