//! Requests as lines of JSON: read, done, answered. One road for the command line and for *Trigger again*.

use domain::refusal::{Problem, ProblemKind};
use serde::de::DeserializeOwned;

use crate::coupon_key::CouponKey;
use crate::json::{Json, shorten};
use crate::line::{self, Line, OPERATIONS};
use crate::operation::create_attribute::CreateAttribute;
use crate::operation::create_coupon_reservation::CreateCouponReservation;
use crate::operation::create_coupons::CreateCoupons;
use crate::operation::delete_coupon::DeleteCoupon;
use crate::operation::delete_coupon_reservation::DeleteCouponReservation;
use crate::operation::import_coupons::ImportCoupons;
use crate::operation::reopen_session::ReopenSession;
use crate::operation::return_items::ReturnItems;
use crate::operation::save_campaign::SaveCampaign;
use crate::operation::save_evaluation_groups::SaveEvaluationGroups;
use crate::operation::set_clock::SetClock;
use crate::operation::track_event::TrackEvent;
use crate::operation::update_coupon::UpdateCoupon;
use crate::operation::update_profile::UpdateProfile;
use crate::operation::update_session::UpdateSession;
use crate::outcome::Outcome;
use crate::parse::document;
use crate::progress::Progress;
use crate::refusal::Refusal;
use crate::render::{answer, coupon_answer};
use crate::response_content::{self, Wanted};
use crate::workspace::Workspace;

/// A request that was read and can be done.
#[derive(Debug, Clone)]
pub struct Request {
    /// What is asked.
    pub ask: Ask,
    /// Rehearse only.
    pub dry: bool,
    /// Parts of the answer that are only there when asked for.
    pub wanted: Wanted,
}

/// What a line can ask.
#[derive(Debug, Clone)]
pub enum Ask {
    /// `createAttribute`
    CreateAttribute(CreateAttribute),
    /// `saveCampaign`
    SaveCampaign(SaveCampaign),
    /// `saveEvaluationGroups`
    SaveEvaluationGroups(SaveEvaluationGroups),
    /// `setClock`
    SetClock(SetClock),
    /// `createCoupons`
    CreateCoupons(CreateCoupons),
    /// `importCoupons`
    ImportCoupons(ImportCoupons),
    /// `updateCoupon`
    UpdateCoupon(UpdateCoupon),
    /// `deleteCoupon`
    DeleteCoupon(DeleteCoupon),
    /// `createCouponReservation`
    CreateCouponReservation(CreateCouponReservation),
    /// `deleteCouponReservation`
    DeleteCouponReservation(DeleteCouponReservation),
    /// One of the requests that make an event.
    Move(Move),
}

/// A request that makes an event.
#[derive(Debug, Clone)]
pub enum Move {
    /// `updateSession`
    UpdateSession(UpdateSession),
    /// `returnItems`
    ReturnItems(ReturnItems),
    /// `reopenSession`
    ReopenSession(ReopenSession),
    /// `trackEvent`
    TrackEvent(TrackEvent),
    /// `updateProfile`
    UpdateProfile(UpdateProfile),
}

impl Request {
    /// Reads one line as it came over a pipe.
    ///
    /// # Errors
    /// When it is not UTF-8, otherwise as [`read`](Self::read).
    pub fn from_bytes(line: &[u8]) -> Result<Self, Refusal> {
        match std::str::from_utf8(line) {
            Ok(text) => Self::read(text),
            Err(why) => {
                let details =
                    format!("A request is UTF-8 text; byte {} of this one is not.", why.valid_up_to() + 1);
                Err(Refusal::field("", ProblemKind::Format, details))
            }
        }
    }

    /// The refusal of a line that was not read to its end.
    pub fn too_long() -> Refusal {
        let details =
            format!("A request may have at most {} bytes; this one has more.", document::LARGEST_REQUEST);
        Refusal::field("", ProblemKind::Limit, details)
    }

    /// Reads one line.
    ///
    /// # Errors
    /// The field that is not acceptable; fields of the body are named as the vendor names them, without the wrapping
    /// `customerSession`.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let line: Line = document::read(text)?;
        let dry = line.query.dry.unwrap_or(false);
        let ask = read_ask(&line)?;
        let wanted = response_content::read(asked_parts(&ask))?;
        Ok(Self { ask, dry, wanted })
    }
}

