//! What a request does to the ledger of its session: settled before it is logged, and checked against the log afterwards.

use domain::effect::Effect;
use domain::event::{Event, EventType, SessionState};
use domain::id::{EffectId, Seq};
use domain::ledger::{Breach, Ledger, SessionEvent, discount};
use domain::money::Money;
use domain::profile::Profile;
use domain::session::Session;
use domain::settlement::{Again, Rollback, Settlement, roll_back};
use rust_decimal::Decimal;
use store::Tx;

use crate::budgets::Refund;
use crate::refusal::Refusal;
use crate::standing;

/// A request's effects and what stands after it.
#[derive(Debug, Clone, Default)]
pub struct Books {
    /// The effects, rollbacks first.
    pub effects: Vec<Effect>,
    /// What stands for the session now: previews while open, what was granted afterwards.
    pub stands: Vec<Effect>,
    /// For a request that ends something: the ledger before and after it.
    pub turn: Option<Turn>,
    /// Which grants the rollbacks among the effects take back, in their order.
    pub rollbacks: Vec<Rollback>,
}

/// A session's ledger before and after a request.
#[derive(Debug, Clone)]
pub struct Turn {
    /// What was taken back of the session.
    pub settlement: Settlement,
    /// The ledger before.
    pub before: Ledger,
    /// The ledger after.
    pub after: Ledger,
    /// The customer before; `None` when anonymous.
    pub profile_before: Option<Profile>,
    /// What went back into budgets.
    pub budgets: Vec<Refund>,
}

impl Books {
    /// Settles `event`, which leaves its session as `session` and gives `granted`; `profile` is the customer before it, and
    /// `again` what campaigns that were asked again still give. Nothing is read for a request that replaces what was there.
    ///
    /// # Errors
    /// When the workspace cannot be read; `Refusal::Ledger` when the ledger so far does not balance.
    pub fn settle(
        tx: &Tx<'_>,
        session: Option<&Session>,
        event: Option<&Event>,
        profile: Option<&Profile>,
        settlement: &Settlement,
        (granted, again): (Vec<Effect>, Option<Again>),
    ) -> Result<Self, Refusal> {
        let Some((session, event)) = session.zip(event) else {
            return Ok(Self { effects: granted, ..Self::default() });
        };
        if !matches!(event.event_type, EventType::BuiltIn(_)) {
            let stands = standing::previewed(tx, &session.id)?;
            return Ok(Self { effects: granted, stands, ..Self::default() });
        }
        match settlement {
            Settlement::Preview | Settlement::Commit => {
                Ok(Self { stands: granted.clone(), effects: granted, ..Self::default() })
            }
            Settlement::GiveBack(_) | Settlement::Nothing => {
                let mut books = Self::turn(tx, session, event, settlement, (granted, again))?;
                if let Some(turn) = &mut books.turn {
                    turn.profile_before = profile.cloned();
                }
                Ok(books)
            }
        }
    }

    fn turn(
        tx: &Tx<'_>,
        session: &Session,
        event: &Event,
        settlement: &Settlement,
        (granted, again): (Vec<Effect>, Option<Again>),
    ) -> Result<Self, Refusal> {
        let before = standing::ledger(tx, &session.id)?;
        before.check().map_err(|breach| unbalanced(session, breach))?;
        let rollbacks = roll_back(settlement, &before, again);
        let mut effects: Vec<Effect> = rollbacks.iter().map(|rollback| rollback.effect.clone()).collect();
        effects.extend(granted);
        let mut after = before.clone();
        after.enter(SessionEvent {
            seq: Seq(tx.last_seq()?.map_or(0, |last| last.0) + 1),
            at: event.at,
            event_type: event.event_type.clone(),
            state: Some(session.state()),
            effects: effects.clone(),
            reverses: (0_u32..).zip(&rollbacks).map(|(place, rollback)| (place, rollback.of)).collect(),
        });
        let stands = match session.state() {
            SessionState::Open => after.preview().to_vec(),
            SessionState::Closed | SessionState::PartiallyReturned | SessionState::Cancelled => {
                after.standing()
            }
        };
        let turn =
            Turn { settlement: settlement.clone(), before, after, profile_before: None, budgets: Vec::new() };
        Ok(Self { effects, stands, turn: Some(turn), rollbacks })
    }

    /// Notes what went back into budgets.
    pub fn refund(&mut self, refunds: Vec<Refund>) {
        if let Some(turn) = &mut self.turn {
            turn.budgets = refunds;
        }
    }

    /// The discounts that stand together: the sum kept with the session.
    pub fn discount(&self) -> Money {
        self.stands.iter().map(discount).fold(Decimal::ZERO, Decimal::saturating_add)
    }

    /// Notes which grants the rollbacks take back, now that they are in the log at `seq`; then reads the session's ledger
    /// back from the log and checks that it balances, and that the discounts standing in it are those kept with the
    /// session. An event that moves no ledger changes nothing that was checked before.
    ///
    /// # Errors
    /// `Refusal::Ledger` when it does not balance; then nothing of the request may be kept.
    pub fn enter(
        &mut self,
        tx: &Tx<'_>,
        seq: Option<Seq>,
        session: Option<&Session>,
        settlement: &Settlement,
    ) -> Result<(), Refusal> {
        let Some((seq, session)) = seq.zip(session) else {
            return Ok(());
        };
        for (place, rollback) in (0_u32..).zip(&self.rollbacks) {
            tx.note_reversal(EffectId { seq, place }, rollback.of)?;
        }
        let kept = match settlement {
            Settlement::Preview => return Ok(()),
            // What an open session keeps is its preview; of what was granted before, no discount may stand.
            Settlement::GiveBack(_) if session.state() == SessionState::Open => Money::ZERO,
            Settlement::Commit | Settlement::GiveBack(_) | Settlement::Nothing => self.discount(),
        };
        let ledger = standing::ledger(tx, &session.id)?;
        ledger.check_against(kept).map_err(|breach| unbalanced(session, breach))?;
        if *settlement == Settlement::Commit {
            // What survived an earlier closing stands beside what this one grants.
            self.stands = ledger.standing();
        }
        Ok(())
    }
}

fn unbalanced(session: &Session, breach: Breach) -> Refusal {
    Refusal::Ledger { session: session.id.to_string(), breach }
}
