//! The doors to what a class needs: joining it, handing in, and the teacher's view. A browser fetches what is behind them
//! when somebody comes to such an address.

use super::{Page, classroom};
use crate::content::Locale;
use crate::tutor::Session;

doors! {
    /// What stands on the pages of a class.
    Room:
    page(session: &Session, path: &str) -> Option<Page> = |session, path| Some(classroom::page(session, path)), or {
        let _ = (session, path);
        None
    };
    title(path: &str, locale: Locale) -> &'static str = classroom::title, or {
        let _ = (path, locale);
        ""
    };
}
