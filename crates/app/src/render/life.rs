//! What became of an effect since its event, in one word and one sentence.

use domain::effect::EffectKind;
use domain::event::{EventType, SessionState};
use domain::fate::{Entry, entry};
use domain::id::{EffectId, Seq};
use domain::ledger::{Booking, Ledger, Line};

use super::text;
use crate::view::ledger::{LifeStateView, LifeView};

/// The lives of the effects of the event at `seq`, in their order; `next` is the session's next own event.
pub fn of_event(
    seq: Seq,
    event_type: &EventType,
    state: Option<SessionState>,
    effects: &[domain::effect::Effect],
    ledger: &Ledger,
    next: Option<Seq>,
) -> Vec<LifeView> {
    let booking = Booking::of(event_type, state);
    let life = |(place, effect): (u32, &domain::effect::Effect)| match booking {
        Booking::Commit | Booking::GiveBack => of_entered(EffectId { seq, place }, ledger),
        Booking::Preview => of_preview(&effect.kind, next),
        Booking::Lapse | Booking::Apart => apart(),
    };
    (0_u32..).zip(effects).map(life).collect()
}

/// The life of a grant.
pub fn of_line(line: &Line) -> LifeView {
    let Some(account) = line.account else {
        return LifeView {
            state: LifeStateView::Message,
            sentence: "It was shown, and holds nothing that could be taken back.".to_owned(),
            events: Vec::new(),
        };
    };
    let by: Vec<Seq> = line.taken.iter().map(|taken| taken.by.seq).collect();
    match (by.as_slice(), line.stands()) {
        ([], _) => match line.spared {
            Some(spared) => LifeView {
                state: LifeStateView::Stands,
                sentence: format!("Still stands after event {}. {}", spared.by.0, spared.why.sentence()),
                events: vec![spared.by.0.to_string()],
            },
            None => LifeView {
                state: LifeStateView::Stands,
                sentence: "Still stands.".to_owned(),
                events: Vec::new(),
            },
        },
        (by, false) => LifeView {
            state: LifeStateView::TakenBack,
            sentence: format!("Taken back at {}.", at(by)),
            events: numbers(by),
        },
        (by, true) => LifeView {
            state: LifeStateView::InPart,
            sentence: format!(
                "{} taken back at {}; {} still stands.",
                text::measure(account, line.taken_back()),
                at(by),
                text::measure(account, line.standing())
            ),
            events: numbers(by),
        },
    }
}

/// The life of a rollback of what the event `of` granted.
pub fn of_rollback(of: Seq) -> LifeView {
    LifeView {
        state: LifeStateView::Rollback,
        sentence: format!("Takes back what event {} granted.", of.0),
        events: vec![of.0.to_string()],
    }
}

fn of_entered(id: EffectId, ledger: &Ledger) -> LifeView {
    match (ledger.line(id), ledger.reversed_by(id)) {
        (Some(line), _) => of_line(line),
        (None, Some(line)) => of_rollback(line.id.seq),
        (None, None) => LifeView {
            state: LifeStateView::Rollback,
            sentence: "Takes back something that was never granted.".to_owned(),
            events: Vec::new(),
        },
    }
}

fn of_preview(kind: &EffectKind, next: Option<Seq>) -> LifeView {
    if let EffectKind::UpdateAttribute { .. } = kind {
        return LifeView {
            state: LifeStateView::Stands,
            sentence: "An attribute has its new value at once, also while the session is open.".to_owned(),
            events: Vec::new(),
        };
    }
    if entry(kind) == Entry::Message {
        return LifeView {
            state: LifeStateView::Message,
            sentence: "It was shown, and holds nothing that could be taken back.".to_owned(),
            events: Vec::new(),
        };
    }
    match next {
        Some(next) => LifeView {
            state: LifeStateView::Lapsed,
            sentence: format!("Was shown and not granted; event {} decided anew.", next.0),
            events: vec![next.0.to_string()],
        },
        None => LifeView {
            state: LifeStateView::Preview,
            sentence: "Shown, and not granted before the session is closed.".to_owned(),
            events: Vec::new(),
        },
    }
}

fn apart() -> LifeView {
    LifeView {
        state: LifeStateView::Apart,
        sentence: "Belongs to this event alone and is never taken back with a session.".to_owned(),
        events: Vec::new(),
    }
}

fn at(by: &[Seq]) -> String {
    let word = if by.len() == 1 { "event" } else { "events" };
    format!("{word} {}", numbers(by).join(" and "))
}

fn numbers(by: &[Seq]) -> Vec<String> {
    by.iter().map(|seq| seq.0.to_string()).collect()
}
