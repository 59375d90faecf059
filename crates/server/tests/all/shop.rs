//! The sample shop behind the router, and a program that calls it.

use std::sync::Arc;

use app::clock::Clock;
use app::question::server::Keys;
use app::sample;
use app::workspace::Workspace;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use serde_json::Value;
use server::shop::Shop;
use tempfile::TempDir;
use tower::ServiceExt;

pub const API_KEY: &str = "the-integration-key";
pub const MANAGEMENT_KEY: &str = "the-management-key";

/// A workspace in a folder of its own, served.
pub struct Served {
    _folder: TempDir,
    pub shop: Shop,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|why| panic!("{why}: {}", self.text))
    }
}

impl Served {
    /// The sample shop.
    pub fn sample() -> Self {
        Self::around(|workspace| sample::fill(workspace).unwrap())
    }

    /// A workspace with nothing in it.
    pub fn empty() -> Self {
        Self::around(|_| ())
    }

    fn around(fill: impl FnOnce(&Workspace) + Send + 'static) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("shop.tillroll");
        // The blocking ways in may not be used where a runtime runs.
        let filled = std::thread::spawn(move || {
            let clock = Clock::Held("2026-03-04T12:00:00Z".parse().unwrap());
            let workspace = Workspace::create(&path, "Shop", clock).unwrap();
            fill(&workspace);
            workspace
        });
        let keys = Keys { api: API_KEY.to_owned(), management: MANAGEMENT_KEY.to_owned() };
        Self { _folder: folder, shop: Shop::new(Arc::new(filled.join().unwrap()), keys) }
    }

    /// Calls the Management API.
    pub async fn call(&self, method: &str, path: &str, body: Option<Value>) -> Answer {
        let key = format!("ManagementKey-v1 {MANAGEMENT_KEY}");
        self.send(method, path, &[("authorization", &key)], body.map(|body| body.to_string())).await
    }

    /// Gets something that must be there.
    pub async fn get(&self, path: &str) -> Value {
        let answer = self.call("GET", path, None).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text);
        answer.json()
    }

    /// Calls with exactly these headers beside `Host` and the client's name.
    pub async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<String>,
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "127.0.0.1:4310")
            .header(header::USER_AGENT, "story/1.0");
        for (name, value) in headers {
            if *name == "host" {
                request.headers_mut().unwrap().remove(header::HOST);
            }
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.unwrap_or_default())).unwrap();
        let response = server::router(self.shop.clone()).oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        Answer { status: parts.status, headers: parts.headers, text }
    }

    /// Every call that was noted so far, the oldest first.
    pub async fn calls(&self) -> Vec<app::call::Call> {
        let workspace = self.shop.workspace();
        workspace.noted().await;
        let log = app::question::calls::AccessLog { most: 500, ..Default::default() };
        workspace.ask(log).await.unwrap().0
    }
}
