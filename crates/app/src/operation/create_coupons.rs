//! *Create coupons*: one code, or many by a pattern, in one transaction.

use std::sync::Arc;

use domain::code_pattern::{CodePattern, mix};
use domain::coupon::{Coupon, CouponCode, CouponId, Terms};
use domain::id::CampaignId;
use domain::refusal::{Problem, ProblemKind};
use rust_decimal::Decimal;

use super::{Moment, Operation};
use crate::parse::coupon::{Wanted, read_coupons};
use crate::progress::Progress;
use crate::refusal::Refusal;
use crate::request::coupon::CouponsRequest;
use crate::view::workspace::Stale;

/// The most codes of a workspace. Our own limit.
pub const MOST_CODES: u64 = 5_000_000;
/// How many of the new codes an answer names.
const SHOWN: usize = 20;

/// Makes codes for the campaign `id`.
#[derive(Debug, Clone)]
pub struct CreateCoupons {
    /// The campaign's number.
    pub id: u32,
    /// The request's body.
    pub body: CouponsRequest,
    /// How far it is, for whoever watches.
    pub progress: Arc<Progress>,
}

/// What was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreatedCoupons {
    /// How many codes.
    pub created: u32,
    /// The number of the first; the others follow it without gaps.
    pub from: u64,
    /// The first of them.
    pub first: Vec<String>,
}

impl Operation for CreateCoupons {
    type Answer = CreatedCoupons;
    const STALE: &'static [Stale] = &[Stale::Coupons];

    fn run(&self, moment: &Moment<'_>) -> Result<CreatedCoupons, Refusal> {
        let campaign = campaign(moment, self.id)?;
        let (wanted, terms) = read_coupons(&self.body, &moment.house.dictionary)?;
        let mut maker = Maker::new(moment, campaign)?;
        let from = maker.next.0;
        match wanted {
            Wanted::One(value) => {
                maker.has_room_for(1)?;
                if !maker.make(value.clone(), terms)? {
                    let details = format!("There is a code \"{value}\" already; choose another.");
                    return Err(Refusal::field("/value", ProblemKind::Taken, details));
                }
                Ok(CreatedCoupons { created: 1, from, first: vec![value.to_string()] })
            }
            Wanted::Many(pattern, number) => self.make_many(&mut maker, &pattern, number, &terms, moment),
        }
    }
}

impl CreateCoupons {
    /// The codes a pattern yields are decided by the time and by how many codes there are: the same history makes the
    /// same codes, and no two requests the same ones.
    fn make_many(
        &self,
        maker: &mut Maker<'_>,
        pattern: &CodePattern,
        number: u32,
        terms: &Terms,
        moment: &Moment<'_>,
    ) -> Result<CreatedCoupons, Refusal> {
        maker.has_room_for(u64::from(number))?;
        self.progress.begin(number);
        let mut made = CreatedCoupons { created: 0, from: maker.next.0, first: Vec::new() };
        let seed = mix(moment.now.as_microsecond().cast_unsigned()) ^ mix(maker.next.0);
        for value in pattern.codes(seed) {
            if made.created == number {
                break;
            }
            self.progress.note(made.created)?;
            if maker.make(CouponCode::parse(&value, "/couponPattern")?, terms.clone())? {
                made.created += 1;
                if made.first.len() < SHOWN {
                    made.first.push(value);
                }
            }
        }
        if made.created < number {
            let details = format!(
                "Only {} codes of this pattern are still free; add a # or more valid characters.",
                made.created
            );
            return Err(Refusal::field("/numberOfCoupons", ProblemKind::Limit, details));
        }
        Ok(made)
    }
}

/// Adds codes to a campaign.
pub(super) struct Maker<'m> {
    moment: &'m Moment<'m>,
    campaign: CampaignId,
    next: CouponId,
}

impl<'m> Maker<'m> {
    /// For codes of `campaign`.
    pub(super) fn new(moment: &'m Moment<'m>, campaign: CampaignId) -> Result<Self, Refusal> {
        Ok(Self { moment, campaign, next: moment.tx.next_coupon_id()? })
    }

    /// Whether so many more codes may be in the workspace.
    pub(super) fn has_room_for(&self, number: u64) -> Result<(), Problem> {
        if self.next.0.saturating_sub(1).saturating_add(number) <= MOST_CODES {
            return Ok(());
        }
        let details = format!("A workspace holds at most {MOST_CODES} codes; make fewer of them.");
        Err(Problem::new("/numberOfCoupons", ProblemKind::Limit, details))
    }

    /// Adds a code; `false` when its value is taken.
    pub(super) fn make(&mut self, value: CouponCode, terms: Terms) -> Result<bool, Refusal> {
        let coupon = Coupon {
            id: self.next,
            campaign: self.campaign,
            value,
            terms,
            used: 0,
            discounted: Decimal::ZERO,
            reserved: 0,
            created: self.moment.now,
        };
        let is_made = self.moment.tx.insert_coupon(&coupon)?;
        if is_made {
            self.next = CouponId(self.next.0 + 1);
        }
        Ok(is_made)
    }
}

/// The campaign of that number, which must exist.
pub(super) fn campaign(moment: &Moment<'_>, id: u32) -> Result<CampaignId, Refusal> {
    let found = moment.house.campaigns.iter().find(|campaign| campaign.id.0 == id);
    found.map(|campaign| campaign.id).ok_or_else(|| Refusal::not_found("campaign", id.to_string()))
}
