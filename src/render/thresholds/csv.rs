//! The register of duties for spreadsheets: RFC 4180, one header, a line a response.

use super::book::{Book, jurisdiction};
use super::view::DutyView;

const HEADER: [&str; 25] = [
    "Id",
    "Duty",
    "Action",
    "When",
    "Lead",
    "With",
    "Inform",
    "Within",
    "Consent",
    "Legal basis",
    "Basis addresses",
    "Whom to ring",
    "Form",
    "Form addresses",
    "Record",
    "Feedback due",
    "If not agreed",
    "Local change",
    "Framework",
    "Version",
    "Jurisdiction",
    "In force from",
    "In force until",
    "Review by",
    "Built for",
];

/// The register as CSV.
pub fn register(book: &Book, duties: &[DutyView]) -> String {
    let page = book.page();
    let meta = &page.document.meta;
    let own = book.applied.framework();
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let framework = [
        page.title().to_owned(),
        own.version.clone().unwrap_or_default(),
        jurisdiction(own),
        day(meta.in_force_from),
        day(meta.in_force_to),
        day(meta.review_by),
        book.site.at.to_string(),
    ];
    // With this mark spreadsheets read curly quotes as they are written.
    let mut csv = "\u{feff}".to_owned();
    line(&mut csv, HEADER.iter().copied());
    for duty in duties {
        let (links, form_links) = (duty.basis_links.join(" "), duty.form_links.join(" "));
        let cells = [
            &duty.id,
            &duty.duty_label,
            &duty.action,
            &duty.when,
            &duty.lead,
            &duty.with,
            &duty.inform,
            &duty.within,
            &duty.consent,
            &duty.basis_words,
            &links,
            &duty.route_name,
            &duty.form_words,
            &form_links,
            &duty.record,
            &duty.feedback,
            &duty.ladder_words,
            &duty.local,
        ];
        line(&mut csv, cells.into_iter().chain(&framework).map(String::as_str));
    }
    csv
}

fn line<'c>(csv: &mut String, cells: impl Iterator<Item = &'c str>) {
    for (at, text) in cells.enumerate() {
        if at > 0 {
            csv.push(',');
        }
        cell(csv, text);
    }
    csv.push_str("\r\n");
}

/// A cell. Spreadsheets take what begins with one of these signs for a formula and run it; an apostrophe
/// before it says that it is text.
fn cell(csv: &mut String, text: &str) {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_formula = text.starts_with(['=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠']);
    let quoted = is_formula || text.contains(['"', ',']);
    if !quoted {
        csv.push_str(&text);
        return;
    }
    csv.push('"');
    if is_formula {
        csv.push('\'');
    }
    csv.push_str(&text.replace('"', "\"\""));
    csv.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn made(text: &str) -> String {
        let mut csv = String::new();
        cell(&mut csv, text);
        csv
    }

    #[test]
    fn commas_quotes_and_line_breaks_stay_inside_their_cell() {
        assert_eq!(made("plain words"), "plain words");
        assert_eq!(made("a, b"), "\"a, b\"");
        assert_eq!(made("say \"stop\""), "\"say \"\"stop\"\"\"");
        assert_eq!(made("one\r\ntwo"), "one two");
    }

    #[test]
    fn no_cell_is_a_formula() {
        for text in ["=1+1", "+44", "-2", "@sum", "\t=1", "\r\n=cmd|' /C calc'!A0"] {
            assert!(made(text).starts_with("\"'"), "{text}");
        }
    }

    /// A reader of RFC 4180.
    fn read(csv: &str) -> Vec<Vec<String>> {
        let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
        let mut letters = csv.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
                '"' => quoted = !quoted,
                ',' if !quoted => row.push(std::mem::take(&mut cell)),
                '\r' if !quoted => {}
                '\n' if !quoted => {
                    row.push(std::mem::take(&mut cell));
                    rows.push(std::mem::take(&mut row));
                }
                letter => cell.push(letter),
            }
        }
        rows
    }

    proptest! {
        #[test]
        fn what_is_written_can_be_read_again(cells in proptest::collection::vec(".*", 1..6)) {
            let mut csv = String::new();
            line(&mut csv, cells.iter().map(String::as_str));
            let rows = read(&csv);
            prop_assert_eq!(rows.len(), 1);
            prop_assert_eq!(rows[0].len(), cells.len());
            for (found, written) in rows[0].iter().zip(&cells) {
                let written = written.split_whitespace().collect::<Vec<_>>().join(" ");
                prop_assert_eq!(found.strip_prefix('\'').unwrap_or(found), written.strip_prefix('\'').unwrap_or(&written));
                prop_assert!(!found.starts_with(['=', '+', '-', '@', '\t', '\r']));
            }
        }
    }
}
