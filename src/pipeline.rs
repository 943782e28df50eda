//! The stages in order, up to the one that writes: what `build`, `check`, `serve` and `report` share.

use crate::diagnostic::Diagnostics;
use crate::index::{self, ENGINE, FOLDER, Records, index};
use crate::inspect::Inspector;
use crate::parse::parse;
use crate::project::Project;
use crate::read::{Sources, read};
use crate::render::theme::Theme;
use crate::render::{Reader, Sink, render};
use crate::resolve::resolve;
use crate::site::Site;
use crate::vet::{Judged, vet};
use search_index::Files;
use std::error::Error;
use std::sync::Arc;
use std::sync::mpsc::sync_channel;
use std::thread;

/// Records that wait for the index; more would only fill the memory.
const WAITING: usize = 512;

/// A site that is ready to be rendered, or as much of it as could be understood.
pub struct Loaded {
    /// Every source; diagnostics point into them.
    pub sources: Sources,
    /// The resolved site.
    pub site: Site,
    /// The theme; `None` if its templates are at fault.
    pub theme: Option<Theme>,
    /// What was judged of the sources, by which the output is judged as well.
    pub judged: Judged,
}

/// Runs `read`, `parse`, `vet` and `resolve` and loads the theme. All of them run whatever the ones before
/// have found, so that an editor is told everything at once; only a site without errors may be rendered.
pub fn load(project: &Project, diagnostics: &mut Diagnostics) -> Loaded {
    let sources = read(project, diagnostics);
    let parsed = parse(&sources, diagnostics);
    let theme = Theme::load(&sources.theme, diagnostics);
    let assets: Vec<&str> = theme.iter().flat_map(|theme| theme.assets.keys().map(String::as_str)).collect();
    let mut vetted = vet(parsed, &sources, project.at, diagnostics);
    let judged = vetted.take_judged();
    let site = resolve(vetted, &sources, project, &assets, diagnostics);
    diagnostics.apply(&site.settings.rules);
    Loaded { sources, site, theme, judged }
}

/// What a site is rendered from.
pub type Parts<'a> = (&'a Site, &'a Sources, &'a mut Theme, &'a Judged);

/// Runs `render`, and `inspect` on everything that it makes.
///
/// # Errors
/// If the sink takes no more.
pub fn render_inspected<S: Sink>(
    (site, sources, theme, judged): Parts,
    sink: &S,
    reader: &dyn Reader,
    done: &(dyn Fn() + Sync),
    diagnostics: &mut Diagnostics,
) -> Result<(), S::Error> {
    let inspector = Inspector::new(judged, sources, site);
    render(site, sources, theme, &inspector.sink(sink), &inspector.reader(reader), done, diagnostics)?;
    inspector.finish(diagnostics);
    Ok(())
}

/// Runs `render` and, on a thread of its own, `index`, and `inspect` on what they make; then asks the index the
/// site's search tests.
///
/// # Errors
/// If the sink takes no more, or the index cannot be made.
pub fn render_and_index<S: Sink>(
    (site, sources, theme, judged): Parts,
    sink: &S,
    done: &(dyn Fn() + Sync),
    diagnostics: &mut Diagnostics,
) -> Result<Arc<Files>, Box<dyn Error>>
where
    S::Error: Error + 'static,
{
    let settings = index::settings(site);
    let inspector = Inspector::new(judged, sources, site);
    let files = thread::scope(|scope| {
        let (to, records) = sync_channel(WAITING);
        let indexing = scope.spawn(|| index(&settings, records));
        let reader = Records { site, to };
        let (inspecting, reading) = (inspector.sink(sink), inspector.reader(&reader));
        let rendered = render(site, sources, theme, &inspecting, &reading, done, diagnostics);
        // The index ends with the last record.
        drop(reader);
        let files = indexing.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        rendered?;
        Ok::<_, Box<dyn Error>>(Arc::new(files?))
    })?;
    inspector.terms(&files)?;
    inspector.finish(diagnostics);
    index::try_out(site, &files, diagnostics)?;
    Ok(files)
}

/// Puts an index, and the engine that asks it in browsers, into a sink.
///
/// # Errors
/// If the sink takes no more.
pub fn put_index<S: Sink>(files: &Files, sink: &S) -> Result<(), S::Error> {
    for (name, bytes) in files.iter() {
        sink.put(&format!("{FOLDER}/{name}"), bytes)?;
    }
    sink.put(&format!("{FOLDER}/{ENGINE}"), search_index::engine_js())
}
