//! Blocks about coupon codes.

use domain::attribute::Entity;
use domain::code_pattern::CodePattern;
use domain::refusal::ProblemKind;
use serde_json::Value as Json;

use super::{Checker, Place, label};
use crate::document::{Block, BlockKind, CouponCheck, CouponCreation, escape, wrong_type};
use crate::expression::Expr;
use crate::kind::Kind;
use crate::path::unknown_attribute;
use crate::plan::{Action, ConditionPlan, CouponPlan, Test};
use crate::trace::TracedKind;

/// The pattern of a code of which nobody said how it looks.
const PATTERN: &str = "########";

impl Checker<'_> {
    pub(super) fn coupon(
        &mut self,
        check: &CouponCheck,
        pointer: &str,
        place: Place<'_>,
    ) -> Option<ConditionPlan> {
        if place.item {
            let details = "The predicate of a selector looks at cart items only; check codes in a rule.";
            self.refuse(format!("{pointer}/type"), ProblemKind::Forbidden, details);
            return None;
        }
        let sentence =
            if check.redeem { "Coupon code is valid" } else { "Coupon code is valid, without redeeming it" };
        let wanted = Some("a valid code of this campaign".to_owned());
        Some(ConditionPlan {
            label: label(pointer, place, TracedKind::Coupon, sentence.to_owned(), wanted),
            test: Test::Coupon { redeem: check.redeem },
            on_failure: self.on_failure(&check.on_failure, pointer, place),
        })
    }

    pub(super) fn creation(
        &mut self,
        creation: &CouponCreation,
        pointer: &str,
        place: Place<'_>,
    ) -> Option<(Action, String)> {
        let campaign = self.campaign_named(&creation.campaign_id, &format!("{pointer}/campaignId"));
        let pattern = self.pattern(creation, pointer);
        let recipient = self.text(&creation.recipient_id, &format!("{pointer}/recipientId"), place);
        let one = Json::from(1);
        let usage_limit = creation.usage_limit.as_ref().unwrap_or(&one);
        let usage_limit = self.operand(usage_limit, Kind::NUMBER, &format!("{pointer}/usageLimit"), place);
        let mut optional = |json: &Option<Json>, kind, field: &str| -> Option<Option<Expr>> {
            let Some(json) = json else { return Some(None) };
            self.operand(json, kind, &format!("{pointer}/{field}"), place).map(Some)
        };
        let discount_limit = optional(&creation.discount_limit, Kind::NUMBER, "discountLimit");
        let starts = optional(&creation.start_date, Kind::TIME, "startDate");
        let expires = optional(&creation.expiry_date, Kind::TIME, "expiryDate");
        let attributes = self.code_attributes(creation.attributes.as_ref(), pointer, place);
        let pattern = pattern?;
        let sentence = format!("Create a coupon code {}", pattern.as_str());
        let plan = CouponPlan {
            campaign: campaign?,
            recipient: recipient?,
            usage_limit: usage_limit?,
            discount_limit: discount_limit?,
            starts: starts?,
            expires: expires?,
            attributes: attributes?,
            pattern,
        };
        Some((Action::CreateCoupon(Box::new(plan)), sentence))
    }

    /// The attributes of a new code, each of the kind the dictionary says.
    fn code_attributes(
        &mut self,
        json: Option<&Json>,
        pointer: &str,
        place: Place<'_>,
    ) -> Option<Vec<(String, Expr)>> {
        let pointer = format!("{pointer}/attributes");
        let given = match json {
            None | Some(Json::Null) => return Some(Vec::new()),
            Some(Json::Object(given)) => given,
            Some(other) => {
                self.problems.push(wrong_type(&pointer, other, "an object of attributes by name"));
                return None;
            }
        };
        let read = given.iter().map(|(name, value)| {
            let at = format!("{pointer}/{}", escape(name));
            let Some(kind) = self.names.attribute(Entity::Coupon, None, name) else {
                let details = unknown_attribute(Entity::Coupon, None, name, self.names);
                self.refuse(at, ProblemKind::Unknown, details);
                return None;
            };
            Some((name.clone(), self.operand(value, Kind::of(kind), &at, place)?))
        });
        // Every mistake is told, not only the first.
        read.collect::<Vec<_>>().into_iter().collect()
    }

    /// The campaign of that number; `None` inside for the rule's own.
    fn campaign_named(&mut self, json: &Json, pointer: &str) -> Option<Option<u32>> {
        let number = match json {
            Json::Number(number) => number.as_u64(),
            Json::String(text) => text.parse().ok(),
            Json::Null | Json::Bool(_) | Json::Array(_) | Json::Object(_) => None,
        };
        let number = number.and_then(|number| u32::try_from(number).ok());
        match number {
            Some(0) => Some(None),
            Some(number) if self.names.has_campaign(number) => Some(Some(number)),
            Some(_) | None => {
                let details =
                    format!("There is no campaign {json}; name one by its number, or 0 for this one.");
                self.refuse(pointer, ProblemKind::Unknown, details);
                None
            }
        }
    }

    fn pattern(&mut self, creation: &CouponCreation, pointer: &str) -> Option<CodePattern> {
        let pattern = creation.pattern.as_deref().filter(|pattern| !pattern.is_empty()).unwrap_or(PATTERN);
        let letters = creation.valid_characters.as_deref().unwrap_or_default();
        match CodePattern::parse(pattern, letters) {
            Ok(pattern) => Some(pattern),
            Err(problem) => {
                let field = if problem.pointer == "/couponPattern" { "/pattern" } else { &problem.pointer };
                self.refuse(format!("{pointer}{field}"), problem.kind, problem.details);
                None
            }
        }
    }

    /// A code can only be reserved in a rule that looks at one.
    pub(super) fn refuse_lonely_reservation(&mut self, blocks: &[Block], pointer: &str) {
        if blocks.iter().any(checks_coupon) {
            return;
        }
        let lonely = blocks.iter().position(|block| matches!(block.kind, BlockKind::ReserveCoupon));
        if let Some(index) = lonely {
            let details =
                "Which code is to be reserved? Add the condition \"Coupon code is valid\" to this rule.";
            self.refuse(format!("{pointer}/blocks/{index}/type"), ProblemKind::Missing, details);
        }
    }
}

/// Whether a block is or holds *Coupon code is valid*.
pub(super) fn checks_coupon(block: &Block) -> bool {
    match &block.kind {
        BlockKind::CheckCoupon(_) => true,
        BlockKind::Group(group) => group.blocks.iter().any(checks_coupon),
        BlockKind::CheckEvent(check) => check.matchers.iter().any(checks_coupon),
        BlockKind::CheckAttribute(_)
        | BlockKind::CheckBudget(_)
        | BlockKind::ShowNotification(_)
        | BlockKind::AwardDiscount(_)
        | BlockKind::AwardItem(_)
        | BlockKind::UpdateAttributeValue(_)
        | BlockKind::TriggerCustomEffect(_)
        | BlockKind::CreateCoupon(_)
        | BlockKind::ReserveCoupon => false,
    }
}
