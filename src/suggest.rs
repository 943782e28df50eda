//! "Did you mean": the nearest of what exists.

/// The candidate nearest to what was written, if any is near enough to be a slip of the pen.
pub fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = written.to_lowercase();
    let close_enough = (wanted.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| candidate.len().abs_diff(wanted.len()) <= 3 * close_enough)
        .map(|candidate| (distance(&wanted, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= close_enough)
        .min()
        .map(|(_, candidate)| candidate)
}

/// "did you mean `…`?" for the nearest candidate.
pub fn did_you_mean<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(written, candidates).map(|found| format!("did you mean `{found}`?"))
}

// A long text is nobody's misspelling, and the distance of two long texts is slow to compute.
fn distance(a: &str, b: &str) -> usize {
    if a.len() > 200 || b.len() > 200 { usize::MAX } else { strsim::osa_distance(a, b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word_and_nonsense_finds_nothing() {
        let fields = ["title", "summary", "review_by"];
        assert_eq!(nearest("sumary", fields), Some("summary"));
        assert_eq!(nearest("reviewby", fields), Some("review_by"));
        assert_eq!(nearest("banana", fields), None);
    }
}
