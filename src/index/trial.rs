//! Search tests: every query of `search-tests.yaml` is asked, and must find its page.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::resolve::percent_decode;
use crate::rule::Rule;
use crate::site::{SearchTest, Site};
use rayon::prelude::*;
use search_index::{Answer, Engine, Error, Files, Hit, Request};
use std::sync::Arc;

/// Hits that are looked through for a page that stands too low.
const FAR: u32 = 50;
/// Hits that an editor is shown instead.
const SHOWN: usize = 3;

/// Asks an index every query of the site's tests. Queries that do not find their page are reported.
///
/// # Errors
/// If the index cannot be asked.
pub fn try_out(site: &Site, files: &Arc<Files>, diagnostics: &mut Diagnostics) -> Result<(), Error> {
    if site.search_tests.is_empty() {
        return Ok(());
    }
    let engine = Engine::open(Arc::<Files>::clone(files))?;
    let ask = |test: &SearchTest| {
        let limit = FAR.max(test.within);
        let request = Request { query: test.query.value.clone(), limit, ..Request::default() };
        engine.ask(&request).map(|answer| finding(test, &answer))
    };
    let findings = site.search_tests.par_iter().map(ask).collect::<Result<Vec<_>, Error>>()?;
    findings.into_iter().flatten().for_each(|finding| diagnostics.push(finding));
    Ok(())
}

fn finding(test: &SearchTest, answer: &Answer) -> Option<Diagnostic> {
    let hits: &[Hit] = if answer.nearest { &[] } else { &answer.hits };
    let at = hits.iter().position(|hit| path(&hit.url) == test.url);
    let page = test.anchor.as_ref().map_or_else(|| test.url.clone(), |anchor| format!("{}#{anchor}", test.url));
    let within = usize::try_from(test.within).unwrap_or(usize::MAX);
    let found = match at {
        Some(at) if at < within => {
            let section = test.anchor.as_ref()?;
            if shows(&hits[at], section) {
                return None;
            }
            format!("finds {} at place {} without showing #{section}", test.url, at + 1)
        }
        Some(at) if within == 1 => format!("finds {page} at place {}, not first", at + 1),
        Some(at) => format!("finds {page} at place {}, not among the first {within}", at + 1),
        None => format!("does not find {page}"),
    };
    let note = test.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
    let message = format!("`{}` {found}{note}", test.query.value);
    Some(Diagnostic::at(Rule::SearchTest, test.query.span, message).hint(instead(answer, hits)))
}

fn path(url: &str) -> String {
    percent_decode(url.split('#').next().unwrap_or(url))
}

fn shows(hit: &Hit, anchor: &str) -> bool {
    let urls = std::iter::once(&hit.url).chain(hit.sections.iter().map(|section| &section.url));
    urls.filter_map(|url| url.split_once('#')).any(|(_, found)| percent_decode(found) == anchor)
}

/// What was found instead, and what may help.
fn instead(answer: &Answer, hits: &[Hit]) -> String {
    if hits.is_empty() {
        let meant = answer.did_you_mean.as_ref().map(|meant| format!(" (did you mean `{meant}`?)")).unwrap_or_default();
        return format!("no page matches{meant}; add the word to the page, to its `search_terms`, or to synonyms.yaml");
    }
    let shown = hits.iter().take(SHOWN).enumerate();
    let shown: Vec<String> = shown.map(|(at, hit)| format!("{}. {} ({})", at + 1, hit.title, hit.url)).collect();
    format!("first come {}", shown.join(", "))
}
