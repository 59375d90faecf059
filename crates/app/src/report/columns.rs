//! The columns every workspace has: their names in a preset, their titles, and what stands in them.

use domain::effect::EffectKind;
use domain::ledger::Booking;
use domain::session::Phase;
use rust_decimal::Decimal;
use store::EventRow;

use super::cell::{Cell, Kind};
use super::preset::Grain;
use super::scene::{Scene, event_name};
use crate::render;
use crate::view::trace::{ConditionView, OutcomeOfCondition, VerdictView};

/// What a column is read from; also what has to be fetched for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Depth {
    /// The event's row.
    Row,
    /// The whole event.
    Whole,
}

/// A column of the catalogue.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    /// Its name in a preset.
    pub name: &'static str,
    /// Its title.
    pub title: &'static str,
    pub kind: Kind,
    pub depth: Depth,
    pub cell: fn(&Scene<'_>) -> Cell,
}

const fn row(name: &'static str, title: &'static str, kind: Kind, cell: fn(&Scene<'_>) -> Cell) -> Known {
    Known { name, title, kind, depth: Depth::Row, cell }
}

const fn whole(name: &'static str, title: &'static str, kind: Kind, cell: fn(&Scene<'_>) -> Cell) -> Known {
    Known { name, title, kind, depth: Depth::Whole, cell }
}

/// The columns of a grain besides attributes: its own first, then those of the event it is of.
pub(super) fn of(grain: Grain) -> impl Iterator<Item = &'static Known> {
    let (own, event): (&[Known], &[Known]) = match grain {
        Grain::Event => (&[], EVENT),
        Grain::Effect => (EFFECT, EVENT),
        Grain::CartLine => (LINE, EVENT),
        Grain::Session => (SESSION, EVENT),
        Grain::RuleDecision => (DECISION, EVENT),
        Grain::Attribute => (ATTRIBUTE, &[]),
    };
    own.iter().chain(event)
}

const EVENT: &[Known] = &[
    row("number", "Number", Kind::Count, |s| s.event(|row| Cell::count(row.seq.0))),
    row("time", "Time", Kind::Time, |s| s.event(|row| Cell::Time(row.at))),
    row("day", "Day", Kind::Day, |s| s.day()),
    row("event", "Event", Kind::Text, |s| s.event(event_name)),
    row("customer", "Customer", Kind::Text, |s| {
        s.event(|row| Cell::text(row.profile.as_ref().map_or("", |id| id.as_str())))
    }),
    row("session", "Session", Kind::Text, |s| {
        s.event(|row| Cell::text(row.session.as_ref().map_or("", |id| id.as_str())))
    }),
    row("effects", "Effects", Kind::Count, |s| s.event(|row| Cell::count(row.effect_count))),
    row("state", "State", Kind::Text, |s| {
        s.event(|row| Cell::text(row.state.map_or("", |state| state.name())))
    }),
    row("total", "Total", Kind::Money, |s| s.event(|row| Cell::amount(row.total))),
    row("discount", "Discount", Kind::Money, |s| s.event(|row| Cell::Amount(row.discount))),
    row("rejections", "Rejections", Kind::Count, |s| s.event(|row| Cell::count(row.rejection_count))),
    row("source", "Source", Kind::Text, |s| s.event(|row| Cell::text(row.source.as_str()))),
    row("operation", "Operation", Kind::Text, |s| s.event(|row| Cell::text(row.op.as_str()))),
];

const EFFECT: &[Known] = &[
    row("place", "Place", Kind::Count, |s| s.effect.map_or(Cell::Empty, |(place, _)| Cell::count(place + 1))),
    row("effect", "Effect", Kind::Text, |s| s.effect(|one| Cell::text(one.kind.name()))),
    row("effectName", "Effect name", Kind::Text, |s| s.effect(|one| Cell::text(name(&one.kind)))),
    row("campaign", "Campaign", Kind::Text, |s| {
        s.effect(|one| Cell::text(s.house.campaign_name(one.campaign)))
    }),
    row("campaignId", "Campaign number", Kind::Count, |s| s.effect(|one| Cell::count(one.campaign.0))),
    row("rule", "Rule", Kind::Text, |s| s.effect(|one| Cell::text(one.rule_name.as_str()))),
    row("amount", "Amount", Kind::Money, |s| s.effect(|one| Cell::amount(render::effect::amount(&one.kind)))),
    row("booked", "Booked", Kind::Text, |s| s.event(|row| Cell::text(booked(booking(row))))),
    row("given", "Given", Kind::Money, |s| s.effect(|one| Cell::amount(given(s, &one.kind)))),
    row("rolledBack", "Rolled back", Kind::Money, |s| {
        s.effect(|one| Cell::amount(rolled_back(s, &one.kind)))
    }),
    row("code", "Code", Kind::Text, |s| s.effect(|one| Cell::text(code(&one.kind)))),
    row("reason", "Reason", Kind::Text, |s| s.effect(|one| Cell::text(reason(&one.kind)))),
    row("line", "Line", Kind::Count, |s| {
        s.effect(|one| {
            render::effect::unit(&one.kind).map_or(Cell::Empty, |unit| Cell::count(unit.position + 1))
        })
    }),
    whole("sentence", "What it does", Kind::Text, |s| {
        s.effect(|one| Cell::text(render::effect::sentence(&one.kind, s.session())))
    }),
];

const LINE: &[Known] = &[
    whole("line", "Line", Kind::Count, |s| s.line(|place, _| Cell::count(place + 1))),
    whole("sku", "SKU", Kind::Text, |s| s.line(|_, line| Cell::text(line.sku.as_str()))),
    whole("item", "Item", Kind::Text, |s| {
        s.line(|_, line| Cell::text(line.name.as_deref().unwrap_or_default()))
    }),
    whole("category", "Category", Kind::Text, |s| {
        s.line(|_, line| Cell::text(line.category.as_deref().unwrap_or_default()))
    }),
    whole("product", "Product", Kind::Text, |s| {
        s.line(|_, line| Cell::text(line.product.as_deref().unwrap_or_default()))
    }),
    whole("quantity", "Quantity", Kind::Count, |s| s.line(|_, line| Cell::count(line.quantity))),
    whole("price", "Price", Kind::Money, |s| s.line(|_, line| Cell::Amount(line.price))),
    whole("lineTotal", "Line total", Kind::Money, |s| {
        s.line(|_, line| Cell::Amount(line.price.saturating_mul(Decimal::from(line.quantity))))
    }),
    whole("returned", "Returned", Kind::Count, |s| {
        s.line(|place, _| Cell::count(s.session().map_or(0, |session| session.returned(place))))
    }),
];

const SESSION: &[Known] = &[
    whole("created", "Created", Kind::Time, |s| Cell::time(s.session().map(|session| session.created))),
    whole("closed", "Closed", Kind::Time, |s| {
        Cell::time(s.session().and_then(|session| match &session.phase {
            Phase::Closed(receipt) | Phase::PartiallyReturned(receipt, _) => Some(receipt.closed_at),
            Phase::Open(_) | Phase::Cancelled(..) => None,
        }))
    }),
    whole("lines", "Lines", Kind::Count, |s| in_session(s, |session| session.cart().items.len())),
    whole("units", "Units", Kind::Count, |s| {
        in_session(s, |session| domain::cart::units(session.cart()).count())
    }),
    whole("codes", "Codes", Kind::Text, |s| {
        Cell::text(s.session().map(|session| session.cart().coupon_codes.join(", ")).unwrap_or_default())
    }),
    whole("firstSession", "First session", Kind::Flag, |s| {
        s.session().map_or(Cell::Empty, |session| Cell::Flag(session.first_session))
    }),
    whole("requests", "Requests", Kind::Count, |s| {
        s.session().map_or(Cell::Empty, |session| Cell::count(session.update_count))
    }),
];

const DECISION: &[Known] = &[
    whole("campaign", "Campaign", Kind::Text, |s| {
        s.rule(|campaign, _| Cell::text(campaign.campaign_name.as_str()))
    }),
    whole("campaignId", "Campaign number", Kind::Count, |s| {
        s.rule(|campaign, _| Cell::count(campaign.campaign_id))
    }),
    whole("rule", "Rule", Kind::Text, |s| s.rule(|_, rule| Cell::text(rule.title.as_str()))),
    whole("code", "Code", Kind::Text, |s| {
        s.rule(|_, rule| Cell::text(rule.code.as_deref().unwrap_or_default()))
    }),
    whole("verdict", "Verdict", Kind::Text, |s| s.rule(|_, rule| Cell::text(verdict(rule.verdict)))),
    whole("why", "Why", Kind::Text, |s| {
        s.rule(|_, rule| {
            Cell::text(rule.why.clone().or_else(|| not_met(&rule.conditions)).unwrap_or_default())
        })
    }),
    whole("conditions", "Conditions", Kind::Count, |s| s.rule(|_, rule| size(rule.conditions.len()))),
    whole("met", "Conditions met", Kind::Count, |s| {
        s.rule(|_, rule| size(rule.conditions.iter().filter(|one| is_met(one)).count()))
    }),
];

const ATTRIBUTE: &[Known] = &[
    row("entity", "Entity", Kind::Text, |s| s.defined(|one| Cell::text(one.entity.as_str()))),
    row("eventType", "Event type", Kind::Text, |s| {
        s.defined(|one| Cell::text(one.event_type.as_deref().unwrap_or_default()))
    }),
    row("name", "API name", Kind::Text, |s| s.defined(|one| Cell::text(one.name.as_str()))),
    row("type", "Type", Kind::Text, |s| s.defined(|one| Cell::text(one.kind.as_str()))),
    row("attributeTitle", "Title", Kind::Text, |s| s.defined(|one| Cell::text(one.title.as_str()))),
    row("description", "Description", Kind::Text, |s| s.defined(|one| Cell::text(one.description.as_str()))),
    row("suggestions", "Suggestions", Kind::Text, |s| {
        s.defined(|one| Cell::text(one.suggestions.join(", ")))
    }),
    row("builtIn", "Built in", Kind::Flag, |s| s.defined(|one| Cell::Flag(one.locked))),
    row("recorded", "Events", Kind::Count, |s| {
        s.attribute.map_or(Cell::Empty, |(_, seen)| Cell::count(seen))
    }),
    row("lastSeen", "Last seen", Kind::Time, |s| {
        s.defined(|one| Cell::time(one.last_seen.as_deref().and_then(|time| time.parse().ok())))
    }),
    row("usedBy", "Used by", Kind::Text, |s| {
        s.defined(|one| {
            let names: Vec<_> = one.used_by.iter().map(|usage| usage.name.as_str()).collect();
            Cell::text(names.join(", "))
        })
    }),
];

fn in_session(scene: &Scene<'_>, of: impl FnOnce(&domain::session::Session) -> usize) -> Cell {
    scene.session().map_or(Cell::Empty, |session| size(of(session)))
}

fn size(number: usize) -> Cell {
    Cell::count(u64::try_from(number).unwrap_or(u64::MAX))
}

/// What an event means for the ledger of its session.
fn booking(row: &EventRow) -> Booking {
    Booking::of(&row.event_type, row.state)
}

fn booked(booking: Booking) -> &'static str {
    match booking {
        Booking::Preview => "shown",
        Booking::Commit => "granted",
        Booking::GiveBack => "taken back",
        Booking::Lapse => "lapsed",
        Booking::Apart => "apart",
    }
}

