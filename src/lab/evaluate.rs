//! `lab evaluate`: how well a model foresees the responses of students it was not fitted to.

use super::baselines::{Baseline, Pairs};
use super::data::{Data, Student};
use super::score::{Scores, score};
use super::trellis::{Calibration, Tracer};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Model {
    Trellis,
    Baseline(Baseline),
}

impl Model {
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "trellis" => Self::Trellis,
            "bkt" => Self::Baseline(Baseline::Bkt),
            "pfa" => Self::Baseline(Baseline::Pfa),
            "elo" => Self::Baseline(Baseline::Elo),
            "best-lr" => Self::Baseline(Baseline::BestLr),
            _ => return None,
        })
    }
}

/// The figures of the protocol, over the test students. `say` hears what is being done.
pub fn evaluate(data: &Data, model: Model, say: &mut dyn FnMut(&str)) -> Result<Scores, String> {
    let part = |test: bool| data.students.iter().filter(|s| s.is_test() == test).collect::<Vec<&Student>>();
    let (training, tests) = (part(false), part(true));
    if training.is_empty() || tests.is_empty() {
        return Err(format!(
            "{} training and {} test students: the protocol needs both",
            training.len(),
            tests.len()
        ));
    }
    say("fitting to training students");
    let pairs = match model {
        Model::Trellis => {
            let known = Calibration::fit(data, &training);
            say("following test students");
            trace(data, &known, &tests)
        }
        Model::Baseline(baseline) => baseline.run(data, &training, &tests),
    };
    Ok(score(&pairs))
}

fn trace(data: &Data, known: &Calibration, tests: &[&Student]) -> Pairs {
    let mut tracer = Tracer::new(data);
    let mut pairs = Pairs::new();
    for student in tests {
        tracer.clear();
        for row in &student.rows {
            let p = tracer.step(row, known, |asked, expected| known.foresee(asked, expected));
            pairs.push((p, row.right));
        }
    }
    pairs
}
