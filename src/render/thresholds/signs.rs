//! Signs, alone and on their pages.

use super::book::Book;
use super::changes;
use super::duties::{self, Seen};
use super::reading::to_read;
use super::view::{DutyView, EpisodeView, EvidenceView, NamedView, ShownView, SignPageView, SignView};
use super::wording::{ages, kind_note, names, range};
use crate::document::Kind;
use crate::document::framework::indicator::Indicator;
use crate::document::framework::response::Response;
use crate::render::view::LinkView;
use crate::render::words::{address, date, link, made};
use crate::site::{Page, PageId, Site, Target};
use crate::thresholds::applied::Part;
use crate::thresholds::fits::{Owed, Reason, responses_for};

/// A sign.
pub fn sign(book: &Book, part: &Part<Indicator>) -> SignView {
    let own = part.part;
    let levels = own.points_to.as_ref().map(|levels| levels.value);
    let domain = own.domain.as_ref().and_then(|id| book.applied.domain(&id.value));
    SignView {
        id: own.id.value.clone(),
        url: book.sign_url(part),
        statement: own.statement.value.clone(),
        kind: own.kind.value.name().to_owned(),
        kind_label: own.kind.value.label().to_owned(),
        range: levels.map(range),
        lowest: levels.map_or(0, |levels| levels.lowest),
        highest: levels.map_or(0, |levels| levels.highest),
        domain: domain
            .map_or_else(other_domain, |domain| NamedView { id: domain.id.value.clone(), label: domain.label.clone() }),
        harms: names(book.site, own.harms.iter().map(|harm| harm.value.as_str())),
        ages: ages(&own.ages),
        settings: names(book.site, own.settings.iter().map(String::as_str)),
        seen_by: own.seen_by.iter().map(|agency| agency.label().to_owned()).collect(),
        recency: own.recency.clone(),
        everyday: own.everyday.clone(),
        combine: own.combine.clone(),
        since: own.since.as_ref().map(|day| date(day.value)),
        until: own.until.as_ref().map(|day| date(day.value)),
        ended: own.has_ended(book.site.at),
        begun: own.since.as_ref().is_none_or(|since| since.value <= book.site.at),
        local: changes::label(part),
    }
}

/// Where signs stand that name no domain.
pub fn other_domain() -> NamedView {
    NamedView { id: "other".to_owned(), label: "Other".to_owned() }
}

/// The page of the sign with a number in its framework's own list.
pub fn page(book: &Book, number: usize, path: &str) -> Option<SignPageView> {
    let own = &book.applied.framework().indicators;
    let indicator = own.get(number)?;
    let part = book.applied.indicators.iter().find(|part| part.part.id.value == indicator.id.value)?;
    let owed = responses_for(&book.applied, indicator);
    let (always, owed): (Vec<&Owed>, Vec<&Owed>) = owed.iter().partition(|owed| is_always(owed));
    // A sign of no harm in particular calls for what one harm asks only if that harm is in mind.
    let (of_harm, owed): (Vec<&Owed>, Vec<&Owed>) =
        owed.into_iter().partition(|owed| indicator.harms.is_empty() && is_for_harm(owed));
    let seen = Seen { book, path };
    let view = |owed: &&Owed| -> DutyView { seen.owed(owed) };
    let parts: Vec<&Part<Response>> = owed.iter().map(|owed| &owed.response).collect();
    let neighbour = |at: Option<usize>| -> Option<LinkView> {
        let other = own.get(at?)?;
        let part = book.applied.indicators.iter().find(|part| part.part.id.value == other.id.value)?;
        Some(made(&other.statement.value, &book.sign_url(part), None))
    };
    Some(SignPageView {
        sign: sign(book, part),
        kind_note: kind_note(indicator.kind.value).to_owned(),
        routes: seen.routes(parts.iter().filter_map(|part| part.part.route.as_ref())),
        owed: duties::by_level(owed.iter().map(view).collect()),
        of_harm: of_harm.iter().map(view).collect(),
        always: always.iter().map(view).collect(),
        cases: cases(book.site, part),
        evidence: evidence(book.site, book.page(), indicator),
        changes: changes::of_sign(book, part),
        previous: neighbour(number.checked_sub(1)),
        next: neighbour(Some(number + 1)),
    })
}

/// Whether a response is owed for a harm alone, and by no rule that leads to it.
fn is_for_harm(owed: &Owed) -> bool {
    !owed.response.part.trigger.value.harms.is_empty()
        && !owed.reasons.iter().any(|reason| matches!(reason, Reason::Override(_) | Reason::DefaultOf(_)))
}

/// Whether a response applies whatever anybody sees.
fn is_always(owed: &Owed) -> bool {
    owed.reasons.iter().all(|reason| matches!(reason, Reason::Always))
}

/// Cases that show a sign, or the national one in whose place it stands, with the episodes in which it was missed.
fn cases(site: &Site, part: &Part<Indicator>) -> Vec<ShownView> {
    let ids = std::iter::once(part.part).chain(part.national()).map(|sign| sign.id.value.as_str());
    let shown = ids.flat_map(|sign| site.thresholds.cases_of(sign).iter().map(move |id| (id, sign)));
    shown.map(|(id, sign)| shown_in(site.page(*id), sign)).collect()
}

fn shown_in(page: &Page, sign: &str) -> ShownView {
    let episodes = match &page.document.kind {
        Kind::CaseStudy(case) => case.episodes.as_slice(),
        Kind::Guidance | Kind::Page | Kind::Framework(_) => &[],
    };
    let missed = episodes.iter().filter_map(|episode| {
        let missed = episode.missed.iter().find(|missed| missed.sign.value == sign)?;
        let url = format!("{}#{}", address(&page.url), episode.id.value);
        Some(EpisodeView { link: made(&episode.title, &url, None), how: missed.how.clone() })
    });
    ShownView { case: link(page), episodes: missed.collect() }
}

fn evidence(site: &Site, page: &Page, indicator: &Indicator) -> Vec<EvidenceView> {
    let targets = page.targets.get(indicator.links.clone()).unwrap_or_default();
    targets.iter().filter_map(|target| to_read(site, page, target)).collect()
}

/// Cases that show one of the signs that a page links to.
pub fn cases_of_links(site: &Site, page: &Page) -> Vec<PageId> {
    let signs = page.targets.iter().filter_map(|target| match target {
        Target::Sign(framework, number) => site.indicator(*framework, *number),
        _ => None,
    });
    signs.flat_map(|sign| site.thresholds.cases_of(&sign.id.value)).copied().collect()
}
