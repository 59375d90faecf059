//! What `till` prints, to the letter.

use insta::assert_snapshot;

use crate::shop::{FILE, NOW, STORY, Said, Shop};

/// The exit status, what was printed, what was complained about.
fn shown(said: &Said) -> String {
    let complaint = if said.err.is_empty() { String::new() } else { format!("--- stderr\n{}", said.err) };
    format!("--- status {}\n{}{complaint}", said.status, said.out)
}

#[test]
fn new_says_what_it_made() {
    assert_snapshot!(shown(&Shop::nowhere().till(&["new", FILE])));
}

#[test]
fn the_sample_shop_has_a_history_to_look_at() {
    let shop = Shop::nowhere();
    let made = shop.till(&["new", FILE, "--sample", "--clock", NOW]);
    assert_eq!((made.status, made.err.as_str()), (0, ""));
    assert!(shop.journal().len() > 5, "{made:?}");
    let again = Shop::nowhere();
    again.till(&["new", FILE, "--sample", "--clock", NOW]);
    assert_eq!(shop.journal(), again.journal());
}

#[test]
fn apply_answers_every_request_on_a_line_of_its_own() {
    let said = Shop::empty().apply(STORY.as_bytes());
    let pretty: Vec<String> =
        said.answers().iter().map(|answer| serde_json::to_string_pretty(answer).unwrap()).collect();
    assert_eq!((said.status, said.err.as_str()), (1, ""));
    assert_snapshot!(pretty.join("\n"));
}

#[test]
fn events_are_listed_newest_first() {
    let shop = Shop::with_story();
    assert_snapshot!("events_table", shop.till(&["events", FILE]).out);
    assert_snapshot!("events_csv", shop.till(&["events", FILE, "--format", "csv"]).out);
    assert_snapshot!("events_json", shop.till(&["events", FILE, "--format", "json"]).out);
}

#[test]
fn events_are_filtered_by_type_session_and_customer() {
    let shop = Shop::with_story();
    let cases: [(&[&str], &[u64]); 6] = [
        (&["--type", "pageview"], &[4, 3]),
        (&["--type", "pageview", "--type", "talon_session_closed"], &[5, 4, 3]),
        (&["--session", "cart-1"], &[6, 5, 3, 2]),
        (&["--profile", "ben"], &[4]),
        (&["--type", "pageview", "--profile", "ana"], &[3]),
        (&["--type", "unheard-of"], &[]),
    ];
    for (filter, expected) in cases {
        let said = shop.till(&[&["events", FILE, "--format", "json"], filter].concat());
        let rows: Vec<serde_json::Value> = serde_json::from_str(&said.out).unwrap();
        let numbers: Vec<u64> = rows.iter().map(|row| row["Number"].as_u64().unwrap()).collect();
        assert_eq!(numbers, expected, "{filter:?}");
    }
}

#[test]
fn a_session_is_shown_to_people_and_to_programs() {
    let shop = Shop::with_story();
    assert_snapshot!("session_table", shop.till(&["session", FILE, "cart-1"]).out);
    assert_snapshot!("session_json", shop.till(&["session", FILE, "cart-1", "--format", "json"]).out);
}

#[test]
fn a_customer_is_shown_to_people_and_to_programs() {
    let shop = Shop::with_story();
    assert_snapshot!("profile_table", shop.till(&["profile", FILE, "ana"]).out);
    assert_snapshot!("profile_json", shop.till(&["profile", FILE, "ana", "--format", "json"]).out);
}

#[test]
fn explain_gives_a_verdict_for_every_rule() {
    let shop = Shop::with_story();
    for event in ["2", "3", "4", "6"] {
        assert_snapshot!(format!("explain_{event}"), shop.till(&["explain", FILE, event]).out);
    }
}

#[test]
fn the_same_requests_at_the_same_time_give_the_same_bytes() {
    let run = || {
        let shop = Shop::empty();
        let mut said = vec![shop.apply(STORY.as_bytes())];
        let questions: [&[&str]; 6] = [
            &["events", FILE],
            &["events", FILE, "--format", "csv"],
            &["events", FILE, "--format", "json"],
            &["session", FILE, "cart-1"],
            &["profile", FILE, "ana", "--format", "json"],
            &["explain", FILE, "3"],
        ];
        said.extend(questions.iter().map(|question| shop.till(question)));
        said
    };
    assert_eq!(run(), run());
}

#[test]
fn the_help_teaches_every_verb_operation_and_flag() {
    let shop = Shop::nowhere();
    let cases: [(&[&str], &[&str]); 9] = [
        (
            &["--help"],
            &[
                "new",
                "apply",
                "events",
                "coupons",
                "session",
                "ledger",
                "profile",
                "explain",
                "serve",
                "Example",
                "Exit status",
            ],
        ),
        (
            &["apply", "--help"],
            &[
                "createAttribute",
                "saveCampaign",
                "saveEvaluationGroups",
                "setClock",
                "createCoupons",
                "importCoupons",
                "updateSession",
                "returnItems",
                "reopenSession",
                "trackEvent",
                "updateProfile",
                "dry",
                "runRuleEngine",
                "silent",
                "forceCompleteEvaluation",
                "--clock",
                "Examples",
            ],
        ),
        (&["new", "--help"], &["--sample", "--clock", "Examples"]),
        (&["events", "--help"], &["--type", "--session", "--profile", "--format", "Examples"]),
        (&["coupons", "--help"], &["createCoupons", "couponPattern", "--campaign", "--status", "Examples"]),
        (&["session", "--help"], &["--format", "Examples"]),
        (&["profile", "--help"], &["--format", "Examples"]),
        (&["explain", "--help"], &["Applied", "Not met", "Failed", "Example"]),
        (&["serve", "--help"], &["--port", "--key", "--clock", "SIGTERM", "curl", "Examples"]),
    ];
    for (arguments, words) in cases {
        let said = shop.till(arguments);
        assert_eq!(said.status, 0);
        for word in words {
            assert!(said.out.contains(word), "{arguments:?} does not tell about {word}:\n{}", said.out);
        }
    }
}
