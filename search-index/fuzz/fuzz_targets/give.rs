//! A damaged piece is refused, or the damage changed nothing. Of the input, the first byte chooses which piece is
//! damaged and the second how; the others are the damage.
#![no_main]

mod site;

use libfuzzer_sys::fuzz_target;
use search_index::{Answer, Request};
use std::sync::LazyLock;

static REQUEST: LazyLock<Request> = LazyLock::new(|| Request {
    query: "exploitation of childern \"county lines\" ref".to_owned(),
    ..Request::default()
});
static ANSWER: LazyLock<Answer> =
    LazyLock::new(|| site::ask_by_pieces(&REQUEST, |_, payload| payload.to_vec()).unwrap());

fuzz_target!(|input: (u8, u8, &[u8])| {
    let (which, how, damage) = input;
    let damaged = |name: &str, payload: &[u8]| {
        let mine = name.bytes().fold(0, u8::wrapping_add) % 4 == which % 4;
        if mine { change(how, damage, payload) } else { payload.to_vec() }
    };
    if let Ok(answer) = site::ask_by_pieces(&REQUEST, damaged) {
        assert_eq!(answer, *ANSWER);
    }
});

fn change(how: u8, damage: &[u8], payload: &[u8]) -> Vec<u8> {
    let mut changed = payload.to_vec();
    let at = damage.iter().take(2).fold(0, |at, &byte| at << 8 | usize::from(byte)) % (payload.len() + 1);
    match how % 4 {
        0 => return damage.to_vec(),
        1 => changed.truncate(at),
        2 => changed.splice(at..at, damage.iter().copied()).for_each(drop),
        _ => changed.iter_mut().skip(at).zip(damage).for_each(|(byte, with)| *byte ^= with),
    }
    changed
}
