//! Files that could run code in a reader's browser when they are opened from the site.
//!
//! What is not known to be harmless is refused: a list of what is harmful would always have holes.

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use std::path::Path;

/// Extensions of files that a browser shows without running anything, or hands to another program.
const HARMLESS: &[&str] = &[
    "avif", "csv", "doc", "docx", "epub", "gif", "ico", "ics", "jpeg", "jpg", "m4a", "mp3", "mp4", "odp", "ods", "odt",
    "ogg", "pdf", "png", "ppt", "pptx", "rtf", "srt", "txt", "vtt", "wav", "webm", "webp", "xls", "xlsx", "zip",
];

/// Elements of a drawing that only draw.
const DRAWING: &[&str] = &[
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "feBlend",
    "feColorMatrix",
    "feComposite",
    "feFlood",
    "feGaussianBlur",
    "feMerge",
    "feMergeNode",
    "feOffset",
    "filter",
    "g",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "style",
    "svg",
    "switch",
    "symbol",
    "text",
    "textPath",
    "title",
    "tspan",
    "use",
];

/// Why a file must not be published, if it must not.
pub fn fault(path: &str, file: &Path) -> Option<String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_lowercase();
    if extension != "svg" {
        return (!HARMLESS.contains(&extension.as_str()))
            .then(|| format!("`{name}` is not of a kind that is known to hold no code"));
    }
    match std::fs::read(file).map(String::from_utf8) {
        Ok(Ok(text)) => in_drawing(&text),
        Ok(Err(_)) => Some("this drawing is not UTF-8".to_owned()),
        Err(error) => Some(format!("this drawing cannot be read: {error}")),
    }
}

/// What in a drawing does more than draw.
fn in_drawing(text: &str) -> Option<String> {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut in_style = false;
    loop {
        let fault = match reader.read_event() {
            Ok(Event::Eof) => return None,
            Ok(Event::Start(tag)) => {
                in_style = tag.local_name().as_ref() == "style";
                in_tag(&tag)
            }
            Ok(Event::Empty(tag)) => in_tag(&tag),
            Ok(Event::DocType(_)) => {
                Some("this drawing has a document type, which may load or define anything".to_owned())
            }
            Ok(Event::PI(_)) => Some("this drawing has a processing instruction".to_owned()),
            Ok(Event::Text(words)) if in_style => in_style_sheet(&words),
            Ok(Event::CData(words)) if in_style => in_style_sheet(&words),
            Ok(_) => None,
            Err(_) => Some("this drawing is not well-formed".to_owned()),
        };
        if fault.is_some() {
            return fault;
        }
    }
}

fn in_tag(tag: &BytesStart) -> Option<String> {
    let name = tag.local_name().as_ref().to_owned();
    if !DRAWING.contains(&name.as_str()) {
        return Some(format!("this drawing holds `<{name}>`"));
    }
    for attribute in tag.attributes() {
        let Ok(attribute) = attribute else {
            return Some(format!("`<{name}>` in this drawing has a faulty attribute"));
        };
        let key = attribute.key.local_name().as_ref().to_lowercase();
        let value = attribute.value.to_lowercase();
        if key.starts_with("on") {
            return Some(format!("this drawing holds the event handler `{key}`"));
        }
        let leads_out = matches!(key.as_str(), "href" | "src")
            && !(value.starts_with('#')
                || value.starts_with("data:image/png;")
                || value.starts_with("data:image/jpeg;"));
        if leads_out {
            return Some(format!("`<{name}>` in this drawing leads to something outside it"));
        }
        if let Some(fault) = in_style_sheet(&value) {
            return Some(fault);
        }
    }
    None
}

/// Styles may refer to parts of the drawing and to nothing else.
fn in_style_sheet(text: &str) -> Option<String> {
    let plain: String =
        text.to_lowercase().chars().filter(|c| !c.is_whitespace() && !matches!(c, '"' | '\'')).collect();
    let outside = plain.match_indices("url(").any(|(at, found)| !plain[at + found.len()..].starts_with('#'));
    let loads = outside || plain.contains("@import") || plain.contains("javascript:") || plain.contains('\\');
    loads.then(|| "a style in this drawing loads something".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawing(inside: &str) -> Option<String> {
        in_drawing(&format!("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>"))
    }

    #[test]
    fn drawings_that_only_draw_are_published() {
        assert_eq!(
            drawing("<style>.a { fill: url(#g) }</style><g id=\"g\"><text x=\"1\">only = on trust</text></g>"),
            None
        );
        assert_eq!(drawing("<use href=\"#g\"/><image href=\"data:image/png;base64,AA==\"/>"), None);
    }

    #[test]
    fn drawings_that_do_more_are_refused() {
        for inside in [
            "<script>alert(1)</script>",
            "<s:script xmlns:s=\"http://www.w3.org/2000/svg\">alert(1)</s:script>",
            "<g onload=\"x\"/>",
            "<a href=\"java&#115;cript:alert(1)\"/>",
            "<use href=\"&#x6a;avascript:alert(1)\"/>",
            "<set attributeName=\"onmouseover\" to=\"alert(1)\"/>",
            "<animate attributeName=\"href\"/>",
            "<foreignObject/>",
            "<image href=\"https://example.org/x.png\"/>",
            "<style>@import 'x'</style>",
            "<style>a { background: url(https://example.org/) }</style>",
            "<?xml-stylesheet href=\"x\"?>",
            "<g>",
        ] {
            assert!(drawing(inside).is_some(), "{inside}");
        }
        assert!(in_drawing("<!DOCTYPE svg SYSTEM \"x\"><svg/>").is_some());
    }

    #[test]
    fn only_files_of_known_kinds_are_downloads() {
        for path in ["x.HTML", "x.svgz", "x.php", "x", "x.js", "x.pdf.html", "x.xml"] {
            assert!(fault(path, Path::new("none")).is_some(), "{path}");
        }
        assert!(fault("downloads/x.pdf", Path::new("none")).is_none());
    }
}
