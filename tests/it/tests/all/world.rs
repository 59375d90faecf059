//! A workspace with a held clock, asked by lines of JSON, told about as text.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use app::apply::{Request, apply_now};
use app::clock::Clock;
use app::question::events::Events;
use app::question::sessions::OneSession;
use app::render::answer;
use app::view::event::{EventFilter, EventRowView};
use app::view::session::SessionView;
use app::workspace::Workspace;
use serde_json::{Value, json};
use tempfile::TempDir;

/// The most rows of a page.
const PAGE: u32 = 500;

/// A workspace in a folder of its own.
pub struct World {
    folder: TempDir,
    pub workspace: Workspace,
}

impl World {
    /// An empty workspace.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Clock::Held("2026-03-01T10:00:00Z".parse().unwrap());
        let workspace = Workspace::create(&folder.path().join("world.sqlite"), "world", clock).unwrap();
        Self { folder, workspace }
    }

    /// A workspace in which all of `requests` were done.
    pub fn after(requests: &[Value]) -> Self {
        let world = Self::new();
        for request in requests {
            world.done(request);
        }
        world
    }

    /// What became of the line `text`: the answer, or the refusal as it is printed.
    pub fn ask_text(&self, text: &str, dry: bool) -> Result<Value, Value> {
        let answered =
            Request::read(text).and_then(|request| apply_now(&self.workspace, request, "test", dry));
        let read = |line: String| serde_json::from_str(&line).unwrap();
        answered.map(read).map_err(|refusal| read(answer::refusal(&refusal)))
    }

    /// What became of `request`.
    pub fn ask(&self, request: &Value) -> Result<Value, Value> {
        self.ask_text(&request.to_string(), false)
    }

    /// The answer to `request`, which must be done.
    pub fn done(&self, request: &Value) -> Value {
        self.ask(request).unwrap_or_else(|refusal| panic!("{request} was refused: {refusal:#}"))
    }

    /// The answer to `request` when it is only rehearsed.
    pub fn rehearsed(&self, request: &Value) -> Result<Value, Value> {
        self.ask_text(&request.to_string(), true)
    }

    /// The journal, oldest first.
    pub fn journal(&self) -> Vec<EventRowView> {
        let question = Events { filter: EventFilter::default(), after: None, limit: PAGE };
        let mut rows = self.workspace.ask_now(&question).unwrap().rows;
        rows.reverse();
        rows
    }

    /// One session.
    pub fn session(&self, id: &str) -> SessionView {
        self.workspace.ask_now(&OneSession { id: id.to_owned() }).unwrap().unwrap()
    }

    /// Every byte that is stored: the file and what SQLite keeps beside it.
    pub fn bytes(&self) -> Vec<Vec<u8>> {
        ["", "-wal"].map(|ending| fs::read(self.file(ending)).unwrap_or_default()).into()
    }

    /// A place in the world's folder.
    pub fn place(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self, ending: &str) -> PathBuf {
        self.place(&format!("world.sqlite{ending}"))
    }

    /// Does the requests and tells, in text, what became of each.
    pub fn told(&self, requests: &[Value]) -> String {
        requests.iter().fold(String::new(), |mut text, request| {
            writeln!(text, "> {}", headline(request)).unwrap();
            match self.ask(request) {
                Ok(answer) => tell(&answer, &mut text),
                Err(refusal) => tell_refusal(&refusal, &mut text),
            }
            text.push('\n');
            text
        })
    }

    /// The journal as text, oldest first.
    pub fn journal_text(&self) -> String {
        self.journal().into_iter().fold(String::new(), |mut text, row| {
            let session = row.session_id.unwrap_or_else(|| "no session".to_owned());
            let total = row.total.map(|total| format!(", total {total}")).unwrap_or_default();
            let EventRowView { seq, event_type, discount, effects, .. } = row;
            writeln!(
                text,
                "{seq:>2} {event_type} · {session}{total}, discount {discount}, {effects} effects"
            )
            .unwrap();
            text
        })
    }
}

fn headline(request: &Value) -> String {
    let id = request["id"].as_str().map(|id| format!(" {id}")).unwrap_or_default();
    let body = &request["body"];
    let inner = body.get("customerSession").or_else(|| body.get("return")).unwrap_or(body);
    let body = match inner {
        Value::Null => String::new(),
        saved if saved.get("ruleset").is_some() => format!(" {}", json!({ "name": saved["name"] })),
        other => format!(" {other}"),
    };
    format!("{}{id}{body}", request["op"].as_str().unwrap())
}

