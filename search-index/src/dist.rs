//! The engine for browsers, as `cargo xtask wasm` built it from this crate.

/// The script that a site ships beside the index, as `search-index/engine.js`.
pub fn engine_js() -> &'static [u8] {
    include_bytes!("../dist/engine.js")
}
