//! Responses as pages show them, and the register of them all.

use super::book::Book;
use super::changes;
use super::view::{DutiesView, DutyView, NamedView, OverrideView, RegisterView, RouteView};
use super::wording::{age_ids, parties, party, when, why, within};
use crate::diagnostic::Diagnostics;
use crate::document::framework::Route;
use crate::document::framework::party::{Agency, Party};
use crate::document::framework::response::{Duty, Response, Within};
use crate::markdown::{Inline, convert_inline};
use crate::render::place::{Placing, place};
use crate::render::words::address;
use crate::render::{Shared, lists};
use crate::source::Spanned;
use crate::thresholds::applied::{Named as _, Part};
use crate::thresholds::fits::Owed;
use std::collections::BTreeSet;

/// What a page is made from, and its address.
#[derive(Clone, Copy)]
pub struct Seen<'a, 'b> {
    /// The site and its theme.
    pub shared: &'a Shared<'a>,
    /// The framework.
    pub book: &'a Book<'b>,
    /// The address of the page at hand.
    pub path: &'a str,
}

impl Seen<'_, '_> {
    /// A response as it stands in the framework.
    pub fn duty(&self, part: &Part<Response>) -> DutyView {
        let own = part.part;
        let trigger = &own.trigger.value;
        let lead = own.lead.as_ref().map(|lead| &lead.value);
        let basis = self.basis(part);
        let route = own.route.as_ref().and_then(|id| self.book.applied.route(&id.value));
        DutyView {
            id: own.id.value.clone(),
            url: self.book.duty_url(own),
            duty: own.duty.value.name().to_owned(),
            duty_label: own.duty.value.label().to_owned(),
            action: own.action.value.clone(),
            when: when(self.book, trigger),
            ages: age_ids(&trigger.ages),
            harms: trigger.harms.join(" "),
            level: trigger.levels.map_or(0, |levels| levels.lowest),
            always: *trigger == Default::default(),
            why: Vec::new(),
            lead: lead.map(party).unwrap_or_default(),
            leader: lead.map(|lead| lead.agency.name().to_owned()).unwrap_or_default(),
            agencies: agencies(own).into_iter().map(Agency::name).collect::<Vec<_>>().join(" "),
            with: parties(&own.with),
            inform: parties(&own.inform),
            within: own.within.as_ref().map(|limit| within(self.book.site, &limit.value)).unwrap_or_default(),
            within_url: own.within.as_ref().and_then(|limit| self.defined(&limit.value)),
            consent: own.consent.map_or_else(String::new, |consent| consent.label().to_owned()),
            basis: basis.html,
            basis_words: basis.words,
            basis_links: self.basis_links(part),
            route: route.map(|route| route.part.id.value.clone()).unwrap_or_default(),
            route_name: route.map(|route| route.part.name.clone()).unwrap_or_default(),
            record: own.record.clone().unwrap_or_default(),
            local: changes::label(part),
        }
    }

    /// A response that a sign asks for.
    pub fn owed(&self, owed: &Owed) -> DutyView {
        DutyView {
            duty: owed.duty.name().to_owned(),
            duty_label: owed.duty.label().to_owned(),
            why: why(self.book.site, &owed.reasons),
            ..self.duty(&owed.response)
        }
    }

    fn defined(&self, within: &Within) -> Option<String> {
        match within {
            Within::Defined(id) => Some(format!("timescales.html#{id}")),
            Within::Immediately | Within::Own(_) => None,
        }
    }

    /// The basis as its author worded it, its links as seen from the page at hand.
    fn basis(&self, part: &Part<Response>) -> Inline {
        let Some(basis) = &part.part.basis else { return Inline::default() };
        let page = self.book.site.page(self.book.home(part));
        let mut placing = Placing {
            site: self.book.site,
            from: self.path,
            targets: page.targets.get(part.part.basis_links.clone()).unwrap_or_default().iter(),
            nations: &page.document.meta.nations,
            citations: &page.document.meta.sources,
            cards: &self.shared.cards,
            words: true,
            terms: None,
            used: Vec::new(),
            seen: BTreeSet::new(),
        };
        convert_inline(&basis.value, basis.span, self.shared.sources, &mut placing, &mut Diagnostics::new())
    }

    fn basis_links(&self, part: &Part<Response>) -> Vec<String> {
        let site = self.book.site;
        let page = site.page(self.book.home(part));
        let targets = page.targets.get(part.part.basis_links.clone()).unwrap_or_default();
        let base = site.settings.url.as_deref().unwrap_or_default();
        let address = |target| {
            let placed = place(site, "", target);
            if placed.external { placed.href } else { format!("{base}{}", placed.href) }
        };
        targets.iter().map(address).filter(|url| !url.is_empty()).collect()
    }

