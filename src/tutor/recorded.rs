//! What a session does with a record: opening it, adding to it, choosing from it. A linked question has none, so a
//! browser fetches this part with the keeper of the records (`docs/decisions/0008-what-is-fetched-later.md`), and
//! nothing else in the first module may name what is behind these functions. Natively it is always there.

use super::practice::Explained;
use super::{Msg, Session, Steer};
use crate::learner::{Event, Fact};
use crate::num::Moment;
use std::sync::OnceLock;

/// The functions that are fetched.
pub struct Recorded {
    opened: fn(&mut Session, &[Fact], Option<&str>, Moment),
    merged: fn(&mut Session, &[Fact], Moment),
    record: fn(&mut Session, Event) -> Vec<super::Cmd>,
    answer: fn(&mut Session, u8, bool, Explained, usize) -> Vec<super::Cmd>,
    hear: fn(&mut Session, Msg) -> Vec<super::Cmd>,
    steer: fn(&mut Session, Steer) -> Vec<super::Cmd>,
    draw_next: fn(&mut Session) -> Vec<super::Cmd>,
    go_on: fn(&mut Session) -> Vec<super::Cmd>,
    freeze: fn(&Session) -> Option<String>,
    thaw: fn(&mut Session),
}

impl Recorded {
    pub fn here() -> Self {
        Self {
            opened: Session::open_record,
            merged: Session::merge_record,
            record: Session::add_to_record,
            answer: Session::record_answer,
            hear: Session::hear_of_record,
            steer: Session::steer,
            draw_next: Session::choose_next,
            go_on: Session::go_on,
            freeze: Session::frozen,
            thaw: Session::put_back,
        }
    }
}

static HERE: OnceLock<Recorded> = OnceLock::new();

/// Brings the functions in; once is enough.
pub fn open(recorded: Recorded) {
    let _ = HERE.set(recorded);
}

#[cfg(not(target_family = "wasm"))]
fn here() -> Option<&'static Recorded> {
    Some(HERE.get_or_init(Recorded::here))
}

#[cfg(target_family = "wasm")]
fn here() -> Option<&'static Recorded> {
    HERE.get()
}

pub(super) fn opened(session: &mut Session, facts: &[Fact], frozen: Option<&str>, now: Moment) {
    if let Some(here) = here() {
        (here.opened)(session, facts, frozen, now);
    }
}

pub(super) fn merged(session: &mut Session, facts: &[Fact], now: Moment) {
    if let Some(here) = here() {
        (here.merged)(session, facts, now);
    }
}

pub(super) fn record(session: &mut Session, event: Event) -> Vec<super::Cmd> {
    here().map(|here| (here.record)(session, event)).unwrap_or_default()
}

pub(super) fn answer(
    session: &mut Session,
    attempt: u8,
    right: bool,
    why: Explained,
    hints: usize,
) -> Vec<super::Cmd> {
    here().map(|here| (here.answer)(session, attempt, right, why, hints)).unwrap_or_default()
}

pub(super) fn hear(session: &mut Session, msg: Msg) -> Vec<super::Cmd> {
    here().map(|here| (here.hear)(session, msg)).unwrap_or_default()
}

pub(super) fn steer(session: &mut Session, steer: Steer) -> Vec<super::Cmd> {
    here().map(|here| (here.steer)(session, steer)).unwrap_or_default()
}

pub(super) fn draw_next(session: &mut Session) -> Vec<super::Cmd> {
    here().map(|here| (here.draw_next)(session)).unwrap_or_default()
}

pub(super) fn go_on(session: &mut Session) -> Vec<super::Cmd> {
    here().map(|here| (here.go_on)(session)).unwrap_or_default()
}

pub(super) fn freeze(session: &Session) -> Option<String> {
    (here()?.freeze)(session)
}

pub(super) fn thaw(session: &mut Session) {
    if let Some(here) = here() {
        (here.thaw)(session);
    }
}
