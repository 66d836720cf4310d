//! The other tabs of this site: they are told of new records, and of a learner that was erased.

use super::js::{get, object};
use crate::log::{LearnerId, Record};
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

const CHANNEL: &str = "trellis";

/// What another tab tells.
pub enum Told {
    Records(LearnerId, Vec<Record>),
    Erased(LearnerId),
}

/// The channel to the other tabs, where the browser has one.
pub struct Tabs {
    channel: Option<BroadcastChannel>,
    _heard: Closure<dyn FnMut(MessageEvent)>,
}

impl Tabs {
    pub fn open(on_told: impl Fn(Told) + 'static) -> Self {
        let heard = Closure::new(move |event: MessageEvent| {
            if let Some(told) = read(&event) {
                on_told(told);
            }
        });
        let channel = BroadcastChannel::new(CHANNEL).ok();
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        }
        Self { channel, _heard: heard }
    }

    /// Tells the other tabs what was stored.
    pub fn tell_records(&self, learner: LearnerId, records: &[Record]) {
        let lines: Vec<String> = records.iter().map(Record::line).collect();
        self.tell(learner, "lines", &lines.join("\n"));
    }

    pub fn tell_erased(&self, learner: LearnerId) {
        self.tell(learner, "erased", "yes");
    }

    fn tell(&self, learner: LearnerId, what: &str, text: &str) {
        let message = object(&[("learner", learner.to_string().into()), (what, text.into())]);
        if let Some(channel) = &self.channel {
            // A tab that is not told reads the records from disk when it opens.
            let _ = channel.post_message(&message);
        }
    }
}

fn read(event: &MessageEvent) -> Option<Told> {
    let text = |name| get(&event.data(), name).as_string();
    let learner = text("learner")?.parse().ok()?;
    if text("erased").is_some() {
        return Some(Told::Erased(learner));
    }
    let records = text("lines")?.lines().filter_map(|line| Record::read(line).ok()).collect();
    Some(Told::Records(learner, records))
}
