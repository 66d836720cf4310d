//! What a teacher relies on: tickets survive the way or are refused, a class is the same whatever the order in which
//! it came, nobody's page contradicts another's, and those who need the teacher are named.
#![cfg(feature = "tools")]

mod common;

use common::{MORNING, fact};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::rc::Rc;
use std::sync::OnceLock;
use trellis::classroom::class::{Class, StudentId, places};
use trellis::classroom::desk::{ClassMsg, Desk, Errand, Kept};
use trellis::classroom::{class_file, csv, desk, groups, report, roster, sample, teach};
use trellis::content::{Locale, Map, source::Pack};
use trellis::exchange::code::{self, Places};
use trellis::exchange::sheet::Sheet;
use trellis::exchange::ticket::{self, ClassId, LONGEST, Refusal, Ticket, gather};
use trellis::lab::simulate::{chart::Chart, ours, ours::Sitting, world::Person, world::World};
use trellis::learner::{Event, Fact, Learner, Level, Profile};
use trellis::num::{Day, Moment, SortedMap, SplitMix64, time::MS_PER_DAY};
use trellis::tutor::Session;
use trellis::view::Page;
use trellis::view::classroom::{self as classroom_view, RoomPage, cards, talks, week};

/// The map of the shipped course, as the browser reads it.
fn course() -> Rc<Map> {
    static JSON: OnceLock<String> = OnceLock::new();
    let json = JSON.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        let files: BTreeMap<String, String> =
            Pack::read(&folder).expect("the content folder").build(false).into_iter().collect();
        files["map.json"].clone()
    });
    Rc::new(Map::read(json).0)
}

/// A learner with a random history over the shipped course: visits over some weeks, answers of all kinds.
fn history(map: &Map, seed: u64, answers: usize) -> Vec<Fact> {
    let mut chance = SplitMix64::new(seed);
    let taught: Vec<usize> =
        (0..map.skills.len()).filter(|place| !map.skills[*place].items.is_empty()).collect();
    let mut at = MORNING + chance.below(10_000) as i64;
    let mut facts = vec![
        fact(at, Event::Joined { class: "7KQM2X".into(), number: 1 + chance.below(40) as u8 }),
        fact(
            at + 1,
            Event::Profile(Profile {
                nickname: Some("Zsofia-Planted-Name".into()),
                grade: Some(4),
                interests: Some(vec!["space".into(), "PIN-4711".into()]),
                ..Profile::default()
            }),
        ),
    ];
    let many = 1 + chance.below(taught.len() as u64);
    for _ in 0..answers {
        at += 20_000 + chance.below(60_000) as i64;
        if chance.below(15) == 0 {
            at += (1 + chance.below(4) as i64) * MS_PER_DAY;
        }
        let skill = &map.skills[taught[chance.below(many) as usize]];
        let item = &skill.items[chance.below(skill.items.len() as u64) as usize];
        let right = chance.below(10) < 7;
        let mut answer = common::answer(&skill.id, "bare", item.level, chance.below(1_000) as u32, right);
        answer.item.clone_from(&item.item);
        answer.options = item.options;
        answer.hints = u8::from(chance.below(9) == 0);
        answer.response = "planted-answer".into();
        if !right && chance.below(2) == 0 {
            answer.rules = vec![format!("{}.rule-{}", skill.id, chance.below(2))];
        }
        facts.push(fact(at, Event::Answered(answer)));
    }
    facts
}

fn learner(map: &Rc<Map>, seed: u64, answers: usize) -> Learner {
    Learner::replay(map.clone(), &history(map, seed, answers))
}

fn handed_in(map: &Rc<Map>, seed: u64, answers: usize) -> Ticket {
    let learner = learner(map, seed, answers);
    Ticket::of(&learner, learner.last_day())
}

#[test]
fn a_ticket_reads_back_and_fits_one_code() {
    let map = course();
    for (seed, answers) in [(1, 0), (2, 5), (3, 60), (4, 400), (5, 3_000), (6, 9_000)] {
        let ticket = handed_in(&map, seed, answers);
        let text = ticket.write();
        assert!(text.len() <= LONGEST, "{} letters after {answers} answers", text.len());
        assert_eq!(Ticket::read(&text), Ok(ticket.clone()));
        assert!(text.starts_with("TRELLIS1-NOT-FOR-GRADES-"), "{text}");
        let alphanumeric =
            |sign: char| sign.is_ascii_uppercase() || sign.is_ascii_digit() || "-.".contains(sign);
        assert!(text.chars().all(alphanumeric), "only letters that a code packs best: {text}");
        println!(
            "{answers} answers: {} letters, {} skills, {} left out",
            text.len(),
            ticket.skills.len(),
            ticket.left_out
        );
    }
}

