//! What Tillroll is measured against; the benches live beside this crate.
