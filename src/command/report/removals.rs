//! `waymark report removals`: case studies by the day after which they are taken down.

use super::entry::Entry;
use crate::document::Kind;
use crate::site::Site;
use serde_json::json;

/// So many days ahead a removal is told, so that a replacement can be written in time.
const AHEAD: i32 = 183;

/// Case studies that are past their day, and those that soon will be, the first day first.
pub fn entries(site: &Site) -> Vec<Entry> {
    let mut found = Vec::new();
    for page in &site.pages {
        let Kind::CaseStudy(case) = &page.document.kind else { continue };
        let after = case.anonymisation.remove_after.value;
        let days = site.at.until(after).map_or(i32::MAX, |span| span.get_days());
        if days <= AHEAD {
            found.push((after, days, page));
        }
    }
    found.sort_by_key(|(after, _, page)| (*after, page.url.clone()));
    found.into_iter().map(|(after, days, page)| entry(after, days, page)).collect()
}

fn entry(after: jiff::civil::Date, days: i32, page: &crate::site::Page) -> Entry {
    let is_past = days < 0;
    let told = if is_past {
        format!("was to be taken down after {after}, {} ago", in_days(-days))
    } else {
        format!("is to be taken down after {after}, in {}", in_days(days))
    };
    let mut lines = vec![told];
    if is_past {
        lines.push(format!(
            "delete content/{}, build, then run waymark takedown {}",
            page.document.path,
            page.document.id()
        ));
    }
    Entry {
        title: format!("{} ({})", page.title(), page.document.id()),
        lines,
        json: json!({ "id": page.document.id(), "title": page.title(), "file": format!("content/{}", page.document.path), "remove_after": after.to_string(), "past": is_past, "days": days }),
    }
}

fn in_days(days: i32) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}
