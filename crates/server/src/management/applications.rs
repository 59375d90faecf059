//! *List Applications* and *Get Application*: there is one.

use app::listing::application::TheApplication;
use axum::Json;
use axum::extract::State;

use crate::shop::Shop;
use crate::spoken::Spoken;
use crate::wire::management::Counted;
use crate::wire::management::application::Application;

/// The one Application, as a list.
pub async fn list(State(shop): State<Shop>) -> Spoken<Counted<Application>> {
    let application = shop.workspace().ask(TheApplication).await?;
    Ok(Json(Counted::of(vec![application.into()], 1)))
}

/// The one Application.
pub async fn one(State(shop): State<Shop>) -> Spoken<Application> {
    Ok(Json(shop.workspace().ask(TheApplication).await?.into()))
}
