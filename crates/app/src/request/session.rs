//! Bodies of *Update customer session*, *Return cart items*. Source of the names: the vendor's `IntegrationRequest`
//! and `ReturnIntegrationRequest`.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::json::{Amount, Json, Named};

/// Body of *Update customer session*.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SessionRequest {
    /// What changes.
    pub customer_session: SessionBody,
    /// Parts the client wants back; all of the vendor's words are accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response_content: Option<Vec<String>>,
}

/// A session as a client writes it. Everything left out keeps what is there.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SessionBody {
    /// Integration id of the profile; empty makes the session anonymous.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile_id: Option<String>,
    /// Store the session belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub store_integration_id: Option<String>,
    /// For dry requests: evaluate exactly these campaigns, disabled ones too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evaluable_campaign_ids: Option<Vec<u32>>,
    /// Coupon codes as entered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coupon_codes: Option<Vec<String>>,
    /// Referral code; empty clears.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referral_code: Option<String>,
    /// At most one loyalty card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub loyalty_cards: Option<Vec<String>>,
    /// `open` when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// The whole cart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cart_items: Option<Vec<CartItemBody>>,
    /// Additional costs by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub additional_costs: Option<Named<CostBody>>,
    /// At most five identifiers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identifiers: Option<Vec<String>>,
    /// Session attributes; merged per key, `null` removes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attributes: Option<Named<Json>>,
}

/// One line of a cart as a client writes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CartItemBody {
    /// Stock-keeping unit.
    pub sku: String,
    /// Units.
    pub quantity: u32,
    /// Price of one unit; needed, because there is no catalogue to take it from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Amount>,
    /// Name people read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Product.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<ProductBody>,
    /// Grams.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Amount>,
    /// Millimetres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<Amount>,
    /// Millimetres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<Amount>,
    /// Millimetres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<Amount>,
    /// Cart item attributes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attributes: Option<Named<Json>>,
    /// Additional costs by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub additional_costs: Option<Named<CostBody>>,
}

/// The product a SKU belongs to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct ProductBody {
    /// Its name.
    pub name: String,
}

/// One additional cost.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct CostBody {
    /// Its price.
    pub price: Amount,
}

/// Body of *Return cart items*.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReturnRequest {
    /// What comes back.
    #[serde(rename = "return")]
    pub returned: ReturnBody,
    /// Parts the client wants back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response_content: Option<Vec<String>>,
}

/// The items of a return.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReturnBody {
    /// At least one.
    pub returned_cart_items: Vec<ReturnedItemBody>,
}

/// Units of one line, named by position or by SKU.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReturnedItemBody {
    /// Zero-based place of the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<u32>,
    /// Units; all that remain when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<u32>,
    /// The first line of this SKU with units left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<String>,
}
