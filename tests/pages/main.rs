//! Every page, drawn natively from example values: its landmarks, headings, labels, and the hooks for outside
//! measurement.

mod fixtures;

use std::rc::Rc;
use trellis::ui::pages::Draw;
use trellis::ui::{Face, frame};
use trellis::view::AppView;
use yew::{Callback, LocalServerRenderer};

fn html(view: AppView) -> String {
    let props = frame::Props { view: Rc::new(view), send: Callback::noop(), later: Some(Draw::all()) };
    let drawn = LocalServerRenderer::<Face>::with_props(props).hydratable(false).render();
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime without features");
    runtime.block_on(drawn)
}

fn page(name: &str) -> String {
    let (_, view) =
        fixtures::all().into_iter().find(|(each, _)| *each == name).expect("an example of that name");
    html(view)
}

fn count(page: &str, what: &str) -> usize {
    page.matches(what).count()
}

/// All values of an attribute, in order.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    page.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_page_has_its_landmarks_and_one_main_heading() {
    for (name, view) in fixtures::all() {
        let page = html(view);
        for landmark in ["<header", "<nav", "<main", "<h1 id=\"main-heading\"", "id=\"announcer\""] {
            assert_eq!(count(&page, landmark), 1, "{landmark} on {name}");
        }
        assert_eq!(count(&page, "<h1"), 1, "{name}");
    }
}

#[test]
fn headings_never_skip_a_rank() {
    for (name, view) in fixtures::all() {
        let page = html(view);
        let main = page.split("<main").nth(1).expect("a main part");
        let ranks: Vec<u32> =
            main.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10)).collect();
        assert_eq!(ranks.first(), Some(&1), "{name}");
        assert!(ranks.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{name}: {ranks:?}");
    }
}

#[test]
fn ids_are_used_once_and_every_label_finds_its_field() {
    for (name, view) in fixtures::all() {
        let page = html(view);
        let mut ids = values(&page, "id");
        for field in values(&page, "for").iter().chain(&values(&page, "aria-describedby")) {
            assert!(ids.contains(field), "{field} on {name}");
        }
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{name}: {ids:?}");
    }
}

#[test]
fn nothing_carries_an_inline_style_or_script() {
    for (name, view) in fixtures::all() {
        let page = html(view);
        assert!(
            !page.contains("style=") && !page.contains("<script") && !page.contains("href=\"#main"),
            "{name}"
        );
    }
}

#[test]
fn the_hooks_for_measuring_stand_where_they_are_promised() {
    for (name, hooks) in [
        ("welcome", &["start", "saved", "language", "import"][..]),
        ("grade", &["grade", "grade-skip"]),
        ("typed", &["question", "answer", "check", "hint", "feedback", "reason", "stop"]),
        ("right", &["question", "answer", "feedback", "next"]),
        ("again", &["answer", "check", "feedback", "next", "hint"]),
        ("worked", &["answer", "last-step", "last-check", "next"]),
        ("choose", &["question", "choice", "check"]),
        ("bars", &["nickname", "mode", "avatar", "figure"]),
        ("home", &["go", "not-now", "other", "reason", "plan", "minutes", "goal", "goal-go", "private"]),
        ("done", &["export", "again", "earlier"]),
        ("progress", &["skill", "practise", "map-way"]),
        ("map", &["map", "map-skill", "map-way"]),
        (
            "skill",
            &["skill-page", "practise", "prove", "skill-other", "receipt", "goal", "goal-when", "goal-clear"],
        ),
        ("example", &["aside", "aside-go", "stop"]),
        ("card", &["aside", "aside-go", "stop"]),
        (
            "settings",
            &[
                "theme",
                "language",
                "export",
                "import",
                "erase",
                "state",
                "nickname",
                "preview",
                "course-keep",
            ],
        ),
        ("learners", &["learner", "learner-add"]),
        ("progress", &["lesson"]),
        ("lesson-idea", &["lesson", "path", "lesson-on", "lesson-back", "lesson-leave"]),
        ("lesson-worked", &["why", "lesson-said", "lesson-on"]),
        ("lesson-faded", &["last-step", "last-check", "lesson-on"]),
        ("lesson-try", &["question", "answer", "check", "lesson-on"]),
    ] {
        let page = page(name);
        let found = values(&page, "data-test");
        assert!(hooks.iter().all(|hook| found.contains(hook)), "{name}: {hooks:?} among {found:?}");
    }
    assert_eq!(values(&page("typed"), "data-item"), ["fr.add-like.rope@2/17"]);
}

