//! Each of a pair is asked once, by the platform: did you meet?
use crate::policy::{Arrange, PairSeen};
use crate::{MeetingAsked, PairMember, store};
use async_trait::async_trait;
use kernel::{Actor, Command, PairId, Permit, Result, Tx, permit};

/// Asks the people of these pairs who have not said it and were not asked. Run again, it changes nothing.
pub(crate) struct AskWhetherMet {
    pub pairs: Vec<PairId>,
}

#[async_trait]
impl Command for AskWhetherMet {
    type Done = usize;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<usize> {
        let mut asked = Vec::new();
        for pair in &self.pairs {
            let seen = store::pair_seen(&tx.conn(), actor, *pair).await?;
            let seen: Permit<Arrange, PairSeen> = permit(actor, seen)?;
            if seen.pair.ended_at.is_some() || seen.asks_from() > tx.now() {
                continue; // another node was here, or it ended
            }
            let open = |it: &&PairMember| it.met.is_none() && it.asked_at.is_none();
            let people: Vec<_> = seen.present().filter(open).map(|it| it.person_id).collect();
            store::mark_asked(tx, &seen, &people).await?;
            if communities::rests(&tx.conn(), seen.pair.community_id).await? {
                continue; // nobody is asked where nothing goes on
            }
            asked.extend(people.into_iter().map(|person| MeetingAsked {
                community: seen.pair.community_id,
                person,
                pair: *pair,
            }));
        }
        tx.emit_all(actor, &asked).await?;
        Ok(asked.len())
    }
}
