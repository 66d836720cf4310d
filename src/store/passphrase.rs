//! Keys from passphrases, for files that leave the device: PBKDF2 with SHA-256, then AES-256-GCM, both by the browser.
//! Where the parts of such a file lie is in `exchange/locked.rs`.

use super::{
    crypto::subtle,
    js::{self, bytes, object, settle, to_bytes},
};
use js_sys::{Array, JsString, Object, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CryptoKey, SubtleCrypto};

pub struct Key(SubtleCrypto, CryptoKey);

/// Whether this browser has a cipher here: on secure addresses only.
pub fn is_possible() -> bool {
    subtle().is_some()
}

/// Bytes nobody can guess, for salts and initial values.
pub fn random<const N: usize>() -> Option<[u8; N]> {
    js::random().ok()
}

impl Key {
    /// The passphrase counts in Unicode's form NFC, so that it does not matter which keyboard wrote an accent.
    pub async fn of(passphrase: &str, salt: &[u8], iterations: u32) -> Option<Self> {
        let subtle = subtle()?;
        let raw: String = JsString::from(passphrase).normalize("NFC").into();
        let raw: Object = Uint8Array::from(raw.as_bytes()).into();
        let derives = Array::of1(&"deriveKey".into());
        let phrase = subtle.import_key_with_str("raw", &raw, "PBKDF2", false, &derives).ok()?;
        let phrase: CryptoKey = settle(phrase).await.ok()?.dyn_into().ok()?;
        let how: [(&str, JsValue); 4] = [
            ("name", "PBKDF2".into()),
            ("hash", "SHA-256".into()),
            ("salt", bytes(salt)),
            ("iterations", iterations.into()),
        ];
        let what = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
        let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
        let derived =
            subtle.derive_key_with_object_and_object(&object(&how), &phrase, &what, false, &uses).ok()?;
        let key = settle(derived).await.ok()?.dyn_into().ok()?;
        Some(Self(subtle, key))
    }

    pub async fn seal(&self, iv: &[u8], head: &[u8], text: &[u8]) -> Option<Vec<u8>> {
        let text = Uint8Array::from(text);
        let sealed = self.0.encrypt_with_object_and_js_u8_array(&algorithm(iv, head), &self.1, &text).ok()?;
        settle(sealed).await.ok().map(|sealed| to_bytes(&sealed))
    }

    /// Nothing where the key is another one, or head or text were changed.
    pub async fn open(&self, iv: &[u8], head: &[u8], text: &[u8]) -> Option<Vec<u8>> {
        let text = Uint8Array::from(text);
        let opened = self.0.decrypt_with_object_and_js_u8_array(&algorithm(iv, head), &self.1, &text).ok()?;
        settle(opened).await.ok().map(|text| to_bytes(&text))
    }
}

fn algorithm(iv: &[u8], head: &[u8]) -> Object {
    object(&[("name", "AES-GCM".into()), ("iv", bytes(iv)), ("additionalData", bytes(head))])
}
