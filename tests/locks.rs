//! Locks, with the same cipher and the same derivation as a browser's, in software: the right secret opens, a thousand
//! wrong ones do not, and what lies on the disk is read for ever.

#[path = "common/trials.rs"]
mod trials;

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use futures_util::FutureExt;
use sha2::Sha256;
use std::cell::Cell;
use trellis::learner::LockKind;
use trellis::learner::lock::{is_pin, pause};
use trellis::log::lock::{KEY, Smith};
use trellis::log::store::{AES_GCM, Seal};
use trellis::log::{Fault, Held, LearnerId, Lock};
use trellis::num::SplitMix64;

const ANA: LearnerId = LearnerId([7; 12]);
const BEN: LearnerId = LearnerId([8; 12]);
const DATA_KEY: [u8; KEY] = [0x5a; KEY];
const SHEET: &str = "apple river cloud lemon piano tiger bread stone";

/// The browser's ciphers in software. Fewer rounds where a thousand locks are tried: the number of rounds changes how
/// long a try takes, not what it opens.
struct Software {
    most_rounds: u32,
    drawn: Cell<u64>,
}

impl Software {
    fn quick() -> Self {
        Self { most_rounds: 10, drawn: Cell::new(1) }
    }

    /// As many rounds as a browser does.
    fn whole() -> Self {
        Self { most_rounds: u32::MAX, drawn: Cell::new(1) }
    }
}

struct Aes(Aes256Gcm);

impl Smith for Software {
    type Cipher = Aes;

    async fn cipher(&self, secret: &[u8], salt: &[u8], rounds: u32) -> Result<Aes, Fault> {
        let mut key = [0; KEY];
        pbkdf2::pbkdf2_hmac::<Sha256>(secret, salt, rounds.min(self.most_rounds), &mut key);
        Ok(Aes(Aes256Gcm::new(&key.into())))
    }

    fn random<const N: usize>(&self) -> Result<[u8; N], Fault> {
        let mut chance = SplitMix64::new(self.drawn.replace(self.drawn.get() + 1));
        Ok([0; N].map(|_: u8| u8::try_from(chance.below(256)).expect("a byte")))
    }
}

impl Seal for Aes {
    async fn seal(&self, label: &str, text: &[u8]) -> Result<Vec<u8>, Fault> {
        let iv = [9; 12];
        let payload = Payload { msg: text, aad: label.as_bytes() };
        let sealed = self.0.encrypt(Nonce::from_slice(&iv), payload).map_err(|_| Fault::Unavailable)?;
        Ok([&[AES_GCM], &iv[..], &sealed].concat())
    }

    async fn open(&self, label: &str, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        let rest = sealed.strip_prefix(&[AES_GCM]).ok_or(Fault::Newer)?;
        let (iv, text) = rest.split_at_checked(12).ok_or(Fault::KeyLost)?;
        let payload = Payload { msg: text, aad: label.as_bytes() };
        self.0.decrypt(Nonce::from_slice(iv), payload).map_err(|_| Fault::KeyLost)
    }
}

fn now<R>(future: impl Future<Output = R>) -> R {
    future.now_or_never().expect("software waits for nobody")
}

fn locked(smith: &Software, kind: LockKind, secret: &str, recovery: Option<&str>) -> Lock {
    now(Lock::new(smith, (ANA, &DATA_KEY), (kind, secret), recovery, 1)).expect("software never fails")
}

#[test]
fn of_a_thousand_wrong_pins_none_opens() {
    let smith = Software::quick();
    let right = 4_271;
    let lock = locked(&smith, LockKind::Pin, "4271", None);
    let wrong = (0..10_000).step_by(9).filter(|pin| *pin != right).take(1_000);
    let (mut tried, mut opened) = (0, 0);
    for pin in wrong {
        tried += 1;
        let key = now(lock.open(&smith, ANA, &format!("{pin:04}"))).expect("software never fails");
        opened += u64::from(key.is_some());
    }
    assert_eq!(tried, 1_000);
    trials::figure("wrong PINs", tried, opened);
    assert_eq!(now(lock.open(&smith, ANA, "4271")), Ok(Some(DATA_KEY)));
}

#[test]
fn near_misses_of_words_and_pictures_do_not_open() {
    let smith = Software::quick();
    for (kind, secret, misses) in [
        (
            LockKind::Words,
            "apple river cloud lemon",
            ["apple river cloud lemo", "river apple cloud lemon", ""],
        ),
        (LockKind::Pictures, "fox owl kite fox", ["fox owl fox kite", "fox owl kite", "owl fox kite fox"]),
    ] {
        let lock = locked(&smith, kind, secret, None);
        for miss in misses {
            assert_eq!(now(lock.open(&smith, ANA, miss)), Ok(None), "{miss:?} is not {secret:?}");
        }
    }
    let lock = locked(&smith, LockKind::Words, "apple river cloud lemon", None);
    assert_eq!(now(lock.open(&smith, ANA, "  Apple RIVER  cloud lemon ")), Ok(Some(DATA_KEY)));
}

