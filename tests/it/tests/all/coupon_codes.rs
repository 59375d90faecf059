//! Codes come into being: one, many by a pattern, from a file; and are found again.

use std::sync::{Arc, Mutex};

use app::clock::Clock;
use app::coupon_sheet::{CouponSheet, ExportCoupons};
use app::operation::create_coupons::CreateCoupons;
use app::progress::Progress;
use app::question::coupons::Coupons;
use app::refusal::Refusal;
use app::request::coupon::CouponsRequest;
use app::sheet::SheetFormat;
use app::sheet::print::Print;
use app::view::coupon::{CouponFilterView, CouponPage, CouponStatusView};
use app::view::event::ExportFormat;
use app::workspace::Workspace;
use serde_json::{Value, json};

use crate::world::{World, campaign};

fn world() -> World {
    World::after(&[campaign("Summer", "Always", json!([])), campaign("Winter", "Always", json!([]))])
}

fn create(campaign: u32, body: Value) -> Value {
    json!({"op": "createCoupons", "id": campaign, "body": body})
}

fn import(csv: &str, skip: bool) -> Value {
    json!({"op": "importCoupons", "id": 1, "body": {"csv": csv, "skipBadRows": skip}})
}

fn page(workspace: &Workspace, filter: CouponFilterView) -> CouponPage {
    workspace.ask_now(&Coupons { filter, after: None, limit: 500 }).unwrap()
}

fn total(world: &World) -> u32 {
    page(&world.workspace, CouponFilterView::default()).total
}

/// The places and sentences of a refusal.
fn mistakes(refusal: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let errors = refusal["error"]["errors"].as_array().unwrap().iter();
    errors.map(|error| (text(&error["source"]["pointer"]), text(&error["details"]))).collect()
}

#[test]
fn a_code_is_created_once_in_a_workspace() {
    let world = world();
    let made = world.done(&create(1, json!({"value": "SUMMER20", "usageLimit": 5})));
    assert_eq!(made, json!({"created": 1, "coupons": ["SUMMER20"]}));
    let refusal = world.ask(&create(2, json!({"value": "SUMMER20"}))).unwrap_err();
    assert_eq!(
        mistakes(&refusal),
        [("/value".to_owned(), "There is a code \"SUMMER20\" already; choose another.".to_owned())]
    );
    let found =
        page(&world.workspace, CouponFilterView { text: Some("mmer".to_owned()), ..Default::default() });
    let row = found.rows.first().unwrap();
    assert_eq!((row.value.as_str(), row.usage_limit, row.campaign_name.as_str()), ("SUMMER20", 5, "Summer"));
    assert_eq!(row.status_text, "unused");
}

#[test]
fn a_rehearsal_names_codes_and_keeps_none() {
    let world = world();
    let request = create(1, json!({"couponPattern": "S-###", "numberOfCoupons": 3}));
    let rehearsed = world.rehearsed(&request).unwrap();
    assert_eq!(rehearsed["coupons"].as_array().unwrap().len(), 3);
    assert_eq!(total(&world), 0);
    assert_eq!(world.done(&request), rehearsed, "the same moment, the same codes");
    assert_ne!(world.done(&request)["coupons"], rehearsed["coupons"], "and never the same ones again");
    assert_eq!(total(&world), 6);
}

#[test]
fn a_pattern_is_used_up_to_its_last_code_and_not_beyond() {
    let world = world();
    let three = json!({"couponPattern": "#", "validCharacters": "ABC", "numberOfCoupons": 2});
    world.done(&create(1, json!({"value": "B"})));
    world.done(&create(1, three.clone()));
    let refusal = world.ask(&create(1, three)).unwrap_err();
    assert_eq!(mistakes(&refusal).first().unwrap().0, "/numberOfCoupons");
    let refusal =
        world.ask(&create(1, json!({"couponPattern": "#", "validCharacters": "ABC", "numberOfCoupons": 4})));
    assert!(mistakes(&refusal.unwrap_err()).first().unwrap().1.contains("at most 3"));
    assert_eq!(total(&world), 3);
}

