//! A learner goes through a lesson, and through the unit files it lies in, with the examples' content.
#![cfg(feature = "tools")]

use std::path::Path;
use std::rc::Rc;
use std::sync::LazyLock;
use trellis::content::{Locale, Map, Unit, source::Pack};
use trellis::learner::{Event, Fact, Profile};
use trellis::num::Moment;
use trellis::tutor::lesson::Move;
use trellis::tutor::{Cmd, Focus, Msg, Route, Session};
use trellis::view::{
    AppView, Late, Later, LessonCard, LessonPage, Line, Page, Piece, ResponseView, Shell, Span, Tone,
};

/// Four in the afternoon of day 20,000 (2024-10-04).
const AFTERNOON: i64 = 20_000 * 86_400_000 + 16 * 3_600_000;

static BUILT: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/examples");
    Pack::read(&dir).expect("the examples").build(false)
});

fn file(name: &str) -> &'static str {
    &BUILT.iter().find(|(file, _)| file == name).expect("a file of the pack").1
}

/// A device that fetches what it is asked for, and remembers what that was.
struct Device {
    session: Session,
    facts: Vec<Fact>,
    fetched: Vec<String>,
    focus: Option<Focus>,
    wall: i64,
    online: bool,
}

impl Device {
    fn new(locale: Locale) -> Self {
        let (map, problems) = Map::read(file("map.json"));
        assert_eq!(problems, []);
        let session = Session::new(Rc::new(map), locale);
        let mut device =
            Self { session, facts: vec![], fetched: vec![], focus: None, wall: AFTERNOON, online: true };
        let cmds = device.session.opened(&[], None, Moment::new(AFTERNOON, 0));
        device.carry_out(cmds);
        device
    }

    fn say(&mut self, msg: Msg) -> &mut Self {
        self.wall += 5_000;
        let cmds = self.session.update(msg, Moment::new(self.wall, 0));
        self.carry_out(cmds);
        self
    }

    fn carry_out(&mut self, cmds: Vec<Cmd>) {
        for cmd in cmds {
            match cmd {
                Cmd::Append(fact) => self.facts.push(fact),
                Cmd::Go(route) => {
                    self.say(Msg::Went(route));
                }
                Cmd::Focus(place) => self.focus = Some(place),
                Cmd::Fetch(id) => {
                    self.fetched.push(id);
                    self.deliver();
                }
                _ => {}
            }
        }
    }

    /// Brings what was asked for, where there is a network.
    fn deliver(&mut self) {
        let Some(id) = self.fetched.last().filter(|_| self.online).cloned() else { return };
        let (mut unit, problems) = Unit::read(file(&format!("{id}.json")));
        assert_eq!(problems, []);
        assert_eq!(unit.add_overlay(Locale::Es, file(&format!("{id}.es.json"))), []);
        let cmds = self.session.arrived(unit, Moment::new(self.wall, 0));
        self.carry_out(cmds);
    }

    /// Closes the lid and opens this address: what was kept is all there is, beside the facts.
    fn reload(&mut self, address: &str) -> &mut Self {
        let (kept, facts) = (self.session.freeze(), std::mem::take(&mut self.facts));
        let (locale, map) = (self.session.locale, self.session.learner.map().clone());
        self.session = Session::new(map, locale);
        self.session.update(Msg::Went(Route::read(address)), Moment::new(self.wall, 0));
        let cmds = self.session.opened(&facts, kept.as_deref(), Moment::new(self.wall, 0));
        self.facts = facts;
        self.carry_out(cmds);
        self
    }

    fn to(&mut self, address: &str) -> &mut Self {
        self.say(Msg::Went(Route::read(address)))
    }

    fn page(&self) -> Page {
        AppView::of(&self.session, &Shell::default(), Later::Here(Late::here())).page
    }

    fn lesson(&self) -> LessonPage {
        match self.page() {
            Page::Lesson(lesson) => (*lesson).clone(),
            other => panic!("no lesson but {other:?}"),
        }
    }

    fn answer(&mut self, draft: &str) -> &mut Self {
        self.say(Msg::Typed(draft.into())).say(Msg::Submitted)
    }
}

