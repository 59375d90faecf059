//! Codes made by a pattern such as `SUMMER-####-##`: every `#` becomes one of the valid characters.
//!
//! The codes of a pattern are numbered, and a seeded shuffle of the numbers yields each exactly once: so no code comes
//! twice, all of them can be had, and the same seed gives the same codes.

use crate::cart::LONGEST_CODE;
use crate::refusal::{Problem, ProblemKind};
use crate::text::{self, Lines};

/// What stands for a character to be chosen.
const PLACEHOLDER: char = '#';
/// The characters a placeholder becomes when none are named: capital letters and digits without those that are read
/// for each other (0 and O, 1 and I). Our own choice.
pub const VALID_CHARACTERS: &str = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// The most valid characters. Our own limit.
pub const MOST_CHARACTERS: usize = 200;
/// More numbers than this are not shuffled; further placeholders are filled by the seed alone.
const LARGEST_SHUFFLE: u64 = 1 << 62;
/// Rounds of the shuffle.
const ROUNDS: u64 = 4;

/// A pattern of codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodePattern {
    pattern: String,
    letters: Vec<char>,
    placeholders: u32,
}

impl CodePattern {
    /// Reads a pattern of 1 to 100 characters with at least one `#`, and the characters a `#` may become (empty takes
    /// [`VALID_CHARACTERS`]).
    ///
    /// # Errors
    /// A problem at `/couponPattern` or `/validCharacters`.
    pub fn parse(pattern: &str, valid_characters: &str) -> Result<Self, Problem> {
        let at = "/couponPattern";
        text::check_filled(pattern, at, LONGEST_CODE, Lines::One)?;
        let refuse = |details: String| Err(Problem::new(at, ProblemKind::Format, details));
        if pattern.trim() != pattern {
            return refuse(format!("Remove the spaces around \"{pattern}\"."));
        }
        let placeholders = pattern.chars().filter(|&letter| letter == PLACEHOLDER).count();
        if placeholders == 0 {
            return refuse(format!(
                "\"{pattern}\" has no # for a character to be chosen; write a pattern such as SUMMER-####-##."
            ));
        }
        let letters = read_letters(valid_characters)?;
        Ok(Self {
            pattern: pattern.to_owned(),
            letters,
            placeholders: u32::try_from(placeholders).unwrap_or(u32::MAX),
        })
    }

    /// The pattern as written.
    pub fn as_str(&self) -> &str {
        &self.pattern
    }

    /// How many different codes there are; `u64::MAX` stands for that many or more.
    pub fn capacity(&self) -> u64 {
        self.base().saturating_pow(self.placeholders)
    }

    /// Every code once, in an order that `seed` decides.
    pub fn codes(&self, seed: u64) -> impl Iterator<Item = String> + '_ {
        let shuffle = Shuffle::of(self.shuffled(), seed);
        (0..shuffle.size).map(move |index| self.code(shuffle.at(index), mix(seed ^ mix(index))))
    }

    fn base(&self) -> u64 {
        u64::try_from(self.letters.len()).unwrap_or(u64::MAX)
    }

    /// How many numbers are shuffled: those of as many placeholders as fit.
    fn shuffled(&self) -> u64 {
        let most = LARGEST_SHUFFLE / self.base().max(1);
        let mut size = 1_u64;
        for _ in 0..self.placeholders {
            if size > most {
                break;
            }
            size *= self.base();
        }
        size
    }

    /// The code of that number; placeholders beyond the shuffle are filled from `rest`.
    fn code(&self, mut number: u64, mut rest: u64) -> String {
        let mut size = self.shuffled();
        let base = self.base();
        let filled = self.pattern.chars().map(|letter| {
            if letter != PLACEHOLDER {
                return letter;
            }
            let digit = if size > 1 {
                size /= base.max(2);
                let digit = number % base;
                number /= base;
                digit
            } else {
                rest = mix(rest);
                rest % base
            };
            usize::try_from(digit).ok().and_then(|place| self.letters.get(place)).copied().unwrap_or(letter)
        });
        filled.collect()
    }
}

fn read_letters(valid_characters: &str) -> Result<Vec<char>, Problem> {
    let at = "/validCharacters";
    let given = if valid_characters.is_empty() { VALID_CHARACTERS } else { valid_characters };
    text::check(given, at, MOST_CHARACTERS, Lines::One)?;
    let mut letters: Vec<char> = given.chars().collect();
    letters.sort_unstable();
    letters.dedup();
    if let Some(letter) = letters.iter().find(|letter| **letter == PLACEHOLDER || letter.is_whitespace()) {
        let details = format!("\"{letter}\" cannot be part of a code here; use letters, digits and signs.");
        return Err(Problem::new(at, ProblemKind::Format, details));
    }
    Ok(letters)
}

/// A permutation of the numbers below `size`, decided by a seed: a Feistel network over the next power of four, walked
/// until it lands within.
struct Shuffle {
    size: u64,
    half: u32,
    seed: u64,
}

impl Shuffle {
    fn of(size: u64, seed: u64) -> Self {
        let bits = u64::BITS - size.saturating_sub(1).leading_zeros();
        Self { size, half: bits.div_ceil(2).max(1), seed }
    }

    fn at(&self, index: u64) -> u64 {
        let mut number = self.step(index);
        while number >= self.size {
            number = self.step(number);
        }
        number
    }

    fn step(&self, number: u64) -> u64 {
        let mask = (1_u64 << self.half) - 1;
        let (mut left, mut right) = (number >> self.half, number & mask);
        for round in 0..ROUNDS {
            let scrambled = mix(right ^ mix(self.seed.wrapping_add(round)));
            (left, right) = (right, left ^ (scrambled & mask));
        }
        (left << self.half) | right
    }
}

/// Scatters the bits of a number (the finaliser of SplitMix64).
pub fn mix(number: u64) -> u64 {
    let mut z = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
