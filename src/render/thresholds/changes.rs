//! What local frameworks change: national and local text side by side, why, who decided and what allows it.

use super::book::Book;
use super::pairs::{self, Marks};
use super::reading::to_read;
use super::view::{EvidenceView, LocalView, PairView};
use super::wording::when;
use crate::document::framework::indicator::Indicator;
use crate::document::framework::overlay::{Change, ChangeKind};
use crate::document::framework::response::{Override, Response, Within};
use crate::document::framework::{Level, Route};
use crate::render::words::{date, link};
use crate::site::{Site, Target};
use crate::source::Spanned;
use crate::thresholds::applied::{Named, Part};
use crate::thresholds::{apply, compare, limit};

/// What a local framework did to a part: "Added locally"; empty if nothing.
pub fn label<T: Named>(part: &Part<T>) -> String {
    part.change().map_or_else(String::new, |change| change.change.value.label().to_owned())
}

/// The same of a response. A limit that is changed is said to be changed, whatever words came with it.
pub fn duty_label(site: &Site, part: &Part<Response>) -> String {
    let is_worded = part.change().is_some_and(|change| change.change.value == ChangeKind::Replace);
    let own = part.part;
    let is_changed = part.national().is_some_and(|national| {
        differs(site, &national.within, &own.within) || differs(site, &national.feedback_due, &own.feedback_due)
    });
    if is_worded && is_changed { "Limit changed locally".to_owned() } else { label(part) }
}

fn differs(site: &Site, a: &Option<Spanned<Within>>, b: &Option<Spanned<Within>>) -> bool {
    let (a, b) = (a.as_ref().map(|within| &within.value), b.as_ref().map(|within| &within.value));
    !limit::same(a, b, &site.timescales)
}

/// Everything that a local framework changes, in its own order.
pub fn of_book(book: &Book) -> Vec<LocalView> {
    let Some(local) = book.applied.local else { return Vec::new() };
    local.overlay.iter().map(|change| view(book, change)).collect()
}

/// What local frameworks change in a sign, on its national page and on its local one.
pub fn of_sign(book: &Book, part: &Part<Indicator>) -> Vec<LocalView> {
    let own = part.change().map(|change| view(book, change));
    let id = part.part.id.value.as_str();
    let mut changes: Vec<LocalView> = own.into_iter().collect();
    for overlay in book.overlays() {
        let all = overlay.applied.local.map(|local| local.overlay.as_slice()).unwrap_or_default();
        changes.extend(all.iter().filter(|change| change.target.value == id).map(|change| view(&overlay, change)));
    }
    changes
}

/// What a local framework changes at a level.
pub fn of_level(book: &Book, level: &Level) -> Vec<LocalView> {
    let number = level.number.value;
    let touches = |change: &&Change| {
        let sign = book.applied.indicators.iter().find(|part| is_changed(*part, change));
        let response = book.applied.responses.iter().find(|part| is_changed(*part, change));
        let points = |part: &Indicator| part.points_to.as_ref().is_some_and(|levels| levels.value.holds(number));
        let applies = |part: &Response| part.trigger.value.levels.is_none_or(|levels| levels.holds(number));
        sign.is_some_and(|part| points(part.part) || part.national().is_some_and(points))
            || response.is_some_and(|part| applies(part.part) || part.national().is_some_and(applies))
    };
    let all = book.applied.local.map(|local| local.overlay.as_slice()).unwrap_or_default();
    all.iter().filter(touches).map(|change| view(book, change)).collect()
}

fn is_changed<T: Named>(part: &Part<T>, change: &Change) -> bool {
    part.change().is_some_and(|own| std::ptr::eq(own, change))
}

/// A change of a local framework.
fn view(book: &Book, change: &Change) -> LocalView {
    let site = book.site;
    let (title, url, fields) = what(book, change);
    LocalView {
        id: format!("local-{}", change.target.value),
        label: label_of(book, change),
        title: title.unwrap_or_else(|| change.target.value.clone()),
        url,
        area: book.area(),
        framework: link(book.page()),
        two_sided: fields.iter().any(|field| !field.left.is_empty())
            && fields.iter().any(|field| !field.right.is_empty()),
        fields,
        reason: change.reason.clone(),
        approved_by: change.approved_by.clone(),
        date: date(change.date),
        authority: change.authority.as_ref().and_then(|written| authority(site, book, &written.value)),
    }
}

fn label_of(book: &Book, change: &Change) -> String {
    let response = book.applied.responses.iter().find(|part| is_changed(*part, change));
    response.map_or_else(|| change.change.value.label().to_owned(), |part| duty_label(book.site, part))
}

type What = (Option<String>, Option<String>, Vec<PairView>);

