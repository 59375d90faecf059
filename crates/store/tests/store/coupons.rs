//! Codes: stored as they are, found by value, listed by status, counted for everybody and for each customer.

use std::collections::BTreeSet;

use domain::coupon::{Coupon, CouponCode, CouponId, CouponStatus, Terms};
use domain::id::CampaignId;
use store::{CouponCustomer, CouponFilter, StoreError};

use crate::samples::{World, at, attributes, campaign, number, profile_id};

const NOW: i64 = 100;

fn coupon(id: u64, value: &str, terms: Terms) -> Coupon {
    Coupon {
        id: CouponId(id),
        campaign: CampaignId(1),
        value: CouponCode::parse(value, "").unwrap(),
        terms,
        used: 0,
        discounted: number("0"),
        reserved: 0,
        created: at(0),
    }
}

fn full() -> Terms {
    Terms {
        usage_limit: 5,
        profile_limit: 1,
        discount_limit: Some(number("50.00")),
        recipient: Some(profile_id("ana")),
        starts: Some(at(1)),
        expires: Some(at(1_000)),
        is_reservation_mandatory: true,
        is_implicitly_reserved: true,
        reservation_limit: 3,
        attributes: attributes(),
    }
}

fn world(coupons: &[Coupon]) -> World {
    let mut world = World::new();
    let stored: Result<(), StoreError> = world.writer.write(|tx| {
        tx.insert_campaign(&campaign(1, 0))?;
        tx.insert_campaign(&campaign(2, 1))?;
        coupons.iter().try_for_each(|coupon| tx.insert_coupon(coupon).map(drop))
    });
    stored.unwrap();
    world
}

fn filter(text: &str, status: Option<CouponStatus>) -> CouponFilter {
    CouponFilter { campaign: Some(CampaignId(1)), text: text.to_owned(), status, now: at(NOW) }
}

#[test]
fn a_code_is_read_as_it_was_written_and_stands_once() {
    let codes = [coupon(1, "FULL-1", full()), coupon(2, "bare ☂", Terms::default())];
    let mut world = world(&codes);
    for code in &codes {
        assert_eq!(world.writer.coupon(code.value.as_str()).unwrap().as_ref(), Some(code));
    }
    assert_eq!(world.writer.coupon("full-1").unwrap(), None, "capital and small letters differ");
    assert_eq!(world.writer.next_coupon_id().unwrap(), CouponId(3));
    let again = Coupon { campaign: CampaignId(2), ..coupon(3, "FULL-1", Terms::default()) };
    let added: Result<bool, StoreError> = world.writer.write(|tx| tx.insert_coupon(&again));
    assert!(!added.unwrap(), "a value stands once over all campaigns");
    assert_eq!(world.writer.coupon("FULL-1").unwrap().as_ref(), codes.first());
}

#[test]
fn codes_are_listed_by_status_as_the_domain_tells_it() {
    let lasting = |starts: i64, expires: i64| Terms {
        starts: Some(at(starts)),
        expires: Some(at(expires)),
        ..Terms::default()
    };
    let times = [(0, 50), (0, 100), (0, 101), (100, 200), (101, 200)];
    let mut codes = Vec::new();
    for (starts, expires) in times {
        for (used, reserved) in [(0, 0), (2, 0), (0, 1), (2, 1)] {
            let id = codes.len() as u64 + 1;
            codes.push(Coupon { used, reserved, ..coupon(id, &format!("C{id}"), lasting(starts, expires)) });
        }
    }
    let world = world(&codes);
    let mut seen = 0;
    for status in CouponStatus::ALL {
        let page = world.writer.coupons(&filter("", Some(status)), None, 500).unwrap();
        let expected: Vec<&Coupon> =
            codes.iter().rev().filter(|code| code.status(at(NOW)) == status).collect();
        assert_eq!(page.rows.iter().collect::<Vec<_>>(), expected, "{}", status.name());
        assert_eq!(world.writer.coupon_count(&filter("", Some(status))).unwrap(), expected.len() as u64);
        seen += expected.len();
    }
    assert_eq!(seen, codes.len(), "every code is of exactly one status");
}

#[test]
fn a_code_worth_trying_is_one_that_anybody_can_use_now() {
    let personal = Terms { recipient: Some(profile_id("ana")), ..Terms::default() };
    let codes = [
        coupon(1, "OPEN", Terms::default()),
        coupon(2, "PERSONAL", personal),
        coupon(3, "RESERVED", Terms { is_reservation_mandatory: true, ..Terms::default() }),
        coupon(4, "LATE", Terms { expires: Some(at(NOW)), ..Terms::default() }),
        coupon(5, "SOON", Terms { starts: Some(at(NOW + 1)), ..Terms::default() }),
        Coupon { used: 2, ..coupon(6, "USED UP", Terms { usage_limit: 2, ..Terms::default() }) },
        Coupon { used: 1, ..coupon(7, "ONE LEFT", Terms { usage_limit: 2, ..Terms::default() }) },
    ];
    let world = world(&codes);
    let usable = world.writer.usable_coupons(CampaignId(1), at(NOW), 10).unwrap();
    let values: Vec<&str> = usable.iter().map(|code| code.value.as_str()).collect();
    assert_eq!(values, ["OPEN", "ONE LEFT"]);
}

#[test]
fn pages_go_on_where_the_one_before_ended() {
    let codes: Vec<Coupon> =
        (1..=25).map(|id| coupon(id, &format!("SUMMER_{id:02}"), Terms::default())).collect();
    let world = world(&codes);
    let (mut after, mut met) = (None, BTreeSet::new());
    loop {
        let page = world.writer.coupons(&filter("mer_", None), after, 10).unwrap();
        met.extend(page.rows.iter().map(|code| code.id));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(met.len(), 25);
    for (text, expected) in [("_0", 9), ("%", 0), ("summer_25", 1), ("x", 0)] {
        assert_eq!(world.writer.coupon_count(&filter(text, None)).unwrap(), expected, "{text}");
    }
    let elsewhere = CouponFilter { campaign: Some(CampaignId(2)), ..filter("", None) };
    assert_eq!(world.writer.coupon_count(&elsewhere).unwrap(), 0);
    let anywhere = CouponFilter { campaign: None, ..filter("", None) };
    assert_eq!(world.writer.coupon_count(&anywhere).unwrap(), 25);
}

#[test]
fn uses_and_reservations_are_kept_for_each_customer() {
    let mut world = world(&[coupon(1, "SUMMER", Terms::default())]);
    let (ana, bob) = (profile_id("ana"), profile_id("bob"));
    let done: Result<(), StoreError> = world.writer.write(|tx| {
        assert!(tx.reserve_coupon(CouponId(1), &ana)?);
        assert!(!tx.reserve_coupon(CouponId(1), &ana)?, "it was reserved already");
        tx.put_coupon_use(CouponId(1), &ana, 2)?;
        tx.put_coupon_use(CouponId(1), &bob, 1)?;
        tx.put_coupon_counters(CouponId(1), 3, number("12.50"))
    });
    done.unwrap();
    let code = world.writer.coupon("SUMMER").unwrap().unwrap();
    assert_eq!((code.used, code.discounted, code.reserved), (3, number("12.50"), 1));
    let of = |profile| world.writer.coupon_customer(CouponId(1), profile).unwrap();
    assert_eq!(of(&ana), CouponCustomer { used: 2, is_reserved: true });
    assert_eq!(of(&bob), CouponCustomer { used: 1, is_reserved: false });
    assert_eq!(of(&profile_id("eve")), CouponCustomer::default());
}
