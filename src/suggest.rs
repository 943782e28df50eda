//! "Did you mean": the nearest of what exists.

/// More slips than these make another word, where any word may be meant.
const SLIPS: usize = 2;

/// The candidate nearest to what was written, if any is near enough to be a slip of the pen.
pub fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = written.to_lowercase();
    let close_enough = (wanted.chars().count() / 3).clamp(1, FURTHEST);
    let letters = letters_of(&wanted);
    candidates
        .into_iter()
        .filter(|candidate| !is_figures(&wanted) || figures_of(&wanted).eq(figures_of(candidate)))
        .filter(|candidate| least_distance(&letters, candidate) <= 2 * close_enough)
        .map(|candidate| (distance(&wanted, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= close_enough)
        .min()
        .map(|(_, candidate)| candidate)
}

/// "did you mean `…`?" for the nearest candidate.
pub fn did_you_mean<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(written, candidates).map(|found| format!("did you mean `{found}`?"))
}

/// Whether a word is another one with a slip or two. A word of fewer letters than `shortest` is too near to others.
pub fn is_slip(written: &str, meant: &str, shortest: usize) -> bool {
    let is_word = (shortest..100).contains(&written.len());
    is_word && strsim::osa_distance(written, meant) <= SLIPS
}

/// Whether a text is a number or two: `14` is no slip for `1-4`, and `13 to 15` is one for `13-15`.
fn is_figures(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit()) && text.chars().filter(|c| c.is_alphabetic()).count() < 3
}

/// The numbers in a text.
fn figures_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|figures| !figures.is_empty())
}

/// More slips than these make another word, however long it is.
const FURTHEST: usize = 4;

/// How often each letter stands in a text, by the low bits of its bytes, case aside.
fn letters_of(text: &str) -> [u8; 32] {
    let mut letters = [0_u8; 32];
    for byte in text.bytes() {
        let at = usize::from(byte & 31);
        letters[at] = letters[at].saturating_add(1);
    }
    letters
}

/// A bound that is quick to compute: every slip changes the count of at most two letters.
fn least_distance(letters: &[u8; 32], candidate: &str) -> usize {
    let others = letters_of(candidate);
    letters.iter().zip(others).map(|(a, b)| usize::from(a.abs_diff(b))).sum()
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

    #[test]
    fn a_number_is_no_slip_for_another() {
        let bands = ["1-4", "5-9", "13-15", "under-1"];
        assert_eq!(nearest("14", bands), None);
        assert_eq!(nearest("13 - 15", bands), Some("13-15"));
        assert_eq!(nearest("under 1", bands), Some("under-1"));
    }
}
