//! A national framework with what a local one changes in it.

use crate::document::framework::indicator::Indicator;
use crate::document::framework::ladder::{Ladder, Rung};
use crate::document::framework::overlay::{Change, ChangeKind};
use crate::document::framework::response::{Override, Response};
use crate::document::framework::{Domain, Framework, Level, Route};
use crate::source::Spanned;

/// What applies in an area: a framework, or a national one with its local changes.
#[derive(Clone, Debug)]
pub struct Applied<'a> {
    /// The national framework, or the only one.
    pub base: &'a Framework,
    /// The local one, if there is one.
    pub local: Option<&'a Framework>,
    levels: Vec<Level>,
    /// Indicators: the base's in their order, then what is added.
    pub indicators: Vec<Part<'a, Indicator>>,
    /// Responses.
    pub responses: Vec<Part<'a, Response>>,
    /// Overrides.
    pub overrides: Vec<Part<'a, Override>>,
    /// Routes.
    pub routes: Vec<Part<'a, Route>>,
}

/// A part of a framework and where it comes from.
#[derive(Debug)]
pub struct Part<'a, T> {
    /// What applies here; for [`Origin::NotApplicable`], what does not.
    pub part: &'a T,
    /// Where it comes from.
    pub origin: Origin<'a, T>,
}

/// Where a part of what applies comes from.
#[derive(Debug)]
pub enum Origin<'a, T> {
    /// It stands in the base, and no local change touches it.
    Base,
    /// The local framework adds it. Without a change its authors forgot to say so, which is reported.
    Local(Option<&'a Change>),
    /// The local framework's own part takes the place of a national one.
    Replaced {
        /// The national text.
        national: &'a T,
        /// What is changed, why, and who decided.
        change: &'a Change,
    },
    /// It stands in the base and does not apply here.
    NotApplicable(&'a Change),
}

// Both hold references only, so they are copied whatever they are parts of.
impl<T> Clone for Part<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Part<'_, T> {}

impl<T> Clone for Origin<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Origin<'_, T> {}

/// What has an id that overlays can name.
pub trait Named {
    /// Its id.
    fn id(&self) -> &str;
}

macro_rules! named {
    ($($name:ty),*) => {
        $(impl Named for $name {
            fn id(&self) -> &str {
                &self.id.value
            }
        })*
    };
}

named!(Indicator, Response, Override, Route);

/// Applies the changes of a local framework to its base. Without a local framework every part is the base's.
pub fn apply<'a>(base: &'a Framework, local: Option<&'a Framework>) -> Applied<'a> {
    let changes = local.map_or(&[][..], |local| &local.overlay);
    Applied {
        base,
        local,
        levels: levels(base, local),
        indicators: parts(&base.indicators, local.map_or(&[], |local| &local.indicators), changes),
        responses: parts(&base.responses, local.map_or(&[], |local| &local.responses), changes),
        overrides: parts(&base.overrides, local.map_or(&[], |local| &local.overrides), changes),
        routes: parts(&base.routes, local.map_or(&[], |local| &local.routes), changes),
    }
}

/// Levels: the local ones, with what only the base says of a level of the same number; or else the base's.
fn levels(base: &Framework, local: Option<&Framework>) -> Vec<Level> {
    let Some(local) = local.filter(|local| !local.levels.is_empty()) else { return base.levels.clone() };
    let whole = |own: &Level| {
        let mut own = own.clone();
        if let Some(national) = base.levels.iter().find(|national| national.number.value == own.number.value) {
            own.descriptor = own.descriptor.or_else(|| national.descriptor.clone());
            own.consent = own.consent.or(national.consent);
            own.default_response = own.default_response.or_else(|| national.default_response.clone());
            own.consent_note = own.consent_note.or_else(|| national.consent_note.clone());
            own.step_up = own.step_up.or_else(|| national.step_up.clone());
            own.step_down = own.step_down.or_else(|| national.step_down.clone());
            if own.aliases.is_empty() {
                own.aliases.clone_from(&national.aliases);
            }
            if own.law.is_empty() {
                own.law.clone_from(&national.law);
            }
        }
        own
    };
    local.levels.iter().map(whole).collect()
}

fn parts<'a, T: Named>(base: &'a [T], local: &'a [T], changes: &'a [Change]) -> Vec<Part<'a, T>> {
    let mut used = vec![false; local.len()];
    let mut parts = Vec::with_capacity(base.len() + local.len());
    for national in base {
        let change = changes
            .iter()
            .find(|change| change.change.value != ChangeKind::Add && change.target.value == national.id());
        let own = change.and_then(|change| position(local, change.by.as_ref()));
        parts.push(match (change, own) {
            (Some(change), _) if change.change.value == ChangeKind::NotApplicable => {
                Part { part: national, origin: Origin::NotApplicable(change) }
            }
            (Some(change), Some(own)) => {
                used[own] = true;
                Part { part: &local[own], origin: Origin::Replaced { national, change } }
            }
            _ => Part { part: national, origin: Origin::Base },
        });
    }
    let added = |own: &T| {
        changes.iter().find(|change| change.change.value == ChangeKind::Add && change.target.value == own.id())
    };
    let rest = local.iter().zip(used).filter(|(_, used)| !used);
    parts.extend(rest.map(|(own, _)| Part { part: own, origin: Origin::Local(added(own)) }));
    parts
}

