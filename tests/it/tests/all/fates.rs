//! What cancelling, returning and reopening would do is said before it happens, and then exactly that happens.

use app::apply::{Ask, Move, Request};
use app::outcome::Outcome;
use app::question::event::OneEvent;
use app::question::statement::Statement;
use app::render::outcome;
use app::view::event::OutcomeView;
use app::view::fate::FateView;
use app::view::ledger::StatementView;
use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::world::{World, attribute, campaign, give_back, item, reopen, to_state, update};

/// How many moves a story has after its closing.
const MOVES: u32 = 3;

/// What the window is told when `request` is done, or only rehearsed.
pub fn told(world: &World, request: &Value, dry: bool) -> Option<OutcomeView> {
    let Ok(Request { ask: Ask::Move(ask), .. }) = Request::read(&request.to_string()) else {
        panic!("{request} is no move")
    };
    let workspace = &world.workspace;
    let done: Result<Outcome, _> = match ask {
        Move::UpdateSession(ask) => workspace.perform_now(ask, "test", dry),
        Move::ReturnItems(ask) => workspace.perform_now(ask, "test", dry),
        Move::ReopenSession(ask) => workspace.perform_now(ask, "test", dry),
        Move::TrackEvent(ask) => workspace.perform_now(ask, "test", dry),
        Move::UpdateProfile(ask) => workspace.perform_now(ask, "test", dry),
    };
    done.ok().map(|done| outcome::view(&done))
}

fn statement(world: &World, id: &str) -> StatementView {
    world.workspace.ask_now(&Statement { id: id.to_owned(), most: None }).unwrap().unwrap()
}

fn per_item(value: &str) -> Value {
    json!([{"type": "awardDiscount", "name": "Five off each", "value": value, "partial": false,
            "target": {"type": "allItems", "prorated": false}}])
}

/// A discount on every unit, one on the cart, a free item and an attribute.
fn generous() -> World {
    let everything = json!([
        {"type": "awardDiscount", "name": "Two off each", "value": "2", "partial": false, "target": {"type": "allItems", "prorated": false}},
        {"type": "awardDiscount", "name": "Three off", "value": "3", "partial": false, "target": {"type": "cart"}},
        {"type": "awardItem", "sku": "mug", "name": "A mug", "quantity": "1"},
        {"type": "updateAttributeValue", "operator": "setTo", "attribute": {"entity": "CustomerProfile", "name": "tier"}, "value": "gold", "target": {"type": "profile"}},
    ]);
    World::after(&[
        attribute("CustomerProfile", "tier", "string"),
        campaign("Generous", "Everything", everything),
    ])
}

/// The fate as text.
fn fate_text(fate: &FateView) -> String {
    let mut lines = vec![fate.sentence.clone()];
    let taken = fate.taken_back.iter();
    lines.extend(taken.map(|row| {
        format!("- {} of {} from event {}: {}", row.amount, row.granted, row.granted_by, row.what)
    }));
    let stays = fate.stays.iter();
    lines.extend(stays.map(|row| {
        format!(
            "= {}{}: {}",
            row.what,
            row.amount.as_ref().map(|amount| format!(" ({amount})")).unwrap_or_default(),
            row.why
        )
    }));
    lines.extend(fate.afterwards.iter().map(|row| format!("  {}: {} → {}", row.what, row.before, row.after)));
    lines.join("\n")
}

