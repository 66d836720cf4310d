//! The doors to what pages say of a record (`recorded.rs`), and to the page that comes before there is one.

use super::home::welcome;
use super::notes::{insecure, not_saved};
use super::recorded;
use super::settings::who;
use super::{Avatar, Button, Choices, Line, NotSaved, Notice, Page};
use crate::content::Locale;
use crate::learner::{Learner, Profile};
use crate::tutor::{Practice, Reason, Session};

doors! {
    /// What is said once records can be read.
    RecordWords:
    welcome_page(session: &Session) -> Option<Page> = |session| Some(Page::Welcome(welcome(session))), or {
        let _ = session;
        None
    };
    whose(profile: &Profile, locale: Locale) -> Option<Avatar> = |profile, locale| Some(who(profile, locale)), or {
        let _ = (profile, locale);
        None
    };
    reason(learner: &Learner, skill: &str, reason: &Reason, locale: Locale) -> String = recorded::reason, or {
        let _ = (learner, skill, reason, locale);
        String::new()
    };
    place(learner: &Learner, practice: &Practice, locale: Locale) -> String = recorded::place, or {
        let _ = (learner, practice, locale);
        String::new()
    };
    others(session: &Session, practice: &Practice) -> Vec<Button> = recorded::others, or {
        let _ = (session, practice);
        Vec::new()
    };
    right(session: &Session, practice: &Practice) -> Vec<Line> = recorded::right, or {
        let _ = (session, practice);
        Vec::new()
    };
    offer(session: &Session, practice: &Practice) -> Option<&'static str> = recorded::offer, or {
        let _ = (session, practice);
        None
    };
    sure(session: &Session, practice: &Practice) -> Option<Choices> = recorded::sure, or {
        let _ = (session, practice);
        None
    };
    ease(profile: &Profile) -> String = recorded::ease, or {
        let _ = profile;
        String::new()
    };
    unsaved(why: NotSaved, place: usize, locale: Locale) -> Option<Notice>
        = |why, place, locale| Some(not_saved(why, place, locale)), or {
        let _ = (why, place, locale);
        None
    };
    without_https(place: usize, locale: Locale) -> Option<Notice>
        = |place, locale| Some(insecure(place, locale)), or {
        let _ = (place, locale);
        None
    };
}
