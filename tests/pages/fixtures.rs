//! One example of each page, as a learner would meet it.

use trellis::content::{Locale, figure};
use trellis::learner::LockKind;
use trellis::notation::Node;
use trellis::tutor::lesson::Move;
use trellis::tutor::{Carry, Device, Msg, Route, Steer};
use trellis::view::carry::{Bring, Camera, Card, Field, KeepFile, Paper, Show, Take, TextWay, Unlock};
use trellis::view::classroom::{CopyView, PasteView};
use trellis::view::guard::{self, Guard};
use trellis::view::{self, entry, proof, *};

/// Every example with its name.
pub fn all() -> Vec<(&'static str, AppView)> {
    let quiet = saved(SavedState::Quiet, "");
    let fine = saved(SavedState::Saved, "Saved on this device");
    vec![
        ("waiting", app(Page::Waiting("Getting your questions ready".into()), quiet.clone(), None)),
        ("welcome", app(Page::Welcome(welcome()), quiet.clone(), None)),
        ("grade", app(Page::Grade(grade().into()), quiet, None)),
        ("home", app(Page::Home(home().into()), fine.clone(), Some("Robin"))),
        ("typed", app(practice(typed(), None), fine.clone(), None)),
        ("right", app(practice(right(), None), saved(SavedState::Saving, "Saving"), None)),
        ("again", app(practice(again(), None), fine.clone(), None)),
        ("worked", app(practice(worked(), None), fine.clone(), Some("Robin"))),
        ("choose", app(practice(choose(), None), fine.clone(), None)),
        ("sort", app(practice(sort(), None), fine.clone(), None)),
        ("boxes", app(practice(boxes(), None), fine.clone(), None)),
        ("line", app(practice(on_a_line(), None), fine.clone(), None)),
        ("bars", app(practice(on_bars(), Some(about_you())), fine.clone(), None)),
        ("spanish", spanish()),
        ("done", app(Page::Done(done().into()), fine.clone(), Some("Robin"))),
        ("progress", app(Page::Progress(progress().into()), fine.clone(), Some("Robin"))),
        ("map", app(Page::Map(map().into()), fine.clone(), Some("Robin"))),
        ("skill", app(Page::Skill(skill().into()), fine.clone(), Some("Robin"))),
        ("example", app(Page::Aside(aside(false).into()), fine.clone(), Some("Robin"))),
        ("card", app(Page::Aside(aside(true).into()), fine.clone(), Some("Robin"))),
        (
            "settings",
            app(
                Page::Settings(settings().into()),
                saved(SavedState::OneCopy, "Saved in one place only"),
                Some("Robin"),
            ),
        ),
        ("gallery", app(Page::Gallery(GalleryPage::of(Locale::En).into()), fine.clone(), Some("Robin"))),
        ("gallery-es", spanish_gallery()),
        ("privacy", app(Page::Privacy(privacy(Locale::En).into()), fine.clone(), Some("Robin"))),
        (
            "privacy-es",
            AppView { lang: "es", ..app(Page::Privacy(privacy(Locale::Es).into()), fine.clone(), None) },
        ),
        ("locking", app(Page::Settings(locking().into()), fine.clone(), Some("Robin"))),
        ("locked", app(Page::Learners(locked().into()), fine.clone(), None)),
        ("lesson-idea", app(lesson("The idea", idea()), fine.clone(), Some("Robin"))),
        ("lesson-worked", app(lesson("A worked example", worked_example()), fine.clone(), None)),
        ("lesson-faded", app(lesson("Now you fill in what is missing", faded()), fine.clone(), None)),
        (
            "lesson-try",
            app(lesson("Try one yourself", LessonCard::Question(Box::new(typed()))), fine.clone(), None),
        ),
        ("carry", app(Page::Carry(carry().into()), fine.clone(), Some("Robin"))),
        ("learners", app(Page::Learners(learners().into()), fine.clone(), Some("Robin"))),
        (
            "trouble",
            noticed(app(Page::Trouble(trouble()), saved(SavedState::NotSaved, "Not saved yet"), None)),
        ),
    ]
}

fn app(page: Page, saved: Saved, who: Option<&str>) -> AppView {
    let link = |label: &str, to, current| Link { label: label.into(), to, current };
    AppView {
        ease: "spacing".into(),
        lang: "en",
        title: "Trellis".into(),
        skip: "Skip to the page".into(),
        home: link("Trellis", Route::Home, matches!(page, Page::Home(_))),
        links: vec![
            link("Home", Route::Home, matches!(page, Page::Home(_))),
            link("Practice", Route::Practice, matches!(page, Page::Practice(_))),
            link("Progress", Route::Progress, matches!(page, Page::Progress(_))),
            link("Settings", Route::Settings, matches!(page, Page::Settings(_))),
        ],
        nav_label: "Pages".into(),
        language: button("Español", Msg::LocaleChosen("es".into())),
        language_name: "Cambiar a español".into(),
        saved,
        who: who.map(|name| Avatar { id: "fox".into(), name: name.into() }),
        notices: vec![],
        page,
    }
}

