//! What matters asks once more who it is.
use crate::context::Asked;
use async_graphql::{Context, Guard};
use async_trait::async_trait;
use kernel::{Actor, Error};

/// Stands before acts of administration and of security: whoever is signed in showed who they are a short time ago.
/// The command still asks its policy; this only makes sure that it is not somebody else at a desk that was left.
pub struct Confirmed;

#[async_trait]
impl Guard for Confirmed {
    async fn check(&self, ctx: &Context<'_>) -> async_graphql::Result<()> {
        match ctx.sign_in() {
            Some((sign_in, _)) if identity::is_confirmed(sign_in, ctx.db().now()) => Ok(()),
            Some((_, person)) if ctx.app().settings.is_of_the_demonstration(&person.handle) => {
                Ok(())
            }
            // The command says it to who is not signed in at all.
            None if ctx.actor() == Actor::Anonymous => Ok(()),
            // A program has nothing to show, and would ask for ever.
            None => Err(Error::forbidden("no token does this: sign in, and do it yourself").into()),
            Some(_) => Err(Error::Confirm.into()),
        }
    }
}
