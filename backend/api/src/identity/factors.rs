//! Second factors, and showing once more who one is.
use super::mutations::{current, enter};
use super::passkeys::{answer, party};
use super::{PersonObject, ViewerObject};
use crate::confirmed::Confirmed;
use crate::context::Asked;
use ::identity::{
    BeginSecondFactor, Proof, RenewRecoveryCodes, ResetSecondFactor, Secret, recovery_codes_left,
};
use async_graphql::{Context, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{Error, PersonId, Result};
use std::fmt::Write;

/// That a second factor is asked of the viewer.
pub struct SecondFactorObject {
    pub person: PersonId,
    pub since: DateTime<Utc>,
}

#[Object(name = "SecondFactor")]
impl SecondFactorObject {
    /// Since when.
    async fn since(&self) -> DateTime<Utc> {
        self.since
    }

    /// Whether an authenticator app was set up; passkeys stand by themselves.
    async fn has_app(&self, ctx: &Context<'_>) -> Result<bool> {
        ::identity::has_app(&ctx.conn(), self.person).await
    }

    /// How many of the codes that were written down are left, of ten.
    async fn recovery_codes_left(&self, ctx: &Context<'_>) -> Result<i32> {
        let left = recovery_codes_left(&ctx.conn(), self.person).await?;
        Ok(i32::try_from(left).unwrap_or(i32::MAX))
    }
}

/// What an authenticator app has to know. It is shown once.
#[derive(SimpleObject)]
pub struct SecondFactorSetup {
    /// To be typed into the app, in base32.
    key: String,
    /// The same as an address, for a QR code.
    uri: String,
}

/// Codes that open once each, where the app is not at hand. They are shown once.
#[derive(SimpleObject)]
pub struct RecoveryCodes {
    /// Ten of them.
    codes: Vec<String>,
    /// Whose they are.
    viewer: ViewerObject,
}

/// Asks for the second factor from now on.
#[derive(InputObject)]
pub struct ConfirmSecondFactorInput {
    /// Six digits that the app shows.
    code: String,
}

/// Takes the second factor off.
#[derive(InputObject)]
pub struct RemoveSecondFactorInput {
    /// Six digits that the app shows, or a code that was written down.
    code: String,
}

/// Shows once more who is signed in, by one of these.
#[derive(InputObject)]
pub struct ConfirmSignInInput {
    /// One's password.
    password: Option<String>,
    /// Six digits that the app shows, or a code that was written down.
    code: Option<String>,
    /// What the browser shows of a passkey after `beginShowingPasskey`, as JSON.
    passkey: Option<String>,
}

#[derive(Default)]
pub struct FactorsMutation;

#[Object]
impl FactorsMutation {
    /// Begins to set up a second factor. It is asked for once its first code was confirmed.
    #[graphql(guard = "Confirmed")]
    async fn begin_second_factor(&self, ctx: &Context<'_>) -> Result<SecondFactorSetup> {
        let seed = ctx.write(BeginSecondFactor).await?;
        let (_, person) = ctx.sign_in().ok_or(Error::SignInFirst)?;
        let account = person.email.as_deref().unwrap_or(&person.handle);
        let key = seed.text.expose().to_owned();
        let uri = address_of(&ctx.app().settings.name, account, &key);
        Ok(SecondFactorSetup { key, uri })
    }

    /// Asks for the second factor from now on, and ends every other sign-in.
    async fn confirm_second_factor(
        &self,
        ctx: &Context<'_>,
        input: ConfirmSecondFactorInput,
    ) -> Result<RecoveryCodes> {
        let shown = (current(ctx)?, Secret::new(input.code));
        let codes = ::identity::confirm_second_factor(ctx.db(), ctx.actor(), shown).await?;
        written(ctx, &codes).await
    }

    /// Ten new codes to write down; those before open nothing any more.
    #[graphql(guard = "Confirmed")]
    async fn renew_recovery_codes(&self, ctx: &Context<'_>) -> Result<RecoveryCodes> {
        let codes = ctx.write(RenewRecoveryCodes).await?;
        written(ctx, &codes).await
    }

    /// Takes the viewer's second factor off, with a code of it.
    async fn remove_second_factor(
        &self,
        ctx: &Context<'_>,
        input: RemoveSecondFactorInput,
    ) -> Result<ViewerObject> {
        let actor = ctx.signed_in()?;
        let code = Secret::new(input.code);
        let person = ::identity::remove_second_factor(ctx.db(), actor, code).await?;
        Ok(ViewerObject(person))
    }

    /// Takes the second factor off somebody who lost it, and ends their sign-ins. For administrators.
    #[graphql(guard = "Confirmed")]
    async fn reset_second_factor(
        &self,
        ctx: &Context<'_>,
        input: ResetSecondFactor,
    ) -> Result<PersonObject> {
        ctx.write(input).await.map(PersonObject)
    }

    /// Shows once more who is signed in: what matters asks for it when that is a while ago. The sign-in gets a new
    /// token.
    async fn confirm_sign_in(
        &self,
        ctx: &Context<'_>,
        input: ConfirmSignInInput,
    ) -> Result<ViewerObject> {
        let actor = ctx.signed_in()?;
        let proof = match (input.password, input.code, input.passkey) {
            (Some(password), None, None) => Proof::Password(Secret::new(password)),
            (None, Some(code), None) => Proof::Code(Secret::new(code)),
            (None, None, Some(passkey)) => {
                let shown = (current(ctx)?, answer(ctx, passkey));
                let fresh =
                    ::identity::confirm_by_passkey(ctx.db(), party(ctx)?, actor, shown).await?;
                return Ok(enter(ctx, fresh));
            }
            _ => {
                return Err(Error::invalid(
                    "password",
                    "give a password, a code or a passkey, one of them",
                ));
            }
        };
        let (db, hasher) = (ctx.db(), &ctx.app().hasher);
        let shown = (current(ctx)?, proof);
        let fresh = ::identity::confirm_sign_in(db, hasher, actor, shown).await?;
        Ok(enter(ctx, fresh))
    }
}

async fn written(ctx: &Context<'_>, codes: &[Secret]) -> Result<RecoveryCodes> {
    let person = ctx.actor().person().ok_or(Error::SignInFirst)?;
    let person = ::identity::person_by_id(&ctx.conn(), person).await?;
    Ok(RecoveryCodes {
        codes: codes.iter().map(|code| code.expose().to_owned()).collect(),
        viewer: ViewerObject(person.ok_or(Error::SignInFirst)?),
    })
}

/// What an app reads from a QR code. A colon parts the two names, so neither keeps one.
fn address_of(organisation: &str, account: &str, key: &str) -> String {
    let (issuer, account) = (escaped(organisation), escaped(account));
    format!("otpauth://totp/{issuer}:{account}?secret={key}&issuer={issuer}")
}

fn escaped(name: &str) -> String {
    let mut written = String::new();
    for byte in name.replace(':', " ").bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'@' => {
                written.push(char::from(byte));
            }
            other => {
                let _ = write!(written, "%{other:02X}");
            }
        }
    }
    written
}
