use super::*;
use crate::content::Locale;

/// Keys on handles (`!Label` is a button), one after the other; what the figure types after each.
pub fn walk(figure: &Figure, draft: &str, keys: &[(usize, &str)], expected: &[&str]) {
    let mut hand = start(figure, draft, Locale::En);
    let mut told = Vec::new();
    for (handle, key) in keys {
        let draft = typed(figure, &hand);
        let look =
            Look { hand: &hand, draft: &draft, checked: None, open: true, active: None, locale: Locale::En };
        let now = moving(figure, look);
        hand = match key.strip_prefix('!') {
            Some(label) => {
                let press = now.presses.iter().find(|press| press.label == label);
                let to = press.and_then(|press| press.to.clone());
                to.unwrap_or_else(|| panic!("{label:?} can be pressed: {:?}", now.presses))
            }
            None => now.handles[*handle].key(&hand, key).expect("a key that means something"),
        };
        told.push(typed(figure, &hand));
    }
    assert_eq!(told, expected);
}
