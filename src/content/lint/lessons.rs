//! Rules about lessons: each leads from an idea to a try on one's own, on more than one path.

use super::super::Locale;
use super::super::more::lesson::{Kind, Lesson, Shown};
use super::{Finding, Pack, Severity, finding};
use crate::content::source::SourceUnit;

/// Below this grade every idea is shown in a picture, too.
const PICTURES_UNTIL: u8 = 6;

pub fn lessons(pack: &Pack) -> Vec<Finding> {
    let mut all = Vec::new();
    for unit in &pack.units {
        for lesson in unit.unit.lessons() {
            all.extend(of_lesson(pack, unit, lesson));
        }
    }
    all
}

fn of_lesson(pack: &Pack, unit: &SourceUnit, lesson: &Lesson) -> Vec<Finding> {
    let mut all = Vec::new();
    let mut say = |place: &str, severity, what: String| {
        all.push(finding(&unit.file, place, severity, "lesson", &lesson.skill, what));
    };
    let skill = pack.skills.iter().find(|skill| skill.skill.id == lesson.skill);
    if skill.is_none() {
        say(&lesson.place, Severity::Error, "there is no such skill".into());
    }
    let tries = |kind: &Kind| matches!(kind, Kind::Try(_) | Kind::Mistake(_));
    if !lesson.parts.iter().any(|part| tries(&part.kind)) {
        say(&lesson.place, Severity::Warning, "no part lets the learner `try`; end with a question".into());
    }
    let young = skill.is_some_and(|skill| skill.skill.grade < PICTURES_UNTIL);
    if young && !lesson.parts.iter().any(|part| part.path.as_deref() == Some("picture")) {
        say(&lesson.place, Severity::Warning, "no part is `as = \"picture\"`; show the idea, too".into());
    }
    for locale in unit.overlays.keys().filter(|locale| lesson.locale(**locale) != **locale) {
        let what = format!("not translated into `{}`: it is shown in English there", locale.code());
        say(&lesson.place, Severity::Warning, what);
    }
    for (k, part) in lesson.parts.iter().enumerate() {
        match lesson.show(k, &unit.unit, 0, Locale::En) {
            None => say(&part.place, Severity::Error, "this part cannot be shown".into()),
            Some(Shown::Faded { asked, .. }) => {
                let blanks = if let Kind::Faded(_, blanks) = &part.kind { *blanks } else { 0 };
                if asked.len() < blanks || blanks == 0 {
                    let what = format!("`blanks = {blanks}`, but the solution has {} boxes", asked.len());
                    say(&format!("{}/blanks", part.place), Severity::Error, what);
                }
            }
            Some(Shown::Worked { why: Some(why), .. }) => {
                let shown: Vec<String> = why.options.iter().map(|option| option.print()).collect();
                if shown.iter().enumerate().any(|(k, text)| shown[..k].contains(text)) {
                    say(&format!("{}/why", part.place), Severity::Error, "two reasons look alike".into());
                }
            }
            Some(_) => {}
        }
    }
    all
}
