//! A file that a learner chose for the record (File System Access). Browsers that have no such thing offer downloads.

use crate::store::js::{call_with, get, global, object, settle, to_bytes};
use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// A handle to the file. The database keeps it for the next day (`Depot::set_place`); then the browser wants to be asked
/// again whether it may be used.
pub struct Place(JsValue);

pub enum NotChosen {
    /// The learner closed the question.
    Cancelled,
    /// The browser does not ask it here: in a frame of another site, or long after a press.
    Impossible,
}

pub fn can_choose() -> bool {
    global("showSaveFilePicker").is_some()
}

impl Place {
    /// A handle that was kept; `None` where the browser has no such files any more.
    pub fn kept(handle: JsValue) -> Option<Self> {
        can_choose().then_some(Self(handle)).filter(|place| get(&place.0, "createWritable").is_function())
    }

    pub fn handle(&self) -> &JsValue {
        &self.0
    }

    /// Whether the file may be read and written. The browser asks the learner where it must, and only right after a press.
    pub async fn is_allowed(&self) -> bool {
        let ways: JsValue = object(&[("mode", "readwrite".into())]).into();
        let said = answer(&self.0, "requestPermission", &[ways]).await;
        said.is_some_and(|said| said == "granted")
    }

    pub async fn choose(name: &str) -> Result<Self, NotChosen> {
        let ask: Function =
            global("showSaveFilePicker").and_then(|ask| ask.dyn_into().ok()).ok_or(NotChosen::Impossible)?;
        let options = object(&[("suggestedName", name.into()), ("id", "trellis".into())]);
        let asked: Promise = ask
            .call1(&JsValue::UNDEFINED, &options)
            .ok()
            .and_then(|asked| asked.dyn_into().ok())
            .ok_or(NotChosen::Impossible)?;
        match wasm_bindgen_futures::JsFuture::from(asked).await {
            Ok(handle) => Ok(Self(handle)),
            Err(error) if get(&error, "name") == "AbortError" => Err(NotChosen::Cancelled),
            Err(_) => Err(NotChosen::Impossible),
        }
    }

    /// Writes over what is in the file; false where that fails, and then the old content is still there.
    pub async fn write(&self, bytes: &[u8]) -> bool {
        self.try_to_write(bytes).await.is_some()
    }

    async fn try_to_write(&self, bytes: &[u8]) -> Option<()> {
        let stream = answer(&self.0, "createWritable", &[]).await?;
        answer(&stream, "write", &[Uint8Array::from(bytes).into()]).await?;
        answer(&stream, "close", &[]).await?;
        Some(())
    }

    /// What is in the file now.
    pub async fn read(&self) -> Option<Vec<u8>> {
        let file = answer(&self.0, "getFile", &[]).await?;
        Some(to_bytes(&answer(&file, "arrayBuffer", &[]).await?))
    }
}

async fn answer(target: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let arguments: Array = arguments.iter().cloned().collect();
    let promise: Promise = call_with(target, method, &arguments)?.dyn_into().ok()?;
    settle(promise).await.ok()
}
