//! The value of a compiled expression.

use std::borrow::Cow;
use std::cmp::Ordering;

use domain::value::Value;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::compile::{Comparison, Expr};
use super::datum::Datum;
use super::function::Function;
use crate::path::Path;
use crate::trouble::Trouble;

/// Where an expression finds what it names, and what keeps it within bounds.
pub trait Source<'a> {
    /// The value of a path.
    fn path(&self, path: &'a Path) -> Result<Datum<'a>, Trouble>;
    /// The outcome of a selector.
    fn selector(&self, index: usize) -> Result<Datum<'a>, Trouble>;
    /// The zone in which times are shown.
    fn zone(&self) -> Option<&TimeZone>;
    /// The most characters of a text.
    fn text_length(&self) -> usize;
    /// Called on the way into every part of an expression.
    fn enter(&self) -> Result<(), Trouble>;
    /// Called on the way out.
    fn leave(&self);
}

/// The source of constant expressions, which name nothing.
pub struct NoFacts;

impl<'a> Source<'a> for NoFacts {
    fn path(&self, path: &'a Path) -> Result<Datum<'a>, Trouble> {
        Err(Trouble::NotSet(path.clone()))
    }

    fn selector(&self, _: usize) -> Result<Datum<'a>, Trouble> {
        Err(Trouble::NoSession)
    }

    fn zone(&self) -> Option<&TimeZone> {
        None
    }

    fn text_length(&self) -> usize {
        super::LONGEST
    }

    fn enter(&self) -> Result<(), Trouble> {
        Ok(())
    }

    fn leave(&self) {}
}

const SECONDS_A_DAY: i64 = 86_400;
const SECONDS_AN_HOUR: i64 = 3_600;
/// 1970-01-01 was a Thursday.
const FIRST_WEEKDAY: i64 = 4;

/// Evaluates `expr`.
///
/// # Errors
/// What is absent, wrong or beyond a limit.
pub fn run<'a>(expr: &'a Expr, source: &impl Source<'a>) -> Result<Datum<'a>, Trouble> {
    // Leaves are read without the bookkeeping of depth: most expressions are one.
    if let Expr::Constant(value) = expr {
        return Ok(Datum::of(value));
    }
    if let Expr::Path(path) = expr {
        return source.path(path);
    }
    source.enter()?;
    let datum = compound(expr, source);
    source.leave();
    datum
}

fn compound<'a>(expr: &'a Expr, source: &impl Source<'a>) -> Result<Datum<'a>, Trouble> {
    match expr {
        Expr::Constant(value) => Ok(Datum::of(value)),
        Expr::Path(path) => source.path(path),
        Expr::Selector(index) => source.selector(*index),
        Expr::List(parts) => {
            let items: Result<Vec<Value>, _> =
                parts.iter().map(|part| Ok(run(part, source)?.into_value())).collect();
            Ok(Datum::List(Cow::Owned(items?)))
        }
        Expr::Join(parts) => join(parts, source),
        Expr::Negate(inner) => Ok(Datum::Number(-run(inner, source)?.number())),
        Expr::Not(inner) => Ok(Datum::Bool(!run(inner, source)?.truth())),
        Expr::Sum(parts) => sum(parts, source),
        Expr::Product(parts) => product(parts, source),
        Expr::Compare(comparison, sides) => {
            let left = run(&sides.0, source)?;
            let right = run(&sides.1, source)?;
            Ok(Datum::Bool(compare(*comparison, &left, &right)))
        }
        Expr::All(parts) => Ok(Datum::Bool(all(parts, true, source)?)),
        Expr::Any(parts) => Ok(Datum::Bool(!all(parts, false, source)?)),
        Expr::Call(function, arguments) => call(*function, arguments, source),
    }
}

/// Whether every part is `wanted`; stops at the first that is not.
fn all<'a>(parts: &'a [Expr], wanted: bool, source: &impl Source<'a>) -> Result<bool, Trouble> {
    for part in parts {
        if run(part, source)?.truth() != wanted {
            return Ok(false);
        }
    }
    Ok(true)
}

fn join<'a>(parts: &'a [Expr], source: &impl Source<'a>) -> Result<Datum<'a>, Trouble> {
    let mut text = String::new();
    for part in parts {
        run(part, source)?.render(source.zone(), &mut text);
        if text.len() > source.text_length() {
            return Err(Trouble::TextLimit(source.text_length()));
        }
    }
    Ok(Datum::Text(Cow::Owned(text)))
}

