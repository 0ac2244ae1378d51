//! What belongs to a session to read or to use.
use super::permitted;
use crate::{
    Conduct, Material, MaterialShown, Session, SessionAspect, SessionChanged, SessionSeen, parse,
    store,
};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Command, Error, MaterialId, Permit, Result, SessionId, Tx};

const MATERIALS_MAX: usize = 50;

/// Adds a link to what belongs to a session.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "AddMaterialInput")]
pub struct AddMaterial {
    /// To which session.
    pub session: SessionId,
    /// 1 to 120 characters.
    pub title: String,
    /// Where it is.
    pub url: String,
    /// From when on learners see it; always when absent.
    pub shown: Option<MaterialShown>,
}

#[async_trait]
impl Command for AddMaterial {
    type Done = Session;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Session> {
        let seen: Permit<Conduct, SessionSeen> = permitted(tx, actor, self.session).await?;
        let standing = store::materials_of(&tx.conn(), self.session).await?;
        if standing.len() >= MATERIALS_MAX {
            return Err(Error::conflict(
                "a session has at most 50 materials; take one away first",
            ));
        }
        let last = standing.last().map_or(0, |material| material.position);
        let material = Material {
            id: tx.id(),
            session_id: self.session,
            position: last + 1,
            title: parse::title(&self.title)?,
            url: url(&self.url)?,
            shown: self.shown.unwrap_or(MaterialShown::Always),
            added_at: tx.now(),
        };
        store::insert_material(tx, material).await?;
        told(tx, actor, seen).await
    }
}

/// Changes what belongs to a session. What is not given stays.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UpdateMaterialInput")]
pub struct UpdateMaterial {
    /// Which one.
    pub material: MaterialId,
    /// 1 to 120 characters.
    pub title: Option<String>,
    /// Where it is.
    pub url: Option<String>,
    /// From when on learners see it.
    pub shown: Option<MaterialShown>,
}

#[async_trait]
impl Command for UpdateMaterial {
    type Done = Session;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Session> {
        let (mut material, seen) = conducted(tx, actor, self.material).await?;
        if let Some(title) = &self.title {
            material.title = parse::title(title)?;
        }
        if let Some(address) = &self.url {
            material.url = url(address)?;
        }
        material.shown = self.shown.unwrap_or(material.shown);
        store::update_material(tx, material).await?;
        told(tx, actor, seen).await
    }
}

/// Takes away what belonged to a session.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "RemoveMaterialInput")]
pub struct RemoveMaterial {
    /// Which one.
    pub material: MaterialId,
}

#[async_trait]
impl Command for RemoveMaterial {
    type Done = Session;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Session> {
        let (material, seen) = conducted(tx, actor, self.material).await?;
        store::delete_material(tx, material.id).await?;
        told(tx, actor, seen).await
    }
}

/// The material, once there is leave to change it. To who may not see its session there is none.
async fn conducted(
    tx: &Tx,
    actor: Actor,
    id: MaterialId,
) -> Result<(Material, Permit<Conduct, SessionSeen>)> {
    let material = store::material_by_id(&tx.conn(), id).await?;
    match permitted(tx, actor, material.session_id).await {
        Ok(seen) => Ok((material, seen)),
        Err(Error::NotFound(_)) => Err(Error::NotFound("material")),
        Err(error) => Err(error),
    }
}

fn url(text: &str) -> Result<String> {
    parse::link("url", text)?.ok_or_else(|| {
        Error::invalid("url", "this cannot be empty").hint("it begins with https://")
    })
}

async fn told(tx: &Tx, actor: Actor, seen: Permit<Conduct, SessionSeen>) -> Result<Session> {
    let session = seen.into_subject().session;
    let fact = SessionChanged {
        community: session.community_id,
        session: session.id,
        aspects: vec![SessionAspect::Materials],
    };
    tx.emit(actor, &fact).await?;
    Ok(session)
}
