//! What somebody's groups give them, kept as they change, whoever tells of them. Only what they gave is taken away again.
use super::carrying;
use crate::events::GroupsApplied;
use crate::outcome::{self, Given};
use crate::policy::Carry;
use crate::store;
use crate::tables::{Grant, GroupSource, Provider};
use communities::{Membership, NewMember, Provenance, Role, admit, memberships_of, rearrange};
use identity::Person;
use kernel::{Actor, CommunityId, Organisation, Permit, Result, Tx};

type Leave = Permit<Carry, Organisation>;

/// Gives somebody what the groups of the directory give by the rules of each provider that leaves groups to it, and
/// takes what they no longer do, as part of a larger change.
///
/// # Errors
/// `Forbidden` to all but the platform.
pub async fn apply_directory_groups(
    tx: &Tx,
    actor: Actor,
    (person, groups): (Person, &[String]),
) -> Result<Person> {
    let leave = carrying(actor)?;
    let mut person = person;
    for provider in store::all(&tx.conn()).await? {
        if provider.groups_from == GroupSource::Directory {
            person = apply(tx, &leave, (&provider, person), groups).await?;
        }
    }
    Ok(person)
}

/// Gives what the groups give now and did not before, and takes what they no longer do.
pub(super) async fn apply(
    tx: &Tx,
    leave: &Leave,
    (provider, person): (&Provider, Person),
    groups: &[String],
) -> Result<Person> {
    let all = store::grants_of(&tx.conn(), person.id).await?;
    let (own, others): (Vec<Grant>, Vec<Grant>) = all
        .into_iter()
        .partition(|grant| grant.provider_id == provider.id);
    let given = outcome::given(provider, groups);
    let before = told(&own);

    let person = administration(tx, leave, (provider, person), (&own, &others, &given)).await?;
    let memberships = memberships_of(&tx.conn(), person.id).await?;
    for grant in &own {
        let Some(community) = grant.community_id else {
            continue;
        };
        let membership = memberships.iter().find(|it| it.community_id == community);
        let stays = given.memberships.get(&community).copied();
        let elsewhere = others.iter().any(|it| it.community_id == Some(community));
        keep(tx, leave, (grant, membership), (stays, elsewhere)).await?;
    }
    for (community, role) in &given.memberships {
        let is_given = own
            .iter()
            .any(|grant| grant.community_id == Some(*community));
        let is_member = memberships.iter().any(|it| it.community_id == *community);
        if !is_given && !is_member {
            let new = NewMember {
                community: *community,
                person: person.id,
                role: *role,
                provenance: provider.groups_from.provenance(),
                granted_by: None,
            };
            give(tx, leave, provider, new).await?;
        }
    }

    let mut after = store::grants_of(&tx.conn(), person.id).await?;
    after.retain(|grant| grant.provider_id == provider.id);
    let after = told(&after);
    if before != after {
        let fact = GroupsApplied {
            person: person.id,
            provider: provider.id,
            before,
            after,
        };
        tx.emit(Actor::System, &fact).await?;
    }
    Ok(person)
}

/// Who looked after the organisation already is nobody's to dismiss.
async fn administration(
    tx: &Tx,
    leave: &Leave,
    (provider, person): (&Provider, Person),
    (own, others, given): (&[Grant], &[Grant], &Given),
) -> Result<Person> {
    let of_all = |grant: &&Grant| grant.community_id.is_none();
    match (own.iter().find(of_all), given.administrator) {
        (None, true) if person.administrator_since.is_none() => {
            let row = Grant {
                id: tx.id(),
                provider_id: provider.id,
                person_id: person.id,
                community_id: None,
                role: None,
                granted_at: tx.now(),
            };
            store::insert_grant(tx, leave, row).await?;
            identity::appoint(tx, Actor::System, person).await
        }
        (Some(grant), false) => {
            store::delete_grant(tx, leave, grant.id).await?;
            match others.iter().any(|grant| of_all(&grant)) {
                true => Ok(person),
                false => identity::dismiss(tx, Actor::System, person).await,
            }
        }
        _ => Ok(person),
    }
}

/// A membership that these groups gave. What somebody changed by hand since is theirs, and stays.
async fn keep(
    tx: &Tx,
    leave: &Leave,
    (grant, membership): (&Grant, Option<&Membership>),
    (stays, elsewhere): (Option<Role>, bool),
) -> Result<()> {
    let ours = membership.filter(|it| {
        let is_as_given = grant.role == Some(it.role) || grant.role == it.former_role;
        matches!(it.provenance, Provenance::Sso | Provenance::Scim) && is_as_given
    });
    match (stays, ours) {
        (Some(role), Some(membership))
            if membership.role != role && membership.former_role.is_none() =>
        {
            let roles = [(membership.clone(), role)];
            if arrange(tx, membership.community_id, (&roles, &[])).await? {
                let row = Grant {
                    role: Some(role),
                    ..grant.clone()
                };
                store::update_grant(tx, leave, row).await?;
            }
            Ok(())
        }
        (Some(_), _) => Ok(()),
        (None, Some(membership)) if !elsewhere => {
            let leaving = [membership.clone()];
            match arrange(tx, membership.community_id, (&[], &leaving)).await? {
                true => store::delete_grant(tx, leave, grant.id).await,
                // The last who leads stays, until somebody else does.
                false => Ok(()),
            }
        }
        (None, _) => store::delete_grant(tx, leave, grant.id).await,
    }
}

async fn give(tx: &Tx, leave: &Leave, provider: &Provider, new: NewMember) -> Result<()> {
    // A community that is archived lets nobody in; the person comes in all the same.
    let joined = tx.attempt(admit(tx, Actor::System, new)).await?;
    if joined.is_err() {
        return Ok(());
    }
    let row = Grant {
        id: tx.id(),
        provider_id: provider.id,
        person_id: new.person,
        community_id: Some(new.community),
        role: Some(new.role),
        granted_at: tx.now(),
    };
    store::insert_grant(tx, leave, row).await
}

/// Whether the community let it be done: one keeps a facilitator.
async fn arrange(
    tx: &Tx,
    community: CommunityId,
    (roles, leaving): (&[(Membership, Role)], &[Membership]),
) -> Result<bool> {
    let done = tx
        .attempt(rearrange(tx, Actor::System, (community, roles, leaving)))
        .await?;
    Ok(done.is_ok())
}

fn told(grants: &[Grant]) -> Vec<(Option<CommunityId>, Option<Role>)> {
    let mut told: Vec<_> = grants
        .iter()
        .map(|grant| (grant.community_id, grant.role))
        .collect();
    told.sort_by_key(|(community, _)| *community);
    told
}
