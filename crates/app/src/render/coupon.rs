//! Coupon codes as a window shows them.

use domain::attribute::Entity;
use domain::coupon::{Coupon, CouponStatus};
use domain::id::ProfileId;
use jiff::Timestamp;
use store::{CouponCustomer, Page};

use super::{attribute, text};
use crate::house::House;
use crate::operation::create_coupons::CreatedCoupons;
use crate::operation::import_coupons::ImportedCoupons;
use crate::view::coupon::{
    CouponCustomerView, CouponDetailView, CouponRowProblemView, CouponStatusView, CouponView,
    CreatedCouponsView, ImportedCouponsView,
};

/// A code as a list shows it at `now`.
pub fn view(coupon: &Coupon, house: &House, now: Timestamp) -> CouponView {
    let (terms, status) = (&coupon.terms, coupon.status(now));
    CouponView {
        id: coupon.id.0.to_string(),
        value: coupon.value.to_string(),
        campaign_id: coupon.campaign.0,
        campaign_name: house.campaign_name(coupon.campaign),
        status: status_view(status),
        status_text: status_text(coupon, status),
        used: coupon.used,
        usage_limit: terms.usage_limit,
        profile_limit: terms.profile_limit,
        discounted: text::money(coupon.discounted),
        discount_limit: terms.discount_limit.map(text::money),
        recipient: terms.recipient.as_ref().map(ToString::to_string),
        starts: terms.starts.map(|time| time.to_string()),
        expires: terms.expires.map(|time| time.to_string()),
        reservation_mandatory: terms.is_reservation_mandatory,
        implicitly_reserved: terms.is_implicitly_reserved,
        reservation_limit: terms.reservation_limit,
        reserved: coupon.reserved,
        attributes: attribute::values(&terms.attributes, Entity::Coupon, None, &house.dictionary),
        attributes_text: attributes_text(coupon),
        created: coupon.created.to_string(),
    }
}

fn attributes_text(coupon: &Coupon) -> String {
    let told = coupon.terms.attributes.iter().map(|(name, value)| format!("{name}: {}", text::value(value)));
    told.collect::<Vec<_>>().join(", ")
}

/// A code by itself at `now`, with its `customers`.
pub fn detail(
    coupon: &Coupon,
    customers: Page<(ProfileId, CouponCustomer), ()>,
    house: &House,
    now: Timestamp,
) -> CouponDetailView {
    let refused = coupon.terms.check_reservations(coupon.reserved, 1).err();
    CouponDetailView {
        more_customers: customers.next.is_some(),
        customers: customers.rows.into_iter().map(customer).collect(),
        not_reservable: refused.map(|why| format!("This code cannot be reserved for anybody more: {why}.")),
        coupon: view(coupon, house, now),
    }
}

fn customer((profile, customer): (ProfileId, CouponCustomer)) -> CouponCustomerView {
    CouponCustomerView { profile: profile.to_string(), used: customer.used, reserved: customer.is_reserved }
}

/// The status in a few words.
fn status_text(coupon: &Coupon, status: CouponStatus) -> String {
    match (status, coupon.terms.usage_limit) {
        (CouponStatus::Used, 0) if coupon.used == 1 => "used once".to_owned(),
        (CouponStatus::Used, 0) => format!("used {} times", coupon.used),
        (CouponStatus::Used, limit) => format!("used {} of {limit}", coupon.used),
        (CouponStatus::Expired, _) if coupon.used > 0 => format!("expired, used {}", coupon.used),
        (
            CouponStatus::Unused | CouponStatus::Reserved | CouponStatus::Scheduled | CouponStatus::Expired,
            _,
        ) => status.name().to_owned(),
    }
}

fn status_view(status: CouponStatus) -> CouponStatusView {
    match status {
        CouponStatus::Unused => CouponStatusView::Unused,
        CouponStatus::Used => CouponStatusView::Used,
        CouponStatus::Reserved => CouponStatusView::Reserved,
        CouponStatus::Scheduled => CouponStatusView::Scheduled,
        CouponStatus::Expired => CouponStatusView::Expired,
    }
}

/// The status a filter names.
pub fn status(view: CouponStatusView) -> CouponStatus {
    match view {
        CouponStatusView::Unused => CouponStatus::Unused,
        CouponStatusView::Used => CouponStatus::Used,
        CouponStatusView::Reserved => CouponStatus::Reserved,
        CouponStatusView::Scheduled => CouponStatus::Scheduled,
        CouponStatusView::Expired => CouponStatus::Expired,
    }
}

/// What was made.
pub fn created(made: CreatedCoupons) -> CreatedCouponsView {
    CreatedCouponsView { created: made.created, first: made.first }
}

/// What was imported.
pub fn imported(done: ImportedCoupons) -> ImportedCouponsView {
    let problems = done.problems.into_iter().map(|problem| CouponRowProblemView {
        line: u32::try_from(problem.line).unwrap_or(u32::MAX),
        column: problem.column,
        message: problem.details,
    });
    ImportedCouponsView {
        imported: done.imported,
        problems: problems.collect(),
        more_problems: done.more_problems,
    }
}