fn spanish_gallery() -> AppView {
    AppView {
        lang: "es",
        ..app(Page::Gallery(GalleryPage::of(Locale::Es).into()), saved(SavedState::Quiet, ""), None)
    }
}

fn noticed(mut view: AppView) -> AppView {
    view.notices = vec![Notice {
        tone: Tone::Warning,
        title: "Your last answers are not saved yet".into(),
        text: "This device has no room left. Keep this page open, and take your progress with you as a file."
            .into(),
        actions: vec![button("Save the file", Msg::Device(Device::Export))],
        close: Some(button("Close", Msg::Device(Device::NoticeClosed(0)))),
    }];
    view
}

fn saved(state: SavedState, text: &str) -> Saved {
    Saved { state, text: text.into() }
}

fn button(label: &str, msg: Msg) -> Button {
    Button { label: label.into(), enabled: true, msg }
}

fn choice(label: &str, note: &str, chosen: bool) -> Choice {
    Choice { label: label.into(), drawn: vec![], note: note.into(), chosen, msg: Msg::Nothing }
}

fn choices(legend: &str, labels: &[&str], chosen: usize) -> Choices {
    let each = |(place, label): (usize, &&str)| choice(label, "", place == chosen);
    Choices { legend: legend.into(), choices: labels.iter().enumerate().map(each).collect() }
}

fn leaf(tag: &'static str, text: &str) -> Node {
    Node { tag, text: Some(text.into()), class: None, children: vec![] }
}

fn parent(tag: &'static str, class: Option<&'static str>, children: Vec<Node>) -> Node {
    Node { tag, text: None, class, children }
}

fn over(top: &str, bottom: &str) -> Node {
    parent("mfrac", None, vec![leaf("mn", top), leaf("mn", bottom)])
}

fn mixed(whole: &str, top: &str, bottom: &str) -> Node {
    parent("mrow", Some("mixed"), vec![leaf("mn", whole), parent("mspace", None, vec![]), over(top, bottom)])
}

fn math(children: Vec<Node>) -> Node {
    parent("math", None, children)
}

fn maths(children: Vec<Node>, spoken: &str) -> Span {
    Span::Maths { node: math(children), spoken: spoken.into() }
}

fn words(text: &str) -> Span {
    Span::Words(text.into())
}

fn strings(all: &[&str]) -> Vec<String> {
    all.iter().map(|text| (*text).to_owned()).collect()
}

fn carry() -> CarryPage {
    let way = |label| button(label, Msg::Device(Device::Carry(Carry::Save(String::new()))));
    let field = |label: &str, note: &str| Field { label: label.into(), note: note.into() };
    let said = |tone, words: &str| Some(Said { tone, line: vec![Span::Words(words.into())] });
    let code = "02C9-4ZQ7-K";
    CarryPage {
        title: "Take it with me".into(),
        text: "This browser may clear your record.".into(),
        take: Some(Take {
            file: KeepFile {
                title: "In a file".into(),
                text: "The file holds everything you did.".into(),
                passphrase: Some(field("Passphrase", "Whoever opens the file needs it.")),
                ways: vec![way("Choose where to keep it"), way("Save it as a download")],
                said: said(Tone::Right, "Saved, read back and found whole: 214 entries."),
                text_way: Some(TextWay {
                    note: "The file can also be copied as text.".into(),
                    go: way("Show the file as text"),
                    shown: Some((
                        "The file as text".into(),
                        CopyView {
                            label: "Copy the text".into(),
                            text: "TRELLIS-TEXT-1\nH4sIAAAAAAAA".into(),
                            done: "Copied.".into(),
                            failed: "Not copied.".into(),
                        },
                    )),
                }),
                opener: "Save the page that opens a file without Trellis".into(),
                opener_note: "It works without internet.".into(),
            },
            paper: Some(Paper {
                title: "On paper".into(),
                text: "A short code for the skills you have mastered.".into(),
                card: Some(Card {
                    label: "Your code".into(),
                    code: code.into(),
                    whereto: "To use it: open Trellis, choose I have a code.".into(),
                    qr: trellis::exchange::qr::draw(code),
                    alt: "The same code as a picture".into(),
                    print: way("Print this card"),
                }),
            }),
            show: Some(Show {
                title: "By camera".into(),
                text: "This device shows pictures.".into(),
                go: way("Stop"),
                said: said(Tone::Calm, "2 pictures, again and again."),
                frames: strings(&["T1.00000000.0.2.BB8", "T1.00000000.1.2.BB8"]),
                alt: "One picture after another".into(),
            }),
        }),
        bring: Bring {
            title: "Bring it back here".into(),
            text: "Nothing is replaced.".into(),
            import: "Open a progress file".into(),
            paste_label: "I have the file as text".into(),
            paste: PasteView {
                label: "The text, all of it".into(),
                note: "It begins with TRELLIS-TEXT.".into(),
                go: "Look what is in it".into(),
            },
            paste_open: true,
            locked: Some(Unlock {
                field: field("Passphrase of the file", "The file you chose is locked."),
                open: "Open it".into(),
                wrong: said(Tone::Warning, "This passphrase does not open the file."),
            }),
            file: None,
            code: field("Your code", "With or without dashes."),
            typed: "02C9-4ZQ7-L".into(),
            check: "Use this code".into(),
            slip: said(Tone::Advice, "This is not a code."),
            found: None,
            camera: Some(Camera {
                switch: Some(way("Read with the camera")),
                on: false,
                video: "What the camera sees".into(),
                said: said(Tone::Warning, "The camera could not be used."),
            }),
        },
    }
}

