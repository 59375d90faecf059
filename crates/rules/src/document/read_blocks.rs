//! Reading blocks.

use domain::refusal::ProblemKind;
use serde_json::{Map, Value as Json};

use super::blocks::{
    AttributeUpdate, Award, Block, BlockKind, BudgetCheck, BudgetOperator, Check, CostReference,
    CustomEffect, EffectTarget, EventCheck, FreeItem, Group, GroupOperator, Notification, Operands,
    Reference, Target, TargetType, UpdateOperator, Updated,
};
use super::coupon_blocks::{self, CouponCheck};
use super::fields::{Fields, wrong_type};
use super::read::{each, texts};
use crate::operator::Operator;
use crate::problem::Problem;

fn blocks(name: &'static str, fields: &mut Fields<'_>) -> Vec<Block> {
    let items = fields.optional_list(name);
    let pointer = fields.at(name);
    each(items, &pointer, fields.problems(), block)
}

/// Reads one block.
pub fn block(value: &Json, pointer: &str, problems: &mut Vec<Problem>) -> Option<Block> {
    let mut fields = Fields::of(value, pointer, problems)?;
    let id = fields.optional_text("id");
    let tags = texts("tags", &mut fields);
    let named = fields.required("type")?;
    let kind = match named.as_str().unwrap_or_default() {
        "group" => group(&mut fields),
        "checkAttribute" => check(&mut fields),
        "checkEvent" => Some(event_check(&mut fields)),
        "checkBudget" => budget_check(&mut fields),
        "showNotification" => Some(notification(&mut fields)),
        "awardDiscount" => award(&mut fields),
        "awardItem" => Some(free_item(&mut fields)),
        "updateAttributeValue" => update(&mut fields),
        "triggerCustomEffect" => custom_effect(&mut fields),
        "checkCoupon" => coupon_check(&mut fields),
        "createCoupon" => {
            let kind = coupon_blocks::creation(&mut fields);
            no_handlers(&mut fields);
            kind
        }
        "reserveCoupon" => {
            no_handlers(&mut fields);
            Some(BlockKind::ReserveCoupon)
        }
        _ => {
            let details = format!(
                "Blocks of type {named} are not supported; there are {}.",
                BlockKind::NAMES.join(", ")
            );
            fields.refuse("type", ProblemKind::Unknown, details);
            return None;
        }
    };
    fields.finish();
    Some(Block { id, tags, kind: kind? })
}

/// Effects refuse what the schema allows and nothing here can run.
fn no_handlers(fields: &mut Fields<'_>) {
    fields.must_be_empty("onFailure", "An effect has no failure effects here; put them on a condition.");
    no_error_handlers(fields);
}

fn no_error_handlers(fields: &mut Fields<'_>) {
    fields.must_be_empty("onError", "Error handlers are not simulated here; leave the field out.");
}

const GROUP_OPERATORS: [(&str, GroupOperator); 3] =
    [("all", GroupOperator::All), ("atLeastOne", GroupOperator::AtLeastOne), ("none", GroupOperator::None)];

fn group(fields: &mut Fields<'_>) -> Option<BlockKind> {
    let operator = fields.choice("operator", &GROUP_OPERATORS);
    fields.required("blocks");
    let inner = blocks("blocks", fields);
    let on_failure = blocks("onFailure", fields);
    no_error_handlers(fields);
    Some(BlockKind::Group(Group { operator: operator?, blocks: inner, on_failure }))
}

fn check(fields: &mut Fields<'_>) -> Option<BlockKind> {
    let attribute = fields.filled_text("attribute");
    let names: Vec<_> = Operator::ALL.into_iter().map(|operator| (operator.name(), operator)).collect();
    let operator = fields.choice("operator", &names);
    let operands = Operands {
        value: fields.optional("value").cloned(),
        min: fields.optional("min").cloned(),
        max: fields.optional("max").cloned(),
        start: fields.optional("start").cloned(),
        end: fields.optional("end").cloned(),
        start_inclusive: fields.optional_bool("startInclusive"),
        end_inclusive: fields.optional_bool("endInclusive"),
        timezone_insensitive: fields.optional_bool("timezoneInsensitive"),
        values: fields.optional("values").cloned(),
        count: fields.optional("count").cloned(),
    };
    let on_failure = blocks("onFailure", fields);
    Some(BlockKind::CheckAttribute(Box::new(Check { attribute, operator: operator?, operands, on_failure })))
}

