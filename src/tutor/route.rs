//! Addresses within the app: the part behind `#`. They never hold a name, an answer or a learner's id.

use std::fmt;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    #[default]
    Home,
    Practice,
    /// All skills as a list.
    Progress,
    /// All skills as a map.
    Map,
    /// One skill, by its id.
    Skill(String),
    Settings,
    Learners,
    /// Taking the record along, and bringing one back.
    Carry,
    /// Every kind of figure, to try.
    Gallery,
    /// Every way out tried, everything stored listed.
    Privacy,
    /// Exactly one question, touching nobody's progress.
    Question {
        item: String,
        level: Option<u8>,
        seed: u32,
    },
    /// The lesson about a skill, at this step of it.
    Lesson {
        skill: String,
        step: usize,
    },
    /// What a class needs, on both sides: fetched as one part, which reads the rest of the address.
    Room(String),
    Unknown(String),
}

/// First words of the addresses in [`Route::Room`].
const ROOMS: [&str; 8] = ["class", "join", "hand-in", "unit", "report", "paper", "week", "project"];

impl Route {
    /// Reads the fragment of an address, with or without `#`.
    pub fn read(fragment: &str) -> Self {
        let path = fragment.trim_start_matches('#').trim_matches('/');
        match path {
            "" => Self::Home,
            "practice" => Self::Practice,
            "progress" => Self::Progress,
            "map" => Self::Map,
            "settings" => Self::Settings,
            "learners" => Self::Learners,
            "carry" => Self::Carry,
            "gallery" => Self::Gallery,
            "privacy" => Self::Privacy,
            _ => Self::skill(path)
                .or_else(|| Self::question(path))
                .or_else(|| Self::lesson(path))
                .or_else(|| Self::room(path))
                .unwrap_or_else(|| Self::Unknown(path.chars().take(80).collect())),
        }
    }

    /// Whether a page touches nobody's record: one question by itself, or for a whole room.
    pub fn is_nobodys(&self) -> bool {
        match self {
            Self::Question { .. } => true,
            Self::Room(path) => path.starts_with("project"),
            _ => false,
        }
    }

    fn room(path: &str) -> Option<Self> {
        let first = path.split('/').next()?;
        ROOMS.contains(&first).then(|| Self::Room(path.into()))
    }

    fn lesson(path: &str) -> Option<Self> {
        let rest = path.strip_prefix("lesson/")?;
        let (skill, step) = rest.split_once('/').unwrap_or((rest, "1"));
        // People count from one.
        let step = step.parse::<u8>().ok()?.checked_sub(1)?.into();
        (!skill.is_empty() && skill.len() <= 120).then(|| Self::Lesson { skill: skill.into(), step })
    }

    fn skill(path: &str) -> Option<Self> {
        let id = path.strip_prefix("skill/")?;
        (!id.is_empty() && id.len() <= 120 && !id.contains('/')).then(|| Self::Skill(id.into()))
    }

    fn question(path: &str) -> Option<Self> {
        let (item, seed) = path.strip_prefix("q/")?.split_once('/')?;
        let seed = seed.parse().ok()?;
        let (item, level) = match item.split_once('@') {
            Some((item, level)) => (item, Some(level.parse().ok()?)),
            None => (item, None),
        };
        let fits = !item.is_empty() && item.len() <= 120;
        fits.then(|| Self::Question { item: item.into(), level, seed })
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Home => write!(f, "#/"),
            Self::Practice => write!(f, "#/practice"),
            Self::Progress => write!(f, "#/progress"),
            Self::Map => write!(f, "#/map"),
            Self::Skill(id) => write!(f, "#/skill/{id}"),
            Self::Settings => write!(f, "#/settings"),
            Self::Learners => write!(f, "#/learners"),
            Self::Carry => write!(f, "#/carry"),
            Self::Gallery => write!(f, "#/gallery"),
            Self::Privacy => write!(f, "#/privacy"),
            Self::Question { item, level: Some(level), seed } => write!(f, "#/q/{item}@{level}/{seed}"),
            Self::Question { item, level: None, seed } => write!(f, "#/q/{item}/{seed}"),
            Self::Lesson { skill, step: 0 } => write!(f, "#/lesson/{skill}"),
            Self::Lesson { skill, step } => write!(f, "#/lesson/{skill}/{}", step + 1),
            Self::Room(path) | Self::Unknown(path) => write!(f, "#/{path}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_read_back_as_they_were_written() {
        for address in [
            "#/",
            "#/practice",
            "#/settings",
            "#/carry",
            "#/gallery",
            "#/privacy",
            "#/map",
            "#/skill/fr.add-like",
            "#/q/fr.add-like.bare@2/17",
            "#/q/fr.add-like.bare/0",
            "#/lesson/fr.nl-any",
            "#/lesson/fr.nl-any/3",
            "#/class",
            "#/join/7KQM2X/7",
            "#/hand-in",
            "#/paper",
            "#/week",
            "#/project/fr.add-like.bare@2/17",
            "#/x/y",
        ] {
            assert_eq!(Route::read(address).to_string(), address);
        }
        assert_eq!(Route::read(""), Route::Home);
        assert_eq!(Route::read("#/lesson/a/0"), Route::Unknown("lesson/a/0".into()));
        assert_eq!(Route::read("#/q/a/minus"), Route::Unknown("q/a/minus".into()));
        assert_eq!(Route::read("#/skill/"), Route::Unknown("skill".into()));
    }
}
