//! Programs are written, and cohorts run them.
use crate::{
    Delivery, Objective, Program, ProgramChanged, ProgramDelivered, ProgramSeen, ProgramVersion,
    ProgramVersionPublished, See, VersionSeen, Write, store,
};
use async_graphql::InputObject;
use async_trait::async_trait;
use communities::{CommunityKind, CommunitySeen, Manage};
use kernel::{
    Actor, Command, CommunityId, Error, Organisation, Permit, ProgramId, ProgramVersionId, Result,
    Tx, permit,
};
use std::collections::HashSet;

const TITLE_CHARS_MAX: usize = 120;
const SUMMARY_CHARS_MAX: usize = 400;
const NOTES_CHARS_MAX: usize = 400;
const STATEMENT_CHARS_MAX: usize = 300;
const OBJECTIVES_MAX: usize = 50;
const SLUG_CHARS_MIN: usize = 2;

/// What people can do afterwards.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ObjectiveInput")]
pub struct ObjectivePlan {
    /// Which objective of the versions before it continues; none when it is new.
    pub number: Option<i32>,
    /// What they can do, 1 to 300 characters.
    pub statement: String,
    /// How one sees that they can, at most 300 characters.
    pub measure: Option<String>,
}

/// Begins a program, and its first version.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CreateProgramInput")]
pub struct CreateProgram {
    /// 1 to 120 characters.
    pub title: String,
    /// The part of the address: 2 to 60 of a to z, digits and hyphens. Made of the title when absent.
    pub slug: Option<String>,
    /// Whom it is for and what changes by it, at most 400 characters.
    pub summary: Option<String>,
    /// At most 50, in their order.
    pub objectives: Vec<ObjectivePlan>,
}

#[async_trait]
impl Command for CreateProgram {
    type Done = Program;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Program> {
        let leave: Permit<Write, Organisation> = permit(actor, Organisation)?;
        let title = kernel::line("title", &self.title, TITLE_CHARS_MAX)?;
        let slug = self.free_slug(tx, &title).await?;
        let program = Program {
            id: tx.id(),
            slug,
            title,
            summary: summary(self.summary.as_deref().unwrap_or_default())?,
            created_at: tx.now(),
        };
        let objectives = parse_objectives(&self.objectives, &[])?;
        let program = store::insert_program(tx, &leave, program).await?;
        let version = draft(tx, program.id, 1).await?;
        write_objectives(tx, version.id, objectives).await?;
        let fact = ProgramChanged {
            program: program.id,
        };
        tx.emit(actor, &fact).await?;
        Ok(program)
    }
}

impl CreateProgram {
    async fn free_slug(&self, tx: &Tx, title: &str) -> Result<String> {
        let Some(wanted) = &self.slug else {
            let made = Some(kernel::slug(title)).filter(|slug| slug.len() >= SLUG_CHARS_MIN);
            return store::free_slug(&tx.conn(), made.as_deref().unwrap_or("program")).await;
        };
        let slug = kernel::slug(wanted);
        if slug != *wanted || slug.len() < SLUG_CHARS_MIN {
            return Err(Error::invalid(
                "slug",
                "an address has 2 to 60 letters a to z, digits and hyphens",
            )
            .hint("for example leading-change"));
        }
        match store::program_by_slug(&tx.conn(), &slug).await? {
            Some(_) => Err(Error::invalid("slug", "another program has this address")
                .hint("choose another one")),
            None => Ok(slug),
        }
    }
}

/// Changes a program. Its objectives are changed in the version that is being written; when there is
/// none, a new one begins with those of the last. What is not given stays.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UpdateProgramInput")]
pub struct UpdateProgram {
    /// Which one.
    pub program: ProgramId,
    /// 1 to 120 characters.
    pub title: Option<String>,
    /// Whom it is for and what changes by it, at most 400 characters.
    pub summary: Option<String>,
    /// What is new in the version that is being written, at most 400 characters.
    pub notes: Option<String>,
    /// All of them, at most 50, in their order.
    pub objectives: Option<Vec<ObjectivePlan>>,
}

