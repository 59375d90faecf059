//! Every filter, alone and together with others, against a plain reading of what it says.

use std::collections::BTreeMap;

use domain::effect::Effect;
use domain::event::{Event, EventType, SessionState};
use domain::id::{CampaignId, Seq};
use domain::session::{Phase, Returns, Session};
use domain::value::Value;
use store::{Amount, Bucket, Column, Count, Entry, EventFilter, Pattern, StoreError, Term, Test};

use crate::samples::{
    World, at, cart, discount, entry, event, notification, number, profile_id, session, session_id,
};

/// One row of the log under test: type, second, session, customer, cancelled?, campaigns, url, source, request.
type Line = (
    &'static str,
    i64,
    Option<&'static str>,
    Option<&'static str>,
    bool,
    &'static [u32],
    &'static str,
    &'static str,
    &'static str,
);

const LOG: [Line; 6] = [
    ("talon_session_created", 10, Some("s1"), Some("anna"), false, &[], "", "window", "{\"sku\": \"TEA\"}"),
    ("pageview", 20, None, Some("anna"), false, &[1], "/home", "http", "{}"),
    ("pageview", 30, Some("s1"), Some("anna"), false, &[1, 2], "/cart", "http", "100%_done"),
    ("talon_session_cancelled", 40, Some("s1"), Some("anna"), true, &[2], "", "window", "{}"),
    ("100% odd_type\\", 50, Some("s2"), None, false, &[], "/home", "window", "{}"),
    ("talon_session_created", 60, Some("s3"), Some("bob"), false, &[3], "", "window", "{}"),
];

fn world() -> World {
    let mut world = World::new();
    for (kind, second, session, profile, cancelled, campaigns, url, source, request) in LOG {
        let mut happened = event(kind, second, session, profile);
        if !url.is_empty() {
            happened.attributes.insert("url".to_owned(), Value::Text(url.to_owned()));
            happened.attributes.insert("n".to_owned(), Value::List(vec![Value::Number(number("1.50"))]));
        }
        log(&mut world, &happened, cancelled, campaigns, source, request);
    }
    world
}

fn log(world: &mut World, event: &Event, cancelled: bool, campaigns: &[u32], source: &str, request: &str) {
    let phase = if cancelled { Phase::Cancelled(cart(), Returns::default()) } else { Phase::Open(cart()) };
    let after: Option<Session> = event.session.as_ref().map(|id| session(id.as_str(), None, phase));
    let effects: Vec<Effect> = campaigns
        .iter()
        .flat_map(|id| if *id == 3 { vec![notification(3)] } else { vec![discount(*id), discount(*id)] })
        .collect();
    let entry = Entry { session: after.as_ref(), effects: &effects, source, request, ..entry(event) };
    world.writer.write(|tx| tx.append(&entry)).unwrap();
}

fn types(names: &[&str]) -> Vec<EventType> {
    names.iter().map(|name| EventType::from_name(name)).collect()
}

