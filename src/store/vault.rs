//! A second place for keys: the browser's cache storage, where each entry is a file of its own that is removed when
//! the entry is. The directory of the journal's files is a small database that can be lost like any other; with the
//! only key in it, both copies of a log would be lost at once.

use super::js::{bytes, fault_of, global, settle, to_bytes};
use crate::log::{Fault, LearnerId};
use js_sys::Uint8Array;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Cache, CacheStorage, Response};

/// Not one of the caches of the service worker, which it clears by their prefix.
const NAME: &str = "keys of trellis";

pub async fn get(learner: LearnerId) -> Result<Option<Vec<u8>>, Fault> {
    let found = settle(cache().await?.match_with_str(&address(learner))).await?;
    let Ok(response) = found.dyn_into::<Response>() else { return Ok(None) };
    let body = response.array_buffer().map_err(|error| fault_of(&error))?;
    Ok(Some(to_bytes(&settle(body).await?)))
}

pub async fn put(learner: LearnerId, content: &[u8]) -> Result<(), Fault> {
    let content: Uint8Array = bytes(content).unchecked_into();
    let response = Response::new_with_opt_buffer_source(Some(&content)).map_err(|error| fault_of(&error))?;
    settle(cache().await?.put_with_str(&address(learner), &response)).await.map(drop)
}

pub async fn delete(learner: LearnerId) -> Result<(), Fault> {
    settle(cache().await?.delete_with_str(&address(learner))).await.map(drop)
}

/// Missing on insecure addresses.
async fn cache() -> Result<Cache, Fault> {
    let caches: Option<CacheStorage> = global("caches").map(JsValue::unchecked_into);
    let opened = settle(caches.ok_or(Fault::Unavailable)?.open(NAME)).await?;
    opened.dyn_into().map_err(|_| Fault::Unavailable)
}

/// Where the key lies. No request is ever sent there, and it does not name the learner.
fn address(learner: LearnerId) -> String {
    let hash = Sha256::digest([b"trellis key ", &learner.0[..]].concat());
    hash[..16].iter().fold("/key/".into(), |mut text: String, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
