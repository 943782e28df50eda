//! Any course of builds and meddling ends as a simple model says.

use super::*;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

/// One build, and what somebody does in the output before it.
#[derive(Clone, Debug)]
struct Round {
    meddling: BTreeMap<&'static str, u8>,
    deleted: Vec<&'static str>,
    build: BTreeMap<&'static str, u8>,
    disk: (bool, bool),
}

const PATHS: [&str; 8] = ["a", "b", "d/a", "d/b", "d/e/a", "f", "f/g", "h/i/j"];

fn files() -> impl Strategy<Value = BTreeMap<&'static str, u8>> {
    btree_map(prop::sample::select(&PATHS[..]), 0..3u8, 0..5).prop_map(|mut files| {
        if files.contains_key("f/g") {
            files.remove("f");
        }
        files
    })
}

fn round() -> impl Strategy<Value = Round> {
    let deleted = vec(prop::sample::select(&PATHS[..]), 0..2);
    (files(), deleted, files(), any::<(bool, bool)>()).prop_map(|(meddling, deleted, build, disk)| Round {
        meddling,
        deleted,
        build,
        disk,
    })
}

fn text(version: u8) -> String {
    "x".repeat(1 + usize::from(version / 2)) + &version.to_string()
}

/// Whether a file at one path leaves no room for a file at the other.
fn excludes(one: &str, other: &str) -> bool {
    let inside = |inner: &str, outer: &str| inner.strip_prefix(outer).is_some_and(|rest| rest.starts_with('/'));
    one == other || inside(one, other) || inside(other, one)
}

/// The files of the output, without folders and list.
fn files_of(bench: &Bench) -> Tree {
    bench.site().into_iter().filter(|(_, text)| text != "/").collect()
}

/// What is in the output, as far as the model knows.
#[derive(Default)]
struct Model {
    own: Tree,
    foreign: Tree,
}

impl Model {
    fn all(&self) -> Tree {
        self.own.iter().chain(&self.foreign).map(|(path, text)| (path.clone(), text.clone())).collect()
    }

    fn meddle(&mut self, bench: &Bench, round: &Round) {
        if !bench.out().exists() {
            return;
        }
        for path in &round.deleted {
            if self.own.remove(*path).or_else(|| self.foreign.remove(*path)).is_some() {
                fs::remove_file(bench.out().join(path)).unwrap();
            }
        }
        for (path, version) in &round.meddling {
            // A path that our list names would count as ours.
            let listed = self.listed(bench).lines().any(|line| excludes(line, path));
            let blocked = self.all().keys().any(|other| excludes(other, path));
            if !listed && !blocked && !bench.out().join(path).exists() {
                bench.foreign(path, &text(*version));
                self.foreign.insert((*path).to_owned(), text(*version));
            }
        }
    }

    fn build(&mut self, bench: &Bench, round: &Round) {
        let build: Tree = round.build.iter().map(|(path, version)| ((*path).to_owned(), text(*version))).collect();
        let collides = build.keys().any(|path| self.foreign.keys().any(|foreign| excludes(path, foreign)));
        // So does a folder that is not ours, even if it is empty.
        let taken = |path: &str| bench.out().join(path).is_dir() && !self.listed(bench).contains(&format!("\n{path}/"));
        let collides = collides || build.keys().any(|path| taken(path));
        let files: Vec<(&str, &str)> = build.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let same = build.iter().filter(|(path, text)| self.own.get(*path) == Some(text)).count();
        let removed = self.own.keys().filter(|path| !build.contains_key(*path)).count();
        let built = fault::on_poor_disk(round.disk.0, round.disk.1, || bench.build(&files));
        match built {
            Err(WriteError::Taken { .. }) => assert!(collides),
            Err(error) => panic!("{error}"),
            Ok(summary) => {
                assert!(!collides);
                assert_eq!(summary, Summary { written: build.len() - same, unchanged: same, removed });
                self.own = build;
            }
        }
    }

    fn listed(&self, bench: &Bench) -> String {
        fs::read_to_string(bench.out().join(".waymark-output")).unwrap_or_default()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_course_of_builds_and_meddling_ends_as_the_model_says(rounds in vec(round(), 1..7)) {
        let (bench, mut model) = (Bench::new(), Model::default());
        for round in &rounds {
            model.meddle(&bench, round);
            model.build(&bench, round);
            assert_eq!(files_of(&bench), model.all());
            if bench.out().exists() {
                bench.assert_tidy();
            }
        }
    }
}
