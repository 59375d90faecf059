//! *List*, *get*, *create* and *update campaign*.

use app::json::Json as Raw;
use app::listing::campaigns::{CampaignOfId, ListCampaigns};
use app::operation::save_campaign::SaveCampaign;
use app::request::campaign::CampaignRequest;
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
use crate::wire::management::campaign::{Campaign, NewCampaign};

const STATES: [&str; 6] = ["enabled", "running", "disabled", "expired", "archived", "scheduled"];

/// Campaigns in the order they were made.
pub async fn list(State(shop): State<Shop>, asked: Asked) -> Spoken<Counted<Campaign>> {
    let question = ListCampaigns {
        state: asked.word("campaignState", &STATES)?,
        name: asked.text("name").unwrap_or_default(),
        created: asked.between("createdAfter", "createdBefore")?,
        start: asked.between("startAfter", "startBefore")?,
        end: asked.between("endAfter", "endBefore")?,
        window: asked.window(&["id", "created"])?,
    };
    let (records, total) = shop.workspace().ask(question).await?;
    Ok(Json(Counted::of(records.into_iter().map(Campaign::from).collect(), total)))
}

/// One campaign.
pub async fn one(State(shop): State<Shop>, ids: Ids) -> Spoken<Campaign> {
    Ok(Json(shop.workspace().ask(CampaignOfId { id: ids.small(0) }).await?.into()))
}

/// Makes a campaign without rules.
pub async fn create(
    State(shop): State<Shop>,
    headers: HeaderMap,
    Body(body): Body<NewCampaign>,
) -> Result<(StatusCode, Json<Campaign>), Refused> {
    let no_rules = Raw::of(&serde_json::json!({ "promotionRules": [], "selectors": [] }));
    let id = save(&shop, &headers, None, body.into_save(None, no_rules)?).await?;
    Ok((StatusCode::CREATED, Json(shop.workspace().ask(CampaignOfId { id }).await?.into())))
}

/// Says anew what a campaign is; its rules stay as they are.
pub async fn update(
    State(shop): State<Shop>,
    ids: Ids,
    headers: HeaderMap,
    Body(body): Body<NewCampaign>,
) -> Spoken<Campaign> {
    let id = ids.small(0);
    let before = shop.workspace().ask(CampaignOfId { id }).await?;
    save(&shop, &headers, Some(id), body.into_save(Some(id), before.ruleset)?).await?;
    Ok(Json(shop.workspace().ask(CampaignOfId { id }).await?.into()))
}

/// Saves a campaign and answers with its number.
pub(super) async fn save(
    shop: &Shop,
    headers: &HeaderMap,
    id: Option<u32>,
    body: CampaignRequest,
) -> Result<u32, Refused> {
    let saved = shop.workspace().perform(SaveCampaign { id, body }, &source(headers), false).await?;
    Ok(saved.id.0)
}
