//! `site.yaml` of an imported site, with comments that teach.

use super::hub::Hubs;
use super::yaml::quoted;
use crate::rule::Rule;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// What the settings of an imported site say.
#[derive(Debug, Default)]
pub(super) struct Settings {
    /// The site's name.
    pub title: String,
    /// What it is.
    pub description: Option<String>,
    /// The language of pages that name none.
    pub language: &'static str,
    /// Its address.
    pub url: Option<String>,
    /// Links in the header: text and page.
    pub navigation: Vec<(String, String)>,
    /// Topics that pages name.
    pub topics: Hubs,
    /// Audiences that pages name.
    pub audiences: Hubs,
    /// Elements of HTML that pages hold and a site may allow.
    pub elements: BTreeSet<String>,
    /// Rules that the original breaks, and how often.
    pub faults: BTreeMap<Rule, usize>,
}

impl Settings {
    /// The file.
    pub fn to_yaml(&self) -> String {
        let mut out = String::from(
            "# The settings of this site, written by `waymark import jekyll`. From here on they are yours.\n\n",
        );
        field(&mut out, "title", &self.title);
        self.description.iter().for_each(|description| field(&mut out, "description", description));
        out.push_str("# The language of every page that has no `lang` of its own.\n");
        field(&mut out, "language", self.language);
        if let Some(url) = &self.url {
            out.push_str("# Where the site will stand. Only the sitemap and the feed need it.\n");
            field(&mut out, "url", url);
        }
        self.push_navigation(&mut out);
        let topics = "# What pages are about. Pages name these ids under `topics`; each gets a page of its own.\n# They come from `category`, `phases`, `tags` and the like of the original. Add a `summary` to tell readers more.\n";
        push_hubs(&mut out, "topics", topics, &self.topics);
        let audiences = "# Who pages are for. Pages name these ids under `audience`.\n";
        push_hubs(&mut out, "audiences", audiences, &self.audiences);
        self.push_html(&mut out);
        self.push_rules(&mut out);
        out
    }

    fn push_navigation(&self, out: &mut String) {
        if self.navigation.is_empty() {
            return;
        }
        out.push_str(
            "\n# Links in the header: paths of .md files in this folder, or pages that the build makes.\nnavigation:\n",
        );
        for (title, page) in &self.navigation {
            let _ = write!(out, "  - title: {}\n    page: {}\n", quoted(title), quoted(page));
        }
    }

    fn push_html(&self, out: &mut String) {
        if self.elements.is_empty() {
            return;
        }
        out.push_str("\n# Elements of HTML that Markdown may hold, because imported pages hold them. Write those pages in\n# Markdown where you can, and take the elements out of this list.\nraw_html:\n");
        for element in &self.elements {
            let _ = writeln!(out, "  - {}", quoted(element));
        }
    }

    fn push_rules(&self, out: &mut String) {
        let known: Vec<(&Rule, &usize, &str)> =
            self.faults.iter().filter_map(|(rule, count)| Some((rule, count, why(*rule)?))).collect();
        if known.is_empty() {
            return;
        }
        out.push_str("\n# Faults that were there before the import. They are warnings here, so that the site builds at once.\n# Put them right, then take the line out: then nothing of the kind comes back unseen.\nrules:\n");
        for (rule, count, why) in known {
            let _ = writeln!(out, "  # {count} found: {why}\n  {}: warning", rule.name());
        }
    }
}

/// Why a rule is only a warning at first. `None` for rules that the import itself must not break.
fn why(rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::BrokenLink => {
            "links and images that lead to nothing in the folder that was imported, such as\n  # other parts of the old website. Give them their full address, or take them out."
        }
        Rule::BrokenAnchor => {
            "links that name a section which the page they lead to does not have. The reader\n  # arrives at the top of that page instead."
        }
        Rule::RawHtml => {
            "HTML elements that Waymark never shows, such as forms and embedded media. Their\n  # text is shown without them."
        }
        Rule::UnsafeUrl => "addresses that Waymark will not follow. Their text is shown without a link.",
        Rule::MissingAlt => {
            "images that do not say what they show. Nobody who cannot see them knows what they\n  # miss; describe each, or write ![decorative](…) if it only decorates."
        }
        Rule::DuplicateAnchor => {
            "headings that were given the same id as another on their page. Links reach the\n  # first of them only."
        }
        Rule::DirectiveSyntax => {
            "lines that look like Waymark's ::: blocks or {{…}} directives but were ordinary text\n  # in the original."
        }
        _ => return None,
    })
}

fn field(out: &mut String, name: &str, value: &str) {
    let _ = writeln!(out, "{name}: {}", quoted(value));
}

fn push_hubs(out: &mut String, name: &str, comment: &str, hubs: &Hubs) {
    if hubs.titles.is_empty() {
        return;
    }
    let _ = write!(out, "\n{comment}{name}:\n");
    for (id, title) in &hubs.titles {
        let _ = write!(out, "  - id: {}\n    title: {}\n", quoted(id), quoted(title));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Diagnostics, Severity};
    use crate::source::{Source, SourceId};

    #[test]
    fn the_settings_are_read_back_as_they_were_meant() {
        let hubs = Hubs { titles: BTreeMap::from([("no".to_owned(), "A: b".to_owned())]) };
        let settings = Settings {
            title: "The \"manual\"".to_owned(),
            language: "en",
            navigation: vec![("A–Z".to_owned(), "a-z.html".to_owned())],
            topics: hubs.clone(),
            audiences: hubs,
            elements: BTreeSet::from(["table".to_owned()]),
            faults: BTreeMap::from([(Rule::BrokenLink, 3), (Rule::YamlSyntax, 1)]),
            ..Settings::default()
        };
        let source = Source::new(SourceId(0), "site.yaml".into(), settings.to_yaml());
        let mut diagnostics = Diagnostics::new();
        let read = crate::settings::Settings::read(&source, &mut diagnostics);
        assert_eq!(diagnostics.list(), []);
        assert_eq!(
            (read.title, read.raw_html, read.topics.len()),
            ("The \"manual\"".to_owned(), vec!["table".to_owned()], 1)
        );
        assert_eq!(read.rules, BTreeMap::from([(Rule::BrokenLink, Some(Severity::Warning))]));
    }
}
