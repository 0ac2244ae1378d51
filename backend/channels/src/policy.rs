//! Who may do what in a channel, a thread, to a post, with a file. Pure: nothing is loaded here.
//!
//! | | nobody | learner, expert | observer | moderator | facilitator |
//! |---|---|---|---|---|---|
//! | read | hidden | yes | yes | yes | yes |
//! | write, react | hidden | unless archived, locked or muted | no | unless archived | unless archived |
//! | edit a post | hidden | own | no | any, with a reason | any, with a reason |
//! | delete a post | hidden | own | no | any | any |
//! | restore a post | hidden | if they deleted it | no | any | any |
//! | edit a title, lock | hidden | own title | no | any | any |
//! | open, archive a channel | hidden | no | no | no | yes |
//!
//! In an archived community nothing is written, locked or opened by anybody. Taking words back, and
//! undoing that, is possible wherever they stand.
//!
//! Where an answer is asked for first, learners, experts and observers who have not answered do not see
//! what others answered: it is answered like what does not exist. Whoever moderates reads everything.
use crate::{Channel, File, Post, ReactionKind, Thread, ThreadReader};
use communities::{CommunitySeen, Role, Standing};
use kernel::{Actor, Organisation, PersonId, Policy, Verdict};
use std::sync::Arc;

/// A channel, and where the asker stands in its community.
#[derive(Clone, Debug)]
pub struct ChannelSeen {
    pub channel: Channel,
    pub standing: Option<Standing>,
}

/// A thread in its channel, with the asker's standing and reading.
#[derive(Clone, Debug)]
pub struct ThreadSeen {
    pub thread: Thread,
    pub channel: Channel,
    pub standing: Option<Standing>,
    pub reader: Option<ThreadReader>,
}

/// A post in its thread, with the asker's own reactions to it.
#[derive(Clone, Debug)]
pub struct PostSeen {
    pub post: Post,
    pub thread: Arc<ThreadSeen>,
    pub reacted: Vec<ReactionKind>,
}

/// A file, and the post it is attached to, or the community that reads it without one.
#[derive(Clone, Debug)]
pub struct FileSeen {
    pub file: File,
    pub post: Option<PostSeen>,
    pub community: Option<CommunitySeen>,
}

/// Read a conversation; know that it exists.
pub struct Read;
/// Begin a conversation, or reply.
pub struct Write;
/// Say it is helpful, used, or thank you.
pub struct React;
/// Change the words or the title.
pub struct Edit;
/// Take a post back.
pub struct Delete;
/// Undo that.
pub struct Restore;
/// Lock, and act on what others wrote.
pub struct Moderate;
/// Read the words of a post, which are withheld once it is deleted.
pub struct ReadWords;
/// Bring in whole conversations from elsewhere, as they were.
pub struct BringIn;
/// Clear away what nobody needs any more.
pub struct Tidy;
/// Render what was written again.
pub struct RenderAgain;

const OBSERVER: Verdict = Verdict::Deny("observers read and do not write here");
const ARCHIVED: Verdict = Verdict::Deny("this channel is archived: it can be read, not written");
const RESTING: Verdict = Verdict::Deny(communities::ARCHIVED);
const LOCKED: Verdict = Verdict::Deny("this conversation is locked: it can be read, not written");
const NOT_YOURS: Verdict = Verdict::Deny("only the author or a moderator may do this");
const DELETED: Verdict = Verdict::Deny("this post was deleted");

/// What a role lets a person do anywhere in the community.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Power {
    None,
    Watch,
    Talk,
    Moderate,
}

fn power(actor: &Actor, standing: Option<Standing>) -> Power {
    match (actor, standing.map(|standing| standing.role)) {
        (Actor::System, _) => Power::Moderate,
        (Actor::Anonymous, _) | (_, None) => Power::None,
        (_, Some(Role::Observer)) => Power::Watch,
        (_, Some(Role::Learner | Role::Expert)) => Power::Talk,
        (_, Some(Role::Moderator | Role::Facilitator)) => Power::Moderate,
    }
}

fn read(actor: &Actor, standing: Option<Standing>) -> Verdict {
    match power(actor, standing) {
        Power::None => Verdict::Hide,
        Power::Watch | Power::Talk | Power::Moderate => Verdict::Allow,
    }
}