fn texts(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn all() -> EventFilter {
    EventFilter::default()
}

fn seqs(world: &World, filter: &EventFilter) -> Vec<u64> {
    world.writer.events(filter, None, 100).unwrap().rows.iter().map(|row| row.seq.0).collect()
}

fn states(states: &[SessionState]) -> EventFilter {
    EventFilter { states: states.to_vec(), ..all() }
}

fn text(text: &str) -> EventFilter {
    terms(&[(false, Test::Words(text.to_owned()))])
}

fn terms(some: &[(bool, Test)]) -> EventFilter {
    let terms = some.iter().map(|(negated, test)| Term { negated: *negated, test: test.clone() });
    EventFilter { terms: terms.collect(), ..all() }
}

fn attributes(some: &[(&str, &str)]) -> EventFilter {
    EventFilter { attributes: pairs(some), ..all() }
}

fn effects(names: &[&str]) -> EventFilter {
    EventFilter { effect_types: texts(names), ..all() }
}

fn of_types(names: &[&str]) -> EventFilter {
    EventFilter { types: types(names), ..all() }
}

/// Filters and the events they mean, newest first.
fn table() -> Vec<(EventFilter, Vec<u64>)> {
    [by_column(), by_what_is_beside_the_journal(), by_several(), by_terms()].concat()
}

fn by_column() -> Vec<(EventFilter, Vec<u64>)> {
    use SessionState::{Cancelled, Open};
    vec![
        (all(), vec![6, 5, 4, 3, 2, 1]),
        (of_types(&["pageview"]), vec![3, 2]),
        (of_types(&["pageview", "talon_session_cancelled"]), vec![4, 3, 2]),
        (of_types(&["Pageview"]), vec![]),
        (EventFilter { excluded_types: types(&["pageview"]), ..all() }, vec![6, 5, 4, 1]),
        (EventFilter { session: Some(session_id("s1")), ..all() }, vec![4, 3, 1]),
        (EventFilter { profile: Some(profile_id("anna")), ..all() }, vec![4, 3, 2, 1]),
        (states(&[Cancelled]), vec![4]),
        (states(&[Cancelled, Open]), vec![6, 5, 4, 3, 1]),
        (EventFilter { excluded_states: vec![Cancelled], ..all() }, vec![6, 5, 3, 2, 1]),
        (EventFilter { from: Some(at(20)), ..all() }, vec![6, 5, 4, 3, 2]),
        (EventFilter { from: Some(at(20)), until: Some(at(40)), ..all() }, vec![3, 2]),
        (EventFilter { sources: texts(&["http"]), ..all() }, vec![3, 2]),
    ]
}

fn by_what_is_beside_the_journal() -> Vec<(EventFilter, Vec<u64>)> {
    vec![
        (EventFilter { campaign: Some(CampaignId(2)), ..all() }, vec![4, 3]),
        (EventFilter { campaign: Some(CampaignId(9)), ..all() }, vec![]),
        (EventFilter { excluded_campaigns: vec![CampaignId(2)], ..all() }, vec![6, 5, 2, 1]),
        (EventFilter { excluded_effect_types: texts(&["setDiscount"]), ..all() }, vec![6, 5, 1]),
        (effects(&["setDiscount"]), vec![4, 3, 2]),
        (effects(&["setDiscount", "showNotification"]), vec![6, 4, 3, 2]),
        (attributes(&[("url", "/home")]), vec![5, 2]),
        (attributes(&[("n", "1.5")]), vec![5, 3, 2]),
        (attributes(&[("n", "1.5"), ("url", "/cart")]), vec![3]),
        (text("tea"), vec![1]),
        (text("TE"), vec![1]),
        (text("ea"), vec![]),
        (text("100%"), vec![5, 3]),
        (text("100 done"), vec![3]),
        (text("done 100"), vec![]),
        (text("odd_type\\"), vec![5]),
        (text("' OR 1=1 --"), vec![]),
        (text("\"*:^ NEAR("), vec![]),
        (text("--"), vec![]),
        (text("bob"), vec![6]),
    ]
}

fn by_several() -> Vec<(EventFilter, Vec<u64>)> {
    let everything = EventFilter {
        types: types(&["pageview", "talon_session_cancelled"]),
        campaign: Some(CampaignId(1)),
        session: Some(session_id("s1")),
        effect_types: texts(&["setDiscount"]),
        states: vec![SessionState::Open],
        attributes: pairs(&[("url", "/cart")]),
        sources: texts(&["http"]),
        ..all()
    };
    let anna = Some(profile_id("anna"));
    vec![
        (everything, vec![3]),
        (EventFilter { profile: anna, ..effects(&["setDiscount", "showNotification"]) }, vec![4, 3, 2]),
    ]
}

fn by_terms() -> Vec<(EventFilter, Vec<u64>)> {
    use std::ops::Bound::{Excluded, Included, Unbounded};
    let exactly = |text: &str| vec![Pattern::Exactly(text.to_owned())];
    let like = |text: &str| vec![Pattern::Pieces(text.split('*').map(ToOwned::to_owned).collect())];
    let kind = |patterns| Test::Column(Column::Type, patterns);
    let url = |patterns| Test::Attribute("url".to_owned(), patterns);
    let n = |range| Test::AttributeNumber("n".to_owned(), range);
    let amount = |amount, range| Test::Amount(amount, range);
    let one = |test: &Test| terms(&[(false, test.clone())]);
    let not = |test: &Test| terms(&[(true, test.clone())]);
    vec![
        (one(&kind(exactly("pageview"))), vec![3, 2]),
        (not(&kind(exactly("pageview"))), vec![6, 5, 4, 1]),
        (one(&kind(like("TALON_*created"))), vec![6, 1]),
        (one(&kind(like("100%*\\"))), vec![5]),
        (one(&Test::Column(Column::Profile, exactly(""))), vec![5]),
        (one(&Test::Campaign(vec![CampaignId(2), CampaignId(3)])), vec![6, 4, 3]),
        (not(&Test::Effect(texts(&["setDiscount"]))), vec![6, 5, 1]),
        (one(&Test::Effect(vec![])), vec![]),
        (one(&Test::Rejection(texts(&["CouponExpired"]))), vec![]),
        (one(&url(like("*h*"))), vec![5, 2]),
        (not(&url(exactly("/home"))), vec![6, 4, 3, 1]),
        (one(&n((Included(number("1.50")), Included(number("1.5"))))), vec![5, 3, 2]),
        (one(&n((Excluded(number("1.5")), Unbounded))), vec![]),
        (one(&amount(Amount::Total, (Unbounded, Unbounded))), vec![6, 5, 4, 3, 2, 1]),
        (one(&amount(Amount::Discount, (Excluded(number("0")), Unbounded))), vec![]),
        (one(&Test::Count(Count::Effects, (Included(2), Included(3)))), vec![4, 2]),
        (one(&Test::Time((Excluded(at(20)), Included(at(40))))), vec![4, 3]),
        (not(&Test::Words("anna".to_owned())), vec![6, 5]),
        (terms(&[(false, Test::Words("anna".to_owned())), (true, kind(exactly("pageview")))]), vec![4, 1]),
    ]
}

#[test]
fn every_filter_means_what_it_says_in_lists_counts_and_exports() {
    let world = world();
    for (filter, expected) in table() {
        assert_eq!(seqs(&world, &filter), expected, "list: {filter:?}");
        assert_eq!(world.writer.count(&filter).unwrap(), expected.len() as u64, "count: {filter:?}");
        let mut exported = Vec::new();
        world
            .writer
            .each_event(&filter, |event| {
                exported.push(event.row.seq.0);
                Ok::<_, StoreError>(())
            })
            .unwrap();
        exported.reverse();
        assert_eq!(exported, expected, "export: {filter:?}");
        let bars: u64 = world.writer.facets(&filter).unwrap().histogram.iter().map(|bar| bar.count).sum();
        assert_eq!(bars, expected.len() as u64, "histogram: {filter:?}");
    }
}

#[test]
fn pages_of_any_filter_neither_skip_nor_double() {
    let world = world();
    for (filter, expected) in table() {
        for limit in 1..=3 {
            let (mut found, mut before) = (Vec::new(), None);
            loop {
                let page = world.writer.events(&filter, before, limit).unwrap();
                assert!(page.rows.len() <= limit as usize);
                found.extend(page.rows.iter().map(|row| row.seq.0));
                before = page.next;
                if before.is_none() {
                    break;
                }
            }
            assert_eq!(found, expected, "pages of {limit}: {filter:?}");
        }
    }
}

#[test]
fn a_page_is_not_disturbed_by_what_is_logged_meanwhile() {
    let mut world = world();
    let first = world.writer.events(&all(), None, 2).unwrap();
    world.log(&event("tick", 99, None, None));
    let second = world.writer.events(&all(), first.next, 2).unwrap();
    let seqs: Vec<_> = first.rows.iter().chain(&second.rows).map(|row| row.seq).collect();
    assert_eq!(seqs, [Seq(6), Seq(5), Seq(4), Seq(3)]);
}

#[test]
fn facets_count_events_and_leave_their_own_filter_out() {
    let world = world();
    let facets = world.writer.facets(&EventFilter { campaign: Some(CampaignId(1)), ..all() }).unwrap();
    assert_eq!(facets.types, [(EventType::Custom("pageview".to_owned()), 2)]);
    assert_eq!(facets.states, [(SessionState::Open, 1)]);
    assert_eq!(facets.campaigns, [(CampaignId(1), 2), (CampaignId(2), 2), (CampaignId(3), 1)]);
    assert_eq!(facets.effect_types, [("setDiscount".to_owned(), 2)]);
    assert_eq!(facets.sources, [("http".to_owned(), 2)]);
    let chosen = EventFilter { types: types(&["pageview"]), sources: texts(&["http"]), ..all() };
    let facets = world.writer.facets(&chosen).unwrap();
    assert_eq!(facets.types.len(), 1, "other doors than http logged no other type");
    assert_eq!(facets.sources, [("http".to_owned(), 2)]);
    let unfiltered = world.writer.facets(&all()).unwrap();
    let sources: BTreeMap<_, _> = unfiltered.sources.into_iter().collect();
    assert_eq!(sources, BTreeMap::from([("http".to_owned(), 2), ("window".to_owned(), 4)]));
    assert_eq!(unfiltered.effect_types, [("setDiscount".to_owned(), 3), ("showNotification".to_owned(), 1)]);
}

#[test]
fn a_histogram_covers_all_events_without_overlap() {
    let world = world();
    let bars = world.writer.facets(&all()).unwrap().histogram;
    assert_eq!(bars.first().map(|bar: &Bucket| bar.from), Some(at(10)));
    assert!(bars.windows(2).all(|pair| pair[0].until <= pair[1].from));
    assert!(bars.last().is_some_and(|bar| bar.until > at(60)));
    assert!(World::new().writer.facets(&all()).unwrap().histogram.is_empty());
}

#[test]
fn an_export_stops_at_the_first_error() {
    let world = world();
    let mut seen = 0;
    let stopped = world.writer.each_event(&all(), |_| {
        seen += 1;
        if seen == 2 { Err(StoreError::NotOurs) } else { Ok(()) }
    });
    assert!(stopped.is_err());
    assert_eq!(seen, 2);
    assert_eq!(world.writer.count(&all()).unwrap(), 6, "the connection can still be used");
}
