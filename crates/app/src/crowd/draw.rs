//! Lots, drawn in an order that a seed decides.

use domain::code_pattern::mix;

/// The step of SplitMix64: odd, so that every state comes once.
const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

/// A source of lots. The same seed gives the same lots on every computer.
#[derive(Debug, Clone)]
pub struct Draw(u64);

impl Draw {
    /// The lots of customer `number` in the crowd of `seed`.
    pub fn of(seed: u64, number: u32) -> Self {
        Self(mix(mix(seed) ^ u64::from(number)))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mix(self.0)
    }

    /// A number from 0 to `end`, the end not included; 0 when there is nothing to choose from.
    pub fn below(&mut self, end: u64) -> u64 {
        self.next().checked_rem(end).unwrap_or(0)
    }

    /// A number from `least` to `most`, both included.
    pub fn between(&mut self, least: u32, most: u32) -> u32 {
        let room = u64::from(most.saturating_sub(least)) + 1;
        least.saturating_add(u32::try_from(self.below(room)).unwrap_or(0))
    }

    /// True `percent` times in a hundred.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of `choices`; `None` when there are none.
    pub fn pick<'c, T>(&mut self, choices: &'c [T]) -> Option<&'c T> {
        let place = self.below(u64::try_from(choices.len()).unwrap_or(u64::MAX));
        choices.get(usize::try_from(place).unwrap_or(usize::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::Draw;

    #[test]
    fn a_seed_decides_every_lot() {
        let lots = |seed, number| {
            let mut draw = Draw::of(seed, number);
            (0..20).map(|_| draw.between(3, 7)).collect::<Vec<_>>()
        };
        assert_eq!(lots(1, 1), lots(1, 1));
        assert_ne!(lots(1, 1), lots(2, 1));
        assert_ne!(lots(1, 1), lots(1, 2));
        assert!(lots(1, 1).iter().all(|lot| (3..=7).contains(lot)));
    }

    #[test]
    fn nothing_to_choose_from_is_no_lot() {
        assert_eq!(Draw::of(1, 1).pick::<u8>(&[]), None);
        assert_eq!(Draw::of(1, 1).below(0), 0);
    }
}
