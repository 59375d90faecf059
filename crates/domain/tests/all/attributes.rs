//! Naming rules, editing and looking definitions up.

use domain::attribute::{Attribute, Entity};
use domain::attribute_rules::{AttributeChanges, NewAttribute, parse_entity, parse_type};
use domain::built_in::{BUILT_IN_ATTRIBUTES, attributes_of, built_in_attribute};
use domain::dictionary::Dictionary;
use domain::event::BuiltIn;
use domain::id::AttributeId;
use domain::refusal::Refusal;
use domain::value::AttributeType;

use crate::world::pointers;

pub fn new(entity: Entity, event_type: Option<&str>, name: &str) -> NewAttribute {
    NewAttribute {
        entity,
        event_type: event_type.map(str::to_owned),
        name: name.to_owned(),
        title: String::new(),
        kind: AttributeType::String,
        description: String::new(),
        suggestions: vec![],
        restricted_by_suggestions: false,
    }
}

pub fn suggesting(kind: AttributeType, suggestions: &[&str], restricted: bool) -> NewAttribute {
    let suggestions = suggestions.iter().map(|&text| text.to_owned()).collect();
    NewAttribute {
        kind,
        suggestions,
        restricted_by_suggestions: restricted,
        ..new(Entity::CustomerProfile, None, "x")
    }
}

/// Holds `url` of the event `pageview` under the title `Address`, and `tier` of customers.
pub fn dictionary() -> Dictionary {
    let empty = Dictionary::default();
    let url = NewAttribute { title: "Address".into(), ..new(Entity::Event, Some("pageview"), "url") };
    let tier = new(Entity::CustomerProfile, None, "tier");
    Dictionary::new(vec![
        empty.create(tier, AttributeId(1)).unwrap(),
        empty.create(url, AttributeId(2)).unwrap(),
    ])
}

pub fn create(new: NewAttribute) -> Result<Attribute, Refusal> {
    dictionary().create(new, AttributeId(3))
}

#[test]
fn good_definitions_are_accepted() {
    let table: Vec<(&str, NewAttribute)> = vec![
        ("one letter", new(Entity::CustomerSession, None, "a")),
        ("letters, digits, underscore", new(Entity::CartItem, None, "Shoe_Size2")),
        ("100 characters", new(Entity::CartItem, None, &"a".repeat(100))),
        ("same name, other entity", new(Entity::CustomerSession, None, "tier")),
        ("same name, other case", new(Entity::CustomerProfile, None, "Tier")),
        ("same name, other event", new(Entity::Event, Some("search"), "url")),
        ("event type in another case", new(Entity::Event, Some("Pageview"), "url")),
        ("spaces and signs in an event type", new(Entity::Event, Some("URL Share (étoile) 1"), "url")),
        ("reserved prefix in capitals", new(Entity::Event, Some("Talon_x"), "url")),
        ("event type of 200", new(Entity::Event, Some(&"é".repeat(200)), "url")),
        (
            "every sign of a title",
            NewAttribute { title: "A b_.!~*'()-9".into(), ..new(Entity::CartItem, None, "a") },
        ),
        ("numbers", suggesting(AttributeType::Number, &["1", "-2.50"], true)),
        ("booleans", suggesting(AttributeType::Boolean, &["true"], true)),
        ("times", suggesting(AttributeType::ListTime, &["2026-11-30T09:00:00Z"], true)),
        ("50 suggestions", {
            let texts: Vec<String> = (0..50).map(|number| format!("s{number}")).collect();
            NewAttribute { suggestions: texts, ..new(Entity::CartItem, None, "a") }
        }),
        ("location without suggestions", suggesting(AttributeType::Location, &[], false)),
    ];
    for (what, new) in table {
        assert!(create(new.clone()).is_ok(), "{what}: {:?}", create(new));
    }
}

#[test]
fn an_empty_title_takes_the_name() {
    assert_eq!(create(new(Entity::CartItem, None, "colour")).unwrap().title, "colour");
}

type Refused<'a> = (&'a str, NewAttribute, &'a [&'a str]);

fn assert_refused(table: Vec<Refused<'_>>) {
    for (what, new, expected) in table {
        assert_eq!(pointers(&create(new).unwrap_err()), expected, "{what}");
    }
}

fn item(name: &str) -> NewAttribute {
    new(Entity::CartItem, None, name)
}

fn event(event_type: &str, name: &str) -> NewAttribute {
    new(Entity::Event, Some(event_type), name)
}

fn titled(title: &str, base: NewAttribute) -> NewAttribute {
    NewAttribute { title: title.to_owned(), ..base }
}

#[test]
fn bad_names_and_titles_are_refused() {
    assert_refused(vec![
        ("no name", item(""), &["/name"]),
        ("begins with a digit", item("1a"), &["/name"]),
        ("begins with an underscore", item("_a"), &["/name"]),
        ("space", item("a b"), &["/name"]),
        ("dash", item("a-b"), &["/name"]),
        ("letter beyond ASCII", item("größe"), &["/name"]),
        ("101 characters", item(&"a".repeat(101)), &["/name"]),
        ("name taken", new(Entity::CustomerProfile, None, "tier"), &["/name", "/title"]),
        ("taken, other title", titled("T", new(Entity::CustomerProfile, None, "tier")), &["/name"]),
        ("name taken in the event", event("pageview", "url"), &["/name"]),
        ("title begins with a digit", titled("1st", item("a")), &["/title"]),
        ("title with a comma", titled("a, b", item("a")), &["/title"]),
        ("blank title", titled(" ", item("a")), &["/title"]),
        ("title taken", titled("Address", event("pageview", "other")), &["/title"]),
        ("several at once", titled("1", event("", "")), &["/eventType", "/name", "/title"]),
        ("description", NewAttribute { description: "x".repeat(2_001), ..item("a") }, &["/description"]),
    ]);
}

