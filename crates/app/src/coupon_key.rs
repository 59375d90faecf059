//! Which code a request is about.

use domain::coupon::{Coupon, CouponId};
use store::Reader;

use crate::refusal::Refusal;

/// A code, by what it says or by its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CouponKey {
    /// The code itself. Capital and small letters differ.
    Value(String),
    /// Its number.
    Number(u64),
}

impl CouponKey {
    /// The code.
    ///
    /// # Errors
    /// When there is none, or the workspace cannot be read.
    pub(crate) fn find(&self, reader: &Reader) -> Result<Coupon, Refusal> {
        let found = match self {
            Self::Value(value) => reader.coupon(value)?,
            Self::Number(number) => reader.coupon_numbered(CouponId(*number))?,
        };
        found.ok_or_else(|| Refusal::not_found("code", self.to_string()))
    }
}

impl std::fmt::Display for CouponKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Value(value) => f.write_str(value),
            Self::Number(number) => write!(f, "{number}"),
        }
    }
}
