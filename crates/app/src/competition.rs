//! The contests between campaigns that triggered: whoever is excluded drops all its effects and says who won.

use std::collections::BTreeMap;

use domain::contest::{Contender, Exclusion, Showing, contest};
use domain::evaluation_group::EvaluationMode;
use domain::id::CampaignId;
use domain::ledger;
use domain::money::Money;
use rules::evaluate::Evaluation;
use rules::trace::Verdict;

use crate::house::House;
use crate::render::text::money;

/// Takes the effects of excluded campaigns out of `evaluation` and marks their rules that had fired.
pub fn hold(evaluation: &mut Evaluation<'_>, house: &House) {
    if house.groups.is_empty() {
        return;
    }
    let mut discounts: BTreeMap<CampaignId, Money> = BTreeMap::new();
    for effect in &evaluation.effects {
        let sum = discounts.entry(effect.campaign).or_default();
        *sum = sum.saturating_add(ledger::discount(effect));
    }
    let triggered = evaluation
        .traces
        .iter()
        .filter(|trace| trace.rules.iter().any(|rule| rule.verdict == Verdict::Fired))
        .map(|trace| {
            let discount = discounts.get(&trace.campaign).copied().unwrap_or_default();
            Showing { campaign: trace.campaign, discount }
        });
    let excluded = contest(&house.base, &triggered.collect::<Vec<_>>());
    evaluation.effects.retain(|effect| !excluded.contains_key(&effect.campaign));
    for trace in &mut evaluation.traces {
        let Some(exclusion) = excluded.get(&trace.campaign) else { continue };
        for rule in trace.rules.iter_mut().filter(|rule| rule.verdict == Verdict::Fired) {
            rule.verdict = Verdict::Excluded { reason: exclusion.reason(), why: sentence(exclusion, house) };
        }
    }
}

/// Who won, with both amounts, and by which rule of the contest; the vendor's reason stands behind.
fn sentence(exclusion: &Exclusion, house: &House) -> String {
    let winner = match &exclusion.winner {
        Contender::Campaign(id) => format!("“{}”", house.campaign_name(*id)),
        Contender::Group(name) => format!("the group “{name}”"),
    };
    let loser = match &exclusion.loser {
        Contender::Campaign(_) => "this campaign".to_owned(),
        Contender::Group(name) => format!("its group “{name}”"),
    };
    let rule = match exclusion.mode {
        EvaluationMode::Stackable | EvaluationMode::ListOrder => "the first one stands",
        EvaluationMode::HighestDiscount => "the highest discount stands",
        EvaluationMode::LowestDiscount => "the lowest discount stands",
    };
    let tie = match exclusion.mode {
        EvaluationMode::HighestDiscount | EvaluationMode::LowestDiscount
            if exclusion.gave == exclusion.winner_gave =>
        {
            ", and of equals the earlier"
        }
        EvaluationMode::Stackable
        | EvaluationMode::ListOrder
        | EvaluationMode::HighestDiscount
        | EvaluationMode::LowestDiscount => "",
    };
    format!(
        "{winner} gives {} and {loser} would give {}; in the group “{}” {rule}{tie} ({})",
        money(exclusion.winner_gave),
        money(exclusion.gave),
        exclusion.group,
        exclusion.reason()
    )
}
