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
//! | hide, show, let out; convert, split, merge, move | hidden | no | no | yes | yes |
//! | be told who asked without a name | hidden | no | no | yes | yes |
//! | open, archive a channel | hidden | no | no | no | yes |
//!
//! In an archived community nothing is written, locked or opened by anybody. Taking words back, and
//! undoing that, is possible wherever they stand.
//!
//! What waits for a moderator and was never shown is for its author and those who moderate: to others it
//! does not exist. What was shown and waits again after an edit, and what a moderator hid, keeps its
//! place, and its words are for the same few.
//!
//! Where an answer is asked for first, learners, experts and observers who have not answered do not see
//! what others answered: it is answered like what does not exist. Whoever moderates reads everything.
mod posts;

use crate::{Author, Channel, File, Post, Premoderation, ReactionKind, Thread, ThreadReader};
use communities::{CommunitySeen, Role, Standing};
use kernel::{Actor, Organisation, Policy, Verdict};
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
/// Speak for a question as who asked it: what helped, that it is asked no longer, and without a name.
pub struct Ask;
/// Be told who asked without a name.
pub struct Reveal;
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
const MOVED: Verdict = Verdict::Deny("this conversation went on in another one");
const WAITING: Verdict = Verdict::Deny("this waits for a moderator");
const NOT_YOURS: Verdict = Verdict::Deny("only the author or a moderator may do this");

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

/// To whom what others do not see yet is shown: its author, and who moderates.
fn own_or_moderates(actor: &Actor, author: Author, standing: Option<Standing>) -> bool {
    author.is(*actor) || power(actor, standing) == Power::Moderate
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

/// Whether a moderator looks at something before others read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LookedAt {
    No,
    /// If nobody there has read anything of its author's yet.
    IfFirst,
    Yes,
}

/// Whether what is written in a conversation with these tags waits for a moderator; `number` is 1 for
/// what opens it.
pub(crate) fn looked_at(
    seen: (&Channel, Option<Standing>),
    tags: &[String],
    number: i32,
) -> LookedAt {
    let (channel, standing) = seen;
    match standing.map(|standing| standing.role) {
        Some(Role::Learner | Role::Observer) => {}
        Some(Role::Expert | Role::Moderator | Role::Facilitator) | None => return LookedAt::No,
    }
    let costly = || {
        channel
            .high_stakes_words()
            .iter()
            .any(|tag| tags.contains(tag))
    };
    match channel.premoderation {
        Premoderation::NewMembers => LookedAt::IfFirst,
        Premoderation::AllAnswers if number > 1 => LookedAt::Yes,
        Premoderation::HighStakes if costly() => LookedAt::Yes,
        Premoderation::Off | Premoderation::AllAnswers | Premoderation::HighStakes => LookedAt::No,
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
        match read(actor, self.standing) {
            Verdict::Allow if self.is_unpublished_for(actor) => Verdict::Hide,
            verdict => verdict,
        }
    }
}

impl Policy<Write> for ThreadSeen {
    const NOUN: &'static str = "thread";

    fn verdict(&self, actor: &Actor) -> Verdict {
        if self.is_unpublished_for(actor) {
            return Policy::<Read>::verdict(self, actor);
        }
        let locked = self.thread.locked_at.is_some();
        match write(actor, &self.channel, self.standing) {
            Verdict::Allow if !self.thread.published => WAITING,
            Verdict::Allow if self.thread.moved_to.is_some() => MOVED,
            Verdict::Allow if locked && power(actor, self.standing) != Power::Moderate => LOCKED,
            verdict => verdict,
        }
    }
}

impl Policy<Edit> for ThreadSeen {
    const NOUN: &'static str = "thread";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Write>::verdict(self, actor) {
            WAITING | Verdict::Allow => {
                own_or_moderated(actor, Some(self.thread.author_id), self.standing)
            }
            verdict => verdict,
        }
    }
}

impl Policy<Moderate> for ThreadSeen {
    const NOUN: &'static str = "thread";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match power(actor, self.standing) {
            Power::None => Verdict::Hide,
            Power::Watch | Power::Talk if self.is_unpublished_for(actor) => Verdict::Hide,
            Power::Watch | Power::Talk => Verdict::Deny("only a moderator may do this"),
            Power::Moderate if rests(self.standing) => RESTING,
            Power::Moderate => Verdict::Allow,
        }
    }
}

impl Policy<Ask> for ThreadSeen {
    const NOUN: &'static str = "thread";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Read>::verdict(self, actor) {
            Verdict::Allow if !self.thread.is_by(*actor) => {
                Verdict::Deny("only who asked this may do this")
            }
            Verdict::Allow if rests(self.standing) => RESTING,
            verdict => verdict,
        }
    }
}

impl Policy<Reveal> for ThreadSeen {
    const NOUN: &'static str = "thread";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Moderate>::verdict(self, actor) {
            Verdict::Allow if !self.thread.nameless => {
                Verdict::Deny("this was not asked without a name")
            }
            verdict => verdict,
        }
    }
}

impl Policy<Reveal> for PostSeen {
    const NOUN: &'static str = "post";

    /// Of a post that came from another conversation the name is not that of this one's.
    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Moderate>::verdict(&*self.thread, actor) {
            Verdict::Allow if !self.post.nameless => {
                Verdict::Deny("this was not asked without a name")
            }
            verdict => verdict,
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
    /// What it is called to the asker: who began it and who moderates read a title that is withheld.
    pub fn title_for(&self, actor: &Actor) -> &str {
        let reads = own_or_moderates(actor, self.thread.author_id, self.standing);
        let hidden = self.thread.hidden_title.as_deref().filter(|_| reads);
        hidden.unwrap_or(&self.thread.title)
    }

    fn is_unpublished_for(&self, actor: &Actor) -> bool {
        !self.thread.published && !own_or_moderates(actor, self.thread.author_id, self.standing)
    }

    /// Whether what others answered is withheld from the asker, who has not answered.
    pub fn withholds(&self) -> bool {
        let answers = self.reader.as_ref().map_or(0, |reader| reader.answers);
        self.standing
            .is_some_and(|standing| withholds(&self.thread, (standing.role, answers)))
    }
}

/// What the owner may do, and who moderates.
fn own_or_moderated(actor: &Actor, owner: Option<Author>, standing: Option<Standing>) -> Verdict {
    match power(actor, standing) {
        Power::None => Verdict::Hide,
        Power::Watch => OBSERVER,
        Power::Talk if owner.is_some_and(|owner| owner.is(*actor)) => Verdict::Allow,
        Power::Talk => NOT_YOURS,
        Power::Moderate => Verdict::Allow,
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
