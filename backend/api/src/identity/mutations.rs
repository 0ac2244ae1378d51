use super::ViewerObject;
use crate::context::Asked;
use ::identity::{
    Attempt, CompleteOnboarding, FreshSignIn, NewPassword, Reach, RequestPasswordReset,
    ResetPassword, RevokeSignIn, Secret, SignInAs, SignOut, UpdatePreferences, UpdateProfile,
    Visitor,
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
}

/// Changes one's password.
#[derive(InputObject)]
pub struct ChangePasswordInput {
    /// The one until now.
    current: String,
    /// 15 to 256 characters that are hard to guess.
    password: String,
}

/// How signing out ended.
#[derive(SimpleObject)]
pub struct SignedOut {
    /// How many sign-ins are over.
    sign_ins_ended: i32,
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
        let attempt = Attempt {
            email: input.email,
            password: Secret::new(input.password),
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
        let sign_out = SignOut {
            sign_in: current(ctx)?,
            reach: match input.everywhere {
                true => Reach::Everywhere,
                false => Reach::Here,
            },
        };
        let ended = ctx.write(sign_out).await?;
        ctx.append_http_header("set-cookie", cookie(ctx, "", 0));
        Ok(SignedOut {
            sign_ins_ended: i32::try_from(ended).unwrap_or(i32::MAX),
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
        let email = ::identity::parse_email(&input.email)?;
        let request = RequestPasswordReset {
            email: email.clone(),
            visitor: visitor(ctx),
        };
        ctx.db().write(ctx.actor(), request).await?;
        Ok(ResetRequested { email })
    }

    /// Chooses a new password with the link of a letter, ends every sign-in, and signs in here.
    async fn reset_password(
        &self,
        ctx: &Context<'_>,
        input: ResetPasswordInput,
    ) -> Result<ViewerObject> {
        let reset = ResetPassword {
            token: Secret::new(input.token),
            password: new_password(ctx, input.password),
            visitor: visitor(ctx),
        };
        let fresh = ctx.db().write(ctx.actor(), reset).await?;
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
    let seconds = (fresh.sign_in.expires_at - fresh.sign_in.created_at).num_seconds();
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
    let settings = &ctx.app().settings;
    let name = settings.cookie_name();
    let secure = if settings.is_secure() { "; Secure" } else { "" };
    format!("{name}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
}

fn new_password(ctx: &Context<'_>, typed: String) -> NewPassword {
    NewPassword::new(Secret::new(typed), &ctx.app().hasher)
}

fn current(ctx: &Context<'_>) -> Result<SignInId> {
    let (sign_in, _) = ctx.sign_in().ok_or(Error::SignInFirst)?;
    Ok(sign_in.id)
}

fn viewer(ctx: &Context<'_>) -> Result<ViewerObject> {
    let (_, person) = ctx.sign_in().ok_or(Error::SignInFirst)?;
    Ok(ViewerObject(person.clone()))
}
