//! A row of `::: indicators`.

use super::reading::Reading;
use crate::document::framework::cells::{age_band, date, id, levels, one_of};
use crate::document::framework::indicator::{Indicator, IndicatorKind};
use crate::document::framework::party::Agency;

/// Reads a row. `None` if what it must have cannot be read, which has been reported.
pub fn read(row: &mut Reading) -> Option<Indicator> {
    let own_id = row.id();
    let statement = row.required("Sign");
    let kind = row.required_one("Kind", |item| one_of(item, IndicatorKind::written, IndicatorKind::NAMES));
    let is_strength = kind.as_ref().is_some_and(|kind| kind.value == IndicatorKind::ProtectiveFactor);
    // What a block says of the levels of its signs does not hold for the strengths among them.
    let written = if is_strength { row.own_value("Levels") } else { row.required("Levels") };
    let points_to = written.and_then(|value| {
        let levels = row.understood(levels((0, &value.text)), &value)?;
        Some(crate::source::Spanned { value: levels, span: value.span })
    });
    let harms = row.list("Harms", id);
    let domain = row.one("Domain", id);
    let ages = row.plain_list("Ages", age_band);
    let settings = row.plain_list("Settings", id);
    let seen_by = row.plain_list("Seen by", |item| one_of(item, Agency::written, Agency::NAMES));
    let search_terms = row.plain_list("Search terms", |item| Ok(item.1.to_owned()));
    let since = row.one("Since", date);
    let until = row.one("Until", date);
    if points_to.is_none() && !is_strength {
        return None;
    }
    Some(Indicator {
        id: own_id?,
        statement: statement?.spanned(),
        kind: kind?,
        harms,
        domain,
        points_to,
        ages,
        settings,
        seen_by,
        recency: row.words("Recency"),
        everyday: row.words("Ordinary explanation"),
        combine: row.words("Together with"),
        search_terms,
        since,
        until,
        links: row.value("Source").map_or(0..0, |value| value.links),
        span: row.span(),
    })
}
