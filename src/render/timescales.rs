//! The page of timescales, with the bank holidays that its calculator leaves out.

use super::place::target_link;
use super::view::{CalendarView, HolidayView, LinkView, TimescaleView};
use super::words::{date, made};
use crate::document::bank_holidays::BankHolidays;
use crate::document::timescale::Timescale;
use crate::site::{Site, Target};
use crate::timescale::in_words;

/// Every timescale, in the site's own order.
pub fn timescales(site: &Site) -> Vec<TimescaleView> {
    site.timescales.iter().zip(&site.timescale_sources).map(|(one, source)| view(site, one, source)).collect()
}

fn view(site: &Site, timescale: &Timescale, source: &Target) -> TimescaleView {
    let limit = &timescale.limit;
    TimescaleView {
        id: timescale.id.value.clone(),
        name: timescale.name.clone(),
        words: in_words(limit),
        amount: limit.amount,
        unit: limit.unit.name().to_owned(),
        from: limit.from.clone(),
        kind: limit.kind.label().to_owned(),
        nation: timescale.nation.label().to_owned(),
        nation_id: timescale.nation.name().to_owned(),
        source: source_link(site, timescale, source),
        is_elsewhere: matches!(source, Target::External(_)),
        note: timescale.note.clone(),
        as_at: timescale.as_at.map(date),
    }
}

/// The source, under the name that the author gave it if there is one.
pub fn source_link(site: &Site, timescale: &Timescale, source: &Target) -> Option<LinkView> {
    if *source == Target::Nowhere {
        return None;
    }
    let link = match source {
        Target::External(url) => made(url, url, None),
        target => target_link(site, target),
    };
    Some(LinkView { title: timescale.source_title.clone().unwrap_or(link.title), ..link })
}

/// The bank holidays of every nation.
pub fn calendars(site: &Site) -> Vec<CalendarView> {
    site.bank_holidays.iter().map(calendar).collect()
}

fn calendar(holidays: &BankHolidays) -> CalendarView {
    CalendarView {
        nation: holidays.nation.label().to_owned(),
        nation_id: holidays.nation.name().to_owned(),
        source: holidays.source.value.clone(),
        as_at: holidays.as_at.map(date),
        from: date(holidays.from),
        until: date(holidays.until),
        days: holidays.days.iter().map(|day| HolidayView { date: date(day.date), name: day.name.clone() }).collect(),
    }
}
