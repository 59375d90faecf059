//! The ledger of a session: what was granted, what was taken back and by which event, and what stands.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rust_decimal::Decimal;

use crate::effect::{Effect, EffectKind};
use crate::event::{BuiltIn, EventType, SessionState};
use crate::fate::{Account, Entry, Fate, Reason, entry, fate, reversal};
use crate::id::{EffectId, Seq};
use crate::money::Money;
use crate::settlement::Share;

/// An event of a session, as its ledger reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionEvent {
    /// Its place in the log.
    pub seq: Seq,
    /// When.
    pub at: Timestamp,
    /// What.
    pub event_type: EventType,
    /// The session's state afterwards.
    pub state: Option<SessionState>,
    /// Its effects, in order. Those of previews may be left out, except of the session's latest event.
    pub effects: Vec<Effect>,
    /// Which grant each rollback reverses, by the rollback's place. Rollbacks of before this was kept are not in it.
    pub reverses: BTreeMap<u32, EffectId>,
}

/// What an event means for the ledger of its session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Booking {
    /// Its effects are shown until the session's next own event, and nothing is entered.
    Preview,
    /// Its effects are entered.
    Commit,
    /// Its rollbacks and other effects are entered.
    GiveBack,
    /// What was shown lapses: an open session is cancelled.
    Lapse,
    /// It is not one of the session's own events; its effects are kept with it alone.
    Apart,
}

impl Booking {
    /// What an event of this type means, which left its session in `state`.
    pub fn of(event_type: &EventType, state: Option<SessionState>) -> Self {
        match event_type {
            EventType::BuiltIn(BuiltIn::SessionCreated) if state == Some(SessionState::Closed) => {
                Self::Commit
            }
            EventType::BuiltIn(BuiltIn::SessionCreated | BuiltIn::SessionUpdated) => Self::Preview,
            EventType::BuiltIn(BuiltIn::SessionClosed) => Self::Commit,
            EventType::BuiltIn(
                BuiltIn::SessionRevoked | BuiltIn::SessionPartiallyReturned | BuiltIn::SessionReopened,
            ) => Self::GiveBack,
            EventType::BuiltIn(BuiltIn::SessionCancelled) => Self::Lapse,
            EventType::BuiltIn(BuiltIn::ProfileCreated | BuiltIn::ProfileUpdated) | EventType::Custom(_) => {
                Self::Apart
            }
        }
    }
}

/// One effect that was granted, and its life since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub id: EffectId,
    /// What was granted.
    pub effect: Effect,
    /// The account it is entered in; `None` for messages, which are shown and hold nothing.
    pub account: Option<Account>,
    /// How much was granted, in the account's measure; 0 for messages.
    pub amount: Decimal,
    /// What was taken back of it, in order.
    pub taken: Vec<Taken>,
    /// The latest event that took other things back and left this.
    pub spared: Option<Spared>,
}

/// A part of a grant that was taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// The rollback.
    pub by: EffectId,
    /// How much.
    pub amount: Decimal,
}

/// A taking back that left an effect standing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spared {
    /// The event.
    pub by: Seq,
    /// Why.
    pub why: Reason,
}

impl Line {
    /// How much was taken back.
    pub fn taken_back(&self) -> Decimal {
        self.taken.iter().fold(Decimal::ZERO, |sum, taken| sum.saturating_add(taken.amount))
    }

    /// How much is left of it.
    pub fn standing(&self) -> Decimal {
        self.amount.saturating_sub(self.taken_back())
    }

    /// Whether something of it stands. What was granted as nothing stands until it is taken back.
    pub fn stands(&self) -> bool {
        self.taken.is_empty() || !self.standing().is_zero()
    }

    /// What becomes of it when `share` of the session is taken back.
    pub fn fate(&self, share: &Share) -> Fate {
        fate(&self.effect.kind, share)
    }
}

/// A rollback that belongs to nothing that was granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stray {
    /// The rollback.
    pub by: EffectId,
    /// The account it is entered in.
    pub account: Account,
    /// How much it takes back.
    pub amount: Decimal,
}

/// Everything a session granted and took back, from its first event on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ledger {
    lines: Vec<Line>,
    reversed: BTreeMap<EffectId, EffectId>,
    strays: Vec<Stray>,
    preview: Vec<Effect>,
    closing: Option<Seq>,
}

impl Ledger {
    /// The ledger after `events`, all events of one session in their order.
    pub fn of(events: impl IntoIterator<Item = SessionEvent>) -> Self {
        let mut ledger = Self::default();
        events.into_iter().for_each(|event| ledger.enter(event));
        ledger
    }

