//! A question read aloud (E2): the words, in the order of the page, in the language of the question. Who speaks them is
//! the browser's affair, or a clip of the pack. Nothing else in the first module may name what makes it.

use super::{Apart, Choice, Line, QuestionView, ResponseView, Span, words};
use crate::content::Locale;
use crate::content::site::Feature;
use crate::tutor::{Phase, Practice, Session};
use std::sync::OnceLock;

/// What can be heard of a question, and what stands on the button.
#[derive(Clone, Debug, PartialEq)]
pub struct ListenView {
    pub listen: String,
    pub stop: String,
    /// Said where the question is to be heard and this device has no voice of its own.
    pub missing: String,
    /// Language of the voice.
    pub lang: &'static str,
    /// One after another: what is asked, then the choices, then what came later on the page.
    pub heard: Vec<Heard>,
    /// Each choice alone, in the order of the page.
    pub choices: Vec<Heard>,
    /// The question is for someone who does not read yet: spoken at once, and each choice when it has the focus.
    pub first: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Heard {
    pub words: String,
    /// The clip in which it was recorded, relative to the pack; else a voice says the words.
    pub clip: Option<String>,
}

type Maker = fn(&QuestionView, &Practice, &Session) -> Option<Apart<ListenView>>;

static MAKER: OnceLock<Maker> = OnceLock::new();

/// Brings it in; once is enough.
pub fn open() {
    let _ = MAKER.set(|view, practice, session| {
        let offered = session.site.offers(Feature::Listen);
        offered.then(|| made(view, practice, session.locale).into())
    });
}

/// What can be heard of the question, once that part is here.
pub(super) fn listen(
    view: &QuestionView,
    practice: &Practice,
    session: &Session,
) -> Option<Apart<ListenView>> {
    #[cfg(not(target_family = "wasm"))]
    open();
    MAKER.get().and_then(|maker| maker(view, practice, session))
}

fn made(view: &QuestionView, practice: &Practice, locale: Locale) -> ListenView {
    let clip = |text: &str| practice.question.audio(text).map(String::from);
    let heard = |line: &Line| Heard { words: spoken(line), clip: None };
    let mut all = vec![Heard { words: spoken(&view.ask), clip: clip("ask") }];
    all.extend(view.given.iter().map(heard));
    let choice = |choice: &Choice| Heard { words: choice.label.clone(), clip: None };
    let mut choices: Vec<Heard> = Vec::new();
    match &view.response {
        ResponseView::Choose(of) => {
            choices.extend(of.choices.iter().map(choice));
            all.extend(choices.iter().cloned());
        }
        // The same choices for every object are not said over and over: each is heard where it is.
        ResponseView::Groups(groups) => {
            choices.extend(groups.iter().flat_map(|group| group.choices.iter().map(choice)));
            all.extend(groups.iter().map(|group| heard(&group.legend)));
        }
        ResponseView::Write(_) | ResponseView::Boxes(_) => {}
    }
    let opened = practice.hints.iter().zip(&view.hints);
    all.extend(
        opened
            .map(|(place, hint)| Heard { words: spoken(&hint.text), clip: clip(&format!("hints/{place}")) }),
    );
    if let Some(feedback) = &view.feedback {
        all.push(Heard { words: feedback.title.clone(), clip: None });
        let before = all.len();
        all.extend(feedback.lines.iter().chain(&feedback.steps).map(heard));
        // After a first miss the item's own prompt comes first.
        if practice.phase == Phase::Again
            && practice.advice.is_none()
            && let Some(prompt) = all.get_mut(before)
        {
            prompt.clip = clip("prompt");
        }
    }
    all.retain(|heard| !heard.words.trim().is_empty());
    ListenView {
        listen: words::listen(locale).into(),
        stop: words::listen_stop(locale).into(),
        missing: words::listen_missing(locale).into(),
        lang: view.lang,
        heard: all,
        choices,
        first: practice.question.listen(),
    }
}

/// A line as a voice reads it.
fn spoken(line: &Line) -> String {
    let say = |span: &Span| match span {
        Span::Words(words) => words.clone(),
        Span::Maths { spoken, .. } | Span::Blank(spoken) => spoken.clone(),
    };
    line.iter().map(say).collect()
}

/// How well a voice suits: none at all unless it speaks the language on this device; the higher the better. `tag` is a
/// BCP 47 tag such as `es-MX`; some systems write `es_MX`.
pub fn suits(tag: &str, is_local: bool, is_default: bool, lang: &str) -> Option<u8> {
    let mut parts = tag.split(['-', '_']);
    let speaks = parts.next().is_some_and(|language| language.eq_ignore_ascii_case(lang));
    if !(is_local && speaks) {
        return None;
    }
    let near = parts.any(|region| ["US", "MX", "419"].iter().any(|near| region.eq_ignore_ascii_case(near)));
    Some(2 * u8::from(is_default) + u8::from(near))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_voices_of_this_device_and_language_are_taken() {
        assert_eq!(suits("en-US", false, true, "en"), None, "its words would be sent away");
        assert_eq!(suits("es-MX", true, false, "en"), None);
        assert_eq!(suits("enm", true, false, "en"), None);
        assert_eq!(suits("en", true, false, "en"), Some(0));
        assert_eq!(suits("es_MX", true, false, "es"), Some(1));
        assert_eq!(suits("es-ES", true, true, "es"), Some(2));
        assert_eq!(suits("en-us", true, true, "en"), Some(3));
    }
}
