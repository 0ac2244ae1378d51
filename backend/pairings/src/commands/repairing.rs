//! Somebody leaves, and as little as possible changes for the others.
use super::moving::tell_pair;
use super::{asker, tell_leads};
use crate::board::{explained, member, role_in};
use crate::gather::{Gathered, gather_as_it_stands};
use crate::matching::{Repair, repair};
use crate::policy::{Arrange, Belong, PairSeen};
use crate::{LeftAlone, Pair, PairMember, Paired, Parted, ReasonKind, Round, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Command, Error, PairId, Permit, PersonId, Result, Tx, permit};

/// Leaves a pair. Who would be alone comes to somebody else, where somebody fits.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "LeavePairInput")]
pub struct LeavePair {
    pub pair: PairId,
}

#[async_trait]
impl Command for LeavePair {
    type Done = PairId;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PairId> {
        let person = asker(actor)?;
        let seen = store::pair_seen(&tx.conn(), actor, self.pair).await?;
        let seen: Permit<Belong, PairSeen> = permit(actor, seen)?;
        leave(tx, &seen, person).await?;
        tell_who_leads(tx, &seen, person).await?;
        Ok(self.pair)
    }
}

/// Whoever leads hears who left as they wished, unless they are of the pair themselves.
async fn tell_who_leads(tx: &Tx, left: &PairSeen, leaver: PersonId) -> Result<()> {
    let community = left.pair.community_id;
    let leads = communities::leads_of(&tx.conn(), &[community]).await?;
    let leads = leads.get(&community).into_iter().flatten();
    let told: Vec<Parted> = leads
        .filter(|lead| left.member(Some(lead.id)).is_none())
        .map(|lead| parted(left, (lead.id, leaver)))
        .collect();
    tx.emit_all(Actor::System, &told).await
}

fn parted(left: &PairSeen, (person, whom): (PersonId, PersonId)) -> Parted {
    Parted {
        community: left.pair.community_id,
        person,
        pair: left.pair.id,
        whom,
    }
}

/// Somebody leaves a pair, as they wish or because they are gone.
pub(crate) async fn leave(tx: &Tx, pair: &PairSeen, person: PersonId) -> Result<()> {
    part(tx, pair, person).await?;
    mend(tx, pair, person).await?;
    tell_leads(tx, pair).await
}

/// The smallest repair: nobody else loses who they are with.
async fn mend(tx: &Tx, left: &PairSeen, leaver: PersonId) -> Result<()> {
    let conn = tx.conn();
    let present: Vec<PersonId> = {
        let pair = fresh(tx, left.pair.id).await?;
        pair.present().map(|member| member.person_id).collect()
    };
    let Some(staying) = present.first().copied() else {
        return close(tx, left).await;
    };
    if communities::rests(&conn, left.pair.community_id).await? {
        return Ok(()); // nobody is put together where nothing goes on
    }
    let round = store::round_seen(&conn, Actor::System, left.pair.round_id)
        .await?
        .round;
    let pairs = store::pairs_of_rounds(&conn, Actor::System, &[round.id]).await?;
    let pairs: Vec<PairSeen> = pairs
        .into_iter()
        .filter(|it| it.pair.ended_at.is_none())
        .collect();
    let mut gathered = gather_as_it_stands(&conn, &round, &pairs).await?;
    if let Some(at) = gathered.at.get(&leaver) {
        gathered.problem.out.insert(*at);
    }
    if present.len() > 1 {
        return go_on(tx, &gathered, (left, leaver)).await;
    }
    if !gathered.at.contains_key(&staying) {
        return Ok(()); // they are gone as well: the next fact says so
    }
    let numbers = |seen: &PairSeen| -> Vec<usize> {
        let present = seen.present().map(|member| member.person_id);
        present
            .filter_map(|id| gathered.at.get(&id).copied())
            .collect()
    };
    let groups: Vec<Vec<usize>> = pairs.iter().map(numbers).collect();
    let Some(alone) = pairs.iter().position(|seen| seen.pair.id == left.pair.id) else {
        return Ok(());
    };
    match repair(&gathered.problem, &groups, alone) {
        Repair::Nothing => Ok(()),
        Repair::With(other) => {
            let other = gathered.people[other];
            join(tx, &gathered, (&pairs[alone], other), (staying, leaver)).await?;
            note_found(tx, round, other).await
        }
        Repair::From(at, other) => {
            let other = gathered.people[other];
            part(tx, &pairs[at], other).await?;
            go_on(tx, &gathered, (&pairs[at], other)).await?;
            join(tx, &gathered, (&pairs[alone], other), (staying, leaver)).await
        }
        Repair::Into(at) => {
            part(tx, &pairs[alone], staying).await?;
            close(tx, &pairs[alone]).await?;
            join(tx, &gathered, (&pairs[at], staying), (staying, leaver)).await
        }
        Repair::Nobody => {
            close(tx, &pairs[alone]).await?;
            let mut others = pairs.iter().filter(|it| it.pair.id != left.pair.id);
            match others.find(|it| it.member(Some(staying)).is_some()) {
                Some(other) => goes_on_with(tx, other, (staying, leaver)).await,
                None => note_unpaired(tx, round, (staying, leaver)).await,
            }
        }
    }
}