#[test]
fn the_sheet_opens_what_was_forgotten_and_nothing_without_one() {
    let smith = Software::quick();
    let with = locked(&smith, LockKind::Pin, "4271", Some(SHEET));
    assert!(with.has_recovery());
    assert_eq!(now(with.recover(&smith, ANA, SHEET)), Ok(Some(DATA_KEY)));
    assert_eq!(now(with.recover(&smith, ANA, "4271")), Ok(None), "the PIN is not the sheet");
    assert_eq!(now(with.open(&smith, ANA, SHEET)), Ok(None), "the sheet is not the PIN");
    let without = locked(&smith, LockKind::Pin, "4271", None);
    assert_eq!(now(without.recover(&smith, ANA, SHEET)), Ok(None));
}

#[test]
fn a_lock_that_was_moved_to_another_learner_does_not_open_there() {
    let smith = Software::quick();
    let lock = locked(&smith, LockKind::Pin, "4271", None);
    assert_eq!(now(lock.open(&smith, BEN, "4271")), Ok(None));
}

#[test]
fn a_real_lock_takes_six_hundred_thousand_rounds() {
    let lock = locked(&Software::whole(), LockKind::Pin, "4271", None);
    assert_eq!(now(lock.open(&Software::quick(), ANA, "4271")), Ok(None), "the rounds are part of the key");
}

#[test]
fn neither_key_nor_secret_can_be_read_where_the_lock_lies() {
    let smith = Software::quick();
    let held = Held::Locked { face: [3; KEY], lock: locked(&smith, LockKind::Pin, "4271", Some(SHEET)) };
    let content = held.write();
    let text = String::from_utf8(content.clone()).expect("a lock is text");
    assert_eq!(Held::read(&content), Some(held));
    for hidden in ["4271", "apple", "river", &"5a".repeat(KEY)] {
        assert!(!text.contains(hidden), "{hidden} stands in {text}");
    }
}

#[test]
fn damage_is_nobodys_lock_and_an_old_key_is_still_a_key() {
    let open = Held::Open(DATA_KEY);
    assert_eq!(open.write().len(), KEY + 4);
    assert_eq!(Held::read(&open.write()), Some(open.clone()));
    let locked =
        Held::Locked { face: [3; KEY], lock: locked(&Software::quick(), LockKind::Words, "a b c d", None) };
    for held in [open, locked] {
        let whole = held.write();
        for at in 0..whole.len() {
            let mut flipped = whole.clone();
            flipped[at] ^= 0x10;
            assert_eq!(Held::read(&flipped), None, "byte {at} of {held:?}");
            assert_eq!(Held::read(&whole[..at]), None, "cut at {at}");
        }
    }
}

#[test]
fn a_lock_wins_over_a_key_left_behind_and_a_newer_lock_over_an_older() {
    let smith = Software::quick();
    let lock = |turn| now(Lock::new(&smith, (ANA, &DATA_KEY), (LockKind::Pin, "4271"), None, turn));
    let held = |turn| Held::Locked { face: [3; KEY], lock: lock(turn).expect("software never fails") };
    assert!(Held::Open(DATA_KEY).rank() < held(1).rank());
    assert!(held(1).rank() < held(2).rank());
}

/// The first lock ever written. It is never edited: every later release must read it.
#[test]
fn the_first_lock_is_read_for_ever() {
    let golden = include_bytes!("golden/lock-1.txt");
    let Some(Held::Locked { face, lock }) = Held::read(golden.trim_ascii_end()) else {
        panic!("it is not read")
    };
    assert_eq!(face, [3; KEY]);
    assert_eq!(now(lock.open(&Software::whole(), ANA, "4271")), Ok(Some(DATA_KEY)));
    assert_eq!(now(lock.recover(&Software::whole(), ANA, SHEET)), Ok(Some(DATA_KEY)));
}

/// Writes what a release would add as its golden: `cargo test --test locks -- --ignored --nocapture`.
#[test]
#[ignore = "prints a new golden, tests nothing"]
fn a_lock_to_be_kept() {
    let lock = locked(&Software::whole(), LockKind::Pin, "4271", Some(SHEET));
    println!("{}", String::from_utf8_lossy(&Held::Locked { face: [3; KEY], lock }.write()));
}

#[test]
fn a_pin_is_four_to_twelve_digits_and_guessing_has_pauses() {
    for (pin, fits) in [("4271", true), ("123456789012", true), ("427", false), ("42a1", false), ("", false)]
    {
        assert_eq!(is_pin(pin), fits, "{pin}");
    }
    let pauses: Vec<u32> = [0, 1, 4, 5, 6, 10, 15, 20].map(pause).into();
    assert_eq!(pauses, [0, 0, 0, 30, 0, 120, 600, 600]);
}
