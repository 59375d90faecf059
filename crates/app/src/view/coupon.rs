//! Coupon codes on the screen.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::session::AttributeValueView;

/// What a list says of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum CouponStatusView {
    /// Can be used and never was.
    Unused,
    /// Was used.
    Used,
    /// Was never used and is reserved for somebody.
    Reserved,
    /// Its start is still to come.
    Scheduled,
    /// Its expiry has passed.
    Expired,
}

/// A code in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CouponView {
    /// Its number.
    pub id: String,
    /// The code.
    pub value: String,
    /// The campaign it belongs to.
    pub campaign_id: u32,
    /// That campaign's name.
    pub campaign_name: String,
    /// Its status now.
    pub status: CouponStatusView,
    /// The same in words: *used 3 of 5*, *expired*.
    pub status_text: String,
    /// Redemptions that stand.
    pub used: u32,
    /// How often it can be used; 0 for no limit.
    pub usage_limit: u32,
    /// How often one customer can use it; 0 for no limit.
    pub profile_limit: u32,
    /// Discounts given with it that stand.
    pub discounted: String,
    /// How much discount it can give over its life.
    pub discount_limit: Option<String>,
    /// The only customer who may use it.
    pub recipient: Option<String>,
    /// From when it can be used.
    pub starts: Option<String>,
    /// When it can no longer be used.
    pub expires: Option<String>,
    /// Only customers it is reserved for may use it.
    pub reservation_mandatory: bool,
    /// It counts as reserved for every customer.
    pub implicitly_reserved: bool,
    /// For how many customers it can be reserved; 0 for any number.
    pub reservation_limit: u32,
    /// Customers it is reserved for.
    pub reserved: u32,
    /// Its attributes.
    pub attributes: Vec<AttributeValueView>,
    /// The same in one line: *channel: mail, wave: 2*.
    pub attributes_text: String,
    /// When it was created.
    pub created: String,
}

/// A customer who has to do with a code.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CouponCustomerView {
    /// The customer.
    pub profile: String,
    /// Their redemptions that stand.
    pub used: u32,
    /// The code is reserved for them.
    pub reserved: bool,
}

/// A code by itself.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CouponDetailView {
    /// The code.
    pub coupon: CouponView,
    /// The customers who used it or for whom it is reserved, the first of them by identity.
    pub customers: Vec<CouponCustomerView>,
    /// Whether there are more of them.
    pub more_customers: bool,
    /// Why it cannot be reserved for one more customer, in a sentence.
    pub not_reservable: Option<String>,
}

/// Which codes are wanted; the default is all.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct CouponFilterView {
    /// Only those of this campaign.
    pub campaign_id: Option<u32>,
    /// Part of the code.
    pub text: Option<String>,
    /// Only those of this status.
    pub status: Option<CouponStatusView>,
}

/// A page of codes, the latest created first.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CouponPage {
    /// The rows.
    pub rows: Vec<CouponView>,
    /// Ask with this for the next page; absent on the last.
    pub next: Option<String>,
    /// How many match in all.
    pub total: u32,
}

/// What was made.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CreatedCouponsView {
    /// How many codes.
    pub created: u32,
    /// The first of them.
    pub first: Vec<String>,
}

/// What is wrong in one cell of a file.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CouponRowProblemView {
    /// The line, from 1.
    pub line: u32,
    /// The column; empty when the line as a whole is meant.
    pub column: String,
    /// What would be right.
    pub message: String,
}

/// What was imported, and what was left out.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportedCouponsView {
    /// How many codes.
    pub imported: u32,
    /// What is wrong with the rows left out.
    pub problems: Vec<CouponRowProblemView>,
    /// How many more mistakes there are.
    pub more_problems: u32,
}

/// A file of codes, as it was chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CouponFileView {
    /// Its name.
    pub name: String,
    /// Its text.
    pub csv: String,
}

/// What became of a code of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum CodeVerdictView {
    /// A rule fired with it, and it is redeemed.
    Accepted,
    /// It came to nothing.
    Rejected,
    /// It is good, and nothing redeems it.
    Noted,
}

/// A code of a session and what became of it.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CodeView {
    /// The code.
    pub value: String,
    /// What became of it.
    pub verdict: CodeVerdictView,
    /// The same in one sentence, with the reason.
    pub sentence: String,
    /// The campaign it belongs to; `null` when there is none.
    pub campaign_id: Option<u32>,
    /// The rule that decided; `null` when none was asked.
    pub rule_index: Option<u32>,
}

/// How far the making or importing of codes is.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProgressView {
    /// Done so far.
    pub done: u32,
    /// Of how many; 0 while nothing was begun.
    pub total: u32,
}
