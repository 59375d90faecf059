//! The order campaigns are evaluated in.

use std::collections::BTreeSet;

use domain::id::CampaignId;
use domain::refusal::ProblemKind;

use super::{Moment, Operation};
use crate::refusal::Refusal;
use crate::view::workspace::Stale;

/// Puts all campaigns in a new order.
#[derive(Debug, Clone)]
pub struct ReorderCampaigns {
    /// Every campaign's number, once, in the new order.
    pub ids: Vec<u32>,
}

impl Operation for ReorderCampaigns {
    type Answer = ();
    const STALE: &'static [Stale] = &[Stale::Campaigns];

    fn run(&self, moment: &Moment<'_>) -> Result<(), Refusal> {
        let wanted: BTreeSet<u32> = self.ids.iter().copied().collect();
        let existing: BTreeSet<u32> = moment.house.campaigns.iter().map(|campaign| campaign.id.0).collect();
        if wanted != existing || wanted.len() != self.ids.len() {
            let details =
                "Name every campaign exactly once; someone may have added one, so look at the list again.";
            return Err(Refusal::field("/ids", ProblemKind::Format, details));
        }
        let ids: Vec<CampaignId> = self.ids.iter().copied().map(CampaignId).collect();
        moment.tx.reorder_campaigns(&ids)?;
        Ok(())
    }
}
