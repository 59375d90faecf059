//! Strict reading of JSON texts into request types, with the place of every mistake as a JSON pointer.

use domain::refusal::{Problem, ProblemKind};
use serde::de::DeserializeOwned;
use serde_path_to_error::{Path, Segment};

use super::strict::Strict;

/// The largest request, in bytes.
pub const LARGEST_REQUEST: usize = 2_000_000;

/// Reads `text` as a `T`. Unknown fields, repeated fields and wrong types are refused.
///
/// # Errors
/// One problem with the pointer of the field.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Problem> {
    if text.len() > LARGEST_REQUEST {
        let details = format!("A request may have at most {LARGEST_REQUEST} bytes, this has {}.", text.len());
        return Err(Problem::new("", ProblemKind::Limit, details));
    }
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(Strict(&mut deserializer)).map_err(|error| {
        let pointer = pointer_of(error.path());
        problem_of(error.into_inner(), pointer)
    })?;
    deserializer.end().map_err(|error| problem_of(error, String::new()))?;
    Ok(value)
}

fn problem_of(error: serde_json::Error, pointer: String) -> Problem {
    let message = error.to_string();
    let sentence = message.rsplit_once(" at line").map_or(message.as_str(), |(sentence, _)| sentence);
    if error.is_syntax() || error.is_eof() {
        let details = format!(
            "This is not JSON: {sentence} (line {}, column {}). Mend it and send it again.",
            error.line(),
            error.column()
        );
        return Problem::new(pointer, ProblemKind::Format, details);
    }
    let quoted = in_words_of_json(sentence);
    let kind = if sentence.starts_with("unknown field") {
        ProblemKind::Unknown
    } else if sentence.starts_with("missing field") {
        ProblemKind::Missing
    } else if sentence.starts_with("unknown variant") {
        ProblemKind::Choice
    } else {
        ProblemKind::Type
    };
    let field = sentence.split('`').nth(1);
    let pointer = match (kind, field) {
        (ProblemKind::Missing, Some(field)) => format!("{pointer}/{field}"),
        (ProblemKind::Unknown, Some(field)) if !pointer.ends_with(&format!("/{field}")) => {
            format!("{pointer}/{field}")
        }
        _ => pointer,
    };
    Problem::new(pointer, kind, sentence_case(&quoted))
}

/// The sentence without the names our own types have.
fn in_words_of_json(sentence: &str) -> String {
    let quoted = sentence.replace('`', "\"");
    let (found, wanted) = quoted.split_once(", expected ").unwrap_or((&quoted, ""));
    let found = found.replace("type: sequence", "type: list").replace("type: map", "type: object");
    let wanted = match wanted {
        "a sequence" => "a list",
        "a map" => "an object",
        object if object.starts_with("struct ") => "an object",
        other => other,
    };
    if wanted.is_empty() { found } else { format!("{found}, expected {wanted}") }
}

fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

fn pointer_of(path: &Path) -> String {
    let mut pointer = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => pointer.push_str(&format!("/{index}")),
            Segment::Map { key } => {
                pointer.push_str(&format!("/{}", key.replace('~', "~0").replace('/', "~1")))
            }
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    pointer
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::session::SessionRequest;

    #[test]
    fn every_mistake_is_named_by_its_pointer() {
        let cases = [
            (
                r#"{"customerSession":{"cartItems":[{"sku":"a"}]}}"#,
                "/customerSession/cartItems/0/quantity",
                "Missing",
            ),
            (
                r#"{"customerSession":{"cartItems":[{"sku":"a","quantity":"2","price":1}]}}"#,
                "/customerSession/cartItems/0/quantity",
                "Invalid type",
            ),
            (r#"{"customerSession":{"colour":"red"}}"#, "/customerSession/colour", "Unknown"),
            (r#"{"customerSession":{"state":"open","state":"closed"}}"#, "/customerSession", "Invalid type"),
            (
                r#"{"customerSession":{"attributes":{"x":1,"x":2}}}"#,
                "/customerSession/attributes",
                "Invalid type",
            ),
            (
                r#"{"customerSession":{"cartItems":[{"sku":"a","quantity":1,"price":"12"}]}}"#,
                "/customerSession/cartItems/0/price",
                "Invalid type",
            ),
            (
                r#"{"customerSession":{"cartItems":[{"sku":"a","quantity":1,"price":1e999}]}}"#,
                "/customerSession/cartItems/0/price",
                "Invalid type",
            ),
            (r#"{"customerSession":[]}"#, "/customerSession", "Invalid type"),
            (
                r#"{"customerSession":{"cartItems":[["a",1,2]]}}"#,
                "/customerSession/cartItems/0",
                "Invalid type",
            ),
            (r#"[{}]"#, "", "Invalid type"),
            (r#"{"customerSession":{}"#, "", "Invalid format"),
            (r#"{"customerSession":{}} trailing"#, "", "Invalid format"),
        ];
        for (text, pointer, title) in cases {
            let problem = read::<SessionRequest>(text).unwrap_err();
            assert_eq!(
                (problem.pointer.as_str(), problem.kind.title()),
                (pointer, title),
                "{text}: {problem:?}"
            );
        }
    }

    #[test]
    fn a_thousand_levels_and_ten_megabytes_are_refused_without_harm() {
        let deep =
            format!(r#"{{"customerSession":{{"coupon":{}1{}}}}}"#, "[".repeat(1_000), "]".repeat(1_000));
        assert!(read::<SessionRequest>(&deep).is_err());
        let huge = format!(r#"{{"customerSession":{{"referralCode":"{}"}}}}"#, "x".repeat(10_000_000));
        assert_eq!(read::<SessionRequest>(&huge).unwrap_err().kind, ProblemKind::Limit);
    }
}
