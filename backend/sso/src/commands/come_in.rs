//! Somebody comes in because a provider vouches for them.
use super::{NoteRefusal, Word, account_of, carrying, groups, off, shown, used, vouch};
use crate::events::{AccountLinked, SignInVouched, Way};
use crate::outcome::{Act, Known, decide};
use crate::policy::Carry;
use crate::refusal::Refusal;
use crate::store;
use crate::tables::{Account, GroupSource, Provider, Purpose};
use async_trait::async_trait;
use identity::{
    Described, FreshSignIn, Person, Visitor, actor_of, claim_vouched, create_described,
    open_sign_in_shown, person_by_email, person_by_id,
};
use kernel::{Actor, Command, Conn, Error, Organisation, Permit, Result, Tx};

/// Signs in whose account it is; makes it somebody's first, where that may be.
pub(crate) struct ComeIn {
    pub word: Word,
    pub visitor: Visitor,
}

#[async_trait]
impl Command for ComeIn {
    type Done = Result<FreshSignIn, Refusal>;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Self::Done> {
        let leave = carrying(actor)?;
        let word = &self.word;
        let provider = store::by_id(&tx.conn(), word.provider).await?;
        let (known, account) = known(&tx.conn(), word).await?;
        let act = match off(&provider) {
            None => decide(&provider, &word.profile, &known),
            Some(refusal) => Err(refusal),
        };
        let act = match act {
            Ok(act) => act,
            Err(refusal) => {
                let note = NoteRefusal {
                    provider: Some(provider.id),
                    purpose: Purpose::SignIn,
                    person: None,
                    visitor: self.visitor.clone(),
                    refusal: refusal.clone(),
                };
                note.run(tx, actor).await?;
                return Ok(Err(refusal));
            }
        };
        let person = match (act, known) {
            (Act::Create, _) => create(tx, word).await?,
            (_, Known::Owner(person)) => person,
            (_, Known::Address(person)) => claim_vouched(tx, person).await?,
            (_, Known::Nobody) => return Err(Error::NotFound("person")),
        };
        let account = match account {
            Some(account) => account,
            None => {
                let way = match act {
                    Act::Create => Way::Created,
                    _ => Way::Address,
                };
                link(tx, &leave, (&provider, word), (&person, way)).await?
            }
        };
        let account = used(tx, &leave, (account, word)).await?;
        let person = match provider.groups_from {
            GroupSource::SignIn => {
                groups::apply(tx, &leave, (&provider, person), &word.profile.groups).await?
            }
            // The directory has told them already.
            GroupSource::Directory => person,
        };
        // A session there may be old: whoever left it open at a desk is asked before what matters. So is whose provider
        // does not say when it asked.
        let shown = (self.visitor.device.as_str(), shown(&provider, word));
        let fresh = open_sign_in_shown(tx, actor_of(&person), person, shown).await?;
        vouch(tx, &leave, (&account, word), fresh.sign_in.id).await?;
        let fact = SignInVouched {
            person: fresh.person.id,
            provider: provider.id,
            account: account.id,
            sign_in: fresh.sign_in.id,
            purpose: Purpose::SignIn,
        };
        tx.emit(actor_of(&fresh.person), &fact).await?;
        Ok(Ok(fresh))
    }
}

/// Who is here that it may be, and the account if it is somebody's.
pub(super) async fn known(conn: &Conn<'_>, word: &Word) -> Result<(Known, Option<Account>)> {
    let named = (word.issuer.as_str(), word.profile.subject.as_str());
    if let Some(account) = store::account_named(conn, named).await? {
        let owner = person_by_id(conn, account.person_id).await?;
        let owner = owner.ok_or(Error::NotFound("person"))?;
        return Ok((Known::Owner(owner), Some(account)));
    }
    let holder = match &word.profile.email {
        Some(email) => person_by_email(conn, email).await?,
        None => None,
    };
    Ok((holder.map_or(Known::Nobody, Known::Address), None))
}

async fn create(tx: &Tx, word: &Word) -> Result<Person> {
    let profile = &word.profile;
    // Nobody has the address, or it would have been another's; one that is not verified is refused before.
    let described = Described {
        name: profile.name.clone(),
        email: profile.email.clone().filter(|_| profile.email_verified),
        zone: profile.zone.clone(),
        language: profile.language.clone(),
    };
    create_described(tx, Actor::System, &described).await
}

/// Makes the account this person's.
pub(super) async fn link(
    tx: &Tx,
    leave: &Permit<Carry, Organisation>,
    (provider, word): (&Provider, &Word),
    (person, way): (&Person, Way),
) -> Result<Account> {
    let row = account_of(tx, (provider, word), person.id);
    let account = store::insert_account(tx, leave, row).await?;
    let fact = AccountLinked {
        person: person.id,
        provider: provider.id,
        account: account.id,
        way,
    };
    tx.emit(actor_of(person), &fact).await?;
    Ok(account)
}