fn event_check(fields: &mut Fields<'_>) -> BlockKind {
    BlockKind::CheckEvent(EventCheck {
        event_type: fields.filled_text("eventType"),
        matchers: blocks("matchers", fields),
        on_failure: blocks("onFailure", fields),
    })
}

const BUDGET_OPERATORS: [(&str, BudgetOperator); 2] =
    [("available", BudgetOperator::Available), ("enoughFor", BudgetOperator::EnoughFor)];

fn budget_check(fields: &mut Fields<'_>) -> Option<BlockKind> {
    let operator = fields.choice("operator", &BUDGET_OPERATORS);
    let action = fields.filled_text("action");
    let value = fields.optional("value").cloned();
    let on_failure = blocks("onFailure", fields);
    Some(BlockKind::CheckBudget(BudgetCheck { operator: operator?, action, value, on_failure }))
}

fn coupon_check(fields: &mut Fields<'_>) -> Option<BlockKind> {
    fields.required("redeem");
    let redeem = fields.optional_bool("redeem");
    let on_failure = blocks("onFailure", fields);
    Some(BlockKind::CheckCoupon(CouponCheck { redeem: redeem?, on_failure }))
}

fn notification(fields: &mut Fields<'_>) -> BlockKind {
    let notification = Notification {
        notification_type: fields.filled_text("notificationType"),
        title: fields.filled_text("title"),
        body: fields.optional_text("body"),
    };
    no_handlers(fields);
    BlockKind::ShowNotification(notification)
}

fn award(fields: &mut Fields<'_>) -> Option<BlockKind> {
    let name = fields.filled_text("name");
    let value = fields.required("value").cloned();
    fields.required("partial");
    let partial = fields.optional_bool("partial");
    let target = target(fields);
    no_handlers(fields);
    Some(BlockKind::AwardDiscount(Award { name, value: value?, partial: partial?, target: target? }))
}

fn target(outer: &mut Fields<'_>) -> Option<Target> {
    let value = outer.required("target")?;
    let pointer = outer.at("target");
    let mut fields = Fields::of(value, &pointer, outer.problems())?;
    let target = match fields.text("type").as_str() {
        "additionalCost" => cost_target(&mut fields),
        _ => plain_target(&mut fields),
    }?;
    fields.finish();
    Some(target)
}

/// A target that is no additional cost.
fn plain_target(fields: &mut Fields<'_>) -> Option<Target> {
    match fields.text("type").as_str() {
        "cart" => Some(Target::Cart),
        "allItems" => Some(Target::AllItems { prorated: fields.optional_bool("prorated") }),
        "selector" => Some(Target::Selector {
            name: fields.filled_text("name"),
            prorated: fields.optional_bool("prorated"),
        }),
        other => {
            let details = format!(
                "Discounts on \"{other}\" are not simulated here; use cart, allItems, selector or additionalCost."
            );
            fields.refuse("type", ProblemKind::Choice, details);
            None
        }
    }
}

/// An additional cost of the cart or of items; within it there is no other one.
fn cost_target(fields: &mut Fields<'_>) -> Option<Target> {
    let additional_cost = cost(fields);
    let value = fields.required("target")?;
    let pointer = fields.at("target");
    let mut inner = Fields::of(value, &pointer, fields.problems())?;
    let target = plain_target(&mut inner)?;
    let is_shared = matches!(
        target,
        Target::AllItems { prorated: Some(true) } | Target::Selector { prorated: Some(true), .. }
    );
    if is_shared {
        let details = "A discount on an additional cost is not shared out; leave the field out or say false.";
        inner.refuse("prorated", ProblemKind::Choice, details);
    }
    inner.finish();
    Some(Target::AdditionalCost { additional_cost: additional_cost?, target: Box::new(target) })
}

fn cost(outer: &mut Fields<'_>) -> Option<CostReference> {
    let value = outer.required("additionalCost")?;
    let pointer = outer.at("additionalCost");
    let mut fields = Fields::of(value, &pointer, outer.problems())?;
    let cost = CostReference {
        id: fields.optional_number("id"),
        name: fields.filled_text("name"),
        title: fields.optional_text("title"),
    };
    fields.finish();
    Some(cost)
}

