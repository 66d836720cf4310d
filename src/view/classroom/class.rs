//! The class page, from the teacher's desk to the words on it.

use super::correct::{self, AskView, CorrectView};
use super::early;
use super::hand_in::CopyView;
use super::parts::*;
use super::project::projected;
use super::{table, when};
use crate::classroom::class::{Student, StudentId, Taken};
use crate::classroom::desk::{Arrived, Word};
use crate::classroom::groups::{self, Bond, Mode};
use crate::classroom::report;
use crate::classroom::teach::{self, Visit};
use crate::classroom::{ClassMsg, Desk, Papers};
use crate::content::Locale;
use crate::content::site::Feature;
use crate::exchange::plan_link::{self, Asked};
use crate::exchange::ticket::Refusal;
use crate::learner::{Override, Plan};
use crate::num::Day;
use crate::view::about_you::interest_name;
use crate::view::qr::{self, Code};
use crate::view::{home, words};

/// Everything on the class page.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassPage {
    pub title: String,
    pub lead: String,
    /// "28 students", how the middle of the class stands.
    pub about: Vec<String>,
    /// The sample is on the desk: what it is, and the way back.
    pub sample: Option<(String, String)>,
    pub sample_go: Press,
    pub start: Option<ListView>,
    pub now_title: String,
    pub now_lead: String,
    pub visits: Vec<VisitView>,
    pub problem_label: String,
    pub problem_note: String,
    pub project_label: String,
    pub take: TakeView,
    pub away: Option<ListView>,
    pub early: Option<early::EarlyView>,
    pub groups: Option<GroupsView>,
    pub table: Option<TableView>,
    /// A status that the teacher knows better.
    pub correct: Option<CorrectView>,
    pub standards: Option<StandardsView>,
    /// What can be printed for everybody, and what it is.
    pub papers: Option<(ListView, Vec<Press>)>,
    pub anonymous: (String, bool),
    pub link: LinkView,
    pub unit: UnitView,
    pub names: PasteView,
    pub names_title: String,
    pub names_said: String,
    pub keep: KeepView,
    pub jump: String,
}

