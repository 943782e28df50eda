//! Tables of fields as JSON Schema (draft 2020-12), for editors that complete front matter.

use super::field::{Field, Kind};
use serde_json::{Map, Value, json};

/// The schema of a mapping with the fields of some tables.
pub fn of_mapping(title: &str, tables: &[&[Field]]) -> Value {
    let mut schema = object(tables);
    if let Some(map) = schema.as_object_mut() {
        map.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
        map.insert("title".into(), json!(title));
    }
    schema
}

/// The schema of a data file: a list of mappings.
pub fn of_list(title: &str, table: &[Field]) -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "type": "array",
        "items": object(&[table]),
    })
}

fn object(tables: &[&[Field]]) -> Value {
    let fields = || tables.iter().copied().flatten();
    let properties: Map<String, Value> = fields().map(|field| (field.name.to_owned(), property(field))).collect();
    let required: Vec<&str> = fields().filter(|field| field.required).map(|field| field.name).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

fn property(field: &Field) -> Value {
    let mut schema = kind(field.kind);
    if let Some(map) = schema.as_object_mut() {
        map.insert("description".into(), json!(field.doc));
    }
    schema
}

fn kind(kind: Kind) -> Value {
    let one_or_many = |item: Value| json!({ "anyOf": [item, { "type": "array", "items": item }] });
    match kind {
        Kind::Text => json!({ "type": "string", "minLength": 1 }),
        Kind::Phone => json!({ "type": "string", "pattern": "^[0-9 +()-]+$" }),
        Kind::Email => json!({ "type": "string", "format": "email" }),
        Kind::Slug => slug(),
        Kind::Date => json!({ "type": "string", "format": "date", "pattern": "^\\d{4}-\\d{2}-\\d{2}$" }),
        Kind::Number => json!({ "type": "integer", "minimum": 1 }),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Choice(names) => json!({ "enum": names }),
        Kind::Texts => one_or_many(json!({ "type": "string", "minLength": 1 })),
        Kind::Slugs => one_or_many(slug()),
        Kind::Choices(names) => one_or_many(json!({ "enum": names })),
        Kind::Record(fields) => object(&[fields]),
        Kind::Records(fields) => json!({ "type": "array", "items": object(&[fields]) }),
        Kind::Names => json!({ "type": "object", "additionalProperties": { "type": "string" } }),
        Kind::Free => json!({}),
    }
}

fn slug() -> Value {
    json!({ "type": "string", "pattern": "^[a-z0-9-]+$" })
}
