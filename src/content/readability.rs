//! How hard a text is to read, by the open formulas that teachers know. Native tools only.
//!
//! English: the Flesch-Kincaid grade (Kincaid, Fishburne, Rogers, Chissom 1975), `0.39 words/sentence + 11.8
//! syllables/word - 15.59`. Spanish: the grade of Crawford (1984), made for the primary grades, `-0.205 sentences per 100
//! words + 0.049 syllables per 100 words - 3.407`, and beside it the reading ease of Fernández Huerta (1959), `206.84 - 60
//! syllables/word - 1.02 words/sentence`. All three are meant for 100 words and more, so texts are pooled before they are
//! measured. A number or a piece of drawn maths counts as one word of one syllable.

use super::Locale;

/// What the formulas need to know of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub sentences: u32,
    pub words: u32,
    pub syllables: u32,
}

impl Counts {
    /// Counts a printed text; maths stands between backticks.
    pub fn of(text: &str, locale: Locale) -> Self {
        let mut all = Self::default();
        let mut sentence = 0;
        for (k, part) in text.split('`').enumerate() {
            if k % 2 == 1 {
                all.words += 1;
                all.syllables += 1;
                sentence += 1;
                continue;
            }
            for token in part.split_whitespace() {
                let word = token.trim_matches(|c: char| !c.is_alphanumeric());
                if !word.is_empty() {
                    all.words += 1;
                    sentence += 1;
                    all.syllables += word.split('-').map(|word| syllables(word, locale)).sum::<u32>().max(1);
                }
                let ends =
                    token.trim_end_matches(['”', '"', ')', '»']).ends_with(['.', '?', '!', ':', ';', '…']);
                if ends && sentence > 0 {
                    all.sentences += 1;
                    sentence = 0;
                }
            }
        }
        all.sentences += u32::from(sentence > 0);
        all
    }

    pub fn plus(self, other: Self) -> Self {
        Self {
            sentences: self.sentences + other.sentences,
            words: self.words + other.words,
            syllables: self.syllables + other.syllables,
        }
    }

    /// The school grade that reads such a text, by the formula of its language; 0 where there is no text.
    pub fn grade(self, locale: Locale) -> f64 {
        let Some((sentences, words, syllables)) = self.floats() else { return 0.0 };
        match locale {
            Locale::En => 0.39 * words / sentences + 11.8 * syllables / words - 15.59,
            Locale::Es => -0.205 * 100.0 * sentences / words + 0.049 * 100.0 * syllables / words - 3.407,
        }
    }

    /// Reading ease from 0 to 100, higher is easier: Flesch (1948) or Fernández Huerta.
    pub fn ease(self, locale: Locale) -> f64 {
        let Some((sentences, words, syllables)) = self.floats() else { return 100.0 };
        match locale {
            Locale::En => 206.835 - 84.6 * syllables / words - 1.015 * words / sentences,
            Locale::Es => 206.84 - 60.0 * syllables / words - 1.02 * words / sentences,
        }
    }

    fn floats(self) -> Option<(f64, f64, f64)> {
        let Self { sentences, words, syllables } = self;
        (words > 0 && sentences > 0).then(|| (sentences.into(), words.into(), syllables.into()))
    }
}

/// The syllables of one word.
pub fn syllables(word: &str, locale: Locale) -> u32 {
    let letters: Vec<char> = word.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let counted = match locale {
        Locale::En => english(&letters),
        Locale::Es => spanish(&letters),
    };
    counted.max(1)
}