fn text(line: &Line) -> String {
    let span = |span: &Span| match span {
        Span::Words(words) => words.clone(),
        Span::Maths { spoken, .. } => format!("[{spoken}]"),
        Span::Blank(_) => "[ ]".into(),
    };
    line.iter().map(span).collect()
}

#[test]
fn a_lesson_leads_from_an_idea_to_a_try_and_records_nothing() {
    let mut device = Device::new(Locale::En);
    device.to("#/lesson/fr.nl-any");
    assert_eq!(device.fetched, ["twelve.lessons"], "the lesson brings what it shows");

    let page = device.lesson();
    assert_eq!((page.place.as_str(), page.heading.as_str()), ("Part 1 of 5", "The idea"));
    let Some(LessonCard::Idea { text: idea, figure: Some(_) }) = page.card else {
        panic!("an idea in a picture")
    };
    assert!(text(&idea).starts_with("Cut each whole into"), "{}", text(&idea));
    let paths = page.paths.expect("two paths");
    assert_eq!(paths.choices.iter().map(|choice| &*choice.label).collect::<Vec<_>>(), ["a picture", "words"]);

    device.say(paths.choices[1].msg.clone());
    let Some(LessonCard::Idea { text: idea, figure: None }) = device.lesson().card else { panic!("words") };
    assert!(text(&idea).contains("The bottom number"), "{}", text(&idea));

    device.say(device.lesson().on.msg);
    assert_eq!(device.session.route.to_string(), "#/lesson/fr.nl-any/2", "a reload comes back here");
    let worked = |device: &Device| match device.lesson().card {
        Some(LessonCard::Worked(worked)) => worked,
        other => panic!("no worked example but {other:?}"),
    };
    assert_eq!((worked(&device).lines.len(), worked(&device).why.is_some()), (1, false));
    while let Some(more) = worked(&device).more {
        device.say(more.msg);
    }
    assert_eq!(device.focus, Some(Focus::Answer), "the reason is asked for next");
    let why = worked(&device).why.expect("a reason");
    assert!(text(&why.legend).starts_with("Why is one jump"));
    assert!(!device.lesson().done);
    let right = why.choices.iter().position(|choice| choice.label.contains("equal jumps make one whole"));
    let right = right.expect("the reason is among the choices");
    device.say(why.choices[(right + 1) % 3].msg.clone());
    let said = worked(&device).why.and_then(|why| why.said).expect("a kind word");
    assert_eq!(said.tone, Tone::Again);
    device.say(why.choices[right].msg.clone());
    let why = worked(&device).why.expect("still there");
    assert_eq!((why.said.expect("a word").tone, why.open), (Tone::Right, false));
    assert!(device.lesson().done);

    device.say(device.lesson().on.msg);
    let faded = |device: &Device| match device.lesson().card {
        Some(LessonCard::Faded(faded)) => faded,
        other => panic!("nothing to fill but {other:?}"),
    };
    assert!(
        faded(&device).lines.iter().any(|line| text(line).contains("blank") || text(line).contains("[ ]"))
    );
    device.answer("1/7");
    assert_eq!(faded(&device).said.expect("a word").tone, Tone::Again);
    device.answer("1/8");
    assert_eq!(faded(&device).said.expect("a word").tone, Tone::Show, "nobody is stuck");
    assert!(faded(&device).field.is_none() && device.lesson().done);

    device.say(device.lesson().on.msg);
    assert_eq!(faded(&device).field.expect("a field").label, "Box 1 of 2: what goes in it?");
    device.say(device.lesson().on.msg);
    let page = device.lesson();
    assert_eq!((page.heading.as_str(), page.place.as_str()), ("Try one yourself", "Part 5 of 5"));
    assert!(!page.done && matches!(page.card, Some(LessonCard::Question(_))));
    device.answer("99");
    let Some(LessonCard::Question(question)) = device.lesson().card else { panic!("a question") };
    assert_eq!(question.feedback.expect("something to check by").tone, Tone::Again);
    assert!(question.reason.is_empty() && question.others.is_empty());

    assert!(device.facts.is_empty(), "nothing in a lesson is a fact about the learner");
}

