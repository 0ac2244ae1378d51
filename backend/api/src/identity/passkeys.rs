//! Passkeys: made, named, shown and taken off.
use super::ViewerObject;
use super::mutations::{current, enter, visitor};
use crate::confirmed::Confirmed;
use crate::context::Asked;
use ::identity::{
    BeginPasskey, BeginShowingPasskey, Passkey, PasskeyAnswer, PasskeyAsked, RelyingParty,
    RemovePasskey, RenamePasskey, Secret, add_passkey, sign_in_by_passkey,
};
use async_graphql::{Context, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{PasskeyId, Result};

/// What the viewer shows with their finger, their face or the code of a device, instead of a password.
#[derive(Clone)]
pub struct PasskeyObject(pub Passkey);

#[Object(name = "Passkey")]
impl PasskeyObject {
    /// Its id.
    async fn id(&self) -> PasskeyId {
        self.0.id
    }

    /// What its person calls it.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// When it was last shown; nothing if it never was.
    async fn last_used_at(&self) -> Option<DateTime<Utc>> {
        self.0.last_used_at
    }
}

/// What a browser is asked. It answers within five minutes, once.
#[derive(SimpleObject)]
pub struct PasskeyChallenge {
    /// Options for `navigator.credentials`, as JSON.
    options: String,
}

/// A passkey that has just been made.
#[derive(SimpleObject)]
pub struct AddedPasskey {
    /// The passkey.
    passkey: PasskeyObject,
    /// Ten codes to write down, where it is the viewer's first second factor. They are shown once.
    recovery_codes: Vec<String>,
    /// Whose it is.
    viewer: ViewerObject,
}

/// Keeps a passkey that a browser made.
#[derive(InputObject)]
pub struct AddPasskeyInput {
    /// What it is called, 1 to 80 characters.
    name: String,
    /// What the browser made, as JSON.
    credential: String,
}

/// Comes in with a passkey.
#[derive(InputObject)]
pub struct SignInByPasskeyInput {
    /// What the browser shows, as JSON.
    credential: String,
}

#[derive(Default)]
pub struct PasskeysMutation;

#[Object]
impl PasskeysMutation {
    /// Begins to make a passkey of the viewer's.
    #[graphql(guard = "Confirmed")]
    async fn begin_passkey(&self, ctx: &Context<'_>) -> Result<PasskeyChallenge> {
        let party = party(ctx)?;
        let asked = ctx.write(BeginPasskey { party }).await?;
        Ok(challenge(ctx, asked))
    }

    /// Keeps the passkey that the browser made. If it is the first second factor, it is asked for from now on, and
    /// every other sign-in ends.
    async fn add_passkey(&self, ctx: &Context<'_>, input: AddPasskeyInput) -> Result<AddedPasskey> {
        let (actor, kept) = (ctx.signed_in()?, current(ctx)?);
        let made = (kept, input.name, answer(ctx, input.credential));
        let added = add_passkey(ctx.db(), party(ctx)?, actor, made).await?;
        let person = ::identity::person_by_id(&ctx.conn(), added.passkey.person_id).await?;
        Ok(AddedPasskey {
            passkey: PasskeyObject(added.passkey),
            recovery_codes: added
                .codes
                .iter()
                .map(|it| it.expose().to_owned())
                .collect(),
            viewer: ViewerObject(person.ok_or(kernel::Error::SignInFirst)?),
        })
    }

    /// Calls a passkey of the viewer's by another name.
    async fn rename_passkey(
        &self,
        ctx: &Context<'_>,
        input: RenamePasskey,
    ) -> Result<PasskeyObject> {
        ctx.write(input).await.map(PasskeyObject)
    }

    /// Takes a passkey of the viewer's off. With the last second factor the codes to recover with go, too.
    #[graphql(guard = "Confirmed")]
    async fn remove_passkey(
        &self,
        ctx: &Context<'_>,
        input: RemovePasskey,
    ) -> Result<ViewerObject> {
        ctx.write(input).await.map(ViewerObject)
    }

    /// Begins to show a passkey: to come in, or, signed in, to show once more who it is. It tells nothing of who has one.
    async fn begin_showing_passkey(&self, ctx: &Context<'_>) -> Result<PasskeyChallenge> {
        let begin = BeginShowingPasskey {
            party: party(ctx)?,
            visitor: visitor(ctx),
        };
        let asked = ctx.db().write(ctx.actor(), begin).await?;
        Ok(challenge(ctx, asked))
    }

    /// Comes in with a passkey: it is password and second factor in one.
    async fn sign_in_by_passkey(
        &self,
        ctx: &Context<'_>,
        input: SignInByPasskeyInput,
    ) -> Result<ViewerObject> {
        ctx.app().settings.ways_in.by_password()?;
        let shown = (answer(ctx, input.credential), visitor(ctx));
        let fresh = sign_in_by_passkey(ctx.db(), party(ctx)?, shown).await?;
        Ok(enter(ctx, fresh))
    }
}

/// Whose passkeys are made and shown here.
pub(super) fn party(ctx: &Context<'_>) -> Result<RelyingParty> {
    let settings = &ctx.app().settings;
    RelyingParty::new(&settings.name, &settings.public_url)
}

/// What the browser brings back, with what it kept.
pub(super) fn answer(ctx: &Context<'_>, credential: String) -> PasskeyAnswer {
    PasskeyAnswer {
        browser: ctx.asking().origin.passkey.clone().map(Secret::new),
        credential,
    }
}

fn challenge(ctx: &Context<'_>, asked: PasskeyAsked) -> PasskeyChallenge {
    let cookie = ctx.app().settings.passkey_cookie(asked.browser.expose());
    ctx.append_http_header("set-cookie", cookie);
    PasskeyChallenge {
        options: asked.options,
    }
}
