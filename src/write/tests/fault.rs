//! What tests can make happen in the middle of a build.

use super::super::steps::Step;
use std::cell::{Cell, RefCell};
use std::io::{self, ErrorKind};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

type Event = (Step, usize, Box<dyn FnOnce()>);

thread_local! {
    static EVENT: RefCell<Option<Event>> = const { RefCell::new(None) };
    static KILLED: Cell<bool> = const { Cell::new(false) };
    static NO_LINKS: Cell<bool> = const { Cell::new(false) };
    static NO_EXCHANGE: Cell<bool> = const { Cell::new(false) };
}

/// Lets `event` happen when `step` is reached for the time after `earlier` times.
pub(super) fn at(step: Step, earlier: usize, event: impl FnOnce() + 'static) {
    EVENT.set(Some((step, earlier, Box::new(event))));
}

/// Runs `build` and kills it at a step: nothing tidies up. Gives back whether it got that far.
pub(super) fn kill_at(step: Step, earlier: usize, build: impl FnOnce()) -> bool {
    at(step, earlier, || {
        KILLED.set(true);
        resume_unwind(Box::new("killed"));
    });
    let killed = catch_unwind(AssertUnwindSafe(build)).is_err();
    assert_eq!(killed, KILLED.take(), "the build panicked by itself");
    EVENT.set(None);
    killed
}

/// Drops something as a killed process would.
pub(super) fn kill<T>(thing: T) {
    KILLED.set(true);
    drop(thing);
    KILLED.set(false);
}

/// Runs something on a file system without hard links, or that cannot exchange folders.
pub(super) fn on_poor_disk<T>(no_links: bool, no_exchange: bool, run: impl FnOnce() -> T) -> T {
    NO_LINKS.set(no_links);
    NO_EXCHANGE.set(no_exchange);
    let result = run();
    NO_LINKS.set(false);
    NO_EXCHANGE.set(false);
    result
}

pub(in super::super) fn reached(step: Step) {
    let due = EVENT.with_borrow_mut(|event| match event {
        Some((awaited, 0, _)) if *awaited == step => event.take(),
        Some((awaited, earlier, _)) if *awaited == step => {
            *earlier -= 1;
            None
        }
        _ => None,
    });
    if let Some((_, _, event)) = due {
        event();
    }
}

pub(in super::super) fn killed() -> bool {
    KILLED.get()
}

pub(in super::super) fn link_refused() -> Option<io::Error> {
    NO_LINKS.get().then(|| ErrorKind::PermissionDenied.into())
}

pub(in super::super) fn exchange_refused() -> io::Result<()> {
    if NO_EXCHANGE.get() { Err(ErrorKind::InvalidInput.into()) } else { Ok(()) }
}
