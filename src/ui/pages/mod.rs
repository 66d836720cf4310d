//! One file for each page, and the choice between them.

pub mod about_you;

pub mod aside;

pub mod carry;

pub mod done;

pub mod earlier;

pub mod gallery;

pub mod grade;

pub mod home;

pub mod learners;

pub mod lesson;

pub mod map;

pub mod practice;

pub mod proof;

pub mod progress;

pub mod settings;

pub mod room;

pub mod skill;

pub mod trouble;

pub mod waiting;

pub mod welcome;

use super::send::{Send, Shared};
use crate::view::proof::PrivacyPage;
use crate::view::{AboutYou, CarryPage, Earlier, GalleryPage, Page, Welcome};
use yew::prelude::*;

doors! {
    /// How the first page is drawn. It is shown once the keeper knows that there is no record yet, and comes with it.
    FirstPage:
    draw_welcome(view: &Welcome, send: &Send) -> Html = welcome::page, or {
        let _ = (view, send);
        Html::default()
    };
}

/// What a worker does instead of showing pages.
pub fn work() {
    room::work();
}

/// `later` draws the pages that are fetched later; before they are there no such page is shown.
pub fn page(view: &Page, shared: &Shared, later: Option<Draw>) -> Html {
    let send = &shared.send;
    match view {
        Page::Waiting(words) => waiting::page(words),
        Page::Welcome(view) => draw_welcome(view, send),
        Page::Practice(view) => practice::page(view, shared, later),
        Page::Trouble(view) => trouble::page(view, send),
        Page::Carry(view) => {
            later.and_then(|draw| draw.carry).map(|page| page(view, shared)).unwrap_or_default()
        }
        Page::Privacy(view) => {
            later.and_then(|draw| draw.proof).map(|page| page(view, shared)).unwrap_or_default()
        }
        Page::Room(view) => room::page(view, send),
        Page::Gallery(view) => {
            later.and_then(|draw| draw.gallery).map(|page| page(view, shared)).unwrap_or_default()
        }
        _ => later.map(|draw| (draw.page)(view, shared)).unwrap_or_default(),
    }
}

/// How the pages that are fetched later are drawn, and a part of the practice page that comes after some answers.
/// Nothing else may name these functions.
#[derive(Clone, Copy)]
pub struct Draw {
    pub page: fn(&Page, &Shared) -> Html,
    pub about_you: fn(&AboutYou, &Send) -> Html,
    pub earlier: fn(&Earlier, &Send) -> Html,
    /// Comes with the wider vocabulary of packs.
    pub gallery: Option<fn(&GalleryPage, &Shared) -> Html>,
    /// In a part of its own.
    pub carry: Option<fn(&CarryPage, &Shared) -> Html>,
    /// A part of its own.
    pub proof: Option<fn(&PrivacyPage, &Shared) -> Html>,
}

impl Draw {
    pub fn here() -> Self {
        Self {
            page: late_page,
            about_you: about_you::section,
            earlier: earlier::section,
            gallery: None,
            carry: None,
            proof: None,
        }
    }

    /// With what a browser fetches apart from that.
    pub fn all() -> Self {
        Self {
            gallery: Some(gallery::page),
            carry: Some(carry::page),
            proof: Some(proof::page),
            ..Self::here()
        }
    }
}

fn late_page(view: &Page, shared: &Shared) -> Html {
    let send = &shared.send;
    match view {
        Page::Grade(view) => grade::page(view, send),
        Page::Home(view) => home::page(view, send),
        Page::Done(view) => done::page(view, send),
        Page::Aside(view) => aside::page(view, send),
        Page::Progress(view) => progress::page(view, send),
        Page::Map(view) => map::page(view),
        Page::Skill(view) => skill::page(view, send),
        Page::Settings(view) => settings::page(view, send),
        Page::Learners(view) => learners::page(view, send),
        Page::Lesson(view) => lesson::page(view, shared),
        _ => Html::default(),
    }
}

/// Names the page, so that going from one to another draws it anew.
pub fn name(view: &Page) -> &'static str {
    match view {
        Page::Waiting(_) => "waiting",
        Page::Welcome(_) => "welcome",
        Page::Grade(_) => "grade",
        Page::Home(_) => "home",
        Page::Practice(_) => "practice",
        Page::Done(_) => "done",
        Page::Aside(_) => "aside",
        Page::Progress(_) => "progress",
        Page::Map(_) => "map",
        Page::Skill(_) => "skill",
        Page::Settings(_) => "settings",
        Page::Learners(_) => "learners",
        Page::Gallery(_) => "gallery",
        Page::Carry(_) => "carry",
        Page::Privacy(_) => "privacy",
        Page::Lesson(_) => "lesson",
        Page::Room(_) => "room",
        Page::Trouble(_) => "trouble",
    }
}