fn position<T: Named>(local: &[T], by: Option<&Spanned<String>>) -> Option<usize> {
    let by = by?;
    local.iter().position(|own| own.id() == by.value)
}

impl<'a, T: Named> Part<'a, T> {
    /// Whether it applies here.
    pub fn applies(&self) -> bool {
        !matches!(self.origin, Origin::NotApplicable(_))
    }

    /// Whether the text stands in the local framework, not in the base.
    pub fn is_local(&self) -> bool {
        matches!(self.origin, Origin::Local(_) | Origin::Replaced { .. })
    }

    /// The local change that made it what it is.
    pub fn change(&self) -> Option<&'a Change> {
        match self.origin {
            Origin::Base => None,
            Origin::Local(change) => change,
            Origin::Replaced { change, .. } | Origin::NotApplicable(change) => Some(change),
        }
    }

    /// The national text in whose place it stands.
    pub fn national(&self) -> Option<&'a T> {
        match self.origin {
            Origin::Replaced { national, .. } => Some(national),
            Origin::Base | Origin::Local(_) | Origin::NotApplicable(_) => None,
        }
    }

    /// Whether an id means it: its own, or that of the national part in whose place it stands.
    pub fn answers_to(&self, id: &str) -> bool {
        self.part.id() == id || self.national().is_some_and(|national| national.id() == id)
    }
}

impl<'a> Applied<'a> {
    /// The framework that readers of this area hold in their hands: the local one, or else the base.
    pub fn framework(&self) -> &'a Framework {
        self.local.unwrap_or(self.base)
    }

    /// Levels: the local ones, or else the base's. What a local level leaves open is the base's.
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// Domains: the local ones, or else the base's.
    pub fn domains(&self) -> &'a [Domain] {
        self.inherited(|framework| &framework.domains)
    }

    /// Harm types in scope: the local ones, or else the base's.
    pub fn harms(&self) -> &'a [Spanned<String>] {
        self.inherited(|framework| &framework.harms)
    }

    /// The ladder for disagreements: the local one, or else the base's.
    pub fn escalation(&self) -> &'a [Rung] {
        self.inherited(|framework| &framework.escalation)
    }

    /// Ladders of their own: the base's, each as the local framework has it, then those that only that one has.
    pub fn ladders(&self) -> Vec<&'a Ladder> {
        let local = self.local.map_or(&[][..], |local| &local.ladders);
        let of = |list: &'a [Ladder], id: &str| list.iter().find(|ladder| ladder.id.value == id);
        let national = self.base.ladders.iter();
        let mut all: Vec<&Ladder> = national.map(|own| of(local, &own.id.value).unwrap_or(own)).collect();
        all.extend(local.iter().filter(|own| of(&self.base.ladders, &own.id.value).is_none()));
        all
    }

    /// The ladder of its own that a response names.
    pub fn ladder_of(&self, response: &Response) -> Option<&'a Ladder> {
        let id = response.if_not_agreed.as_ref()?;
        self.ladders().into_iter().find(|ladder| ladder.id.value == id.value)
    }

    /// What those do who do not agree about a response, step by step.
    pub fn if_not_agreed(&self, response: &Response) -> &'a [Rung] {
        self.ladder_of(response).map_or_else(|| self.escalation(), |ladder| &ladder.steps)
    }

    /// The domain with an id: the local framework's, or else the base's.
    pub fn domain(&self, id: &str) -> Option<&'a Domain> {
        let both = self.local.into_iter().chain([self.base]);
        both.flat_map(|framework| &framework.domains).find(|domain| domain.id.value == id)
    }

    /// The response that an id means here.
    pub fn response(&self, id: &str) -> Option<&Part<'a, Response>> {
        find(&self.responses, id)
    }

    /// The indicator that an id means here.
    pub fn indicator(&self, id: &str) -> Option<&Part<'a, Indicator>> {
        find(&self.indicators, id)
    }

    /// The route that an id means here.
    pub fn route(&self, id: &str) -> Option<&Part<'a, Route>> {
        find(&self.routes, id)
    }

    fn inherited<T>(&self, list: fn(&Framework) -> &Vec<T>) -> &'a [T] {
        match self.local.map(list) {
            Some(own) if !own.is_empty() => own,
            _ => list(self.base),
        }
    }
}

fn find<'p, 'a, T: Named>(parts: &'p [Part<'a, T>], id: &str) -> Option<&'p Part<'a, T>> {
    parts.iter().find(|part| part.answers_to(id))
}
