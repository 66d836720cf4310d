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

pub fn sin(x: f64) -> f64 {
    libm::sin(x)
}

pub fn cos(x: f64) -> f64 {
    libm::cos(x)
}

pub fn sinh(x: f64) -> f64 {
    libm::sinh(x)
}

pub fn cosh(x: f64) -> f64 {
    libm::cosh(x)
}

pub fn asin(x: f64) -> f64 {
    libm::asin(x)
}

pub fn acos(x: f64) -> f64 {
    libm::acos(x)
}

pub fn atan(x: f64) -> f64 {
    libm::atan(x)
}

pub fn atan2(y: f64, x: f64) -> f64 {
    libm::atan2(y, x)
}

pub fn floor(x: f64) -> f64 {
    libm::floor(x)
}

/// The gamma function, `gamma(n + 1)` = n!.
pub fn gamma(x: f64) -> f64 {
    libm::tgamma(x)
}
