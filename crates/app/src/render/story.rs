//! What happened, sentence by sentence, for someone who reads no JSON.

use domain::cart::totals;
use domain::effect::Effect;
use domain::event::{BuiltIn, EventType};
use domain::session::Session;
use store::StoredEvent;

use super::{effect, text};
use crate::view::event::ChangeView;
use crate::view::trace::{CampaignTraceView, VerdictView};

/// The story of one event.
pub fn of(event: &StoredEvent, traces: &[CampaignTraceView], changes: &[ChangeView]) -> Vec<String> {
    let mut story = vec![opening(event)];
    story.extend(cart(event.session.as_ref()));
    story.extend(changed_quantities(changes));
    story.extend(event.effects.iter().map(|granted| granted_by(granted, traces, event.session.as_ref())));
    story.push(verdicts(traces));
    story
}

fn opening(event: &StoredEvent) -> String {
    let who =
        event.row.profile.as_ref().map_or_else(|| "An anonymous customer".to_owned(), ToString::to_string);
    let session = event.row.session.as_ref().map(ToString::to_string).unwrap_or_default();
    match &event.row.event_type {
        EventType::BuiltIn(built_in) => built_in_sentence(*built_in, &who, &session),
        EventType::Custom(name) => match event.row.session {
            Some(_) => format!("{who} triggered {name} in session {session}."),
            None => format!("{who} triggered {name} outside any session."),
        },
    }
}

fn built_in_sentence(event: BuiltIn, who: &str, session: &str) -> String {
    match event {
        BuiltIn::SessionCreated => format!("{who} started session {session}."),
        BuiltIn::SessionUpdated => format!("{who} changed session {session}, which stays open."),
        BuiltIn::SessionClosed => format!("{who} paid: session {session} was closed."),
        BuiltIn::SessionCancelled => format!("{who} left: the open session {session} was cancelled."),
        BuiltIn::SessionRevoked => {
            format!("Session {session} was revoked: it had been closed and is cancelled now.")
        }
        BuiltIn::SessionPartiallyReturned => format!("{who} returned items of session {session}."),
        BuiltIn::SessionReopened => format!("Session {session} was reopened and can be changed again."),
        BuiltIn::ProfileCreated => format!("{who} was registered."),
        BuiltIn::ProfileUpdated => format!("The profile of {who} was changed."),
    }
}

fn cart(session: Option<&Session>) -> Option<String> {
    let cart = session?.cart();
    if cart.items.is_empty() {
        return Some("The cart is empty.".to_owned());
    }
    let lines = cart
        .items
        .iter()
        .map(|item| format!("{} × {}", item.quantity, item.name.as_deref().unwrap_or(&item.sku)));
    let lines: Vec<String> = lines.collect();
    Some(format!("The cart holds {} for {} in all.", lines.join(", "), text::money(totals(cart).total)))
}

fn changed_quantities(changes: &[ChangeView]) -> Option<String> {
    let returned: Vec<String> = changes
        .iter()
        .filter(|change| change.what.ends_with("· Returned"))
        .filter_map(|change| {
            Some(format!("{}: {}", change.what.split(" · ").next()?, change.after.as_deref()?))
        })
        .collect();
    (!returned.is_empty()).then(|| format!("Units returned so far — {}.", returned.join(", ")))
}

fn granted_by(granted: &Effect, traces: &[CampaignTraceView], session: Option<&Session>) -> String {
    let campaign = traces.iter().find(|trace| trace.campaign_id == granted.campaign.0);
    let campaign = campaign.map_or("A campaign", |trace| trace.campaign_name.as_str());
    let sentence = effect::sentence(&granted.kind, session);
    let end = if sentence.ends_with(['.', '!', '?', '…']) { "" } else { "." };
    format!("{campaign}, rule “{}”: {sentence}{end}", granted.rule_name)
}

fn verdicts(traces: &[CampaignTraceView]) -> String {
    let rules = || traces.iter().flat_map(|trace| &trace.rules);
    let count = |verdict| rules().filter(|rule| rule.verdict == verdict).count();
    match rules().count() {
        0 => "No rule was evaluated.".to_owned(),
        all => {
            let failed = count(VerdictView::Failed);
            let failed =
                if failed == 0 { String::new() } else { format!(", {failed} could not be evaluated") };
            format!("{} of {all} rules applied{failed}.", count(VerdictView::Fired))
        }
    }
}
