//! What goes in comes out, also after closing and opening the file.

use domain::attribute::{Attribute, Entity};
use domain::cart::Cart;
use domain::event::Event;
use domain::id::{AttributeId, CampaignId, Seq};
use domain::session::Phase;
use domain::value::{AttributeType, Value};
use jiff::Timestamp;
use proptest::prelude::*;
use rust_decimal::Decimal;
use store::{Campaign, Entry, Store, StoreError};

use crate::samples::{
    World, at, attributes, campaign, effects, entry, event, kind_of, number, phases, profile, profile_id,
    session, session_id,
};

fn attribute(id: u32, entity: Entity, kind: AttributeType) -> Attribute {
    Attribute {
        id: AttributeId(id),
        entity,
        event_type: (entity == Entity::Event).then(|| "page view".to_owned()),
        name: format!("a{id}"),
        title: format!("A {id}"),
        kind,
        description: "what it's for".to_owned(),
        suggestions: vec!["one".to_owned(), "\"two\", three".to_owned()],
        restricted_by_suggestions: id.is_multiple_of(2),
        hidden: id.is_multiple_of(3),
    }
}

#[test]
fn attributes_of_every_entity_and_type_come_back() {
    let mut world = World::new();
    let pairs = Entity::ALL.iter().flat_map(|entity| AttributeType::ALL.map(|kind| (*entity, kind)));
    let all: Vec<_> = (1..).zip(pairs).map(|(id, (entity, kind))| attribute(id, entity, kind)).collect();
    world.writer.write(|tx| all.iter().try_for_each(|one| tx.insert_attribute(one, at(0)))).unwrap();
    assert_eq!(world.writer.next_attribute_id().unwrap(), AttributeId(46));
    let (path, _folder) = world.close();
    assert_eq!(Store::open(&path).unwrap().reader().unwrap().attributes().unwrap(), all);
}

#[test]
fn an_attribute_changes_only_where_it_may() {
    let mut world = World::new();
    let before = attribute(1, Entity::CustomerProfile, AttributeType::String);
    let wanted = Attribute {
        title: "New".to_owned(),
        description: String::new(),
        suggestions: Vec::new(),
        restricted_by_suggestions: true,
        hidden: true,
        ..before.clone()
    };
    let asked = Attribute { name: "other".to_owned(), kind: AttributeType::Number, ..wanted.clone() };
    let version = world.writer.campaigns_version().unwrap();
    world.writer.write(|tx| tx.insert_attribute(&before, at(0))).unwrap();
    assert!(world.writer.write(|tx| tx.update_attribute(&asked)).unwrap());
    assert_eq!(world.writer.attributes().unwrap(), [wanted]);
    assert!(world.writer.campaigns_version().unwrap() > version);
    let unknown = attribute(9, Entity::CartItem, AttributeType::Time);
    assert!(!world.writer.write(|tx| tx.update_attribute(&unknown)).unwrap());
}

#[test]
fn a_name_is_taken_once_per_entity_and_event_type() {
    let mut world = World::new();
    let first = attribute(1, Entity::Event, AttributeType::String);
    world.writer.write(|tx| tx.insert_attribute(&first, at(0))).unwrap();
    let again = Attribute { id: AttributeId(2), ..first.clone() };
    let error = world.writer.write(|tx| tx.insert_attribute(&again, at(0))).unwrap_err();
    assert_eq!(kind_of(&error), "conflict");
    let elsewhere = Attribute { event_type: Some("other".to_owned()), ..again };
    world.writer.write(|tx| tx.insert_attribute(&elsewhere, at(0))).unwrap();
}