#[async_trait]
impl Command for UpdateProgram {
    type Done = Program;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Program> {
        let seen = store::program_seen(&tx.conn(), actor, self.program).await?;
        let seen: Permit<Write, ProgramSeen> = permit(actor, seen)?;
        let mut program = seen.into_subject().program;
        if let Some(title) = &self.title {
            program.title = kernel::line("title", title, TITLE_CHARS_MAX)?;
        }
        if let Some(text) = &self.summary {
            program.summary = summary(text)?;
        }
        let program = store::update_program(tx, program).await?;
        if self.notes.is_some() || self.objectives.is_some() {
            self.write_version(tx).await?;
        }
        let fact = ProgramChanged {
            program: program.id,
        };
        tx.emit(actor, &fact).await?;
        Ok(program)
    }
}

impl UpdateProgram {
    async fn write_version(&self, tx: &Tx) -> Result<()> {
        let versions = store::versions_of(&tx.conn(), self.program).await?;
        let ids: Vec<ProgramVersionId> = versions.iter().map(|version| version.id).collect();
        let written = store::objectives_of_versions(&tx.conn(), &ids).await?;
        let ever: Vec<i32> = written.values().flatten().map(|one| one.number).collect();
        let latest = versions.into_iter().next();
        let mut version = match latest {
            Some(version) if version.published_at.is_none() => version,
            latest => {
                let number = latest.as_ref().map_or(0, |version| version.number) + 1;
                let version = draft(tx, self.program, number).await?;
                let before = latest.and_then(|latest| written.get(&latest.id));
                let before = before.map(Vec::as_slice).unwrap_or_default();
                write_objectives(tx, version.id, continued(before)).await?;
                version
            }
        };
        if let Some(objectives) = &self.objectives {
            let objectives = parse_objectives(objectives, &ever)?;
            write_objectives(tx, version.id, objectives).await?;
        }
        if let Some(notes) = &self.notes {
            let notes = kernel::optional_line("notes", notes, NOTES_CHARS_MAX)?;
            version.notes = notes.unwrap_or_default();
            store::update_version(tx, version).await?;
        }
        Ok(())
    }
}

/// Finishes the version that is being written. From now on cohorts can run it, and it never changes.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "PublishProgramVersionInput")]
pub struct PublishProgramVersion {
    /// Whose version.
    pub program: ProgramId,
}

#[async_trait]
impl Command for PublishProgramVersion {
    type Done = ProgramVersion;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<ProgramVersion> {
        let seen = store::program_seen(&tx.conn(), actor, self.program).await?;
        let _: Permit<Write, ProgramSeen> = permit(actor, seen)?;
        let versions = store::versions_of(&tx.conn(), self.program).await?;
        let version = versions
            .into_iter()
            .find(|version| version.published_at.is_none())
            .ok_or_else(|| {
                Error::conflict("the last version is published already; change something first")
            })?;
        let objectives = store::objectives_of_versions(&tx.conn(), &[version.id]).await?;
        if objectives.is_empty() {
            return Err(Error::invalid("program", "a version needs an objective")
                .hint("say what people can do afterwards"));
        }
        let published = ProgramVersion {
            published_at: Some(tx.now()),
            ..version
        };
        let version = store::update_version(tx, published).await?;
        let fact = ProgramVersionPublished {
            program: version.program_id,
            version: version.id,
        };
        tx.emit(actor, &fact).await?;
        Ok(version)
    }
}

/// Says which version of a program a cohort runs. It can be exchanged until a session is planned.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "DeliverProgramInput")]
pub struct DeliverProgram {
    /// Which cohort.
    pub community: CommunityId,
    /// Which version; a published one.
    pub version: ProgramVersionId,
}

