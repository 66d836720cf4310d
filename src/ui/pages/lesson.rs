//! A lesson: one step at a time, with the paths to its idea, and the way on.

use crate::ui::answer::answer;
use crate::ui::choices::setting;
use crate::ui::figure::draw;
use crate::ui::icon;
use crate::ui::parts::{Weight, actions, button, heading, line, press, title, toned, words};
use crate::ui::question::question;
use crate::ui::send::{Send, Shared};
use crate::ui::tag::{El, el, list};
use crate::view::{Choice, FigureView, FilledView, LessonCard, LessonPage, Line, Said, WhyView, WorkedView};
use yew::Html;

pub fn page(view: &LessonPage, shared: &Shared) -> Html {
    let send = &shared.send;
    let top = el("div")
        .class("practice-top")
        .with(heading(&view.title))
        .with(words("place", &view.place))
        .each(view.leave.iter().map(|leave| button(leave, Weight::Quiet, "lesson-leave", send)));
    let weight = if view.done { Weight::Main } else { Weight::Plain };
    let ways = actions()
        .class("actions lesson-ways")
        .with(press(&view.on, weight, "lesson-on", send).id("next").key("on"))
        .with(list(view.back.iter().map(|back| button(back, Weight::Quiet, "lesson-back", send))));
    el("div")
        .class("practice lesson")
        .hook("lesson")
        .with(top)
        .with(el("div").key(&view.place).with(step(view, shared)))
        .with(ways)
        .with(words("note", &view.note))
        .html()
}

fn step(view: &LessonPage, shared: &Shared) -> Html {
    let send = &shared.send;
    let paths = list(
        view.paths
            .iter()
            .map(|paths| el("div").key("paths").class("paths").with(setting(paths, "path", send)).html()),
    );
    let shown = match &view.card {
        None => Html::default(),
        // A question is a card of its own.
        Some(LessonCard::Question(asked)) => {
            return el("div")
                .class("lesson-question")
                .with(title(&view.heading).class("lesson-step"))
                .with(paths)
                .with(question(asked, shared))
                .html();
        }
        Some(LessonCard::Idea { text, figure }) => list([
            el("p").key("text").class("ask").with(line(text)).html(),
            el("div").key("figure").with(drawn(figure, send)).html(),
        ]),
        Some(LessonCard::Worked(worked)) => worked_example(worked, send),
        Some(LessonCard::Faded(faded)) => to_fill(faded, shared),
    };
    let inner = el("div").attr("lang", view.lang).with(shown);
    let card = el("article").class("card lesson-card").hook("lesson-card");
    card.with(title(&view.heading).class("lesson-step")).with(paths).with(inner).html()
}

fn drawn(figure: &Option<FigureView>, send: &Send) -> Html {
    list(figure.iter().map(|figure| draw(figure, send)))
}

pub(super) fn given(given: &[Line]) -> Html {
    let list_of = given.iter().enumerate().map(|(place, text)| el("li").place(place).with(line(text)).html());
    if given.is_empty() { Html::default() } else { el("ul").class("given").each(list_of).html() }
}

fn asked(ask: &Line, given: &[Line], figure: &Option<FigureView>, send: &Send) -> Html {
    el("div")
        .key("asked")
        .class("asked")
        .with(el("p").class("ask").with(line(ask)))
        .with(self::given(given))
        .with(drawn(figure, send))
        .html()
}

/// Lines that come one by one are said as they come.
fn lines_of(lines: &[Line]) -> El {
    let each = lines.iter().enumerate().map(|(place, text)| el("li").place(place).with(line(text)).html());
    el("div").key("lines").class("steps").attr("role", "status").with(el("ol").each(each))
}

fn worked_example(view: &WorkedView, send: &Send) -> Html {
    let more = view.more.iter().map(|more| button(more, Weight::Main, "lesson-more", send));
    list([
        asked(&view.ask, &view.given, &view.figure, send),
        lines_of(&view.lines).html(),
        actions().key("more").each(more).html(),
        el("div").key("why").each(view.why.iter().map(|why| reason(why, send))).html(),
    ])
}

pub(super) fn reason(view: &WhyView, send: &Send) -> Html {
    let choice = |(place, choice): (usize, &Choice)| {
        let tick = el("input").attr("type", "radio").attr("name", "why").checked(choice.chosen);
        let tick = tick.on_change({
            let (send, msg) = (send.clone(), choice.msg.clone());
            yew::Callback::from(move |_| send.emit(msg.clone()))
        });
        let face = el("span").class("choice-face").with(el("span").with(line(&choice.drawn)));
        el("label").place(place).class("choice").hook("why").with(tick).with(face).html()
    };
    let choices = el("fieldset")
        .class("choices")
        .flag("disabled", !view.open)
        .with(el("legend").with(line(&view.legend)))
        .each(view.choices.iter().enumerate().map(choice));
    el("div").key("reason").class("lesson-why").with(choices).with(told(&view.said)).html()
}

fn to_fill(view: &FilledView, shared: &Shared) -> Html {
    let field = view.field.iter().map(|field| {
        let form = answer(field, &view.check, ("last-step", "last-check"), Html::default(), shared);
        el("div").key(&field.label).with(form).html()
    });
    list([
        asked(&view.ask, &view.given, &view.figure, &shared.send),
        lines_of(&view.lines).html(),
        el("div").key("field").each(field).html(),
        el("div").key("said").with(told(&view.said)).html(),
    ])
}

/// Always in the page, so that screen readers notice when words come in.
fn told(view: &Option<Said>) -> Html {
    let class = view.as_ref().map_or("feedback".into(), |said| toned("feedback", said.tone));
    let mut verdict = el("div").class("verdict").attr("role", "status");
    if let Some(said) = view {
        let words = el("div").class("verdict-text").with(el("p").with(line(&said.line)));
        verdict = verdict.with(icon::tone(said.tone)).with(words);
    }
    el("section").class(&class).hook("lesson-said").with(verdict).html()
}
