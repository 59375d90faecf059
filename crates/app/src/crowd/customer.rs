//! One customer of a crowd: who they are, where they are in their journey, and what they ask for next.

use std::collections::VecDeque;

use jiff::{SignedDuration, Timestamp};

use super::PREFIX;
use super::draw::Draw;
use super::offer::Offer;
use super::persona::{Persona, Step};
use crate::apply::Move;
use crate::operation::reopen_session::ReopenSession;
use crate::operation::return_items::ReturnItems;
use crate::operation::track_event::TrackEvent;
use crate::operation::update_profile::UpdateProfile;
use crate::operation::update_session::UpdateSession;
use crate::request::event::EventRequest;
use crate::request::profile::ProfileRequest;
use crate::request::session::{
    CartItemBody, ReturnBody, ReturnRequest, ReturnedItemBody, SessionBody, SessionRequest,
};

/// A made-up customer.
#[derive(Debug)]
pub struct Customer {
    /// When they do the next thing.
    pub next: Timestamp,
    id: String,
    persona: Persona,
    draw: Draw,
    visits_left: u32,
    visit: u32,
    steps: VecDeque<Step>,
    cart: Vec<CartItemBody>,
    codes: Vec<String>,
    returned: Vec<u32>,
}

impl Customer {
    /// Customer `number` of the crowd of `seed`, who comes for the first time within `span` from `start` on.
    pub fn new(seed: u64, number: u32, start: Timestamp, span: SignedDuration) -> Self {
        let mut draw = Draw::of(seed, number);
        let persona = Persona::drawn(&mut draw);
        let mut customer = Self {
            next: start,
            id: format!("{PREFIX}{seed}-{number:06}"),
            visits_left: persona.visits(&mut draw),
            persona,
            draw,
            visit: 0,
            steps: VecDeque::new(),
            cart: Vec::new(),
            codes: Vec::new(),
            returned: Vec::new(),
        };
        customer.wait(1, span.as_secs().unsigned_abs());
        customer.begin_visit();
        customer.steps.push_front(Step::Register);
        customer
    }

    /// What they ask for now; `None` when this step asks for nothing. Then the next step comes, `false` from
    /// [`Customer::go_on`] when there is none.
    pub fn request(&mut self, offer: &Offer) -> Option<Move> {
        let step = self.steps.pop_front()?;
        match step {
            Step::Register => Some(self.register(offer)),
            Step::Look => self.look(offer),
            Step::Fill => {
                self.cart.push(offer.line(&mut self.draw)?);
                Some(self.update(None))
            }
            Step::EnterCode => {
                self.codes = vec![self.code(offer)?];
                Some(self.update(None))
            }
            Step::Close => {
                self.returned = vec![0; self.cart.len()];
                Some(self.update(Some("closed")))
            }
            Step::Cancel => Some(self.update(Some("cancelled"))),
            Step::Return => self.bring_back(),
            Step::Reopen => Some(Move::ReopenSession(ReopenSession { id: self.session() })),
        }
    }

    /// Waits until the next step; `false` when the journey is over.
    pub fn go_on(&mut self) -> bool {
        if let Some(step) = self.steps.front() {
            match step {
                Step::Return | Step::Reopen => self.wait(3_600, 5 * 86_400),
                Step::Cancel => self.wait(60, 86_400),
                _ => self.wait(15, 400),
            }
            return true;
        }
        if self.visits_left == 0 {
            return false;
        }
        self.wait(86_400, 20 * 86_400);
        self.begin_visit();
        true
    }

    /// Waits some seconds, to the microsecond: no two customers keep the same time.
    fn wait(&mut self, least: u64, most: u64) {
        let micros = least * 1_000_000 + self.draw.below(most.saturating_sub(least).max(1) * 1_000_000);
        let waited = SignedDuration::from_micros(i64::try_from(micros).unwrap_or(i64::MAX));
        // Beyond the end of time the crowd has gone home.
        self.next = self.next.checked_add(waited).unwrap_or(Timestamp::MAX);
    }

    fn begin_visit(&mut self) {
        self.visits_left = self.visits_left.saturating_sub(1);
        self.visit += 1;
        self.cart.clear();
        self.codes.clear();
        self.returned.clear();
        self.steps = self.persona.visit(&mut self.draw).into();
    }

    fn session(&self) -> String {
        format!("{}-{}", self.id, self.visit)
    }

    fn register(&mut self, offer: &Offer) -> Move {
        let attributes = offer.profile(&mut self.draw, self.next);
        Move::UpdateProfile(UpdateProfile {
            id: self.id.clone(),
            run_rule_engine: true,
            body: ProfileRequest { attributes: Some(attributes), ..ProfileRequest::default() },
        })
    }

    fn look(&mut self, offer: &Offer) -> Option<Move> {
        let (event_type, attributes) = offer.event(&mut self.draw, self.next)?;
        Some(Move::TrackEvent(TrackEvent {
            complete: false,
            body: EventRequest {
                profile_id: self.id.clone(),
                event_type,
                attributes,
                session_id: None,
                store_integration_id: None,
                evaluable_campaign_ids: None,
                loyalty_cards: None,
                response_content: None,
            },
        }))
    }

    fn update(&self, state: Option<&str>) -> Move {
        let given_up = state == Some("cancelled");
        let body = SessionBody {
            profile_id: (!given_up).then(|| self.id.clone()),
            coupon_codes: (!given_up && !self.codes.is_empty()).then(|| self.codes.clone()),
            cart_items: (!given_up).then(|| self.cart.clone()),
            state: state.map(ToOwned::to_owned),
            ..SessionBody::default()
        };
        let body = SessionRequest { customer_session: body, response_content: None };
        Move::UpdateSession(UpdateSession { id: self.session(), body })
    }

    /// A code of the workspace; one in seven is mistyped.
    fn code(&mut self, offer: &Offer) -> Option<String> {
        let code = self.draw.pick(&offer.codes)?.clone();
        Some(if self.draw.chance(14) { format!("{code}X") } else { code })
    }

    /// One unit of a line that has some left.
    fn bring_back(&mut self) -> Option<Move> {
        let left = |(line, back): (&CartItemBody, &u32)| line.quantity > *back;
        let place = self.cart.iter().zip(&self.returned).position(left)?;
        *self.returned.get_mut(place)? += 1;
        let item = ReturnedItemBody { position: u32::try_from(place).ok(), quantity: Some(1), sku: None };
        let body = ReturnRequest {
            returned: ReturnBody { returned_cart_items: vec![item] },
            response_content: None,
        };
        Some(Move::ReturnItems(ReturnItems { id: self.session(), body, run_rule_engine: false }))
    }
}
