//! How every component talks to the loop: one callback, handed down as context.

use crate::tutor::Msg;
use yew::prelude::*;

pub type Send = Callback<Msg>;

/// What all components share: the way out, and whether the on-screen keypad is wanted.
///
/// The keypad is wanted by the last pointer that touched a field, so it must outlive any one question.
#[derive(Clone, PartialEq)]
pub struct Shared {
    pub send: Send,
    pub keypad: bool,
    pub want_keypad: Callback<bool>,
}

#[hook]
pub fn use_shared() -> Shared {
    use_context().expect("`Face` provides it to everything below")
}

#[hook]
pub fn use_send() -> Send {
    use_shared().send
}

/// A click that sends this message.
pub fn on_press(send: &Send, msg: &Msg) -> Callback<MouseEvent> {
    let (send, msg) = (send.clone(), msg.clone());
    Callback::from(move |_| send.emit(msg.clone()))
}
