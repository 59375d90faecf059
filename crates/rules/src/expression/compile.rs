//! From the syntax tree to an expression whose names are resolved, whose kinds agree and whose constants are folded.

use domain::value::Value;

use super::datum::Datum;
use super::function::Function;
use super::parser::{Node, Syntax};
use super::run::{NoFacts, run};
use super::{DEEPEST, Fault};
use crate::kind::{Kind, Scalar};
use crate::path::{self, Path, Scope, Slot};

/// A comparison sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named as it is read")]
pub enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Comparison {
    pub(super) fn from_sign(sign: &str) -> Option<Self> {
        match sign {
            "=" | "==" => Some(Self::Equal),
            "!=" => Some(Self::NotEqual),
            "<" => Some(Self::Less),
            "<=" => Some(Self::LessOrEqual),
            ">" => Some(Self::Greater),
            ">=" => Some(Self::GreaterOrEqual),
            _ => None,
        }
    }
}

/// A compiled expression.
#[derive(Debug, Clone, PartialEq)]
pub enum Expr {
    /// A value known beforehand.
    Constant(Value),
    /// Something read from the facts.
    Path(Path),
    /// The outcome of the selector at this place in the document.
    Selector(usize),
    /// A list of single values.
    List(Vec<Expr>),
    /// The parts as one text.
    Join(Vec<Expr>),
    /// The negative.
    Negate(Box<Expr>),
    /// The opposite.
    Not(Box<Expr>),
    /// Numbers added, or subtracted where the flag says so.
    Sum(Vec<(bool, Expr)>),
    /// Numbers multiplied, or divided by where the flag says so.
    Product(Vec<(bool, Expr)>),
    /// Two values compared.
    Compare(Comparison, Box<(Expr, Expr)>),
    /// True when all are.
    All(Vec<Expr>),
    /// True when one is.
    Any(Vec<Expr>),
    /// A function's value.
    Call(Function, Vec<Expr>),
}

/// A compiled expression and what it yields.
#[derive(Debug, Clone, PartialEq)]
pub struct Typed {
    /// The expression.
    pub expr: Expr,
    /// What it yields.
    pub kind: Kind,
}

impl Typed {
    fn new(expr: Expr, kind: Kind) -> Self {
        Self { expr, kind }
    }

    fn constant(value: Value) -> Self {
        let kind = Kind::of_value(&value);
        Self::new(Expr::Constant(value), kind)
    }
}

/// Compiles `syntax` with the names of `scope`.
///
/// # Errors
/// The first place where a name is unknown, kinds do not agree or a constant part has no value.
pub fn compile(syntax: &Syntax, scope: &Scope<'_>) -> Result<Typed, Fault> {
    Compiler { scope, depth: 0 }.compile(syntax)
}

struct Compiler<'a> {
    scope: &'a Scope<'a>,
    depth: usize,
}

