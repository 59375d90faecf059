//! Whole stories, told through the operations without a window. Everything here is a test; see `tests/all`.
