//! The rules that content is held to, each with a name, a severity and an explanation.

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Must be put right before anything is published.
    Error,
    /// Should be looked at; `--deny-warnings` makes it stop a build.
    Warning,
}

macro_rules! rules {
    ($($variant:ident $name:literal $severity:ident $explanation:literal)*) => {
        /// A rule of this generator. Its name is what `rules:` in `site.yaml`, JSON and SARIF use.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $(#[doc = $explanation] $variant),* }

        impl Rule {
            /// Every rule, in order of name.
            pub const ALL: &[Rule] = &[$(Rule::$variant),*];

            /// The name in diagnostics and settings.
            pub fn name(self) -> &'static str {
                match self { $(Rule::$variant => $name),* }
            }

            /// What the rule asks for, in a sentence.
            pub fn explanation(self) -> &'static str {
                match self { $(Rule::$variant => $explanation),* }
            }

            /// The severity unless the site says otherwise.
            pub fn severity(self) -> Severity {
                match self { $(Rule::$variant => Severity::$severity),* }
            }
        }
    };
}

rules! {
    ActiveFile "active-file" Error "Images and downloads hold no code that a browser would run."
    AllowedDetail "allowed-detail" Warning "An entry of allowed-details.yaml gives a reason, is still valid and is needed."
    AnonymisationRecord "anonymisation-record" Error "A case study says who made it anonymous and who, in another role, checked it; one that comes from people's lives, how that was tested and on what basis it is published."
    BadDate "bad-date" Error "A date is written YYYY-MM-DD and exists in the calendar."
    BlamingLanguage "blaming-language" Error "Signs, actions and explanations name what adults do, and never sound as if the child were to blame."
    BrokenAnchor "broken-anchor" Error "A link's #fragment names a heading, level or row of the page it leads to."
    BrokenLink "broken-link" Error "A link, image, related page or collection entry leads to something that exists and is published."
    CalendarTime "calendar-time" Warning "A case study tells time as it passed, such as Month 3, and names no month, season or school year of the calendar."
    Contradiction "contradiction" Error "No two responses say different things of the same action in the same case, and no nation has two limits for one thing."
    DateOrder "date-order" Error "Dates of a page stand in a possible order: nothing ends before it begins."
    DirectiveSyntax "directive-syntax" Error "A ::: block or {{…}} directive is known, complete and closed."
    DuplicateAnchor "duplicate-anchor" Error "No two headings or rows of a page are given the same id."
    DuplicateId "duplicate-id" Error "No two pages, terms, contacts, Acts, provisions or timescales share an id, and no two indicators, responses or overrides of the site."
    DuplicateUrl "duplicate-url" Error "No two outputs share an address, not even one that differs in upper and lower case only."
    EmptyDocument "empty-document" Warning "A page has text."
    ExactAge "exact-age" Warning "A case study tells ages as bands."
    ExplicitDetail "explicit-detail" Warning "A case study says that a child was sexually abused, and not what was done to the body."
    HarmWithoutResponse "harm-without-response" Error "Every sign that harm is happening leads to something that must or should be done."
    HeadingLevel "heading-level" Warning "The title is the only first-level heading and no level is skipped, so that a screen reader can follow the outline."
    IdentifyingDetail "identifying-detail" Error "Nothing in a case study could identify a person: no name, place, date, number or address, in its text, its pages or its images."
    LawNotInForce "law-not-in-force" Error "The law that a framework names is in force in its nation on the day from which the framework is followed."
    LongQuotation "long-quotation" Warning "A case study that comes from people's lives quotes nobody at such length that a search would find them."
    MissingAlt "missing-alt" Error "An image says in words what it shows, or says that it is decorative."
    MissingField "missing-field" Error "Required fields are present and neither empty nor placeholders such as TBC, and so are the texts of a framework."
    MissingFrontMatter "missing-front-matter" Error "A document begins with front matter between two lines of three hyphens."
    MissingSource "missing-source" Error "A must names the law or guidance that it comes from."
    NotUtf8 "not-utf8" Error "Text files are UTF-8."
    PastRemoval "past-removal" Error "A case study is taken down when the day in remove_after has passed."
    RawHtml "raw-html" Error "Markdown holds no HTML beyond the elements that site.yaml allows."
    ReservedName "reserved-name" Error "File names work on every computer: no reserved Windows names, no characters that Windows refuses, no trailing dot or space."
    ScheduledLink "scheduled-link" Warning "A link leads to a page that is published by the day of the build; until then it is text without a link."
    Score "score" Error "Nothing in a framework weighs, adds up or ranks: an indicator points to a range of levels."
    SearchTest "search-test" Error "A query of search-tests.yaml finds its page among the first hits."
    StaleContact "stale-contact" Warning "A contact may still be relied on: the day in valid_until has not passed."
    Synonym "synonym" Error "An entry of synonyms.yaml has one form, names each word once, and repeats no other entry."
    Template "template" Error "The theme's templates are valid and name only what a page has."
    ThresholdCompleteness "threshold-completeness" Error "A framework holds what statutory guidance asks of a threshold document, says who answers for it, and declares what it changes in its base."
    ThresholdGap "threshold-gap" Warning "Every harm in scope has indicators at every level from the second."
    ThresholdLevel "threshold-level" Error "Every level is described, says whether consent is needed, and has a response that somebody leads; what points to levels points to one that exists."
    ThresholdTable "threshold-table" Error "A row of indicators, responses or overrides can be read: its columns are known, and its cells hold what the columns ask for."
    Timescale "timescale" Error "A timescale has an amount, a unit that is sure, and what it is counted from."
    UnknownField "unknown-field" Error "A field is one that its document type has; free additions go under extra."
    UnknownReference "unknown-reference" Error "A glossary term, Act, provision, contact, timescale, topic, audience, or part of a framework that is named exists."
    UnknownValue "unknown-value" Error "A field with a fixed set of values holds one of them."
    Unreadable "unreadable" Error "Files can be read, are no larger than 16 MiB, and do not lead out of the site folder."
    UnsafeUrl "unsafe-url" Error "Addresses use http, https, mailto or tel; never a script."
    UnusedFile "unused-file" Warning "Every file in content is read or linked to; what is not linked to is not published."
    WeakenedDuty "weakened-duty" Error "A local framework asks for no less than a national must, unless it cites what allows that."
    WrongType "wrong-type" Error "A field holds the kind of value that it should."
    YamlSyntax "yaml-syntax" Error "Front matter and data files are valid YAML, with each key once."
}

impl Rule {
    /// Whether a site may soften the rule or switch it off. Not so where readers would be in danger, or a child that a
    /// case study is about: neither the gate nor what makes it a decision that somebody answers for.
    pub fn may_be_softened(self) -> bool {
        !matches!(
            self,
            Rule::ActiveFile
                | Rule::AllowedDetail
                | Rule::AnonymisationRecord
                | Rule::IdentifyingDetail
                | Rule::PastRemoval
                | Rule::UnsafeUrl
        )
    }

    /// The rule with a name.
    pub fn named(name: &str) -> Option<Rule> {
        Rule::ALL.iter().copied().find(|rule| rule.name() == name)
    }
}
