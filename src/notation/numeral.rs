//! Long numerals as they are set for the eye: in US classrooms, bilingual ones too, a comma stands before every three
//! digits. A voice gets the digits alone, which it reads right in either language; a Spanish one may take a comma for
//! the decimal mark.

/// `12500` as `12,500`; shorter numbers have no comma unless their author wants it.
pub fn grouped(digits: &str) -> String {
    if whole(digits) < 5 { digits.into() } else { grouped_anyway(digits) }
}

/// `1250` as `1,250`.
pub fn grouped_anyway(digits: &str) -> String {
    let whole = whole(digits);
    let mut out = String::new();
    for (k, digit) in digits.chars().enumerate() {
        if k > 0 && k < whole && (whole - k).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// How many digits stand before the point; 0 where there is anything else, such as a comma.
fn whole(digits: &str) -> usize {
    let end = digits.find('.').unwrap_or(digits.len());
    if digits[..end].bytes().all(|byte| byte.is_ascii_digit()) { end } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_numbers_are_set_in_groups() {
        let check = |digits: &str, set: &str| assert_eq!(grouped(digits), set);
        check("0", "0");
        check("1250", "1250");
        check("1,250", "1,250");
        check("12,500", "12,500");
        check("12500", "12,500");
        check("10001.75", "10,001.75");
        check("1000000", "1,000,000");
        check("0.123456", "0.123456");
        assert_eq!(grouped_anyway("1250.5"), "1,250.5");
        assert_eq!(grouped_anyway("999"), "999");
    }
}
