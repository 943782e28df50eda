//! What the finder of names does, in sentences.

use crate::identity::{Form, Kind, Known, Scope, find};

/// The kinds and texts of what is found in a sentence.
fn found(text: &str) -> Vec<(Kind, &str)> {
    found_in(text, Form::Markdown)
}

fn found_in(text: &str, form: Form) -> Vec<(Kind, &str)> {
    let details = find(text, form, Scope::CaseStudy, &Known::default());
    details.into_iter().map(|detail| (detail.kind, &text[detail.range])).collect()
}

#[track_caller]
fn finds(text: &str, expected: &[(Kind, &str)]) {
    assert_eq!(found(text), expected, "in: {text}");
}

#[track_caller]
fn finds_nothing(texts: &[&str]) {
    for text in texts {
        assert_eq!(found(text), [], "in: {text}");
    }
}

#[test]
fn a_name_inside_a_sentence_is_found_whether_or_not_it_is_on_a_list() {
    finds("Later that day Bhavesh packed a bag.", &[(Kind::FirstName, "Bhavesh")]);
    finds("They had spoken to Zorvanka about it.", &[(Kind::FirstName, "Zorvanka")]);
    finds("The report named Bronagh McAteer as author.", &[(Kind::PersonName, "Bronagh McAteer")]);
    finds("Her partner, Jean-Luc N'Guessan, drove.", &[(Kind::PersonName, "Jean-Luc N'Guessan")]);
    finds("She married Mohammed bin Rashid al-Harbi.", &[(Kind::PersonName, "Mohammed bin Rashid al-Harbi")]);
}

#[test]
fn a_name_that_begins_a_sentence_is_told_by_the_lists() {
    finds("Tariq was first to leave.", &[(Kind::FirstName, "Tariq")]);
    finds("Rahul's phone was found.", &[(Kind::FirstName, "Rahul")]);
    finds("- Ifeoluwa attended all sessions.", &[(Kind::FirstName, "Ifeoluwa")]);
    finds("### When Mia stopped coming", &[(Kind::FirstName, "Mia")]);
}

#[test]
fn a_word_that_is_also_a_name_is_a_name_if_it_does_what_people_do() {
    finds("Will told the nurse.", &[(Kind::FirstName, "Will")]);
    finds("Grace said that she was tired.", &[(Kind::FirstName, "Grace")]);
    finds("May lived with her aunt.", &[(Kind::FirstName, "May")]);
    finds("Rose's mother had moved out.", &[(Kind::FirstName, "Rose")]);
    finds("Amber was seen by the nurse.", &[(Kind::FirstName, "Amber")]);
    finds_nothing(&[
        "Will the plan hold when the worker leaves?",
        "Grace was shown by everyone in the room.",
        "Mark each concern on the form and sign it.",
        "Hope is not a plan.",
        "Rob a child of hope and nothing is left.",
        "April was chosen because the summer is quiet.",
        "Dawn broke before the search ended.",
    ]);
}

#[test]
fn forms_of_address_and_ranks_belong_to_the_name() {
    finds("Police spoke to Mr. Oduya at home.", &[(Kind::PersonName, "Mr. Oduya")]);
    finds("The call came from PC 2317 Marlowe.", &[(Kind::PersonName, "PC 2317 Marlowe")]);
    finds("Then Auntie Folake came.", &[(Kind::PersonName, "Auntie Folake")]);
    finds("We met Father Tomasz after mass.", &[(Kind::PersonName, "Father Tomasz")]);
    finds("HHJ Wetherell made the order.", &[(Kind::PersonName, "HHJ Wetherell")]);
    finds_nothing(&["The School Nurse and the Health Visitor wrote.", "A Detective Constable made the visit."]);
}

#[test]
fn initials_and_names_in_the_wrong_case_are_names() {
    finds("The placement with J.T. ended.", &[(Kind::PersonName, "J.T")]);
    finds("The form was signed by L. Czarnecka.", &[(Kind::PersonName, "L. Czarnecka")]);
    finds("SHANICE PALMER was written on it.", &[(Kind::PersonName, "SHANICE PALMER")]);
    finds("a visit by willem van den berg", &[(Kind::PersonName, "willem van den berg")]);
    finds("The entry was Thakrar, Anil on each page.", &[(Kind::PersonName, "Thakrar, Anil")]);
}

#[test]
fn labels_of_the_cast_are_nobodys_names() {
    finds_nothing(&[
        "Child A lived with Mother, Sibling 1 and Partner D.",
        "Social Worker 1 rang Officer 2 about Young Person C.",
        "Adult B's views were not sought.",
    ]);
    let known = Known::default().with_labels(&["Tamsin".to_owned()]);
    assert_eq!(find("They asked Tamsin.", Form::Markdown, Scope::CaseStudy, &known), []);
}

