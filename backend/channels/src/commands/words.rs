//! What is written in a post, made ready before the transaction opens.
use communities::{is_member, members_by_handles};
use kernel::{
    Actor, CommunityId, Conn, Error, Mentions, PersonId, Rendered, Result, mentioned_handles,
};

/// A body that was parsed, its mentions looked up, and rendered.
#[derive(Clone, Debug)]
pub struct Words {
    pub body: String,
    pub html: String,
    pub mentions: Vec<PersonId>,
}

/// More mentions than this in one post speak to nobody.
const MENTIONS_MAX: usize = 30;
/// Bodies above this are rendered away from the threads that answer requests.
const INLINE_BYTES_MAX: usize = 4 * 1024;

impl Words {
    /// Reads who is mentioned, among the members of `community`, and renders. Without a community
    /// nobody is.
    pub async fn read(
        conn: &Conn<'_>,
        actor: Actor,
        community: Option<CommunityId>,
        body: &str,
    ) -> Result<Self> {
        let body = kernel::body("body", body)?;
        let handles = mentioned_handles(&body);
        if handles.len() > MENTIONS_MAX {
            return Err(Error::invalid(
                "body",
                format!("this mentions more than {MENTIONS_MAX} people"),
            )
            .hint("write to the whole community without mentions"));
        }
        let people = match community {
            Some(community) if !handles.is_empty() => {
                members_by_handles(conn, community, &handles).await?
            }
            _ => Vec::new(),
        };
        let names: Mentions = people
            .iter()
            .map(|person| (person.handle.clone(), (person.id, person.name.clone())))
            .collect();
        let Rendered { html, .. } = rendered(body.clone(), names).await?;
        let mentions = people
            .iter()
            .map(|person| person.id)
            .filter(|id| actor.person() != Some(*id))
            .collect();
        Ok(Self {
            body,
            html,
            mentions,
        })
    }
}

/// How a text will look once it is posted in `community`, whose people it may mention if the asker
/// belongs to it.
pub async fn preview(
    conn: &Conn<'_>,
    actor: Actor,
    community: Option<CommunityId>,
    body: &str,
) -> Result<String> {
    let community = match community {
        Some(id) if is_member(conn, actor, id).await? => Some(id),
        _ => None,
    };
    Ok(Words::read(conn, actor, community, body).await?.html)
}

async fn rendered(body: String, names: Mentions) -> Result<Rendered> {
    if body.len() <= INLINE_BYTES_MAX {
        return kernel::render(&body, &names);
    }
    let rendering = tokio::task::spawn_blocking(move || kernel::render(&body, &names));
    rendering.await.map_err(Error::internal)?
}

/// `prepare` ran before `run`: the database calls them in that order.
pub fn prepared(words: Option<&Words>) -> Result<&Words> {
    words.ok_or_else(|| Error::internal("a command ran before it was prepared"))
}
