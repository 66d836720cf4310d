//! The researcher's tools: response logs, baselines, simulated learners. Native only.

pub mod baselines;
pub mod command;
pub mod data;
pub mod evaluate;
pub mod fit;
pub mod score;
pub mod simulate;
pub mod trellis;
