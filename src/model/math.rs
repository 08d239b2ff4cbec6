//! Exponentials that come out the same on every platform, so that training and the browser agree to
//! the bit.

/// 1.5 · 2²³: added to a number less than 2²² it leaves the nearest whole number in the lowest bits of the sum, and taken
/// away again it has rounded, without a call on any platform.
pub const ROUND: f32 = 12_582_912.0;

/// eˣ to about seven digits, by 2ⁿ and a polynomial; arguments beyond ±80 are cut off.
#[inline]
#[must_use]
pub fn exp(x: f32) -> f32 {
    let x = x.clamp(-80.0, 80.0) * std::f32::consts::LOG2_E;
    let rounded = x + ROUND;
    let whole = rounded - ROUND;
    let f = (x - whole) * std::f32::consts::LN_2;
    let series = 1.0 + f * (1.0 + f * (0.5 + f * (1.0 / 6.0 + f * (1.0 / 24.0 + f * (1.0 / 120.0)))));
    // The low bits of what was rounded are the whole number.
    f32::from_bits(rounded.to_bits().wrapping_sub(ROUND.to_bits()).wrapping_add(127) << 23) * series
}

/// ln x for positive x to about six digits.
#[inline]
#[must_use]
pub fn ln(x: f32) -> f32 {
    let bits = x.to_bits();
    let mut exponent = (bits >> 23) as i32 - 127;
    let mut m = f32::from_bits((bits & 0x007F_FFFF) | 0x3F80_0000);
    if m > std::f32::consts::SQRT_2 {
        m *= 0.5;
        exponent += 1;
    }
    // atanh series: ln m = 2 atanh((m - 1) / (m + 1)).
    let s = (m - 1.0) / (m + 1.0);
    let s2 = s * s;
    exponent as f32 * std::f32::consts::LN_2
        + 2.0 * s * (1.0 + s2 * (1.0 / 3.0 + s2 * (0.2 + s2 * (1.0 / 7.0 + s2 / 9.0))))
}

/// 1 / (1 + e⁻ˣ).
#[inline]
#[must_use]
pub fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + exp(-x))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_standard_library() {
        for i in -700..=700 {
            let x = i as f32 / 10.0;
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-5, "exp {x}");
            let y = x.exp();
            assert!((ln(y) - y.ln()).abs() < 1e-4, "ln {y}");
        }
    }
}
