//! Names for numbers, out of what a school has: OneRoster `users.csv` (1.1 and 1.2), or any table or column of names.

use super::csv;
use crate::exchange::ticket::NUMBERS;
use crate::num::SortedMap;

/// A name longer than this is cut.
const LONGEST: usize = 80;

/// The roster in this text. Where no column gives numbers they are given in the order of the rows.
pub fn read(text: &str) -> SortedMap<u8, String> {
    let rows = csv::read(text);
    let Some((head, body)) = rows.split_first() else { return SortedMap::new() };
    let column = |names: &[&str]| {
        let plain = |field: &String| field.trim().to_lowercase().replace([' ', '_', '-'], "");
        head.iter().position(|field| names.contains(&plain(field).as_str()))
    };
    let (given, family) = (
        column(&["givenname", "firstname", "nombre", "first"]),
        column(&["familyname", "lastname", "apellido", "apellidos", "surname", "last"]),
    );
    let name =
        column(&["name", "student", "studentname", "fullname", "alumno", "estudiante", "nombrecompleto"]);
    let number = column(&["number", "no", "nr", "#", "num", "número", "numero"]);
    let (role, status) = (column(&["role"]), column(&["status"]));
    let titled = given.is_some() || family.is_some() || name.is_some() || number.is_some();
    let body = if titled { body } else { &rows[..] };
    let mut roster = SortedMap::new();
    let mut next = *NUMBERS.start();
    for row in body {
        let field =
            |column: Option<usize>| column.and_then(|at| row.get(at)).map_or("", |field| field.trim());
        let is =
            |column, allowed: &str| field(column).is_empty() || field(column).eq_ignore_ascii_case(allowed);
        if !is(role, "student") || !is(status, "active") {
            continue;
        }
        let parts = [field(given), field(family)].join(" ");
        let called = match () {
            () if !parts.trim().is_empty() => parts.trim().to_string(),
            () if name.is_some() => field(name).to_string(),
            () => untitled(row),
        };
        let own = field(number).parse().ok().or_else(|| row.first().filter(|_| !titled)?.trim().parse().ok());
        let at = own.unwrap_or(next);
        if !called.is_empty() && NUMBERS.contains(&at) {
            roster.insert(at, called.chars().take(LONGEST).collect());
            next = next.max(at.saturating_add(1));
        }
    }
    roster
}

/// The fields of a row without headings that are no numbers.
fn untitled(row: &[String]) -> String {
    let words = row.iter().map(|field| field.trim()).filter(|field| field.parse::<f64>().is_err());
    words.filter(|field| !field.is_empty()).collect::<Vec<_>>().join(" ")
}
