//! A session's ledger as a statement: its entries in order, each with what stands after it.

use std::collections::BTreeMap;

use domain::effect::Effect;
use domain::event::EventType;
use domain::fate::{Account, reversal};
use domain::id::{EffectId, Seq};
use domain::ledger::{Ledger, Line};
use domain::session::Session;
use jiff::Timestamp;
use rust_decimal::Decimal;

use super::{diagram, effect, event, life, text};
use crate::house::House;
use crate::question::count;
use crate::view::ledger::{AccountView, PreviewRowView, StatementRowView, StatementView};
use crate::view::session::StateView;

/// When and what the session's events were.
pub type Events = BTreeMap<Seq, (Timestamp, EventType)>;

/// The statement of `session` with at most `most` entries.
pub fn view(
    session: &Session,
    ledger: &Ledger,
    events: &Events,
    house: &House,
    most: usize,
) -> StatementView {
    let names = house.campaign_names();
    let name =
        |effect: &Effect| names.get(&effect.campaign).copied().unwrap_or("A campaign of the past").to_owned();
    let entries = entries(ledger);
    let mut balances: BTreeMap<Account, Decimal> = BTreeMap::new();
    let mut rows = Vec::new();
    for entry in entries.iter().take(most) {
        let balance = balances.entry(entry.account).or_default();
        *balance = balance.saturating_add(entry.moved());
        if let Some(found) = events.get(&entry.id.seq) {
            rows.push(row(entry, *balance, found, name(&entry.line.effect), session));
        }
    }
    let state = diagram::state(session.state());
    let preview = if state == StateView::Open { ledger.preview() } else { &[] };
    let shown = |effect: &Effect| PreviewRowView {
        what: effect::sentence(&effect.kind, Some(session)),
        campaign_name: name(effect),
        amount: effect::amount(&effect.kind).map(text::money),
    };
    StatementView {
        session_id: session.id.to_string(),
        state,
        sentence: sentence(ledger, preview),
        rows,
        left_off: count(entries.len().saturating_sub(most) as u64),
        accounts: accounts(ledger),
        preview: preview.iter().map(shown).collect(),
    }
}

/// A grant, or a part of one that was taken back.
struct Entry<'l> {
    id: EffectId,
    account: Account,
    line: &'l Line,
    taken: Option<Decimal>,
}

impl Entry<'_> {
    /// How the account's balance moves.
    fn moved(&self) -> Decimal {
        self.taken.map_or(self.line.amount, |amount| -amount)
    }
}

/// Every entry in the order of the log; messages have none.
fn entries(ledger: &Ledger) -> Vec<Entry<'_>> {
    let mut entries = Vec::new();
    for line in ledger.lines() {
        let Some(account) = line.account else { continue };
        entries.push(Entry { id: line.id, account, line, taken: None });
        let taken = line.taken.iter();
        entries.extend(taken.map(|taken| Entry { id: taken.by, account, line, taken: Some(taken.amount) }));
    }
    entries.sort_by_key(|entry| entry.id);
    entries
}

fn row(
    entry: &Entry<'_>,
    balance: Decimal,
    (at, event_type): &(Timestamp, EventType),
    campaign_name: String,
    session: &Session,
) -> StatementRowView {
    let Entry { id, account, line, taken } = entry;
    let rollback = taken.and_then(|amount| reversal(&line.effect.kind, amount));
    StatementRowView {
        seq: id.seq.0.to_string(),
        at: at.to_string(),
        event_type: event_type.name().to_owned(),
        event_title: event::title(event_type).to_owned(),
        account: account.name().to_owned(),
        what: effect::sentence(rollback.as_ref().unwrap_or(&line.effect.kind), Some(session)),
        campaign_name,
        granted: taken.is_none().then(|| text::measure(*account, line.amount)),
        taken_back: taken.map(|amount| text::measure(*account, amount)),
        balance: text::measure(*account, balance),
        life: if taken.is_some() { life::of_rollback(line.id.seq) } else { life::of_line(line) },
    }
}

fn accounts(ledger: &Ledger) -> Vec<AccountView> {
    let used = |account: &Account| ledger.lines().iter().any(|line| line.account == Some(*account));
    let view = |account: Account| {
        let balance = ledger.balance(account);
        AccountView {
            name: account.name().to_owned(),
            is_money: account.is_money(),
            granted: text::measure(account, balance.granted),
            taken_back: text::measure(account, balance.rolled_back),
            standing: text::measure(account, balance.standing),
        }
    };
    Account::ALL.into_iter().filter(used).map(view).collect()
}

fn sentence(ledger: &Ledger, preview: &[Effect]) -> String {
    let discounts = ledger.balance(Account::Discounts);
    let granted = if ledger.lines().iter().all(|line| line.account.is_none()) {
        "Nothing was granted yet.".to_owned()
    } else {
        format!(
            "Discounts: {} granted − {} taken back = {} standing.",
            text::money(discounts.granted),
            text::money(discounts.rolled_back),
            text::money(discounts.standing)
        )
    };
    match preview.len() {
        0 => granted,
        1 => format!("{granted} 1 effect is shown and not granted before the session is closed."),
        more => format!("{granted} {more} effects are shown and not granted before the session is closed."),
    }
}
