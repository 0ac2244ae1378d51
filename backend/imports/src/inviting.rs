//! Many are invited at once, to whatever community each: looked at line by line, then sent one after the other.
mod lines;

use crate::roster::table::text_of;
use crate::{InviteFate, InviteLine, InviteList, InvitesSent, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use communities::{
    CommunitySeen, Manage, communities_open, community_seen, everybody_in, invite_all,
    openly_invited,
};
use identity::{NewPlaceholder, OverseePeople, create_placeholders, people_by_emails};
use kernel::{
    Actor, Command, CommunityId, Conn, Db, Error, InviteListId, Job, Organisation, Permit,
    PersonId, Result, Tx, permit,
};
use lines::{Known, Typed, lines_of, plan};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What an account that waits to be claimed says it comes from.
const SYSTEM: &str = "invitation";
/// How many are invited in one transaction.
const ABREAST: u64 = 50;

/// Reads a list of addresses and says what each line would do. Nothing is done yet.
#[derive(Clone, Debug)]
pub struct PreviewInvites {
    pub text: String,
    /// Where who names no community is asked to.
    pub community: Option<CommunityId>,
    typed: Vec<Typed>,
}

impl PreviewInvites {
    pub fn new(text: String, community: Option<CommunityId>) -> Self {
        Self {
            text,
            community,
            typed: Vec::new(),
        }
    }
}

#[async_trait]
impl Command for PreviewInvites {
    type Done = InviteList;

    async fn prepare(&mut self, _: &Conn<'_>, actor: Actor) -> Result<()> {
        let _: Permit<OverseePeople, Organisation> = permit(actor, Organisation)?;
        self.typed = lines_of(&text_of(self.text.as_bytes())?)?;
        Ok(())
    }

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<InviteList> {
        let _: Permit<OverseePeople, Organisation> = permit(actor, Organisation)?;
        if let Some(community) = self.community {
            let seen = community_seen(&tx.conn(), actor, community).await?;
            let _: Permit<Manage, CommunitySeen> = permit(actor, seen)?;
        }
        let list = InviteList {
            id: tx.id(),
            made_by: actor.person(),
            created_at: tx.now(),
            sent_at: None,
        };
        let known = known(tx, actor, (self.community, &self.typed)).await?;
        let lines = plan(list.id, self.typed.clone(), &known);
        store::insert_invite_list(tx, list, &lines).await
    }
}

/// Who of a list has an account, is a member, or was invited.
async fn known(
    tx: &Tx,
    actor: Actor,
    (elsewhere, typed): (Option<CommunityId>, &[Typed]),
) -> Result<Known> {
    let conn = tx.conn();
    let mut known = Known {
        elsewhere,
        ..Known::default()
    };
    for seen in communities_open(&conn, actor).await? {
        known.learn_place(&seen.community);
    }
    let emails: BTreeSet<String> = typed
        .iter()
        .filter_map(|line| identity::parse_email(&line.email).ok())
        .collect();
    let emails: Vec<String> = emails.into_iter().collect();
    known.people = people_by_emails(&conn, &emails).await?;
    let named = typed.iter().filter(|line| !line.place.is_empty());
    let named = named.filter_map(|line| known.places.get(&line.place.to_lowercase()));
    let places: BTreeSet<CommunityId> = named.copied().chain(elsewhere).collect();
    let asked: Vec<&str> = emails.iter().map(String::as_str).collect();
    for place in places {
        for member in everybody_in(&conn, place).await? {
            known.members.insert((place, member.person_id));
        }
        let open = openly_invited(&conn, (place, tx.now()), &asked).await?;
        known
            .invited
            .extend(open.into_iter().map(|email| (place, email)));
    }
    Ok(known)
}

/// Sends the invitations of a list, one after the other. Lines that were refused stay out.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SendInvitesInput")]
pub struct SendInvites {
    /// Which one, from its preview.
    pub list: InviteListId,
}

#[async_trait]
impl Command for SendInvites {
    type Done = InviteList;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<InviteList> {
        let leave: Permit<OverseePeople, Organisation> = permit(actor, Organisation)?;
        let list = store::invite_list(&tx.conn(), &leave, self.list).await?;
        if list.sent_at.is_some() {
            return Err(Error::conflict(
                "these invitations are on their way already",
            ));
        }
        let list = store::note_sent(tx, list).await?;
        tx.enqueue(&SendInviteList { list: list.id }).await?;
        tx.emit(actor, &InvitesSent { list: list.id }).await?;
        Ok(list)
    }
}

/// Invite everybody on a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SendInviteList {
    pub list: InviteListId,
}

