//! A learner's lock: the key of the record, sealed under a key that is made from a PIN, four pictures or four words, and
//! once more under the words of a recovery sheet. What lies on the disk where the key would lie ([`Held`]) is read for
//! ever. Pure: how a secret becomes a cipher is a trait ([`Smith`]).

use super::{
    id::LearnerId,
    record::{checked, with_checksum},
    store::{Fault, Seal},
};
use crate::{
    learner::{
        LockKind,
        json::{Json, Object},
    },
    num::crc32,
};
use serde::Serialize;
use std::fmt::Write;

/// Bytes of a learner's key.
pub const KEY: usize = 32;

/// Rounds of PBKDF2-HMAC-SHA-256 for a new lock (OWASP's figure of 2023). Each lock says its own.
pub const ROUNDS: u32 = 600_000;

/// A lock that asks for more was not made here; the browser would be busy for minutes.
const MOST_ROUNDS: u32 = 10_000_000;

const SALT: usize = 16;

/// First line of the file of a locked key.
const MAGIC: &str = "trellis lock 1\n";

/// Makes ciphers from secrets, and draws bytes nobody can guess.
#[allow(async_fn_in_trait)]
pub trait Smith {
    type Cipher: Seal;

    /// AES-256-GCM under PBKDF2-HMAC-SHA-256 of the secret.
    async fn cipher(&self, secret: &[u8], salt: &[u8], rounds: u32) -> Result<Self::Cipher, Fault>;

    fn random<const N: usize>(&self) -> Result<[u8; N], Fault>;
}

/// The key of a record behind a lock.
#[derive(Clone, Debug, PartialEq)]
pub struct Lock {
    pub kind: LockKind,
    /// Goes up with every change of the lock: of two copies the newer counts.
    turn: u32,
    secret: Wrap,
    recovery: Option<Wrap>,
}

/// The key, sealed under one secret.
#[derive(Clone, Debug, PartialEq)]
struct Wrap {
    salt: Vec<u8>,
    rounds: u32,
    sealed: Vec<u8>,
}

/// What lies in the place of a learner's key.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    /// The key itself.
    Open([u8; KEY]),
    /// The key behind a lock. `face` opens the card in the picker and nothing else.
    Locked { face: [u8; KEY], lock: Lock },
}

impl Lock {
    /// Locks a key. `turn` is that of the lock before, plus one; `recovery` the words of the sheet, if there is one.
    pub async fn new(
        smith: &impl Smith,
        (learner, key): (LearnerId, &[u8; KEY]),
        (kind, secret): (LockKind, &str),
        recovery: Option<&str>,
        turn: u32,
    ) -> Result<Self, Fault> {
        let recovery = match recovery {
            Some(words) => Some(Wrap::new(smith, &label(learner, turn, "recovery"), words, key).await?),
            None => None,
        };
        let secret = Wrap::new(smith, &label(learner, turn, "secret"), secret, key).await?;
        Ok(Self { kind, turn, secret, recovery })
    }

    /// The key, if this is the secret.
    pub async fn open(
        &self,
        smith: &impl Smith,
        learner: LearnerId,
        secret: &str,
    ) -> Result<Option<[u8; KEY]>, Fault> {
        self.secret.open(smith, &label(learner, self.turn, "secret"), secret).await
    }

    /// The key, if these are the words of the recovery sheet.
    pub async fn recover(
        &self,
        smith: &impl Smith,
        learner: LearnerId,
        words: &str,
    ) -> Result<Option<[u8; KEY]>, Fault> {
        match &self.recovery {
            Some(wrap) => wrap.open(smith, &label(learner, self.turn, "recovery"), words).await,
            None => Ok(None),
        }
    }

    pub fn has_recovery(&self) -> bool {
        self.recovery.is_some()
    }

    pub fn turn(&self) -> u32 {
        self.turn
    }
}

impl Wrap {
    async fn new(smith: &impl Smith, label: &str, secret: &str, key: &[u8; KEY]) -> Result<Self, Fault> {
        let salt: [u8; SALT] = smith.random()?;
        let cipher = smith.cipher(plain(secret).as_bytes(), &salt, ROUNDS).await?;
        Ok(Self { salt: salt.into(), rounds: ROUNDS, sealed: cipher.seal(label, key).await? })
    }