#[test]
fn nicknames_are_told_by_what_leads_to_them() {
    finds("Everybody called him Smurf.", &[(Kind::Nickname, "Smurf")]);
    finds("He was known on the street as \"Tiny T\".", &[(Kind::Nickname, "Tiny T")]);
    finds("An older man nicknamed Fingers drove.", &[(Kind::Nickname, "Fingers")]);
    finds("A dealer called Bones gave her a bag.", &[(Kind::Nickname, "Bones")]);
    finds_nothing(&[
        "The tool is called Signs of Safety.",
        "The group was called Think Family.",
        "He was known as Child B in the report.",
    ]);
}

#[test]
fn places_are_told_by_the_gazetteer_by_their_build_and_by_where_they_stand() {
    finds("They moved to Ashton-under-Lyne.", &[(Kind::Place, "Ashton-under-Lyne")]);
    finds("A caravan near Llanfihangel was searched.", &[(Kind::Place, "Llanfihangel")]);
    finds("They met in Jubilee Park.", &[(Kind::Place, "Jubilee Park")]);
    finds("The car was left on Harlow Moor Road.", &[(Kind::Place, "Harlow Moor Road")]);
    finds("The den was by the River Wharfe.", &[(Kind::Place, "River Wharfe")]);
    finds("Her aunt in Sale took her in.", &[(Kind::Place, "Sale")]);
    finds_nothing(&[
        "Families in England, Wales and Scotland use other words.",
        "Reading together at bedtime helped.",
        "Bath time was calm.",
        "The family came from Eritrea through Sudan.",
    ]);
}

#[test]
fn a_place_is_found_with_all_the_words_of_its_name_and_also_where_somebody_does_something_in_it() {
    finds("She walked to Peckham Rye.", &[(Kind::Place, "Peckham Rye")]);
    finds("She comes from Barton in the Beans.", &[(Kind::Place, "Barton in the Beans")]);
    finds("The flat in Burnley was raided.", &[(Kind::Place, "Burnley")]);
    finds_nothing(&["He had a Leeds scarf, and she a Burnley shirt.", "The boy supported Burnley."]);
}

#[test]
fn towns_that_inquiries_and_events_are_called_after_are_places_for_whoever_lives_there() {
    finds_nothing(&["Rotherham and Rochdale stand for national inquiries.", "The Aberfan disaster is still studied."]);
    finds("Her aunt in Rotherham took her in.", &[(Kind::Place, "Rotherham")]);
}

#[test]
fn quoted_and_called_names_are_nicknames_and_words_in_quotation_marks_are_not() {
    finds("The carer was \"Jonno\", who kept the card.", &[(Kind::Nickname, "Jonno")]);
    finds("They all called Ghost Rider a friend.", &[(Kind::Nickname, "Ghost Rider")]);
    finds("\"Call me Skip,\" he said.", &[(Kind::Nickname, "Skip")]);
    finds("The street knows her as Parrot Joan.", &[(Kind::Nickname, "Parrot Joan")]);
    finds("The mates call him Teo the Lion now.", &[(Kind::Nickname, "Teo the Lion")]);
    finds("He was Bear to his brothers.", &[(Kind::Nickname, "Bear")]);
    finds("The lads said 'Flash' had the keys.", &[(Kind::Nickname, "Flash")]);
    finds("The dealer, a.k.a. Two-Tone, stayed.", &[(Kind::Nickname, "Two-Tone")]);
    finds_nothing(&["The plan was marked \"Amber\".", "\"Yes\", said the child."]);
}

