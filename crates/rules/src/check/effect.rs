//! Effects: values, targets, attribute updates.

use domain::attribute::Entity;
use domain::effect::AdditionalCost;
use domain::limits::LONGEST_COST_NAME;
use domain::refusal::ProblemKind;
use domain::text::{self, Lines};
use domain::value::{AttributeType, Value};
use rust_decimal::Decimal;
use serde_json::Value as Json;

use super::operand::{decimal, shown};
use super::{Checker, Place, label};
use crate::document::{
    AttributeUpdate, Award, Block, BlockKind, CostReference, CustomEffect, EffectTarget, FreeItem,
    Notification, Target, TargetType, UpdateOperator,
};
use crate::expression::Expr;
use crate::kind::Kind;
use crate::plan::{Action, EffectPlan, Units, Update};
use crate::trace::TracedKind;

impl Checker<'_> {
    pub(super) fn effect(&mut self, block: &Block, pointer: &str, place: Place<'_>) -> Option<EffectPlan> {
        let (action, sentence) = match &block.kind {
            BlockKind::ShowNotification(notification) => self.notification(notification, pointer, place)?,
            BlockKind::AwardDiscount(award) => self.award(award, pointer, place)?,
            BlockKind::AwardItem(item) => self.free_item(item, pointer, place)?,
            BlockKind::UpdateAttributeValue(update) => self.update(update, pointer, place)?,
            BlockKind::TriggerCustomEffect(custom) => self.custom(custom, pointer, place)?,
            BlockKind::CreateCoupon(creation) => self.creation(creation, pointer, place)?,
            BlockKind::ReserveCoupon => {
                (Action::ReserveCoupon, "Reserve the code for the customer".to_owned())
            }
            BlockKind::Group(_)
            | BlockKind::CheckAttribute(_)
            | BlockKind::CheckEvent(_)
            | BlockKind::CheckBudget(_)
            | BlockKind::CheckCoupon(_) => return None,
        };
        Some(EffectPlan { label: label(pointer, place, TracedKind::Effect, sentence, None), action })
    }

    fn notification(
        &mut self,
        it: &Notification,
        pointer: &str,
        place: Place<'_>,
    ) -> Option<(Action, String)> {
        let title = self.text(&it.title, &format!("{pointer}/title"), place);
        let body = self.text(it.body.as_deref().unwrap_or_default(), &format!("{pointer}/body"), place);
        let action =
            Action::Notify { notification_type: it.notification_type.clone(), title: title?, body: body? };
        Some((action, format!("Show the notification \"{}\"", it.title)))
    }

    fn award(&mut self, award: &Award, pointer: &str, place: Place<'_>) -> Option<(Action, String)> {
        let target = self.target(&award.target, pointer);
        let per_unit = matches!(target, Some((_, Some((_, false)))));
        let name = self.text(&award.name, &format!("{pointer}/name"), place);
        let at = format!("{pointer}/value");
        let value = self.operand(&award.value, Kind::NUMBER, &at, Place { item: per_unit, ..place })?;
        if let Expr::Constant(Value::Number(number)) = &value
            && *number < Decimal::ZERO
        {
            self.refuse(at, ProblemKind::Format, format!("The discount is {number}; it must be 0 or more."));
            return None;
        }
        let off = shown(&award.value, &value);
        let (name, target, partial) = (name?, target?, award.partial);
        let sentence = format!("Discount \"{}\": {off} off {}", award.name, words(&award.target));
        let action = match target {
            (Some(cost), units) => {
                let units = units.map(|(units, _)| units);
                Action::DiscountCost { name, cost, value, units, partial }
            }
            (None, None) => Action::Discount { name, value, partial },
            (None, Some((units, prorated))) => {
                Action::DiscountUnits { name, value, units, prorated, partial }
            }
        };
        Some((action, sentence))
    }

    /// The additional cost a discount is for, if it is for one; the units it is for and whether it is shared out, where
    /// `None` is the session as a whole.
    fn target(&mut self, target: &Target, pointer: &str) -> Option<Aim> {
        match target {
            Target::Cart => Some((None, None)),
            Target::AllItems { prorated } => Some((None, Some((Units::All, prorated.unwrap_or(false))))),
            Target::Selector { name, prorated } => {
                let units = self.units_of(name, &format!("{pointer}/target/name"))?;
                Some((None, Some((units, prorated.unwrap_or(false)))))
            }
            Target::AdditionalCost { additional_cost, target } => {
                // A target within is never an additional cost again: reading refuses it.
                let (_, units) = self.target(target, &format!("{pointer}/target"))?;
                let cost = self.cost(additional_cost, &format!("{pointer}/target/additionalCost/name"))?;
                Some((Some(cost), units))
            }
        }
    }

    /// An additional cost by a name that a session can carry.
    fn cost(&mut self, cost: &CostReference, pointer: &str) -> Option<AdditionalCost> {
        match text::check_filled(&cost.name, pointer, LONGEST_COST_NAME, Lines::One) {
            Ok(()) => Some(AdditionalCost { id: cost.id.unwrap_or(0), name: cost.name.clone() }),
            Err(problem) => {
                self.refuse(pointer, problem.kind, problem.details);
                None
            }
        }
    }

    fn units_of(&mut self, name: &str, pointer: &str) -> Option<Units> {
        let (index, kind) = self.selector_named(name, pointer)?;
        if kind == Kind::Units {
            return Some(Units::Selector(index));
        }
        let details = format!("The selector \"{name}\" yields {}; cart items are needed here.", kind.words());
        self.refuse(pointer, ProblemKind::Type, details);
        None
    }

    /// The units an effect is for; `None` when it is for the cart, the session or the customer.
    fn effect_units(&mut self, target: &EffectTarget, pointer: &str) -> Option<Option<Units>> {
        match target.kind {
            TargetType::Cart | TargetType::Session | TargetType::Profile => Some(None),
            TargetType::AllItems => Some(Some(Units::All)),
            TargetType::Selector => {
                let name = target.name.as_deref().unwrap_or_default();
                self.units_of(name, &format!("{pointer}/target/name")).map(Some)
            }
        }
    }

    fn free_item(&mut self, item: &FreeItem, pointer: &str, place: Place<'_>) -> Option<(Action, String)> {
        let sku = self.text(&item.sku, &format!("{pointer}/sku"), place);
        let name = self.text(&item.name, &format!("{pointer}/name"), place);
        let at = format!("{pointer}/quantity");
        let json = Json::String(item.quantity.clone());
        let quantity = self.operand(&json, Kind::NUMBER, &at, place)?;
        if let Expr::Constant(Value::Number(number)) = &quantity {
            let most = Decimal::from(crate::evaluate::MOST_FREE_ITEMS);
            if !number.is_integer() || *number < Decimal::ZERO || *number > most {
                let details =
                    format!("The quantity is {number}; it must be a whole number from 0 to {most}.");
                self.refuse(at, ProblemKind::Format, details);
                return None;
            }
        }
        let sentence = format!("Give {} × \"{}\" for free", shown(&json, &quantity), item.name);
        let partial = item.partial.unwrap_or(false);
        Some((Action::FreeItem { sku: sku?, name: name?, quantity, partial }, sentence))
    }

    fn custom(&mut self, custom: &CustomEffect, pointer: &str, place: Place<'_>) -> Option<(Action, String)> {
        let units = self.effect_units(&custom.target, pointer)?;
        let within = Place { item: units.is_some(), ..place };
        let mut params = Vec::new();
        for (key, json) in &custom.params {
            let at = format!("{pointer}/params/{}", key.replace('~', "~0").replace('/', "~1"));
            let typed = self.any_operand(json, Kind::TEXT, &at, within)?;
            if typed.kind == Kind::Units {
                self.refuse(
                    at,
                    ProblemKind::Type,
                    "Cart items cannot be sent; use count(…) or a selector that maps them.",
                );
                return None;
            }
            params.push((key.clone(), typed.expr));
        }
        let action = Action::Custom {
            id: custom.custom_effect.id,
            name: custom.custom_effect.name.clone(),
            params,
            units,
        };
        Some((action, format!("Trigger the custom effect \"{}\"", custom.custom_effect.name)))
    }

    fn update(
        &mut self,
        update: &AttributeUpdate,
        pointer: &str,
        place: Place<'_>,
    ) -> Option<(Action, String)> {
        let entity = self.updated_entity(update, pointer)?;
        let name = &update.attribute.name;
        let Some(kind) = self.names.attribute(entity, None, name) else {
            let details = format!("The attribute \"{name}\" is not defined on {} entities.", entity.name());
            self.refuse(format!("{pointer}/attribute/name"), ProblemKind::Unknown, details);
            return None;
        };
        if let Some(written) = update.attribute.kind.as_deref().filter(|written| *written != kind.name()) {
            let details = format!("The attribute \"{name}\" is of type {}, not \"{written}\".", kind.name());
            self.refuse(format!("{pointer}/attribute/type"), ProblemKind::Type, details);
            return None;
        }
        let wanted = self.updated_by(update.operator, kind, pointer)?;
        let units = self.effect_units(&update.target, pointer)?;
        let within = Place { item: units.is_some(), ..place };
        let value = self.update_value(update, wanted, &format!("{pointer}/value"), within)?;
        let action = Action::Update(Box::new(Update {
            operator: update.operator,
            entity,
            name: name.as_str().into(),
            value,
            units,
        }));
        Some((action, format!("Update {name} of {}", entity.name())))
    }

    /// The entity, which must be the one the target names.
    fn updated_entity(&mut self, update: &AttributeUpdate, pointer: &str) -> Option<Entity> {
        let (wanted, target) = match update.target.kind {
            TargetType::Session | TargetType::Cart => (Entity::CustomerSession, "session"),
            TargetType::Profile => (Entity::CustomerProfile, "profile"),
            TargetType::AllItems => (Entity::CartItem, "allItems"),
            TargetType::Selector => (Entity::CartItem, "selector"),
        };
        if update.attribute.entity == wanted.name() {
            return Some(wanted);
        }
        let details = format!(
            "The target \"{target}\" has attributes of {}, not of \"{}\".",
            wanted.name(),
            update.attribute.entity
        );
        self.refuse(format!("{pointer}/attribute/entity"), ProblemKind::Choice, details);
        None
    }

    /// The kind of value the operator takes for an attribute of that type; `None` inside for no value.
    fn updated_by(
        &mut self,
        operator: UpdateOperator,
        kind: AttributeType,
        pointer: &str,
    ) -> Option<Option<Kind>> {
        let (fits, needed, wanted) = match operator {
            UpdateOperator::SetTo => return Some(Some(Kind::of(kind))),
            UpdateOperator::IncreaseBy
            | UpdateOperator::DecreaseBy
            | UpdateOperator::MultiplyBy
            | UpdateOperator::DivideBy => (kind == AttributeType::Number, "number", Some(Kind::NUMBER)),
            UpdateOperator::Toggle => (kind == AttributeType::Boolean, "boolean", None),
            UpdateOperator::LaterBy | UpdateOperator::EarlierBy => {
                (kind == AttributeType::Time, "time", Some(Kind::NUMBER))
            }
        };
        if fits {
            return Some(wanted);
        }
        let details = format!(
            "This operator is for attributes of type {needed}, but the attribute is of type {}.",
            kind.name()
        );
        self.refuse(format!("{pointer}/operator"), ProblemKind::Choice, details);
        None
    }

    fn update_value(
        &mut self,
        update: &AttributeUpdate,
        wanted: Option<Kind>,
        pointer: &str,
        place: Place<'_>,
    ) -> Option<Option<Expr>> {
        match (wanted, &update.value) {
            (None, None) => Some(None),
            (None, Some(_)) => {
                self.refuse(
                    pointer,
                    ProblemKind::Forbidden,
                    "The operator \"toggle\" takes no value; leave it out.",
                );
                None
            }
            (Some(kind), None) => {
                self.refuse(pointer, ProblemKind::Missing, format!("Here {} is needed.", kind.words()));
                None
            }
            (Some(kind), Some(json)) => match (update.operator, json.as_str().and_then(days)) {
                (UpdateOperator::LaterBy | UpdateOperator::EarlierBy, Some(days)) => {
                    Some(Some(Expr::Constant(Value::Number(days))))
                }
                _ => self.operand(json, kind, pointer, place).map(Some),
            },
        }
    }
}

/// A length of time such as `3 hours`, in days.
fn days(text: &str) -> Option<Decimal> {
    let (amount, unit) = text.trim().split_once(' ')?;
    let minutes = match unit.trim().trim_end_matches('s') {
        "minute" => 1,
        "hour" => 60,
        "day" => 24 * 60,
        "week" => 7 * 24 * 60,
        _ => return None,
    };
    decimal(amount)?.checked_mul(Decimal::from(minutes))?.checked_div(Decimal::from(24 * 60))
}

/// What a discount is for: an additional cost, and the units.
type Aim = (Option<AdditionalCost>, Option<(Units, bool)>);

fn words(target: &Target) -> String {
    match target {
        Target::AdditionalCost { additional_cost, target } => {
            format!("the additional cost \"{}\" of {}", additional_cost.name, words(target))
        }
        Target::Cart => "the session".to_owned(),
        Target::AllItems { prorated: Some(true) } => "all items, shared out by price".to_owned(),
        Target::AllItems { .. } => "each item".to_owned(),
        Target::Selector { name, prorated: Some(true) } => {
            format!("the items of \"{name}\", shared out by price")
        }
        Target::Selector { name, .. } => format!("each item of \"{name}\""),
    }
}
