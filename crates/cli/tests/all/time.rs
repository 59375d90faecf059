//! A pipeline that moves the clock: a campaign wins its group, ends, and is left out.

use insta::assert_snapshot;

use crate::shop::{FILE, Said, Shop};

fn played() -> (Shop, Said) {
    let shop = Shop::empty();
    let said = shop.apply(include_bytes!("time.ndjson"));
    (shop, said)
}

#[test]
fn a_clock_is_moved_past_the_end_of_a_campaign() {
    let (_shop, said) = played();
    let answers = said.answers();
    let short = |index: usize| serde_json::to_string_pretty(&answers[index]).unwrap();
    assert_snapshot!("clock_held", short(0));
    assert_snapshot!("groups_saved", short(1));
    assert_snapshot!("campaign_with_an_end", short(3));
    assert_snapshot!("clock_at_the_end", short(5));
    assert_snapshot!("no_landmark_left", short(7));
    assert_eq!(said.status, 1, "the last request is refused");
}

#[test]
fn explain_tells_who_won_and_later_who_was_left_out() {
    let (shop, _) = played();
    assert_snapshot!("explain_a_contest", shop.till(&["explain", FILE, "1"]).out);
    assert_snapshot!("explain_after_the_end", shop.till(&["explain", FILE, "2"]).out);
}