/// A discount that was granted. What is only shown while a session is open is none.
fn given(scene: &Scene<'_>, kind: &EffectKind) -> Option<Decimal> {
    let is_granted = scene.row.is_some_and(|row| booking(row) == Booking::Commit);
    render::effect::amount(kind).filter(|amount| is_granted && !amount.is_sign_negative())
}

/// A discount that was taken back, as a positive amount.
fn rolled_back(scene: &Scene<'_>, kind: &EffectKind) -> Option<Decimal> {
    let is_taken = scene.row.is_some_and(|row| booking(row) == Booking::GiveBack);
    render::effect::amount(kind).filter(|amount| is_taken && amount.is_sign_negative()).map(|amount| -amount)
}

fn name(kind: &EffectKind) -> &str {
    match kind {
        EffectKind::SetDiscount { name, .. }
        | EffectKind::SetDiscountPerItem { name, .. }
        | EffectKind::AddFreeItem { name, .. }
        | EffectKind::CustomEffect { name, .. }
        | EffectKind::RollbackDiscount { name, .. } => name,
        EffectKind::ShowNotification { title, .. } => title,
        EffectKind::UpdateAttribute { path, .. } => path,
        _ => "",
    }
}

fn code(kind: &EffectKind) -> &str {
    match kind {
        EffectKind::AcceptCoupon { value }
        | EffectKind::CouponCreated { value, .. }
        | EffectKind::ReserveCoupon { value, .. }
        | EffectKind::RollbackCoupon { value } => value,
        EffectKind::RejectCoupon(rejection) => &rejection.value,
        _ => "",
    }
}

fn reason(kind: &EffectKind) -> &str {
    match kind {
        EffectKind::RejectCoupon(rejection) => rejection.reason.name(),
        EffectKind::Error { message } => message,
        _ => "",
    }
}

fn verdict(verdict: VerdictView) -> &'static str {
    match verdict {
        VerdictView::Fired => "fired",
        VerdictView::NotMet => "not met",
        VerdictView::Excluded => "excluded",
        VerdictView::Failed => "failed",
    }
}

fn is_met(condition: &ConditionView) -> bool {
    condition.outcome == OutcomeOfCondition::Passed
}

/// The first condition that was not met, and what was found instead.
fn not_met(conditions: &[ConditionView]) -> Option<String> {
    let first = conditions.iter().find(|condition| !is_met(condition))?;
    Some(match first.actual.as_str() {
        "" => first.sentence.clone(),
        actual => format!("{}; found {actual}", first.sentence),
    })
}
