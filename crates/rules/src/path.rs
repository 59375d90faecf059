//! Paths such as `$Session.Total`: every name an expression can read, resolved once to a slot.

use std::fmt;
use std::sync::Arc;

use domain::attribute::Entity;

use crate::kind::{Kind, Scalar};
use crate::names::Names;

/// How many characters a name may be off and still be offered as what was meant.
const NEAR: usize = 3;

/// Something an expression can read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Path {
    /// A built-in value.
    BuiltIn(Slot),
    /// A custom attribute of the session, the customer, the cart item, the event or the code.
    Attribute(Entity, Arc<str>),
    /// An additional cost of the session by name.
    SessionCost(Arc<str>),
    /// An additional cost of the cart item's line by name.
    ItemCost(Arc<str>),
}

macro_rules! slots {
    ($($slot:ident $path:literal $kind:expr, $title:literal;)*) => {
        /// The built-in values.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "each slot is documented by its title in `BUILT_IN`")]
        pub enum Slot { $($slot,)* }

        /// Every built-in path with its kind and the title people read.
        pub const BUILT_IN: &[BuiltInPath] = &[
            $(BuiltInPath { slot: Slot::$slot, path: $path, kind: $kind, title: $title },)*
        ];

        impl Slot {
            /// The path without `$`, such as `Session.Total`.
            pub fn path(self) -> &'static str {
                match self { $(Self::$slot => $path,)* }
            }

            /// The title people read.
            pub fn title(self) -> &'static str {
                match self { $(Self::$slot => $title,)* }
            }
        }
    };
}

/// A built-in path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuiltInPath {
    /// The slot it stands for.
    pub slot: Slot,
    /// Without `$`, such as `Session.Total`.
    pub path: &'static str,
    /// What it yields.
    pub kind: Kind,
    /// The title people read.
    pub title: &'static str,
}

slots! {
    SessionIntegrationId "Session.IntegrationId" Kind::TEXT, "Session ID";
    SessionProfileId "Session.ProfileId" Kind::TEXT, "Customer ID of the session";
    SessionState "Session.State" Kind::TEXT, "Session state";
    SessionCreated "Session.Created" Kind::TIME, "Session created";
    SessionUpdated "Session.Updated" Kind::TIME, "Session updated";
    SessionTotal "Session.Total" Kind::NUMBER, "Session total";
    SessionCartItemTotal "Session.CartItemTotal" Kind::NUMBER, "Cart item total";
    SessionDiscountedTotal "Session.DiscountedTotal" Kind::NUMBER, "Discounted session total";
    SessionDiscountedCartItemTotal "Session.DiscountedCartItemTotal" Kind::NUMBER, "Discounted cart item total";
    SessionAdditionalCostTotal "Session.AdditionalCostTotal" Kind::NUMBER, "Additional cost total";
    SessionCartItemAdditionalCostTotal "Session.CartItemAdditionalCostTotal" Kind::NUMBER, "Cart item additional cost total";
    SessionFirstSession "Session.FirstSession" Kind::BOOL, "First session";
    SessionUpdateCount "Session.UpdateCount" Kind::NUMBER, "Session update count";
    SessionCouponCodes "Session.CouponCodes" Kind::Many(Scalar::Text), "Coupon codes";
    SessionReferralCode "Session.ReferralCode" Kind::TEXT, "Referral code";
    SessionIdentifiers "Session.Identifiers" Kind::Many(Scalar::Text), "Identifiers";
    SessionLoyaltyCards "Session.LoyaltyCards" Kind::Many(Scalar::Text), "Loyalty cards";
    SessionStore "Session.Store" Kind::TEXT, "Store";
    SessionCartItems "Session.CartItems" Kind::Units, "Cart items";
    ProfileIntegrationId "Profile.IntegrationId" Kind::TEXT, "Customer ID";
    ProfileClosedSessions "Profile.ClosedSessions" Kind::NUMBER, "Closed sessions";
    ProfileTotalSales "Profile.TotalSales" Kind::NUMBER, "Total sales";
    ProfileLastActivity "Profile.LastActivity" Kind::TIME, "Last activity";
    ProfileCreated "Profile.Created" Kind::TIME, "Customer created";
    ItemSku "Item.Sku" Kind::TEXT, "Item SKU";
    ItemName "Item.Name" Kind::TEXT, "Item name";
    ItemQuantity "Item.Quantity" Kind::NUMBER, "Item quantity";
    ItemRemainingQuantity "Item.RemainingQuantity" Kind::NUMBER, "Item remaining quantity";
    ItemReturnedQuantity "Item.ReturnedQuantity" Kind::NUMBER, "Item returned quantity";
    ItemPrice "Item.Price" Kind::NUMBER, "Item price";
    ItemDiscountedPrice "Item.DiscountedPrice" Kind::NUMBER, "Discounted item price";
    ItemCategory "Item.Category" Kind::TEXT, "Item category";
    ItemProduct "Item.Product" Kind::TEXT, "Item product";
    ItemWeight "Item.Weight" Kind::NUMBER, "Item weight";
    ItemHeight "Item.Height" Kind::NUMBER, "Item height";
    ItemWidth "Item.Width" Kind::NUMBER, "Item width";
    ItemLength "Item.Length" Kind::NUMBER, "Item length";
    ItemPosition "Item.Position" Kind::NUMBER, "Item position";
    ItemSubPosition "Item.SubPosition" Kind::NUMBER, "Item sub-position";
    EventType "Event.Type" Kind::TEXT, "Event type";
    EventTime "Event.Time" Kind::TIME, "Event time";
    CouponValue "Coupon.Value" Kind::TEXT, "Coupon code";
    CampaignId "Campaign.Id" Kind::NUMBER, "Campaign number";
    CampaignName "Campaign.Name" Kind::TEXT, "Campaign name";
    Now "Now" Kind::TIME, "Current time";
}

