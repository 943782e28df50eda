//! A progress bar, on terminals only.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;

/// Fewer pages than this are done before a bar could be read.
const WORTH_SHOWING: usize = 2_000;

/// A bar for a number of pages; hidden where there is no terminal or too little to do.
pub fn bar(pages: usize) -> ProgressBar {
    let shown = std::io::stderr().is_terminal() && pages >= WORTH_SHOWING;
    let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(pages as u64), target);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} of {len} pages") {
        bar.set_style(style);
    }
    bar
}
