//! Values of the document as expressions of a kind.

use domain::refusal::ProblemKind;
use domain::value::{Location, Value};
use rust_decimal::Decimal;
use serde_json::Value as Json;

use super::{Checker, Place};
use crate::expression::{Expr, Typed, compile_expression, compile_template};
use crate::kind::{Kind, Scalar};
use crate::problem::Problem;

/// The most elements of a list written in a rule.
const MOST_ELEMENTS: usize = 1_000;

impl Checker<'_> {
    /// The value at `pointer` as an expression of `wanted` kind.
    ///
    /// A text is taken as a template; where no text is wanted, a text that begins with `$` is an expression, and numbers,
    /// times and `true`/`false` may be written as texts.
    pub(super) fn operand(
        &mut self,
        json: &Json,
        wanted: Kind,
        pointer: &str,
        place: Place<'_>,
    ) -> Option<Expr> {
        let typed = self.any_operand(json, wanted, pointer, place)?;
        if typed.kind.fits(wanted) {
            return Some(typed.expr);
        }
        let details = format!(
            "Here {} is needed, such as {}, but this is {}.",
            wanted.words(),
            wanted.example(),
            typed.kind.words()
        );
        self.refuse(pointer, ProblemKind::Type, details);
        None
    }

    /// The value at `pointer`, read with `wanted` in mind.
    pub(super) fn any_operand(
        &mut self,
        json: &Json,
        wanted: Kind,
        pointer: &str,
        place: Place<'_>,
    ) -> Option<Typed> {
        match json {
            Json::String(text) => self.text_operand(text, wanted, pointer, place),
            Json::Number(number) => match decimal(&number.to_string()) {
                Some(number) => Some(constant(Value::Number(number))),
                None => {
                    let details = format!("The number {number} is too large or too fine to hold.");
                    self.refuse(pointer, ProblemKind::Limit, details);
                    None
                }
            },
            Json::Bool(truth) => Some(constant(Value::Bool(*truth))),
            Json::Array(items) => self.list_operand(items, wanted, pointer, place),
            Json::Object(map) => {
                let location = location(map);
                if location.is_none() {
                    let details = "An object is a location, with a latitude from -90 to 90 and a longitude from -180 to 180.";
                    self.refuse(pointer, ProblemKind::Type, details);
                }
                location.map(|location| constant(Value::Location(location)))
            }
            Json::Null => {
                self.refuse(pointer, ProblemKind::Missing, format!("Here {} is needed.", wanted.words()));
                None
            }
        }
    }

    fn text_operand(&mut self, text: &str, wanted: Kind, pointer: &str, place: Place<'_>) -> Option<Typed> {
        let scope = self.scope(place);
        let is_bare_path = wanted != Kind::TEXT && text.trim_start().starts_with('$') && !text.contains("{{");
        let compiled =
            if is_bare_path { compile_expression(text, &scope) } else { compile_template(text, &scope) };
        let typed = self.keep(compiled.map_err(|fault| Problem::in_text(pointer, fault)))?;
        if wanted != Kind::TEXT
            && let Expr::Constant(Value::Text(text)) = &typed.expr
        {
            return Some(written(text, wanted).map_or(typed, constant));
        }
        Some(typed)
    }

    fn list_operand(
        &mut self,
        items: &[Json],
        wanted: Kind,
        pointer: &str,
        place: Place<'_>,
    ) -> Option<Typed> {
        if items.len() > MOST_ELEMENTS {
            let details =
                format!("At most {MOST_ELEMENTS} values are allowed here, there are {}.", items.len());
            self.refuse(pointer, ProblemKind::Limit, details);
            return None;
        }
        let element = match wanted {
            Kind::Many(scalar) => Kind::One(scalar),
            Kind::One(_) | Kind::Nothing | Kind::Units => items.first().map_or(Kind::TEXT, plain_kind),
        };
        let parts: Vec<Option<Expr>> = items
            .iter()
            .enumerate()
            .map(|(index, item)| self.operand(item, element, &format!("{pointer}/{index}"), place))
            .collect();
        let parts: Vec<Expr> = parts.into_iter().collect::<Option<_>>()?;
        let Kind::One(scalar) = element else { return None };
        let kind = if parts.is_empty() { Kind::Nothing } else { Kind::Many(scalar) };
        let constants: Option<Vec<Value>> = parts.iter().map(as_constant).collect();
        let expr = constants.map_or_else(|| Expr::List(parts), |values| Expr::Constant(Value::List(values)));
        Some(Typed { expr, kind })
    }
}

fn constant(value: Value) -> Typed {
    let kind = Kind::of_value(&value);
    Typed { expr: Expr::Constant(value), kind }
}

fn as_constant(expr: &Expr) -> Option<Value> {
    if let Expr::Constant(value) = expr { Some(value.clone()) } else { None }
}

/// The kind of the first element of a list whose kind nothing asks for.
fn plain_kind(json: &Json) -> Kind {
    match json {
        Json::Number(_) => Kind::NUMBER,
        Json::Bool(_) => Kind::BOOL,
        Json::Object(_) => Kind::One(Scalar::Location),
        Json::Null | Json::String(_) | Json::Array(_) => Kind::TEXT,
    }
}

/// A number as JSON writes it, exponents included; `None` when it cannot be held exactly.
pub(super) fn decimal(text: &str) -> Option<Decimal> {
    Decimal::from_str_exact(text).or_else(|_| Decimal::from_scientific(text)).ok()
}

/// A plain text as a value of another kind.
fn written(text: &str, wanted: Kind) -> Option<Value> {
    match wanted {
        Kind::One(Scalar::Number) => Decimal::from_str_exact(text.trim()).ok().map(Value::Number),
        Kind::One(Scalar::Time) => text.trim().parse().ok().map(Value::Time),
        Kind::One(Scalar::Bool) => text.trim().parse().ok().map(Value::Bool),
        Kind::One(Scalar::Text | Scalar::Location) | Kind::Many(_) | Kind::Nothing | Kind::Units => None,
    }
}

fn location(map: &serde_json::Map<String, Json>) -> Option<Location> {
    let degrees = |name: &str, most: i64| {
        let number = decimal(&map.get(name)?.as_number()?.to_string())?;
        (number.abs() <= Decimal::from(most)).then_some(number)
    };
    let known = map.len() == 2;
    let location = Location { latitude: degrees("latitude", 90)?, longitude: degrees("longitude", 180)? };
    known.then_some(location)
}

/// What is written in the document, for the trace: constants as people read them, expressions without braces.
pub(super) fn shown(json: &Json, expr: &Expr) -> String {
    match (expr, json) {
        (Expr::Constant(Value::Text(text)), _) => format!("\"{text}\""),
        (Expr::Constant(value), _) => crate::trace::text(value),
        (_, Json::String(text)) => text.trim_start_matches("{{").trim_end_matches("}}").trim().to_owned(),
        (_, json) => json.to_string(),
    }
}
