//! *Update customer profile*, one and many.

use app::operation::update_profile::UpdateProfile;
use app::operation::update_profiles::UpdateProfiles;
use app::request::profile::{ProfileRequest, ProfilesRequest};
use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::answer::{Asking, nothing};
use super::asked::Manner;
use super::body::Body;
use super::id::Id;
use crate::shop::Shop;
use crate::spoken::Refused;
use crate::wire::integration::state::Profiles;

/// Creates or changes a customer.
pub async fn update(
    State(shop): State<Shop>,
    Id(id): Id,
    manner: Manner,
    Body(body): Body<ProfileRequest>,
) -> Result<Response, Refused> {
    let asking = Asking::read(body.response_content.clone())?;
    let run_rule_engine = manner.asked.flag("runRuleEngine")?.unwrap_or_default();
    let outcome = manner.perform(&shop, UpdateProfile { id, run_rule_engine, body }).await?;
    asking.answer(&shop, outcome).await
}

/// Creates or changes many customers, all of them or, when one is refused, none. The rule engine is not asked.
pub async fn update_many(
    State(shop): State<Shop>,
    manner: Manner,
    Body(body): Body<ProfilesRequest>,
) -> Result<Response, Refused> {
    let silent = manner.is_silent()?;
    let outcomes = manner.perform(&shop, UpdateProfiles { body }).await?;
    if silent { Ok(nothing(None)) } else { Ok(Json(Profiles::of(&outcomes)).into_response()) }
}
