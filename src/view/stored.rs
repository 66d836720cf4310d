//! Everything that can be stored about a learner, field by field, made from the types that are stored: an example of each
//! is written the way a record is written, and its fields are listed. A field without words, or a kind that is missing,
//! fails a test (`tests/stored.rs`).

use super::words;
use crate::content::Locale;
use crate::exchange::{example_learner, example_line};
use crate::learner::json::Object;
use crate::learner::{Answered, Declined, Event, Fact, Level, Mode, Override, Plan, Profile, Why};
use crate::num::{Day, Hybrid, Moment, SortedMap, SortedSet};
use crate::tutor::kept::{Kept, KeptPart};
use crate::tutor::practice::Frozen;
use crate::tutor::{Phase, Reason};

/// One kind of thing that is stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    pub name: &'static str,
    pub title: &'static str,
    pub place: &'static str,
    pub fields: Vec<StoredField>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct StoredField {
    pub name: String,
    /// Empty where nobody has written it yet, which a test forbids.
    pub words: &'static str,
    pub example: String,
}

/// The learner's card in the picker.
pub const CARD: [(&str, &str); 3] = [("nickname", "\"Robin\""), ("avatar", "\"fox\""), ("day", "20418")];

/// The snapshot of a long record.
pub const SNAPSHOT: [(&str, &str); 4] = [
    ("heads", "9f3ac05be17742d08c1b6a2e 17 8b0d…"),
    ("first", "1764180000000, 0"),
    ("last", "1764182340000, 0"),
    ("body", "10 33 66 …"),
];

/// What lies in the place of a learner's key: the key, or its lock.
pub const LOCK: [(&str, &str); 5] = [
    ("kind", "\"pin\""),
    ("turn", "1"),
    ("face", "\"c41f…\""),
    ("secret", "{\"salt\":\"07be…\",\"rounds\":600000,\"sealed\":\"01a9…\"}"),
    ("recovery", "{\"salt\":\"5d20…\",\"rounds\":600000,\"sealed\":\"01f3…\"}"),
];

/// All of it, in the order in which it is shown.
pub fn stored(locale: Locale) -> Vec<Stored> {
    let mut all = vec![envelope(locale)];
    all.extend(examples().iter().map(|event| {
        let json = serde_json::to_string(event).unwrap_or_default();
        let name = name(event);
        let fields = fields(&json, name, locale, &["kind"]);
        Stored { name, title: title(name, locale), place: words::place_record(locale), fields }
    }));
    let desk = serde_json::to_string(&frozen()).unwrap_or_default();
    let desk_place = words::place_desk(locale);
    all.push(Stored {
        name: "frozen",
        title: title("frozen", locale),
        place: desk_place,
        fields: fields(&desk, "frozen", locale, &[]),
    });
    let desk = serde_json::to_string(&lesson()).unwrap_or_default();
    all.push(Stored {
        name: "lesson",
        title: title("lesson", locale),
        place: desk_place,
        fields: fields(&desk, "lesson", locale, &[]),
    });
    all.push(Stored {
        name: "card",
        title: title("card", locale),
        place: desk_place,
        fields: listed(&CARD, "card", locale),
    });
    all.push(Stored {
        name: "snapshot",
        title: title("snapshot", locale),
        place: desk_place,
        fields: listed(&SNAPSHOT, "snapshot", locale),
    });
    all.push(Stored {
        name: "place",
        title: title("place", locale),
        place: words::place_plain(locale),
        fields: vec![StoredField {
            name: "place".into(),
            words: words::field_place(locale),
            example: "my-progress.trellis".into(),
        }],
    });
    let mut lock = listed(&LOCK, "lock", locale);
    let key =
        StoredField { name: "key".into(), words: words::field_key(locale), example: "86 1f 9c …".into() };
    lock.insert(0, key);
    all.push(Stored {
        name: "lock",
        title: title("lock", locale),
        place: words::place_key(locale),
        fields: lock,
    });
    all.extend(device(locale));
    all
}

