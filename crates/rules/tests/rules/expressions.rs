//! Expressions and what they yield, or where they are wrong, from `cases/expressions.csv`.

use crate::common::{World, rule};
use domain::effect::EffectKind;
use serde_json::json;

fn rows() -> Vec<csv::StringRecord> {
    let file = include_str!("../../cases/expressions.csv");
    csv::Reader::from_reader(file.as_bytes()).records().collect::<Result<_, _>>().unwrap()
}

#[test]
fn every_expression_yields_or_fails_as_the_table_says() {
    for row in rows() {
        let world = World::new();
        let document = rule(json!([crate::common::notice(&row[0])]));
        let found = match world.compile(&document) {
            Err(problems) => {
                assert_eq!(problems[0].pointer, "/promotionRules/0/blocks/0/title", "{row:?}");
                let span = problems[0].span.clone().unwrap();
                format!("{}..{}", span.start, span.end)
            }
            Ok(_) => match world.run_document(&document).effects.first() {
                Some(EffectKind::ShowNotification { title, .. }) => title.clone(),
                other => panic!("{row:?}: {other:?}"),
            },
        };
        assert_eq!(found, &row[1], "{row:?}");
    }
}

#[test]
fn faults_say_what_was_expected() {
    let said = |expression: &str| {
        let problems = World::new().compile(&rule(json!([crate::common::notice(expression)]))).unwrap_err();
        problems[0].details.clone()
    };
    assert_eq!(said("{{1 +}}"), "Here a value was expected, but the expression ends here.");
    assert_eq!(said("{{(1 2)}}"), "Here \")\" was expected, but \"2\" was found.");
    assert_eq!(said("{{$Session.Totl}}"), "There is no \"$Session.Totl\"; did you mean \"$Session.Total\"?");
    assert_eq!(
        said("{{$Profile.Attributes.teir}}"),
        "The attribute \"teir\" is not defined on CustomerProfile entities; did you mean \"tier\"?"
    );
    assert_eq!(said("{{1 / 0}}"), "This has no value: a number is divided by zero.");
    assert!(said("{{total}}").contains("paths begin with $ ($total)"));
}

#[test]
fn a_value_that_is_one_expression_keeps_its_kind_and_others_are_texts() {
    let world = World::new();
    let params =
        json!({"n": "{{1 + 1}}", "t": "{{1 + 1}} ", "b": "{{1 = 1}}", "l": ["{{1}}", "x"], "j": 0.1});
    let effect = json!({"type": "triggerCustomEffect", "customEffect": {"id": 1, "name": "it", "title": "It"},
        "params": params, "target": {"type": "cart"}});
    let problems = world.compile(&rule(json!([effect]))).unwrap_err();
    assert_eq!(
        problems[0].pointer, "/promotionRules/0/blocks/0/params/l/0",
        "a list of texts holds no number"
    );

    let params = json!({"n": "{{1 + 1}}", "t": "{{1 + 1}} ", "b": "{{1 = 1}}", "l": ["y", "x"], "j": 0.1});
    let effect = json!({"type": "triggerCustomEffect", "customEffect": {"id": 1, "name": "it", "title": "It"},
        "params": params, "target": {"type": "cart"}});
    assert_eq!(world.run(json!([effect])).words(), ["custom it b=true j=0.1 l=[y, x] n=2 t=2 "]);
}

#[test]
fn nesting_and_length_are_bounded() {
    let deep = |levels: usize| format!("{{{{{}1{}}}}}", "(".repeat(levels), ")".repeat(levels));
    let world = World::new();
    let compiles = |text: &str| world.compile(&rule(json!([crate::common::notice(text)]))).map(|_| ());
    assert!(compiles(&deep(50)).is_ok());
    for bad in [
        deep(70),
        deep(1_900),
        format!("{{{{{}1}}}}", "-".repeat(3_000)),
        format!("{{{{{}true}}}}", "not ".repeat(900)),
    ] {
        assert!(compiles(&bad).unwrap_err()[0].details.contains("at most 64 levels"));
    }
    assert!(compiles(&format!("{{{{1{}}}}}", " + 1".repeat(900))).is_ok(), "a long sum is not deep");
    assert!(compiles(&"x".repeat(4_001)).is_err());
}
