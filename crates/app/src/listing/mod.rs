//! What programs list: the things of a workspace one by one, with the numbers the vendor gives everything, a part left out
//! at the beginning, and a most. One kind of thing, one file: its record and the question that lists it.

pub mod application;
pub mod attributes;
pub mod campaigns;
pub mod coupons;
pub mod customers;
pub mod events;
pub mod exports;
pub mod sessions;

use jiff::Timestamp;

use crate::refusal::Refusal;

/// The part of a list that is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// How many are left out at the beginning.
    pub skip: u32,
    /// How many there are at most.
    pub most: u32,
    /// The newest first; otherwise in the order they were made.
    pub newest_first: bool,
}

/// A part of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed<T> {
    /// The things.
    pub rows: Vec<T>,
    /// There are more after these.
    pub more: bool,
}

/// A time that is wanted: at or after, and before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Between {
    /// At or after.
    pub from: Option<Timestamp>,
    /// Before.
    pub until: Option<Timestamp>,
}

impl Between {
    /// Whether the time is meant.
    pub fn holds(&self, time: Timestamp) -> bool {
        self.from.is_none_or(|from| time >= from) && self.until.is_none_or(|until| time < until)
    }

    /// The same of a time that may be missing; a missing one is meant when no time is wanted.
    pub fn holds_some(&self, time: Option<Timestamp>) -> bool {
        time.map_or(*self == Self::default(), |time| self.holds(time))
    }
}

/// Takes things one by one until the window is full and it is known whether there are more.
struct Collector<T> {
    window: Window,
    seen: u32,
    listed: Listed<T>,
}

impl<T> Collector<T> {
    fn new(window: Window) -> Self {
        Self { window, seen: 0, listed: Listed { rows: Vec::new(), more: false } }
    }

    /// Takes one; answers whether the next is wanted. What is left out is never made.
    fn take(&mut self, make: impl FnOnce() -> Result<T, Refusal>) -> Result<bool, Refusal> {
        if self.seen < self.window.skip {
            self.seen += 1;
            return Ok(true);
        }
        if self.listed.rows.len() >= self.window.most as usize {
            self.listed.more = true;
            return Ok(false);
        }
        self.listed.rows.push(make()?);
        Ok(true)
    }
}

/// A part of a list that is there as a whole.
fn part<T>(mut all: Vec<T>, window: Window) -> Listed<T> {
    if window.newest_first {
        all.reverse();
    }
    let from = all.len().min(window.skip as usize);
    let until = all.len().min(from.saturating_add(window.most as usize));
    let more = until < all.len();
    Listed { rows: all.into_iter().skip(from).take(until - from).collect(), more }
}

/// Whether a text holds another, in either case.
fn holds(text: &str, part: &str) -> bool {
    text.to_lowercase().contains(&part.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{Collector, Window, part};

    #[test]
    fn a_window_is_the_same_part_of_a_list_that_is_walked_and_of_one_that_is_there() {
        for (skip, most, expected, more) in [
            (0, 10, vec![1, 2, 3], false),
            (0, 3, vec![1, 2, 3], false),
            (0, 2, vec![1, 2], true),
            (2, 2, vec![3], false),
            (9, 2, vec![], false),
            (0, 0, vec![], true),
        ] {
            let window = Window { skip, most, newest_first: false };
            let mut walked = Collector::new(window);
            for number in [1, 2, 3] {
                if !walked.take(|| Ok(number)).unwrap() {
                    break;
                }
            }
            assert_eq!((walked.listed.rows, walked.listed.more), (expected.clone(), more), "{window:?}");
            let there = part(vec![1, 2, 3], window);
            assert_eq!((there.rows, there.more), (expected, more), "{window:?}");
        }
    }
}
