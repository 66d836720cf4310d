//! The few words of JavaScript the store speaks: reading a property, making an object, naming an error.

use crate::log::Fault;
use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

pub fn get(target: &JsValue, name: &str) -> JsValue {
    Reflect::get(target, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

pub fn object(fields: &[(&str, JsValue)]) -> Object {
    let pairs: Array = fields.iter().map(|(name, value)| Array::of2(&(*name).into(), value)).collect();
    Object::from_entries(&pairs).unwrap_or_default()
}

pub fn bytes(value: &[u8]) -> JsValue {
    Uint8Array::from(value).into()
}

/// The bytes of an `ArrayBuffer` or of a view on one.
pub fn to_bytes(value: &JsValue) -> Vec<u8> {
    Uint8Array::new(value).to_vec()
}

pub async fn settle(promise: Promise) -> Result<JsValue, Fault> {
    JsFuture::from(promise).await.map_err(|error| fault_of(&error))
}

/// Runs to its end even if nobody waits for it any longer, so that what the browser calls back is still there.
pub async fn detached<T: 'static>(work: impl IntoFuture<Output = T> + 'static) -> Result<T, Fault> {
    begun(work).await
}

/// The same, begun at once: what it gives can be asked for later.
pub fn begun<T: 'static>(
    work: impl IntoFuture<Output = T> + 'static,
) -> impl Future<Output = Result<T, Fault>> {
    let done = Rc::new(RefCell::new(None));
    let answer = Rc::clone(&done);
    let promise = future_to_promise(async move {
        *answer.borrow_mut() = Some(work.await);
        Ok(JsValue::UNDEFINED)
    });
    async move {
        settle(promise).await?;
        done.take().ok_or(Fault::Closed)
    }
}

/// The fault behind an exception, by its standard name.
pub fn fault_of(error: &JsValue) -> Fault {
    let text = |name| get(error, name).as_string().unwrap_or_default();
    match text("name").as_str() {
        "QuotaExceededError" => Fault::Quota,
        "InvalidStateError" | "AbortError" | "TransactionInactiveError" => Fault::Closed,
        "VersionError" => Fault::Newer,
        "SecurityError" | "NotSupportedError" => Fault::Unavailable,
        name => Fault::Other(format!("{name}: {}", text("message"))),
    }
}

/// Bytes nobody can guess.
pub fn random<const N: usize>() -> Result<[u8; N], Fault> {
    let mut drawn = [0; N];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok()).ok_or(Fault::Unavailable)?;
    crypto.get_random_values_with_u8_array(&mut drawn).map_err(|error| fault_of(&error))?;
    Ok(drawn)
}

/// A named part of the page's global object, if this browser has it here.
pub fn global(name: &str) -> Option<JsValue> {
    let found = get(&js_sys::global(), name);
    (!found.is_undefined() && !found.is_null()).then_some(found)
}

pub fn call_with(target: &JsValue, method: &str, arguments: &Array) -> Option<JsValue> {
    let function: js_sys::Function = get(target, method).dyn_into().ok()?;
    function.apply(target, arguments).ok()
}

pub fn call(target: &JsValue, method: &str) -> Option<JsValue> {
    let function: js_sys::Function = get(target, method).dyn_into().ok()?;
    function.call0(target).ok()
}
