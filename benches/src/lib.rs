//! What Tillroll is measured with: one cart, a hundred campaigns, the same conditions in the words of every engine.

pub mod campaign;
pub mod scene;
pub mod table;

#[cfg(feature = "peers")]
pub mod peer;