fn welcome() -> Welcome {
    Welcome {
        title: "Maths that grows with you".into(),
        text: "Answer a few questions, and Trellis finds what you are ready to learn next.".into(),
        start: button("Start", Msg::Started),
        class: Some(Link { label: "My class".into(), to: Route::Room("class".into()), current: false }),
        import: "I have a file".into(),
        code: Link { label: "I have a code".into(), to: Route::Carry, current: false },
        facts: strings(&[
            "Free",
            "No account",
            "Nothing you do is sent anywhere",
            "Works without the internet",
        ]),
    }
}

fn grade() -> GradePage {
    let labels = [
        "Kindergarten",
        "Grade 1",
        "Grade 2",
        "Grade 3",
        "Grade 4",
        "Grade 5",
        "Grade 6",
        "Grade 7",
        "Grade 8",
    ];
    GradePage {
        title: "What grade are you in?".into(),
        text: "It only helps to choose the first question.".into(),
        grades: labels.iter().map(|label| choice(label, "A note", false)).collect(),
        skip: button("Skip this", Msg::GradeChosen(None)),
    }
}

fn home() -> Home {
    let step = |skill: &str, why: &str| Step {
        skill: to_skill(skill),
        why_label: "Why this?".into(),
        why: why.into(),
        button: button("Practise this", Msg::Practise(Some(skill.into()))),
        not_now: Some(button("Not now", Msg::Nothing)),
    };
    let part = |label: &str, skills: &[&str]| PlanPart { label: label.into(), skills: strings(skills) };
    Home {
        greeting: "Good to see you, Robin".into(),
        fact: "Yesterday you worked out three questions that you had missed before.".into(),
        go: button("Continue", Msg::Practise(None)),
        next: Some(step(
            "Add fractions with the same denominator",
            "You are close: one more question on your own.",
        )),
        others: vec![
            step(
                "Fractions on a number line",
                "Ready to learn: you know how to cut a whole into equal parts.",
            ),
            step("Compare two fractions", "Worth a refresh: you last did this nine days ago."),
        ],
        others_label: "Or choose something else".into(),
        minutes: choices("Time for today", &["5 minutes", "10 minutes", "20 minutes"], 1),
        plan: PlanView {
            asked: Some(AskedView {
                by: "Your teacher writes:".into(),
                comment: "Take your time.".into(),
                when: "From Monday, November 23, to Friday, December 4. About 10 minutes a day.".into(),
                skills_label: "This week in class:".into(),
                skills: "Compare two fractions".into(),
            }),
            title: "Today: about 10 minutes".into(),
            parts: vec![
                part("To begin, something you know", &["Equal parts of a whole"]),
                part("Something new", &["Fractions on a number line", "Compare two fractions"]),
            ],
            said: String::new(),
        },
        goal: GoalCard {
            title: "Your goal".into(),
            skill: "Compare two fractions".into(),
            lines: strings(&["12 days left.", "Likely 2 to 6 days of practice like yours."]),
            go: to_skill("Compare two fractions"),
        },
        private: button("Practise in private", Msg::Steer(Steer::Private)),
        private_note: "Nothing you answer is kept.".into(),
        school: vec![button("Hand in", Msg::Go(Route::Room("hand-in".into())))],
    }
}

fn to_skill(name: &str) -> Link {
    Link { label: name.into(), to: Route::Skill(name.to_lowercase().replace(' ', "-")), current: false }
}

/// The same skills as a list and as a map.
fn ways(map: bool) -> Vec<Link> {
    [("List", Route::Progress, !map), ("Map", Route::Map, map)]
        .map(|(label, to, current)| Link { label: label.into(), to, current })
        .into()
}

fn map() -> MapPage {
    let skill = |x: u32, y: u32, name: &str, sign: MapSign, level: u8| MapSkill {
        name: name.into(),
        x,
        y,
        to: to_skill(name).to,
        spoken: format!("{name}, level {level}"),
        lines: strings(&name.split(" of ").collect::<Vec<_>>()),
        sign,
        level,
    };
    MapPage {
        title: "Skill map".into(),
        text: "What leads where.".into(),
        ways: ways(true),
        ways_label: "Show as".into(),
        label: "Map of skills".into(),
        width: 400,
        height: 300,
        headings: vec![
            MapText { x: 1, y: 18, text: "Grade 4".into(), grade: true },
            MapText { x: 1, y: 56, text: "Fractions".into(), grade: false },
        ],
        skills: vec![
            skill(1, 70, "Equal parts of a whole", MapSign::Mastered, 3),
            skill(1, 170, "Compare two fractions", MapSign::Ready, 0),
            skill(200, 170, "Add fractions", MapSign::Resting, 1),
        ],
        bands: vec![MapBand { title: "Fractions, grade 4".into(), skills: vec![0, 1, 2] }],
        edges: strings(&["M83 140C83 155 83 155 83 170"]),
        key_label: "What the signs mean".into(),
        key: vec![(MapSign::Ready, "Ready to learn".into()), (MapSign::Mastered, "Mastered".into())],
    }
}

