use super::ViewerObject;
use crate::context::Asked;
use ::identity::{
    Attempt, CompleteOnboarding, FreshSignIn, NewPassword, Reach, RequestPasswordReset,
    RequestSignInLink, ResetPassword, RevokeSignIn, Secret, SignInAs, SignInByLink, SignOut,
    UpdatePreferences, UpdateProfile, Visitor,
};
use async_graphql::{Context, InputObject, Object, SimpleObject};
use kernel::{Actor, Error, Result, SignInId};

/// Signs in.
#[derive(InputObject)]
pub struct SignInInput {
    /// Where one's letters go.
    email: String,
    /// One's password.
    password: String,
    /// Of the second factor, once `SECOND_FACTOR` asked for it: six digits of the app, or one that was written down.
    code: Option<String>,
}

/// Signs in as a person of the demonstration.
#[derive(InputObject)]
pub struct DemoSignInInput {
    /// One of those the server names.
    handle: String,
}

/// Signs out.
#[derive(InputObject)]
pub struct SignOutInput {
    /// Whether every other device is signed out too.
    #[graphql(default = false)]
    everywhere: bool,
}

/// Ends one sign-in, from another.
#[derive(InputObject)]
pub struct RevokeSignInInput {
    /// Which one.
    sign_in: SignInId,
}

/// Asks for a letter with which to choose a new password.
#[derive(InputObject)]
pub struct RequestPasswordResetInput {
    /// Where the letter goes.
    email: String,
}

/// Chooses a new password with the link of a letter.
#[derive(InputObject)]
pub struct ResetPasswordInput {
    /// The last part of the link.
    token: String,
    /// 15 to 256 characters that are hard to guess.
    password: String,
    /// Of the second factor, once `SECOND_FACTOR` asked for it: six digits of the app, or one that was written down.
    code: Option<String>,
}

/// Changes one's password.
#[derive(InputObject)]
pub struct ChangePasswordInput {
    /// The one until now.
    current: String,
    /// 15 to 256 characters that are hard to guess.
    password: String,
}

/// Asks for a letter with a link that signs in.
#[derive(InputObject)]
pub struct RequestSignInLinkInput {
    /// Where the letter goes.
    email: String,
}

/// Signs in with the link of a letter.
#[derive(InputObject)]
pub struct SignInByLinkInput {
    /// The last part of the link.
    token: String,
    /// Of the second factor, once `SECOND_FACTOR` asked for it: six digits of the app, or one that was written down.
    code: Option<String>,
}

/// How signing out ended.
#[derive(SimpleObject)]
pub struct SignedOut {
    /// How many sign-ins are over.
    sign_ins_ended: i32,
    /// Where the browser goes on so that the sign-in ends at its provider, too; nothing where there is no such place.
    continue_at: Option<String>,
}

/// That a letter with a link was asked for. It tells nothing of whether one will be sent.
#[derive(SimpleObject)]
pub struct SignInLinkRequested {
    /// Where it would go.
    email: String,
}

/// That a letter was asked for. It tells nothing of whether one will be sent.
#[derive(SimpleObject)]
pub struct ResetRequested {
    /// Where it would go.
    email: String,
}

#[derive(Default)]
pub struct IdentityMutation;

#[Object]
impl IdentityMutation {
    /// Signs in with an e-mail address and a password.
    async fn sign_in(&self, ctx: &Context<'_>, input: SignInInput) -> Result<ViewerObject> {
        ctx.app().settings.ways_in.by_password()?;
        let attempt = Attempt {
            email: input.email,
            password: Secret::new(input.password),
            code: input.code.map(Secret::new),
            visitor: visitor(ctx),
        };
        let fresh = ::identity::sign_in(ctx.db(), &ctx.app().hasher, attempt).await?;
        Ok(enter(ctx, fresh))
    }

    /// Signs in as a person of the demonstration, with one click.
    async fn demo_sign_in(
        &self,
        ctx: &Context<'_>,
        input: DemoSignInInput,
    ) -> Result<ViewerObject> {
        let people = &ctx.app().settings.demo_people;
        let unknown = || Error::NotFound("person in a demonstration");
        if !people.iter().any(|person| person.handle == input.handle) {
            return Err(unknown());
        }
        let person = ::identity::person_by_handle(&ctx.conn(), &input.handle).await?;
        let sign_in = SignInAs {
            person: person.ok_or_else(unknown)?.id,
            visitor: visitor(ctx),
        };
        let fresh = ctx.db().write(Actor::System, sign_in).await?;
        Ok(enter(ctx, fresh))
    }

    /// Signs out here, or everywhere.
    async fn sign_out(&self, ctx: &Context<'_>, input: SignOutInput) -> Result<SignedOut> {
        let here = current(ctx)?;
        let continue_at = ::sso::end_of_session(&ctx.app().sso, ctx.db(), here).await?;
        let sign_out = SignOut {
            sign_in: here,
            reach: match input.everywhere {
                true => Reach::Everywhere,
                false => Reach::Here,
            },
        };
        let ended = ctx.write(sign_out).await?;
        ctx.append_http_header("set-cookie", cookie(ctx, "", 0));
        Ok(SignedOut {
            sign_ins_ended: i32::try_from(ended).unwrap_or(i32::MAX),
            continue_at,
        })
    }