/// An example of every kind of event, with every field filled.
pub fn examples() -> Vec<Event> {
    let text = String::from;
    vec![
        Event::Answered(Answered {
            item: text("fr.add-unlike.bare"),
            level: 2,
            seed: 1_734,
            rev: 1,
            pack: text("3f9a0c51"),
            skill: text("fr.add-unlike"),
            step: Some(text("lcd")),
            response: text("2/5"),
            attempt: 1,
            right: false,
            rules: vec![text("add-across")],
            family: Some(text("across")),
            hints: 0,
            options: 0,
            ms: 21_400,
            confidence: Some(2),
            skin: Some(text("rope")),
            locale: text("en"),
        }),
        Event::Declined(Declined {
            item: text("fr.add-unlike.bare"),
            level: 2,
            seed: 1_734,
            skill: text("fr.add-unlike"),
            why: Why::NotLearned,
        }),
        Event::Helped { item: text("fr.add-unlike.bare"), level: 2, seed: 1_734, at: moment().0 },
        Event::LevelShown { skill: text("fr.add-unlike"), level: Level::Practised, model: 1 },
        Event::Profile(Profile {
            nickname: Some(text("Robin")),
            avatar: Some(text("fox")),
            grade: Some(4),
            interests: Some(vec![text("music")]),
            locale: Some(text("en")),
            minutes: Some(10),
            week: Some(text("10 10 0 10 10 0 0")),
            accommodations: Some(vec![text("letters")]),
        }),
        Event::Began { mode: Mode::FindStart },
        Event::PutOff { skill: text("fr.add-unlike"), why: Why::NotNow },
        Event::Wanted { skill: text("fr.add-unlike") },
        Event::TrialBegan { skill: text("fr.add-unlike"), questions: 4 },
        Event::ExampleRead {
            skill: text("fr.add-unlike"),
            item: text("fr.add-unlike.bare"),
            level: 2,
            seed: 1_735,
        },
        Event::CardShown { skill: text("fr.add-unlike") },
        Event::GoalSet { skill: text("fr.add-unlike"), by: Some(Day(20_450)) },
        Event::GoalCleared,
        Event::PlanSet(Plan {
            unit: SortedSet::from([text("fr.add-unlike")]),
            from: Some(Day(20_420)),
            until: Some(Day(20_426)),
            overrides: SortedMap::from([(text("fr.add-like"), Override::Taught)]),
            minutes: Some(10),
            comment: text("Begin with the first one."),
            set: Some(Day(20_419)),
        }),
        Event::BroughtBack { skills: vec![text("fr.add-like")] },
        Event::Joined { class: text("7KQM2X"), number: 7 },
        Event::PaperMarked { sheet: text("AE2K-0C3Q"), marks: text("1 2 5") },
    ]
}

/// The name of an event's kind, as it is stored. A new kind is named here, and gets an example above.
fn name(event: &Event) -> &'static str {
    match event {
        Event::Answered(_) => "answered",
        Event::Declined(_) => "declined",
        Event::Helped { .. } => "helped",
        Event::LevelShown { .. } => "level_shown",
        Event::Profile(_) => "profile",
        Event::Began { .. } => "began",
        Event::PutOff { .. } => "put_off",
        Event::Wanted { .. } => "wanted",
        Event::TrialBegan { .. } => "trial_began",
        Event::ExampleRead { .. } => "example_read",
        Event::CardShown { .. } => "card_shown",
        Event::GoalSet { .. } => "goal_set",
        Event::GoalCleared => "goal_cleared",
        Event::PlanSet(_) => "plan_set",
        Event::BroughtBack { .. } => "brought_back",
        Event::Joined { .. } => "joined",
        Event::PaperMarked { .. } => "paper_marked",
        Event::Unknown => "unknown",
    }
}

pub fn frozen() -> Frozen {
    let text = String::from;
    Frozen {
        item: text("fr.add-unlike.bare"),
        level: 2,
        seed: 1_736,
        rev: 1,
        reason: Reason::GoOn,
        draft: text("5/"),
        mine: Some(text("2/5")),
        phase: Phase::Again,
        attempts: 1,
        hints: vec![0],
        named: Some(text("add-across")),
        helped: true,
        step: Some(text("lcd")),
        skin: Some(text("rope")),
        queue: vec![text("sum")],
        returned: true,
    }
}