#[test]
fn campaigns_come_back_in_order_with_every_revision_of_their_rules() {
    let mut world = World::new();
    let all = [campaign(1, 0), campaign(2, 1), campaign(3, 2)];
    world.writer.write(|tx| all.iter().try_for_each(|one| tx.insert_campaign(one))).unwrap();
    assert_eq!(world.writer.campaigns().unwrap(), all);
    let second = Campaign { ruleset: "[2]".to_owned(), revision: 2, updated: at(9), ..all[0].clone() };
    assert!(world.writer.write(|tx| tx.update_campaign(&second)).unwrap());
    assert_eq!(world.writer.campaign(CampaignId(1)).unwrap(), Some(second.clone()));
    assert_eq!(world.writer.ruleset(CampaignId(1), 1).unwrap(), Some(all[0].ruleset.clone()));
    assert_eq!(world.writer.ruleset(CampaignId(1), 2).unwrap(), Some(second.ruleset.clone()));
    world.writer.write(|tx| tx.insert_wording(CampaignId(1), 2, "the second")).unwrap();
    assert_eq!(world.writer.wording(CampaignId(1), 2).unwrap(), "the second");
    assert_eq!(world.writer.present_wordings().unwrap()[&CampaignId(1)], "the second");
    assert_eq!(kind_of(&world.writer.wording(CampaignId(1), 1).unwrap_err()), "damaged");
    let rewritten = Campaign { ruleset: "[3]".to_owned(), ..second };
    let error = world.writer.write(|tx| tx.update_campaign(&rewritten)).unwrap_err();
    assert_eq!(kind_of(&error), "conflict", "a saved revision stays what it was");
    assert!(!world.writer.write(|tx| tx.update_campaign(&campaign(8, 8))).unwrap());
}

#[test]
fn reordering_moves_the_named_campaigns_to_the_front() {
    let mut world = World::new();
    world.writer.write(|tx| (1..=4).try_for_each(|id| tx.insert_campaign(&campaign(id, id)))).unwrap();
    let order = [CampaignId(3), CampaignId(99), CampaignId(1)];
    world.writer.write(|tx| tx.reorder_campaigns(&order)).unwrap();
    let found: Vec<_> =
        world.writer.campaigns().unwrap().iter().map(|one| (one.id.0, one.position)).collect();
    assert_eq!(found, [(3, 0), (1, 1), (2, 2), (4, 3)]);
    assert_eq!(world.writer.next_campaign_id().unwrap(), CampaignId(5));
    assert_eq!(world.writer.next_campaign_position().unwrap(), 4);
}

#[test]
fn sessions_in_every_phase_come_back() {
    let mut world = World::new();
    for (number_of, phase) in phases().into_iter().enumerate() {
        for owner in [None, Some("anna")] {
            let stored = session(&format!("s{number_of} {owner:?}"), owner, phase.clone());
            world.writer.write(|tx| tx.put_session(&stored, number("1.10"), number("0"))).unwrap();
            assert_eq!(world.writer.session(&stored.id).unwrap(), Some(stored));
        }
    }
    assert_eq!(world.writer.session(&session_id("nobody's")).unwrap(), None);
    assert_eq!(world.writer.session_count().unwrap(), 12);
}

#[test]
fn profiles_come_back() {
    let mut world = World::new();
    let anna = profile("anna");
    world.writer.write(|tx| tx.put_profile(&anna)).unwrap();
    assert_eq!(world.writer.profile(&anna.id).unwrap(), Some(anna.clone()));
    assert_eq!(world.writer.profile(&profile_id("Anna")).unwrap(), None, "ids are case-sensitive");
    let older = domain::profile::Profile { closed_sessions: 3, ..anna };
    world.writer.write(|tx| tx.put_profile(&older)).unwrap();
    assert_eq!(world.writer.profile(&older.id).unwrap(), Some(older));
    assert_eq!(world.writer.profile_count().unwrap(), 1);
}

