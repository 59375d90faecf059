//! Which campaigns look at which attributes and wait for which events, read from their rule documents.

use std::collections::{BTreeMap, BTreeSet};

use domain::event::EventType;
use rules::names::Names;
use serde_json::Value;
use store::Campaign;

use crate::view::dictionary::UsageView;

/// Names and the campaigns that use them.
#[derive(Debug, Default)]
pub struct Uses {
    event_types: BTreeMap<String, Vec<UsageView>>,
    /// By path and, inside a check for an event, that event's type.
    paths: BTreeMap<(String, Option<String>), Vec<UsageView>>,
}

impl Uses {
    /// The uses in all of `campaigns`.
    pub fn of(campaigns: &[Campaign]) -> Self {
        let mut uses = Self::default();
        for campaign in campaigns {
            let Ok(document) = serde_json::from_str(&campaign.ruleset) else {
                continue;
            };
            let mut found = Found::default();
            found.walk(&document, None);
            let usage = || UsageView { campaign_id: campaign.id.0, name: campaign.name.clone() };
            for event_type in found.event_types {
                uses.event_types.entry(event_type).or_default().push(usage());
            }
            for path in found.paths {
                uses.paths.entry(path).or_default().push(usage());
            }
        }
        uses
    }

    /// The campaigns that wait for that event, by either of its spellings.
    pub fn of_event_type(&self, wanted: &EventType) -> Vec<UsageView> {
        let names = Names::new();
        let is_wanted = |name: &str| names.event_type(name).as_ref() == Some(wanted) || name == wanted.name();
        let found = self.event_types.iter().filter(|(name, _)| is_wanted(name));
        found.flat_map(|(_, usages)| usages.clone()).collect()
    }

    /// The campaigns that look at that path; `event_type` is given for attributes of events.
    pub fn of_path(&self, path: &str, event_type: Option<&str>) -> Vec<UsageView> {
        self.paths.get(&(path.to_owned(), event_type.map(str::to_owned))).cloned().unwrap_or_default()
    }
}

#[derive(Default)]
struct Found {
    event_types: BTreeSet<String>,
    paths: BTreeSet<(String, Option<String>)>,
}

impl Found {
    /// INVARIANT: a stored document is at most 32 levels deep, so this recursion is bounded.
    fn walk(&mut self, value: &Value, event_type: Option<&str>) {
        match value {
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
            Value::String(text) => self.read(text, event_type),
            Value::Array(items) => items.iter().for_each(|item| self.walk(item, event_type)),
            Value::Object(fields) => {
                let named = fields.get("eventType").and_then(Value::as_str);
                self.event_types.extend(named.map(str::to_owned));
                fields.values().for_each(|field| self.walk(field, named.or(event_type)));
            }
        }
    }

    fn read(&mut self, text: &str, event_type: Option<&str>) {
        for rest in text.split('$').skip(1) {
            let end =
                rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.')).unwrap_or(rest.len());
            let path = rest.get(..end).unwrap_or_default().trim_end_matches('.');
            let owner = event_type.filter(|_| path.starts_with("Event.Attributes."));
            self.paths.insert((format!("${path}"), owner.map(str::to_owned)));
        }
    }
}
