//! Matching events, page by page, each as the rows of its grain. No more than a page is ever in memory.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::ControlFlow;

use domain::effect::Effect;
use store::{EventRow, StoredEvent};

use super::columns::Depth;
use super::plan::Plan;
use super::preset::Grain;
use super::scene::Scene;
use crate::progress::Progress;
use crate::question::count;
use crate::question::dictionary::WholeDictionary;
use crate::sheet::Unwritten;
use crate::trace;
use crate::workspace::{Question, Reading};

/// The events fetched at a time.
const PAGE: u32 = 500;

/// What is done with a row.
type Visit<'v> = dyn FnMut(&Scene<'_>) -> Result<ControlFlow<()>, Unwritten> + 'v;

/// Hands the rows of a report to `visit`, until it breaks off: those of the newest event first.
pub(super) fn each(
    plan: &Plan,
    reading: &Reading<'_>,
    progress: &Progress,
    visit: &mut Visit<'_>,
) -> Result<(), Unwritten> {
    if plan.grain == Grain::Attribute {
        return each_attribute(plan, reading, visit);
    }
    progress.begin(count(reading.reader.count(&plan.filter)?));
    let mut sessions = Sessions::default();
    let (mut before, mut done) = (None, 0);
    loop {
        let page = reading.reader.events(&plan.filter, before, PAGE)?;
        for row in &page.rows {
            progress.note(done)?;
            done += 1;
            if plan.grain == Grain::Session && !sessions.is_new(row) {
                continue;
            }
            let scene = Scene { row: Some(row), ..Scene::of(reading.house, &plan.wording.zone) };
            if of_event(plan, reading, &scene, row, visit)?.is_break() {
                return Ok(());
            }
        }
        match page.next {
            Some(next) => before = Some(next),
            None => return Ok(()),
        }
    }
}

/// The sessions a row was written for. Only a number is kept of each, so that a million of them are no burden.
#[derive(Default)]
struct Sessions(HashSet<(u64, u64)>);

impl Sessions {
    /// Whether the event is the first met, and so the last in time, of a session.
    fn is_new(&mut self, row: &EventRow) -> bool {
        let Some(session) = &row.session else { return false };
        let hash = |salt: u8| {
            let mut hasher = DefaultHasher::new();
            (salt, session.as_str()).hash(&mut hasher);
            hasher.finish()
        };
        self.0.insert((hash(0), hash(1)))
    }
}

fn of_event(
    plan: &Plan,
    reading: &Reading<'_>,
    scene: &Scene<'_>,
    row: &EventRow,
    visit: &mut Visit<'_>,
) -> Result<ControlFlow<()>, Unwritten> {
    let needs_all = match plan.grain {
        Grain::CartLine | Grain::RuleDecision => true,
        Grain::Event | Grain::Effect | Grain::Session | Grain::Attribute => plan.depth() == Depth::Whole,
    };
    let stored = if needs_all { reading.reader.event(row.seq)? } else { None };
    let scene = Scene { stored: stored.as_ref(), ..*scene };
    match (plan.grain, &stored) {
        (Grain::Effect, None) => {
            let effects = reading.reader.effects_of(std::slice::from_ref(row))?;
            of_effects(effects.values().flatten(), &scene, visit)
        }
        (Grain::Effect, Some(stored)) => of_effects(stored.effects.iter(), &scene, visit),
        (Grain::CartLine, Some(stored)) => of_lines(stored, &scene, visit),
        (Grain::RuleDecision, Some(stored)) => of_rules(stored, reading, &scene, visit),
        _ => visit(&scene),
    }
}

fn of_effects<'e>(
    effects: impl Iterator<Item = &'e Effect>,
    scene: &Scene<'_>,
    visit: &mut Visit<'_>,
) -> Result<ControlFlow<()>, Unwritten> {
    for effect in (0..).zip(effects) {
        if visit(&Scene { effect: Some(effect), ..*scene })?.is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    Ok(ControlFlow::Continue(()))
}

fn of_lines(
    stored: &StoredEvent,
    scene: &Scene<'_>,
    visit: &mut Visit<'_>,
) -> Result<ControlFlow<()>, Unwritten> {
    let lines = stored.session.iter().flat_map(|session| &session.cart().items);
    for line in (0..).zip(lines) {
        if visit(&Scene { line: Some(line), ..*scene })?.is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    Ok(ControlFlow::Continue(()))
}

fn of_rules(
    stored: &StoredEvent,
    reading: &Reading<'_>,
    scene: &Scene<'_>,
    visit: &mut Visit<'_>,
) -> Result<ControlFlow<()>, Unwritten> {
    for campaign in &trace::read(&stored.trace, reading.reader)? {
        for rule in &campaign.rules {
            if visit(&Scene { decision: Some((campaign, rule)), ..*scene })?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
    }
    Ok(ControlFlow::Continue(()))
}

fn each_attribute(plan: &Plan, reading: &Reading<'_>, visit: &mut Visit<'_>) -> Result<(), Unwritten> {
    let dictionary = WholeDictionary.answer(reading)?;
    let entities = dictionary.entities.iter().flat_map(|entity| &entity.attributes).map(|one| (one, 0));
    let events = dictionary.event_types.iter().flat_map(|kind| {
        let recorded = kind.recorded;
        kind.attributes.iter().map(move |one| (one, recorded))
    });
    for attribute in entities.chain(events) {
        let scene = Scene { attribute: Some(attribute), ..Scene::of(reading.house, &plan.wording.zone) };
        if visit(&scene)?.is_break() {
            break;
        }
    }
    Ok(())
}
