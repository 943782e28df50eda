//! Jekyll's front matter as Waymark's.

use super::Unmapped;
use super::config::read_yaml;
use super::place::LANGUAGES;
use super::yaml::Yaml;
use crate::diagnostic::Diagnostics;
use crate::document::meta::{Nation, Status};
use crate::front_matter::fence::split;
use crate::front_matter::node::{Node, Value};
use crate::front_matter::record::parse_date;
use crate::source::{Source, Spanned};
use std::collections::BTreeMap;
use std::ops::Range;

/// Keys whose text is a summary, best first.
const SUMMARIES: &[&str] = &["summary", "description", "subtitle", "excerpt", "lead", "abstract"];

/// What the front matter of a page says, in Waymark's words.
#[derive(Debug, Default)]
pub(super) struct Matter {
    /// The page's title.
    pub title: Option<String>,
    /// What it tells.
    pub summary: Option<String>,
    /// Its language.
    pub lang: Option<&'static str>,
    /// The address that it chose.
    pub permalink: Option<String>,
    /// Further addresses, as written.
    pub aliases: Vec<String>,
    /// Audiences, as written.
    pub audience: Vec<String>,
    /// Topics, as written.
    pub topics: Vec<String>,
    /// Fields that are the same in both, by Waymark's name.
    pub fields: BTreeMap<&'static str, Yaml>,
    /// Everything else.
    pub extra: Vec<(String, Yaml)>,
    /// Every key with a text, for Liquid.
    pub variables: BTreeMap<String, String>,
    /// Where the Markdown is.
    pub body: Range<usize>,
}

impl Matter {
    /// Reads the front matter of a page. A page may have none.
    pub fn read(source: &Source, unmapped: &mut Vec<Unmapped>) -> Matter {
        let parts = split(source, &mut Diagnostics::new());
        let Some(yaml) = parts.yaml else {
            let never_closed = parts.body.is_empty() && !source.text.is_empty();
            return Matter { body: if never_closed { 0..source.text.len() } else { parts.body }, ..Matter::default() };
        };
        let mut matter = Matter { body: parts.body, ..Matter::default() };
        let Some(Value { value: Node::Map(entries), .. }) = read_yaml(source, yaml, unmapped) else { return matter };
        let summary = SUMMARIES
            .iter()
            .find(|name| entries.iter().any(|(key, value)| key.value == **name && text(value).is_some()));
        for (key, value) in &entries {
            if let Some(text) = text(value) {
                matter.variables.insert(key.value.clone(), text.to_owned());
            }
            let is_summary = summary.is_some_and(|name| *name == key.value);
            if !matter.take(key, value, is_summary, source, unmapped) {
                matter.extra.extend(Yaml::of(value).map(|value| (key.value.clone(), value)));
            }
        }
        matter.put_dates_in_order(source, unmapped);
        matter
    }

    /// Takes over a field. Gives `false` if Waymark has no such field, or not with this value.
    fn take(
        &mut self,
        key: &Spanned<String>,
        value: &Value,
        is_summary: bool,
        source: &Source,
        unmapped: &mut Vec<Unmapped>,
    ) -> bool {
        let name = key.value.to_lowercase().replace('-', "_");
        match name.as_str() {
            _ if is_summary => self.summary = text(value).map(str::to_owned),
            "title" => self.title = text(value).map(str::to_owned),
            "permalink" => self.permalink = text(value).map(str::to_owned),
            "lang" | "locale" | "language" => {
                let known =
                    LANGUAGES.iter().copied().find(|lang| text(value).is_some_and(|text| text.starts_with(lang)));
                self.lang = known;
                return known.is_some();
            }
            "audience" | "audiences" => self.audience.extend(words(value, &[','])),
            "tags" | "categories" => self.topics.extend(words(value, &[',', ' '])),
            "topics" | "topic" | "tag" | "category" | "section" | "sections" | "phases" | "phase" | "themes"
            | "theme" => {
                self.topics.extend(words(value, &[',']));
            }
            "redirect_from" | "alternate" | "aliases" | "alias" => self.aliases.extend(words(value, &[])),
            "nations" => return self.nations(value),
            "owner" | "licence" | "attribution" => {
                return self.field(name_of(&name), text(value).map(|text| Yaml::Text(text.to_owned())));
            }
            "keywords" | "search_terms" => return self.field("search_terms", Some(Yaml::texts(words(value, &[','])))),
            "status" => return self.status(value, source, unmapped),
            "draft" if text(value) == Some("true") => {
                return self.field("status", Some(Yaml::Text(Status::Draft.name().to_owned())));
            }
            "published" if text(value) == Some("false") => {
                return self.field("status", Some(Yaml::Text(Status::Draft.name().to_owned())));
            }
            name => return date_field(name).is_some_and(|field| self.field(field, date(value))),
        }
        true
    }

    fn field(&mut self, name: &'static str, value: Option<Yaml>) -> bool {
        match value {
            Some(value) if !self.fields.contains_key(name) => {
                self.fields.insert(name, value);
                true
            }
            _ => false,
        }
    }

    fn nations(&mut self, value: &Value) -> bool {
        let written: Vec<String> =
            words(value, &[',']).iter().map(|nation| nation.to_lowercase().replace(' ', "-")).collect();
        let known = !written.is_empty() && written.iter().all(|nation| Nation::named(nation).is_some());
        known && self.field("nations", Some(Yaml::texts(written)))
    }

