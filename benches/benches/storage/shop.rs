//! The Tillroll side: a workspace with a hundred campaigns and one session that is updated again and again.

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use app::apply::{Ask, Move, Request};
use app::clock::Clock;
use app::operation::update_session::UpdateSession;
use app::refusal::Refusal;
use app::workspace::Workspace;
use benches::campaign::{Wish, hundred};
use benches::scene::{FAVOURITES, Scene, items};
use domain::id::CampaignId;
use rules::evaluate::{RunningCampaign, evaluate};
use rules::facts::Limits;
use serde_json::{Value as Json, json};

const SOURCE: &str = "bench";
/// Evaluations to take the mean of.
const EVALUATIONS: u32 = 2_000;

/// An open workspace and the two updates that take turns.
pub struct Shop {
    workspace: Workspace,
    updates: [UpdateSession; 2],
}

impl Shop {
    /// A new workspace with everything a request needs.
    pub fn open(path: &Path) -> Result<Self, Box<dyn Error>> {
        let workspace = Workspace::create(path, "bench", Clock::Wall)?;
        let attribute = json!({ "entity": "CustomerProfile", "type": "(list string)", "name": "favourites" });
        apply(&workspace, &json!({ "op": "createAttribute", "body": attribute }))?;
        for (number, wish) in hundred().iter().enumerate() {
            let body = json!({ "name": format!("Campaign {number}"), "ruleset": wish.document() });
            apply(&workspace, &json!({ "op": "saveCampaign", "body": body }))?;
        }
        let profile = json!({ "attributes": { "favourites": FAVOURITES } });
        apply(&workspace, &json!({ "op": "updateProfile", "id": "ana", "body": profile }))?;
        Ok(Self { workspace, updates: [update(1)?, update(2)?] })
    }

    /// One stored update.
    pub fn request(&mut self) -> Result<(), Refusal> {
        self.updates.reverse();
        self.workspace.perform_now(self.updates[0].clone(), SOURCE, false).map(drop)
    }

    /// One update that is thrown away.
    pub fn rehearse(&mut self) -> Result<(), Refusal> {
        self.updates.reverse();
        self.workspace.perform_now(self.updates[0].clone(), SOURCE, true).map(drop)
    }

    /// The mean time of evaluating the hundred campaigns on such a cart.
    pub fn evaluation(&self) -> Duration {
        let Ok(scene) = Scene::new() else {
            return Duration::ZERO;
        };
        let plans: Vec<_> = hundred().iter().flat_map(Wish::plan).collect();
        let running = |(number, plan)| RunningCampaign { id: CampaignId(number), name: "A campaign", plan };
        let campaigns: Vec<RunningCampaign<'_>> = (1..).zip(&plans).map(running).collect();
        let start = Instant::now();
        for _ in 0..EVALUATIONS {
            std::hint::black_box(evaluate(&campaigns, &scene.facts(), &Limits::default()));
        }
        start.elapsed() / EVALUATIONS
    }

    /// A copy of the workspace as it is now.
    pub fn copy_to(&self, path: &Path) -> Result<(), Refusal> {
        self.workspace.copy_to(path)
    }
}

fn apply(workspace: &Workspace, line: &Json) -> Result<(), Refusal> {
    app::apply::apply_now(workspace, Request::read(&line.to_string())?, SOURCE, false).map(drop)
}

/// An update of the whole cart, with `quantity` units of the first line.
fn update(quantity: u32) -> Result<UpdateSession, Box<dyn Error>> {
    let body = json!({ "customerSession": { "profileId": "ana", "cartItems": items(quantity) } });
    let line = json!({ "op": "updateSession", "id": "cart-1", "body": body });
    match Request::read(&line.to_string())?.ask {
        Ask::Move(Move::UpdateSession(update)) => Ok(update),
        other => Err(format!("{other:?} is no update of a session").into()),
    }
}
