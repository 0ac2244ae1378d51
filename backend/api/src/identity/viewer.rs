use super::factors::SecondFactorObject;
use super::passkeys::PasskeyObject;
use super::{ApiTokenObject, PersonObject};
use crate::communities::MembershipObject;
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use crate::moderation::is_auditor;
use crate::notifications::{CalendarFeedObject, NoticeObject, NotificationSettingsObject};
use crate::prompts::{DueObject, due_of};
use crate::sessions::SessionObject;
use crate::sso::{LinkedAccountObject, linked_accounts};
use ::communities::CommunitySeen;
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use identity::{Person, Preferences, ReadingFont, TextScale, Theme};
use kernel::{First, Result, SignInId};
use std::sync::Arc;

/// Who asks, with what is theirs alone.
#[derive(Clone)]
pub struct ViewerObject(pub Person);

/// How the viewer likes to read.
#[derive(SimpleObject)]
#[graphql(name = "Preferences")]
pub struct PreferencesObject {
    /// The colours.
    theme: Theme,
    /// The language of the interface, as a BCP 47 tag.
    language: String,
    /// The size of what is read.
    text_scale: TextScale,
    /// Whether things should move as little as possible.
    less_motion: bool,
    /// The typeface of what is read.
    reading_font: ReadingFont,
    /// Whether single letters are shortcuts.
    single_keys: bool,
}

impl From<Preferences> for PreferencesObject {
    fn from(kept: Preferences) -> Self {
        Self {
            theme: kept.theme,
            language: kept.language,
            text_scale: kept.text_scale,
            less_motion: kept.less_motion,
            reading_font: kept.reading_font,
            single_keys: kept.single_keys,
        }
    }
}

/// A place where the viewer is signed in.
#[derive(SimpleObject)]
#[graphql(name = "SignIn")]
pub struct SignInObject {
    /// Its id.
    id: SignInId,
    /// A few words to recognise it by, as "Firefox on Linux".
    device: String,
    /// Since when.
    created_at: DateTime<Utc>,
    /// When it was last used, to a few minutes.
    last_seen_at: DateTime<Utc>,
    /// Whether it is the one that asks.
    is_current: bool,
}

#[Object(name = "Viewer")]
impl ViewerObject {
    /// The viewer as the others see them.
    async fn person(&self) -> PersonObject {
        PersonObject(self.0.clone())
    }

    /// Where their letters go.
    async fn email(&self) -> Option<&str> {
        self.0.email.as_deref()
    }

    /// Whether whoever operates the platform named them to look into what was done everywhere.
    async fn is_auditor(&self, ctx: &Context<'_>) -> bool {
        is_auditor(ctx)
    }

    /// Whether they look after the whole organisation.
    async fn is_administrator(&self) -> bool {
        self.0.administrator_since.is_some()
    }

    /// The second factor that is asked of them; nothing if none is.
    async fn second_factor(&self) -> Option<SecondFactorObject> {
        let since = self.0.second_factor_since?;
        Some(SecondFactorObject {
            person: self.0.id,
            since,
        })
    }

    /// Until when they have to set up a second factor, after which they come no further without; nothing where none is
    /// required of them, or they have one.
    async fn second_factor_due_at(&self, ctx: &Context<'_>) -> Result<Option<DateTime<Utc>>> {
        match ctx.sign_in() {
            Some((sign_in, person))
                if !ctx.app().settings.is_of_the_demonstration(&person.handle) =>
            {
                identity::factor_due(&ctx.conn(), sign_in, &self.0).await
            }
            Some(_) | None => Ok(None),
        }
    }

    /// Their passkeys, at most 20, the first made first.
    async fn passkeys(&self, ctx: &Context<'_>) -> Result<Vec<PasskeyObject>> {
        let passkeys = identity::passkeys_of(&ctx.conn(), self.0.id).await?;
        Ok(passkeys.into_iter().map(PasskeyObject).collect())
    }

    /// Whether they can show who they are by a password.
    async fn has_password(&self, ctx: &Context<'_>) -> Result<bool> {
        identity::has_password(&ctx.conn(), self.0.id).await
    }

    /// The accounts elsewhere by which they sign in, at most 50, the first linked first.
    async fn linked_accounts(&self, ctx: &Context<'_>) -> Result<Vec<LinkedAccountObject>> {
        linked_accounts(ctx).await
    }