fn skill() -> SkillPage {
    let near = |label: &str, names: &[&str]| Near {
        label: label.into(),
        skills: names
            .iter()
            .map(|name| NearSkill { name: to_skill(name), level: 2, level_name: "practised".into() })
            .collect(),
    };
    SkillPage {
        title: "Compare two fractions".into(),
        place: "Fractions, grade 4".into(),
        level: 2,
        level_name: "practised".into(),
        flags: strings(&["Worth a refresh", "Your goal"]),
        said: strings(&["Today you showed 3 of 4 on your own."]),
        answers_label: "The answers that earned it".into(),
        answers: vec![EarnedBy {
            when: "Yesterday".into(),
            ask: vec![words("Is "), maths(vec![over("5", "6")], "five sixths"), words(" more than a half?")],
            answer: vec![words("more")],
        }],
        left_label: "What is left".into(),
        left: strings(&["Right answers on another day."]),
        practise: Some(button("Practise", Msg::Nothing)),
        prove: Some(button("Prove it", Msg::Nothing)),
        prove_note: "3 questions, one try a day. Nothing can be lost.".into(),
        others: vec![button("I haven't learned this yet", Msg::Nothing)],
        goal: Some(GoalView {
            title: "Your goal".into(),
            lines: strings(&["12 days left."]),
            when: choices("By when?", &["In a week", "No date"], 1),
            clear: Some(button("Put this goal away", Msg::Steer(Steer::NoGoal))),
        }),
        near: vec![
            near("It builds on", &["Equal parts of a whole"]),
            near("It leads to", &["Add fractions"]),
        ],
        back: Link { label: "All skills".into(), to: Route::Progress, current: false },
    }
}

