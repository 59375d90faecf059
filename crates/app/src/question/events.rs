//! Events: pages and facets.

use domain::event::EventType;
use domain::id::{CampaignId, ProfileId, Seq, SessionId};
use domain::refusal::{Problem, ProblemKind};
use jiff::Timestamp;

use super::query::units;
use super::{count, read_cursor};
use crate::query::{self, Around};
use crate::refusal::Refusal;
use crate::render::{diagram, event};
use crate::view::event::{Bucket, EventFacets, EventFilter, EventPage, FacetValue};
use crate::workspace::{Question, Reading};

/// A page of events, newest first.
#[derive(Debug, Clone)]
pub struct Events {
    /// Which.
    pub filter: EventFilter,
    /// Where the page before ended.
    pub after: Option<String>,
    /// At most 500.
    pub limit: u32,
}

impl Question for Events {
    type Answer = EventPage;

    fn answer(&self, reading: &Reading<'_>) -> Result<EventPage, Refusal> {
        let filter = read_filter(&self.filter, reading)?;
        let before = read_cursor(self.after.as_deref())?.map(Seq);
        let page = reading.reader.events(&filter, before, self.limit)?;
        Ok(EventPage {
            rows: page.rows.iter().map(event::row).collect(),
            next: page.next.map(|seq| seq.0.to_string()),
            total: count(reading.reader.count(&filter)?),
        })
    }
}

/// The filter as the store takes it.
///
/// # Errors
/// Ids, times or a query that cannot be read.
pub fn read_filter(filter: &EventFilter, reading: &Reading<'_>) -> Result<store::EventFilter, Refusal> {
    let types = |names: &[String]| names.iter().map(|name| EventType::from_name(name)).collect();
    let filled = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    Ok(store::EventFilter {
        types: types(&filter.types),
        excluded_types: types(&filter.excluded_types),
        session: filled(&filter.session).map(|id| SessionId::parse(&id, "/session")).transpose()?,
        profile: filled(&filter.profile).map(|id| ProfileId::parse(&id, "/profile")).transpose()?,
        campaign: filter.campaign.map(CampaignId),
        effect_types: filled(&filter.effect_type).into_iter().collect(),
        states: filter.states.iter().copied().map(diagram::read_state).collect(),
        excluded_campaigns: filter.excluded_campaigns.iter().copied().map(CampaignId).collect(),
        excluded_effect_types: filter.excluded_effect_types.clone(),
        excluded_states: filter.excluded_states.iter().copied().map(diagram::read_state).collect(),
        rejections: filter.rejections.clone(),
        excluded_rejections: filter.excluded_rejections.clone(),
        sources: filter.sources.clone(),
        excluded_sources: filter.excluded_sources.clone(),
        from: filled(&filter.from).map(|text| read_time(&text, "/from")).transpose()?,
        until: filled(&filter.until).map(|text| read_time(&text, "/until")).transpose()?,
        attributes: filter.attributes.iter().map(|one| (one.name.clone(), one.value.clone())).collect(),
        terms: read_terms(filter.text.as_deref().unwrap_or_default(), reading)?,
    })
}

fn read_terms(text: &str, reading: &Reading<'_>) -> Result<Vec<store::Term>, Refusal> {
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let around = Around { house: reading.house, effect_types: reading.reader.effect_types_present()? };
    query::read(text, &around).map_err(|mistake| {
        let (start, end) = units(text, &mistake.at);
        Refusal::Query { start, end, message: mistake.message }
    })
}

fn read_time(text: &str, field: &str) -> Result<Timestamp, Problem> {
    text.parse().map_err(|_| {
        let details = format!("\"{text}\" is not a time; write it as 2026-11-30T09:00:00Z.");
        Problem::new(field, ProblemKind::Format, details)
    })
}

/// Values present among the matching events.
#[derive(Debug, Clone)]
pub struct Facets {
    /// Which events.
    pub filter: EventFilter,
}

impl Question for Facets {
    type Answer = EventFacets;

    fn answer(&self, reading: &Reading<'_>) -> Result<EventFacets, Refusal> {
        let facets = reading.reader.facets(&read_filter(&self.filter, reading)?)?;
        let names = reading.house.campaign_names();
        let value = |value: &str, label: &str, number: u64| FacetValue {
            value: value.to_owned(),
            label: label.to_owned(),
            count: count(number),
        };
        let campaign = |(id, number): &(CampaignId, u64)| {
            let label = names.get(id).copied().unwrap_or("A campaign of the past");
            value(&id.0.to_string(), label, *number)
        };
        let bucket = |bucket: &store::Bucket| Bucket {
            from: bucket.from.to_string(),
            until: bucket.until.to_string(),
            count: count(bucket.count),
        };
        Ok(EventFacets {
            types: facets
                .types
                .iter()
                .map(|(kind, number)| value(kind.name(), event::title(kind), *number))
                .collect(),
            states: facets
                .states
                .iter()
                .map(|(state, number)| value(state.name(), diagram::state_title(*state), *number))
                .collect(),
            campaigns: facets.campaigns.iter().map(campaign).collect(),
            effect_types: facets
                .effect_types
                .iter()
                .map(|(name, number)| value(name, name, *number))
                .collect(),
            rejections: facets.rejections.iter().map(|(name, number)| value(name, name, *number)).collect(),
            sources: facets.sources.iter().map(|(name, number)| value(name, name, *number)).collect(),
            histogram: facets.histogram.iter().map(bucket).collect(),
        })
    }
}
