//! The camera, looking for codes: `BarcodeDetector` where a browser has it. Nothing it sees is kept; the texts of the
//! codes go to the loop.

use super::send::Send;
use super::tag::el;
use crate::store::js::{call_with, get, global, object, settle};
use crate::tutor::{Carry, Device, Msg};
use gloo::timers::future::TimeoutFuture;
use js_sys::{Array, Promise, Reflect};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Between two looks, in milliseconds.
const PAUSE: u32 = 120;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub send: Send,
    pub label: AttrValue,
}

/// What the camera sees, for as long as it stands there.
pub struct Camera {
    video: NodeRef,
    /// The page still shows it.
    alive: Rc<Cell<bool>>,
}

impl Component for Camera {
    type Message = ();
    type Properties = Props;

    fn create(_ctx: &Context<Self>) -> Self {
        Self { video: NodeRef::default(), alive: Rc::new(Cell::new(true)) }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        el("video")
            .class("camera")
            .hook("camera")
            .attr("playsinline", "")
            .attr("muted", "")
            .attr("aria-label", &ctx.props().label)
            .node(&self.video)
            .html()
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        let Some(video) = self.video.cast::<HtmlElement>().filter(|_| first) else { return };
        let (send, alive) = (ctx.props().send.clone(), Rc::clone(&self.alive));
        spawn_local(async move {
            if look(&video, &send, &alive).await.is_none() && alive.get() {
                send.emit(Msg::Device(Device::Carry(Carry::Blind)));
            }
        });
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        self.alive.set(false);
    }
}

/// Looks until the page no longer shows it; nothing where the camera cannot be used.
async fn look(video: &JsValue, send: &Send, alive: &Cell<bool>) -> Option<()> {
    let devices = get(&global("navigator")?, "mediaDevices");
    let wanted = object(&[("video", object(&[("facingMode", "environment".into())]).into())]);
    let stream = answer(&devices, "getUserMedia", &[wanted.into()]).await?;
    let found = watch(video, &stream, send, alive).await;
    let tracks: Array = call_with(&stream, "getTracks", &Array::new())?.dyn_into().ok()?;
    for track in tracks.iter() {
        call_with(&track, "stop", &Array::new());
    }
    found
}

async fn watch(video: &JsValue, stream: &JsValue, send: &Send, alive: &Cell<bool>) -> Option<()> {
    let formats = object(&[("formats", Array::of1(&"qr_code".into()).into())]);
    let detector: js_sys::Function = global("BarcodeDetector")?.dyn_into().ok()?;
    let detector = Reflect::construct(&detector, &Array::of1(&formats)).ok()?;
    Reflect::set(video, &"srcObject".into(), stream).ok()?;
    answer(video, "play", &[]).await?;
    let mut last = String::new();
    while alive.get() {
        // A picture in which nothing can be found is no reason to stop.
        if let Some(found) = answer(&detector, "detect", std::slice::from_ref(video)).await {
            for code in Array::from(&found).iter() {
                let text = get(&code, "rawValue").as_string().unwrap_or_default();
                if !text.is_empty() && text != last && alive.get() {
                    last.clone_from(&text);
                    send.emit(Msg::Device(Device::Carry(Carry::Saw(text))));
                }
            }
        }
        TimeoutFuture::new(PAUSE).await;
    }
    Some(())
}

async fn answer(target: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let arguments: Array = arguments.iter().cloned().collect();
    let promise: Promise = call_with(target, method, &arguments)?.dyn_into().ok()?;
    settle(promise).await.ok()
}
