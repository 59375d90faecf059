//! *Get access logs for Application*.

use app::question::calls::AccessLog;
use axum::Json;
use axum::extract::State;

use super::asked::Asked;
use crate::shop::Shop;
use crate::spoken::{Refused, Spoken};
use crate::wire::management::Page;
use crate::wire::management::access_log::AccessLogEntry;

/// The calls of a time.
pub async fn list(State(shop): State<Shop>, asked: Asked) -> Spoken<Page<AccessLogEntry>> {
    let window = asked.window(&["time"])?;
    let (from, until) = (required_time(&asked, "rangeStart")?, required_time(&asked, "rangeEnd")?);
    let method = asked.word("method", &["get", "put", "post", "delete", "patch"])?;
    let status = asked.word("status", &["success", "error"])?;
    let question = AccessLog {
        from: Some(from),
        until: Some(until),
        path: asked.text("path"),
        method: method.map(|method| method.to_uppercase()),
        success: status.map(|status| status == "success"),
        text: String::new(),
        skip: window.skip,
        most: window.most,
        newest_first: window.newest_first,
    };
    // What was answered before this call came in is in the list.
    shop.workspace().noted().await;
    let (calls, has_more) = shop.workspace().ask(question).await.map_err(parameter)?;
    Ok(Json(Page { has_more, data: calls.into_iter().map(AccessLogEntry::from).collect() }))
}

fn required_time(asked: &Asked, name: &str) -> Result<jiff::Timestamp, Refused> {
    let details = "Write a time such as 2026-11-30T09:00:00Z.";
    asked.time(name)?.ok_or_else(|| Refused::parameter(name, "Missing", details))
}

/// A path that is no regular expression is a matter of the query, not of a body.
fn parameter(refusal: app::refusal::Refusal) -> Refused {
    match refusal.problems().into_iter().next() {
        Some(problem) => {
            Refused::parameter(problem.field.trim_start_matches('/'), &problem.title, problem.message)
        }
        None => refusal.into(),
    }
}
