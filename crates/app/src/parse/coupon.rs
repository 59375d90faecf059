//! Coupon codes as a client wrote them.

use std::collections::BTreeSet;

use domain::attribute::Entity;
use domain::code_pattern::CodePattern;
use domain::coupon::{CouponCode, Terms};
use domain::dictionary::Dictionary;
use domain::id::ProfileId;
use domain::refusal::{Problem, ProblemKind, Problems, Refusal};
use jiff::Timestamp;

use super::value::{read_all, read_changes};
use crate::json::{Amount, shorten};
use crate::request::coupon::{CouponChanges, CouponReservations, CouponsRequest};

/// The most codes one request makes. Our own limit.
pub const MOST_AT_ONCE: u32 = 1_000_000;
/// Uses of a code of which nobody said how often it can be used. Source: the vendor's import.
const USAGE_LIMIT: u32 = 1;

/// The codes a request wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// This one.
    One(CouponCode),
    /// So many by a pattern.
    Many(CodePattern, u32),
}

/// Reads a *Create coupons* body.
///
/// # Errors
/// Every field that is not acceptable.
pub fn read_coupons(body: &CouponsRequest, dictionary: &Dictionary) -> Result<(Wanted, Terms), Refusal> {
    let mut problems = Problems::new();
    let wanted = problems.keep(read_wanted(body));
    let terms = read_terms(body, dictionary, &mut problems);
    problems.none_or(())?;
    wanted.map(|wanted| (wanted, terms)).ok_or_else(|| Refusal::Invalid(Vec::new()))
}

fn read_wanted(body: &CouponsRequest) -> Result<Wanted, Problem> {
    match (&body.value, &body.coupon_pattern) {
        (Some(value), None) => read_one(value, body).map(Wanted::One),
        (None, Some(pattern)) => read_many(pattern, body),
        (Some(_), Some(_)) => Err(Problem::new(
            "/couponPattern",
            ProblemKind::Forbidden,
            "Give either one code as \"value\" or a pattern for many, not both.",
        )),
        (None, None) => Err(Problem::new(
            "/value",
            ProblemKind::Missing,
            "Give the code as \"value\", or a \"couponPattern\" such as SUMMER-####-## for many.",
        )),
    }
}

fn read_one(value: &str, body: &CouponsRequest) -> Result<CouponCode, Problem> {
    let only_for_many = [
        ("/validCharacters", body.valid_characters.is_some()),
        ("/numberOfCoupons", body.number_of_coupons.is_some_and(|number| number != 1)),
    ];
    if let Some((pointer, _)) = only_for_many.iter().find(|(_, is_given)| *is_given) {
        let details = "This goes with a pattern, not with a single code; leave it out.";
        return Err(Problem::new(*pointer, ProblemKind::Forbidden, details));
    }
    CouponCode::parse(value, "/value")
}

fn read_many(pattern: &str, body: &CouponsRequest) -> Result<Wanted, Problem> {
    let pattern = CodePattern::parse(pattern, body.valid_characters.as_deref().unwrap_or_default())?;
    let number = body.number_of_coupons.unwrap_or(1);
    let refuse = |details: String| Err(Problem::new("/numberOfCoupons", ProblemKind::Limit, details));
    if number == 0 || number > MOST_AT_ONCE {
        return refuse(format!("{number} codes cannot be made at once; enter 1 to {MOST_AT_ONCE}."));
    }
    if u64::from(number) > pattern.capacity() {
        return refuse(format!(
            "The pattern makes at most {} different codes; add a # or more valid characters.",
            pattern.capacity()
        ));
    }
    Ok(Wanted::Many(pattern, number))
}

/// The terms of a request; what is wrong with them is noted by the vendor's field names.
pub fn read_terms(body: &CouponsRequest, dictionary: &Dictionary, problems: &mut Problems) -> Terms {
    let recipient = body.recipient_integration_id.as_deref();
    let attributes = body
        .attributes
        .as_ref()
        .map(|given| read_all(given, Entity::Coupon, None, dictionary, "/attributes", problems));
    let terms = Terms {
        usage_limit: body.usage_limit.unwrap_or(USAGE_LIMIT),
        profile_limit: body.profile_limit.unwrap_or(0),
        discount_limit: body.discount_limit.map(|Amount(limit)| limit),
        recipient: recipient.and_then(|id| read_recipient(id, problems)),
        starts: read_time(body.start_date.as_deref(), "/startDate", problems),
        expires: read_time(body.expiry_date.as_deref(), "/expiryDate", problems),
        is_reservation_mandatory: body.is_reservation_mandatory.unwrap_or(false),
        is_implicitly_reserved: body.implicitly_reserved.unwrap_or(false),
        reservation_limit: body.reservation_limit.unwrap_or(0),
        attributes: attributes.unwrap_or_default(),
    };
    terms.check(problems);
    terms
}

