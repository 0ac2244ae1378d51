//! Communities are founded and described.
use super::alumni::settle;
use super::members::admit;
use super::settings::settings_of;
use crate::policy::Found;
use crate::store::NewMember;
use crate::{
    AlumniAccess, CalendarChanged, Community, CommunityChanged, CommunityCreated, CommunityKind,
    CommunitySeen, Manage, Provenance, Role, WorkWeek, store,
};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::NaiveDate;
use kernel::{
    Actor, Change, Command, CommunityId, Conn, Date, Error, Mentions, Organisation, Permit, Result,
    Tx, permit,
};

const NAME_CHARS_MAX: usize = 80;
const PURPOSE_CHARS_MAX: usize = 400;
const SLUG_CHARS_MIN: usize = 2;

/// Founds a community. A person who does so becomes its first facilitator.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CommunityBeginningInput")]
pub struct CreateCommunity {
    /// A cohort or a community of practice.
    pub kind: CommunityKind,
    /// 1 to 80 characters.
    pub name: String,
    /// The part of the address: 2 to 60 of a to z, digits and hyphens. Made of the name when absent.
    pub slug: Option<String>,
    /// What it is for, 1 to 400 characters.
    pub purpose: String,
    /// How people treat each other here: Markdown, at most 64 KB.
    pub norms: Option<String>,
    /// A time zone of the IANA database, as Europe/Berlin.
    pub zone: String,
    /// The first day of a cohort.
    pub starts_on: Option<Date>,
    /// The last day of a cohort, not before the first.
    pub ends_on: Option<Date>,
    /// Made of the norms before the transaction.
    #[graphql(skip)]
    pub norms_html: String,
}

#[async_trait]
impl Command for CreateCommunity {
    type Done = Community;

    async fn prepare(&mut self, _: &Conn<'_>, _: Actor) -> Result<()> {
        if let Some(norms) = &mut self.norms {
            (*norms, self.norms_html) = rendered(norms)?;
        }
        Ok(())
    }

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Community> {
        let leave: Permit<Found, Organisation> = permit(actor, Organisation)?;
        if self.kind == CommunityKind::Pair {
            let words = "the room of a pair opens when the pair is published";
            return Err(
                Error::invalid("kind", words).hint("found a cohort or a community of practice")
            );
        }
        let name = parse_name(&self.name)?;
        let purpose = kernel::line("purpose", &self.purpose, PURPOSE_CHARS_MAX)?;
        let zone = identity::parse_zone(&self.zone)?;
        let (starts_on, ends_on) = (day(self.starts_on), day(self.ends_on));
        check_days(starts_on, ends_on)?;
        let slug = address(tx, self.slug.as_deref(), &name).await?;

        let row = Community {
            id: tx.id(),
            slug,
            kind: self.kind,
            name,
            purpose,
            norms: self.norms.clone().unwrap_or_default(),
            norms_html: self.norms_html.clone(),
            zone,
            starts_on,
            ends_on,
            created_at: tx.now(),
            archived_at: None,
            work_week: WorkWeek::default().bits(),
            alumni_access: AlumniAccess::default(),
            alumni_community_id: None,
            ended_at: None,
            cloned_from: None,
            nameless_questions: false,
            answer_promise_hours: None,
        };
        let community = store::insert_community(tx, &leave, row).await?;
        let fact = CommunityCreated {
            community: community.id,
        };
        tx.emit(actor, &fact).await?;
        if let Some(person) = actor.person() {
            let founder = NewMember {
                community: community.id,
                person,
                role: Role::Facilitator,
                provenance: Provenance::Person,
                granted_by: actor.person(),
            };
            admit(tx, actor, founder).await?;
        }
        Ok(community)
    }
}

/// The part of the address of a new community: the one that is wanted, or one like its name.
pub(super) async fn address(tx: &Tx, wanted: Option<&str>, name: &str) -> Result<String> {
    let Some(wanted) = wanted else {
        let made = Some(kernel::slug(name)).filter(|slug| slug.len() >= SLUG_CHARS_MIN);
        return store::free_slug(&tx.conn(), made.as_deref().unwrap_or("community")).await;
    };
    let slug = kernel::slug(wanted);
    if slug != *wanted || slug.len() < SLUG_CHARS_MIN {
        return Err(Error::invalid(
            "slug",
            "an address has 2 to 60 letters a to z, digits and hyphens",
        )
        .hint("for example leading-change"));
    }
    match store::community_by_slug(&tx.conn(), &slug).await? {
        Some(_) => {
            Err(Error::invalid("slug", "another community has this address")
                .hint("choose another one"))
        }
        None => Ok(slug),
    }
}

