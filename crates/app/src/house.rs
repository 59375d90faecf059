//! Everything a decision needs that changes seldom: settings, dictionary, compiled campaigns.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::attribute::{Attribute, Entity};
use domain::budget::Budget;
use domain::dictionary::Dictionary;
use domain::evaluation_group::{Branch, EvaluationGroup};
use domain::id::{CampaignId, GroupId};
use domain::schedule::{CampaignState, Schedule, Standing};
use jiff::Timestamp;
use rules::names::Names;
use rules::plan::Plan;
use store::Reader;

use crate::refusal::Refusal;
use crate::settings::Settings;
use crate::trace::Wording;

/// The workspace's settings, dictionary and campaigns at one moment.
#[derive(Debug)]
pub struct House {
    /// The store's counter at that moment; anything newer makes this house stale.
    version: u64,
    /// Choices where the vendor is silent.
    pub settings: Settings,
    /// Attribute definitions.
    pub dictionary: Dictionary,
    /// Every campaign in order of evaluation.
    pub campaigns: Vec<Campaign>,
    /// The groups campaigns compete in.
    pub groups: Vec<EvaluationGroup>,
    /// The same as a tree, with the campaigns in it.
    pub base: Branch,
    places: BTreeMap<CampaignId, usize>,
}

/// A campaign with its compiled rules.
#[derive(Debug)]
pub struct Campaign {
    /// Its number.
    pub id: CampaignId,
    /// Its name.
    pub name: String,
    /// Whether it is evaluated while it is in time.
    pub state: CampaignState,
    /// From when until when it runs.
    pub schedule: Schedule,
    /// The group it competes in.
    pub group: GroupId,
    /// Whether it is evaluated again when items are returned and the request asks for it.
    pub reevaluate_on_return: bool,
    /// What it may give at most.
    pub limits: Vec<Budget>,
    /// Its rules. `None` when the stored document cannot be compiled any more; it is then not evaluated.
    pub plan: Option<Arc<Plan>>,
    /// How often its rules were saved.
    pub revision: u32,
    /// How its rules read, where that is not what the store keeps with the revision.
    pub unstored_wording: Option<Wording>,
}

impl Campaign {
    /// What it is at `now`.
    pub fn standing(&self, now: Timestamp) -> Standing {
        Standing::at(now, self.state, &self.schedule)
    }
}

impl House {
    /// Reads and compiles everything, keeping `before` when nothing changed since.
    ///
    /// # Errors
    /// When the workspace cannot be read.
    pub fn current(reader: &Reader, before: Option<Arc<Self>>) -> Result<Arc<Self>, Refusal> {
        let version = reader.campaigns_version()?;
        match before {
            Some(house) if house.version == version => Ok(house),
            before => Self::load(reader, version, before.as_deref()).map(Arc::new),
        }
    }

    /// Reads everything; a campaign whose rules and names are as they were `before` is not compiled again.
    fn load(reader: &Reader, version: u64, before: Option<&Self>) -> Result<Self, Refusal> {
        let dictionary = Dictionary::new(reader.attributes()?);
        let mut names = names_of(dictionary.attributes());
        let groups = reader.evaluation_groups()?;
        let mut stored = reader.campaigns()?;
        stored.iter().for_each(|campaign| names.add_campaign(campaign.id.0));
        let members: Vec<_> = stored.iter().map(|campaign| (campaign.id, campaign.group)).collect();
        let base = Branch::base(&groups, &members);
        let places: BTreeMap<CampaignId, usize> =
            base.order().into_iter().enumerate().map(|(place, id)| (id, place)).collect();
        stored.sort_by_key(|campaign| places.get(&campaign.id).copied());
        let wordings = reader.present_wordings()?;
        let before = before.filter(|before| before.knows_the_same(&dictionary, &places));
        let campaigns = stored.into_iter().map(|stored| {
            let (plan, unstored_wording) =
                match before.and_then(|before| before.compiled(stored.id, stored.revision)) {
                    Some(same) => (same.plan.clone(), same.unstored_wording.clone()),
                    None => compiled(&stored, &names, wordings.get(&stored.id)),
                };
            Campaign {
                id: stored.id,
                plan,
                name: stored.name,
                state: stored.state,
                schedule: stored.schedule,
                group: stored.group,
                reevaluate_on_return: stored.reevaluate_on_return,
                limits: stored.limits,
                revision: stored.revision,
                unstored_wording,
            }
        });
        let campaigns = campaigns.collect();
        Ok(Self { version, settings: Settings::load(reader)?, campaigns, groups, base, places, dictionary })
    }

