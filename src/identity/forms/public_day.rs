//! Days that belong to everybody, such as that on which guidance was published, and so tell nothing of a family.

use std::ops::Range;
use std::sync::LazyLock;

use regex::bytes::Regex;

use super::pattern::{before, cued, pattern};

/// What comes before the day on which guidance, a law or a consultation is published, opens or closes. The kinds are those
/// of documents: a strategy discussion and an act of violence begin on a day as well.
static PUBLISHED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:guidance|(?-i:[A-Z][a-z]+ )(?:\([A-Za-z ]+\) )?(?-i:Acts?|Bill|Regulations|Convention)|consultation|edition|version|code of practice|white paper|green paper|toolkit|legislation|handbook|royal assent)\b[^.!?;]{0,60}\b(?:published|issued|updated|closed|opened|closes|opens|became law|become law|royal assent|launched|replaced|revised|version of|edition of|laid|made|passed|applies|applied)(?: (?:on|of|from|since|until|by))?(?: the)? $",
    )
});
/// The same of the years of schools and taxes.
static YEARS_OF_ALL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:tax|financial|academic|school) year\b[^.!?;]{0,30}\b(?:ends|ended|began|begins|starts|started|closes)(?: (?:on|of|from|since|until|by))?(?: the)? $",
    )
});
/// What comes before the day on which a law, guidance or a service begins for everybody.
static COMES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:(?:come|comes|came|coming|brought|entered|enters) into (?:force|effect)|in force|takes? effect|took effect|commence[ds]?)(?: in (?:england|wales|scotland|the uk))? (?:on|from|since|until)(?: the)? $",
    )
});
/// What begins on a day for one family only: an order of a court, a plan.
static OF_ONE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\b(?:order|orders|injunction|plan|agreement|notice|bail|tenancy|undertaking)\b[^.!?;]{0,24}$")
});
/// What makes such a day one that the whole country knows.
static OF_HISTORY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:attack|attacks|bomb|bombing|bombings|fire|disaster|lockdown|war|armistice|convention|terror|terrorist|arena|grenfell|hillsborough|pandemic|united nations|towers?|anniversary)\b",
    )
});
/// Days of history, which nobody takes for a family's.
static HISTORY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:the )?(?:11(?:th)? (?:of )?september,? 2001|september 11(?:th)?,? 2001|11(?:th)? (?:of )?november,? 1918|8(?:th)? (?:of )?may,? 1945|20(?:th)? (?:of )?november,? 1989)$",
    )
});
/// Days that the whole country knows, if what happened then is told.
static KNOWN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:the )?(?:7(?:th)? (?:of )?july,? 2005|22(?:nd)? (?:of )?may,? 2017|14(?:th)? (?:of )?june,? 2017|15(?:th)? (?:of )?april,? 1989|23(?:rd)? (?:of )?march,? 2020)$",
    )
});

/// Whether a date is that of a law, of guidance, of a year of all schools, or of history.
pub(super) fn is_everybodys(text: &str, range: &Range<usize>) -> bool {
    let head = before(text, range.start, 120);
    let written = &text.as_bytes()[range.clone()];
    let begins = COMES.is_match(before(text, range.start, 48))
        && !OF_ONE.is_match(&head[..head.len() - COMES.find(head).map_or(0, |found| found.len())]);
    let of_history = HISTORY.is_match(written) || KNOWN.is_match(written) && cued(&OF_HISTORY, text, range, 60, 60);
    begins || of_history || PUBLISHED.is_match(head) || YEARS_OF_ALL.is_match(head)
}
