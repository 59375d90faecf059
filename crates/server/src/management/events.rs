//! *List application events* and *event types*.

use app::listing::events::{ListEvents, ListRecordedTypes, WantedEvents};
use axum::Json;
use axum::extract::State;

use super::asked::Asked;
use crate::shop::Shop;
use crate::spoken::{Refused, Spoken};
use crate::wire::management::event::ApplicationEvent;
use crate::wire::management::{Counted, Page};

/// The events of the Application.
pub async fn list(State(shop): State<Shop>, asked: Asked) -> Spoken<Page<ApplicationEvent>> {
    let question = ListEvents { wanted: wanted(&asked)?, window: asked.window(&["id", "created"])? };
    let listed = shop.workspace().ask(question).await?;
    Ok(Json(Page {
        has_more: listed.more,
        data: listed.rows.into_iter().map(ApplicationEvent::from).collect(),
    }))
}

/// The event types that were ever recorded.
pub async fn types(State(shop): State<Shop>, asked: Asked) -> Spoken<Counted<String>> {
    let (names, total) = shop.workspace().ask(ListRecordedTypes { window: asked.window(&["name"])? }).await?;
    Ok(Json(Counted::of(names, total)))
}

fn wanted(asked: &Asked) -> Result<WantedEvents, Refused> {
    Ok(WantedEvents {
        types: asked.texts("type"),
        created: asked.between("createdAfter", "createdBefore")?,
        session: asked.text("session"),
        profile: asked.text("profile"),
        customer_name: part(asked, "customerName")?,
        customer_email: part(asked, "customerEmail")?,
        coupon_code: asked.text("couponCode"),
        referral_code: asked.text("referralCode"),
        rule: asked.text("ruleQuery"),
        campaign: asked.text("campaignQuery"),
        effect_types: asked.texts("effectType"),
    })
}

/// A part of a text. Source: the vendor's least length of two characters.
fn part(asked: &Asked, name: &str) -> Result<Option<String>, Refused> {
    match asked.text(name) {
        Some(text) if text.chars().count() < 2 => {
            Err(Refused::parameter(name, "Limit", "Write at least two characters."))
        }
        found => Ok(found),
    }
}
