//! Answers and refusals on the wire.
//!
//! Source of the shapes: the vendor's `ErrorResponse`, `ErrorResponseWithStatus` and `APIError`.

use app::refusal::Refusal;
use app::view::workspace::RefusalCode;
use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// A call that is not done, as its caller is told.
#[derive(Debug)]
pub struct Refused {
    status: StatusCode,
    message: String,
    errors: Vec<Fault>,
    /// The body says the status too.
    numbered: bool,
}

#[derive(Debug, Serialize)]
struct Fault {
    title: String,
    details: String,
    source: Source,
}

#[derive(Debug, Serialize)]
struct Source {
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter: Option<String>,
}

#[derive(Serialize)]
struct Body {
    message: String,
    errors: Vec<Fault>,
    #[serde(rename = "StatusCode", skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
}

impl Refused {
    fn plain(status: StatusCode, message: impl Into<String>) -> Self {
        Self { status, message: message.into(), errors: Vec::new(), numbered: true }
    }

    /// A parameter of the query that is not acceptable.
    pub fn parameter(name: &str, title: &str, details: impl Into<String>) -> Self {
        let source = Source { pointer: None, parameter: Some(name.to_owned()) };
        let fault = Fault { title: title.to_owned(), details: details.into(), source };
        let message = "The submitted data was invalid".to_owned();
        Self { status: StatusCode::BAD_REQUEST, message, errors: vec![fault], numbered: true }
    }

    /// A field of the body that is not acceptable.
    pub fn field(pointer: &str, title: &str, details: impl Into<String>) -> Self {
        let source = Source { pointer: Some(pointer.to_owned()), parameter: None };
        let fault = Fault { title: title.to_owned(), details: details.into(), source };
        let message = "The submitted data was invalid".to_owned();
        Self { status: StatusCode::BAD_REQUEST, message, errors: vec![fault], numbered: true }
    }

    /// There is no such thing.
    pub fn not_found(what: &str, id: impl std::fmt::Display) -> Self {
        Self::plain(StatusCode::NOT_FOUND, format!("There is no {what} \"{id}\"."))
    }

    /// There is no such route.
    pub fn no_route(method: &str, path: &str) -> Self {
        Self::plain(StatusCode::NOT_FOUND, format!("This server has no answer to {method} {path}."))
    }

    /// The call came by another name than this computer's.
    pub fn foreign_host() -> Self {
        Self::plain(StatusCode::FORBIDDEN, "This server answers to 127.0.0.1 and localhost only.")
    }

    /// The call came from a page of the web.
    pub fn foreign_origin() -> Self {
        Self::plain(StatusCode::FORBIDDEN, "This server does not answer pages of other origins.")
    }

    /// The body is something else than JSON.
    pub fn not_json(kind: &str) -> Self {
        let message = format!(
            "A request is JSON; send the header \"Content-Type: application/json\" instead of \"{}\".",
            app::json::shorten(kind)
        );
        Self::plain(StatusCode::UNSUPPORTED_MEDIA_TYPE, message)
    }

    /// The same without the status in the body. Source: the vendor's `ErrorResponse`, the shape of refused calls about
    /// sessions; all others are `ErrorResponseWithStatus`.
    #[must_use]
    pub fn unnumbered(self) -> Self {
        Self { numbered: false, ..self }
    }

    /// The call showed no valid key.
    ///
    /// Source of the message: the vendor's description of 401.
    pub fn no_key(scheme: &str) -> Self {
        let details = format!("Send the header \"Authorization: {scheme} KEY\" with the key Tillroll shows.");
        let fault = Fault {
            title: "Unauthorized".to_owned(),
            details,
            source: Source { pointer: None, parameter: None },
        };
        let message = "Unauthorized - Invalid API key".to_owned();
        Self { status: StatusCode::UNAUTHORIZED, message, errors: vec![fault], numbered: true }
    }

    /// The body is too large.
    pub fn too_large(most: usize) -> Self {
        Self::plain(StatusCode::PAYLOAD_TOO_LARGE, format!("A request may have at most {most} bytes."))
    }

    /// The body did not come to its end in time.
    pub fn too_slow() -> Self {
        Self::plain(StatusCode::REQUEST_TIMEOUT, "The request did not come to its end in time.")
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        let status = match refusal.code() {
            RefusalCode::NotFound => StatusCode::NOT_FOUND,
            RefusalCode::Invalid | RefusalCode::Move => StatusCode::BAD_REQUEST,
            RefusalCode::File | RefusalCode::NoWorkspace | RefusalCode::Cancelled => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
        };
        let errors = refusal.problems().into_iter().map(|problem| Fault {
            title: problem.title,
            details: problem.message,
            source: Source { pointer: Some(problem.field), parameter: None },
        });
        Self { status, message: refusal.to_string(), errors: errors.collect(), numbered: true }
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let status = self.numbered.then(|| self.status.as_u16());
        let body = Body { message: self.message, errors: self.errors, status };
        (self.status, Json(body)).into_response()
    }
}

/// What a route answers with.
pub type Spoken<T> = Result<Json<T>, Refused>;

/// CSV with a name to save it under. The vendor names the type `application/csv`, which its own SDK for Python does not read.
pub fn csv(name: &str, body: axum::body::Body) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, body).into_response()
}
