//! What a move that ends something does to what stood, as tables and as one sentence.

use std::collections::BTreeMap;

use domain::effect::Effect;
use domain::fate::{Account, Entry, Fate, entry, fate};
use domain::ledger::{Line, discount};
use domain::money::Money;
use domain::profile::Profile;
use domain::session::Session;
use domain::settlement::{CounterChange, Settlement, Share};
use rust_decimal::Decimal;

use super::{effect, text};
use crate::books::Turn;
use crate::budgets::Refund;
use crate::outcome::Outcome;
use crate::question::count;
use crate::view::fate::{AfterwardsView, FateView, StaysView, TakenBackView};

/// The most rows of a table; more are counted.
const MOST_ROWS: usize = 200;

/// The fates of what stood before the outcome; `None` when the move ends nothing.
pub fn view(outcome: &Outcome) -> Option<FateView> {
    let (turn, session) = (outcome.turn.as_ref()?, outcome.session.as_ref()?);
    let names = outcome.house.campaign_names();
    let name = |line: &Line| names.get(&line.effect.campaign).copied().unwrap_or("A campaign of the past");
    let mut sums = Sums::default();
    let (mut taken_back, mut stays) = (Vec::new(), Vec::new());
    for line in turn.before.lines().iter().filter(|line| line.stands()) {
        let Some(account) = line.account else { continue };
        let taken = taken_of(line, turn);
        if !taken.is_zero() || gone(line, turn) {
            sums.take(account, taken);
            taken_back.push(taken_back_view(line, account, taken, name(line), session));
        }
        if !gone(line, turn) {
            sums.stays += 1;
            stays.push(stays_view(line, account, taken, turn, name(line), session));
        }
    }
    let (more_taken_back, more_stays) = (rest(&taken_back), rest(&stays));
    taken_back.truncate(MOST_ROWS);
    stays.truncate(MOST_ROWS);
    let sentence =
        if turn.settlement == Settlement::Nothing { NOTHING_GRANTED.to_owned() } else { sums.sentence() };
    let afterwards = afterwards(turn, session, outcome);
    Some(FateView { sentence, taken_back, more_taken_back, stays, more_stays, afterwards })
}

const NOTHING_GRANTED: &str =
    "Nothing is taken back: the session is open, so what it shows was never granted.";

const GIVES_LESS: &str = "Its campaign was evaluated again and gives this much for the items that are kept.";
const NOTHING_ASKED: &str = "This move takes nothing back.";

/// The short form, for the moves a session could make: what stands is `standing`.
pub fn consequence(ask: domain::moves::Ask, session: &Session, standing: &[Effect]) -> Option<String> {
    use domain::event::SessionState::{Cancelled, Closed, Open, PartiallyReturned};
    use domain::moves::Ask;
    match (ask, session.state()) {
        (Ask::Cancel, Open) => Some(NOTHING_GRANTED.to_owned()),
        (Ask::Cancel, Closed | PartiallyReturned) | (Ask::Reopen, Closed) => {
            Some(sums_of(standing, &Share::Rest).sentence())
        }
        (Ask::Return, Closed | PartiallyReturned) => {
            let units = domain::cart::units(session.cart());
            let left = units.filter(|unit| unit.sub_position >= session.returned(unit.position)).collect();
            let most = sums_of(standing, &Share::Units(left));
            Some(match most.money() {
                Some(most) => {
                    format!("Takes back the discounts of the units that come back, at most {most}.")
                }
                None => "Takes nothing back: no unit that can come back has a discount.".to_owned(),
            })
        }
        (Ask::Open | Ask::Close | Ask::MarkReturned, _)
        | (Ask::Cancel, Cancelled)
        | (Ask::Return, Open | Cancelled)
        | (Ask::Reopen, Open | PartiallyReturned | Cancelled) => None,
    }
}

/// What is taken back of each account, and how many grants stay.
#[derive(Debug, Default)]
struct Sums {
    taken: BTreeMap<Account, Decimal>,
    stays: usize,
}

impl Sums {
    fn take(&mut self, account: Account, amount: Decimal) {
        let sum = self.taken.entry(account).or_default();
        *sum = sum.saturating_add(amount);
    }

    /// Money taken back, if any grant of money is.
    fn money(&self) -> Option<String> {
        let money = self.taken.iter().filter(|(account, _)| account.is_money());
        money.map(|(_, sum)| *sum).reduce(Decimal::saturating_add).map(text::money)
    }

    /// Such as `Takes back 15.00; 2 effects stay.`
    fn sentence(&self) -> String {
        let counted = self.taken.iter().filter(|(account, _)| !account.is_money());
        let counted = counted
            .map(|(account, sum)| format!("{} of {}", text::count(*sum), account.name().to_lowercase()));
        let parts: Vec<String> = self.money().into_iter().chain(counted).collect();
        let taken = match parts.as_slice() {
            [] => "Nothing is taken back".to_owned(),
            parts => format!("Takes back {}", parts.join(" and ")),
        };
        match self.stays {
            0 => format!("{taken}; nothing stays."),
            1 => format!("{taken}; 1 effect stays."),
            more => format!("{taken}; {more} effects stay."),
        }
    }
}