    /// When they finished their first visit; nothing while it is ahead of them.
    async fn onboarded_at(&self) -> Option<DateTime<Utc>> {
        self.0.onboarded_at
    }

    /// How they like to read.
    async fn preferences(&self) -> PreferencesObject {
        self.0.preferences.clone().into()
    }

    /// The communities they belong to, the latest joined first.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn memberships(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<MembershipObject>> {
        let page = (First::parse(first)?, after.as_deref());
        let memberships = ::communities::memberships_page(&ctx.conn(), self.0.id, page).await?;
        Ok(connected(memberships, |(membership, community)| {
            let seen = CommunitySeen {
                community,
                membership: Some(membership.clone()),
            };
            MembershipObject::of(membership, self.0.clone(), Arc::new(seen))
        }))
    }

    /// The sessions before them and those that go on, in every community of theirs, the next first.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn sessions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
    ) -> Result<Vec<SessionObject>> {
        let (actor, now, first) = (ctx.actor(), ctx.db().now(), First::parse(first)?);
        let ahead = ::sessions::sessions_ahead(&ctx.conn(), actor, now, first).await?;
        Ok(ahead.into_iter().map(SessionObject::from).collect())
    }

    /// Where they are signed in, the latest used first.
    async fn sign_ins(&self, ctx: &Context<'_>) -> Result<Vec<SignInObject>> {
        let current = ctx.sign_in().map(|(sign_in, _)| sign_in.id);
        let sign_ins = identity::sign_ins_of(&ctx.conn(), &self.0, ctx.db().now()).await?;
        let shown = sign_ins.into_iter().map(|sign_in| SignInObject {
            is_current: Some(sign_in.id) == current,
            id: sign_in.id,
            device: sign_in.device,
            created_at: sign_in.created_at,
            last_seen_at: sign_in.last_seen_at,
        });
        Ok(shown.collect())
    }

    /// The tokens with which programs ask in their name, the newest first.
    async fn api_tokens(&self, ctx: &Context<'_>) -> Result<Vec<ApiTokenObject>> {
        let tokens = identity::api_tokens_of(&ctx.conn(), self.0.id).await?;
        Ok(tokens.into_iter().map(ApiTokenObject).collect())
    }

    /// What they are told that is no conversation and waits to be dealt with, newest first.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn notices(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<NoticeObject>> {
        let page = (First::parse(first)?, after.as_deref());
        let notices = ::notifications::notices_page(&ctx.conn(), ctx.actor(), page).await?;
        Ok(connected(notices, NoticeObject))
    }

    /// How letters come to them.
    async fn notification_settings(&self, ctx: &Context<'_>) -> Result<NotificationSettingsObject> {
        let choices = ::notifications::choices_of(&ctx.conn(), &self.0).await?;
        Ok(NotificationSettingsObject {
            person: self.0.clone(),
            choices,
        })
    }

    /// The addresses at which their calendar programs read, the newest first.
    async fn calendar_feeds(&self, ctx: &Context<'_>) -> Result<Vec<CalendarFeedObject>> {
        let feeds = ::notifications::feeds_of(&ctx.conn(), self.0.id).await?;
        Ok(feeds.into_iter().map(CalendarFeedObject).collect())
    }

    /// How many notices wait to be dealt with.
    async fn notice_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let count = ::notifications::notice_count(&ctx.conn(), ctx.actor()).await?;
        Ok(i32::try_from(count).unwrap_or(i32::MAX))
    }

    /// What is asked of them and not done, the first to be due first. What is late for more than a week
    /// is let go.
    async fn due(&self, ctx: &Context<'_>) -> Result<Vec<DueObject>> {
        due_of(ctx).await
    }

    /// How many items wait in their inbox.
    async fn inbox_unread_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let count = ::notifications::inbox_unread_count(&ctx.conn(), ctx.actor()).await?;
        Ok(i32::try_from(count).unwrap_or(i32::MAX))
    }

    /// Where the log stood before this answer was read: follow what happens from here on, and nothing
    /// falls between.
    async fn live_cursor(&self, ctx: &Context<'_>) -> Result<String> {
        match ctx.live_from() {
            Some(cursor) => Ok(cursor.to_string()),
            None => Ok(kernel::head(&ctx.conn()).await?.to_string()),
        }
    }
}
