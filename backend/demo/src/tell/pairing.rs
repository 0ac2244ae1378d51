//! Who was put together with whom, and what became of it.
use super::{Teller, unknown};
use crate::calendar;
use crate::content::{Met, MetAnswer, Outcome, Place, Profile, Together};
use channels::CreatePost;
use identity::actor_of;
use kernel::{Actor, CommunityId, Date, PairId, PairingRoundId, PersonId, Result, ThreadId};
use pairings::{
    BeginPairTalk, BeginRound, Begins, CommitmentOutcome, MakeCommitment, PublishPairs,
    RateObjective, Rules, SayWhetherMet, SettleCommitment, SolveRound, UpdatePairingPreferences,
};

impl Teller<'_> {
    pub(super) async fn people_were_put_together(
        &mut self,
        community: CommunityId,
        place: &Place,
    ) -> Result<()> {
        for profile in &place.profiles {
            self.said_of_themself(community, profile).await?;
        }
        for told in &place.pairings {
            let round = self.put_together(community, told).await?;
            let Some(published) = &told.published else {
                continue;
            };
            let seen = pairings::round_seen(&self.tx.conn(), Actor::System, round).await?;
            let publish = PublishPairs {
                round,
                version: seen.round.version,
                message: told.message.clone(),
            };
            let by = actor_of(self.someone(&told.by)?);
            self.act(by, self.instant(published)?, publish).await?;
            self.meant_to_do(community, told).await?;
            self.talked(community, told).await?;
            self.brought.threads += usize::from(!told.talk.is_empty());
            self.brought.posts += told.talk.len();
            for met in &told.met {
                self.met(community, met).await?;
            }
        }
        Ok(())
    }

    async fn said_of_themself(&self, community: CommunityId, said: &Profile) -> Result<()> {
        let (by, at) = (actor_of(self.someone(&said.who)?), self.instant(&said.ago)?);
        let update = UpdatePairingPreferences {
            community,
            opted_out: None,
            snoozed_until: None,
            awake: None,
            languages: Some(said.languages.clone()),
            works_from: None,
            works_to: None,
            team: said.team.clone(),
            site: said.site.clone(),
            level: said.level.clone(),
            goal: said.goal.clone(),
            manager: None,
            no_manager: None,
            role: None,
            capacity: None,
        };
        self.act(by, at, update).await?;
        let objectives = sessions::objectives_of_community(&self.tx.conn(), community).await?;
        for (objective, rating) in objectives.iter().zip(&said.ratings) {
            let rate = RateObjective {
                community,
                objective: objective.id,
                rating: Some(*rating),
            };
            self.act(by, at, rate).await?;
        }
        Ok(())
    }

    /// A round, begun and solved at once.
    async fn put_together(
        &self,
        community: CommunityId,
        told: &Together,
    ) -> Result<PairingRoundId> {
        let at = self.instant(&told.ago)?;
        let mut together = Vec::new();
        for group in &told.together {
            let people: Result<Vec<PersonId>> =
                group.iter().map(|who| Ok(self.someone(who)?.id)).collect();
            together.push(people?);
        }
        let begin = BeginRound {
            community,
            rules: Rules {
                cooldown: u32::try_from(told.cooldown_rounds).unwrap_or(0),
                ..Rules::default()
            },
            starts_at: None,
            weeks: told.weeks,
            together,
            begins: Begins::ByHand,
            session: None,
        };
        let round = self
            .act(actor_of(self.someone(&told.by)?), at, begin)
            .await?;
        self.act(Actor::System, at, SolveRound(round.id)).await?;
        Ok(round.id)
    }

    async fn pair_of(&self, community: CommunityId, who: &str) -> Result<PairId> {
        let actor = actor_of(self.someone(who)?);
        let own = pairings::own_pairs(&self.tx.conn(), actor, community).await?;
        let first = own.first().ok_or_else(|| unknown(who))?;
        Ok(first.pair.id)
    }

    async fn meant_to_do(&self, community: CommunityId, told: &Together) -> Result<()> {
        for meant in &told.commitments {
            let by = actor_of(self.someone(&meant.by)?);
            let make = MakeCommitment {
                pair: self.pair_of(community, &meant.by).await?,
                words: meant.words.clone(),
                due_on: Date(calendar::day(self.tx.now(), meant.due)),
                nonce: None,
            };
            let made = self.act(by, self.instant(&meant.ago)?, make).await?;
            let Some((outcome, settled)) = meant.outcome.zip(meant.settled.as_deref()) else {
                continue;
            };
            let settle = SettleCommitment {
                commitment: made.id,
                outcome: match outcome {
                    Outcome::Done => CommitmentOutcome::Done,
                    Outcome::ChangedMind => CommitmentOutcome::ChangedMind,
                },
                reason: meant.reason.clone(),
            };
            self.act(by, self.instant(settled)?, settle).await?;
        }
        Ok(())
    }

    async fn talked(&self, community: CommunityId, told: &Together) -> Result<()> {
        let mut begun: Option<ThreadId> = None;
        for (number, talk) in (1..).zip(&told.talk) {
            let (by, at) = (actor_of(self.someone(&talk.by)?), self.instant(&talk.ago)?);
            let nonce = format!("demo pair {number}");
            let body = self.linked(&talk.body);
            let Some(thread) = begun else {
                let begin = BeginPairTalk {
                    pair: self.pair_of(community, &talk.by).await?,
                    body,
                    nonce,
                };
                begun = Some(self.act(by, at, begin).await?.id);
                continue;
            };
            let create = CreatePost {
                thread,
                parent: None,
                body,
                attachments: Vec::new(),
                nonce,
                words: None,
            };
            self.act(by, at, create).await?;
        }
        Ok(())
    }

    async fn met(&self, community: CommunityId, met: &Met) -> Result<()> {
        let say = SayWhetherMet {
            pair: self.pair_of(community, &met.by).await?,
            answer: match met.answer {
                MetAnswer::Yes => pairings::MetAnswer::Yes,
                MetAnswer::No => pairings::MetAnswer::No,
                MetAnswer::Planned => pairings::MetAnswer::Planned,
            },
            note: met.note.clone(),
        };
        let by = actor_of(self.someone(&met.by)?);
        self.act(by, self.instant(&met.ago)?, say).await?;
        Ok(())
    }
}
