//! Values as bytes and back, bit for bit: what a snapshot of the fold is written in. It is read by the build that wrote it
//! and by no other (`Learner::basis`), so the form needs no versions.

use super::ability::Gaussian;
use super::event::{Level, Mode, Profile, Why};
use super::memory::Memory;
use super::pace::Pace;
use super::plan::{Override, Plan};
use super::trace::{General, ItemTrace, Residue, Trace};
use crate::num::{Day, Hybrid, SortedMap, SortedSet};
use std::collections::{BTreeMap, VecDeque};

/// Bytes being written. A text that was written before is named by its place among them.
#[derive(Default)]
pub struct Out {
    bytes: Vec<u8>,
    texts: BTreeMap<String, u64>,
}

impl Out {
    pub fn finish(self) -> Vec<u8> {
        self.bytes
    }

    /// Seven bits a byte, the lowest first.
    fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.bytes.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.bytes.push(number.to_le_bytes()[0]);
    }

    fn text(&mut self, text: &str) {
        if let Some(place) = self.texts.get(text) {
            return self.number(*place);
        }
        let place = self.texts.len() as u64;
        self.texts.insert(text.into(), place);
        self.number(place);
        self.number(text.len() as u64);
        self.bytes.extend_from_slice(text.as_bytes());
    }
}

/// Bytes being read.
pub struct In<'a> {
    bytes: &'a [u8],
    texts: Vec<&'a str>,
}

impl<'a> In<'a> {
    pub fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, texts: Vec::new() }
    }

    pub fn is_at_end(&self) -> bool {
        self.bytes.is_empty()
    }

    fn bytes(&mut self, count: usize) -> Option<&'a [u8]> {
        let (first, rest) = self.bytes.split_at_checked(count)?;
        self.bytes = rest;
        Some(first)
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = 0u64;
        for turn in 0..10 {
            let byte = self.bytes(1)?[0];
            number |= u64::from(byte & 0x7F) << (7 * turn);
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn count(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    fn text(&mut self) -> Option<&'a str> {
        let place = self.count()?;
        if place == self.texts.len() {
            let length = self.count()?;
            let text = str::from_utf8(self.bytes(length)?).ok()?;
            self.texts.push(text);
        }
        self.texts.get(place).copied()
    }
}

pub trait Bits: Sized {
    fn put(&self, out: &mut Out);
    /// `None` where the bytes are none of this kind. Never a panic.
    fn take(from: &mut In) -> Option<Self>;
}

/// A struct field by field. One that is missing in the list does not compile.
macro_rules! bits {
    ($name:ident { $($field:ident),* $(,)? }) => {
        impl $crate::learner::bits::Bits for $name {
            fn put(&self, out: &mut $crate::learner::bits::Out) {
                let Self { $($field),* } = self;
                $($crate::learner::bits::Bits::put($field, out);)*
            }
            fn take(from: &mut $crate::learner::bits::In) -> Option<Self> {
                Some(Self { $($field: $crate::learner::bits::Bits::take(from)?),* })
            }
        }
    };
}
pub(super) use bits;

/// An enum without fields. A variant that is missing in the list does not compile.
macro_rules! bits_of_names {
    ($name:ident: $($variant:ident),*) => {
        impl Bits for $name {
            fn put(&self, out: &mut Out) {
                match self {
                    $(Self::$variant => {})*
                }
                out.number(*self as u64);
            }
            fn take(from: &mut In) -> Option<Self> {
                let number = from.number()?;
                [$(Self::$variant),*].into_iter().find(|known| *known as u64 == number)
            }
        }
    };
}

/// Any number from 0 on, and any number at all.
struct Unsigned(u64);
struct Signed(i64);

impl Bits for Unsigned {
    fn put(&self, out: &mut Out) {
        out.number(self.0);
    }
    fn take(from: &mut In) -> Option<Self> {
        from.number().map(Self)
    }
}