impl Compiler<'_> {
    fn compile(&mut self, syntax: &Syntax) -> Result<Typed, Fault> {
        if self.depth >= DEEPEST {
            let details =
                format!("Expressions may be nested at most {DEEPEST} levels deep; split this one up.");
            return Err(Fault::new(syntax.span.clone(), details));
        }
        self.depth += 1;
        let typed = self.node(syntax);
        self.depth -= 1;
        fold(typed?, syntax)
    }

    fn node(&mut self, syntax: &Syntax) -> Result<Typed, Fault> {
        match &syntax.node {
            Node::Number(number) => Ok(Typed::constant(Value::Number(*number))),
            Node::Text(text) => Ok(Typed::constant(Value::Text(text.clone()))),
            Node::Bool(truth) => Ok(Typed::constant(Value::Bool(*truth))),
            Node::Time(time) => Ok(Typed::constant(Value::Time(*time))),
            Node::Path(segments) => self.path(segments, syntax),
            Node::List(parts) => self.list(parts),
            Node::Call(name, arguments) => self.call(name, arguments, syntax),
            Node::Negate(inner) => {
                let inner = self.wanted(inner, Kind::NUMBER)?;
                Ok(Typed::new(Expr::Negate(Box::new(inner)), Kind::NUMBER))
            }
            Node::Not(inner) => {
                let inner = self.wanted(inner, Kind::BOOL)?;
                Ok(Typed::new(Expr::Not(Box::new(inner)), Kind::BOOL))
            }
            Node::Sum(parts) => self.sum(parts),
            Node::Product(parts) => Ok(Typed::new(Expr::Product(self.numbers(parts)?), Kind::NUMBER)),
            Node::Compare(comparison, left, right) => self.compare(*comparison, left, right),
            Node::And(parts) => Ok(Typed::new(Expr::All(self.truths(parts)?), Kind::BOOL)),
            Node::Or(parts) => Ok(Typed::new(Expr::Any(self.truths(parts)?), Kind::BOOL)),
        }
    }

    /// Compiles a part that must be of a kind.
    fn wanted(&mut self, syntax: &Syntax, kind: Kind) -> Result<Expr, Fault> {
        let typed = self.compile(syntax)?;
        if typed.kind.fits(kind) {
            return Ok(typed.expr);
        }
        Err(unexpected(kind, typed.kind, syntax))
    }

    fn truths(&mut self, parts: &[Syntax]) -> Result<Vec<Expr>, Fault> {
        parts.iter().map(|part| self.wanted(part, Kind::BOOL)).collect()
    }

    fn numbers(&mut self, parts: &[(bool, Syntax)]) -> Result<Vec<(bool, Expr)>, Fault> {
        parts.iter().map(|(inverted, part)| Ok((*inverted, self.wanted(part, Kind::NUMBER)?))).collect()
    }

    /// Numbers are added; a sum that begins with a text joins texts.
    fn sum(&mut self, parts: &[(bool, Syntax)]) -> Result<Typed, Fault> {
        let mut compiled = Vec::new();
        let mut kind = Kind::NUMBER;
        for (index, (inverted, part)) in parts.iter().enumerate() {
            let typed = self.compile(part)?;
            if index == 0 && typed.kind == Kind::TEXT {
                kind = Kind::TEXT;
            }
            if typed.kind != kind {
                return Err(unexpected(kind, typed.kind, part));
            }
            if *inverted && kind == Kind::TEXT {
                return Err(Fault::new(part.span.clone(), "Texts can be joined with +, but not subtracted."));
            }
            compiled.push((*inverted, typed.expr));
        }
        if kind == Kind::TEXT {
            let joined = compiled.into_iter().map(|(_, part)| part).collect();
            return Ok(Typed::new(Expr::Join(joined), kind));
        }
        Ok(Typed::new(Expr::Sum(compiled), kind))
    }

    fn compare(&mut self, comparison: Comparison, left: &Syntax, right: &Syntax) -> Result<Typed, Fault> {
        let first = self.compile(left)?;
        let ordered = !matches!(comparison, Comparison::Equal | Comparison::NotEqual);
        let comparable = match first.kind {
            Kind::One(Scalar::Number | Scalar::Time) => true,
            Kind::One(Scalar::Text | Scalar::Bool | Scalar::Location) | Kind::Many(_) => !ordered,
            Kind::Nothing | Kind::Units => false,
        };
        if !comparable {
            let wanted = if ordered { "a number or a time" } else { "a single value or a list" };
            let details = format!("Here {wanted} was expected, but this is {}.", first.kind.words());
            return Err(Fault::new(left.span.clone(), details));
        }
        let second = self.wanted(right, first.kind)?;
        Ok(Typed::new(Expr::Compare(comparison, Box::new((first.expr, second))), Kind::BOOL))
    }

    fn list(&mut self, parts: &[Syntax]) -> Result<Typed, Fault> {
        let mut kind = None;
        let mut compiled = Vec::new();
        for part in parts {
            let typed = self.compile(part)?;
            let Kind::One(scalar) = typed.kind else {
                let details = format!("Lists hold single values, but this is {}.", typed.kind.words());
                return Err(Fault::new(part.span.clone(), details));
            };
            if *kind.get_or_insert(scalar) != scalar {
                let details =
                    format!("All elements of a list are of one kind, but this is {}.", typed.kind.words());
                return Err(Fault::new(part.span.clone(), details));
            }
            compiled.push(typed.expr);
        }
        Ok(Typed::new(Expr::List(compiled), kind.map_or(Kind::Nothing, Kind::Many)))
    }

    fn call(&mut self, name: &str, arguments: &[Syntax], syntax: &Syntax) -> Result<Typed, Fault> {
        let Some(function) = Function::from_name(name) else {
            let known: Vec<_> = Function::ALL.iter().copied().map(Function::name).collect();
            let details = format!("There is no function \"{name}\"; there are {}.", known.join(", "));
            return Err(Fault::new(syntax.span.clone(), details));
        };
        let typed: Vec<Typed> =
            arguments.iter().map(|argument| self.compile(argument)).collect::<Result<_, _>>()?;
        let kinds: Vec<Kind> = typed.iter().map(|typed| typed.kind).collect();
        let Some(kind) = function.yields(&kinds) else {
            let found: Vec<_> = kinds.iter().map(|kind| kind.words()).collect();
            let found = if found.is_empty() { "nothing".to_owned() } else { found.join(", ") };
            let details = format!("Here {} was expected, but it is given {found}.", function.usage());
            return Err(Fault::new(syntax.span.clone(), details));
        };
        let compiled: Vec<Expr> = typed.into_iter().map(|typed| typed.expr).collect();
        match (function, compiled.as_slice()) {
            (Function::Time, [Expr::Constant(Value::Text(text))]) => literal_time(text, syntax),
            (Function::Time, _) => {
                Err(Fault::new(syntax.span.clone(), format!("Here {} was expected.", function.usage())))
            }
            (Function::Now, _) => Ok(Typed::new(Expr::Path(Path::BuiltIn(Slot::Now)), kind)),
            _ => Ok(Typed::new(Expr::Call(function, compiled), kind)),
        }
    }

    fn path(&self, segments: &[String], syntax: &Syntax) -> Result<Typed, Fault> {
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        if let ["Selectors", name] | [name] = segments.as_slice() {
            let found = self.scope.selectors.iter().position(|(known, _)| known == name);
            if let Some((index, (_, kind))) =
                found.and_then(|index| Some((index, self.scope.selectors.get(index)?)))
            {
                return Ok(Typed::new(Expr::Selector(index), *kind));
            }
            if segments.len() == 2 {
                let details =
                    format!("There is no selector \"{name}\" here; a selector can only name those above it.");
                return Err(Fault::new(syntax.span.clone(), details));
            }
        }
        path::resolve(&segments, self.scope)
            .map(|(path, kind)| Typed::new(Expr::Path(path), kind))
            .map_err(|details| Fault::new(syntax.span.clone(), details))
    }
}

