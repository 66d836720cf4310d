//! Reading JSON: packs, records, file headers, what is kept for a reload. Values are asked for by name and kind; what
//! nobody asks for is passed over, and anything else than JSON is refused.

/// Deeper nesting is refused.
const DEEPEST: usize = 128;

/// An object with more members is refused: none of ours comes near.
const MOST_MEMBERS: usize = 10_000;

/// The text of one value.
#[derive(Clone, Copy)]
pub struct Json<'a>(&'a str);

/// The members of an object. Keys are compared as they are written: ours need no escapes.
pub struct Object<'a>(Vec<(&'a str, Json<'a>)>);

impl<'a> Json<'a> {
    /// Checks that the whole text is one value.
    pub fn read(text: &'a str) -> Option<Self> {
        let mut scan = Scan { text, at: 0 };
        scan.space();
        let value = scan.value(DEEPEST)?;
        scan.space();
        (scan.at == text.len()).then_some(value)
    }

    /// The value as it is written.
    pub fn written(self) -> &'a str {
        self.0
    }

    /// `None` also where a key stands twice, or where there are far too many.
    pub fn object(self) -> Option<Object<'a>> {
        Object::scan(&mut Scan { text: self.0, at: 0 })
    }

    pub fn list(self) -> Option<Vec<Json<'a>>> {
        let mut all = Vec::new();
        Scan { text: self.0, at: 0 }.members(b'[', b']', DEEPEST, &mut |_, value| all.push(value))?;
        Some(all)
    }

    /// Two whole numbers in a list.
    pub fn pair<A: TryFrom<i64>, B: TryFrom<i64>>(self) -> Option<(A, B)> {
        match *self.list()? {
            [a, b] => Some((a.number()?, b.number()?)),
            _ => None,
        }
    }

    pub fn number<N: TryFrom<i64>>(self) -> Option<N> {
        N::try_from(self.0.parse::<i64>().ok()?).ok()
    }

    pub fn truth(self) -> Option<bool> {
        self.0.parse().ok()
    }

    pub fn texts(self) -> Option<Vec<String>> {
        self.list()?.into_iter().map(Json::text).collect()
    }

    pub fn text(self) -> Option<String> {
        let mut rest = self.0.strip_prefix('"')?.strip_suffix('"')?;
        let mut text = String::with_capacity(rest.len());
        while let Some((plain, escape)) = rest.split_once('\\') {
            text.push_str(plain);
            let (letter, after) = unescaped(escape)?;
            text.push(letter);
            rest = after;
        }
        text.push_str(rest);
        Some(text)
    }
}

impl<'a> Object<'a> {
    /// Checks that the whole text is one object, and reads it on the way.
    pub fn read(text: &'a str) -> Option<Self> {
        let mut scan = Scan { text, at: 0 };
        scan.space();
        let object = Self::scan(&mut scan)?;
        scan.space();
        (scan.at == text.len()).then_some(object)
    }

    fn scan(scan: &mut Scan<'a>) -> Option<Self> {
        let mut members: Vec<(&str, Json)> = Vec::new();
        let mut repeated = false;
        let mut found = |key, value| {
            repeated |= members.len() == MOST_MEMBERS || members.iter().any(|(known, _)| *known == key);
            if !repeated {
                members.push((key, value));
            }
        };
        scan.members(b'{', b'}', DEEPEST, &mut found)?;
        (!repeated).then_some(Self(members))
    }