#[test]
fn what_makes_no_sense_is_refused_by_field() {
    let world = world();
    let table = [
        (json!({}), "/value"),
        (json!({"value": "A", "couponPattern": "#"}), "/couponPattern"),
        (json!({"value": "A", "numberOfCoupons": 2}), "/numberOfCoupons"),
        (json!({"value": "A", "validCharacters": "AB"}), "/validCharacters"),
        (json!({"value": " A"}), "/value"),
        (json!({"couponPattern": "NONE"}), "/couponPattern"),
        (json!({"couponPattern": "######", "numberOfCoupons": 0}), "/numberOfCoupons"),
        (json!({"couponPattern": "######", "numberOfCoupons": 1_000_001}), "/numberOfCoupons"),
        (json!({"value": "A", "startDate": "tomorrow"}), "/startDate"),
        (json!({"value": "A", "expiryDate": "2026-01-01"}), "/expiryDate"),
        (
            json!({"value": "A", "startDate": "2026-02-01T00:00:00Z", "expiryDate": "2026-01-01T00:00:00Z"}),
            "/expiryDate",
        ),
        (json!({"value": "A", "discountLimit": 0}), "/discountLimit"),
        (json!({"value": "A", "usageLimit": 1_000_000}), "/usageLimit"),
        (json!({"value": "A", "recipientIntegrationId": "\u{7}"}), "/recipientIntegrationId"),
    ];
    for (body, pointer) in table {
        let refusal = world.ask(&create(1, body.clone())).unwrap_err();
        let places: Vec<String> = mistakes(&refusal).into_iter().map(|(place, _)| place).collect();
        assert_eq!(places, [pointer], "{body}");
    }
    assert!(
        world.ask(&create(9, json!({"value": "A"}))).unwrap_err()["error"]["message"]
            .as_str()
            .unwrap()
            .contains("campaign \"9\"")
    );
    assert_eq!(total(&world), 0);
}

#[test]
fn a_hundred_thousand_codes_are_made_in_one_go_and_told_apart() {
    let world = world();
    let progress = Progress::unwatched();
    let body = CouponsRequest {
        coupon_pattern: Some("SUMMER-####-##".to_owned()),
        number_of_coupons: Some(100_000),
        ..CouponsRequest::default()
    };
    let operation = CreateCoupons { id: 1, body, progress: Arc::clone(&progress) };
    let made = world.workspace.perform_now(operation, "test", false).unwrap();
    assert_eq!((made.created, progress.seen().1), (100_000, 100_000));
    assert_eq!(total(&world), 100_000);
}

#[test]
fn work_that_is_stopped_leaves_nothing() {
    let world = world();
    let progress = Progress::unwatched();
    progress.stop();
    let body = CouponsRequest {
        coupon_pattern: Some("######".to_owned()),
        number_of_coupons: Some(50_000),
        ..CouponsRequest::default()
    };
    let operation = CreateCoupons { id: 1, body, progress };
    let refusal = world.workspace.perform_now(operation, "test", false).unwrap_err();
    assert!(matches!(refusal, Refusal::Stopped), "{refusal}");
    assert_eq!(total(&world), 0);
}

const FILE: &str = "\
Value,LimitVal,expiryDate,recipientIntegrationId
GOOD-1,5,2026-12-31,
GOOD-2,,,ana
GOOD-1,1,,
BAD-1,many,yesterday,
,1,,
TAKEN,1,,
BAD-2,1,,,,
";

#[test]
fn every_bad_row_of_a_file_is_named_and_none_is_imported_unless_asked_for() {
    let world = world();
    world.done(&create(2, json!({"value": "TAKEN"})));
    let refusal = world.ask(&import(FILE, false)).unwrap_err();
    let places: Vec<String> = mistakes(&refusal).into_iter().map(|(place, _)| place).collect();
    assert_eq!(
        places,
        ["/csv/4/value", "/csv/5/limitval", "/csv/5/expiryDate", "/csv/6/value", "/csv/7/value", "/csv/8"]
    );
    assert_eq!(total(&world), 1, "nothing was half imported");
    let done = world.done(&import(FILE, true));
    assert_eq!((&done["imported"], done["leftOut"].as_array().unwrap().len()), (&json!(2), 6));
    let taken = &done["leftOut"][4];
    assert_eq!((&taken["line"], &taken["column"]), (&json!(7), &json!("value")));
    assert!(taken["details"].as_str().unwrap().contains("\"Winter\""), "{taken}");
    let rows = page(&world.workspace, CouponFilterView { campaign_id: Some(1), ..Default::default() }).rows;
    let told: Vec<_> = rows
        .iter()
        .map(|row| (row.value.as_str(), row.usage_limit, row.recipient.as_deref(), row.expires.as_deref()))
        .collect();
    assert_eq!(told, [("GOOD-2", 1, Some("ana"), None), ("GOOD-1", 5, None, Some("2026-12-31T00:00:00Z"))]);
}

