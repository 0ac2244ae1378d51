//! Where an archive lands: a community, and the run that fills it.
use crate::origin::Origin;
use crate::{ImportFinished, Sheet, store};
use async_trait::async_trait;
use communities::{Community, CommunityKind, CreateCommunity, Grow, community_by_id};
use kernel::{Actor, Command, CommunityId, Conn, Db, Error, ImportId, Permit, Result, Tx, permit};

/// An import that is under way.
pub(crate) struct Landing {
    pub origin: Origin,
    run: ImportId,
}

impl Landing {
    /// Finds the community by its name or address, or founds it, and notes that an import began.
    pub async fn begin(db: &Db, community: &str, source: String, purpose: &str) -> Result<Self> {
        let community = match find_community(&db.read(), community).await? {
            Some(community) => community,
            None => {
                db.write(Actor::System, founding(community, purpose))
                    .await?
            }
        };
        let origin = Origin {
            community: community.id,
            source,
        };
        let begin = BeginRun(origin.clone());
        let run = db.write(Actor::System, begin).await?;
        Ok(Self { origin, run })
    }

    /// Keeps the sheet with the run.
    pub async fn finish(self, db: &Db, sheet: Sheet) -> Result<Sheet> {
        let finish = FinishRun {
            run: self.run,
            community: self.origin.community,
            sheet: sheet.clone(),
        };
        db.write(Actor::System, finish).await?;
        Ok(sheet)
    }
}

pub(crate) async fn find_community(conn: &Conn<'_>, name: &str) -> Result<Option<Community>> {
    let by_address = communities::community_by_slug(conn, name).await?;
    match by_address {
        Some(community) => Ok(Some(community)),
        None => communities::community_by_slug(conn, &kernel::slug(name)).await,
    }
}

pub(crate) fn founding(name: &str, purpose: &str) -> CreateCommunity {
    CreateCommunity {
        kind: CommunityKind::Practice,
        name: name.to_owned(),
        slug: None,
        purpose: purpose.to_owned(),
        norms: None,
        zone: "UTC".to_owned(),
        starts_on: None,
        ends_on: None,
        norms_html: String::new(),
    }
}

struct BeginRun(Origin);

#[async_trait]
impl Command for BeginRun {
    type Done = ImportId;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<ImportId> {
        let community = community_by_id(&tx.conn(), self.0.community).await?;
        let _: Permit<Grow, Community> =
            permit(actor, community.ok_or(Error::NotFound("community"))?)?;
        store::insert_run(tx, &self.0).await
    }
}

struct FinishRun {
    run: ImportId,
    community: CommunityId,
    sheet: Sheet,
}

#[async_trait]
impl Command for FinishRun {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        store::finish_run(tx, self.run, &self.sheet).await?;
        let fact = ImportFinished {
            community: self.community,
            import: self.run,
        };
        tx.emit(actor, &fact).await
    }
}
