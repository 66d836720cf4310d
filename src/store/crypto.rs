//! AES-256-GCM by the browser. A key is 32 random bytes per learner, imported once and not given out again.

use super::js::{bytes, fault_of, object, random, settle, to_bytes};
use crate::log::{
    Fault, Seal,
    lock::Smith,
    store::{AES_GCM, PLAIN, PlainSeal},
};
use js_sys::{Array, Object, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CryptoKey, SubtleCrypto};

const IV: usize = 12;

/// How one learner's chunks are sealed. Clones share the key.
#[derive(Clone)]
pub enum Cipher {
    Aes(SubtleCrypto, CryptoKey),
    /// This address is not secure, so that the browser offers no cipher.
    Plain,
}

/// The browser's cipher, which exists on secure addresses only.
pub fn subtle() -> Option<SubtleCrypto> {
    let crypto = super::js::global("crypto")?;
    super::js::get(&crypto, "subtle").dyn_into().ok()
}

impl Cipher {
    pub async fn import(key: &[u8; 32]) -> Result<Self, Fault> {
        let Some(subtle) = subtle() else { return Ok(Self::Plain) };
        let raw: Object = Uint8Array::from(&key[..]).into();
        let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
        let importing = subtle
            .import_key_with_str("raw", &raw, "AES-GCM", false, &uses)
            .map_err(|error| fault_of(&error))?;
        let key = settle(importing).await?.dyn_into().map_err(|_| Fault::Unavailable)?;
        Ok(Self::Aes(subtle, key))
    }

    /// With a new key whose bytes nobody gets to see, neither this program nor another; the key is the second value.
    pub async fn drawn() -> Result<(Self, Option<CryptoKey>), Fault> {
        let Some(subtle) = subtle() else { return Ok((Self::Plain, None)) };
        let what = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
        let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
        let drawing =
            subtle.generate_key_with_object(&what, false, &uses).map_err(|error| fault_of(&error))?;
        let key: CryptoKey = settle(drawing).await?.dyn_into().map_err(|_| Fault::Unavailable)?;
        Ok((Self::Aes(subtle, key.clone()), Some(key)))
    }

    pub fn is_encrypted(&self) -> bool {
        matches!(self, Self::Aes(..))
    }
}

impl Seal for Cipher {
    async fn seal(&self, label: &str, text: &[u8]) -> Result<Vec<u8>, Fault> {
        let Self::Aes(subtle, key) = self else { return PlainSeal.seal(label, text).await };
        let iv: [u8; IV] = random()?;
        let sealing = subtle
            .encrypt_with_object_and_js_u8_array(&algorithm(&iv, label), key, &Uint8Array::from(text))
            .map_err(|error| fault_of(&error))?;
        let sealed = to_bytes(&settle(sealing).await?);
        Ok([&[AES_GCM], &iv[..], &sealed].concat())
    }

    async fn open(&self, label: &str, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        if sealed.first() == Some(&PLAIN) {
            return PlainSeal.open(label, sealed).await;
        }
        let Self::Aes(subtle, key) = self else { return Err(Fault::KeyLost) };
        let rest = sealed.strip_prefix(&[AES_GCM]).ok_or(Fault::Newer)?;
        let (iv, text) = rest.split_at_checked(IV).ok_or(Fault::KeyLost)?;
        let opening = subtle
            .decrypt_with_object_and_js_u8_array(&algorithm(iv, label), key, &Uint8Array::from(text))
            .map_err(|error| fault_of(&error))?;
        settle(opening).await.map(|text| to_bytes(&text)).map_err(|_| Fault::KeyLost)
    }
}

/// Makes ciphers from PINs and words by PBKDF2, in the browser's own code.
pub struct Forge;

impl Smith for Forge {
    type Cipher = Cipher;

    async fn cipher(&self, secret: &[u8], salt: &[u8], rounds: u32) -> Result<Cipher, Fault> {
        let subtle = subtle().ok_or(Fault::Unavailable)?;
        let raw: Object = Uint8Array::from(secret).into();
        let importing = subtle
            .import_key_with_str("raw", &raw, "PBKDF2", false, &Array::of1(&"deriveKey".into()))
            .map_err(|error| fault_of(&error))?;
        let secret: CryptoKey = settle(importing).await?.dyn_into().map_err(|_| Fault::Unavailable)?;
        let how: [(&str, JsValue); 4] = [
            ("name", "PBKDF2".into()),
            ("hash", "SHA-256".into()),
            ("salt", bytes(salt)),
            ("iterations", rounds.into()),
        ];
        let what: [(&str, JsValue); 2] = [("name", "AES-GCM".into()), ("length", 256.into())];
        let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
        let deriving = subtle
            .derive_key_with_object_and_object(&object(&how), &secret, &object(&what), false, &uses)
            .map_err(|error| fault_of(&error))?;
        let key = settle(deriving).await?.dyn_into().map_err(|_| Fault::Unavailable)?;
        Ok(Cipher::Aes(subtle, key))
    }

    fn random<const N: usize>(&self) -> Result<[u8; N], Fault> {
        random()
    }
}

fn algorithm(iv: &[u8], label: &str) -> Object {
    let fields: [(&str, JsValue); 3] =
        [("name", "AES-GCM".into()), ("iv", bytes(iv)), ("additionalData", bytes(label.as_bytes()))];
    object(&fields)
}
