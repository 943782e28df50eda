//! Texts that stand only where one has to stand: a word in, a verdict out.

/// What people write until they know what to write.
const PLACEHOLDERS: &[&str] = &[
    "tbc",
    "tbd",
    "tba",
    "todo",
    "to do",
    "to be added",
    "to be agreed",
    "to be completed",
    "to be confirmed",
    "to be decided",
    "to be written",
    "to follow",
    "xxx",
    "lorem ipsum",
];

/// Whether a text is a placeholder and nothing else: "TBC", "[to be confirmed]".
pub fn is_placeholder(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    PLACEHOLDERS.iter().any(|placeholder| placeholder.eq_ignore_ascii_case(bare))
}

#[cfg(test)]
mod tests {
    use super::is_placeholder;

    #[test]
    fn a_placeholder_is_one_in_any_case_and_within_marks() {
        assert!(["TBC", "[to be confirmed]", "tbd.", "… To follow …"].iter().all(|text| is_placeholder(text)));
        assert!(!["", "-", "The date is TBC", "Todos are listed"].iter().any(|text| is_placeholder(text)));
    }
}
