//! Coupon codes: what a code is worth having, and what has become of it so far.

use jiff::Timestamp;
use rust_decimal::Decimal;

use crate::cart::LONGEST_CODE;
use crate::code_pattern::CodePattern;
use crate::id::{CampaignId, ProfileId};
use crate::limits::check_amount;
use crate::money::Money;
use crate::refusal::{Problem, ProblemKind, Problems};
use crate::text::{self, Lines};
use crate::value::Attributes;

/// The largest usage limit of a code. Source: the vendor's coupon schema.
pub const LARGEST_USAGE_LIMIT: u32 = 999_999;

/// The number of a coupon code, in the order of creation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CouponId(pub u64);

/// A code as a customer enters it, unique in a workspace. Capital and small letters differ.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CouponCode(String);

impl CouponCode {
    /// Takes 1 to 100 characters that can be shown, without spaces around them; `pointer` names the field in a refusal.
    ///
    /// # Errors
    /// A problem at `pointer`.
    pub fn parse(text: &str, pointer: &str) -> Result<Self, Problem> {
        text::check_filled(text, pointer, LONGEST_CODE, Lines::One)?;
        if text.trim() != text {
            let details = format!("Remove the spaces around \"{text}\".");
            return Err(Problem::new(pointer, ProblemKind::Format, details));
        }
        Ok(Self(text.to_owned()))
    }

    /// The code as it was created.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for CouponCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Under which terms a code can be redeemed. Source of the names: the vendor's `Coupon`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms {
    /// How often, over all customers; 0 means without limit.
    pub usage_limit: u32,
    /// How often by one customer; 0 means without limit.
    pub profile_limit: u32,
    /// How much discount the code can give over its life, as a gift card does.
    pub discount_limit: Option<Money>,
    /// The only customer who may redeem it.
    pub recipient: Option<ProfileId>,
    /// The first moment it can be redeemed.
    pub starts: Option<Timestamp>,
    /// The first moment it can no longer be redeemed.
    pub expires: Option<Timestamp>,
    /// Only customers it was reserved for may redeem it. Otherwise a reservation is a note and anyone may.
    pub is_reservation_mandatory: bool,
    /// It counts as reserved for every customer.
    pub is_implicitly_reserved: bool,
    /// For how many customers it can be reserved; 0 means without limit.
    pub reservation_limit: u32,
    /// Custom attributes.
    pub attributes: Attributes,
}

impl Terms {
    /// Checks limits and times against each other; pointers are the vendor's field names.
    pub fn check(&self, problems: &mut Problems) {
        let limits = [
            ("/usageLimit", self.usage_limit),
            ("/profileLimit", self.profile_limit),
            ("/reservationLimit", self.reservation_limit),
        ];
        for (pointer, limit) in limits {
            if limit > LARGEST_USAGE_LIMIT {
                let details =
                    format!("{limit} is too large; enter at most {LARGEST_USAGE_LIMIT}, or 0 for no limit.");
                problems.push(Problem::new(pointer, ProblemKind::Limit, details));
            }
        }
        if let Some(limit) = self.discount_limit {
            problems.keep(check_discount_limit(limit));
        }
        if let (Some(starts), Some(expires)) = (self.starts, self.expires)
            && expires <= starts
        {
            let details = format!("The code would expire before it starts; enter a time after {starts}.");
            problems.push(Problem::new("/expiryDate", ProblemKind::Limit, details));
        }
        let reservations = [
            ("/isReservationMandatory", self.is_reservation_mandatory),
            ("/implicitlyReserved", self.is_implicitly_reserved),
            ("/reservationLimit", self.reservation_limit > 0),
        ];
        for (pointer, is_set) in reservations {
            if self.recipient.is_some() && is_set {
                let details = "A code for one customer needs no reservation; leave one of the two out.";
                problems.push(Problem::new(pointer, ProblemKind::Forbidden, details));
            }
        }
    }

    /// Whether a customer needs a reservation of their own before they may redeem it.
    pub fn needs_reservation(&self) -> bool {
        self.is_reservation_mandatory && !self.is_implicitly_reserved
    }

    /// Whether a code that is reserved for so many customers can be reserved for `more`. Source: the vendor's personal
    /// coupons are not reservable, and its `reservationLimit`.
    ///
    /// # Errors
    /// Why not, in words that follow a colon.
    pub fn check_reservations(&self, reserved: u32, more: u32) -> Result<(), String> {
        if let Some(recipient) = &self.recipient {
            return Err(format!("it is for the customer {recipient} only"));
        }
        let limit = self.reservation_limit;
        if limit > 0 && reserved.saturating_add(more) > limit {
            return Err(format!("it can be reserved for at most {limit} customers, and is for {reserved}"));
        }
        Ok(())
    }
}

fn check_discount_limit(limit: Money) -> Result<(), Problem> {
    check_amount(limit, "/discountLimit")?;
    if limit == Decimal::ZERO {
        let details = "A code that may give no discount is of no use; enter an amount, or leave this out.";
        return Err(Problem::new("/discountLimit", ProblemKind::Limit, details));
    }
    Ok(())
}

/// A code of a campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coupon {
    /// Its number.
    pub id: CouponId,
    /// The campaign it belongs to.
    pub campaign: CampaignId,
    /// The code.
    pub value: CouponCode,
    /// How it can be redeemed.
    pub terms: Terms,
    /// Redemptions that stand.
    pub used: u32,
    /// Discounts given with it that stand.
    pub discounted: Money,
    /// Customers it is reserved for.
    pub reserved: u32,
    /// When it was created.
    pub created: Timestamp,
}

/// A code a rule asks for, still to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CouponOrder {
    /// The campaign it will belong to.
    pub campaign: CampaignId,
    /// How it will look.
    pub pattern: CodePattern,
    /// How it can be redeemed.
    pub terms: Terms,
}

/// What a list says of a code in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CouponStatus {
    /// Can be redeemed and never was.
    Unused,
    /// Was redeemed.
    Used,
    /// Was never redeemed and is reserved for somebody.
    Reserved,
    /// Its start is still to come.
    Scheduled,
    /// Its expiry has passed.
    Expired,
}

impl CouponStatus {
    /// Every status, in the order a form offers them.
    pub const ALL: [Self; 5] = [Self::Unused, Self::Used, Self::Reserved, Self::Scheduled, Self::Expired];

    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unused => "unused",
            Self::Used => "used",
            Self::Reserved => "reserved",
            Self::Scheduled => "scheduled",
            Self::Expired => "expired",
        }
    }

    /// The status with that word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}

impl Coupon {
    /// What to say of it at `now`. Time comes first: an expired code is expired, however often it was used.
    pub fn status(&self, now: Timestamp) -> CouponStatus {
        if self.terms.expires.is_some_and(|expires| expires <= now) {
            CouponStatus::Expired
        } else if self.terms.starts.is_some_and(|starts| starts > now) {
            CouponStatus::Scheduled
        } else if self.used > 0 {
            CouponStatus::Used
        } else if self.reserved > 0 {
            CouponStatus::Reserved
        } else {
            CouponStatus::Unused
        }
    }

    /// Discounts the code can still give; `None` without limit.
    pub fn discount_left(&self) -> Option<Money> {
        let limit = self.terms.discount_limit?;
        Some(limit.saturating_sub(self.discounted).max(Decimal::ZERO))
    }
}
