//! The one integration test program: what `waymark` promises to those who run it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod commonmark;
mod corpora;
mod crawl;
mod demonstration;
mod finding;
mod folder;
mod house;
mod markup;
mod process;
mod reading;
mod recipe;
mod rules;

mod bad_input;
mod build;
mod check;
mod cli;
mod deadline;
mod framework_rows;
mod identity;
mod identity_words;
mod new;
mod records;
mod report;
mod search;
mod seeded_faults;
mod serve;
mod takedown;
mod thresholds;
