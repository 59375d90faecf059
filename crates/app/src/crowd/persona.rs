//! The kinds of customer a crowd is made of, and what each does in one visit.

use super::draw::Draw;

/// A kind of customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persona {
    /// Looks around and seldom fills a cart.
    Browser,
    /// Fills a cart and pays.
    Buyer,
    /// Tries codes until one is taken.
    BargainHunter,
    /// Comes back again and again.
    Loyal,
    /// Brings things back.
    Returner,
    /// Changes their mind, before paying or after.
    Canceller,
}

/// One thing a customer does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Says who they are.
    Register,
    /// Looks at something: a custom event.
    Look,
    /// Puts a line into the cart.
    Fill,
    /// Enters a code.
    EnterCode,
    /// Pays.
    Close,
    /// Brings a unit back.
    Return,
    /// Gives the cart up, or takes the purchase back.
    Cancel,
    /// Has the purchase opened again.
    Reopen,
}

/// Of a hundred customers, how many are of each kind.
const WEIGHTS: [(Persona, u64); 6] = [
    (Persona::Browser, 28),
    (Persona::Buyer, 24),
    (Persona::BargainHunter, 16),
    (Persona::Loyal, 14),
    (Persona::Returner, 10),
    (Persona::Canceller, 8),
];

impl Persona {
    /// The kind a lot decides.
    pub fn drawn(draw: &mut Draw) -> Self {
        let mut lot = draw.below(100);
        for (persona, weight) in WEIGHTS {
            if lot < weight {
                return persona;
            }
            lot -= weight;
        }
        Self::Browser
    }

    /// How often they come.
    pub fn visits(self, draw: &mut Draw) -> u32 {
        match self {
            Self::Loyal => draw.between(3, 7),
            Self::Browser | Self::BargainHunter => draw.between(1, 3),
            Self::Buyer | Self::Returner | Self::Canceller => draw.between(1, 2),
        }
    }

    /// What they do in one visit, in order.
    pub fn visit(self, draw: &mut Draw) -> Vec<Step> {
        let mut steps = vec![Step::Look; usize::try_from(draw.between(0, 2)).unwrap_or(0)];
        let lines = draw.between(1, 3);
        let fill = |steps: &mut Vec<Step>| steps.extend((0..lines).map(|_| Step::Fill));
        match self {
            Self::Browser => {
                steps.push(Step::Look);
                if draw.chance(35) {
                    steps.push(Step::Fill);
                }
            }
            Self::Buyer => {
                fill(&mut steps);
                steps.push(Step::Close);
            }
            Self::BargainHunter => {
                fill(&mut steps);
                steps.extend((0..draw.between(1, 2)).map(|_| Step::EnterCode));
                if draw.chance(70) {
                    steps.push(Step::Close);
                }
            }
            Self::Loyal => {
                fill(&mut steps);
                if draw.chance(25) {
                    steps.push(Step::EnterCode);
                }
                steps.push(Step::Close);
            }
            Self::Returner => {
                fill(&mut steps);
                steps.push(Step::Close);
                if draw.chance(20) {
                    steps.extend([Step::Reopen, Step::Fill, Step::Close]);
                }
                steps.extend((0..draw.between(1, 2)).map(|_| Step::Return));
            }
            Self::Canceller => {
                fill(&mut steps);
                if draw.chance(50) {
                    steps.push(Step::Close);
                }
                steps.push(Step::Cancel);
            }
        }
        steps
    }
}