async fn fresh(tx: &Tx, pair: PairId) -> Result<Permit<Arrange, PairSeen>> {
    let seen = store::pair_seen(&tx.conn(), Actor::System, pair).await?;
    permit(Actor::System, seen)
}

/// Who stays together hears who is with them no more.
async fn go_on(tx: &Tx, gathered: &Gathered, (pair, gone): (&PairSeen, PersonId)) -> Result<()> {
    let seen = explain_anew(tx, gathered, pair.pair.id).await?;
    let told: Vec<Parted> = seen
        .present()
        .map(|member| parted(&seen, (member.person_id, gone)))
        .collect();
    tx.emit_all(Actor::System, &told).await
}

/// Why these are together is reckoned anew: somebody left them, or came.
async fn explain_anew(
    tx: &Tx,
    gathered: &Gathered,
    pair: PairId,
) -> Result<Permit<Arrange, PairSeen>> {
    let seen = fresh(tx, pair).await?;
    let people: Vec<PersonId> = seen.present().map(|member| member.person_id).collect();
    let numbers = gathered.numbers(&people).unwrap_or_default();
    let (reasons, broken) = explained(gathered, (&numbers, Some(ReasonKind::Repaired)));
    let row = Pair {
        reasons,
        broken,
        ..seen.pair.clone()
    };
    store::update_pair(tx, &seen, row).await?;
    Ok(seen)
}

/// Somebody comes to a pair, and both sides hear of it; who was left alone, after whom.
async fn join(
    tx: &Tx,
    gathered: &Gathered,
    (pair, person): (&PairSeen, PersonId),
    (alone, leaver): (PersonId, PersonId),
) -> Result<()> {
    let seen = fresh(tx, pair.pair.id).await?;
    store::take_member(tx, &seen, person).await?;
    let row = PairMember {
        joined_at: Some(tx.now()),
        ..member(&seen.pair, person, role_in(gathered, person))
    };
    store::put_member(tx, &seen, row).await?;
    if let Some(room) = seen.pair.room_id {
        communities::enter_room(tx, Actor::System, (room, person)).await?;
    }
    let seen = explain_anew(tx, gathered, pair.pair.id).await?;
    let told: Vec<Paired> = seen
        .present()
        .map(|member| Paired {
            community: seen.pair.community_id,
            person: member.person_id,
            pair: seen.pair.id,
            after: Some(leaver).filter(|_| member.person_id == alone),
        })
        .collect();
    tx.emit_all(Actor::System, &told).await
}

/// Somebody is out of a pair and of its room; who is left in it hears of it.
async fn part(tx: &Tx, pair: &PairSeen, person: PersonId) -> Result<()> {
    let seen = fresh(tx, pair.pair.id).await?;
    let member = seen.member(Some(person)).ok_or(Error::NotFound("pair"))?;
    let row = PairMember {
        left_at: Some(tx.now()),
        ..member.clone()
    };
    store::take_member(tx, &seen, person).await?;
    store::put_member(tx, &seen, row).await?;
    if let Some(room) = seen.pair.room_id {
        communities::leave_room(tx, Actor::System, (room, person)).await?;
    }
    tell_pair(tx, Actor::System, &seen).await
}

async fn close(tx: &Tx, pair: &PairSeen) -> Result<()> {
    let seen = fresh(tx, pair.pair.id).await?;
    let row = Pair {
        ended_at: Some(tx.now()),
        ..seen.pair.clone()
    };
    store::update_pair(tx, &seen, row).await?;
    tell_pair(tx, Actor::System, &seen).await?;
    match seen.pair.room_id {
        Some(room) => communities::close_room(tx, Actor::System, room).await,
        None => Ok(()),
    }
}

/// Who had nobody is not among those any more.
async fn note_found(tx: &Tx, round: Round, person: PersonId) -> Result<()> {
    let seen = store::round_seen(&tx.conn(), Actor::System, round.id).await?;
    let seen = permit(Actor::System, seen)?;
    let mut row = round;
    row.unpaired.0.retain(|left| left.person != person);
    store::update_round(tx, &seen, row).await.map(|_| ())
}

/// Who takes several people with them is not alone when one of them left: they hear who that was, and who stays.
async fn goes_on_with(
    tx: &Tx,
    pair: &PairSeen,
    (person, leaver): (PersonId, PersonId),
) -> Result<()> {
    let fact = Paired {
        community: pair.pair.community_id,
        person,
        pair: pair.pair.id,
        after: Some(leaver),
    };
    tx.emit(Actor::System, &fact).await
}

/// Who leads finds them among those without anybody; they hear after whom.
async fn note_unpaired(
    tx: &Tx,
    round: Round,
    (person, leaver): (PersonId, PersonId),
) -> Result<()> {
    let seen = store::round_seen(&tx.conn(), Actor::System, round.id).await?;
    let seen = permit(Actor::System, seen)?;
    let mut row = round;
    row.unpaired.0.push(crate::Left {
        person,
        reason: crate::UnpairedReason::NobodyLeft,
        rule: None,
        to: None,
        with: Vec::new(),
    });
    let round = store::update_round(tx, &seen, row).await?;
    let fact = LeftAlone {
        community: round.community_id,
        person,
        round: round.id,
        after: Some(leaver),
    };
    tx.emit(Actor::System, &fact).await?;
    super::tell(tx, Actor::System, &round).await
}