/// What surrounds an expression and decides which names it may use.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// Attributes and event types.
    pub names: &'a Names,
    /// Whether `$Item` stands for a cart item here.
    pub item: bool,
    /// Whether `$Coupon` stands for the code a rule is evaluated for.
    pub coupon: bool,
    /// The custom event type this part of the rule is evaluated for.
    pub event_type: Option<&'a str>,
    /// The selectors that may be named, with what they yield; a selector sees only those above it.
    pub selectors: &'a [(String, Kind)],
}

impl fmt::Display for Path {
    /// The path as written, with `$`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BuiltIn(slot) => write!(f, "${}", slot.path()),
            Self::Attribute(entity, name) => write!(f, "${}.Attributes.{name}", root(*entity)),
            Self::SessionCost(name) => write!(f, "$Session.AdditionalCosts.{name}"),
            Self::ItemCost(name) => write!(f, "$Item.AdditionalCosts.{name}"),
        }
    }
}

impl Path {
    /// The title people read.
    pub fn title(&self) -> String {
        match self {
            Self::BuiltIn(slot) => slot.title().to_owned(),
            Self::Attribute(_, name) | Self::SessionCost(name) | Self::ItemCost(name) => name.to_string(),
        }
    }
}

/// Finds what `segments` (without `$`) stand for.
///
/// # Errors
/// One sentence that says what is unknown or not allowed here, and what would be right.
pub fn resolve(segments: &[&str], scope: &Scope<'_>) -> Result<(Path, Kind), String> {
    let (path, kind) = match segments {
        ["Session", "CartTotal"] => (Path::BuiltIn(Slot::SessionCartItemTotal), Kind::NUMBER),
        [root, "Attributes", name] => attribute(root, name, scope)?,
        ["Session", "AdditionalCosts", name] => (Path::SessionCost((*name).into()), Kind::NUMBER),
        ["Item", "AdditionalCosts", name] => (Path::ItemCost((*name).into()), Kind::NUMBER),
        _ => built_in(&segments.join("."))?,
    };
    if segments.first() == Some(&"Item") && !scope.item {
        let text = format!("${}", segments.join("."));
        return Err(format!(
            "\"{text}\" has no cart item here; use it in a selector or in an effect on items."
        ));
    }
    if segments.first() == Some(&"Coupon") && !scope.coupon {
        let text = format!("${}", segments.join("."));
        return Err(format!(
            "\"{text}\" has no code here; use it in a rule with the condition \"Coupon code is valid\"."
        ));
    }
    Ok((path, kind))
}

