//! `config.json`: what a host may set, what is refused, and what becomes of it on the pages of learners and teachers.
#![cfg(feature = "tools")]

#[path = "common/teller.rs"]
mod teller;

use std::rc::Rc;
use teller::{Teller, whole_map};
use trellis::content::site::{Config, Fault, Feature, MAX_BYTES, What, packs};
use trellis::content::{Locale, Map};
use trellis::num::SplitMix64;
use trellis::tutor::{Cmd, Msg, Route, Session, Stage};
use trellis::view::{AppView, Page};

fn read(text: &str) -> Config {
    Config::read(text, &whole_map())
}

/// The one fault of a file, and that nothing of the file is used.
fn fault(text: &str) -> Fault {
    let config = read(text);
    let faults = config.site.faults.clone();
    assert_eq!(faults.len(), 1, "{text}: {faults:?}");
    let mut rest = config.clone();
    rest.site.faults.clear();
    assert_eq!(rest, Config::default(), "{text}: none of it is used");
    config.site.faults[0].clone()
}

/// A device on a host with this file, before anybody has begun.
fn hosted(config: &str) -> Teller {
    let mut teller = Teller::new(Locale::En);
    host(&mut teller.session, config, false);
    teller
}

fn host(session: &mut Session, config: &str, chosen: bool) -> Vec<Cmd> {
    let config = Config::read(config, session.whole_map());
    session.host(config, chosen)
}

/// Skills that have questions.
fn taught(map: &Map) -> Vec<&str> {
    map.skills.iter().filter(|skill| !skill.items.is_empty()).map(|skill| &*skill.id).collect()
}

#[test]
fn every_key_is_read_and_none_must_be_there() {
    assert_eq!(read("{}"), Config::default());
    let config = read(
        r#" { "name": " Lincoln Elementary ", "language": "es", "packs": ["fr-4", "fr-3"], "standards": "none",
              "features": { "listen": false, "camera": true } } "#,
    );
    assert_eq!(config.site.name, "Lincoln Elementary");
    assert_eq!(config.language, Some(Locale::Es));
    assert_eq!(config.packs, Some(vec!["fr-4".into(), "fr-3".into()]));
    assert!(config.no_standards);
    assert!(!config.site.offers(Feature::Listen));
    assert!(
        Feature::ALL.iter().filter(|(_, it)| *it != Feature::Listen).all(|(_, it)| config.site.offers(*it))
    );
}

