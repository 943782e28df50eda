//! The identity gate on images, downloads and the site's own theme: their names, their text and what they say of
//! themselves.

use super::Judged;
use super::finding::{in_file, in_name, in_other, severity};
use crate::diagnostic::{Diagnostic, Severity};
use crate::identity::{Detail, Form, Kind, Scope};
use crate::metadata::{self, Inside, Tells, Trace};
use crate::read::{Found, Sources};
use crate::rule::Rule;
use rayon::prelude::*;
use std::sync::Arc;

/// The kind of what a file says of itself that is no name, place or date.
const METADATA: &str = "metadata";

/// Looks through every file of a site that is no source.
pub fn check(judged: &Judged, sources: &Sources) -> Vec<Diagnostic> {
    let assets = sources.found.par_iter().flat_map_iter(|(path, found)| of_asset(judged, path, found));
    let theme = sources.theme.par_iter().flat_map_iter(|(path, bytes)| of_theme(judged, path, bytes));
    assets.chain(theme).collect()
}

fn of_asset(judged: &Judged, path: &str, found: &Found) -> Vec<Diagnostic> {
    let (scope, file) = (judged.cases.asset_scope(path), format!("content/{path}"));
    let mut findings = Vec::new();
    for detail in judged.find(path, Form::Path, scope, (path, &[])) {
        findings.push(in_name(&file, file.len() - path.len(), &detail, scope));
    }
    if let Some(text) = &found.text {
        findings.extend(of_text(judged, text, (path, &file), scope));
    }
    for text in &found.inside.texts {
        for detail in judged.find(text, Form::Plain, scope, (path, &[])) {
            findings.push(in_file(&file, text.get(detail.range.clone()).unwrap_or_default(), &detail, scope));
        }
    }
    findings.extend(of_traces(judged, &found.inside, (path, &file), scope));
    let is_read = found.text.is_some() || !found.inside.texts.is_empty() || is_picture(path);
    if scope == Scope::CaseStudy && !is_read && !judged.allowed.allows_metadata(path, UNREAD) {
        let message = "a case study uses this file, whose words cannot be looked through";
        let finding = Diagnostic::file(Rule::IdentifyingDetail, &file, message).severity(Severity::Warning);
        findings.push(finding.kind(METADATA).hint(LOOK));
    }
    findings
}

/// Stands in `allowed-details.yaml` for the words of a file that somebody has looked through.
const UNREAD: &str = "unread";
const LOOK: &str =
    "put its words on a page; or let somebody look through all of it and allow it: `text: unread`, `kind: metadata`";

/// Whether a file is a picture, which has no words but those that it shows.
fn is_picture(path: &str) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "ico"].contains(&extension.as_str())
}

fn of_theme(judged: &Judged, path: &str, bytes: &[u8]) -> Vec<Diagnostic> {
    let file = format!("themes/default/{path}");
    match std::str::from_utf8(bytes) {
        Ok(text) => of_text(judged, text, (&file, &file), Scope::Elsewhere),
        Err(_) => of_traces(judged, &metadata::read(bytes), (&file, &file), Scope::Elsewhere),
    }
}

fn of_text(judged: &Judged, text: &str, (path, file): (&str, &str), scope: Scope) -> Vec<Diagnostic> {
    let form = match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "svg" | "html" | "htm" | "xml" => Form::Html,
        "md" => Form::Markdown,
        "yaml" | "yml" => Form::Yaml,
        _ => Form::Plain,
    };
    let mut details = judged.find(text, form, scope, (path, &[]));
    // A name for programs, which no browser opens.
    details.retain(|detail| detail.kind != Kind::Url || !is_namespace(&text[..detail.range.start]));
    if form == Form::Html {
        details.retain(|detail| is_read(&text[..detail.range.start]));
    }
    if path.ends_with(".css") {
        // Rules of style sheets begin as accounts do.
        details.retain(|detail| detail.kind != Kind::SocialHandle);
    }
    if details.is_empty() {
        return Vec::new();
    }
    let shared: Arc<str> = text.into();
    details.iter().map(|detail| in_other(file, &shared, detail, scope)).collect()
}

