//! The envelope of a progress file under a passphrase: where its parts lie. `docs/progress-file.md` describes it. The
//! cipher itself is the browser's (`store/passphrase.rs`); nothing here knows a key.

use super::progress_file::LOCKED;

/// The newest envelope this build understands.
pub const VERSION: u8 = 1;
/// Rounds of PBKDF2-SHA-256 that a file is written with (OWASP Password Storage Cheat Sheet, 2023).
pub const ITERATIONS: u32 = 600_000;
/// Files that ask for more would only keep a device busy.
pub const MOST_ITERATIONS: u32 = 10_000_000;
pub const SALT: usize = 16;
pub const IV: usize = 12;
/// Bytes before the text: they are bound to it as associated data.
pub const HEAD: usize = LOCKED.len() + 1 + SALT + 4 + IV;
/// The tag of AES-GCM, at the end of the text.
const TAG: usize = 16;

/// A file under a passphrase, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Envelope<'a> {
    pub head: &'a [u8],
    pub salt: &'a [u8],
    pub iterations: u32,
    pub iv: &'a [u8],
    /// What is sealed, with its tag.
    pub text: &'a [u8],
}

/// Why an envelope cannot be tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unopenable {
    /// It does not begin as one.
    Foreign,
    /// It ends before its text begins.
    Cut,
    /// Made by a newer Trellis.
    Newer { version: u8 },
    /// It asks for no rounds, or for more than [`MOST_ITERATIONS`].
    Iterations { asked: u32 },
}

impl<'a> Envelope<'a> {
    pub fn read(file: &'a [u8]) -> Result<Self, Unopenable> {
        let rest = file.strip_prefix(LOCKED).ok_or(Unopenable::Foreign)?;
        let (version, rest) = rest.split_first().ok_or(Unopenable::Cut)?;
        if *version != VERSION {
            return Err(Unopenable::Newer { version: *version });
        }
        let (salt, rest) = rest.split_at_checked(SALT).ok_or(Unopenable::Cut)?;
        let (asked, rest) = rest.split_first_chunk().ok_or(Unopenable::Cut)?;
        let (iv, text) = rest.split_at_checked(IV).ok_or(Unopenable::Cut)?;
        if text.len() < TAG {
            return Err(Unopenable::Cut);
        }
        let iterations = u32::from_le_bytes(*asked);
        if !(1..=MOST_ITERATIONS).contains(&iterations) {
            return Err(Unopenable::Iterations { asked: iterations });
        }
        Ok(Self { head: &file[..HEAD], salt, iterations, iv, text })
    }
}

/// What stands before the text of a new file.
pub fn head(salt: &[u8; SALT], iv: &[u8; IV]) -> Vec<u8> {
    [LOCKED, &[VERSION], salt, &ITERATIONS.to_le_bytes(), iv].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_envelope_is_taken_apart_as_it_was_put_together() {
        let file = [head(&[7; SALT], &[9; IV]), vec![1; 20]].concat();
        let envelope = Envelope::read(&file).expect("whole");
        assert_eq!((envelope.salt, envelope.iv), (&[7; SALT][..], &[9; IV][..]));
        assert_eq!((envelope.iterations, envelope.text), (600_000, &[1; 20][..]));
        assert_eq!((envelope.head.len(), HEAD), (41, 41));
    }

    #[test]
    fn what_cannot_be_tried_says_why() {
        let file = [head(&[7; SALT], &[9; IV]), vec![1; 20]].concat();
        for length in 0..HEAD + TAG {
            let why = if length < LOCKED.len() { Unopenable::Foreign } else { Unopenable::Cut };
            assert_eq!(Envelope::read(&file[..length]), Err(why), "{length}");
        }
        let with = |at: usize, bytes: &[u8]| {
            let mut changed = file.clone();
            changed[at..at + bytes.len()].copy_from_slice(bytes);
            Envelope::read(&changed).err()
        };
        assert_eq!(with(8, &[2]), Some(Unopenable::Newer { version: 2 }));
        assert_eq!(with(25, &[0; 4]), Some(Unopenable::Iterations { asked: 0 }));
        assert_eq!(with(25, &[0xff; 4]), Some(Unopenable::Iterations { asked: u32::MAX }));
    }
}
