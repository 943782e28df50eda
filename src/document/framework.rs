//! Threshold frameworks: levels, domains, routes and escalation from front matter, and the indicators,
//! responses and overrides of their tables.

pub mod cells;
pub mod indicator;
pub mod ladder;
pub mod overlay;
pub mod party;
pub mod response;
pub mod rows;
pub mod when;
pub mod within;

use super::meta::Nation;
use crate::front_matter::choice::choice;
use crate::front_matter::field::{Field, Kind, optional, required};
use crate::front_matter::record::Record;
use crate::markdown::rows::RowKind;
use crate::source::Spanned;
use indicator::Indicator;
use jiff::civil::Date;
use ladder::{Ladder, Rung};
use overlay::Change;
use response::{Consent, Override, Response};
use std::collections::BTreeSet;

choice! {
    /// Who or what is assessed: a child in a family, or a context.
    UnitOfAssessment {
        /// A child and the family.
        ChildAndFamily "child-and-family" "Child and family"
        /// A group of peers.
        PeerGroup "peer-group" "Peer group"
        /// A school.
        School "school" "School"
        /// A street, estate or other place.
        Neighbourhood "neighbourhood" "Neighbourhood or place"
        /// A place online.
        OnlineSpace "online-space" "Online space"
    }
}

/// The fields that only frameworks have.
pub const FIELDS: &[Field] = &[
    required("levels", Kind::Records(LEVEL), "the levels of need, lowest first"),
    required(
        "judgement_statement",
        Kind::Text,
        "says that the framework supports professional judgement and does not replace it",
    ),
    optional("version", Kind::Text, "the version, as the owner counts"),
    optional("approved_by", Kind::Text, "the body that approved it"),
    optional("approved_on", Kind::Date, "the day of approval"),
    optional("unit_of_assessment", Kind::Choice(UnitOfAssessment::NAMES), "who or what is assessed"),
    optional("jurisdiction", Kind::Record(JURISDICTION), "where it applies"),
    optional("reason_for_amendment", Kind::Text, "why this version was made"),
    optional("harms", Kind::Slugs, "the harm types in its scope; every one needs indicators"),
    optional("domains", Kind::Records(DOMAIN), "the parts of a child's life or of a place that indicators belong to"),
    optional("routes", Kind::Records(ROUTE), "whom to ring, in and out of hours"),
    optional("escalation", Kind::Records(ladder::RUNG), "what to do when agencies disagree, step by step"),
    optional(
        "ladders",
        Kind::Records(ladder::LADDER),
        "ladders of their own for some responses, in place of escalation",
    ),
    optional(
        "covers",
        Kind::Names,
        "where this document covers what Working Together asks a threshold document to contain: criterion: \"#anchor\"",
    ),
    optional("base", Kind::Text, "path of the .md file of the national framework that this one changes locally"),
    optional("overlay", Kind::Records(overlay::CHANGE), "what this framework changes in its base"),
    optional("compare_with", Kind::Texts, "paths of frameworks that are shown beside this one"),
];

const LEVEL: &[Field] = &[
    required("number", Kind::Number, "1 for the lowest level"),
    required("label", Kind::Text, "the level's name"),
    optional("aliases", Kind::Texts, "names that other areas use"),
    optional("descriptor", Kind::Text, "what describes a child at this level"),
    optional("consent", Kind::Choice(Consent::NAMES), "whether consent is needed"),
    optional("consent_note", Kind::Text, "what to know about consent at this level"),
    optional("law", Kind::Texts, "ids of legislation, such as children-act-1989#s47"),
    optional("default_response", Kind::Slug, "the id of the response that this level always has"),
    optional("step_up", Kind::Text, "when to move to the level above"),
    optional("step_down", Kind::Text, "when to move to the level below"),
];

choice! {
    /// The groups of domains: the Assessment Framework's three, and what lies outside the home.
    DomainGroup {
        /// The child's developmental needs.
        ChildDevelopment "child-development" "The child's development"
        /// Parenting capacity.
        ParentingCapacity "parenting-capacity" "Parents and carers"
        /// Family and environmental factors.
        FamilyAndEnvironment "family-and-environment" "Family and surroundings"
        /// Harm outside the home.
        HarmOutsideTheHome "harm-outside-the-home" "Outside the home"
        /// Life online.
        Online "online" "Online"
        /// One harm of its own.
        SpecificHarm "specific-harm" "A particular harm"
    }
}

