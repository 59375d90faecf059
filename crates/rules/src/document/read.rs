//! From JSON values to the document's types.

use domain::refusal::ProblemKind;
use serde_json::Value as Json;

use super::fields::{Fields, wrong_type};
use super::read_blocks::block;
use super::{
    Direction, End, MOST_BLOCKS, MOST_RULES, MOST_SELECTORS, MOST_STEPS, Reduction, Rule, RulesetDocument,
    Selection, Selector, SortField, Step,
};
use crate::problem::Problem;

/// The fields a document has where it comes from; kept, never read.
const ORIGIN: [&str; 6] = ["id", "created", "userId", "campaignId", "templateId", "activatedAt"];

/// Reads a document from a JSON value.
///
/// # Errors
/// Every mistake found; never empty.
pub fn document(value: &Json) -> Result<RulesetDocument, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut document = RulesetDocument::default();
    if let Some(mut fields) = Fields::of(value, "", &mut problems) {
        for name in ORIGIN {
            if let Some(value) = fields.optional(name) {
                document.origin.insert(name.to_owned(), value.clone());
            }
        }
        let rules = bounded(fields.list("promotionRules"), "promotionRules", MOST_RULES, &mut fields);
        document.promotion_rules = each(rules, "/promotionRules", fields.problems(), rule);
        let selectors = bounded(fields.optional_list("selectors"), "selectors", MOST_SELECTORS, &mut fields);
        document.selectors = each(selectors, "/selectors", fields.problems(), selector);
        for absent in ["strikethroughRules", "bundles", "parameters"] {
            let why = format!("\"{absent}\" are not simulated here; leave the list empty.");
            fields.must_be_empty(absent, &why);
        }
        fields.finish();
    }
    if problems.is_empty() { Ok(document) } else { Err(problems) }
}

/// The list, or nothing and a problem when it is too long.
fn bounded<'a>(items: &'a [Json], name: &str, most: usize, fields: &mut Fields<'_>) -> &'a [Json] {
    if items.len() <= most {
        return items;
    }
    let details = format!("At most {most} are allowed here, there are {}.", items.len());
    fields.refuse(name, ProblemKind::Limit, details);
    &[]
}

/// Reads every element of a list.
pub fn each<T>(
    items: &[Json],
    pointer: &str,
    problems: &mut Vec<Problem>,
    read: impl Fn(&Json, &str, &mut Vec<Problem>) -> Option<T>,
) -> Vec<T> {
    let mut found = Vec::new();
    for (index, item) in items.iter().enumerate() {
        found.extend(read(item, &format!("{pointer}/{index}"), problems));
    }
    found
}

/// Reads a list of texts.
pub fn texts(name: &'static str, fields: &mut Fields<'_>) -> Vec<String> {
    let items = fields.optional_list(name);
    let pointer = fields.at(name);
    each(items, &pointer, fields.problems(), |item, pointer, problems| {
        let text = item.as_str().map(str::to_owned);
        if text.is_none() {
            problems.push(wrong_type(pointer, item, "a text"));
        }
        text
    })
}

fn rule(value: &Json, pointer: &str, problems: &mut Vec<Problem>) -> Option<Rule> {
    let mut fields = Fields::of(value, pointer, problems)?;
    let rule = Rule {
        id: fields.optional_text("id"),
        parent_id: fields.optional_text("parentId"),
        title: fields.filled_text("title"),
        description: fields.optional_text("description"),
        blocks: Vec::new(),
    };
    let items = fields.list("blocks");
    let total = items.iter().map(count_blocks).sum::<usize>();
    let mut blocks = Vec::new();
    if total > MOST_BLOCKS {
        let details = format!("A rule has at most {MOST_BLOCKS} blocks, this has {total}.");
        fields.refuse("blocks", ProblemKind::Limit, details);
    } else {
        let pointer = fields.at("blocks");
        blocks = each(items, &pointer, fields.problems(), block);
    }
    fields.finish();
    Some(Rule { blocks, ..rule })
}

/// A block and all blocks inside it.
fn count_blocks(value: &Json) -> usize {
    let inner =
        ["blocks", "matchers", "onFailure"].into_iter().filter_map(|name| value.get(name)?.as_array());
    1 + inner.flatten().map(count_blocks).sum::<usize>()
}

fn selector(value: &Json, pointer: &str, problems: &mut Vec<Problem>) -> Option<Selector> {
    let mut fields = Fields::of(value, pointer, problems)?;
    fields.choice("type", &[("selector", ())]);
    let name = fields.filled_text("name");
    let source = fields.filled_text("source");
    let items = bounded(fields.list("steps"), "steps", MOST_STEPS, &mut fields);
    let steps_pointer = fields.at("steps");
    let steps = each(items, &steps_pointer, fields.problems(), step);
    fields.finish();
    Some(Selector { name, source, steps })
}

fn step(value: &Json, pointer: &str, problems: &mut Vec<Problem>) -> Option<Step> {
    let mut fields = Fields::of(value, pointer, problems)?;
    let named = fields.text("type");
    let step = match named.as_str() {
        "filter" => {
            let predicate = fields.required("predicate");
            let at = fields.at("predicate");
            predicate
                .and_then(|predicate| block(predicate, &at, fields.problems()))
                .map(|predicate| Step::Filter { predicate: Box::new(predicate) })
        }
        "sort" => {
            let items = fields.list("fields");
            let at = fields.at("fields");
            Some(Step::Sort { fields: each(items, &at, fields.problems(), sort_field) })
        }
        "select" => selection(&mut fields).map(Step::Select),
        "map" => Some(Step::Map { expression: fields.filled_text("expression") }),
        "reduce" => fields.choice("operator", &REDUCTIONS).map(|operator| Step::Reduce { operator }),
        "reverse" => Some(Step::Reverse),
        other => {
            let details = format!(
                "Steps of type \"{other}\" are not supported; there are filter, sort, select, map, reduce, reverse."
            );
            fields.refuse("type", ProblemKind::Unknown, details);
            return None;
        }
    };
    fields.finish();
    step
}

const REDUCTIONS: [(&str, Reduction); 5] = [
    ("max", Reduction::Max),
    ("min", Reduction::Min),
    ("sum", Reduction::Sum),
    ("count", Reduction::Count),
    ("empty", Reduction::Empty),
];

fn sort_field(value: &Json, pointer: &str, problems: &mut Vec<Problem>) -> Option<SortField> {
    let mut fields = Fields::of(value, pointer, problems)?;
    let expression = fields.filled_text("expression");
    let direction = fields.choice("direction", &[("asc", Direction::Asc), ("desc", Direction::Desc)]);
    fields.finish();
    Some(SortField { expression, direction: direction? })
}

fn selection(fields: &mut Fields<'_>) -> Option<Selection> {
    // The schema has `partial` without a meaning; `many` and `between` always yield fewer when the list is short.
    fields.optional_bool("partial");
    match fields.text("operator").as_str() {
        "many" => {
            let from = fields.choice("from", &[("start", End::Start), ("end", End::End)]);
            let count = fields.number("count");
            Some(Selection::Many { from: from?, count })
        }
        "between" => Some(Selection::Between { from: fields.number("from"), to: fields.number("to") }),
        "one" => Some(Selection::One { index: fields.number("index") }),
        other => {
            let details = format!("There is no \"{other}\" here; use many, between, one.");
            fields.refuse("operator", ProblemKind::Choice, details);
            None
        }
    }
}
