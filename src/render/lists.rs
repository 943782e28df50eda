//! The pages that the build makes: sections, hubs, collections, A to Z and the data files.

use super::Shared;
use super::change::changes as page_changes;
use super::place::target_link;
use super::term::term_view;
use super::view::{ActView, ChangeView, ContactView, GroupView, LinkView, PageView, ProvisionView, TermView};
use super::words::{address, date, link, made};
use crate::document::DocumentType;
use crate::document::contact::Contact;
use crate::document::legislation::Act;
use crate::site::{
    HubPages, Page, PageId, Section, Site, Target, kind_anchor, law_nations, letter_anchor, letters, nations_in_words,
};
use jiff::civil::Date;

/// A page that the build makes.
pub fn made_page(
    site: &Site,
    title: &str,
    url: &str,
    kind: &str,
    summary: Option<&str>,
    above: Vec<LinkView>,
) -> PageView {
    let home = made("Home", "index.html", None);
    PageView {
        title: title.to_owned(),
        summary: summary.map(str::to_owned),
        url: address(url),
        lang: site.settings.language.clone(),
        kind: kind.to_owned(),
        breadcrumbs: std::iter::once(home).chain(above).collect(),
        ..PageView::default()
    }
}

fn links(site: &Site, ids: &[PageId]) -> Vec<LinkView> {
    ids.iter().map(|id| link(site.page(*id))).collect()
}

/// The groups of a folder: the pages in it, and each folder in it with its pages.
pub fn of_section(site: &Site, section: &Section) -> Vec<GroupView> {
    let mut groups: Vec<GroupView> = Vec::new();
    if !section.pages.is_empty() {
        groups.push(GroupView { links: links(site, &section.pages), ..GroupView::default() });
    }
    for folder in in_order(site, section) {
        let inner = &site.sections[folder];
        let deeper = inner.folders.iter().map(|folder| &site.sections[*folder]);
        let mut entries = links(site, &inner.pages);
        entries.extend(deeper.map(|folder| made(&folder.title, &address(&folder.url), None)));
        groups.push(GroupView {
            title: inner.title.clone(),
            id: format!("in-{}", inner.folder.rsplit('/').next().unwrap_or_default()),
            url: Some(address(&inner.url)),
            links: entries,
        });
    }
    // The folder says already what kind of page they are.
    groups.iter_mut().flat_map(|group| &mut group.links).for_each(|entry| entry.kind_label.clear());
    groups
}

/// The folders in a folder: first those that the header links to, in its order, and last the pages about the site.
fn in_order(site: &Site, section: &Section) -> Vec<usize> {
    let place = |folder: &usize| {
        let section = &site.sections[*folder];
        let is_it = |target: &Target| match target {
            Target::Made(url, _) => *url == section.url,
            Target::Page(id, _) => site.page(*id).document.path.starts_with(&format!("{}/", section.folder)),
            _ => false,
        };
        let linked = site.navigation.iter().position(|(_, target)| is_it(target));
        (section.folder == "pages", linked.unwrap_or(usize::MAX))
    };
    let mut folders = section.folders.clone();
    folders.sort_by_key(place);
    folders
}

/// The groups of a topic or audience: its pages by kind.
pub fn of_hub(site: &Site, hub: &HubPages) -> Vec<GroupView> {
    let of_kind = |kind: DocumentType, title: &str| {
        let ids: Vec<PageId> = hub.pages.iter().copied().filter(|id| site.page(*id).document_type() == kind).collect();
        let mut entries = links(site, &ids);
        entries.iter_mut().for_each(|entry| entry.kind_label.clear());
        GroupView { title: title.to_owned(), id: kind_anchor(kind), url: None, links: entries }
    };
    let groups = [
        of_kind(DocumentType::Guidance, "Guidance"),
        of_kind(DocumentType::Framework, "Thresholds"),
        of_kind(DocumentType::CaseStudy, "Case studies"),
        of_kind(DocumentType::Page, "Other pages"),
    ];
    groups.into_iter().filter(|group| !group.links.is_empty()).collect()
}