choice! {
    /// What statutory guidance asks a threshold document to contain (Working Together to Safeguard
    /// Children, England: the list for safeguarding partners).
    Criterion {
        /// The process of early help assessment.
        EarlyHelpProcess "early-help-process" "the early help assessment process"
        /// The type and level of early help.
        EarlyHelpServices "early-help-services" "the type and level of early help services"
        /// Criteria for section 17.
        Section17 "section-17" "criteria for section 17, child in need"
        /// Criteria for section 47.
        Section47 "section-47" "criteria for section 47, enquiries"
        /// Criteria for section 31.
        Section31 "section-31" "criteria for section 31, care orders"
        /// Criteria for section 20.
        Section20 "section-20" "criteria for section 20, accommodation"
        /// Procedures for abuse, neglect and exploitation.
        AbuseNeglectExploitation "abuse-neglect-exploitation" "procedures for abuse, neglect and exploitation"
        /// Children in the youth secure estate.
        YouthSecureEstate "youth-secure-estate" "children in the youth secure estate"
        /// Disabled children.
        DisabledChildren "disabled-children" "disabled children"
    }
}

const DOMAIN: &[Field] = &[
    required("id", Kind::Slug, "the id that indicator tables use"),
    required("label", Kind::Text, "its name for readers"),
    required("group", Kind::Choice(DomainGroup::NAMES), "the group that it belongs to"),
    optional("summary", Kind::Text, "what belongs to it"),
];

const ROUTE: &[Field] = &[
    required("id", Kind::Slug, "the id that response tables use"),
    required("name", Kind::Text, "what people call it"),
    required("contact", Kind::Slug, "the id of the contact in working hours"),
    optional("out_of_hours", Kind::Slug, "the id of the contact at other times"),
    optional("role", Kind::Text, "the role that answers, such as duty social worker"),
];

const JURISDICTION: &[Field] = &[
    required("nation", Kind::Choice(Nation::NAMES), "the nation"),
    optional("area", Kind::Text, "the local area, if it is not the whole nation"),
];

/// What only a framework has.
#[derive(Clone, Debug)]
pub struct Framework {
    /// Levels, lowest first. At least one.
    pub levels: Vec<Level>,
    /// Says that it supports professional judgement.
    pub judgement_statement: String,
    /// The version.
    pub version: Option<String>,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// When.
    pub approved_on: Option<Date>,
    /// Who or what is assessed.
    pub unit_of_assessment: Option<UnitOfAssessment>,
    /// The nation where it applies.
    pub nation: Option<Nation>,
    /// The local area, if it is not the whole nation.
    pub area: Option<String>,
    /// Why this version was made.
    pub reason_for_amendment: Option<String>,
    /// Harm types in scope, as slugs.
    pub harms: Vec<Spanned<String>>,
    /// Domains, in their own order.
    pub domains: Vec<Domain>,
    /// Routes.
    pub routes: Vec<Route>,
    /// The ladder for disagreements.
    pub escalation: Vec<Rung>,
    /// Ladders for disagreements about some responses.
    pub ladders: Vec<Ladder>,
    /// Where it covers what statutory guidance asks for: criterion and anchor, as written.
    pub covers: Vec<(Spanned<String>, Spanned<String>)>,
    /// The framework that it changes locally, as written.
    pub base: Option<Spanned<String>>,
    /// What it changes.
    pub overlay: Vec<Change>,
    /// Frameworks that are shown beside it, as written.
    pub compare_with: Vec<Spanned<String>>,
    /// The rows of its indicator tables, in the order of the text.
    pub indicators: Vec<Indicator>,
    /// The rows of its response tables.
    pub responses: Vec<Response>,
    /// The rows of its override tables.
    pub overrides: Vec<Override>,
    /// Ids of rows in which something could not be read, which has been reported; empty for a row without
    /// an id that can be read. What such a row may have said is no fault of others.
    pub unread: BTreeSet<String>,
}

/// A level of need.
#[derive(Clone, Debug)]
pub struct Level {
    /// From 1.
    pub number: Spanned<u32>,
    /// Its name.
    pub label: String,
    /// Names that other areas use.
    pub aliases: Vec<String>,
    /// What describes a child at this level.
    pub descriptor: Option<String>,
    /// Whether consent is needed.
    pub consent: Option<Consent>,
    /// What to know about consent.
    pub consent_note: Option<String>,
    /// Legislation, as written.
    pub law: Vec<Spanned<String>>,
    /// The response that it always has, by id.
    pub default_response: Option<Spanned<String>>,
    /// When to move up.
    pub step_up: Option<String>,
    /// When to move down.
    pub step_down: Option<String>,
}

