//! Words that hold a sentence together and say nothing about its subject.

/// Whether a folded term is an English function word, question words included, or one of the commonest Welsh ones.
///
/// Words that can turn the meaning of guidance around (`no`, `not`, `without`, `under`, `over`, `out`, `before`,
/// `after`, `between`) are not stop words.
pub fn is_stop_word(term: &str) -> bool {
    if term.len() > 7 {
        return false;
    }
    matches!(
        term,
        // Articles and what points at things.
        "a" | "an" | "the" | "this" | "that" | "these" | "those" | "there" | "here" | "such"
        // Persons.
        | "i" | "me" | "my" | "mine" | "we" | "us" | "our" | "ours" | "you" | "your" | "yours" | "he" | "him" | "his"
        | "she" | "her" | "hers" | "it" | "its" | "they" | "them" | "their" | "theirs"
        // Auxiliary verbs.
        | "am" | "is" | "are" | "was" | "were" | "be" | "been" | "being" | "do" | "does" | "did" | "doing" | "have"
        | "has" | "had" | "having" | "can" | "could" | "will" | "would" | "shall" | "should" | "may" | "might" | "must"
        | "ought"
        // Prepositions and conjunctions that carry no direction.
        | "of" | "to" | "in" | "on" | "at" | "by" | "for" | "from" | "with" | "as" | "into" | "onto" | "about" | "and"
        | "or" | "but" | "if" | "then" | "than" | "so" | "because" | "while"
        // Questions.
        | "who" | "whom" | "whose" | "which" | "what" | "when" | "where" | "why" | "how" | "whether"
        // Fillers.
        | "also" | "just" | "too" | "very" | "some" | "any" | "please"
        // Short forms, their apostrophes gone.
        | "dont" | "doesnt" | "im" | "ive" | "youre" | "whats" | "hows" | "whos" | "isnt" | "arent" | "didnt"
        | "wont" | "cant" | "havent" | "hasnt"
        // Welsh.
        | "y" | "yr" | "yn" | "ac" | "ei" | "eu"
    )
}

#[cfg(test)]
mod tests {
    use super::is_stop_word;

    #[test]
    fn questions_lose_their_small_words_and_keep_their_meaning() {
        let words = |text: &str| text.split(' ').filter(|w| !is_stop_word(w)).collect::<Vec<_>>().join(" ");
        assert_eq!(words("who is a first responder"), "first responder");
        assert_eq!(words("how do i know when not to tell a parent"), "know not tell parent");
        assert_eq!(words("out of hours"), "out hours");
        assert_eq!(words("child missing from home under 13"), "child missing home under 13");
    }
}