fn sum<'a>(parts: &'a [(bool, Expr)], source: &impl Source<'a>) -> Result<Datum<'a>, Trouble> {
    let mut total = Decimal::ZERO;
    for (subtracted, part) in parts {
        let number = run(part, source)?.number();
        let next = if *subtracted { total.checked_sub(number) } else { total.checked_add(number) };
        total = next.ok_or(Trouble::Overflow)?;
    }
    Ok(Datum::Number(total))
}

fn product<'a>(parts: &'a [(bool, Expr)], source: &impl Source<'a>) -> Result<Datum<'a>, Trouble> {
    let mut total = Decimal::ONE;
    for (divided, part) in parts {
        let number = run(part, source)?.number();
        if *divided && number.is_zero() {
            return Err(Trouble::DivisionByZero);
        }
        let next = if *divided {
            total.checked_div(number).map(|quotient| quotient.normalize())
        } else {
            total.checked_mul(number)
        };
        total = next.ok_or(Trouble::Overflow)?;
    }
    Ok(Datum::Number(total))
}

/// How two numbers or two times are ordered; `None` for anything else.
pub fn order(left: &Datum<'_>, right: &Datum<'_>) -> Option<Ordering> {
    match (left, right) {
        (Datum::Number(left), Datum::Number(right)) => Some(left.cmp(right)),
        (Datum::Time(left), Datum::Time(right)) => Some(left.cmp(right)),
        (Datum::Text(left), Datum::Text(right)) => Some(left.cmp(right)),
        (Datum::Bool(left), Datum::Bool(right)) => Some(left.cmp(right)),
        _ => None,
    }
}

fn compare(comparison: Comparison, left: &Datum<'_>, right: &Datum<'_>) -> bool {
    let ordering = order(left, right);
    match comparison {
        Comparison::Equal => left.equals(right),
        Comparison::NotEqual => !left.equals(right),
        Comparison::Less => ordering.is_some_and(Ordering::is_lt),
        Comparison::LessOrEqual => ordering.is_some_and(Ordering::is_le),
        Comparison::Greater => ordering.is_some_and(Ordering::is_gt),
        Comparison::GreaterOrEqual => ordering.is_some_and(Ordering::is_ge),
    }
}

/// The functions that do not evaluate all their arguments, then the others.
fn call<'a>(
    function: Function,
    arguments: &'a [Expr],
    source: &impl Source<'a>,
) -> Result<Datum<'a>, Trouble> {
    match (function, arguments) {
        (Function::Coalesce, [parts @ .., last]) => {
            for part in parts {
                match run(part, source) {
                    Err(trouble) if trouble.is_absence() => {}
                    answer => return answer,
                }
            }
            run(last, source)
        }
        (Function::Exists, [part]) => match run(part, source) {
            Err(trouble) if trouble.is_absence() => Ok(Datum::Bool(false)),
            answer => answer.map(|_| Datum::Bool(true)),
        },
        (Function::If, [condition, yes, no]) => {
            let chosen = if run(condition, source)?.truth() { yes } else { no };
            run(chosen, source)
        }
        (Function::Concat, parts) => join(parts, source),
        (Function::Min | Function::Max, parts) => extreme(function, parts, source),
        (_, [first]) => one(function, run(first, source)?),
        (_, [first, second]) => two(function, &run(first, source)?, &run(second, source)?),
        _ => Err(Trouble::EmptyList),
    }
}

fn extreme<'a>(
    function: Function,
    parts: &'a [Expr],
    source: &impl Source<'a>,
) -> Result<Datum<'a>, Trouble> {
    let mut best: Option<Decimal> = None;
    let mut offer = |number: Decimal| {
        let better =
            best.is_none_or(|best| if function == Function::Min { number < best } else { number > best });
        if better {
            best = Some(number);
        }
    };
    for part in parts {
        let datum = run(part, source)?;
        if let Datum::List(items) = &datum {
            items.iter().for_each(|item| offer(Datum::of(item).number()));
        } else {
            offer(datum.number());
        }
    }
    best.map(Datum::Number).ok_or(Trouble::EmptyList)
}

fn one<'a>(function: Function, datum: Datum<'a>) -> Result<Datum<'a>, Trouble> {
    match function {
        Function::Round => Ok(Datum::Number(datum.number().round())),
        Function::Floor => Ok(Datum::Number(datum.number().floor())),
        Function::Ceil => Ok(Datum::Number(datum.number().ceil())),
        Function::Abs => Ok(Datum::Number(datum.number().abs())),
        Function::Count => Ok(Datum::Number(count(&datum))),
        Function::Sum => total(datum.elements()).map(Datum::Number),
        Function::Lower => Ok(Datum::Text(Cow::Owned(datum.text().to_lowercase()))),
        Function::Upper => Ok(Datum::Text(Cow::Owned(datum.text().to_uppercase()))),
        Function::Length => Ok(Datum::Number(Decimal::from(datum.text().chars().count()))),
        Function::Hour => Ok(Datum::Number(hour(&datum))),
        Function::Weekday => Ok(Datum::Number(weekday(&datum))),
        // The check admits no other function with one argument.
        Function::Min
        | Function::Max
        | Function::Contains
        | Function::StartsWith
        | Function::EndsWith
        | Function::Concat
        | Function::Coalesce
        | Function::Exists
        | Function::If
        | Function::Now
        | Function::Time
        | Function::DaysBetween
        | Function::AddDays
        | Function::AddHours => Ok(datum),
    }
}

