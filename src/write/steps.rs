//! The steps of a build at which it may be killed. Tests stop there; outside tests this is nothing.

/// A moment in the course of a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Locked,
    PutBack,
    Recovered,
    Staged,
    Linking,
    Linked,
    Carrying,
    Carried,
    Sealing,
    Sealed,
    Aside,
    Swapped,
    Retiring,
    Discarded,
}

#[cfg(not(all(test, unix)))]
mod outside_tests {
    use std::io;

    /// Marks a moment.
    pub(in super::super) fn reached(_: super::Step) {}

    /// Whether the process counts as killed, and must not tidy up.
    pub(in super::super) fn killed() -> bool {
        false
    }

    /// The error of a file system without hard links, where a test asks for one.
    pub(in super::super) fn link_refused() -> Option<io::Error> {
        None
    }

    /// The error of a file system that cannot exchange folders, where a test asks for one.
    pub(in super::super) fn exchange_refused() -> io::Result<()> {
        Ok(())
    }
}

#[cfg(not(all(test, unix)))]
pub(super) use outside_tests::{exchange_refused, killed, link_refused, reached};

#[cfg(all(test, unix))]
pub(super) use super::tests::fault::{exchange_refused, killed, link_refused, reached};
