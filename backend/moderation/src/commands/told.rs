//! Who is told of a decision, and who is told no more.
use crate::choices::Reads;
use crate::{Flag, Item, Party, Told, ToldNoMore, ground};
use channels::PostSeen;
use kernel::{Actor, PersonId, Result, Tx};

/// What a decision is about, and what was said of it.
pub(super) struct Concerned<'a> {
    pub item: &'a Item,
    pub post: &'a PostSeen,
    /// The flags that it decided.
    pub flags: &'a [Flag],
    pub words: Option<String>,
}

impl Concerned<'_> {
    fn people(&self, who: Party) -> Vec<PersonId> {
        match who {
            Party::Author | Party::Asker => vec![ground::addressee(&self.post.post)],
            Party::Flagger => self.flags.iter().map(|flag| flag.person_id).collect(),
            // They read it where it stands.
            Party::Everybody | Party::Nobody => Vec::new(),
        }
    }
}

/// Tells each of those concerned what they were to read. Nobody is told of what they did themselves.
pub(super) async fn tell_all(
    tx: &Tx,
    actor: Actor,
    (readers, concerned): (&[Reads], &Concerned<'_>),
) -> Result<()> {
    for reads in readers {
        let mut people = concerned.people(reads.who);
        people.retain(|person| Some(*person) != actor.person());
        for person in people {
            let told = Told {
                community: concerned.item.community_id,
                person,
                about: concerned.item.id.to_string(),
                message: reads.message,
                decision: concerned.item.decision,
                thread: Some(concerned.post.post.thread_id),
                post: Some(concerned.post.post.id),
                words: concerned.words.clone(),
                until: None,
            };
            tx.emit(actor, &told).await?;
        }
    }
    Ok(())
}

/// Takes back what everybody was told of a decision.
pub(super) async fn tell_no_more(
    tx: &Tx,
    actor: Actor,
    (item, people): (&Item, &[PersonId]),
) -> Result<()> {
    for person in people {
        let fact = ToldNoMore {
            community: item.community_id,
            person: *person,
            about: item.id.to_string(),
        };
        tx.emit(actor, &fact).await?;
    }
    Ok(())
}
