//! Responses as pages show them, and the register of them all.

use super::basis::worded;
use super::book::Book;
use super::changes;
use super::ladders;
use super::limits::holds;
use super::view::{DutiesView, DutyView, NamedView, OverrideView, RegisterView, RouteView};
use super::wording::{age_ids, parties, party, when, why, within};
use crate::document::framework::indicator::Levels;
use crate::document::framework::party::{Agency, Party};
use crate::document::framework::response::{Duty, Response, Within, Worded};
use crate::document::framework::{Level, Route};
use crate::render::lists;
use crate::render::place::place;
use crate::render::words::address;
use crate::source::Spanned;
use crate::thresholds::applied::{Named as _, Part};
use crate::thresholds::compare::said_of_ladder;
use crate::thresholds::fits::{Owed, Reason};
use crate::thresholds::limit::{feedback_anchor, limit_anchor};
use std::cmp::Reverse;

/// What a page is made from, and its address.
#[derive(Clone, Copy)]
pub struct Seen<'a, 'b> {
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
        let (site, home) = (self.book.site, self.book.home(part));
        let basis = worded(site, home, own.basis.as_ref(), self.path);
        let form = worded(site, home, own.form.as_ref(), self.path);
        let (if_not_agreed, if_not_agreed_url) = ladders::of_response(self.book, own).unwrap_or_default();
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
            levels: levels_of(self.book, part)
                .map(|levels| format!("{} {}", levels.lowest, levels.highest))
                .unwrap_or_default(),
            urgency: urgency(own),
            always: *trigger == Default::default(),
            why: Vec::new(),
            lead: lead.map(party).unwrap_or_default(),
            is_readers: lead.is_some_and(|lead| lead.agency == Agency::Anyone && lead.role.is_none()),
            leader: lead.map(|lead| lead.agency.name().to_owned()).unwrap_or_default(),
            agencies: agencies(own).into_iter().map(Agency::name).collect::<Vec<_>>().join(" "),
            with: parties(&own.with),
            inform: parties(&own.inform),
            within: own.within.as_ref().map(|limit| within(site, &limit.value)).unwrap_or_default(),
            within_url: own.within.as_ref().and_then(|limit| limit_url(self.book, part, &limit.value, limit_anchor)),
            consent: own.consent.map_or_else(String::new, |consent| consent.label().to_owned()),
            basis: basis.html,
            basis_words: basis.words,
            basis_links: self.addresses(part, own.basis.as_ref()),
            route: route.map(|route| route.part.id.value.clone()).unwrap_or_default(),
            route_name: route.map(|route| route.part.name.clone()).unwrap_or_default(),
            form: form.html,
            form_words: form.words,
            form_links: self.addresses(part, own.form.as_ref()),
            record: own.record.clone().unwrap_or_default(),
            feedback: own.feedback_due.as_ref().map(|limit| within(site, &limit.value)).unwrap_or_default(),
            feedback_url: own
                .feedback_due
                .as_ref()
                .and_then(|limit| limit_url(self.book, part, &limit.value, feedback_anchor)),
            if_not_agreed,
            if_not_agreed_url,
            ladder_words: said_of_ladder(self.book.applied.if_not_agreed(own), &site.timescales),
            local: changes::duty_label(site, part),
            not_here: part.change().filter(|_| !part.applies()).map(|change| change.reason.clone()).unwrap_or_default(),
        }
    }

    /// A response that a sign asks for.
    pub fn owed(&self, owed: &Owed) -> DutyView {
        let duty = self.duty(&owed.response);
        let is_ruled = owed.reasons.iter().any(|reason| matches!(reason, Reason::Override(_)));
        DutyView {
            levels: if is_ruled { String::new() } else { duty.levels.clone() },
            duty: owed.duty.name().to_owned(),
            duty_label: owed.duty.label().to_owned(),
            why: why(self.book.site, &owed.reasons),
            ..duty
        }
    }

    /// The addresses that a cell of a response links to.
    fn addresses(&self, part: &Part<Response>, cell: Option<&Worded>) -> Vec<String> {
        let site = self.book.site;
        let page = site.page(self.book.home(part));
        let targets = cell.and_then(|cell| page.targets.get(cell.links.clone())).unwrap_or_default();
        let base = site.settings.url.as_deref().unwrap_or_default();
        let address = |target| {
            let placed = place(site, "", target);
            if placed.external { placed.href } else { format!("{base}{}", placed.href) }
        };
        targets.iter().map(address).filter(|url| !url.is_empty()).collect()
    }

    /// Whom to ring: the routes of these ids, each once, or all if none is named. In an emergency comes first.
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
        let site = self.book.site;
        let emergency = site.emergency.map(|number| &site.contacts[number].id.value);
        let mut chosen: Vec<&Part<Route>> = chosen.collect();
        chosen.sort_by_key(|route| Some(&route.part.contact.value) != emergency);
        chosen.into_iter().filter_map(|route| self.route(route)).collect()
    }

    fn route(&self, part: &Part<Route>) -> Option<RouteView> {
        let site = self.book.site;
        let contact = |id: &Spanned<String>| site.contacts.iter().find(|contact| contact.id.value == id.value);
        let own = part.part;
        let other = own.out_of_hours.as_ref().filter(|other| other.value != own.contact.value);
        Some(RouteView {
            id: own.id.value.clone(),
            name: own.name.clone(),
            role: own.role.clone().unwrap_or_default(),
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

    /// Every response, also those that do not apply here.
    pub fn everything(&self) -> Vec<DutyView> {
        self.book.applied.responses.iter().map(|part| self.duty(part)).collect()
    }

    /// Every response that applies. Among those of one urgency the framework's own order counts.
    pub fn all(&self) -> Vec<DutyView> {
        let parts = self.book.applied.responses.iter().filter(|part| part.applies());
        let placed = parts.zip(0_u32..).map(|(part, at)| {
            let duty = self.duty(part);
            DutyView { urgency: duty.urgency * 10_000 + at, ..duty }
        });
        placed.collect()
    }

    /// The register, by the agency that leads.
    pub fn register(&self) -> RegisterView {
        let all = self.everything();
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

/// Where a limit is explained and can be worked out.
fn limit_url(book: &Book, part: &Part<Response>, within: &Within, anchor: impl Fn(&str) -> String) -> Option<String> {
    let is_told = || !book.site.timescales.is_empty() && holds(book.site, book.home(part));
    match within {
        Within::Defined(id) => Some(format!("timescales.html#{id}")),
        Within::Own(_) => is_told().then(|| format!("timescales.html#{}", anchor(part.part.id()))),
        Within::Immediately => None,
    }
}

/// The levels that a response is for: those that it names, or those that always have it.
fn levels_of(book: &Book, part: &Part<Response>) -> Option<Levels> {
    let has = |level: &&Level| level.default_response.as_ref().is_some_and(|id| part.answers_to(&id.value));
    let numbers = || book.applied.levels().iter().filter(has).map(|level| level.number.value);
    let always = || Some(Levels { lowest: numbers().min()?, highest: numbers().max()? });
    part.part.trigger.value.levels.or_else(always)
}

/// The number of the emergency services in the United Kingdom.
const EMERGENCY: &str = "999";

/// How soon a response is read: what is done at once, what is not to be done, what is for a harm or a sign, the rest.
fn urgency(response: &Response) -> u32 {
    let trigger = &response.trigger.value;
    let at_once = response.within.as_ref().is_some_and(|within| within.value == Within::Immediately);
    match response.duty.value {
        // Whoever is in danger now waits for nothing else.
        _ if at_once && response.action.value.contains(EMERGENCY) => 0,
        _ if at_once => 1,
        Duty::DoNot => 2,
        _ if !trigger.indicators.is_empty() || !trigger.harms.is_empty() => 3,
        _ => 4,
    }
}

/// Responses by the levels that they are for, the highest first; before them what holds whatever the level.
pub fn by_level(mut duties: Vec<DutyView>) -> Vec<DutiesView> {
    let span = |levels: &str| -> Vec<u32> { levels.split(' ').rev().filter_map(|level| level.parse().ok()).collect() };
    let mut spans: Vec<String> = duties.iter().map(|duty| duty.levels.clone()).collect();
    spans.sort_by_key(|levels| (!levels.is_empty(), Reverse(span(levels))));
    spans.dedup();
    duties.sort_by_key(|duty| duty.urgency);
    let group = |levels: String| DutiesView {
        id: levels.replace(' ', "-"),
        title: if_level(&span(&levels)),
        duties: duties.iter().filter(|duty| duty.levels == levels).cloned().collect(),
    };
    spans.into_iter().map(group).collect()
}

/// "If it is level 3 or 4".
fn if_level(span: &[u32]) -> String {
    match span {
        [highest, lowest] if highest == lowest => format!("If it is level {highest}"),
        [highest, lowest] if *highest == lowest + 1 => format!("If it is level {lowest} or {highest}"),
        [highest, lowest] => format!("If it is any of levels {lowest} to {highest}"),
        _ => "Whatever the level".to_owned(),
    }
}
