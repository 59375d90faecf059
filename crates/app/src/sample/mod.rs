//! A sample shop to look at: Harbour Goods, by the water, with mugs, sneakers and coffee.
//!
//! Everything about it is in the files beside this one, in the form the command line takes. A shop is filled through the
//! ordinary operations, so nothing in it could not have been made by hand.

use domain::refusal::{Problem, ProblemKind};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use crate::apply::{Ask, Move, Request};
use crate::json::Json;
use crate::operation::save_campaign::SaveCampaign;
use crate::parse::document;
use crate::refusal::Refusal;
use crate::worker::Bulk;
use crate::workspace::Workspace;

/// The door's name in the journal.
const SOURCE: &str = "sample";
/// How long ago the dictionary and the campaigns were made: before anything happened.
const OPENING: SignedDuration = SignedDuration::from_hours(120);

/// Lines of `createAttribute`.
const ATTRIBUTES: &str = include_str!("attributes.ndjson");
/// Bodies of `saveCampaign`, in order of evaluation.
const CAMPAIGNS: [&str; 10] = [
    include_str!("campaigns/01-ten-percent-from-50.json"),
    include_str!("campaigns/02-second-mug-half-price.json"),
    include_str!("campaigns/03-end-of-season.json"),
    include_str!("campaigns/04-welcome-aboard.json"),
    include_str!("campaigns/05-sneakers-from-the-newsletter.json"),
    include_str!("campaigns/06-a-gift-for-gold.json"),
    include_str!("campaigns/07-know-the-customer.json"),
    include_str!("campaigns/08-gift-wrapping.json"),
    include_str!("campaigns/09-harbour-festival.json"),
    include_str!("campaigns/10-summer-codes.json"),
];
/// Lines of [`Past`], the oldest first.
const HISTORY: &str = include_str!("history.ndjson");

/// Something that happened a while ago.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Past {
    /// How long ago, such as `2h 50m`.
    ago: String,
    /// A line of `till apply`.
    request: Json,
}

/// Something to do, and when it is said to have been done.
struct Deed {
    at: Timestamp,
    ask: Ask,
}

/// Fills an empty workspace with customers, events, campaigns and a history that ends a few minutes before the workspace
/// clock. The same clock gives the same shop.
///
/// # Errors
/// When something of the shop is there already, or the workspace cannot be written.
pub fn fill(workspace: &Workspace) -> Result<(), Refusal> {
    let deeds = shop(workspace.now()?)?;
    workspace.in_bulk(move |bulk| deeds.iter().try_for_each(|deed| perform(bulk, deed)))
}

/// Everything to do, in order, for a shop that is looked at `now`.
fn shop(now: Timestamp) -> Result<Vec<Deed>, Refusal> {
    let opening = before(now, OPENING)?;
    let mut deeds = Vec::new();
    for line in lines(ATTRIBUTES) {
        deeds.push(Deed { at: opening, ask: Request::read(line)?.ask });
    }
    for body in CAMPAIGNS {
        let ask = Ask::SaveCampaign(SaveCampaign { id: None, body: document::read(body)? });
        deeds.push(Deed { at: opening, ask });
    }
    for line in lines(HISTORY) {
        let past: Past = document::read(line)?;
        deeds.push(Deed {
            at: before(now, read_ago(&past.ago)?)?,
            ask: Request::read(past.request.text())?.ask,
        });
    }
    Ok(deeds)
}

/// The lines that say something: neither blank nor a heading.
fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn read_ago(text: &str) -> Result<SignedDuration, Problem> {
    text.parse().map_err(|_| {
        let details = format!("\"{text}\" is not a length of time; write one such as 2h 50m.");
        Problem::new("/ago", ProblemKind::Format, details)
    })
}

fn before(now: Timestamp, ago: SignedDuration) -> Result<Timestamp, Problem> {
    now.checked_sub(ago).map_err(|_| {
        let details = "The workspace clock is too far in the past for the shop to have a history.";
        Problem::new("/clock", ProblemKind::Limit, details)
    })
}

fn perform(bulk: &mut Bulk<'_>, deed: &Deed) -> Result<(), Refusal> {
    let at = deed.at;
    match &deed.ask {
        Ask::CreateAttribute(ask) => bulk.perform(ask, at, SOURCE).map(drop),
        Ask::SaveCampaign(ask) => bulk.perform(ask, at, SOURCE).map(drop),
        Ask::SaveEvaluationGroups(ask) => bulk.perform(ask, at, SOURCE).map(drop),
        Ask::SetClock(ask) => bulk.perform(ask, at, SOURCE).map(drop),
        Ask::CreateCoupons(ask) => bulk.perform(ask, at, SOURCE).map(drop),
        Ask::ImportCoupons(ask) => bulk.perform(ask, at, SOURCE).map(drop),
        Ask::UpdateCoupon(ask) => bulk.perform(ask, at, SOURCE).map(drop),
        Ask::DeleteCoupon(ask) => bulk.perform(ask, at, SOURCE).map(drop),
        Ask::CreateCouponReservation(ask) => bulk.perform(ask, at, SOURCE).map(drop),
        Ask::DeleteCouponReservation(ask) => bulk.perform(ask, at, SOURCE).map(drop),
        Ask::Move(Move::UpdateSession(ask)) => bulk.perform(ask, at, SOURCE).map(drop),
        Ask::Move(Move::ReturnItems(ask)) => bulk.perform(ask, at, SOURCE).map(drop),
        Ask::Move(Move::ReopenSession(ask)) => bulk.perform(ask, at, SOURCE).map(drop),
        Ask::Move(Move::TrackEvent(ask)) => bulk.perform(ask, at, SOURCE).map(drop),
        Ask::Move(Move::UpdateProfile(ask)) => bulk.perform(ask, at, SOURCE).map(drop),
    }
}
