//! Whole stories, told through the operations without a window.
