//! What goes over the wire, in the vendor's names. These shapes are the vendor's and change only with theirs.

pub mod integration;
pub mod management;