    /// Jekyll publishes a page whatever its status says, so `draft` is no reason to hide it.
    fn status(&mut self, value: &Value, source: &Source, unmapped: &mut Vec<Unmapped>) -> bool {
        let Some(written) = text(value) else { return false };
        let status = match written.to_lowercase().replace([' ', '_'], "-").as_str() {
            "in-force" | "current" | "live" => Some(Status::InForce),
            "approved" | "final" => Some(Status::Approved),
            "consultation" => Some(Status::Consultation),
            "superseded" | "replaced" | "deprecated" => Some(Status::Superseded),
            "withdrawn" | "archived" | "retired" => Some(Status::Withdrawn),
            _ => None,
        };
        let why = if written == "draft" {
            "in Waymark a draft is not published, but this page was"
        } else {
            "Waymark has no such status"
        };
        if status.is_none() {
            unmapped.push(Unmapped::at(
                source,
                value.span.start as usize,
                format!("`status: {written}` was kept under `extra`: {why}"),
            ));
        }
        self.field("status", status.map(|status| Yaml::Text(status.name().to_owned())))
    }

    /// A page cannot end, or be due for review, before it begins. Such a date is kept under `extra`.
    fn put_dates_in_order(&mut self, source: &Source, unmapped: &mut Vec<Unmapped>) {
        for (first, second) in
            [("in_force_from", "in_force_to"), ("published", "in_force_to"), ("published", "review_by")]
        {
            let day = |name| if let Some(Yaml::Text(day)) = self.fields.get(name) { parse_date(day) } else { None };
            if day(first).zip(day(second)).is_some_and(|(first, second)| second < first)
                && let Some(value) = self.fields.remove(second)
            {
                unmapped.push(Unmapped::at(
                    source,
                    0,
                    format!("`{second}` was kept under `extra`, for it lies before `{first}`"),
                ));
                self.extra.push((second.to_owned(), value));
            }
        }
    }
}

fn name_of(name: &str) -> &'static str {
    match name {
        "owner" => "owner",
        "licence" => "licence",
        _ => "attribution",
    }
}

/// The field for a date that has one of Jekyll's many names.
fn date_field(name: &str) -> Option<&'static str> {
    Some(match name {
        "date" | "published" | "published_on" | "first_published" | "publication_date" => "published",
        "review_by" | "review_date" | "next_review" => "review_by",
        "in_force_from" | "effective_from" | "effective_date" => "in_force_from",
        "in_force_to" | "expires" | "expiry_date" => "in_force_to",
        _ => return None,
    })
}

/// A day; a time after it is left out.
fn date(value: &Value) -> Option<Yaml> {
    let day = text(value)?.get(..10)?;
    parse_date(day).map(|_| Yaml::Text(day.to_owned()))
}

fn text(value: &Value) -> Option<&str> {
    match &value.value {
        Node::Scalar(text) => Some(text.trim()).filter(|text| !text.is_empty()),
        _ => None,
    }
}

/// All words of a value, in order: of a list, of a mapping, or of a text that is divided by one of these.
fn words(value: &Value, dividers: &[char]) -> Vec<String> {
    let mut found: Vec<String> = match &value.value {
        Node::Null => Vec::new(),
        Node::List(items) => items.iter().flat_map(|item| words(item, &[])).collect(),
        Node::Map(entries) => entries.iter().flat_map(|(_, value)| words(value, dividers)).collect(),
        Node::Scalar(text) => {
            let dividers = if text.contains(',') { &dividers[..dividers.len().min(1)] } else { dividers };
            text.split(dividers).map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect()
        }
    };
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|word| seen.insert(word.clone()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceId;

    fn read(text: &str) -> (Matter, Vec<String>) {
        let source = Source::new(SourceId(0), "a.md".into(), text.into());
        let mut unmapped = Vec::new();
        let matter = Matter::read(&source, &mut unmapped);
        (matter, unmapped.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn fields_are_mapped_and_the_rest_is_extra() {
        let (matter, unmapped) = read(
            "---\nlayout: x\ntitle: T\nsubtitle: S\naudience:\n  primary: a, b\n  secondary:\nphases: [p, q]\ncategory: c d\ndate: 2014-05-01 12:00\nstatus: draft\nbreadcrumbs:\n  -\n    title: Home\n---\nB\n",
        );
        assert_eq!((matter.title.as_deref(), matter.summary.as_deref()), (Some("T"), Some("S")));
        assert_eq!(
            (matter.audience, matter.topics),
            (vec!["a".to_owned(), "b".to_owned()], ["p", "q", "c d"].map(str::to_owned).to_vec())
        );
        assert_eq!(matter.fields, BTreeMap::from([("published", Yaml::Text("2014-05-01".to_owned()))]));
        assert_eq!(
            matter.extra.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>(),
            ["layout", "status", "breadcrumbs"]
        );
        assert_eq!(
            unmapped,
            [
                "a.md:11:9: `status: draft` was kept under `extra`: in Waymark a draft is not published, but this page was"
            ]
        );
    }

    #[test]
    fn what_cannot_be_read_is_listed() {
        let (matter, unmapped) =
            read("---\ntitle: a: b\nsummary: S\nstatus: live\nstatus:\n  - final\nlang: cy\n---\nB\n");
        assert_eq!((matter.title, matter.summary.as_deref(), matter.lang), (None, Some("S"), Some("cy")));
        assert_eq!(matter.fields.get("status"), Some(&Yaml::Text("in-force".to_owned())));
        assert_eq!(
            unmapped.iter().map(|line| line.split(": ").next().unwrap_or_default()).collect::<Vec<_>>(),
            ["a.md:2:1", "a.md:5:1"]
        );
        assert_eq!(read("# A\n").0.body, 0..4);
        let (matter, unmapped) =
            read("---\nin_force_from: 2014-02-01\nin_force_to: 2014-01-01\npublished: false\n---\n");
        assert_eq!((matter.extra.len(), matter.fields.len(), unmapped.len()), (1, 2, 1));
    }
}
