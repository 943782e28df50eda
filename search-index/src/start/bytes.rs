//! Numbers, texts and lists in a row.

/// Appends a number, seven bits a byte, lowest first.
pub fn put_number(to: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        to.push(number as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

/// Appends a length and as many bytes.
pub fn put_bytes(to: &mut Vec<u8>, bytes: &[u8]) {
    put_number(to, bytes.len() as u64);
    to.extend(bytes);
}

/// Appends a text.
pub fn put_text(to: &mut Vec<u8>, text: &str) {
    put_bytes(to, text.as_bytes());
}

/// Appends numbers that never fall, as steps.
pub fn put_rising(to: &mut Vec<u8>, numbers: &[u64]) {
    put_number(to, numbers.len() as u64);
    let mut before = 0;
    for number in numbers {
        put_number(to, number - before);
        before = *number;
    }
}

/// What is left to read.
pub struct Reader<'a>(pub &'a [u8]);

impl<'a> Reader<'a> {
    pub fn number(&mut self) -> Option<u64> {
        let mut number = 0u64;
        for shift in (0..64).step_by(7) {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u64::from(byte & 0x7f) << shift;
            if *byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    pub fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    pub fn text(&mut self) -> Option<String> {
        String::from_utf8(self.bytes()?.to_vec()).ok()
    }

    pub fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let length = self.number()?;
        // Every item takes a byte at least: a false length is refused before memory is asked for it.
        if length > self.0.len() as u64 {
            return None;
        }
        (0..length).map(|_| item(self)).collect()
    }

    pub fn rising(&mut self) -> Option<Vec<u64>> {
        let mut before = 0u64;
        self.list(|from| {
            before = before.checked_add(from.number()?)?;
            Some(before)
        })
    }
}
