//! The engine for browsers, as `cargo xtask wasm` built it from this crate.

/// Names the sources that engine was built from. Every index says which engine belongs to it.
pub fn engine_id() -> &'static str {
    include_str!("../dist/engine.id").trim_ascii()
}

/// The script that a site ships beside the index, as `search-index/engine.js`.
pub fn engine_js() -> &'static [u8] {
    include_bytes!("../dist/engine.js")
}