#[test]
fn a_mistake_is_found_and_mended_step_by_step() {
    let mut device = Device::new(Locale::En);
    device.to("#/lesson/eq.two-step/2");
    let question = |device: &Device| match device.lesson().card {
        Some(LessonCard::Question(question)) => question,
        other => panic!("no question but {other:?}"),
    };
    assert_eq!(device.lesson().heading, "Find the mistake");
    let first = question(&device);
    assert!(first.next.is_none(), "the way on is the lesson's own");
    let right = match device.session.lesson.as_ref().and_then(|desk| desk.part()).map(|part| &part.doing) {
        Some(trellis::tutor::lesson::Doing::Asked(practice)) => practice.question.right_value(),
        other => panic!("{other:?}"),
    };
    let place = (right.parse::<usize>().expect("a place")) - 1;
    device.say(Msg::Chose(place)).say(Msg::Submitted);
    assert_eq!(device.lesson().on.msg, Msg::NextAsked, "another step comes");
    device.say(Msg::NextAsked);
    assert_ne!(question(&device).ask, first.ask);
}

#[test]
fn a_lesson_changes_its_language_and_keeps_what_was_done() {
    let mut device = Device::new(Locale::En);
    device.to("#/lesson/fr.nl-any/2").say(Msg::Lesson(Move::More)).say(Msg::Lesson(Move::More));
    let Some(LessonCard::Worked(before)) = device.lesson().card else { panic!("a worked example") };
    device.say(Msg::LocaleChosen("es".into()));
    let page = device.lesson();
    assert_eq!((page.lang, page.place.as_str()), ("es", "Parte 2 de 5"));
    let Some(LessonCard::Worked(after)) = page.card else { panic!("a worked example") };
    assert_eq!(after.lines.len(), before.lines.len());
    assert_ne!(text(&after.lines[0]), text(&before.lines[0]));
}

#[test]
fn a_lesson_is_where_it_was_after_a_reload_with_what_was_typed_and_chosen() {
    let mut device = Device::new(Locale::En);
    device.say(Msg::Started).say(Msg::GradeChosen(Some(5))).say(Msg::Typed("7".into()));
    let question = device.session.practice().map(|practice| practice.question.item.clone());
    device.to("#/lesson/fr.nl-any/2");
    while let Some(LessonCard::Worked(worked)) = device.lesson().card
        && let Some(more) = worked.more
    {
        device.say(more.msg);
    }
    device.say(Msg::Lesson(Move::Why(0)));
    let worked = |page: LessonPage| match page.card {
        Some(LessonCard::Worked(worked)) => (worked.lines, worked.why),
        other => panic!("no worked example but {other:?}"),
    };
    let explained = worked(device.lesson());
    // Filled in after two misses; then something is typed into the next one.
    device.say(Msg::Lesson(Move::To(3))).answer("99").answer("98").say(Msg::Typed("3/".into()));
    let half = device.lesson();
    let Some(LessonCard::Faded(faded)) = &half.card else { panic!("boxes to fill") };
    let field = faded.field.as_ref().expect("a second box");
    assert_eq!((field.label.as_str(), field.draft.as_str()), ("Box 2 of 2: what goes in it?", "3/"));

    // Closed in the middle of typing, and opened at the same address.
    device.reload("#/lesson/fr.nl-any/4");
    let Some(LessonCard::Faded(again)) = device.lesson().card else { panic!("boxes to fill") };
    assert_eq!((&again.lines, &again.field), (&faded.lines, &faded.field));
    let again = worked(device.to("#/lesson/fr.nl-any/2").lesson());
    assert_eq!(again, explained, "the reason chosen stands there too");
    device.say(Msg::Lesson(Move::To(4))).answer("99");
    let Some(LessonCard::Question(tried)) = device.lesson().card else { panic!("a question") };

    // Closed after a first miss, and come back to by the link of the skill, which names no part.
    device.reload("#/practice");
    assert_eq!(device.session.practice().map(|practice| practice.question.item.clone()), question);
    assert_eq!(device.session.practice().expect("a question").draft, "7", "the question waits as well");
    device.say(Msg::Go(Route::read("#/lesson/fr.nl-any")));
    assert_eq!(device.lesson().place, "Part 5 of 5");
    let Some(LessonCard::Question(again)) = device.lesson().card else { panic!("a question") };
    assert_eq!(again.feedback, tried.feedback, "a first miss stays one");
    assert!(device.facts.iter().all(|fact| matches!(fact.event, Event::Profile(_))), "nothing was recorded");

    // Another learner on the same device finds the lesson untouched.
    let cmds = device.session.opened(&[], None, Moment::new(device.wall, 0));
    device.carry_out(cmds);
    device.to("#/practice").to("#/lesson/fr.nl-any");
    assert_eq!(device.lesson().place, "Part 1 of 5");
}

