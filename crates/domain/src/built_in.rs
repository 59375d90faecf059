//! What is there in every workspace and cannot be changed: built-in attributes, and the meaning of built-in events.

use crate::attribute::Entity;
use crate::event::BuiltIn;
use crate::value::AttributeType;

/// An attribute every workspace has. Rules read it under its path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuiltInAttribute {
    /// Who owns it.
    pub entity: Entity,
    /// How expressions name it, without the leading `$`, such as `Session.Total`.
    pub path: &'static str,
    /// The name people read.
    pub title: &'static str,
    /// Its type; `None` for the list of cart items, which only selectors read.
    pub kind: Option<AttributeType>,
    /// What it means.
    pub meaning: &'static str,
}

const fn built_in(
    entity: Entity,
    path: &'static str,
    title: &'static str,
    kind: Option<AttributeType>,
    meaning: &'static str,
) -> BuiltInAttribute {
    BuiltInAttribute { entity, path, title, kind, meaning }
}

/// Every built-in attribute, entity by entity. Source: the vendor's session, cart item, profile and event entities;
/// the spelling of paths the vendor does not publish is ours.
pub const BUILT_IN_ATTRIBUTES: [BuiltInAttribute; 38] = {
    use Entity::{CartItem as I, Coupon as C, CustomerProfile as P, CustomerSession as S, Event as E};
    const STRING: Option<AttributeType> = Some(AttributeType::String);
    const NUMBER: Option<AttributeType> = Some(AttributeType::Number);
    const BOOLEAN: Option<AttributeType> = Some(AttributeType::Boolean);
    const TIME: Option<AttributeType> = Some(AttributeType::Time);
    const STRINGS: Option<AttributeType> = Some(AttributeType::ListString);
    [
        built_in(
            P,
            "Profile.IntegrationId",
            "Customer ID",
            STRING,
            "The identity your shop gave the customer.",
        ),
        built_in(
            P,
            "Profile.ClosedSessions",
            "Closed Sessions",
            NUMBER,
            "Sessions the customer closed, without cancelled and reopened ones.",
        ),
        built_in(
            P,
            "Profile.TotalSales",
            "Total Sales",
            NUMBER,
            "Money spent before discounts, without what was cancelled, reopened or returned.",
        ),
        built_in(
            P,
            "Profile.LastActivity",
            "Last Activity",
            TIME,
            "When the customer last did something that rules looked at.",
        ),
        built_in(
            P,
            "Profile.Created",
            "Create Date (Customer)",
            TIME,
            "When the customer was first heard of.",
        ),
        built_in(
            S,
            "Session.IntegrationId",
            "Session ID",
            STRING,
            "The identity your shop gave the session.",
        ),
        built_in(
            S,
            "Session.State",
            "Session State",
            STRING,
            "open, closed, partially_returned or cancelled.",
        ),
        built_in(
            S,
            "Session.Total",
            "Session Total",
            NUMBER,
            "Items and all additional costs, before discounts.",
        ),
        built_in(
            S,
            "Session.CartItemTotal",
            "Cart Items Total",
            NUMBER,
            "Price times quantity over all lines, before discounts.",
        ),
        built_in(
            S,
            "Session.AdditionalCostTotal",
            "Additional Cost Total",
            NUMBER,
            "The session's own additional costs, such as shipping.",
        ),
        built_in(
            S,
            "Session.CartItemAdditionalCostTotal",
            "Item Additional Cost Total",
            NUMBER,
            "The additional costs of all lines.",
        ),
        built_in(S, "Session.CartItems", "Cart Items", None, "The units in the cart, for selectors."),
        built_in(
            S,
            "Session.FirstSession",
            "First Session",
            BOOLEAN,
            "Whether the customer had no session before; always true without a customer.",
        ),
        built_in(
            S,
            "Session.UpdateCount",
            "Update Count",
            NUMBER,
            "1 when created, one more with every stored request.",
        ),
        built_in(S, "Session.CouponCodes", "Coupon Codes", STRINGS, "The coupon codes as entered."),
        built_in(
            S,
            "Session.ReferralCode",
            "Referral Code",
            STRING,
            "The referral code as entered; empty when there is none.",
        ),
        built_in(S, "Session.Identifiers", "Identifiers", STRINGS, "Hashed device or address identifiers."),
        built_in(S, "Session.LoyaltyCards", "Loyalty Cards", STRINGS, "The loyalty cards used."),
        built_in(S, "Session.Store", "Store", STRING, "The store the session belongs to."),
        built_in(S, "Session.Created", "Create Date (Session)", TIME, "When the session was created."),
        built_in(S, "Session.Updated", "Update Date (Session)", TIME, "When the session last changed."),
        built_in(I, "Item.Sku", "SKU", STRING, "The stock-keeping unit."),
        built_in(I, "Item.Name", "Item Name", STRING, "The name people read."),
        built_in(I, "Item.Category", "Category", STRING, "The category of the item."),
        built_in(I, "Item.Product", "Product", STRING, "The product the SKU belongs to."),
        built_in(I, "Item.Price", "Item Price", NUMBER, "The price of one unit."),
        built_in(I, "Item.Quantity", "Quantity", NUMBER, "Units of the line as ordered."),
        built_in(
            I,
            "Item.RemainingQuantity",
            "Remaining Quantity",
            NUMBER,
            "Units of the line that were not returned.",
        ),
        built_in(
            I,
            "Item.ReturnedQuantity",
            "Returned Quantity",
            NUMBER,
            "Units of the line that were returned.",
        ),
        built_in(I, "Item.Position", "Position", NUMBER, "The place of the line in the cart, from 0."),
        built_in(I, "Item.Weight", "Weight", NUMBER, "In grams."),
        built_in(I, "Item.Height", "Height", NUMBER, "In millimetres."),
        built_in(I, "Item.Width", "Width", NUMBER, "In millimetres."),
        built_in(I, "Item.Length", "Length", NUMBER, "In millimetres."),
        built_in(E, "Event.Type", "Event Type", STRING, "The name of the event that happened."),
        built_in(E, "Event.Time", "Event Time", TIME, "When the event happened, by the workspace clock."),
        built_in(E, "Now", "Current Time", TIME, "The workspace clock at the moment of the request."),
        built_in(C, "Coupon.Value", "Coupon Code", STRING, "The code the rule is evaluated for."),
    ]
};

