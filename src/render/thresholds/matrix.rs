//! The matrix: domains down, levels across. A sign that can point to several levels stands in a cell that
//! spans them.

use super::book::Book;
use super::signs::{other_domain, sign};
use super::view::{CellView, DomainView, MatrixView, NamedView, SignView};

/// The matrix of a framework.
pub fn matrix(book: &Book) -> MatrixView {
    let levels: Vec<u32> = book.applied.levels().iter().map(|level| level.number.value).collect();
    let signs: Vec<SignView> =
        book.applied.indicators.iter().filter(|part| part.applies()).map(|part| sign(book, part)).collect();
    let mut domains = domains(book);
    for domain in &mut domains {
        let (strengths, others): (Vec<&SignView>, Vec<&SignView>) =
            signs.iter().filter(|sign| sign.domain.id == domain.id).partition(|sign| sign.range.is_none());
        domain.rows = rows(&others, &levels);
        domain.strengths = strengths.into_iter().cloned().collect();
    }
    domains.retain(|domain| !domain.rows.is_empty() || !domain.strengths.is_empty());
    for domain in &mut domains {
        if domain.rows.is_empty() {
            domain.rows.push(vec![empty(levels.len())]);
        }
    }
    MatrixView { domains, levels: levels.len() }
}

/// Every domain, still without signs, the one for signs without a domain last.
fn domains(book: &Book) -> Vec<DomainView> {
    let known = book.applied.domains().iter().chain(&book.applied.base.domains);
    let mut domains: Vec<DomainView> = Vec::new();
    for domain in known {
        if domains.iter().all(|other| other.id != domain.id.value) {
            domains.push(DomainView {
                id: domain.id.value.clone(),
                label: domain.label.clone(),
                group: Some(domain.group.label().to_owned()).filter(|group| *group != domain.label),
                summary: domain.summary.clone(),
                ..DomainView::default()
            });
        }
    }
    let NamedView { id, label } = other_domain();
    domains.push(DomainView { id, label, ..DomainView::default() });
    domains
}

/// The rows of a domain: signs of one range in one cell, and beside it what comes next if it fits there. So the
/// order of the page is that of the levels, also where the table is laid out as a list.
fn rows(signs: &[&SignView], levels: &[u32]) -> Vec<Vec<CellView>> {
    let mut ranges: Vec<(u32, u32)> = signs.iter().map(|sign| (sign.lowest, sign.highest)).collect();
    ranges.sort_unstable();
    ranges.dedup();
    let mut packed: Vec<Vec<(u32, u32)>> = Vec::new();
    for range in ranges {
        match packed.last_mut().filter(|row| row.last().is_none_or(|last| last.1 < range.0)) {
            Some(row) => row.push(range),
            None => packed.push(vec![range]),
        }
    }
    packed.into_iter().map(|row| cells(&row, signs, levels)).collect()
}

fn cells(row: &[(u32, u32)], signs: &[&SignView], levels: &[u32]) -> Vec<CellView> {
    let mut cells = Vec::new();
    let mut gap = 0;
    for level in levels {
        match row.iter().find(|(lowest, highest)| (lowest..=highest).contains(&level)) {
            Some((lowest, _)) if lowest != level => {}
            Some(range) => {
                cells.extend((gap > 0).then(|| empty(gap)));
                gap = 0;
                cells.push(cell(*range, signs));
            }
            None => gap += 1,
        }
    }
    cells.extend((gap > 0).then(|| empty(gap)));
    cells
}

fn cell((lowest, highest): (u32, u32), signs: &[&SignView]) -> CellView {
    let inside = signs.iter().filter(|sign| (sign.lowest, sign.highest) == (lowest, highest));
    let signs: Vec<SignView> = inside.map(|sign| (*sign).clone()).collect();
    let range = signs.first().and_then(|sign| sign.range.clone()).unwrap_or_default();
    CellView { span: highest - lowest + 1, range, signs }
}

fn empty(span: usize) -> CellView {
    CellView { span: u32::try_from(span).unwrap_or(1), range: String::new(), signs: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sign(lowest: u32, highest: u32) -> SignView {
        SignView {
            id: String::new(),
            url: String::new(),
            statement: String::new(),
            kind: String::new(),
            kind_label: String::new(),
            range: Some(String::new()),
            lowest,
            highest,
            domain: other_domain(),
            harms: Vec::new(),
            ages: Vec::new(),
            settings: Vec::new(),
            seen_by: Vec::new(),
            recency: None,
            everyday: None,
            combine: None,
            since: None,
            until: None,
            ended: false,
            begun: true,
            local: String::new(),
        }
    }

    /// The spans of each row, those of empty cells in brackets.
    fn drawn(ranges: &[(u32, u32)]) -> Vec<String> {
        let signs: Vec<SignView> = ranges.iter().map(|(lowest, highest)| sign(*lowest, *highest)).collect();
        let rows = rows(&signs.iter().collect::<Vec<_>>(), &[1, 2, 3, 4]);
        let cell = |cell: &CellView| {
            if cell.signs.is_empty() { format!("({})", cell.span) } else { cell.span.to_string() }
        };
        rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn a_cell_spans_the_levels_that_its_signs_point_to() {
        assert_eq!(drawn(&[(2, 4)]), ["(1) 3"]);
        assert_eq!(drawn(&[(1, 2), (1, 2)]), ["2 (2)"]);
        assert_eq!(drawn(&[(2, 3)]), ["(1) 2 (1)"]);
    }

    #[test]
    fn ranges_that_do_not_meet_share_a_row() {
        assert_eq!(drawn(&[(3, 4), (1, 2)]), ["2 2"]);
        assert_eq!(drawn(&[(3, 4), (1, 2), (2, 3)]), ["2 (2)", "(1) 2 (1)", "(2) 2"], "levels ascend down the page");
        assert_eq!(drawn(&[(1, 1), (4, 4)]), ["1 (2) 1"]);
    }

    #[test]
    fn every_row_is_as_wide_as_there_are_levels() {
        let all: Vec<(u32, u32)> = (1..=4).flat_map(|low| (low..=4).map(move |high| (low, high))).collect();
        let signs: Vec<SignView> = all.iter().map(|(low, high)| sign(*low, *high)).collect();
        for row in rows(&signs.iter().collect::<Vec<_>>(), &[1, 2, 3, 4]) {
            assert_eq!(row.iter().map(|cell| cell.span).sum::<u32>(), 4);
        }
    }
}
