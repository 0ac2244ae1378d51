//! What people said they would do, to quote it when they are asked about it.
use crate::asking::standing_commitment;
use crate::tables::{answer, check_in, question, response};
use crate::{Answer, QuestionKind};
use chrono::{DateTime, Utc};
use kernel::{CheckInId, CommitmentId, CommunityId, Conn, PersonId, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::{BTreeSet, HashMap};

/// Where somebody is asked about what they said, and until when they said it.
pub type Occasion = (CommunityId, PersonId, DateTime<Utc>);

/// What somebody said they would do, in their own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    pub words: String,
    pub made_at: DateTime<Utc>,
    /// Where it was said on the page of a pair: what it is there.
    pub of_pair: Option<CommitmentId>,
}

/// An answer to a commitment question: where, whose and since when it is sent.
type Said = (CommunityId, PersonId, DateTime<Utc>, Answer);

/// What each of these people said they would do, and stand by: in their answers to check-ins, or on the
/// page of their pair, if that is newer than what they answered last.
pub async fn standing_commitments(
    conn: &Conn<'_>,
    occasions: &[Occasion],
) -> Result<HashMap<Occasion, Promise>> {
    let communities: Vec<_> = distinct(occasions.iter().map(|it| it.0));
    let people: Vec<_> = distinct(occasions.iter().map(|it| it.1));
    let said = said(conn, &communities, &people).await?;
    let of_pairs = pairings::open_commitments_of(conn, &communities, &people).await?;
    let mut standing = HashMap::new();
    for occasion in occasions {
        let (community, person, before) = *occasion;
        let theirs: Vec<&Said> = said
            .iter()
            .filter(|(place, whose, at, _)| *place == community && *whose == person && *at < before)
            .collect();
        let answers = theirs.iter().map(|(.., answer)| answer);
        let answered = standing_commitment(answers).map(|it| Promise {
            words: it.text.clone(),
            made_at: it.saved_at,
            of_pair: None,
        });
        let settled_at = theirs.first().map(|(_, _, at, _)| *at);
        let promised = of_pairs.iter().find(|(place, it)| {
            let is_newer = settled_at.is_none_or(|settled| it.made_at > settled);
            *place == community && it.person_id == person && it.made_at < before && is_newer
        });
        let promised = promised.map(|(_, it)| Promise {
            words: it.words.clone(),
            made_at: it.made_at,
            of_pair: Some(it.id),
        });
        if let Some(promise) = answered.or(promised) {
            standing.insert(*occasion, promise);
        }
    }
    Ok(standing)
}

fn distinct<T: Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    all.collect::<BTreeSet<T>>().into_iter().collect()
}

/// What these people answered to commitment questions, the latest first.
async fn said(
    conn: &Conn<'_>,
    communities: &[CommunityId],
    people: &[PersonId],
) -> Result<Vec<Said>> {
    const LOOKED_THROUGH: u64 = 500;
    let here = check_in::Entity::find()
        .select_only()
        .column(check_in::Column::Id)
        .filter(check_in::Column::CommunityId.is_in(communities.iter().copied()));
    let asked = question::Entity::find()
        .select_only()
        .column(question::Column::Id)
        .filter(question::Column::Kind.eq(QuestionKind::Commitment))
        .filter(question::Column::CheckInId.in_subquery(here.into_query()));
    let found = answer::Entity::find()
        .find_also_related(response::Entity)
        .filter(response::Column::PersonId.is_in(people.iter().copied()))
        .filter(response::Column::SentAt.is_not_null())
        .filter(answer::Column::QuestionId.in_subquery(asked.into_query()))
        .order_by_desc(response::Column::SentAt)
        .limit(LOOKED_THROUGH)
        .all(conn)
        .await?;
    let ids = distinct(found.iter().flat_map(|(_, it)| it).map(|it| it.check_in_id));
    let places: Vec<(CheckInId, CommunityId)> = check_in::Entity::find()
        .select_only()
        .column(check_in::Column::Id)
        .column(check_in::Column::CommunityId)
        .filter(check_in::Column::Id.is_in(ids))
        .into_tuple()
        .all(conn)
        .await?;
    let places: HashMap<_, _> = places.into_iter().collect();
    let said = |(answer, response): (Answer, Option<crate::Response>)| {
        let response = response?;
        let place = *places.get(&response.check_in_id)?;
        Some((place, response.person_id, response.sent_at?, answer))
    };
    Ok(found.into_iter().filter_map(said).collect())
}
