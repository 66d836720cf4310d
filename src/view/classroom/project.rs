//! One question for a whole room (T6): large, without a frame, its answer behind a press. It touches nobody's record;
//! the same question opens on every device that looks at the code beside it.

use crate::content::{Locale, Map, Question, Response, Score, Unit, wide};
use crate::tutor::{Practice, Route};
use crate::view::figure::{self, FigureView};
use crate::view::text::line;
use crate::view::{Apart, Line, Link, words};

/// Wrong answers that find room on a screen.
const WRONG: usize = 4;

/// Which question is projected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub item: String,
    pub level: u8,
    pub seed: u32,
}

impl Asked {
    /// The question of an address `project/ITEM@LEVEL/SEED`, which is that of the question's own page but for its first
    /// word; `None` where the course has no such item.
    pub fn read(path: &str, map: &Map) -> Option<Self> {
        let Route::Question { item, level, seed } = Route::read(&path.replacen("project/", "q/", 1)) else {
            return None;
        };
        let levels = || map.skills.iter().flat_map(|skill| &skill.items).filter(|entry| entry.item == item);
        let level = level.or_else(|| levels().map(|entry| entry.level).min())?;
        map.item(&item, level)?;
        Some(Self { item, level, seed })
    }

    /// The question's own page.
    pub fn question(&self) -> Route {
        Route::Question { item: self.item.clone(), level: Some(self.level), seed: self.seed }
    }

    pub fn projected(&self) -> Route {
        projected(&self.question())
    }

    /// The one drawn after it, or before it; there is none before the first.
    pub fn next(&self, by: i32) -> Option<Self> {
        Some(Self { seed: self.seed.checked_add_signed(by)?, ..self.clone() })
    }
}

/// Where a question is projected.
pub fn projected(question: &Route) -> Route {
    Route::Room(question.to_string().replacen("#/q/", "project/", 1))
}

/// The way from a question's own page to its projection.
pub fn way(practice: &Practice, locale: Locale) -> Option<Apart<Link>> {
    let Question { item, level, seed, .. } = &practice.question;
    let own = Route::Question { item: item.clone(), level: Some(*level), seed: *seed };
    let link =
        || Link { label: words::project_open(locale).into(), to: projected(&own), current: false }.into();
    (!practice.recorded).then(link)
}

#[derive(Clone, Debug, PartialEq)]
pub struct ProjectPage {
    /// For a screen reader, and where the focus comes to.
    pub title: String,
    /// Nothing while it is fetched.
    pub card: Option<ProjectCard>,
    /// What stands there without a card.
    pub said: String,
    pub answer: Switch,
    pub before: Switch,
    pub after: Switch,
    /// The other language, in its own words.
    pub tongue: Switch,
    pub leave: Switch,
    pub keys: String,
    /// `#/q/...`, behind the address of the app.
    pub fragment: String,
    pub code_label: String,
    pub code_alt: String,
}

