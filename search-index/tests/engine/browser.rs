//! An engine that is given pieces answers as one that has the files.

use search_index::{Answer, Engine, Error, Files, Given, Request};

use crate::site::*;

fn payload<'f>(files: &'f Files, name: &str) -> &'f [u8] {
    let file = files.file(&format!("{name}.js")).unwrap();
    &file[format!("waymarkPiece(\"{name}\",\"").len()..file.len() - 3]
}

/// Asks until nothing is missing; gives the answer and the rounds it took.
fn persist(engine: &Engine, given: &Given, files: &Files, request: &Request) -> (Answer, usize) {
    for round in 0.. {
        match engine.ask(request) {
            Ok(answer) => return (answer, round),
            Err(Error::Missing(pieces)) => {
                assert!(round < 8, "{pieces:?}");
                pieces.iter().for_each(|piece| given.give(piece, payload(files, piece)).unwrap());
            }
            Err(error) => panic!("{error}"),
        }
    }
    unreachable!()
}

#[test]
fn pieces_answer_as_files_do() {
    let files = files();
    let stored = engine();
    let (engine, given) = Engine::open_given(payload(&files, "start")).unwrap();
    for query in QUERIES {
        let (answer, _) = persist(&engine, &given, &files, &request(query));
        assert_eq!(answer, stored.ask(&request(query)).unwrap(), "{query}");
    }
}

#[test]
fn an_ordinary_query_needs_two_rounds_at_most() {
    let files = files();
    for query in ["referral", "cse", "interim care order", "tell parents before referral"] {
        let (engine, given) = Engine::open_given(payload(&files, "start")).unwrap();
        let (_, rounds) = persist(&engine, &given, &files, &request(query));
        assert!(rounds <= 2, "{query}: {rounds}");
    }
}

#[test]
fn a_long_phrase_needs_no_more_rounds_than_a_short_one() {
    let files = files();
    for query in
        ["\"takes the lead\"", "\"one working day a referral may lead to an enquiry\"", "\"no such words anywhere\""]
    {
        let (engine, given) = Engine::open_given(payload(&files, "start")).unwrap();
        let (_, rounds) = persist(&engine, &given, &files, &request(query));
        assert!(rounds <= 6, "{query}: {rounds}");
    }
}

#[test]
fn a_piece_of_another_index_is_refused() {
    let files = files();
    let other = search_index::Writer::new(&settings()).unwrap().finish().unwrap();
    let (_, given) = Engine::open_given(payload(&other, "start")).unwrap();
    assert!(matches!(given.give("d/0", payload(&files, "d/0")), Err(Error::Mixed { .. })));
}

#[test]
fn a_piece_that_never_comes_is_named_each_time() {
    let files = files();
    let (engine, _) = Engine::open_given(payload(&files, "start")).unwrap();
    for _ in 0..2 {
        let Err(Error::Missing(pieces)) = engine.ask(&request("referral")) else { panic!("answered without pieces") };
        assert!(pieces.contains(&"d/0".to_owned()), "{pieces:?}");
    }
}
