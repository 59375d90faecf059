//! *Save evaluation groups*: which campaigns compete with each other, and how.

use std::collections::{BTreeMap, BTreeSet};

use domain::evaluation_group::{BASE, EvaluationGroup};
use domain::id::{CampaignId, GroupId};
use domain::refusal::{Problem, ProblemKind, Problems};
use domain::text::{self, Lines};

use super::{Moment, Operation};
use crate::json::shorten;
use crate::refusal::Refusal;
use crate::render::evaluation_group;
use crate::request::evaluation_group::{EvaluationModeName, GroupsRequest};
use crate::view::evaluation_group::EvaluationGroupsView;
use crate::view::workspace::Stale;

/// The longest name of a group, in characters.
const LONGEST_NAME: usize = 200;
/// The most groups of a workspace.
const MOST_GROUPS: usize = 200;

/// Replaces all groups.
#[derive(Debug, Clone)]
pub struct SaveEvaluationGroups {
    /// The request's body.
    pub body: GroupsRequest,
}

/// A group as it was asked for, wherever it was written.
struct Asked<'r> {
    pointer: String,
    /// The place of the group it is inside, among those asked for.
    parent: Option<usize>,
    id: Option<u32>,
    name: &'r str,
    mode: EvaluationModeName,
    campaigns: Option<&'r [u32]>,
}

impl Operation for SaveEvaluationGroups {
    type Answer = EvaluationGroupsView;
    const STALE: &'static [Stale] = &[Stale::Campaigns, Stale::Sessions];

    fn run(&self, moment: &Moment<'_>) -> Result<EvaluationGroupsView, Refusal> {
        let asked = self.asked();
        check(&asked, moment)?;
        let ids = numbers(&asked, &moment.house.groups);
        let mut membership: BTreeMap<CampaignId, GroupId> = moment.house.membership().into_iter().collect();
        let mut groups = Vec::with_capacity(asked.len());
        for ((position, asked), id) in (0_u32..).zip(&asked).zip(&ids) {
            let parent = asked.parent.and_then(|place| ids.get(place)).copied().unwrap_or(BASE);
            let name = asked.name.to_owned();
            groups.push(EvaluationGroup { id: *id, position, parent, name, mode: asked.mode.into() });
            if let Some(campaigns) = asked.campaigns {
                membership.values_mut().filter(|group| *group == id).for_each(|group| *group = BASE);
                membership.extend(campaigns.iter().map(|campaign| (CampaignId(*campaign), *id)));
            }
        }
        moment.tx.put_evaluation_groups(&groups)?;
        let mut members = moment.house.membership();
        for (campaign, group) in &mut members {
            let wanted =
                membership.get(campaign).copied().filter(|wanted| ids.contains(wanted)).unwrap_or(BASE);
            if wanted != *group {
                moment.tx.put_into_group(*campaign, wanted)?;
                *group = wanted;
            }
        }
        Ok(evaluation_group::view(&groups, &members))
    }
}

impl SaveEvaluationGroups {
    /// Every group of the request, each before those inside it.
    fn asked(&self) -> Vec<Asked<'_>> {
        let mut all = Vec::new();
        for (outer, group) in self.body.groups.iter().enumerate() {
            let (pointer, place) = (format!("/groups/{outer}"), all.len());
            let campaigns = group.campaigns.as_deref();
            let (id, name, mode) = (group.id, group.name.as_str(), group.mode);
            all.push(Asked { pointer, parent: None, id, name, mode, campaigns });
            for (inner, group) in group.groups.iter().flatten().enumerate() {
                let pointer = format!("/groups/{outer}/groups/{inner}");
                let campaigns = group.campaigns.as_deref();
                let (id, name, mode) = (group.id, group.name.as_str(), group.mode);
                all.push(Asked { pointer, parent: Some(place), id, name, mode, campaigns });
            }
        }
        all
    }
}

fn check(asked: &[Asked<'_>], moment: &Moment<'_>) -> Result<(), Refusal> {
    if asked.len() > MOST_GROUPS {
        let details =
            format!("A workspace has at most {MOST_GROUPS} evaluation groups, these are {}.", asked.len());
        return Err(Refusal::field("/groups", ProblemKind::Limit, details));
    }
    let mut problems = Problems::new();
    let (mut names, mut ids, mut placed) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for group in asked {
        let at = |field: &str| format!("{}/{field}", group.pointer);
        problems.keep(text::check_filled(group.name, &at("name"), LONGEST_NAME, Lines::One));
        if !names.insert(group.name) {
            let details = format!("There are two groups \"{}\"; give one another name.", shorten(group.name));
            problems.push(Problem::new(at("name"), ProblemKind::Taken, details));
        }
        if let Some(id) = group.id {
            let is_there = moment.house.groups.iter().any(|there| there.id.0 == id);
            if !is_there || !ids.insert(id) {
                let details = format!(
                    "There is no evaluation group {id} to change, or it is named twice; leave the number out for a new one."
                );
                problems.push(Problem::new(at("id"), ProblemKind::Unknown, details));
            }
        }
        for (index, campaign) in group.campaigns.iter().copied().flatten().enumerate() {
            let is_there = moment.house.campaigns.iter().any(|there| there.id.0 == *campaign);
            if !is_there || !placed.insert(*campaign) {
                let details = format!(
                    "There is no campaign {campaign}, or it is in two groups; name every campaign once."
                );
                problems.push(Problem::new(at(&format!("campaigns/{index}")), ProblemKind::Unknown, details));
            }
        }
    }
    Ok(problems.none_or(())?)
}

/// The number of every group asked for: its own, that of the group of its name, or a new one.
fn numbers(asked: &[Asked<'_>], groups: &[EvaluationGroup]) -> Vec<GroupId> {
    let claimed: BTreeSet<u32> = asked.iter().filter_map(|group| group.id).collect();
    let mut newest = groups.iter().map(|group| group.id.0).max().unwrap_or(0);
    let number = |group: &Asked<'_>| {
        let by_name =
            || groups.iter().find(|there| there.name == group.name && !claimed.contains(&there.id.0));
        let known = group.id.or_else(|| by_name().map(|there| there.id.0));
        GroupId(known.unwrap_or_else(|| {
            newest += 1;
            newest
        }))
    };
    asked.iter().map(number).collect()
}