#[test]
fn every_edit_of_one_letter_is_refused() {
    let map = course();
    let text = handed_in(&map, 4, 300).write();
    let letters: Vec<char> = text.chars().collect();
    let (mut tried, mut accepted) = (0, Vec::new());
    let mut attempt = |edited: String| {
        tried += 1;
        if edited != text && Ticket::read(&edited).is_ok() {
            accepted.push(edited);
        }
    };
    let others: Vec<char> = (33_u8..127).map(char::from).collect();
    for at in 0..letters.len() {
        for other in &others {
            let mut edited = letters.clone();
            edited[at] = *other;
            attempt(edited.iter().collect());
            edited[at] = letters[at];
            if at % 7 == 0 {
                edited.insert(at, *other);
                attempt(edited.iter().collect());
            }
        }
        let mut edited = letters.clone();
        edited.remove(at);
        attempt(edited.iter().collect());
        let mut edited = letters.clone();
        if at > 0 {
            edited.swap(at, at - 1);
            attempt(edited.iter().collect());
        }
    }
    assert_eq!(accepted, Vec::<String>::new(), "of {tried}");
    println!("{tried} edits, all refused");
}

#[test]
fn a_ticket_that_is_cut_or_newer_or_none_says_so() {
    let text = handed_in(&course(), 3, 50).write();
    assert_eq!(Ticket::read(&text[..text.len() / 2]), Err(Refusal::Cut));
    assert_eq!(Ticket::read(&text.replace("TRELLIS1", "TRELLIS2")), Err(Refusal::Newer));
    assert_eq!(Ticket::read("see you tomorrow"), Err(Refusal::Foreign));
    assert_eq!(Ticket::read(""), Err(Refusal::Foreign));
}

#[test]
fn no_two_skills_of_the_course_look_alike_on_a_ticket() {
    let map = course();
    assert_eq!(places(&map).len(), map.skills.len());
}

#[test]
fn tickets_are_found_in_whatever_was_pasted() {
    let map = course();
    let text = |seed| handed_in(&map, seed, 40).write();
    let wrapped: String =
        text(5).as_bytes().chunks(76).map(|l| format!("{}\n", String::from_utf8_lossy(l))).collect();
    let pasted = format!(
        "Timestamp,Your ticket\n\"11/26/2026 9:01:02\",\"{}\"\n11/26/2026 9:01:03\t{}\t\n> {}\n\n{wrapped}\nTrellis was fun today\nhello\n{}\n{}\n",
        text(1),
        text(2),
        text(3),
        &text(4)[..80],
        &text(6)[24..],
    );
    let gathered = gather(&pasted);
    let found: Vec<&String> = gathered.tickets.iter().map(|(text, _)| text).collect();
    assert_eq!(found, [&text(1), &text(2), &text(3), &text(5)]);
    let named: Vec<Refusal> = gathered.unreadable.iter().map(|one| one.why).collect();
    assert_eq!(named, [Refusal::Cut, Refusal::Damaged], "{:?}", gathered.unreadable);
}

