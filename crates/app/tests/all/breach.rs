//! A ledger that would not balance is refused, and nothing of the request is stored.

use app::apply::{Request, apply_now};
use app::clock::Clock;
use app::question::events::Events;
use app::question::sessions::OneSession;
use app::refusal::Refusal;
use app::view::event::EventFilter;
use app::view::workspace::RefusalCode;
use app::workspace::Workspace;
use domain::effect::{Effect, EffectKind};
use domain::event::{Event, EventType};
use domain::id::{CampaignId, EffectId, Seq, SessionId};
use rust_decimal::Decimal;
use store::{Entry, Store};

const CAMPAIGN: &str = r#"{"op":"saveCampaign","body":{"name":"Five off","ruleset":{"promotionRules":[{"title":"Always",
    "blocks":[{"type":"awardDiscount","name":"Five","value":"5","partial":false,"target":{"type":"cart"}}]}]}}}"#;
const CLOSE: &str = r#"{"op":"updateSession","id":"s1","body":{"customerSession":{"state":"closed",
    "cartItems":[{"sku":"tee","quantity":1,"price":20}]}}}"#;
const CANCEL: &str = r#"{"op":"updateSession","id":"s1","body":{"customerSession":{"state":"cancelled"}}}"#;
const OTHER: &str = r#"{"op":"updateSession","id":"s2","body":{"customerSession":{"state":"closed"}}}"#;

struct Shop {
    workspace: Workspace,
    folder: tempfile::TempDir,
}

impl Shop {
    /// With one closed session that was granted 5 by its first event.
    fn with_a_closed_session() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Clock::Held("2026-11-23T09:00:00Z".parse().unwrap());
        let workspace = Workspace::create(&folder.path().join("shop.sqlite"), "Shop", clock).unwrap();
        let shop = Self { workspace, folder };
        for line in [CAMPAIGN, CLOSE] {
            shop.ask(line, false).unwrap();
        }
        shop
    }

    fn ask(&self, line: &str, dry: bool) -> Result<String, Refusal> {
        Request::read(line).and_then(|request| apply_now(&self.workspace, request, "test", dry))
    }

    /// How many events there are, and the session.
    fn all(&self) -> (u32, app::view::session::SessionView) {
        let question = Events { filter: EventFilter::default(), after: None, limit: 1 };
        let session = self.workspace.ask_now(&OneSession { id: "s1".to_owned() }).unwrap().unwrap();
        (self.workspace.ask_now(&question).unwrap().total, session)
    }

    /// Slips a rollback into the log that this program would never write.
    fn slip_in(&self, amount: i64, of: Option<EffectId>) {
        let mut writer = Store::open(&self.folder.path().join("shop.sqlite")).unwrap().writer().unwrap();
        let kind = EffectKind::RollbackDiscount {
            name: "Five".to_owned(),
            value: Decimal::from(amount),
            unit: None,
            cost: None,
        };
        let effect = Effect {
            campaign: CampaignId(1),
            rule_index: 0,
            rule_name: "Always".to_owned(),
            condition_index: None,
            coupon: None,
            kind,
        };
        let event = Event {
            seq: None,
            at: self.workspace.now().unwrap(),
            event_type: EventType::from_name("talon_session_partially_returned"),
            profile: None,
            session: Some(SessionId::parse("s1", "").unwrap()),
            attributes: Default::default(),
        };
        let entry = Entry {
            event: &event,
            op: "returnItems",
            source: "elsewhere",
            request: "{}",
            session: None,
            profile: None,
            total: None,
            discount: Decimal::ZERO,
            rejections: 0,
            effects: &[effect],
            trace: "[]",
        };
        let written = writer.write(|tx| {
            let seq = tx.append(&entry)?;
            of.map_or(Ok(()), |of| tx.note_reversal(EffectId { seq, place: 0 }, of))
        });
        written.unwrap();
    }
}

#[test]
fn a_ledger_that_would_not_balance_is_refused_and_nothing_is_stored() {
    let grant = EffectId { seq: Seq(1), place: 0 };
    let table = [
        (7, None, "event 2 takes back 7 that was never granted"),
        (7, Some(grant), "event 1 granted 5, of which 7 would be taken back"),
    ];
    for (amount, of, why) in table {
        let shop = Shop::with_a_closed_session();
        shop.slip_in(amount, of);
        let before = shop.all();
        for dry in [true, false] {
            let refusal = shop.ask(CANCEL, dry).unwrap_err();
            assert_eq!(refusal.code(), RefusalCode::File);
            let sentence = refusal.to_string();
            assert!(sentence.starts_with("The ledger of session \"s1\" would not balance: "), "{sentence}");
            assert!(sentence.contains(why), "{sentence}");
        }
        assert_eq!(shop.all(), before);
        shop.ask(OTHER, false).unwrap();
    }
}

#[test]
fn a_rollback_of_an_older_file_still_finds_its_grant() {
    let shop = Shop::with_a_closed_session();
    shop.slip_in(5, None);
    assert!(shop.all().1.effects.is_empty(), "what was taken back stands no more");
    let answer = shop.ask(CANCEL, false).unwrap();
    assert!(!answer.contains("rollbackDiscount"), "nothing is taken back twice: {answer}");
}