/// The `responseContent` of a request.
fn asked_parts(ask: &Ask) -> Option<&[String]> {
    let Ask::Move(ask) = ask else { return None };
    match ask {
        Move::UpdateSession(ask) => ask.body.response_content.as_deref(),
        Move::ReturnItems(ask) => ask.body.response_content.as_deref(),
        Move::TrackEvent(ask) => ask.body.response_content.as_deref(),
        Move::UpdateProfile(ask) => ask.body.response_content.as_deref(),
        Move::ReopenSession(_) => None,
    }
}

fn read_ask(line: &Line) -> Result<Ask, Problem> {
    let ask = match line.op.as_str() {
        line::CREATE_ATTRIBUTE => Ask::CreateAttribute(CreateAttribute { body: body(line)? }),
        line::SAVE_CAMPAIGN => Ask::SaveCampaign(SaveCampaign { id: campaign_id(line)?, body: body(line)? }),
        line::SAVE_EVALUATION_GROUPS => Ask::SaveEvaluationGroups(SaveEvaluationGroups { body: body(line)? }),
        line::SET_CLOCK => Ask::SetClock(SetClock { body: body(line)? }),
        line::CREATE_COUPONS => Ask::CreateCoupons(CreateCoupons {
            id: its_campaign(line)?,
            body: body(line)?,
            progress: Progress::unwatched(),
        }),
        line::IMPORT_COUPONS => Ask::ImportCoupons(ImportCoupons {
            id: its_campaign(line)?,
            body: body(line)?,
            progress: Progress::unwatched(),
        }),
        line::UPDATE_COUPON => Ask::UpdateCoupon(UpdateCoupon { code: code(line)?, body: body(line)? }),
        line::DELETE_COUPON => Ask::DeleteCoupon(DeleteCoupon { code: code(line)? }),
        line::CREATE_COUPON_RESERVATION => {
            Ask::CreateCouponReservation(CreateCouponReservation { code: code(line)?, body: body(line)? })
        }
        line::DELETE_COUPON_RESERVATION => {
            Ask::DeleteCouponReservation(DeleteCouponReservation { code: code(line)?, body: body(line)? })
        }
        line::UPDATE_SESSION => {
            let body = body(line).map_err(|problem| unwrapped(problem, "/customerSession"))?;
            Ask::Move(Move::UpdateSession(UpdateSession { id: id(line)?, body }))
        }
        line::RETURN_ITEMS => {
            let body = body(line).map_err(|problem| unwrapped(problem, "/return"))?;
            let run_rule_engine = line.query.run_rule_engine.unwrap_or(false);
            Ask::Move(Move::ReturnItems(ReturnItems { id: id(line)?, run_rule_engine, body }))
        }
        line::REOPEN_SESSION => Ask::Move(Move::ReopenSession(ReopenSession { id: id(line)? })),
        line::TRACK_EVENT => {
            let complete = line.query.force_complete_evaluation.unwrap_or(false);
            Ask::Move(Move::TrackEvent(TrackEvent { body: body(line)?, complete }))
        }
        line::UPDATE_PROFILE => {
            let run_rule_engine = line.query.run_rule_engine.unwrap_or(false);
            Ask::Move(Move::UpdateProfile(UpdateProfile {
                id: id(line)?,
                run_rule_engine,
                body: body(line)?,
            }))
        }
        other => {
            let details = format!(
                "\"{}\" is not an operation; it must be one of {}.",
                shorten(other),
                OPERATIONS.join(", ")
            );
            return Err(Problem::new("/op", ProblemKind::Choice, details));
        }
    };
    Ok(ask)
}

fn body<T: DeserializeOwned>(line: &Line) -> Result<T, Problem> {
    match &line.body {
        Some(body) => document::read(body.text()),
        None => Err(Problem::new("/body", ProblemKind::Missing, format!("{} needs a body.", line.op))),
    }
}

/// The vendor's pointers do not name the object a request is wrapped in.
pub fn unwrapped(mut problem: Problem, wrapper: &str) -> Problem {
    if let Some(inner) = problem.pointer.strip_prefix(wrapper)
        && inner.starts_with('/')
    {
        problem.pointer = inner.to_owned();
    }
    problem
}

fn id(line: &Line) -> Result<String, Problem> {
    let details = "Name it as a text such as \"cart-1\".";
    match &line.id {
        Some(id) => {
            serde_json::from_str(id.text()).map_err(|_| Problem::new("/id", ProblemKind::Type, details))
        }
        None => Err(Problem::new("/id", ProblemKind::Missing, details)),
    }
}

