//! What share of a build the identity gate takes: `cargo bench --bench gate -- SITE`.
//!
//! CPU time is counted; the disk is only read. The build is all of
//! `waymark build` but for its writing, the gate is everything that looks for details: in sources, in what is made of
//! them, in the records of search and in the terms of the index.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::io::Write as _;
use std::path::Path;
use std::sync::{Mutex, OnceLock};
use std::time::{Duration, Instant};
use waymark::diagnostic::Diagnostics;
use waymark::inspect::Inspector;
use waymark::parse::parse;
use waymark::pipeline::{load, render_and_index};
use waymark::project::Project;
use waymark::read::read;
use waymark::render::Sink;
use waymark::vet::look_through;

/// Keeps what is made.
#[derive(Default)]
struct Kept(Mutex<BTreeMap<String, Vec<u8>>>);

impl Sink for Kept {
    type Error = Infallible;

    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Infallible> {
        self.0.lock().unwrap().insert(path.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn put_file(&self, _: &str, _: &Path) -> Result<(), Infallible> {
        Ok(())
    }
}

fn main() {
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let sites: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let mut out = std::io::stdout();
    for site in if sites.is_empty() { vec![env!("CARGO_MANIFEST_DIR").to_owned()] } else { sites } {
        let (build, gate) = one.install(|| measure(Path::new(&site)));
        let share = 100.0 * total(&gate) / build.as_secs_f64();
        let parts: Vec<String> =
            gate.iter().map(|(name, took)| format!("{name} {:.3} s", took.as_secs_f64())).collect();
        let (build, parts) = (build.as_secs_f64(), parts.join(", "));
        writeln!(out, "{site}: a build takes {build:.2} s, the gate {share:.1} % of it ({parts})").unwrap();
    }
}

/// The CPU time that this process has had, the thread that writes the index included. On the clock, where the system
/// does not tell.
fn now() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    let told = std::fs::read_to_string("/proc/self/stat").ok();
    // The fields behind the name, which may hold anything: the 12th and 13th are hundredths of seconds.
    let hundredths = told.and_then(|text| {
        let fields: Vec<&str> = text.rsplit_once(')')?.1.split_whitespace().collect();
        Some(fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?)
    });
    hundredths.map_or_else(|| START.get_or_init(Instant::now).elapsed(), |told| Duration::from_millis(told * 10))
}

fn total(parts: &[(&str, Duration)]) -> f64 {
    parts.iter().map(|(_, took)| took.as_secs_f64()).sum()
}

fn measure(site: &Path) -> (Duration, Vec<(&'static str, Duration)>) {
    let project = Project::open(site, jiff::civil::date(2026, 11, 23), false).unwrap();
    let start = now();
    let mut diagnostics = Diagnostics::new();
    let mut loaded = load(&project, &mut diagnostics);
    let kept = Kept::default();
    let parts = (&loaded.site, &loaded.sources, loaded.theme.as_mut().unwrap(), &loaded.judged);
    let files = render_and_index(parts, &kept, &|| (), &mut diagnostics).unwrap();
    let build = now() - start;
    let sources = read(&project, &mut diagnostics);
    let parsed = parse(&sources, &mut diagnostics);
    let start = now();
    let judged = look_through(&parsed, &sources, project.at, &mut diagnostics);
    let scan = now() - start;
    let start = now();
    let inspector = Inspector::new(&judged, &loaded.sources, &loaded.site);
    let made = kept.0.into_inner().unwrap();
    let set_up = now() - start;
    let start = now();
    for (path, bytes) in &made {
        inspector.look(path, bytes);
    }
    let look = now() - start;
    let start = now();
    inspector.terms(&files).unwrap();
    (build, vec![("sources", scan), ("outputs", set_up + look), ("terms", now() - start)])
}
