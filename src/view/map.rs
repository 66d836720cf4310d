//! The map of skills: strands from above to below, grades from left to right, in each cell what builds on what from
//! above to below. Its twin is the list of `progress.rs`.

use super::home::grade_name;
use super::progress::{Strand, flag, level_name, place as band_title, sign, strand, strand_name, ways};
use super::{MapBand, MapPage, MapSign, MapSkill, MapText, words};
use crate::learner::Level;
use crate::num::SortedMap;
use crate::tutor::survey::{Standing, Survey};
use crate::tutor::{Route, Session};

/// A skill's box, and the room between two, in pixels. `ui` and the styles draw boxes of this size.
pub const BOX: (u32, u32) = (164, 86);
const GAP: (u32, u32) = (18, 30);
/// Room between two grades, over a strand for its name, and above all for the grades.
const BETWEEN: u32 = 34;
const OVER: u32 = 40;
const TOP: u32 = 30;
/// Boxes side by side in one grade: few where there are several grades.
const SIDE_BY_SIDE: (u32, u32) = (4, 2);
/// Letters in a line of a box, and lines.
const LETTERS: usize = 19;
const LINES: usize = 4;

pub fn map(session: &Session) -> MapPage {
    let locale = session.locale;
    let survey = Survey::of(&session.learner, &session.learner.plan, session.day());
    let laid = Layout::of(&survey);
    let skills = laid.places.iter().map(|(place, at)| boxed(session, &survey.skills[*place], *at));
    MapPage {
        title: words::map_title(locale).into(),
        text: words::map_text(locale).into(),
        ways: ways(session),
        ways_label: words::map_ways(locale).into(),
        label: words::map_label(locale).into(),
        width: laid.width,
        height: laid.height,
        headings: laid.headings(session),
        skills: skills.collect(),
        bands: laid.bands(session, &survey),
        edges: laid.edges(&survey),
        key_label: words::map_key(locale).into(),
        key: vec![
            (MapSign::Later, words::map_later(locale).into()),
            (MapSign::Ready, words::flag_ready(locale).into()),
            (MapSign::Started, level_name(Level::Started, locale).into()),
            (MapSign::Practised, level_name(Level::Practised, locale).into()),
            (MapSign::Mastered, level_name(Level::Mastered, locale).into()),
            (MapSign::Refresh, words::flag_refresh(locale).into()),
            (MapSign::Resting, words::flag_resting(locale).into()),
        ],
    }
}

fn boxed(session: &Session, standing: &Standing, (x, y): (u32, u32)) -> MapSkill {
    let name = standing.skill.name_in(session.locale);
    let level = level_name(standing.level, session.locale);
    let flag = flag(session, standing);
    let spoken =
        if flag.is_empty() { format!("{name}, {level}") } else { format!("{name}, {level}, {flag}") };
    MapSkill {
        name: name.into(),
        x,
        y,
        to: Route::Skill(standing.skill.id.clone()),
        spoken,
        lines: broken(name),
        sign: sign(session, standing),
        level: standing.level as u8,
    }
}

/// A name in lines that fit into a box.
fn broken(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LETTERS => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.into()),
        }
    }
    if lines.len() > LINES {
        lines.truncate(LINES);
        if let Some(last) = lines.last_mut() {
            let kept: String = last.chars().take(LETTERS - 1).collect();
            *last = kept + "…";
        }
    }
    lines
}

/// Where everything stands.
struct Layout {
    /// Place in the map's list, and the left upper corner of the box.
    places: Vec<(usize, (u32, u32))>,
    grades: Vec<(u8, u32)>,
    strands: Vec<(Strand, u32)>,
    width: u32,
    height: u32,
}

