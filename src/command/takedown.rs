//! `waymark takedown`

mod edition;

use super::{Outcome, findings};
use crate::cli::{self, ReportFormat};
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::parse::parse;
use crate::project::Project;
use crate::read::read;
use crate::suggest::did_you_mean;
use crate::takedown::{Find, Trace, Tracer, WITHIN, Watch, texts};
use edition::{Edition, Entry};
use jiff::civil::Date;
use serde_json::json;
use std::error::Error;
use std::io::{BufWriter, Write};

/// So many places are named for people; JSON has them all.
const SHOWN: usize = 20;

/// Looks for a case study in built editions.
///
/// # Errors
/// If an edition cannot be read, or nothing has the id.
pub fn run(args: &cli::Takedown) -> Result<Outcome, Box<dyn Error>> {
    let editions = args.editions.iter().map(|path| Edition::read(path)).collect::<Result<Vec<_>, _>>()?;
    let reference = args.from.as_deref().map(Edition::read).transpose()?;
    let mut known = Vec::new();
    let (trace, written) = trace(args, &editions, reference.as_ref(), &mut known);
    let Some(trace) = trace else {
        let hint = did_you_mean(&args.id, known.iter().map(String::as_str));
        let hint = hint.map(|hint| format!("; {hint}")).unwrap_or_default();
        return Err(format!(
            "no site and no edition that was named has a page `{}`{hint}. To prove that a case study is gone, name an edition that still has it with --from",
            args.id
        )
        .into());
    };
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut holding = 0;
    for edition in &editions {
        let finds = look(&trace, edition)?;
        holding += usize::from(!finds.is_empty());
        match args.format {
            ReportFormat::Human => tell(&mut out, edition, &finds)?,
            ReportFormat::Json => {
                let path = edition.path.display().to_string();
                let holds = !finds.is_empty();
                writeln!(
                    out,
                    "{}",
                    json!({ "id": trace.id, "edition": path, "holds": holds, "files": edition.files.len(), "finds": finds })
                )?;
            }
        }
    }
    out.flush()?;
    say(&trace, written, editions.len(), holding)?;
    Ok(if holding == 0 { Outcome::Clean } else { Outcome::Faulty })
}

fn look(trace: &Trace, edition: &Edition) -> Result<Vec<Find>, Box<dyn Error>> {
    let mut watch = Watch::new(trace);
    edition.pages().for_each(|(path, bytes)| watch.file(path, bytes));
    if let Some(contents) = edition.index()? {
        watch.index("search-index", &contents);
    }
    Ok(watch.finish())
}

/// The trace, and whether the site's own content still has the page.
fn trace(
    args: &cli::Takedown,
    editions: &[Edition],
    reference: Option<&Edition>,
    known: &mut Vec<String>,
) -> (Option<Trace>, bool) {
    let built = reference.into_iter().chain(editions).find_map(|edition| of_edition(&args.id, edition));
    // Editions can be looked through where there is no site folder.
    let written =
        Project::open(&args.site, Date::MAX, true).ok().and_then(|project| of_site(&args.id, &project, known));
    let is_written = written.is_some();
    // A built page is what readers have seen; the site's own text may have changed since.
    (built.or(written), is_written)
}

fn of_site(id: &str, project: &Project, known: &mut Vec<String>) -> Option<Trace> {
    let mut diagnostics = Diagnostics::new();
    let sources = read(project, &mut diagnostics);
    let documents = parse(&sources, &mut diagnostics).documents;
    known.extend(documents.iter().map(|document| document.id().to_owned()));
    let is_it = |document: &&Document| document.id() == id || document.id().ends_with(&format!("/{id}"));
    let document = documents.iter().find(is_it)?;
    let mut tracer = Tracer::new(Some(document.meta.title.value.clone()));
    for source in sources.iter() {
        tracer.read(&source.text, source.id == document.source);
    }
    let stem = document.path.trim_end_matches(".md").to_owned();
    Some(tracer.finish(document.id().to_owned(), stem))
}

