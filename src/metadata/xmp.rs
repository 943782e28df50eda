//! XMP: a block of XML that programs put into pictures and documents.

use super::{Inside, Tells};
use memchr::memmem;

/// Names of properties, and what they tell.
const PROPERTIES: &[(&str, Tells)] = &[
    ("Iptc4xmpCore:Location", Tells::Where),
    ("Iptc4xmpExt:City", Tells::Where),
    ("Iptc4xmpExt:PersonInImage", Tells::Who),
    ("aux:OwnerName", Tells::Who),
    ("aux:SerialNumber", Tells::Device),
    ("dc:creator", Tells::Who),
    ("dc:description", Tells::Remark),
    ("dc:rights", Tells::Who),
    ("dc:subject", Tells::Remark),
    ("dc:title", Tells::Remark),
    ("exif:DateTimeOriginal", Tells::When),
    ("exif:GPSLatitude", Tells::Where),
    ("exif:GPSLongitude", Tells::Where),
    ("exif:UserComment", Tells::Remark),
    ("mwg-rs:Name", Tells::Who),
    ("photoshop:AuthorsPosition", Tells::Who),
    ("photoshop:CaptionWriter", Tells::Who),
    ("photoshop:City", Tells::Where),
    ("photoshop:Credit", Tells::Who),
    ("photoshop:DateCreated", Tells::When),
    ("photoshop:Headline", Tells::Remark),
    ("photoshop:State", Tells::Where),
    ("tiff:Artist", Tells::Who),
    ("tiff:Make", Tells::Device),
    ("tiff:Model", Tells::Device),
    ("xmp:Author", Tells::Who),
    ("xmp:CreateDate", Tells::When),
];

/// Reads every XMP block that stands in the open anywhere in a file.
pub fn find(bytes: &[u8], inside: &mut Inside) {
    let mut rest = bytes;
    while let Some(start) = memmem::find(rest, b"<x:xmpmeta").or_else(|| memmem::find(rest, b"<rdf:RDF")) {
        let block = &rest[start..];
        let end = [&b"</x:xmpmeta"[..], b"</rdf:RDF"].iter().filter_map(|mark| memmem::find(block, mark)).max();
        let (block, after) = block.split_at(end.unwrap_or(block.len()));
        inside.add(Tells::Block, "XMP");
        properties(&String::from_utf8_lossy(block), inside);
        rest = after;
    }
}

fn properties(block: &str, inside: &mut Inside) {
    for (name, tells) in PROPERTIES {
        for (at, _) in block.match_indices(name) {
            // The end tag of a property has its name as well.
            if !block[..at].ends_with('/') {
                inside.add(*tells, value(&block[at + name.len()..], name));
            }
        }
    }
}

/// What follows a property's name: an attribute's value, or the words of an element.
fn value(rest: &str, name: &str) -> String {
    let trimmed = rest.trim_start();
    if let Some(quoted) = trimmed.strip_prefix('=') {
        let quoted = quoted.trim_start();
        let mark = quoted.chars().next().unwrap_or('"');
        return quoted.trim_start_matches(mark).split(mark).next().unwrap_or_default().to_owned();
    }
    let Some((_, content)) = rest.split_once('>') else { return String::new() };
    words(content.split(&format!("</{name}")).next().unwrap_or_default())
}

/// XML without its tags.
pub fn words(xml: &str) -> String {
    let mut words = String::new();
    for part in xml.split('<') {
        let text = part.split_once('>').map_or(part, |(_, text)| text);
        if !text.trim().is_empty() {
            words.push_str(if words.is_empty() { "" } else { ", " });
            words.push_str(text.trim());
        }
    }
    words
}