impl Bits for Signed {
    fn put(&self, out: &mut Out) {
        // Small ones of either sign are short.
        out.number((self.0 << 1 ^ self.0 >> 63).cast_unsigned());
    }
    fn take(from: &mut In) -> Option<Self> {
        let number = from.number()?;
        Some(Self((number >> 1).cast_signed() ^ -(number & 1).cast_signed()))
    }
}

macro_rules! widened {
    ($wide:ident($inner:ident): $($name:ident),*) => {
        $(impl Bits for $name {
            fn put(&self, out: &mut Out) {
                $wide($inner::from(*self)).put(out);
            }
            fn take(from: &mut In) -> Option<Self> {
                Self::try_from($wide::take(from)?.0).ok()
            }
        })*
    };
}
widened!(Unsigned(u64): u8, u16, u32, u64);
widened!(Signed(i64): i8, i32, i64);

impl Bits for usize {
    fn put(&self, out: &mut Out) {
        (*self as u64).put(out);
    }
    fn take(from: &mut In) -> Option<Self> {
        from.count()
    }
}

impl Bits for bool {
    fn put(&self, out: &mut Out) {
        u8::from(*self).put(out);
    }
    fn take(from: &mut In) -> Option<Self> {
        match u8::take(from)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Bits for f64 {
    fn put(&self, out: &mut Out) {
        out.bytes.extend_from_slice(&self.to_bits().to_le_bytes());
    }
    fn take(from: &mut In) -> Option<Self> {
        from.bytes(8)?.try_into().ok().map(|bits| Self::from_bits(u64::from_le_bytes(bits)))
    }
}

impl Bits for String {
    fn put(&self, out: &mut Out) {
        out.text(self);
    }
    fn take(from: &mut In) -> Option<Self> {
        from.text().map(Self::from)
    }
}

impl<T: Bits> Bits for Option<T> {
    fn put(&self, out: &mut Out) {
        self.is_some().put(out);
        self.iter().for_each(|value| value.put(out));
    }
    fn take(from: &mut In) -> Option<Self> {
        if bool::take(from)? { T::take(from).map(Some) } else { Some(None) }
    }
}

impl<T: Bits> Bits for Box<T> {
    fn put(&self, out: &mut Out) {
        (**self).put(out);
    }
    fn take(from: &mut In) -> Option<Self> {
        T::take(from).map(Self::new)
    }
}

impl<A: Bits, B: Bits> Bits for (A, B) {
    fn put(&self, out: &mut Out) {
        self.0.put(out);
        self.1.put(out);
    }
    fn take(from: &mut In) -> Option<Self> {
        Some((A::take(from)?, B::take(from)?))
    }
}

impl<T: Bits, const N: usize> Bits for [T; N] {
    fn put(&self, out: &mut Out) {
        self.iter().for_each(|value| value.put(out));
    }
    fn take(from: &mut In) -> Option<Self> {
        let all: Option<Vec<T>> = (0..N).map(|_| T::take(from)).collect();
        all?.try_into().ok()
    }
}

/// How many there are, then each. What claims to be longer than its bytes ends where they end.
fn put_all<'a, T: Bits + 'a>(all: impl ExactSizeIterator<Item = &'a T>, out: &mut Out) {
    all.len().put(out);
    all.for_each(|value| value.put(out));
}

fn take_all<T: Bits, C: FromIterator<T>>(from: &mut In) -> Option<C> {
    let count = from.count()?;
    (0..count).map(|_| T::take(from)).collect()
}

impl<T: Bits> Bits for Vec<T> {
    fn put(&self, out: &mut Out) {
        put_all(self.iter(), out);
    }
    fn take(from: &mut In) -> Option<Self> {
        take_all(from)
    }
}

impl<T: Bits> Bits for VecDeque<T> {
    fn put(&self, out: &mut Out) {
        put_all(self.iter(), out);
    }
    fn take(from: &mut In) -> Option<Self> {
        take_all(from)
    }
}

impl<K: Bits + Ord, V: Bits> Bits for SortedMap<K, V> {
    fn put(&self, out: &mut Out) {
        self.len().put(out);
        for (key, value) in self.iter() {
            key.put(out);
            value.put(out);
        }
    }
    fn take(from: &mut In) -> Option<Self> {
        let mut map = Self::new();
        for _ in 0..from.count()? {
            let (key, value) = <(K, V)>::take(from)?;
            map.insert(key, value);
        }
        Some(map)
    }
}

impl<T: Bits + Ord> Bits for SortedSet<T> {
    fn put(&self, out: &mut Out) {
        put_all(self.iter(), out);
    }
    fn take(from: &mut In) -> Option<Self> {
        let mut set = Self::new();
        for _ in 0..from.count()? {
            set.insert(T::take(from)?);
        }
        Some(set)
    }
}

impl Bits for Day {
    fn put(&self, out: &mut Out) {
        self.0.put(out);
    }
    fn take(from: &mut In) -> Option<Self> {
        i32::take(from).map(Self)
    }
}

impl Bits for Pace {
    fn put(&self, out: &mut Out) {
        self.0.put(out);
    }
    fn take(from: &mut In) -> Option<Self> {
        f64::take(from).map(Self)
    }
}

bits_of_names!(Why: NotLearned, NotNow, Other);
bits_of_names!(Mode: FindStart, Practise, Other);
bits_of_names!(Level: New, Started, Practised, Mastered);
bits_of_names!(Override: Taught, NotYet, Skip, Knows, Again, Other);
bits!(Hybrid { ms, seq });
bits!(Gaussian { mean, var });
bits!(Residue { fast, slow });
bits!(Memory { stability, difficulty, last });
bits!(General { belief, residue, slowest, last, answers, at, own });
bits!(Trace { belief, memory, residue, sum, streak, last, attempts, at });
bits!(ItemTrace { surprise, last, attempts });
bits!(Plan { unit, from, until, overrides, minutes, comment, set });
bits!(Profile { nickname, avatar, grade, interests, locale, minutes, week, accommodations });

#[cfg(test)]
mod tests {
    use super::*;

    fn there_and_back<T: Bits + PartialEq + std::fmt::Debug>(value: &T) {
        let mut out = Out::default();
        value.put(&mut out);
        let bytes = out.finish();
        let mut from = In::of(&bytes);
        assert_eq!(T::take(&mut from).as_ref(), Some(value));
        assert!(from.is_at_end());
        for end in 0..bytes.len() {
            assert_eq!(T::take(&mut In::of(&bytes[..end])), None, "{value:?} cut at {end}");
        }
    }

    #[test]
    fn every_kind_of_value_comes_back_and_a_part_of_one_is_none() {
        [0, 1, 127, 128, u64::MAX].iter().for_each(there_and_back);
        [0, -1, 1, i64::MIN, i64::MAX].iter().for_each(there_and_back);
        [0.0, -0.0, 1.0 / 3.0, f64::INFINITY, 5e-324].iter().for_each(there_and_back);
        let texts: Vec<String> = ["", "añil", "", "añil", "x"].map(String::from).into();
        there_and_back(&texts);
        there_and_back(&SortedMap::from([("b".to_string(), Some(Day(-3))), ("a".to_string(), None)]));
        there_and_back(&[Why::NotLearned, Why::NotNow, Why::Other]);
        there_and_back(&General::default());
    }

    #[test]
    fn the_sign_of_nothing_is_kept() {
        let mut out = Out::default();
        (-0.0f64).put(&mut out);
        let back = f64::take(&mut In::of(&out.finish()));
        assert_eq!(back.map(f64::to_bits), Some((-0.0f64).to_bits()));
    }

    #[test]
    fn a_length_beyond_the_bytes_is_no_list() {
        let mut out = Out::default();
        u64::MAX.put(&mut out);
        assert_eq!(Vec::<u8>::take(&mut In::of(&out.finish())), None);
    }
}
