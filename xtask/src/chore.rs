//! The command line of `cargo xtask`.

use crate::bench::{self, Bench};
use crate::{Outcome, bless, browser, deny, screenshot, step, test, wasm};
use std::path::PathBuf;

const USAGE: &str = "\
Usage: cargo xtask CHORE

  test               everything that must pass: formatting, lints, tests, the dependency rules, browser tests
  browser [NAME…]    the browser tests, or those files of them (for example: cargo xtask browser exit print)
  bless              write the golden files anew from what the program gives now; look at the difference afterwards
  deny               the dependency rules of deny.toml, with cargo-deny fetched if it is missing
  wasm [--check]     build the engine for browsers into search-index/dist/, or compare it with what stands there
  screenshot         make themes/screenshot.png
  bench              time builds of the demonstration site, and of larger ones if a generator is given:
    --corpus FILE      make_corpus.py, which writes synthetic site folders (--pages, --flavour, --out)
    --floor PROGRAM    a program that only reads, parses and writes, to compare with
    --pages N,N,…      how many pages (1000,10000,60000 unless told)
    --runs N           how often each build is timed; the middle one counts (3 unless told)";

/// One chore, with what it was told.
#[derive(Debug, PartialEq, Eq)]
pub enum Chore {
    Test,
    Browser(Vec<String>),
    Bless,
    Deny,
    Wasm,
    CheckWasm,
    Screenshot,
    Bench(Bench),
    /// Runs one program and says what it cost; `bench` starts itself in this way.
    Measure(Vec<String>),
    Help,
}

impl Chore {
    /// Reads the command line.
    pub fn parse(words: &[String]) -> Outcome<Self> {
        let Some((name, rest)) = words.split_first() else { return Ok(Chore::Help) };
        let chore = match name.as_str() {
            "browser" => return Ok(Chore::Browser(rest.to_vec())),
            "measure" => return Ok(Chore::Measure(rest.to_vec())),
            "bench" => return Ok(Chore::Bench(bench(rest)?)),
            "test" => Chore::Test,
            "bless" => Chore::Bless,
            "deny" => Chore::Deny,
            "wasm" if rest == ["--check"] => return Ok(Chore::CheckWasm),
            "wasm" => Chore::Wasm,
            "screenshot" => Chore::Screenshot,
            "help" | "--help" | "-h" => Chore::Help,
            _ => return Err(format!("there is no chore `{name}`\n{USAGE}").into()),
        };
        match rest.first() {
            Some(word) => Err(format!("`{name}` takes no `{word}`\n{USAGE}").into()),
            None => Ok(chore),
        }
    }

    /// Does the chore.
    pub fn run(self) -> Outcome {
        match self {
            Chore::Test => test::run(),
            Chore::Browser(names) => browser::run(&names),
            Chore::Bless => bless::run(),
            Chore::Deny => deny::run(),
            Chore::Wasm => wasm::run(),
            Chore::CheckWasm => wasm::check(),
            Chore::Screenshot => screenshot::run(),
            Chore::Bench(options) => options.run(),
            Chore::Measure(words) => bench::measure(&words),
            Chore::Help => {
                step::say(USAGE);
                Ok(())
            }
        }
    }
}

fn bench(words: &[String]) -> Outcome<Bench> {
    let mut options = Bench::default();
    let mut words = words.iter();
    while let Some(flag) = words.next() {
        let value = words.next().ok_or_else(|| format!("`{flag}` needs a value\n{USAGE}"))?;
        match flag.as_str() {
            "--corpus" => options.corpus = Some(PathBuf::from(value)),
            "--floor" => options.floor = Some(PathBuf::from(value)),
            "--pages" => options.pages = value.split(',').map(|pages| number(flag, pages)).collect::<Outcome<_>>()?,
            "--runs" => options.runs = number(flag, value)?,
            _ => return Err(format!("`bench` has no `{flag}`\n{USAGE}").into()),
        }
    }
    Ok(options)
}

fn number(flag: &str, text: &str) -> Outcome<usize> {
    match text.parse() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err(format!("`{flag}` takes whole numbers above 0, not `{text}`").into()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn parse(line: &str) -> Outcome<Chore> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Chore::parse(&words)
    }

    #[test]
    fn a_chore_is_found_by_its_name() {
        assert_eq!(parse("").unwrap(), Chore::Help);
        assert_eq!(parse("test").unwrap(), Chore::Test);
        assert_eq!(parse("browser exit").unwrap(), Chore::Browser(vec!["exit".to_owned()]));
        assert_eq!(parse("wasm").unwrap(), Chore::Wasm);
        assert_eq!(parse("wasm --check").unwrap(), Chore::CheckWasm);
        assert!(parse("wasm --chekc").unwrap_err().to_string().contains("takes no `--chekc`"));
        assert!(parse("tset").unwrap_err().to_string().contains("no chore `tset`"));
        assert!(parse("bless all").unwrap_err().to_string().contains("takes no `all`"));
    }

    #[test]
    fn bench_takes_its_flags_in_any_order() {
        let expected = Bench { corpus: Some("make.py".into()), floor: None, pages: vec![10, 20], runs: 1 };
        assert_eq!(parse("bench --runs 1 --corpus make.py --pages 10,20").unwrap(), Chore::Bench(expected));
        assert!(parse("bench --pages ten").is_err());
        assert!(parse("bench --runs 0").is_err());
        assert!(parse("bench --runs").is_err());
    }
}
