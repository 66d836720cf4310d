//! Dot plots and line plots. Slots: the place where the hand stands, then how many dots stand over each place.

use super::equation::number;
use super::hand::{Also, Axis, Hand, Handle, Press};
use super::paper::{Paper, WIDTH, spoken, written_decimal};
use super::{Drawn, Look, Tool};
use crate::content::Locale;
use crate::content::figure::DotPlot;
use crate::view::words;

const MARGIN: i32 = 200;

impl DotPlot {
    fn last(&self) -> i32 {
        self.counts.len() as i32 - 1
    }

    fn spot(&self, place: usize) -> i32 {
        MARGIN + (WIDTH - 2 * MARGIN) * place as i32 / self.last().max(1)
    }

    /// From one dot to the next.
    fn unit(&self) -> i32 {
        ((WIDTH - 2 * MARGIN) / self.last().max(1) * 9 / 10).min(210)
    }

    /// Height of the line under the dots.
    fn line(&self) -> i32 {
        40 + self.high() as i32 * self.unit()
    }

    /// The middle of the dot of this number over the line.
    fn height(&self, count: i32) -> i32 {
        self.line() - count * self.unit() + self.unit() / 2 - 50
    }

    fn count(&self, look: Look, place: usize) -> i32 {
        if self.enter { look.hand.slot(1 + place).unwrap_or(0) } else { self.counts[place] as i32 }
    }

    fn written(&self, place: usize) -> String {
        let value = self.value(place);
        if self.decimal { written_decimal(value) } else { value.to_string() }
    }

    /// Places that carry a label: all where there is room, else those that are whole, else every other one.
    fn is_labelled(&self, place: usize) -> bool {
        let whole = |place: &usize| self.value(*place).is_integer();
        let wholes = (0..self.counts.len()).filter(whole).count();
        match self.counts.len() {
            all if all <= 12 => true,
            all if wholes < all && wholes > 1 => whole(&place),
            _ => place.is_multiple_of(2),
        }
    }
}

impl Tool for DotPlot {
    fn start(&self, draft: &str, locale: Locale) -> Hand {
        let place = |text: &str| self.place_of(number(text, locale)?);
        let places: Option<Vec<usize>> = draft.split(',').map(place).collect();
        let mut counts: Vec<Option<i32>> = self.counts.iter().map(|count| Some(*count as i32)).collect();
        if let Some(places) = places {
            let over = |place: usize| places.iter().filter(|at| **at == place).count().min(self.high());
            counts = (0..counts.len()).map(|place| Some(over(place) as i32)).collect();
        }
        counts.insert(0, None);
        Hand::of(counts)
    }

    fn typed(&self, hand: &Hand) -> String {
        let over =
            |place: usize| vec![self.written(place); hand.slot(1 + place).unwrap_or(0).max(0) as usize];
        let all: Vec<String> = (0..self.counts.len()).flat_map(over).collect();
        all.join(", ")
    }

    fn drawn(&self, look: Look) -> Drawn {
        let line = self.line();
        let stacked = !self.decimal && (0..self.counts.len()).any(|place| !self.value(place).is_integer());
        let mut paper = Paper::new(WIDTH, line + if stacked { 420 } else { 260 });
        if let (Some(_), Some(place)) = (look.active, look.hand.slot(0)) {
            let (x, half) = (self.spot(place as usize), self.unit() / 2);
            paper.rect("here", (x - half, 20), (2 * half, line - 20));
        }
        paper.path("axis", format!("M{} {line}H{}", MARGIN - 120, WIDTH - MARGIN + 120));
        for place in 0..self.counts.len() {
            let (x, labelled) = (self.spot(place), self.is_labelled(place));
            let (class, long) = if labelled { ("tick long", 55) } else { ("tick", 35) };
            paper.line(class, (x, line - long), (x, line + long));
            if labelled {
                let raised = if self.value(place).is_integer() { 150 } else { 240 };
                paper.number(self.value(place), self.decimal, x, line + raised);
            }
            for count in 1..=self.count(look, place) {
                self.draw_dot(&mut paper, x, self.height(count));
            }
        }
        let mut drawn = Drawn::paper(paper);
        if self.enter {
            self.handle(&mut drawn, look);
        }
        drawn
    }
}

impl DotPlot {
    fn draw_dot(&self, paper: &mut Paper, x: i32, y: i32) {
        let reach = self.unit() * 38 / 100;
        if self.crosses {
            let (far, all) = (reach * 85 / 100, 2 * (reach * 85 / 100));
            paper.path("cross", format!("M{} {}l{all} {all}m0-{all}l-{all} {all}", x - far, y - far));
        } else {
            paper.dot("datum", (x, y), reach);
        }
    }

    fn handle(&self, drawn: &mut Drawn, look: Look) {
        let locale = look.locale;
        let name = words::enter_dot_plot(locale);
        let said = match look.hand.slot(0).and_then(|place| usize::try_from(place).ok()) {
            Some(place) => {
                let at = spoken(&self.written(place), self.value(place), locale);
                words::figure_over(locale, &at, &self.count(look, place).to_string())
            }
            None => words::enter_nothing(locale).into(),
        };
        drawn.note = name.into();
        let across = Axis::along(0, 0, (0..self.counts.len()).map(|place| self.spot(place)).collect());
        let down = Axis::along(1, 0, (0..=self.high() as i32).map(|count| self.height(count)).collect());
        drawn.handles.push(Handle { also: Also::Heights, ..Handle::plane(name, said, across, down) });
        let standing = (0..self.counts.len()).any(|place| self.count(look, place) > 0);
        let empty = Hand::of([None].into_iter().chain(self.counts.iter().map(|_| Some(0))).collect());
        drawn
            .presses
            .push(Press { label: words::figure_clear(locale).into(), to: standing.then_some(empty) });
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::walk;
    use super::*;
    use crate::content::Figure;
    use crate::num::Rational;

    #[test]
    fn dots_are_stacked_where_the_hand_stands() {
        let ratio = |num, den| Rational::new(num, den).expect("a number");
        let plot = DotPlot {
            from: Rational::ZERO,
            step: ratio(1, 4),
            counts: vec![0; 9],
            crosses: true,
            decimal: false,
            enter: true,
        };
        let figure = Figure::DotPlot(plot);
        let keys = [
            (0, "ArrowRight"),
            (0, "ArrowUp"),
            (0, "ArrowRight"),
            (0, "ArrowUp"),
            (0, "ArrowUp"),
            (0, "ArrowDown"),
            (0, "!Take all marks away"),
        ];
        let told = ["", "0", "0", "0, 1/4", "0, 1/4, 1/4", "0, 1/4", ""];
        walk(&figure, "", &keys, &told);
        walk(&figure, "5/4, 1/2", &[(0, "Home"), (0, "ArrowUp")], &["1/2, 5/4", "0, 1/2, 5/4"]);
    }
}
