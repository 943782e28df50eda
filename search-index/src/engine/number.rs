//! Arithmetic that gives the same bits everywhere. Libraries differ in the last bits of a logarithm; additions and
//! multiplications never do.

/// The natural logarithm of a positive number, within 0.0001.
pub fn ln(x: f32) -> f32 {
    let bits = x.to_bits();
    let power = (bits >> 23) as i32 - 127;
    let mantissa = f32::from_bits(bits & 0x007f_ffff | 0x3f80_0000);
    // ln m = 2 artanh((m - 1) / (m + 1)), for m from 1 to 2.
    let t = (mantissa - 1.0) / (mantissa + 1.0);
    let square = t * t;
    let artanh = t * (1.0 + square * (1.0 / 3.0 + square * (0.2 + square * (1.0 / 7.0 + square / 9.0))));
    power as f32 * std::f32::consts::LN_2 + 2.0 * artanh
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_the_logarithm(x in 0.001f32..1e9) {
            prop_assert!((ln(x) - x.ln()).abs() < 1e-4);
        }
    }
}