pub fn lesson() -> Kept {
    let text = String::from;
    let part = KeptPart {
        far: Some(1),
        chosen: vec![2],
        draft: text("1/"),
        misses: Some(1),
        question: Some(frozen()),
    };
    Kept { skill: text("fr.add-unlike"), seed: 12, at: 2, path: Some(text("picture")), parts: vec![part] }
}

fn moment() -> (Hybrid, Moment) {
    let wall = 1_764_180_000_000;
    (Hybrid { ms: wall, seq: 0 }, Moment::new(wall, -300))
}

fn envelope(locale: Locale) -> Stored {
    let (at, clock) = moment();
    let line = example_line(&Fact { at, clock, event: Event::GoalCleared });
    let (crc, json) = line.split_once(' ').unwrap_or_default();
    let crc = StoredField {
        name: "crc".into(),
        words: field("envelope", "crc", locale).unwrap_or_default(),
        example: crc.into(),
    };
    let mut fields = fields(json, "envelope", locale, &[]);
    fields.insert(0, crc);
    Stored { name: "envelope", title: title("envelope", locale), place: words::place_record(locale), fields }
}

fn fields(json: &str, kind: &str, locale: Locale, without: &[&str]) -> Vec<StoredField> {
    let object = Object::read(json);
    let members = object.as_ref().map(Object::members).unwrap_or_default();
    let told = members.iter().filter(|(name, _)| !without.contains(name));
    told.map(|(name, value)| described(kind, name, value.written(), locale)).collect()
}

fn listed(list: &[(&str, &str)], kind: &str, locale: Locale) -> Vec<StoredField> {
    list.iter().map(|(name, example)| described(kind, name, example, locale)).collect()
}

fn described(kind: &str, name: &str, example: &str, locale: Locale) -> StoredField {
    StoredField {
        name: name.into(),
        words: field(kind, name, locale).unwrap_or_default(),
        example: example.into(),
    }
}

/// What is stored about the device and not about one learner.
fn device(locale: Locale) -> Vec<Stored> {
    let one = |name: &'static str, field: &str, words, example: String, place| Stored {
        name,
        title: title("device", locale),
        place,
        fields: vec![StoredField { name: field.into(), words, example }],
    };
    vec![
        one(
            "learners",
            "learner/…, erasing/…",
            words::field_learners(locale),
            example_learner(),
            words::place_device(locale),
        ),
        one(
            "class",
            "class",
            words::field_class_kept(locale),
            "TRELLIS-CLASS 1 …".into(),
            words::place_device(locale),
        ),
        one(
            "look",
            "trellis.theme, trellis.motion, trellis.language, trellis.beside",
            words::field_look(locale),
            "dark, less, en, on".into(),
            words::place_settings(locale),
        ),
        one(
            "host",
            "trellis.host",
            words::field_host(locale),
            "{\"name\": \"Lincoln School\"}".into(),
            words::place_settings(locale),
        ),
        one("tab", "trellis.learner", words::field_tab(locale), example_learner(), words::place_tab(locale)),
        one(
            "files",
            "trellis …",
            words::field_files(locale),
            "index.html".into(),
            words::place_cache(locale),
        ),
    ]
}

fn title(kind: &str, locale: Locale) -> &'static str {
    match kind {
        "envelope" => words::kind_envelope(locale),
        "answered" => words::kind_answered(locale),
        "declined" => words::kind_declined(locale),
        "helped" => words::kind_helped(locale),
        "level_shown" => words::kind_level_shown(locale),
        "profile" => words::kind_profile(locale),
        "began" => words::kind_began(locale),
        "put_off" => words::kind_put_off(locale),
        "wanted" => words::kind_wanted(locale),
        "trial_began" => words::kind_trial_began(locale),
        "example_read" => words::kind_example_read(locale),
        "card_shown" => words::kind_card_shown(locale),
        "goal_set" => words::kind_goal_set(locale),
        "goal_cleared" => words::kind_goal_cleared(locale),
        "plan_set" => words::kind_plan_set(locale),
        "brought_back" => words::kind_brought_back(locale),
        "joined" => words::kind_joined(locale),
        "paper_marked" => words::kind_paper_marked(locale),
        "frozen" => words::kind_frozen(locale),
        "lesson" => words::kind_lesson(locale),
        "card" => words::kind_card(locale),
        "snapshot" => words::kind_snapshot(locale),
        "place" => words::kind_place(locale),
        "lock" => words::kind_lock(locale),
        "device" => words::kind_device(locale),
        _ => "",
    }
}

