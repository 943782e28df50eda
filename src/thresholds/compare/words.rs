//! Which words of a text were put in and which taken out.

/// A stretch of one or both of two texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Kept(String),
    /// On the left only.
    Removed(String),
    /// On the right only.
    Added(String),
}

/// Longer texts are shown as replaced as a whole: comparing them takes the square of their length.
const LONGEST: usize = 600;

/// The words of two texts as pieces, in reading order. The kept and removed ones together are the left
/// text, the kept and added ones the right, apart from white space.
pub fn words(left: &str, right: &str) -> Vec<Piece> {
    let (a, b): (Vec<&str>, Vec<&str>) = (left.split_whitespace().collect(), right.split_whitespace().collect());
    let mut pieces = Vec::new();
    if a.len() > LONGEST || b.len() > LONGEST {
        push(&mut pieces, Piece::Removed(a.join(" ")));
        push(&mut pieces, Piece::Added(b.join(" ")));
        return pieces;
    }
    let lengths = longest_common(&a, &b);
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            push(&mut pieces, Piece::Kept(a[i].to_owned()));
            (i, j) = (i + 1, j + 1);
        } else if i < a.len() && (j == b.len() || lengths[i + 1][j] >= lengths[i][j + 1]) {
            push(&mut pieces, Piece::Removed(a[i].to_owned()));
            i += 1;
        } else {
            push(&mut pieces, Piece::Added(b[j].to_owned()));
            j += 1;
        }
    }
    pieces
}

/// For every pair of tails, how many words of them can be kept.
fn longest_common(a: &[&str], b: &[&str]) -> Vec<Vec<u16>> {
    let mut lengths = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            lengths[i][j] =
                if a[i] == b[j] { lengths[i + 1][j + 1] + 1 } else { lengths[i + 1][j].max(lengths[i][j + 1]) };
        }
    }
    lengths
}

fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    let (last, text) = match (pieces.last_mut(), &piece) {
        (Some(Piece::Kept(last)), Piece::Kept(text))
        | (Some(Piece::Removed(last)), Piece::Removed(text))
        | (Some(Piece::Added(last)), Piece::Added(text)) => (last, text),
        (_, Piece::Kept(text) | Piece::Removed(text) | Piece::Added(text)) => {
            if !text.is_empty() {
                pieces.push(piece);
            }
            return;
        }
    };
    last.push(' ');
    last.push_str(text);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn side(pieces: &[Piece], is_left: bool) -> String {
        let texts = pieces.iter().filter_map(|piece| match piece {
            Piece::Kept(text) => Some(text.as_str()),
            Piece::Removed(text) => is_left.then_some(text.as_str()),
            Piece::Added(text) => (!is_left).then_some(text.as_str()),
        });
        texts.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn changed_words_stand_beside_those_that_stay() {
        let pieces = words("Offer help within two weeks", "Offer help within one week");
        let expected = [
            Piece::Kept("Offer help within".to_owned()),
            Piece::Removed("two weeks".to_owned()),
            Piece::Added("one week".to_owned()),
        ];
        assert_eq!(pieces, expected);
        assert_eq!(words("", ""), []);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_on_either_side(left in "[a-d ]{0,60}", right in "[a-d ]{0,60}") {
            let pieces = words(&left, &right);
            let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(side(&pieces, true), plain(&left));
            prop_assert_eq!(side(&pieces, false), plain(&right));
        }
    }
}
