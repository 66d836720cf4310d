//! Early warning (T9): who is likely to struggle with what comes next, why, and what the class could look at together
//! before it.

use super::class::{self, skill, who};
use super::correct::PickView;
use crate::classroom::teach::{self, Doubt, Why};
use crate::classroom::{ClassMsg, Desk};
use crate::num::SortedMap;
use crate::view::{home, words};

#[derive(Clone, Debug, PartialEq)]
pub struct EarlyView {
    pub title: String,
    pub note: String,
    /// This week's unit, or a standard that comes next.
    pub next: PickView,
    /// What several students lack, the most wanted first.
    pub together_title: String,
    pub together: Vec<String>,
    /// Who, and a line for each reason.
    pub students: Vec<(String, Vec<String>)>,
    /// That nobody is found, or why nobody can be; empty otherwise.
    pub none: String,
}

/// Reasons that are told of one student.
const TOLD: usize = 3;
/// From so many students on it is a matter for the class.
const SEVERAL: usize = 3;
/// Skills that say what a standard is about.
const NAMED: usize = 2;

pub fn view(desk: &Desk) -> Option<EarlyView> {
    let (locale, unit) = (desk.locale, desk.next_unit());
    if desk.students.is_empty() {
        return None;
    }
    let says = |id, place: usize| desk.class().correction(id, &desk.map.skills[place].id);
    let found = teach::early(&desk.students, &desk.map, &unit, says);
    let together = teach::together(&found);
    let together: Vec<String> = together
        .into_iter()
        .filter(|(_, students)| *students >= SEVERAL)
        .take(TOLD)
        .map(|(place, students)| words::early_class(locale, home::count(students), &skill(desk, place)))
        .collect();
    Some(EarlyView {
        title: words::class_early(locale).into(),
        note: words::early_note(locale).into(),
        next: next(desk),
        together_title: if together.is_empty() { "" } else { words::early_together(locale) }.into(),
        together,
        none: match () {
            () if unit.is_empty() => words::early_no_unit(locale),
            () if found.is_empty() => words::class_early_none(locale),
            () => "",
        }
        .into(),
        students: found
            .iter()
            .map(|(id, doubts)| {
                (who(desk, *id), doubts.iter().take(TOLD).map(|doubt| said(desk, doubt)).collect())
            })
            .collect(),
    })
}

fn said(desk: &Desk, doubt: &Doubt) -> String {
    let (locale, name) = (desk.locale, skill(desk, doubt.skill));
    let reason = match doubt.why {
        Why::Missed { losses, on } => words::early_missed(
            locale,
            i64::from(losses),
            &on.map(|day| class::on(desk, day)).unwrap_or_default(),
        ),
        Why::Fading { shown: Some(shown) } => words::early_fading(locale, &class::on(desk, shown)),
        Why::Fading { shown: None } | Why::Begun => words::early_begun(locale).into(),
        Why::Set { on } => words::early_set(locale, &class::on(desk, on)),
    };
    format!("{name}: {reason}")
}

/// This week's unit, and every standard with questions.
fn next(desk: &Desk) -> PickView {
    let locale = desk.locale;
    let own = (words::early_unit(locale).to_string(), ClassMsg::Next(None), desk.next.is_none());
    let mut of_code: SortedMap<&String, Vec<usize>> = SortedMap::new();
    for (place, taught) in desk.map.skills.iter().enumerate().filter(|(_, skill)| !skill.items.is_empty()) {
        taught.standards.iter().for_each(|code| of_code.or_default(code).push(place));
    }
    // Few know a standard by its code alone.
    let one = |(code, places): (&&String, &Vec<usize>)| {
        let names = class::some(places.iter().map(|place| skill(desk, *place)), NAMED);
        let chosen = desk.next.as_ref() == Some(*code);
        (format!("{code}: {names}"), ClassMsg::Next(Some((*code).clone())), chosen)
    };
    PickView {
        label: words::early_next(locale).into(),
        options: std::iter::once(own).chain(of_code.iter().map(one)).collect(),
    }
}
