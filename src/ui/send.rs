//! How everything that is drawn talks to the loop: handed down, from the app to whatever can be pressed or typed into.

use super::entry::Steps;
use crate::tutor::Msg;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

pub type Send = Callback<Msg>;

/// What fields need beside the way out.
#[derive(Clone, PartialEq)]
pub struct Shared {
    pub send: Send,
    /// The on-screen keypad is wanted by the last pointer that touched a field, so it must outlive any one question.
    pub keypad: bool,
    pub want_keypad: Callback<bool>,
    /// What was typed before, for undo.
    pub steps: Rc<RefCell<Steps>>,
}

/// A click that sends this message.
pub fn on_press(send: &Send, msg: &Msg) -> Callback<MouseEvent> {
    let (send, msg) = (send.clone(), msg.clone());
    Callback::from(move |_| send.emit(msg.clone()))
}
