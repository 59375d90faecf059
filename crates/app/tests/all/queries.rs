//! The query language on the sample shop: what a query means, what is wrong with one, and what is offered while it is
//! written.

use app::clock::Clock;
use app::question::events::Events;
use app::question::query::WrittenQuery;
use app::sample::fill;
use app::view::event::{EventFilter, EventRowView};
use app::view::query::QueryView;
use app::workspace::Workspace;

struct Shop {
    workspace: Workspace,
    _folder: tempfile::TempDir,
}

impl Shop {
    fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Clock::Held("2026-11-23T09:00:00Z".parse().unwrap());
        let workspace = Workspace::create(&folder.path().join("shop.sqlite"), "Shop", clock).unwrap();
        fill(&workspace).unwrap();
        Self { workspace, _folder: folder }
    }

    fn found(&self, query: &str) -> Vec<EventRowView> {
        let filter = EventFilter { text: Some(query.to_owned()), ..EventFilter::default() };
        self.workspace.ask_now(&Events { filter, after: None, limit: 500 }).unwrap().rows
    }

    fn written(&self, query: &str, cursor: u32) -> QueryView {
        self.workspace.ask_now(&WrittenQuery { text: query.to_owned(), cursor }).unwrap()
    }

    fn at_end(&self, query: &str) -> QueryView {
        self.written(query, u32::MAX)
    }
}

