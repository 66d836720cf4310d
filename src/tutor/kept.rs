//! A lesson as it is kept while the lid is closed (L12): where the learner is in it, and what was typed and chosen. It
//! lies beside the question on the desk and is no part of the record.

use super::lesson::{Desk, Doing, Worked};
use super::practice::{Frozen, Practice};
use crate::content::json::{Json, Object};
use serde::Serialize;

/// One lesson, begun and not finished.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Kept {
    pub skill: String,
    pub seed: u32,
    /// The step that is open.
    pub at: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// One for each part of the lesson, in order.
    pub parts: Vec<KeptPart>,
}

/// How far the learner is in one part: what is left out is untouched.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct KeptPart {
    /// Lines of the worked example that stand there, or boxes that are filled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub far: Option<usize>,
    /// Choices of "why this step?", in their order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub chosen: Vec<usize>,
    /// What is typed into the open box.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub draft: String,
    /// Misses in the open box.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub misses: Option<u8>,
    /// A question that was asked there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<Frozen>,
}

/// The lesson in what was kept for an opening.
pub(super) fn lesson_in(kept: &str) -> Option<String> {
    let kept = Object::read(kept)?;
    kept.get("lesson").map(|lesson| lesson.written().into())
}

/// A question as it is kept, with the lesson beside it: releases that know of no lesson pass it over.
pub(super) fn with_lesson(question: Option<String>, lesson: Option<String>) -> Option<String> {
    let Some(lesson) = lesson else { return question };
    let question = question.as_deref().and_then(|question| question.strip_suffix('}'));
    Some(match question {
        Some(question) => format!("{question},\"lesson\":{lesson}}}"),
        None => format!("{{\"lesson\":{lesson}}}"),
    })
}

impl Kept {
    /// `None` where there is nothing to keep: nothing was done yet, or the lesson is through.
    pub(super) fn written(desk: &Desk) -> Option<String> {
        let parts: Vec<KeptPart> = desk.parts.iter().map(|part| KeptPart::of(&part.doing)).collect();
        let begun =
            desk.at > 0 || desk.path.is_some() || parts.iter().any(|part| *part != KeptPart::default());
        let through = desk.is_last() && desk.part().is_some_and(|part| part.doing.is_done());
        let (skill, seed, at, path) = (desk.skill.clone(), desk.seed, desk.at, desk.path.clone());
        let kept = Self { skill, seed, at, path, parts };
        (begun && !through).then(|| serde_json::to_string(&kept).ok())?
    }

    /// Nothing where another release wrote what this one does not understand.
    pub(super) fn read(json: &str) -> Option<Self> {
        let kept = Object::read(json)?;
        let parts = kept.needs("parts", Json::list)?;
        Some(Self {
            skill: kept.needs("skill", Json::text)?,
            seed: kept.needs("seed", Json::number)?,
            at: kept.needs("at", Json::number)?,
            path: kept.may("path", Json::text)?,
            parts: parts.into_iter().map(KeptPart::read).collect::<Option<_>>()?,
        })
    }

    /// Puts everything back where it was and gives the step that was open; `None` where the lesson is another by now.
    pub(super) fn put_back(self, desk: &mut Desk, now: i64) -> Option<usize> {
        if self.parts.len() != desk.parts.len() {
            return None;
        }
        desk.path = self.path;
        for (part, kept) in desk.parts.iter_mut().zip(self.parts) {
            kept.put_back(&mut part.doing, now);
        }
        Some(self.at)
    }
}

impl KeptPart {
    fn of(doing: &Doing) -> Self {
        match doing {
            Doing::Worked(worked) => Self {
                far: Some(worked.seen).filter(|seen| *seen > 1),
                chosen: worked.chosen.clone(),
                ..Self::default()
            },
            Doing::Faded(faded) => Self {
                far: Some(faded.filled).filter(|filled| *filled > 0),
                draft: faded.draft.clone(),
                misses: Some(faded.misses).filter(|misses| *misses > 0),
                ..Self::default()
            },
            Doing::Asked(practice) => {
                let frozen = practice.freeze();
                // Whoever is at a later step has answered an earlier one.
                let begun = frozen.touched() || frozen.step.is_some();
                Self { question: Some(frozen).filter(|_| begun), ..Self::default() }
            }
            Doing::Explain { .. } => Self::default(),
        }
    }

    fn read(json: Json) -> Option<Self> {
        let part = json.object()?;
        let chosen = part.may("chosen", Json::list)?.unwrap_or_default();
        let question = part.get("question").map(Json::written);
        Some(Self {
            far: part.may("far", Json::number)?,
            chosen: chosen.into_iter().map(Json::number).collect::<Option<_>>()?,
            draft: part.may("draft", Json::text)?.unwrap_or_default(),
            misses: part.may("misses", Json::number)?,
            // A question that cannot be read any more is asked afresh.
            question: question.and_then(Frozen::read),
        })
    }

    fn put_back(self, doing: &mut Doing, now: i64) {
        match doing {
            Doing::Worked(worked) => {
                let seen = self.far.unwrap_or(1).clamp(1, worked.lines.len().max(1));
                *worked = Worked { seen, chosen: self.chosen, ..worked.clone() };
            }
            Doing::Faded(faded) => {
                faded.go_on_from(self.far.unwrap_or(0), self.draft, self.misses.unwrap_or(0))
            }
            Doing::Asked(practice) => {
                let Some(frozen) = self.question else { return };
                let own = &practice.question;
                let same = (own.item == frozen.item, own.level == frozen.level, own.rev == frozen.rev);
                let question = own.clone().in_skin(frozen.skin.as_deref());
                if same == (true, true, true)
                    && let Some(question) = question.same_step(frozen.step.as_deref())
                {
                    let thawed = Practice::thaw(question, frozen, now);
                    // Nothing in a lesson is recorded.
                    **practice = Practice { recorded: false, ..thawed };
                }
            }
            Doing::Explain { .. } => {}
        }
    }
}
