//! `till ledger`, to the letter.

use insta::assert_snapshot;

use crate::shop::{FILE, Shop};

#[test]
fn a_ledger_is_shown_to_people_to_spreadsheets_and_to_programs() {
    let shop = Shop::with_story();
    for format in ["table", "csv", "json"] {
        let said = shop.till(&["ledger", FILE, "cart-1", "--format", format]);
        assert_eq!((said.status, said.err.as_str()), (0, ""));
        assert_snapshot!(format!("ledger_{format}"), said.out);
    }
}

#[test]
fn a_session_that_is_not_there_has_no_ledger() {
    let said = Shop::with_story().till(&["ledger", FILE, "nobody"]);
    assert_eq!((said.status, said.out.as_str()), (1, ""));
    assert_eq!(said.err, "till: There is no session \"nobody\" in this workspace.\n");
}

#[test]
fn its_help_teaches() {
    let said = Shop::nowhere().till(&["ledger", "--help"]);
    for word in ["granted", "taken back", "stands", "--format", "csv", "json", "Examples"] {
        assert!(said.out.contains(word), "{word} is not in:\n{}", said.out);
    }
}
