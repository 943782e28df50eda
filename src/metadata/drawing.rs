//! SVG: its text is looked through like any other; beside it, programs leave who drew it and where it lay.

use super::{Inside, Tells, xmp};

const ATTRIBUTES: &[&str] = &["sodipodi:docname=", "sodipodi:absref=", "inkscape:export-filename=", "xlink:title="];

pub fn read(text: &str, inside: &mut Inside) {
    xmp::find(text.as_bytes(), inside);
    for name in ATTRIBUTES {
        for (at, _) in text.match_indices(name) {
            let quoted = &text[at + name.len()..];
            let mark = quoted.chars().next().unwrap_or('"');
            inside.add(Tells::Remark, quoted.trim_start_matches(mark).split(mark).next().unwrap_or_default());
        }
    }
    // What a picture in the drawing says of itself cannot be seen from here.
    if text.contains("data:image") {
        inside.add(Tells::Block, "embedded picture");
    }
    if let Some((_, rest)) = text.split_once("<metadata") {
        inside.add(Tells::Block, "metadata");
        let block = rest.split("</metadata").next().unwrap_or_default();
        for (at, _) in block.match_indices("<dc:creator") {
            let creator = block[at..].split("</dc:creator").next().unwrap_or_default();
            inside.add(Tells::Who, xmp::words(creator.split_once('>').map_or("", |(_, content)| content)));
        }
    }
}
