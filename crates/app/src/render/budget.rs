//! Budgets in words.

use domain::budget::counter::{Counter, CounterKey};
use domain::budget::{Action, Budget, Entity, Period};
use jiff::Timestamp;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::settings::Settings;
use crate::view::budget::{BudgetActionView, BudgetVocabularyView, BudgetWordView, CounterView};

/// How much of `budget` one counter says is used.
pub fn counter(budget: &Budget, key: &CounterKey, counter: &Counter) -> CounterView {
    let left = budget.limit.saturating_sub(counter.used).max(Decimal::ZERO);
    let part = counter.used.checked_div(budget.limit).unwrap_or(Decimal::ONE);
    let percent = part.saturating_mul(Decimal::ONE_HUNDRED).floor().to_u32().unwrap_or(100);
    CounterView {
        entity: entity(&key.entity),
        used: budget.action.shown(counter.used).to_string(),
        left: budget.action.shown(left).to_string(),
        percent: percent.min(100),
        is_used_up: left.is_zero(),
    }
}

/// Whose part of a budget it is, without the kinds: *ana*, or *ana · berlin*.
pub(super) fn entity(lines: &str) -> String {
    let names = lines.lines().map(|line| line.split_once('=').map_or(line, |(_, name)| name));
    names.collect::<Vec<_>>().join(" · ")
}

/// When a budget starts afresh, in the Application's zone.
pub fn resets(until: Option<Timestamp>, settings: &Settings) -> String {
    match until {
        Some(until) => {
            let local = until.to_zoned(settings.time_zone.clone());
            format!(
                "starts afresh on {} ({})",
                local.strftime("%A, %-d %B %Y, %H:%M"),
                settings.time_zone_name
            )
        }
        None => "never starts afresh".to_owned(),
    }
}

/// What a budget can be made of.
pub fn vocabulary() -> BudgetVocabularyView {
    let periods = Period::ALL.into_iter().map(Some).chain([None]);
    BudgetVocabularyView {
        actions: Action::ALL.into_iter().map(action).collect(),
        periods: periods
            .map(|period| word(Period::word(period), period.map_or("in all", Period::every)))
            .collect(),
    }
}

fn action(action: Action) -> BudgetActionView {
    let entities = Entity::ALL.into_iter().filter(|entity| entity.counts(action));
    BudgetActionView {
        name: action.name().to_owned(),
        title: action.title().to_owned(),
        is_money: action.is_money(),
        entities: entities.map(|entity| word(entity.name(), entity.words())).collect(),
    }
}

fn word(name: &str, title: &str) -> BudgetWordView {
    BudgetWordView { name: name.to_owned(), title: title.to_owned() }
}
