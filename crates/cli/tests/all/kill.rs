//! The process is killed in the middle of a run of requests: every answered request is there, and no half of one.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Stdio};
use std::thread;

use serde_json::Value;

use crate::shop::{FILE, Shop};

const ROUNDS: usize = 10;
/// How many requests are sent in a round, far more than are answered before the kill.
const SENT: usize = 2_000;
/// A campaign that gives something at every event, so that each request has effects to store.
const CAMPAIGN: &str = r#"{"op":"saveCampaign","body":{"name":"Always","ruleset":{"promotionRules":[{"title":"One off","blocks":[{"type":"awardDiscount","name":"One off","value":1,"partial":false,"target":{"type":"cart"}}]}]}}}"#;

/// A change of one of three carts; the price makes every total another.
fn request(number: usize) -> String {
    let (cart, price) = (number % 3, number + 1);
    format!(
        r#"{{"op":"updateSession","id":"cart-{cart}","body":{{"customerSession":{{"profileId":"ana","cartItems":[{{"sku":"tee","quantity":1,"price":{price}}}]}}}}}}"#
    )
}

fn start(shop: &Shop) -> Child {
    let mut command = shop.command(&["apply", FILE]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}

/// Sends requests without pause, kills the process after `moment` answers and returns all answers that came out.
fn killed_after(moment: usize, shop: &Shop) -> Vec<Value> {
    let mut child = start(shop);
    let mut stdin = child.stdin.take().unwrap();
    let feeder = thread::spawn(move || {
        // The pipe breaks at the kill, which is the end of the round.
        (0..SENT).try_for_each(|number| writeln!(stdin, "{}", request(number))).is_err()
    });
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut text = String::new();
    for _ in 0..moment {
        output.read_line(&mut text).unwrap();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    output.read_to_string(&mut text).unwrap();
    assert!(feeder.join().unwrap(), "the process had answered everything before it was killed");
    let (whole, _cut_off) = text.rsplit_once('\n').unwrap();
    whole.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The journal is gapless, every event has its effects and trace, and every session is as its last event left it.
fn assert_whole(shop: &Shop) {
    let journal = shop.journal();
    let mut by_session: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for (index, row) in journal.iter().enumerate() {
        assert_eq!(row["Number"], index + 1, "the journal has a gap");
        assert_eq!((&row["Effects"], &row["Discount"]), (&1.into(), &"1.00".into()), "{row}");
        by_session.entry(row["Session"].as_str().unwrap()).or_default().push(row);
    }
    for (session, rows) in by_session {
        let stored = shop.till(&["session", FILE, session, "--format", "json"]).out;
        let stored: Value = serde_json::from_str(&stored).unwrap();
        assert_eq!(stored["updateCount"], rows.len(), "{session}");
        let last: f64 = rows.last().unwrap()["Total"].as_str().unwrap().parse().unwrap();
        assert_eq!(stored["total"].as_f64(), Some(last), "{session}");
    }
    let last = journal.len().to_string();
    let explained = shop.till(&["explain", FILE, &last]).out;
    assert!(explained.contains("Applied · One off"), "{explained}");
}

#[test]
fn every_answered_request_survives_a_kill_and_no_half_of_one() {
    let shop = Shop::empty();
    assert_eq!(shop.apply(CAMPAIGN.as_bytes()).status, 0);
    let mut stored = 0;
    for round in 0..ROUNDS {
        let answers = killed_after(1 + round * 7, &shop);
        let journal = shop.journal();
        for (index, answer) in answers.iter().enumerate() {
            let number = stored + index + 1;
            assert_eq!(answer["event"]["id"], number, "round {round}: {answer}");
            let total: f64 = journal[number - 1]["Total"].as_str().unwrap().parse().unwrap();
            assert_eq!(answer["customerSession"]["total"].as_f64(), Some(total), "round {round}");
        }
        // One request may have been stored without its answer having come out.
        assert!(journal.len() <= stored + answers.len() + 1, "round {round}");
        assert_whole(&shop);
        stored = journal.len();
    }
    let next = shop.apply(request(0).as_bytes());
    assert_eq!(next.answers()[0]["event"]["id"], stored + 1);
}
