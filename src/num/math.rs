//! Transcendental functions with the same bits on every machine (`libm`), and the few statistics built on them.

pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

pub fn pow(x: f64, y: f64) -> f64 {
    libm::pow(x, y)
}

pub fn sqrt(x: f64) -> f64 {
    libm::sqrt(x)
}

/// To the nearest whole number, halves away from zero.
pub fn round(x: f64) -> f64 {
    libm::round(x)
}

/// The logistic function, 1 / (1 + e^-x), without overflow for any finite `x`.
pub fn sigmoid(x: f64) -> f64 {
    if x >= 0.0 {
        1.0 / (1.0 + exp(-x))
    } else {
        let e = exp(x);
        e / (1.0 + e)
    }
}

/// The inverse of [`sigmoid`] for `p` strictly between 0 and 1.
pub fn logit(p: f64) -> f64 {
    ln(p / (1.0 - p))
}
