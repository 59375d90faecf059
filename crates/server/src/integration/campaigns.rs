//! *List running campaigns*.

use axum::Json;
use axum::extract::State;

use super::answer::every_campaign;
use crate::shop::Shop;
use crate::spoken::Spoken;
use crate::wire::management::Page;
use crate::wire::management::campaign::Campaign;

/// The campaigns that run now.
pub async fn list(State(shop): State<Shop>) -> Spoken<Page<Campaign>> {
    let (records, _) = shop.workspace().ask(every_campaign(Some("running"))).await?;
    Ok(Json(Page { has_more: false, data: records.into_iter().map(Campaign::from).collect() }))
}
