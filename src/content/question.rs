//! One drawn question: what is shown, what is right, and every help there is for it.

use super::expr::{Scope, Value};
use super::item::{Answer, From, Item, Texts};
use super::more::respond::{Task, is_tested};
use super::more::story::{Skin, Story};
use super::seed::{Seeds, first_eight};
use super::template::{Fill, Hole, Template, value_text};
use super::unit::Shared;
use super::wide;
use super::{Figure, Locale, Problem, Span, Text, What, answer, domain, prompt, score};
use crate::notation::{Math, Unreadable, entry};
use std::sync::Arc;

/// A question as drawn from (item, level, seed). Two are equal when drawn from the same place.
#[derive(Clone, Debug)]
pub struct Question {
    pub item: String,
    pub level: u8,
    pub seed: u32,
    /// Revision of the item's draw.
    pub rev: u32,
    pub skill: String,
    /// Content hash of the unit.
    pub pack: String,
    /// The language of the texts: the one asked for, or English where the item is not translated.
    pub locale: Locale,
    pub ask: Text,
    pub figure: Option<Arc<Figure>>,
    /// The figure in words, or empty.
    pub alt: String,
    pub response: Response,
    /// The dress of a word problem, when it has one.
    pub skin: Option<String>,
    pub(crate) family: Arc<Item>,
    /// Which of its steps this is.
    place: usize,
    pub(crate) shared: Arc<Shared>,
    /// Params and lets.
    pub(crate) scope: Scope,
    pub(crate) right: Value,
    /// Wrong rules and their values here; those that give the right answer or nothing are left out.
    pub(crate) wrong: Vec<(String, Value)>,
    /// Tries the draw took.
    #[cfg_attr(not(feature = "tools"), expect(dead_code, reason = "for the linter"))]
    pub(crate) tries: u32,
    key: u64,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Response {
    /// A number is typed (or entered in the figure).
    Write {
        form: Option<FormWanted>,
        /// The keypad should offer the fraction bar.
        fractions: bool,
    },
    Choose {
        options: Vec<Choice>,
    },
    /// More than one number or one option.
    More(Arc<Task>),
}

impl Response {
    /// The number of options, one of which is right; 0 where an answer is made rather than chosen.
    pub fn options(&self) -> u8 {
        match self {
            Self::Choose { options } => u8::try_from(options.len()).unwrap_or(u8::MAX),
            _ => 0,
        }
    }
}

/// One option. `value` is what is recorded and scored, in every language the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub value: String,
    pub show: Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormWanted {
    Lowest,
    Mixed,
    Improper,
    Decimal,
    /// A form of expressions and equations, by the name of its test: `factored`.
    Tested(&'static str),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Score {
    Right,
    Wrong {
        /// Every wrong rule that gives exactly this value here.
        rules: Vec<String>,
        /// Their families, each once; a rule without a family is its own.
        families: Vec<String>,
    },
    /// Not an attempt: nothing is recorded.
    Advice(Advice),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Advice {
    Unreadable(Unreadable),
    /// The right value, in another form than asked for.
    OtherForm(FormWanted),
    /// No option is chosen, or none of those offered.
    ChooseOne,
    /// A part of the answer is still missing.
    Incomplete,
    /// Of a line of work that was not taken, in these words.
    Said(String),
    /// Of a right line of work that goes on, in these words.
    Taken(String),
    /// What the tests of answers advise.
    Answer(answer::Advice),
}

/// What a hint may depend on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LearnerState {
    /// Checked answers to this question so far.
    pub tries: u32,
    /// The last of them, as recorded.
    pub mine: Option<String>,
    /// The misconception named for it.
    pub why: Option<String>,
    /// What stands in the answer now.
    pub draft: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Hint {
    /// Place among the question's hints; ask for `at + 1` next.
    pub at: usize,
    pub say: Text,
    pub figure: Option<Arc<Figure>>,
    /// The figure in words, or empty.
    pub alt: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    /// The last line holds the one empty box (`Span::Blank`, or `Math::Blank` inside `Span::Maths`) when `asked`.
    pub lines: Vec<Text>,
    pub asked: Option<Asked>,
}

/// The last step, which the learner does.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Which of the lines holds the box.
    pub line: usize,
    /// What fills it, as it would be typed.
    pub value: String,
    /// The line with the box filled.
    pub filled: Text,
}

impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        let place = |q: &Self| (q.level, q.seed, q.rev, q.locale);
        self.item == other.item && self.pack == other.pack && place(self) == place(other)
    }
}