impl ClassPage {
    /// The parts of a page on which there are students, by the names of their cards: the way from one to another.
    pub fn parts(&self) -> Vec<(&'static str, &str)> {
        if self.start.is_some() {
            return Vec::new();
        }
        let parts = [
            ("now", Some(&self.now_title)),
            ("take", Some(&self.take.title)),
            ("away", self.away.as_ref().map(|view| &view.title)),
            ("early", self.early.as_ref().map(|view| &view.title)),
            ("groups", self.groups.as_ref().map(|view| &view.title)),
            ("table", self.table.as_ref().map(|view| &view.title)),
            ("correct", self.correct.as_ref().map(|view| &view.title)),
            ("standards", self.standards.as_ref().map(|view| &view.title)),
            ("papers", self.papers.as_ref().map(|(about, _)| &about.title)),
            ("link", Some(&self.link.title)),
            ("unit", Some(&self.unit.title)),
            ("names", Some(&self.names_title)),
            ("keep", Some(&self.keep.title)),
        ];
        parts.into_iter().filter_map(|(name, title)| Some((name, &**title?))).collect()
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct TakeView {
    pub title: String,
    pub paste: PasteView,
    pub drop: String,
    pub drop_note: String,
    /// The camera, on and off, and what it is called; empty where the host wants none.
    pub scan: String,
    pub scan_stop: String,
    pub scan_video: String,
    /// Parts of all, while files are read, and the words beside the bar.
    pub bar: Option<(usize, usize)>,
    pub bar_text: String,
    /// Whose files they are.
    pub arrived: String,
    /// What came of it.
    pub said: Vec<String>,
    /// What could not be read.
    pub bad: Vec<String>,
    pub unlock: String,
    pub unlock_go: String,
}

/// The link for the students. The address of the app itself is put before it where it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkView {
    pub title: String,
    /// `#/join/7KQM2X`.
    pub fragment: String,
    pub note: String,
    pub copy: CopyView,
    pub all: CopyView,
    pub code_label: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct UnitView {
    pub title: String,
    pub paste: PasteView,
    pub none: String,
    /// On the link that shows a question to the whole room.
    pub project_label: String,
    /// Skills of the plan, each with what may be said of it and the way out.
    pub skills: Vec<UnitSkill>,
    /// Days, minutes and a comment.
    pub ask: AskView,
    /// The link to the plan; none while it is empty.
    pub link: Option<PlanLink>,
    /// The plan as a file.
    pub file: Press,
}

#[derive(Clone, Debug, PartialEq)]
pub struct KeepView {
    pub title: String,
    pub note: String,
    pub warning: String,
    pub passphrase: String,
    pub passphrase_note: String,
    pub save: String,
    pub plain: Press,
    pub csv: Press,
    pub csv_numbers: Press,
    pub print: Press,
    pub erase: Press,
    pub erase_sure: Option<(String, Press, Press)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct UnitSkill {
    pub name: String,
    pub label: String,
    /// What may be said, and whether it is.
    pub words: Vec<(String, ClassMsg, bool)>,
    /// The address of a question about it for the whole room, and that in words.
    pub project: Option<(String, String)>,
    pub out: Press,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlanLink {
    pub label: String,
    /// `#/unit/...`.
    pub fragment: String,
    pub note: String,
    pub copy: CopyView,
    pub code_label: String,
}

pub fn class_page(desk: &Desk) -> ClassPage {
    let locale = desk.locale;
    let there = !desk.students.is_empty();
    let visits = teach::visits(&desk.known(), &desk.map, desk.day);
    ClassPage {
        title: words::class_title(locale).into(),
        lead: words::class_lead(locale).into(),
        about: about(desk),
        sample: desk
            .is_sample()
            .then(|| (words::class_sample_title(locale).into(), words::class_sample_text(locale).into())),
        sample_go: match desk.is_sample() {
            true => press(words::class_sample_close(locale), true, ClassMsg::Sample(false)),
            false => press(words::class_sample_open(locale), true, ClassMsg::Sample(true)),
        },
        start: (!there).then(|| ListView {
            title: words::class_start(locale).into(),
            lines: [words::class_start_link, words::class_start_hand_in, words::class_start_paste]
                .map(|line| line(locale).to_string())
                .into(),
        }),
        now_title: words::class_now(locale).into(),
        now_lead: match () {
            () if !there => words::class_now_empty(locale),
            () if visits.is_empty() => words::class_now_none(locale),
            () => words::class_now_lead(locale),
        }
        .into(),
        visits: visits.iter().map(|visit| visit_view(desk, visit)).collect(),
        problem_label: words::class_problem(locale).into(),
        problem_note: words::class_problem_note(locale).into(),
        project_label: words::project_open(locale).into(),
        take: take(desk),
        away: away(desk),
        early: early::view(desk),
        groups: there.then(|| groups_view(desk)),
        table: there.then(|| table::table(desk)),
        correct: there.then(|| correct::correct(desk)),
        standards: there.then(|| standards(desk)).filter(|view| !view.rows.is_empty()),
        papers: (there && desk.site.offers(Feature::Paper)).then(|| papers(desk)),
        anonymous: (words::class_anonymous(locale).into(), desk.anonymous),
        link: link(desk),
        unit: unit(desk),
        names: PasteView {
            label: words::class_names_paste(locale).into(),
            note: words::class_names_note(locale).into(),
            go: words::class_names_go(locale).into(),
        },
        names_title: words::class_names(locale).into(),
        names_said: desk
            .roster_said
            .map_or_else(String::new, |n| words::class_names_said(locale, home::count(n))),
        keep: keep(desk),
        jump: words::class_jump(locale).into(),
    }
}

/// A name from the roster, or a number.
pub fn who(desk: &Desk, id: StudentId) -> String {
    let name = desk.class().name(id).filter(|_| !desk.anonymous);
    match (name, id) {
        (Some(name), _) => name.into(),
        (None, StudentId::Number(number)) => words::class_number(desk.locale, &number.to_string()),
        (None, StudentId::Key(key)) => words::class_no_number(desk.locale, &format!("{:04}", key % 10_000)),
    }
}

pub(super) fn skill(desk: &Desk, place: usize) -> String {
    desk.map.skills[place].name_in(desk.locale).to_string()
}

/// A day in words.
pub(super) fn on(desk: &Desk, day: Day) -> String {
    when::on(day, desk.day, desk.locale)
}

/// Some names in one line.
pub(super) fn some(names: impl Iterator<Item = String>, most: usize) -> String {
    let mut names: Vec<String> = names.collect();
    let more = names.len() > most;
    names.truncate(most);
    names.join(", ") + if more { " …" } else { "" }
}

fn about(desk: &Desk) -> Vec<String> {
    let (locale, students) = (desk.locale, &desk.students);
    if students.is_empty() {
        return Vec::new();
    }
    let middle =
        |of: fn(&Student) -> u32| report::median(students.iter().map(of)).unwrap_or_default().to_string();
    let confirmed = |student: &Student| u32::try_from(student.confirmed()).unwrap_or(u32::MAX);
    let count = words::class_students(locale, home::count(students.len()));
    let mut lines = vec![
        format!("{count}, {}", words::class_as_of(locale, &on(desk, desk.class().day()))),
        words::class_medians(locale, &middle(|s| s.answers), &middle(|s| s.minutes), &middle(confirmed)),
    ];
    let several = students.iter().filter(|student| student.devices > 1);
    lines.extend(several.map(|student| {
        words::class_two_devices(locale, &who(desk, student.id), &student.devices.to_string())
    }));
    lines
}

fn visit_view(desk: &Desk, visit: &Visit) -> VisitView {
    let locale = desk.locale;
    let name = who(desk, visit.student);
    let last = visit.reason.practised.map(|day| on(desk, day)).unwrap_or_default();
    let mut reasons = vec![words::class_because(locale, i64::from(visit.reason.losses), &last)];
    if !visit.reason.holds_back.is_empty() {
        let names = visit.reason.holds_back.iter().map(|place| skill(desk, *place));
        reasons.push(words::class_holds_back(locale, &some(names, 2)));
    } else if visit.past {
        reasons.push(words::class_others_past(locale).into());
    }
    if visit.reason.same_mistake {
        reasons.push(words::class_same_mistake(locale).into());
    }
    VisitView {
        sentence: words::class_see(locale, &name, &skill(desk, visit.skill)),
        who: name,
        reasons,
        problem: visit.problem.as_ref().map(ToString::to_string),
        project: visit.problem.as_ref().map(|problem| projected(problem).to_string()),
    }
}

fn take(desk: &Desk) -> TakeView {
    let locale = desk.locale;
    let (said, bad) = desk.taken.as_ref().map(|taken| said(taken, locale)).unwrap_or_default();
    let refused = desk.refused.iter().map(|name| words::class_refused(locale, name));
    TakeView {
        title: words::class_take(locale).into(),
        paste: PasteView {
            label: words::class_paste(locale).into(),
            note: words::class_paste_note(locale).into(),
            go: words::class_paste_go(locale).into(),
        },
        drop: words::class_drop(locale).into(),
        drop_note: words::class_drop_note(locale).into(),
        scan: if desk.site.offers(Feature::Camera) {
            words::class_scan(locale).into()
        } else {
            String::new()
        },
        scan_stop: words::class_scan_stop(locale).into(),
        scan_video: words::class_scan_video(locale).into(),
        bar: desk.reading.or(desk.files.as_ref().map(|_| (0, 1))),
        bar_text: desk.files.as_ref().map_or_else(String::new, |arrived| {
            words::class_files(locale, home::count(arrived.files), &arrived.facts().to_string())
        }),
        arrived: desk.files.as_ref().map_or_else(String::new, |arrived| in_files(arrived, desk)),
        said,
        bad: bad.into_iter().chain(refused).collect(),
        unlock: words::class_unlock(locale).into(),
        unlock_go: words::class_unlock_go(locale).into(),
    }
}

/// So many names of files say enough.
const MOST_NAMED: usize = 40;

/// Who is in the files; on a projector nobody is named.
fn in_files(arrived: &Arrived, desk: &Desk) -> String {
    if desk.anonymous {
        return String::new();
    }
    let (first, more) = arrived.records.split_at(arrived.records.len().min(MOST_NAMED));
    let mut all: Vec<String> = first
        .iter()
        .map(|(name, facts)| words::class_arrived(desk.locale, name, &facts.to_string()))
        .collect();
    if !more.is_empty() {
        all.push(words::class_arrived_more(desk.locale, &more.len().to_string()));
    }
    all.join(" · ")
}

fn said(taken: &Taken, locale: Locale) -> (Vec<String>, Vec<String>) {
    let count = home::count;
    let nothing = taken.read == 0 && taken.strangers == 0 && taken.unreadable.is_empty();
    if nothing {
        return (vec![words::class_read_none(locale).into()], Vec::new());
    }
    let mut good = vec![
        [words::class_read(locale, count(taken.read)), words::class_new(locale, count(taken.new))].join(" "),
    ];
    if taken.strangers > 0 {
        good.push(words::class_strangers(locale, count(taken.strangers)));
    }
    let mut bad = Vec::new();
    if !taken.unreadable.is_empty() {
        bad.push(words::class_unreadable(locale, count(taken.unreadable.len())));
    }
    bad.extend(taken.unreadable.iter().map(|one| {
        let why = match one.why {
            Refusal::Cut => words::class_why_cut(locale),
            Refusal::Newer => words::class_why_newer(locale),
            Refusal::Damaged | Refusal::Foreign => words::class_why_damaged(locale),
        };
        words::class_unreadable_line(locale, &one.line.to_string(), &one.start, why)
    }));
    (good, bad)
}

fn away(desk: &Desk) -> Option<ListView> {
    let locale = desk.locale;
    let mut lines: Vec<String> = teach::away(&desk.students, desk.day)
        .into_iter()
        .map(|(id, days)| words::class_away_one(locale, &who(desk, id), &days.to_string()))
        .collect();
    let missing = desk.class().missing(&desk.students);
    if !missing.is_empty() && !desk.students.is_empty() {
        let names = missing.iter().map(|number| who(desk, StudentId::Number(*number)));
        lines.push(words::class_missing(locale, &some(names, 40)));
    }
    (!lines.is_empty()).then(|| ListView { title: words::class_away(locale).into(), lines })
}

fn groups_view(desk: &Desk) -> GroupsView {
    let locale = desk.locale;
    let way = |mode: Mode, label: &str| (press(label, true, ClassMsg::Mode(mode)), desk.mode == mode);
    let groups = groups::groups(&desk.known(), &desk.map, desk.day, desk.mode, &desk.moved);
    let title = |bond: &Bond| match bond {
        Bond::Skill(place) => words::class_group_skill(locale, &skill(desk, *place)),
        Bond::GoOn => words::class_group_go_on(locale).into(),
        Bond::Mixed(place) => words::class_group_mixed(locale, &(place + 1).to_string()),
        Bond::Interest(id) => interest_name(id, locale).into(),
        Bond::Others => words::class_group_others(locale).into(),
    };
    let member = |id: &StudentId| {
        let name = who(desk, *id);
        MemberView { id: *id, move_label: words::class_group_move(locale, &name), name }
    };
    GroupsView {
        title: words::class_groups(locale).into(),
        note: words::class_groups_note(locale).into(),
        how: words::class_groups_how(locale).into(),
        ways: vec![
            way(Mode::Gap, words::class_groups_gap(locale)),
            way(Mode::Mixed, words::class_groups_mixed(locale)),
            way(Mode::Interest, words::class_groups_interest(locale)),
        ],
        groups: groups
            .iter()
            .map(|group| GroupCard {
                title: title(&group.bond),
                members: group.members.iter().map(member).collect(),
            })
            .collect(),
    }
}

fn standards(desk: &Desk) -> StandardsView {
    let locale = desk.locale;
    let row = |standard: report::Standard| {
        let names = standard.skills.iter().map(|place| skill(desk, *place));
        let numbers =
            [standard.confirmed.len(), standard.begun.len(), standard.unseen].map(|n| n.to_string());
        let [confirmed, begun, unseen] = numbers;
        let shown = standard.shown.map(|day| on(desk, day)).unwrap_or_default();
        (standard.code, some(names, 3), [confirmed, begun, unseen, shown])
    };
    StandardsView {
        title: words::class_standards(locale).into(),
        note: words::class_standards_note(locale).into(),
        heads: [
            words::class_standard(locale).into(),
            words::class_standard_confirmed(locale).into(),
            words::class_standard_begun(locale).into(),
            words::class_standard_unseen(locale).into(),
            words::class_standard_shown(locale).into(),
        ],
        rows: report::standards(&desk.students, &desk.map).into_iter().map(row).collect(),
    }
}

fn papers(desk: &Desk) -> (ListView, Vec<Press>) {
    let locale = desk.locale;
    let go = |label: &str, papers| press(label, true, ClassMsg::Papers(Some(papers)));
    let about = ListView {
        title: words::class_papers(locale).into(),
        lines: vec![words::class_papers_text(locale).into()],
    };
    let ways = vec![
        go(words::paper_title(locale), Papers::Sheets),
        go(words::cards_title(locale), Papers::Cards),
        go(words::talk_title(locale), Papers::Talks(None)),
    ];
    (about, ways)
}

fn link(desk: &Desk) -> LinkView {
    let locale = desk.locale;
    let id = desk.link_id().map_or_else(String::new, |id| id.to_string());
    let copy = |label: &str| CopyView {
        label: label.into(),
        text: String::new(),
        done: words::class_link_copied(locale).into(),
        failed: words::hand_in_not_copied(locale).into(),
    };
    LinkView {
        title: words::class_link(locale).into(),
        fragment: format!("#/join/{id}"),
        note: words::class_link_note(locale).into(),
        copy: copy(words::class_link_copy(locale)),
        all: copy(words::class_link_all(locale)),
        code_label: words::class_link_code(locale).into(),
    }
}

/// The whole link as a code; the address of the app is known only where it is drawn.
pub fn link_code(address: &str, label: &str) -> Option<Code> {
    qr::code(address, label)
}

fn unit(desk: &Desk) -> UnitView {
    let locale = desk.locale;
    let plan = &desk.class().plan;
    let said = |id: &String| match plan.says(id) {
        Some(word) => Word::Said(word),
        None => Word::Unit,
    };
    let place = |id: &String| desk.map.skills.iter().position(|skill| skill.id == *id);
    let mut skills: Vec<usize> = plan.unit.iter().chain(plan.overrides.keys()).filter_map(place).collect();
    skills.sort_unstable();
    skills.dedup();
    let one = |place: usize| {
        let (name, id) = (skill(desk, place), &desk.map.skills[place].id);
        let word = |word: Word, label: &str| {
            (label.to_string(), ClassMsg::Word(id.clone(), Some(word)), said(id) == word)
        };
        UnitSkill {
            label: words::class_unit_word(locale, &name),
            words: vec![
                word(Word::Unit, words::class_unit_on(locale)),
                word(Word::Said(Override::Taught), words::class_unit_taught(locale)),
                word(Word::Said(Override::NotYet), words::class_unit_not_yet(locale)),
                word(Word::Said(Override::Skip), words::class_unit_skip(locale)),
            ],
            out: press(words::class_unit_out(locale), true, ClassMsg::Word(id.clone(), None))
                .spoken(words::class_unit_drop(locale, &name)),
            project: teach::any_problem(&desk.map, place, desk.day)
                .map(|problem| (projected(&problem).to_string(), words::project_skill(locale, &name))),
            name,
        }
    };
    UnitView {
        title: words::class_unit(locale).into(),
        paste: PasteView {
            label: words::class_unit_paste(locale).into(),
            note: words::class_unit_note(locale).into(),
            go: words::class_unit_go(locale).into(),
        },
        none: if plan == &Plan::default() { words::class_unit_none(locale).into() } else { String::new() },
        project_label: words::project_open(locale).into(),
        skills: skills.into_iter().map(one).collect(),
        ask: correct::ask(desk),
        file: press(
            words::class_unit_file(locale),
            plan != &Plan::default() && !plan.is_backwards(),
            ClassMsg::SavePlan(words::class_unit_file_note(locale).into()),
        ),
        link: (plan != &Plan::default() && !plan.is_backwards()).then(|| {
            let link = plan_link(&Asked { plan: plan.clone(), number: None }, locale);
            match desk.names_in_comment().is_empty() {
                true => link,
                false => PlanLink { note: words::class_unit_link_note_named(locale).into(), ..link },
            }
        }),
    }
}

/// The end of a link to a plan, and what stands round it.
pub fn plan_link(asked: &Asked, locale: Locale) -> PlanLink {
    PlanLink {
        label: words::class_unit_link(locale).into(),
        fragment: format!("#/unit/{}", plan_link::write(asked)),
        note: words::class_unit_link_note(locale).into(),
        copy: CopyView {
            label: words::class_link_copy(locale).into(),
            text: String::new(),
            done: words::class_link_copied(locale).into(),
            failed: words::hand_in_not_copied(locale).into(),
        },
        code_label: words::class_link_code(locale).into(),
    }
}

fn keep(desk: &Desk) -> KeepView {
    let locale = desk.locale;
    let there = !desk.students.is_empty();
    KeepView {
        title: words::class_keep(locale).into(),
        note: if desk.sealed { words::class_keep_sealed(locale) } else { words::class_keep_plain(locale) }
            .into(),
        warning: match desk.shut {
            true => words::class_shut(locale).into(),
            false if desk.unkept => words::class_unkept(locale).into(),
            false => String::new(),
        },
        passphrase: words::class_passphrase(locale).into(),
        passphrase_note: words::class_passphrase_note(locale).into(),
        save: words::class_save(locale).into(),
        plain: press(words::class_save_plain(locale), there, ClassMsg::SavePlain),
        csv: press(words::class_csv(locale), there, ClassMsg::ExportCsv { names: true }),
        csv_numbers: press(words::class_csv_numbers(locale), there, ClassMsg::ExportCsv { names: false }),
        print: press(words::class_print(locale), there, ClassMsg::Print),
        erase: press(
            words::class_erase(locale),
            !desk.is_sample() && !desk.erase_asked,
            ClassMsg::EraseAsked(true),
        ),
        erase_sure: desk.erase_asked.then(|| {
            (
                words::class_erase_sure(locale).into(),
                press(words::class_erase_yes(locale), true, ClassMsg::Erased),
                press(words::class_erase_no(locale), true, ClassMsg::EraseAsked(false)),
            )
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Map;
    use std::rc::Rc;

    #[test]
    fn a_desk_without_tickets_says_how_to_begin() {
        let desk = Desk::new(Rc::new(Map::default()), Locale::En, Day(20_000));
        let page = class_page(&desk);
        assert_eq!(page.start.map(|start| start.lines.len()), Some(3));
        assert!(page.visits.is_empty() && page.table.is_none());
    }
}
