//! The numbers that ranking rests on.
//!
//! They were chosen on judged questions and on headings, index entries and link texts of public manuals, plain,
//! misspelt and half typed, never on the demonstration site. They are round numbers on a plateau: a quarter more or
//! less of any of them hardly changes the mean nDCG@10.

/// How soon more of the same word stops counting (BM25's k1).
pub const SATURATION: f32 = 1.4;

/// How much long pages are damped (BM25's b).
pub const LENGTH: f32 = 0.5;

/// How often a word counts that stands in the title, a heading, the summary; once in the text (BM25F's weights).
pub const TITLE: f32 = 3.0;
/// See [`TITLE`].
pub const HEADING: f32 = 2.0;
/// See [`TITLE`].
pub const LEAD: f32 = 2.0;

/// How much another form of a typed word counts (`refer` for `referral`).
pub const FORM: f32 = 0.9;
/// How much words count that mean the same as a typed one.
pub const SAME: f32 = 0.7;
/// A preferred word counts nearly as much as the typed one, which is often slang or outdated.
pub const PREFERRED: f32 = 0.8;
/// Meanings of an ambiguous word.
pub const MEANING: f32 = 0.6;
/// Another nation's word.
pub const NATION: f32 = 0.5;
/// A word that is merely near.
pub const RELATED: f32 = 0.25;
/// A spelling one edit away; two edits count its square.
pub const SPELLING: f32 = 0.8;
/// Words written together or apart.
pub const JOINED: f32 = 0.9;
/// The rest of a half-typed word that is no word itself.
pub const HALF: f32 = 0.8;
/// The rest of a half-typed word that is a word itself.
pub const LONGER: f32 = 0.4;

/// Pages that match less than this share of what the best page matches are no hits.
pub const ENOUGH: f32 = 0.2;
/// What a title that is matched to some degree adds, in shares of the best possible score.
pub const TITLE_MATCH: f32 = 0.4;
/// What a title adds that is the query.
pub const TITLE_EXACT: f32 = 0.5;
/// What the best section adds, in shares of its own score.
pub const SECTION: f32 = 0.3;
/// What words close together add.
pub const CLOSE: f32 = 0.1;
