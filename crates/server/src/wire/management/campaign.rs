//! Source: the vendor's `Campaign`, `NewCampaign` and `UpdateCampaign`.

use app::json::{Amount, Json};
use app::listing::campaigns::CampaignRecord;
use app::request::campaign::{CampaignRequest, CampaignState};
use app::request::limit::LimitBody;
use serde::{Deserialize, Serialize};

use crate::management::{ACCOUNT, APPLICATION};
use crate::spoken::Refused;

/// A campaign. Its rule set has the campaign's number: there is one, and saving it makes it the active one.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Campaign {
    id: u32,
    created: String,
    application_id: u32,
    user_id: u32,
    name: String,
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_time: Option<String>,
    attributes: Json,
    state: &'static str,
    active_ruleset_id: u32,
    tags: [&'static str; 0],
    features: [&'static str; 1],
    limits: Vec<LimitConfig>,
    #[serde(rename = "type")]
    kind: &'static str,
    frontend_state: &'static str,
    reevaluate_on_return: bool,
    stores_imported: bool,
    updated: String,
    version: u32,
}

/// A budget.
#[derive(Debug, Serialize)]
pub struct LimitConfig {
    action: String,
    limit: Amount,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
    entities: Vec<String>,
}

impl From<CampaignRecord> for Campaign {
    fn from(record: CampaignRecord) -> Self {
        Self {
            id: record.id,
            created: record.created.to_string(),
            application_id: APPLICATION,
            user_id: ACCOUNT,
            name: record.name,
            description: record.description,
            start_time: record.start.map(|time| time.to_string()),
            end_time: record.end.map(|time| time.to_string()),
            attributes: Json::empty(),
            state: record.state,
            active_ruleset_id: record.id,
            tags: [],
            features: ["coupons"],
            limits: record.limits.into_iter().map(limit).collect(),
            kind: "advanced",
            frontend_state: record.frontend_state,
            reevaluate_on_return: record.reevaluate_on_return,
            stores_imported: false,
            updated: record.updated.to_string(),
            version: record.revision,
        }
    }
}

fn limit(body: LimitBody) -> LimitConfig {
    let period = body.period.filter(|period| period != "overall");
    LimitConfig { action: body.action, limit: body.limit, period, entities: body.entities }
}

/// Body of *Create campaign* and *Update campaign*. What the workspace has no place for is read, so that the SDKs can
/// send it, and refused where leaving it out would change what the campaign does.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewCampaign {
    name: String,
    #[serde(default)]
    description: Option<String>,
    #[serde(default)]
    start_time: Option<String>,
    #[serde(default)]
    end_time: Option<String>,
    #[serde(default)]
    state: Option<CampaignState>,
    #[serde(default)]
    active_ruleset_id: Option<u32>,
    #[serde(default)]
    limits: Option<Vec<LimitBody>>,
    #[serde(default)]
    linked_store_ids: Option<Vec<u32>>,
    #[serde(default)]
    reevaluate_on_return: Option<bool>,
    #[serde(default, rename = "type")]
    kind: Option<String>,
}

impl NewCampaign {
    /// As *Save campaign* wants it, with the rules the campaign has. An update says everything anew: a date that is left
    /// out is cleared.
    pub fn into_save(self, id: Option<u32>, ruleset: Json) -> Result<CampaignRequest, Refused> {
        if self.active_ruleset_id.is_some_and(|active| active != 0 && Some(active) != id) {
            let details = "A campaign has one rule set, with the campaign's own number.";
            return Err(Refused::field("/activeRulesetId", "Unknown", details));
        }
        if self.linked_store_ids.is_some_and(|stores| !stores.is_empty()) {
            return Err(Refused::field(
                "/linkedStoreIds",
                "Unknown",
                "Stores are not there; leave this out.",
            ));
        }
        if self.kind.is_some_and(|kind| kind != "advanced") {
            return Err(Refused::field("/type", "enum", "Campaigns are of type advanced here."));
        }
        Ok(CampaignRequest {
            name: self.name,
            description: self.description.unwrap_or_default(),
            state: self.state,
            start_time: Some(self.start_time.unwrap_or_default()),
            end_time: Some(self.end_time.unwrap_or_default()),
            evaluation_group: None,
            reevaluate_on_return: self.reevaluate_on_return,
            limits: Some(self.limits.unwrap_or_default()),
            ruleset,
        })
    }
}
