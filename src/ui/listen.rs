//! Reads a question aloud, with a clip of the pack or a voice of this device. A voice that sends words to a server is
//! never used; where there is no other, the button is not there.

use super::app::pack_address;
use super::icon;
use super::platform::window;
use super::tag::el;
use crate::view::Apart;
use crate::view::listen::{Heard, ListenView, suits};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlAudioElement, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};
use yew::prelude::*;

/// Browsers tell their voices some time after the page is there.
const VOICES_TAKE: u32 = 1_500;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: Apart<ListenView>,
}

pub enum Sound {
    /// The voices of this device are known, or will not come.
    Voices,
    Waited,
    Pressed,
    /// A choice has the focus.
    Choice(usize),
    /// This one has been heard to its end.
    Heard(u32),
    /// This clip cannot be played.
    NoClip(u32),
}

#[derive(Default)]
pub struct Listen {
    place: NodeRef,
    voice: Option<SpeechSynthesisVoice>,
    /// Long enough to say that there is no voice.
    waited: bool,
    /// What is left to be said, the first being said now; empty while all is quiet.
    left: Vec<Heard>,
    /// Counts what was begun, so that the end of something else is nobody's.
    turn: u32,
    clip: Option<HtmlAudioElement>,
    /// The end of what is being said.
    ends: Vec<EventListener>,
    listeners: Vec<EventListener>,
    _wait: Option<Timeout>,
}

impl Component for Listen {
    type Message = Sound;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        let (old, new) = (&old.view, &ctx.props().view);
        if old.lang != new.lang {
            self.voice = voice(new.lang);
        }
        // Another question. What only grew below is not a reason to stop.
        if (old.lang, old.heard.first()) != (new.lang, new.heard.first()) {
            self.hush();
            self.begin(ctx);
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, sound: Sound) -> bool {
        let view = &ctx.props().view;
        match sound {
            Sound::Voices => {
                let new = self.voice.is_none();
                self.voice = voice(view.lang);
                if new && self.voice.is_some() {
                    self.begin(ctx);
                }
            }
            Sound::Waited => self.waited = true,
            Sound::Pressed if self.left.is_empty() => self.say(ctx, view.heard.clone()),
            Sound::Pressed => self.hush(),
            Sound::Choice(place) => self.say(ctx, view.choices.get(place).cloned().into_iter().collect()),
            Sound::Heard(turn) if turn == self.turn && !self.left.is_empty() => {
                let left = self.left.split_off(1);
                self.say(ctx, left);
            }
            Sound::NoClip(turn) if turn == self.turn && !self.left.is_empty() => {
                self.left[0].clip = None;
                let left = std::mem::take(&mut self.left);
                self.say(ctx, left);
            }
            Sound::Heard(_) | Sound::NoClip(_) => return false,
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let view = &ctx.props().view;
        let can = self.voice.is_some() || view.heard.iter().any(|heard| heard.clip.is_some());
        let missing = view.first && self.waited;
        let mute = self.waited && !can && !missing;
        let place = el("div").class(if mute { "listen is-mute" } else { "listen" }).node(&self.place);
        if can {
            let words = if self.left.is_empty() { &view.listen } else { &view.stop };
            let button = el("button")
                .attr("type", "button")
                .class("button quiet")
                .hook("listen")
                .on_click(ctx.link().callback(|_: MouseEvent| Sound::Pressed))
                .with(icon::voice())
                .with(el("span").text(words));
            return place.with(button).html();
        }
        let words = if missing { &*view.missing } else { "" };
        place.with(super::parts::words("note", words)).html()
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if !first {
            return;
        }
        let link = ctx.link().clone();
        if let Some(synthesis) = synthesis() {
            let told = link.callback(|_: Event| Sound::Voices);
            let new = EventListener::new(&synthesis, "voiceschanged", move |event| told.emit(event.clone()));
            self.listeners.push(new);
        }
        if let Some(card) = self.card() {
            let focused = link.clone();
            self.listeners.push(EventListener::new(&card, "focusin", move |event| {
                if let Some(place) = choice_of(event) {
                    focused.send_message(Sound::Choice(place));
                }
            }));
        }
        self._wait = Some(Timeout::new(VOICES_TAKE, {
            let link = link.clone();
            move || link.send_message(Sound::Waited)
        }));
        link.send_message(Sound::Voices);
    }

    fn destroy(&mut self, _: &Context<Self>) {
        self.hush();
    }
}

impl Listen {
    /// The card of the question, if each choice is to be heard.
    fn card(&self) -> Option<Element> {
        self.place.cast::<Element>()?.closest("article").ok()?
    }

