//! A rehearsal: what the first check and the next question will draw is drawn once where nobody sees it. A browser
//! compiles what it runs for the first time, which on a slow device is most of a first check; so it is done while the
//! question is being read.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Scenes {
    /// The question as it stands there, and after an answer.
    pub scenes: [Html; 2],
}

/// The question, the answer to it, and a question again: three times the same place in turn.
pub struct Rehearsal(usize);

impl Component for Rehearsal {
    type Message = ();
    type Properties = Scenes;

    fn create(_ctx: &Context<Self>) -> Self {
        Self(0)
    }

    fn update(&mut self, _ctx: &Context<Self>, (): ()) -> bool {
        self.0 += 1;
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        ctx.props().scenes[self.0 % 2].clone()
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        if self.0 < 2 {
            ctx.link().send_message(());
        }
    }
}

/// Draws the scenes in an element that is in no page, and forgets it.
pub fn rehearse(scenes: [Html; 2]) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Ok(stage) = document.create_element("div") else { return };
    let play = yew::Renderer::<Rehearsal>::with_root_and_props(stage, Scenes { scenes }).render();
    Timeout::new(300, move || play.destroy()).forget();
}
