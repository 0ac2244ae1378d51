use super::{somebody, steered, tell};
use crate::policy::Agree;
use crate::states::Step;
use crate::{AgreementAsked, Misconception, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use communities::Role;
use kernel::{Actor, Command, CommunityId, Error, MisconceptionId, PersonId, Result, Tx, permit};

/// Who can be asked to agree: who moderates, and who knows the matter.
pub const COLLEAGUES: [Role; 3] = [Role::Moderator, Role::Facilitator, Role::Expert];

/// Asks a colleague to read a correction and to agree to it, or somebody else than before.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "AskToAgreeInput")]
pub struct AskToAgree {
    pub misconception: MisconceptionId,
    /// Somebody of its community who moderates, leads or is an expert there, and did not write it.
    pub person: PersonId,
}

#[async_trait]
impl Command for AskToAgree {
    type Done = Misconception;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Misconception> {
        let seen = steered(tx, actor, self.misconception).await?;
        seen.life().after(Step::Agree, tx.now())?;
        if seen.record.drafted_by == Some(self.person) {
            return Err(Error::invalid(
                "person",
                "they wrote this correction themself; ask somebody else",
            ));
        }
        check_colleague(tx, seen.record.community_id, self.person).await?;
        let row = Misconception {
            asked_id: Some(self.person),
            ..seen.record.clone()
        };
        let row = store::update(tx, &seen, row).await?;
        tell(tx, actor, &row).await?;
        tell_asked(tx, actor, &row).await?;
        Ok(row)
    }
}

async fn check_colleague(tx: &Tx, community: CommunityId, person: PersonId) -> Result<()> {
    let memberships = communities::memberships_of(&tx.conn(), person).await?;
    let is_colleague = memberships
        .iter()
        .any(|it| it.community_id == community && COLLEAGUES.contains(&it.role));
    match is_colleague {
        true => Ok(()),
        false => Err(Error::invalid(
            "person",
            "choose a moderator, a facilitator or an expert of this community",
        )),
    }
}

/// Who is asked hears of it; again when the words they were asked about were changed.
pub(super) async fn tell_asked(tx: &Tx, actor: Actor, record: &Misconception) -> Result<()> {
    let asked = record.asked_id.filter(|_| record.agreed_by.is_none());
    let Some(person) = asked.filter(|person| Some(*person) != record.drafted_by) else {
        return Ok(());
    };
    let fact = AgreementAsked {
        person,
        community: record.community_id,
        misconception: record.id,
    };
    tx.emit(actor, &fact).await
}

/// Agrees to a correction that somebody else wrote.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "AgreeToCorrectionInput")]
pub struct AgreeToCorrection {
    pub misconception: MisconceptionId,
}

#[async_trait]
impl Command for AgreeToCorrection {
    type Done = Misconception;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Misconception> {
        let person = somebody(actor)?;
        let seen = store::misconception_seen(&tx.conn(), actor, self.misconception).await?;
        let seen = permit::<Agree, _>(actor, seen)?;
        if seen.record.drafted_by == Some(person) {
            return Err(Error::forbidden(
                "you wrote this correction yourself; ask somebody else to agree",
            ));
        }
        seen.life().after(Step::Agree, tx.now())?;
        let row = store::set_agreed(tx, &seen, person).await?;
        store::insert_change(tx, &row, (Some(person), None)).await?;
        tell(tx, actor, &row).await?;
        Ok(row)
    }
}
