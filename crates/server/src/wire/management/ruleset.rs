//! Source: the vendor's `Ruleset`, `Rule` and V2 rule set.

use app::json::Json;
use app::listing::campaigns::CampaignRecord;
use serde::{Deserialize, Serialize};

use crate::management::ACCOUNT;
use crate::spoken::Refused;

/// A rule set in the shape of the older format. Its rules are kept as blocks, which that format cannot say: each rule has
/// its title here, and the document is beside them, in `promotionRules` and `selectors`.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Ruleset {
    id: u32,
    created: String,
    user_id: u32,
    campaign_id: u32,
    rules: Vec<Rule>,
    bindings: [(); 0],
    rb_version: &'static str,
    activate: bool,
    activated_at: String,
    #[serde(flatten)]
    document: Document,
}

#[derive(Debug, Serialize)]
struct Rule {
    title: String,
    condition: [&'static str; 1],
    effects: [(); 0],
}

/// A rule set in the block format.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RulesetV2 {
    id: u32,
    created: String,
    campaign_id: u32,
    #[serde(flatten)]
    document: Document,
}

/// The block format.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Document {
    promotion_rules: Vec<Json>,
    selectors: Vec<Json>,
    strikethrough_rules: Vec<Json>,
}

#[derive(Deserialize)]
struct Titled {
    #[serde(default)]
    title: String,
}

fn document(record: &CampaignRecord) -> Document {
    serde_json::from_str(record.ruleset.text()).unwrap_or_default()
}

impl From<CampaignRecord> for Ruleset {
    fn from(record: CampaignRecord) -> Self {
        let document = document(&record);
        let titles = document.promotion_rules.iter().map(|rule| serde_json::from_str::<Titled>(rule.text()));
        let rule = |title| Rule { title, condition: ["v2"], effects: [] };
        Self {
            id: record.id,
            created: record.created.to_string(),
            user_id: ACCOUNT,
            campaign_id: record.id,
            rules: titles.map(|titled| rule(titled.map(|one| one.title).unwrap_or_default())).collect(),
            bindings: [],
            rb_version: "v2",
            activate: true,
            activated_at: record.updated.to_string(),
            document,
        }
    }
}

impl From<CampaignRecord> for RulesetV2 {
    fn from(record: CampaignRecord) -> Self {
        let created = record.updated.to_string();
        Self { id: record.id, created, campaign_id: record.id, document: document(&record) }
    }
}

/// Body of *Create ruleset* and *Update ruleset*, with the block format beside the older one's fields.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewRuleset {
    #[serde(default)]
    rules: Vec<Json>,
    #[serde(default)]
    bindings: Vec<Json>,
    #[serde(default)]
    activate: Option<bool>,
    #[serde(default)]
    promotion_rules: Option<Vec<Json>>,
    #[serde(default)]
    selectors: Vec<Json>,
    #[serde(default)]
    strikethrough_rules: Vec<Json>,
}

impl NewRuleset {
    /// The rule document as *Save campaign* wants it.
    pub fn into_document(self) -> Result<Json, Refused> {
        if self.activate == Some(false) {
            let details = "A rule set that is saved is the active one; leave this out.";
            return Err(Refused::field("/activate", "Forbidden", details));
        }
        if !self.strikethrough_rules.is_empty() {
            let details = "Strikethrough rules are not there; leave them out.";
            return Err(Refused::field("/strikethroughRules", "Unknown", details));
        }
        let Some(promotion_rules) = self.promotion_rules else {
            let details = "Rules are read in the block format only; send them as promotionRules.";
            return Err(Refused::field("/promotionRules", "Missing", details));
        };
        if !self.bindings.is_empty() || !self.rules.is_empty() {
            let details = "Rules are read in the block format only; leave rules and bindings empty.";
            return Err(Refused::field("/rules", "Forbidden", details));
        }
        Ok(Json::of(&serde_json::json!({ "promotionRules": promotion_rules, "selectors": self.selectors })))
    }
}
