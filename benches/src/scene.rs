//! The facts: a customer with a cart of twenty lines, as Tillroll holds them and as JSON for the peers.

use std::collections::BTreeMap;

use domain::attribute::Entity;
use domain::cart::{Cart, CartItem, totals};
use domain::event::{BuiltIn, Event, EventType};
use domain::id::{ProfileId, SessionId};
use domain::profile::Profile;
use domain::refusal::Problem;
use domain::session::{Phase, Session};
use domain::value::{AttributeType, Value};
use jiff::Timestamp;
use rules::facts::Facts;
use rules::names::Names;
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};

/// Lines in the cart, one unit each.
pub const LINES: u32 = 20;
/// Categories of the lines, taken in turn; [`RARE`] is only on the last line.
pub const CATEGORIES: [&str; 4] = ["Mugs", "T-shirts", "Sneakers", "Bags"];
/// The category of the last line.
pub const RARE: &str = "Coffee";
/// What the customer likes.
pub const FAVOURITES: [&str; 4] = ["Mugs", "Sneakers", "Tea", "Books"];

/// Everything a rule looks at.
#[derive(Debug, Clone)]
pub struct Scene {
    event: Event,
    session: Session,
    profile: Profile,
}

impl Scene {
    /// The scene; always the same.
    ///
    /// # Errors
    /// When an id of it is not allowed.
    pub fn new() -> Result<Self, Problem> {
        let session_id = SessionId::parse("cart-1", "")?;
        let profile_id = ProfileId::parse("ana", "")?;
        let at = Timestamp::UNIX_EPOCH;
        let cart = Cart { items: (0..LINES).map(line).collect(), ..Cart::default() };
        Ok(Self {
            event: Event {
                seq: None,
                at,
                event_type: EventType::BuiltIn(BuiltIn::SessionUpdated),
                profile: Some(profile_id.clone()),
                session: Some(session_id.clone()),
                attributes: BTreeMap::new(),
            },
            session: Session {
                id: session_id,
                profile: Some(profile_id.clone()),
                first_session: true,
                created: at,
                updated: at,
                update_count: 1,
                phase: Phase::Open(cart),
            },
            profile: Profile {
                id: profile_id,
                created: at,
                last_activity: at,
                closed_sessions: 0,
                total_sales: Decimal::ZERO,
                attributes: BTreeMap::from([("favourites".to_owned(), favourites())]),
            },
        })
    }

    /// As Tillroll evaluates it.
    pub fn facts(&self) -> Facts<'_> {
        Facts {
            event: &self.event,
            also: None,
            session: Some(&self.session),
            profile: Some(&self.profile),
            now: self.event.at,
            time_zone: None,
            purse: None,
            currency_digits: 2,
            codes: &[],
        }
    }

    /// As the peers evaluate it: the same cart and customer, with the total already added up.
    pub fn json(&self) -> Json {
        let cart = self.session.cart();
        let items: Vec<Json> = cart.items.iter().map(item_json).collect();
        json!({
            "session": { "total": number(totals(cart).cart_item_total), "items": items },
            "profile": { "favourites": FAVOURITES },
        })
    }
}

/// The attributes the campaigns look at.
pub fn names() -> Names {
    let mut names = Names::new();
    names.add(Entity::CustomerProfile, None, "favourites", AttributeType::ListString);
    names
}

/// The price of a line in cents.
pub fn price_minor(position: u32) -> i64 {
    990 + 125 * i64::from(position)
}

/// The category of a line.
pub fn category(position: u32) -> &'static str {
    let turn = usize::try_from(position).unwrap_or(0) % CATEGORIES.len();
    if position + 1 == LINES { RARE } else { CATEGORIES[turn] }
}

fn line(position: u32) -> CartItem {
    CartItem {
        sku: format!("SKU-{position:04}"),
        name: Some(format!("Article number {position}")),
        quantity: 1,
        price: Decimal::new(price_minor(position), 2),
        category: Some(category(position).to_owned()),
        product: None,
        weight: None,
        height: None,
        width: None,
        length: None,
        attributes: BTreeMap::new(),
        additional_costs: BTreeMap::new(),
    }
}

fn favourites() -> Value {
    Value::List(FAVOURITES.map(|name| Value::Text(name.to_owned())).to_vec())
}

fn item_json(item: &CartItem) -> Json {
    json!({
        "sku": item.sku,
        "name": item.name,
        "quantity": item.quantity,
        "price": number(item.price),
        "category": item.category,
    })
}

/// Peers read amounts as the JSON numbers they are.
fn number(amount: Decimal) -> Json {
    amount.to_string().parse::<serde_json::Number>().map_or(Json::Null, Json::Number)
}

/// The lines of the cart as a request has them, with `quantity` units of the first.
pub fn items(quantity: u32) -> Vec<Json> {
    let item = |position| {
        json!({
            "sku": format!("SKU-{position:04}"),
            "name": format!("Article number {position}"),
            "quantity": if position == 0 { quantity } else { 1 },
            "price": Decimal::new(price_minor(position), 2).to_string().parse::<serde_json::Number>().ok(),
            "category": category(position),
        })
    };
    (0..LINES).map(item).collect()
}