#[test]
fn what_is_private_is_in_no_ticket() {
    let map = course();
    let mut joined = String::new();
    for seed in 0..40 {
        let ticket = handed_in(&map, seed, 120);
        joined += &ticket.write();
        joined += &format!("{ticket:?}");
    }
    let lower = joined.to_lowercase();
    for planted in ["zsofia", "planted-name", "4711", "planted-answer"] {
        assert!(!lower.contains(planted), "{planted}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_is_pasted_makes_the_reader_fall_over(text in "(TRELLIS1-NOT-FOR-GRADES-|[0-9A-Z]{0,90}|[ \n.,\"é]{0,3}|TRELLIS){0,12}") {
        let gathered = gather(&text);
        prop_assert!(gathered.tickets.is_empty());
    }

    #[test]
    fn the_class_is_the_same_in_whatever_order_it_came(seed in any::<u64>(), twice in any::<bool>()) {
        let map = small();
        let mut chance = SplitMix64::new(seed);
        let mut tickets: Vec<String> = Vec::new();
        for who in 0..6 {
            // Some hand in twice, after more answers; some have no number.
            for answers in [5, 9] {
                let mut history = history(&map, seed ^ who, answers);
                if who == 5 {
                    history.remove(0);
                }
                let learner = Learner::replay(map.clone(), &history);
                tickets.push(Ticket::of(&learner, learner.last_day()).write());
            }
        }
        let mut class = Class::default();
        class.take(gather(&tickets.join("\n")));
        let expected = class.students(&map);
        for turn in (1..tickets.len()).rev() {
            tickets.swap(turn, chance.below(turn as u64 + 1) as usize);
        }
        let mut other = Class::default();
        for ticket in &tickets {
            other.take(gather(ticket));
            if twice {
                other.take(gather(ticket));
            }
        }
        prop_assert_eq!(other.students(&map), expected);
    }

    /// One log, one definition: the student's page, the class view, the table and the transcript (the file of confirmed
    /// skills) say the same of every skill.
    #[test]
    fn student_page_class_view_and_files_never_contradict(seed in any::<u64>(), answers in 1_usize..220) {
        let map = course();
        let learner = learner(&map, seed, answers);
        let day = learner.last_day();
        let ticket = Ticket::of(&learner, day);
        let mut class = Class::default();
        class.take(gather(&ticket.write()));
        let students = class.students(&map);
        prop_assert_eq!(students.len(), 1);
        let student = &students[0];
        let table = csv::read(&csv::export(&class, &students, &map, true, Locale::En));
        let transcript: BTreeSet<&str> = table[1..].iter().map(|row| row[5].as_str()).filter(|s| !s.is_empty()).collect();
        let own_transcript = own_transcript(&map, &history(&map, seed, answers), day);
        let talk_transcript = talk_transcript(&map, &ticket);
        for (place, skill) in map.skills.iter().enumerate() {
            let Some(status) = learner.status(&skill.id, day) else {
                prop_assert!(!student.skills.contains_key(&place));
                continue;
            };
            let Some(seen) = student.skills.get(&place) else {
                prop_assert!(ticket.left_out > 0, "{}", skill.id);
                continue;
            };
            // The learner's own page shows what was earned and, beside it, "worth a refresh".
            prop_assert_eq!(seen.earned, learner.level(&skill.id, day));
            prop_assert_eq!(seen.fading, learner.fading(&skill.id, day));
            prop_assert_eq!(seen.level, learner.current(&skill.id, day));
            prop_assert_eq!((seen.shown, seen.practised), (status.shown, status.practised));
            prop_assert!(seen.level <= seen.earned);
            prop_assert_eq!(seen.is_confirmed(), status.is_confirmed());
            prop_assert_eq!(transcript.contains(&*skill.id), status.is_confirmed());
            prop_assert_eq!(own_transcript.contains(skill.name_in(Locale::En)), status.is_confirmed());
            prop_assert_eq!(talk_transcript.contains(skill.name_in(Locale::En)), status.is_confirmed());
            let mark = report::Mark::of(Some(seen));
            prop_assert_eq!(mark == report::Mark::Confirmed, status.is_confirmed());
            // What is held is nobody's trouble.
            if seen.level >= Level::Practised && !seen.fading {
                prop_assert!(teach::visits(&students, &map, day).iter().all(|visit| visit.skill != place));
            }
        }
    }
}

/// The skills of the transcript on the learner's own report, by name.
fn own_transcript(map: &Rc<Map>, facts: &[Fact], day: Day) -> BTreeSet<String> {
    let mut session = Session::new(map.clone(), Locale::En);
    let now = Moment::new(i64::from(day.0) * MS_PER_DAY + MS_PER_DAY / 2, 0);
    session.opened(facts, None, now);
    let Page::Room(page) = classroom_view::page(&session, "report") else { panic!("a page of the room") };
    let RoomPage::Report(report) = &*page else { panic!("the report") };
    let saved = csv::read(&report.csv);
    assert_eq!(saved.len() - 1, report.transcript.rows.len(), "the file has what the page has");
    report.transcript.rows.iter().map(|row| row[0].clone()).collect()
}

/// The skills of the transcript on the conference sheet that a class makes of a ticket.
fn talk_transcript(map: &Rc<Map>, ticket: &Ticket) -> BTreeSet<String> {
    let mut desk = desk_with(map, std::slice::from_ref(ticket));
    desk.update(ClassMsg::Papers(Some(desk::Papers::Talks(None))));
    let page = talks::page(&desk, None);
    page.talks[0].transcript.rows.iter().map(|row| row[0].clone()).collect()
}

fn desk_with(map: &Rc<Map>, tickets: &[Ticket]) -> Desk {
    let mut desk = Desk::new(map.clone(), Locale::En, tickets[0].day);
    desk.update(ClassMsg::Opened { kept: Kept::Nothing, sealed: true, bits: 5 });
    let texts: Vec<String> =
        tickets.iter().map(|ticket| Ticket { class: None, ..ticket.clone() }.write()).collect();
    desk.update(ClassMsg::Pasted(texts.join("\n")));
    desk
}

/// Three skills in a chain, for cases by the hundred.
fn small() -> Rc<Map> {
    common::map()
}

#[test]
fn a_student_counts_once_and_two_devices_of_one_number_are_told() {
    let map = small();
    let at_school = history(&map, 1, 20);
    let mut at_home = history(&map, 2, 20);
    at_home[0] = at_school[0].clone();
    at_home[0].at.ms -= 5;
    let ticket = |facts: &[Fact]| {
        let learner = Learner::replay(map.clone(), facts);
        Ticket::of(&learner, learner.last_day()).write()
    };
    let mut class = Class::default();
    let taken =
        class.take(gather(&[ticket(&at_school), ticket(&at_school), ticket(&at_school[..9])].join("\n")));
    assert_eq!((taken.read, taken.new), (3, 2));
    let students = class.students(&map);
    assert_eq!((students.len(), students[0].devices), (1, 1));
    class.take(gather(&ticket(&at_home)));
    let students = class.students(&map);
    assert_eq!((students.len(), students[0].devices), (1, 2));
}

#[test]
fn a_ticket_of_another_class_is_told_and_left_out() {
    let map = small();
    let mut class = Class::new(Some(ClassId::new(5)));
    let taken = class.take(gather(&handed_in(&map, 1, 9).write()));
    assert_eq!((taken.read, taken.strangers), (0, 1));
    assert!(class.is_empty());
}

/// School days before the class is looked at.
const DAYS: i64 = 10;

/// Twenty-eight learners work for two weeks as the app lets them; three of them lack an early skill that others build on.
/// The simulated truth is the lab's, which knows nothing of how the three are found.
#[test]
#[ignore = "a class of 28 over two weeks, ten times: in the stage for long tests"]
fn the_three_with_a_planted_gap_are_among_the_three_to_see() {
    let (found, roots) = found_among_the_three(0..10);
    println!("{found} of 30 among the three; {roots} with the planted skill itself");
    assert!(found >= 27, "{found} of 30");
}

#[test]
fn in_one_class_two_or_three_with_a_planted_gap_are_named() {
    let (found, _) = found_among_the_three(0..1);
    assert!(found >= 2, "{found} of 3");
}

/// How many of those with a planted gap are among the three to see, and for how many the planted skill is named.
fn found_among_the_three(runs: std::ops::Range<u64>) -> (usize, usize) {
    let chart = Chart::sized(5, 12, 0);
    let world = World::of(0).expect("a world");
    let (mut found, mut roots) = (0, 0);
    for run in runs {
        let mut chance = SplitMix64::new(900 + run);
        let gaps: BTreeSet<u64> = {
            let mut gaps = BTreeSet::new();
            while gaps.len() < 3 {
                gaps.insert(chance.below(28));
            }
            gaps
        };
        let mut class = Class::default();
        let mut lacking = BTreeMap::new();
        for number in 0..28 {
            // Learners of every kind, but none whose kind is a gap.
            let kind = if number % 10 == 6 { number + 1 } else { number };
            let mut person = Person::new(&chart, world, kind + 100 * run, 31 + run);
            let mut sitting = Sitting::new(&chart, Some(person.grade), run * 100 + number);
            sitting.record(Event::Joined { class: "7KQM2X".into(), number: number as u8 + 1 });
            if gaps.contains(&number) {
                let root = root_of(&chart, &person);
                person.forgets(&chart, root);
                lacking.insert(number as u8 + 1, root);
            }
            for day in 0..DAYS {
                sitting.open(day);
                for _ in 0..20 {
                    ours::ask(&mut sitting, &chart, &mut person, day as f64);
                }
            }
            let learner = &sitting.learner;
            class.take(gather(&Ticket::of(learner, learner.last_day()).write()));
        }
        let students = class.students(&chart.map);
        assert_eq!(students.len(), 28);
        let visits = teach::visits(&students, &chart.map, class.day());
        assert_eq!(visits.len(), 3);
        for (number, root) in &lacking {
            let visit = visits.iter().find(|visit| visit.student == StudentId::Number(*number));
            found += usize::from(visit.is_some());
            roots += usize::from(visit.is_some_and(|visit| visit.skill == *root));
        }
    }
    (found, roots)
}

/// An early skill that this person has and that the most others build on.
fn root_of(chart: &Chart, person: &Person) -> usize {
    let children = |skill: usize| chart.skills.iter().filter(|other| other.parents.contains(&skill)).count();
    let known: Vec<usize> = (0..chart.skills.len()).filter(|skill| person.knows(*skill, 0.0) > 0.8).collect();
    let mut best = *known.first().unwrap_or(&0);
    for skill in known {
        if children(skill) > children(best)
            || children(skill) == children(best) && chart.skills[skill].depth > chart.skills[best].depth
        {
            best = skill;
        }
    }
    best
}

#[test]
fn the_sample_class_is_whole_and_says_whom_to_see() {
    let map = course();
    let day = Day(20_780);
    let class = sample::class(&map, day);
    let students = class.students(&map);
    assert_eq!(students.len(), 28);
    assert_eq!(class, sample::class(&map, day), "the same day gives the same class");
    let visits = teach::visits(&students, &map, day);
    let names: Vec<&str> = visits.iter().filter_map(|visit| class.name(visit.student)).collect();
    assert_eq!(names.iter().copied().collect::<BTreeSet<_>>(), BTreeSet::from(["Ana", "Leo", "Uma"]));
    for visit in &visits {
        assert!(visit.problem.is_some());
        println!(
            "{} {} {:?}",
            class.name(visit.student).unwrap_or_default(),
            map.skills[visit.skill].id,
            visit.reason
        );
    }
    for mode in [groups::Mode::Gap, groups::Mode::Mixed, groups::Mode::Interest] {
        let groups = groups::groups(&students, &map, day, mode, &SortedMap::new());
        let members: usize = groups.iter().map(|group| group.members.len()).sum();
        assert_eq!(members, 28, "{mode:?}: everybody is in one group");
    }
    let confirmed: usize = students.iter().map(|student| student.confirmed()).sum();
    println!("{confirmed} confirmed");
    assert!(confirmed > 40, "{confirmed}");
    assert!(!teach::away(&students, day).is_empty());
}

#[test]
fn names_come_from_what_a_school_has() {
    let one =
        |text: &str| roster::read(text).iter().map(|(n, name)| format!("{n} {name}")).collect::<Vec<_>>();
    let oneroster = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName\n\
        u1,active,2026-08-01,true,o1,student,ana,,Ana,\"Díaz, Ruiz\",\nu2,active,,true,o1,teacher,t,,Tom,Teach,\nu3,tobedeleted,,true,o1,student,g,,Gone,Girl,\nu4,active,,true,o1,student,ben,,Ben,Okoro,\n";
    assert_eq!(one(oneroster), ["1 Ana Díaz, Ruiz", "2 Ben Okoro"]);
    assert_eq!(one("number;name\n7;Ana\n3;Ben"), ["3 Ben", "7 Ana"]);
    assert_eq!(one("Ana\nBen\n\nCarla"), ["1 Ana", "2 Ben", "3 Carla"]);
    assert_eq!(one("4\tAna\n5\tBen"), ["4 Ana", "5 Ben"]);
    assert_eq!(one(""), Vec::<String>::new());
}

#[test]
fn a_file_for_a_spreadsheet_begins_no_formula_and_reads_back() {
    let map = course();
    let mut class = sample::class(&map, Day(20_780));
    class.roster.insert(1, "=HYPERLINK(\"http://x\",\"Ana\")".into());
    class.roster.insert(2, "+1 Ben, \"B\"".into());
    let text = csv::export(&class, &class.students(&map), &map, true, Locale::En);
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    assert_eq!(reader.headers().expect("a first line").len(), 9);
    let rows: Vec<::csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert!(rows.len() > 60, "{}", rows.len());
    for row in &rows {
        assert!(row.iter().all(|field| !field.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{row:?}");
        assert!(!row.iter().any(|field| field.contains('%')));
    }
    assert_eq!(&rows[0][1], "'=HYPERLINK(\"http://x\",\"Ana\")");
    let without = csv::export(&class, &class.students(&map), &map, false, Locale::En);
    assert!(!without.contains("Carla"));
    let ours: Vec<Vec<String>> = csv::read(&text);
    assert!(
        rows.iter().zip(&ours[1..]).all(|(theirs, own)| theirs.iter().eq(own.iter().map(String::as_str)))
    );
}

#[test]
fn a_class_is_kept_and_taken_along_whole() {
    use trellis::classroom::class_file;
    let map = course();
    let mut class = sample::class(&map, Day(20_780));
    class.plan.unit.insert(map.skills[30].id.clone());
    class.plan.overrides.insert(map.skills[31].id.clone(), trellis::learner::Override::Taught);
    let read = class_file::read(&class_file::write(&class)).expect("a class");
    assert_eq!((read.class, read.lost), (class.clone(), 0));
    let damaged = class_file::write(&class).replacen(
        "ticket TRELLIS1-NOT-FOR-GRADES-",
        "ticket TRELLIS1-NOT-FOR-GRADES-X",
        1,
    );
    assert_eq!(class_file::read(&damaged).expect("a class").lost, 1);
    assert!(class_file::read("hello").is_none());
}

#[test]
fn a_scope_and_sequence_is_read_by_standards_ids_and_names() {
    let map = course();
    let skill = map.skills.iter().find(|s| !s.items.is_empty() && !s.standards.is_empty()).expect("one");
    for text in [
        skill.id.clone(),
        format!("Week 1 - {}: warm up", skill.standards[0]),
        skill.name_in(Locale::En).to_string(),
    ] {
        assert!(desk::scope(&map, &text).contains(&skill.id), "{text}");
    }
    assert!(desk::scope(&map, "nothing of ours").is_empty());
}

#[test]
fn dates_are_those_of_the_calendar() {
    for (day, date) in
        [(0, "1970-01-01"), (19_782, "2024-02-29"), (20_783, "2026-11-26"), (11_016, "2000-02-29")]
    {
        assert_eq!(csv::date(Day(day)), date);
    }
    let _ = ticket::MARK;
}

#[test]
fn a_kept_class_that_cannot_be_read_now_is_not_written_over_until_the_teacher_erases_it() {
    let mut desk = Desk::new(course(), Locale::En, Day(20_000));
    let open = |kept| ClassMsg::Opened { kept, sealed: true, bits: 7 };
    assert_eq!(desk.update(open(Kept::Shut)), []);
    let ticket = handed_in(&course(), 3, 20);
    let text = Ticket { class: None, ..ticket }.write();
    assert_eq!(desk.update(ClassMsg::Pasted(text.clone())), []);
    assert_eq!(desk.students.len(), 1, "what is handed in now is on the desk all the same");
    assert_eq!(desk.update(ClassMsg::Erased), [Errand::Forget]);
    assert!(matches!(&desk.update(ClassMsg::Pasted(text))[..], [Errand::Keep(_)]));
}

#[test]
fn a_kept_class_opens_as_it_was_and_one_that_is_none_of_ours_counts_as_unreadable() {
    let open = |kept| ClassMsg::Opened { kept, sealed: true, bits: 7 };
    let mut first = Desk::new(course(), Locale::En, Day(20_000));
    let kept = first.update(open(Kept::Nothing));
    let [Errand::Keep(text)] = &kept[..] else { panic!("a new class is kept: {kept:?}") };
    let mut again = Desk::new(course(), Locale::En, Day(20_000));
    assert_eq!(again.update(open(Kept::Class(text.clone()))), [], "nothing new to keep");
    assert_eq!(again.link_id(), first.link_id());
    let mut other = Desk::new(course(), Locale::En, Day(20_000));
    other.update(open(Kept::Class("something else".into())));
    assert!(other.shut);
}

/// The card that a class prints says what the learner's own card says, as far as a ticket knows: what was answered.
#[test]
fn a_return_card_of_the_class_is_the_learners_own() {
    let map = course();
    let list = Places::here();
    let mut told = 0;
    for seed in 0..40 {
        let learner = learner(&map, seed, 900);
        let ticket = Ticket::of(&learner, learner.last_day());
        let desk = desk_with(&map, std::slice::from_ref(&ticket));
        let page = cards::page(&desk);
        let own = code::mastered(&learner, learner.last_day());
        let cards: Vec<&str> = page.cards.iter().map(|card| &*card.code).collect();
        if own.is_empty() {
            assert!(cards.is_empty(), "{cards:?}");
        } else if ticket.left_out == 0 {
            assert_eq!(cards, [&*list.write(&own)]);
            told += 1;
        }
        let page = format!("{page:?}").to_lowercase();
        for planted in ["zsofia", "planted-name", "4711", "planted-answer"] {
            assert!(!page.contains(planted), "{planted}");
        }
    }
    assert!(told >= 5, "{told} cards were compared");
}

/// What was right on paper is a note: it changes no status, travels in the class file, and of one sheet the latest holds.
#[test]
fn what_was_right_on_paper_is_a_note_and_no_evidence() {
    let map = course();
    let facts = history(&map, 3, 200);
    let before = Learner::replay(map.clone(), &facts);
    let day = before.last_day();
    let mut desk = desk_with(&map, &[Ticket::of(&before, day)]);
    let students = desk.students.clone();
    let number = students[0].number().expect("a number");
    let skills = vec!["fr.add-like".to_string()];
    let sheet = Sheet { number: Some(number), draw: 7, questions: 8, skills };
    let id = sheet.write(&Places::here()).expect("every skill has a place");
    desk.update(ClassMsg::Marked(id.clone(), "1 2".into()));
    desk.update(ClassMsg::Marked(id.clone(), "1 2 5".into()));
    assert_eq!(desk.students, students);
    assert_eq!(desk.class().paper.len(), 1);
    let read = class_file::read(&class_file::write(desk.class())).expect("a class file");
    assert_eq!((read.lost, &read.class), (0, desk.class()));
    let sheet_of = |desk: &Desk| format!("{:?}", talks::page(desk, None).talks[0].sections);
    assert!(sheet_of(&desk).contains("3 of 8"), "{}", sheet_of(&desk));
    // On the learner's own side likewise.
    let mut all = facts.clone();
    let at = facts.last().expect("facts").at.ms + 1_000;
    all.push(fact(at, Event::PaperMarked { sheet: id, marks: "1 2 5".into() }));
    let after = Learner::replay(map.clone(), &all);
    assert_eq!(after.paper.len(), 1);
    assert!(before.statuses(day).eq(after.statuses(day)));
    assert_eq!(Ticket::of(&before, day), Ticket::of(&after, day));
}

/// Milestones follow from numbers that only grow: after every further fact all that was reached is still there.
#[test]
fn no_milestone_is_ever_lost() {
    let map = course();
    let mut reached_in_all = 0;
    for seed in 0..12 {
        let mut facts = history(&map, seed, 240);
        // "Someone helped me" takes credit away.
        for turn in (20..facts.len()).step_by(9).rev() {
            if let Event::Answered(answer) = &facts[turn].event {
                let (item, level, seed) = (answer.item.clone(), answer.level, answer.seed);
                let at = facts[turn].at;
                facts.insert(turn + 1, fact(at.ms + 10, Event::Helped { item, level, seed, at }));
            }
        }
        let mut learner = Learner::new(map.clone());
        let mut reached: Vec<week::Milestone> = Vec::new();
        for fact in &facts {
            learner.apply(fact);
            let now = week::milestones(&learner, learner.last_day());
            assert!(reached.iter().all(|one| now.contains(one)), "{reached:?} and then {now:?}");
            reached = now;
        }
        reached_in_all += reached.len();
    }
    assert!(reached_in_all > 60, "{reached_in_all}");
}
