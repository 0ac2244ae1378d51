use super::{PersonObject, ViewerObject};
use crate::context::Asked;
use crate::typed::typed;
use ::communities::{PersonSeen, See};
use async_graphql::{Context, Object};
use kernel::{Error, Result, permit};

#[derive(Default)]
pub struct IdentityQuery;

#[Object]
impl IdentityQuery {
    /// Who asks; nothing when nobody is signed in.
    async fn viewer(&self, ctx: &Context<'_>) -> Option<ViewerObject> {
        ctx.viewer().cloned().map(ViewerObject)
    }

    /// A person, if there is one the viewer shares a community with.
    async fn person(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The word they are mentioned by, without the @.")] handle: String,
    ) -> Result<Option<PersonObject>> {
        let actor = ctx.signed_in()?;
        let handle = typed("handle", &handle)?;
        let found = ::communities::person_seen_by_handle(&ctx.conn(), actor, &handle).await;
        match found.and_then(|seen| permit::<See, PersonSeen>(actor, seen)) {
            Ok(seen) => Ok(Some(PersonObject(seen.into_subject().person))),
            Err(Error::NotFound(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }
}