/// The statement as text.
fn statement_text(statement: &StatementView) -> String {
    let rows = statement.rows.iter().map(|row| {
        let moved = row.granted.as_ref().map(|granted| format!("+{granted}"));
        let moved = moved.or(row.taken_back.as_ref().map(|taken| format!("−{taken}"))).unwrap_or_default();
        format!(
            "{} {} {moved} = {} | {} | {}",
            row.seq, row.account, row.balance, row.what, row.life.sentence
        )
    });
    [statement.sentence.clone()].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_vendor_s_tutorial_on_returns() {
    let world = World::after(&[campaign("Five off each", "Always", per_item("5"))]);
    let cart = json!({"profileId": "ada", "state": "closed", "cartItems": [item("shoes", 1, 60.0), item("shirts", 2, 20.0)]});
    world.done(&update("order-1", cart));
    let answer = world.done(&give_back("order-1", json!([{"position": 1, "quantity": 1}])));
    let effects = answer["effects"].as_array().unwrap();
    assert_eq!(effects.len(), 1, "{answer:#}");
    assert_eq!(effects[0]["effectType"], "rollbackDiscount");
    assert_eq!(
        effects[0]["props"],
        json!({"name": "Five off each", "value": 5, "cartItemPosition": 1, "cartItemSubPosition": 0})
    );
    assert_snapshot!(statement_text(&statement(&world, "order-1")));
}

#[test]
fn a_fate_is_told_before_it_is_met() {
    let world = generous();
    let cart = json!({"profileId": "ada", "cartItems": [item("tee", 2, 20.0), item("cap", 1, 9.5)]});
    world.done(&update("order-1", cart));
    let mut text = String::new();
    let story = [
        ("cancel while open", to_state("order-1", "cancelled"), false),
        ("close", to_state("order-1", "closed"), true),
        ("reopen", reopen("order-1"), false),
        ("return a tee", give_back("order-1", json!([{"sku": "tee", "quantity": 1}])), true),
        ("cancel", to_state("order-1", "cancelled"), true),
    ];
    for (name, request, is_kept) in story {
        let rehearsed = told(&world, &request, true).unwrap();
        let fate = rehearsed.fate.as_ref().map_or("ends nothing".to_owned(), fate_text);
        text.push_str(&format!("{name}\n{fate}\n\n"));
        if is_kept {
            assert_eq!(told(&world, &request, false).unwrap().fate, rehearsed.fate);
        }
    }
    text.push_str(&statement_text(&statement(&world, "order-1")));
    assert_snapshot!(text);
}

#[test]
fn an_effect_says_its_fate_since() {
    let world = generous();
    let cart = json!({"profileId": "ada", "cartItems": [item("tee", 2, 20.0)]});
    world.done(&update("order-1", cart));
    world.done(&to_state("order-1", "closed"));
    world.done(&give_back("order-1", json!([{"sku": "tee", "quantity": 1}])));
    let text = (1..=3).fold(String::new(), |text, seq| {
        let event = world.workspace.ask_now(&OneEvent { seq: seq.to_string() }).unwrap();
        assert_eq!(event.lives.len(), event.effects.len());
        let lines = event.effects.iter().zip(&event.lives);
        let lines = lines.map(|(effect, life)| format!("  {} — {}\n", effect.sentence, life.sentence));
        format!("{text}event {seq}\n{}", lines.collect::<String>())
    });
    assert_snapshot!(text);
}

#[test]
fn a_move_says_in_short_what_it_takes_back() {
    let world = generous();
    let cart = json!({"profileId": "ada", "cartItems": [item("tee", 2, 20.0)]});
    world.done(&update("order-1", cart));
    let short = || {
        let moves = world.session("order-1").moves;
        let said = moves.into_iter().filter_map(|one| Some(format!("{:?}: {}", one.ask, one.consequence?)));
        said.collect::<Vec<_>>().join("\n")
    };
    let open = short();
    world.done(&to_state("order-1", "closed"));
    let closed = short();
    world.done(&give_back("order-1", json!([{"sku": "tee"}])));
    assert_snapshot!([open, closed, short()].join("\n\n"));
}

/// The moves a story is made of, for the session `id`.
fn moves(id: &str) -> [Value; 6] {
    [
        update(id, json!({"cartItems": [item("tee", 3, 20.0), item("cap", 1, 9.5)]})),
        to_state(id, "closed"),
        to_state(id, "cancelled"),
        give_back(id, json!([{"sku": "tee", "quantity": 1}])),
        give_back(id, json!([{"position": 0, "quantity": 1}, {"position": 1}])),
        reopen(id),
    ]
}

/// A statement as it would be after the move, without when it happened: money per account.
fn sums(statement: &StatementView) -> Vec<(String, i64, i64, i64)> {
    let hundredths = |amount: &str| (amount.parse::<f64>().unwrap() * 100.0).round() as i64;
    let accounts = statement.accounts.iter();
    accounts
        .map(|account| {
            let sums = [&account.granted, &account.taken_back, &account.standing].map(|sum| hundredths(sum));
            (account.name.clone(), sums[0], sums[1], sums[2])
        })
        .collect()
}

#[test]
fn the_preview_equals_the_outcome_and_ledgers_balance_in_every_story() {
    let world = generous();
    for number in 0..6_usize.pow(MOVES) {
        let id = format!("story-{number}");
        world.done(&update(
            &id,
            json!({"profileId": id, "state": "closed", "cartItems": [item("tee", 2, 20.0)]}),
        ));
        for place in 0..MOVES {
            let chosen = &moves(&id)[number / 6_usize.pow(place) % 6];
            let rehearsed = told(&world, chosen, true);
            let before = statement(&world, &id);
            let short = short_of(&world, &id, chosen);
            let done = told(&world, chosen, false);
            let (Some(rehearsed), Some(done)) = (&rehearsed, &done) else {
                assert_eq!(rehearsed.is_some(), done.is_some(), "{chosen}");
                assert_eq!(statement(&world, &id), before, "a refusal enters nothing");
                continue;
            };
            assert_eq!((&rehearsed.effects, &rehearsed.fate), (&done.effects, &done.fate), "{chosen}");
            let (shown, kept) = (rehearsed.session.as_ref().unwrap(), done.session.as_ref().unwrap());
            assert_eq!((&shown.effects, &shown.totals), (&kept.effects, &kept.totals), "{chosen}");
            assert_eq!(
                kept.effects,
                world.session(&id).effects,
                "the answer and the question agree: {chosen}"
            );
            if let (Some(short), Some(fate)) = (short, &done.fate) {
                assert_eq!(short, fate.sentence, "{chosen}");
            }
            for (account, granted, taken_back, standing) in sums(&statement(&world, &id)) {
                assert_eq!(granted - taken_back, standing, "{account} after {chosen}");
            }
            let profile = done.profile.as_ref().unwrap();
            assert!(profile.closed_sessions <= 1 && !profile.total_sales.starts_with('-'), "{chosen}");
        }
    }
}

/// What the button of the move says, for moves whose whole effect is known before they are filled in.
fn short_of(world: &World, id: &str, request: &Value) -> Option<String> {
    use app::view::session::AskView;
    let ask = match request["op"].as_str()? {
        "reopenSession" => AskView::Reopen,
        "updateSession" if request["body"]["customerSession"]["state"] == "cancelled" => AskView::Cancel,
        _ => return None,
    };
    world.session(id).moves.into_iter().find(|one| one.ask == ask)?.consequence
}
