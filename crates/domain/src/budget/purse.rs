//! The purse: what may still be given within one evaluation.
//!
//! Rules ask it before they give and take from it as they go, so that two rules cannot both spend the last of a budget.
//! What a rule took is put back when the rule fails. Nothing is counted for good here: see [`super::spending`].

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use thiserror::Error;

use super::spending::cost;
use super::{Action, Budget, Entity};
use crate::effect::EffectKind;
use crate::id::CampaignId;

/// What the running campaigns may still give; empty when they have no budgets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Purse {
    campaigns: BTreeMap<CampaignId, Vec<Allowance>>,
}

/// One budget and what is left of it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Allowance {
    budget: Budget,
    /// Of the fullest counter that would be taken from, or the entity that is not there to count by.
    used: Result<Decimal, Entity>,
}

/// Why something cannot be afforded.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Short {
    /// More is asked than remains.
    #[error(
        "the budget of {budget} has {} left, and the rule asks for {}",
        action.shown(*remaining),
        action.shown(*needed)
    )]
    Used {
        /// What it limits.
        action: Action,
        /// The budget, as people read it.
        budget: String,
        /// What is left of it.
        remaining: Decimal,
        /// What was asked.
        needed: Decimal,
    },
    /// There is nobody to count by.
    #[error("the budget of {budget} cannot be counted, because there is no {} here", entity.words())]
    Nobody {
        /// The budget, as people read it.
        budget: String,
        /// Who is missing.
        entity: Entity,
    },
}

/// The tightest of the budgets that limit an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remaining {
    /// What is left of it, 0 or more.
    pub amount: Decimal,
    /// The budget, as people read it.
    pub budget: String,
}

impl Purse {
    /// An empty purse: nothing is limited.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a budget of a campaign with what is used of it, or the entity that is not there to count by.
    pub fn add(&mut self, campaign: CampaignId, budget: Budget, used: Result<Decimal, Entity>) {
        self.campaigns.entry(campaign).or_default().push(Allowance { budget, used });
    }

    /// Whether nothing is limited at all.
    pub fn is_empty(&self) -> bool {
        self.campaigns.is_empty()
    }

    /// What `campaign` may still give of `action`, by the tightest of its budgets; `None` when it has none of that action.
    ///
    /// # Errors
    /// `Short::Nobody` when a budget cannot be counted.
    pub fn remaining(&self, campaign: CampaignId, action: Action) -> Result<Option<Remaining>, Short> {
        let mut tightest: Option<Remaining> = None;
        for allowance in self.of(campaign).iter().filter(|allowance| allowance.budget.action == action) {
            let amount = allowance.remaining()?;
            if tightest.as_ref().is_none_or(|other| amount < other.amount) {
                tightest = Some(Remaining { amount, budget: allowance.budget.to_string() });
            }
        }
        Ok(tightest)
    }

    /// Takes what `effect` costs from every budget of `campaign` that limits it, or from none.
    ///
    /// # Errors
    /// The first budget that cannot afford it.
    pub fn take(&mut self, campaign: CampaignId, effect: &EffectKind) -> Result<(), Short> {
        let Some(allowances) = self.campaigns.get_mut(&campaign) else { return Ok(()) };
        allowances.iter().try_for_each(|allowance| allowance.affords(effect))?;
        for allowance in allowances {
            allowance.spend(cost(allowance.budget.action, effect));
        }
        Ok(())
    }

    /// Puts back what `effect` took: its rule failed later on.
    pub fn put_back(&mut self, campaign: CampaignId, effect: &EffectKind) {
        for allowance in self.campaigns.get_mut(&campaign).into_iter().flatten() {
            allowance.spend(-cost(allowance.budget.action, effect));
        }
    }

    fn of(&self, campaign: CampaignId) -> &[Allowance] {
        self.campaigns.get(&campaign).map_or(&[], Vec::as_slice)
    }
}

impl Allowance {
    fn remaining(&self) -> Result<Decimal, Short> {
        match self.used {
            Ok(used) => Ok((self.budget.limit - used).max(Decimal::ZERO)),
            Err(entity) => Err(Short::Nobody { budget: self.budget.to_string(), entity }),
        }
    }

    /// An effect the budget does not limit costs nothing and is afforded, whoever is missing.
    fn affords(&self, effect: &EffectKind) -> Result<(), Short> {
        let needed = cost(self.budget.action, effect);
        if needed.is_zero() {
            return Ok(());
        }
        let remaining = self.remaining()?;
        if needed <= remaining {
            return Ok(());
        }
        Err(Short::Used { action: self.budget.action, budget: self.budget.to_string(), remaining, needed })
    }

    fn spend(&mut self, amount: Decimal) {
        if let Ok(used) = &mut self.used {
            *used += amount;
        }
    }
}
