//! Check digits and letters.

/// Modulus 11 of NHS numbers.
pub(super) fn nhs(digits: &str) -> bool {
    let values: Vec<u32> = digits.bytes().map(|byte| u32::from(byte - b'0')).collect();
    if values.len() != 10 || values.iter().all(|value| *value == values[0]) {
        return false;
    }
    let sum: u32 = values[..9].iter().zip((2..=10).rev()).map(|(value, weight)| value * weight).sum();
    (11 - sum % 11) % 11 == values[9]
}

/// Luhn's check of cards and devices.
pub(super) fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(n, byte)| {
            let value = u32::from(byte - b'0');
            if n % 2 == 0 { value } else { value * 2 / 10 + value * 2 % 10 }
        })
        .sum();
    sum.is_multiple_of(10) && digits.bytes().any(|byte| byte != b'0')
}

/// Modulus 97 of account numbers such as `GB95NWBK…`.
pub(super) fn iban(letters: &str) -> bool {
    let (head, tail) = letters.split_at(letters.len().min(4));
    let rest = tail.bytes().chain(head.bytes()).try_fold(0u32, |rest, byte| {
        let value = char::from(byte).to_digit(36)?;
        Some((rest * if value > 9 { 100 } else { 10 } + value) % 97)
    });
    letters.len() >= 15 && rest == Some(1)
}

/// The check letter of a unique pupil number.
pub(super) fn upn(letters: &str) -> bool {
    const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRTUVWXYZ";
    let bytes = letters.as_bytes();
    if bytes.len() != 13 {
        return false;
    }
    let value = |byte: u8| {
        if byte.is_ascii_digit() { Some(usize::from(byte - b'0')) } else { LETTERS.iter().position(|l| *l == byte) }
    };
    let sum = bytes[1..].iter().zip(2..).try_fold(0, |sum, (byte, weight)| Some(sum + value(*byte)? * weight));
    sum.is_some_and(|sum| LETTERS[sum % LETTERS.len()] == bytes[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_agree_with_known_numbers() {
        assert!(nhs("9994149121") && nhs("9434765919") && !nhs("9434765918") && !nhs("0000000000"));
        assert!(luhn("4111111111111111") && luhn("490154203237518") && !luhn("4111111111111112"));
        assert!(iban("GB82WEST12345698765432") && !iban("GB83WEST12345698765432") && !iban("GB82"));
        assert!(upn("G342113873809") && !upn("A342113873809") && !upn("G34"));
    }
}