/// A list of hubs that have pages.
pub fn of_hubs(hubs: &[HubPages]) -> Vec<GroupView> {
    let used = hubs.iter().filter(|hub| !hub.pages.is_empty());
    let links = used.map(|hub| made(&hub.hub.title, &hub.url, hub.hub.summary.as_deref())).collect();
    vec![GroupView { links, ..GroupView::default() }]
}

/// One group without a heading.
pub fn of_pages(site: &Site, pages: &[PageId]) -> Vec<GroupView> {
    vec![GroupView { links: links(site, pages), ..GroupView::default() }]
}

/// All pages by first letter.
pub fn a_to_z(site: &Site) -> Vec<GroupView> {
    let group = |(letter, pages): (String, Vec<&Page>)| GroupView {
        id: letter_anchor(&letter),
        title: letter,
        url: None,
        links: pages.into_iter().map(link).collect(),
    };
    letters(&site.pages).into_iter().map(group).collect()
}

/// The glossary.
pub fn glossary(shared: &Shared) -> Vec<TermView> {
    (0..shared.site.glossary.len()).map(|number| term_view(shared, "glossary.html", number)).collect()
}

/// The list of legislation.
pub fn legislation(site: &Site) -> Vec<ActView> {
    let mut cited: Vec<Vec<PageId>> = vec![Vec::new(); site.legislation.len()];
    for (at, page) in site.pages.iter().enumerate() {
        for target in page.targets.iter().chain(page.level_law.iter().flatten()) {
            if let Target::Law(act, _) = target
                && cited[*act].last() != Some(&PageId::of(at))
            {
                cited[*act].push(PageId::of(at));
            }
        }
    }
    site.legislation.iter().zip(cited).map(|(act, cited)| act_view(site, act, &cited)).collect()
}

fn act_view(site: &Site, act: &Act, cited: &[PageId]) -> ActView {
    let provisions = act.provisions.iter().map(|provision| ProvisionView {
        anchor: format!("{}-{}", act.id.value, provision.id.value),
        label: provision.label.clone(),
        nations: nations_in_words(law_nations(act, Some(provision))),
        summary: provision.summary.clone(),
        url: provision.url.as_ref().unwrap_or(&act.url).value.clone(),
        status_label: provision.status.map_or_else(String::new, |status| status.label().to_owned()),
        as_at: provision.as_at.map(date),
    });
    ActView {
        id: act.id.value.clone(),
        title: act.title.clone(),
        nations: nations_in_words(&act.nations),
        url: act.url.value.clone(),
        status_label: act.status.map_or_else(String::new, |status| status.label().to_owned()),
        as_at: act.as_at.map(date),
        summary: act.summary.clone(),
        provisions: provisions.collect(),
        cited_by: links(site, cited),
    }
}

/// A contact's view on a day.
pub fn contact(contact: &Contact, at: Date) -> ContactView {
    let digits = |phone: &String| {
        format!("tel:{}", phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>())
    };
    ContactView {
        id: contact.id.value.clone(),
        name: contact.name.clone(),
        purpose: contact.purpose.clone(),
        hours: contact.hours.clone(),
        out_of_hours: contact.out_of_hours.clone(),
        phone_url: contact.phone.as_ref().map(digits),
        phone: contact.phone.clone(),
        text_phone: contact.text_phone.clone(),
        email: contact.email.clone(),
        secure_email: contact.secure_email.clone(),
        url: contact.url.as_ref().map(|url| url.value.clone()),
        nations: nations_in_words(&contact.nations),
        verified_on: contact.verified_on.map(date),
        valid_until: contact.valid_until.map(date),
        expired: contact.valid_until.is_some_and(|until| until < at),
    }
}

/// Changes of all pages, newest first, at most `limit`.
pub fn changes(site: &Site, limit: usize) -> Vec<ChangeView> {
    let mut all: Vec<(Date, ChangeView)> = site.pages.iter().flat_map(|page| page_changes(site, page, true)).collect();
    // Pages stand in path order, which a stable sort keeps within a day.
    all.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    all.truncate(limit);
    all.into_iter().map(|(_, change)| change).collect()
}

/// Links in the header.
pub fn navigation(site: &Site) -> Vec<LinkView> {
    let entry = |(title, target): &(String, Target)| LinkView { title: title.clone(), ..target_link(site, target) };
    site.navigation.iter().map(entry).collect()
}