#[test]
fn bodies_are_told_by_the_last_or_first_word_of_their_name() {
    finds("Padbury Rangers Under-14s took him on.", &[(Kind::Organisation, "Padbury Rangers Under-14s")]);
    finds("She walked into Antrim Road police station.", &[(Kind::Organisation, "Antrim Road police station")]);
    finds("Marsh Lane Boxing Club offered a place.", &[(Kind::Organisation, "Marsh Lane Boxing Club")]);
    finds("He was at Larkmoor Primary School.", &[(Kind::Organisation, "Larkmoor Primary School")]);
    finds("She went to Little Herons Nursery.", &[(Kind::Organisation, "Little Herons Nursery")]);
    finds("He was heard at Teesside Crown Court.", &[(Kind::Organisation, "Teesside Crown Court")]);
    finds("The home, Fernlea House children's home, shut.", &[(Kind::Organisation, "Fernlea House children's home")]);
    finds("They attend Masjid Al-Huda.", &[(Kind::Organisation, "Masjid Al-Huda")]);
    finds("He was held at HMP Marrick.", &[(Kind::Organisation, "HMP Marrick")]);
    finds("Orlmere Magistrates' Court sat late.", &[(Kind::Organisation, "Orlmere Magistrates' Court")]);
    finds("She was moved from Tarnbeck High in May.", &[(Kind::Organisation, "Tarnbeck High")]);
    finds("He rang Willows Medical Centre.", &[(Kind::Organisation, "Willows Medical Centre")]);
    finds("A place at Muddy Puddles Childcare was found.", &[(Kind::Organisation, "Muddy Puddles Childcare")]);
    finds("They waited in the Weary Ploughman Arms.", &[(Kind::Organisation, "Weary Ploughman Arms")]);
    finds("They met at the Golden Fleece.", &[(Kind::Organisation, "Golden Fleece")]);
    finds_nothing(&[
        "The Youth Court and the Crown Court differ.",
        "The High Court heard the High Risk case at the local Medical Centre.",
        "The Magistrates' Court and the Family Court differ.",
        "The primary school and Children's Social Care met.",
        "The Family Court and the Court of Protection each made an order.",
        "The Metropolitan Police and NHS England publish data.",
    ]);
}

#[test]
fn an_address_is_one_finding() {
    finds("He lived at 14 Station Road with an uncle.", &[(Kind::Address, "14 Station Road")]);
    finds("It was Flat 12B, Oakdene Court.", &[(Kind::Address, "Flat 12B, Oakdene Court")]);
    finds("They lived at Rose Barn, Tinker Lane then.", &[(Kind::Address, "Rose Barn, Tinker Lane")]);
    finds("Letters went to PO Box 112 each week.", &[(Kind::Address, "PO Box 112")]);
    finds("He gave 22 Heol y Bryn as his home.", &[(Kind::Address, "22 Heol y Bryn")]);
}

#[test]
fn what_is_public_is_no_finding() {
    finds_nothing(&[
        "The General Data Protection Regulation and the Data Protection Act 2018 allow this.",
        "He supported Sunderland and hated Newcastle United.",
        "Maslow, Bowlby and Bronfenbrenner were named in the training.",
        "They watched The Lion King and listened to Adele.",
        "WhatsApp, TikTok and Discord were all in use.",
        "The Herbert Protocol was completed.",
        "The Munro review and the Laming report ask for time with children.",
        "Every Tom, Dick and Harry had a key.",
        "Christmas, Easter and Eid were marked.",
    ]);
}

#[test]
fn headings_with_capitals_throughout_are_no_names() {
    finds_nothing(&[
        "### Listening To Children And Acting On What They Say",
        "### From First Contact To Core Group",
        "## Voice Of The Child In Practice",
    ]);
}

#[test]
fn file_names_and_links_are_read_as_words() {
    assert_eq!(found_in("oksana-shevchuk.md", Form::Path), [(Kind::PersonName, "oksana-shevchuk")]);
    assert_eq!(found_in("wainwright.md", Form::Path), [(Kind::PersonName, "wainwright")]);
    assert_eq!(found_in("mrs-sandhu.md", Form::Path), [(Kind::PersonName, "mrs-sandhu")]);
    assert_eq!(found_in("stow-on-the-wold.md", Form::Path), [(Kind::Place, "stow-on-the-wold")]);
    assert_eq!(found_in("the-flat-upstairs.md", Form::Path), []);
    assert_eq!(found_in("d012-care-home.md", Form::Path), []);
    assert_eq!(found_in("case-studies/c002-care-home.md", Form::Path), []);
    finds("See [notes](parisa-rahmani.md).", &[(Kind::PersonName, "parisa-rahmani")]);
}

#[test]
fn what_a_site_declares_is_public() {
    let known = Known::new(["Exampleshire".to_owned()]);
    let text = "Exampleshire Safeguarding Children Partnership wrote to Exampleshire's schools.";
    assert_eq!(find(text, Form::Markdown, Scope::CaseStudy, &known), []);
}

proptest::proptest! {
    #[test]
    fn no_text_makes_the_finder_stumble(text in "([A-Z][a-z’']{0,6}|[ .,|:\\-’'é̀\u{a0}\n0-9/]{1,3}|St|Flat|Mr|of|\\PC{0,4}){0,30}") {
        for form in [Form::Markdown, Form::Path, Form::Plain] {
            for detail in find(&text, form, Scope::CaseStudy, &Known::default()) {
                assert!(text.get(detail.range).is_some());
            }
        }
    }
}

