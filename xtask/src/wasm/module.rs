//! What a wasm module asks of its surroundings and offers them.

use crate::Outcome;
use std::collections::BTreeSet;

/// What the engine offers to a page.
const EXPORTS: &[&str] = &["ask", "give", "memory", "open", "reply_len", "reserve"];
/// What the linker adds by itself.
const LINKER: &[&str] = &["__data_end", "__heap_base"];
const IMPORT_SECTION: u8 = 2;
const EXPORT_SECTION: u8 = 7;

/// Makes sure that the engine asks for nothing and offers what is agreed.
pub fn check(wasm: &[u8]) -> Outcome {
    let (imports, exports) = read(wasm).ok_or("the compiler gave something that is not a wasm module")?;
    if imports > 0 {
        return Err(format!("the engine must work without imports, and has {imports}").into());
    }
    let offered: BTreeSet<&str> = exports.iter().map(String::as_str).filter(|name| !LINKER.contains(name)).collect();
    if offered != EXPORTS.iter().copied().collect() {
        return Err(format!("the engine must export {EXPORTS:?}, and exports {offered:?}").into());
    }
    Ok(())
}

/// The number of imports, and the names of the exports.
fn read(wasm: &[u8]) -> Option<(u32, Vec<String>)> {
    let mut module = Reader(wasm.strip_prefix(b"\0asm\x01\0\0\0")?);
    let mut imports = 0;
    let mut exports = Vec::new();
    while !module.0.is_empty() {
        let id = module.byte()?;
        let mut section = Reader(module.counted()?);
        match id {
            IMPORT_SECTION => imports = section.number()?,
            EXPORT_SECTION => {
                for _ in 0..section.number()? {
                    exports.push(String::from_utf8(section.counted()?.to_vec()).ok()?);
                    section.byte()?;
                    section.number()?;
                }
            }
            _ => {}
        }
    }
    Some((imports, exports))
}

/// Bytes that are read from the front.
struct Reader<'b>(&'b [u8]);

impl<'b> Reader<'b> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// A number in LEB128: seven bits a byte, the lowest first.
    fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in (0..u32::BITS).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    /// As many bytes as the number before them says.
    fn counted(&mut self) -> Option<&'b [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(sections: &[&[u8]]) -> Vec<u8> {
        [b"\0asm\x01\0\0\0".as_slice(), &sections.concat()].concat()
    }

    #[test]
    fn imports_and_exports_are_read() {
        let import = b"\x02\x07\x01\x01a\x01b\x00\x00";
        let export = b"\x07\x0e\x02\x03ask\x00\x05\x04give\x00\x06";
        assert_eq!(read(&module(&[import, export])), Some((1, vec!["ask".to_owned(), "give".to_owned()])));
        assert_eq!(read(&module(&[])), Some((0, vec![])));
    }

    #[test]
    fn what_is_no_module_is_refused() {
        for bytes in
            [b"".as_slice(), b"\0asm", b"\0asm\x01\0\0\0\x07\x05\x01", b"\0asm\x01\0\0\0\x07\xff\xff\xff\xff\xff"]
        {
            assert!(check(bytes).is_err());
        }
        assert!(check(&module(&[])).is_err(), "nothing is exported");
        assert!(check(&module(&[b"\x02\x07\x01\x01a\x01b\x00\x00"])).is_err(), "something is imported");
    }
}
