use super::threads::parse_tags;
use crate::{Channel, ChannelChanged, ChannelKind, Premoderation, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use communities::community_seen;
use kernel::{Actor, Change, ChannelId, Command, CommunityId, Error, Result, Tx, line, permit};
use serde_json::Value;

const NAME_CHARS_MAX: usize = 60;
const PURPOSE_CHARS_MAX: usize = 300;

/// Opens a channel in a community.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CreateChannelInput")]
pub struct CreateChannel {
    /// The community it belongs to. Facilitators and administrators open channels.
    pub community: CommunityId,
    /// 1 to 60 characters.
    pub name: String,
    /// Its place in addresses; made from the name when left out.
    pub slug: Option<String>,
    /// What it is for, in one or two sentences; at most 300 characters.
    pub purpose: String,
    /// Conversations, questions, or both.
    pub kind: ChannelKind,
}

#[async_trait]
impl Command for CreateChannel {
    type Done = Channel;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Channel> {
        let name = line("name", &self.name, NAME_CHARS_MAX)?;
        let purpose = kernel::optional_line("purpose", &self.purpose, PURPOSE_CHARS_MAX)?;
        let slug = kernel::slug(self.slug.as_deref().unwrap_or(&name));
        if slug.is_empty() {
            return Err(
                Error::invalid("slug", "no address can be made from this name")
                    .hint("give an address of letters a to z, digits and hyphens"),
            );
        }
        let seen = community_seen(&tx.conn(), actor, self.community).await?;
        let community = permit(actor, seen)?;
        if !store::slug_is_free(&tx.conn(), self.community, &slug).await? {
            return Err(Error::invalid(
                "name",
                "there is a channel of this name already",
            ));
        }
        let row = Channel {
            id: tx.id(),
            community_id: self.community,
            slug,
            name,
            purpose: purpose.unwrap_or_default(),
            kind: self.kind,
            position: store::next_position(tx, self.community).await?,
            created_at: tx.now(),
            archived_at: None,
            premoderation: Premoderation::Off,
            high_stakes_tags: Vec::<String>::new().into(),
        };
        let channel = store::insert_channel(tx, &community, row).await?;
        tell(tx, actor, (None, &channel)).await?;
        Ok(channel)
    }
}

/// Opens in one community the channels that another has open, as part of a larger change, whose command
/// has asked for leave to know the other. Nothing that was said comes along.
///
/// # Errors
/// `Forbidden` to whoever may not open channels in the community they come into.
pub async fn copy_channels(
    tx: &Tx,
    actor: Actor,
    (from, into): (CommunityId, CommunityId),
) -> Result<Vec<Channel>> {
    let seen = community_seen(&tx.conn(), actor, into).await?;
    let community = permit(actor, seen)?;
    let mut copies = Vec::new();
    for before in store::open_channels_of(&tx.conn(), from).await? {
        let row = Channel {
            id: tx.id(),
            community_id: into,
            created_at: tx.now(),
            ..before
        };
        let copy = store::insert_channel(tx, &community, row).await?;
        tell(tx, actor, (None, &copy)).await?;
        copies.push(copy);
    }
    Ok(copies)
}

/// Changes what is given; the rest stays.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UpdateChannelInput")]
pub struct UpdateChannel {
    pub channel: ChannelId,
    /// 1 to 60 characters.
    pub name: Option<String>,
    /// At most 300 characters.
    pub purpose: Option<String>,
    pub kind: Option<ChannelKind>,
    /// Whose posts wait for a moderator before others read them.
    pub premoderation: Option<Premoderation>,
    /// The tags of conversations in which a mistake is costly: at most 8, each at most 40 characters.
    pub high_stakes_tags: Option<Vec<String>>,
}

#[async_trait]
impl Command for UpdateChannel {
    type Done = Channel;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Channel> {
        let name = self
            .name
            .as_deref()
            .map(|name| line("name", name, NAME_CHARS_MAX))
            .transpose()?;
        let purpose = match self.purpose.as_deref() {
            Some(text) => {
                Some(kernel::optional_line("purpose", text, PURPOSE_CHARS_MAX)?.unwrap_or_default())
            }
            None => None,
        };
        let tags = self.high_stakes_tags.as_deref();
        let tags = tags
            .map(|tags| parse_tags("highStakesTags", tags))
            .transpose()?;
        let seen = permit(
            actor,
            store::channel_seen(&tx.conn(), actor, self.channel).await?,
        )?;
        let before = seen.channel.clone();
        let changed = Channel {
            name: name.unwrap_or(before.name),
            purpose: purpose.unwrap_or(before.purpose),
            kind: self.kind.unwrap_or(before.kind),
            premoderation: self.premoderation.unwrap_or(before.premoderation),
            high_stakes_tags: tags.map_or(before.high_stakes_tags, Into::into),
            ..seen.channel.clone()
        };
        let channel = store::update_channel(tx, &seen, changed).await?;
        tell(tx, actor, (Some(&seen.channel), &channel)).await?;
        Ok(channel)
    }
}

/// Closes a channel to writing, or opens it again. Nothing in it is lost.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ArchiveChannelInput")]
pub struct ArchiveChannel {
    pub channel: ChannelId,
    /// True to archive, false to bring it back.
    pub archived: bool,
}

#[async_trait]
impl Command for ArchiveChannel {
    type Done = Channel;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Channel> {
        let seen = permit(
            actor,
            store::channel_seen(&tx.conn(), actor, self.channel).await?,
        )?;
        let channel = store::set_archived(tx, &seen, self.archived.then_some(tx.now())).await?;
        tell(tx, actor, (Some(&seen.channel), &channel)).await?;
        Ok(channel)
    }
}

async fn tell(
    tx: &Tx,
    actor: Actor,
    (before, channel): (Option<&Channel>, &Channel),
) -> Result<()> {
    let known = before.map_or(Value::Null, Channel::told);
    let fact = ChannelChanged {
        channel: channel.id,
        community: channel.community_id,
        change: Change::between(known, channel.told()),
    };
    tx.emit(actor, &fact).await
}