impl Layout {
    fn of(survey: &Survey) -> Self {
        let taught = || survey.skills.iter().enumerate().filter(|(_, standing)| standing.taught());
        let mut cells: SortedMap<(Strand, u8), Vec<usize>> = SortedMap::new();
        for (place, standing) in taught() {
            cells.or_default((strand(&standing.skill.id), standing.skill.grade)).push(place);
        }
        let mut grades: Vec<u8> = cells.keys().map(|(_, grade)| *grade).collect();
        grades.sort_unstable();
        grades.dedup();
        let side = if grades.len() > 1 { SIDE_BY_SIDE.1 } else { SIDE_BY_SIDE.0 };
        let column = side * (BOX.0 + GAP.0) - GAP.0;
        let x_of = |k: usize| 1 + u32::try_from(k).unwrap_or(0) * (column + BETWEEN);
        let mut laid = Self {
            places: Vec::new(),
            grades: grades.iter().enumerate().map(|(k, grade)| (*grade, x_of(k))).collect(),
            strands: Vec::new(),
            width: x_of(grades.len()).saturating_sub(BETWEEN) + 1,
            height: TOP,
        };
        let mut strands: Vec<Strand> = cells.keys().map(|(strand, _)| *strand).collect();
        strands.dedup();
        for strand in strands {
            let top = laid.height + OVER;
            let mut bottom = top;
            for (k, grade) in grades.iter().enumerate() {
                let Some(cell) = cells.get(&(strand, *grade)) else { continue };
                bottom = bottom.max(laid.fill(survey, cell, (x_of(k), top), side));
            }
            laid.strands.push((strand, laid.height));
            laid.height = bottom + GAP.1;
        }
        laid
    }

    /// Rows of a cell: what builds on nothing in it first. Gives the lower end.
    fn fill(&mut self, survey: &Survey, cell: &[usize], (left, top): (u32, u32), side: u32) -> u32 {
        let depths: Vec<(usize, usize)> =
            cell.iter().map(|place| (depth(survey, cell, *place, cell.len()), *place)).collect();
        let deepest = depths.iter().map(|(depth, _)| *depth).max().unwrap_or(0);
        let mut y = top;
        for level in 0..=deepest {
            let mut level: Vec<(u32, usize)> = depths
                .iter()
                .filter(|(depth, _)| *depth == level)
                .map(|(_, place)| (self.under(survey, *place, left), *place))
                .collect();
            // Stable: what stands under one place stays in the order of the map.
            level.sort_by_key(|(wanted, _)| *wanted);
            for row in level.chunks(side as usize) {
                self.put_row(row, (left, y), side);
                y += BOX.1 + GAP.1;
            }
        }
        y - GAP.1
    }

    /// Each box as nearly under what it builds on as its neighbours allow.
    fn put_row(&mut self, row: &[(u32, usize)], (left, y): (u32, u32), side: u32) {
        let mut free = 0;
        for (k, (wanted, place)) in row.iter().enumerate() {
            let after = u32::try_from(row.len() - k - 1).unwrap_or(0);
            let column = (wanted.saturating_sub(left) / (BOX.0 + GAP.0)).clamp(free, side - 1 - after);
            self.places.push((*place, (left + column * (BOX.0 + GAP.0), y)));
            free = column + 1;
        }
    }

    /// Where a box would stand under the middle of what it builds on; at the left, where that is not here.
    fn under(&self, survey: &Survey, place: usize, left: u32) -> u32 {
        let parents = survey.learner.prerequisites(place);
        let at = |parent: &u32| self.places.iter().find(|(other, _)| *other == *parent as usize);
        let columns: Vec<u32> =
            parents.iter().filter_map(at).map(|(_, (x, _))| *x).filter(|x| *x >= left).collect();
        let count = u32::try_from(columns.len()).unwrap_or(1);
        if columns.is_empty() { left } else { columns.iter().sum::<u32>() / count }
    }

    fn headings(&self, session: &Session) -> Vec<MapText> {
        let locale = session.locale;
        let grades = self.grades.iter().map(|(grade, x)| MapText {
            x: *x,
            y: 18,
            text: grade_name(*grade, locale),
            grade: true,
        });
        let strands = self.strands.iter().map(|(strand, y)| MapText {
            x: 1,
            y: *y + 26,
            text: strand_name(*strand, locale).into(),
            grade: false,
        });
        grades.chain(strands).collect()
    }

