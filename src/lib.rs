//! Trellis: a K-12 adaptive tutor that runs entirely in the learner's browser.
//!
//! The modules are listed in the order of the arrows: each may use those above it, none below
//! (`tests/architecture.rs` keeps it so). `ARCHITECTURE.md` is the map.

#[macro_use]
mod doors;

pub mod num;

pub mod notation;

pub mod content;

pub mod learner;

pub mod log;

pub mod tutor;

pub mod exchange;

pub mod classroom;

pub mod view;

#[cfg(feature = "tools")]
pub mod lab;

#[cfg(feature = "app")]
pub mod store;

#[cfg(feature = "app")]
pub mod ui;
