use crate::context::Asked;
use crate::identity::PersonObject;
use crate::loaders::failed;
use ::channels::PostSeen;
use ::questions::Review;
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::{PersonId, Result};

/// That somebody who knows stands behind an answer.
pub struct VerificationObject {
    by: PersonId,
    at: DateTime<Utc>,
    review: Review,
}

impl VerificationObject {
    pub async fn of(ctx: &Context<'_>, seen: &PostSeen) -> Result<Option<Self>> {
        let reviews = &ctx.loaders().questions.reviews;
        let review = reviews.load_one(seen.post.id).await.map_err(failed)?;
        Ok(review.and_then(|review| {
            Some(Self {
                by: review.verified_by?,
                at: review.verified_at?,
                review,
            })
        }))
    }
}

#[Object(name = "Verification")]
impl VerificationObject {
    /// Who stands behind it.
    async fn by(&self, ctx: &Context<'_>) -> Result<PersonObject> {
        let person = PersonObject::beside(ctx, self.by).await?;
        person.ok_or(kernel::Error::NotFound("person"))
    }

    /// Since when.
    async fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// When somebody should look whether it still holds.
    async fn review_at(&self) -> Option<DateTime<Utc>> {
        self.review.review_at
    }

    /// Whether that day has come.
    async fn is_review_due(&self, ctx: &Context<'_>) -> bool {
        self.review.is_due(ctx.db().now())
    }

    /// Since when it does not hold any more.
    async fn obsolete_at(&self) -> Option<DateTime<Utc>> {
        self.review.obsolete_at
    }

    /// Why it does not.
    async fn obsolete_reason(&self) -> Option<&str> {
        self.review.obsolete_reason.as_deref()
    }
}
