//! Rule sets: a campaign has one, with the campaign's number, and saving it makes it the active one.

use app::listing::campaigns::{CampaignOfId, CampaignRecord};
use app::request::campaign::CampaignRequest;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};

use super::body::Body;
use super::{Ids, campaigns};
use crate::shop::Shop;
use crate::spoken::{Refused, Spoken};
use crate::wire::management::Counted;
use crate::wire::management::ruleset::{NewRuleset, Ruleset, RulesetV2};

/// The rule sets of a campaign: the one it has.
pub async fn list(State(shop): State<Shop>, ids: Ids) -> Spoken<Counted<Ruleset>> {
    let record = shop.workspace().ask(CampaignOfId { id: ids.small(0) }).await?;
    Ok(Json(Counted::of(vec![record.into()], 1)))
}

/// One rule set in the shape of the older format.
pub async fn one(State(shop): State<Shop>, ids: Ids) -> Spoken<Ruleset> {
    Ok(Json(find(&shop, &ids).await?.into()))
}

/// One rule set in the block format.
pub async fn document(State(shop): State<Shop>, ids: Ids) -> Spoken<RulesetV2> {
    Ok(Json(find(&shop, &ids).await?.into()))
}

/// Puts new rules in place of those the campaign has.
pub async fn create(
    State(shop): State<Shop>,
    ids: Ids,
    headers: HeaderMap,
    Body(body): Body<NewRuleset>,
) -> Result<(StatusCode, Json<Ruleset>), Refused> {
    let record = shop.workspace().ask(CampaignOfId { id: ids.small(0) }).await?;
    Ok((StatusCode::CREATED, Json(replace(&shop, &headers, record, body).await?)))
}

/// Puts new rules in place of those the campaign has.
pub async fn update(
    State(shop): State<Shop>,
    ids: Ids,
    headers: HeaderMap,
    Body(body): Body<NewRuleset>,
) -> Spoken<Ruleset> {
    let record = find(&shop, &ids).await?;
    Ok(Json(replace(&shop, &headers, record, body).await?))
}

async fn find(shop: &Shop, ids: &Ids) -> Result<CampaignRecord, Refused> {
    let (campaign, ruleset) = (ids.small(0), ids.small(1));
    let record = shop.workspace().ask(CampaignOfId { id: campaign }).await?;
    if ruleset == campaign { Ok(record) } else { Err(Refused::not_found("rule set", ruleset)) }
}

async fn replace(
    shop: &Shop,
    headers: &HeaderMap,
    record: CampaignRecord,
    body: NewRuleset,
) -> Result<Ruleset, Refused> {
    let id = record.id;
    let body = CampaignRequest {
        name: record.name,
        description: record.description,
        state: None,
        start_time: None,
        end_time: None,
        evaluation_group: None,
        reevaluate_on_return: None,
        limits: None,
        ruleset: body.into_document()?,
    };
    campaigns::save(shop, headers, Some(id), body).await?;
    Ok(shop.workspace().ask(CampaignOfId { id }).await?.into())
}
