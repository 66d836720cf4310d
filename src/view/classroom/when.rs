//! Days in words of the language. Files, codes and tables for a spreadsheet have them as `classroom::csv::date` writes
//! them.

use crate::classroom::csv::parts;
use crate::content::Locale;
use crate::num::Day;
use crate::view::words;

/// "November 23", "23 de noviembre"; with its year where that is another one than today's.
pub fn on(day: Day, today: Day, locale: Locale) -> String {
    let year = |day: Day| parts(day).0;
    if year(day) == year(today) { short(day, locale) } else { dated(day, locale) }
}

/// With its year, for what is printed and kept: "November 23, 2026".
pub fn dated(day: Day, locale: Locale) -> String {
    words::date_year(locale, &short(day, locale), &parts(day).0.to_string())
}

/// Month and day are never broken at the end of a line.
fn short(day: Day, locale: Locale) -> String {
    let (_, month, day) = parts(day);
    words::date_day(locale, month_name(month, locale), &day.to_string()).replace(' ', "\u{a0}")
}

fn month_name(month: i64, locale: Locale) -> &'static str {
    match month {
        1 => words::date_january(locale),
        2 => words::date_february(locale),
        3 => words::date_march(locale),
        4 => words::date_april(locale),
        5 => words::date_may(locale),
        6 => words::date_june(locale),
        7 => words::date_july(locale),
        8 => words::date_august(locale),
        9 => words::date_september(locale),
        10 => words::date_october(locale),
        11 => words::date_november(locale),
        _ => words::date_december(locale),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_is_said_where_it_is_not_this_one() {
        // 2026-11-26 and 2027-01-01.
        let (today, later) = (Day(20_783), Day(20_819));
        assert_eq!(on(today, today, Locale::En), "November\u{a0}26");
        assert_eq!(on(today, today, Locale::Es), "26\u{a0}de\u{a0}noviembre");
        assert_eq!(on(later, today, Locale::En), "January\u{a0}1, 2027");
        assert_eq!(on(later, today, Locale::Es), "1\u{a0}de\u{a0}enero de 2027");
        assert_eq!(dated(today, Locale::En), "November\u{a0}26, 2026");
    }
}
