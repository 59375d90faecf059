//! Which campaigns were not evaluated at an event, and why.
//!
//! Nothing of this is kept with an event: what each campaign was at the time is kept once for every change of it, and
//! put together here when somebody asks.

use std::collections::BTreeSet;

use domain::event::{BuiltIn, Event, EventType};
use domain::schedule::Standing;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::{EventRow, Reader};

use crate::house::House;
use crate::refusal::Refusal;
use crate::trace::Trace;
use crate::view::not_evaluated::NotEvaluatedView;
use crate::view::trace::CampaignTraceView;

/// The campaigns that were not evaluated at `event`.
///
/// # Errors
/// When the workspace cannot be read.
pub fn at_event(
    reader: &Reader,
    house: &House,
    event: &EventRow,
    evaluated: &[CampaignTraceView],
) -> Result<Vec<NotEvaluatedView>, Refusal> {
    let evaluated: BTreeSet<u32> = evaluated.iter().map(|trace| trace.campaign_id).collect();
    let lives = reader.campaigns_at(event.seq)?.into_iter().filter(|life| !evaluated.contains(&life.id.0));
    let told = lives.filter_map(|life| {
        let standing = Standing::at(event.at, life.state, &life.schedule);
        let reason = reason(standing, &house.settings.time_zone).or_else(|| left_out(&event.event_type))?;
        let (campaign_id, campaign_name) = (life.id.0, life.name);
        Some(NotEvaluatedView { campaign_id, campaign_name, frontend_state: standing.into(), reason })
    });
    Ok(told.collect())
}

/// The campaigns of `house` that the request that became `event` did not evaluate.
pub fn just_now(house: &House, event: &Event, trace: &Trace) -> Vec<NotEvaluatedView> {
    let evaluated = trace.evaluated();
    let left = house.campaigns.iter().filter(|campaign| !evaluated.contains(&campaign.id.0));
    let told = left.map(|campaign| {
        let standing = campaign.standing(event.at);
        let otherwise = || match campaign.plan {
            None => UNREADABLE.to_owned(),
            Some(_) => left_out(&event.event_type).unwrap_or_else(|| NOT_ASKED.to_owned()),
        };
        NotEvaluatedView {
            campaign_id: campaign.id.0,
            campaign_name: campaign.name.clone(),
            frontend_state: standing.into(),
            reason: reason(standing, &house.settings.time_zone).unwrap_or_else(otherwise),
        }
    });
    told.collect()
}

const UNREADABLE: &str = "its rules cannot be read any more; open it and save it again";
const NOT_ASKED: &str = "not among the campaigns the request asked for";

/// Why a return leaves a running campaign out: others were asked again.
fn left_out(event_type: &EventType) -> Option<String> {
    let is_return = *event_type == EventType::BuiltIn(BuiltIn::SessionPartiallyReturned);
    is_return.then(|| {
        "not evaluated again: it is not marked for that, or gave nothing when the session closed".to_owned()
    })
}

/// Why a campaign of that standing is not evaluated; `None` when it is.
fn reason(standing: Standing, zone: &TimeZone) -> Option<String> {
    match standing {
        Standing::Running => None,
        Standing::Scheduled(start) => Some(format!("scheduled until {}", shown(start, zone))),
        Standing::Expired(end) => Some(format!("expired on {}", shown(end, zone))),
        Standing::Disabled => Some("disabled".to_owned()),
        Standing::Archived => Some("archived".to_owned()),
    }
}

/// A time in the Application's zone, without seconds where there are none.
fn shown(time: Timestamp, zone: &TimeZone) -> String {
    let form = if time.as_second() % 60 == 0 { "%Y-%m-%d %H:%M" } else { "%Y-%m-%d %H:%M:%S" };
    time.to_zoned(zone.clone()).strftime(form).to_string()
}