#[test]
fn feedback_is_in_the_page_before_it_speaks_and_says_something_after() {
    let quiet = page("typed");
    let said = |page: &str| {
        let region = page.split("data-test=\"feedback\"").nth(1)?.split("</section>").next()?.to_owned();
        Some(region.split('<').filter_map(|tag| tag.split('>').nth(1)).collect::<String>())
    };
    assert_eq!(said(&quiet).as_deref(), Some(""));
    assert!(said(&page("right")).is_some_and(|words| words.contains("Yes: five eighths.")));
}

#[test]
fn every_skill_on_the_map_is_a_link_with_words_for_what_its_sign_shows() {
    let page = page("map");
    let drawing =
        page.split("data-test=\"map\"").nth(1).and_then(|rest| rest.split("class=\"map-bands\"").next());
    let drawing = drawing.expect("the map");
    let names = values(drawing, "aria-label");
    assert!(names.contains(&"Compare two fractions, level 0"), "{names:?}");
    assert_eq!(count(drawing, "href=\"#/skill/"), 3);
    assert_eq!(count(&page, "data-test=\"map-chip\""), 3, "and again where there is no room for a drawing");
    assert_eq!(count(&page, "aria-current=\"page\" class=\"button\""), 1, "the list is the other way");
}

#[test]
fn a_plan_has_no_numbers_but_its_minutes() {
    let page = page("home");
    let plan = page.split("class=\"plan-parts\"").nth(1).and_then(|rest| rest.split("</ol>").next());
    assert!(
        plan.is_some_and(|plan| !plan.chars().any(|c| c.is_ascii_digit())),
        "nothing is counted: {plan:?}"
    );
}

#[test]
fn maths_is_drawn_for_eyes_and_said_in_words() {
    let page = page("typed");
    assert!(page.contains("<math aria-hidden=\"true\"><mfrac><mn>2</mn><mn>8</mn></mfrac></math>"));
    assert!(page.contains("<span class=\"visually-hidden\">two eighths</span>"));
}

#[test]
fn a_figure_that_takes_answers_is_a_slider_with_spoken_values() {
    let page = page("line");
    assert_eq!(values(&page, "role").iter().filter(|role| **role == "slider").count(), 1);
    assert_eq!(values(&page, "aria-valuetext"), ["seven fourths"]);
    assert_eq!(values(&page, "aria-valuemax"), ["12"]);
}

#[test]
fn the_gallery_shows_every_kind_and_answers_in_most() {
    for name in ["gallery", "gallery-es"] {
        let page = page(name);
        let found = values(&page, "data-test");
        for kind in [
            "number_line",
            "bars",
            "grid",
            "area",
            "tape",
            "blocks",
            "columns",
            "table",
            "plane",
            "polygons",
            "solid",
            "clock",
            "spinner",
            "box_plot",
        ] {
            let hook = format!("figure-{kind}");
            assert!(found.iter().filter(|each| **each == hook).count() >= 2, "{hook} on {name}");
        }
        // Every place to answer has a typed field beside it and at least one thing for the keyboard to hold.
        let answering = found.iter().filter(|hook| **hook == "types").count();
        assert_eq!(answering, count(&page, "class=\"board\""), "{name}");
        assert!(found.iter().filter(|hook| **hook == "figure").count() > answering, "{name}");
        assert!(!page.contains("style="), "the page's policy refuses styles");
    }
}

#[test]
fn every_figure_has_its_words() {
    for name in ["gallery", "gallery-es"] {
        let page = page(name);
        let figures = count(&page, "<figure");
        let named = count(&page, "role=\"img\" aria-label=") + count(&page, "role=\"group\" aria-label=");
        let tables = count(&page, "<caption");
        assert!(named + tables >= figures, "{name}: {figures} figures, {named} named, {tables} tables");
        assert!(!page.contains("aria-label=\"\""), "{name}");
    }
}

#[test]
fn the_other_language_is_named_in_its_own_tongue() {
    assert!(page("welcome").contains("lang=\"es\""));
}

#[test]
fn an_answer_made_of_several_choices_is_a_group_for_each_object() {
    let page = page("sort");
    let form = page.split("<form class=\"answer\"").nth(1).and_then(|rest| rest.split("</form>").next());
    let form = form.expect("the answer");
    assert_eq!(count(form, "<fieldset"), 2);
    assert_eq!(count(form, "<legend"), 2);
    assert_eq!(count(form, "type=\"checkbox\""), 4);
    assert_eq!(count(form, "data-test=\"choice\""), 4);
    assert_eq!(count(form, "data-test=\"check\""), 1);
}
