//! One file for each page, and the choice between them.

pub mod done;

pub mod gallery;

pub mod grade;

pub mod home;

pub mod learners;

pub mod practice;

pub mod progress;

pub mod settings;

pub mod trouble;

pub mod waiting;

pub mod welcome;

use super::send::Send;
use crate::view::Page;
use yew::prelude::*;

pub fn page(view: &Page, send: &Send) -> Html {
    match view {
        Page::Waiting(words) => waiting::page(words),
        Page::Welcome(view) => welcome::page(view, send),
        Page::Grade(view) => grade::page(view, send),
        Page::Home(view) => home::page(view, send),
        Page::Practice(view) => practice::page(view, send),
        Page::Done(view) => done::page(view, send),
        Page::Progress(view) => progress::page(view, send),
        Page::Settings(view) => settings::page(view, send),
        Page::Learners(view) => learners::page(view, send),
        Page::Gallery(view) => gallery::page(view),
        Page::Trouble(view) => trouble::page(view, send),
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
        Page::Progress(_) => "progress",
        Page::Settings(_) => "settings",
        Page::Learners(_) => "learners",
        Page::Gallery(_) => "gallery",
        Page::Trouble(_) => "trouble",
    }
}
