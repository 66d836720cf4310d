//! What makes learning easier for one learner (E7), and what they know about what they know (O5).

use super::{Choice, Choices, Comfort, Sureness, words};
use crate::content::Locale;
use crate::learner::{LETTERS, Learner, Profile, SPACING, SUCCESS, SURE};
use crate::tutor::Msg;

/// Answers with a word on how sure one was, before anything is said about them.
const ENOUGH: u32 = 5;

pub fn comfort(profile: &Profile, locale: Locale) -> Comfort {
    let either = |id: &str, legend: &str, off: &str, on: &str| Choices {
        legend: legend.into(),
        choices: [(false, off), (true, on)]
            .map(|(wanted, label)| {
                Choice::words(label, profile.has(id) == wanted, Msg::Told(with(profile, id, wanted)))
            })
            .into(),
    };
    let usual = words::comfort_usual(locale);
    Comfort {
        title: words::comfort_title(locale).into(),
        text: words::comfort_text(locale).into(),
        choices: vec![
            either(SPACING, words::comfort_spacing(locale), usual, words::comfort_wide(locale)),
            either(LETTERS, words::comfort_letters(locale), usual, words::comfort_large(locale)),
            either(SUCCESS, words::comfort_success(locale), usual, words::comfort_success_more(locale)),
            either(
                SURE,
                words::comfort_sure(locale),
                words::comfort_sure_no(locale),
                words::comfort_sure_yes(locale),
            ),
        ],
    }
}

/// What is told: all accommodations, with this one on or off.
pub(super) fn with(profile: &Profile, id: &str, wanted: bool) -> Profile {
    let mut all: Vec<String> = profile.accommodations.clone().unwrap_or_default();
    all.retain(|other| other != id);
    all.extend(wanted.then(|| id.to_string()));
    Profile { accommodations: Some(all), ..Profile::default() }
}

/// How often each word was right, once there are enough of them to look at.
pub fn sureness(learner: &Learner, locale: Locale) -> Option<Sureness> {
    let said: u32 = learner.sure.iter().flatten().sum();
    let names = [words::sure_guess(locale), words::sure_think(locale), words::sure_certain(locale)];
    (said >= ENOUGH).then(|| Sureness {
        title: words::sure_title(locale).into(),
        text: words::sure_text(locale).into(),
        bars: names
            .into_iter()
            .zip(learner.sure)
            .filter(|(_, tally)| tally.iter().any(|count| *count > 0))
            .map(|(name, [wrong, right])| {
                let all = wrong + right;
                (words::sure_line(locale, name, &right.to_string(), &all.to_string()), right, all)
            })
            .collect(),
    })
}