    /// Ends one of the viewer's sign-ins, on another device.
    async fn revoke_sign_in(
        &self,
        ctx: &Context<'_>,
        input: RevokeSignInInput,
    ) -> Result<ViewerObject> {
        let sign_in = input.sign_in;
        ctx.write(RevokeSignIn { sign_in }).await?;
        viewer(ctx)
    }

    /// Asks for a letter with which to choose a new password. The answer is the same for everybody.
    async fn request_password_reset(
        &self,
        ctx: &Context<'_>,
        input: RequestPasswordResetInput,
    ) -> Result<ResetRequested> {
        ctx.app().settings.ways_in.by_password()?;
        let email = ::identity::parse_email(&input.email)?;
        let request = RequestPasswordReset {
            email: email.clone(),
            visitor: visitor(ctx),
        };
        ctx.db().write(ctx.actor(), request).await?;
        Ok(ResetRequested { email })
    }

    /// Asks for a letter with a link that signs in. The answer is the same for everybody.
    async fn request_sign_in_link(
        &self,
        ctx: &Context<'_>,
        input: RequestSignInLinkInput,
    ) -> Result<SignInLinkRequested> {
        ctx.app().settings.ways_in.by_link()?;
        let email = ::identity::parse_email(&input.email)?;
        let request = RequestSignInLink {
            email: email.clone(),
            visitor: visitor(ctx),
        };
        ctx.db().write(ctx.actor(), request).await?;
        Ok(SignInLinkRequested { email })
    }

    /// Signs in with the link of a letter, or that an operator handed over; once.
    async fn sign_in_by_link(
        &self,
        ctx: &Context<'_>,
        input: SignInByLinkInput,
    ) -> Result<ViewerObject> {
        let sign_in = SignInByLink {
            token: Secret::new(input.token),
            code: input.code.map(Secret::new),
            visitor: visitor(ctx),
        };
        let fresh = ::identity::sign_in_by_link(ctx.db(), sign_in).await?;
        Ok(enter(ctx, fresh))
    }

    /// Chooses a new password with the link of a letter, ends every sign-in, and signs in here.
    async fn reset_password(
        &self,
        ctx: &Context<'_>,
        input: ResetPasswordInput,
    ) -> Result<ViewerObject> {
        ctx.app().settings.ways_in.by_password()?;
        let reset = ResetPassword {
            token: Secret::new(input.token),
            password: new_password(ctx, input.password),
            code: input.code.map(Secret::new),
            visitor: visitor(ctx),
        };
        let fresh = ::identity::reset_password(ctx.db(), reset).await?;
        Ok(enter(ctx, fresh))
    }

    /// Changes the viewer's password and ends every other sign-in.
    async fn change_password(
        &self,
        ctx: &Context<'_>,
        input: ChangePasswordInput,
    ) -> Result<ViewerObject> {
        let passwords = (
            Secret::new(input.current),
            new_password(ctx, input.password),
        );
        let kept = current(ctx)?;
        ::identity::change_password(ctx.db(), ctx.actor(), kept, passwords).await?;
        viewer(ctx)
    }

    /// Changes what the viewer says of themself.
    async fn update_profile(
        &self,
        ctx: &Context<'_>,
        input: UpdateProfile,
    ) -> Result<ViewerObject> {
        ctx.write(input).await.map(ViewerObject)
    }

    /// Changes how the viewer likes to read.
    async fn update_preferences(
        &self,
        ctx: &Context<'_>,
        input: UpdatePreferences,
    ) -> Result<ViewerObject> {
        ctx.write(input).await.map(ViewerObject)
    }

    /// Ends the first visit, with the profile as far as it was filled in.
    async fn complete_onboarding(
        &self,
        ctx: &Context<'_>,
        input: CompleteOnboarding,
    ) -> Result<ViewerObject> {
        ctx.write(input).await.map(ViewerObject)
    }
}

/// Hands the browser its token, and answers as the person who has just come in.
pub fn enter(ctx: &Context<'_>, fresh: FreshSignIn) -> ViewerObject {
    let since = fresh
        .sign_in
        .confirmed_at
        .unwrap_or(fresh.sign_in.created_at);
    let seconds = (fresh.sign_in.expires_at - since).num_seconds();
    ctx.append_http_header("set-cookie", cookie(ctx, fresh.token.expose(), seconds));
    ctx.asking().enter(fresh.sign_in, fresh.person.clone());
    ViewerObject(fresh.person)
}

/// Who is at the door of this request.
pub fn visitor(ctx: &Context<'_>) -> Visitor {
    let origin = &ctx.asking().origin;
    Visitor::new(origin.address.parse().ok(), &origin.user_agent)
}

fn cookie(ctx: &Context<'_>, token: &str, seconds: i64) -> String {
    ctx.app().settings.sign_in_cookie(token, seconds)
}

fn new_password(ctx: &Context<'_>, typed: String) -> NewPassword {
    NewPassword::new(Secret::new(typed), &ctx.app().hasher)
}

pub(super) fn current(ctx: &Context<'_>) -> Result<SignInId> {
    let (sign_in, _) = ctx.sign_in().ok_or(Error::SignInFirst)?;
    Ok(sign_in.id)
}

fn viewer(ctx: &Context<'_>) -> Result<ViewerObject> {
    let (_, person) = ctx.sign_in().ok_or(Error::SignInFirst)?;
    Ok(ViewerObject(person.clone()))
}