/// A worked example, or a card for the teacher.
fn aside(card: bool) -> AsidePage {
    AsidePage {
        given: Vec::new(),
        why: None,
        title: if card { "Show your teacher this" } else { "One worked out for you" }.into(),
        lines: strings(&["The last ones were hard."]),
        lang: "en",
        ask_label: if card { "The last one was like this:" } else { "" }.into(),
        ask: vec![words("Add. "), maths(vec![over("1", "8")], "one eighth")],
        figure: Some(figure_of(r#"{ "bars": [["2", "8"], ["3", "8"]], "labels": ["`2/8`", "`3/8`"] }"#, "")),
        steps: if card { vec![] } else { vec![vec![words("All parts are eighths.")]] },
        steps_label: if card { "" } else { "One way to do it" }.into(),
        last: if card { "It rests until tomorrow." } else { "" }.into(),
        go: button("Now one on my own", Msg::Steer(Steer::AsideDone)),
        stop: button("That's enough for now", Msg::Stopped),
    }
}

fn earlier() -> Earlier {
    Earlier {
        title: "Did someone help with an earlier answer?".into(),
        note: "Saying so is never a miss.".into(),
        answers: vec![
            EarlierAnswer { ask: vec![words("Add.")], helped: button("Someone helped me", Msg::Nothing) },
            EarlierAnswer {
                ask: vec![words("Subtract.")],
                helped: Button { enabled: false, ..button("Noted", Msg::Nothing) },
            },
        ],
    }
}

fn practice(question: QuestionView, about: Option<AboutYou>) -> Page {
    Page::Practice(Practice {
        title: question.skill.clone(),
        earlier: question.next.as_ref().map(|_| earlier().into()),
        question,
        about: about.map(Apart::from),
        stop: Some(button("That's enough for now", Msg::Stopped)),
        place: "Question 3 of about 8".into(),
    })
}

fn write(label: &str, draft: &str) -> WriteView {
    let read_back = match draft.split_once('/') {
        _ if draft.is_empty() => None,
        Some((top, bottom)) => Some(ReadBack::Maths {
            label: "You wrote".into(),
            node: math(vec![over(top, bottom)]),
            spoken: format!("{top} over {bottom}"),
        }),
        None => Some(ReadBack::Advice("A fraction looks like 3/4.".into())),
    };
    WriteView {
        label: label.into(),
        draft: draft.into(),
        from: 0,
        to: u16::MAX,
        enabled: true,
        read_back,
        keypad: entry::keypad(entry::Pad::Fraction, Locale::En),
        keypad_label: "Keypad".into(),
        drawn: true,
    }
}

/// A figure as an author writes it; `draft` stands in the field of one that takes answers.
fn figure_of(json: &str, draft: &str) -> FigureView {
    let figure = std::sync::Arc::new(figure::read::example(json).expect("a figure"));
    view::figure::entered(&figure, &figure.alt(Locale::En), draft, true, Locale::En)
}

fn typed() -> QuestionView {
    QuestionView {
        sure: None,
        id: "fr.add-like.rope@2/17".into(),
        skill: "Add fractions with the same denominator".into(),
        reason: "You are close to this skill: one right answer on your own is left.".into(),
        reason_label: "Why this question?".into(),
        lang: "en",
        given: None,
        beside: None,
        project: None,
        ask: vec![
            words("Maya used "),
            maths(vec![over("2", "8")], "two eighths"),
            words(" of a rope for a swing and "),
            maths(vec![over("3", "8")], "three eighths"),
            words(" for a tent. What part of the rope did she use in all?"),
        ],
        figure: Some(figure_of(r#"{ "bars": [["2", "8"], ["3", "8"]], "labels": ["`2/8`", "`3/8`"] }"#, "")),
        response: ResponseView::Write(write("Your answer", "5/8")),
        hints: vec![],
        hint: Some(button("Hint", Msg::HintAsked)),
        check: Some(button("Check", Msg::Submitted)),
        feedback: None,
        next: None,
        others: vec![button("I haven't learned this yet", Msg::Nothing), button("Not now", Msg::Nothing)],
        listen: None,
    }
}

/// A line with two fields, and the question in the other language beside it.
fn boxes() -> QuestionView {
    let field = |name: &str, draft: &str| Piece::Box(WriteView { drawn: false, ..write(name, draft) });
    let boxes = BoxesView {
        label: "Fill every box".into(),
        lang: "en",
        draft: "2 | ".into(),
        pieces: vec![
            Piece::Text(vec![words("20 ÷ 8 = ")]),
            field("Box 1 of 2", "2/1"),
            Piece::Text(vec![words(" R ")]),
            field("Box 2 of 2", ""),
        ],
        named: false,
    };
    let beside = Beside {
        toggle: button("Show it in Spanish too", Msg::Nothing),
        on: true,
        lang: "es",
        label: "The question in Spanish".into(),
        asked: vec![vec![words("Haz la división. La R es el residuo.")]],
        options: vec![vec![words("una opción")]],
        feedback: None,
        hints: vec![HintView { label: "Pista 1".into(), text: vec![words("Quita grupos.")], figure: None }],
    };
    QuestionView {
        ask: vec![words("Divide. The R stands for the remainder.")],
        figure: None,
        response: ResponseView::Boxes(boxes.into()),
        beside: Some(beside.into()),
        ..typed()
    }
}

/// Two shapes into two rings; the second belongs in both.
fn sort() -> QuestionView {
    let rings = ["All sides equal", "All corners square"];
    let group = |k: usize, chosen: [bool; 2]| GroupView {
        legend: vec![words(&format!("Shape {}", k + 1))],
        several: true,
        choices: (0..2).map(|at| Choice::words(rings[at], chosen[at], Msg::Placed(k, at))).collect(),
    };
    QuestionView {
        ask: vec![words("Sort the shapes.")],
        figure: None,
        response: ResponseView::Groups(vec![group(0, [true, false]), group(1, [true, true])]),
        ..typed()
    }
}

fn right() -> QuestionView {
    let feedback = FeedbackView {
        tone: Tone::Right,
        title: "Yes: five eighths.".into(),
        lines: vec![vec![words("Both parts are eighths, so you counted eighths: 2 and 3 make 5.")]],
        steps: vec![],
        steps_label: String::new(),
        last_step: None,
        last_check: None,
    };
    let response = ResponseView::Write(WriteView { enabled: false, ..write("Your answer", "5/8") });
    QuestionView {
        response,
        check: None,
        hint: None,
        feedback: Some(feedback),
        next: Some(button("Next", Msg::NextAsked)),
        others: vec![button("Someone helped me", Msg::HelpedSaid)],
        ..typed()
    }
}

fn again() -> QuestionView {
    let feedback = FeedbackView {
        tone: Tone::Again,
        title: "Not yet. Look once more.".into(),
        lines: vec![vec![
            words("She used more than "),
            maths(vec![over("3", "8")], "three eighths"),
            words(" for sure. Is your answer more or less than that?"),
        ]],
        steps: vec![],
        steps_label: String::new(),
        last_step: None,
        last_check: None,
    };
    let hint = HintView {
        label: "Hint 1".into(),
        text: vec![words("Push the shaded parts of both bars together. How many eighths are there?")],
        figure: None,
    };
    QuestionView {
        response: ResponseView::Write(write("Your answer", "5/16")),
        feedback: Some(feedback),
        hints: vec![hint],
        next: Some(button("Next", Msg::NextAsked)),
        ..typed()
    }
}

fn worked() -> QuestionView {
    let plus = |a: Node, b: Node, c: Node| vec![a, leaf("mo", "+"), b, leaf("mo", "="), c];
    let feedback = FeedbackView {
        tone: Tone::Show,
        title: "Let's do it step by step.".into(),
        lines: vec![],
        steps: vec![
            vec![words("All parts are eighths, so the parts stay eighths.")],
            vec![maths(
                plus(over("2", "8"), over("3", "8"), over("2 + 3", "8")),
                "two eighths plus three eighths",
            )],
            vec![
                words("Now you: "),
                maths(vec![over("2 + 3", "8"), leaf("mo", "=")], "is"),
                Span::Blank("blank".into()),
            ],
        ],
        steps_label: "Step by step".into(),
        last_step: Some(write("The last step", "")),
        last_check: Some(Button { enabled: false, ..button("Check", Msg::Submitted) }),
    };
    let response = ResponseView::Write(WriteView { enabled: false, ..write("Your answer", "5/16") });
    QuestionView {
        response,
        check: None,
        hint: None,
        feedback: Some(feedback),
        next: Some(button("Next", Msg::NextAsked)),
        ..typed()
    }
}

fn choose() -> QuestionView {
    let mut offered = choices("Choose one", &["less", "the same", "more", "7/4"], 1);
    offered.choices[3].drawn = vec![maths(vec![mixed("1", "3", "4")], "one and three quarters")];
    QuestionView {
        id: "fr.compare.words@1/3".into(),
        skill: "Compare two fractions".into(),
        ask: vec![
            words("Is "),
            maths(vec![over("5", "6")], "five sixths"),
            words(" less than, the same as or more than "),
            maths(vec![over("3", "4")], "three quarters"),
            words("?"),
        ],
        figure: None,
        response: ResponseView::Choose(offered),
        ..typed()
    }
}

fn on_a_line() -> QuestionView {
    QuestionView {
        ask: vec![
            words("Put "),
            maths(vec![over("7", "4")], "seven quarters"),
            words(" on the number line."),
        ],
        figure: Some(figure_of(
            r#"{ "number_line": "0..3", "ticks": "1/4", "labels": "all", "enter": true }"#,
            "7/4",
        )),
        response: ResponseView::Write(write("Your answer", "7/4")),
        ..typed()
    }
}

fn on_bars() -> QuestionView {
    QuestionView {
        ask: vec![words("Shade the upper bar so that both show the same amount.")],
        figure: Some(figure_of(
            r#"{ "bars": [["0", "6"], ["2", "3"]], "labels": ["", "`2/3`"], "enter": true }"#,
            "4/6",
        )),
        response: ResponseView::Write(write("Your answer", "4/6")),
        ..typed()
    }
}

fn about_you() -> AboutYou {
    let interests = ["Animals", "Sport", "Music", "Cooking", "Space", "Building"];
    let (avatars, avatar_ids) = avatars();
    AboutYou {
        title: "Who is learning?".into(),
        text: "You can leave any of this empty.".into(),
        nickname_label: "Nickname".into(),
        nickname_note: "Not your real name. It stays on this device.".into(),
        nickname: String::new(),
        avatars,
        avatars_label: "Picture".into(),
        avatar_ids,
        interests: interests.iter().enumerate().map(|(at, label)| choice(label, "", at == 2)).collect(),
        interests_label: "What do you like?".into(),
        modes: vec![button("Find my starting point", Msg::Nothing), button("Just practise", Msg::Nothing)],
        modes_note: "At most 10 questions. Stop whenever you like.".into(),
    }
}

fn avatars() -> (Vec<Choice>, Vec<String>) {
    let ids = ["fox", "owl", "whale", "cactus", "kite", "comet", "drum", "leaf"];
    (ids.iter().map(|id| choice(id, "", *id == "owl")).collect(), strings(&ids))
}

fn done() -> Done {
    Done {
        title: "A good place to stop".into(),
        lines: strings(&["You answered eight questions and worked out two of them on the second try."]),
        ready_label: "Ready to learn".into(),
        ready: strings(&["Fractions on a number line", "Compare two fractions"]),
        strong_label: "Strong already".into(),
        strong: strings(&["Equal parts of a whole", "Add fractions with the same denominator"]),
        earlier: Some(earlier()),
        take_first: true,
        export: button("Save a progress file", Msg::Device(Device::Export)),
        take: button("Take it with me", Msg::Go(Route::Carry)),
        take_note: "Saves a file with all your progress. Open it on any other device to go on there.".into(),
        hand_in: Some(button("Hand in", Msg::Go(Route::Room("hand-in".into())))),
        again: button("A little more", Msg::Practise(None)),
        home: button("Home", Msg::Go(Route::Home)),
    }
}

fn lesson(heading: &str, card: LessonCard) -> Page {
    let to = |step| Msg::Lesson(Move::To(step));
    let paths = choices("Show the idea with", &["a picture", "words"], 0);
    Page::Lesson(
        LessonPage {
            title: "Lesson: Place fractions on a number line".into(),
            place: "Part 2 of 5".into(),
            lang: "en",
            heading: heading.into(),
            paths: matches!(card, LessonCard::Idea { .. }).then_some(paths),
            card: Some(card),
            back: Some(button("Back", to(0))),
            on: button("Go on", to(2)),
            done: true,
            leave: Some(button("Leave the lesson", Msg::Practise(None))),
            note: "Nothing in a lesson is a test: no answer here counts. Your place is kept.".into(),
        }
        .into(),
    )
}

fn idea() -> LessonCard {
    LessonCard::Idea {
        text: vec![words("One jump is "), maths(vec![over("1", "4")], "one fourth"), words(".")],
        figure: None,
    }
}

fn worked_example() -> LessonCard {
    LessonCard::Worked(WorkedView {
        ask: vec![words("Place the point.")],
        given: vec![vec![words("A line from 0 to 2")]],
        figure: None,
        lines: vec![vec![words("Each whole is cut into 4 jumps.")], vec![words("Take 7 of them.")]],
        more: None,
        why: Some(WhyView {
            legend: vec![words("Why is one jump "), maths(vec![over("1", "4")], "one fourth"), words("?")],
            choices: vec![
                Choice {
                    drawn: vec![words("Four jumps make one whole.")],
                    ..choice("Four jumps make one whole.", "", false)
                },
                Choice {
                    drawn: vec![words("The line ends at 3.")],
                    ..choice("The line ends at 3.", "", true)
                },
            ],
            open: true,
            said: Some(Said { tone: Tone::Again, line: vec![words("That does not explain this step.")] }),
        }),
    })
}

fn faded() -> LessonCard {
    LessonCard::Faded(FilledView {
        ask: vec![words("Place the point.")],
        given: vec![vec![words("A line from 0 to 2")]],
        figure: None,
        lines: vec![vec![words("Each whole is cut into "), Span::Blank("blank".into()), words(" jumps.")]],
        field: Some(WriteView {
            label: "Box 1 of 2: what goes in it?".into(),
            draft: "3".into(),
            from: 0,
            to: u16::MAX,
            enabled: true,
            read_back: None,
            keypad: entry::keypad(entry::Pad::Fraction, Locale::En),
            keypad_label: "Keypad".into(),
            drawn: true,
        }),
        check: Some(button("Check", Msg::Submitted)),
        said: None,
    })
}

fn progress() -> Progress {
    let row = |name: &str, level: u8, level_name: &str, flag: &str, receipt: &[&str]| SkillRow {
        skill: name.into(),
        name: to_skill(name),
        level,
        level_name: level_name.into(),
        flag: flag.into(),
        receipt: strings(receipt),
        receipt_label: "What earned it".into(),
        practise: Some(button("Practise", Msg::Practise(Some(name.into())))),
        lesson: (level < 3).then(|| button("Lesson", Msg::Go(Route::Lesson { skill: name.into(), step: 0 }))),
    };
    Progress {
        sureness: Some(Sureness {
            title: "How well you know what you know".into(),
            text: "What you said before you checked.".into(),
            bars: vec![("I am sure: 3 of 4 right".into(), 3, 4)],
        }),
        title: "Your progress".into(),
        text: "What you have earned stays earned.".into(),
        ways: ways(false),
        ways_label: "Show as".into(),
        groups: vec![SkillGroup {
            title: "Fractions".into(),
            skills: vec![
                row(
                    "Equal parts of a whole",
                    3,
                    "Mastered",
                    "Worth a refresh",
                    &["2 November: 3 right", "4 November: 2 right"],
                ),
                row(
                    "Add fractions with the same denominator",
                    2,
                    "Practised",
                    "",
                    &["Today: 2 right on your own", "Left: one more on another day"],
                ),
                row("Fractions on a number line", 1, "Started", "", &["Today: 1 right"]),
                row("Compare two fractions", 0, "New", "Ready to learn", &[]),
            ],
        }],
    }
}

fn course() -> CourseView {
    CourseView {
        title: "The whole course on this device".into(),
        text: "Fetch everything at once, so that it all works without internet.".into(),
        keep: Button { enabled: false, ..button("Keep the whole course", Msg::Device(Device::CourseWanted)) },
        progress: Some((12, 39)),
        progress_text: "12 of 39 parts are here.".into(),
        said: None,
    }
}

fn settings() -> Settings {
    let (avatars, avatar_ids) = avatars();
    Settings {
        comfort: Comfort {
            title: "What makes it easier for you".into(),
            text: "Nobody else is told.".into(),
            choices: vec![choices("Room between letters and lines", &["Usual", "More room"], 1)],
        },
        title: "Settings".into(),
        language: choices("Language", &["English", "Español"], 0),
        theme: choices("Colours", &["Like this device", "Light", "Dark", "High contrast"], 0),
        motion: choices("Motion", &["Like this device", "Less"], 0),
        learner: LearnerSettings {
            title: "About you".into(),
            nickname_label: "Nickname".into(),
            nickname: "Robin".into(),
            save: button("Save", Msg::Nothing),
            grade: choices("Grade", &["K", "1", "2", "3", "4", "5", "6", "7", "8"], 4),
            avatars,
            avatars_label: "Picture".into(),
            avatar_ids,
            switch: button("Someone else is learning", Msg::Go(Route::Learners)),
            erase: EraseView {
                title: "Erase".into(),
                text: "Removes everything about Robin from this device.".into(),
                ask: button("Erase Robin", Msg::Device(Device::EraseAsked)),
                confirm: Some(Notice {
                    tone: Tone::Warning,
                    title: "Erase everything about Robin?".into(),
                    text: "This cannot be undone. Save the file first if you may want to go on one day."
                        .into(),
                    actions: vec![
                        button("Save the file", Msg::Nothing),
                        button("Erase for ever", Msg::Nothing),
                    ],
                    close: Some(button("Keep it", Msg::Device(Device::EraseRefused))),
                }),
            },
        },
        course: Box::new(course()),
        keep: Keep {
            title: "Your progress is kept here".into(),
            lines: strings(&[
                "214 answers, in two copies on this device.",
                "This browser may clear its storage: take a file with you.",
            ]),
            export: button("Take it with me", Msg::Device(Device::Export)),
            carry: button("Other ways", Msg::Go(Route::Carry)),
            import_label: "Open a file".into(),
            import_note: "Nothing is lost: what is in the file is added to what is here.".into(),
            preview: Some(Notice {
                tone: Tone::Calm,
                title: "This file holds 120 answers of Robin".into(),
                text: "98 of them are new here.".into(),
                actions: vec![button("Add them", Msg::Device(Device::ImportAgreed { beside: false }))],
                close: Some(button("Leave it", Msg::Device(Device::ImportRefused))),
            }),
            result: None,
            state_label: "State of the record:".into(),
            state: "9f2c41d07be8a3556c1d".into(),
        },
        class: Some(button("My class", Msg::Go(Route::Room("class".into())))),
        about: vec![vec![words("Trellis 0.1.0. Code: MIT or Apache 2.0. Content: CC BY 4.0.")]],
        about_label: "About Trellis".into(),
        lock: Box::new(guard::lock(&kept(), Locale::En, "Robin")),
        privacy: Link { label: "Privacy, checked".into(), to: Route::Privacy, current: false },
    }
}

/// A device that keeps an encrypted record, with one locked learner.
fn kept() -> Shell {
    let facts = |id: &str, locked| LearnerFacts { id: id.into(), name: None, avatar: None, days: 0, locked };
    Shell {
        keep: KeepFacts { known: true, facts: 12, copies: 2, encrypted: true, persisted: Some(true) },
        learners: vec![facts("fox", true), facts("owl", false)],
        ..Shell::default()
    }
}

fn privacy(locale: Locale) -> proof::PrivacyPage {
    let wipe = guard::wipe(&kept(), locale);
    proof::PrivacyPage { locale, version: "0.1.0".into(), plain: false, wipe }
}

/// A lock of words being set, and the sheet of an earlier one.
fn locking() -> Settings {
    let setting = guard::Setting {
        kind: LockKind::Words,
        words: "apple river cloud lemon".into(),
        problem: Some(guard::Problem::Differs),
    };
    let sheet = Some("acorn beach castle daisy eagle flute guitar harbor".into());
    let guard =
        Guard { lock: Some((LockKind::Pin, true)), setting: Some(setting), sheet, ..Guard::default() };
    Settings { lock: Box::new(guard::lock(&Shell { guard, ..kept() }, Locale::En, "Robin")), ..settings() }
}

/// A record that asks for its pictures.
fn locked() -> Learners {
    let asked = guard::Asked {
        id: "fox".into(),
        kind: LockKind::Pictures,
        has_sheet: true,
        by_sheet: false,
        opening: false,
        wrong: 5,
        pause: 30,
    };
    let shell = Shell { guard: Guard { asked: Some(asked), ..Guard::default() }, ..kept() };
    let card = |_: &LearnerFacts| ("Robin".into(), Avatar { id: "fox".into(), name: "Fox".into() });
    Learners { unlock: guard::unlock(&shell, card, Locale::En), ..learners() }
}

fn learners() -> Learners {
    let card = |id: &str, name: &str, note: &str| LearnerCard {
        id: id.into(),
        name: name.into(),
        avatar: Avatar { id: id.into(), name: name.into() },
        note: note.into(),
        open: Msg::Device(Device::LearnerOpened(id.into())),
    };
    Learners {
        unlock: None,
        title: "Who is learning?".into(),
        text: "Each record is kept apart.".into(),
        learners: vec![
            card("fox", "Robin", "Today"),
            card("whale", "Ana", "Grade 4, last week"),
            card("kite", "New learner", ""),
        ],
        add: button("Someone new", Msg::Device(Device::LearnerAdded)),
        import_label: "I have a file".into(),
    }
}

fn trouble() -> Notice {
    Notice {
        tone: Tone::Warning,
        title: "There is no such question".into(),
        text: "The address may be cut short. Ask for it again, or go on with your own practice.".into(),
        actions: vec![button("Go home", Msg::Go(Route::Home))],
        close: None,
    }
}

fn spanish() -> AppView {
    let mut question = again();
    question.lang = "es";
    question.skill = "Sumar fracciones con el mismo denominador".into();
    question.reason_label = "¿Por qué esta pregunta?".into();
    question.check = Some(button("Comprobar", Msg::Submitted));
    question.hint = Some(button("Dame una pista", Msg::HintAsked));
    question.others =
        vec![button("Todavía no lo he aprendido", Msg::Nothing), button("Ahora no", Msg::Nothing)];
    let page = Page::Practice(Practice {
        title: question.skill.clone(),
        question,
        about: None,
        earlier: None,
        stop: Some(button("Basta por ahora", Msg::Stopped)),
        place: "Pregunta 3 de unas 8".into(),
    });
    let mut view = app(page, saved(SavedState::NotSaved, "Todavía sin guardar"), Some("Robin"));
    view.lang = "es";
    view.links
        .iter_mut()
        .zip(["Inicio", "Practicar", "Progreso", "Ajustes"])
        .for_each(|(link, label)| link.label = label.into());
    view.language = button("English", Msg::LocaleChosen("en".into()));
    view
}