fn of_edition(id: &str, edition: &Edition) -> Option<Trace> {
    let contents = edition.index().ok().flatten();
    // A page may have an id of its own, which the index knows.
    let known = contents.iter().flat_map(|contents| &contents.pages).find(|page| page.id == id).map(|page| &page.url);
    let name = known.map_or_else(|| format!("{id}.html"), Clone::clone);
    let is_it = |path: &str| path == name || (known.is_none() && path.ends_with(&format!("/{name}")));
    let (path, bytes) = edition.pages().find(|(path, _)| is_it(path))?;
    let stem = path.trim_end_matches(".html").to_owned();
    let bare = Tracer::new(None).finish(stem.clone(), stem.clone());
    let html = String::from_utf8_lossy(bytes);
    let title = html.split_once("<h1").and_then(|(_, rest)| rest.split_once('>')?.1.split_once("</h1>"));
    let title = title.map(|(title, _)| title.trim().to_owned()).filter(|title| !title.contains('<'));
    let mut tracer = Tracer::new(title);
    // A copy that lies in a download is a trace as well, and nothing that something else says.
    for (path, bytes) in edition.pages().filter(|(path, _)| !path.contains(WITHIN)) {
        if let Ok(text) = std::str::from_utf8(bytes) {
            tracer.read(text, bare.is_own(path));
        }
    }
    // An index joins what stands apart on a page. A damaged one is told of when it is looked through.
    for page in contents.iter().flat_map(|contents| &contents.pages) {
        texts(page).into_iter().for_each(|text| tracer.read(text, bare.is_own(&page.url)));
    }
    used_alone(edition, &bare).for_each(|bytes| tracer.file(bytes));
    let id = known.map_or_else(|| stem.clone(), |_| id.to_owned());
    Some(tracer.finish(id, stem))
}

/// The folder of what belongs to the theme and to no page.
const THEME: &str = "assets/";

/// Pictures and other files that pages of the case name and no other page does.
fn used_alone<'e>(edition: &'e Edition, case: &Trace) -> impl Iterator<Item = &'e [u8]> {
    let is_html = |path: &str| path.ends_with(".html");
    let pages = edition.pages().filter(|(path, _)| is_html(path) && !path.contains(WITHIN));
    let (own, others): (Vec<_>, Vec<_>) = pages.partition(|(path, _)| case.is_own(path));
    let name_it = |pages: &[&Entry], name: &str| {
        pages.iter().any(|(_, html)| std::str::from_utf8(html).is_ok_and(|html| html.contains(name)))
    };
    let files =
        edition.pages().filter(move |(path, _)| !(is_html(path) || path.contains(WITHIN) || path.starts_with(THEME)));
    let alone = files.filter(move |(path, _)| {
        let name = path.rsplit('/').next().unwrap_or(path);
        name_it(&own, name) && !name_it(&others, name)
    });
    alone.map(|(_, bytes)| bytes.as_slice())
}

fn tell(out: &mut dyn Write, edition: &Edition, finds: &[Find]) -> std::io::Result<()> {
    let path = edition.path.display();
    let files = findings::counted(edition.files.len(), "file");
    if finds.is_empty() {
        return writeln!(out, "{path}: no trace in {files} and the index");
    }
    writeln!(out, "{path}: still holds it")?;
    for find in finds.iter().take(SHOWN) {
        let text = if find.text.is_empty() { String::new() } else { format!(": {}", find.text) };
        writeln!(out, "  {}  {}{text}", find.file, find.what.label())?;
    }
    if finds.len() > SHOWN {
        writeln!(out, "  and {} more; --format json lists them all", finds.len() - SHOWN)?;
    }
    Ok(())
}

fn say(trace: &Trace, written: bool, editions: usize, holding: usize) -> std::io::Result<()> {
    let (phrases, words) = trace.size();
    findings::say(&format!(
        "Looked for {}: its address, its title, {} and {} that only it has. Editions that still hold it: {} of {}.",
        trace.id,
        if phrases == 1 { "1 run of words".to_owned() } else { format!("{phrases} runs of words") },
        findings::counted(words, "word"),
        holding,
        editions,
    ))?;
    if written {
        findings::say(
            "The site's content still has it: delete the file and build again, or the next edition holds it.",
        )?;
    }
    findings::say("Version history, backups, printed pages and copies that others made are beyond this command.")
}