/// Whether nobody may change anything there any more, whatever their role.
fn rests(standing: Option<Standing>) -> bool {
    standing.is_some_and(|standing| standing.archived_at.is_some())
}

fn write(actor: &Actor, channel: &Channel, standing: Option<Standing>) -> Verdict {
    match power(actor, standing) {
        Power::None => Verdict::Hide,
        Power::Watch => OBSERVER,
        Power::Talk | Power::Moderate if rests(standing) => RESTING,
        Power::Talk | Power::Moderate if channel.archived_at.is_some() => ARCHIVED,
        Power::Talk => communities::muted(standing),
        Power::Moderate => Verdict::Allow,
    }
}

impl Policy<Read> for ChannelSeen {
    const NOUN: &'static str = "channel";

    fn verdict(&self, actor: &Actor) -> Verdict {
        read(actor, self.standing)
    }
}

impl Policy<Write> for ChannelSeen {
    const NOUN: &'static str = "channel";

    fn verdict(&self, actor: &Actor) -> Verdict {
        write(actor, &self.channel, self.standing)
    }
}

impl Policy<Edit> for ChannelSeen {
    const NOUN: &'static str = "channel";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match (
            read(actor, self.standing),
            self.standing.map(|standing| standing.role),
        ) {
            (Verdict::Allow, None) => Verdict::Allow, // the platform itself
            (Verdict::Allow, Some(role)) if role != Role::Facilitator && !actor.administers() => {
                Verdict::Deny("only a facilitator may change a channel")
            }
            (Verdict::Allow, Some(_)) if rests(self.standing) => RESTING,
            (Verdict::Allow, Some(_)) => Verdict::Allow,
            (verdict, _) => verdict,
        }
    }
}

impl Policy<Read> for ThreadSeen {
    const NOUN: &'static str = "thread";

    fn verdict(&self, actor: &Actor) -> Verdict {
        read(actor, self.standing)
    }
}

impl Policy<Write> for ThreadSeen {
    const NOUN: &'static str = "thread";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let locked = self.thread.locked_at.is_some();
        match write(actor, &self.channel, self.standing) {
            Verdict::Allow if locked && power(actor, self.standing) != Power::Moderate => LOCKED,
            verdict => verdict,
        }
    }
}

impl Policy<Edit> for ThreadSeen {
    const NOUN: &'static str = "thread";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Write>::verdict(self, actor) {
            Verdict::Allow => own_or_moderated(actor, Some(self.thread.author_id), self.standing),
            verdict => verdict,
        }
    }
}

impl Policy<Moderate> for ThreadSeen {
    const NOUN: &'static str = "thread";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match power(actor, self.standing) {
            Power::None => Verdict::Hide,
            Power::Watch | Power::Talk => Verdict::Deny("only a moderator may do this"),
            Power::Moderate if rests(self.standing) => RESTING,
            Power::Moderate => Verdict::Allow,
        }
    }
}

/// Whether a thread withholds what others answered from a member who answered so often.
pub(crate) fn withholds(thread: &Thread, (role, answers): (Role, i32)) -> bool {
    match role {
        Role::Learner | Role::Expert | Role::Observer => thread.answer_first && answers == 0,
        Role::Moderator | Role::Facilitator => false,
    }
}

impl ThreadSeen {
    /// Whether what others answered is withheld from the asker, who has not answered.
    pub fn withholds(&self) -> bool {
        let answers = self.reader.as_ref().map_or(0, |reader| reader.answers);
        self.standing
            .is_some_and(|standing| withholds(&self.thread, (standing.role, answers)))
    }
}

/// What the owner may do, and who moderates.
fn own_or_moderated(actor: &Actor, owner: Option<PersonId>, standing: Option<Standing>) -> Verdict {
    match power(actor, standing) {
        Power::None => Verdict::Hide,
        Power::Watch => OBSERVER,
        Power::Talk if owner == actor.person() => Verdict::Allow,
        Power::Talk => NOT_YOURS,
        Power::Moderate => Verdict::Allow,
    }
}

impl PostSeen {
    fn is_own(&self, actor: &Actor) -> bool {
        actor.person() == Some(self.post.author_id)
    }

    fn is_withheld(&self, actor: &Actor) -> bool {
        self.post.number > 1 && !self.is_own(actor) && self.thread.withholds()
    }

    fn own_or_moderated(&self, actor: &Actor) -> Verdict {
        own_or_moderated(actor, Some(self.post.author_id), self.thread.standing)
    }