/// Attributes whose values somebody reads, or that lead somewhere. Those of a drawing's lines and letters are figures.
const READ: &[&str] = &["title", "alt", "aria-label", "href", "src", "id", "name", "content", "label", "docname"];

/// Whether a text ends in what people read: between tags, in a comment, or in the value of such an attribute.
fn is_read(before: &str) -> bool {
    let tag = before.rfind('<').map_or("", |open| &before[open..]);
    if tag.is_empty() || tag.contains('>') || tag.starts_with("<!--") {
        return true;
    }
    let value = tag.matches('"').count() % 2 == 1 || tag.matches('\'').count() % 2 == 1;
    let name =
        tag.rsplit_once('=').map_or("", |(head, _)| head.rsplit([' ', '\n', '\t', ':']).next().unwrap_or_default());
    value && READ.contains(&name)
}

/// Whether a text ends where the address of an XML namespace begins.
fn is_namespace(before: &str) -> bool {
    let name = before.trim_end_matches(['"', '\'']).strip_suffix('=').unwrap_or_default();
    name.rsplit(char::is_whitespace).next().is_some_and(|name| name.starts_with("xmlns"))
}

/// What a file says of itself: where it was made, by whom and with what is told of every file; of a file that a case
/// study uses, everything.
fn of_traces(judged: &Judged, inside: &Inside, (path, file): (&str, &str), scope: Scope) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for trace in &inside.traces {
        if is_told(judged, trace, scope) {
            if is_allowed(judged, trace, path) {
                continue;
            }
            let message = said(trace);
            let finding = Diagnostic::file(Rule::IdentifyingDetail, file, message).severity(severity(scope));
            findings.push(finding.kind(kind(trace).map_or(METADATA, Kind::name)).hint(CURE));
        } else if trace.tells == Tells::Remark {
            for detail in judged.find(&trace.words, Form::Plain, scope, (path, &[])) {
                findings.push(in_file(file, &trace.words[detail.range.clone()], &detail, scope));
            }
        }
    }
    findings
}

const CURE: &str = "take it out: exiftool -all= FILE, or save the file anew without properties or location";

fn is_told(judged: &Judged, trace: &Trace, scope: Scope) -> bool {
    match trace.tells {
        Tells::Who => scope == Scope::CaseStudy || !judged.known.is_public(&trace.words),
        Tells::Where | Tells::Device => true,
        Tells::When | Tells::Block => scope == Scope::CaseStudy,
        // Its words are looked through like any other.
        Tells::Remark => false,
    }
}

fn is_allowed(judged: &Judged, trace: &Trace, path: &str) -> bool {
    match kind(trace) {
        Some(kind) => {
            let detail = Detail { kind, range: 0..trace.words.len(), message: String::new(), hint: String::new() };
            judged.allowed.allows(path, &trace.words, &detail)
        }
        None => judged.allowed.allows_metadata(path, &trace.words),
    }
}

fn kind(trace: &Trace) -> Option<Kind> {
    match trace.tells {
        Tells::Where => Some(Kind::Coordinates),
        Tells::Who => Some(Kind::PersonName),
        Tells::When => Some(Kind::ExactDate),
        Tells::Device | Tells::Remark | Tells::Block => None,
    }
}

fn said(trace: &Trace) -> String {
    let words = &trace.words;
    match trace.tells {
        Tells::Where => format!("this file says where it was made: “{words}”"),
        Tells::Who => format!("this file names who made it, owns it or is shown in it: “{words}”"),
        Tells::Device => format!("this file names the device that made it: “{words}”"),
        Tells::When => format!("this file says when it was made: “{words}”"),
        Tells::Remark => format!("this file holds a remark: “{words}”"),
        Tells::Block => format!("this file, which a case study uses, holds {words} information"),
    }
}