#[test]
fn a_name_that_is_also_a_public_word_needs_talk_of_fame_to_be_public() {
    finds("They met Muhammad there.", &[(Kind::FirstName, "Muhammad")]);
    finds("They spoke to Spencer about it.", &[(Kind::FirstName, "Spencer")]);
    finds("Then Collins hit him.", &[(Kind::PersonName, "Collins")]);
    finds("They lived in Liverpool then.", &[(Kind::Place, "Liverpool")]);
    finds_nothing(&["The group read a book by Dickens.", "He wore a Liverpool shirt to the match."]);
}

#[test]
fn a_name_of_the_street_that_is_an_ordinary_word_is_a_nickname() {
    finds("They asked Ghost there.", &[(Kind::Nickname, "Ghost")]);
    finds("Then Tiger took the bag.", &[(Kind::Nickname, "Tiger")]);
    finds("His friends called him Big D.", &[(Kind::Nickname, "Big D")]);
    finds_nothing(&["The Ghost of the old plan stayed.", "The storm passed and the boss rang.", "Cash in Hand Work"]);
}

#[test]
fn families_initials_and_shouted_names_are_names() {
    finds("The Young family moved.", &[(Kind::PersonName, "Young")]);
    finds("The Smiths moved away.", &[(Kind::PersonName, "Smiths")]);
    finds("His initials were KL.", &[(Kind::PersonName, "KL")]);
    finds("They asked ZARA about it.", &[(Kind::PersonName, "ZARA")]);
    finds_nothing(&["The Foster family moved.", "They asked MARAC about it.", "The Whole Family approach was used."]);
}

#[test]
fn places_and_bodies_of_ordinary_words_are_told_by_where_they_stand() {
    finds("The family moved to Little Snoring.", &[(Kind::Place, "Little Snoring")]);
    finds("She stayed at White Lodge.", &[(Kind::Place, "White Lodge")]);
    finds("He lived by Green Lanes.", &[(Kind::Place, "Green Lanes")]);
    finds("The meeting was held at Ravi Brothers Cash & Carry.", &[(Kind::Organisation, "Ravi Brothers Cash & Carry")]);
    finds("West Midlands Police took the call.", &[(Kind::Organisation, "West Midlands Police")]);
    finds_nothing(&["The Birmingham Toolkit was copied.", "She was taken to Great Ormond Street Hospital."]);
}

#[test]
fn names_in_small_letters_are_told_by_what_they_do_or_own() {
    finds("The note said: jago sat on the wall.", &[(Kind::FirstName, "jago")]);
    finds("She was making callum's soup.", &[(Kind::FirstName, "callum")]);
    finds("It read: Gaz hurts me.", &[(Kind::FirstName, "Gaz")]);
    finds("Defendant: GHEORGHE, Elena", &[(Kind::PersonName, "GHEORGHE, Elena")]);
    finds_nothing(&["The will was read and the mark stayed.", "Child AA and Child BB were seen."]);
}

#[test]
fn what_somebody_is_called_is_a_nickname_wherever_it_stands() {
    finds("They called her son the Postman.", &[(Kind::Nickname, "Postman")]);
    finds("His aunt met Tiny Tim, as the boy is called.", &[(Kind::Nickname, "Tiny Tim")]);
    finds_nothing(&["They used a Strength Wheel, as the tool is called."]);
}

#[test]
fn societies_congregations_and_old_railways_are_bodies() {
    finds("The church, Redeemed Hope Assembly, met.", &[(Kind::Organisation, "Redeemed Hope Assembly")]);
    finds("He told Highfield Allotment Society.", &[(Kind::Organisation, "Highfield Allotment Society")]);
    finds_nothing(&["The Law Society has a list.", "The school held an assembly."]);
}

#[test]
fn names_of_animals_and_of_a_group_are_nicknames() {
    finds("Her dog, Biscuit, was taken.", &[(Kind::Nickname, "Biscuit")]);
    finds("The boys \"Tiny\" and \"Smurf\" stood outside.", &[(Kind::Nickname, "Tiny"), (Kind::Nickname, "Smurf")]);
    finds_nothing(&[
        "A dog, Child A said, was there.",
        "Three girls, \"sisters\" and \"friends\" in their own words, left.",
        "The police found \"Drill\" and \"Road rap\" lyrics.",
    ]);
}

#[test]
fn a_jewel_in_capitals_is_a_name_before_a_surname() {
    finds("JADE PRESCOTT was on the list.", &[(Kind::PersonName, "JADE PRESCOTT")]);
    finds_nothing(&["GRACE PERIOD and AMBER RATING are headings."]);
}

