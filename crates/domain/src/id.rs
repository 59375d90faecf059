//! Identities. Each can only be made by `parse`, so nothing below the door checks for empty text again.

use std::fmt;

use crate::refusal::Problem;
use crate::text::{self, Lines};

/// The longest session or profile identity, in characters. Source: the vendor's schema and our decisions.
pub const LONGEST_ID: usize = 1_000;

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// Takes 1 to 1,000 characters that can be shown; `pointer` names the field in a refusal.
            ///
            /// # Errors
            /// A problem at `pointer` when the text is empty, too long or holds hidden characters.
            pub fn parse(text: &str, pointer: &str) -> Result<Self, Problem> {
                text::check_filled(text, pointer, LONGEST_ID, Lines::One)?;
                Ok(Self(text.to_owned()))
            }

            /// The identity as the client wrote it.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text_id! {
    /// The integration id of a customer session, unique in a workspace.
    SessionId
}
text_id! {
    /// The integration id of a customer profile, unique in a workspace.
    ProfileId
}

/// The number of a campaign; also the number of its rule set, since a campaign holds one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CampaignId(pub u32);

/// The number of an evaluation group; 0 is the base group.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GroupId(pub u32);

/// The number of an attribute definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AttributeId(pub u32);

/// The place of an event in the journal, from 1, without gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Seq(pub u64);

/// The identity of an effect: the event that gave it, and its zero-based place among that event's effects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EffectId {
    /// The event.
    pub seq: Seq,
    /// The place.
    pub place: u32,
}