    /// Whether rules that were compiled for this house mean the same where there is that dictionary and those campaigns.
    fn knows_the_same(&self, dictionary: &Dictionary, campaigns: &BTreeMap<CampaignId, usize>) -> bool {
        self.dictionary.attributes() == dictionary.attributes()
            && self.places.keys().all(|id| campaigns.contains_key(id))
    }

    /// The campaign of that number, when it has rules of that revision and they could be compiled. What could not be
    /// compiled may have lacked what is there now.
    fn compiled(&self, id: CampaignId, revision: u32) -> Option<&Campaign> {
        self.campaign(id).filter(|campaign| campaign.revision == revision && campaign.plan.is_some())
    }

    /// Which campaign is in which group, in the order of evaluation.
    pub fn membership(&self) -> Vec<(CampaignId, GroupId)> {
        self.campaigns.iter().map(|campaign| (campaign.id, campaign.group)).collect()
    }

    /// The names of all campaigns.
    pub fn campaign_names(&self) -> BTreeMap<CampaignId, &str> {
        self.campaigns.iter().map(|campaign| (campaign.id, campaign.name.as_str())).collect()
    }

    /// One campaign; `None` when there is none of that number.
    pub fn campaign(&self, id: CampaignId) -> Option<&Campaign> {
        self.campaigns.get(*self.places.get(&id)?)
    }

    /// The name of one campaign.
    pub fn campaign_name(&self, id: CampaignId) -> String {
        self.campaign(id).map(|campaign| campaign.name.clone()).unwrap_or_default()
    }

    /// The names rules may use.
    pub fn names(&self) -> Names {
        let mut names = names_of(self.dictionary.attributes());
        self.campaigns.iter().for_each(|campaign| names.add_campaign(campaign.id.0));
        names
    }
}

/// The plan of a stored campaign, and how it reads where that is not `kept` in the store.
fn compiled(
    stored: &store::Campaign,
    names: &Names,
    kept: Option<&String>,
) -> (Option<Arc<Plan>>, Option<Wording>) {
    let plan = compile(&stored.ruleset, names).map(Arc::new).ok();
    let wording = plan.as_deref().map(Wording::of);
    (plan, wording.filter(|wording| kept != Some(&wording.to_json())))
}

/// Reads, checks and compiles a rule document.
///
/// # Errors
/// Every mistake with its place.
pub fn compile(ruleset: &str, names: &Names) -> Result<Plan, Vec<rules::problem::Problem>> {
    let document = rules::document::parse(ruleset)?;
    rules::check::compile(&document, names)
}

/// An event's attributes are added to the session it is bound to, so rules may look for them there too, unless the
/// session has an attribute of that name by itself.
fn names_of(attributes: &[Attribute]) -> Names {
    let mut names = Names::new();
    for attribute in attributes {
        names.add(attribute.entity, attribute.event_type.as_deref(), &attribute.name, attribute.kind);
    }
    for attribute in attributes.iter().filter(|attribute| attribute.entity == Entity::Event) {
        if names.attribute(Entity::CustomerSession, None, &attribute.name).is_none() {
            names.add(Entity::CustomerSession, None, &attribute.name, attribute.kind);
        }
    }
    names
}