fn free_item(fields: &mut Fields<'_>) -> BlockKind {
    let item = FreeItem {
        sku: fields.filled_text("sku"),
        name: fields.filled_text("name"),
        quantity: fields.filled_text("quantity"),
        partial: fields.optional_bool("partial"),
    };
    no_handlers(fields);
    BlockKind::AwardItem(item)
}

const UPDATE_OPERATORS: [(&str, UpdateOperator); 8] = [
    ("setTo", UpdateOperator::SetTo),
    ("increaseBy", UpdateOperator::IncreaseBy),
    ("decreaseBy", UpdateOperator::DecreaseBy),
    ("multiplyBy", UpdateOperator::MultiplyBy),
    ("divideBy", UpdateOperator::DivideBy),
    ("toggle", UpdateOperator::Toggle),
    ("laterBy", UpdateOperator::LaterBy),
    ("earlierBy", UpdateOperator::EarlierBy),
];

const UPDATE_TARGETS: [(&str, TargetType); 4] = [
    ("session", TargetType::Session),
    ("profile", TargetType::Profile),
    ("allItems", TargetType::AllItems),
    ("selector", TargetType::Selector),
];

const CUSTOM_EFFECT_TARGETS: [(&str, TargetType); 3] =
    [("cart", TargetType::Cart), ("allItems", TargetType::AllItems), ("selector", TargetType::Selector)];

fn update(fields: &mut Fields<'_>) -> Option<BlockKind> {
    let operator = fields.choice("operator", &UPDATE_OPERATORS);
    let attribute = updated(fields);
    let value = fields.optional("value").cloned();
    let target = effect_target(fields, &UPDATE_TARGETS);
    no_handlers(fields);
    Some(BlockKind::UpdateAttributeValue(AttributeUpdate {
        operator: operator?,
        attribute: attribute?,
        value,
        target: target?,
    }))
}

fn updated(outer: &mut Fields<'_>) -> Option<Updated> {
    let value = outer.required("attribute")?;
    let pointer = outer.at("attribute");
    let mut fields = Fields::of(value, &pointer, outer.problems())?;
    let attribute = Updated {
        id: fields.optional_number("id"),
        entity: fields.filled_text("entity"),
        name: fields.filled_text("name"),
        title: fields.optional_text("title"),
        kind: fields.optional_text("type"),
    };
    fields.finish();
    Some(attribute)
}

fn effect_target(outer: &mut Fields<'_>, choices: &[(&str, TargetType)]) -> Option<EffectTarget> {
    let value = outer.required("target")?;
    let pointer = outer.at("target");
    let mut fields = Fields::of(value, &pointer, outer.problems())?;
    let kind = fields.choice("type", choices);
    let name = match kind {
        Some(TargetType::Selector) => Some(fields.filled_text("name")),
        _ => fields.optional_text("name"),
    };
    fields.finish();
    Some(EffectTarget { kind: kind?, name })
}

fn custom_effect(fields: &mut Fields<'_>) -> Option<BlockKind> {
    let reference = reference(fields);
    let params = params(fields);
    let target = effect_target(fields, &CUSTOM_EFFECT_TARGETS);
    no_error_handlers(fields);
    fields.must_be_empty("onFailure", "An effect has no failure effects here; put them on a condition.");
    Some(BlockKind::TriggerCustomEffect(CustomEffect { custom_effect: reference?, params, target: target? }))
}

fn reference(outer: &mut Fields<'_>) -> Option<Reference> {
    let value = outer.required("customEffect")?;
    let pointer = outer.at("customEffect");
    let mut fields = Fields::of(value, &pointer, outer.problems())?;
    let reference =
        Reference { id: fields.number("id"), name: fields.filled_text("name"), title: fields.text("title") };
    fields.finish();
    Some(reference)
}

fn params(fields: &mut Fields<'_>) -> Map<String, Json> {
    match fields.optional("params") {
        None => Map::new(),
        Some(Json::Object(map)) => map.clone(),
        Some(other) => {
            let problem = wrong_type(&fields.at("params"), other, "an object");
            fields.problems().push(problem);
            Map::new()
        }
    }
}
