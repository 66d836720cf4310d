//! Who is learning: the question after some answers, and the pictures and interests to choose from.

use super::practice::button;
use super::{AboutYou, Choice, words};
use crate::content::Locale;
use crate::learner::{Learner, Mode, Profile};
use crate::tutor::Msg;
use crate::tutor::select::SEARCH_LIMIT;

/// Ids of the closed set of drawn avatars.
pub const AVATARS: [&str; 8] = ["fox", "owl", "whale", "cactus", "kite", "comet", "drum", "leaf"];
const INTERESTS: [&str; 8] = ["sports", "music", "animals", "cooking", "making", "space", "games", "nature"];

pub fn about_you(learner: &Learner, locale: Locale) -> AboutYou {
    let profile = &learner.profile;
    AboutYou {
        title: words::about_title(locale).into(),
        text: words::about_text(locale).into(),
        nickname_label: words::about_nickname(locale).into(),
        nickname_note: words::about_nickname_note(locale).into(),
        nickname: profile.nickname.clone().unwrap_or_default(),
        avatars: avatars(profile, locale),
        avatars_label: words::about_avatar(locale).into(),
        avatar_ids: AVATARS.map(String::from).into(),
        interests: INTERESTS.iter().map(|id| interest(profile, id, locale)).collect(),
        interests_label: words::about_interests(locale).into(),
        modes: vec![
            button(words::about_search(locale), true, Msg::ModeChosen(Mode::FindStart)),
            button(words::about_practise(locale), true, Msg::ModeChosen(Mode::Practise)),
        ],
        modes_note: words::about_search_note(locale, &SEARCH_LIMIT.to_string()),
    }
}

pub fn avatars(profile: &Profile, locale: Locale) -> Vec<Choice> {
    let choice = |id: &str| {
        let told = Profile { avatar: Some(id.into()), ..Profile::default() };
        Choice::words(avatar_name(id, locale), profile.avatar.as_deref() == Some(id), Msg::Told(told))
    };
    AVATARS.into_iter().map(choice).collect()
}

pub fn avatar_name(id: &str, locale: Locale) -> &'static str {
    match id {
        "owl" => words::avatar_owl(locale),
        "whale" => words::avatar_whale(locale),
        "cactus" => words::avatar_cactus(locale),
        "kite" => words::avatar_kite(locale),
        "comet" => words::avatar_comet(locale),
        "drum" => words::avatar_drum(locale),
        "leaf" => words::avatar_leaf(locale),
        _ => words::avatar_fox(locale),
    }
}

pub fn interest_name(id: &str, locale: Locale) -> &'static str {
    match id {
        "sports" => words::interest_sports(locale),
        "music" => words::interest_music(locale),
        "animals" => words::interest_animals(locale),
        "cooking" => words::interest_cooking(locale),
        "making" => words::interest_making(locale),
        "space" => words::interest_space(locale),
        "games" => words::interest_games(locale),
        _ => words::interest_nature(locale),
    }
}

fn interest(profile: &Profile, id: &str, locale: Locale) -> Choice {
    let name = interest_name(id, locale);
    let mut picked = profile.interests.clone().unwrap_or_default();
    let chosen = picked.iter().any(|other| other == id);
    if chosen {
        picked.retain(|other| other != id);
    } else {
        picked.push(id.into());
    }
    Choice::words(name, chosen, Msg::Told(Profile { interests: Some(picked), ..Profile::default() }))
}
