//! What a workspace offers a crowd: goods that were in its carts, codes that can be used, what its dictionary knows.

use std::collections::BTreeMap;

use domain::attribute::{Attribute, Entity};
use domain::cart::CartItem;
use domain::value::{AttributeType, Attributes};
use jiff::Timestamp;
use rust_decimal::Decimal;
use store::SessionFilter;

use super::draw::Draw;
use crate::json::{Amount, Json, Named};
use crate::refusal::Refusal;
use crate::render::text;
use crate::request::session::CartItemBody;
use crate::workspace::{Question, Reading};

/// How many of the latest sessions are looked at for goods.
const LOOKED_AT: u32 = 200;
/// The most different goods of a crowd.
const MOST_GOODS: usize = 100;
/// The most codes of one campaign that a crowd knows.
const MOST_CODES: u32 = 500;

/// Goods for a workspace whose carts have held nothing yet: SKU, name, category, price in minor units.
const ASSORTMENT: [(&str, &str, &str, i64); 8] = [
    ("mug-blue", "Blue mug", "Mugs", 12_50),
    ("mug-white", "White mug", "Mugs", 9_95),
    ("coffee-250", "Coffee, 250 g", "Coffee", 7_49),
    ("coffee-1000", "Coffee, 1 kg", "Coffee", 24_90),
    ("sneakers-42", "Sneakers, 42", "Sneakers", 89_00),
    ("shirt-m", "Shirt, M", "Shirts", 29_90),
    ("socks", "Socks", "Shirts", 4_99),
    ("bag", "Canvas bag", "Bags", 39_00),
];

/// Everything a crowd may put into its requests.
#[derive(Debug)]
pub struct Offer {
    goods: Vec<CartItemBody>,
    /// Codes that can be used when the crowd is made, each once.
    pub codes: Vec<String>,
    events: Vec<(String, Vec<Attribute>)>,
    profile: Vec<Attribute>,
}

/// Reads the [`Offer`].
#[derive(Debug)]
pub struct OfferOf;

impl Question for OfferOf {
    type Answer = Offer;

    fn answer(&self, reading: &Reading<'_>) -> Result<Offer, Refusal> {
        let dictionary = &reading.house.dictionary;
        let fit = |entity, event_type| {
            let all = dictionary.attributes_of(entity, event_type);
            all.filter(|attribute| !attribute.hidden && can_be_drawn(attribute)).cloned().collect::<Vec<_>>()
        };
        let events = dictionary
            .event_types()
            .into_iter()
            .map(|name| (name.to_owned(), fit(Entity::Event, Some(name))));
        let mut codes = Vec::new();
        for campaign in &reading.house.campaigns {
            let usable = reading.reader.usable_coupons(campaign.id, reading.now, MOST_CODES)?;
            codes.extend(usable.into_iter().map(|coupon| coupon.value.to_string()));
        }
        Ok(Offer {
            goods: goods(reading)?,
            codes,
            events: events.filter(|(_, attributes)| !attributes.is_empty()).collect(),
            profile: fit(Entity::CustomerProfile, None),
        })
    }
}

impl Offer {
    /// One line for a cart, of 1 to 3 units.
    pub fn line(&self, draw: &mut Draw) -> Option<CartItemBody> {
        let line = draw.pick(&self.goods)?.clone();
        Some(CartItemBody { quantity: draw.between(1, 3), ..line })
    }

    /// A custom event and values for its attributes; `None` when the dictionary has none that can be drawn.
    pub fn event(&self, draw: &mut Draw, now: Timestamp) -> Option<(String, Named<Json>)> {
        let (name, attributes) = draw.pick(&self.events)?;
        Some((name.clone(), values(attributes, draw, now)))
    }

    /// What a customer says of themselves.
    pub fn profile(&self, draw: &mut Draw, now: Timestamp) -> Named<Json> {
        values(&self.profile, draw, now)
    }
}

/// The goods of the latest carts by SKU, the earliest wording of each kept; the assortment when there are none.
fn goods(reading: &Reading<'_>) -> Result<Vec<CartItemBody>, Refusal> {
    let mut found = BTreeMap::new();
    for row in reading.reader.sessions(&SessionFilter::default(), None, LOOKED_AT)?.rows {
        let Some(session) = reading.reader.session(&row.id)? else { continue };
        // A made-up crowd does not learn from another: goods are those of real carts.
        if session.id.as_str().starts_with(super::PREFIX) {
            continue;
        }
        for item in &session.cart().items {
            found.entry(item.sku.clone()).or_insert_with(|| good(item));
        }
    }
    if found.is_empty() {
        return Ok(ASSORTMENT.iter().map(of_assortment).collect());
    }
    Ok(found.into_values().take(MOST_GOODS).collect())
}

fn of_assortment((sku, name, category, minor): &(&str, &str, &str, i64)) -> CartItemBody {
    good(&CartItem {
        sku: (*sku).to_owned(),
        name: Some((*name).to_owned()),
        quantity: 1,
        price: Decimal::new(*minor, 2),
        category: Some((*category).to_owned()),
        product: None,
        weight: None,
        height: None,
        width: None,
        length: None,
        attributes: Attributes::new(),
        additional_costs: BTreeMap::new(),
    })
}

fn good(item: &CartItem) -> CartItemBody {
    let attributes: Vec<_> =
        item.attributes.iter().map(|(name, value)| (name.clone(), text::json(value))).collect();
    CartItemBody {
        sku: item.sku.clone(),
        quantity: 1,
        price: Some(Amount(item.price)),
        name: item.name.clone(),
        category: item.category.clone(),
        product: None,
        weight: None,
        height: None,
        width: None,
        length: None,
        attributes: (!attributes.is_empty()).then_some(Named(attributes)),
        additional_costs: None,
    }
}

fn can_be_drawn(attribute: &Attribute) -> bool {
    match attribute.kind {
        AttributeType::String | AttributeType::Number | AttributeType::Boolean | AttributeType::Time => true,
        AttributeType::Location
        | AttributeType::ListString
        | AttributeType::ListNumber
        | AttributeType::ListTime
        | AttributeType::ListLocation => false,
    }
}

fn values(attributes: &[Attribute], draw: &mut Draw, now: Timestamp) -> Named<Json> {
    Named(attributes.iter().map(|attribute| (attribute.name.clone(), value(attribute, draw, now))).collect())
}

/// A suggested value where there are suggestions, else any of the type. Suggestions of numbers and flags are written as
/// such.
fn value(attribute: &Attribute, draw: &mut Draw, now: Timestamp) -> Json {
    let suggested = draw.pick(&attribute.suggestions).cloned();
    let plain = |text: String| Json::parse(text).unwrap_or_else(|_| Json::null());
    match (attribute.kind, suggested) {
        (AttributeType::Number | AttributeType::Boolean, Some(text)) => plain(text),
        (AttributeType::Number, None) => plain(draw.between(1, 100).to_string()),
        (AttributeType::Boolean, None) => Json::of(&draw.chance(50)),
        (AttributeType::Time, None) => Json::of(&now.to_string()),
        (_, Some(text)) => Json::of(&text),
        (_, None) => Json::of(&WORDS.get(usize::try_from(draw.below(8)).unwrap_or(0))),
    }
}

/// Texts for attributes nothing is suggested for.
const WORDS: [&str; 8] = ["spring", "summer", "autumn", "winter", "north", "east", "south", "west"];