#[test]
fn what_is_wrong_is_named_with_its_place_and_then_nothing_is_used() {
    for (text, at, what) in [
        ("", "", What::NotJson),
        ("name: Lincoln", "", What::NotJson),
        (r#"{"name": "Lincoln",}"#, "", What::NotJson),
        (r#"["Lincoln"]"#, "", What::NoTable),
        (r#"{"name": "A", "name": "B"}"#, "", What::Twice),
        (r#"{"name": "Lincoln", "colour": "red"}"#, "colour", What::NoKey),
        (r#"{"script": "https://example.com/x.js"}"#, "script", What::NoKey),
        (r#"{"name": 7}"#, "name", What::Name),
        (r#"{"name": null}"#, "name", What::Name),
        (r#"{"name": "  "}"#, "name", What::Name),
        (r#"{"name": "a\nb"}"#, "name", What::Name),
        ("{\"name\": \"Lin\u{202e}nloc\"}", "name", What::Name),
        (r#"{"language": "fr"}"#, "language", What::Language),
        (r#"{"language": "es-MX"}"#, "language", What::Language),
        (r#"{"standards": "teks"}"#, "standards", What::Standards),
        (r#"{"features": ["listen"]}"#, "features", What::NoTable),
        (r#"{"features": {"lisen": false}}"#, "features/lisen", What::Feature),
        (r#"{"features": {"listen": "no"}}"#, "features/listen", What::Truth),
    ] {
        assert_eq!(fault(text), Fault { at: at.into(), what }, "{text}");
    }
    let long = format!(r#"{{"name": "{}"}}"#, "a".repeat(41));
    assert_eq!(fault(&long).what, What::Name);
    assert_eq!(fault(&format!("{{{}}}", " ".repeat(MAX_BYTES))).what, What::TooLarge);
    for (text, at) in [(r#"{"packs": []}"#, "packs"), (r#"{"packs": ["fr-4", "algebra"]}"#, "packs/1")] {
        let fault = fault(text);
        assert!(
            fault.at == at && matches!(&fault.what, What::Packs(known) if known.contains("fr-4")),
            "{fault:?}"
        );
    }
    // A part of a pack is none that a host could name.
    assert!(!packs(&whole_map()).iter().any(|pack| pack.contains(".wide") || pack.contains(".lessons")));
}

#[test]
fn hostile_files_are_refused_whole_and_what_is_told_of_them_stays_short() {
    let deep = format!(r#"{{"features": {}1{}}}"#, "[".repeat(7_000), "]".repeat(7_000));
    let wide = format!("{{{}}}", (0..900).map(|n| format!(r#""k{n}":0"#)).collect::<Vec<_>>().join(","));
    let bidi = "{\"\u{202e}\u{2066}\u{7}name\": 1}";
    for text in
        [&*deep, &*wide, bidi, "{\"<img src=x onerror=hostile(1)>\": 1}", "\u{0}", "{\"__proto__\": {}}"]
    {
        let faults = read(text).site.faults;
        assert!((1..=4).contains(&faults.len()), "{faults:?}");
        let plain =
            |fault: &Fault| fault.at.chars().count() <= 30 && !fault.at.contains(['\u{202e}', '\u{7}']);
        assert!(faults.iter().all(plain), "{faults:?}");
    }
    // Torn and changed at every place: read or refused, never half used.
    let good = r#"{"name": "Lincoln", "language": "es", "packs": ["fr-4"], "standards": "none", "features": {"listen": false}}"#;
    let map = whole_map();
    let mut chance = SplitMix64::new(8);
    for at in 0..good.len() {
        let mut torn = good.as_bytes().to_vec();
        torn[at] = b' ' + chance.below(95) as u8;
        for text in [&good[..at], &*String::from_utf8_lossy(&torn)] {
            let config = Config::read(text, &map);
            assert!(
                config.site.faults.is_empty() || config.packs.is_none() && config.site.name.is_empty(),
                "{text}"
            );
        }
    }
}

#[test]
fn a_unit_that_is_left_out_is_not_offered_and_counts_as_taken_for_granted() {
    let whole = whole_map();
    let offered = read(r#"{"packs": ["fr-4"]}"#).offered(&whole);
    let skills = taught(&offered);
    assert!(skills.contains(&"fr.add-like") && !skills.contains(&"mul.facts-all"), "{skills:?}");
    assert!(
        offered.units.iter().all(|unit| unit.id.starts_with("fr-4") && !unit.id.starts_with("fr-4-more"))
    );
    assert_eq!(offered.first_unit(), Some("fr-4"));
    // Places stay: tickets, plans and what builds on what count on them.
    let ids = |map: &Map| map.skills.iter().map(|skill| skill.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&offered), ids(&whole));
    for pack in packs(&whole) {
        let alone = Config { packs: Some(vec![pack.into()]), ..Config::default() }.offered(&whole);
        let units =
            alone.skills.iter().flat_map(|skill| skill.items.iter().map(|entry| skill.unit_of(entry)));
        assert!(units.clone().count() > 0, "{pack}");
        assert!(
            units.flatten().all(|unit| alone.unit(unit).is_some()),
            "{pack}: every file is still in the map"
        );
        assert!(
            alone
                .skills
                .iter()
                .filter_map(|skill| skill.lesson.as_deref())
                .all(|unit| alone.unit(unit).is_some())
        );
    }
}

#[test]
fn codes_of_standards_can_be_kept_from_the_pages_of_teachers() {
    let map = whole_map();
    let with = |config: &str| {
        read(config).offered(&map).skills.iter().map(|skill| skill.standards.len()).sum::<usize>()
    };
    assert!(with(r#"{"standards": "ccss"}"#) > 50);
    assert_eq!(with(r#"{"standards": "none"}"#), 0);
}

#[test]
fn whoever_begins_finds_the_name_the_language_and_the_course_of_the_host() {
    let mut teller = hosted(r#"{"name": "Escuela Lincoln", "language": "es", "packs": ["fr-4"]}"#);
    assert_eq!(teller.view().home.label, "Escuela Lincoln");
    assert_eq!(teller.session.locale, Locale::Es);
    teller.begin();
    for _ in 0..30 {
        let skill = teller.session.practice().expect("a question").question.skill.clone();
        let map = teller.session.learner.map();
        assert!(taught(map).contains(&&*skill), "{skill}");
        teller.answer_right().next();
    }
}

#[test]
fn the_learners_own_language_wins() {
    let spanish = r#"{"language": "es"}"#;
    let mut teller = Teller::new(Locale::En);
    host(&mut teller.session, spanish, true);
    assert_eq!(teller.session.locale, Locale::En, "it was chosen on this device");
    // And what a record says, whatever the device and the host.
    let mut teller = Teller::new(Locale::En);
    teller.begin();
    let (facts, now) = (teller.facts.clone(), teller.now());
    let mut session = Session::new(Rc::new(whole_map()), Locale::En);
    host(&mut session, spanish, false);
    assert_eq!(session.locale, Locale::Es, "before it is known who is here");
    session.opened(&facts, None, now);
    assert_eq!(session.locale, Locale::En);
}

#[test]
fn under_a_record_that_is_open_the_course_stays_until_the_next_opening() {
    let mut teller = Teller::new(Locale::En);
    teller.begin();
    let before = taught(teller.session.learner.map()).len();
    let asked = teller.session.practice().map(|practice| practice.question.item.clone());
    host(&mut teller.session, r#"{"name": "Lincoln", "language": "es", "packs": ["fr-3"]}"#, false);
    assert_eq!(teller.view().home.label, "Lincoln", "the name counts at once");
    assert_eq!(taught(teller.session.learner.map()).len(), before);
    assert_eq!(teller.session.practice().map(|practice| practice.question.item.clone()), asked);
    assert_eq!(teller.session.locale, Locale::En);
}

#[test]
fn a_host_may_offer_more_again() {
    let mut session = Session::new(Rc::new(whole_map()), Locale::En);
    host(&mut session, r#"{"packs": ["fr-3"]}"#, false);
    let few = taught(session.learner.map()).len();
    host(&mut session, r#"{"packs": ["fr-3", "fr-4"]}"#, false);
    assert!(session.site.faults.is_empty(), "a pack that was not offered is known all the same");
    assert!(taught(session.learner.map()).len() > few);
    host(&mut session, "{}", false);
    assert_eq!(**session.learner.map(), whole_map());
}

/// The page at a route.
fn at(teller: &mut Teller, route: Route) -> AppView {
    teller.say(Msg::Went(route));
    teller.view()
}

fn room(path: &str) -> Route {
    Route::Room(path.into())
}

#[test]
fn what_is_switched_off_is_on_no_page() {
    let all = |on: bool| {
        let features = Feature::ALL.map(|(name, _)| format!(r#""{name}": {on}"#)).join(", ");
        let mut teller = hosted(&format!(r#"{{"features": {{{features}}}}}"#));
        let Page::Welcome(welcome) = teller.view().page else { panic!("the first page") };
        assert_eq!(welcome.class.is_some(), on);
        teller.begin();
        let question = match teller.view().page {
            Page::Practice(page) => page.question,
            other => panic!("{other:?}"),
        };
        assert_eq!(question.listen.is_some(), on, "read aloud");
        teller.answer_right();
        let Page::Settings(settings) = at(&mut teller, Route::Settings).page else { panic!("settings") };
        assert_eq!(settings.class.is_some(), on);
        let Page::Home(home) = at(&mut teller, Route::Home).page else { panic!("home") };
        // The report and the week stay.
        assert_eq!(home.school.len(), if on { 4 } else { 2 }, "{:?}", home.school);
        for path in ["class", "join/7KQM2X", "hand-in", "unit", "paper"] {
            let page = at(&mut teller, room(path)).page;
            assert_eq!(matches!(page, Page::Trouble(_)), !on, "{path}: {page:?}");
        }
        assert!(matches!(at(&mut teller, room("report")).page, Page::Room(_)));
    };
    all(true);
    all(false);
}

#[test]
fn a_file_that_cannot_be_used_is_told_to_the_host_and_to_no_learner_at_work() {
    for (locale, said) in [(Locale::En, "There is no such feature."), (Locale::Es, "No existe esa función.")]
    {
        let mut teller = Teller::new(locale);
        host(&mut teller.session, r#"{"name": "Lincoln", "features": {"lisen": false}}"#, false);
        let told =
            |view: &AppView| view.notices.iter().find(|notice| notice.title.contains("config.json")).cloned();
        let view = teller.view();
        assert_eq!(teller.session.stage, Stage::Welcome);
        let notice = told(&view).expect("on the first page");
        assert!(notice.text.contains("features/lisen: ") && notice.text.contains(said), "{}", notice.text);
        assert!(notice.text.contains("class, paper, listen, camera, pictures"), "{}", notice.text);
        assert_eq!(view.home.label, "Trellis", "and nothing of it is used");
        teller.begin();
        assert_eq!(told(&teller.view()), None, "a learner can do nothing about it");
        assert!(told(&at(&mut teller, Route::Settings)).is_some());
        assert!(told(&at(&mut teller, room("class"))).is_some());
        assert_eq!(told(&at(&mut teller, Route::Home)), None);
    }
}
