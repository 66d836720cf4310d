//! Response logs as a table: `student,order,item,skills,correct,timestamp`, plain or gzipped. One row is one scored
//! response; skills are ids joined by `;`. A wrong column or a damaged row is named by file, line and reason.

use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};

const COLUMNS: [&str; 6] = ["student", "order", "item", "skills", "correct", "timestamp"];

/// One response, with ids as places in the lists of [`Data`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    pub item: u32,
    /// Place in [`Data::sets`].
    pub set: u32,
    pub right: bool,
    /// Seconds since an arbitrary day; `None` where the source has none.
    pub time: Option<i64>,
}

#[derive(Debug, Default)]
pub struct Student {
    pub name: String,
    pub rows: Vec<Row>,
}

/// A response log. Students stand in the order of their first row, rows in the order of their history.
#[derive(Debug, Default)]
pub struct Data {
    pub students: Vec<Student>,
    pub items: Names,
    pub skills: Names,
    /// Every combination of skills that some row has, as places in `skills`.
    pub sets: Vec<Vec<u32>>,
    pub rows: usize,
}

/// Ids in the order in which they were met.
#[derive(Debug, Default)]
pub struct Names {
    places: BTreeMap<String, u32>,
    pub all: Vec<String>,
}

impl Names {
    fn place(&mut self, name: &str) -> u32 {
        if let Some(place) = self.places.get(name) {
            return *place;
        }
        let place = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.places.insert(name.into(), place);
        self.all.push(name.into());
        place
    }

    pub fn len(&self) -> usize {
        self.all.len()
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

impl Student {
    /// The protocol's split: a test student iff the first 32 bits of the hash are a multiple of five.
    pub fn is_test(&self) -> bool {
        let hash = Sha256::digest(format!("kt-split-v1:{}", self.name));
        u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]) % 5 == 0
    }
}

impl Data {
    /// Reads a file; `progress` hears now and then how many rows were read.
    pub fn open(path: &str, progress: &mut dyn FnMut(usize)) -> Result<Self, String> {
        let file = File::open(path).map_err(|error| format!("{path}: {error}"))?;
        let reader: Box<dyn Read> = if path.ends_with(".gz") {
            Box::new(flate2::read::MultiGzDecoder::new(file))
        } else {
            Box::new(file)
        };
        Self::read(BufReader::with_capacity(1 << 16, reader), path, progress)
    }

    pub fn read(mut from: impl BufRead, path: &str, progress: &mut dyn FnMut(usize)) -> Result<Self, String> {
        let mut reading = Reading::default();
        let mut line = Vec::new();
        let mut number = 0_usize;
        loop {
            line.clear();
            number += 1;
            let at = |why: String| format!("{path}:{number}: {why}");
            let read = from.read_until(b'\n', &mut line).map_err(|error| at(error.to_string()))?;
            if read == 0 {
                break;
            }
            let text = std::str::from_utf8(&line).map_err(|_| at("not UTF-8".into()))?;
            let text = text.trim_end_matches(['\n', '\r']);
            match number {
                1 => check_header(text.trim_start_matches('\u{feff}')).map_err(at)?,
                _ if text.is_empty() => {}
                _ => reading.row(text).map_err(at)?,
            }
            if number.is_multiple_of(50_000) {
                progress(number);
            }
        }
        if number == 1 {
            return Err(format!("{path}:1: the file is empty; the first line must be {}", COLUMNS.join(",")));
        }
        reading.finish(path)
    }

    pub fn skills_of(&self, row: &Row) -> &[u32] {
        &self.sets[row.set as usize]
    }
}

fn check_header(line: &str) -> Result<(), String> {
    let found: Vec<&str> = line.split(',').map(|name| name.trim().trim_matches('"')).collect();
    for (place, wanted) in COLUMNS.iter().enumerate() {
        match found.get(place) {
            Some(name) if name == wanted => {}
            Some(name) => return Err(format!("column {} is `{name}`; it must be `{wanted}`", place + 1)),
            None => return Err(format!("column {} is missing; it must be `{wanted}`", place + 1)),
        }
    }
    match found.get(COLUMNS.len()) {
        Some(extra) => Err(format!("column {} (`{extra}`) is one too many", COLUMNS.len() + 1)),
        None => Ok(()),
    }
}

#[derive(Default)]
struct Reading {
    data: Data,
    sets: BTreeMap<String, u32>,
    students: BTreeMap<String, usize>,
    /// Orders, beside the rows of each student.
    orders: Vec<Vec<u64>>,
    last: Option<usize>,
}

impl Reading {
    fn row(&mut self, line: &str) -> Result<(), String> {
        if line.contains('"') {
            return Err("quoted fields are not part of the format".into());
        }
        let mut fields = line.split(',');
        let mut next = |name: &str| fields.next().ok_or(format!("`{name}` is missing"));
        let (student, order) = (next("student")?, next("order")?);
        let (item, skills) = (next("item")?, next("skills")?);
        let (correct, time) = (next("correct")?, next("timestamp")?);
        if fields.next().is_some() {
            return Err(format!("more than {} fields", COLUMNS.len()));
        }
        for (name, value) in [("student", student), ("item", item)] {
            if value.trim().is_empty() {
                return Err(format!("`{name}` is empty"));
            }
        }
        let order: u64 =
            order.parse().map_err(|_| format!("`order` is `{order}`; it must be a whole number from 0"))?;
        let right = match correct {
            "1" => true,
            "0" => false,
            other => return Err(format!("`correct` is `{other}`; it must be 0 or 1")),
        };
        let time = match time {
            "" => None,
            text => {
                Some(seconds(text).ok_or(format!("`timestamp` is `{text}`; it must be seconds or empty"))?)
            }
        };
        let row = Row { item: self.data.items.place(item), set: self.set(skills)?, right, time };
        let student = self.student(student);
        self.data.students[student].rows.push(row);
        self.orders[student].push(order);
        self.data.rows += 1;
        Ok(())
    }