    /// Enters the session's next event.
    pub fn enter(&mut self, event: SessionEvent) {
        let booking = Booking::of(&event.event_type, event.state);
        match booking {
            Booking::Apart => {}
            Booking::Preview => self.preview = event.effects,
            Booking::Lapse => self.preview.clear(),
            Booking::Commit => {
                self.preview.clear();
                self.closing = Some(event.seq);
                self.post(event);
            }
            Booking::GiveBack => {
                let said = event.effects.iter().filter(|effect| !takes_back(&effect.kind));
                self.preview = said.cloned().collect();
                let share = shares_out(&event.event_type);
                let (seq, stood) = (event.seq, self.lines.len());
                self.post(event);
                self.spare(seq, &share, stood);
            }
        }
    }

    /// Every grant, in the order of granting.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The grant with that identity.
    pub fn line(&self, id: EffectId) -> Option<&Line> {
        let index = self.lines.binary_search_by_key(&id, |line| line.id).ok()?;
        self.lines.get(index)
    }

    /// The grant that the rollback `by` takes back.
    pub fn reversed_by(&self, by: EffectId) -> Option<&Line> {
        self.reversed.get(&by).and_then(|of| self.line(*of))
    }

    /// What is shown and not granted yet, while the session is open.
    pub fn preview(&self) -> &[Effect] {
        &self.preview
    }

    /// What stands, as it was granted; a grant of which only a part stands is answered with that part. Messages of
    /// before the latest closing are past.
    pub fn standing(&self) -> Vec<Effect> {
        let is_meant = |line: &&Line| line.account.is_some() || Some(line.id.seq) >= self.closing;
        self.lines.iter().filter(|line| line.stands()).filter(is_meant).map(what_is_left).collect()
    }

    /// The sums of one account.
    pub fn balance(&self, account: Account) -> Balance {
        let mut balance = Balance::default();
        for line in self.lines.iter().filter(|line| line.account == Some(account)) {
            balance.granted = balance.granted.saturating_add(line.amount);
            balance.rolled_back = balance.rolled_back.saturating_add(line.taken_back());
            balance.standing = balance.standing.saturating_add(line.standing());
        }
        for stray in self.strays.iter().filter(|stray| stray.account == account) {
            balance.rolled_back = balance.rolled_back.saturating_add(stray.amount);
        }
        balance
    }

    /// Checks that every rollback belongs to a grant, that no grant is taken back for more than it was, and that every
    /// account balances.
    ///
    /// # Errors
    /// The first breach, in that order.
    pub fn check(&self) -> Result<(), Breach> {
        if let Some(stray) = self.strays.first() {
            return Err(Breach::Stray { seq: stray.by.seq.0, amount: stray.amount });
        }
        if let Some(line) = self.lines.iter().find(|line| is_exceeded(line)) {
            let (granted, taken_back) = (line.amount, line.taken_back());
            return Err(Breach::Exceeded { seq: line.id.seq.0, granted, taken_back });
        }
        for account in Account::ALL {
            let balance = self.balance(account);
            if !balance.is_balanced() {
                return Err(Breach::uneven(account, balance));
            }
        }
        Ok(())
    }

    /// Checks as [`check`](Self::check), and that the discounts that stand are `stands`, the sum kept with the session.
    ///
    /// # Errors
    /// The first breach.
    pub fn check_against(&self, stands: Money) -> Result<(), Breach> {
        self.check()?;
        let balance = Balance { standing: stands, ..self.balance(Account::Discounts) };
        if balance.is_balanced() { Ok(()) } else { Err(Breach::uneven(Account::Discounts, balance)) }
    }

    fn post(&mut self, event: SessionEvent) {
        let SessionEvent { seq, effects, reverses, .. } = event;
        for (place, effect) in (0_u32..).zip(effects) {
            let id = EffectId { seq, place };
            match entry(&effect.kind) {
                Entry::Granted(account, amount) => self.grant(id, effect, Some(account), amount),
                Entry::Message => self.grant(id, effect, None, Decimal::ZERO),
                Entry::TakenBack(account, amount) => {
                    let found = match reverses.get(&place) {
                        Some(of) => self.lines.binary_search_by_key(of, |line| line.id).ok(),
                        None => self.lines.iter().position(|line| is_reversed_by(line, &effect)),
                    };
                    match found.and_then(|index| self.lines.get_mut(index)) {
                        Some(line) if line.account == Some(account) => {
                            line.taken.push(Taken { by: id, amount });
                            self.reversed.insert(id, line.id);
                        }
                        Some(_) | None => self.strays.push(Stray { by: id, account, amount }),
                    }
                }
            }
        }
    }

