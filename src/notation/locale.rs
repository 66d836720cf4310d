//! The languages Trellis speaks, and the few rules of each that notation needs.

/// A language of the interface and of item texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Locale {
    #[default]
    En,
    Es,
}

/// The sign between the whole part and the tenths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DecimalMark {
    #[default]
    Point,
    Comma,
}

/// The grammatical number a language asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    One,
    Other,
}

impl Locale {
    pub const ALL: [Self; 2] = [Self::En, Self::Es];

    /// The language code, as in `lang` attributes, file names and events.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
        }
    }

    /// Reads a language tag such as `es`, `es-MX` or `EN_us`; `None` for a language Trellis does not speak.
    pub fn parse(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|locale| language.eq_ignore_ascii_case(locale.code()))
    }

    /// Spanish is that of the Americas north of the isthmus, which writes the point as English does.
    pub fn decimal_mark(self) -> DecimalMark {
        DecimalMark::Point
    }

    /// Both languages say "one" only for exactly 1.
    pub fn plural(self, is_one: bool) -> Plural {
        if is_one { Plural::One } else { Plural::Other }
    }
}

impl DecimalMark {
    pub fn sign(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    /// The other mark, which groups thousands.
    pub fn grouping(self) -> char {
        match self {
            Self::Point => ',',
            Self::Comma => '.',
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_tag_is_read_with_or_without_a_region() {
        assert_eq!(Locale::parse("es-419"), Some(Locale::Es));
        assert_eq!(Locale::parse("EN_us"), Some(Locale::En));
        assert_eq!(Locale::parse("fr"), None);
        assert_eq!(Locale::parse(""), None);
    }
}
