//! What is kept of searches that found nothing, so that somebody may write an answer.
use crate::policy::Watch;
use crate::store::vain as store;
use crate::tables::AskedInVain;
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::TimeDelta;
use communities::{Moderate, Read, community_seen};
use kernel::{Actor, Command, CommunityId, Error, Organisation, PersonId, Result, Tx, permit};
use search_index::Asked;

/// So long it is kept what was asked in vain.
const KEPT: TimeDelta = TimeDelta::days(90);
/// More words, or longer ones, are no question that several people ask alike.
const WORDS_MAX: usize = 6;
const CHARS_MAX: usize = 80;
/// From so many digits on it is a number of somebody or something, and not a word.
const DIGITS_MAX: usize = 4;
/// More is not kept of one community at a time.
const ROWS_MAX: u64 = 5_000;

/// Says that a search found nothing. Its words are kept for 90 days, without who asked and without
/// operators; moderators see them once three people asked alike.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "NoteNothingFoundInput")]
pub struct NoteNothingFound {
    /// What was looked for, as it was typed.
    pub query: String,
    /// Where an answer would be looked for.
    pub community: CommunityId,
}

#[async_trait]
impl Command for NoteNothingFound {
    /// Where it was asked.
    type Done = CommunityId;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<CommunityId> {
        let asked = Asked::read(&self.query).map_err(crate::errors::told)?;
        let person = actor.person().ok_or(Error::SignInFirst)?;
        let seen = community_seen(&tx.conn(), actor, self.community).await?;
        let seen = permit::<Read, _>(actor, seen)?;
        let words = asked.plain_words();
        let is_full = store::count(&tx.conn(), self.community).await? >= ROWS_MAX;
        if is_telling(&words) && !is_full {
            let row = AskedInVain {
                community_id: self.community,
                mark: mark_of(person, (self.community, &words)),
                words,
                asked_at: tx.now(),
            };
            store::note(tx, &seen, row).await?;
        }
        Ok(self.community)
    }
}

/// Whether it may be what several people ask, and names nobody by a number.
fn is_telling(words: &str) -> bool {
    let count = words.split(' ').filter(|word| !word.is_empty()).count();
    let digits = words.chars().filter(char::is_ascii_digit).count();
    (1..=WORDS_MAX).contains(&count)
        && words.chars().count() <= CHARS_MAX
        && digits <= DIGITS_MAX
        && words.chars().any(char::is_alphabetic)
}

/// The same for one person and the same words, so that they count once; it says nothing else of them.
fn mark_of(person: PersonId, (community, words): (CommunityId, &str)) -> Vec<u8> {
    identity::token_hash(&format!("{person} {community} {words}"))
}

/// Forgets what was asked in vain: it was answered, or is none of what is spoken of here.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ForgetAskedInVainInput")]
pub struct ForgetAskedInVain {
    /// Where.
    pub community: CommunityId,
    /// The words, as they are listed.
    pub words: String,
}

#[async_trait]
impl Command for ForgetAskedInVain {
    /// Where it was asked.
    type Done = CommunityId;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<CommunityId> {
        let seen = community_seen(&tx.conn(), actor, self.community).await?;
        let leave = permit::<Moderate, _>(actor, seen)?;
        store::forget(tx, &leave, &self.words).await?;
        Ok(self.community)
    }
}

/// Clears away what was asked in vain longer ago than it is kept.
#[derive(Clone, Copy, Debug)]
pub struct SweepAskedInVain;

#[async_trait]
impl Command for SweepAskedInVain {
    type Done = u64;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<u64> {
        let leave = permit::<Watch, _>(actor, Organisation)?;
        store::sweep(tx, &leave, tx.now() - KEPT).await
    }
}
