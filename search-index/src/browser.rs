//! What a browser calls. The only unsafe code: numbers from outside become addresses here.
#![allow(unsafe_code)]

use std::cell::RefCell;
use std::sync::Arc;

use serde::Serialize;

use crate::answer::{Answer, Request};
use crate::engine::Engine;
use crate::error::Error;
use crate::shelf::Given;

/// Everything between two calls. A browser's module has one thread.
#[derive(Default)]
struct Desk {
    buffer: Vec<u8>,
    reply: Vec<u8>,
    opened: Option<(Engine, Arc<Given>)>,
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Reply {
    Need(Vec<String>),
    Answer(Box<Answer>),
    Error(String),
}

/// Gives the address of a buffer of `length` bytes, valid until the next call.
#[unsafe(no_mangle)]
extern "C" fn reserve(length: u32) -> *mut u8 {
    DESK.with_borrow_mut(|desk| {
        desk.buffer.clear();
        desk.buffer.resize(length as usize, 0);
        desk.buffer.as_mut_ptr()
    })
}

/// Opens the index whose piece `start` is in the buffer: 0 ready, 1 damaged, 2 made for another engine.
#[unsafe(no_mangle)]
extern "C" fn open(length: u32) -> u32 {
    DESK.with_borrow_mut(|desk| match desk.buffer.get(..length as usize).map(Engine::open_given) {
        Some(Ok(opened)) => {
            desk.opened = Some(opened);
            0
        }
        Some(Err(Error::Version { .. } | Error::Mixed { .. })) => 2,
        _ => 1,
    })
}

/// Takes a piece, name and payload in the buffer: 0 taken, 1 damaged, 2 of another index, 3 no name or nothing open.
#[unsafe(no_mangle)]
extern "C" fn give(name_length: u32, length: u32) -> u32 {
    DESK.with_borrow(|desk| {
        let input = desk.buffer.get(..length as usize).and_then(|input| input.split_at_checked(name_length as usize));
        let named = input.and_then(|(name, payload)| Some((std::str::from_utf8(name).ok()?, payload)));
        let (Some((name, payload)), Some((_, given))) = (named, &desk.opened) else {
            return 3;
        };
        match given.give(name, payload) {
            Ok(()) => 0,
            Err(Error::Mixed { .. } | Error::Version { .. }) => 2,
            Err(_) => 1,
        }
    })
}

/// Answers the request in the buffer, JSON; gives the address of the reply, JSON too.
#[unsafe(no_mangle)]
extern "C" fn ask(length: u32) -> *const u8 {
    DESK.with_borrow_mut(|desk| {
        let reply = reply(desk.buffer.get(..length as usize).unwrap_or_default(), desk.opened.as_ref());
        desk.reply = serde_json::to_vec(&reply).unwrap_or_default();
        desk.reply.as_ptr()
    })
}

/// The length of the last reply in bytes.
#[unsafe(no_mangle)]
extern "C" fn reply_len() -> u32 {
    DESK.with_borrow(|desk| desk.reply.len() as u32)
}

fn reply(request: &[u8], opened: Option<&(Engine, Arc<Given>)>) -> Reply {
    let Some((engine, _)) = opened else {
        return Reply::Error("no index is open".to_owned());
    };
    match serde_json::from_slice::<Request>(request) {
        Err(error) => Reply::Error(error.to_string()),
        Ok(request) => match engine.ask(&request) {
            Ok(answer) => Reply::Answer(Box::new(answer)),
            Err(Error::Missing(pieces)) => Reply::Need(pieces),
            Err(error) => Reply::Error(error.to_string()),
        },
    }
}
