//! *Create*, *list*, *get* and *update attribute*, and *list event types*.

use app::listing::attributes::{ListAttributes, ListEventTypes, OneAttribute};
use app::operation::create_attribute::CreateAttribute;
use app::operation::edit_attribute::EditAttribute;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};

use super::Ids;
use super::asked::Asked;
use super::body::Body;
use crate::shop::Shop;
use crate::source::source;
use crate::spoken::{Refused, Spoken};
use crate::wire::management::Counted;
use crate::wire::management::attribute::{Attribute, EventType, NewAttribute};

/// Attributes in the order they were made.
pub async fn list(State(shop): State<Shop>, asked: Asked) -> Spoken<Counted<Attribute>> {
    let is_built_in = asked.word("kind", &["builtin", "custom"])?.as_deref() == Some("builtin");
    let question = ListAttributes {
        // Built-in attributes are no rows of ours: a list of them alone is empty.
        entity: if is_built_in { Some(String::new()) } else { asked.text("entity") },
        kind: asked.text("type"),
        search: asked.text("search").unwrap_or_default(),
        window: asked.window(&["id", "created"])?,
    };
    let (records, total) = shop.workspace().ask(question).await?;
    Ok(Json(Counted::of(records.into_iter().map(Attribute::from).collect(), total)))
}

/// One attribute.
pub async fn one(State(shop): State<Shop>, ids: Ids) -> Spoken<Attribute> {
    Ok(Json(shop.workspace().ask(OneAttribute { id: ids.small(0) }).await?.into()))
}

/// Makes an attribute; the first of a new event type makes the event type.
pub async fn create(
    State(shop): State<Shop>,
    headers: HeaderMap,
    Body(body): Body<NewAttribute>,
) -> Result<(StatusCode, Json<Attribute>), Refused> {
    let operation = CreateAttribute { body: body.into_create()? };
    let made = shop.workspace().perform(operation, &source(&headers), false).await?;
    let record = shop.workspace().ask(OneAttribute { id: made.id.0 }).await?;
    Ok((StatusCode::CREATED, Json(record.into())))
}

/// Changes what may change about an attribute.
pub async fn update(
    State(shop): State<Shop>,
    ids: Ids,
    headers: HeaderMap,
    Body(body): Body<NewAttribute>,
) -> Spoken<Attribute> {
    let id = ids.small(0);
    let before = shop.workspace().ask(OneAttribute { id }).await?;
    let operation = EditAttribute { id, body: body.into_edit(&before)? };
    shop.workspace().perform(operation, &source(&headers), false).await?;
    Ok(Json(shop.workspace().ask(OneAttribute { id }).await?.into()))
}

/// The event types custom attributes made.
pub async fn event_types(State(shop): State<Shop>, asked: Asked) -> Spoken<Counted<EventType>> {
    let window = asked.window(&["id", "created"])?;
    let (records, total) = shop.workspace().ask(ListEventTypes { name: asked.text("name"), window }).await?;
    Ok(Json(Counted::of(records.into_iter().map(EventType::from).collect(), total)))
}
