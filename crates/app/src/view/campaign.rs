//! Campaigns and everything the rule editor needs to know.

use domain::schedule::Standing;
use serde::Serialize;
use specta::Type;

use super::budget::BudgetVocabularyView;
use super::effect::EffectView;
use super::trace::CampaignTraceView;
use crate::json::Json;
use crate::request::campaign::CampaignState;
use crate::request::limit::LimitBody;

/// What a campaign is now, by the vendor's `frontendState`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum FrontendState {
    /// Evaluated.
    Running,
    /// Enabled, and its start is still to come.
    Scheduled,
    /// Enabled, and its end is past.
    Expired,
    /// Kept, not evaluated.
    Disabled,
    /// Put away, not evaluated.
    Archived,
}

impl From<Standing> for FrontendState {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Running => Self::Running,
            Standing::Scheduled(_) => Self::Scheduled,
            Standing::Expired(_) => Self::Expired,
            Standing::Disabled => Self::Disabled,
            Standing::Archived => Self::Archived,
        }
    }
}

/// A campaign in the list.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CampaignRowView {
    /// Its number.
    pub id: u32,
    /// Zero-based place in the order of evaluation.
    pub position: u32,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// What somebody chose.
    pub state: CampaignState,
    /// What that and the time make of it now.
    pub frontend_state: FrontendState,
    /// The first moment it runs; absent when it has no start.
    pub start_time: Option<String>,
    /// The first moment after its end; absent when it has none.
    pub end_time: Option<String>,
    /// The evaluation group it is in; 0 is the base group.
    pub group_id: u32,
    /// The rules, each as one sentence.
    pub rules: Vec<String>,
}

/// A campaign with its rule document.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CampaignView {
    /// Its row.
    pub row: CampaignRowView,
    /// Whether it is evaluated again when items are returned and the request asks for it.
    pub reevaluate_on_return: bool,
    /// What it may give at most.
    pub limits: Vec<LimitBody>,
    /// The rule document.
    pub ruleset: Json,
    /// Saved revisions so far.
    pub revision: u32,
}

/// Something wrong in a rule document.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RuleProblemView {
    /// Place in the document as a JSON pointer.
    pub pointer: String,
    /// What is wrong and what would be right.
    pub message: String,
    /// First character inside the text at that place, for expressions.
    pub start: Option<u32>,
    /// One past the last character.
    pub end: Option<u32>,
}

/// A rule document looked at before it is saved.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RulesetCheckView {
    /// What must be mended first; empty when it can be saved.
    pub problems: Vec<RuleProblemView>,
    /// The verdict against the chosen session, when one was named and nothing is wrong.
    pub verdict: Option<CampaignTraceView>,
    /// The effects it would give there.
    pub effects: Vec<EffectView>,
}

/// How many operands an operator takes, and what they are called in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum OperandShape {
    /// None.
    None,
    /// `value`
    Value,
    /// `value`, a list
    Values,
    /// `min` and `max`
    MinMax,
    /// `start` and `end`
    StartEnd,
    /// `values`
    List,
    /// `values` and `count`
    ListAndCount,
}

/// An operator for one attribute type.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OperatorView {
    /// The word in the document.
    pub name: String,
    /// The words people read.
    pub label: String,
    /// Its operands.
    pub operands: OperandShape,
}

/// The operators of one attribute type.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TypeOperatorsView {
    /// The type by the vendor's name.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its operators in the order a form offers them.
    pub operators: Vec<OperatorView>,
}

/// Something a condition can look at.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PathView {
    /// As in the document: `$Session.Total`.
    pub path: String,
    /// The name people read.
    pub title: String,
    /// Where it belongs: Session, Customer, Item, Event `pageview`, Time.
    pub group: String,
    /// The type by the vendor's name.
    #[serde(rename = "type")]
    pub kind: String,
    /// Built in, or defined in the dictionary.
    pub built_in: bool,
    /// The event type an event attribute belongs to.
    pub event_type: Option<String>,
    /// Values offered when one is typed.
    pub suggestions: Vec<String>,
    /// What it means.
    pub meaning: String,
}

/// An event a rule can wait for.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EventChoiceView {
    /// Event type.
    pub event_type: String,
    /// The name people read.
    pub title: String,
    /// One of the nine.
    pub built_in: bool,
}

/// A function of the expression language.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FunctionView {
    /// How it is written: `round(number, digits)`.
    pub form: String,
    /// What it yields.
    pub meaning: String,
}

/// Everything a rule can be made of in this workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct VocabularyView {
    /// What conditions can look at.
    pub paths: Vec<PathView>,
    /// Operators by type.
    pub operators: Vec<TypeOperatorsView>,
    /// Events to wait for.
    pub events: Vec<EventChoiceView>,
    /// What budgets can be made of.
    pub budgets: BudgetVocabularyView,
    /// Functions of the expression language.
    pub functions: Vec<FunctionView>,
}