#[test]
fn small_letters_hide_no_name_town_or_street() {
    finds("They met jayden outside.", &[(Kind::FirstName, "jayden")]);
    finds("He went to milton keynes.", &[(Kind::Place, "milton keynes")]);
    finds("home visit to 186 corporation mews - dog in yard", &[(Kind::Address, "186 corporation mews")]);
    finds_nothing(&[
        "The reading group met in the hull of the boat.",
        "Mae'r arian wedi mynd allan.",
        "They went to 14 high street shops and 20 miles road.",
    ]);
}

#[test]
fn names_as_files_write_them_are_found_whole() {
    finds("When asked, DUNNETT, Tracey denied it.", &[(Kind::PersonName, "DUNNETT, Tracey")]);
    finds("Her ex-partner SDN was seen.", &[(Kind::PersonName, "SDN")]);
    finds("It came from The Wheatsheaf that night.", &[(Kind::Organisation, "Wheatsheaf")]);
    finds_nothing(&["The SENCo and the ELSA met weekly."]);
}

#[test]
fn names_of_the_street_with_a_word_before_them_are_whole() {
    finds("Watch out for Tiny T there.", &[(Kind::Nickname, "Tiny T")]);
    finds("He was Coach Bear to three generations.", &[(Kind::Nickname, "Coach Bear")]);
    finds("His street name was lil reaper then.", &[(Kind::Nickname, "lil reaper")]);
    finds("The foreman, the Bulldog, left.", &[(Kind::Nickname, "Bulldog")]);
    finds_nothing(&["Baby A and Young Person B were seen.", "The Old Plan was kept."]);
}

#[test]
fn a_virtue_that_does_something_is_a_child() {
    finds("Mother said that Faith had always been a worry.", &[(Kind::FirstName, "Faith")]);
    finds("Dean just said it.", &[(Kind::FirstName, "Dean")]);
    finds_nothing(&["We found that Faith groups were asked.", "Faith groups said so."]);
}

#[test]
fn what_goes_on_after_a_name_belongs_to_it() {
    finds("The midwife, Ms M. Tan, asked her.", &[(Kind::PersonName, "Ms M. Tan")]);
    finds("He rang Dr Sandhu and Partners then.", &[(Kind::PersonName, "Dr Sandhu and Partners")]);
    finds("They lived near Wath upon Dearne.", &[(Kind::Place, "Wath upon Dearne")]);
    finds("It was 90 Coronation Street.", &[(Kind::Address, "90 Coronation Street")]);
    finds_nothing(&["The Marriage and Civil Partnership (Minimum Age) Act 2022 applies."]);
}

#[test]
fn names_in_the_names_of_files_and_slugs_are_found() {
    finds("See \"amir_khan_chronology.docx\" there.", &[(Kind::PersonName, "amir_khan")]);
    finds("The slug is a-case-in-todmorden here.", &[(Kind::Place, "todmorden")]);
}

#[test]
fn a_name_that_owns_without_an_apostrophe_is_found() {
    finds("He said kierans mum knew.", &[(Kind::FirstName, "kieran")]);
    finds_nothing(&["The carers mother rang, and the parents house was cold."]);
}

#[test]
fn names_that_are_run_together_are_found() {
    finds("The tag was #KayleighOkonkwo there.", &[(Kind::PersonName, "KayleighOkonkwo")]);
    finds("The picture is JusticeForKayleighOkonkwo.png there.", &[(Kind::PersonName, "KayleighOkonkwo")]);
    finds_nothing(&["They used WhatsApp, TikTok, YouTube and SnapMaps, and the SafeLives list."]);
}

#[test]
fn pairs_homes_letters_and_what_somebody_is_known_as_are_names() {
    finds(
        "Jade and Amber met Destiny.",
        &[(Kind::FirstName, "Jade"), (Kind::FirstName, "Amber"), (Kind::FirstName, "Destiny")],
    );
    finds("Staff at The Willows wrote.", &[(Kind::Organisation, "Willows")]);
    finds("Mrs B rang.", &[(Kind::PersonName, "Mrs B")]);
    finds("She was known as Tinkerbell.", &[(Kind::Nickname, "Tinkerbell")]);
    finds("He said \u{202e}nedyaJ\u{202c} ran.", &[(Kind::FirstName, "nedyaJ")]);
    finds_nothing(&["Use a Red, Amber, Green rating.", "Bronze, Silver and Gold groups met.", "Mr X is anybody."]);
}