/// The language asked for where every text of the item is in it, otherwise English.
fn spoken(family: &Item, shared: &Shared, locale: Locale) -> Locale {
    let translated = family.all_steps().all(|step| step.texts.contains_key(&locale));
    let story = family.story.as_ref().and_then(|id| shared.stories.iter().find(|story| story.id == *id));
    let told = story.is_none_or(|story| {
        family.all_steps().filter_map(|step| step.unknown.as_deref()).all(|one| story.tells(one, locale))
    });
    if translated && told { locale } else { Locale::En }
}

impl Score {
    /// The one rule, or the one family of rules, that alone explains a wrong answer.
    pub fn explained_by(&self) -> Option<&str> {
        match self {
            Self::Wrong { families, .. } => match &families[..] {
                [one] => Some(one),
                _ => None,
            },
            _ => None,
        }
    }
}

impl Question {
    pub(crate) fn draw(
        family: &Arc<Item>,
        shared: &Arc<Shared>,
        pack: &str,
        level: u8,
        seed: u32,
        locale: Locale,
    ) -> Result<Self, Problem> {
        let (scope, tries) = family.draw(level, seed)?;
        Self::of(family, shared, pack, (level, seed, family.rev), locale, scope, tries)
    }

    pub(crate) fn draw_rev(
        family: &Arc<Item>,
        shared: &Arc<Shared>,
        pack: &str,
        (level, seed, rev): (u8, u32, u32),
        locale: Locale,
    ) -> Result<Self, Problem> {
        let nothing = || Problem::new(&*family.id, "this revision of the item is not kept");
        let (scope, tries) = family.of_rev(rev).ok_or_else(nothing)?.draw(level, seed)?;
        Self::of(family, shared, pack, (level, seed, rev), locale, scope, tries)
    }

    /// The first step, with these values.
    pub(crate) fn of(
        family: &Arc<Item>,
        shared: &Arc<Shared>,
        pack: &str,
        (level, seed, rev): (u8, u32, u32),
        locale: Locale,
        scope: Scope,
        tries: u32,
    ) -> Result<Self, Problem> {
        let mut question = Self {
            item: family.id.clone(),
            level,
            seed,
            rev,
            skill: String::new(),
            pack: pack.into(),
            locale: spoken(family, shared, locale),
            ask: Text::default(),
            figure: None,
            alt: String::new(),
            response: Response::Choose { options: Vec::new() },
            skin: None,
            family: family.clone(),
            place: 0,
            shared: shared.clone(),
            scope,
            right: Value::None,
            wrong: Vec::new(),
            tries,
            key: 0,
        };
        question.skin = question.first_skin();
        question.step_to(0)?;
        Ok(question)
    }

    /// Becomes this step of the same draw.
    fn step_to(&mut self, place: usize) -> Result<(), Problem> {
        let at = format!("{}@{} seed {}", self.item, self.level, self.seed);
        let problem = |what: What| Problem::new(&*at, what);
        self.place = place;
        self.skill = self.part().skill.clone();
        self.right = self.part().answer.right(&self.scope).map_err(|fault| problem(fault.what))?;
        if self.right.is_none() {
            return Err(problem(what!("the answer cannot be computed", "the answer cannot be computed")));
        }
        self.complete().map_err(problem)
    }

    /// The step that is asked.
    pub(crate) fn part(&self) -> &Item {
        self.family.all_steps().nth(self.place).unwrap_or(&self.family)
    }

    /// The step's id, where the item has steps.
    pub fn step(&self) -> Option<&str> {
        self.part().step.as_deref()
    }

    /// The number of steps, scaffolds counted.
    pub fn step_count(&self) -> usize {
        1 + self.family.steps.len()
    }

    /// The step after this one for everybody; scaffolds are left out.
    pub fn next_step(&self) -> Option<Self> {
        let all: Vec<&Item> = self.family.all_steps().collect();
        let next = (self.place + 1..all.len()).find(|k| all[*k].after_miss.is_none())?;
        self.at_step(next)
    }

