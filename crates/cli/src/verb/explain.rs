//! `till explain`: why every rule fired or did not at an event.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use app::clock::Clock;
use app::question::event::OneEvent;
use app::view::event::EventDetailView;
use app::view::not_evaluated::NotEvaluatedView;
use app::view::trace::{CampaignTraceView, ConditionView, OutcomeOfCondition, RuleTraceView, VerdictView};
use app::workspace::Workspace;
use clap::Args;

use crate::failure::Failure;
use crate::layout;

const EXAMPLES: &str = "\
Every rule of every running campaign is listed with its verdict:
  Applied   its effects were given
  Not met   a condition does not hold
  Failed    it could not be evaluated
  Excluded  another campaign won
and every condition with ✓ (holds), ✗ (does not hold) or ! (could not be evaluated), what was
expected and what was found, also those after the first that does not hold. Campaigns that were not evaluated follow, each with
the reason: scheduled until, expired on, disabled, archived.

Example:
  till explain shop.sqlite 12";

/// Tell why every rule fired or did not at an event
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Explain {
    /// The workspace file
    file: PathBuf,
    /// The event's number, from the first column of `till events`
    event: String,
}

impl Explain {
    /// Prints the event's story, its rules and its effects.
    ///
    /// # Errors
    /// When there is no such event, or the file cannot be read.
    pub fn run(&self) -> Result<ExitCode, Failure> {
        let workspace = Workspace::open(&self.file, Clock::Wall)?;
        let event = workspace.ask_now(&OneEvent { seq: self.event.clone() })?;
        let mut output = BufWriter::new(io::stdout());
        print(&event, &mut output).and_then(|()| output.flush()).map_err(Failure::Output)?;
        Ok(ExitCode::SUCCESS)
    }
}

fn print(event: &EventDetailView, to: &mut impl Write) -> io::Result<()> {
    let row = &event.row;
    let facts = [
        ("Event", format!("{} · {}", row.seq, row.event_type)),
        ("Time", row.at.clone()),
        ("Customer", row.profile_id.clone().unwrap_or_default()),
        ("Session", row.session_id.clone().unwrap_or_default()),
        ("State", row.state.map(layout::state).unwrap_or_default().to_owned()),
    ];
    layout::facts(to, &facts)?;
    writeln!(to, "\nStory")?;
    event.story.iter().try_for_each(|sentence| writeln!(to, "  {sentence}"))?;
    layout::attributes(to, &event.attributes)?;
    writeln!(to, "\nRules")?;
    if event.campaigns.iter().all(|campaign| campaign.rules.is_empty()) {
        writeln!(to, "  none were evaluated")?;
    }
    event.campaigns.iter().try_for_each(|campaign| print_campaign(campaign, to))?;
    print_not_evaluated(&event.not_evaluated, to)?;
    layout::effects(to, "Effects", &event.effects)
}

fn print_campaign(campaign: &CampaignTraceView, to: &mut impl Write) -> io::Result<()> {
    writeln!(to, "  Campaign {} · {}", campaign.campaign_id, campaign.campaign_name)?;
    campaign.rules.iter().try_for_each(|rule| print_rule(rule, to))
}

fn print_not_evaluated(campaigns: &[NotEvaluatedView], to: &mut impl Write) -> io::Result<()> {
    if campaigns.is_empty() {
        return Ok(());
    }
    writeln!(to, "\nNot evaluated")?;
    campaigns.iter().try_for_each(|campaign| {
        let NotEvaluatedView { campaign_id, campaign_name, reason, .. } = campaign;
        writeln!(to, "  Campaign {campaign_id} · {campaign_name} — {reason}")
    })
}

fn print_rule(rule: &RuleTraceView, to: &mut impl Write) -> io::Result<()> {
    let verdict = match rule.verdict {
        VerdictView::Fired => "Applied",
        VerdictView::NotMet => "Not met",
        VerdictView::Excluded => "Excluded",
        VerdictView::Failed => "Failed",
    };
    let why = rule.why.as_ref().map(|why| format!(" — {why}")).unwrap_or_default();
    writeln!(to, "    {verdict} · {}{why}", rule.title)?;
    print_conditions(&rule.conditions, "      ", to)
}

fn print_conditions(conditions: &[ConditionView], indent: &str, to: &mut impl Write) -> io::Result<()> {
    let deeper = format!("{indent}  ");
    conditions.iter().try_for_each(|condition| {
        writeln!(to, "{indent}{}", sentence(condition))?;
        print_conditions(&condition.children, &deeper, to)
    })
}

fn sentence(condition: &ConditionView) -> String {
    let mark = match condition.outcome {
        OutcomeOfCondition::Passed => '✓',
        OutcomeOfCondition::NotPassed => '✗',
        OutcomeOfCondition::Error => '!',
    };
    let parts = [("expected", &condition.expected), ("found", &condition.actual)];
    let mut details: Vec<String> = parts
        .iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(word, text)| format!("{word} {text}"))
        .collect();
    details.extend(condition.reason.clone());
    let details = if details.is_empty() { String::new() } else { format!(" ({})", details.join("; ")) };
    format!("{mark} {}{details}", condition.sentence)
}