#[test]
fn a_lesson_that_is_through_begins_again_and_a_strange_note_of_it_is_passed_over() {
    let mut device = Device::new(Locale::En);
    device.say(Msg::Started).say(Msg::GradeChosen(Some(5)));
    device.to("#/lesson/fr.nl-any/5");
    let right = |device: &Device| match device.session.lesson.as_ref().and_then(|desk| desk.part()) {
        Some(part) => match &part.doing {
            trellis::tutor::lesson::Doing::Asked(practice) => practice.question.right_value(),
            other => panic!("{other:?}"),
        },
        None => panic!("no lesson"),
    };
    let right = right(&device);
    device.answer(&right);
    assert!(device.lesson().done);
    assert!(!device.session.freeze().expect("the question of practice").contains("\"lesson\""));
    device.reload("#/lesson/fr.nl-any");
    assert_eq!(device.lesson().place, "Part 1 of 5");

    for note in [r#"{"lesson":7}"#, r#"{"lesson":{"skill":"fr.nl-any","seed":1,"at":3,"parts":[{}]}}"#] {
        let cmds = device.session.opened(&[], Some(note), Moment::new(device.wall, 0));
        device.carry_out(cmds);
        device.to("#/").to("#/lesson/fr.nl-any");
        assert_eq!(device.lesson().place, "Part 1 of 5", "{note}");
    }
}

#[test]
fn without_a_lesson_or_a_network_the_page_says_so() {
    let mut device = Device::new(Locale::En);
    device.to("#/lesson/no.such");
    assert!(matches!(device.page(), Page::Trouble(notice) if notice.title.contains("no lesson")));
    device.online = false;
    device.to("#/lesson/fr.nl-any");
    assert!(matches!(device.page(), Page::Waiting(_)));
    device.online = true;
    device.deliver();
    assert_eq!(device.lesson().place, "Part 1 of 5");
}

#[test]
fn the_first_question_waits_for_nothing_wider_and_the_rest_comes_during_its_answer() {
    let mut device = Device::new(Locale::En);
    device.say(Msg::Started).say(Msg::GradeChosen(Some(6)));
    assert_eq!(device.fetched, ["twelve"], "the plain part alone");
    assert!(device.session.practice().is_some());
    let right = device.session.practice().expect("a question").question.right_value();
    device.answer(&right);
    assert!(device.facts.iter().any(|fact| matches!(fact.event, Event::Answered(_))));
    for _ in 0..3 {
        device.say(Msg::NextAsked);
        let right = device.session.practice().expect("a question").question.right_value();
        device.answer(&right);
    }
    assert!(device.fetched.contains(&"twelve.wide".to_string()), "{:?}", device.fetched);
}

#[test]
fn after_a_shown_solution_the_lesson_is_one_press_away() {
    let mut device = Device::new(Locale::En);
    device.say(Msg::Started).say(Msg::GradeChosen(Some(3))).say(Msg::Practise(Some("fr.nl-any".into())));
    let to = Route::Lesson { skill: "fr.nl-any".into(), step: 0 };
    let ways = |device: &Device| match device.page() {
        Page::Practice(page) => page.question.others,
        other => panic!("no question but {other:?}"),
    };
    assert!(ways(&device).iter().all(|way| way.msg != Msg::Go(to.clone())));
    device.answer("99").answer("98");
    let ways = ways(&device);
    let way = ways.iter().find(|way| way.msg == Msg::Go(to.clone())).expect("a way to the lesson");
    assert_eq!(way.label, "See how it works");
    device.say(way.msg.clone());
    assert_eq!(device.lesson().place, "Part 1 of 5");
    device.say(device.lesson().leave.expect("a way back").msg);
    assert!(matches!(device.page(), Page::Practice(_)), "the question still stands there");
}

