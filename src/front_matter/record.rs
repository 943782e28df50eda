//! A mapping that has been checked against its table of fields: [`Value`] in, [`Record`] out.

use super::field::{Field, Kind};
use super::node::{Node, Value};
use super::unknown::{named, shorten, unknown};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::placeholder::is_placeholder;
use crate::rule::Rule;
use crate::source::{Span, Spanned};
use crate::suggest::did_you_mean;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The checked fields of one mapping. What was wrong has been reported and is absent.
#[derive(Clone, Debug)]
pub struct Record {
    /// The place of the mapping; for front matter, of its first key.
    pub span: Span,
    fields: BTreeMap<&'static str, Checked>,
}

#[derive(Clone, Debug)]
enum Checked {
    Text(Spanned<String>),
    Date(Spanned<Date>),
    Number(Spanned<u32>),
    Flag(bool),
    Texts(Vec<Spanned<String>>),
    Record(Record),
    Records(Vec<Record>),
    Names(Vec<(Spanned<String>, Spanned<String>)>),
    Free(Value),
}

impl Record {
    /// Checks a value against one or more tables and reports every unknown, missing or mistyped
    /// field. Gives `None` only if the value is no mapping at all.
    pub fn check(value: &Value, tables: &[&'static [Field]], diagnostics: &mut Diagnostics) -> Option<Record> {
        let entries = match &value.value {
            Node::Map(entries) => entries.as_slice(),
            Node::Null => &[],
            _ => {
                let names: Vec<&str> = tables.iter().copied().flatten().map(|field| field.name).collect();
                diagnostics.push(wrong(value, "a list of `field: value` lines").hint(named(&names)));
                return None;
            }
        };
        let known = || tables.iter().copied().flatten();
        let mut fields = BTreeMap::new();
        let mut seen = Vec::new();
        for (key, value) in entries {
            let Some(field) = known().find(|field| field.name == key.value) else {
                diagnostics.push(unknown(key, &known().map(|field| field.name).collect::<Vec<_>>()));
                continue;
            };
            seen.push(field.name);
            let is_empty = match &value.value {
                Node::Null => true,
                Node::List(items) => items.is_empty(),
                Node::Scalar(_) | Node::Map(_) => false,
            };
            if is_empty {
                continue;
            }
            if let Some(checked) = check_kind(field.kind, value, diagnostics) {
                if let (Kind::Text, true, Checked::Text(text)) = (field.kind, field.required, &checked)
                    && is_placeholder(&text.value)
                {
                    diagnostics.push(missing(field, text.span, &format!("still says `{}`", text.value)));
                }
                fields.insert(field.name, checked);
            }
        }
        let span = entries.first().map_or(value.span, |(key, _)| key.span);
        for field in known().filter(|field| field.required && !fields.contains_key(field.name)) {
            // A field that is there but wrong has been reported already; one that is there but empty has not.
            let place = entries.iter().find(|(key, _)| key.value == field.name);
            match place {
                Some((key, value))
                    if matches!(&value.value, Node::Null)
                        || matches!(&value.value, Node::List(items) if items.is_empty()) =>
                {
                    diagnostics.push(missing(field, key.span, "is empty"));
                }
                Some(_) => {}
                None => diagnostics.push(missing(field, span, "is missing")),
            }
        }
        Some(Record { span, fields })
    }

    /// Checks a list of mappings, as data files are.
    pub fn check_list(value: &Value, table: &'static [Field], diagnostics: &mut Diagnostics) -> Vec<Record> {
        match &value.value {
            Node::List(items) => items.iter().filter_map(|item| Record::check(item, &[table], diagnostics)).collect(),
            Node::Map(entries) if entries.is_empty() => Vec::new(),
            Node::Null => Vec::new(),
            _ => {
                diagnostics.push(wrong(value, "a list, each entry beginning with a hyphen"));
                Vec::new()
            }
        }
    }

    /// A text, slug or choice.
    pub fn text(&self, name: &str) -> Option<Spanned<String>> {
        match self.fields.get(name) {
            Some(Checked::Text(text)) => Some(text.clone()),
            _ => None,
        }
    }

    /// A text without its place.
    pub fn words(&self, name: &str) -> Option<String> {
        self.text(name).map(|text| text.value)
    }

    /// A date.
    pub fn date(&self, name: &str) -> Option<Spanned<Date>> {
        match self.fields.get(name) {
            Some(Checked::Date(date)) => Some(date.clone()),
            _ => None,
        }
    }

    /// A whole number.
    pub fn number(&self, name: &str) -> Option<Spanned<u32>> {
        match self.fields.get(name) {
            Some(Checked::Number(number)) => Some(number.clone()),
            _ => None,
        }
    }

    /// `true` only if written so.
    pub fn flag(&self, name: &str) -> bool {
        matches!(self.fields.get(name), Some(Checked::Flag(true)))
    }

    /// `false` only if written so.
    pub fn flag_unless_off(&self, name: &str) -> bool {
        !matches!(self.fields.get(name), Some(Checked::Flag(false)))
    }

    /// Whether a field is there and right.
    pub fn has(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }

    /// A list of texts, slugs or choices; empty if absent.
    pub fn texts(&self, name: &str) -> Vec<Spanned<String>> {
        match self.fields.get(name) {
            Some(Checked::Texts(texts)) => texts.clone(),
            _ => Vec::new(),
        }
    }

    /// A list of texts without their places.
    pub fn plain_texts(&self, name: &str) -> Vec<String> {
        self.texts(name).into_iter().map(|text| text.value).collect()
    }

    /// A mapping inside this one.
    pub fn record(&self, name: &str) -> Option<&Record> {
        match self.fields.get(name) {
            Some(Checked::Record(record)) => Some(record),
            _ => None,
        }
    }

    /// A list of mappings inside this one; empty if absent.
    pub fn records(&self, name: &str) -> &[Record] {
        match self.fields.get(name) {
            Some(Checked::Records(records)) => records,
            _ => &[],
        }
    }

    /// A mapping with keys of the author's own; empty if absent.
    pub fn names(&self, name: &str) -> &[(Spanned<String>, Spanned<String>)] {
        match self.fields.get(name) {
            Some(Checked::Names(names)) => names,
            _ => &[],
        }
    }

    /// A value of any form.
    pub fn free(&self, name: &str) -> Option<&Value> {
        match self.fields.get(name) {
            Some(Checked::Free(value)) => Some(value),
            _ => None,
        }
    }
}

fn check_kind(kind: Kind, value: &Value, diagnostics: &mut Diagnostics) -> Option<Checked> {
    Some(match kind {
        Kind::Text => Checked::Text(scalar(value, diagnostics)?),
        Kind::Phone => Checked::Text(phone(scalar(value, diagnostics)?, diagnostics)?),
        Kind::Email => Checked::Text(email(scalar(value, diagnostics)?, diagnostics)?),
        Kind::Slug => Checked::Text(slug(scalar(value, diagnostics)?, diagnostics)?),
        Kind::Choice(names) => Checked::Text(choice(scalar(value, diagnostics)?, names, diagnostics)?),
        Kind::Date => Checked::Date(date(&scalar(value, diagnostics)?, diagnostics)?),
        Kind::Number => Checked::Number(number(value, diagnostics)?),
        Kind::Flag => Checked::Flag(flag(value, diagnostics)?),
        Kind::Texts => Checked::Texts(list(value, diagnostics, |text, _| Some(text))?),
        Kind::Slugs => Checked::Texts(list(value, diagnostics, slug)?),
        Kind::Choices(names) => Checked::Texts(list(value, diagnostics, |text, out| choice(text, names, out))?),
        Kind::Record(table) => Checked::Record(Record::check(value, &[table], diagnostics)?),
        Kind::Records(table) => Checked::Records(Record::check_list(value, table, diagnostics)),
        Kind::Names => Checked::Names(names(value, diagnostics)?),
        Kind::Free => Checked::Free(value.clone()),
    })
}

fn scalar(value: &Value, diagnostics: &mut Diagnostics) -> Option<Spanned<String>> {
    match &value.value {
        Node::Scalar(text) if text.trim().is_empty() => {
            diagnostics.push(
                Diagnostic::at(Rule::WrongType, value.span, "this text is empty")
                    .hint("write it, or leave the field out"),
            );
            None
        }
        Node::Scalar(text) if text.contains(is_forbidden) => {
            let message = "this text has a control character, which no page or feed can show";
            diagnostics.push(Diagnostic::at(Rule::WrongType, value.span, message).hint("delete it"));
            None
        }
        Node::Scalar(text) => Some(Spanned { value: text.trim().to_owned(), span: value.span }),
        _ => {
            diagnostics.push(wrong(value, "a text"));
            None
        }
    }
}

/// Characters that XML 1.0 (section 2.2) does not have.
fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

fn phone(text: Spanned<String>, diagnostics: &mut Diagnostics) -> Option<Spanned<String>> {
    let fits = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '+' | '(' | ')' | '-');
    if text.value.chars().all(fits) && text.value.contains(|c: char| c.is_ascii_digit()) {
        return Some(text);
    }
    let message = "a telephone number has digits, spaces, +, - and brackets only";
    diagnostics
        .push(Diagnostic::at(Rule::WrongType, text.span, message).hint("put words about it in `for` or `hours`"));
    None
}

