//! Files under a passphrase, opened without a browser: the format is what `docs/progress-file.md` says, and nothing
//! but the passphrase opens them.

use aes_gcm::{
    Aes256Gcm, KeyInit, Nonce,
    aead::{Aead, Payload},
};
use std::io::{Read, Write};
use trellis::{
    exchange::{self, Obstacle, locked},
    log::History,
    num::SplitMix64,
};

/// What the browser does (`store/passphrase.rs`), by other hands.
fn cipher(passphrase: &str, envelope_salt: &[u8], iterations: u32) -> Aes256Gcm {
    let mut key = [0; 32];
    pbkdf2::pbkdf2_hmac::<sha2::Sha256>(passphrase.as_bytes(), envelope_salt, iterations, &mut key);
    Aes256Gcm::new(&key.into())
}

fn open(file: &[u8], passphrase: &str) -> Option<Vec<u8>> {
    let envelope = locked::Envelope::read(file).ok()?;
    let cipher = cipher(passphrase, envelope.salt, envelope.iterations);
    let sealed = Payload { msg: envelope.text, aad: envelope.head };
    let packed = cipher.decrypt(Nonce::from_slice(envelope.iv), sealed).ok()?;
    let mut plain = Vec::new();
    flate2::read::GzDecoder::new(&*packed).read_to_end(&mut plain).ok()?;
    Some(plain)
}

/// A file with another number of rounds, so that tests need not wait.
fn seal(plain: &[u8], passphrase: &str, iterations: u32) -> Vec<u8> {
    let mut head = locked::head(&[3; locked::SALT], &[4; locked::IV]);
    head[25..29].copy_from_slice(&iterations.to_le_bytes());
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(plain).expect("into memory");
    let packed = packer.finish().expect("into memory");
    let cipher = cipher(passphrase, &[3; locked::SALT], iterations);
    let text = Payload { msg: &packed, aad: &head };
    let sealed = cipher.encrypt(Nonce::from_slice(&[4; locked::IV]), text).expect("short");
    [head, sealed].concat()
}

const PLAIN: &[u8] = include_bytes!("golden/progress-v1.trellis");
/// Written with WebCrypto, as a browser does it; the passphrase is the one below.
const LOCKED: &[u8] = include_bytes!("golden/progress-v1-locked.trellis");
const PASSPHRASE: &str = "cuatro palabras de \u{f1}and\u{fa}";

#[test]
fn a_file_that_webcrypto_locked_is_opened_by_its_passphrase() {
    assert_eq!(exchange::read(LOCKED), Err(Obstacle::Locked));
    let envelope = locked::Envelope::read(LOCKED).expect("an envelope");
    assert_eq!(envelope.iterations, 600_000);
    let plain = open(LOCKED, PASSPHRASE).expect("its passphrase");
    let read = exchange::read(&plain).expect("a progress file");
    assert!(read.is_complete(), "{:?}", read.problems);
    let golden = exchange::read(PLAIN).expect("a progress file");
    let records = |read: exchange::Read| read.records.into_iter().collect::<History>();
    assert_eq!(records(read), records(golden), "the plain golden file was locked");
}

#[test]
fn nothing_else_opens_it_and_no_changed_byte_is_overlooked() {
    let file = seal(PLAIN, "four words of mine", 10);
    assert_eq!(open(&file, "four words of mine").as_deref(), Some(PLAIN));
    for wrong in ["", "four words of mine ", "Four words of mine", "four words of min"] {
        assert_eq!(open(&file, wrong), None, "{wrong:?}");
    }
    let mut rng = SplitMix64::new(11);
    for turn in 0..2_000 {
        let mut bent = file.clone();
        let at = usize::try_from(rng.below(file.len() as u64)).expect("small");
        // The rounds are left as they are: a file that asks for millions is refused, one with fewer only waits.
        if (25..29).contains(&at) {
            continue;
        }
        bent[at] ^= 1 << rng.below(8);
        assert_eq!(open(&bent, "four words of mine"), None, "byte {at} in turn {turn}");
        let cut = &file[..at];
        assert_eq!(open(cut, "four words of mine"), None, "cut at {at}");
    }
}

/// What is read out of an envelope is within its bounds, whatever stands in it.
#[test]
fn envelopes_are_bounded() {
    let whole = seal(PLAIN, "x", 1);
    let mut rng = SplitMix64::new(31);
    for _ in 0..20_000 {
        let mut bytes = whole[..usize::try_from(rng.below(80)).expect("small")].to_vec();
        for _ in 0..rng.below(4) {
            if let Some(byte) = bytes.get_mut(usize::try_from(rng.below(60)).expect("small")) {
                *byte = rng.next_u64().to_le_bytes()[0];
            }
        }
        if let Ok(envelope) = locked::Envelope::read(&bytes) {
            assert!(envelope.iterations <= locked::MOST_ITERATIONS && envelope.head.len() == locked::HEAD);
        }
    }
}
