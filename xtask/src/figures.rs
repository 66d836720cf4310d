//! Figures that tests report, one a line: `name: N trials, M lost`, whatever stands before or after it.

use std::fmt;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    name: String,
    trials: u64,
    pub lost: u64,
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {} trials, {} lost", self.name, self.trials, self.lost)
    }
}

/// Every figure in what a runner said.
pub fn figures(output: &str) -> Vec<Figure> {
    output.lines().filter_map(figure).collect()
}

fn figure(line: &str) -> Option<Figure> {
    // Node's runner puts a sign before what a test says.
    let line = line.trim().trim_start_matches(['#', 'ℹ']).trim_start();
    let (name, rest) = line.rsplit_once(": ")?;
    let (trials, rest) = rest.split_once(" trials, ")?;
    let lost = rest.split_once(" lost")?.0;
    Some(Figure { name: name.to_owned(), trials: trials.parse().ok()?, lost: lost.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_found_in_the_words_of_every_runner() {
        let said = "running 2 tests\nunion laws: 10000 trials, 0 lost\n\
            ℹ kills, LevelDB: 5 trials, 0 lost (12 acknowledged)\n# torn headers: 2 trials, 1 lost\n\
            kill 3 of 5: 12 acknowledged, 0 lost\ntest result: ok. 12 passed; 0 failed";
        let found: Vec<String> = figures(said).iter().map(Figure::to_string).collect();
        assert_eq!(
            found,
            [
                "union laws: 10000 trials, 0 lost",
                "kills, LevelDB: 5 trials, 0 lost",
                "torn headers: 2 trials, 1 lost"
            ]
        );
    }
}
