//! No query and no damage makes the engine panic, or answer wrongly.

use std::sync::{Arc, OnceLock};

use proptest::prelude::*;
use search_index::{Engine, Error, Files, Settings, Writer};

use crate::site::*;

fn shared() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(engine)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_text_is_a_query(query in "\\PC{0,60}") {
        shared().ask(&request(&query)).unwrap();
    }

    #[test]
    fn any_mix_of_operators_is_a_query(query in "([a-z]{1,4}|[-\"*:?()~^]|type:|NOT | AND | |é|child|s\\.?47){0,20}") {
        shared().ask(&request(&query)).unwrap();
    }

    #[test]
    fn a_damaged_file_is_refused_or_does_not_matter(which: prop::sample::Index, at: prop::sample::Index, cut: bool, bit in 0..8u8) {
        static FILES: OnceLock<Files> = OnceLock::new();
        let files = FILES.get_or_init(files);
        let mut damaged: Vec<(String, Vec<u8>)> = files.clone().into_iter().collect();
        let number = which.index(damaged.len());
        let (name, bytes) = &mut damaged[number];
        let at = at.index(bytes.len().max(1));
        if cut {
            bytes.truncate(at);
        } else if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 1 << bit;
        }
        let name = name.clone();
        for query in ["referral", "\"interim care order\"", "refferal"] {
            let answer = Engine::open(Arc::new(damaged.iter().cloned().collect::<Files>())).and_then(|engine| engine.ask(&request(query)));
            match answer {
                Ok(answer) => prop_assert_eq!(answer, shared().ask(&request(query)).unwrap(), "{}", name),
                Err(Error::Missing(_)) => prop_assert!(false, "{} makes pieces missing", name),
                Err(_) => {}
            }
        }
    }
}

#[test]
fn a_query_of_100_kb_and_one_of_10_000_wildcards_are_answered() {
    shared().ask(&request(&"exploitation ".repeat(8000))).unwrap();
    shared().ask(&request(&"* ".repeat(10_000))).unwrap();
    shared().ask(&request(&"\"".repeat(10_000))).unwrap();
    shared().ask(&request(&"x".repeat(100_000))).unwrap();
}

#[test]
fn a_missing_file_is_named() {
    let files: Files = files().into_iter().filter(|(name, _)| !name.ends_with(".idx")).collect();
    let answer = Engine::open(Arc::new(files)).and_then(|engine| engine.ask(&request("referral")));
    assert!(answer.unwrap_err().to_string().contains("the postings"));
}

#[test]
fn a_site_without_pages_has_no_hits() {
    let files = Writer::new(&Settings::default()).unwrap().finish().unwrap();
    let answer = Engine::open(Arc::new(files)).unwrap().ask(&request("referral")).unwrap();
    assert!(answer.nearest && answer.hits.is_empty());
}
