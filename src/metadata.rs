//! What a picture or document says of itself besides what it shows: who made it, where, when and with what.
//!
//! Each form is read as far as its own rules go, and never trusted: lengths that lead nowhere end the search for that
//! part. A form is told by its first bytes, whatever the file is called.

mod archive;
mod drawing;
mod gif;
mod jpeg;
mod media;
mod pdf;
mod png;
mod squeezed;
mod tiff;
mod webp;
mod xmp;

/// More of a file is not looked at.
pub const LONGEST: u64 = 64 * 1024 * 1024;

/// The words of a file that is no UTF-8, in whatever way it is packed: UTF-16, gzip, an archive that is not squeezed.
/// What is no text comes out as noise.
pub fn loosely(bytes: &[u8]) -> String {
    let wide = |from_bytes: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| from_bytes([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        [0x1f, 0x8b, ..] => String::from_utf8_lossy(&squeezed::gzip(bytes)).into_owned(),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// Something that a file says of itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trace {
    /// What it tells.
    pub tells: Tells,
    /// The words or numbers themselves, where there are any.
    pub words: String,
}

/// What a trace tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tells {
    /// Where it was made: coordinates, or the name of a place.
    Where,
    /// Who made it, owns it or is shown in it.
    Who,
    /// The device that made it.
    Device,
    /// When it was made.
    When,
    /// A comment, a caption, a file name.
    Remark,
    /// That there is a block of such information at all, by the block's name.
    Block,
}

/// What was found in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inside {
    /// What it says of itself, sorted, each once.
    pub traces: Vec<Trace>,
    /// Text that it shows or hides, to be looked through like any other: a document's, a drawing's.
    pub texts: Vec<String>,
}

impl Inside {
    fn add(&mut self, tells: Tells, words: impl AsRef<str>) {
        let words = words.as_ref().trim_matches(|c: char| c.is_whitespace() || c.is_control());
        if !words.is_empty() {
            self.traces.push(Trace { tells, words: words.chars().take(120).collect() });
        }
    }
}

/// Reads what a file says of itself. Files of unknown forms say nothing.
pub fn read(bytes: &[u8]) -> Inside {
    let mut inside = Inside::default();
    match bytes {
        [0xff, 0xd8, ..] => jpeg::read(bytes, &mut inside),
        [0x89, b'P', b'N', b'G', ..] => png::read(bytes, &mut inside),
        [b'G', b'I', b'F', b'8', ..] => gif::read(bytes, &mut inside),
        [b'R', b'I', b'F', b'F', _, _, _, _, ..] => webp::read(bytes, &mut inside),
        [b'P', b'K', 3, 4, ..] => archive::read(bytes, &mut inside),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => media::read(bytes, &mut inside),
        _ if is_pdf(bytes) => pdf::read(bytes, &mut inside),
        _ => {
            if let Ok(text) = std::str::from_utf8(bytes)
                && text.contains("<svg")
            {
                drawing::read(text, &mut inside);
            }
        }
    }
    inside.traces.sort();
    inside.traces.dedup();
    inside
}

fn is_pdf(bytes: &[u8]) -> bool {
    memchr::memmem::find(&bytes[..bytes.len().min(1024)], b"%PDF-").is_some()
}

#[cfg(test)]
mod tests;