fn built_in(written: &str) -> Result<(Path, Kind), String> {
    if let Some(found) = BUILT_IN.iter().find(|known| known.path == written) {
        return Ok((Path::BuiltIn(found.slot), found.kind));
    }
    let near = BUILT_IN.iter().map(|known| (distance(known.path, written), known.path)).min();
    let hint = match near {
        Some((far, path)) if far <= NEAR => format!("; did you mean \"${path}\"?"),
        _ => ". Paths look like \"$Session.Total\" or \"$Profile.Attributes.name\".".to_owned(),
    };
    Err(format!("There is no \"${written}\"{hint}"))
}

fn attribute(root_name: &str, name: &str, scope: &Scope<'_>) -> Result<(Path, Kind), String> {
    let entity = match root_name {
        "Session" => Entity::CustomerSession,
        "Profile" => Entity::CustomerProfile,
        "Item" => Entity::CartItem,
        "Event" => Entity::Event,
        "Coupon" => Entity::Coupon,
        _ => {
            return Err(format!(
                "\"${root_name}\" has no attributes; \"$Session\", \"$Profile\", \"$Item\", \"$Event\" and \"$Coupon\" have."
            ));
        }
    };
    if entity == Entity::Event && scope.event_type.is_none() {
        return Err(format!(
            "\"$Event.Attributes.{name}\" needs a \"Check for event types\" block that names a custom event type which has \"{name}\"."
        ));
    }
    let event_type = scope.event_type.filter(|_| entity == Entity::Event);
    match scope.names.attribute(entity, event_type, name) {
        Some(kind) => Ok((Path::Attribute(entity, name.into()), Kind::of(kind))),
        None => Err(unknown_attribute(entity, event_type, name, scope.names)),
    }
}

/// What is said of an attribute that is not in the dictionary, with what may have been meant.
pub fn unknown_attribute(entity: Entity, event_type: Option<&str>, name: &str, names: &Names) -> String {
    let owner = match event_type {
        Some(event_type) => format!("events of type \"{event_type}\""),
        None => format!("{} entities", entity.name()),
    };
    let near = names.of(entity, event_type).map(|known| (distance(known, name), known)).min();
    match near {
        Some((far, known)) if far <= NEAR => {
            format!("The attribute \"{name}\" is not defined on {owner}; did you mean \"{known}\"?")
        }
        _ => {
            format!("The attribute \"{name}\" is not defined on {owner}; create it in the dictionary first.")
        }
    }
}

fn root(entity: Entity) -> &'static str {
    match entity {
        Entity::CustomerSession => "Session",
        Entity::CustomerProfile => "Profile",
        Entity::CartItem => "Item",
        Entity::Event => "Event",
        Entity::Coupon => "Coupon",
    }
}

/// How many characters must be typed, removed or replaced to get from one text to the other, ignoring case. Texts too
/// different in length are not compared: they are far apart anyway.
fn distance(left: &str, right: &str) -> usize {
    if left.len().abs_diff(right.len()) > NEAR {
        return usize::MAX;
    }
    let right: Vec<char> = right.to_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (index, from) in left.to_lowercase().chars().enumerate() {
        let mut diagonal = index;
        let mut last = index + 1;
        if let Some(first) = row.first_mut() {
            *first = last;
        }
        for (cell, to) in row.iter_mut().skip(1).zip(&right) {
            let replaced = diagonal + usize::from(from != *to);
            diagonal = *cell;
            last = replaced.min(*cell + 1).min(last + 1);
            *cell = last;
        }
    }
    row.last().copied().unwrap_or(0)
}
