//! What the first question does not need, fetched after it: the keeper of the records, and the pages that a learner
//! goes to later. `xtask` cuts the module here (`docs/decisions/0008-what-is-fetched-later.md`).
#![allow(unsafe_code, reason = "a function in another module is a foreign function to the compiler")]

use super::keeping::{self, Ask, Told};
use super::pages::{self, Draw, carry as carry_page, gallery, proof as proof_page};
use super::send::Shared;
use super::{app, boxes, hands, hosted};
use crate::content::wide;
use crate::tutor::{Route, Session, lesson, recorded};
use crate::view::proof::PrivacyPage;
use crate::view::{self, CarryPage, GalleryPage, Later, Shell};
use futures_util::future::LocalBoxFuture;
use gloo::timers::future::TimeoutFuture;
use wasm_split_helpers::wasm_split;
use yew::platform::pinned::mpsc::{UnboundedReceiver, UnboundedSender};
use yew::{Callback, Html};

pub use wasm_split_helpers::SplitLoaderError as NotFetched;

/// The later pages: what stands on them, and how they are drawn.
#[derive(Clone, Copy)]
pub struct Late {
    pub view: view::Late,
    pub draw: Draw,
}

impl Late {
    /// Whether this page needs nothing more.
    pub fn serves(&self, route: &Route) -> bool {
        match route {
            Route::Gallery => self.draw.gallery.is_some(),
            Route::Carry => self.draw.carry.is_some(),
            Route::Privacy => self.draw.proof.is_some(),
            _ => true,
        }
    }

    /// As they are where nothing is fetched: in native tests, and inside the module that is.
    pub fn here() -> Self {
        Self { view: view::Late::here(), draw: Draw::here() }
    }
}

/// How far they are.
#[derive(Clone, Copy, Default)]
pub enum Fetched {
    /// Nobody has asked for one yet. Most browsers have them by then: the service worker keeps the whole release.
    #[default]
    Unasked,
    Coming,
    Missing,
    Here(Late),
}

impl Fetched {
    pub fn view(self) -> Later {
        match self {
            Fetched::Here(late) => Later::Here(late.view),
            Fetched::Missing => Later::Missing,
            Fetched::Unasked | Fetched::Coming => Later::Coming,
        }
    }

    pub fn draw(self) -> Option<Draw> {
        if let Fetched::Here(late) = self { Some(late.draw) } else { None }
    }
}

/// Fetches the later pages, or says that it cannot be done now.
#[wasm_split(pages, fallible)]
pub fn pages() -> Result<Late, NotFetched> {
    Ok(Late::here())
}

/// Opens the door to the wider vocabulary of packs; gives the page that shows its figures.
#[wasm_split(wider, fallible)]
pub fn wider() -> Result<fn(&GalleryPage, &Shared) -> Html, NotFetched> {
    wide::open(wide::Wider::here());
    lesson::open(lesson::Lessons::here());
    view::figure::open();
    view::boxes::open(view::boxes::BoxWords::here());
    boxes::open(boxes::BoxesDrawn::here());
    Ok(gallery::page)
}

/// Opens the door to what is drawn over fields and moved in figures.
#[wasm_split(hands, fallible)]
pub fn hands() -> Result<(), NotFetched> {
    hands::open();
    Ok(())
}

/// What the page for taking the record along shows, and how it is drawn.
pub type Carried = (fn(&Session, &Shell) -> CarryPage, fn(&CarryPage, &Shared) -> Html);

/// Taking the record along: codes, pictures, the camera.
#[wasm_split(carry, fallible)]
pub fn carry() -> Result<Carried, NotFetched> {
    Ok((view::carry::page, carry_page::page))
}

/// Gives the page that proves what is said about privacy.
#[wasm_split(proof, fallible)]
pub fn proof() -> Result<fn(&PrivacyPage, &Shared) -> Html, NotFetched> {
    Ok(proof_page::page)
}

/// Opens the door to what a class needs.
#[wasm_split(room, fallible)]
pub fn room() -> Result<(), NotFetched> {
    view::open_room(view::Room::here());
    pages::room::open(pages::room::Drawn::here());
    Ok(())
}

/// Opens the door to what the host of this copy has set; fetched where that is anything.
#[wasm_split(host, fallible)]
pub fn host() -> Result<(), NotFetched> {
    hosted::open();
    Ok(())
}

/// The later pages, with what this one needs beside them.
pub async fn fetch(route: Route) -> Result<Late, NotFetched> {
    let mut late = pages().await?;
    match route {
        Route::Gallery => {
            hands().await?;
            late.draw.gallery = Some(wider().await?);
        }
        Route::Carry => {
            let (view, draw) = carry().await?;
            (late.view.carry, late.draw.carry) = (Some(view), Some(draw));
        }
        Route::Privacy => late.draw.proof = Some(proof().await?),
        _ => {}
    }
    Ok(late)
}

/// Puts the keeper to work.
#[wasm_split(records, preload(fetch_records), fallible)]
pub fn keep(
    told: Callback<Told>,
    news: UnboundedSender<Ask>,
    asked: UnboundedReceiver<Ask>,
) -> Result<LocalBoxFuture<'static, ()>, NotFetched> {
    app::open();
    recorded::open(recorded::Recorded::here());
    view::open_record_words(view::RecordWords::here());
    pages::open(pages::FirstPage::here());
    Ok(keeping::keep(told, news, asked))
}

/// Waits until the keeper is there. Without it nobody's record can be opened; the page says so, and it is tried again
/// ever more rarely.
pub async fn records(told: &Callback<Told>) {
    let mut wait = 500;
    while fetch_records().await.is_err() {
        told.emit(Told::Missing);
        TimeoutFuture::new(wait).await;
        wait = (wait * 2).min(60_000);
    }
}