/// What a field is, in words.
fn field(kind: &str, name: &str, locale: Locale) -> Option<&'static str> {
    Some(match (kind, name) {
        ("level_shown", "level") => words::field_level(locale),
        ("joined", "class") => words::field_class(locale),
        ("plan_set", "minutes") => words::field_plan_minutes(locale),
        ("joined", "number") => words::field_class_number(locale),
        ("frozen", "hints") => words::field_hints_open(locale),
        ("frozen", "helped") => words::field_helped_said(locale),
        ("lesson", "at") => words::field_lesson_at(locale),
        ("lesson", "path") => words::field_lesson_path(locale),
        ("lesson", "parts") => words::field_lesson_parts(locale),
        ("lock", "kind") => words::field_lock_kind(locale),
        ("envelope", "crc") => words::field_crc(locale),
        ("envelope", "v") => words::field_v(locale),
        ("envelope", "w") => words::field_w(locale),
        ("envelope", "n") => words::field_n(locale),
        ("envelope", "h") => words::field_h(locale),
        ("envelope", "c") => words::field_c(locale),
        ("envelope", "p") => words::field_p(locale),
        ("envelope", "e") => words::field_e(locale),
        (_, "item") => words::field_item(locale),
        (_, "level") => words::field_item_level(locale),
        (_, "seed") => words::field_seed(locale),
        (_, "rev") => words::field_rev(locale),
        (_, "pack") => words::field_pack(locale),
        (_, "skill") => words::field_skill(locale),
        (_, "step") => words::field_step(locale),
        (_, "response") => words::field_response(locale),
        (_, "attempt") => words::field_attempt(locale),
        (_, "right") => words::field_right(locale),
        (_, "rules") => words::field_rules(locale),
        (_, "family") => words::field_family(locale),
        (_, "hints") => words::field_hints(locale),
        (_, "options") => words::field_options(locale),
        (_, "ms") => words::field_ms(locale),
        (_, "confidence") => words::field_confidence(locale),
        (_, "skin") => words::field_skin(locale),
        (_, "locale") => words::field_locale(locale),
        (_, "why") => words::field_why(locale),
        (_, "at") => words::field_at(locale),
        (_, "model") => words::field_model(locale),
        (_, "nickname") => words::field_nickname(locale),
        (_, "avatar") => words::field_avatar(locale),
        (_, "grade") => words::field_grade(locale),
        (_, "interests") => words::field_interests(locale),
        (_, "minutes") => words::field_minutes(locale),
        (_, "week") => words::field_week(locale),
        (_, "sheet") => words::field_sheet(locale),
        (_, "marks") => words::field_marks(locale),
        (_, "mode") => words::field_mode(locale),
        (_, "questions") => words::field_questions(locale),
        (_, "by") => words::field_by(locale),
        (_, "reason") => words::field_reason(locale),
        (_, "draft") => words::field_draft(locale),
        (_, "mine") => words::field_mine(locale),
        (_, "phase") => words::field_phase(locale),
        (_, "attempts") => words::field_attempts(locale),
        (_, "named") => words::field_named(locale),
        (_, "queue") => words::field_queue(locale),
        (_, "returned") => words::field_returned(locale),
        (_, "accommodations") => words::field_accommodations(locale),
        (_, "unit") => words::field_unit(locale),
        (_, "from") => words::field_from(locale),
        (_, "until") => words::field_until(locale),
        (_, "overrides") => words::field_overrides(locale),
        (_, "comment") => words::field_comment(locale),
        (_, "set") => words::field_set(locale),
        (_, "skills") => words::field_skills(locale),
        (_, "day") => words::field_day(locale),
        (_, "turn") => words::field_turn(locale),
        (_, "heads") => words::field_heads(locale),
        (_, "first") => words::field_first(locale),
        (_, "last") => words::field_last(locale),
        (_, "body") => words::field_body(locale),
        (_, "face") => words::field_face(locale),
        (_, "secret") => words::field_secret(locale),
        (_, "recovery") => words::field_recovery(locale),
        _ => return None,
    })
}
