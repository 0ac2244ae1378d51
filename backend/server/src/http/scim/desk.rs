//! One request of a directory, and what is done for it.
pub(super) mod groups;
pub(super) mod people;

use super::answer::{Answered, Refused, empty, page, respond};
use ::scim::{Asked, Filter, Found, Kept, Precondition, Projection};
use kernel::{ApiTokenId, Db, Error};
use poem::http::{HeaderValue, StatusCode, header};
use poem::{Request, Response};
use serde_json::Value;
use std::collections::HashMap;

pub(super) struct Desk<'a> {
    pub db: &'a Db,
    pub request: &'a Request,
    pub token: ApiTokenId,
    /// The address of `/scim/v2`.
    pub base: String,
}

impl Desk<'_> {
    /// The version that they have seen of what they change.
    fn seen(&self) -> Precondition {
        let seen = self.request.header(header::IF_MATCH);
        Precondition(seen.map(str::to_owned))
    }

    /// Whether they have this version already.
    fn has(&self, version: &str) -> bool {
        let known = self.request.header(header::IF_NONE_MATCH);
        known.is_some_and(|known| known.split(',').any(|tag| tag.trim() == version))
    }

    fn projection(&self) -> Result<Projection, Refused> {
        let words = self.words()?;
        let word = |name: &str| words.get(name).map(String::as_str);
        Ok(Projection::read(
            word("attributes"),
            word("excludedAttributes"),
        )?)
    }

    fn asked(&self) -> Result<Asked, Refused> {
        let words = self.words()?;
        if words.contains_key("sortBy") {
            let words = "nothing is sorted here; ServiceProviderConfig says so";
            return Err(Error::invalid("invalidValue", words).into());
        }
        let number = |name: &str| match words.get(name).map(|text| text.parse::<i64>()) {
            None => Ok(None),
            // What is below is taken for the lowest, as the RFC has it.
            Some(Ok(number)) => Ok(Some(u64::try_from(number).unwrap_or(0))),
            Some(Err(_)) => Err(Error::invalid(
                "invalidValue",
                "startIndex and count are numbers",
            )),
        };
        let filter = words.get("filter").map(|text| Filter::parse(text));
        Ok(Asked {
            filter: filter.transpose()?,
            start: number("startIndex")?.unwrap_or(1),
            count: number("count")?,
            shown: self.projection()?,
        })
    }

    /// What stands in the address, each once.
    fn words(&self) -> Result<HashMap<String, String>, Error> {
        let read = self.request.params::<HashMap<String, String>>();
        read.map_err(|_| Error::invalid("invalidValue", "the question cannot be read"))
    }

    /// What was found, each as far as they want to read it.
    fn listed(&self, asked: &Asked, found: Found<impl Kept>) -> Answered {
        let shown = |kept| asked.shown.of(Kept::shown(kept, &self.base));
        let shown: Vec<Value> = found.page.iter().map(shown).collect();
        page(&shown, (found.total, found.start))
    }

    /// What they asked for, unless they have it already.
    fn read(&self, kept: &impl Kept) -> Answered {
        match self.has(&kept.version()) {
            true => Ok(empty(StatusCode::NOT_MODIFIED)),
            false => self.resource(StatusCode::OK, kept),
        }
    }

    /// A resource as far as they want to read it, with its version.
    fn resource(&self, status: StatusCode, kept: &impl Kept) -> Answered {
        let shown = self.projection()?.of(kept.shown(&self.base));
        let mut response = respond(status, &shown)?;
        tag(&mut response, &kept.version());
        Ok(response)
    }

    /// A resource that is new, with where it is.
    fn created<T: Kept>(&self, kept: &T) -> Answered {
        let mut response = self.resource(StatusCode::CREATED, kept)?;
        let location = format!("{}/{}/{}", self.base, T::PLACE, kept.id());
        if let Ok(location) = HeaderValue::from_str(&location) {
            response.headers_mut().insert(header::LOCATION, location);
        }
        Ok(response)
    }
}

fn tag(response: &mut Response, version: &str) {
    if let Ok(tag) = HeaderValue::from_str(version) {
        response.headers_mut().insert(header::ETAG, tag);
    }
}
