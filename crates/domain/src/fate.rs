//! What becomes of each kind of effect when a closed session is taken back. A new kind of effect answers three questions
//! here: which book it is entered in, whether it is taken back, and by what.

use rust_decimal::Decimal;

use crate::effect::{AdditionalCost, EffectKind, Unit};
use crate::settlement::Share;

/// What becomes of an effect that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// All that is left of it is taken back.
    TakenBack,
    /// This much of it is taken back, the rest stands.
    InPart(Decimal),
    /// It stands as before.
    Survives(Reason),
}

/// Why an effect survives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// A discount on units that were kept.
    UnitKept,
    /// A discount on the whole session, of which items are returned.
    OnWholeSession,
    /// A discount on an additional cost of the session, of which items are returned.
    OnSessionCost,
    /// A discount on an additional cost of a line that was not returned whole.
    LineKept,
    /// A free item.
    HandedOver,
    /// An attribute update.
    ValueKept,
    /// A custom effect.
    CarriedOut,
    /// A notification.
    Shown,
    /// An error, which gave nothing.
    NothingGiven,
    /// A redeemed code, of whose session items are returned.
    CodeUsed,
    /// A created code.
    CodeGiven,
    /// A reservation.
    Reserved,
    /// A rollback.
    Final,
}

impl Reason {
    /// The reason as a sentence for people.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::UnitKept => "The customer keeps this unit, and its discount with it.",
            Self::OnWholeSession => {
                "A discount on the whole cart is not shared out among its items, so it stays when items are returned."
            }
            Self::OnSessionCost => {
                "An additional cost of the session belongs to no item, so its discount stays when items are returned."
            }
            Self::LineKept => {
                "An additional cost is one for the whole line, so its discount stays until the last piece is returned."
            }
            Self::HandedOver => "A free item was handed over and is never asked back.",
            Self::ValueKept => "An attribute keeps the value it was given.",
            Self::CarriedOut => {
                "A custom effect was carried out by another system, which is not told to undo it."
            }
            Self::Shown => "The customer has seen it already.",
            Self::NothingGiven => "Nothing was given that could be taken back.",
            Self::CodeUsed => "The code was used for this session and stays used when items are returned.",
            Self::CodeGiven => "A created code was handed out and is never taken back.",
            Self::Reserved => "A code that was set aside for a customer stays theirs.",
            Self::Final => "A rollback is never undone.",
        }
    }
}

/// What becomes of an effect of this `kind` when `share` of its closed session is taken back.
///
/// | | units returned | cancelled or reopened |
/// |---|---|---|
/// | discounts on units | those of the returned units are taken back | taken back |
/// | discounts on additional costs of lines | those of lines returned to the last unit are taken back | taken back |
/// | discounts on the session and on its additional costs | survive | taken back |
/// | redeemed codes | stay redeemed | can be used again |
/// | everything else | survives | survives |
///
/// Source: our decisions, *Rolling back*.
pub fn fate(kind: &EffectKind, share: &Share) -> Fate {
    match kind {
        EffectKind::SetDiscount { .. } => match share {
            Share::Rest => Fate::TakenBack,
            Share::Units(_) => Fate::Survives(Reason::OnWholeSession),
        },
        EffectKind::SetDiscountPerItem { unit, .. } => {
            if takes(share, *unit) {
                Fate::TakenBack
            } else {
                Fate::Survives(Reason::UnitKept)
            }
        }
        EffectKind::SetDiscountPerAdditionalCost { .. } => match share {
            Share::Rest => Fate::TakenBack,
            Share::Units(_) => Fate::Survives(Reason::OnSessionCost),
        },
        EffectKind::SetDiscountPerAdditionalCostPerItem { unit, .. } => {
            if takes(share, *unit) {
                Fate::TakenBack
            } else {
                Fate::Survives(Reason::LineKept)
            }
        }
        EffectKind::AddFreeItem { .. } => Fate::Survives(Reason::HandedOver),
        EffectKind::UpdateAttribute { .. } => Fate::Survives(Reason::ValueKept),
        EffectKind::CustomEffect { .. } => Fate::Survives(Reason::CarriedOut),
        EffectKind::ShowNotification { .. } => Fate::Survives(Reason::Shown),
        EffectKind::AcceptCoupon { .. } => match share {
            Share::Rest => Fate::TakenBack,
            Share::Units(_) => Fate::Survives(Reason::CodeUsed),
        },
        EffectKind::CouponCreated { .. } => Fate::Survives(Reason::CodeGiven),
        EffectKind::ReserveCoupon { .. } => Fate::Survives(Reason::Reserved),
        EffectKind::Error { .. } | EffectKind::RejectCoupon(_) => Fate::Survives(Reason::NothingGiven),
        EffectKind::RollbackDiscount { .. } | EffectKind::RollbackCoupon { .. } => {
            Fate::Survives(Reason::Final)
        }
    }
}

