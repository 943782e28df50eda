//! Names of the street with a word before them: `Tiny T`, `Young Ripz`, `Coach Bear`, `lil reaper`.

use std::ops::Range;

use super::street::STREET;
use super::token::{Shape, Token};
use super::words::{is_in, words};
use crate::identity::{Candidate, Kind};

words! {
    /// What people put before such a name.
    STYLES = "tiny little lil big young yung old mad crazy fat slim tall short baby lady king boss uncle aunty auntie bro dirty skinny \
     coach nana granny cousin general captain major mr miss dj mc og";
}

words! {
    /// Of these the ones that small letters make of a word of the street, too.
    SMALL_STYLES = "lil yung dj mc og";
}

/// Finds them and marks their words.
pub(crate) fn find(tokens: &mut [Token<'_>]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for at in 1..tokens.len() {
        let Some(range) = styled(tokens, at) else { continue };
        let whole = tokens[range.start].range.start..tokens[range.end - 1].end();
        found.push(Candidate::new(Kind::Nickname, whole, Candidate::LIKELY + 8));
        for token in &mut tokens[range] {
            token.taken = true;
        }
    }
    found
}

fn styled(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let (style, name) = (&tokens[at - 1], &tokens[at]);
    if name.gap != " " || name.starts || name.taken || style.taken || name.machine || style.possessive {
        return None;
    }
    let of_street = is_in(&STREET, &name.word);
    let small = style.shape == Shape::Lower && is_in(&SMALL_STYLES, &style.word) && (of_street || name.is_unknown());
    // `Old Trafford` and `Young Carers` go on or are places and ordinary words.
    let alone = tokens.get(at + 1).is_none_or(|next| next.gap != " " || next.shape == Shape::Lower);
    let inside = !style.starts || style.gap.ends_with(['"', '\'']);
    let big = style.is_capital() && inside && is_in(&STYLES, &style.word) && alone;
    let named = name.is_capital() && (of_street || is_strange(name)) || is_initial(tokens, at);
    (small || big && named).then_some(at - 1..at + 1)
}

/// `Ripz`: no word of any list, with an ending that words don't have.
fn is_strange(name: &Token<'_>) -> bool {
    name.is_unknown() && name.word.len() < 8 && !name.possessive
}

/// `Tiny T`, but not `Baby A`, which is a label.
fn is_initial(tokens: &[Token<'_>], at: usize) -> bool {
    let labels = ["baby", "mr", "miss", "uncle", "aunty", "auntie", "cousin", "captain", "major", "general", "coach"];
    tokens[at].shape == Shape::Initial && !is_in(&labels, &tokens[at - 1].word)
}
