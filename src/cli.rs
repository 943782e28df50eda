//! The command line, and nothing but the command line.

use crate::document::framework::party::Agency;
use crate::document::meta::{Nation, Status};
use crate::index::TYPES;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum, value_parser};
use jiff::civil::Date;
use std::path::PathBuf;

/// Turns a folder of Markdown guidance into an accessible static site, and names every mistake.
#[derive(Debug, Parser)]
#[command(
    name = "waymark",
    version,
    propagate_version = true,
    disable_help_subcommand = true,
    arg_required_else_help = true
)]
#[command(
    after_help = "Start with `waymark new my-site`, then `waymark serve my-site`.\nExit status: 0 clean, 1 the content has errors, 2 the command could not run."
)]
pub struct Cli {
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a small working site to start from
    New(New),
    /// Build the site into a folder that works over HTTP and from disk
    Build(Build),
    /// Find every mistake without writing anything
    Check(Check),
    /// Preview the site while writing: pages reload when a file is saved
    Serve(Serve),
    /// Search a built site, in a folder or a zip file, as its own pages do
    Search(Search),
    /// Print the JSON Schema of a front matter type or data file
    Schema(Schema),
    /// Turn an existing manual into a site folder
    Import(Import),
    /// List what an editor should know
    Report(Report),
    /// Find out which built editions still hold a case study, and prove that others do not
    Takedown(Takedown),
}

/// `waymark new`
#[derive(Debug, Args)]
#[command(after_help = "Example: waymark new my-site")]
pub struct New {
    /// The folder to make; it must not exist, or be empty
    pub dir: PathBuf,
}

/// The site folder and the day, which most commands take.
#[derive(Debug, Args)]
pub struct SiteArgs {
    /// The site folder, which holds content/
    #[arg(default_value = ".", value_name = "SITE")]
    pub site: PathBuf,
    /// Build as if it were this day (for example --at 2027-04-01)
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub at: Option<Date>,
    /// Include drafts and pages that are to be published later (for example waymark check --drafts)
    #[arg(long)]
    pub drafts: bool,
}

/// How findings are told.
#[derive(Debug, Args)]
pub struct FindingArgs {
    /// Exit with 1 on warnings as well (for example waymark check --deny-warnings)
    #[arg(long)]
    pub deny_warnings: bool,
    /// How findings are written: for people, one JSON object a line, or SARIF (for example --format json)
    #[arg(long, value_enum, default_value_t = Format::Human, value_name = "FORMAT")]
    pub format: Format,
}

/// `waymark build`
#[derive(Debug, Args)]
#[command(after_help = "Example: waymark build my-site --out public --deny-warnings")]
pub struct Build {
    /// The site and the day
    #[command(flatten)]
    pub site: SiteArgs,
    /// The folder to publish into; left out, it is public/ in the site folder (for example --out /srv/guidance)
    #[arg(long, value_name = "FOLDER")]
    pub out: Option<PathBuf>,
    /// How findings are told
    #[command(flatten)]
    pub findings: FindingArgs,
}

/// `waymark check`
#[derive(Debug, Args)]
#[command(after_help = "Example: waymark check my-site --format sarif > findings.sarif")]
pub struct Check {
    /// The site and the day
    #[command(flatten)]
    pub site: SiteArgs,
    /// How findings are told
    #[command(flatten)]
    pub findings: FindingArgs,
}

/// `waymark serve`
#[derive(Debug, Args)]
#[command(after_help = "Example: waymark serve my-site --port 4000")]
pub struct Serve {
    /// The site and the day
    #[command(flatten)]
    pub site: SiteArgs,
    /// The port on this machine; 0 takes any that is free (for example --port 8080)
    #[arg(long, default_value_t = 4000, value_name = "PORT")]
    pub port: u16,
}

