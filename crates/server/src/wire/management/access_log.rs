//! Source: the vendor's `AccessLogEntry`.

use app::call::Call;
use serde::Serialize;

/// A call that came in.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AccessLogEntry {
    uuid: String,
    status: u16,
    method: String,
    request_uri: String,
    time: String,
    request_payload: String,
    response_payload: String,
}

impl From<Call> for AccessLogEntry {
    fn from(call: Call) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let request_uri =
            if call.query.is_empty() { call.path } else { format!("{}?{}", call.path, call.query) };
        Self {
            uuid: call.uuid,
            status: call.status,
            method: call.method,
            request_uri,
            time: call.at.to_string(),
            request_payload: text(&call.request.bytes),
            response_payload: text(&call.response.bytes),
        }
    }
}
