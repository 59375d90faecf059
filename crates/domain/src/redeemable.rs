//! Whether a code can be redeemed, as far as that is known before any rule is evaluated.

use jiff::Timestamp;

use crate::coupon::Coupon;
use crate::id::ProfileId;

/// Why a code is rejected. Source of the names: the vendor's `couponRejectionReason`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rejection {
    /// `CouponNotFound`
    NotFound,
    /// `CouponPartOfNotRunningCampaign`
    CampaignNotRunning,
    /// `CouponStartDateInFuture`
    NotStarted,
    /// `CouponExpired`
    Expired,
    /// `CouponRecipientDoesNotMatch`
    WrongRecipient,
    /// `ProfileRequired`
    ProfileRequired,
    /// `CouponReservationRequired`
    ReservationRequired,
    /// `CouponLimitReached`
    CouponLimit,
    /// `ProfileLimitReached`
    ProfileLimit,
    /// `CampaignLimitReached`
    CampaignLimit,
    /// `CouponPartOfNotTriggeredCampaign`
    NotTriggered,
    /// `CouponRejectedByCondition`
    Condition,
    /// `EffectCouldNotBeApplied`
    Effect,
}

impl Rejection {
    /// Every reason, in the order they are looked for.
    pub const ALL: [Self; 13] = [
        Self::NotFound,
        Self::CampaignNotRunning,
        Self::NotStarted,
        Self::Expired,
        Self::WrongRecipient,
        Self::ProfileRequired,
        Self::ReservationRequired,
        Self::CouponLimit,
        Self::ProfileLimit,
        Self::CampaignLimit,
        Self::NotTriggered,
        Self::Condition,
        Self::Effect,
    ];

    /// The vendor's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotFound => "CouponNotFound",
            Self::CampaignNotRunning => "CouponPartOfNotRunningCampaign",
            Self::NotStarted => "CouponStartDateInFuture",
            Self::Expired => "CouponExpired",
            Self::WrongRecipient => "CouponRecipientDoesNotMatch",
            Self::ProfileRequired => "ProfileRequired",
            Self::ReservationRequired => "CouponReservationRequired",
            Self::CouponLimit => "CouponLimitReached",
            Self::ProfileLimit => "ProfileLimitReached",
            Self::CampaignLimit => "CampaignLimitReached",
            Self::NotTriggered => "CouponPartOfNotTriggeredCampaign",
            Self::Condition => "CouponRejectedByCondition",
            Self::Effect => "EffectCouldNotBeApplied",
        }
    }

    /// The reason with that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.name() == name)
    }

    /// Why, as people read it after "was rejected because".
    pub fn words(self) -> &'static str {
        match self {
            Self::NotFound => "there is no such code",
            Self::CampaignNotRunning => "its campaign is not running",
            Self::NotStarted => "it cannot be used yet",
            Self::Expired => "it has expired",
            Self::WrongRecipient => "it belongs to another customer",
            Self::ProfileRequired => "the session has no customer, and this code needs one",
            Self::ReservationRequired => "it must be reserved for the customer first",
            Self::CouponLimit => "it was used as often as it may be",
            Self::ProfileLimit => "this customer used it as often as one may",
            Self::CampaignLimit => "its campaign has no redemptions left",
            Self::NotTriggered => "its campaign was not triggered",
            Self::Condition => "no rule with this code has all its conditions met",
            Self::Effect => "what it would give cannot be given",
        }
    }
}

/// What surrounds a code when somebody enters it.
#[derive(Debug, Clone, Copy)]
pub struct Situation<'a> {
    /// The workspace clock.
    pub now: Timestamp,
    /// The customer; `None` while anonymous.
    pub profile: Option<&'a ProfileId>,
    /// Whether the code's campaign is running.
    pub is_campaign_running: bool,
    /// How often this customer redeemed the code.
    pub used_by_profile: u32,
    /// Whether the code is reserved for this customer.
    pub is_reserved_for_profile: bool,
    /// Whether the campaign has no redemptions left.
    pub is_campaign_limit_reached: bool,
}

/// Whether `coupon` can be redeemed, whatever the rules say afterwards.
///
/// # Errors
/// The first reason against it, in the order of [`Rejection::ALL`].
pub fn check(coupon: Option<&Coupon>, situation: &Situation<'_>) -> Result<(), Rejection> {
    let Some(coupon) = coupon else {
        return Err(Rejection::NotFound);
    };
    let terms = &coupon.terms;
    let refuse = |is_so: bool, why| if is_so { Err(why) } else { Ok(()) };
    refuse(!situation.is_campaign_running, Rejection::CampaignNotRunning)?;
    refuse(terms.starts.is_some_and(|starts| situation.now < starts), Rejection::NotStarted)?;
    refuse(terms.expires.is_some_and(|expires| expires <= situation.now), Rejection::Expired)?;
    check_person(coupon, situation)?;
    refuse(terms.needs_reservation() && !situation.is_reserved_for_profile, Rejection::ReservationRequired)?;
    refuse(is_reached(terms.usage_limit, coupon.used), Rejection::CouponLimit)?;
    refuse(is_reached(terms.profile_limit, situation.used_by_profile), Rejection::ProfileLimit)?;
    refuse(situation.is_campaign_limit_reached, Rejection::CampaignLimit)
}

/// A code for one customer, with a limit for each, or to be reserved first, is nothing for an anonymous session.
fn check_person(coupon: &Coupon, situation: &Situation<'_>) -> Result<(), Rejection> {
    let terms = &coupon.terms;
    match (&terms.recipient, situation.profile) {
        (Some(recipient), Some(profile)) if recipient != profile => Err(Rejection::WrongRecipient),
        (Some(_), None) => Err(Rejection::ProfileRequired),
        (None, None) if terms.profile_limit > 0 || terms.needs_reservation() => {
            Err(Rejection::ProfileRequired)
        }
        (Some(_) | None, Some(_)) | (None, None) => Ok(()),
    }
}

fn is_reached(limit: u32, count: u32) -> bool {
    limit > 0 && count >= limit
}