fn tell(answer: &Value, text: &mut String) {
    if answer.get("events").is_none() {
        let name = answer["name"].as_str().unwrap();
        return writeln!(text, "  saved as number {}: {name}", answer["id"]).unwrap();
    }
    let types = list(&answer["events"]).map(|event| event["type"].as_str().unwrap());
    writeln!(text, "  events   {}", types.collect::<Vec<_>>().join(", ")).unwrap();
    if let Some(session) = answer.get("customerSession") {
        let Value::Object(attributes) = &session["attributes"] else { panic!("attributes are an object") };
        let items = list(&session["cartItems"]).map(|item| {
            format!(
                "{}×{} ({} left)",
                item["quantity"],
                item["sku"].as_str().unwrap(),
                item["remainingQuantity"]
            )
        });
        let (state, total) = (session["state"].as_str().unwrap(), &session["total"]);
        writeln!(text, "  session  {state}, total {total}: {}", items.collect::<Vec<_>>().join(", "))
            .unwrap();
        if !attributes.is_empty() {
            writeln!(text, "           attributes {}", session["attributes"]).unwrap();
        }
    }
    if let Some(profile) = answer.get("customerProfile") {
        let id = profile["integrationId"].as_str().unwrap();
        writeln!(
            text,
            "  profile  {id}, closed {}, sales {}",
            profile["closedSessions"], profile["totalSales"]
        )
        .unwrap();
    }
    for effect in list(&answer["effects"]) {
        writeln!(text, "  effect   {} {}", effect["effectType"].as_str().unwrap(), effect["props"]).unwrap();
    }
    for rule in list(&answer["trace"]).flat_map(|campaign| list(&campaign["rules"])) {
        let why = rule["why"].as_str().map(|why| format!(": {why}")).unwrap_or_default();
        writeln!(text, "  rule     {} {}{why}", rule["verdict"].as_str().unwrap(), rule["title"]).unwrap();
    }
    for note in list(&answer["notes"]) {
        writeln!(text, "  note     {}", note.as_str().unwrap()).unwrap();
    }
}

fn tell_refusal(refusal: &Value, text: &mut String) {
    writeln!(text, "  refused  {}", refusal["error"]["message"].as_str().unwrap()).unwrap();
    for problem in list(&refusal["error"]["errors"]) {
        let (pointer, details) = (&problem["source"]["pointer"], &problem["details"]);
        writeln!(text, "           {} {}", pointer.as_str().unwrap(), details.as_str().unwrap()).unwrap();
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().unwrap().iter()
}

/// *Create attribute* of an event type.
pub fn event_attribute(event_type: &str, name: &str, kind: &str) -> Value {
    json!({"op": "createAttribute", "body": {"entity": "Event", "eventType": event_type, "type": kind, "name": name}})
}

/// *Create attribute* of another entity.
pub fn attribute(entity: &str, name: &str, kind: &str) -> Value {
    json!({"op": "createAttribute", "body": {"entity": entity, "type": kind, "name": name}})
}

/// *Save campaign* with one rule.
pub fn campaign(name: &str, rule: &str, blocks: Value) -> Value {
    let ruleset = json!({"promotionRules": [{"title": rule, "blocks": blocks}]});
    json!({"op": "saveCampaign", "body": {"name": name, "ruleset": ruleset}})
}

/// *Update customer session*.
pub fn update(id: &str, session: Value) -> Value {
    json!({"op": "updateSession", "id": id, "body": {"customerSession": session}})
}

/// *Update customer session* to another state.
pub fn to_state(id: &str, state: &str) -> Value {
    update(id, json!({"state": state}))
}

/// *Return cart items*.
pub fn give_back(id: &str, items: Value) -> Value {
    json!({"op": "returnItems", "id": id, "body": {"return": {"returnedCartItems": items}}})
}

/// *Reopen customer session*.
pub fn reopen(id: &str) -> Value {
    json!({"op": "reopenSession", "id": id})
}

/// *Track event*.
pub fn track(profile: &str, event_type: &str, attributes: Value) -> Value {
    json!({"op": "trackEvent", "body": {"profileId": profile, "type": event_type, "attributes": attributes}})
}

/// *Update customer profile* with the rule engine.
pub fn profile(id: &str, attributes: Value) -> Value {
    json!({"op": "updateProfile", "id": id, "query": {"runRuleEngine": true}, "body": {"attributes": attributes}})
}

/// One line of a cart.
pub fn item(sku: &str, quantity: u32, price: f64) -> Value {
    json!({"sku": sku, "quantity": quantity, "price": price})
}
