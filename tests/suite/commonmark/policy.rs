//! Where Waymark means to differ from the specification, and why.

use super::spec::Example;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html::push_html};
use waymark::markdown::raw_html::Cleaner;

/// A difference that is meant.
pub struct Policy {
    /// Its name in the output of the test.
    pub name: &'static str,
    /// Why.
    pub reason: &'static str,
    /// Makes ours of the expected HTML. What we wrote is only asked for the ids of headings.
    rewrite: fn(&Example, &str, &str) -> String,
}

/// All of them, in the order in which they are applied.
pub const ALL: &[Policy] = &[
    Policy {
        name: "raw HTML",
        reason: "only elements that site.yaml allows pass, and here it allows none; the text within them stays",
        rewrite: without_raw_html,
    },
    Policy {
        name: "headings",
        reason: "the page's title is its only first-level heading, and every heading can be linked to",
        rewrite: headings,
    },
    Policy {
        name: "figures",
        reason: "an image alone in a paragraph shows its title as a caption, which every reader can see",
        rewrite: figures,
    },
    Policy {
        name: "links to nowhere",
        reason: "a link without an address is shown as its text",
        rewrite: links_to_nowhere,
    },
    Policy {
        name: "white space",
        reason: "a line break before a block quotation in a list means nothing in HTML",
        rewrite: |_, html, _| {
            html.replace("<li>\n<blockquote>", "<li><blockquote>").replace("a\n<blockquote>", "a<blockquote>")
        },
    },
];

impl Policy {
    /// The policies that together make the expected HTML ours; `None` if they do not.
    pub fn that_explains(example: &Example, ours: &str) -> Option<Vec<&'static Policy>> {
        let mut html = example.html.clone();
        let mut used = Vec::new();
        for policy in ALL {
            let rewritten = (policy.rewrite)(example, &html, ours);
            if rewritten != html {
                used.push(policy);
                html = rewritten;
            }
        }
        (html == ours).then_some(used)
    }
}

/// The same example in which every stretch of raw HTML has been cleaned, and nothing else is touched.
fn without_raw_html(example: &Example, html: &str, _: &str) -> String {
    let events: Vec<Event> = Parser::new_ext(&example.markdown, Options::empty()).collect();
    let closed_up = |html: &str| html.replace("<li>\n<", "<li><");
    let number = example.number;
    assert_eq!(closed_up(&rendered(events.clone())), closed_up(html), "example {number}: the parser itself disagrees");
    let mut cleaner = Cleaner::default();
    let mut cleaned = |raw: &str| {
        let text = cleaner.clean(raw, &[], &mut |_, address| address).html;
        assert!(!text.contains('<'), "example {number}: markup passes: {text}");
        Some(Event::InlineHtml(text.into())).filter(|event| *event != Event::InlineHtml("".into()))
    };
    let mut kept = Vec::new();
    let mut block: Option<String> = None;
    for event in events {
        match event {
            Event::Start(Tag::HtmlBlock) => block = Some(String::new()),
            Event::End(TagEnd::HtmlBlock) => kept.extend(cleaned(&block.take().unwrap())),
            Event::Html(raw) | Event::Text(raw) if block.is_some() => block.as_mut().unwrap().push_str(&raw),
            Event::InlineHtml(raw) => kept.extend(cleaned(&raw)),
            other => kept.push(other),
        }
    }
    rendered(kept)
}

fn rendered(events: Vec<Event>) -> String {
    let mut html = String::new();
    push_html(&mut html, events.into_iter());
    html
}

/// First-level headings become second-level ones, and each has the id that we gave it.
fn headings(_: &Example, html: &str, ours: &str) -> String {
    let mut ids = ours
        .split("<h")
        .skip(1)
        .filter_map(|tag| tag.get(1..)?.strip_prefix(" id=\"")?.split_once("\">"))
        .map(|(id, _)| id);
    let mut out = String::new();
    let mut rest = html;
    while let Some(at) = rest.find("<h") {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let level = tag[2..].chars().next().and_then(|level| level.to_digit(10)).filter(|_| tag[3..].starts_with('>'));
        match (level, level.and_then(|_| ids.next())) {
            (Some(level), Some(id)) if !id.is_empty() => out.push_str(&format!("<h{} id=\"{id}\">", level.max(2))),
            _ => out.push_str(&tag[..4]),
        }
        rest = &tag[4..];
    }
    out.push_str(rest);
    out.replace("</h1>", "</h2>")
}

fn figures(_: &Example, html: &str, _: &str) -> String {
    let figure = || {
        let image = html.strip_prefix("<p><img ")?.strip_suffix(" /></p>\n").filter(|image| !image.contains('>'))?;
        let (image, title) = image.strip_suffix('"')?.split_once(" title=\"")?;
        Some(format!("<figure>\n<img {image} />\n<figcaption>{title}</figcaption>\n</figure>\n"))
    };
    figure().unwrap_or_else(|| html.to_owned())
}

fn links_to_nowhere(_: &Example, html: &str, _: &str) -> String {
    match html.split_once("<a href=\"\">") {
        Some((before, after)) => before.to_owned() + &after.replacen("</a>", "", 1),
        None => html.to_owned(),
    }
}