    /// Speaks unasked where nobody is expected to read. A rehearsal, which is in no page, is silent.
    fn begin(&mut self, ctx: &Context<Self>) {
        let here = self.place.cast::<Element>().is_some_and(|place| place.is_connected());
        let view = &ctx.props().view;
        if view.first && here {
            self.say(ctx, view.heard.clone());
        }
    }

    fn say(&mut self, ctx: &Context<Self>, words: Vec<Heard>) {
        self.hush();
        self.left = words;
        let (turn, link) = (self.turn, ctx.link().clone());
        let on = |target: &web_sys::EventTarget, name: &'static str, sound: fn(u32) -> Sound| {
            let link = link.clone();
            EventListener::new(target, name, move |_| link.send_message(sound(turn)))
        };
        let Some(heard) = self.left.first() else { return };
        let recorded = heard.clip.as_ref();
        if let Some(clip) = recorded.and_then(|clip| HtmlAudioElement::new_with_src(&pack_address(clip)).ok())
        {
            self.ends = vec![on(&clip, "ended", Sound::Heard)];
            if let Ok(playing) = clip.play() {
                let link = link.clone();
                spawn_local(async move {
                    if JsFuture::from(playing).await.is_err() {
                        link.send_message(Sound::NoClip(turn));
                    }
                });
            }
            self.clip = Some(clip);
            return;
        }
        let spoken = self.voice.as_ref().zip(synthesis());
        let Some((voice, synthesis)) = spoken else { return link.send_message(Sound::Heard(turn)) };
        let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(&heard.words) else { return };
        utterance.set_lang(ctx.props().view.lang);
        utterance.set_voice(Some(voice));
        self.ends = vec![on(&utterance, "end", Sound::Heard), on(&utterance, "error", Sound::Heard)];
        synthesis.speak(&utterance);
    }

    fn hush(&mut self) {
        self.turn += 1;
        self.ends.clear();
        if let Some(clip) = self.clip.take() {
            // A clip that is not playing is quiet already.
            let _ = clip.pause();
        }
        if !self.left.is_empty()
            && let Some(synthesis) = synthesis()
        {
            synthesis.cancel();
        }
        self.left.clear();
    }
}

/// The browser's voices; not every browser has any.
fn synthesis() -> Option<SpeechSynthesis> {
    let found = Reflect::get(&window(), &JsValue::from_str("speechSynthesis")).ok()?;
    found.is_object().then(|| found.unchecked_into())
}

/// The best voice of this device for a language.
fn voice(lang: &str) -> Option<SpeechSynthesisVoice> {
    let all = synthesis()?.get_voices();
    let all = all.iter().map(|voice| voice.unchecked_into::<SpeechSynthesisVoice>());
    let rated = all.filter_map(|voice| {
        let suited = suits(&voice.lang(), voice.local_service(), voice.default(), lang)?;
        Some((suited, voice))
    });
    // Of equally good ones the first.
    rated.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, voice)| voice)
}

/// Which of the card's choices the event is about.
fn choice_of(event: &Event) -> Option<usize> {
    let chosen: Element = event.target()?.dyn_into().ok()?;
    let all = chosen.closest("article").ok()??.query_selector_all(".choice input").ok()?;
    (0..all.length()).position(|k| all.item(k).is_some_and(|one| one.is_same_node(Some(&chosen))))
}