    fn writable(&self, actor: &Actor) -> Verdict {
        match Policy::<Read>::verdict(self, actor) {
            Verdict::Allow => {}
            verdict => return verdict,
        }
        match Policy::<Write>::verdict(&*self.thread, actor) {
            Verdict::Allow if self.post.deleted_at.is_some() => DELETED,
            verdict => verdict,
        }
    }
}

impl Policy<Read> for PostSeen {
    const NOUN: &'static str = "post";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match read(actor, self.thread.standing) {
            Verdict::Allow if self.is_withheld(actor) => Verdict::Hide,
            verdict => verdict,
        }
    }
}

impl Policy<ReadWords> for PostSeen {
    const NOUN: &'static str = "post";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Read>::verdict(self, actor) {
            Verdict::Allow if self.post.deleted_at.is_some() => {
                match Policy::<Restore>::verdict(self, actor) {
                    Verdict::Allow => Verdict::Allow,
                    Verdict::Hide | Verdict::Deny(_) | Verdict::DenyUntil(..) => DELETED,
                }
            }
            verdict => verdict,
        }
    }
}

impl Policy<Write> for PostSeen {
    const NOUN: &'static str = "post";

    /// To reply to it.
    fn verdict(&self, actor: &Actor) -> Verdict {
        self.writable(actor)
    }
}

impl Policy<React> for PostSeen {
    const NOUN: &'static str = "post";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match self.writable(actor) {
            Verdict::Allow if self.is_own(actor) => {
                Verdict::Deny("this is your own post; others say whether it helped")
            }
            verdict => verdict,
        }
    }
}

impl Policy<Edit> for PostSeen {
    const NOUN: &'static str = "post";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match self.writable(actor) {
            Verdict::Allow => self.own_or_moderated(actor),
            verdict => verdict,
        }
    }
}

impl Policy<Delete> for PostSeen {
    const NOUN: &'static str = "post";

    /// Taking words back is possible wherever they stand: also where nobody writes any more.
    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Read>::verdict(self, actor) {
            Verdict::Allow if self.post.deleted_at.is_some() => DELETED,
            Verdict::Allow => self.own_or_moderated(actor),
            verdict => verdict,
        }
    }
}

impl Policy<Restore> for PostSeen {
    const NOUN: &'static str = "post";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Read>::verdict(self, actor) {
            Verdict::Allow if self.post.deleted_at.is_none() => {
                Verdict::Deny("this post is not deleted")
            }
            Verdict::Allow => {
                let author = Some(self.post.author_id);
                let own = self.post.deleted_by.filter(|by| Some(*by) == author);
                own_or_moderated(actor, own, self.thread.standing)
            }
            verdict => verdict,
        }
    }
}

impl Policy<Read> for FileSeen {
    const NOUN: &'static str = "file";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let shown = match (&self.post, &self.community) {
            (Some(post), _) => Policy::<ReadWords>::verdict(post, actor),
            (None, Some(community)) => Policy::<communities::Read>::verdict(community, actor),
            // Not attached yet: it is the uploader's alone.
            (None, None) if actor.person() == Some(self.file.uploader_id) => Verdict::Allow,
            (None, None) => Verdict::Hide,
        };
        match shown {
            Verdict::Allow => Verdict::Allow,
            Verdict::Hide | Verdict::Deny(_) | Verdict::DenyUntil(..) => Verdict::Hide,
        }
    }
}

impl Policy<BringIn> for Organisation {
    const NOUN: &'static str = "organisation";

    fn verdict(&self, actor: &Actor) -> Verdict {
        only_the_platform(actor, "only the platform brings in conversations")
    }
}

impl Policy<Tidy> for Organisation {
    const NOUN: &'static str = "organisation";

    fn verdict(&self, actor: &Actor) -> Verdict {
        only_the_platform(actor, "only the platform tidies up")
    }
}

impl Policy<RenderAgain> for Organisation {
    const NOUN: &'static str = "organisation";

    fn verdict(&self, actor: &Actor) -> Verdict {
        only_the_platform(actor, "only the platform renders posts again")
    }
}

fn only_the_platform(actor: &Actor, reason: &'static str) -> Verdict {
    match actor {
        Actor::System => Verdict::Allow,
        Actor::Administrator(_) | Actor::Person(_) | Actor::Anonymous => Verdict::Deny(reason),
    }
}
