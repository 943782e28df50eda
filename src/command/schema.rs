//! `waymark schema`

use super::Outcome;
use crate::cli::{self, SchemaOf};
use crate::document::{
    DocumentType, allowed_detail, bank_holidays, contact, glossary, legislation, search_test, synonym, timescale,
};
use crate::front_matter::schema::{of_list, of_mapping};
use crate::settings;
use std::error::Error;
use std::io::Write;

/// Prints a JSON Schema to standard output.
///
/// # Errors
/// If standard output is closed.
pub fn run(args: &cli::Schema) -> Result<Outcome, Box<dyn Error>> {
    let schema = match args.of {
        SchemaOf::Guidance => of_mapping("Guidance", DocumentType::Guidance.tables()),
        SchemaOf::Page => of_mapping("Page", DocumentType::Page.tables()),
        SchemaOf::CaseStudy => of_mapping("Case study", DocumentType::CaseStudy.tables()),
        SchemaOf::Framework => of_mapping("Threshold framework", DocumentType::Framework.tables()),
        SchemaOf::Site => of_mapping("Settings of a site", &[settings::FIELDS]),
        SchemaOf::Glossary => of_list("Glossary", glossary::FIELDS),
        SchemaOf::Legislation => of_list("Legislation", legislation::FIELDS),
        SchemaOf::Contacts => of_list("Contacts", contact::FIELDS),
        SchemaOf::Timescales => of_list("Timescales", timescale::FIELDS),
        SchemaOf::BankHolidays => of_list("Bank holidays", bank_holidays::FIELDS),
        SchemaOf::Synonyms => of_list("Synonyms", synonym::FIELDS),
        SchemaOf::SearchTests => of_list("Search tests", search_test::FIELDS),
        SchemaOf::AllowedDetails => of_list("Allowed details", allowed_detail::FIELDS),
    };
    let schema = serde_json::to_string_pretty(&schema)?;
    writeln!(std::io::stdout().lock(), "{schema}")?;
    Ok(Outcome::Clean)
}
