//! Answers as this release writes them, read in one pass: a class has them by the hundred thousand. Whatever stands in
//! another way is nothing here, and is left to [`Event::read`](super::Event::read), which takes any JSON.

use super::event::Answered;

/// A place in a text; every step is `None` where something else stands there.
pub struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// What was not read yet.
    pub fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub fn word(&mut self, word: &str) -> Option<()> {
        self.may(word).then_some(())
    }

    /// Reads this word if it stands here.
    pub fn may(&mut self, word: &str) -> bool {
        let end = self.at + word.len();
        let there = self.text.as_bytes().get(self.at..end) == Some(word.as_bytes());
        if there {
            self.at = end;
        }
        there
    }

    /// A whole number of at most eighteen digits, as JSON writes one.
    pub fn number<N: TryFrom<i64>>(&mut self) -> Option<N> {
        let minus = self.may("-");
        let digits = self.text.as_bytes().get(self.at..)?;
        let mut count = 0;
        let mut value: i64 = 0;
        while let Some(digit @ b'0'..=b'9') = digits.get(count) {
            value = value.wrapping_mul(10).wrapping_add(i64::from(digit - b'0'));
            count += 1;
        }
        let plain = match count {
            0 => false,
            1 => !(minus && value == 0),
            _ => count <= 18 && digits[0] != b'0',
        };
        self.at += count;
        plain.then(|| N::try_from(if minus { -value } else { value }).ok())?
    }

    /// A text between quotes in which nothing is escaped.
    pub fn text(&mut self) -> Option<&'a str> {
        self.word("\"")?;
        let bytes = self.text.as_bytes().get(self.at..)?;
        let length = bytes.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1F))?;
        let text = self.text.get(self.at..self.at + length)?;
        self.at += length;
        self.word("\"")?;
        Some(text)
    }

    fn texts(&mut self) -> Option<Vec<String>> {
        let mut all = vec![self.text()?.to_owned()];
        while self.may(",") {
            all.push(self.text()?.to_owned());
        }
        self.word("]")?;
        Some(all)
    }

    /// A member that may be absent; the outer `None` says that it is of another kind.
    fn member<T>(&mut self, key: &str, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        if self.may(key) { read(self).map(Some) } else { Some(None) }
    }
}

impl Answered {
    /// The answer that `json` is, if it stands exactly as this release writes one.
    pub fn swift(json: &str) -> Option<Self> {
        let at = &mut Cursor::new(json);
        let owned = |at: &mut Cursor| at.text().map(str::to_owned);
        at.word(r#"{"kind":"answered","item":"#)?;
        let item = owned(at)?;
        at.word(r#","level":"#)?;
        let level = at.number()?;
        at.word(r#","seed":"#)?;
        let seed = at.number()?;
        at.word(r#","rev":"#)?;
        let rev = at.number()?;
        at.word(r#","pack":"#)?;
        let pack = owned(at)?;
        at.word(r#","skill":"#)?;
        let skill = owned(at)?;
        let step = at.member(r#","step":"#, owned)?;
        at.word(r#","response":"#)?;
        let response = owned(at)?;
        at.word(r#","attempt":"#)?;
        let attempt = at.number()?;
        at.word(r#","right":"#)?;
        let right = at.may("true");
        if !right {
            at.word("false")?;
        }
        let rules = at.member(r#","rules":["#, Cursor::texts)?.unwrap_or_default();
        let family = at.member(r#","family":"#, owned)?;
        at.word(r#","hints":"#)?;
        let hints = at.number()?;
        at.word(r#","options":"#)?;
        let options = at.number()?;
        at.word(r#","ms":"#)?;
        let ms = at.number()?;
        let confidence = at.member(r#","confidence":"#, Cursor::number)?;
        let skin = at.member(r#","skin":"#, owned)?;
        at.word(r#","locale":"#)?;
        let locale = owned(at)?;
        (at.rest() == "}").then_some(Self {
            item,
            level,
            seed,
            rev,
            pack,
            skill,
            step,
            response,
            attempt,
            right,
            rules,
            family,
            hints,
            options,
            ms,
            confidence,
            skin,
            locale,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learner::Event;

    fn answered() -> Answered {
        Answered {
            item: "fr/bare".into(),
            level: 2,
            seed: u32::MAX,
            rev: 1,
            pack: "0123".into(),
            skill: "fr.añadir".into(),
            step: None,
            response: "3/4".into(),
            attempt: 1,
            right: true,
            rules: Vec::new(),
            family: None,
            hints: 0,
            options: 4,
            ms: 9_000,
            confidence: None,
            skin: None,
            locale: "en".into(),
        }
    }

    #[test]
    fn every_way_this_release_writes_an_answer_is_read() {
        let all = [
            answered(),
            Answered { right: false, rules: vec!["a".into(), "b".into()], ..answered() },
            Answered { step: Some("2".into()), family: Some("f".into()), ..answered() },
            Answered { confidence: Some(3), skin: Some("rope".into()), level: 0, ..answered() },
        ];
        for answer in all {
            let json = serde_json::to_string(&Event::Answered(answer.clone())).expect("plain");
            assert_eq!(Answered::swift(&json), Some(answer), "{json}");
        }
    }

    #[test]
    fn what_stands_otherwise_is_left_to_the_thorough_reader() {
        let json = serde_json::to_string(&Event::Answered(answered())).expect("plain");
        for (from, to) in [
            ("\"level\":2", "\"level\":02"),
            ("\"level\":2", "\"level\":-0"),
            ("\"level\":2", "\"level\":256"),
            ("\"level\":2", "\"level\": 2"),
            ("\"level\":2", "\"level\":2.0"),
            ("\"seed\":4294967295", "\"seed\":42949672950000000000"),
            ("3/4", "3\\/4"),
            ("3/4", "3\n4"),
            ("true", "null"),
            ("\"locale\":\"en\"}", "\"locale\":\"en\",\"more\":1}"),
            ("\"locale\":\"en\"}", "\"locale\":\"en\"}}"),
            ("\"locale\":\"en\"}", "\"locale\":\"en"),
        ] {
            assert!(json.contains(from), "{from}");
            assert_eq!(Answered::swift(&json.replace(from, to)), None, "{to}");
        }
    }
}
