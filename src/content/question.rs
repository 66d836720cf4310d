//! One drawn question: what is shown, what is right, and every help there is for it.

use super::expr::{Scope, Value};
use super::item::{Answer, From, Item, Texts};
use super::seed::{Seeds, first_eight};
use super::template::{Fill, Template, value_text};
use super::unit::Misconceptions;
use super::{Figure, Locale, Problem, Span, Text, What, domain, prompt, score};
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
    pub figure: Option<Figure>,
    /// The figure in words, or empty.
    pub alt: String,
    pub response: Response,
    pub(crate) family: Arc<Item>,
    pub(crate) shared: Arc<Misconceptions>,
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
}

#[derive(Clone, Debug, PartialEq)]
pub struct Hint {
    /// Place among the question's hints; ask for `at + 1` next.
    pub at: usize,
    pub say: Text,
    pub figure: Option<Figure>,
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

impl Question {
    pub(crate) fn draw(
        family: &Arc<Item>,
        shared: &Arc<Misconceptions>,
        pack: &str,
        level: u8,
        seed: u32,
        locale: Locale,
    ) -> Result<Self, Problem> {
        let problem = |what: What| Problem::new(format!("{}@{level} seed {seed}", family.id), what);
        let (scope, tries) = family.draw(level, seed)?;
        let right = family.answer.value().eval(&scope).map_err(|fault| problem(fault.what))?;
        if right.is_none() {
            return Err(problem(what!("the answer cannot be computed", "the answer cannot be computed")));
        }
        let locale = if family.texts.contains_key(&locale) { locale } else { Locale::En };
        let mut question = Self {
            item: family.id.clone(),
            level,
            seed,
            rev: family.rev,
            skill: family.skill.clone(),
            pack: pack.into(),
            locale,
            ask: Text::default(),
            figure: None,
            alt: String::new(),
            response: Response::Choose { options: Vec::new() },
            family: family.clone(),
            shared: shared.clone(),
            scope,
            right,
            wrong: Vec::new(),
            tries,
            key: 0,
        };
        question.complete().map_err(problem)?;
        Ok(question)
    }

    /// The same question in another language, if its item is translated.
    #[cfg(feature = "tools")]
    pub(crate) fn translated(&self, locale: Locale) -> Option<Self> {
        let mut question = Self { locale, ..self.clone() };
        let known = self.family.texts.contains_key(&locale);
        (known && question.complete().is_ok()).then_some(question)
    }

    /// Everything that follows from the drawn values.
    fn complete(&mut self) -> Result<(), What> {
        self.wrong = self.wrong_values()?;
        let family = self.family.clone();
        let texts = family.texts.get(&self.locale).ok_or("the item has no texts")?;
        let ask = texts.ask.as_ref().ok_or("the item has no `ask`")?;
        self.ask = ask.fill(Fill::from(&self.scope)).map_err(|fault| fault.what)?;
        if let Some(rule) = &self.family.figure {
            let figure = rule.draw(&self.scope).map_err(|fault| fault.what)?;
            self.alt = match texts.alt.as_ref().map(|alt| alt.fill(Fill::from(&self.scope))) {
                Some(Ok(alt)) => alt.plain(self.locale),
                _ => figure.alt(self.locale),
            };
            self.figure = Some(figure);
        }
        self.response = self.responses()?;
        self.key = self.look()?;
        Ok(())
    }

    fn wrong_values(&self) -> Result<Vec<(String, Value)>, What> {
        let mut wrong = Vec::new();
        for (id, expr) in &self.family.wrong {
            let value = expr
                .eval(&self.scope)
                .map_err(|fault| what!("a wrong rule cannot be computed", "wrong rule {id}: {fault}"))?;
            if !value.is_none() && !score::is_right(self, &value)? {
                wrong.push((id.clone(), value));
            }
        }
        Ok(wrong)
    }

    fn responses(&self) -> Result<Response, What> {
        match &self.family.answer {
            Answer::Write { form, .. } => match &self.right {
                Value::Number(_) => Ok(Response::Write { form: *form, fractions: self.family.fractions }),
                other => Err(what!(
                    "a typed answer is no number",
                    "a typed answer is a number, not {}",
                    other.type_name()
                )),
            },
            Answer::Choose { from, show, .. } => {
                let options = match from {
                    From::Listed(exprs) => self.listed(exprs)?,
                    From::Wrong => self.made_by_rules(),
                };
                Ok(Response::Choose { options: self.arranged(options, *show)? })
            }
        }
    }