/// A query, and what is true of exactly the events it means.
type Meaning = (&'static str, fn(&EventRowView) -> bool);

fn amount(text: &str) -> f64 {
    text.parse().unwrap()
}

const MEANINGS: [Meaning; 16] = [
    ("", |_| true),
    ("type:pageview", |row| row.event_type == "pageview"),
    ("type:talon_session_*", |row| row.event_type.starts_with("talon_session_")),
    ("TYPE:pageview,product_rated", |row| ["pageview", "product_rated"].contains(&row.event_type.as_str())),
    ("-type:pageview", |row| row.event_type != "pageview"),
    ("state:closed,cancelled", |row| row.state.is_some_and(|state| !is_running(state))),
    ("customer:ana session:cart-1001", |row| row.session_id.as_deref() == Some("cart-1001")),
    ("customer:\"\" -session:\"\"", |row| row.profile_id.is_none()),
    ("total:>80", |row| row.total.as_deref().is_some_and(|total| amount(total) > 80.0)),
    ("total:29..46.10", |row| {
        row.total.as_deref().is_some_and(|total| (29.0..=46.1).contains(&amount(total)))
    }),
    ("total:..29", |row| row.total.as_deref().is_some_and(|total| amount(total) <= 29.0)),
    ("discount:<0", |row| amount(&row.discount) < 0.0),
    ("effects:>=4", |row| row.effects >= 4),
    ("rejection:*", |row| row.rejections > 0),
    ("-rejections:0", |row| row.rejections > 0),
    ("chloe cart-1003", |row| row.session_id.as_deref() == Some("cart-1003")),
];

fn is_running(state: app::view::session::StateView) -> bool {
    use app::view::session::StateView::{Open, PartiallyReturned};
    matches!(state, Open | PartiallyReturned)
}

#[test]
fn a_query_means_exactly_the_events_it_says() {
    let shop = Shop::open();
    let all = shop.found("");
    for (query, is_meant) in MEANINGS {
        let expected: Vec<&EventRowView> = all.iter().filter(|row| is_meant(row)).collect();
        assert!(!expected.is_empty(), "{query} means something in the sample shop");
        assert_eq!(shop.found(query).iter().collect::<Vec<_>>(), expected, "{query}");
    }
}

#[test]
fn days_are_whole_days_of_the_application_and_parts_of_a_day_are_instants() {
    let shop = Shop::open();
    let day = |query: &str| shop.found(query).iter().map(|row| row.at[..10].to_owned()).collect::<Vec<_>>();
    assert!(!day("time:2026-11-21").is_empty());
    assert!(day("time:2026-11-21").iter().all(|day| day == "2026-11-21"));
    assert!(day("time:>2026-11-21").iter().all(|day| day.as_str() > "2026-11-21"));
    assert!(day("time:<=2026-11-21").iter().all(|day| day.as_str() <= "2026-11-21"));
    let parts = day("time:<2026-11-20").len() + day("time:2026-11-20..2026-11-21").len();
    assert_eq!(parts + day("time:>2026-11-21").len(), day("").len());
    let all = shop.found("");
    let (newest, rest) = all.split_first().unwrap();
    assert_eq!(shop.found(&format!("time:<{}", newest.at)), rest);
}

#[test]
fn every_mistake_is_pointed_at_and_says_what_would_be_right() {
    let shop = Shop::open();
    let table = [
        ("tea foo:1", "foo", "nothing to search by"),
        ("type:", "type:", "Say what \"type\" should be"),
        ("-state:closed,opn", "opn", "It is one of open, closed"),
        ("rejection:Expired", "Expired", "It is one of CouponNotFound"),
        ("campaign:\"no such\"", "\"no such\"", "There is no campaign"),
        ("total:>ten", ">ten", "\"ten\" is not a number"),
        ("total:10,20", "20", "for a range write 10..20"),
        ("effects:1.5", "1.5", "not a whole number"),
        ("time:yesterday", "yesterday", "a day such as 2026-11-27"),
        ("attributes.nothing:1", "attributes.nothing", "No event has an attribute"),
        ("attributes.:1", "attributes.", "nothing to search by"),
        ("ä😀 \"red", "\"red", "never closed"),
        ("tea --", "--", "no letter or digit"),
    ];
    for (query, part, sentence) in table {
        let mistake = shop.at_end(query).mistake.unwrap_or_else(|| panic!("{query} is wrong"));
        let units: Vec<u16> = query.encode_utf16().collect();
        let pointed = String::from_utf16(&units[mistake.start as usize..mistake.end as usize]).unwrap();
        assert_eq!(pointed, part, "{query}");
        assert!(mistake.message.contains(sentence), "{query}: {}", mistake.message);
        let filter = EventFilter { text: Some(query.to_owned()), ..EventFilter::default() };
        let refused = shop.workspace.ask_now(&Events { filter, after: None, limit: 1 }).unwrap_err();
        let problem = &refused.problems()[0];
        assert_eq!((problem.start, problem.end), (Some(mistake.start), Some(mistake.end)), "{query}");
    }
    let long = "x ".repeat(600);
    assert!(shop.at_end(&long).mistake.unwrap().message.contains("at most 1000 characters"));
    let many = "x ".repeat(31);
    assert!(shop.at_end(&many).mistake.unwrap().message.contains("at most 30 terms"));
}

#[test]
fn what_could_stand_at_the_cursor_is_offered() {
    let shop = Shop::open();
    // `|` is the cursor; what stands between it and the query's end is kept where it is.
    let table = [
        ("|", "", "type:"),
        ("ty|", "ty", "type:"),
        ("-st|", "st", "state:"),
        ("type:page|", "page", "pageview"),
        ("type:pageview,prod|", "prod", "product_rated"),
        ("state:|", "", "open"),
        ("customer:ch|", "ch", "chloe"),
        ("effect:setd| tea", "setd", "setDiscount"),
        ("rejection:|", "", "CouponNotFound"),
        ("source:|", "", "sample"),
        ("attributes.u|", "attributes.u", "attributes.url:"),
        ("tot|:>50", "tot:", "total:"),
    ];
    for (marked, replaced, first) in table {
        let query = marked.replace('|', "");
        let cursor = u32::try_from(marked.find('|').unwrap()).unwrap();
        let offered = shop.written(&query, cursor);
        assert_eq!(&query[offered.start as usize..offered.end as usize], replaced, "{marked}");
        assert!(offered.choices.len() <= 14);
        assert_eq!(offered.choices.first().map(|choice| choice.text.as_str()), Some(first), "{marked}");
    }
    for nothing in ["total:>", "foo:", "\"red"] {
        assert_eq!(shop.at_end(nothing).choices, [], "{nothing}");
    }
}

#[test]
fn what_is_offered_can_be_searched_by() {
    let shop = Shop::open();
    let keys = ["type", "state", "source", "campaign", "effect", "rejection", "session", "customer"];
    for key in keys.into_iter().chain(["attributes.url"]) {
        for choice in shop.at_end(&format!("{key}:")).choices {
            let query = format!("{key}:{}", choice.text);
            assert_eq!(shop.at_end(&query).mistake, None, "{query}");
        }
    }
}