/// A control below the question.
#[derive(Clone, Debug, PartialEq)]
pub struct Switch {
    pub label: String,
    pub enabled: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ProjectCard {
    /// `"<item>@<level>/<seed>"`, for `data-item`.
    pub id: String,
    pub lang: &'static str,
    pub ask: Line,
    /// A line to be completed.
    pub given: Option<Line>,
    pub figure: Option<FigureView>,
    /// What there is to choose from.
    pub options: Vec<Line>,
    /// Nothing before the teacher shows it.
    pub answer: Option<AnswerCard>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct AnswerCard {
    pub title: String,
    pub right: Line,
    pub wrong_title: String,
    /// What children answer too, and the sentence of each rule that leads there.
    pub wrong: Vec<(Line, Vec<Line>)>,
}

/// How far the unit of the question is.
pub enum Fetched<'a> {
    Coming,
    Missing,
    Here(&'a Unit),
}

/// `tongue` is the language of the question, `locale` that of the controls.
pub fn page(
    map: &Map,
    asked: Option<&Asked>,
    unit: Fetched,
    shown: bool,
    (tongue, locale): (Locale, Locale),
) -> ProjectPage {
    let drawn = match (&unit, asked) {
        (Fetched::Here(unit), Some(asked)) => {
            unit.draw(&asked.item, asked.level, asked.seed, tongue).map_err(|_| words::trouble_item(locale))
        }
        (Fetched::Coming, Some(_)) => Err(words::waiting(locale)),
        (Fetched::Missing, Some(_)) => Err(words::trouble_fetch(locale)),
        (_, None) => Err(words::trouble_item(locale)),
    };
    let skill = asked.and_then(|asked| map.item(&asked.item, asked.level)).map(|(skill, _)| skill);
    let name = skill.map_or("", |skill| skill.name_in(locale));
    let there = drawn.is_ok();
    let switch = |label: &str, enabled: bool| Switch { label: label.into(), enabled };
    ProjectPage {
        title: words::project_title(locale, name),
        said: drawn.as_ref().err().map_or_else(String::new, |why| (*why).into()),
        card: drawn.ok().map(|question| card(&question, shown, locale)),
        answer: switch(if shown { words::project_hide(locale) } else { words::project_show(locale) }, there),
        before: switch(
            words::project_before(locale),
            there && asked.is_some_and(|asked| asked.next(-1).is_some()),
        ),
        after: switch(
            words::project_after(locale),
            there && asked.is_some_and(|asked| asked.next(1).is_some()),
        ),
        tongue: switch(words::language_other(tongue), there),
        leave: switch(words::project_leave(locale), true),
        keys: words::project_keys(locale).into(),
        fragment: asked.map(|asked| asked.question().to_string()).unwrap_or_default(),
        code_label: words::project_code(locale).into(),
        code_alt: words::project_code_alt(locale).into(),
    }
}

fn card(question: &Question, shown: bool, locale: Locale) -> ProjectCard {
    let own = question.locale;
    ProjectCard {
        id: format!("{}@{}/{}", question.item, question.level, question.seed),
        lang: own.code(),
        ask: line(&question.ask, own),
        given: crate::view::practice::given(question),
        figure: question.figure.as_ref().map(|drawn| figure::shown(drawn, &question.alt, own)),
        options: options(question),
        answer: shown.then(|| answer(question, locale)),
    }
}

fn options(question: &Question) -> Vec<Line> {
    let own = question.locale;
    match &question.response {
        Response::Choose { options } => options.iter().map(|option| line(&option.show, own)).collect(),
        Response::More(task) => {
            let groups = wide::groups(task, "");
            // The same choices for every object are said once, after the objects.
            let objects = groups.iter().map(|group| &group.legend).filter(|legend| !legend.is_empty());
            let choices = groups.first().into_iter().flat_map(|group| &group.choices);
            objects.chain(choices.map(|(show, _)| show)).map(|show| line(show, own)).collect()
        }
        Response::Write { .. } => Vec::new(),
    }
}

/// The right answer, and the wrong ones with a sentence: two rules that give the same number stand together.
fn answer(question: &Question, locale: Locale) -> AnswerCard {
    let own = question.locale;
    let mut wrong: Vec<(String, Vec<Line>)> = Vec::new();
    for (rule, value) in question.misses() {
        let says = question.rule_says(&rule, &value);
        if says.is_empty() || question.score(&value) == Score::Right {
            continue;
        }
        let says = line(&says, own);
        match wrong.iter_mut().find(|(other, _)| *other == value) {
            Some((_, all)) if all.contains(&says) => {}
            Some((_, all)) => all.push(says),
            None => wrong.push((value, vec![says])),
        }
    }
    wrong.truncate(WRONG);
    AnswerCard {
        title: words::project_right(locale).into(),
        right: line(&question.right(), own),
        wrong_title: if wrong.is_empty() { "" } else { words::project_wrong(locale) }.into(),
        wrong: wrong.into_iter().map(|(value, says)| (line(&question.shown(&value), own), says)).collect(),
    }
}
