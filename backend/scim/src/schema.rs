//! What SCIM is told of itself: what is offered, of which kinds, with which attributes.
use crate::find::PAGE_MAX;
use crate::group::reference;
use crate::path::{CORE_GROUP, CORE_PERSON, ENTERPRISE};
use serde_json::{Value, json};

mod own;

const SCHEMA: &str = "urn:ietf:params:scim:schemas:core:2.0:Schema";
const RESOURCE_TYPE: &str = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";
const PROVIDER: &str = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";

/// `ServiceProviderConfig`.
pub fn provider(base: &str) -> Value {
    json!({
        "schemas": [PROVIDER],
        "patch": { "supported": true },
        "bulk": { "supported": false, "maxOperations": 0, "maxPayloadSize": 0 },
        "filter": { "supported": true, "maxResults": PAGE_MAX },
        "changePassword": { "supported": false },
        "sort": { "supported": false },
        "etag": { "supported": true },
        "authenticationSchemes": [{
            "type": "oauthbearertoken", "name": "Token",
            "description": "A token for a directory, made by an administrator", "primary": true,
        }],
        "meta": {
            "resourceType": "ServiceProviderConfig",
            "location": format!("{base}/ServiceProviderConfig"),
        },
    })
}

/// Each `ResourceType`.
pub fn resource_types(base: &str) -> Vec<Value> {
    let kind = |id: &str, (endpoint, description): (&str, &str), schema: &str| {
        json!({
            "schemas": [RESOURCE_TYPE], "id": id, "name": id, "endpoint": endpoint,
            "description": description, "schema": schema,
            "meta": {
                "resourceType": "ResourceType", "location": reference(base, ("ResourceTypes", id)),
            },
        })
    };
    let mut people = kind("User", ("/Users", "A person"), CORE_PERSON);
    people["schemaExtensions"] = json!([{ "schema": ENTERPRISE, "required": false }]);
    vec![
        people,
        kind("Group", ("/Groups", "A group of people"), CORE_GROUP),
    ]
}

/// Each `Schema`.
pub fn schemas(base: &str) -> Vec<Value> {
    let schema = |(id, name, description): (&str, &str, &str), attributes: Vec<Value>| {
        json!({
            "schemas": [SCHEMA], "id": id, "name": name, "description": description,
            "attributes": attributes,
            "meta": { "resourceType": "Schema", "location": reference(base, ("Schemas", id)) },
        })
    };
    vec![
        schema((CORE_PERSON, "User", "A person"), person()),
        schema(
            (ENTERPRISE, "EnterpriseUser", "Their place in the company"),
            company(),
        ),
        schema((CORE_GROUP, "Group", "A group of people"), group()),
        schema(
            (PROVIDER, "ServiceProviderConfig", "What is offered"),
            own::provider(),
        ),
        schema(
            (RESOURCE_TYPE, "ResourceType", "A kind of resource"),
            own::resource_type(),
        ),
        schema(
            (SCHEMA, "Schema", "The attributes of a kind"),
            own::schema(),
        ),
    ]
}

fn person() -> Vec<Value> {
    let name = crate::person::NAME_PARTS.map(|part| text(part, "A part of the name"));
    let email = [
        text("value", "The address"),
        text("display", "The address as it is shown"),
        with(
            text("type", "What it is for"),
            json!({ "canonicalValues": ["work", "home", "other"] }),
        ),
        truth("primary", "Whether letters go there; of one at most"),
    ];
    let group = [
        text("value", "Its id"),
        with(
            text("$ref", "Its address"),
            json!({ "type": "reference", "referenceTypes": ["Group"] }),
        ),
        text("display", "Its name"),
        with(
            text("type", "How they belong to it"),
            json!({ "canonicalValues": ["direct"] }),
        ),
    ];
    let group = group.map(|part| with(part, json!({ "mutability": "readOnly" })));
    vec![
        with(
            text("userName", "Who they are in the directory"),
            json!({ "required": true, "uniqueness": "server" }),
        ),
        external_id(),
        parts("name", "The parts of the name", name.to_vec()),
        text("displayName", "What they are called"),
        text("title", "What they are in the company"),
        text("preferredLanguage", "The language they are greeted in"),
        text(
            "locale",
            "Where they are, for the language, if it is not said",
        ),
        text("timezone", "The time zone they begin with"),
        truth("active", "Whether they may come in"),
        several("emails", "Their addresses", email.to_vec()),
        with(
            several("groups", "The groups they are in", group.to_vec()),
            json!({ "mutability": "readOnly" }),
        ),
    ]
}

fn company() -> Vec<Value> {
    let manager = [
        text("value", "The id of that person"),
        with(
            text("$ref", "The address of that person"),
            json!({ "type": "reference", "referenceTypes": ["User"], "mutability": "readOnly" }),
        ),
    ];
    vec![
        text("department", "The department"),
        text("division", "The division"),
        text("costCenter", "The cost centre"),
        parts("manager", "To whom they report", manager.to_vec()),
    ]
}

fn group() -> Vec<Value> {
    let member = [
        text("value", "The id of a person"),
        with(
            text("$ref", "The address of that person"),
            json!({ "type": "reference", "referenceTypes": ["User"] }),
        ),
        with(
            text("type", "What it is"),
            json!({ "canonicalValues": ["User"] }),
        ),
    ];
    let member = member.map(|part| with(part, json!({ "mutability": "immutable" })));
    vec![
        with(
            text("displayName", "What it is called"),
            json!({ "required": true, "uniqueness": "server" }),
        ),
        external_id(),
        several("members", "Who is in it", member.to_vec()),
    ]
}

/// The directory's own name for a resource, by which it finds it again.
fn external_id() -> Value {
    let told = text("externalId", "What the directory calls it");
    with(told, json!({ "caseExact": true, "uniqueness": "server" }))
}

/// A text.
fn text(name: &str, description: &str) -> Value {
    json!({
        "name": name, "type": "string", "multiValued": false, "description": description,
        "required": false, "caseExact": false, "mutability": "readWrite",
        "returned": "default", "uniqueness": "none",
    })
}

fn truth(name: &str, description: &str) -> Value {
    json!({
        "name": name, "type": "boolean", "multiValued": false, "description": description,
        "required": false, "mutability": "readWrite", "returned": "default",
    })
}

/// Something with parts.
fn parts(name: &str, description: &str, parts: Vec<Value>) -> Value {
    with(
        truth(name, description),
        json!({ "type": "complex", "subAttributes": parts }),
    )
}

/// Several of something with parts.
fn several(name: &str, description: &str, of: Vec<Value>) -> Value {
    with(parts(name, description, of), json!({ "multiValued": true }))
}

/// An attribute that is so in some ways.
fn with(mut attribute: Value, ways: Value) -> Value {
    if let (Some(parts), Value::Object(ways)) = (attribute.as_object_mut(), ways) {
        parts.extend(ways);
    }
    attribute
}
