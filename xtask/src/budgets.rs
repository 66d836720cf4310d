//! The sizes of a release against what they must not exceed: bytes on the wire until the first question.

use crate::assets::Assets;
use crate::shell::Outcome;

const KB: f64 = 1024.0;

/// A figure, and what it must and should not exceed, in bytes.
pub struct Budget {
    pub what: &'static str,
    pub must: usize,
    pub goal: usize,
    pub bytes: usize,
}

/// Which files the first question needs, by what they are.
#[derive(Default)]
pub struct FirstQuestion {
    pub wasm: Vec<String>,
    /// Parts of the app that no first question needs: their sizes are told, beside the budgets.
    pub later: Vec<String>,
    pub script: Vec<String>,
    pub style: Vec<String>,
    pub fonts: Vec<String>,
    /// The page, the map and the first unit.
    pub data: Vec<String>,
}

impl FirstQuestion {
    pub fn files(&self) -> impl Iterator<Item = &String> {
        [&self.data, &self.style, &self.script, &self.wasm, &self.fonts].into_iter().flatten()
    }

    pub fn budgets(&self, assets: &Assets) -> Vec<Budget> {
        let wire =
            |paths: &[String]| paths.iter().filter_map(|path| assets.get(path)).map(|a| a.wire()).sum();
        let kb = |what, must: usize, goal: usize, bytes| Budget {
            what,
            must: must * 1024,
            goal: goal * 1024,
            bytes,
        };
        let told = |what, bytes| Budget { what, must: usize::MAX, goal: usize::MAX, bytes };
        let all: Vec<String> = self.files().cloned().collect();
        vec![
            kb("all bytes to the first question", 240, 180, wire(&all)),
            kb("  wasm", 170, 130, wire(&self.wasm)),
            kb("  script", 10, 10, wire(&self.script)),
            kb("  styles", 10, 10, wire(&self.style)),
            kb("  fonts", 25, 25, wire(&self.fonts)),
            kb("  page, map and first unit", 25, 25, wire(&self.data)),
            told("fetched later (records, other pages)", wire(&self.later)),
            Budget { what: "requests", must: 10, goal: 7, bytes: all.len() },
        ]
    }
}

impl Budget {
    fn is_broken(&self) -> bool {
        self.bytes > self.must
    }

    fn row(&self) -> String {
        let verdict = if self.is_broken() {
            "BROKEN"
        } else if self.bytes > self.goal {
            "ok, goal missed"
        } else {
            "ok"
        };
        let show = |bytes: usize| match bytes {
            usize::MAX => "-".to_owned(),
            _ if self.must < 1024 => format!("{bytes}"),
            _ => format!("{:.1} KB", bytes as f64 / KB),
        };
        let (bytes, must, goal) = (show(self.bytes), show(self.must), show(self.goal));
        format!("  {:<34}{bytes:>10}{must:>11}{goal:>11}   {verdict}", self.what)
    }
}

/// Prints the table; an error names the budgets that are broken.
pub fn check(budgets: &[Budget]) -> Outcome {
    println!("\n  {:<34}{:>10}{:>11}{:>11}", "on the wire (brotli)", "now", "must", "goal");
    budgets.iter().for_each(|budget| println!("{}", budget.row()));
    println!();
    let broken: Vec<&str> = budgets.iter().filter(|b| b.is_broken()).map(|b| b.what.trim()).collect();
    if broken.is_empty() { Ok(()) } else { Err(format!("Broken size budgets: {}.", broken.join(", "))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_budget_is_named() {
        let budget = |bytes| Budget { what: "  fonts", must: 2048, goal: 1024, bytes };
        assert_eq!(check(&[budget(2048)]), Ok(()));
        assert_eq!(check(&[budget(2049)]), Err("Broken size budgets: fonts.".to_owned()));
    }
}
