//! Settings of a site: `content/site.yaml`.

use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::front_matter::field::{Field, Kind, optional, required};
use crate::front_matter::record::Record;
use crate::rule::Rule;
use crate::source::{Source, Spanned};
use crate::suggest::did_you_mean;
use std::collections::BTreeMap;

/// The fields of `site.yaml`. All may be left out.
pub const FIELDS: &[Field] = &[
    optional("title", Kind::Text, "the site's name"),
    optional("description", Kind::Text, "what the site is, in a sentence"),
    optional("language", Kind::Choice(&["en", "cy"]), "the language of pages that name none"),
    optional("url", Kind::Text, "the address where the site will stand; needed for a sitemap"),
    optional("base_path", Kind::Text, "the path under which a server shows 404.html, such as / or /guidance/"),
    optional("publisher", Kind::Text, "the body that publishes the site"),
    optional("edition", Kind::Text, "the name of this edition, such as 2026.1"),
    optional("notice", Kind::Text, "a notice shown on every page"),
    optional("emergency", Kind::Slug, "id of the contact shown on every page"),
    optional("exit_page", Kind::Record(EXIT), "where Exit this page leads, for readers who may be watched"),
    optional("licence", Kind::Record(LICENCE), "the licence of the site's text"),
    optional("navigation", Kind::Records(NAVIGATION), "links in the header"),
    optional("topics", Kind::Records(HUB), "topics that documents may name; left out, any topic will do"),
    optional("audiences", Kind::Records(HUB), "audiences that documents may name; left out, any audience will do"),
    optional("collections", Kind::Records(COLLECTION), "pages in reading order"),
    optional(
        "raw_html",
        Kind::Texts,
        "HTML elements that Markdown may hold; scripts, event handlers and styles never pass",
    ),
    optional("rules", Kind::Names, "rule names with error, warning or off"),
    optional("search", Kind::Flag, "false leaves out the site's own search"),
    optional("robots", Kind::Choice(&["allow", "disallow"]), "whether search engines may index the site"),
];

const EXIT: &[Field] =
    &[optional("label", Kind::Text, "the button's text"), required("url", Kind::Text, "a harmless page elsewhere")];

const LICENCE: &[Field] = &[
    required("name", Kind::Text, "the licence's name"),
    optional("url", Kind::Text, "its address"),
    optional("attribution", Kind::Text, "the acknowledgement that it asks for"),
];

const NAVIGATION: &[Field] = &[
    required("title", Kind::Text, "the link's text"),
    required(
        "page",
        Kind::Text,
        "path of an .md file relative to content/, or of a page that the build makes, such as a-z.html",
    ),
];

const HUB: &[Field] = &[
    required("id", Kind::Slug, "the id that documents name"),
    required("title", Kind::Text, "the name for readers"),
    optional("summary", Kind::Text, "what it covers"),
];

const COLLECTION: &[Field] = &[
    required("id", Kind::Slug, "the id, which makes the address"),
    required("title", Kind::Text, "the name for readers"),
    optional("summary", Kind::Text, "what it is for"),
    required("pages", Kind::Texts, "paths of .md files relative to content/, in reading order"),
];

/// A site's settings.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The site's name.
    pub title: String,
    /// What it is.
    pub description: Option<String>,
    /// The language of pages that name none.
    pub language: String,
    /// The address where the site will stand, ending in `/`.
    pub url: Option<String>,
    /// The path under which a server shows 404.html, beginning and ending in `/`.
    pub base_path: Option<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// The edition's name.
    pub edition: Option<String>,
    /// Shown on every page.
    pub notice: Option<String>,
    /// The contact shown on every page.
    pub emergency: Option<Spanned<String>>,
    /// Where *Exit this page* leads: label and address.
    pub exit_page: Option<(String, Spanned<String>)>,
    /// The licence of the site's text.
    pub licence: Option<Licence>,
    /// Links in the header: text and page, as written.
    pub navigation: Vec<(String, Spanned<String>)>,
    /// Declared topics.
    pub topics: Vec<Hub>,
    /// Declared audiences.
    pub audiences: Vec<Hub>,
    /// Collections.
    pub collections: Vec<Collection>,
    /// HTML elements that Markdown may hold, in lower case.
    pub raw_html: Vec<String>,
    /// Rules whose severity the site sets; `None` is off.
    pub rules: BTreeMap<Rule, Option<Severity>>,
    /// Whether search engines are asked to stay away.
    pub no_robots: bool,
    /// Whether the site has a search of its own.
    pub search: bool,
}

/// The licence of the site's text.
#[derive(Clone, Debug)]
pub struct Licence {
    /// Its name.
    pub name: String,
    /// Its address, as written.
    pub url: Option<Spanned<String>>,
    /// The acknowledgement that it asks for.
    pub attribution: Option<String>,
}

/// A declared topic or audience.
#[derive(Clone, Debug)]
pub struct Hub {
    /// The id that documents name.
    pub id: Spanned<String>,
    /// The name for readers.
    pub title: String,
    /// What it covers.
    pub summary: Option<String>,
}

