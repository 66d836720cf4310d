//! What the linter says about a pack.
use super::source::Pack;
use std::fmt;
#[derive(Debug)]
pub struct Finding {
    pub what: String,
}
impl Finding {
    pub fn is_error(&self) -> bool {
        true
    }
}
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.what)
    }
}
pub fn json(_: &[Finding]) -> String {
    String::new()
}
pub fn lint(pack: &Pack) -> Vec<Finding> {
    let mut all = Vec::new();
    for unit in &pack.units {
        let (_, problems) = super::Unit::read(&unit.json);
        for p in problems {
            let (l, c) = unit.file.position(&p.at);
            all.push(Finding { what: format!("{}:{l}:{c}: {}", unit.file.path, p) });
        }
        for f in &unit.file.faults {
            all.push(Finding { what: format!("{}:{}:{}: {}", unit.file.path, f.line, f.column, f.what) });
        }
    }
    all
}
