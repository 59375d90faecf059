//! Only names of this computer are answered, so that a page of the web cannot reach the server through a name that was
//! made to point here. And no page of another origin is answered at all, whatever it asks.

use axum::extract::Request;
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::spoken::Refused;

/// Lets calls through whose `Host` is this computer's and whose `Origin`, if a browser says one, is this server.
pub async fn check(request: Request, next: Next) -> Response {
    let named = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    match named.or(request.uri().host()) {
        Some(host) if is_here(host) && is_from_here(request.headers(), host) => next.run(request).await,
        Some(host) if is_here(host) => Refused::foreign_origin().into_response(),
        Some(_) | None => Refused::foreign_host().into_response(),
    }
}

fn is_from_here(headers: &HeaderMap, host: &str) -> bool {
    let here = format!("http://{host}");
    headers.get(header::ORIGIN).is_none_or(|origin| origin.as_bytes() == here.as_bytes())
}

fn is_here(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.chars().all(|digit| digit.is_ascii_digit()) => name,
        Some(_) | None => host,
    };
    ["127.0.0.1", "localhost", "[::1]"].contains(&name)
}

#[cfg(test)]
mod tests {
    use super::is_here;

    #[test]
    fn only_names_of_this_computer_are_here() {
        for host in ["127.0.0.1", "127.0.0.1:4310", "localhost:80", "[::1]:4310", "[::1]"] {
            assert!(is_here(host), "{host}");
        }
        for host in
            ["", "evil.example", "evil.example:4310", "127.0.0.1.evil.example", "localhost.evil:1", "::1"]
        {
            assert!(!is_here(host), "{host}");
        }
    }
}
