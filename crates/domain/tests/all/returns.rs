//! What can be brought back and what is refused.

use domain::returns::take_back;
use domain::session::{ReturnedItem, Returns};

use crate::world::{cart, item, pointers, returned};

/// Lines: 0 lamp × 2, 1 mug × 3, 2 lamp × 1. Brought back earlier: one lamp of line 0.
fn take(asked: &[ReturnedItem]) -> Result<Vec<(u32, u32)>, Vec<String>> {
    let cart = cart(vec![item("lamp", 2, "10"), item("mug", 3, "5"), item("lamp", 1, "10")]);
    match take_back(&cart, &Returns([(0, 1)].into()), asked) {
        Ok((_, units)) => Ok(units.into_iter().map(|unit| (unit.position, unit.sub_position)).collect()),
        Err(refusal) => Err(pointers(&refusal).into_iter().map(str::to_owned).collect()),
    }
}

#[test]
fn units_come_back_from_sub_position_0_upward() {
    type Accepted = (&'static str, Vec<ReturnedItem>, &'static [(u32, u32)]);
    let table: Vec<Accepted> = vec![
        ("one by position", vec![returned(Some(1), None, Some(1))], &[(1, 0)]),
        ("after what came back before", vec![returned(Some(0), None, Some(1))], &[(0, 1)]),
        ("all that remain", vec![returned(Some(1), None, None)], &[(1, 0), (1, 1), (1, 2)]),
        ("by SKU", vec![returned(None, Some("mug"), Some(2))], &[(1, 0), (1, 1)]),
        (
            "first line of a SKU with units left",
            vec![returned(None, Some("lamp"), None); 2],
            &[(0, 1), (2, 0)],
        ),
        ("position and matching SKU", vec![returned(Some(2), Some("lamp"), Some(1))], &[(2, 0)]),
        ("the same line twice adds up", vec![returned(Some(1), None, Some(1)); 2], &[(1, 0), (1, 1)]),
        (
            "in cart order whatever the order asked",
            vec![returned(Some(2), None, None), returned(Some(0), None, None)],
            &[(0, 1), (2, 0)],
        ),
    ];
    for (what, asked, expected) in table {
        assert_eq!(take(&asked).unwrap(), expected, "{what}");
    }
}

#[test]
fn refusals_name_the_entry_and_the_field() {
    let back = returned;
    let first = |field: &'static str| vec![format!("/returnedCartItems/0{field}")];
    let second = |field: &'static str| vec![format!("/returnedCartItems/1{field}")];
    let whole = || vec!["/returnedCartItems".to_owned()];
    let table: Vec<(&str, Vec<ReturnedItem>, Vec<String>)> = vec![
        ("nothing", vec![], whole()),
        ("too many entries", vec![back(Some(1), None, Some(1)); 1_001], whole()),
        ("position out of range", vec![back(Some(3), None, None)], first("/position")),
        ("unknown SKU", vec![back(None, Some("sofa"), None)], first("/sku")),
        ("SKU of another line", vec![back(Some(1), Some("lamp"), None)], first("/sku")),
        ("neither position nor SKU", vec![back(None, None, Some(1))], first("")),
        ("no units", vec![back(Some(1), None, Some(0))], first("/quantity")),
        ("more than remain", vec![back(Some(0), None, Some(2))], first("/quantity")),
        ("the largest number", vec![back(Some(0), None, Some(u32::MAX))], first("/quantity")),
        ("together more than remain", vec![back(Some(1), None, Some(2)); 2], second("/quantity")),
        ("a line twice as a whole", vec![back(Some(1), None, None); 2], second("/quantity")),
        ("a SKU used up", vec![back(None, Some("mug"), None); 2], second("/sku")),
    ];
    for (what, asked, expected) in table {
        assert_eq!(take(&asked).unwrap_err(), expected, "{what}");
    }
}

#[test]
fn every_wrong_entry_is_named_at_once() {
    let asked = [returned(Some(9), None, None), returned(Some(1), None, Some(1)), returned(None, None, None)];
    assert_eq!(take(&asked).unwrap_err(), ["/returnedCartItems/0/position", "/returnedCartItems/2"]);
}