    /// Whom to ring: the routes of these ids, each once, or all if none is named.
    pub fn routes<'r>(&self, ids: impl Iterator<Item = &'r Spanned<String>>) -> Vec<RouteView> {
        let mut wanted: Vec<String> = Vec::new();
        for id in ids {
            if let Some(route) = self.book.applied.route(&id.value)
                && !wanted.contains(&route.part.id.value)
            {
                wanted.push(route.part.id.value.clone());
            }
        }
        let routes = self.book.applied.routes.iter().filter(|route| route.applies());
        let chosen = routes.filter(|route| wanted.is_empty() || wanted.iter().any(|id| route.part.id() == id));
        chosen.filter_map(|route| self.route(route)).collect()
    }

    fn route(&self, part: &Part<Route>) -> Option<RouteView> {
        let site = self.book.site;
        let contact = |id: &Spanned<String>| site.contacts.iter().find(|contact| contact.id.value == id.value);
        let own = part.part;
        let other = own.out_of_hours.as_ref().filter(|other| other.value != own.contact.value);
        Some(RouteView {
            id: own.id.value.clone(),
            name: own.name.clone(),
            when: if other.is_some() { "In working hours".to_owned() } else { String::new() },
            contact: lists::contact(contact(&own.contact)?, site.at),
            out_of_hours: other.and_then(contact).map(|contact| lists::contact(contact, site.at)),
            local: changes::label(part),
        })
    }

    /// What leads to a response whatever the level.
    pub fn overrides(&self) -> Vec<OverrideView> {
        let rules = self.book.applied.overrides.iter().filter(|rule| rule.applies());
        rules
            .filter_map(|rule| {
                let own = rule.part;
                let then = self.book.applied.response(&own.then.value).filter(|then| then.applies())?;
                Some(OverrideView {
                    id: own.id.value.clone(),
                    duty: own.duty.value.name().to_owned(),
                    duty_label: own.duty.value.label().to_owned(),
                    when: when(self.book, &own.when.value),
                    ages: age_ids(&own.when.value.ages),
                    then: then.part.action.value.clone(),
                    url: self.book.duty_url(then.part),
                    why: own.why.clone().unwrap_or_default(),
                })
            })
            .collect()
    }

    /// Every response that applies.
    pub fn all(&self) -> Vec<DutyView> {
        self.book.applied.responses.iter().filter(|part| part.applies()).map(|part| self.duty(part)).collect()
    }

    /// The register, by the agency that leads.
    pub fn register(&self) -> RegisterView {
        let all = self.all();
        let mut agencies: Vec<DutiesView> = Agency::NAMES
            .iter()
            .filter_map(|name| Agency::named(name))
            .map(|agency| DutiesView {
                id: agency.name().to_owned(),
                title: agency.label().to_owned(),
                duties: all.iter().filter(|duty| duty.leader == agency.name()).cloned().collect(),
            })
            .collect();
        agencies.push(DutiesView {
            id: "nobody-named".to_owned(),
            title: "Nobody named to lead".to_owned(),
            duties: all.iter().filter(|duty| duty.leader.is_empty()).cloned().collect(),
        });
        agencies.retain(|group| !group.duties.is_empty());
        let has_part = |agency: &Agency| all.iter().any(|duty| duty.agencies.split(' ').any(|id| id == agency.name()));
        let found = Agency::NAMES.iter().filter_map(|name| Agency::named(name)).filter(has_part);
        let parts = found.map(|agency| NamedView { id: agency.name().to_owned(), label: agency.label().to_owned() });
        let bound = |duty: &Duty| all.iter().any(|one| one.duty == duty.name());
        let strengths = Duty::NAMES.iter().filter_map(|name| Duty::named(name)).filter(bound);
        RegisterView {
            parts: parts.collect(),
            strengths: strengths
                .map(|duty| NamedView { id: duty.name().to_owned(), label: duty.label().to_owned() })
                .collect(),
            agencies,
            csv: address(&self.book.page().duties_csv_url()),
        }
    }
}

/// Responses by strength: must, should, may, do not.
pub fn by_strength(duties: Vec<DutyView>) -> Vec<DutiesView> {
    let kinds = Duty::NAMES.iter().filter_map(|name| Duty::named(name));
    let mut groups: Vec<DutiesView> = kinds
        .map(|kind| DutiesView { id: kind.name().to_owned(), title: kind.label().to_owned(), duties: Vec::new() })
        .collect();
    for duty in duties {
        if let Some(group) = groups.iter_mut().find(|group| group.id == duty.duty) {
            group.duties.push(duty);
        }
    }
    groups.retain(|group| !group.duties.is_empty());
    groups
}

/// The agencies that have a part in a response, each once.
fn agencies(response: &Response) -> Vec<Agency> {
    let lead = response.lead.iter().map(|lead| &lead.value);
    let mut agencies: Vec<Agency> = Vec::new();
    for Party { agency, .. } in lead.chain(&response.with).chain(&response.inform) {
        if !agencies.contains(agency) {
            agencies.push(*agency);
        }
    }
    agencies
}
