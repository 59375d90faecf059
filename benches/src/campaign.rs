//! The campaigns: each waits for a total, for something the customer likes, and for a category in the cart.

use rules::check::compile;
use rules::document;
use rules::plan::Plan;
use rules::problem::Problem;
use serde_json::{Value as Json, json};

use crate::scene::{CATEGORIES, FAVOURITES, RARE, names};

/// What a campaign waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// The cart item total is at least this, in whole units of the currency.
    pub least: u32,
    /// The customer likes one of these.
    pub likes: [&'static str; 2],
    /// Something of this category is in the cart.
    pub category: &'static str,
}

/// The wish of the one-rule measurement: it comes true, by the last line of the cart.
pub const ONE: Wish = Wish { least: 100, likes: ["Bags", "Sneakers"], category: RARE };

/// A hundred different wishes; some come true, some fail at each of their parts.
pub fn hundred() -> Vec<Wish> {
    let nobody = ["Lamps", "Chairs"];
    (0..100_usize)
        .map(|index| Wish {
            least: u32::try_from(index % 10).unwrap_or(0) * 60,
            likes: if index % 4 == 3 { nobody } else { [nobody[0], FAVOURITES[index % FAVOURITES.len()]] },
            category: match index % 6 {
                4 => RARE,
                5 => "Lamps",
                place => CATEGORIES[place % CATEGORIES.len()],
            },
        })
        .collect()
}

impl Wish {
    /// As a rule document; when it comes true, five are taken off the cart.
    pub fn document(&self) -> Json {
        json!({
            "promotionRules": [{
                "title": "A wish",
                "blocks": [
                    { "type": "checkAttribute", "attribute": "$Session.CartItemTotal", "operator": "greaterThanOrEqual", "value": self.least },
                    { "type": "checkAttribute", "attribute": "$Profile.Attributes.favourites", "operator": "containsOneOf", "values": self.likes },
                    { "type": "checkAttribute", "attribute": "$Selectors.wanted", "operator": "not(empty)" },
                    { "type": "awardDiscount", "name": "Five off", "value": 5, "partial": false, "target": { "type": "cart" } },
                ],
            }],
            "selectors": [{
                "type": "selector",
                "name": "wanted",
                "source": "$Session.CartItems",
                "steps": [{
                    "type": "filter",
                    "predicate": { "type": "checkAttribute", "attribute": "$Item.Category", "operator": "equals", "value": self.category },
                }],
            }],
        })
    }

    /// As a compiled plan.
    ///
    /// # Errors
    /// When the document is not accepted.
    pub fn plan(&self) -> Result<Plan, Vec<Problem>> {
        compile(&document::parse(&self.document().to_string())?, &names())
    }

    /// In the words of zen-expression.
    pub fn zen(&self) -> String {
        format!(
            "session.total >= {} and some({:?}, contains(profile.favourites, #)) and some(session.items, #.category == {:?})",
            self.least, self.likes, self.category
        )
    }

    /// In the words of JSONLogic.
    pub fn json_logic(&self) -> String {
        json!({ "and": [
            { ">=": [{ "var": "session.total" }, self.least] },
            { "some": [{ "var": "profile.favourites" }, { "in": [{ "var": "" }, self.likes] }] },
            { "some": [{ "var": "session.items" }, { "==": [{ "var": "category" }, self.category] }] },
        ]})
        .to_string()
    }

    /// In the words of the Common Expression Language.
    pub fn cel(&self) -> String {
        format!(
            "session.total >= {}.0 && profile.favourites.exists(one, one in {:?}) && session.items.exists(item, item.category == {:?})",
            self.least, self.likes, self.category
        )
    }
}
