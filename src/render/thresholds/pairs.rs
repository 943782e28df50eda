//! Fields of two frameworks as HTML, the changed words marked: with elements that machines read, a line
//! that eyes see, and words that are read aloud.

use super::basis::basis_in_words;
use super::book::Book;
use super::view::PairView;
use super::wording::{names, when};
use crate::markdown::push_text;
use crate::thresholds::compare::{Field, Piece, Row, Subject, words};

/// How what only one side has is marked: the element on the left and on the right, and what is read aloud.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Marks {
    /// An older text and a newer one, or a national text and what a local one makes of it.
    Changes,
    /// Two texts that stand beside each other, of two nations or areas: neither came out of the other.
    Places,
}

impl Marks {
    fn left(self) -> (&'static str, &'static str) {
        if self == Marks::Changes { ("del", "taken out") } else { ("mark", "only here") }
    }

    fn right(self) -> (&'static str, &'static str) {
        if self == Marks::Changes { ("ins", "put in") } else { ("mark", "only here") }
    }
}

/// The fields of a row that say anything.
pub fn fields(row: &Row, left: &Book, right: &Book, marks: Marks) -> Vec<PairView> {
    let said = row.fields.iter().filter(|field| !(field.left.is_empty() && field.right.is_empty()));
    said.map(|field| {
        let (left, right) = (text(left, row, field, Side::Left), text(right, row, field, Side::Right));
        pair(field.name, &left, &right, is_in_both(row).then_some(marks))
    })
    .collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

fn is_in_both(row: &Row) -> bool {
    row.left.is_some() && row.right.is_some()
}

/// What a field says, its ids in the words of the site.
fn text(book: &Book, row: &Row, field: &Field, side: Side) -> String {
    let (said, id) = match side {
        Side::Left => (&field.left, &row.left),
        Side::Right => (&field.right, &row.right),
    };
    let slugs = || said.split(", ").filter(|slug| !slug.is_empty());
    match (row.subject, field.name) {
        (Subject::Indicator, "Harms" | "Settings") => {
            names(book.site, slugs()).into_iter().map(|named| named.label).collect::<Vec<_>>().join(", ")
        }
        (Subject::Response, "When") => id
            .as_ref()
            .and_then(|id| book.applied.response(id))
            .map_or_else(|| said.clone(), |part| when(book, &part.part.trigger.value)),
        (Subject::Response, "Basis") => id
            .as_ref()
            .and_then(|id| book.applied.response(id))
            .map_or_else(|| without_destinations(said), |part| basis_in_words(book.site, book.own, part)),
        _ => said.clone(),
    }
}

/// Markdown's links as their texts alone.
pub fn without_destinations(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some(at) = rest.find("](") {
        let (before, after) = rest.split_at(at);
        let Some(end) = after.find(')') else { break };
        let (lead, label) = before.rsplit_once('[').unwrap_or((before, ""));
        out.push_str(lead);
        out.push_str(if label.is_empty() { after[2..end].trim_start_matches("law:") } else { label });
        rest = &after[end + 1..];
    }
    out.push_str(rest);
    out.replace('*', "")
}

/// A field of both sides. Where both have the thing, `marks` says how what only one of them has is marked: in lists
/// item by item, in texts word by word.
pub fn pair(name: &str, left: &str, right: &str, marks: Option<Marks>) -> PairView {
    let marks = marks.filter(|_| left != right);
    let differs = marks.is_some();
    let (left_html, right_html) = match (how(name), marks.filter(|_| !left.is_empty() && !right.is_empty())) {
        (_, None) => (escaped(left), escaped(right)),
        (How::Words, Some(marks)) => by_words(left, right, marks),
        (How::Items(mark), Some(marks)) => by_items(left, right, mark, marks),
    };
    PairView { name: name.to_owned(), left: left_html, right: right_html, differs }
}

/// How two texts are compared.
enum How {
    /// Running text: word by word.
    Words,
    /// Names, with this mark between them: each as a whole.
    Items(char),
}

fn how(field: &str) -> How {
    match field {
        "Action"
        | "Sign"
        | "Description"
        | "About consent"
        | "Step up"
        | "Step down"
        | "Ordinary explanation"
        | "Together with"
        | "Record"
        | "Recency"
        | "Form"
        | "Feedback due"
        | "Limit"
        | "By when"
        | "Why" => How::Words,
        "Basis" | "When" | "Steps" => How::Items(';'),
        _ => How::Items(','),
    }
}

fn escaped(text: &str) -> String {
    let mut html = String::new();
    push_text(&mut html, text);
    html
}

fn by_words(left: &str, right: &str, marks: Marks) -> (String, String) {
    let (mut left_html, mut right_html) = (String::new(), String::new());
    for piece in readable(left, right) {
        match piece {
            Piece::Kept(text) => {
                for html in [&mut left_html, &mut right_html] {
                    gap(html);
                    push_text(html, &text);
                }
            }
            Piece::Removed(text) => marked(&mut left_html, marks.left(), &text),
            Piece::Added(text) => marked(&mut right_html, marks.right(), &text),
        }
    }
    (left_html, right_html)
}

fn by_items(left: &str, right: &str, mark: char, marks: Marks) -> (String, String) {
    let (a, b) = (items(left, mark), items(right, mark));
    let side = |own: &[&str], other: &[&str], element: (&str, &str)| {
        let mut html = String::new();
        for (at, item) in own.iter().enumerate() {
            if at > 0 {
                html.push(mark);
            }
            if other.contains(item) {
                gap(&mut html);
                push_text(&mut html, item);
            } else {
                marked(&mut html, element, item);
            }
        }
        html
    };
    (side(&a, &b, marks.left()), side(&b, &a, marks.right()))
}

/// The items of a list. What stands in brackets is no end of an item.
fn items(text: &str, mark: char) -> Vec<&str> {
    let mut depth = 0_i32;
    let is_end = |letter: char| {
        depth += i32::from(letter == '(') - i32::from(letter == ')');
        depth == 0 && letter == mark
    };
    text.split(is_end).map(str::trim).filter(|item| !item.is_empty()).collect()
}

/// The pieces of two texts; where little is kept, each text as a whole, since scattered words help nobody.
fn readable(left: &str, right: &str) -> Vec<Piece> {
    let pieces = words(left, right);
    let count = |text: &str| text.split_whitespace().count();
    let kept: usize = pieces.iter().map(|piece| if let Piece::Kept(text) = piece { count(text) } else { 0 }).sum();
    if 2 * kept >= count(left).min(count(right)) {
        return pieces;
    }
    vec![Piece::Removed(left.to_owned()), Piece::Added(right.to_owned())]
}

fn gap(html: &mut String) {
    if !html.is_empty() {
        html.push(' ');
    }
}

fn marked(html: &mut String, (element, aloud): (&str, &str), text: &str) {
    gap(html);
    html.push_str(&format!("<{element}><span class=\"hidden\">[{aloud}: </span>"));
    push_text(html, text);
    html.push_str(&format!("<span class=\"hidden\">]</span></{element}>"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_words_are_marked_on_their_side() {
        let pair = pair("By when", "within 5 days", "within 2 days", Some(Marks::Changes));
        assert!(pair.differs);
        assert!(pair.left.starts_with("within <del>") && pair.left.ends_with(" days") && pair.left.contains('5'));
        assert!(pair.right.contains("<ins>") && pair.right.contains("put in") && !pair.right.contains('5'));
    }

    #[test]
    fn lists_are_compared_name_by_name() {
        let pair =
            pair("With", "Police, Health, Education", "Police, Health, Education, Housing", Some(Marks::Changes));
        assert_eq!(pair.left, "Police, Health, Education");
        assert!(pair.right.starts_with("Police, Health, Education, <ins>"), "{}", pair.right);
        let pair = super::pair(
            "Basis",
            "Working Together; section 1",
            "Working Together (chapter 1; 2); section 1",
            Some(Marks::Changes),
        );
        assert!(pair.left.starts_with("<del>") && pair.left.ends_with("; section 1"), "{}", pair.left);
        assert_eq!(items("a (b, c), d", ','), ["a (b, c)", "d"]);
    }

    #[test]
    fn texts_that_share_little_are_marked_as_wholes() {
        let pair =
            pair("Description", "Everybody near the child helps", "As in the national text", Some(Marks::Changes));
        assert_eq!(pair.left.matches("<del>").count(), 1);
        assert_eq!(pair.right.matches("<ins>").count(), 1);
    }

    #[test]
    fn what_only_one_side_has_is_not_marked_word_by_word() {
        let pair = pair("Action", "", "Ring <now>", None);
        assert!(!pair.differs);
        assert_eq!(pair.right, "Ring &lt;now&gt;");
    }

    #[test]
    fn two_places_stand_beside_each_other_and_nothing_is_struck_out() {
        let pair = pair("By when", "within 5 days", "within 2 days", Some(Marks::Places));
        assert!(pair.left.contains("<mark>") && pair.right.contains("<mark>") && pair.left.contains("only here"));
    }

    #[test]
    fn links_are_compared_by_what_readers_see() {
        assert_eq!(
            without_destinations("[section 47](law:children-act-1989#s47) and *[WT](https://a.b/)*"),
            "section 47 and WT"
        );
        assert_eq!(without_destinations("[](law:children-act-1989)"), "children-act-1989");
        assert_eq!(without_destinations("plain"), "plain");
    }
}
