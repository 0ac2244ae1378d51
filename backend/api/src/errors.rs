//! Errors as the web app reads them: words for the person, a code for the program.
use async_graphql::{ErrorExtensionValues, ServerError, Value};
use kernel::{Error, with_causes};

/// Gives an error its code, and keeps from the asker what is not theirs to see.
pub fn dress(shown: &mut ServerError, request_id: &str) {
    let mut extensions = ErrorExtensionValues::default();
    extensions.set("requestId", request_id);
    match shown.source::<Error>() {
        Some(error) => {
            extensions.set("code", error.code());
            describe(error, &mut extensions);
            if let Error::Internal(source) = error {
                tracing::error!(request_id, path = ?shown.path, error = %with_causes(source.as_ref()), "a resolver failed");
                shown.message = "something went wrong on our side; try again".to_owned();
            }
        }
        // The document itself was wrong: an unknown field, a missing variable, an id of another kind.
        None => extensions.set("code", "INVALID"),
    }
    shown.extensions = Some(extensions);
}

fn describe(error: &Error, extensions: &mut ErrorExtensionValues) {
    if let Some(field) = error.field() {
        extensions.set("field", field.into_owned());
    }
    match error {
        Error::Invalid {
            hint: Some(hint), ..
        } => extensions.set("hint", hint.as_ref()),
        Error::Conflict {
            current: Some(current),
            ..
        } => {
            let current = Value::from_json(current.clone()).unwrap_or_default();
            extensions.set("current", current);
        }
        Error::SlowDown(seconds) => extensions.set("retryAfter", *seconds),
        _ => {}
    }
}

/// What was found; nothing where the viewer may not see it.
pub fn seen<T>(found: kernel::Result<T>) -> kernel::Result<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(Error::NotFound(_) | Error::Forbidden(_)) => Ok(None),
        Err(error) => Err(error),
    }
}