#[async_trait]
impl Command for DeliverProgram {
    type Done = Delivery;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Delivery> {
        let seen = communities::community_seen(&tx.conn(), actor, self.community).await?;
        let seen: Permit<Manage, CommunitySeen> = permit(actor, seen)?;
        if seen.community.kind != CommunityKind::Cohort {
            return Err(Error::invalid("community", "only a cohort runs a program"));
        }
        let version = store::version_seen(&tx.conn(), actor, self.version).await?;
        let version: Permit<See, VersionSeen> = permit(actor, version)?;
        if version.version.published_at.is_none() {
            return Err(Error::conflict(
                "this version is not published yet; publish it first",
            ));
        }
        let delivery = Delivery {
            community_id: self.community,
            version_id: self.version,
            delivered_at: tx.now(),
            delivered_by: actor.person(),
        };
        let delivery = match store::delivery_of(&tx.conn(), self.community).await? {
            Some(standing) if standing.version_id == self.version => return Ok(standing),
            Some(_) => {
                let (_, sessions) = store::next_number(&tx.conn(), self.community).await?;
                if sessions > 0 {
                    return Err(Error::conflict(
                        "this cohort runs another version, and has sessions; let a new cohort run this one",
                    ));
                }
                store::update_delivery(tx, delivery).await?
            }
            None => store::insert_delivery(tx, delivery).await?,
        };
        let fact = ProgramDelivered {
            community: delivery.community_id,
            version: delivery.version_id,
        };
        tx.emit(actor, &fact).await?;
        Ok(delivery)
    }
}

fn summary(text: &str) -> Result<String> {
    let line = kernel::optional_line("summary", text, SUMMARY_CHARS_MAX)?;
    Ok(line.unwrap_or_default())
}

async fn draft(tx: &Tx, program: ProgramId, number: i32) -> Result<ProgramVersion> {
    let row = ProgramVersion {
        id: tx.id(),
        program_id: program,
        number,
        notes: String::new(),
        created_at: tx.now(),
        published_at: None,
    };
    store::insert_version(tx, row).await
}

/// An objective as it is to be written: its number, what people can do, how one sees it.
type Parsed = (i32, String, Option<String>);

fn continued(objectives: &[Objective]) -> Vec<Parsed> {
    objectives
        .iter()
        .map(|one| (one.number, one.statement.clone(), one.measure.clone()))
        .collect()
}

/// `ever` are the numbers that objectives of the program had in any version: none comes again for
/// another one.
fn parse_objectives(plans: &[ObjectivePlan], ever: &[i32]) -> Result<Vec<Parsed>> {
    if plans.len() > OBJECTIVES_MAX {
        let message = format!("a program has at most {OBJECTIVES_MAX} objectives");
        return Err(Error::invalid("objectives", message));
    }
    let mut next = ever.iter().copied().max().unwrap_or(0);
    let mut taken = HashSet::new();
    let mut parsed = Vec::with_capacity(plans.len());
    for (row, plan) in (1..).zip(plans) {
        let wrong = |what: &str| Error::invalid("objectives", format!("objective {row} {what}"));
        let number = match plan.number {
            Some(number) if ever.contains(&number) => number,
            Some(_) => return Err(wrong("continues one that there is not")),
            None => {
                next += 1;
                next
            }
        };
        if !taken.insert(number) {
            return Err(wrong("continues the same one as another does"));
        }
        let statement = kernel::line("objectives", &plan.statement, STATEMENT_CHARS_MAX)
            .map_err(|_| wrong("needs 1 to 300 characters that say what people can do"))?;
        let measure = plan.measure.as_deref().unwrap_or_default();
        let measure = kernel::optional_line("objectives", measure, STATEMENT_CHARS_MAX)
            .map_err(|_| wrong("says in at most 300 characters how one sees it"))?;
        parsed.push((number, statement, measure));
    }
    Ok(parsed)
}

async fn write_objectives(
    tx: &Tx,
    version: ProgramVersionId,
    objectives: Vec<Parsed>,
) -> Result<()> {
    let rows = (1..)
        .zip(objectives)
        .map(|(position, (number, statement, measure))| Objective {
            id: tx.id(),
            version_id: version,
            number,
            position,
            statement,
            measure,
        });
    store::replace_objectives(tx, version, rows.collect()).await
}
