//! The Management API's shapes. Source: the models of the vendor's official SDKs.

pub mod access_log;
pub mod application;
pub mod attribute;
pub mod campaign;
pub mod coupon;
pub mod customer;
pub mod event;
pub mod ruleset;
pub mod session;

use serde::Serialize;

/// A list that says whether there is more.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Page<T> {
    /// There are more after these.
    pub has_more: bool,
    /// The things.
    pub data: Vec<T>,
}

/// A list that says how many there are in all.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Counted<T> {
    /// How many there are in all.
    pub total_result_size: u64,
    /// The things.
    pub data: Vec<T>,
}

impl<T> Counted<T> {
    /// A part of `total` things.
    pub fn of(data: Vec<T>, total: usize) -> Self {
        Self { total_result_size: u64::try_from(total).unwrap_or(u64::MAX), data }
    }
}