    /// What is asked after a miss on this step, in order; then this step comes back, and counts as helped.
    pub fn scaffolds(&self) -> Vec<Self> {
        let Some(id) = self.step() else { return Vec::new() };
        let helps = |step: &Item| step.after_miss.as_deref() == Some(id);
        let places = self.family.all_steps().enumerate().filter(|(_, step)| helps(step));
        places.filter_map(|(k, _)| self.at_step(k)).collect()
    }

    /// The step with this id.
    pub fn step_named(&self, id: &str) -> Option<Self> {
        let place = self.family.all_steps().position(|step| step.step.as_deref() == Some(id))?;
        self.at_step(place)
    }

    /// This question at the step with this id; as it is when there is none.
    pub fn same_step(self, id: Option<&str>) -> Option<Self> {
        match id {
            None => Some(self),
            Some(id) => self.step_named(id),
        }
    }

    /// Every step, scaffolds too, in the order of the item.
    pub fn steps(&self) -> Vec<Self> {
        (0..self.step_count()).filter_map(|k| self.at_step(k)).collect()
    }

    fn at_step(&self, place: usize) -> Option<Self> {
        let mut step = self.clone();
        step.step_to(place).ok()?;
        Some(step)
    }

    /// Spoken first, with hardly any text.
    pub fn listen(&self) -> bool {
        self.family.listen
    }

    /// The file in which a text is spoken: `ask`, or `hints/0`.
    pub fn audio(&self, text: &str) -> Option<&str> {
        self.texts()?.audio.get(text).map(|file| &**file)
    }

    /// The same question dressed for one of these interests, if a skin that fits has one of them.
    pub fn dressed(self, interests: &[String]) -> Self {
        let wanted = |skin: &&Skin| skin.interest.as_ref().is_some_and(|one| interests.contains(one));
        let skins: Vec<&Skin> = self.skins().into_iter().filter(wanted).collect();
        let seeds = Seeds::new(&self.item, self.rev, self.level, self.seed);
        let place = if skins.is_empty() { 0 } else { seeds.stream("#skin", 0).below(skins.len() as u64) };
        let skin = skins.get(place as usize).map(|skin| skin.id.clone());
        self.in_skin(skin.as_deref())
    }

    /// The same question in the dress it was told in; as it is where there is none of that name.
    pub fn in_skin(self, skin: Option<&str>) -> Self {
        let known = skin.filter(|id| self.skins().iter().any(|skin| skin.id == *id));
        let Some(skin) = known.filter(|_| known != self.skin.as_deref()) else { return self };
        let mut dressed = Self { skin: Some(skin.into()), ..self.clone() };
        if dressed.step_to(self.place).is_ok() { dressed } else { self }
    }

    fn story(&self) -> Option<&Story> {
        let id = self.family.story.as_ref()?;
        self.shared.stories.iter().find(|story| story.id == *id)
    }

    fn skins(&self) -> Vec<&Skin> {
        self.story().map(|story| story.fitting(&self.scope)).unwrap_or_default()
    }

    /// Without interests: any skin that fits, by the seed.
    fn first_skin(&self) -> Option<String> {
        let skins = self.skins();
        let seeds = Seeds::new(&self.item, self.rev, self.level, self.seed);
        let place = if skins.is_empty() { 0 } else { seeds.stream("#skin", 0).below(skins.len() as u64) };
        skins.get(place as usize).map(|skin| skin.id.clone())
    }

    /// The text of the story, or the step's own.
    fn ask_in(&self, locale: Locale, skin: Option<&str>) -> Option<&Template> {
        let Some(unknown) = self.part().unknown.as_deref().filter(|_| self.family.story.is_some()) else {
            return self.part().texts.get(&locale)?.ask.as_ref();
        };
        let skins = self.skins();
        let chosen = skins.iter().find(|known| Some(&*known.id) == skin).or(skins.first())?;
        chosen.text(unknown, locale)
    }

