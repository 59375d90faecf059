//! The blocks of a rule: conditions and effects.

use serde::Serialize;
use serde_json::{Map, Value as Json};

use super::coupon_blocks::{CouponCheck, CouponCreation};
use crate::operator::Operator;

/// One condition or effect. Source: the vendor's `BaseBlock`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Block {
    /// The author's identity for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What it is and does.
    #[serde(flatten)]
    pub kind: BlockKind,
    /// The author's labels.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
}

/// What a block is and does, by its `type`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", tag = "type")]
pub enum BlockKind {
    /// Several conditions as one.
    Group(Group),
    /// A condition on an attribute.
    CheckAttribute(Box<Check>),
    /// A condition on what happened.
    CheckEvent(EventCheck),
    /// A condition on what the campaign may still give.
    CheckBudget(BudgetCheck),
    /// Shows the customer a text.
    ShowNotification(Notification),
    /// Takes an amount off.
    AwardDiscount(Award),
    /// Gives an item for nothing.
    AwardItem(FreeItem),
    /// Changes a custom attribute.
    UpdateAttributeValue(AttributeUpdate),
    /// Tells the integration to do something of its own.
    TriggerCustomEffect(CustomEffect),
    /// A condition on the code entered.
    CheckCoupon(CouponCheck),
    /// Makes a code.
    CreateCoupon(Box<CouponCreation>),
    /// Sets the code entered aside for the customer.
    ReserveCoupon,
}

impl BlockKind {
    /// The supported types, in the order a form offers them.
    pub const NAMES: [&'static str; 12] = [
        "group",
        "checkAttribute",
        "checkEvent",
        "checkBudget",
        "showNotification",
        "awardDiscount",
        "awardItem",
        "updateAttributeValue",
        "triggerCustomEffect",
        "checkCoupon",
        "createCoupon",
        "reserveCoupon",
    ];
}

/// How the conditions of a group are combined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum GroupOperator {
    /// Every one must hold; an empty group holds.
    All,
    /// One must hold; an empty group does not hold.
    AtLeastOne,
    /// None may hold; an empty group holds.
    None,
}

/// Several conditions as one. Source: the vendor's `PromotionGroupBlock`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Group {
    /// How they are combined.
    pub operator: GroupOperator,
    /// The conditions.
    pub blocks: Vec<Block>,
    /// Effects for when the group does not hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub on_failure: Vec<Block>,
}

/// A condition on an attribute. Source: the vendor's `PromotionCheckAttributeBlock`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Check {
    /// What is looked at: a path such as `$Session.Total`, or any expression, with or without braces.
    pub attribute: String,
    /// How it is compared.
    pub operator: Operator,
    /// With what.
    #[serde(flatten)]
    pub operands: Operands,
    /// Effects for when the condition does not hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub on_failure: Vec<Block>,
}

/// The operands of a check; which are read depends on the operator's shape.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the operator's shape tells what each one means")]
pub struct Operands {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Json>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<Json>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<Json>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Json>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<Json>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_inclusive: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_inclusive: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timezone_insensitive: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub values: Option<Json>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<Json>,
}

/// A condition on what happened. Source: the vendor's `CheckEventBlock`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EventCheck {
    /// A custom type, a built-in one, or a built-in one in camel case (`sessionClosed`).
    pub event_type: String,
    /// Further conditions, all of which must hold: *And…*.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub matchers: Vec<Block>,
    /// Effects for when the event is of the type and a matcher does not hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub on_failure: Vec<Block>,
}

/// A condition on what the campaign may still give. Source: the vendor's `CheckBudgetBlock`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BudgetCheck {
    /// Whether anything, or so much, is left.
    pub operator: BudgetOperator,
    /// What the budgets limit, such as `setDiscount`.
    pub action: String,
    /// How much must be left, for `enoughFor`: a number or `{{ … }}`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Json>,
    /// Effects for when it is not left.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub on_failure: Vec<Block>,
}

/// What is asked of a budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum BudgetOperator {
    /// Something is left.
    Available,
    /// At least the value is left.
    EnoughFor,
}

