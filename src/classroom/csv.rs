//! Comma-separated values (RFC 4180), in and out. What is written begins no formula when a spreadsheet opens it.

use super::class::{Class, Student};
use crate::content::{Locale, Map};
use crate::num::Day;

/// Rows of fields. Comma, semicolon or tab, whichever the first line has most of; quotes as in RFC 4180; a byte order
/// mark and carriage returns are passed over.
pub fn read(text: &str) -> Vec<Vec<String>> {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next().unwrap_or_default();
    let mark = [',', ';', '\t'].into_iter().max_by_key(|mark| (first.matches(*mark).count(), *mark == ','));
    let mark = mark.unwrap_or(',');
    let (mut rows, mut row, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.next_if_eq(&'"').is_some() => field.push('"'),
            '"' if quoted => quoted = false,
            '"' if field.is_empty() => quoted = true,
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            _ if sign == mark && !quoted => row.push(std::mem::take(&mut field)),
            _ => field.push(sign),
        }
    }
    if !field.is_empty() || !row.is_empty() {
        row.push(field);
        rows.push(row);
    }
    rows.retain(|row| row.iter().any(|field| !field.trim().is_empty()));
    rows
}

/// One row, with its line end.
pub fn write(fields: &[String]) -> String {
    let fields: Vec<String> = fields.iter().map(|field| safe(field)).collect();
    fields.join(",") + "\r\n"
}

/// A field that would begin a formula (OWASP, "CSV Injection") gets an apostrophe before it.
fn safe(field: &str) -> String {
    let begins = |field: &str| {
        field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '|', '%', '＝', '＋', '－', '＠'])
    };
    let guarded =
        if begins(field) || begins(field.trim_start()) { format!("'{field}") } else { field.into() };
    match guarded.contains([',', '"', '\n', '\r', ';', '\t']) {
        true => format!("\"{}\"", guarded.replace('"', "\"\"")),
        false => guarded,
    }
}

/// A day as dates are written in files: `2026-11-26`.
pub fn date(day: Day) -> String {
    let (year, month, day) = parts(day);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Its year, month and day of the month, each from 1.
pub fn parts(day: Day) -> (i64, i64, i64) {
    // Days to a date of the Gregorian calendar (Hinnant 2013, "chrono-compatible low-level date algorithms").
    let z = i64::from(day.0) + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let (d, m) = (doy - (153 * mp + 2) / 5 + 1, if mp < 10 { mp + 3 } else { mp - 9 });
    (yoe + era * 400 + i64::from(m <= 2), m, d)
}

/// The day that a date such as `2026-11-26` names; `None` where it is none.
pub fn day(text: &str) -> Option<Day> {
    let mut parts = text.split('-');
    let mut next = || parts.next()?.parse::<i64>().ok();
    let (year, month, day) = (next()?, next()?, next()?);
    let fits = (1..=9_999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    fits.then_some(())?;
    // A date of the Gregorian calendar to days (Hinnant 2013, as above).
    let y = year - i64::from(month <= 2);
    let era = y.div_euclid(400);
    let yoe = y.rem_euclid(400);
    let doy = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    let found = Day(i32::try_from(era * 146_097 + doe - 719_468).ok()?);
    // The 31st of a month that has none would be a day of the next.
    (date(found) == text).then_some(found)
}

/// Minutes and confirmed skills: one row for each confirmed skill of each student, and one without a skill for a
/// student who has none yet. Names only where the roster has them and they are wanted.
pub fn export(class: &Class, students: &[Student], map: &Map, names: bool, locale: Locale) -> String {
    let head = [
        "number",
        "name",
        "as_of",
        "minutes",
        "minutes_last_7_days",
        "skill",
        "skill_name",
        "standards",
        "last_shown",
    ];
    let mut text = write(&head.map(String::from));
    for student in students {
        let who = student.number().map_or_else(String::new, |number| number.to_string());
        let name = class.name(student.id).filter(|_| names).unwrap_or_default().to_string();
        let common = [who, name, date(student.as_of), student.minutes.to_string(), student.week.to_string()];
        let confirmed: Vec<_> = student.skills.iter().filter(|(_, status)| status.is_confirmed()).collect();
        for (place, status) in &confirmed {
            let skill = &map.skills[**place];
            let own = [
                skill.id.clone(),
                skill.name_in(locale).to_string(),
                skill.standards.join(" "),
                status.shown.map(date).unwrap_or_default(),
            ];
            text += &write(&[&common[..], &own[..]].concat());
        }
        if confirmed.is_empty() {
            text += &write(&[&common[..], &[const { String::new() }; 4][..]].concat());
        }
    }
    text
}
