//! Codes: what they may look like, how they are made by a pattern, and every reason not to take one.

use std::collections::BTreeSet;

use domain::code_pattern::CodePattern;
use domain::coupon::{Coupon, CouponCode, CouponId, CouponStatus, Terms};
use domain::id::{CampaignId, ProfileId};
use domain::redeemable::{Rejection, Situation, check};
use domain::refusal::{Problem, Problems, Refusal};
use jiff::Timestamp;
use proptest::prelude::*;

use crate::world::{at, money};

fn profile(id: &str) -> ProfileId {
    ProfileId::parse(id, "").unwrap()
}

fn coupon(terms: Terms) -> Coupon {
    Coupon {
        id: CouponId(1),
        campaign: CampaignId(1),
        value: CouponCode::parse("SUMMER20", "").unwrap(),
        terms,
        used: 0,
        discounted: money("0"),
        reserved: 0,
        created: at(0),
    }
}

/// A code and what surrounds it, with everything against it that `wrongs` names.
struct Case {
    coupon: Option<Coupon>,
    profile: Option<ProfileId>,
    is_campaign_running: bool,
    used_by_profile: u32,
    is_campaign_limit_reached: bool,
}

/// The one change that makes a good code be rejected for `wrong`.
fn spoil(case: &mut Case, wrong: Rejection) {
    let terms = |case: &mut Case, change: fn(&mut Terms)| {
        if let Some(coupon) = &mut case.coupon {
            change(&mut coupon.terms);
        }
    };
    match wrong {
        Rejection::NotFound => case.coupon = None,
        Rejection::CampaignNotRunning => case.is_campaign_running = false,
        Rejection::NotStarted => terms(case, |terms| terms.starts = Some(at(51))),
        Rejection::Expired => terms(case, |terms| terms.expires = Some(at(50))),
        Rejection::WrongRecipient => terms(case, |terms| terms.recipient = Some(profile("bob"))),
        Rejection::ProfileRequired => case.profile = None,
        Rejection::ReservationRequired => terms(case, |terms| terms.is_reservation_mandatory = true),
        Rejection::CouponLimit => {
            if let Some(coupon) = &mut case.coupon {
                (coupon.used, coupon.terms.usage_limit) = (3, 3);
            }
        }
        Rejection::ProfileLimit => {
            (case.used_by_profile, _) = (2, terms(case, |terms| terms.profile_limit = 2))
        }
        Rejection::CampaignLimit => case.is_campaign_limit_reached = true,
        Rejection::NotTriggered | Rejection::Condition | Rejection::Effect => {
            unreachable!("{wrong:?} is found by the rules")
        }
    }
}

fn verdict(wrongs: &[Rejection]) -> Result<(), Rejection> {
    let mut case = Case {
        coupon: Some(coupon(Terms { profile_limit: 5, ..Terms::default() })),
        profile: Some(profile("ana")),
        is_campaign_running: true,
        used_by_profile: 0,
        is_campaign_limit_reached: false,
    };
    for wrong in wrongs {
        spoil(&mut case, *wrong);
    }
    let situation = Situation {
        now: at(50),
        profile: case.profile.as_ref(),
        is_campaign_running: case.is_campaign_running,
        used_by_profile: case.used_by_profile,
        is_reserved_for_profile: false,
        is_campaign_limit_reached: case.is_campaign_limit_reached,
    };
    check(case.coupon.as_ref(), &situation)
}

/// The reasons known before any rule is evaluated.
fn early() -> impl Iterator<Item = Rejection> + Clone {
    Rejection::ALL.into_iter().filter(|reason| *reason < Rejection::NotTriggered)
}

#[test]
fn a_good_code_is_taken_and_every_reason_against_one_is_found() {
    assert_eq!(verdict(&[]), Ok(()));
    for wrong in early() {
        assert_eq!(verdict(&[wrong]), Err(wrong));
    }
}

