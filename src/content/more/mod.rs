//! The wider vocabulary of packs: values beyond numbers, columns and lines, sorting and filling, wrong procedures,
//! stories and lessons. The rest of `content` reaches it through the few functions named here, so that it can be
//! left out of what is fetched first.

pub mod cells;
pub mod columns;
pub(crate) mod functions;
pub mod lesson;
pub(crate) mod makers;
pub mod maths;
pub mod procedures;
pub mod respond;
pub(crate) mod shapes;
pub mod steps;
pub mod story;
pub(crate) mod typed;
pub mod words;

#[cfg(test)]
mod tests;