    /// Options as the author listed them, with their labels.
    fn listed(&self, exprs: &[super::expr::Expr]) -> Result<Vec<(Value, Text)>, What> {
        let labels = self.texts().map(|texts| &texts.labels[..]).unwrap_or_default();
        let mut options = Vec::new();
        for (k, expr) in exprs.iter().enumerate() {
            let value = expr.eval(&self.scope).map_err(|fault| fault.what)?;
            let show = match labels.get(k) {
                Some(label) => label.fill(Fill::from(&self.scope)).map_err(|fault| fault.what)?,
                None => value_text(&value),
            };
            if !value.is_none() && !options.iter().any(|(known, _)| *known == value) {
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
            if !options.iter().any(|(known, _)| known == value) {
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
        let texts = self.family.texts.get(&Locale::En).ok_or("the item has no English texts")?;
        let nameless = Fill { nameless: true, ..Fill::from(&self.scope) };
        let fill = |template: &Template| template.fill(nameless).map(|text| text.print());
        let ask = texts.ask.as_ref().map(fill).transpose().map_err(|fault| fault.what)?.unwrap_or_default();
        let mut options: Vec<String> = match &self.response {
            Response::Write { .. } => Vec::new(),
            Response::Choose { options } if texts.labels.is_empty() => {
                options.iter().map(|option| option.value.clone()).collect()
            }
            Response::Choose { .. } => {
                let shown: Result<Vec<String>, _> = texts.labels.iter().map(fill).collect();
                shown.map_err(|fault| fault.what)?
            }
        };
        options.sort();
        let figure = self.figure.as_ref().map(Figure::data).unwrap_or_default();
        let look = format!("{}\0{ask}\0{figure}\0{}", self.item, options.join("\0"));
        Ok(first_eight(look.as_bytes()))
    }

    /// Equal for questions that look alike: the English text without names, the figure's data and the options
    /// as a set (format study, section 5).
    pub fn key(&self) -> u64 {
        self.key
    }

    pub(crate) fn texts(&self) -> Option<&Texts> {
        self.family.texts.get(&self.locale).map(|texts| &**texts)
    }

    pub fn hint_count(&self) -> usize {
        self.family.hints.len()
    }

    /// The first hint from place `k` on whose condition holds; go on from its `at + 1`.
    pub fn hint(&self, k: usize, state: &LearnerState) -> Option<Hint> {
        let scope = self.scope_with(state);
        (k..self.hint_count()).find_map(|at| self.hint_at(at, state, &scope))
    }

    fn hint_at(&self, at: usize, state: &LearnerState, scope: &Scope) -> Option<Hint> {
        let rule = self.family.hints.get(at)?;
        let holds = match &rule.when {
            Some(when) => when.eval(scope).is_ok_and(|truth| truth.is_true()),
            None => true,
        };
        let template = self.texts()?.hints.get(at).filter(|_| holds)?;
        let mine = state.mine.as_deref().map(|mine| self.shown(mine));
        let say = template.fill(Fill { mine: mine.as_ref(), ..Fill::from(scope) }).ok()?;
        let figure = rule.figure.as_ref().and_then(|figure| figure.draw(scope).ok());
        let alt = figure.as_ref().map(|figure| figure.alt(self.locale)).unwrap_or_default();
        Some(Hint { at, say, figure, alt })
    }

    fn scope_with(&self, state: &LearnerState) -> Scope {
        let mut scope = self.scope.clone();
        scope.set("tries", Value::whole(i64::from(state.tries)));
        scope.set("mine", state.mine.as_deref().map_or(Value::None, |mine| score::value_of(self, mine)));
        scope.set("why", Value::text(state.why.as_deref().unwrap_or_default()));
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
        }
    }

    /// What is said after a first miss: something that makes the answer checkable, and gives nothing away.
    pub fn prompt(&self, mine: &str) -> Text {
        let template = self.texts().and_then(|texts| texts.prompt.as_ref());
        let own = template.and_then(|template| self.fill_with_mine(template, mine));
        own.unwrap_or_else(|| prompt::general(self, mine))
    }

    fn fill_with_mine(&self, template: &Template, mine: &str) -> Option<Text> {
        let state = LearnerState { tries: 1, mine: Some(mine.into()), why: None };
        let (scope, shown) = (self.scope_with(&state), self.shown(mine));
        template.fill(Fill { mine: Some(&shown), ..Fill::from(&scope) }).ok()
    }

    pub fn score(&self, response: &str) -> Score {
        score::score(self, response)
    }

    /// The worked solution; its last step is left to the learner.
    pub fn solution(&self) -> Solution {
        let templates = self.texts().map(|texts| &texts.solution[..]).unwrap_or_default();
        let last = templates.len().saturating_sub(1);
        let fill = |(k, template): (usize, &Template)| {
            template.fill(Fill { ask_last: k == last, ..Fill::from(&self.scope) }).unwrap_or_default()
        };
        let lines = templates.iter().enumerate().map(fill).collect();
        Solution { lines, asked: self.asked(templates) }
    }

    fn asked(&self, templates: &[Template]) -> Option<Asked> {
        let last = templates.last()?;
        let value = last.last_box()?.expr.eval(&self.scope).ok()?;
        let filled = last.fill(Fill::from(&self.scope)).ok()?;
        Some(Asked { line: templates.len() - 1, value: value.to_string(), filled })
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
        }
    }

    /// How a wrong rule leads to this answer, as a question; empty for a rule that has no sentence here.
    pub fn rule_says(&self, rule: &str, mine: &str) -> Text {
        let own = self.texts().and_then(|texts| texts.say.get(rule));
        let shared = self.shared.get(rule).and_then(|known| known.say.get(&self.locale));
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
