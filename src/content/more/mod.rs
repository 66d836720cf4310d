//! The wider vocabulary of packs: values beyond numbers, columns and lines, sorting and filling, wrong procedures,
//! stories and lessons. The rest of `content` reaches it through the few functions named here, so that it can be
//! left out of what is fetched first.

/// An enum whose kinds have names, by which packs call them.
macro_rules! named_kinds {
    ($(#[$doc:meta])* $kinds:ident: $($kind:ident = $name:literal,)*) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $kinds {
            $($kind,)*
        }

        impl $kinds {
            pub const ALL: &[Self] = &[$(Self::$kind,)*];

            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)*
                }
            }

            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().find(|kind| kind.name() == name).copied()
            }
        }
    };
}

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
