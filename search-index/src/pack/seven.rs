//! Bytes as text of 7 bits a character.

/// Values that a script's string cannot hold as they are: NUL, line ends, quote and backslash.
const AWKWARD: [u8; 5] = [0, 10, 13, 34, 92];

/// Appends `bytes` to `text` as UTF-8.
pub fn to_seven(bytes: &[u8], text: &mut Vec<u8>) {
    text.reserve(bytes.len() * 6 / 5);
    let (mut held, mut bits) = (0u32, 0);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        while bits >= 7 {
            bits -= 7;
            push((held >> bits & 0x7f) as u8, text);
        }
    }
    if bits > 0 {
        push((held << (7 - bits) & 0x7f) as u8, text);
    }
}

fn push(value: u8, text: &mut Vec<u8>) {
    if AWKWARD.contains(&value) {
        // U+0080 + value in UTF-8: all of them are below U+00E0.
        text.extend([0xc2 | value >> 6, 0x80 | value & 0x3f]);
    } else {
        text.push(value);
    }
}

/// Reads UTF-8 that [`to_seven`] wrote; `None` if it cannot have.
pub fn from_seven(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 7 / 8);
    let (mut held, mut bits) = (0u32, 0);
    let mut rest = text.iter();
    while let Some(first) = rest.next() {
        let value = match *first {
            value @ ..0x80 => value,
            lead @ (0xc2 | 0xc3) => (lead & 1) << 6 | rest.next()? & 0x3f,
            _ => return None,
        };
        held = held << 7 | u32::from(value);
        bits += 7;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
        }
    }
    Some(bytes)
}
