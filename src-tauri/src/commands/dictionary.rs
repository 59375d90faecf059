//! Attributes and event types: what the dictionary screen asks.

use app::operation::create_attribute::CreateAttribute;
use app::operation::edit_attribute::EditAttribute;
use app::question::dictionary::{OneAttribute, WholeDictionary};
use app::request::attribute::{AttributeEdit, AttributeRequest};
use app::view::dictionary::{AttributeView, DictionaryView};
use tauri::State;

use super::{Answer, SOURCE, shown};
use crate::desk::Desk;

/// The whole dictionary.
#[tauri::command]
#[specta::specta]
pub async fn dictionary(desk: State<'_, Desk>) -> Answer<DictionaryView> {
    desk.workspace()?.ask(WholeDictionary).await.map_err(shown)
}

/// *Create attribute*; the first attribute of a new event type creates the event type.
#[tauri::command]
#[specta::specta]
pub async fn create_attribute(
    desk: State<'_, Desk>,
    body: AttributeRequest,
    dry: bool,
) -> Answer<AttributeView> {
    let workspace = desk.workspace()?;
    let attribute = workspace.perform(CreateAttribute { body }, SOURCE, dry).await.map_err(shown)?;
    workspace.ask(OneAttribute { attribute }).await.map_err(shown)
}

/// Changes what may change about an attribute.
#[tauri::command]
#[specta::specta]
pub async fn edit_attribute(
    desk: State<'_, Desk>,
    id: u32,
    body: AttributeEdit,
    dry: bool,
) -> Answer<AttributeView> {
    let workspace = desk.workspace()?;
    let attribute = workspace.perform(EditAttribute { id, body }, SOURCE, dry).await.map_err(shown)?;
    workspace.ask(OneAttribute { attribute }).await.map_err(shown)
}
