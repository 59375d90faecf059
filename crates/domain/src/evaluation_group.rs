//! Evaluation groups: which campaigns compete with each other, and how.
//!
//! Source of the words and of the two levels: the vendor's campaign evaluation. A base group, which is stackable, holds
//! everything; groups stand inside it, and inside those.

use crate::id::{CampaignId, GroupId};

/// The base group: its number, and the parent of the groups directly inside it.
pub const BASE: GroupId = GroupId(0);

/// Which of a group's members that triggered stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EvaluationMode {
    /// All.
    Stackable,
    /// The first.
    ListOrder,
    /// The one that gives the largest discount.
    HighestDiscount,
    /// The one that gives the smallest discount.
    LowestDiscount,
}

impl EvaluationMode {
    /// Every mode.
    pub const ALL: [Self; 4] =
        [Self::Stackable, Self::ListOrder, Self::HighestDiscount, Self::LowestDiscount];

    /// The vendor's word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stackable => "stackable",
            Self::ListOrder => "listOrder",
            Self::HighestDiscount => "highestDiscount",
            Self::LowestDiscount => "lowestDiscount",
        }
    }

    /// The mode of that word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }
}

/// A group as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvaluationGroup {
    /// Its number, from 1.
    pub id: GroupId,
    /// Its place among all groups.
    pub position: u32,
    /// The group it is inside.
    pub parent: GroupId,
    /// The name people read, unique in the workspace.
    pub name: String,
    /// How its members compete.
    pub mode: EvaluationMode,
}

/// A group with everything in it, in the order of evaluation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// The name people read; empty for the base group.
    pub name: String,
    /// How its members compete.
    pub mode: EvaluationMode,
    /// Its campaigns, in their order; they come before its groups.
    pub campaigns: Vec<CampaignId>,
    /// The groups inside, in theirs.
    pub groups: Vec<Branch>,
}

impl Branch {
    /// The base group over `groups` and `campaigns`, both in their order. A campaign whose group is not there is in the
    /// base group.
    pub fn base(groups: &[EvaluationGroup], campaigns: &[(CampaignId, GroupId)]) -> Self {
        let is_there = |id: GroupId| groups.iter().any(|group| group.id == id);
        let of = |wanted: GroupId| {
            let own = campaigns
                .iter()
                .filter(move |(_, group)| *group == wanted || (wanted == BASE && !is_there(*group)));
            own.map(|(campaign, _)| *campaign).collect()
        };
        let branch = |group: &EvaluationGroup, inside: Vec<Self>| Self {
            name: group.name.clone(),
            mode: group.mode,
            campaigns: of(group.id),
            groups: inside,
        };
        let inside = |parent: GroupId| groups.iter().filter(move |group| group.parent == parent);
        let outer = inside(BASE)
            .map(|group| branch(group, inside(group.id).map(|inner| branch(inner, Vec::new())).collect()));
        Self {
            name: String::new(),
            mode: EvaluationMode::Stackable,
            campaigns: of(BASE),
            groups: outer.collect(),
        }
    }

    /// Its campaigns in the order of evaluation.
    pub fn order(&self) -> Vec<CampaignId> {
        let inner = self.groups.iter().flat_map(Self::order);
        self.campaigns.iter().copied().chain(inner).collect()
    }
}