    fn grant(&mut self, id: EffectId, effect: Effect, account: Option<Account>, amount: Decimal) {
        self.lines.push(Line { id, effect, account, amount, taken: Vec::new(), spared: None });
    }

    /// Notes for the first `stood` lines that they survived the event `by`, where they did.
    fn spare(&mut self, by: Seq, share: &Share, stood: usize) {
        for line in self.lines.iter_mut().take(stood).filter(|line| line.stands()) {
            if let Fate::Survives(why) = line.fate(share) {
                line.spared = Some(Spared { by, why });
            }
        }
    }
}

/// Sums of one account.
///
/// INVARIANT: after any sequence of moves, granted − rolled back = standing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Balance {
    /// What was given.
    pub granted: Decimal,
    /// What was taken back.
    pub rolled_back: Decimal,
    /// What stands.
    pub standing: Decimal,
}

impl Balance {
    /// Whether granted − rolled back = standing.
    pub fn is_balanced(&self) -> bool {
        self.granted.saturating_sub(self.rolled_back) == self.standing
    }
}

/// How a ledger fails to balance.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Breach {
    /// A rollback of nothing.
    #[error("event {seq} takes back {amount} that was never granted")]
    Stray {
        /// The event of the rollback.
        seq: u64,
        /// How much it takes back.
        amount: Decimal,
    },
    /// More is taken back than was granted.
    #[error("event {seq} granted {granted}, of which {taken_back} would be taken back")]
    Exceeded {
        /// The event of the grant.
        seq: u64,
        /// How much was granted.
        granted: Decimal,
        /// How much was taken back.
        taken_back: Decimal,
    },
    /// Granted − rolled back is not what stands.
    #[error("{account}: {granted} granted − {rolled_back} taken back is not {standing} standing")]
    Uneven {
        /// The account's name.
        account: &'static str,
        /// What was given.
        granted: Decimal,
        /// What was taken back.
        rolled_back: Decimal,
        /// What stands.
        standing: Decimal,
    },
}

impl Breach {
    fn uneven(account: Account, balance: Balance) -> Self {
        let Balance { granted, rolled_back, standing } = balance;
        Self::Uneven { account: account.name(), granted, rolled_back, standing }
    }
}

/// The amount `effect` takes off; 0 for everything but discounts that are given.
pub fn discount(effect: &Effect) -> Money {
    discount_of(&effect.kind)
}

/// The amount an effect of this `kind` takes off; 0 for everything but discounts that are given.
pub fn discount_of(kind: &EffectKind) -> Money {
    match entry(kind) {
        Entry::Granted(Account::Discounts, amount) => amount,
        Entry::Granted(_, _) | Entry::TakenBack(..) | Entry::Message => Decimal::ZERO,
    }
}

/// For rollbacks of before their grants were kept with them: of the same campaign, rule, name and unit, and all that was
/// left. Such grants are told apart by nothing but their identity, so the first that stands is as good as any.
fn is_reversed_by(line: &Line, rollback: &Effect) -> bool {
    line.stands()
        && line.effect.campaign == rollback.campaign
        && line.effect.rule_index == rollback.rule_index
        && reversal(&line.effect.kind, line.standing()).as_ref() == Some(&rollback.kind)
}

fn is_exceeded(line: &Line) -> bool {
    let (granted, left) = (line.amount, line.standing());
    left.abs() > granted.abs() || (!left.is_zero() && left.is_sign_negative() != granted.is_sign_negative())
}

fn what_is_left(line: &Line) -> Effect {
    let mut effect = line.effect.clone();
    if let EffectKind::SetDiscount { value, .. }
    | EffectKind::SetDiscountPerItem { value, .. }
    | EffectKind::SetDiscountPerAdditionalCost { value, .. }
    | EffectKind::SetDiscountPerAdditionalCostPerItem { value, .. } = &mut effect.kind
    {
        *value = line.standing();
    }
    effect
}

fn takes_back(kind: &EffectKind) -> bool {
    match entry(kind) {
        Entry::TakenBack(..) => true,
        Entry::Granted(..) | Entry::Message => false,
    }
}

/// Which share an event took back, as far as it decides why something survived: the returned units themselves are no
/// survivors.
fn shares_out(event_type: &EventType) -> Share {
    match event_type {
        EventType::BuiltIn(BuiltIn::SessionPartiallyReturned) => Share::Units(Vec::new()),
        EventType::BuiltIn(_) | EventType::Custom(_) => Share::Rest,
    }
}
