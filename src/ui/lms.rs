//! A learning platform round the page (SCORM 1.2), where there is one. `web/lms.js` speaks with it; it is told a return
//! code, how many skills are confirmed out of how many, and whether the day's plan is done. Nothing else leaves.

use crate::exchange::code::{self, Places};
use crate::learner::{Learner, Level};
use crate::tutor::{Session, today};
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// What `cmi.suspend_data` holds at most.
const MOST_CHARACTERS: usize = 4_096;

/// The skills that the platform kept from before, where it has any.
pub fn resumed() -> Option<Vec<String>> {
    let kept = call("resume", &[])?.as_string()?;
    let skills = Places::here().read_code(&kept).ok()?;
    (!skills.is_empty()).then_some(skills)
}

/// Tells the platform where the learner stands. Nothing of private practice, where there is nothing to tell.
pub fn save(session: &Session) {
    if session.is_private() || platform().is_none() {
        return;
    }
    let (learner, day) = (&session.learner, session.day());
    let code = Places::here().write(&code::mastered(learner, day));
    if code.len() > MOST_CHARACTERS {
        return;
    }
    let (confirmed, all) = confirmed(learner, session);
    let over = today::over(learner, day);
    call("save", &[code.into(), confirmed.into(), all.into(), over.into()]);
}

/// Skills mastered, out of those that this course teaches.
fn confirmed(learner: &Learner, session: &Session) -> (u32, u32) {
    let taught = learner.map().skills.iter().filter(|skill| !skill.items.is_empty());
    taught.fold((0, 0), |(confirmed, all), skill| {
        let held = learner.level(&skill.id, session.day()) >= Level::Mastered;
        (confirmed + u32::from(held), all + 1)
    })
}

fn platform() -> Option<JsValue> {
    let lms = Reflect::get(&js_sys::global(), &"trellisLms".into()).ok()?;
    (!lms.is_undefined()).then_some(lms)
}

fn call(name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let lms = platform()?;
    let function: Function = Reflect::get(&lms, &name.into()).ok()?.dyn_into().ok()?;
    function.apply(&lms, &arguments.iter().collect::<Array>()).ok()
}
