//! Made-up crowds: the same seed makes the same people, and everything they do is marked.

use crate::shop::{FILE, NOW, Shop};

/// A crowd of 40 customers over 30 days in the sample shop.
fn crowded(seed: &str) -> Shop {
    let shop = Shop::nowhere();
    shop.till(&["new", FILE, "--sample", "--clock", NOW]);
    let said =
        shop.till(&["crowd", FILE, "--customers", "40", "--days", "30", "--seed", seed, "--clock", NOW]);
    assert_eq!((said.status, said.err.as_str()), (0, ""), "{}", said.out);
    assert!(said.out.starts_with("40 customers made "), "{}", said.out);
    shop
}

/// The events of a workspace as lines of CSV, newest first, without the header.
fn log(shop: &Shop) -> Vec<String> {
    shop.till(&["events", FILE, "--format", "csv"]).out.lines().skip(1).map(ToOwned::to_owned).collect()
}

#[test]
fn a_seed_makes_the_same_people_and_another_seed_makes_others() {
    let first = log(&crowded("1"));
    assert_eq!(first, log(&crowded("1")));
    assert_ne!(first, log(&crowded("2")));
}

#[test]
fn everything_a_crowd_does_is_marked_as_made_up_and_lies_in_its_days() {
    let made: Vec<String> = log(&crowded("1")).into_iter().filter(|line| line.ends_with(",crowd")).collect();
    assert!(made.len() > 200, "{} events", made.len());
    for line in &made {
        let cells: Vec<&str> = line.split(',').collect();
        let [time, customer, session] = [cells[1], cells[3], cells[4]];
        assert!(("2026-01-30".."2026-03-01T10").contains(&time), "{line}");
        assert!(customer.starts_with("crowd-1-"), "{line}");
        assert!(session.is_empty() || session.starts_with("crowd-1-"), "{line}");
    }
}

#[test]
fn a_crowd_meets_every_part_of_a_session_s_life() {
    let log = log(&crowded("1")).join("\n");
    for event in [
        "talon_profile_created",
        "talon_session_created",
        "talon_session_updated",
        "talon_session_closed",
        "talon_session_cancelled",
        "talon_session_revoked",
        "talon_session_partially_returned",
        "talon_session_reopened",
        "pageview",
    ] {
        assert!(log.contains(&format!(",{event},")), "no {event}");
    }
}

#[test]
fn a_crowd_that_is_there_already_or_out_of_bounds_is_refused_and_leaves_nothing() {
    let shop = crowded("1");
    let before = log(&shop);
    let cases = [
        (
            ["--customers", "5", "--seed", "1"],
            "till: The crowd of seed 1 is here already; choose another seed.\n",
        ),
        (
            ["--customers", "0", "--seed", "2"],
            "till: 0 is not possible; choose a number from 1 to 1000000.\n",
        ),
        (["--days", "3651", "--seed", "2"], "till: 3651 is not possible; choose a number from 1 to 3650.\n"),
    ];
    for (arguments, sentence) in cases {
        let said = shop.till(&[&["crowd", FILE, "--clock", NOW], arguments.as_slice()].concat());
        assert_eq!((said.status, said.err.as_str()), (1, sentence));
    }
    assert_eq!(log(&shop), before);
}