/// Pages in reading order.
#[derive(Clone, Debug)]
pub struct Collection {
    /// The id, which makes the address.
    pub id: Spanned<String>,
    /// The name for readers.
    pub title: String,
    /// What it is for.
    pub summary: Option<String>,
    /// Its pages, as written.
    pub pages: Vec<Spanned<String>>,
}

impl Settings {
    /// What holds where a site has no `site.yaml`.
    pub fn bare() -> Settings {
        Settings { title: "Guidance".to_owned(), language: "en".to_owned(), search: true, ..Settings::default() }
    }

    /// Reads `site.yaml`. Faults are reported; what is wrong keeps its default.
    pub fn read(source: &Source, diagnostics: &mut Diagnostics) -> Settings {
        let bare = Settings::bare();
        let value = crate::front_matter::node::parse(source, 0..source.text.len(), diagnostics);
        let Some(record) = value.and_then(|value| Record::check(&value, &[FIELDS], diagnostics)) else {
            return bare;
        };
        Settings {
            title: record.words("title").unwrap_or(bare.title),
            description: record.words("description"),
            language: record.words("language").unwrap_or(bare.language),
            url: record.text("url").and_then(|url| base_url(&url, diagnostics)),
            base_path: record.words("base_path").map(|path| format!("/{}", with_slash(path.trim_start_matches('/')))),
            publisher: record.words("publisher"),
            edition: record.words("edition"),
            notice: record.words("notice"),
            emergency: record.text("emergency"),
            exit_page: record.record("exit_page").and_then(exit_page),
            licence: record.record("licence").and_then(Licence::read),
            navigation: record
                .records("navigation")
                .iter()
                .filter_map(|entry| Some((entry.words("title")?, entry.text("page")?)))
                .collect(),
            topics: record.records("topics").iter().filter_map(Hub::read).collect(),
            audiences: record.records("audiences").iter().filter_map(Hub::read).collect(),
            collections: record.records("collections").iter().filter_map(Collection::read).collect(),
            raw_html: record.plain_texts("raw_html").iter().map(|name| name.to_lowercase()).collect(),
            rules: rules(record.names("rules"), diagnostics),
            no_robots: record.words("robots").is_some_and(|robots| robots == "disallow"),
            search: record.flag_unless_off("search"),
        }
    }
}

impl Hub {
    fn read(record: &Record) -> Option<Hub> {
        Some(Hub { id: record.text("id")?, title: record.words("title")?, summary: record.words("summary") })
    }
}

impl Collection {
    fn read(record: &Record) -> Option<Collection> {
        Some(Collection {
            id: record.text("id")?,
            title: record.words("title")?,
            summary: record.words("summary"),
            pages: record.texts("pages"),
        })
    }
}

impl Licence {
    fn read(record: &Record) -> Option<Licence> {
        Some(Licence { name: record.words("name")?, url: record.text("url"), attribution: record.words("attribution") })
    }
}

fn exit_page(record: &Record) -> Option<(String, Spanned<String>)> {
    let label = record.words("label").unwrap_or_else(|| "Exit this page".to_owned());
    Some((label, record.text("url")?))
}

fn base_url(url: &Spanned<String>, diagnostics: &mut Diagnostics) -> Option<String> {
    let plain = !url.value.contains(|c: char| c.is_whitespace() || matches!(c, '?' | '#' | '"' | '<' | '>'));
    if plain && (url.value.starts_with("https://") || url.value.starts_with("http://")) {
        return Some(with_slash(&url.value));
    }
    diagnostics.push(
        Diagnostic::at(
            Rule::WrongType,
            url.span,
            "the site's address begins with https:// or http:// and has no spaces, `?` or `#`",
        )
        .hint("leave it out if the site has no address"),
    );
    None
}

fn with_slash(text: &str) -> String {
    if text.is_empty() || text.ends_with('/') { text.to_owned() } else { format!("{text}/") }
}

fn rules(
    names: &[(Spanned<String>, Spanned<String>)],
    diagnostics: &mut Diagnostics,
) -> BTreeMap<Rule, Option<Severity>> {
    let mut rules = BTreeMap::new();
    for (name, level) in names {
        let Some(rule) = Rule::named(&name.value) else {
            let hint = did_you_mean(&name.value, Rule::ALL.iter().map(|rule| rule.name()));
            diagnostics.push(
                Diagnostic::at(Rule::UnknownValue, name.span, format!("there is no rule `{}`", name.value))
                    .maybe_hint(hint),
            );
            continue;
        };
        let severity = match level.value.as_str() {
            "error" => Some(Severity::Error),
            "warning" => Some(Severity::Warning),
            "off" => None,
            _ => {
                diagnostics.push(Diagnostic::at(Rule::UnknownValue, level.span, "a rule is error, warning or off"));
                continue;
            }
        };
        if severity.is_none_or(|severity| severity > rule.severity()) && !rule.may_be_softened() {
            let message = format!("the rule `{}` protects readers or children and cannot be softened", name.value);
            diagnostics.push(Diagnostic::at(Rule::UnknownValue, name.span, message).hint("take this line out"));
            continue;
        }
        rules.insert(rule, severity);
    }
    rules
}
