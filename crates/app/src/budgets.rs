//! Budgets in a request: what may still be given is read before the rules run, what was given is counted afterwards.
//!
//! Counters are checked on every request and move only when a session closes, gives back, or an effect is done with its
//! event for good. Source: our decisions, *Totals and counters* and *Rolling back*.

use std::collections::BTreeMap;

use domain::budget::counter::{Counter, CounterKey, Subject, counters};
use domain::budget::purse::Purse;
use domain::budget::spending::{Spent, give_back, spend};
use domain::budget::{Action, Budget, Span};
use domain::effect::Effect;
use domain::id::{CampaignId, SessionId};
use domain::session::Session;
use domain::settlement::{Rollback, Settlement, Share};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use rust_decimal::Decimal;
use store::{Reader, Tx};

use crate::house::Campaign;
use crate::operation::Moment;
use crate::refusal::Refusal;

/// The budgets of the campaigns in a request, with what is left of them.
#[derive(Debug, Default)]
pub struct Budgets {
    /// What may still be given.
    pub purse: Purse,
    /// Every counter that what is given would be taken from.
    limited: BTreeMap<CounterKey, (Action, Decimal)>,
}

impl Budgets {
    /// The budgets of `running` campaigns for a request about `subject`.
    ///
    /// # Errors
    /// When the workspace cannot be read.
    pub fn of(moment: &Moment<'_>, running: &[&Campaign], subject: &Subject<'_>) -> Result<Self, Refusal> {
        let campaigns = running.iter().map(|campaign| (campaign.id, campaign.limits.as_slice()));
        Self::read(moment.tx, campaigns, subject, moment.now, &moment.house.settings.time_zone)
    }

    /// Reads how much is used of budgets for `subject` at `now`, in the Application's `zone`.
    ///
    /// # Errors
    /// When the workspace cannot be read.
    pub fn read<'c>(
        reader: &Reader,
        campaigns: impl Iterator<Item = (CampaignId, &'c [Budget])>,
        subject: &Subject<'_>,
        now: Timestamp,
        zone: &TimeZone,
    ) -> Result<Self, Refusal> {
        let mut read = Self::default();
        // Campaigns are many, periods few.
        let mut spans = BTreeMap::new();
        for (campaign, budgets) in campaigns {
            for budget in budgets {
                let span = *spans.entry(budget.period).or_insert_with(|| Span::of(budget.period, now, zone));
                let used = match counters(campaign, budget, span, subject) {
                    Ok(keys) => Ok(read.fullest(reader, keys, budget)?),
                    Err(missing) => Err(missing),
                };
                read.purse.add(campaign, budget.clone(), used);
            }
        }
        Ok(read)
    }

    fn fullest(
        &mut self,
        reader: &Reader,
        keys: Vec<CounterKey>,
        budget: &Budget,
    ) -> Result<Decimal, Refusal> {
        let mut fullest = Decimal::ZERO;
        for key in keys {
            fullest = fullest.max(reader.counter(&key)?.used);
            self.limited.insert(key, (budget.action, budget.limit));
        }
        Ok(fullest)
    }

    /// Counts what a request gave and took back: `effects` are its effects, `rollbacks` those that take something back, and
    /// `session` is the session it moved. Without a session of its own (`None`) a request is a custom event or about a
    /// profile. Answers what went back.
    ///
    /// # Errors
    /// When the workspace cannot be read or written.
    pub fn settle(
        &self,
        tx: &Tx<'_>,
        session: Option<&Session>,
        settlement: &Settlement,
        (effects, rollbacks): (&[Effect], &[Rollback]),
    ) -> Result<Vec<Refund>, Refusal> {
        match (settlement, session.map(|session| &session.id)) {
            (Settlement::Commit, Some(session)) => {
                for spent in self.take(tx, effects, |_| true)? {
                    tx.put_spent(session, &spent)?;
                }
            }
            (Settlement::Preview, Some(_)) => {}
            (Settlement::GiveBack(share), Some(session)) => {
                let refunds = return_to_counters(tx, session, share, rollbacks)?;
                self.take(tx, effects, Action::is_done_at_once)?;
                return Ok(refunds);
            }
            (Settlement::Nothing, Some(_)) | (_, None) => {
                self.take(tx, effects, Action::is_done_at_once)?;
            }
        }
        Ok(Vec::new())
    }

    /// Moves the counters of the actions chosen by what `effects` cost.
    fn take(
        &self,
        tx: &Tx<'_>,
        effects: &[Effect],
        is_counted: impl Fn(Action) -> bool,
    ) -> Result<Vec<Spent>, Refusal> {
        let counters: Vec<(CounterKey, Action)> = self
            .limited
            .iter()
            .filter(|(_, (action, _))| is_counted(*action))
            .map(|(key, (action, _))| (key.clone(), *action))
            .collect();
        let all = spend(effects, &counters);
        for spent in &all {
            let limit = self.limited.get(&spent.counter).map_or(Decimal::ZERO, |(_, limit)| *limit);
            let counter = tx.counter(&spent.counter)?;
            // The purse allowed it; were it too much all the same, the store refuses such a counter, and the request.
            let too_much = Counter { used: counter.used.saturating_add(spent.amount), bound: limit };
            tx.put_counter(&spent.counter, counter.take(spent.amount, limit).unwrap_or(too_much))?;
        }
        Ok(all)
    }
}

/// What went back into a counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refund {
    /// Which.
    pub counter: CounterKey,
    /// How much was used before.
    pub before: Decimal,
    /// How much is used now.
    pub after: Decimal,
}

/// Gives back what a closed session took, into the counters it took it from.
fn return_to_counters(
    tx: &Tx<'_>,
    session: &SessionId,
    share: &Share,
    rollbacks: &[Rollback],
) -> Result<Vec<Refund>, Refusal> {
    let spent = tx.spent_by(session)?;
    let back = give_back(share, &spent, rollbacks);
    let mut refunds = Vec::new();
    for one in spent {
        let Some(amount) = back.get(&one.counter).copied() else { continue };
        let before = tx.counter(&one.counter)?;
        let after = before.give_back(amount);
        tx.put_counter(&one.counter, after)?;
        refunds.push(Refund { counter: one.counter.clone(), before: before.used, after: after.used });
        tx.put_spent(session, &Spent { amount: one.amount.saturating_sub(amount), ..one })?;
    }
    Ok(refunds)
}