pub(super) fn parse_name(name: &str) -> Result<String> {
    kernel::line("name", name, NAME_CHARS_MAX)
}

/// Changes what a community says of itself. What is not given stays.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UpdateCommunityInput")]
pub struct UpdateCommunity {
    /// Which one.
    pub community: CommunityId,
    /// 1 to 80 characters.
    pub name: Option<String>,
    /// What it is for, 1 to 400 characters.
    pub purpose: Option<String>,
    /// How people treat each other here: Markdown, at most 64 KB. An empty text takes them away.
    pub norms: Option<String>,
    /// A time zone of the IANA database, as Europe/Berlin.
    pub zone: Option<String>,
    /// The first day of a cohort.
    pub starts_on: Option<Date>,
    /// The last day of a cohort, not before the first.
    pub ends_on: Option<Date>,
    /// Whether questions may be asked here without a name.
    pub nameless_questions: Option<bool>,
    /// Within how many hours a moderator looks at what was asked, at most 720; 0 promises nothing.
    pub answer_promise_hours: Option<i32>,
    /// Made of the norms before the transaction.
    #[graphql(skip)]
    pub norms_html: String,
}

#[async_trait]
impl Command for UpdateCommunity {
    type Done = Community;

    async fn prepare(&mut self, _: &Conn<'_>, _: Actor) -> Result<()> {
        if let Some(norms) = &mut self.norms {
            (*norms, self.norms_html) = rendered(norms)?;
        }
        Ok(())
    }

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Community> {
        let seen = store::community_seen(&tx.conn(), actor, self.community).await?;
        let seen: Permit<Manage, CommunitySeen> = permit(actor, seen)?;
        let mut community = seen.into_subject().community;
        let known = settings_of(&community);
        let zone_before = community.zone.clone();
        if let Some(name) = &self.name {
            community.name = parse_name(name)?;
        }
        if let Some(purpose) = &self.purpose {
            community.purpose = kernel::line("purpose", purpose, PURPOSE_CHARS_MAX)?;
        }
        if let Some(norms) = &self.norms {
            community.norms.clone_from(norms);
            community.norms_html.clone_from(&self.norms_html);
        }
        if let Some(zone) = &self.zone {
            community.zone = identity::parse_zone(zone)?;
        }
        community.starts_on = day(self.starts_on).or(community.starts_on);
        community.ends_on = day(self.ends_on).or(community.ends_on);
        check_days(community.starts_on, community.ends_on)?;
        community.nameless_questions =
            (self.nameless_questions).unwrap_or(community.nameless_questions);
        if let Some(hours) = self.answer_promise_hours {
            community.answer_promise_hours = parse_promise(hours)?;
        }

        let community = store::update_community(tx, community).await?;
        let fact = CommunityChanged {
            community: community.id,
            change: Change::between(known, settings_of(&community)),
        };
        tx.emit(actor, &fact).await?;
        if community.zone != zone_before {
            let fact = CalendarChanged {
                community: community.id,
                change: Change::default(),
            };
            tx.emit(actor, &fact).await?;
        }
        settle(tx, actor, community).await
    }
}

/// More hours than this are no promise.
const PROMISE_HOURS_MAX: i32 = 720;

fn parse_promise(hours: i32) -> Result<Option<i32>> {
    match hours {
        0 => Ok(None),
        1..=PROMISE_HOURS_MAX => Ok(Some(hours)),
        _ => Err(Error::invalid(
            "answerPromiseHours",
            format!("promise from 1 to {PROMISE_HOURS_MAX} hours, or nothing with 0"),
        )),
    }
}

/// Norms as typed and as shown. A community may have none.
fn rendered(norms: &str) -> Result<(String, String)> {
    if norms.trim().is_empty() {
        return Ok((String::new(), String::new()));
    }
    let norms = kernel::body("norms", norms)?;
    let html = kernel::render(&norms, &Mentions::new())?.html;
    Ok((norms, html))
}

fn day(date: Option<Date>) -> Option<NaiveDate> {
    date.map(|date| date.0)
}

pub(super) fn check_days(starts_on: Option<NaiveDate>, ends_on: Option<NaiveDate>) -> Result<()> {
    match (starts_on, ends_on) {
        (Some(first), Some(last)) if last < first => {
            Err(Error::invalid("endsOn", "the last day is before the first")
                .hint("give a later last day"))
        }
        _ => Ok(()),
    }
}