/// A part of a child's life, or of a place.
#[derive(Clone, Debug)]
pub struct Domain {
    /// Unique in the framework.
    pub id: Spanned<String>,
    /// Its name.
    pub label: String,
    /// Its group.
    pub group: DomainGroup,
    /// What belongs to it.
    pub summary: Option<String>,
}

/// Whom to ring. The numbers stand in `contacts.yaml`, because they change faster than guidance.
#[derive(Clone, Debug)]
pub struct Route {
    /// Unique in the framework.
    pub id: Spanned<String>,
    /// What people call it.
    pub name: String,
    /// The contact in working hours, by id.
    pub contact: Spanned<String>,
    /// The contact at other times, by id.
    pub out_of_hours: Option<Spanned<String>>,
    /// Who answers.
    pub role: Option<String>,
}

impl Level {
    /// The anchor of the level on the framework's page.
    pub fn anchor(&self) -> String {
        format!("level-{}", self.number.value)
    }

    fn read(record: &Record) -> Option<Level> {
        Some(Level {
            number: record.number("number")?,
            label: record.words("label")?,
            aliases: record.plain_texts("aliases"),
            descriptor: record.words("descriptor"),
            consent: record.words("consent").and_then(|name| Consent::named(&name)),
            consent_note: record.words("consent_note"),
            law: record.texts("law"),
            default_response: record.text("default_response"),
            step_up: record.words("step_up"),
            step_down: record.words("step_down"),
        })
    }
}

impl Framework {
    /// Whether it has indicators or responses, of its own or of the framework that it changes.
    pub fn has_register(&self) -> bool {
        !self.indicators.is_empty() || !self.responses.is_empty() || self.base.is_some()
    }

    /// The anchors of its rows on its page.
    pub fn row_anchors(&self) -> impl Iterator<Item = String> {
        let signs = self.indicators.iter().map(|row| RowKind::Indicator.anchor(&row.id.value));
        let duties = self.responses.iter().map(|row| RowKind::Response.anchor(&row.id.value));
        let overrides = self.overrides.iter().map(|row| RowKind::Override.anchor(&row.id.value));
        signs.chain(duties).chain(overrides)
    }

    /// The steps of all its ladders.
    pub fn rungs(&self) -> impl Iterator<Item = &Rung> {
        self.escalation.iter().chain(self.ladders.iter().flat_map(|ladder| &ladder.steps))
    }

    /// Reads the fields. `None` if a required one is absent, which has been reported.
    pub fn read(record: &Record) -> Option<Framework> {
        let jurisdiction = record.record("jurisdiction");
        let mut levels: Vec<Level> = record.records("levels").iter().filter_map(Level::read).collect();
        levels.sort_by_key(|level| level.number.value);
        Some(Framework {
            levels,
            judgement_statement: record.words("judgement_statement")?,
            version: record.words("version"),
            approved_by: record.words("approved_by"),
            approved_on: record.date("approved_on").map(|date| date.value),
            unit_of_assessment: record.words("unit_of_assessment").and_then(|name| UnitOfAssessment::named(&name)),
            nation: jurisdiction.and_then(|j| Nation::named(&j.words("nation")?)),
            area: jurisdiction.and_then(|j| j.words("area")),
            reason_for_amendment: record.words("reason_for_amendment"),
            harms: record.texts("harms"),
            domains: record.records("domains").iter().filter_map(Domain::read).collect(),
            routes: record.records("routes").iter().filter_map(Route::read).collect(),
            escalation: record.records("escalation").iter().filter_map(Rung::read).collect(),
            ladders: record.records("ladders").iter().filter_map(Ladder::read).collect(),
            covers: record.names("covers").to_vec(),
            base: record.text("base"),
            overlay: record.records("overlay").iter().filter_map(Change::read).collect(),
            compare_with: record.texts("compare_with"),
            indicators: Vec::new(),
            responses: Vec::new(),
            overrides: Vec::new(),
            unread: BTreeSet::new(),
        })
    }
}

impl Domain {
    fn read(record: &Record) -> Option<Domain> {
        Some(Domain {
            id: record.text("id")?,
            label: record.words("label")?,
            group: DomainGroup::named(&record.words("group")?)?,
            summary: record.words("summary"),
        })
    }
}

impl Route {
    fn read(record: &Record) -> Option<Route> {
        Some(Route {
            id: record.text("id")?,
            name: record.words("name")?,
            contact: record.text("contact")?,
            out_of_hours: record.text("out_of_hours"),
            role: record.words("role"),
        })
    }
}