/// Groups of vowels, but for an `e` that is not heard.
fn english(letters: &[char]) -> u32 {
    let vowel = |k: usize| {
        matches!(letters.get(k), Some('a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'á' | 'é' | 'í' | 'ó' | 'ú'))
    };
    let mut count = 0;
    for k in 0..letters.len() {
        count += u32::from(vowel(k) && (k == 0 || !vowel(k - 1)));
    }
    let ends = |end: &str| {
        let end: Vec<char> = end.chars().collect();
        letters.len() > end.len() && letters.ends_with(&end)
    };
    let before =
        |back: usize| letters.len().checked_sub(back).and_then(|k| letters.get(k)).copied().unwrap_or('a');
    // `make`, `makes`, `shaded` against `table`, `pieces`, `wanted`.
    let silent_e = ends("e") && !ends("ee") && (!ends("le") || "aeiouy".contains(before(3)));
    let silent_es = ends("es")
        && !"sxzcg".contains(before(3))
        && !ends("ches")
        && !ends("shes")
        && !ends("ies")
        && !ends("les");
    let silent_les = ends("les") && "aeiouy".contains(before(4));
    let silent_ed = ends("ed") && !"td".contains(before(3)) && !ends("ied") && !ends("eed");
    let hidden = silent_e || silent_es || silent_les || silent_ed;
    // The vowel before the hidden e was counted apart from it: `ai-sle`.
    if hidden && count > 1 { count - 1 } else { count }
}

/// Vowels, where a weak one (i, u without accent) beside another vowel makes no syllable of its own.
fn spanish(letters: &[char]) -> u32 {
    let strong = |c: char| "aeoáéíóú".contains(c);
    let weak = |c: char| "iuü".contains(c);
    let mut count = 0;
    let mut before: Option<char> = None;
    for (k, c) in letters.iter().copied().enumerate() {
        let after = letters.get(k + 1).copied();
        // The u of que, qui, gue, gui is not heard; y is a vowel only at the end.
        let mute =
            c == 'u' && matches!(before, Some('q' | 'g')) && matches!(after, Some('e' | 'i' | 'é' | 'í'));
        let closing = c == 'y' && after.is_none();
        let vowel = (strong(c) || weak(c) || closing) && !mute;
        if vowel {
            let last = before.filter(|last| strong(*last) || weak(*last));
            let mute_before = last == Some('u')
                && k >= 2
                && matches!(letters[k - 2], 'q' | 'g')
                && matches!(c, 'e' | 'i' | 'é' | 'í');
            let joined = last.is_some_and(|last| !(strong(last) && strong(c))) && !mute_before;
            count += u32::from(!joined);
        }
        before = Some(c);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_those_one_hears() {
        for (word, heard) in [
            ("parts", 1),
            ("make", 1),
            ("makes", 1),
            ("table", 2),
            ("pieces", 2),
            ("shaded", 2),
            ("jumped", 1),
            ("number", 2),
            ("denominator", 5),
            ("fraction", 2),
            ("equal", 2),
            ("the", 1),
            ("whole", 1),
            ("boxes", 2),
            ("times", 1),
            ("multiply", 3),
        ] {
            assert_eq!(syllables(word, Locale::En), heard, "{word}");
        }
        for (word, heard) in [
            ("parte", 2),
            ("fracción", 2),
            ("igual", 2),
            ("cuántas", 2),
            ("que", 1),
            ("pequeño", 3),
            ("línea", 3),
            ("había", 3),
            ("aéreo", 4),
            ("multiplicación", 5),
            ("hay", 1),
            ("numerador", 4),
            ("guitarra", 3),
            ("dieciséis", 3),
        ] {
            assert_eq!(syllables(word, Locale::Es), heard, "{word}");
        }
    }

    #[test]
    fn a_text_is_counted_in_sentences_words_and_syllables() {
        let counts = Counts::of("The bar has `3/4` shaded. How many parts is that?", Locale::En);
        assert_eq!(counts, Counts { sentences: 2, words: 10, syllables: 12 });
        assert_eq!(Counts::of("", Locale::En).grade(Locale::En), 0.0);
    }

    #[test]
    fn the_formulas_are_those_of_their_authors() {
        let counts = Counts { sentences: 10, words: 100, syllables: 130 };
        assert!((counts.grade(Locale::En) - 3.65).abs() < 1e-9);
        assert!((counts.ease(Locale::En) - 86.705).abs() < 1e-9);
        let counts = Counts { sentences: 12, words: 100, syllables: 190 };
        assert!((counts.grade(Locale::Es) - 3.443).abs() < 1e-9);
        assert!((counts.ease(Locale::Es) - 84.34).abs() < 1e-9);
    }
}
