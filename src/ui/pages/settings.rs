//! Settings: words and looks, who is learning, where the record lives, and what this app is.

use crate::ui::choices::{avatars, setting};
use crate::ui::files::open_file;
use crate::ui::icon;
use crate::ui::nickname::Nickname;
use crate::ui::parts::{Weight, actions, button, heading, line, lines, notice, title, toned, words};
use crate::ui::secret::lock;
use crate::ui::send::Send;
use crate::ui::tag::{El, el};
use crate::view::{Comfort, CourseView, EraseView, Keep, LearnerSettings, Link, Settings};
use yew::prelude::*;

pub fn page(view: &Settings, send: &Send) -> Html {
    let looks = el("div")
        .class("card")
        .with(setting(&view.language, "language", send))
        .with(setting(&view.theme, "theme", send))
        .with(setting(&view.motion, "motion", send));
    el("div")
        .class("settings")
        .with(heading(&view.title))
        .with(looks)
        .with(learner(&view.learner, send))
        .with(comfort(&view.comfort, send))
        .with(keep(&view.keep, send))
        .with(lock(&view.lock, send))
        .with(course(&view.course, send))
        .with(erase(&view.learner.erase, send))
        .with(
            card("card about", &view.about_label).with(lines(&view.about)).with(privacy(&view.privacy)).with(
                actions().each(view.class.iter().map(|class| button(class, Weight::Plain, "class", send))),
            ),
        )
        .html()
}

fn privacy(link: &Link) -> Html {
    let to = el("a").class("button").attr("href", &link.to.to_string()).hook("privacy").text(&link.label);
    actions().with(to).html()
}

fn card(class: &'static str, name: &str) -> El {
    el("section").class(class).with(title(name))
}

fn learner(view: &LearnerSettings, send: &Send) -> Html {
    let nickname = html! {
        <Nickname send={send.clone()} label={view.nickname_label.clone()} name={view.nickname.clone()} save={view.save.clone()} />
    };
    card("card", &view.title)
        .with(nickname)
        .with(avatars(&view.avatars, &view.avatar_ids, &view.avatars_label, send))
        .with(setting(&view.grade, "grade", send))
        .with(actions().with(button(&view.switch, Weight::Plain, "switch", send)))
        .html()
}

fn comfort(view: &Comfort, send: &Send) -> Html {
    let names = ["spacing", "letters", "success", "sure"];
    let choices = view.choices.iter().zip(names).map(|(view, name)| setting(view, name, send));
    card("card", &view.title).with(words("note", &view.text)).each(choices).html()
}

fn keep(view: &Keep, send: &Send) -> Html {
    let lines = view.lines.iter().enumerate().map(|(place, line)| el("p").place(place).text(line).html());
    let export = button(&view.export, Weight::Main, "export", send);
    let carry = button(&view.carry, Weight::Plain, "carry", send);
    let ways =
        actions().with(export).with(carry).with(open_file(&view.import_label, &view.import_note, send));
    let said = el("div")
        .attr("role", "status")
        .each(view.preview.iter().map(|preview| notice(preview, "preview", send)))
        .each(view.result.iter().map(|result| notice(result, "result", send)));
    let state = el("p")
        .class("note")
        .text(&view.state_label)
        .text(" ")
        .with(el("code").hook("state").text(&view.state));
    card("card keep", &view.title).with(el("div").each(lines)).with(ways).with(said).with(state).html()
}

fn course(view: &CourseView, send: &Send) -> Html {
    let bar = view.progress.map(|(done, all)| {
        let bar = el("progress").attr("max", &all.to_string()).attr("value", &done.to_string());
        let bar = bar.attr("aria-label", &view.title).hook("course-progress");
        el("div").key("bar").class("course-bar").with(bar).with(words("note", &view.progress_text)).html()
    });
    let said = view.said.iter().map(|said| {
        let words = el("div").class("notice-text").with(el("p").with(line(&said.line)));
        el("div")
            .key("said")
            .class(&toned("notice", said.tone))
            .with(icon::tone(said.tone))
            .with(words)
            .html()
    });
    card("card course", &view.title)
        .with(words("", &view.text))
        .with(actions().with(button(&view.keep, Weight::Plain, "course-keep", send)))
        .each(bar)
        .with(el("div").attr("role", "status").hook("course-said").each(said))
        .html()
}

fn erase(view: &EraseView, send: &Send) -> Html {
    let said = el("div").attr("role", "status");
    card("card", &view.title)
        .with(words("", &view.text))
        .with(actions().with(button(&view.ask, Weight::Plain, "erase", send)))
        .with(said.each(view.confirm.iter().map(|confirm| notice(confirm, "erase-confirm", send))))
        .html()
}
