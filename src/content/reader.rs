//! Walking a pack file: every fault is noted with its place, and reading goes on.

use super::Problem;
use super::expr::{Expr, Fault};
use super::template::Template;
use serde_json::{Map as Table, Value};

/// The problems found so far.
#[derive(Debug, Default)]
pub struct Reader {
    pub problems: Vec<Problem>,
}

/// A value and its place in the file, such as `item/3/hints/0`.
#[derive(Clone, Debug)]
pub struct At<'a> {
    pub place: String,
    pub value: &'a Value,
}

/// A table and its place.
#[derive(Clone, Debug)]
pub struct TableAt<'a> {
    pub place: String,
    pub table: &'a Table<String, Value>,
}

impl<'a> At<'a> {
    pub fn new(place: impl Into<String>, value: &'a Value) -> Self {
        Self { place: place.into(), value }
    }
}

impl<'a> TableAt<'a> {
    pub fn get(&self, key: &str) -> Option<At<'a>> {
        let value = self.table.get(key)?;
        Some(At { place: self.of(key), value })
    }

    /// The place of a key of this table.
    pub fn of(&self, key: &str) -> String {
        if self.place.is_empty() { key.into() } else { format!("{}/{key}", self.place) }
    }
}

impl Reader {
    pub fn problem(&mut self, place: impl AsRef<str>, what: impl Into<String>) {
        self.note(place.as_ref(), what.into());
    }

    #[inline(never)]
    fn note(&mut self, place: &str, what: String) {
        self.problems.push(Problem { at: place.into(), what });
    }

    /// Notes a fault of an expression or text, with its place inside the string.
    pub fn fault(&mut self, place: &str, fault: Fault) {
        self.problem(format!("{place}:{}", fault.at), fault.what);
    }

    fn wrong_type(&mut self, at: &At, wanted: &str) {
        self.problem(&at.place, what!("this is of the wrong type", "this must be {wanted}"));
    }

