//! Every text of a framework that readers see, with its place: rows, levels, domains, steps and reasons.

use super::subject::{Around, Stands, Subject};
use crate::document::framework::indicator::{Indicator, IndicatorKind};
use crate::document::framework::response::{Override, Response};
use crate::document::framework::{Framework, Level};
use crate::source::Span;

/// What a text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// What somebody may see.
    Sign(IndicatorKind),
    /// When it counts, what stands beside it, and what readers type.
    Beside(IndicatorKind),
    /// What may explain it without harm.
    Explanation,
    /// What is done, recorded, why, or by whom.
    Action,
    /// The name of a level or of a domain.
    Name,
    /// What describes a level or a domain.
    Level,
    /// What is said about the framework: its reasons, its steps, its statements.
    Statement,
}

/// A text with its place.
pub struct Text<'a> {
    /// What it says.
    pub words: &'a str,
    /// What it is.
    pub part: Part,
    /// Where it stands.
    pub stands: Stands,
}

impl Text<'_> {
    /// Where some of its words stand.
    pub fn place(&self, around: &Around, written: &str) -> Span {
        let whole = around.find(self.stands.within, self.words).unwrap_or(self.stands.within);
        around.find(whole, written).or_else(|| around.find(self.stands.within, written)).unwrap_or(self.stands.or)
    }
}

/// All texts of a framework, of its own and not of its base.
pub fn of<'a>(subject: &Subject<'a>, around: &Around) -> Vec<Text<'a>> {
    let framework = subject.framework;
    let mut texts = Vec::new();
    for indicator in &framework.indicators {
        of_indicator(indicator, &mut texts);
    }
    for response in &framework.responses {
        of_response(response, &mut texts);
    }
    for Override { why, span, .. } in &framework.overrides {
        add(&mut texts, Part::Action, Stands::at(*span), why.as_ref());
    }
    for level in &framework.levels {
        let after = Stands { within: around.after(level.number.span), or: level.number.span };
        of_level(level, after, &mut texts);
    }
    of_front_matter(subject, framework, around, &mut texts);
    texts
}

fn add<'a>(texts: &mut Vec<Text<'a>>, part: Part, stands: Stands, words: impl IntoIterator<Item = &'a String>) {
    texts.extend(words.into_iter().map(|words| Text { words, part, stands }));
}

fn of_indicator<'a>(indicator: &'a Indicator, texts: &mut Vec<Text<'a>>) {
    let kind = indicator.kind.value;
    add(texts, Part::Sign(kind), Stands::at(indicator.statement.span), [&indicator.statement.value]);
    add(texts, Part::Explanation, Stands::at(indicator.span), &indicator.everyday);
    let beside = [&indicator.recency, &indicator.combine];
    let words = beside.into_iter().flatten().chain(&indicator.search_terms);
    add(texts, Part::Beside(kind), Stands::at(indicator.span), words);
}

fn of_response<'a>(response: &'a Response, texts: &mut Vec<Text<'a>>) {
    add(texts, Part::Action, Stands::at(response.action.span), [&response.action.value]);
    let lead = response.lead.iter().map(|lead| &lead.value);
    let roles = lead.chain(&response.with).chain(&response.inform).filter_map(|party| party.role.as_ref());
    let form = response.form.iter().map(|form| &form.words);
    add(texts, Part::Action, Stands::at(response.span), roles.chain(&response.record).chain(form));
}

fn of_level<'a>(level: &'a Level, after: Stands, texts: &mut Vec<Text<'a>>) {
    add(texts, Part::Name, after, std::iter::once(&level.label).chain(&level.aliases));
    let said = [&level.descriptor, &level.consent_note, &level.step_up, &level.step_down];
    add(texts, Part::Level, after, said.into_iter().flatten());
}

/// What has no place of its own is looked for in the front matter.
fn of_front_matter<'a>(subject: &Subject<'a>, framework: &'a Framework, around: &Around, texts: &mut Vec<Text<'a>>) {
    let matter = Stands { within: around.after(subject.span()), or: subject.span() };
    for domain in &framework.domains {
        let after = Stands { within: around.after(domain.id.span), or: domain.id.span };
        add(texts, Part::Name, after, [&domain.label]);
        add(texts, Part::Level, after, &domain.summary);
    }
    for rung in framework.rungs() {
        add(texts, Part::Statement, matter, [&rung.step, &rung.who]);
    }
    for ladder in &framework.ladders {
        let after = Stands { within: around.after(ladder.id.span), or: ladder.id.span };
        add(texts, Part::Statement, after, [&ladder.label]);
    }
    for route in &framework.routes {
        let after = Stands { within: around.after(route.id.span), or: route.id.span };
        add(texts, Part::Statement, after, &route.role);
    }
    for change in &framework.overlay {
        let after = Stands { within: around.after(change.target.span), or: change.target.span };
        add(texts, Part::Statement, after, [&change.reason]);
    }
    let meta = &subject.document.meta;
    add(texts, Part::Statement, matter, std::iter::once(&framework.judgement_statement).chain(&meta.summary));
}
