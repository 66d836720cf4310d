//! The whole fold as bytes and back, so that a long history need not be folded before the first page.
//! Derived data: what was read back counts until the facts themselves have been folded again (`log/refold.rs`).

use super::{ClassPlace, MODEL, Marked};
use super::{Doubt, Goal, Graph, Learner, Met, Moved, Owed, Recalled, Recent, SkillState, Today, Trial, Win};
use crate::content::Map;
use crate::learner::bits::{Bits, In, Out, bits};
use crate::learner::digest::Digest;
use std::rc::Rc;

/// Hash of the sources of the fold (`build.rs`): the model's version is changed by hand and could be forgotten.
const FOLD: &str = env!("TRELLIS_FOLD");

bits!(SkillState {
    trace,
    attempts,
    answered,
    wins,
    misses_in_a_row,
    lately,
    noted,
    fruitless,
    shown,
    earned,
    declined,
    wanted,
    tried,
    example_at,
    card,
    brought_back,
    known_before,
    recalled,
    visits,
});
/// Worked out anew when it is asked for.
impl Bits for Recalled {
    fn put(&self, _: &mut Out) {}

    fn take(_: &mut In) -> Option<Self> {
        Some(Self::default())
    }
}
bits!(Trial { skill, day, questions, items, right, open });
bits!(Goal { skill, by, set });
bits!(Win { item, level, seed, day, typed });
bits!(Owed { skill, item, level, seed, since });
bits!(Doubt { item, rules });
bits!(Recent { item, level, seed, skill, right, day, at, helped, spent, moved });
bits!(Moved { gained, helped });
bits!(Met { trace, next });
bits!(Today { day, answers, right, spent });
bits!(ClassPlace { class, number });
bits!(Marked { sheet, marks, day });

/// Every field but the map, which is given, and what follows from it.
macro_rules! learner {
    ($($field:ident),* $(,)?) => {
        fn put(learner: &Learner, out: &mut Out) {
            let Learner { map: _, graph: _, $($field),* } = learner;
            $($field.put(out);)*
        }
        fn take(map: Rc<Map>, from: &mut In) -> Option<Learner> {
            let graph = Rc::new(Graph::of(&map));
            Some(Learner { map, graph, $($field: Bits::take(from)?),* })
        }
    };
}
learner! {
    profile, sure, mode, general, reading, words_missed, skills, strangers, news, items, owed, hits, doubts, recent,
    answers, days, today, searched, goal, trial, plan, planned, class, paper, born, past, spent_before, pace,
}

/// What a fold rests on besides the facts: the model, its code and the map, whole.
fn basis(map: &Map) -> String {
    let mut digest = Digest::default();
    digest.number(MODEL.into());
    digest.word(FOLD);
    digest.word(&serde_json::to_string(map).unwrap_or_default());
    digest.finish()
}

impl Learner {
    /// Everything the fold holds. The same log, model and map give the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Out::default();
        basis(&self.map).put(&mut out);
        put(self, &mut out);
        out.finish()
    }

    /// The fold that was written as these bytes; `None` when they are of another model or map, or damaged.
    pub fn of_bytes(map: Rc<Map>, bytes: &[u8]) -> Option<Self> {
        let mut from = In::of(bytes);
        if String::take(&mut from)? != basis(&map) {
            return None;
        }
        let skills = map.skills.len();
        let learner = take(map, &mut from)?;
        let fits = learner.skills.len() == skills && learner.news.len() == skills;
        (from.is_at_end() && fits).then_some(learner)
    }
}
