//! Disguises are undone, and every place leads back to the text as given.

use super::*;

fn plain(text: &str) -> String {
    Plain::new(text, Form::Markdown).text().to_owned()
}

/// What stands in the text as given where the plain text has `word`.
fn behind<'a>(text: &'a str, word: &str) -> &'a str {
    let plain = Plain::new(text, Form::Markdown);
    let at = plain.text().find(word).unwrap_or_else(|| panic!("{word:?} in {:?}", plain.text()));
    &text[plain.original(at..at + word.len())]
}

#[test]
fn a_text_without_tricks_is_borrowed() {
    let plain = Plain::new("The worker saw the child alone, at 10.", Form::Markdown);
    assert!(matches!(plain.text, Cow::Borrowed(_)) && plain.back.is_empty());
    assert_eq!(plain.original(4..10), 4..10);
}

#[test]
fn character_references_are_decoded() {
    assert_eq!(
        plain("a&#64;b&period;uk &commat; &amp;#64; &eacute;t&eacute; &unknown; & &#x41;"),
        "a@b.uk @ @ été &unknown; & A"
    );
    assert_eq!(behind("mail a&#64;b&period;uk now", "a@b.uk"), "a&#64;b&period;uk");
}

#[test]
fn percent_encoding_is_decoded_and_a_percentage_is_not() {
    assert_eq!(plain("a%40b.uk caf%C3%A9 80% of 100%ZZ"), "a@b.uk café 80% of 100%ZZ");
    assert_eq!(behind("see a%40b.uk now", "@"), "%40");
}

#[test]
fn invisible_characters_go() {
    assert_eq!(plain("0\u{200b}77\u{200d}00 Me\u{ad}gan\u{feff}"), "07700 Megan");
    assert_eq!(behind("x Me\u{ad}gan y", "Megan"), "Me\u{ad}gan");
}

#[test]
fn styled_letters_and_digits_become_plain() {
    assert_eq!(plain("０７７００ ９００１２３ Ｍｅｇａｎ 𝟎𝟕𝟕 𝑀𝑒𝑔 ⓜⓔ ٠٧"), "07700 900123 Megan 077 Meg me 07");
    assert_eq!(behind("call ０７７００ now", "07700"), "０７７００");
}

#[test]
fn a_footnote_is_no_part_of_a_number_and_a_raised_number_is_one() {
    assert_eq!(plain("07700 900123\u{b9} 10 m\u{b2} ¹²³⁴ `⁹⁹⁹`"), "07700 900123\u{b9} 10 m\u{b2} 1234 999");
}

#[test]
fn marks_over_digits_go_and_accents_of_letters_stay() {
    assert_eq!(plain("0\u{336}7\u{336}7 Zoe\u{301} Zoë N'Diaye\u{2019}s"), "077 Zoé Zoë N'Diaye's");
    assert_eq!(behind("a 0\u{336}7\u{336}7", "077"), "0\u{336}7\u{336}7");
}

#[test]
fn letters_of_other_scripts_that_look_latin_become_latin() {
    assert_eq!(plain("Мegаn АВ 12 34 56 С Οllie"), "Megan AB 12 34 56 C Ollie");
    assert_eq!(behind("saw Мegаn there", "Megan"), "Мegаn");
    assert_eq!(plain("Привет, он здесь"), "Привет, он здесь", "real Russian stays");
}

#[test]
fn letters_among_digits_become_digits() {
    assert_eq!(plain("O77OO 9OOl23, O77OO 9OO 218"), "07700 900123, 07700 900 218");
    assert_eq!(plain("the 1980s, 100l, SO16 and Xbox 360o"), "the 1980s, 100l, SO16 and Xbox 360o");
}

#[test]
fn emphasis_inside_a_word_goes() {
    assert_eq!(
        plain("Me**ga**n 077`00` _Ghost_ snake_case \\@handle ~~M~~egan"),
        "Megan 07700 Ghost snake_case @handle Megan"
    );
    assert_eq!(plain("* item\n* item 5 * 3"), "* item\n* item 5 * 3");
    assert_eq!(behind("a Me**ga**n b", "Megan"), "Me**ga**n");
}

#[test]
fn tags_and_comments_inside_a_word_go() {
    assert_eq!(plain("Me<b>ga</b>n 07<!-- -->700<br>900 <a href=\"x\">y</a>"), "Megan 07700 900 <a href=\"x\">y");
    assert_eq!(behind("a Me<b>ga</b>n", "Megan"), "Me<b>ga</b>n");
}

#[test]
fn soft_line_breaks_become_spaces_and_blocks_stay_apart() {
    assert_eq!(plain("call 07700\n900123 or\n\nAnna\n# Head\nlast"), "call 07700 900123 or\n\nAnna\n# Head\nlast");
    assert_eq!(plain("> Merthyr\n> Tydfil\n\n- one\n- two\n  more"), "> Merthyr Tydfil\n\n- one\n- two more");
    assert_eq!(behind("x 07700\n900123 y", "07700 900123"), "07700\n900123");
}

#[test]
fn front_matter_joins_only_folded_values() {
    assert_eq!(
        plain("---\ntitle: a\nsummary: >\n  one\n  two\nowner: b\n---\nc\nd"),
        "---\ntitle: a\nsummary: >\n  one two\nowner: b\n---\nc d"
    );
}

#[test]
fn letters_set_apart_are_closed_up() {
    assert_eq!(plain("was a 0 7 7 0 0 and L-S-6-3-E-W, M e g a n   A s h by"), "was a 07700 and LS63EW, Megan Ash by");
    assert_eq!(behind("to M e g a n.", "Megan"), "M e g a n");
    assert_eq!(plain("the name E s m e T o l l e y on"), "the name Esme Tolley on");
    assert_eq!(plain("on 2 1 / 0 7 / 1 9 9 8, 0 7 - 0 2 - 2 0 2 1 and 1 / 2"), "on 21/07/1998, 07-02-2021 and 1 / 2");
    assert_eq!(plain("1.3.4.1 and d.o.b. and a b c"), "1.3.4.1 and d.o.b. and a b c");
    assert_eq!(plain("under 9.9.9.1.9.8.3.6.8.6 now"), "under 9991983686 now");
}

#[test]
fn underscores_part_the_words_of_a_file_name() {
    assert_eq!(Plain::new("megan_ashcroft%20x.md", Form::Path).text(), "megan ashcroft x.md");
}

proptest::proptest! {
    #[test]
    fn every_place_leads_back_to_whole_characters(text in "(?s).{0,60}|[0-9a-zO*_%&#;<>/ \n\u{200b}\u{336}e\u{301}А-я.@|-]{0,80}") {
        for form in [Form::Markdown, Form::Yaml, Form::Html, Form::Plain, Form::Path] {
            let plain = Plain::new(&text, form);
            let places: Vec<usize> = plain.text().char_indices().map(|(at, _)| at).chain([plain.text().len()]).collect();
            let mut last = 0;
            for pair in places.windows(2) {
                let range = plain.original(pair[0]..pair[1]);
                assert!(text.get(range.clone()).is_some(), "{range:?} of {text:?}");
                assert!(range.start >= last, "{range:?} of {text:?} goes back");
                last = range.start;
            }
        }
    }
}