/// `waymark search`
#[derive(Debug, Args)]
#[command(
    after_help = "Example: waymark search return home interview --nation england\n\n\"Quoted words\" are found as they stand, -word leaves pages out: \n`waymark search -- missing -school`.\nExit status: 0 something was found, 1 nothing was found, 2 the command could not run."
)]
pub struct Search {
    /// What to search for
    #[arg(required_unless_present = "queries", conflicts_with = "queries", value_name = "QUERY")]
    pub query: Vec<String>,
    /// The built site: a folder or a zip file; left out, public/ or this folder (for example waymark search mash --site guidance.zip)
    #[arg(long, value_name = "FOLDER-OR-ZIP")]
    pub site: Option<PathBuf>,
    /// Only pages of this type (for example waymark search cuckooing --type case-study)
    #[arg(long = "type", value_name = "TYPE", value_parser = PossibleValuesParser::new(TYPES.iter().map(|(name, _)| *name)))]
    pub kind: Vec<String>,
    /// Only pages on this topic, by its id (for example waymark search consent --topic referral)
    #[arg(long, value_name = "TOPIC")]
    pub topic: Vec<String>,
    /// Only pages for this audience, by its id (for example waymark search absence --audience teachers)
    #[arg(long, value_name = "AUDIENCE")]
    pub audience: Vec<String>,
    /// Only pages about this nation (for example waymark search conference --nation wales)
    #[arg(long, value_name = "NATION", value_parser = PossibleValuesParser::new(Nation::NAMES))]
    pub nation: Vec<String>,
    /// Only frameworks with this level of need (for example waymark search missing --level 4)
    #[arg(long, value_name = "LEVEL")]
    pub level: Vec<String>,
    /// Only pages with this status (for example waymark search recording --status in-force)
    #[arg(long, value_name = "STATUS", value_parser = PossibleValuesParser::new(Status::NAMES))]
    pub status: Vec<String>,
    /// The most pages to show (for example waymark search police --limit 3)
    #[arg(long, default_value_t = 10, value_name = "N", value_parser = value_parser!(u32).range(1..=1_000))]
    pub limit: u32,
    /// Write one JSON object a hit (for example waymark search grooming --json)
    #[arg(long)]
    pub json: bool,
    /// Ask every line of a file, or of standard input if it is - (for example waymark search --queries queries.txt --json)
    #[arg(long, value_name = "FILE", requires = "json")]
    pub queries: Option<PathBuf>,
}

/// `waymark schema`
#[derive(Debug, Args)]
#[command(after_help = "Example: waymark schema guidance > guidance.schema.json")]
pub struct Schema {
    /// The type of document or data file
    #[arg(value_enum, value_name = "TYPE")]
    pub of: SchemaOf,
}

/// What has a schema.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum SchemaOf {
    /// Front matter of guidance
    Guidance,
    /// Front matter of any other page
    Page,
    /// Front matter of a case study
    CaseStudy,
    /// Front matter of a threshold framework
    Framework,
    /// site.yaml
    Site,
    /// glossary.yaml
    Glossary,
    /// legislation.yaml
    Legislation,
    /// contacts.yaml
    Contacts,
    /// timescales.yaml
    Timescales,
    /// bank-holidays.yaml
    BankHolidays,
    /// synonyms.yaml
    Synonyms,
    /// search-tests.yaml
    SearchTests,
    /// allowed-details.yaml
    AllowedDetails,
}

/// `waymark import`
#[derive(Debug, Args)]
pub struct Import {
    /// Where the manual comes from
    #[command(subcommand)]
    pub from: ImportFrom,
}

/// The dialects that can be imported.
#[derive(Debug, Subcommand)]
pub enum ImportFrom {
    /// A Jekyll, kramdown or govspeak manual
    #[command(after_help = "Example: waymark import jekyll old-manual my-site")]
    Jekyll {
        /// The manual's folder
        src: PathBuf,
        /// The site folder to make; it must not exist, or be empty
        dest: PathBuf,
    },
}

/// `waymark report`
#[derive(Debug, Args)]
pub struct Report {
    /// What to list
    #[command(subcommand)]
    pub what: ReportOn,
}

