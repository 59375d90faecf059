//! The local server is switched on in the title bar; a program calls it, and what it did appears in the window while it
//! happens: the event with the program as its source, the call with both bodies, a refused call too.

use std::io::{Read, Write};
use std::net::TcpStream;

use anyhow::Context;
use desktop_tests::{Window, in_window};
use fantoccini::key::Key;
use serde_json::json;

#[test]
fn a_program_calls_the_workspace_and_the_window_shows_it_live() -> anyhow::Result<()> {
    in_window("local-server", async |window| {
        window.click_text("Open sample shop").await?;
        window.wait_css("[data-move=close]").await?;
        let (address, key) = switch_it_on(window).await?;
        window.click_text("Events").await?;
        window.wait_css("[role=grid] [role=row]").await?;
        let body = json!({ "customerSession": {
            "profileId": "ana", "cartItems": [{ "sku": "MUG-01", "quantity": 3, "price": 20 }]
        }});
        let answer = call(&address, "/v2/customer_sessions/from-outside", &key, &body.to_string())?;
        anyhow::ensure!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        window.wait_text("shop-client/7.0").await?;
        window.shot("event-from-outside").await?;
        let refused = call(&address, "/v2/customer_sessions/from-outside", "a wrong key", "{}")?;
        anyhow::ensure!(refused.starts_with("HTTP/1.1 401"), "{refused}");
        look_at_the_requests(window).await
    })
}

/// Answers where it listens, and the key of the Integration API.
async fn switch_it_on(window: &Window) -> anyhow::Result<(String, String)> {
    window.click_text("Local server: off").await?;
    window.wait_text("Integration API key").await?;
    window.click_text("Off").await?;
    window.wait_text("http://127.0.0.1:").await?;
    window.shot("server-on").await?;
    let codes = "return Array.from(document.querySelectorAll('[role=dialog] code'), (code) => code.title)";
    let codes: Vec<String> = serde_json::from_value(window.run(codes, Vec::new()).await?)?;
    let [address, key, _] = codes.as_slice() else { anyhow::bail!("the panel shows {codes:?}") };
    window.press(&Key::Escape.to_string()).await?;
    window.wait_gone("Integration API key").await?;
    Ok((address.replace("http://", ""), key.clone()))
}

/// Calls as a plain program would.
fn call(address: &str, path: &str, key: &str, body: &str) -> anyhow::Result<String> {
    let mut line = TcpStream::connect(address).context("nothing listens")?;
    write!(
        line,
        "PUT {path} HTTP/1.1\r\nHost: {address}\r\nAuthorization: ApiKey-v1 {key}\r\nUser-Agent: shop-client/7.0\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = String::new();
    line.read_to_string(&mut answer)?;
    Ok(answer)
}

async fn look_at_the_requests(window: &Window) -> anyhow::Result<()> {
    window.click_text("Requests").await?;
    window.wait_text("401").await?;
    window.click_text("Answered").await?;
    window.wait_gone("401").await?;
    window.click_css("[role=grid] [role=gridcell]").await?;
    window.wait_text("\"sku\": \"MUG-01\"").await?;
    window.shot("requests").await?;
    window.click_text("Trigger again").await?;
    window.wait_text("Answered with 200").await?;
    window.wait_text("2 requests").await
}