    pub(crate) fn fill(&self) -> Fill<'_> {
        Fill { words: Some((&self.shared.words, self.locale)), ..Fill::from(&self.scope) }
    }

    /// Whether these rules all give an answer here, and no two of them the same.
    pub fn separates(&self, rules: &[&str]) -> bool {
        let misses = self.misses();
        let value = |rule: &&str| {
            let (_, answer) = misses.iter().find(|(id, _)| id == rule)?;
            let value = self.wrong.iter().find(|(id, _)| id == rule).map(|(_, value)| value.clone());
            Some(value.unwrap_or_else(|| Value::text(answer)))
        };
        let values: Option<Vec<Value>> = rules.iter().map(value).collect();
        values.is_some_and(|values| {
            values.iter().enumerate().all(|(k, value)| !values[..k].iter().any(|other| other.same(value)))
        })
    }

    /// Whether these rules are told apart here and each answer is explained by its rule, or its family, alone.
    pub fn shows_alone(&self, rules: &[&str]) -> bool {
        let misses = self.misses();
        self.separates(rules)
            && misses
                .iter()
                .filter(|(rule, _)| rules.contains(&&**rule))
                .all(|(_, answer)| self.score(answer).explained_by().is_some())
    }

    /// The same question in another language, if its item is translated.
    #[cfg(feature = "tools")]
    pub(crate) fn translated(&self, locale: Locale) -> Option<Self> {
        let mut question = Self { locale, ..self.clone() };
        let known = spoken(&self.family, &self.shared, locale) == locale;
        (known && question.complete().is_ok()).then_some(question)
    }

    /// Everything that follows from the drawn values.
    fn complete(&mut self) -> Result<(), What> {
        self.wrong = self.wrong_values()?;
        let family = self.family.clone();
        let part = family.all_steps().nth(self.place).unwrap_or(&family);
        let texts =
            part.texts.get(&self.locale).ok_or(what!("the item has no texts", "the item has no texts"))?;
        let ask = self
            .ask_in(self.locale, self.skin.as_deref())
            .ok_or(what!("the item has no `ask`", "the item has no `ask`"))?;
        self.ask = ask.fill(self.fill()).map_err(|fault| fault.what)?;
        self.figure = None;
        self.alt = String::new();
        let figure = match &part.figure {
            Some(rule) => Some(rule.draw(&self.scope).map_err(|fault| fault.what)?),
            None => wide::own_figure(part, &self.scope),
        };
        if let Some(figure) = figure {
            self.alt = match texts.alt.as_ref().map(|alt| alt.fill(self.fill())) {
                Some(Ok(alt)) => alt.plain(self.locale),
                _ => figure.alt(self.locale),
            };
            self.figure = Some(Arc::new(figure));
        }
        self.response = self.responses()?;
        self.key = self.look()?;
        Ok(())
    }

    fn wrong_values(&self) -> Result<Vec<(String, Value)>, What> {
        let mut wrong = Vec::new();
        let part = self.part();
        for (id, expr) in &part.wrong {
            let value = part
                .answer
                .wrong(expr, &self.scope)
                .map_err(|fault| what!("a wrong rule cannot be computed", "wrong rule {id}: {fault}"))?;
            if !value.is_none() && !score::is_right(self, &value)? {
                wrong.push((id.clone(), value));
            }
        }
        for (id, value) in wide::procedures_here(self) {
            if !wrong.iter().any(|(known, _)| *known == id) && !score::is_right(self, &value)? {
                wrong.push((id, value));
            }
        }
        Ok(wrong)
    }

    fn responses(&self) -> Result<Response, What> {
        let part = self.part();
        match &part.answer {
            Answer::Write { form, extra, .. } => match &self.right {
                Value::Number(_) if !is_tested(*form, extra.as_deref()) => {
                    Ok(Response::Write { form: *form, fractions: part.fractions })
                }
                _ => Ok(Response::More(Arc::new(wide::typed_task(self)?))),
            },
            Answer::More(_) => Ok(Response::More(Arc::new(wide::task(self)?))),
            Answer::Choose { from: From::Places(list), .. } => self.places(list),
            Answer::Choose { from, show, .. } => {
                let options = match from {
                    From::Listed(exprs) => self.listed(exprs)?,
                    _ => self.made_by_rules(),
                };
                Ok(Response::Choose { options: self.arranged(options, *show)? })
            }
        }
    }

    /// The members of a list, each named by its place.
    fn places(&self, list: &super::expr::Expr) -> Result<Response, What> {
        let list = list.eval(&self.scope).map_err(|fault| fault.what)?;
        let option =
            |(k, value): (usize, &Value)| Choice { value: (k + 1).to_string(), show: value_text(value) };
        let options: Vec<Choice> =
            list.members().unwrap_or_default().iter().enumerate().map(option).collect();
        if options.iter().any(|option| option.value == self.right.to_string()) {
            return Ok(Response::Choose { options });
        }
        Err(what!("the right answer is not among the options", "the list has no place {}", self.right))
    }

    /// Options as the author listed them, with their labels.
    fn listed(&self, exprs: &[super::expr::Expr]) -> Result<Vec<(Value, Text)>, What> {
        let labels = self.texts().map(|texts| &texts.labels[..]).unwrap_or_default();
        let mut options = Vec::new();
        for (k, expr) in exprs.iter().enumerate() {
            let value = expr.eval(&self.scope).map_err(|fault| fault.what)?;
            let show = match labels.get(k) {
                Some(label) => label.fill(self.fill()).map_err(|fault| fault.what)?,
                None => value_text(&value),
            };
            if !value.is_none() && !options.iter().any(|(known, _): &(Value, Text)| known.same(&value)) {
                options.push((value, show));
            }
        }
        Ok(options)
    }

    /// The right answer and what the wrong rules give.
    fn made_by_rules(&self) -> Vec<(Value, Text)> {
        let mut options: Vec<(Value, Text)> = Vec::new();
        let values = std::iter::once(&self.right).chain(self.wrong.iter().map(|(_, value)| value));
        for value in values {
            if !options.iter().any(|(known, _)| known.same(value)) {
                options.push((value.clone(), value_text(value)));
            }
        }
        options
    }

    /// At most `show` options, the right one among them, in an order drawn from the seed. The signs `<`, `=`, `>`
    /// keep their order.
    fn arranged(&self, options: Vec<(Value, Text)>, show: usize) -> Result<Vec<Choice>, What> {
        let is_sign =
            |value: &Value| matches!(value, Value::Text(text) if ["<", "=", ">"].contains(&&**text));
        let signs = options.iter().all(|(value, _)| is_sign(value));
        let Some(place) = options.iter().position(|(value, _)| *value == self.right) else {
            return Err(what!(
                "the right answer is not among the options",
                "the right answer is not among the options"
            ));
        };
        let mut all = options.clone();
        let right = all.remove(place);
        let seeds = Seeds::new(&self.item, self.rev, self.level, self.seed);
        let mut rng = seeds.stream("#options", 0);
        domain::shuffle(&mut all, &mut rng);
        all.truncate(show.max(2) - 1);
        all.insert(0, right);
        if signs {
            let chosen = |known: &Value| all.iter().any(|(value, _)| value == known);
            all = options.iter().filter(|(value, _)| chosen(value)).cloned().collect();
        } else {
            domain::shuffle(&mut all, &mut rng);
        }
        Ok(all.into_iter().map(|(value, show)| Choice { value: value.to_string(), show }).collect())
    }

    /// A hash of what the question looks like: English text without names, figure data, options as a set.
    fn look(&self) -> Result<u64, What> {
        let texts = self
            .part()
            .texts
            .get(&Locale::En)
            .ok_or(what!("the item has no English texts", "the item has no English texts"))?;
        let nameless = Fill { nameless: true, ..Fill::from(&self.scope) };
        let fill = |template: &Template| template.fill(nameless).map(|text| text.print());
        let ask = self
            .ask_in(Locale::En, None)
            .map(fill)
            .transpose()
            .map_err(|fault| fault.what)?
            .unwrap_or_default();
        let mut options: Vec<String> = match &self.response {
            Response::Write { .. } => Vec::new(),
            Response::More(task) => wide::look(task),
            // Positions say nothing; what stands there does.
            Response::Choose { options } if self.part().answer.is_pick() => {
                options.iter().map(|option| option.show.print()).collect()
            }
            Response::Choose { options } if texts.labels.is_empty() => {
                options.iter().map(|option| option.value.clone()).collect()
            }
            Response::Choose { .. } => {
                let shown: Result<Vec<String>, _> = texts.labels.iter().map(fill).collect();
                shown.map_err(|fault| fault.what)?
            }
        };
        options.sort();
        let figure = self.figure.as_ref().map(|figure| figure.data()).unwrap_or_default();
        let look = format!("{}\0{ask}\0{figure}\0{}", self.item, options.join("\0"));
        Ok(first_eight(look.as_bytes()))
    }

    /// Equal for questions that look alike: the English text without names, the figure's data and the options
    /// as a set (format study, section 5).
    pub fn key(&self) -> u64 {
        self.key
    }

    pub(crate) fn texts(&self) -> Option<&Texts> {
        self.part().texts.get(&self.locale).map(|texts| &**texts)
    }

    pub fn hint_count(&self) -> usize {
        self.part().hints.len()
    }

    /// The first hint from place `k` on whose condition holds; go on from its `at + 1`.
    pub fn hint(&self, k: usize, state: &LearnerState) -> Option<Hint> {
        let scope = self.scope_with(state);
        let own = (k..self.hint_count()).find_map(|at| self.hint_at(at, state, &scope));
        own.or_else(|| self.hint_for_line(k, state))
    }

    /// After the author's hints, one for the line that the learner is at.
    fn hint_for_line(&self, k: usize, state: &LearnerState) -> Option<Hint> {
        let at = self.hint_count();
        let Response::More(task) = &self.response else { return None };
        let say = wide::own_hint(self, task, state).filter(|_| k <= at)?;
        Some(Hint { at, say, figure: None, alt: String::new() })
    }

    fn hint_at(&self, at: usize, state: &LearnerState, scope: &Scope) -> Option<Hint> {
        let rule = self.part().hints.get(at)?;
        let holds = match &rule.when {
            Some(when) => when.eval(scope).is_ok_and(|truth| truth.is_true()),
            None => true,
        };
        let template = self.texts()?.hints.get(at).filter(|_| holds)?;
        let mine = state.mine.as_deref().map(|mine| self.shown(mine));
        let say = template.fill(Fill { mine: mine.as_ref(), scope, ..self.fill() }).ok()?;
        let figure = rule.figure.as_ref().and_then(|figure| figure.draw(scope).ok());
        let alt = figure.as_ref().map(|figure| figure.alt(self.locale)).unwrap_or_default();
        Some(Hint { at, say, figure: figure.map(Arc::new), alt })
    }

    pub(crate) fn scope_with(&self, state: &LearnerState) -> Scope {
        let mut scope = self.scope.clone();
        scope.set("tries", Value::whole(i64::from(state.tries)));
        scope.set("mine", state.mine.as_deref().map_or(Value::None, |mine| score::value_of(self, mine)));
        scope.set("why", Value::text(state.why.as_deref().unwrap_or_default()));
        if let Response::More(task) = &self.response {
            for (name, value) in wide::state(self, task, state.mine.as_deref()) {
                scope.set(name, value);
            }
        }
        scope
    }

    /// A recorded response as the learner saw it.
    pub fn shown(&self, response: &str) -> Text {
        match &self.response {
            Response::Choose { options } => {
                let chosen = options.iter().find(|option| option.value == response.trim());
                chosen.map_or_else(|| Text::words(response), |option| option.show.clone())
            }
            Response::Write { .. } => match entry::read(response, self.locale.decimal_mark()) {
                Ok(written) => Text::maths(written.math()),
                Err(_) => Text::words(response),
            },
            Response::More(task) => wide::shown_answer(self, task, response),
        }
    }

    /// What is said after a first miss: something that makes the answer checkable, and gives nothing away.
    pub fn prompt(&self, mine: &str) -> Text {
        let template = self.texts().and_then(|texts| texts.prompt.as_ref());
        let own = template.and_then(|template| self.fill_with_mine(template, mine));
        own.unwrap_or_else(|| prompt::general(self, mine))
    }

    fn fill_with_mine(&self, template: &Template, mine: &str) -> Option<Text> {
        let state = LearnerState { tries: 1, mine: Some(mine.into()), ..LearnerState::default() };
        let (scope, shown) = (self.scope_with(&state), self.shown(mine));
        template.fill(Fill { mine: Some(&shown), scope: &scope, ..self.fill() }).ok()
    }

    /// Where to look first after this miss, where the work has places.
    pub fn remark(&self, mine: &str) -> Option<Text> {
        let Response::More(task) = &self.response else { return None };
        wide::remark(self, task, mine)
    }

    /// Every wrong rule that leads somewhere here, and the answer it leads to, as recorded.
    pub fn misses(&self) -> Vec<(String, String)> {
        match &self.response {
            Response::More(task) => wide::misses(self, task),
            Response::Choose { options } => {
                let all = self.wrong.iter().map(|(id, value)| (id.clone(), value.to_string()));
                all.filter(|(_, value)| options.iter().any(|option| option.value == *value)).collect()
            }
            Response::Write { .. } => {
                self.wrong.iter().map(|(id, value)| (id.clone(), value.to_string())).collect()
            }
        }
    }

    pub fn score(&self, response: &str) -> Score {
        score::score(self, response)
    }

    /// The worked solution; its last step is left to the learner.
    pub fn solution(&self) -> Solution {
        let templates = self.texts().map(|texts| &texts.solution[..]).unwrap_or_default();
        let last = templates.len().saturating_sub(1);
        let fill = |(k, template): (usize, &Template)| {
            template.fill(Fill { ask: usize::from(k == last), ..self.fill() }).unwrap_or_default()
        };
        let lines = templates.iter().enumerate().map(fill).collect();
        Solution { lines, asked: self.asked(templates) }
    }

    fn asked(&self, templates: &[Template]) -> Option<Asked> {
        let last = templates.last()?;
        let value = last.last_box()?.expr.eval(&self.scope).ok()?;
        let filled = last.fill(self.fill()).ok()?;
        Some(Asked { line: templates.len() - 1, value: wide::typed_form(&value), filled })
    }

    /// The worked solution with its last boxes empty, so many in all, and what fills them in reading order.
    pub fn faded(&self, blanks: usize) -> (Vec<Text>, Vec<Asked>) {
        let templates = self.texts().map(|texts| &texts.solution[..]).unwrap_or_default();
        let (mut lines, mut asked, mut left) = (Vec::new(), Vec::new(), blanks);
        for (line, template) in templates.iter().enumerate().rev() {
            let boxes: Vec<&Hole> = template.holes().filter(|hole| hole.boxed).collect();
            let empty = left.min(boxes.len());
            left -= empty;
            lines.push(template.fill(Fill { ask: empty, ..self.fill() }).unwrap_or_default());
            let filled = template.fill(self.fill()).unwrap_or_default();
            for hole in boxes[boxes.len() - empty..].iter().rev() {
                let value = hole.expr.eval(&self.scope).unwrap_or(Value::None);
                asked.push(Asked { line, value: wide::typed_form(&value), filled: filled.clone() });
            }
        }
        lines.reverse();
        asked.reverse();
        (lines, asked)
    }

    /// Scores what was typed into one empty box of a solution.
    pub fn check_box(&self, asked: &Asked, response: &str) -> Score {
        score::last_step(self, asked, response)
    }

    /// Scores the last step of the worked solution; `Right` when there is nothing to fill.
    pub fn check_last_step(&self, response: &str) -> Score {
        self.solution().asked.map_or(Score::Right, |asked| score::last_step(self, &asked, response))
    }

    /// The right answer as it is shown.
    pub fn right(&self) -> Text {
        self.shown(&self.right_value())
    }

    /// The right answer as it would be typed or recorded.
    pub fn right_value(&self) -> String {
        score::right_value(self)
    }

    /// The typed answer as drawn maths, or the chosen option; the same whether it is right or not.
    pub fn read_back(&self, draft: &str) -> Result<Math, Advice> {
        match &self.response {
            Response::Write { .. } => entry::read(draft, self.locale.decimal_mark())
                .map(|written| written.math())
                .map_err(Advice::Unreadable),
            Response::Choose { options } => {
                let chosen = options.iter().find(|option| option.value == draft.trim());
                chosen.map(|option| option.show.as_math()).ok_or(Advice::ChooseOne)
            }
            Response::More(task) => {
                wide::value_of(self, task, draft)?;
                Ok(wide::shown_answer(self, task, draft).as_math())
            }
        }
    }

    /// How a wrong rule leads to this answer, as a question; empty for a rule that has no sentence here.
    pub fn rule_says(&self, rule: &str, mine: &str) -> Text {
        let own = self.texts().and_then(|texts| texts.say.get(rule));
        let own = own.or_else(|| self.family.texts.get(&self.locale)?.say.get(rule));
        let shared = self.shared.misconceptions.get(rule).and_then(|known| known.say.get(&self.locale));
        own.or(shared.map(|say| &**say))
            .and_then(|template| self.fill_with_mine(template, mine))
            .unwrap_or_default()
    }

    /// Whether the text holds an empty box, which the figure or keypad may fill.
    pub fn has_blank(&self) -> bool {
        self.ask.spans.iter().any(|span| match span {
            Span::Blank(_) => true,
            Span::Maths(math) => math.has_blank(),
            Span::Words(_) => false,
        })
    }
}
