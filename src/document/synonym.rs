//! Words that mean the same: `content/synonyms.yaml`.

mod pairs;

use super::meta::Nation;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::front_matter::field::{Field, Kind, optional};
use crate::front_matter::record::Record;
use crate::rule::Rule;
use crate::source::{Source, Spanned};
use pairs::Pairs;
use search_index::{Synonym, SynonymKind};
use std::ops::Range;

/// The fields of an entry, which has one of five forms.
pub const FIELDS: &[Field] = &[
    optional("same", Kind::Texts, "words that mean the same; each finds all the others"),
    optional("from", Kind::Texts, "one way, with `to`: words that readers type"),
    optional("to", Kind::Texts, "what `from` finds as well, but not the other way round"),
    optional("hidden", Kind::Flag, "true with `to`: its words are searched and never shown to readers"),
    optional("related", Kind::Texts, "words that are near but not the same; each finds the others, with less weight"),
    optional(
        "nation",
        Kind::Choice(Nation::NAMES),
        "with `here` and `elsewhere`: the nation that has a word of its own",
    ),
    optional("here", Kind::Texts, "with `nation`: the words of that nation"),
    optional("elsewhere", Kind::Texts, "with `nation`: the words for the same in other nations"),
    optional("ambiguous", Kind::Text, "with `meanings`: a word that means several things"),
    optional("meanings", Kind::Texts, "with `ambiguous`: what it may mean; all are searched"),
];

/// A form that an entry may have.
struct Form {
    kind: SynonymKind,
    /// What readers type, or the words that are alike.
    from: &'static str,
    /// What is searched as well.
    to: Option<&'static str>,
    /// A field that says more.
    more: Option<&'static str>,
}

const FORMS: &[Form] = &[
    Form { kind: SynonymKind::TwoWay, from: "same", to: None, more: None },
    Form { kind: SynonymKind::OneWay, from: "from", to: Some("to"), more: Some("hidden") },
    Form { kind: SynonymKind::Related, from: "related", to: None, more: None },
    Form { kind: SynonymKind::Nation, from: "elsewhere", to: Some("here"), more: Some("nation") },
    Form { kind: SynonymKind::Ambiguous, from: "ambiguous", to: Some("meanings"), more: None },
];

/// Reads the entries of the file. What is wrong is reported and left out.
pub fn read(source: &Source, records: &[Record], diagnostics: &mut Diagnostics) -> Vec<Synonym> {
    let (mut synonyms, mut pairs) = (Vec::new(), Pairs::new(source));
    for (at, record) in records.iter().enumerate() {
        let end = records.get(at + 1).map_or(u32::MAX, |next| next.span.start);
        if is_faulty(source, record.span.start..end, diagnostics) {
            continue;
        }
        let Some(form) = form(record, diagnostics) else { continue };
        let (from, to) = (words(record, form.from), form.to.map(|to| words(record, to)).unwrap_or_default());
        if is_fit(form, &from, &to, diagnostics) && pairs.are_new(form.kind, &from, &to, diagnostics) {
            let plain = |words: Vec<Spanned<String>>| words.into_iter().map(|word| word.value).collect();
            synonyms.push(Synonym {
                kind: form.kind,
                from: plain(from),
                to: plain(to),
                nation: record.words("nation"),
                hidden: record.flag("hidden"),
            });
        }
    }
    synonyms
}

/// Whether a fault of an entry has been reported already.
fn is_faulty(source: &Source, bytes: Range<u32>, diagnostics: &Diagnostics) -> bool {
    let lies_there = |found: &Diagnostic| match &found.place {
        Place::Text(span) => span.source == source.id && bytes.contains(&span.start),
        Place::Other { .. } | Place::File(_) | Place::Name { .. } => false,
    };
    diagnostics.list().iter().any(lies_there)
}

/// The form of an entry, if it has one and no field of another.
fn form(record: &Record, diagnostics: &mut Diagnostics) -> Option<&'static Form> {
    let begun: Vec<&Form> = FORMS.iter().filter(|form| form.fields().any(|field| record.has(field))).collect();
    match begun[..] {
        [form] => {
            let needed = form.fields().filter(|field| *field != "hidden");
            let absent: Vec<&str> = needed.filter(|field| !record.has(field)).collect();
            if !absent.is_empty() {
                let message = format!("this entry needs `{}` as well", absent.join("` and `"));
                diagnostics.push(Diagnostic::at(Rule::MissingField, record.span, message));
            }
            absent.is_empty().then_some(form)
        }
        [first, second, ..] => {
            let message = format!("an entry has one form, and this one mixes `{}` with `{}`", first.from, second.from);
            diagnostics.push(Diagnostic::at(Rule::Synonym, record.span, message).hint("make an entry of each"));
            None
        }
        [] => {
            let finding = Diagnostic::at(Rule::MissingField, record.span, "this entry joins no words");
            diagnostics.push(finding.hint("begin it with same, from, related, nation or ambiguous"));
            None
        }
    }
}

fn words(record: &Record, field: &str) -> Vec<Spanned<String>> {
    record.text(field).map_or_else(|| record.texts(field), |word| vec![word])
}

/// Whether an entry has enough words, and each of them once.
fn is_fit(form: &Form, from: &[Spanned<String>], to: &[Spanned<String>], diagnostics: &mut Diagnostics) -> bool {
    let before = diagnostics.list().len();
    let alone = match form.kind {
        SynonymKind::TwoWay | SynonymKind::Related => from,
        SynonymKind::Ambiguous => to,
        SynonymKind::OneWay | SynonymKind::Nation => &[],
    };
    if let [only] = alone {
        let message = format!("`{}` stands alone here: there must be two words or more", only.value);
        diagnostics.push(Diagnostic::at(Rule::Synonym, only.span, message));
    }
    let mut seen: Vec<String> = Vec::new();
    for word in from.iter().chain(to) {
        let key = pairs::key(&word.value);
        if !key.contains(char::is_alphanumeric) {
            let message = format!("`{}` has no letter and no digit, so nobody can search for it", word.value);
            diagnostics.push(Diagnostic::at(Rule::Synonym, word.span, message));
        } else if seen.contains(&key) {
            let message = format!("`{}` stands twice in this entry", word.value);
            let hint = "upper and lower case make no difference; keep one of the two";
            diagnostics.push(Diagnostic::at(Rule::Synonym, word.span, message).hint(hint));
        }
        seen.push(key);
    }
    diagnostics.list().len() == before
}

impl Form {
    fn fields(&self) -> impl Iterator<Item = &'static str> {
        [Some(self.from), self.to, self.more].into_iter().flatten()
    }
}
