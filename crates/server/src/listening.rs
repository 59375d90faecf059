//! The server as it listens: on loopback alone, from when it is switched on until it is switched off.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use app::call::Call;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderName, Uri, header};
use axum::response::Response;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tower::ServiceExt;

use crate::access_log::REQUEST_ID;
use crate::shop::Shop;

/// How long calls under way may take after the server was switched off.
const LAST_CALLS: Duration = Duration::from_secs(2);
/// What a call that is made again says it is.
const AGAIN: &str = "Tillroll (triggered again)";

/// A server that listens.
#[derive(Debug)]
pub struct Listening {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Listening {
    /// Listens on loopback at `port`, or at any free one.
    ///
    /// # Errors
    /// When the port is taken or may not be used.
    pub async fn start(shop: Shop, port: Option<u16>) -> std::io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port.unwrap_or(0))).await?;
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel();
        let router = crate::router(shop);
        let task = tokio::spawn(async move {
            let served = axum::serve(listener, router).with_graceful_shutdown(async {
                // A sender that is gone says the same as one that speaks.
                let _ = stopped.await;
            });
            if let Err(why) = served.await {
                tracing::warn!(%why, "the local server ended");
            }
        });
        Ok(Self { address, stop, task })
    }

    /// Where it listens, as the beginning of an address.
    pub fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Answers no more new calls, lets those under way come to their end for a short time, and frees the port.
    pub async fn stop(self) {
        let Self { stop, mut task, .. } = self;
        drop(stop);
        if tokio::time::timeout(LAST_CALLS, &mut task).await.is_err() {
            task.abort();
        }
    }
}

/// Makes a call again as it came in, with the key that is valid now, whether or not the server listens. Answers with what
/// the new call is called.
///
/// # Errors
/// When what came in cannot be sent.
pub async fn again(shop: &Shop, call: &Call) -> Result<String, String> {
    let request = request(shop, call).map_err(|why| format!("The request cannot be sent again: {why}."))?;
    let Ok(response) = crate::router(shop.clone()).oneshot(request).await;
    let name = called(&response);
    // It is noted when its answer was read to the end; a connection that is dropped on purpose has none.
    let _ = axum::body::to_bytes(response.into_body(), usize::MAX).await;
    Ok(name)
}

fn called(response: &Response) -> String {
    let name = response.headers().get(HeaderName::from_static(REQUEST_ID));
    name.and_then(|name| name.to_str().ok()).unwrap_or_default().to_owned()
}

fn request(shop: &Shop, call: &Call) -> Result<Request, axum::http::Error> {
    let query = if call.query.is_empty() { String::new() } else { format!("?{}", call.query) };
    let uri: Uri = format!("{}{query}", call.path).parse()?;
    let mut request = Request::builder()
        .method(call.method.as_str())
        .uri(uri)
        .header(header::HOST, "127.0.0.1")
        .header(header::USER_AGENT, AGAIN)
        .header(header::CONTENT_TYPE, "application/json");
    let keys = shop.keys();
    let key = if call.scheme == "ManagementKey-v1" { keys.management } else { keys.api };
    if !call.scheme.is_empty() {
        request = request.header(header::AUTHORIZATION, format!("{} {key}", call.scheme));
    }
    request.body(Body::from(call.request.bytes.clone()))
}
