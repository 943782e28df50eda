//! The files of a site, each made on its own.

use super::context::{context, with};
use super::view::{GroupView, LinkView};
use super::words::{address, link, made};
use super::{Readable, Shared, feed, lists, page, thresholds, timescales, training};
use crate::diagnostic::Diagnostic;
use crate::document::DocumentType;
use crate::site::PageId;
use crate::site::training::Part;
use search_index::Page as Read;
use serde::Serialize;
use tera::Context;

/// The most entries that A to Z shows on one page; beyond, every letter has a page of its own.
const ONE_PAGE_A_TO_Z: usize = 500;
const CHANGES_ON_PAGE: usize = 500;
const CHANGES_IN_FEED: usize = 50;

/// A file to be made.
pub enum Job {
    /// A document's page.
    Page(PageId),
    /// A page of a case study's training pack.
    Training(PageId, Part),
    /// The page of a folder without `index.md`.
    Section(usize),
    /// A topic.
    Topic(usize),
    /// An audience.
    Audience(usize),
    /// A collection.
    Collection(usize),
    /// A letter of A to Z, where each has a page of its own.
    Letter(usize),
    /// An old address that leads to a page.
    Redirect(usize),
    /// A part of a sitemap that is too long for one file.
    SitemapPart(usize),
    /// A page about a framework, or its register as a table.
    Leaf(thresholds::Leaf),
    /// Any other page or file, of which there is one.
    One(One),
}

/// The pages and files of which there is one.
#[derive(Clone, Copy)]
pub enum One {
    /// The results of a search, which the page's script fills in.
    Search,
    /// A to Z.
    AToZ,
    /// All topics.
    Topics,
    /// All audiences.
    Audiences,
    /// The glossary.
    Glossary,
    /// Legislation.
    Legislation,
    /// Contacts.
    Contacts,
    /// Timescales and the calculator.
    Timescales,
    /// What changed.
    Changes,
    /// What a server shows for an address that does not exist.
    NotFound,
    /// The Atom feed.
    Feed,
    /// The sitemap.
    Sitemap,
    /// robots.txt.
    Robots,
}

/// Every file of a site.
pub fn all(shared: &Shared) -> Vec<Job> {
    let site = shared.site;
    let mut jobs: Vec<Job> = (0..site.pages.len()).map(|at| Job::Page(PageId::of(at))).collect();
    let packs = site.pages.iter().enumerate();
    jobs.extend(packs.flat_map(|(at, page)| page.training().map(move |(part, _)| Job::Training(PageId::of(at), part))));
    jobs.extend((0..site.sections.len()).filter(|at| site.sections[*at].index.is_none()).map(Job::Section));
    jobs.extend((0..site.topics.len()).map(Job::Topic));
    jobs.extend((0..site.audiences.len()).map(Job::Audience));
    jobs.extend((0..site.collections.len()).map(Job::Collection));
    jobs.extend((0..site.redirects.len()).map(Job::Redirect));
    jobs.extend(thresholds::all(site).into_iter().map(Job::Leaf));
    if has_letter_pages(shared) {
        jobs.extend((0..shared.letters.len()).map(Job::Letter));
    }
    let has = |one: &One| site.made.iter().any(|(url, _)| *url == one.path());
    jobs.extend(One::LISTED.into_iter().filter(has).chain([One::NotFound, One::Feed, One::Robots]).map(Job::One));
    if site.settings.url.is_some() {
        jobs.push(Job::One(One::Sitemap));
        let parts = feed::sitemap(site).len().div_ceil(feed::SITEMAP_LIMIT);
        jobs.extend((0..parts).filter(|_| parts > 1).map(Job::SitemapPart));
    }
    jobs
}

fn has_letter_pages(shared: &Shared) -> bool {
    shared.letters.iter().map(|letter| letter.links.len()).sum::<usize>() > ONE_PAGE_A_TO_Z
}

fn letter_url(letter: &GroupView) -> String {
    format!("a-z/{}.html", letter.id.trim_start_matches("letter-"))
}

impl Job {
    /// The address of the file.
    pub fn path(&self, shared: &Shared) -> String {
        let site = shared.site;
        match self {
            Job::Page(id) => site.page(*id).url.clone(),
            Job::Training(id, part) => site.page(*id).training_url(*part),
            Job::Section(at) => site.sections[*at].url.clone(),
            Job::Topic(at) => site.topics[*at].url.clone(),
            Job::Audience(at) => site.audiences[*at].url.clone(),
            Job::Collection(at) => site.collections[*at].url.clone(),
            Job::Letter(at) => letter_url(&shared.letters[*at]),
            Job::Redirect(at) => site.redirects[*at].0.clone(),
            Job::SitemapPart(at) => format!("sitemap-{}.xml", at + 1),
            Job::Leaf(leaf) => leaf.path(site),
            Job::One(one) => one.path().to_owned(),
        }
    }