#[test]
fn of_two_reasons_the_earlier_in_the_order_is_given() {
    let ranked: Vec<Rejection> = early().collect();
    for (rank, first) in ranked.iter().enumerate() {
        for second in ranked.get(rank + 1..).unwrap() {
            // Without a customer nobody is the wrong one.
            let expected = match (first, second) {
                (Rejection::WrongRecipient, Rejection::ProfileRequired) => Rejection::ProfileRequired,
                _ => *first,
            };
            for wrongs in [[*first, *second], [*second, *first]] {
                assert_eq!(verdict(&wrongs), Err(expected), "{wrongs:?}");
            }
        }
    }
    assert_eq!(verdict(&ranked), Err(Rejection::NotFound));
}

#[test]
fn a_customer_is_required_by_what_is_counted_for_each() {
    let anonymous = |terms: Terms| {
        let situation = Situation {
            now: at(50),
            profile: None,
            is_campaign_running: true,
            used_by_profile: 0,
            is_reserved_for_profile: false,
            is_campaign_limit_reached: false,
        };
        check(Some(&coupon(terms)), &situation)
    };
    assert_eq!(anonymous(Terms { usage_limit: 1, ..Terms::default() }), Ok(()));
    for terms in [
        Terms { recipient: Some(profile("ana")), ..Terms::default() },
        Terms { profile_limit: 1, ..Terms::default() },
        Terms { is_reservation_mandatory: true, ..Terms::default() },
    ] {
        assert_eq!(anonymous(terms), Err(Rejection::ProfileRequired));
    }
}

#[test]
fn reasons_have_the_vendors_names_and_are_found_by_them() {
    for reason in Rejection::ALL {
        assert_eq!(Rejection::from_name(reason.name()), Some(reason));
    }
    assert_eq!(Rejection::from_name("CouponRejectedCondition"), None);
}

#[test]
fn a_code_is_of_one_status_at_a_time() {
    let lasting = |starts: i64, expires: i64| Terms {
        starts: Some(at(starts)),
        expires: Some(at(expires)),
        ..Terms::default()
    };
    let table = [
        (lasting(10, 20), 0, 0, 9, CouponStatus::Scheduled),
        (lasting(10, 20), 0, 0, 10, CouponStatus::Unused),
        (lasting(10, 20), 0, 1, 19, CouponStatus::Reserved),
        (lasting(10, 20), 2, 1, 19, CouponStatus::Used),
        (lasting(10, 20), 2, 1, 20, CouponStatus::Expired),
        (Terms::default(), 0, 0, 0, CouponStatus::Unused),
    ];
    for (terms, used, reserved, now, expected) in table {
        let coupon = Coupon { used, reserved, ..coupon(terms) };
        assert_eq!(coupon.status(at(now)), expected);
    }
}

#[test]
fn terms_that_make_no_sense_are_refused_by_field() {
    let table = [
        (Terms { usage_limit: 1_000_000, ..Terms::default() }, "/usageLimit"),
        (Terms { profile_limit: 1_000_000, ..Terms::default() }, "/profileLimit"),
        (Terms { discount_limit: Some(money("0")), ..Terms::default() }, "/discountLimit"),
        (Terms { discount_limit: Some(money("-1")), ..Terms::default() }, "/discountLimit"),
        (Terms { starts: Some(at(5)), expires: Some(at(5)), ..Terms::default() }, "/expiryDate"),
        (
            Terms { recipient: Some(profile("ana")), is_reservation_mandatory: true, ..Terms::default() },
            "/isReservationMandatory",
        ),
    ];
    for (terms, pointer) in table {
        let mut problems = Problems::new();
        terms.check(&mut problems);
        let Err(Refusal::Invalid(problems)) = problems.none_or(()) else { panic!("{pointer} was accepted") };
        assert_eq!(problems.iter().map(|problem| problem.pointer.as_str()).collect::<Vec<_>>(), [pointer]);
    }
}