impl Job for SendInviteList {
    const KIND: &'static str = "imports.send_invite_list";
}

/// Invites them, some at a time. Done again, it goes on where it was.
pub async fn send_invite_list(db: &Db, job: &SendInviteList) -> Result<()> {
    let list = job.list;
    while db.write(Actor::System, SendSome { list }).await? == Progress::More {}
    Ok(())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Progress {
    More,
    Done,
}

/// Invites those on the next lines that were not sent yet.
struct SendSome {
    list: InviteListId,
}

#[async_trait]
impl Command for SendSome {
    type Done = Progress;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Progress> {
        let leave: Permit<OverseePeople, Organisation> = permit(actor, Organisation)?;
        let conn = tx.conn();
        let list = store::invite_list(&conn, &leave, self.list).await?;
        let lines = store::unsent_lines(&conn, list.id, ABREAST).await?;
        if lines.is_empty() {
            return Ok(Progress::Done);
        }
        introduce(tx, actor, &lines).await?;
        let mut by_place: BTreeMap<CommunityId, Vec<InviteLine>> = BTreeMap::new();
        for line in lines {
            if let Some(place) = line.community_id {
                by_place.entry(place).or_default().push(line);
            }
        }
        for (place, lines) in by_place {
            ask_in(tx, actor, (place, list.made_by, lines)).await?;
        }
        Ok(Progress::More)
    }
}

/// Makes an account that waits for them for each whose name was given, so that the name is not lost.
async fn introduce(tx: &Tx, actor: Actor, lines: &[InviteLine]) -> Result<()> {
    let emails: Vec<String> = lines.iter().map(|line| line.email.clone()).collect();
    let known = people_by_emails(&tx.conn(), &emails).await?;
    let mut new: HashMap<&str, NewPlaceholder> = HashMap::new();
    let nameless = |line: &&InviteLine| !line.name.is_empty() && !known.contains_key(&line.email);
    for line in lines.iter().filter(nameless) {
        new.entry(&line.email).or_insert_with(|| NewPlaceholder {
            name: line.name.clone(),
            email: line.email.clone(),
        });
    }
    let mut new: Vec<NewPlaceholder> = new.into_values().collect();
    new.sort_by(|one, other| one.email.cmp(&other.email));
    create_placeholders(tx, actor, (&new, SYSTEM)).await?;
    Ok(())
}

/// Those for whom the community has closed meanwhile are told so on their line; nobody else waits for them.
async fn ask_in(
    tx: &Tx,
    actor: Actor,
    (place, by, lines): (CommunityId, Option<PersonId>, Vec<InviteLine>),
) -> Result<()> {
    let seen = community_seen(&tx.conn(), actor, place).await?;
    let asked = match permit::<Manage, CommunitySeen>(actor, seen) {
        Ok(seen) => {
            let people = lines.iter();
            let people = people.filter_map(|line| Some((line.email.clone(), line.role?)));
            invite_all(tx, actor, (&seen, by), people.collect()).await?;
            Ok(())
        }
        Err(Error::Forbidden(reason)) => Err(reason.to_string()),
        Err(error) => return Err(error),
    };
    for line in lines {
        let done = match &asked {
            Ok(()) => InviteLine {
                sent_at: Some(tx.now()),
                ..line
            },
            Err(reason) => InviteLine {
                fate: InviteFate::Refused,
                reason: Some(reason.clone()),
                ..line
            },
        };
        store::update_invite_line(tx, done).await?;
    }
    Ok(())
}
