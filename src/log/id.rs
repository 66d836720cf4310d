//! Names of learners, writers and links: plain bytes, written as lower-case hexadecimal.

use serde::{Serialize, Serializer};
use std::{fmt, str::FromStr};

macro_rules! hex_id {
    ($(#[$doc:meta])* $name:ident, $len:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; $len]);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                let mut bytes = [0; $len];
                read_hex(text, &mut bytes)?;
                Ok(Self(bytes))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }
    };
}

hex_id! {
    /// A learner: 96 random bits, the same on every device the learner's file is taken to.
    LearnerId, 12
}
hex_id! {
    /// One opening of a log: 96 random bits drawn anew by each tab, so that two tabs, two devices or a restored
    /// profile never number their records alike.
    WriterId, 12
}
hex_id! {
    /// The first 16 bytes of the SHA-256 of a record's JSON: what the next record of the same writer points at.
    Link, 16
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnId;

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("not an id in lower-case hexadecimal")
    }
}

fn read_hex(text: &str, into: &mut [u8]) -> Result<(), NotAnId> {
    let digits = text.as_bytes();
    if digits.len() != 2 * into.len() {
        return Err(NotAnId);
    }
    for (byte, pair) in into.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Ok(())
}

fn digit(ascii: u8) -> Result<u8, NotAnId> {
    match ascii {
        b'0'..=b'9' => Ok(ascii - b'0'),
        b'a'..=b'f' => Ok(ascii - b'a' + 10),
        _ => Err(NotAnId),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_as_it_is_written_and_nothing_else_is() {
        let id = WriterId([0, 1, 0xab, 0xff, 4, 5, 6, 7, 8, 9, 10, 11]);
        assert_eq!(id.to_string(), "0001abff0405060708090a0b");
        assert_eq!(id.to_string().parse(), Ok(id));
        for wrong in
            ["", "0001abff0405060708090a0", "0001ABFF0405060708090a0b", "0001abff0405060708090a0g", "é"]
        {
            assert_eq!(wrong.parse::<WriterId>(), Err(NotAnId), "{wrong}");
        }
    }
}