#[test]
fn a_file_that_is_no_table_of_codes_is_refused_before_any_line() {
    let world = world();
    for (csv, word) in [
        ("", "Line 1"),
        ("code\nA\n", "\"code\""),
        ("value,value\nA,B\n", "twice"),
        ("usageLimit\n1\n", "\"value\""),
    ] {
        let refusal = world.ask(&import(csv, true)).unwrap_err();
        let (place, sentence) = mistakes(&refusal).remove(0);
        assert!(place == "/csv" && sentence.contains(word), "{csv:?}: {sentence}");
    }
    assert_eq!(total(&world), 0);
}

#[test]
fn what_is_exported_can_be_imported_elsewhere() {
    let (here, there) = (world(), world());
    here.done(&create(1, json!({
        "value": "=FULL", "usageLimit": 3, "profileLimit": 1, "discountLimit": 50.5,
        "startDate": "2026-02-01T00:00:00Z", "expiryDate": "2026-04-01T00:00:00Z", "isReservationMandatory": true,
    })));
    here.done(&create(1, json!({"value": "PLAIN", "usageLimit": 0, "recipientIntegrationId": "ana"})));
    let target = here.place("codes.csv");
    let export = ExportCoupons {
        filter: CouponFilterView::default(),
        format: ExportFormat::Csv,
        target: target.clone(),
    };
    assert_eq!(here.workspace.ask_now(&export).unwrap().rows, 2);
    let csv = std::fs::read_to_string(&target).unwrap();
    assert!(csv.contains("'=FULL"), "no spreadsheet may take a code for a formula: {csv}");
    there.done(&import(&csv, false));
    let terms = |world: &World| {
        let rows = page(&world.workspace, CouponFilterView::default()).rows;
        let mut rows: Vec<_> =
            rows.into_iter().map(|row| app::view::coupon::CouponView { id: String::new(), ..row }).collect();
        rows.sort_by(|one, other| one.value.cmp(&other.value));
        rows
    };
    assert_eq!(terms(&here), terms(&there));
}

#[test]
fn a_list_tells_the_status_by_the_workspace_clock() {
    let world = world();
    let table = [
        ("now", json!({}), CouponStatusView::Unused),
        ("soon", json!({"startDate": "2026-03-01T10:00:01Z"}), CouponStatusView::Scheduled),
        ("past", json!({"expiryDate": "2026-03-01T10:00:00Z"}), CouponStatusView::Expired),
    ];
    for (value, terms, status) in table {
        let mut body = terms;
        body["value"] = json!(value);
        world.done(&create(1, body));
        let filter = CouponFilterView { status: Some(status), ..Default::default() };
        let rows = page(&world.workspace, filter).rows;
        assert_eq!(rows.iter().map(|row| row.value.as_str()).collect::<Vec<_>>(), [value]);
    }
    let later = Clock::Held("2026-03-02T00:00:00Z".parse().unwrap());
    let reopened = Workspace::open(&world.workspace.path(), later).unwrap();
    let scheduled = CouponFilterView { status: Some(CouponStatusView::Scheduled), ..Default::default() };
    assert_eq!(page(&reopened, scheduled).total, 0);
}

#[test]
fn codes_are_printed_as_a_table_and_as_json() {
    let world = world();
    world.done(&create(1, json!({"value": "SUMMER20", "usageLimit": 0})));
    let printed = |format| {
        let sheet = CouponSheet { filter: CouponFilterView::default(), format };
        let print = Print { sheet, to: Mutex::new(Vec::new()) };
        world.workspace.ask_now(&print).unwrap().unwrap();
        String::from_utf8(print.to.into_inner().unwrap()).unwrap()
    };
    assert_eq!(
        printed(SheetFormat::Table),
        "Code      Campaign  Status  Used  Limit  Each customer  Recipient  Starts  Expires\n\
         SUMMER20  Summer    unused     0   none           none\n"
    );
    let rows: Value = serde_json::from_str(&printed(SheetFormat::Json)).unwrap();
    assert_eq!(rows[0]["value"], "SUMMER20");
}