    /// A table with these keys and no others.
    pub fn table<'a>(&mut self, at: &At<'a>, known: &[&str]) -> Option<TableAt<'a>> {
        let table = self.any_table(at)?;
        for key in table.table.keys().filter(|key| !known.contains(&&***key)) {
            self.problem(table.of(key), unknown("key", key, known));
        }
        Some(table)
    }

    /// A table whose keys are names.
    pub fn any_table<'a>(&mut self, at: &At<'a>) -> Option<TableAt<'a>> {
        match at.value {
            Value::Object(table) => Some(TableAt { place: at.place.clone(), table }),
            _ => {
                self.wrong_type(at, "a table");
                None
            }
        }
    }

    pub fn list<'a>(&mut self, at: &At<'a>, most: usize) -> Vec<At<'a>> {
        let Value::Array(list) = at.value else {
            self.wrong_type(at, "a list");
            return Vec::new();
        };
        if list.len() > most {
            self.problem(&at.place, what!("this list is too long", "this list has more than {most} members"));
        }
        list.iter()
            .take(most)
            .enumerate()
            .map(|(k, value)| At { place: format!("{}/{k}", at.place), value })
            .collect()
    }

    /// The members of a list that need not be there.
    pub fn members<'a>(&mut self, table: &TableAt<'a>, key: &str, most: usize) -> Vec<At<'a>> {
        table.get(key).map(|at| self.list(&at, most)).unwrap_or_default()
    }

    /// The entries of an inner table that need not be there.
    pub fn entries<'a>(&mut self, table: &TableAt<'a>, key: &str) -> Vec<(&'a str, At<'a>)> {
        let Some(table) = table.get(key).and_then(|at| self.any_table(&at)) else { return Vec::new() };
        table.table.iter().map(|(key, value)| (&**key, At { place: table.of(key), value })).collect()
    }

    pub fn string<'a>(&mut self, at: &At<'a>) -> Option<&'a str> {
        let text = at.value.as_str();
        if text.is_none() {
            self.wrong_type(at, "a text in quotes");
        }
        text
    }

    pub fn strings(&mut self, at: &At, most: usize) -> Vec<String> {
        let mut all = Vec::new();
        for at in &self.list(at, most) {
            all.extend(self.string(at).map(String::from));
        }
        all
    }

    pub fn number(&mut self, at: &At, most: u32) -> Option<u32> {
        let number = at.value.as_u64().and_then(|n| u32::try_from(n).ok()).filter(|n| *n <= most);
        if number.is_none() {
            self.wrong_type(at, &format!("a whole number from 0 to {most}"));
        }
        number
    }

    pub fn truth(&mut self, at: &At) -> bool {
        let truth = at.value.as_bool();
        if truth.is_none() {
            self.wrong_type(at, "true or false");
        }
        truth.unwrap_or(false)
    }

    /// A required string.
    pub fn needs(&mut self, table: &TableAt, key: &str) -> Option<String> {
        match table.get(key) {
            Some(at) => self.string(&at).map(String::from),
            None => {
                self.problem(&table.place, what!("a key is missing", "the key `{key}` is missing"));
                None
            }
        }
    }

    pub fn expr(&mut self, at: &At) -> Option<Expr> {
        let source = self.string(at)?;
        match Expr::parse(source) {
            Ok(expr) => Some(expr),
            Err(fault) => {
                self.fault(&at.place, fault);
                None
            }
        }
    }

    /// An expression that need not be there.
    #[inline(never)]
    pub fn expr_of(&mut self, table: &TableAt, key: &str) -> Option<Expr> {
        let at = table.get(key)?;
        self.expr(&at)
    }

    /// A string that need not be there.
    #[inline(never)]
    pub fn text_of(&mut self, table: &TableAt, key: &str) -> Option<String> {
        let at = table.get(key)?;
        self.string(&at).map(String::from)
    }

    /// A string that need not be there, where the key has a meaning at all.
    pub fn text_of_own(&mut self, table: &TableAt, key: &str, meant: bool) -> Option<String> {
        if meant { self.text_of(table, key) } else { None }
    }

    /// A text that need not be there.
    #[inline(never)]
    pub fn template_of(&mut self, table: &TableAt, key: &str) -> Option<Template> {
        let at = table.get(key)?;
        self.template(&at, false)
    }

    /// A whole number that need not be there.
    #[inline(never)]
    pub fn number_of(&mut self, table: &TableAt, key: &str, most: u32) -> Option<u32> {
        let at = table.get(key)?;
        self.number(&at, most)
    }

    /// A truth that is false when it is not there.
    #[inline(never)]
    pub fn truth_of(&mut self, table: &TableAt, key: &str) -> bool {
        table.get(key).is_some_and(|at| self.truth(&at))
    }

    pub fn exprs(&mut self, at: &At, most: usize) -> Vec<Expr> {
        let mut all = Vec::new();
        for at in &self.list(at, most) {
            all.extend(self.expr(at));
        }
        all
    }

    pub fn template(&mut self, at: &At, boxes: bool) -> Option<Template> {
        let source = self.string(at)?;
        match Template::parse(source, boxes) {
            Ok(template) => Some(template),
            Err(fault) => {
                self.fault(&at.place, fault);
                None
            }
        }
    }
}

/// "there is no key `hint`; did you mean `hints`?"
pub fn unknown(kind: &str, name: &str, known: &[&str]) -> String {
    if !cfg!(any(test, feature = "tools")) {
        return ["this is no known ", kind].concat();
    }
    match nearest(name, known) {
        Some(near) => format!("there is no {kind} `{name}` here; did you mean `{near}`?"),
        None => format!("there is no {kind} `{name}` here; known: {}", known.join(", ")),
    }
}

/// The known name at most two letters away.
fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let near = known.iter().map(|known| (distance(name, known), *known)).min()?;
    (near.0 <= 2 && near.0 < name.chars().count()).then_some(near.1)
}

/// Letters to add, drop or change (Levenshtein), by one row of the table.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().take(64).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().take(64).enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let changed = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_key_names_the_nearest_known_one() {
        let told = unknown("key", "hint", &["ask", "hints", "where"]);
        assert_eq!(told, "there is no key `hint` here; did you mean `hints`?");
        let told = unknown("key", "colour", &["ask", "hints"]);
        assert_eq!(told, "there is no key `colour` here; known: ask, hints");
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
