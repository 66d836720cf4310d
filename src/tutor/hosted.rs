//! What the host of this copy has set, taken up by a session. Nothing that a learner has begun is changed under their hands.

use super::{Cmd, Session, Stage};
use crate::content::Map;
use crate::content::site::Config;
use crate::learner::Learner;
use std::rc::Rc;

impl Session {
    /// The map as the packs have it, whatever this host offers of it.
    pub fn whole_map(&self) -> &Rc<Map> {
        self.whole.as_ref().unwrap_or(self.learner.map())
    }

    /// Takes up what the host set. Name and features count at once. Language and what is offered are for whoever begins:
    /// `chosen` says that a language was chosen on this device, and under a record that is open the course stays as it is
    /// until the next opening.
    pub fn host(&mut self, config: Config, chosen: bool) -> Vec<Cmd> {
        let begins = !self.begun() && matches!(self.stage, Stage::Opening | Stage::Welcome | Stage::Grade);
        if begins {
            let whole = self.whole_map().clone();
            self.learner = Learner::new(Rc::new(config.offered(&whole)));
            self.whole = Some(whole);
        }
        self.site = Rc::new(config.site);
        match config.language.filter(|locale| begins && !chosen && *locale != self.locale) {
            Some(locale) => self.locale_chosen(locale.code()),
            None => Vec::new(),
        }
    }
}