    /// Makes the file and gives what was read of it.
    pub fn run(&self, shared: &Shared, out: &mut Vec<u8>) -> Result<Option<Read>, Box<Diagnostic>> {
        if let Job::Leaf(leaf) = self {
            return leaf.run(shared, out);
        }
        let path = self.path(shared);
        let mut read = None;
        let (template, context) = self.context(shared, &path, &mut read);
        shared.theme.render(template, &context, &path, out).map_err(Box::new)?;
        Ok(read)
    }

    fn context(&self, shared: &Shared, path: &str, read: &mut Option<Read>) -> (&'static str, Context) {
        let site = shared.site;
        let listing = |title: &str, summary: Option<&str>, above: Vec<LinkView>, groups: Vec<GroupView>| {
            let view = lists::made_page(site, title, path, "listing", summary, above);
            ("listing.html", with(context(path, &view), "groups", &groups))
        };
        match self {
            Job::Page(id) => document(shared, *id, read),
            Job::Training(id, part) => training::page(site, *id, *part),
            Job::Section(at) => {
                let section = &site.sections[*at];
                let title = if section.folder.is_empty() { &site.settings.title } else { &section.title };
                let summary = site.settings.description.as_deref().filter(|_| section.folder.is_empty());
                let above = site.sections_above(&section.folder).skip(1);
                let above = above.map(|section| made(&section.title, &address(&section.url), None)).collect();
                listing(title, summary, above, lists::of_section(site, section))
            }
            Job::Topic(at) => {
                let hub = &site.topics[*at];
                let above = vec![made("Topics", "topics/index.html", None)];
                listing(&hub.hub.title, hub.hub.summary.as_deref(), above, lists::of_hub(site, hub))
            }
            Job::Audience(at) => {
                let hub = &site.audiences[*at];
                let above = vec![made("Audiences", "audiences/index.html", None)];
                listing(&hub.hub.title, hub.hub.summary.as_deref(), above, lists::of_hub(site, hub))
            }
            Job::Collection(at) => {
                let collection = &site.collections[*at];
                listing(
                    &collection.title,
                    collection.summary.as_deref(),
                    Vec::new(),
                    lists::of_pages(site, &collection.pages),
                )
            }
            Job::Letter(at) => {
                let letter = &shared.letters[*at];
                let view = lists::made_page(
                    site,
                    &format!("A to Z: {}", letter.title),
                    path,
                    "a-z",
                    None,
                    vec![made("A to Z", "a-z.html", None)],
                );
                let context = with(context(path, &view), "groups", std::slice::from_ref(letter));
                ("a-z.html", with(context, "letters", &letters(shared, Some(*at))))
            }
            Job::Redirect(at) => {
                let target = link(site.page(site.redirects[*at].1));
                let view = lists::made_page(site, &target.title, path, "redirect", None, Vec::new());
                ("redirect.html", with(context(path, &view), "target", &target))
            }
            Job::SitemapPart(at) => {
                let urls = feed::sitemap(site);
                let part = urls.chunks(feed::SITEMAP_LIMIT).nth(*at).unwrap_or_default();
                ("sitemap.xml", with(Context::new(), "urls", part))
            }
            // It makes its file itself: see `run`.
            Job::Leaf(_) => ("page.html", Context::new()),
            Job::One(one) => one.context(shared, read),
        }
    }
}

fn document(shared: &Shared, id: PageId, read: &mut Option<Read>) -> (&'static str, Context) {
    let site = shared.site;
    let page = site.page(id);
    let view = page::view(shared, id);
    *read = shared.reader.read(&Readable::Document(page, &view));
    let mut context = context(&page.url, &view);
    thresholds::add_to(&mut context, shared, id, &page.url);
    if page.is_index() {
        let section = site.sections.iter().find(|section| section.index == Some(id));
        let groups = section.map(|section| lists::of_section(site, section)).unwrap_or_default();
        let home = page.url == "index.html";
        return (if home { "home.html" } else { "listing.html" }, with(context, "groups", &groups));
    }
    let template = match page.document_type() {
        DocumentType::Guidance => "guidance.html",
        DocumentType::Page => "page.html",
        DocumentType::CaseStudy => "case-study.html",
        DocumentType::Framework => "framework.html",
    };
    (template, context)
}

impl One {
    /// Those that the footer links to, as far as the site has them.
    const LISTED: [One; 9] = [
        One::Search,
        One::AToZ,
        One::Topics,
        One::Audiences,
        One::Glossary,
        One::Legislation,
        One::Contacts,
        One::Timescales,
        One::Changes,
    ];