fn sums_of(standing: &[Effect], share: &Share) -> Sums {
    let mut sums = Sums::default();
    for effect in standing {
        let Entry::Granted(account, amount) = entry(&effect.kind) else { continue };
        match fate(&effect.kind, share) {
            Fate::TakenBack => sums.take(account, amount),
            Fate::InPart(part) => {
                sums.take(account, part);
                sums.stays += 1;
            }
            Fate::Survives(_) => sums.stays += 1,
        }
    }
    sums
}

fn rest<T>(rows: &[T]) -> u32 {
    count(rows.len().saturating_sub(MOST_ROWS) as u64)
}

/// What the move took of the line.
fn taken_of(line: &Line, turn: &Turn) -> Decimal {
    let after = turn.after.line(line.id).map_or(line.taken_back(), Line::taken_back);
    after.saturating_sub(line.taken_back())
}

/// Whether nothing of the line stands after the move.
fn gone(line: &Line, turn: &Turn) -> bool {
    turn.after.line(line.id).is_some_and(|after| !after.stands())
}

fn taken_back_view(
    line: &Line,
    account: Account,
    taken: Decimal,
    campaign: &str,
    session: &Session,
) -> TakenBackView {
    TakenBackView {
        what: effect::sentence(&line.effect.kind, Some(session)),
        campaign_name: campaign.to_owned(),
        granted_by: line.id.seq.0.to_string(),
        granted: text::measure(account, line.amount),
        amount: text::measure(account, taken),
    }
}

fn stays_view(
    line: &Line,
    account: Account,
    taken: Decimal,
    turn: &Turn,
    campaign: &str,
    session: &Session,
) -> StaysView {
    let spared = turn.after.line(line.id).and_then(|after| after.spared);
    let why = match spared {
        _ if !taken.is_zero() => GIVES_LESS,
        Some(spared) => spared.why.sentence(),
        None => NOTHING_ASKED,
    };
    StaysView {
        what: effect::sentence(&line.effect.kind, Some(session)),
        campaign_name: campaign.to_owned(),
        granted_by: line.id.seq.0.to_string(),
        amount: account.is_money().then(|| text::money(line.standing().saturating_sub(taken))),
        why: why.to_owned(),
    }
}

fn afterwards(turn: &Turn, session: &Session, outcome: &Outcome) -> Vec<AfterwardsView> {
    let row =
        |what: &str, before: String, after: String| AfterwardsView { what: what.to_owned(), before, after };
    let sold = sold_after(session);
    let change = CounterChange::of(&turn.settlement, session);
    let sold_before = sold.saturating_sub(change.total_sales);
    let off = |effects: &[Effect]| effects.iter().map(discount).fold(Decimal::ZERO, Decimal::saturating_add);
    let (off_before, off_after) = (off(&turn.before.standing()), off(&turn.after.standing()));
    let left = |sold: Money, off: Money| text::money(sold.saturating_sub(off).max(Decimal::ZERO));
    let mut rows = vec![
        row("Sold in this session", text::money(sold_before), text::money(sold)),
        row("Discounts that stand", text::money(off_before), text::money(off_after)),
        row("Sold after discounts", left(sold_before, off_before), left(sold, off_after)),
    ];
    if let Some((before, after)) = turn.profile_before.as_ref().zip(outcome.profile.as_ref()) {
        rows.extend(counters(before, after));
    }
    rows.extend(turn.budgets.iter().filter_map(|refund| budget(refund, outcome)));
    rows
}

fn counters(before: &Profile, after: &Profile) -> [AfterwardsView; 2] {
    [
        AfterwardsView {
            what: format!("Closed sessions of {}", after.id),
            before: before.closed_sessions.to_string(),
            after: after.closed_sessions.to_string(),
        },
        AfterwardsView {
            what: format!("Total sales of {}", after.id),
            before: text::money(before.total_sales),
            after: text::money(after.total_sales),
        },
    ]
}

/// How much of a budget is used; `None` for a budget of the past.
fn budget(refund: &Refund, outcome: &Outcome) -> Option<AfterwardsView> {
    let campaign = outcome.house.campaign(refund.counter.campaign)?;
    let budget = campaign.limits.iter().find(|budget| budget.key() == refund.counter.budget)?;
    let whose = super::budget::entity(&refund.counter.entity);
    let whose = if whose.is_empty() { String::new() } else { format!(", {whose}") };
    let used = |amount: Decimal| budget.action.shown(amount).to_string();
    Some(AfterwardsView {
        what: format!("Used of the budget of “{}” ({budget}{whose})", campaign.name),
        before: used(refund.before),
        after: used(refund.after),
    })
}

/// What the session adds to its customer's total sales.
fn sold_after(session: &Session) -> Money {
    // Taking back the rest of a session takes off exactly what it adds.
    match session.state() {
        domain::event::SessionState::Closed | domain::event::SessionState::PartiallyReturned => {
            -CounterChange::of(&Settlement::GiveBack(Share::Rest), session).total_sales
        }
        domain::event::SessionState::Open | domain::event::SessionState::Cancelled => Decimal::ZERO,
    }
}