#[test]
fn everything_about_an_event_comes_back() {
    let mut world = World::new();
    let pageview = Event { attributes: attributes(), ..event("pageview", 3, Some("s1"), Some("anna")) };
    let (open, anna, given) = (session("s1", Some("anna"), phases()[1].clone()), profile("anna"), effects());
    let logged = Entry {
        session: Some(&open),
        profile: Some(&anna),
        total: Some(number("65.890")),
        discount: number("5.94"),
        rejections: 2,
        effects: &given,
        request: "{ \"as\" :  \"sent\" }\n",
        trace: r#"{"why":"because"}"#,
        ..entry(&pageview)
    };
    world.writer.write(|tx| tx.append(&logged)).unwrap();
    let found = world.store.reader().unwrap().event(Seq(1)).unwrap().unwrap();
    assert_eq!(found.row.event_type, pageview.event_type);
    assert_eq!((found.row.at, found.row.total), (pageview.at, Some(number("65.890"))));
    assert_eq!((found.row.session, found.row.profile), (pageview.session.clone(), pageview.profile.clone()));
    assert_eq!(found.row.state, Some(open.state()));
    assert_eq!((found.row.effect_count as usize, found.row.rejection_count), (given.len(), 2));
    assert_eq!((found.row.op.as_str(), found.row.source.as_str()), ("trackEvent", "window"));
    assert_eq!(found.attributes, pageview.attributes);
    assert_eq!(found.effects, given);
    assert_eq!((found.request.as_str(), found.trace.as_str()), (logged.request, logged.trace));
    assert_eq!((found.session, found.profile), (Some(open), Some(anna)));
    assert_eq!(world.writer.event(Seq(2)).unwrap(), None);
    assert_eq!(world.writer.event(Seq(u64::MAX)).unwrap(), None);
}

#[test]
fn settings_and_the_name_of_the_workspace_come_back() {
    let mut world = World::new();
    let put = |key: &'static str, value: &'static str| (key.to_owned(), value.to_owned());
    world
        .writer
        .write(|tx| {
            tx.put_setting("currency", "USD")?;
            tx.put_setting("currency", "EUR")?;
            tx.put_setting("time_zone", "Europe/Berlin")?;
            tx.rename_workspace("Tea \"shop\"")
        })
        .unwrap();
    let settings = world.writer.settings().unwrap();
    assert!(settings.into_iter().eq([put("currency", "EUR"), put("time_zone", "Europe/Berlin")]));
    let workspace = world.writer.workspace().unwrap();
    assert_eq!((workspace.name.as_str(), workspace.created), ("Tea \"shop\"", at(0)));
}

fn any_value() -> impl Strategy<Value = Value> {
    let time = (-62_135_596_800_i64..253_402_207_200, 0_i32..1_000_000_000)
        .prop_map(|(second, nano)| Timestamp::new(second.max(0), nano).unwrap());
    let number = (any::<i64>(), 0_u32..=18).prop_map(|(digits, scale)| Decimal::new(digits, scale));
    let scalar = prop_oneof![
        any::<String>().prop_map(Value::Text),
        number.prop_map(Value::Number),
        any::<bool>().prop_map(Value::Bool),
        time.prop_map(Value::Time),
    ];
    prop_oneof![scalar.clone(), prop::collection::vec(scalar, 0..4).prop_map(Value::List)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_attributes_come_back(named in prop::collection::btree_map("[A-Za-z]\\w{0,8}", any_value(), 0..5)) {
        let mut world = World::new();
        let cart = Cart { attributes: named.clone(), ..Cart::default() };
        let stored = session("s", None, Phase::Open(cart));
        let tracked = Event { attributes: named, ..event("pageview", 0, None, None) };
        world.writer.write(|tx| {
            tx.put_session(&stored, Decimal::ZERO, Decimal::ZERO)?;
            tx.append(&entry(&tracked))?;
            Ok::<_, StoreError>(())
        }).unwrap();
        prop_assert_eq!(world.writer.session(&stored.id).unwrap(), Some(stored));
        prop_assert_eq!(world.writer.event(Seq(1)).unwrap().unwrap().attributes, tracked.attributes);
    }
}
