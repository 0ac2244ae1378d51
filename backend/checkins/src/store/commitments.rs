//! What people said they would do, to quote it when they are asked about it.
use crate::asking::{choice_of, standing_commitment};
use crate::tables::{answer, check_in, question, response};
use crate::{Answer, CheckIn, QuestionKind};
use chrono::{DateTime, Utc};
use kernel::{CheckInId, CommitmentId, CommunityId, Conn, PersonId, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::{BTreeSet, HashMap};

/// Where somebody is asked about what they said, and until when they said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Occasion {
    pub check_in: CheckInId,
    pub community: CommunityId,
    pub person: PersonId,
    pub before: DateTime<Utc>,
}

impl Occasion {
    /// Somebody is asked by a check-in about what they said before it opens.
    pub fn of(check_in: &CheckIn, person: PersonId) -> Self {
        Self {
            check_in: check_in.id,
            community: check_in.community_id,
            person,
            before: check_in.opens_at,
        }
    }
}

/// What somebody said they would do, in their own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    pub words: String,
    pub made_at: DateTime<Utc>,
    /// Where it was said on the page of a pair: what it is there.
    pub of_pair: Option<CommitmentId>,
}

impl From<&pairings::Commitment> for Promise {
    fn from(it: &pairings::Commitment) -> Self {
        Self {
            words: it.words.clone(),
            made_at: it.made_at,
            of_pair: Some(it.id),
        }
    }
}

/// An answer to a commitment question: where, whose and since when it is sent.
type Said = (CommunityId, PersonId, DateTime<Utc>, Answer);

/// What each of these people is asked about: the commitment that their answer names; before there is one, what
/// they said last of what they stand by, in an answer to a check-in or on the page of their pair.
///
/// What was said on the page of a pair stands as long as it is open there, whatever was answered since: an
/// answer that it is done or not meant any more settles it there.
pub async fn standing_commitments(
    conn: &Conn<'_>,
    occasions: &[Occasion],
) -> Result<HashMap<Occasion, Promise>> {
    let communities: Vec<_> = distinct(occasions.iter().map(|it| it.community));
    let people: Vec<_> = distinct(occasions.iter().map(|it| it.person));
    let named = named(conn, occasions, &people).await?;
    let said = said(conn, &communities, &people).await?;
    let of_pairs = pairings::open_commitments_of(conn, &communities, &people).await?;
    let mut standing = HashMap::new();
    for occasion in occasions {
        let Occasion {
            check_in,
            community,
            person,
            before,
        } = *occasion;
        if let Some(promise) = named.get(&(check_in, person)) {
            standing.insert(*occasion, promise.clone());
            continue;
        }
        let theirs = said
            .iter()
            .filter(|(place, whose, at, _)| *place == community && *whose == person && *at < before)
            .map(|(.., answer)| answer);
        let answered = standing_commitment(theirs).map(|it| Promise {
            words: it.text.clone(),
            made_at: it.saved_at,
            of_pair: None,
        });
        let promised = of_pairs.iter().find(|(place, it)| {
            *place == community && it.person_id == person && it.made_at < before
        });
        let promised = promised.map(|(_, it)| Promise::from(it));
        let both = answered.into_iter().chain(promised);
        if let Some(promise) = both.max_by_key(|it| it.made_at) {
            standing.insert(*occasion, promise);
        }
    }
    Ok(standing)
}

/// The commitments that answers of these people to these check-ins name.
async fn named(
    conn: &Conn<'_>,
    occasions: &[Occasion],
    people: &[PersonId],
) -> Result<HashMap<(CheckInId, PersonId), Promise>> {
    let rows: Vec<(CheckInId, PersonId, CommitmentId)> = answer::Entity::find()
        .select_only()
        .column(response::Column::CheckInId)
        .column(response::Column::PersonId)
        .column(answer::Column::CommitmentId)
        .inner_join(response::Entity)
        .filter(response::Column::CheckInId.is_in(occasions.iter().map(|it| it.check_in)))
        .filter(response::Column::PersonId.is_in(people.iter().copied()))
        .filter(answer::Column::CommitmentId.is_not_null())
        .into_tuple()
        .all(conn)
        .await?;
    let ids: Vec<CommitmentId> = rows.iter().map(|(.., id)| *id).collect();
    let commitments = pairings::commitments_by_ids(conn, &ids).await?;
    let named = rows.into_iter().filter_map(|(check_in, person, id)| {
        let promise = Promise::from(commitments.get(&id)?);
        Some(((check_in, person), promise))
    });
    Ok(named.collect())
}

/// What was answered about a commitment of a pair, and sent, reads as that stands now: of what became of it
/// there is one truth.
pub(crate) async fn as_they_stand(conn: &Conn<'_>, sent: Vec<&mut Answer>) -> Result<()> {
    let ids: Vec<CommitmentId> = sent.iter().filter_map(|it| it.commitment_id).collect();
    let commitments = pairings::commitments_by_ids(conn, &ids).await?;
    for answer in sent {
        let about = answer.commitment_id.and_then(|id| commitments.get(&id));
        if let Some(commitment) = about {
            answer.choice = Some(choice_of(commitment.outcome));
        }
    }
    Ok(())
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