    fn path(self) -> &'static str {
        match self {
            One::Search => "search.html",
            One::AToZ => "a-z.html",
            One::Topics => "topics/index.html",
            One::Audiences => "audiences/index.html",
            One::Glossary => "glossary.html",
            One::Legislation => "legislation.html",
            One::Contacts => "contacts.html",
            One::Timescales => "timescales.html",
            One::Changes => "changes.html",
            One::NotFound => "404.html",
            One::Feed => "changes.xml",
            One::Sitemap => "sitemap.xml",
            One::Robots => "robots.txt",
        }
    }

    fn context(self, shared: &Shared, read: &mut Option<Read>) -> (&'static str, Context) {
        let site = shared.site;
        let path = self.path();
        let title = site.made.iter().find(|(url, _)| *url == path).map_or("Page not found", |(_, title)| title);
        let view = |kind: &str| lists::made_page(site, title, path, kind, None, Vec::new());
        let page = |kind: &str| context(path, &view(kind));
        match self {
            One::Search => ("search.html", page("search")),
            One::AToZ => {
                let whole = if has_letter_pages(shared) { &[] } else { shared.letters.as_slice() };
                let context = with(page("a-z"), "groups", whole);
                ("a-z.html", with(context, "letters", &letters(shared, None)))
            }
            One::Topics => ("listing.html", with(page("listing"), "groups", &lists::of_hubs(&site.topics))),
            One::Audiences => ("listing.html", with(page("listing"), "groups", &lists::of_hubs(&site.audiences))),
            One::Glossary => {
                let terms = lists::glossary(shared);
                *read = shared.reader.read(&Readable::Glossary(&view("glossary"), &terms));
                ("glossary.html", with(page("glossary"), "terms", &terms))
            }
            One::Legislation => {
                let acts = lists::legislation(site);
                *read = shared.reader.read(&Readable::Legislation(&view("legislation"), &acts));
                ("legislation.html", with(page("legislation"), "acts", &acts))
            }
            One::Contacts => {
                let contacts: Vec<_> = site.contacts.iter().map(|contact| lists::contact(contact, site.at)).collect();
                *read = shared.reader.read(&Readable::Contacts(&view("contacts"), &contacts));
                ("contacts.html", with(page("contacts"), "contacts", &contacts))
            }
            One::Timescales => {
                let all = timescales::timescales(site);
                *read = shared.reader.read(&Readable::Timescales(&view("timescales"), &all));
                let context = with(page("timescales"), "timescales", &all);
                (
                    "timescales.html",
                    with(
                        with(context, "calendars", &timescales::calendars(site)),
                        "own_limits",
                        &timescales::of_frameworks(site),
                    ),
                )
            }
            One::Changes => {
                let changes = lists::changes(site, CHANGES_ON_PAGE);
                *read = shared.reader.read(&Readable::Changes(&view("changes"), &changes));
                ("changes.html", with(page("changes"), "changes", &changes))
            }
            One::NotFound => {
                let mut context = page("404");
                // A server shows this page for addresses of any depth, so its links start from the top where that is known.
                if let Some(base) = &site.settings.base_path {
                    context.insert("root", base);
                }
                ("404.html", context)
            }
            One::Feed => {
                let context = with(page("feed"), "changes", &lists::changes(site, CHANGES_IN_FEED));
                ("feed.xml", with(context, "feed", &feed::heading(site)))
            }
            One::Sitemap => sitemap(shared),
            One::Robots => {
                let url = site.settings.url.as_ref().map(|url| format!("{url}sitemap.xml"));
                ("robots.txt", with(page("robots"), "sitemap_url", &url))
            }
        }
    }
}

fn sitemap(shared: &Shared) -> (&'static str, Context) {
    let urls = feed::sitemap(shared.site);
    if urls.len() <= feed::SITEMAP_LIMIT {
        return ("sitemap.xml", with(Context::new(), "urls", &urls));
    }
    let base = shared.site.settings.url.as_deref().unwrap_or_default();
    let parts: Vec<String> =
        (1..=urls.len().div_ceil(feed::SITEMAP_LIMIT)).map(|n| format!("{base}sitemap-{n}.xml")).collect();
    ("sitemap-index.xml", with(Context::new(), "parts", &parts))
}

/// A letter at the head of A to Z.
#[derive(Serialize)]
struct LetterView {
    title: String,
    url: String,
    current: bool,
}

fn letters(shared: &Shared, current: Option<usize>) -> Vec<LetterView> {
    let own_pages = has_letter_pages(shared);
    let view = |(at, letter): (usize, &GroupView)| LetterView {
        title: letter.title.clone(),
        url: if own_pages { letter_url(letter) } else { format!("a-z.html#{}", letter.id) },
        current: current == Some(at),
    };
    shared.letters.iter().enumerate().map(view).collect()
}
