//! What a selector yields.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::rc::Rc;

use domain::cart::line;
use domain::effect::Unit;
use domain::value::Value;

use super::condition;
use super::read::Campaign;
use crate::document::{End, Reduction, Selection};
use crate::expression::Expr;
use crate::expression::datum::Datum;
use crate::expression::run::{order, run, total};
use crate::plan::{SelectorPlan, StepPlan, TextFilter};
use crate::trouble::Trouble;

/// Runs the steps over the units of the cart.
///
/// # Errors
/// Absence and trouble in the steps; a list too short for *select one*.
pub fn evaluate<'a>(plan: &'a SelectorPlan, campaign: &Campaign<'_, 'a>) -> Result<Datum<'a>, Trouble> {
    let mut datum = Datum::Units(campaign.run.all_units()?);
    for step in &plan.steps {
        campaign.run.step()?;
        datum = match datum {
            Datum::Units(units) => on_units(step, &units, campaign)?,
            Datum::List(values) => on_values(step, values.into_owned())?,
            // The check admits no step after a reduction.
            single @ (Datum::Text(_)
            | Datum::Number(_)
            | Datum::Bool(_)
            | Datum::Time(_)
            | Datum::Location(_)) => single,
        };
    }
    Ok(datum)
}

fn on_units<'a>(
    step: &'a StepPlan,
    units: &[Unit],
    campaign: &Campaign<'_, 'a>,
) -> Result<Datum<'a>, Trouble> {
    match step {
        StepPlan::Filter(predicate) => {
            let mut kept = Vec::with_capacity(units.len());
            for unit in units {
                if condition::holds(predicate, &campaign.on_unit(*unit)?)? {
                    kept.push(*unit);
                }
            }
            Ok(Datum::Units(kept.into()))
        }
        StepPlan::FilterText(filter) => by_text(filter, units, campaign),
        StepPlan::Sort(fields) => sorted(fields, units, campaign),
        StepPlan::Select(selection) => Ok(Datum::Units(Rc::from(selected(*selection, units)?))),
        StepPlan::Map(expr) => {
            let value = |unit: &Unit| Ok(run(expr, &campaign.on_unit(*unit)?)?.into_value());
            let values: Result<Vec<Value>, Trouble> = units.iter().map(value).collect();
            Ok(Datum::List(Cow::Owned(values?)))
        }
        StepPlan::Reduce(reduction) => reduced(*reduction, units.len(), &[]),
        StepPlan::Reverse => Ok(Datum::Units(units.iter().rev().copied().collect())),
    }
}

/// Looks the cart up once: this is where an evaluation spends its time.
fn by_text<'a>(
    filter: &TextFilter,
    units: &[Unit],
    campaign: &Campaign<'_, 'a>,
) -> Result<Datum<'a>, Trouble> {
    campaign.run.steps(units.len())?;
    let cart = campaign.run.session()?.cart();
    let keeps = |unit: &&Unit| line(cart, unit.position).is_some_and(|line| filter.keeps(line));
    Ok(Datum::Units(units.iter().filter(keeps).copied().collect()))
}

fn on_values<'a>(step: &StepPlan, mut values: Vec<Value>) -> Result<Datum<'a>, Trouble> {
    match step {
        StepPlan::Select(selection) => Ok(Datum::List(Cow::Owned(selected(*selection, &values)?.to_vec()))),
        StepPlan::Reduce(reduction) => reduced(*reduction, values.len(), &values),
        StepPlan::Reverse => {
            values.reverse();
            Ok(Datum::List(Cow::Owned(values)))
        }
        // The check admits these on cart items only.
        StepPlan::Filter(_) | StepPlan::FilterText(_) | StepPlan::Sort(_) | StepPlan::Map(_) => {
            Ok(Datum::List(Cow::Owned(values)))
        }
    }
}

/// Orders the units by the fields; equal units keep their order, units without the value come last.
fn sorted<'a>(
    fields: &'a [(Expr, bool)],
    units: &[Unit],
    campaign: &Campaign<'_, 'a>,
) -> Result<Datum<'a>, Trouble> {
    let mut keyed = Vec::with_capacity(units.len());
    for unit in units {
        let reader = campaign.on_unit(*unit)?;
        let mut keys = Vec::with_capacity(fields.len());
        for (expr, _) in fields {
            keys.push(match run(expr, &reader) {
                Ok(key) => Some(key),
                Err(trouble) if trouble.is_absence() => None,
                Err(trouble) => return Err(trouble),
            });
        }
        keyed.push((keys, *unit));
    }
    keyed.sort_by(|(left, _), (right, _)| {
        let sides = left.iter().zip(right).zip(fields);
        let orders =
            sides.map(|((left, right), (_, descending))| by_key(left.as_ref(), right.as_ref(), *descending));
        orders.fold(Ordering::Equal, Ordering::then)
    });
    Ok(Datum::Units(keyed.into_iter().map(|(_, unit)| unit).collect()))
}

fn by_key(left: Option<&Datum<'_>>, right: Option<&Datum<'_>>, descending: bool) -> Ordering {
    match (left, right) {
        (Some(left), Some(right)) => {
            let side = order(left, right).unwrap_or(Ordering::Equal);
            if descending { side.reverse() } else { side }
        }
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

fn selected<T>(selection: Selection, items: &[T]) -> Result<&[T], Trouble> {
    let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX).min(items.len());
    match selection {
        Selection::Many { from: End::Start, count } => Ok(items.get(..place(count)).unwrap_or_default()),
        Selection::Many { from: End::End, count } => {
            Ok(items.get(items.len() - place(count)..).unwrap_or_default())
        }
        Selection::Between { from, to } => Ok(items.get(place(from)..place(to)).unwrap_or_default()),
        Selection::One { index } => {
            let at = place(index);
            let there = u64::try_from(items.len()).unwrap_or(u64::MAX);
            items.get(at..=at).ok_or(Trouble::TooShort { asked: u64::from(index) + 1, there })
        }
    }
}

fn reduced<'a>(reduction: Reduction, length: usize, values: &[Value]) -> Result<Datum<'a>, Trouble> {
    let numbers = || values.iter().map(|value| Datum::of(value).number());
    match reduction {
        Reduction::Count => Ok(Datum::Number(length.into())),
        Reduction::Empty => Ok(Datum::Bool(length == 0)),
        Reduction::Sum => total(values).map(Datum::Number),
        Reduction::Max => numbers().max().map(Datum::Number).ok_or(Trouble::EmptyList),
        Reduction::Min => numbers().min().map(Datum::Number).ok_or(Trouble::EmptyList),
    }
}