#[test]
fn codes_are_texts_a_customer_can_type() {
    for good in ["S", "SUMMER-20", "Übung 7", &"x".repeat(100)] {
        assert_eq!(CouponCode::parse(good, "/value").unwrap().as_str(), good);
    }
    for bad in ["", " ", " A", "A ", "A\nB", "A\u{202e}B", &"x".repeat(101)] {
        let Problem { pointer, .. } = CouponCode::parse(bad, "/value").unwrap_err();
        assert_eq!(pointer, "/value", "{bad:?}");
    }
}

#[test]
fn patterns_that_make_no_codes_are_refused_by_field() {
    let table = [
        ("", "", "/couponPattern"),
        ("SUMMER", "", "/couponPattern"),
        (" ##", "", "/couponPattern"),
        (&"#".repeat(101), "", "/couponPattern"),
        ("##", "A B", "/validCharacters"),
        ("##", "A#", "/validCharacters"),
        ("##", "A\u{7}", "/validCharacters"),
    ];
    for (pattern, letters, pointer) in table {
        assert_eq!(
            CodePattern::parse(pattern, letters).unwrap_err().pointer,
            pointer,
            "{pattern:?} {letters:?}"
        );
    }
}

#[test]
fn a_pattern_yields_each_of_its_codes_exactly_once() {
    let pattern = CodePattern::parse("SUMMER-##-#", "ABC7").unwrap();
    assert_eq!(pattern.capacity(), 64);
    let codes: Vec<String> = pattern.codes(7).collect();
    assert_eq!(codes.len(), 64);
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), 64);
    assert!(codes.iter().all(|code| code.starts_with("SUMMER-") && code.chars().nth(9) == Some('-')));
    assert_ne!(codes, pattern.codes(8).collect::<Vec<_>>(), "another seed, another order");
}

proptest! {
    #[test]
    fn codes_follow_the_pattern_differ_and_depend_on_the_seed_alone(
        pattern in "[A-Z-]{0,5}#{1,20}[a-z]{0,3}#{0,20}",
        letters in "[A-Z0-9]{0,36}",
        seed in any::<u64>(),
    ) {
        let made = CodePattern::parse(&pattern, &letters).unwrap();
        let codes: Vec<String> = made.codes(seed).take(200).collect();
        prop_assert_eq!(codes.len() as u64, made.capacity().min(200));
        prop_assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
        prop_assert_eq!(&codes, &made.codes(seed).take(200).collect::<Vec<_>>());
        let allowed = if letters.is_empty() { domain::code_pattern::VALID_CHARACTERS } else { &letters };
        for code in codes {
            prop_assert_eq!(code.chars().count(), pattern.chars().count());
            for (made, wanted) in code.chars().zip(pattern.chars()) {
                let fits = if wanted == '#' { allowed.contains(made) } else { made == wanted };
                prop_assert!(fits, "{} does not follow {}", code, pattern);
            }
        }
    }
}

#[test]
fn the_discount_a_code_has_left_is_never_below_nothing() {
    let left = |limit: Option<&str>, given: &str| {
        let terms = Terms { discount_limit: limit.map(money), ..Terms::default() };
        Coupon { discounted: money(given), ..coupon(terms) }.discount_left()
    };
    assert_eq!(left(None, "5"), None);
    assert_eq!(left(Some("50"), "12.5"), Some(money("37.5")));
    assert_eq!(left(Some("50"), "60"), Some(money("0")));
}

#[test]
fn times_are_compared_to_the_moment() {
    let starts: Timestamp = at(50);
    assert_eq!(verdict(&[Rejection::NotStarted]), Err(Rejection::NotStarted));
    let coupon = coupon(Terms { starts: Some(starts), ..Terms::default() });
    assert_eq!(coupon.status(at(50)), CouponStatus::Unused, "the start itself belongs to it");
}