    /// Each strand in each grade, in the order in which the boxes were placed.
    fn bands(&self, session: &Session, survey: &Survey) -> Vec<MapBand> {
        let mut bands: Vec<((Strand, u8), MapBand)> = Vec::new();
        for (number, (place, _)) in self.places.iter().enumerate() {
            let skill = survey.skills[*place].skill;
            let key = (strand(&skill.id), skill.grade);
            match bands.iter_mut().find(|(other, _)| *other == key) {
                Some((_, band)) => band.skills.push(number),
                None => bands
                    .push((key, MapBand { title: band_title(key, session.locale), skills: vec![number] })),
            }
        }
        bands.into_iter().map(|(_, band)| band).collect()
    }

    /// Within a strand, and only where no other skill lies on the way; the rest stands on the page of the skill.
    fn edges(&self, survey: &Survey) -> Vec<String> {
        let at = |place: usize| self.places.iter().find(|(other, _)| *other == place).map(|(_, at)| *at);
        let parents =
            |place: usize| survey.learner.prerequisites(place).iter().map(|parent| *parent as usize);
        let mut edges = Vec::new();
        for (place, to) in &self.places {
            let own = strand(&survey.skills[*place].skill.id);
            for parent in parents(*place) {
                let roundabout = parents(*place).any(|other| other != parent && leads(survey, parent, other));
                if strand(&survey.skills[parent].skill.id) == own
                    && !roundabout
                    && let Some(from) = at(parent)
                {
                    edges.push(edge(from, *to));
                }
            }
        }
        edges
    }
}

/// A bow from the lower edge of one box to the upper edge of another, or from side to side.
fn edge((x, y): (u32, u32), (to_x, to_y): (u32, u32)) -> String {
    let (half, high) = (BOX.0 / 2, BOX.1);
    if to_y > y {
        let (from, to) = (y + high, to_y);
        let bend = ((to - from) / 2).max(GAP.1 / 2);
        return format!(
            "M{} {from}C{} {} {} {} {} {to}",
            x + half,
            x + half,
            from + bend,
            to_x + half,
            to - bend,
            to_x + half
        );
    }
    let (from, to, middle) = if to_x > x { (x + BOX.0, to_x, high / 2) } else { (x, to_x + BOX.0, high / 2) };
    let bend = from.abs_diff(to) / 2;
    let (first, second) = if to_x > x { (from + bend, to - bend) } else { (from - bend, to + bend) };
    format!("M{from} {}C{first} {} {second} {} {to} {}", y + middle, y + middle, to_y + middle, to_y + middle)
}

/// Whether `to` builds on `from`, however far.
fn leads(survey: &Survey, from: usize, to: usize) -> bool {
    let mut seen = vec![false; survey.skills.len()];
    let mut todo = vec![to];
    while let Some(place) = todo.pop() {
        for parent in survey.learner.prerequisites(place) {
            let parent = *parent as usize;
            if parent == from {
                return true;
            }
            if !std::mem::replace(&mut seen[parent], true) {
                todo.push(parent);
            }
        }
    }
    false
}

/// The longest way to a skill within its cell; `most` ends a circle, which no lint lets through.
fn depth(survey: &Survey, cell: &[usize], place: usize, most: usize) -> usize {
    if most == 0 {
        return 0;
    }
    let parents = survey.learner.prerequisites(place).iter().map(|parent| *parent as usize);
    parents
        .filter(|parent| cell.contains(parent))
        .map(|parent| 1 + depth(survey, cell, parent, most - 1))
        .max()
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_broken_and_never_wider_than_its_box() {
        assert_eq!(
            broken("Add and subtract fractions with the same denominator"),
            ["Add and subtract", "fractions with the", "same denominator"]
        );
        let long = broken("Multiply a fraction by a whole number and by another fraction in a story");
        assert_eq!(long.len(), LINES);
        assert!(long.iter().all(|line| line.chars().count() <= LETTERS), "{long:?}");
    }

    #[test]
    fn a_way_down_leaves_below_and_arrives_above() {
        assert_eq!(edge((0, 0), (182, 116)), "M82 86C82 101 264 101 264 116");
        assert_eq!(edge((0, 0), (400, 0)), "M164 43C282 43 282 43 400 43");
    }
}