/// Shows the customer a text. Source: the vendor's `ShowNotificationBlock`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Notification {
    /// Info, Offer, Error or Misc; any text is passed on.
    pub notification_type: String,
    /// Headline; may hold `{{ … }}`.
    pub title: String,
    /// Text; may hold `{{ … }}`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
}

/// Takes an amount off. Source: the vendor's `AwardDiscountBlock`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Award {
    /// What the customer reads; may hold `{{ … }}`.
    pub name: String,
    /// A number or `{{ … }}`.
    pub value: Json,
    /// Whether less may be given when a budget runs short.
    pub partial: bool,
    /// What it is taken off.
    pub target: Target,
}

/// What a discount is taken off. Source: the vendor's `AwardDiscountTarget`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", tag = "type")]
pub enum Target {
    /// The session as a whole.
    Cart,
    /// Every unit in the cart.
    AllItems {
        /// Share one amount out by price instead of taking it off each unit.
        #[serde(skip_serializing_if = "Option::is_none")]
        prorated: Option<bool>,
    },
    /// The units a selector yields.
    Selector {
        /// The selector.
        name: String,
        /// Share one amount out by price instead of taking it off each unit.
        #[serde(skip_serializing_if = "Option::is_none")]
        prorated: Option<bool>,
    },
    /// An additional cost.
    #[serde(rename_all = "camelCase")]
    AdditionalCost {
        /// Which.
        additional_cost: CostReference,
        /// Whose: the cart's, or that of every line with such units.
        target: Box<Target>,
    },
}

/// An additional cost by its name. Source: the vendor's `AdditionalCostReference`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CostReference {
    /// The vendor's number; passed on in effects.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<u32>,
    /// Its name on sessions and cart items.
    pub name: String,
    /// What people read; not read here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// Gives an item for nothing. Source: the vendor's `AwardItemBlock`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FreeItem {
    /// Which; may hold `{{ … }}`.
    pub sku: String,
    /// What the customer reads; may hold `{{ … }}`.
    pub name: String,
    /// A whole number or `{{ … }}`.
    pub quantity: String,
    /// As for discounts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partial: Option<bool>,
}

/// Changes a custom attribute. Source: the vendor's `UpdateAttributeValueBlock`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AttributeUpdate {
    /// How.
    pub operator: UpdateOperator,
    /// Which attribute.
    pub attribute: Updated,
    /// With what; not for `toggle`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Json>,
    /// Whose attribute.
    pub target: EffectTarget,
}

/// How an attribute changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum UpdateOperator {
    /// Any type: the value replaces it.
    SetTo,
    /// Number: the value is added; a number that is not set counts as 0.
    IncreaseBy,
    /// Number: the value is subtracted; a number that is not set counts as 0.
    DecreaseBy,
    /// Number: multiplied by the value.
    MultiplyBy,
    /// Number: divided by the value.
    DivideBy,
    /// True or false: the opposite; one that is not set counts as false.
    Toggle,
    /// Time: that much later. A number counts days; a text says its unit, as in `3 hours`.
    LaterBy,
    /// Time: that much earlier, as for `laterBy`.
    EarlierBy,
}

/// The attribute to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Updated {
    /// The vendor's number; not read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<u32>,
    /// `CustomerSession`, `CustomerProfile` or `CartItem`.
    pub entity: String,
    /// API name.
    pub name: String,
    /// What people read; not read here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The vendor's type name; when given it must agree with the dictionary.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
}

/// Whom an effect is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EffectTarget {
    /// The vendor's word.
    #[serde(rename = "type")]
    pub kind: TargetType,
    /// The selector, for `selector`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// The vendor's words for whom an effect is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum TargetType {
    /// The session's cart as a whole.
    Cart,
    /// The session.
    Session,
    /// The customer.
    Profile,
    /// Every unit in the cart.
    AllItems,
    /// The units a selector yields.
    Selector,
}

/// Tells the integration to do something of its own. Source: the vendor's `TriggerCustomEffectBlock`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CustomEffect {
    /// Which.
    pub custom_effect: Reference,
    /// What goes with it; texts may hold `{{ … }}`.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub params: Map<String, Json>,
    /// What it is for.
    pub target: EffectTarget,
}

/// A custom effect by number and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reference {
    /// The vendor's number.
    pub id: u32,
    /// API name.
    pub name: String,
    /// What people read.
    pub title: String,
}
