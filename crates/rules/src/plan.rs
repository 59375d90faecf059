//! A rule document, checked and compiled: names are slots, patterns are automata, constants are folded, and every text
//! of the trace that does not depend on the facts is written already.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::attribute::Entity;
use domain::budget;
use domain::cart::CartItem;
use domain::code_pattern::CodePattern;
use domain::event::EventType;
use domain::value::Value;
use regex::Regex;
use rust_decimal::Decimal;

use crate::document::{GroupOperator, Reduction, Selection, UpdateOperator};
use crate::expression::Expr;
use crate::operator::Operator;
use crate::path::{Path, Slot};
use crate::trace::Label;

/// The compiled rules of a campaign.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    pub(crate) rules: Vec<RulePlan>,
    pub(crate) selectors: Vec<SelectorPlan>,
}

impl Plan {
    /// The titles of the rules, in order.
    pub fn titles(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().map(|rule| &*rule.title)
    }
}

#[derive(Debug, Clone)]
pub(crate) struct RulePlan {
    pub title: Arc<str>,
    pub blocks: Vec<BlockPlan>,
    /// It looks at a code, so it is evaluated once for each code of its campaign.
    pub is_for_codes: bool,
    /// It sets the code aside for the customer.
    pub reserves_code: bool,
}

#[derive(Debug, Clone)]
pub(crate) enum BlockPlan {
    Condition(ConditionPlan),
    Effect(EffectPlan),
}

#[derive(Debug, Clone)]
pub(crate) struct ConditionPlan {
    pub label: Arc<Label>,
    pub test: Test,
    pub on_failure: Vec<EffectPlan>,
}

#[derive(Debug, Clone)]
pub(crate) enum Test {
    Group(GroupOperator, Vec<ConditionPlan>),
    Attribute(Box<AttributeTest>),
    Event(EventType, Vec<ConditionPlan>),
    Budget(BudgetTest),
    /// The code the rule is evaluated for can be redeemed.
    Coupon {
        redeem: bool,
    },
}

/// Whether budgets allow something more.
#[derive(Debug, Clone)]
pub(crate) struct BudgetTest {
    pub action: budget::Action,
    /// How much; anything at all when absent.
    pub needed: Option<Expr>,
}

#[derive(Debug, Clone)]
pub(crate) struct AttributeTest {
    pub subject: Expr,
    pub operator: Operator,
    /// `value`, `min`, `start` or `values`.
    pub first: Option<Expr>,
    /// `max`, `end` or `count`.
    pub second: Option<Expr>,
    /// Whether the ends of `within` belong to it.
    pub inclusive: (bool, bool),
    pub prepared: Prepared,
}

/// What is worked out once for a constant operand.
#[derive(Debug, Clone)]
pub(crate) enum Prepared {
    Nothing,
    Pattern(Regex),
    Texts(BTreeSet<String>),
    Numbers(BTreeSet<Decimal>),
}

#[derive(Debug, Clone)]
pub(crate) struct EffectPlan {
    pub label: Arc<Label>,
    pub action: Action,
}

/// What an effect block does; every expression has the kind its place asks for.
#[derive(Debug, Clone)]
pub(crate) enum Action {
    Notify { notification_type: String, title: Expr, body: Expr },
    Discount { name: Expr, value: Expr, partial: bool },
    DiscountUnits { name: Expr, value: Expr, units: Units, prorated: bool, partial: bool },
    FreeItem { sku: Expr, name: Expr, quantity: Expr, partial: bool },
    Update(Box<Update>),
    Custom { id: u32, name: String, params: Vec<(String, Expr)>, units: Option<Units> },
    CreateCoupon(Box<CouponPlan>),
    ReserveCoupon,
}

/// A code to be made.
#[derive(Debug, Clone)]
pub(crate) struct CouponPlan {
    /// The rule's own campaign when absent.
    pub campaign: Option<u32>,
    pub recipient: Expr,
    pub usage_limit: Expr,
    pub discount_limit: Option<Expr>,
    pub starts: Option<Expr>,
    pub expires: Option<Expr>,
    /// By API name.
    pub attributes: Vec<(String, Expr)>,
    pub pattern: CodePattern,
}