/// The effect that takes `amount` of an effect of this `kind` back; `None` for kinds that are never taken back.
///
/// Source: the vendor's rollback effects and their props.
pub fn reversal(kind: &EffectKind, amount: Decimal) -> Option<EffectKind> {
    let discount = |name: &String, unit: Option<Unit>, cost: Option<&AdditionalCost>| {
        let (name, cost) = (name.clone(), cost.cloned());
        Some(EffectKind::RollbackDiscount { name, value: amount, unit, cost })
    };
    match kind {
        EffectKind::SetDiscount { name, .. } => discount(name, None, None),
        EffectKind::SetDiscountPerItem { name, unit, .. } => discount(name, Some(*unit), None),
        EffectKind::SetDiscountPerAdditionalCost { name, cost, .. } => discount(name, None, Some(cost)),
        EffectKind::SetDiscountPerAdditionalCostPerItem { name, cost, unit, .. } => {
            discount(name, Some(*unit), Some(cost))
        }
        EffectKind::AcceptCoupon { value } => Some(EffectKind::RollbackCoupon { value: value.clone() }),
        EffectKind::AddFreeItem { .. }
        | EffectKind::ShowNotification { .. }
        | EffectKind::UpdateAttribute { .. }
        | EffectKind::CustomEffect { .. }
        | EffectKind::Error { .. }
        | EffectKind::RejectCoupon(_)
        | EffectKind::CouponCreated { .. }
        | EffectKind::ReserveCoupon { .. }
        | EffectKind::RollbackCoupon { .. }
        | EffectKind::RollbackDiscount { .. } => None,
    }
}

/// What a session's ledger keeps apart. Each account balances by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Account {
    /// Discounts on the session and on units, in money.
    Discounts,
    /// Free items, counted.
    FreeItems,
    /// Attribute updates, counted.
    AttributeUpdates,
    /// Custom effects, counted.
    CustomEffects,
    /// Redeemed codes, counted.
    RedeemedCodes,
    /// Created codes, counted.
    CreatedCodes,
    /// Reservations of codes, counted.
    Reservations,
}

impl Account {
    /// Every account, in the order they are shown in.
    pub const ALL: [Self; 7] = [
        Self::Discounts,
        Self::FreeItems,
        Self::AttributeUpdates,
        Self::CustomEffects,
        Self::RedeemedCodes,
        Self::CreatedCodes,
        Self::Reservations,
    ];

    /// Its name for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Discounts => "Discounts",
            Self::FreeItems => "Free items",
            Self::AttributeUpdates => "Attribute updates",
            Self::CustomEffects => "Custom effects",
            Self::RedeemedCodes => "Redeemed codes",
            Self::CreatedCodes => "Created codes",
            Self::Reservations => "Reservations",
        }
    }

    /// Whether its amounts are money; otherwise effects are counted.
    pub fn is_money(self) -> bool {
        match self {
            Self::Discounts => true,
            Self::FreeItems
            | Self::AttributeUpdates
            | Self::CustomEffects
            | Self::RedeemedCodes
            | Self::CreatedCodes
            | Self::Reservations => false,
        }
    }
}

/// How an effect is entered in its session's ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// This much is given.
    Granted(Account, Decimal),
    /// This much of something given earlier is taken back.
    TakenBack(Account, Decimal),
    /// It only says something.
    Message,
}

/// How an effect of this `kind` is entered.
pub fn entry(kind: &EffectKind) -> Entry {
    match kind {
        EffectKind::SetDiscount { value, .. }
        | EffectKind::SetDiscountPerItem { value, .. }
        | EffectKind::SetDiscountPerAdditionalCost { value, .. }
        | EffectKind::SetDiscountPerAdditionalCostPerItem { value, .. } => {
            Entry::Granted(Account::Discounts, *value)
        }
        EffectKind::RollbackDiscount { value, .. } => Entry::TakenBack(Account::Discounts, *value),
        EffectKind::AddFreeItem { .. } => Entry::Granted(Account::FreeItems, Decimal::ONE),
        EffectKind::UpdateAttribute { .. } => Entry::Granted(Account::AttributeUpdates, Decimal::ONE),
        EffectKind::CustomEffect { .. } => Entry::Granted(Account::CustomEffects, Decimal::ONE),
        EffectKind::AcceptCoupon { .. } => Entry::Granted(Account::RedeemedCodes, Decimal::ONE),
        EffectKind::RollbackCoupon { .. } => Entry::TakenBack(Account::RedeemedCodes, Decimal::ONE),
        EffectKind::CouponCreated { .. } => Entry::Granted(Account::CreatedCodes, Decimal::ONE),
        EffectKind::ReserveCoupon { .. } => Entry::Granted(Account::Reservations, Decimal::ONE),
        EffectKind::ShowNotification { .. } | EffectKind::Error { .. } | EffectKind::RejectCoupon(_) => {
            Entry::Message
        }
    }
}

/// Returned units are in cart order, so they are found by halving.
fn takes(share: &Share, unit: Unit) -> bool {
    match share {
        Share::Units(units) => units.binary_search(&unit).is_ok(),
        Share::Rest => true,
    }
}