    /// A value that is there and not `null`.
    pub fn get(&self, key: &str) -> Option<Json<'a>> {
        self.0.iter().find(|(known, value)| *known == key && value.0 != "null").map(|(_, value)| *value)
    }

    pub fn members(&self) -> &[(&'a str, Json<'a>)] {
        &self.0
    }

    /// A value that must be there.
    pub fn needs<T>(&self, key: &str, read: impl FnOnce(Json<'a>) -> Option<T>) -> Option<T> {
        read(self.get(key)?)
    }

    /// A value that may be absent, but not of another kind: then the outer `None` says so.
    pub fn may<T>(&self, key: &str, read: impl FnOnce(Json<'a>) -> Option<T>) -> Option<Option<T>> {
        self.get(key).map_or(Some(None), |value| read(value).map(Some))
    }
}

/// What stands behind a backslash, and the text after it.
fn unescaped(escape: &str) -> Option<(char, &str)> {
    let (letter, rest) = escape.split_at_checked(1)?;
    let letter = match letter {
        "u" => return code_point(rest),
        "b" => '\u{8}',
        "f" => '\u{c}',
        "n" => '\n',
        "r" => '\r',
        "t" => '\t',
        _ => letter.chars().next()?,
    };
    Some((letter, rest))
}

/// Four hexadecimal digits, or two such escapes that make up one character.
fn code_point(digits: &str) -> Option<(char, &str)> {
    let (unit, rest) = code_unit(digits)?;
    if let Some(letter) = char::from_u32(unit) {
        return Some((letter, rest));
    }
    let (low, rest) = code_unit(rest.strip_prefix("\\u")?)?;
    let paired = (0xD800..0xDC00).contains(&unit) && (0xDC00..0xE000).contains(&low);
    let letter = paired.then(|| 0x10000 + ((unit & 0x3FF) << 10) + (low & 0x3FF));
    Some((char::from_u32(letter?)?, rest))
}

fn code_unit(digits: &str) -> Option<(u32, &str)> {
    let (digits, rest) = digits.split_at_checked(4)?;
    Some((u32::from_str_radix(digits, 16).ok()?, rest))
}

/// A place in a text; every step but [`Scan::space`] is `None` where the grammar does not allow it.
struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn needs(&mut self, byte: u8) -> Option<()> {
        self.take(byte).then_some(())
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    fn value(&mut self, deepest: usize) -> Option<Json<'a>> {
        let start = self.at;
        match self.peek()? {
            b'{' => self.members(b'{', b'}', deepest, &mut |_, _| {})?,
            b'[' => self.members(b'[', b']', deepest, &mut |_, _| {})?,
            b'"' => drop(self.string()?),
            b't' => self.word("true")?,
            b'f' => self.word("false")?,
            b'n' => self.word("null")?,
            _ => self.number()?,
        }
        Some(Json(&self.text[start..self.at]))
    }

    /// The members of an object, or of a list, whose members have an empty key.
    fn members(
        &mut self,
        open: u8,
        close: u8,
        deepest: usize,
        found: &mut dyn FnMut(&'a str, Json<'a>),
    ) -> Option<()> {
        self.needs(open)?;
        self.space();
        if self.take(close) {
            return Some(());
        }
        loop {
            let key = if open == b'{' { self.key()? } else { "" };
            found(key, self.value(deepest.checked_sub(1)?)?);
            self.space();
            if self.take(close) {
                return Some(());
            }
            self.needs(b',')?;
            self.space();
        }
    }

    fn key(&mut self) -> Option<&'a str> {
        let key = self.string()?;
        self.space();
        self.needs(b':')?;
        self.space();
        Some(key)
    }

    /// What stands between the quotes.
    fn string(&mut self) -> Option<&'a str> {
        self.needs(b'"')?;
        let start = self.at;
        loop {
            match self.peek()? {
                b'"' => break,
                b'\\' => self.escape()?,
                0..=0x1F => return None,
                _ => self.at += 1,
            }
        }
        self.at += 1;
        Some(&self.text[start..self.at - 1])
    }

    fn escape(&mut self) -> Option<()> {
        self.at += 1;
        let kind = self.peek()?;
        self.at += 1;
        match kind {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Some(()),
            b'u' => {
                let digits = self.text.as_bytes().get(self.at..self.at + 4)?;
                self.at += 4;
                digits.iter().all(u8::is_ascii_hexdigit).then_some(())
            }
            _ => None,
        }
    }

    fn word(&mut self, word: &str) -> Option<()> {
        self.text[self.at..].starts_with(word).then(|| self.at += word.len())
    }

    fn number(&mut self) -> Option<()> {
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _ = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        Some(())
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    /// The value as another reader understands it.
    fn understood(json: Json) -> Option<Value> {
        Some(match json.written().as_bytes()[0] {
            b'{' => {
                let object = json.object()?;
                let members = object.members().iter();
                Value::Object(
                    members
                        .map(|(key, value)| Some(((*key).into(), understood(*value)?)))
                        .collect::<Option<_>>()?,
                )
            }
            b'[' => Value::Array(json.list()?.into_iter().map(understood).collect::<Option<_>>()?),
            b'"' => Value::String(json.text()?),
            b't' | b'f' => Value::Bool(json.truth()?),
            b'n' => Value::Null,
            _ => Value::from(json.number::<i64>()?),
        })
    }

    fn values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map("[a-z]{1,4}", inner, 0..4)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn whatever_was_written_reads_as_it_was(value in values()) {
            let tight = value.to_string();
            let loose = serde_json::to_string_pretty(&value).expect("text keys");
            prop_assert_eq!(Json::read(&tight).and_then(understood), Some(value.clone()));
            prop_assert_eq!(Json::read(&loose).and_then(understood), Some(value));
        }

        #[test]
        fn damage_is_refused_as_another_reader_refuses_it(value in values(), at: prop::sample::Index, byte in 0_u8..128) {
            let mut bytes = value.to_string().into_bytes();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            if let Ok(text) = String::from_utf8(bytes) {
                let other = serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok();
                prop_assert_eq!(Json::read(&text).is_some(), other, "{}", text);
            }
        }
    }

    #[test]
    fn escapes_of_other_writers_are_read() {
        let text = |json| Json::read(json).and_then(Json::text);
        assert_eq!(text(r#""\u00e9\/\ud83d\ude00\n""#).as_deref(), Some("é/😀\n"));
        assert_eq!(text(r#""\ud83d""#), None);
        assert_eq!(text(r#""\ude00\ud83d""#), None);
    }

    #[test]
    fn a_key_twice_and_endless_nesting_are_refused() {
        for text in [r#"{"a":1,"a":2}"#, "[1]", r#"{"a":1} 2"#, r#"{"a":1"#, ""] {
            assert!(Json::read(text).and_then(Json::object).is_none(), "{text}");
            assert!(Object::read(text).is_none(), "{text}");
        }
        assert_eq!(Object::read(" {\"a\":1}\n").and_then(|read| read.needs("a", Json::number)), Some(1));
        assert!(Json::read(&"[".repeat(100_000)).is_none());
    }
}
