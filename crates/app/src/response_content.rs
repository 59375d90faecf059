//! `responseContent`: which parts of an answer a client asks for.
//!
//! Source of the words: the vendor's `IntegrationRequest`. Session, profile and event are in every answer of ours; two
//! parts are there only when asked for, because they repeat the trace in the vendor's shape.

use domain::refusal::{Problem, ProblemKind, pointer};

use crate::json::shorten;

const RULE_FAILURE_REASONS: &str = "ruleFailureReasons";
const CAMPAIGN_ELIGIBILITY: &str = "campaignEligibility";

/// Every word the vendor knows.
const WORDS: [&str; 12] = [
    "customerSession",
    "customerProfile",
    "coupons",
    "triggeredCampaigns",
    "referral",
    "loyalty",
    "event",
    "awardedGiveaways",
    RULE_FAILURE_REASONS,
    "previousReturns",
    CAMPAIGN_ELIGIBILITY,
    "achievements",
];

/// The parts that are only there when asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Why every rule that did not apply did not.
    pub rule_failure_reasons: bool,
    /// Which campaigns would apply; the vendor answers it for rehearsals only, and so do we.
    pub campaign_eligibility: bool,
}

/// Reads the words.
///
/// # Errors
/// The first one that is none of the vendor's.
pub fn read(words: Option<&[String]>) -> Result<Wanted, Problem> {
    let words = words.unwrap_or_default();
    if let Some(place) = words.iter().position(|word| !WORDS.contains(&word.as_str())) {
        let word = words.get(place).map(|word| shorten(word)).unwrap_or_default();
        let details = format!("\"{word}\" is no part of an answer; ask for some of {}.", WORDS.join(", "));
        return Err(Problem::new(pointer("/responseContent", place), ProblemKind::Choice, details));
    }
    let has = |wanted: &str| words.iter().any(|word| word == wanted);
    Ok(Wanted {
        rule_failure_reasons: has(RULE_FAILURE_REASONS),
        campaign_eligibility: has(CAMPAIGN_ELIGIBILITY),
    })
}