fn email(text: Spanned<String>, diagnostics: &mut Diagnostics) -> Option<Spanned<String>> {
    let fits = |c: char| c.is_alphanumeric() || "@.-_+'".contains(c);
    let parts: Vec<&str> = text.value.split('@').collect();
    if text.value.chars().all(fits) && matches!(parts[..], [name, host] if !name.is_empty() && host.contains('.')) {
        return Some(text);
    }
    diagnostics.push(
        Diagnostic::at(Rule::WrongType, text.span, "this is no e-mail address")
            .hint("write one, such as front.door@example.org"),
    );
    None
}

fn slug(text: Spanned<String>, diagnostics: &mut Diagnostics) -> Option<Spanned<String>> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if text.value.chars().all(fits) {
        return Some(text);
    }
    let better = crate::markdown::heading::slug(&text.value);
    diagnostics.push(
        Diagnostic::at(Rule::WrongType, text.span, "an id has lower-case letters, digits and hyphens only")
            .hint(format!("write `{better}`")),
    );
    None
}

fn choice(text: Spanned<String>, names: &[&str], diagnostics: &mut Diagnostics) -> Option<Spanned<String>> {
    if names.contains(&text.value.as_str()) {
        return Some(text);
    }
    let hint = did_you_mean(&text.value, names.iter().copied());
    diagnostics.push(
        Diagnostic::at(
            Rule::UnknownValue,
            text.span,
            format!("`{}` is none of the values that this field may have", shorten(&text.value)),
        )
        .hint(hint.unwrap_or_else(|| format!("one of: {}", names.join(", ")))),
    );
    None
}

