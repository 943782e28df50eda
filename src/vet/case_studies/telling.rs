//! How a case is told: ages as bands, time as it passed, nobody's own words at length, and no sexual act in detail.
//!
//! After the two checklists of Brophy (2016) for judgments that are published about children, which the President of
//! the Family Division endorsed in December 2018, and the UK Data Service's advice on anonymising what people say.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::Kind;
use crate::document::case_study::Provenance;
use crate::identity::{Form, exact_ages};
use crate::parse::Parsed;
use crate::read::Sources;
use crate::rule::Rule;
use crate::source::Source;
use crate::vet::identity::Judged;
use crate::vet::phrase::{Reading, quoted, words};
use std::collections::BTreeSet;
use std::ops::Range;

/// So many words of one person are found again by whoever searches for them.
const LONGEST: usize = 12;

/// Acts and parts of the body that a description of abuse need not name, as [`Reading::anywhere`] reads them.
const EXPLICIT: &[&str] = &[
    "penetrat*",
    "ejaculat*",
    "masturbat*",
    "erection|erections|orgasm|orgasms|semen|fellatio|cunnilingus",
    "penis|penises|vagina|vaginal|vaginally|vulva|clitoris|anus|anal|anally|genital|genitals|testicles",
    "oral|anal sex",
    "sodomis*|sodomiz*|bugger*",
    "touched|touching|fondled|fondling|groped|licked|licking ~ breasts|breast|bottom|buttocks|crotch|groin",
];

/// A month, season or year of schools of one year, as [`Reading::anywhere`] reads them; the last word is the year.
const CALENDAR: &[&str] = &[
    "jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sept|september|oct|october|nov|november|\
     dec|december|spring|summer|autumn|winter|christmas|easter|term #",
    "january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|\
     year|end|start|beginning|term of #",
];

/// In a sentence with one of these a month is that of law, guidance or a service, and everybody's. A month of birth is
/// told with the dates of birth.
const EVERYBODYS: &str = "guidance|act|acts|law|laws|statutory|published|publication|force|regulations|edition|version|\
     working|inspect*|framework|bill|pandemic|consultation|code|legislation|duty|duties|standards|policy|born|birth";

/// Looks at the text of every case study and of what belongs to it.
pub fn check(parsed: &Parsed, sources: &Sources, judged: &Judged, diagnostics: &mut Diagnostics) {
    let lived: BTreeSet<_> = parsed
        .documents
        .iter()
        .filter(|document| matches!(&document.kind, Kind::CaseStudy(case) if case.provenance != Provenance::Fictional))
        .map(|document| document.source)
        .collect();
    for source in sources.iter().filter(|source| judged.is_case(source)) {
        ages(source, diagnostics);
        times(source, diagnostics);
        acts(source, diagnostics);
        if lived.contains(&source.id) {
            own_words(source, diagnostics);
        }
    }
}

fn ages(source: &Source, diagnostics: &mut Diagnostics) {
    let hint = "write a band, such as “a child aged 13 to 15” or “a man in his thirties”";
    for place in exact_ages(&source.text, Form::Markdown) {
        diagnostics.push(at(source, Rule::ExactAge, place, "an exact age narrows down who it is").hint(hint));
    }
}

fn times(source: &Source, diagnostics: &mut Diagnostics) {
    let hint = "write relative time, such as “Month 3” or “two weeks later”, and leave out the year where you can";
    let reading = Reading::of(&source.text);
    for place in CALENDAR.iter().flat_map(|pattern| reading.anywhere(pattern)) {
        let is_year = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        let line = source.text[..place.start].rsplit('\n').next().unwrap_or_default();
        // The time of an event is looked at with the other fields.
        let is_field = line.trim_start_matches([' ', '-', '{']).starts_with("at:");
        // A whole date is the detector's, and told as an error.
        let has_day = reading.before(&place).is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
        let sentence = &source.text[reading.sentence(&place)];
        if reading.words_in(place.clone()).next_back().is_some_and(is_year)
            && !(is_field || has_day)
            && Reading::of(sentence).anywhere(EVERYBODYS).is_empty()
        {
            diagnostics.push(
                at(source, Rule::CalendarTime, place, "a time of the calendar narrows down who it is").hint(hint),
            );
        }
    }
}

fn acts(source: &Source, diagnostics: &mut Diagnostics) {
    let hint = "say what was done to the child in general words, such as “was sexually abused”: the learning needs no \
                more, and the child may read it";
    let reading = Reading::of(&source.text);
    let mut places: Vec<Range<usize>> = EXPLICIT.iter().flat_map(|pattern| reading.anywhere(pattern)).collect();
    places.sort_by_key(|place| (place.start, place.end));
    places.dedup_by(|next, kept| next.start < kept.end);
    for place in places {
        let message = "this describes abuse in more detail than a reader needs";
        diagnostics.push(at(source, Rule::ExplicitDetail, place, message).hint(hint));
    }
}

fn own_words(source: &Source, diagnostics: &mut Diagnostics) {
    let hint = "say in your own words what was said, and that it is not a quotation";
    for paragraph in paragraphs(&source.text) {
        let text = &source.text[paragraph.clone()];
        let set_apart = text.starts_with('>').then(|| 0..text.trim_end().len());
        for quote in set_apart.map_or_else(|| quoted(text), |all| Vec::from([all])) {
            let count = words(&text[quote.clone()]).len();
            if count > LONGEST && !is_value(&text[..quote.start]) {
                let place = paragraph.start + quote.start..paragraph.start + quote.end;
                let message = format!("{count} words of a person can be searched for");
                diagnostics.push(at(source, Rule::LongQuotation, place, message).hint(hint));
            }
        }
    }
}

/// What stands between empty lines.
fn paragraphs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split_inclusive("\n\n").map(move |paragraph| {
        start += paragraph.len();
        start - paragraph.len()..start
    })
}

/// Whether a straight quotation mark, the last of a text, opens a value of YAML or of a directive and no quotation.
fn is_value(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default();
    let Some(head) = line.strip_suffix('"').map(str::trim_end) else { return false };
    let key = head.rsplit(['{', ',']).next().unwrap_or_default().trim_start_matches(['-', ' ']);
    let is_key = key.strip_suffix(':').is_some_and(|key| !key.contains(' '));
    is_key || head.trim() == "-" || head.ends_with('=') || head.starts_with(":::")
}

fn at(source: &Source, rule: Rule, place: Range<usize>, message: impl Into<String>) -> Diagnostic {
    Diagnostic::at(rule, source.span(place.start, place.end), message)
}