fn two<'a>(function: Function, first: &Datum<'a>, second: &Datum<'a>) -> Result<Datum<'a>, Trouble> {
    match function {
        Function::Round => {
            let digits = second.number().to_u32().filter(|digits| *digits <= 28).ok_or(Trouble::Overflow)?;
            Ok(Datum::Number(first.number().round_dp(digits)))
        }
        Function::Contains => Ok(Datum::Bool(contains(first, second))),
        Function::StartsWith => Ok(Datum::Bool(first.text().starts_with(second.text()))),
        Function::EndsWith => Ok(Datum::Bool(first.text().ends_with(second.text()))),
        Function::DaysBetween => days_between(first, second),
        Function::AddDays => later(first, second.number(), SECONDS_A_DAY),
        Function::AddHours => later(first, second.number(), SECONDS_AN_HOUR),
        // The check admits no other function with two arguments.
        Function::Min
        | Function::Max
        | Function::Floor
        | Function::Ceil
        | Function::Abs
        | Function::Count
        | Function::Sum
        | Function::Lower
        | Function::Upper
        | Function::Length
        | Function::Concat
        | Function::Coalesce
        | Function::Exists
        | Function::If
        | Function::Now
        | Function::Time
        | Function::Hour
        | Function::Weekday => Ok(first.clone()),
    }
}

/// Whether a list has an element, or a text a part.
pub fn contains(whole: &Datum<'_>, part: &Datum<'_>) -> bool {
    if let Datum::List(items) = whole {
        return items.iter().any(|item| part.is(item));
    }
    whole.text().contains(part.text())
}

fn count(datum: &Datum<'_>) -> Decimal {
    if let Datum::Units(units) = datum {
        return Decimal::from(units.len());
    }
    Decimal::from(datum.elements().len())
}

/// The numbers of a list added up.
///
/// # Errors
/// `Overflow`.
pub fn total(items: &[Value]) -> Result<Decimal, Trouble> {
    let mut numbers = items.iter().map(|item| Datum::of(item).number());
    numbers.try_fold(Decimal::ZERO, |sum, number| sum.checked_add(number)).ok_or(Trouble::Overflow)
}

fn hour(datum: &Datum<'_>) -> Decimal {
    let second = datum.time().map_or(0, Timestamp::as_second);
    Decimal::from(second.rem_euclid(SECONDS_A_DAY) / SECONDS_AN_HOUR)
}

fn weekday(datum: &Datum<'_>) -> Decimal {
    let day = datum.time().map_or(0, Timestamp::as_second).div_euclid(SECONDS_A_DAY);
    Decimal::from((day + FIRST_WEEKDAY).rem_euclid(7))
}

fn days_between<'a>(first: &Datum<'_>, second: &Datum<'_>) -> Result<Datum<'a>, Trouble> {
    let (Some(first), Some(second)) = (first.time(), second.time()) else {
        return Err(Trouble::Overflow);
    };
    let nanoseconds = second.as_nanosecond() - first.as_nanosecond();
    let seconds = Decimal::try_from_i128_with_scale(nanoseconds, 9).map_err(|_| Trouble::Overflow)?;
    seconds.checked_div(Decimal::from(SECONDS_A_DAY)).map(Datum::Number).ok_or(Trouble::Overflow)
}

fn later<'a>(from: &Datum<'_>, amount: Decimal, unit_seconds: i64) -> Result<Datum<'a>, Trouble> {
    shift(from, amount, unit_seconds).map(Datum::Time).ok_or(Trouble::Overflow)
}

/// An instant moved by `amount` units of `unit_seconds`; `None` when it leaves the range.
pub fn shift(from: &Datum<'_>, amount: Decimal, unit_seconds: i64) -> Option<Timestamp> {
    let nanoseconds =
        amount.checked_mul(Decimal::from(unit_seconds))?.checked_mul(Decimal::from(1_000_000_000))?;
    let moved = from.time()?.as_nanosecond().checked_add(nanoseconds.round().to_i128()?)?;
    Timestamp::from_nanosecond(moved).ok()
}
