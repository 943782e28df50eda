//! The page of timescales, with the bank holidays that its calculator leaves out.

use super::place::target_link;
use super::thresholds::{self, OwnLimit, jurisdiction};
use super::view::{CalendarView, HolidayView, LinkView, TimescaleView};
use super::words::{address, date, made};
use crate::document::bank_holidays::BankHolidays;
use crate::document::timescale::{Limit, Timescale};
use crate::site::{Site, Target};
use crate::timescale::in_words;

/// Every timescale, in the site's own order.
pub fn timescales(site: &Site) -> Vec<TimescaleView> {
    site.timescales.iter().zip(&site.timescale_sources).map(|(one, source)| view(site, one, source)).collect()
}

fn view(site: &Site, timescale: &Timescale, source: &Target) -> TimescaleView {
    TimescaleView {
        id: timescale.id.value.clone(),
        name: timescale.name.clone(),
        nation: timescale.nation.label().to_owned(),
        nation_id: timescale.nation.name().to_owned(),
        source: source_link(site, timescale, source),
        is_elsewhere: matches!(source, Target::External(_)),
        note: timescale.note.clone(),
        as_at: timescale.as_at.map(date),
        ..limit_view(&timescale.limit)
    }
}

/// The limits that frameworks set themselves, in the order of the frameworks.
pub fn of_frameworks(site: &Site) -> Vec<TimescaleView> {
    thresholds::own_limits(site).into_iter().filter_map(|own| of_framework(site, &own)).collect()
}

fn of_framework(site: &Site, own: &OwnLimit) -> Option<TimescaleView> {
    let page = site.page(own.framework);
    let framework = page.framework()?;
    let source = made(page.title(), &format!("{}#{}", address(&page.duties_url()), own.response.id.value), None);
    Some(TimescaleView {
        id: own.anchor.clone(),
        name: own.name.clone(),
        nation: jurisdiction(framework),
        nation_id: framework.nation?.name().to_owned(),
        source: Some(source),
        as_at: page.document.meta.in_force_from.map(date),
        ..limit_view(own.limit)
    })
}

/// What a limit says by itself.
fn limit_view(limit: &Limit) -> TimescaleView {
    TimescaleView {
        words: in_words(limit),
        amount: limit.amount,
        unit: limit.unit.name().to_owned(),
        from: limit.from.clone(),
        kind: limit.kind.label().to_owned(),
        ..TimescaleView::default()
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
