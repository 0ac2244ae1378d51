//! One's own accounts elsewhere: to link one, to give one up, and to show by one who one is.
use super::come_in::link;
use super::{Word, carrying, off, shown, used, vouch};
use crate::events::{AccountUnlinked, SignInVouched, Way};
use crate::policy::KeepLinked;
use crate::refusal::{Refusal, Refused};
use crate::store;
use crate::tables::{Account, Purpose};
use async_graphql::InputObject;
use async_trait::async_trait;
use identity::{
    FreshSignIn, Person, Shown, actor_of, end_sign_ins_of, has_password, open_sign_in_shown,
    person_by_id,
};
use kernel::{
    Actor, Command, Conn, Error, Permit, PersonId, Result, SignInId, SsoAccountId, SsoProviderId,
    Tx, permit,
};

/// Makes an account elsewhere one's own.
pub(crate) struct Link {
    pub word: Word,
    pub person: PersonId,
}

#[async_trait]
impl Command for Link {
    type Done = Result<(), Refusal>;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Self::Done> {
        let leave = carrying(actor)?;
        let word = &self.word;
        let provider = store::by_id(&tx.conn(), word.provider).await?;
        if let Some(refusal) = off(&provider) {
            return Ok(Err(refusal));
        }
        let named = (word.issuer.as_str(), word.profile.subject.as_str());
        match store::account_named(&tx.conn(), named).await? {
            Some(account) if account.person_id == self.person => return Ok(Ok(())),
            Some(_) => {
                return Ok(Err(
                    Refused::AlreadyLinked.because("the account is linked to somebody else")
                ));
            }
            None => {}
        }
        let person = person_by_id(&tx.conn(), self.person).await?;
        let person = person.ok_or(Error::SignInFirst)?;
        link(tx, &leave, (&provider, word), (&person, Way::Person)).await?;
        Ok(Ok(()))
    }
}

/// Shows once more who one is: a new sign-in takes the place of the old one.
pub(crate) struct StepUp {
    pub word: Word,
    pub asker: (SignInId, PersonId),
    pub device: String,
}

#[async_trait]
impl Command for StepUp {
    type Done = Result<FreshSignIn, Refusal>;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Self::Done> {
        let leave = carrying(actor)?;
        let (sign_in, person) = self.asker;
        let word = &self.word;
        let provider = store::by_id(&tx.conn(), word.provider).await?;
        if let Some(refusal) = off(&provider) {
            return Ok(Err(refusal));
        }
        let named = (word.issuer.as_str(), word.profile.subject.as_str());
        let account = store::account_named(&tx.conn(), named).await?;
        let Some(account) = account.filter(|account| account.person_id == person) else {
            return Ok(Err(
                Refused::SomebodyElse.because("somebody else came back than who was asked")
            ));
        };
        let person: Person = person_by_id(&tx.conn(), person)
            .await?
            .ok_or(Error::SignInFirst)?;
        if person.suspended_at.is_some() {
            return Ok(Err(Refused::Suspended.because("the person is suspended")));
        }
        let account = used(tx, &leave, (account, word)).await?;
        end_sign_ins_of(tx, actor, (person.id, &[sign_in])).await?;
        // It was asked anew just now, or it would not have come here.
        let shown = Shown {
            at: Some(tx.now()),
            ..shown(&provider, word)
        };
        let shown = (self.device.as_str(), shown);
        let fresh = open_sign_in_shown(tx, actor_of(&person), person, shown).await?;
        vouch(tx, &leave, (&account, word), fresh.sign_in.id).await?;
        let fact = SignInVouched {
            person: fresh.person.id,
            provider: account.provider_id,
            account: account.id,
            sign_in: fresh.sign_in.id,
            purpose: Purpose::StepUp,
        };
        tx.emit(actor_of(&fresh.person), &fact).await?;
        Ok(Ok(fresh))
    }
}

/// Whether a password that is kept here is a way in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Passwords {
    #[default]
    Open,
    Closed,
}

/// Gives up an account elsewhere: nobody signs in here by it any more.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UnlinkAccountInput")]
pub struct UnlinkAccount {
    /// Which one.
    pub account: SsoAccountId,
    #[graphql(skip)]
    pub passwords: Passwords,
}

#[async_trait]
impl Command for UnlinkAccount {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let account = store::account_by_id(&tx.conn(), self.account).await?;
        let account: Permit<KeepLinked, Account> = permit(actor, account)?;
        let by_password = self.passwords == Passwords::Open
            && has_password(&tx.conn(), account.person_id).await?;
        if !by_password && !opens_by_another(&tx.conn(), &account).await? {
            return Err(Error::conflict(
                "you would not come in any more; set a password or link another account first",
            ));
        }
        store::delete_account(tx, &account).await?;
        let fact = AccountUnlinked {
            person: account.person_id,
            provider: account.provider_id,
            account: account.id,
        };
        tx.emit(actor, &fact).await
    }
}

/// Whether the person comes in by another account elsewhere.
async fn opens_by_another(conn: &Conn<'_>, account: &Account) -> Result<bool> {
    let mut accounts = store::accounts_of(conn, account.person_id).await?;
    accounts.retain(|other| other.id != account.id);
    let ids: Vec<SsoProviderId> = accounts.iter().map(|other| other.provider_id).collect();
    let providers = store::providers_by_ids(conn, &ids).await?;
    Ok(providers.iter().any(|provider| provider.is_on))
}