/// The code something is about: its text, or its number.
fn code(line: &Line) -> Result<CouponKey, Problem> {
    let details = "Name the code as a text such as \"SUMMER20\", or by its number.";
    let Some(id) = &line.id else {
        return Err(Problem::new("/id", ProblemKind::Missing, details));
    };
    let value = serde_json::from_str(id.text()).map(CouponKey::Value);
    let found = value.or_else(|_| serde_json::from_str(id.text()).map(CouponKey::Number));
    found.map_err(|_| Problem::new("/id", ProblemKind::Type, details))
}

fn campaign_id(line: &Line) -> Result<Option<u32>, Problem> {
    let read = |id: &Json| serde_json::from_str(id.text());
    line.id.as_ref().map(read).transpose().map_err(|_| {
        Problem::new(
            "/id",
            ProblemKind::Type,
            "Name the campaign by its number, or leave this out for a new one.",
        )
    })
}

/// The campaign something is for, which must be named.
fn its_campaign(line: &Line) -> Result<u32, Problem> {
    let details = "Name the campaign by its number.";
    campaign_id(line)?.ok_or_else(|| Problem::new("/id", ProblemKind::Missing, details))
}

/// Does `request` and answers with one line of JSON in the vendor's shape; `dry` overrules the request.
///
/// # Errors
/// Why it was not done.
pub fn apply_now(
    workspace: &Workspace,
    request: Request,
    source: &str,
    dry: bool,
) -> Result<String, Refusal> {
    let (dry, wanted) = (dry || request.dry, request.wanted);
    match request.ask {
        Ask::CreateAttribute(ask) => {
            workspace.perform_now(ask, source, dry).map(|attribute| answer::attribute(&attribute))
        }
        Ask::SaveCampaign(ask) => {
            workspace.perform_now(ask, source, dry).map(|campaign| answer::campaign(&campaign))
        }
        Ask::SaveEvaluationGroups(ask) => {
            workspace.perform_now(ask, source, dry).map(|groups| answer::evaluation_groups(&groups))
        }
        Ask::SetClock(ask) => workspace.perform_now(ask, source, dry).map(|clock| answer::clock(&clock)),
        Ask::CreateCoupons(ask) => workspace.perform_now(ask, source, dry).map(answer::created_coupons),
        Ask::ImportCoupons(ask) => workspace.perform_now(ask, source, dry).map(answer::imported_coupons),
        Ask::UpdateCoupon(ask) => {
            workspace.perform_now(ask, source, dry).map(|it| coupon_answer::coupon(&it))
        }
        Ask::DeleteCoupon(ask) => {
            workspace.perform_now(ask, source, dry).map(|it| coupon_answer::coupon(&it))
        }
        Ask::CreateCouponReservation(ask) => {
            workspace.perform_now(ask, source, dry).map(|it| coupon_answer::coupon(&it))
        }
        Ask::DeleteCouponReservation(ask) => {
            workspace.perform_now(ask, source, dry).map(|it| coupon_answer::coupon(&it))
        }
        Ask::Move(ask) => {
            move_now(workspace, ask, source, dry).map(|outcome| answer::outcome(&outcome, wanted))
        }
    }
}

fn move_now(workspace: &Workspace, ask: Move, source: &str, dry: bool) -> Result<Outcome, Refusal> {
    match ask {
        Move::UpdateSession(ask) => workspace.perform_now(ask, source, dry),
        Move::ReturnItems(ask) => workspace.perform_now(ask, source, dry),
        Move::ReopenSession(ask) => workspace.perform_now(ask, source, dry),
        Move::TrackEvent(ask) => workspace.perform_now(ask, source, dry),
        Move::UpdateProfile(ask) => workspace.perform_now(ask, source, dry),
    }
}

/// Does a request that makes an event, for callers with a runtime.
///
/// # Errors
/// Why it was not done.
pub async fn apply_move(
    workspace: &Workspace,
    ask: Move,
    source: &str,
    dry: bool,
) -> Result<Outcome, Refusal> {
    match ask {
        Move::UpdateSession(ask) => workspace.perform(ask, source, dry).await,
        Move::ReturnItems(ask) => workspace.perform(ask, source, dry).await,
        Move::ReopenSession(ask) => workspace.perform(ask, source, dry).await,
        Move::TrackEvent(ask) => workspace.perform(ask, source, dry).await,
        Move::UpdateProfile(ask) => workspace.perform(ask, source, dry).await,
    }
}
