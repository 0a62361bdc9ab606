//! `schema`: takes the declared keys of a kind of file, gives them as a JSON Schema (draft 7, as editors read).

use std::collections::BTreeMap;

use briefpress::diag::{Code, Severity};
use briefpress::explain;
use briefpress::language::{Labels, Word};
use briefpress::layout::Field;
use briefpress::read::format::{
    BOARD_FILE, BRIEFING, FORMAT, Key, Keys, LAYOUT, Mapping, PROJECT, Rule, SHEET, Value,
};
use briefpress::style::Swatch;
use serde_json::{Value as Json, json};

use super::args::{SchemaArgs, SchemaKind};
use super::{Exit, print};

pub(crate) fn schema(args: &SchemaArgs) -> Exit {
    print(&schema_of(args.kind));
    Exit::Done
}

/// The schema of a kind of file, as it is written.
pub(super) fn schema_of(kind: SchemaKind) -> String {
    let root = match kind {
        SchemaKind::Briefing => &BRIEFING,
        SchemaKind::Board => &BOARD_FILE,
        SchemaKind::Layout => &LAYOUT,
        SchemaKind::Sheet => &SHEET,
        SchemaKind::Project => &PROJECT,
    };
    format!("{:#}\n", of(root))
}

/// The schema of a whole file; its parts are definitions, for a frame may hold frames.
fn of(root: &'static Mapping) -> Json {
    let mut definitions = BTreeMap::new();
    let mut whole = object(root, &mut definitions);
    whole["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    whole["title"] = json!(root.what);
    whole["$comment"] = json!(format!("briefpress format {FORMAT}"));
    let definitions = definitions.into_iter().map(|(name, schema)| (name, schema.unwrap_or_default()));
    whole["definitions"] = Json::Object(definitions.collect());
    whole
}

/// A colour by a name of the writer's own.
const NAMED: &str = r"^\$[a-z][a-z0-9-]*$";
const NAMED_PLATE: &str = r"^on \$[a-z][a-z0-9-]*$";

/// Definitions by name; one that is being written has no text yet.
type Definitions = BTreeMap<String, Option<Json>>;

/// A reference to a mapping, which is defined at its first use.
fn reference(mapping: &'static Mapping, definitions: &mut Definitions) -> Json {
    let name = mapping.what.trim_start_matches("a ").replace('`', "").replace(' ', "-");
    if !definitions.contains_key(&name) {
        definitions.insert(name.clone(), None);
        let schema = object(mapping, definitions);
        definitions.insert(name.clone(), Some(schema));
    }
    json!({ "$ref": format!("#/definitions/{name}") })
}

fn object(mapping: &'static Mapping, definitions: &mut Definitions) -> Json {
    let mut properties = serde_json::Map::new();
    let mut required = Vec::new();
    match &mapping.keys {
        Keys::Table(keys) => {
            for key in *keys {
                properties.insert(key.name.to_owned(), property(key, definitions));
                required.extend(key.needed.then_some(key.name));
            }
        }
        Keys::Colours(value) => {
            for swatch in Swatch::ALL {
                let schema = described(value_of(*value, true, definitions), swatch.about(), "\"#0f4c5c\"");
                properties.insert(swatch.as_str().to_owned(), schema);
            }
        }
        Keys::Words => {
            let english = Labels::english();
            for word in Word::all() {
                let schema =
                    described(value_of(Value::Line, false, definitions), word.about(), english.get(word));
                properties.insert(word.as_str().to_owned(), schema);
            }
        }
        Keys::Chosen(_) => {}
        Keys::Rules => {
            let rules = Code::ALL.iter().filter(|code| code.weight().is_some());
            properties.extend(rules.map(|code| (code.as_str().to_owned(), rule_of(*code))));
        }
    }
    let mut schema = json!({
        "type": "object",
        "description": mapping.about,
        "properties": properties,
        "additionalProperties": false,
    });
    if let Keys::Chosen(value) = mapping.keys {
        schema["additionalProperties"] = value_of(value, true, definitions);
    }
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    match mapping.rule {
        Some(Rule::Needs(flag, other)) => {
            schema["if"] = json!({ "properties": { flag: { "const": true } }, "required": [flag] });
            schema["then"] = json!({ "required": [other] });
        }
        Some(Rule::Unless(one, others)) => {
            schema["anyOf"] = json!([{ "required": [one] }, { "required": others }]);
        }
        Some(Rule::NotBoth(one, other)) => schema["not"] = json!({ "required": [one, other] }),
        None => {}
    }
    schema
}

fn property(key: &Key, definitions: &mut Definitions) -> Json {
    described(value_of(key.value, key.needed, definitions), key.about, key.example)
}

/// A schema with what it is for; beside a reference other words are not read, so it is wrapped.
fn described(schema: Json, about: &str, example: &str) -> Json {
    let mut schema = if schema.get("$ref").is_some() { json!({ "allOf": [schema] }) } else { schema };
    schema["description"] = json!(about);
    if !example.is_empty() {
        schema["examples"] = json!([typed(example)]);
    }
    schema
}

/// An example as the value that YAML makes of it.
fn typed(example: &str) -> Json {
    let plain = example.trim_matches('"');
    if plain.len() < example.len() {
        return json!(plain);
    }
    serde_json::from_str(example).unwrap_or_else(|_| json!(example))
}

/// The weights that a rule can be given. YAML of old takes `off` for false.
fn rule_of(code: Code) -> Json {
    let least = code.weight().and_then(|weight| weight.least);
    let allowed = [None, Some(Severity::Note), Some(Severity::Warning), Some(Severity::Error)];
    let words = allowed.iter().filter(|level| **level >= least);
    let mut words: Vec<Json> = words.map(|level| json!(level.map_or("off", Severity::as_str))).collect();
    if least.is_none() {
        words.push(json!(false));
    }
    json!({ "enum": words, "description": format!("{}. {}.", explain::title(code), explain::weight(code)) })
}

/// A key without a text behind it counts as not written, so one that may be absent may also be null.
fn value_of(value: Value, needed: bool, definitions: &mut Definitions) -> Json {
    let mut schema = match value {
        Value::Line => line(needed),
        Value::Body => json!({ "type": "string", "pattern": r"\S", "maxLength": 20_000 }),
        Value::Date => {
            json!({ "type": "string", "pattern": "^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" })
        }
        Value::Flag => json!({ "enum": [true, false, "yes", "no"] }),
        Value::Whole(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Value::Decimal(most) => json!({ "type": "number", "minimum": 0, "maximum": most }),
        Value::Ends => json!({ "anyOf": [
            { "type": "number", "minimum": 0, "maximum": 100 },
            { "type": "string", "pattern": r"^[0-9]+(\.[0-9]+)? to [0-9]+(\.[0-9]+)?$" },
        ]}),
        Value::Each(pattern) => {
            json!({ "type": "array", "items": { "type": "string", "pattern": pattern }, "maxItems": 100 })
        }
        Value::ListOf(one, other) => list_of(one, other, 1, definitions),
        Value::NamedLists(one, other) => {
            // A part that draws nothing is there for a look to fill.
            let list = list_of(one, other, 0, definitions);
            json!({ "type": "object", "additionalProperties": list })
        }
        Value::Phone => json!({ "type": ["string", "integer"], "pattern": "[0-9]", "maxLength": 200 }),
        Value::Pattern(pattern) => json!({ "type": "string", "pattern": pattern, "maxLength": 200 }),
        Value::Numbers => json!({ "anyOf": [
            { "type": "integer", "minimum": 1, "maximum": 7 },
            { "type": "string", "pattern": "^[1-7]-[1-7]$" },
        ]}),
        Value::Choice(words) => json!({ "enum": words }),
        Value::Swatch => swatch(),
        Value::Words => words(),
        Value::Logo => logo(),
        Value::Either(pattern, mapping) => json!({ "anyOf": [
            { "type": "string", "pattern": pattern },
            reference(mapping, definitions),
        ]}),
        Value::Keys(mapping) => reference(mapping, definitions),
        Value::List(mapping, least, most) => list(mapping, least, most, definitions),
        Value::WordOrList(word, mapping, least, most) => json!({ "anyOf": [
            { "const": word },
            list(mapping, least, most, definitions),
        ]}),
        Value::Named(mapping) => {
            json!({ "type": "object", "additionalProperties": reference(mapping, definitions) })
        }
    };
    if !needed {
        schema = or_null(schema);
    }
    schema
}

/// A text of one line, which must say something where the key is needed.
fn line(needed: bool) -> Json {
    let mut line = json!({ "type": ["string", "number"], "maxLength": 200 });
    if needed {
        line["pattern"] = json!(r"\S");
    }
    line
}

/// A colour of the theme or the name of one of a person's own.
fn swatch() -> Json {
    let words: Vec<_> = Swatch::ALL.iter().map(|swatch| swatch.as_str()).collect();
    json!({ "anyOf": [{ "enum": words }, { "type": "string", "pattern": NAMED }] })
}

/// A text of a layout, with the fields of a briefing in braces.
fn words() -> Json {
    let fields: Vec<&str> = Field::NAMES.iter().map(|(name, _)| *name).collect();
    let pattern = format!(r"^([^{{}}]|\{{({})\}})+$", fields.join("|"));
    json!({ "type": ["string", "number"], "pattern": pattern })
}

/// A logo on no ground, or on one of a colour.
fn logo() -> Json {
    let on: Vec<String> = Swatch::ALL.iter().map(|s| format!("on {}", s.as_str())).collect();
    json!({ "anyOf": [{ "const": true }, { "enum": on }, { "type": "string", "pattern": NAMED_PLATE }] })
}

fn list(mapping: &'static Mapping, least: usize, most: usize, definitions: &mut Definitions) -> Json {
    at_least(least, json!({ "type": "array", "items": reference(mapping, definitions), "maxItems": most }))
}

/// A list that has to have so many entries.
fn at_least(least: usize, mut list: Json) -> Json {
    if least > 0 {
        list["minItems"] = json!(least);
    }
    list
}

fn list_of(
    one: &'static Mapping,
    other: &'static Mapping,
    least: usize,
    definitions: &mut Definitions,
) -> Json {
    let items = json!({ "anyOf": [reference(one, definitions), reference(other, definitions)] });
    at_least(least, json!({ "type": "array", "items": items, "maxItems": 100 }))
}

fn or_null(mut schema: Json) -> Json {
    match (schema.get("type").cloned(), schema.get("enum").cloned()) {
        (Some(Json::Array(mut types)), _) => {
            types.push(json!("null"));
            schema["type"] = json!(types);
            schema
        }
        (Some(kind), _) => {
            schema["type"] = json!([kind, "null"]);
            schema
        }
        (_, Some(Json::Array(mut words))) => {
            words.push(Json::Null);
            schema["enum"] = json!(words);
            schema
        }
        _ => json!({ "anyOf": [schema, { "type": "null" }] }),
    }
}