    async fn open(&self, smith: &impl Smith, label: &str, secret: &str) -> Result<Option<[u8; KEY]>, Fault> {
        let cipher = smith.cipher(plain(secret).as_bytes(), &self.salt, self.rounds).await?;
        match cipher.open(label, &self.sealed).await {
            Ok(key) => key.try_into().map(Some).map_err(|_| Fault::KeyLost),
            Err(Fault::KeyLost) => Ok(None),
            Err(why) => Err(why),
        }
    }

    fn read(json: Json) -> Option<Self> {
        let wrap = json.object()?;
        let rounds = wrap.needs("rounds", Json::number)?;
        let salt = bytes(&wrap.needs("salt", Json::text)?)?;
        let sealed = bytes(&wrap.needs("sealed", Json::text)?)?;
        (rounds > 0 && rounds <= MOST_ROUNDS).then_some(Self { salt, rounds, sealed })
    }
}

/// Capitals and extra spaces make no other secret.
fn plain(secret: &str) -> String {
    secret.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// A wrapped key that was moved to another learner or another lock does not open.
fn label(learner: LearnerId, turn: u32, what: &str) -> String {
    format!("lock/{learner}/{turn}/{what}")
}

/// The lock as it lies on the disk.
#[derive(Serialize)]
struct Written {
    kind: LockKind,
    turn: u32,
    face: String,
    secret: WrittenWrap,
    #[serde(skip_serializing_if = "Option::is_none")]
    recovery: Option<WrittenWrap>,
}

#[derive(Serialize)]
struct WrittenWrap {
    salt: String,
    rounds: u32,
    sealed: String,
}

impl From<&Wrap> for WrittenWrap {
    fn from(wrap: &Wrap) -> Self {
        Self { salt: hex(&wrap.salt), rounds: wrap.rounds, sealed: hex(&wrap.sealed) }
    }
}

impl Held {
    /// `None` for what is damaged, or of a newer release.
    pub fn read(content: &[u8]) -> Option<Self> {
        if let Some(locked) = content.strip_prefix(MAGIC.as_bytes()) {
            return Self::read_locked(checked(std::str::from_utf8(locked).ok()?).ok()?);
        }
        let (key, crc) = content.split_first_chunk::<KEY>()?;
        (crc == crc32::hash(key).to_le_bytes()).then_some(Self::Open(*key))
    }

    fn read_locked(json: &str) -> Option<Self> {
        let locked = Object::read(json)?;
        let kind = match &*locked.needs("kind", Json::text)? {
            "pin" => LockKind::Pin,
            "pictures" => LockKind::Pictures,
            "words" => LockKind::Words,
            _ => return None,
        };
        let lock = Lock {
            kind,
            turn: locked.needs("turn", Json::number)?,
            secret: locked.needs("secret", Wrap::read)?,
            recovery: locked.may("recovery", Wrap::read)?,
        };
        Some(Self::Locked { face: bytes(&locked.needs("face", Json::text)?)?.try_into().ok()?, lock })
    }

    pub fn write(&self) -> Vec<u8> {
        match self {
            Self::Open(key) => [&key[..], &crc32::hash(key).to_le_bytes()].concat(),
            Self::Locked { face, lock } => {
                let written = Written {
                    kind: lock.kind,
                    turn: lock.turn,
                    face: hex(face),
                    secret: (&lock.secret).into(),
                    recovery: lock.recovery.as_ref().map(WrittenWrap::from),
                };
                let json = serde_json::to_string(&written).expect("a lock has only text keys");
                (MAGIC.to_string() + &with_checksum(&json)).into_bytes()
            }
        }
    }

    /// Which of two copies counts: a lock before an open key that was left behind, and the newer of two locks.
    pub fn rank(&self) -> u32 {
        match self {
            Self::Open(_) => 0,
            Self::Locked { lock, .. } => lock.turn.saturating_add(1),
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("strings grow");
        text
    })
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let pair = |at| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok();
    let plain = hex.len().is_multiple_of(2) && hex.bytes().all(|sign| sign.is_ascii_hexdigit());
    if plain { (0..hex.len()).step_by(2).map(pair).collect() } else { None }
}
