//! Ids in the tables of frameworks, as readers see them: by the name of what they stand for.

use super::place::{Placing, place};
use super::words::date;
use crate::document::framework::Framework;
use crate::document::framework::cells::{age_band, items, party};
use crate::document::framework::indicator::{IndicatorKind, Levels};
use crate::document::framework::ladder::Ladder;
use crate::document::framework::party::Party;
use crate::document::framework::response::{Consent, Duty, Trigger};
use crate::document::framework::when;
use crate::front_matter::record::parse_date;
use crate::markdown::rows::RowKind;
use crate::markdown::{Placed, Shown};
use crate::resolve::humanise;
use crate::site::{PageId, Target};

impl Placing<'_> {
    /// What a cell that names something by its id shows; `None` if it is shown as written.
    pub(super) fn named(&self, kind: RowKind, column: &str, text: &str) -> Option<Shown> {
        let frameworks = &self.site.thresholds.frameworks;
        let own = frameworks.iter().copied().find(|id| self.site.page(*id).url == self.from)?;
        match (kind, column) {
            (RowKind::Indicator, "kind") => label(IndicatorKind::written(text)?.label()),
            (_, "duty") => label(Duty::written(text)?.label()),
            (RowKind::Response, "consent") => label(Consent::written(text)?.label()),
            (RowKind::Response, "lead" | "with" | "inform") | (RowKind::Indicator, "seen by") => {
                list(text, party_in_words)
            }
            (RowKind::Indicator, "harms") => list(text, |id| Some(self.harm(id))),
            (RowKind::Indicator, "domain") => self.own_or_base(own, |framework| {
                framework.domains.iter().find(|domain| domain.id.value == text).map(|domain| domain.label.clone())
            }),
            (RowKind::Indicator, "ages") => list(text, |age| age_band((0, age)).ok().map(|age| age.label().to_owned())),
            (RowKind::Response | RowKind::Override, "when") => Some(Shown::Words(self.when(&when::read(text).ok()?))),
            (RowKind::Response, "route") => self.own_or_base(own, |framework| {
                framework.routes.iter().find(|route| route.id.value == text).map(|route| route.name.clone())
            }),
            (RowKind::Response, "if not agreed") => {
                let ladder = self.site.applied(own)?.ladders().into_iter().find(|ladder| ladder.id.value == text)?;
                let href = format!("#{}", Ladder::anchor(Some(text)));
                Some(Shown::Link(Placed { href, text: ladder.label.clone(), ..Placed::default() }))
            }
            (RowKind::Indicator, "since" | "until") => parse_date(text).map(|day| Shown::Words(date(day).text)),
            (RowKind::Response, "within" | "feedback due") => {
                let number = self.site.timescales.iter().position(|timescale| timescale.id.value == text)?;
                Some(Shown::Link(self.timescale(number)))
            }
            (RowKind::Override, "then") => {
                let (framework, number) = self.site.thresholds.duty(text)?;
                Some(Shown::Link(place(self.site, self.from, &Target::Duty(framework, number))))
            }
            _ => None,
        }
    }

    /// A timescale as it is shown in running text.
    fn timescale(&self, number: usize) -> Placed {
        let mut placed = place(self.site, self.from, &Target::Timescale(number));
        self.explain(&mut placed, number);
        placed
    }

    /// "level 3 to 4; harm: CSE or CCE; sign: “Has a second phone”".
    fn when(&self, trigger: &Trigger) -> String {
        let levels = trigger.levels.map(|levels| match levels {
            Levels { lowest, highest } if lowest == highest => format!("level {lowest}"),
            Levels { lowest, highest } => format!("level {lowest} to {highest}"),
        });
        let quoted = |words: &str| format!("“{words}”");
        let statement = |id: &String| {
            let row = self.site.thresholds.sign(id).and_then(|(page, number)| self.site.indicator(page, number));
            quoted(row.map_or(id, |row| &row.statement.value))
        };
        let parts = [
            levels,
            any("harm: ", trigger.harms.iter().map(|id| self.harm(id))),
            any("sign: ", trigger.indicators.iter().map(statement)),
            any("kind of sign: ", trigger.kinds.iter().map(|kind| kind.label().to_owned())),
            any("age: ", trigger.ages.iter().map(|age| age.label().to_owned())),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() { "always".to_owned() } else { parts.join("; ") }
    }

    /// A harm as the glossary calls it, in short.
    fn harm(&self, id: &str) -> String {
        let term = self.site.glossary.iter().find(|term| term.id.value == id);
        term.map_or_else(
            || humanise(id).to_lowercase(),
            |term| term.abbreviation.clone().unwrap_or_else(|| term.term.clone()),
        )
    }

    /// A name that a framework, or else its base, gives.
    fn own_or_base(&self, own: PageId, name: impl Fn(&Framework) -> Option<String>) -> Option<Shown> {
        let base = self.site.base_of(own);
        let mut both = [Some(own), base].into_iter().flatten().filter_map(|id| self.site.framework(id));
        both.find_map(name).map(Shown::Words)
    }
}

fn label(label: &str) -> Option<Shown> {
    Some(Shown::Words(label.to_owned()))
}

fn party_in_words(text: &str) -> Option<String> {
    let Party { agency, role } = party((0, text)).ok()?;
    Some(role.map_or_else(|| agency.label().to_owned(), |role| format!("{} ({role})", agency.label())))
}

/// What any one of some names is enough for: "harm: CSE, CCE or county lines".
fn any(what: &str, names: impl Iterator<Item = String>) -> Option<String> {
    let names: Vec<String> = names.collect();
    let (last, before) = names.split_last()?;
    let or = if before.is_empty() { "" } else { " or " };
    Some(format!("{what}{}{or}{last}", before.join(", ")))
}

fn list(text: &str, name: impl Fn(&str) -> Option<String>) -> Option<Shown> {
    let names: Option<Vec<String>> = items(text, ',').map(|(_, item)| name(item)).collect();
    names.map(|names| Shown::Words(names.join(", ")))
}
