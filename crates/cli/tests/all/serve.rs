//! `till serve` as programs meet it: the vendor's own call, the same story through two doors, an orderly stop, and a kill.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::thread;

use serde_json::Value;

use crate::shop::{FILE, NOW, STORY, Shop};

pub const KEY: &str = "953f4d85715c425cb48676";

/// A `till serve` that runs; it is killed when it goes out of sight.
pub struct Server {
    child: Child,
    /// `127.0.0.1:PORT`
    pub host: String,
    pub management_key: String,
}

impl Server {
    pub fn start(shop: &Shop) -> Self {
        let mut command = shop.command(&["serve", FILE, "--key", KEY, "--clock", NOW]);
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut next = || lines.next().unwrap().unwrap().split_whitespace().last().unwrap().to_owned();
        let host = next().replace("http://", "");
        assert_eq!(next(), KEY);
        Self { child, host, management_key: next() }
    }

    /// Calls, as `till` would be called by that name; the status and the body.
    pub fn call(&self, method: &str, path: &str, body: &str) -> (u16, String) {
        call(&self.host, method, path, body).unwrap()
    }

    /// Asks it to stop and waits until it has.
    pub fn stop(mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn call(host: &str, method: &str, path: &str, body: &str) -> std::io::Result<(u16, String)> {
    let mut line = TcpStream::connect(host)?;
    let length = body.len();
    write!(
        line,
        "{method} {path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: till\r\nAuthorization: ApiKey-v1 {KEY}\r\n\
         Content-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )?;
    let mut heard = String::new();
    line.read_to_string(&mut heard)?;
    let cut_off = || std::io::Error::other("the answer was cut off");
    let (head, body) = heard.split_once("\r\n\r\n").ok_or_else(cut_off)?;
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or_else(cut_off)?;
    let told = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    match told.and_then(|length| length.parse::<usize>().ok()) {
        Some(length) if length > body.len() => Err(cut_off()),
        Some(_) | None => Ok((status, body.to_owned())),
    }
}

/// Source: the vendor's *Event entity* page, *Triggering an event*; only host and key are others.
#[test]
fn the_vendors_own_call_is_answered_with_effects_and_the_session() {
    let shop = Shop::with_story();
    let server = Server::start(&shop);
    let (status, cart) = server.call(
        "PUT",
        "/v2/customer_sessions/cart-2",
        r#"{"customerSession":{"profileId":"myprofileid","cartItems":[{"sku":"tee","quantity":2,"price":20}]}}"#,
    );
    assert_eq!(status, 200, "{cart}");
    let call = r#"curl -s -X POST -H 'Content-Type: application/json' \
-H 'Authorization: ApiKey-v1 953f4d85715c425cb48676' \
-d '{
"profileId": "myprofileid",
"type": "pageview",
"attributes": {
"url": "some value"
}
}' 'http://HOST/v2/events'"#;
    let output = Command::new("sh").args(["-c", &call.replace("HOST", &server.host)]).output().unwrap();
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(answer["effects"].is_array(), "{answer}");
    let session = &answer["customerSession"];
    assert_eq!((&session["integrationId"], &session["total"]), (&"cart-2".into(), &40.into()), "{answer}");
    assert_eq!(session["attributes"]["url"], "some value");
    assert_eq!(session["cartItems"][0]["sku"], "tee");
    assert_eq!(server.stop(), Some(0), "SIGTERM stops it in order");
    let newest = shop.journal().pop().unwrap();
    assert!(newest["Source"].as_str().unwrap().starts_with("curl/"), "{newest}");
}

/// A line of `till apply` as the call that says the same.
fn as_call(line: &str) -> Option<(&'static str, String, String)> {
    let line: Value = serde_json::from_str(line).ok()?;
    let id = line["id"].as_str().unwrap_or_default();
    let (method, mut path) = match line["op"].as_str()? {
        "updateSession" => ("PUT", format!("/v2/customer_sessions/{id}")),
        "returnItems" => ("POST", format!("/v2/customer_sessions/{id}/returns")),
        "reopenSession" => ("PUT", format!("/v2/customer_sessions/{id}/reopen")),
        "trackEvent" => ("POST", "/v2/events".to_owned()),
        "updateProfile" => ("PUT", format!("/v2/customer_profiles/{id}")),
        _ => return None,
    };
    for (index, (name, value)) in line["query"].as_object().into_iter().flatten().enumerate() {
        path.push_str(&format!("{}{name}={value}", if index == 0 { "?" } else { "&" }));
    }
    Some((method, path, line["body"].to_string()))
}

/// Everything the journal says of every event, as text.
fn whole_journal(shop: &Shop) -> String {
    let list = shop.till(&["events", FILE, "--format", "json"]).out;
    let events = shop.journal().len();
    let told = (1..=events).map(|number| shop.till(&["explain", FILE, &number.to_string()]).out);
    std::iter::once(list).chain(told).collect()
}

#[test]
fn the_same_story_leaves_the_same_journal_through_both_doors() {
    let (piped, called) = (Shop::with_story(), Shop::empty());
    let setup: Vec<&str> = STORY.lines().filter(|line| as_call(line).is_none()).collect();
    called.apply(setup.join("\n").as_bytes());
    let server = Server::start(&called);
    for (method, path, body) in STORY.lines().filter_map(as_call) {
        server.call(method, &path, &body);
    }
    server.stop();
    let journal = whole_journal(&piped);
    assert!(journal.lines().count() > 20, "{journal}");
    assert_eq!(journal, whole_journal(&called));
}

/// Changes one cart without pause until the server is gone; the numbers of the events that were answered for.
fn change_until_gone(host: &str, cart: usize) -> Vec<u64> {
    let path = format!("/v2/customer_sessions/cart-{cart}");
    let body = |price: u32| {
        format!(
            r#"{{"customerSession":{{"cartItems":[{{"sku":"tee","quantity":1,"price":{price}}}]}},"responseContent":["event"]}}"#
        )
    };
    let answers = (1..).map_while(|price| call(host, "PUT", &path, &body(price)).ok());
    answers
        .map(|(status, answer)| {
            assert_eq!(status, 200, "{answer}");
            let answer: Value = serde_json::from_str(&answer).unwrap();
            answer["event"]["id"].as_u64().unwrap()
        })
        .collect()
}

#[test]
fn what_was_answered_before_a_kill_is_there() {
    let shop = Shop::empty();
    let mut stored = 0;
    for round in 0..3 {
        let mut server = Server::start(&shop);
        let callers: Vec<_> = (0..3)
            .map(|cart| {
                let host = server.host.clone();
                thread::spawn(move || change_until_gone(&host, cart))
            })
            .collect();
        thread::sleep(std::time::Duration::from_millis(300));
        server.child.kill().unwrap();
        let answered: Vec<u64> = callers.into_iter().flat_map(|caller| caller.join().unwrap()).collect();
        let journal = shop.journal();
        assert!(answered.len() > 3, "round {round}: {answered:?}");
        assert!(answered.iter().all(|event| *event <= journal.len() as u64), "round {round}");
        assert!(
            journal.len() <= stored + answered.len() + 3,
            "round {round}: one each was under way at most"
        );
        stored = journal.len();
    }
}

#[test]
fn a_port_that_is_taken_and_a_file_that_is_not_there_are_told() {
    let shop = Shop::empty();
    let server = Server::start(&shop);
    let port = server.host.rsplit_once(':').unwrap().1;
    let said = shop.till(&["serve", FILE, "--port", port]);
    assert_eq!((said.status, said.out.as_str()), (2, ""));
    assert!(said.err.contains("choose another port"), "{}", said.err);
    assert_eq!(shop.till(&["serve", "nowhere.sqlite"]).status, 2);
}