    fn set(&mut self, skills: &str) -> Result<u32, String> {
        if let Some(set) = self.sets.get(skills) {
            return Ok(*set);
        }
        let mut set = Vec::new();
        for skill in skills.split(';').filter(|skill| !skill.is_empty()) {
            let place = self.data.skills.place(skill);
            if set.contains(&place) {
                return Err(format!("`skills` names `{skill}` twice"));
            }
            set.push(place);
        }
        let place = u32::try_from(self.data.sets.len()).unwrap_or(u32::MAX);
        self.data.sets.push(set);
        self.sets.insert(skills.into(), place);
        Ok(place)
    }

    fn student(&mut self, name: &str) -> usize {
        if let Some(last) = self.last.filter(|last| self.data.students[*last].name == name) {
            return last;
        }
        let place = match self.students.get(name) {
            Some(place) => *place,
            None => {
                let place = self.data.students.len();
                self.students.insert(name.into(), place);
                self.data.students.push(Student { name: name.into(), rows: Vec::new() });
                self.orders.push(Vec::new());
                place
            }
        };
        self.last = Some(place);
        place
    }

    /// Puts every history into its order.
    fn finish(mut self, path: &str) -> Result<Data, String> {
        for (student, orders) in self.data.students.iter_mut().zip(&self.orders) {
            let mut places: Vec<usize> = (0..orders.len()).collect();
            places.sort_by_key(|place| orders[*place]);
            if let Some(pair) = places.windows(2).find(|pair| orders[pair[0]] == orders[pair[1]]) {
                return Err(format!(
                    "{path}: student `{}` has order {} twice",
                    student.name, orders[pair[0]]
                ));
            }
            student.rows = places.iter().map(|place| student.rows[*place]).collect();
        }
        Ok(self.data)
    }
}

fn seconds(text: &str) -> Option<i64> {
    if let Ok(whole) = text.parse::<i64>() {
        return Some(whole);
    }
    let value: f64 = text.parse().ok()?;
    #[expect(clippy::cast_possible_truncation, reason = "checked to be far below 2^63")]
    (value.is_finite() && value.abs() < 1e15).then(|| value.floor() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Data, String> {
        Data::read(text.as_bytes(), "log.csv", &mut |_| {})
    }

    #[test]
    fn rows_become_histories_in_their_order() {
        let text = "student,order,item,skills,correct,timestamp\nb,1,y,k2,0,\na,0,x,k1;k2,1,3.5\nb,0,x,,1,\n";
        let data = read(text).expect("a sound file");
        let names: Vec<&str> = data.students.iter().map(|student| student.name.as_str()).collect();
        assert_eq!((names, data.rows), (vec!["b", "a"], 3));
        let b: Vec<&str> =
            data.students[0].rows.iter().map(|row| data.items.all[row.item as usize].as_str()).collect();
        assert_eq!(b, ["x", "y"]);
        assert_eq!(data.students[1].rows[0].time, Some(3));
        assert_eq!(data.skills_of(&data.students[1].rows[0]).len(), 2);
        assert!(data.skills_of(&data.students[0].rows[0]).is_empty());
    }

    #[test]
    fn what_is_damaged_is_named_by_file_line_and_reason() {
        let head = "student,order,item,skills,correct,timestamp\n";
        let check = |text: String, expected: &str| assert_eq!(read(&text).map(|_| ()), Err(expected.into()));
        check(
            String::new(),
            "log.csv:1: the file is empty; the first line must be student,order,item,skills,correct,timestamp",
        );
        check("student,item\n".into(), "log.csv:1: column 2 is `item`; it must be `order`");
        check(format!("{head}a,0,x,k,1,\na,1,x,k,2,\n"), "log.csv:3: `correct` is `2`; it must be 0 or 1");
        check(format!("{head}a,0,x,k\n"), "log.csv:2: `correct` is missing");
        check(
            format!("{head}a,zero,x,k,1,\n"),
            "log.csv:2: `order` is `zero`; it must be a whole number from 0",
        );
        check(
            format!("{head}a,0,x,k,1,noon\n"),
            "log.csv:2: `timestamp` is `noon`; it must be seconds or empty",
        );
        check(format!("{head}a,0,x,k,1,1,1\n"), "log.csv:2: more than 6 fields");
        check(format!("{head}a,0,,k,1,\n"), "log.csv:2: `item` is empty");
        check(format!("{head}a,0,x,k;k,1,\n"), "log.csv:2: `skills` names `k` twice");
        check(format!("{head}a,3,x,k,1,\na,3,x,k,1,\n"), "log.csv: student `a` has order 3 twice");
    }

    #[test]
    fn the_split_is_the_protocols() {
        let is_test = |name: &str| Student { name: name.into(), rows: Vec::new() }.is_test();
        // int(sha256("kt-split-v1:" + student).hexdigest()[:8], 16) % 5 == 0, computed elsewhere.
        let found: Vec<String> = (0..20).map(|n| format!("s{n}")).filter(|name| is_test(name)).collect();
        assert_eq!(found, SPLIT);
    }

    const SPLIT: [&str; 3] = ["s8", "s13", "s15"];
}
