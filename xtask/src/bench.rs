//! `cargo xtask bench`: what builds cost. Times are of the whole program, as a user would start it.

mod cost;
mod subject;

pub use cost::measure;

use crate::Outcome;
use crate::place::{cargo, root, target, waymark};
use crate::step::{say, step};
use cost::Cost;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use subject::Subject;

/// What is to be timed.
#[derive(Debug, PartialEq, Eq)]
pub struct Bench {
    /// The generator of synthetic site folders.
    pub corpus: Option<PathBuf>,
    /// The program that does the least that any generator must.
    pub floor: Option<PathBuf>,
    /// The sizes of synthetic sites, in pages.
    pub pages: Vec<usize>,
    /// How often each build is timed.
    pub runs: usize,
}

impl Default for Bench {
    fn default() -> Self {
        Bench { corpus: None, floor: None, pages: vec![1_000, 10_000, 60_000], runs: 3 }
    }
}

impl Bench {
    /// Times everything and prints one table.
    pub fn run(self) -> Outcome {
        let waymark = waymark("release")?;
        let work = target()?.join("bench");
        fs::create_dir_all(&work)?;
        let mut table = heading();
        let subjects = self.subjects(&work)?;
        for subject in &subjects {
            say(&format!("── {}", subject.name));
            self.time(subject, &waymark, &work, &mut table)?;
        }
        std::io::stdout().write_all(table.as_bytes())?;
        // What share of a build the identity gate takes is seen from inside only.
        let mut gate = cargo(&["bench", "--locked", "--bench", "gate", "--"]);
        step("the identity gate", gate.args(subjects.iter().map(|subject| &subject.site)))
    }

    fn subjects(&self, work: &Path) -> Outcome<Vec<Subject>> {
        let mut subjects = vec![Subject::demonstration(root(), work)?];
        match &self.corpus {
            Some(corpus) => {
                for &pages in &self.pages {
                    subjects.push(Subject::synthetic(corpus, pages, work)?);
                }
            }
            None => say("Only the demonstration site is timed: --corpus names a generator of larger ones."),
        }
        Ok(subjects)
    }

    fn time(&self, subject: &Subject, waymark: &Path, work: &Path, table: &mut String) -> Outcome {
        let out = work.join("out");
        let build = |site: &Path| -> Vec<PathBuf> {
            vec![waymark.into(), "build".into(), site.into(), "--out".into(), out.clone()]
        };
        let cold = self.middle(|_| clear(&out), &build(&subject.site))?;
        row(table, &subject.name, "cold build", cold, None);
        let unchanged = self.middle(|_| Ok(()), &build(&subject.site))?;
        row(table, &subject.name, "nothing changed", unchanged, None);
        let changed = self.middle(|run| subject.touch(run), &build(&subject.site));
        subject.restore()?;
        row(table, &subject.name, "one page changed", changed?, None);
        if let Some(floor) = &self.floor {
            let threads = std::thread::available_parallelism()?.to_string();
            let command: Vec<PathBuf> =
                vec![floor.clone(), "write".into(), subject.site.join("content"), out.clone(), threads.into()];
            let least = self.middle(|_| clear(&out), &command)?;
            row(table, &subject.name, "the floor", least, Some(cold.cpu / least.cpu));
        }
        clear(&out)
    }

    /// What the middle one of several runs costs, by CPU time.
    fn middle(&self, mut before: impl FnMut(usize) -> Outcome, command: &[impl AsRef<OsStr>]) -> Outcome<Cost> {
        let mut costs = Vec::with_capacity(self.runs);
        for run in 0..self.runs {
            before(run)?;
            costs.push(Cost::of(command)?);
        }
        costs.sort_by(|one, other| one.cpu.total_cmp(&other.cpu));
        Ok(costs[costs.len() / 2])
    }
}

fn clear(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}

fn heading() -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    format!(
        "On {cores} cores:\n\n| site | build | CPU s | wall s | peak MiB | times the floor's CPU |\n| --- | --- | ---: | ---: | ---: | ---: |\n"
    )
}

fn row(table: &mut String, site: &str, build: &str, cost: Cost, ratio: Option<f64>) {
    let ratio = ratio.map_or(String::new(), |ratio| format!("{ratio:.2}"));
    let peak = cost.peak_kib as f64 / 1024.0;
    // Writing to a string cannot fail.
    let _ = writeln!(table, "| {site} | {build} | {:.2} | {:.2} | {peak:.0} | {ratio} |", cost.cpu, cost.wall);
}
