//! `till coupons`: codes made over a pipe, used by a session, and listed for people, spreadsheets and programs.

use serde_json::{Value, json};

use crate::shop::{FILE, NOW, Shop};

fn shop() -> Shop {
    let shop = Shop::with_story();
    let rule = json!([{"type": "checkCoupon", "redeem": true}]);
    let ruleset = json!({"promotionRules": [{"title": "With a code", "blocks": rule}]});
    let requests = [
        json!({"op": "saveCampaign", "body": {"name": "Codes", "ruleset": ruleset}}),
        json!({"op": "createCoupons", "id": 3, "body": {"value": "SUMMER20", "usageLimit": 5}}),
        json!({"op": "createCoupons", "id": 3, "body": {"value": "OLD", "expiryDate": "2026-01-01T00:00:00Z"}}),
        json!({"op": "updateSession", "id": "c", "body": {"customerSession": {
            "profileId": "ana", "couponCodes": ["SUMMER20", "OLD"], "state": "closed"}}}),
    ];
    let lines: Vec<String> = requests.iter().map(Value::to_string).collect();
    let said = shop.apply(lines.join("\n").as_bytes());
    assert_eq!(said.status, 0, "{said:?}");
    shop
}

#[test]
fn codes_are_listed_for_people() {
    let said = shop().till(&["coupons", FILE, "--clock", NOW]);
    assert_eq!(
        said.out,
        "\
Code      Campaign  Status       Used  Limit  Each customer  Recipient  Starts  Expires
OLD       Codes     expired         0      1           none                     2026-01-01T00:00:00Z
SUMMER20  Codes     used 1 of 5     1      5           none
"
    );
}

#[test]
fn codes_are_narrowed_by_campaign_text_and_status() {
    let shop = shop();
    let cases: [(&[&str], &[&str]); 5] = [
        (&["--status", "expired"], &["OLD"]),
        (&["--status", "used"], &["SUMMER20"]),
        (&["--search", "mmer"], &["SUMMER20"]),
        (&["--campaign", "1"], &[]),
        (&["--campaign", "3"], &["OLD", "SUMMER20"]),
    ];
    for (filter, expected) in cases {
        let arguments = [&["coupons", FILE, "--clock", NOW, "--format", "json"], filter].concat();
        let rows: Vec<Value> = serde_json::from_str(&shop.till(&arguments).out).unwrap();
        let values: Vec<&str> = rows.iter().map(|row| row["value"].as_str().unwrap()).collect();
        assert_eq!(values, expected, "{filter:?}");
    }
    let said = shop.till(&["coupons", FILE, "--campaign", "9"]);
    assert_eq!((said.status, said.err.as_str()), (1, "till: There is no campaign \"9\".\n"));
}

#[test]
fn a_list_of_codes_is_a_file_that_can_be_imported() {
    let csv = shop().till(&["coupons", FILE, "--format", "csv"]).out;
    let elsewhere = Shop::with_story();
    let request = json!({"op": "importCoupons", "id": 1, "body": {"csv": csv}});
    assert_eq!(elsewhere.apply(request.to_string().as_bytes()).answers()[0]["imported"], 2);
}
