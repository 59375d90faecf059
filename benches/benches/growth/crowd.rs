//! A workspace with many campaigns, budgets and codes, and one session that is updated again and again.

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use app::apply::{Ask, Move, Request};
use app::clock::Clock;
use app::operation::update_session::UpdateSession;
use app::refusal::Refusal;
use app::workspace::Workspace;
use benches::campaign::{Wish, hundred};
use benches::scene::{FAVOURITES, items};
use serde_json::{Value as Json, json};

const SOURCE: &str = "bench";
/// The code the session carries.
const CODE: &str = "THE-ONE";

/// An open workspace and the two updates that take turns.
pub struct Crowd {
    workspace: Workspace,
    updates: [UpdateSession; 2],
}

impl Crowd {
    /// A new workspace with so many campaigns and codes.
    pub fn open(path: &Path, campaigns: usize, codes: u32) -> Result<Self, Box<dyn Error>> {
        let workspace = Workspace::create(path, "bench", Clock::Wall)?;
        let attribute = json!({ "entity": "CustomerProfile", "type": "(list string)", "name": "favourites" });
        apply(&workspace, &json!({ "op": "createAttribute", "body": attribute }))?;
        for (number, wish) in (0..campaigns).zip(hundred().iter().cycle()) {
            apply(&workspace, &json!({ "op": "saveCampaign", "body": campaign(number, wish) }))?;
        }
        let one = json!({ "value": CODE, "usageLimit": 0 });
        apply(&workspace, &json!({ "op": "createCoupons", "id": 1, "body": one }))?;
        let many = json!({ "couponPattern": "CROWD-########", "numberOfCoupons": codes - 1 });
        apply(&workspace, &json!({ "op": "createCoupons", "id": 1, "body": many }))?;
        let profile = json!({ "attributes": { "favourites": FAVOURITES } });
        apply(&workspace, &json!({ "op": "updateProfile", "id": "ana", "body": profile }))?;
        Ok(Self { workspace, updates: [update(1)?, update(2)?] })
    }

    /// One update, stored or thrown away.
    pub fn request(&mut self, dry: bool) -> Result<(), Refusal> {
        self.updates.reverse();
        self.workspace.perform_now(self.updates[0].clone(), SOURCE, dry).map(drop)
    }

    /// How long the first request after a campaign was saved takes: it reads all campaigns again.
    pub fn request_after_saving(&mut self) -> Result<Duration, Box<dyn Error>> {
        let wish = hundred()[0];
        apply(&self.workspace, &json!({ "op": "saveCampaign", "id": 1, "body": campaign(0, &wish) }))?;
        let start = Instant::now();
        self.request(false)?;
        Ok(start.elapsed())
    }

    /// How many effects an update has.
    pub fn effects(&self) -> Result<usize, Refusal> {
        let outcome = self.workspace.perform_now(self.updates[0].clone(), SOURCE, true)?;
        Ok(outcome.effects.len())
    }
}

/// A campaign with two budgets nobody uses up. The first one takes the code.
fn campaign(number: usize, wish: &Wish) -> Json {
    let mut ruleset = wish.document();
    if number == 0
        && let Some(blocks) = ruleset.pointer_mut("/promotionRules/0/blocks").and_then(Json::as_array_mut)
    {
        blocks.insert(0, json!({ "type": "checkCoupon", "redeem": true }));
    }
    json!({
        "name": format!("Campaign {number}"),
        "limits": [
            { "action": "setDiscount", "limit": 1_000_000 },
            { "action": "setDiscountEffect", "limit": 1_000, "period": "monthly", "entities": ["Profile"] },
        ],
        "ruleset": ruleset,
    })
}

fn apply(workspace: &Workspace, line: &Json) -> Result<(), Refusal> {
    app::apply::apply_now(workspace, Request::read(&line.to_string())?, SOURCE, false).map(drop)
}

/// An update of the whole cart, with `quantity` units of the first line.
fn update(quantity: u32) -> Result<UpdateSession, Box<dyn Error>> {
    let session = json!({ "profileId": "ana", "couponCodes": [CODE], "cartItems": items(quantity) });
    let line = json!({ "op": "updateSession", "id": "cart-1", "body": { "customerSession": session } });
    match Request::read(&line.to_string())?.ask {
        Ask::Move(Move::UpdateSession(update)) => Ok(update),
        other => Err(format!("{other:?} is no update of a session").into()),
    }
}