#[test]
fn bad_event_types_are_refused() {
    assert_refused(vec![
        ("missing", new(Entity::Event, None, "url"), &["/eventType"]),
        ("empty", event("", "url"), &["/eventType"]),
        ("a built-in event", event("talon_session_closed", "url"), &["/eventType"]),
        ("the built-in prefix", event("talon_mine", "url"), &["/eventType"]),
        ("spaces around", event(" pageview", "url"), &["/eventType"]),
        ("201 characters", event(&"a".repeat(201), "url"), &["/eventType"]),
        ("hidden character", event("a\u{0}b", "url"), &["/eventType"]),
        ("on an item", new(Entity::CartItem, Some("pageview"), "a"), &["/eventType"]),
    ]);
}

#[test]
fn bad_suggestions_are_refused() {
    use AttributeType::{Boolean, ListNumber, Location, Number, String as Text, Time};
    let long = "x".repeat(501);
    let many = (0..51).map(|number| number.to_string()).collect();
    assert_refused(vec![
        ("restricted to nothing", suggesting(Text, &[], true), &["/suggestions"]),
        ("51", NewAttribute { suggestions: many, ..item("a") }, &["/suggestions"]),
        ("empty", suggesting(Text, &["a", ""], false), &["/suggestions/1"]),
        ("501 characters", suggesting(Text, &[&long], false), &["/suggestions/0"]),
        ("twice the same", suggesting(Text, &["a", "a"], false), &["/suggestions/1"]),
        ("twice the same number", suggesting(Number, &["1", "1.0"], false), &["/suggestions/1"]),
        ("not a number", suggesting(Number, &["1", "one"], false), &["/suggestions/1"]),
        ("not a number in a list", suggesting(ListNumber, &["NaN"], false), &["/suggestions/0"]),
        ("not a boolean", suggesting(Boolean, &["yes"], false), &["/suggestions/0"]),
        ("not a time", suggesting(Time, &["Monday"], false), &["/suggestions/0"]),
        ("a place", suggesting(Location, &["52,13"], false), &["/suggestions/0"]),
    ]);
}

#[test]
fn names_of_entities_and_types_that_do_not_exist_are_refused_with_the_list() {
    assert_eq!(parse_entity("CartItem"), Ok(Entity::CartItem));
    assert_eq!(parse_type("(list time)"), Ok(AttributeType::ListTime));
    let entity = parse_entity("Giveaway").unwrap_err();
    assert_eq!(entity.pointer, "/entity");
    assert_eq!(
        entity.details,
        "\"Giveaway\" is not one of: CustomerProfile, CustomerSession, CartItem, Event, Coupon."
    );
    assert_eq!(parse_type("text").unwrap_err().pointer, "/type");
}

#[test]
fn only_the_words_and_the_suggestions_can_change() {
    let dictionary = dictionary();
    let changes = AttributeChanges {
        title: Some("Page".into()),
        description: Some("Where".into()),
        suggestions: Some(vec!["/".into()]),
        restricted_by_suggestions: Some(true),
        hidden: Some(true),
    };
    let edited = dictionary.edit(AttributeId(2), changes).unwrap();
    assert_eq!((edited.title.as_str(), edited.description.as_str(), edited.hidden), ("Page", "Where", true));
    assert_eq!((edited.name.as_str(), edited.kind), ("url", AttributeType::String));
    let kept = dictionary.edit(AttributeId(2), AttributeChanges::default()).unwrap();
    assert_eq!(Some(&kept), dictionary.by_id(AttributeId(2)), "its own title is not taken");
    let restricted = AttributeChanges { restricted_by_suggestions: Some(true), ..Default::default() };
    assert_eq!(pointers(&dictionary.edit(AttributeId(2), restricted).unwrap_err()), ["/suggestions"]);
    let nobody = dictionary.edit(AttributeId(9), AttributeChanges::default()).unwrap_err();
    assert_eq!(nobody.to_string(), "There is no attribute \"9\"");
}

#[test]
fn event_types_come_from_their_attributes_and_lookups_need_the_exact_name() {
    let dictionary = dictionary();
    assert_eq!(dictionary.event_types(), ["pageview"]);
    assert!(dictionary.has_event_type("pageview") && !dictionary.has_event_type("PageView"));
    assert!(dictionary.attribute(Entity::Event, Some("pageview"), "url").is_some());
    assert!(dictionary.attribute(Entity::Event, None, "url").is_none());
    assert!(dictionary.attribute(Entity::CustomerProfile, Some("pageview"), "tier").is_some());
    assert_eq!(dictionary.attributes_of(Entity::CustomerProfile, None).count(), 1);
}

#[test]
fn built_in_attributes_are_named_after_their_entity_and_each_path_is_there_once() {
    for attribute in BUILT_IN_ATTRIBUTES {
        let root = match attribute.entity {
            Entity::CustomerProfile => "Profile.",
            Entity::CustomerSession => "Session.",
            Entity::CartItem => "Item.",
            Entity::Event => "Event.",
            Entity::Coupon => "Coupon.",
        };
        assert!(attribute.path.starts_with(root) || attribute.path == "Now", "{}", attribute.path);
        assert_eq!(built_in_attribute(attribute.path), Some(&attribute));
    }
    assert!(attributes_of(BuiltIn::SessionClosed).any(|attribute| attribute.path == "Session.Total"));
    assert!(
        attributes_of(BuiltIn::ProfileUpdated).all(|attribute| attribute.entity != Entity::CustomerSession)
    );
}