fn unexpected(wanted: Kind, found: Kind, syntax: &Syntax) -> Fault {
    let details = format!("Here {} was expected, but this is {}.", wanted.words(), found.words());
    Fault::new(syntax.span.clone(), details)
}

fn literal_time(text: &str, syntax: &Syntax) -> Result<Typed, Fault> {
    text.parse().map(|time| Typed::constant(Value::Time(time))).map_err(|_| {
        let details = format!("\"{text}\" is not a time; write it like 2026-11-30T00:00:00Z.");
        Fault::new(syntax.span.clone(), details)
    })
}

/// Replaces an expression all of whose parts are constants by its value.
fn fold(typed: Typed, syntax: &Syntax) -> Result<Typed, Fault> {
    if !is_foldable(&typed.expr) {
        return Ok(typed);
    }
    let value = run(&typed.expr, &NoFacts).map(|datum: Datum<'_>| datum.into_value());
    match value {
        Ok(value) => Ok(Typed { expr: Expr::Constant(value), kind: typed.kind }),
        Err(trouble) => Err(Fault::new(syntax.span.clone(), format!("This has no value: {trouble}."))),
    }
}

fn is_foldable(expr: &Expr) -> bool {
    let constant = |part: &Expr| matches!(part, Expr::Constant(_));
    match expr {
        Expr::Constant(_) | Expr::Path(_) | Expr::Selector(_) => false,
        Expr::Negate(inner) | Expr::Not(inner) => constant(inner),
        Expr::Compare(_, sides) => constant(&sides.0) && constant(&sides.1),
        Expr::Sum(parts) | Expr::Product(parts) => parts.iter().all(|(_, part)| constant(part)),
        Expr::List(parts)
        | Expr::Join(parts)
        | Expr::All(parts)
        | Expr::Any(parts)
        | Expr::Call(_, parts) => parts.iter().all(constant),
    }
}
