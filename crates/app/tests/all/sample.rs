//! What somebody who opens the sample shop finds.

use app::clock::Clock;
use app::question::campaigns::Campaigns;
use app::question::coupons::{CouponSuggestions, Coupons};
use app::question::dictionary::WholeDictionary;
use app::question::event::OneEvent;
use app::question::events::{Events, Facets};
use app::question::sessions::{OneSession, Sessions};
use app::request::campaign::CampaignState;
use app::sample::fill;
use app::view::coupon::CouponFilterView;
use app::view::event::{EventDetailView, EventFacets, EventFilter, EventRowView};
use app::view::session::{SessionFilter, SessionView, StateView};
use app::workspace::Workspace;
use domain::event::BuiltIn;
use domain::value::AttributeType;
use jiff::Timestamp;

const NOW: &str = "2026-11-23T09:00:00Z";

struct Shop {
    workspace: Workspace,
    _folder: tempfile::TempDir,
}

impl Shop {
    fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Clock::Held(NOW.parse().unwrap());
        let workspace =
            Workspace::create(&folder.path().join("shop.sqlite"), "Harbour Goods", clock).unwrap();
        fill(&workspace).unwrap();
        Self { workspace, _folder: folder }
    }

    fn events(&self) -> Vec<EventRowView> {
        let question = Events { filter: EventFilter::default(), after: None, limit: 500 };
        self.workspace.ask_now(&question).unwrap().rows
    }

    fn details(&self) -> Vec<EventDetailView> {
        let ask = |row: EventRowView| self.workspace.ask_now(&OneEvent { seq: row.seq }).unwrap();
        self.events().into_iter().map(ask).collect()
    }

    fn facets(&self) -> EventFacets {
        self.workspace.ask_now(&Facets { filter: EventFilter::default() }).unwrap()
    }

    fn open_carts(&self) -> Vec<SessionView> {
        let filter = SessionFilter { states: vec![StateView::Open], ..SessionFilter::default() };
        let rows = self.workspace.ask_now(&Sessions { filter, after: None, limit: 50 }).unwrap().rows;
        rows.into_iter()
            .map(|row| self.workspace.ask_now(&OneSession { id: row.id }).unwrap().unwrap())
            .collect()
    }
}

#[test]
fn every_kind_of_event_happened() {
    let types: Vec<String> = Shop::open().facets().types.into_iter().map(|facet| facet.value).collect();
    let built_in = BuiltIn::ALL.map(BuiltIn::name);
    for wanted in built_in.into_iter().chain(["pageview", "newsletter_signup", "product_rated"]) {
        assert!(types.iter().any(|found| found == wanted), "{wanted} did not happen");
    }
}

#[test]
fn every_type_of_attribute_is_in_use() {
    let shop = Shop::open();
    let dictionary = shop.workspace.ask_now(&WholeDictionary).unwrap();
    let attributes = dictionary.entities.iter().flat_map(|entity| &entity.attributes);
    let used: Vec<&str> = attributes.filter(|one| !one.locked).map(|one| one.kind.as_str()).collect();
    for kind in AttributeType::ALL {
        assert!(used.contains(&kind.name()), "nothing is a {}", kind.name());
    }
}

#[test]
fn every_enabled_campaign_gave_something_and_no_other() {
    let shop = Shop::open();
    let gave: Vec<String> = shop.facets().campaigns.into_iter().map(|facet| facet.label).collect();
    for campaign in shop.workspace.ask_now(&Campaigns).unwrap() {
        let is_enabled = campaign.state == CampaignState::Enabled;
        assert_eq!(gave.contains(&campaign.name), is_enabled, "{}", campaign.name);
    }
}

#[test]
fn every_effect_a_rule_can_give_is_there_and_none_is_an_error() {
    let shop = Shop::open();
    let details = shop.details();
    let effects = details.iter().flat_map(|event| &event.effects);
    let errors: Vec<&str> = effects
        .filter(|effect| effect.effect_type == "error")
        .map(|effect| effect.sentence.as_str())
        .collect();
    assert_eq!(errors, [""; 0]);
    let given: Vec<String> = shop.facets().effect_types.into_iter().map(|facet| facet.value).collect();
    let wanted = [
        "acceptCoupon",
        "addFreeItem",
        "couponCreated",
        "customEffect",
        "rejectCoupon",
        "rollbackDiscount",
        "setDiscount",
        "setDiscountPerItem",
        "showNotification",
        "updateAttribute",
    ];
    for effect in wanted {
        assert!(given.iter().any(|found| found == effect), "no {effect} was given");
    }
}

#[test]
fn a_hint_was_given_because_a_condition_failed() {
    let details = Shop::open().details();
    let mut effects = details.iter().flat_map(|event| &event.effects);
    let hint = effects.find(|effect| effect.on_failure && effect.rule_name == "Say how far it is");
    assert!(hint.is_some_and(|hint| hint.sentence.contains("Almost there")));
}

#[test]
fn the_cart_touched_last_is_open_with_two_campaigns_live() {
    let carts = Shop::open().open_carts();
    assert_eq!(carts.len(), 3);
    let mut live: Vec<&str> = carts[0].effects.iter().map(|effect| effect.campaign_name.as_str()).collect();
    live.dedup();
    assert_eq!(
        (carts[0].id.as_str(), live),
        ("cart-1010", vec!["10 % off from 50", "Second mug at half price"])
    );
    assert_ne!(carts[0].totals.discount, "0.00");
}

#[test]
fn there_are_codes_to_try_and_one_was_used() {
    let shop = Shop::open();
    let question = Coupons { filter: CouponFilterView::default(), after: None, limit: 100 };
    let codes = shop.workspace.ask_now(&question).unwrap().rows;
    let said = |value: &str| codes.iter().find(|code| code.value == value).unwrap().status_text.clone();
    assert_eq!([said("SUMMER20"), said("GIFT-25"), said("EARLYBIRD")], ["used once", "unused", "expired"]);
    assert!(
        codes
            .iter()
            .any(|code| code.value.starts_with("THANKS-") && code.recipient.as_deref() == Some("ben"))
    );
    let suggested = shop.workspace.ask_now(&CouponSuggestions).unwrap();
    assert_eq!(suggested.get(..2).unwrap(), ["SUMMER20", "GIFT-25"]);
}

#[test]
fn the_history_is_recent_and_in_order() {
    let events = Shop::open().events();
    let times: Vec<Timestamp> = events.iter().map(|row| row.at.parse().unwrap()).collect();
    assert!(times.is_sorted_by(|newer, older| newer >= older));
    let now: Timestamp = NOW.parse().unwrap();
    assert!(times[0] < now && now.duration_since(times[0]).as_mins() < 10);
    assert!((40..=60).contains(&events.len()), "{} events", events.len());
}

#[test]
fn the_same_clock_gives_the_same_shop() {
    assert_eq!(Shop::open().details(), Shop::open().details());
}