#[derive(Debug, Clone)]
pub(crate) struct Update {
    pub operator: UpdateOperator,
    pub entity: Entity,
    pub name: Arc<str>,
    /// Absent for `toggle`. For `laterBy` and `earlierBy` a number of days.
    pub value: Option<Expr>,
    /// For cart item attributes.
    pub units: Option<Units>,
}

/// Which units an effect is for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Units {
    All,
    Selector(usize),
}

#[derive(Debug, Clone)]
pub(crate) struct SelectorPlan {
    pub steps: Vec<StepPlan>,
}

#[derive(Debug, Clone)]
pub(crate) enum StepPlan {
    Filter(ConditionPlan),
    /// The filter nearly every shop writes: by one text of the line.
    FilterText(TextFilter),
    /// Each with whether the largest comes first.
    Sort(Vec<(Expr, bool)>),
    Select(Selection),
    Map(Expr),
    Reduce(Reduction),
    Reverse,
}

/// Keeps the lines that have one of the wanted texts or, when `among` is false, another one. A line without the text is
/// not kept.
#[derive(Debug, Clone)]
pub(crate) struct TextFilter {
    text: LineText,
    wanted: Wanted,
    among: bool,
}

#[derive(Debug, Clone)]
enum Wanted {
    One(String),
    OneOf(BTreeSet<String>),
}

/// The texts every line has a place for.
#[derive(Debug, Clone, Copy)]
enum LineText {
    Sku,
    Name,
    Category,
    Product,
}

impl TextFilter {
    /// The same as the condition, when that does no more than compare a text of the line with constant texts.
    pub fn of(condition: &ConditionPlan) -> Option<Self> {
        let Test::Attribute(test) = &condition.test else { return None };
        let Expr::Path(Path::BuiltIn(slot)) = &test.subject else { return None };
        let wanted = match (&test.first, &test.prepared) {
            (_, Prepared::Texts(texts)) => Wanted::OneOf(texts.clone()),
            (Some(Expr::Constant(Value::Text(text))), Prepared::Nothing) => Wanted::One(text.clone()),
            _ => return None,
        };
        let among = match test.operator {
            Operator::Equals | Operator::OneOf | Operator::InCollection => true,
            Operator::NotEquals | Operator::NotOneOf | Operator::NotInCollection => false,
            _ => return None,
        };
        Some(Self { text: LineText::at(*slot)?, wanted, among })
    }

    /// Whether the line stays.
    pub fn keeps(&self, line: &CartItem) -> bool {
        let text = match self.text {
            LineText::Sku => Some(&line.sku),
            LineText::Name => line.name.as_ref(),
            LineText::Category => line.category.as_ref(),
            LineText::Product => line.product.as_ref(),
        };
        let is_wanted = |text: &String| match &self.wanted {
            Wanted::One(wanted) => text == wanted,
            Wanted::OneOf(texts) => texts.contains(text),
        };
        text.is_some_and(|text| is_wanted(text) == self.among)
    }
}

impl LineText {
    fn at(slot: Slot) -> Option<Self> {
        match slot {
            Slot::ItemSku => Some(Self::Sku),
            Slot::ItemName => Some(Self::Name),
            Slot::ItemCategory => Some(Self::Category),
            Slot::ItemProduct => Some(Self::Product),
            _ => None,
        }
    }
}

impl Prepared {
    /// Makes a set of a constant list of texts or numbers.
    pub(crate) fn set(operand: Option<&Expr>) -> Self {
        let Some(Expr::Constant(Value::List(items))) = operand else {
            return Self::Nothing;
        };
        let texts =
            items.iter().map(|item| if let Value::Text(text) = item { Some(text.clone()) } else { None });
        if let Some(texts) = texts.collect::<Option<BTreeSet<_>>>() {
            return Self::Texts(texts);
        }
        let numbers =
            items.iter().map(|item| if let Value::Number(number) = item { Some(*number) } else { None });
        numbers.collect::<Option<BTreeSet<_>>>().map_or(Self::Nothing, Self::Numbers)
    }
}
