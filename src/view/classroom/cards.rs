//! Return cards for a class (R1 b): for each student a code that brings back what was last handed in. A card holds a
//! number and skills, never a name.

use crate::classroom::class::StudentId;
use crate::classroom::{Desk, Student};
use crate::exchange::code::{self, Places};
use crate::exchange::qr::{self, Qr};
use crate::learner::Level;
use crate::num::SortedSet;
use crate::view::words;

#[derive(Clone, Debug, PartialEq)]
pub struct CardsPage {
    pub title: String,
    pub lead: String,
    /// What this copy is called, on every card; may be empty.
    pub site: String,
    pub cards: Vec<ClassCard>,
    /// Students who have nothing to bring back yet.
    pub none: String,
    pub note: String,
    pub print: String,
    pub back: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ClassCard {
    /// "Number 7".
    pub who: String,
    pub name: String,
    pub label: String,
    pub code: String,
    pub whereto: String,
    /// "as of 2026-11-26".
    pub as_of: String,
    pub qr: Option<Qr>,
    pub alt: String,
}

/// What a student had mastered when they last handed in, and all that it builds on: as on the learner's own card.
pub fn mastered(desk: &Desk, student: &Student) -> SortedSet<String> {
    let held = student.skills.iter().filter(|(_, status)| status.earned >= Level::Mastered);
    code::with_all_below(&desk.map, held.map(|(place, _)| &*desk.map.skills[*place].id))
}

pub fn page(desk: &Desk) -> CardsPage {
    let (locale, places) = (desk.locale, Places::here());
    let (mut cards, mut none) = (Vec::new(), Vec::new());
    for student in &desk.students {
        // Never by a name: a card gets lost.
        let who = match student.id {
            StudentId::Number(number) => words::class_number(locale, &number.to_string()),
            StudentId::Key(key) => words::class_no_number(locale, &format!("{:04}", key % 10_000)),
        };
        let mastered = mastered(desk, student);
        if mastered.is_empty() {
            none.push(who);
            continue;
        }
        let code = places.write(&mastered);
        cards.push(ClassCard {
            who,
            name: words::paper_name(locale).into(),
            label: words::carry_code_label(locale).into(),
            qr: qr::draw(&code),
            code,
            whereto: words::carry_code_where(locale).into(),
            as_of: words::class_as_of(locale, &super::when::dated(student.as_of, locale)),
            alt: words::carry_code_alt(locale).into(),
        });
    }
    CardsPage {
        title: words::cards_title(locale).into(),
        lead: if cards.is_empty() { words::cards_empty(locale) } else { words::cards_lead(locale) }.into(),
        site: desk.site.name.clone(),
        cards,
        none: match none.is_empty() {
            true => String::new(),
            false => words::cards_none(locale, &none.join(", ")),
        },
        note: words::cards_note(locale).into(),
        print: words::paper_print(locale).into(),
        back: words::paper_back(locale).into(),
    }
}
