//! How good predicted probabilities are: the protocol's five figures.

use crate::num::math;

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Scores {
    pub auc: f64,
    pub rmse: f64,
    pub log_loss: f64,
    pub accuracy: f64,
    /// Expected calibration error over ten equal bins.
    pub ece: f64,
    pub rows: usize,
}

/// Scores pairs of predicted probability and what came.
pub fn score(pairs: &[(f64, bool)]) -> Scores {
    if pairs.is_empty() {
        return Scores::default();
    }
    let n = pairs.len() as f64;
    let (mut square, mut loss, mut hits) = (0.0, 0.0, 0.0);
    let mut bins = [(0.0, 0.0); 10];
    for (p, right) in pairs {
        let y = f64::from(u8::from(*right));
        square += (p - y) * (p - y);
        let clipped = p.clamp(1e-6, 1.0 - 1e-6);
        loss -= math::ln(if *right { clipped } else { 1.0 - clipped });
        hits += f64::from(u8::from((*p >= 0.5) == *right));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "p is within 0..1")]
        let bin = ((p * 10.0) as usize).min(9);
        bins[bin].0 += p;
        bins[bin].1 += y;
    }
    let ece = bins.iter().map(|(p, y): &(f64, f64)| (p - y).abs()).sum::<f64>() / n;
    Scores {
        auc: auc(pairs),
        rmse: math::sqrt(square / n),
        log_loss: loss / n,
        accuracy: hits / n,
        ece,
        rows: pairs.len(),
    }
}

/// The chance that a right answer was given a higher probability than a wrong one; ties count half
/// (Mann and Whitney 1947). One half where only one kind of answer is there.
fn auc(pairs: &[(f64, bool)]) -> f64 {
    let mut sorted: Vec<&(f64, bool)> = pairs.iter().collect();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut ranks, mut at) = (0.0, 0);
    while at < sorted.len() {
        let end = sorted[at..].iter().take_while(|pair| pair.0 == sorted[at].0).count() + at;
        let rank = (at + 1 + end) as f64 / 2.0;
        ranks += rank * sorted[at..end].iter().filter(|pair| pair.1).count() as f64;
        at = end;
    }
    let right = pairs.iter().filter(|pair| pair.1).count() as f64;
    let wrong = pairs.len() as f64 - right;
    if right * wrong == 0.0 { 0.5 } else { (ranks - right * (right + 1.0) / 2.0) / (right * wrong) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_a_small_table_reckoned_by_hand() {
        let pairs = [(0.9, true), (0.6, false), (0.6, true), (0.2, false)];
        let scores = score(&pairs);
        assert!((scores.auc - 0.875).abs() < 1e-12, "3 pairs in order, 1 tie: {}", scores.auc);
        assert!((scores.rmse - ((0.01 + 0.36 + 0.16 + 0.04) / 4.0_f64).sqrt()).abs() < 1e-12);
        assert!((scores.accuracy - 0.75).abs() < 1e-12);
        assert!((scores.ece - (0.1 + 0.2 + 0.2) / 4.0).abs() < 1e-12, "{}", scores.ece);
        assert_eq!(scores.rows, 4);
    }

    #[test]
    fn one_kind_of_answer_cannot_be_ranked() {
        assert_eq!(score(&[(0.3, true), (0.4, true)]).auc, 0.5);
    }
}
