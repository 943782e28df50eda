//! Texts reduced to what two spellings of the same words share.

/// The words of a text in lower case, one space before, between and after them.
pub fn in_words(text: &str) -> String {
    let mut words = String::with_capacity(text.len() + 2);
    words.push(' ');
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            words.push(c.to_ascii_lowercase());
        } else if c.is_alphanumeric() {
            words.extend(c.to_lowercase());
        } else if !matches!(c, '\'' | '’' | '\u{ad}' | '\u{200b}'..='\u{200d}') && !words.ends_with(' ') {
            words.push(' ');
        }
    }
    if !words.ends_with(' ') {
        words.push(' ');
    }
    words
}

/// The letters and digits of a text in lower case.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_the_same_words_come_out_alike() {
        assert_eq!(in_words("  St Thomas’ *Hospital*"), " st thomas hospital ");
        assert_eq!(in_words("St Thomas' Hospital."), in_words("St Thomas’ Hospital"));
        assert_eq!(in_words(""), " ");
        assert_eq!(squeezed("0161 496-0123"), "01614960123");
    }
}