/// The reports.
#[derive(Debug, Subcommand)]
pub enum ReportOn {
    /// Every address elsewhere that the site links to, with the places; nothing is fetched
    #[command(after_help = "Example: waymark report links my-site --format json")]
    Links(ReportArgs),
    /// What is missing: harms without guidance, signs without cases or responses, guidance no query test reaches
    #[command(after_help = "Example: waymark report coverage my-site")]
    Coverage(ReportArgs),
    /// Who must, should and may do what, by when and on what basis
    #[command(after_help = "Example: waymark report duties my-site --agency police")]
    Duties {
        /// The site, the day and the form
        #[command(flatten)]
        args: ReportArgs,
        /// Only what this agency leads, takes part in or is told (for example --agency police)
        #[arg(long, value_name = "AGENCY", value_parser = agencies())]
        agency: Option<Agency>,
    },
    /// Who made each case study anonymous, who checked it and how, and what was allowed
    #[command(after_help = "Example: waymark report anonymisation my-site")]
    Anonymisation(ReportArgs),
    /// Case studies that are past the day after which they are taken down, or soon will be
    #[command(after_help = "Example: waymark report removals my-site --at 2027-04-01")]
    Removals(ReportArgs),
}

/// What every report takes.
#[derive(Debug, Args)]
pub struct ReportArgs {
    /// The site and the day
    #[command(flatten)]
    pub site: SiteArgs,
    /// For people, or one JSON object a line (for example --format json)
    #[arg(long, value_enum, default_value_t = ReportFormat::Human, value_name = "FORMAT")]
    pub format: ReportFormat,
}

impl ReportOn {
    /// The site, the day and the form.
    pub fn args(&self) -> &ReportArgs {
        match self {
            ReportOn::Links(args)
            | ReportOn::Coverage(args)
            | ReportOn::Duties { args, .. }
            | ReportOn::Anonymisation(args)
            | ReportOn::Removals(args) => args,
        }
    }
}

fn agencies() -> impl TypedValueParser<Value = Agency> {
    // Only names pass the first parser, so every one of them is an agency.
    PossibleValuesParser::new(Agency::NAMES).map(|name| Agency::named(&name).unwrap_or(Agency::Anyone))
}

/// `waymark takedown`
#[derive(Debug, Args)]
#[command(
    after_help = "Example: waymark takedown borrowed-phone editions/*.zip public\n\nAfter the file is deleted and the site is built again:\n  waymark takedown borrowed-phone public --from editions/2026-05.zip\nExit status: 0 no edition has a trace of it, 1 at least one has, 2 the command could not run."
)]
pub struct Takedown {
    /// The page's id, such as case-studies/borrowed-phone; the last part is enough
    pub id: String,
    /// Built editions: folders or zip files
    #[arg(required = true, value_name = "EDITION")]
    pub editions: Vec<PathBuf>,
    /// An edition that still has it, where the others no longer do (for example --from editions/2026-05.zip)
    #[arg(long, value_name = "EDITION")]
    pub from: Option<PathBuf>,
    /// The site folder, which may still have it (for example --site my-site)
    #[arg(long, default_value = ".", value_name = "SITE")]
    pub site: PathBuf,
    /// For people, or one JSON object an edition (for example --format json)
    #[arg(long, value_enum, default_value_t = ReportFormat::Human, value_name = "FORMAT")]
    pub format: ReportFormat,
}

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, to standard error
    Human,
    /// One JSON object a line, to standard output
    Json,
    /// One SARIF 2.1.0 document, to standard output
    Sarif,
}

/// How reports are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For people
    Human,
    /// One JSON object a line
    Json,
}

fn date(text: &str) -> Result<Date, String> {
    crate::front_matter::record::parse_date(text)
        .ok_or_else(|| "write an existing date as YYYY-MM-DD, such as 2027-04-01".to_owned())
}
