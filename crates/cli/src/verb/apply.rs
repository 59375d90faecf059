//! `till apply`: requests as lines of JSON, each answered with a line of JSON.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use app::apply::{Request, apply_now};
use app::parse::document::LARGEST_REQUEST;
use app::refusal::Refusal;
use app::render::answer;
use app::workspace::Workspace;
use clap::Args;
use jiff::Timestamp;

use super::clock;
use crate::failure::{Failure, REFUSED};
use crate::lines::{Line, Lines};

/// The door's name in the journal.
const SOURCE: &str = "till";

const REQUESTS: &str = r#"Each line is one request: {"op":…, "id":…, "query":{…}, "body":{…}}. Blank lines are skipped.
Names in query and body are the vendor's. An answered request is on the disk.

Operations:
  createAttribute  body: entity, eventType (for Event), type, name, title, description, suggestions
  saveCampaign     id: number, or none for a new one; body: name, description, state, startTime,
                   endTime, evaluationGroup (its name), reevaluateOnReturn, limits, ruleset
  saveEvaluationGroups  body: {"groups":[{name, mode, campaigns, groups}]}; mode is stackable, listOrder,
                   highestDiscount or lowestDiscount; replaces all groups
  setClock         body: mode (wall or held) and, for held, one of at (a time), advance (such as P1D or -PT1H)
                   and to (nextLandmark or previousLandmark); a held clock stands still
  createCoupons    id: campaign; body: value for one code, or couponPattern, numberOfCoupons, validCharacters for
                   many; usageLimit (0 = no limit), profileLimit, discountLimit, recipientIntegrationId, startDate,
                   expiryDate, isReservationMandatory
  importCoupons    id: campaign; body: csv, the text of a file whose first line names its columns: value and any of the
                   terms above; skipBadRows: true imports the good rows, otherwise one bad row keeps all of them out
  updateSession    id: session; body: {"customerSession":{profileId, state, cartItems, attributes, …}}
  returnItems      id: session; body: {"return":{"returnedCartItems":[{position or sku, quantity}]}}
  reopenSession    id: session; no body
  trackEvent       body: profileId, type, attributes, and sessionId when it belongs to a certain session
  updateProfile    id: customer; body: attributes

Query:
  dry                      true: answer as if it were done, store nothing
  runRuleEngine            true, for updateProfile: evaluate the rules and log an event; for returnItems: ask campaigns
                           again that have reevaluateOnReturn, for what is kept
  silent                   accepted and without effect: every answer is printed
  forceCompleteEvaluation  true, for trackEvent with dry: no campaign excludes another, whatever their groups say

Answers, in the order of the requests:
  done      session, profile, events, effects and the trace of every rule; or the attribute, campaign or codes
  refused   {"error":{"message":…,"errors":[{"title":…,"details":…,"source":{"pointer":…}}]}}; nothing
            was stored, and the next request is done

Exit status: 0 when all were done, 1 when any was refused, 2 when the file cannot be used.

Examples:
  till apply shop.sqlite < requests.ndjson > answers.ndjson
  till apply shop.sqlite --dry < requests.ndjson
  echo '{"op":"createAttribute","body":{"entity":"Event","eventType":"pageview","type":"string","name":"url"}}' | till apply shop.sqlite
  echo '{"op":"trackEvent","body":{"profileId":"ana","type":"pageview","attributes":{"url":"/sale"}}}' | till apply shop.sqlite"#;

/// Do requests read from standard input, one JSON line each, and answer each with one JSON line
#[derive(Debug, Args)]
#[command(after_help = REQUESTS)]
pub struct Apply {
    /// The workspace file
    file: PathBuf,
    /// Rehearse every request: answer as if it were done, store nothing
    #[arg(long)]
    dry: bool,
    /// Hold the clock at this time, such as 2026-11-30T09:00:00Z, so that the same requests give the same bytes; a
    /// workspace that holds its own clock (setClock) goes by that
    #[arg(long, value_name = "TIME")]
    clock: Option<Timestamp>,
}

impl Apply {
    /// Answers every line of standard input.
    ///
    /// # Errors
    /// When the file or a pipe cannot be used; a refused request is an answer, not an error.
    pub fn run(&self) -> Result<ExitCode, Failure> {
        let workspace = Workspace::open(&self.file, clock(self.clock))?;
        let mut lines = Lines::new(io::stdin().lock(), LARGEST_REQUEST);
        let mut output = io::stdout().lock();
        let mut is_any_refused = false;
        while let Some(line) = lines.next().map_err(Failure::Input)? {
            if is_blank(&line) {
                continue;
            }
            let answered = self.answer(&workspace, &line);
            is_any_refused |= answered.is_err();
            let answer = answered.unwrap_or_else(|refusal| answer::refusal(&refusal));
            writeln!(output, "{answer}").and_then(|()| output.flush()).map_err(Failure::Output)?;
        }
        Ok(if is_any_refused { ExitCode::from(REFUSED) } else { ExitCode::SUCCESS })
    }

    fn answer(&self, workspace: &Workspace, line: &Line<'_>) -> Result<String, Refusal> {
        match line {
            Line::Whole(bytes) => apply_now(workspace, Request::from_bytes(bytes)?, SOURCE, self.dry),
            Line::TooLong => Err(Request::too_long()),
        }
    }
}

fn is_blank(line: &Line<'_>) -> bool {
    match line {
        Line::Whole(bytes) => bytes.trim_ascii().is_empty(),
        Line::TooLong => false,
    }
}
