//! The brief of who leads a session: one page made of what people answered before it.
use crate::PromptSeen;
use crate::policy::{Briefed, Witness};
use crate::store::{PromptsIn, prompts_in};
use channels::{Author, PostSeen, ThreadFilter, ThreadSeen, ThreadsIn};
use communities::Standing;
use kernel::{Conn, First, ObjectiveId, Permit, PersonId, PostId, Result, SessionId, ThreadId};
use std::collections::{BTreeSet, HashMap, HashSet};

/// What a session begins with.
#[derive(Clone, Debug)]
pub struct Brief {
    /// What was asked for it, the newest first.
    pub prompts: Vec<Asked>,
    /// Each objective in its order, and nothing for what serves none, with what was asked for it: places
    /// in `prompts`.
    pub objectives: Vec<(Option<ObjectiveId>, Vec<usize>)>,
    /// Answers that others took up, the most taken up first, at most 5: where people see it differently,
    /// or want to know more.
    pub disagreements: Vec<PostSeen>,
    /// What people asked in their answers and nobody took up, the oldest first, at most 10.
    pub questions: Vec<PostSeen>,
    /// Questions of the community that have no answer yet, at most 10.
    pub open: Vec<ThreadSeen>,
}

/// A prompt, what was answered, and who has not.
#[derive(Clone, Debug)]
pub struct Asked {
    pub prompt: PromptSeen,
    /// Those that begin a branch, in the order of their writing.
    pub answers: Vec<PostSeen>,
    /// Whom it was asked and who has not answered.
    pub waiting_for: Vec<PersonId>,
    /// How many it was asked.
    pub expected: usize,
}

const PROMPTS_MAX: i32 = 50;
const DISAGREEMENTS_MAX: usize = 5;
const QUESTIONS_MAX: usize = 10;

/// Makes the brief of a session.
///
/// # Errors
/// When the database fails.
pub async fn brief(
    conn: &Conn<'_>,
    leave: &Permit<Witness, Briefed>,
    session: SessionId,
    objectives: &[ObjectiveId],
) -> Result<Brief> {
    let actor = leave.actor();
    let community = leave.0.community.id;
    let page = (First::parse(PROMPTS_MAX)?, None);
    let prompts = prompts_in(conn, actor, PromptsIn::Session(session), page).await?;
    let prompts: Vec<PromptSeen> = prompts.items.into_iter().map(|(_, seen)| seen).collect();
    let threads: Vec<ThreadId> = prompts.iter().map(|seen| seen.prompt.thread_id).collect();
    let posts = channels::answers_visible_to(conn, actor, &threads).await?;
    let answered = channels::answered_in(conn, &threads).await?;
    let standings = communities::standings(conn, community).await?;
    let open = (ThreadsIn::Community(community), ThreadFilter::Unanswered);
    let open = channels::threads_in(conn, actor, open, (First::parse(10)?, None)).await?;
    let asked: Vec<Asked> = prompts
        .into_iter()
        .map(|prompt| asked(prompt, (&posts, &answered), &standings))
        .collect();
    Ok(Brief {
        objectives: by_objective(&asked, objectives),
        disagreements: taken_up(&posts),
        questions: left_open(&posts),
        open: open.items.into_iter().map(|(_, seen)| seen).collect(),
        prompts: asked,
    })
}

fn asked(
    prompt: PromptSeen,
    (posts, answered): (&[PostSeen], &HashSet<(ThreadId, PersonId)>),
    standings: &HashMap<PersonId, Standing>,
) -> Asked {
    let thread = prompt.prompt.thread_id;
    let here = |post: &&PostSeen| post.post.thread_id == thread;
    let asking = prompt.prompt.asking();
    let expected: BTreeSet<PersonId> = standings
        .iter()
        .filter(|(_, standing)| asking.expects(**standing))
        .map(|(person, _)| *person)
        .collect();
    let waiting_for = expected
        .iter()
        .filter(|person| !answered.contains(&(thread, **person)));
    Asked {
        waiting_for: waiting_for.copied().collect(),
        expected: expected.len(),
        answers: posts
            .iter()
            .filter(here)
            .filter(|post| post.post.parent_id.is_none())
            .cloned()
            .collect(),
        prompt,
    }
}

fn by_objective(
    asked: &[Asked],
    objectives: &[ObjectiveId],
) -> Vec<(Option<ObjectiveId>, Vec<usize>)> {
    let serving = |serves: &dyn Fn(&[ObjectiveId]) -> bool| -> Vec<usize> {
        let places = asked.iter().enumerate();
        places
            .filter(|(_, asked)| serves(&asked.prompt.objectives))
            .map(|(place, _)| place)
            .collect()
    };
    let mut groups: Vec<(Option<ObjectiveId>, Vec<usize>)> = objectives
        .iter()
        .map(|id| (Some(*id), serving(&|own| own.contains(id))))
        .collect();
    let aimless = serving(&|own| !own.iter().any(|id| objectives.contains(id)));
    if !aimless.is_empty() {
        groups.push((None, aimless));
    }
    groups
}

/// Answers to which others than their author replied, by how many did.
fn taken_up(posts: &[PostSeen]) -> Vec<PostSeen> {
    let mut others: HashMap<PostId, HashSet<Author>> = HashMap::new();
    for reply in posts {
        if let Some(parent) = reply.post.parent_id {
            let people = others.entry(parent).or_default();
            people.insert(reply.post.author_id);
        }
    }
    let count = |post: &PostSeen| {
        let people = others.get(&post.post.id);
        people.map_or(0, |people| {
            let author = post.post.author_id;
            people.iter().filter(|person| **person != author).count()
        })
    };
    let mut taken_up: Vec<(usize, &PostSeen)> = posts
        .iter()
        .filter(|post| post.post.parent_id.is_none())
        .map(|post| (count(post), post))
        .filter(|(count, _)| *count > 0)
        .collect();
    taken_up.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let most = taken_up.into_iter().take(DISAGREEMENTS_MAX);
    most.map(|(_, post)| post.clone()).collect()
}

/// What was said with a question mark, after which nobody else wrote in that branch.
fn left_open(posts: &[PostSeen]) -> Vec<PostSeen> {
    let taken_up = |asking: &PostSeen| {
        posts.iter().any(|later| {
            let same = later.post.thread_id == asking.post.thread_id
                && later.post.root_number == asking.post.root_number;
            same && later.post.number > asking.post.number
                && later.post.author_id != asking.post.author_id
        })
    };
    posts
        .iter()
        .filter(|post| kernel::strip_markup(&post.post.html).contains('?') && !taken_up(post))
        .take(QUESTIONS_MAX)
        .cloned()
        .collect()
}