/// A date as authors write it, `YYYY-MM-DD`.
pub fn parse_date(text: &str) -> Option<Date> {
    let shape = text.len() == 10
        && text.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    // No page and no law of these times is of a year with three figures: `0026` was meant to be 2026.
    if shape && !text.starts_with('0') { text.parse().ok() } else { None }
}

fn date(text: &Spanned<String>, diagnostics: &mut Diagnostics) -> Option<Spanned<Date>> {
    if let Some(date) = parse_date(&text.value) {
        return Some(Spanned { value: date, span: text.span });
    }
    diagnostics.push(
        Diagnostic::at(Rule::BadDate, text.span, format!("`{}` is no date", shorten(&text.value)))
            .hint("write an existing date as YYYY-MM-DD, such as 2026-09-30"),
    );
    None
}

fn number(value: &Value, diagnostics: &mut Diagnostics) -> Option<Spanned<u32>> {
    let text = scalar(value, diagnostics)?;
    match text.value.parse() {
        Ok(number) if number > 0 => Some(Spanned { value: number, span: text.span }),
        _ => {
            diagnostics.push(wrong(value, "a whole number from 1"));
            None
        }
    }
}

fn flag(value: &Value, diagnostics: &mut Diagnostics) -> Option<bool> {
    match &value.value {
        Node::Scalar(text) if text == "true" => Some(true),
        Node::Scalar(text) if text == "false" => Some(false),
        _ => {
            diagnostics.push(wrong(value, "true or false"));
            None
        }
    }
}

fn list(
    value: &Value,
    diagnostics: &mut Diagnostics,
    check: impl Fn(Spanned<String>, &mut Diagnostics) -> Option<Spanned<String>>,
) -> Option<Vec<Spanned<String>>> {
    let items = match &value.value {
        Node::List(items) => items.as_slice(),
        Node::Scalar(_) => std::slice::from_ref(value),
        _ => {
            diagnostics.push(wrong(value, "a list"));
            return None;
        }
    };
    let mut texts = Vec::with_capacity(items.len());
    for item in items {
        texts.extend(scalar(item, diagnostics).and_then(|text| check(text, diagnostics)));
    }
    Some(texts)
}

fn names(value: &Value, diagnostics: &mut Diagnostics) -> Option<Vec<(Spanned<String>, Spanned<String>)>> {
    let Node::Map(entries) = &value.value else {
        diagnostics.push(wrong(value, "a list of `name: value` lines"));
        return None;
    };
    let mut names = Vec::new();
    for (key, value) in entries {
        names.extend(scalar(value, diagnostics).map(|text| (key.clone(), text)));
    }
    Some(names)
}

fn wrong(value: &Value, expected: &str) -> Diagnostic {
    let found = match &value.value {
        Node::Null => "nothing".to_owned(),
        Node::Scalar(text) => format!("`{}`", shorten(text)),
        Node::List(_) => "a list".to_owned(),
        Node::Map(_) => "a mapping".to_owned(),
    };
    Diagnostic::at(Rule::WrongType, value.span, format!("this should be {expected}, but it is {found}"))
}

fn missing(field: &Field, span: Span, how: &str) -> Diagnostic {
    Diagnostic::at(Rule::MissingField, span, format!("the required field `{}` {how}", field.name))
        .hint(format!("{}: {}", field.name, field.doc))
}