/// Name, address and fields of what a change is about.
fn what(book: &Book, change: &Change) -> What {
    if let Some(part) = book.applied.indicators.iter().find(|part| is_changed(*part, change)) {
        let fields = compared(book, part.national().map(Named::id), part);
        return (Some(part.part.statement.value.clone()), Some(book.sign_url(part)), fields);
    }
    if let Some(part) = book.applied.responses.iter().find(|part| is_changed(*part, change)) {
        let fields = compared(book, part.national().map(Named::id), part);
        return (Some(part.part.action.value.clone()), Some(book.duty_url(part.part)), fields);
    }
    if let Some(part) = book.applied.overrides.iter().find(|part| is_changed(*part, change)) {
        let fields = plain(part, |rule| overriding(book, rule));
        return (part.part.why.clone().or_else(|| Some(when(book, &part.part.when.value))), None, fields);
    }
    if let Some(part) = book.applied.routes.iter().find(|part| is_changed(*part, change)) {
        return (Some(part.part.name.clone()), None, plain(part, |route| ring(book.site, route)));
    }
    (None, None, Vec::new())
}

/// The fields of a sign or response as the comparison of the two frameworks has them.
fn compared<T: Named>(book: &Book, national: Option<&str>, part: &Part<T>) -> Vec<PairView> {
    let base = Book { site: book.site, own: book.base, base: book.base, applied: apply(book.applied.base, None) };
    let id = part.part.id();
    // What does not apply is left out of what applies, so there it stands on the left alone.
    let wanted = |row: &&compare::Row| match (part.applies(), national) {
        (false, _) => row.left.as_deref() == Some(id),
        (true, Some(national)) => row.left.as_deref() == Some(national) && row.right.as_deref() == Some(id),
        (true, None) => row.right.as_deref() == Some(id) && row.left.is_none(),
    };
    let rows = compare::rows(&base.applied, &book.applied, &book.site.timescales);
    let found = rows.iter().find(wanted).or_else(|| rows.iter().find(|row| row.right.as_deref() == Some(id)));
    found.map(|row| pairs::fields(row, &base, book, Marks::Changes)).unwrap_or_default()
}

/// The fields of what comparisons leave out.
fn plain<T: Named>(part: &Part<T>, said: impl Fn(&T) -> Vec<(&'static str, String)>) -> Vec<PairView> {
    let own = said(part.part);
    let national = part.national().map(&said);
    let at = |list: &Option<Vec<(&'static str, String)>>, number: usize| {
        list.as_ref().and_then(|list| list.get(number)).map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let both = national.is_some();
    let (left, right) = if part.applies() { (national, Some(own.clone())) } else { (Some(own.clone()), None) };
    let pairs = own.iter().enumerate().map(|(number, (name, _))| {
        pairs::pair(name, &at(&left, number), &at(&right, number), both.then_some(Marks::Changes))
    });
    pairs.filter(|pair| !(pair.left.is_empty() && pair.right.is_empty())).collect()
}

fn overriding(book: &Book, rule: &Override) -> Vec<(&'static str, String)> {
    let then = book.applied.response(&rule.then.value).map(|part| part.part.action.value.clone());
    vec![
        ("When", when(book, &rule.when.value)),
        ("Then", then.unwrap_or_default()),
        ("Duty", rule.duty.value.label().to_owned()),
        ("Why", rule.why.clone().unwrap_or_default()),
    ]
}

fn ring(site: &Site, route: &Route) -> Vec<(&'static str, String)> {
    let number = |id: &str| {
        let contact = site.contacts.iter().find(|contact| contact.id.value == id);
        contact.map_or_else(String::new, |contact| {
            let phone = contact.phone.as_ref().map(|phone| format!(", {phone}")).unwrap_or_default();
            format!("{}{phone}", contact.name)
        })
    };
    let other = route.out_of_hours.as_ref().map(|id| number(&id.value)).unwrap_or_default();
    vec![("Name", route.name.clone()), ("In working hours", number(&route.contact.value)), ("At other times", other)]
}

/// What allows a change: `law:ACT#PROVISION`, or an address.
fn authority(site: &Site, book: &Book, written: &str) -> Option<EvidenceView> {
    let target = match written.strip_prefix("law:") {
        None => Target::External(written.to_owned()),
        Some(law) => {
            let (act, provision) = law.split_once('#').unwrap_or((law, ""));
            let number = site.legislation.iter().position(|known| known.id.value == act)?;
            let provisions = &site.legislation[number].provisions;
            Target::Law(number, provisions.iter().position(|known| known.id.value == provision))
        }
    };
    to_read(site, book.page(), &target)
}
