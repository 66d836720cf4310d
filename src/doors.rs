/// Doors to functions that lie in a part of the program which a browser fetches later
/// (`docs/decisions/0008-what-is-fetched-later.md`): a struct of function pointers, a function of the same name for
/// each that passes the call on, and what is done until the part is here. Nothing else in the first module may name
/// what is behind. Natively every door stands open.
macro_rules! doors {
    (
        $(#[$about:meta])*
        $Part:ident:
        $($(#[$note:meta])* $name:ident($($arg:ident: $type:ty),*) $(-> $result:ty)? = $function:expr, or $closed:expr;)*
    ) => {
        $(#[$about])*
        pub struct $Part {
            $($name: fn($($type),*) $(-> $result)?,)*
        }

        impl $Part {
            pub fn here() -> Self {
                Self { $($name: $function,)* }
            }
        }

        static DOOR: std::sync::OnceLock<$Part> = std::sync::OnceLock::new();

        /// Opens the doors; once is enough.
        pub fn open(part: $Part) {
            let _ = DOOR.set(part);
        }

        #[cfg(not(target_family = "wasm"))]
        fn door() -> Option<&'static $Part> {
            Some(DOOR.get_or_init($Part::here))
        }

        #[cfg(target_family = "wasm")]
        fn door() -> Option<&'static $Part> {
            DOOR.get()
        }

        $($(#[$note])* pub(super) fn $name($($arg: $type),*) $(-> $result)? {
            match door() {
                Some(part) => (part.$name)($($arg),*),
                None => $closed,
            }
        })*
    };
}