/// The built-in attribute under that path, such as `Session.Total`.
pub fn built_in_attribute(path: &str) -> Option<&'static BuiltInAttribute> {
    BUILT_IN_ATTRIBUTES.iter().find(|attribute| attribute.path == path)
}

/// The built-in attributes a rule can read when `event` happens: profile events have no session and no cart.
pub fn attributes_of(event: BuiltIn) -> impl Iterator<Item = &'static BuiltInAttribute> {
    let has_session = has_session(event);
    BUILT_IN_ATTRIBUTES.iter().filter(move |attribute| match attribute.entity {
        Entity::CustomerProfile | Entity::Event => true,
        Entity::CustomerSession | Entity::CartItem | Entity::Coupon => has_session,
    })
}

/// Whether `event` happens to a session; the other built-in events happen to a profile alone.
pub fn has_session(event: BuiltIn) -> bool {
    match event {
        BuiltIn::SessionCreated
        | BuiltIn::SessionUpdated
        | BuiltIn::SessionClosed
        | BuiltIn::SessionCancelled
        | BuiltIn::SessionRevoked
        | BuiltIn::SessionPartiallyReturned
        | BuiltIn::SessionReopened => true,
        BuiltIn::ProfileCreated | BuiltIn::ProfileUpdated => false,
    }
}

/// When `event` happens, in one sentence.
pub fn meaning(event: BuiltIn) -> &'static str {
    match event {
        BuiltIn::SessionCreated => "A session that was not known before begins, open or already closed.",
        BuiltIn::SessionUpdated => "An open session changes and stays open.",
        BuiltIn::SessionClosed => "An open session is paid: discounts stand and counters move.",
        BuiltIn::SessionCancelled => {
            "An open session is given up; nothing had been given, nothing is taken back."
        }
        BuiltIn::SessionRevoked => "A paid session is cancelled; what was not returned yet is taken back.",
        BuiltIn::SessionPartiallyReturned => "Items of a paid session come back, with the discounts on them.",
        BuiltIn::SessionReopened => {
            "A closed session opens again; its discounts are taken back until it closes anew."
        }
        BuiltIn::ProfileCreated => "A customer who was not known before is saved.",
        BuiltIn::ProfileUpdated => "A known customer is saved again.",
    }
}
