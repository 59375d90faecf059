//! Cascading discounts: campaigns are evaluated one after the other, and those that come later see what those before gave.

use std::rc::Rc;

use domain::evaluation_group::{Branch, EvaluationMode};
use domain::id::CampaignId;
use rules::discounted::Discounted;
use rules::evaluate::Evaluation;

/// The campaigns that see the same discounts, in the order of evaluation: each stackable campaign by itself, those that
/// compete with each other together. What loses gives nothing, so nobody may have counted on it.
pub fn turns(branch: &Branch) -> Vec<Vec<CampaignId>> {
    match branch.mode {
        EvaluationMode::Stackable => {
            let alone = branch.campaigns.iter().map(|campaign| vec![*campaign]);
            alone.chain(branch.groups.iter().flat_map(turns)).collect()
        }
        EvaluationMode::ListOrder | EvaluationMode::HighestDiscount | EvaluationMode::LowestDiscount => {
            vec![branch.order()]
        }
    }
}

/// Evaluates every turn with the discounts of those before it: `evaluate` is given its campaigns and these discounts, and
/// answers without what was excluded.
pub fn evaluate<'e>(
    base: &Branch,
    mut evaluate: impl FnMut(&[CampaignId], Rc<Discounted>) -> Evaluation<'e>,
) -> Evaluation<'e> {
    let mut all = Evaluation::default();
    let mut given = Discounted::default();
    for turn in turns(base) {
        let one = evaluate(&turn, Rc::new(given.clone()));
        one.effects.iter().for_each(|effect| given.add(effect));
        all.effects.extend(one.effects);
        all.traces.extend(one.traces);
    }
    all
}