/// An empty recipient is none.
fn read_recipient(id: &str, problems: &mut Problems) -> Option<ProfileId> {
    if id.is_empty() { None } else { problems.keep(ProfileId::parse(id, "/recipientIntegrationId")) }
}

/// The terms of a code after an *Update coupon* body.
///
/// # Errors
/// Every field that is not acceptable.
pub fn read_changed_terms(
    body: &CouponChanges,
    before: &Terms,
    dictionary: &Dictionary,
) -> Result<Terms, Refusal> {
    let mut problems = Problems::new();
    let mut terms = before.clone();
    terms.usage_limit = body.usage_limit.unwrap_or(terms.usage_limit);
    terms.profile_limit = body.profile_limit.unwrap_or(terms.profile_limit);
    terms.reservation_limit = body.reservation_limit.unwrap_or(terms.reservation_limit);
    terms.is_reservation_mandatory = body.is_reservation_mandatory.unwrap_or(terms.is_reservation_mandatory);
    terms.is_implicitly_reserved = body.implicitly_reserved.unwrap_or(terms.is_implicitly_reserved);
    if let Some(Amount(limit)) = body.discount_limit {
        terms.discount_limit = (!limit.is_zero()).then_some(limit);
    }
    if let Some(id) = &body.recipient_integration_id {
        terms.recipient = read_recipient(id, &mut problems);
    }
    if let Some(time) = &body.start_date {
        terms.starts = read_time(Some(time), "/startDate", &mut problems);
    }
    if let Some(time) = &body.expiry_date {
        terms.expires = read_time(Some(time), "/expiryDate", &mut problems);
    }
    if let Some(given) = &body.attributes {
        let changes = read_changes(given, Entity::Coupon, None, dictionary, "/attributes", &mut problems);
        for (name, value) in changes {
            match value {
                Some(value) => terms.attributes.insert(name, value),
                None => terms.attributes.remove(&name),
            };
        }
    }
    terms.check(&mut problems);
    problems.none_or(terms)
}

/// The most customers of one request about reservations. Our own limit.
const MOST_CUSTOMERS: usize = 1_000;

/// The customers of a request about reservations, each once.
///
/// # Errors
/// Every identity that is not acceptable.
pub fn read_customers(body: &CouponReservations) -> Result<BTreeSet<ProfileId>, Refusal> {
    let mut problems = Problems::new();
    let refuse = |kind, details: String| Problem::new("/integrationIDs", kind, details);
    let given = &body.integration_ids;
    if given.is_empty() {
        problems.push(refuse(ProblemKind::Missing, "Name at least one customer.".to_owned()));
    }
    if given.len() > MOST_CUSTOMERS {
        let details =
            format!("At most {MOST_CUSTOMERS} customers can be named at once, these are {}.", given.len());
        problems.push(refuse(ProblemKind::Limit, details));
    }
    let read = given.iter().take(MOST_CUSTOMERS).enumerate();
    let ids = read
        .filter_map(|(index, id)| problems.keep(ProfileId::parse(id, &format!("/integrationIDs/{index}"))));
    let ids = ids.collect();
    problems.none_or(ids)
}

fn read_time(text: Option<&str>, pointer: &str, problems: &mut Problems) -> Option<Timestamp> {
    let text = text.filter(|text| !text.is_empty())?;
    let read =
        text.parse().ok().and_then(|time: Timestamp| Timestamp::from_microsecond(time.as_microsecond()).ok());
    problems.keep(read.ok_or_else(|| {
        let details = format!("\"{}\" is not a time; write one such as 2026-11-30T09:00:00Z.", shorten(text));
        Problem::new(pointer, ProblemKind::Format, details)
    }))
}