#[test]
fn a_word_problem_is_told_for_what_the_learner_likes_and_its_dress_is_a_fact() {
    let skins = |interest: &str, linked: bool| {
        let mut device = Device::new(Locale::En);
        device.say(Msg::Started).say(Msg::GradeChosen(Some(5)));
        let interests = Some(vec![interest.to_string()]);
        device.say(Msg::Told(Profile { interests, ..Profile::default() }));
        if linked {
            device.to("#/q/fr.multiply-word.part-of@2/7");
            return device.session.practice().and_then(|practice| practice.question.skin.clone());
        }
        device.say(Msg::Practise(Some("fr.multiply-word".into())));
        let practice = device.session.practice().expect("a word problem");
        let (right, skin) = (practice.question.right_value(), practice.question.skin.clone());
        let kept = device.session.freeze();
        device.answer(&right);
        let fact = device.facts.iter().find_map(|fact| match &fact.event {
            Event::Answered(answer) => Some(answer.clone()),
            _ => None,
        });
        assert_eq!(fact.expect("an answer").skin, skin);
        let again = kept.expect("a question that is kept");
        assert!(skin.as_ref().is_none_or(|skin| again.contains(&format!("\"skin\":\"{skin}\""))), "{again}");
        skin
    };
    assert_eq!(skins("making", false).as_deref(), Some("rope"));
    assert_ne!(skins("games", false), skins("making", false));
    assert_eq!(skins("games", true), skins("making", true), "a shared question is the same for all");
}

#[test]
fn after_three_misses_of_a_skill_its_lesson_is_offered_in_words() {
    let mut device = Device::new(Locale::En);
    device.say(Msg::Started).say(Msg::GradeChosen(Some(3)));
    for misses in 1..=3 {
        device.say(Msg::Practise(Some("fr.nl-any".into()))).answer("99").answer("98");
        let Page::Practice(page) = device.page() else { panic!("a question") };
        let lines = page.question.feedback.expect("a solution").lines;
        let offered = lines.iter().any(|line| text(line).contains("step by step"));
        assert_eq!(offered, misses == 3, "{misses} misses");
    }
}

#[test]
fn a_line_to_be_filled_stands_below_what_is_asked_and_an_empty_field_is_no_matter() {
    let map = r#"{"schema":1,"skills":[{"id":"t","name":{"en":"Divide"},"grade":4,"standards":[],
        "prerequisites":[],"unit":"t","items":[{"item":"t.fill","level":[1],"tags":[]}]}],
        "units":[{"id":"t","file":"t.json","locales":{},"hash":""}]}"#;
    let unit = r#"{"schema":1,"unit":"t","item":[{"id":"t.fill","skill":"t","level":1,
        "params":{"q":"4","r":"3"},"ask":"Divide.","answer":{"fill":["q","r"],"in":"27 ÷ 6 = {_} R {_}"},
        "hints":["Look."],"solution":["`[q] × 6 = 24`"]}]}"#;
    let ((map, a), (unit, b)) = (Map::read(map), Unit::read(unit));
    assert!(a.is_empty() && b.is_empty(), "{a:?} {b:?}");
    let mut session = Session::new(Rc::new(map), Locale::En);
    session.arrived(unit, Moment::new(AFTERNOON, 0));
    session.update(Msg::Went(Route::read("#/q/t.fill@1/0")), Moment::new(AFTERNOON, 0));
    let page = AppView::of(&session, &Shell::default(), Later::Here(Late::here())).page;
    let Page::Practice(page) = page else { panic!("a question") };
    let ResponseView::Boxes(line) = page.question.response else { panic!("a line with boxes") };
    let told = |piece: &Piece| match piece {
        Piece::Text(words) => text(words),
        Piece::Box(field) => format!("[{:?}]", field.read_back),
    };
    assert_eq!(line.pieces.iter().map(told).collect::<String>(), "27 ÷ 6 = [None] R [None]");
}
