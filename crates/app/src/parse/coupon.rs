//! Coupon codes as a client wrote them.

use domain::code_pattern::CodePattern;
use domain::coupon::{CouponCode, Terms};
use domain::id::ProfileId;
use domain::refusal::{Problem, ProblemKind, Problems, Refusal};
use jiff::Timestamp;

use crate::json::{Amount, shorten};
use crate::request::coupon::CouponsRequest;

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
pub fn read_coupons(body: &CouponsRequest) -> Result<(Wanted, Terms), Refusal> {
    let mut problems = Problems::new();
    let wanted = problems.keep(read_wanted(body));
    let terms = read_terms(body, &mut problems);
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
pub fn read_terms(body: &CouponsRequest, problems: &mut Problems) -> Terms {
    let recipient = body.recipient_integration_id.as_deref().filter(|id| !id.is_empty());
    let terms = Terms {
        usage_limit: body.usage_limit.unwrap_or(USAGE_LIMIT),
        profile_limit: body.profile_limit.unwrap_or(0),
        discount_limit: body.discount_limit.map(|Amount(limit)| limit),
        recipient: recipient.and_then(|id| problems.keep(ProfileId::parse(id, "/recipientIntegrationId"))),
        starts: read_time(body.start_date.as_deref(), "/startDate", problems),
        expires: read_time(body.expiry_date.as_deref(), "/expiryDate", problems),
        is_reservation_mandatory: body.is_reservation_mandatory.unwrap_or(false),
        attributes: domain::value::Attributes::new(),
    };
    terms.check(problems);
    terms
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
