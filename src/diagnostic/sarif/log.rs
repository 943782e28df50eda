//! The parts of a SARIF 2.1.0 log that Waymark writes, named as SARIF names them.

use serde::Serialize;

/// The whole file.
#[derive(Serialize)]
pub struct Log {
    pub version: &'static str,
    #[serde(rename = "$schema")]
    pub schema: &'static str,
    pub runs: [Run; 1],
}

/// What one run of Waymark found.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    pub tool: Tool,
    pub original_uri_base_ids: Roots,
    pub column_kind: &'static str,
    pub results: Vec<Finding>,
}

/// What ran.
#[derive(Serialize)]
pub struct Tool {
    pub driver: Driver,
}

/// Waymark itself.
#[derive(Serialize)]
pub struct Driver {
    pub name: &'static str,
    pub version: &'static str,
    pub rules: Vec<Descriptor>,
}

/// SARIF's `reportingDescriptor`: one rule.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Descriptor {
    pub id: &'static str,
    pub short_description: Text,
    pub default_configuration: Configuration,
}

/// How severe a rule is unless the site says otherwise.
#[derive(Serialize)]
pub struct Configuration {
    pub level: &'static str,
}

/// SARIF's `message`: a plain text.
#[derive(Serialize)]
pub struct Text {
    pub text: String,
}

/// What relative addresses start from. Its own place is not told: it differs between machines.
#[derive(Serialize)]
pub struct Roots {
    #[serde(rename = "SITE")]
    pub site: SiteRoot,
}

/// The site folder.
#[derive(Serialize)]
pub struct SiteRoot {
    pub description: Text,
}

/// SARIF's `result`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    pub rule_id: &'static str,
    pub rule_index: Option<usize>,
    pub level: &'static str,
    pub message: Text,
    pub locations: [Location; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub properties: Option<Properties>,
}

/// What SARIF has no field for.
#[derive(Serialize)]
pub struct Properties {
    pub kind: &'static str,
}

/// Where a finding is.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Location {
    pub physical_location: Physical,
}

/// A file and a place in it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Physical {
    pub artifact_location: Artifact,
    pub region: Region,
}

/// A file, by its address relative to a root.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Artifact {
    pub uri: String,
    pub uri_base_id: &'static str,
}

/// Lines and columns, from 1; the end is one column past the last.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Region {
    pub start_line: u32,
    pub start_column: u32,
    pub end_line: u32,
    pub end_column: u32,
}
