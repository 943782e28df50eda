//! The theme: the one in this program, overridden file by file by the site's own `themes/default/`.

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::rule::Rule;
use crate::suggest::nearest;
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;
use tera::{Context, ErrorKind, Tera};

static DEFAULT: Dir = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// Templates that render pages; a site's own theme may change them and add partials.
const TEMPLATES: &str = "templates/";
const ASSETS: &str = "assets/";

/// A loaded theme.
pub struct Theme {
    tera: Tera,
    /// Text of every template, for diagnostics.
    texts: BTreeMap<String, String>,
    /// Files that are published as they are, by address.
    pub assets: BTreeMap<String, Vec<u8>>,
}

impl Theme {
    /// Loads the theme. Faulty templates are reported; then there is no theme.
    pub fn load(overrides: &BTreeMap<String, Vec<u8>>, diagnostics: &mut Diagnostics) -> Option<Theme> {
        let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        collect(&DEFAULT, &mut files);
        let own: Vec<String> = files.keys().cloned().collect();
        files.extend(overrides.iter().map(|(path, bytes)| (path.clone(), bytes.clone())));
        let mut texts = BTreeMap::new();
        let mut assets = BTreeMap::new();
        for (path, bytes) in files {
            if let Some(name) = path.strip_prefix(TEMPLATES) {
                match String::from_utf8(bytes) {
                    Ok(text) => {
                        texts.insert(name.to_owned(), text);
                    }
                    Err(_) => {
                        diagnostics.push(Diagnostic::file(Rule::NotUtf8, in_theme(name), "this template is not UTF-8"));
                    }
                }
            } else if path.starts_with(ASSETS) {
                assets.insert(path, bytes);
            }
        }
        report_unused(overrides, &own, &texts, diagnostics);
        let mut tera = Tera::new();
        tera.autoescape_on([".html", ".xml"]);
        if let Err(error) = tera.add_raw_templates(texts.iter().map(|(name, text)| (name.as_str(), text.as_str()))) {
            report_all(&texts, &error, diagnostics);
            return None;
        }
        Some(Theme { tera, texts, assets })
    }

    /// Values that every template is given.
    pub fn set_global(&mut self, name: &'static str, value: &impl serde::Serialize) {
        self.tera.global_context().insert(name, value);
    }

    /// Renders a template for a page. A fault names both.
    pub fn render(&self, template: &str, context: &Context, page: &str, out: &mut Vec<u8>) -> Result<(), Diagnostic> {
        out.clear();
        self.tera.render_to(template, context, &mut *out).map_err(|error| fault(&self.texts, &error, page))
    }
}

fn collect(dir: &Dir, files: &mut BTreeMap<String, Vec<u8>>) {
    for file in dir.files() {
        let path: Vec<&str> = file.path().iter().filter_map(|part| part.to_str()).collect();
        files.insert(path.join("/"), file.contents().to_vec());
    }
    for dir in dir.dirs() {
        collect(dir, files);
    }
}

/// The texts of the theme in this program.
pub fn own_texts() -> impl Iterator<Item = &'static str> {
    let mut files = BTreeMap::new();
    texts_of(&DEFAULT, &mut files);
    files.into_values()
}

fn texts_of(dir: &'static Dir<'static>, texts: &mut BTreeMap<&'static std::path::Path, &'static str>) {
    texts.extend(dir.files().filter_map(|file| Some((file.path(), file.contents_utf8()?))));
    dir.dirs().for_each(|dir| texts_of(dir, texts));
}

/// Tera stops at the first template that it cannot read, so each is tried on its own.
fn report_all(texts: &BTreeMap<String, String>, first: &tera::Error, diagnostics: &mut Diagnostics) {
    let alone = |(name, text): (&String, &String)| Tera::new().add_raw_template(name, text).err();
    let syntax: Vec<tera::Error> =
        texts.iter().filter_map(alone).filter(|error| matches!(error.kind(), ErrorKind::SyntaxError(_))).collect();
    if syntax.is_empty() {
        diagnostics.push(fault(texts, first, "the theme"));
    }
    for error in &syntax {
        diagnostics.push(fault(texts, error, "the theme"));
    }
}

/// Files of the site's theme that replace nothing and that no template names.
fn report_unused(
    overrides: &BTreeMap<String, Vec<u8>>,
    own: &[String],
    texts: &BTreeMap<String, String>,
    diagnostics: &mut Diagnostics,
) {
    for path in overrides.keys().filter(|path| !own.contains(path)) {
        let used = match path.strip_prefix(TEMPLATES) {
            Some(name) => texts.values().any(|text| text.contains(&format!("\"{name}\""))),
            None => path.starts_with(ASSETS),
        };
        if !used {
            let finding = Diagnostic::file(
                Rule::UnusedFile,
                format!("themes/default/{path}"),
                "nothing uses this file of the theme",
            );
            let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
            let alike = own.iter().find(|known| nearest(&name(path), [name(known).as_str()]).is_some());
            diagnostics.push(finding.maybe_hint(alike.map(|known| format!("did you mean `{known}`?"))));
        }
    }
}

fn in_theme(name: &str) -> String {
    format!("themes/default/{TEMPLATES}{name}")
}

fn fault(texts: &BTreeMap<String, String>, error: &tera::Error, page: &str) -> Diagnostic {
    let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = error.kind() else {
        let message = format!("{} (while rendering {page})", one_line(&error.to_string()));
        return Diagnostic::file(Rule::Template, "themes/default", message);
    };
    let message = format!("{} (while rendering {page})", one_line(report.message()));
    let name = report.filename();
    match texts.get(name) {
        Some(text) => {
            let range = (report.span().range.start, report.span().range.end);
            Diagnostic::new(
                Rule::Template,
                Place::Other { file: in_theme(name), text: text.as_str().into(), range },
                message,
            )
        }
        None => Diagnostic::file(Rule::Template, in_theme(name), message),
    }
}

fn one_line(message: &str) -> String {
    message.split_whitespace().collect::<Vec<_>>().join(" ")
}
