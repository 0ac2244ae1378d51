//! What administrators do with words that mean the same.
use crate::policy::KeepSynonyms;
use crate::store::synonyms as store;
use crate::tables::Words;
use crate::{Synonyms, SynonymsChanged};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Change, Command, Error, Organisation, Result, SynonymsId, Tx, line, permit};
use serde_json::json;

/// More than anybody looks after.
const GROUPS_MAX: usize = 200;
const WORDS_MIN: usize = 2;
const WORDS_MAX: usize = 12;
const WORD_CHARS_MAX: usize = 60;

/// Says that words mean the same: who looks for one finds the others as well, below.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "AddSynonymsInput")]
pub struct AddSynonyms {
    /// 2 to 12 words or short phrases.
    pub words: Vec<String>,
}

#[async_trait]
impl Command for AddSynonyms {
    type Done = Synonyms;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Synonyms> {
        let words = read(&self.words)?;
        let leave = permit::<KeepSynonyms, _>(actor, Organisation)?;
        if store::all(&tx.conn()).await?.len() >= GROUPS_MAX {
            return Err(Error::conflict(
                "there are 200 groups already; remove one that is not needed any more",
            ));
        }
        let synonyms = Synonyms {
            id: tx.id(),
            words,
            changed_at: tx.now(),
        };
        let synonyms = store::insert(tx, &leave, synonyms).await?;
        let fact = changed(synonyms.id, (None, Some(&synonyms.words)));
        tx.emit(actor, &fact).await?;
        Ok(synonyms)
    }
}

/// Changes which words mean the same.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UpdateSynonymsInput")]
pub struct UpdateSynonyms {
    /// Which group.
    pub synonyms: SynonymsId,
    /// 2 to 12 words or short phrases, in place of those before.
    pub words: Vec<String>,
}

#[async_trait]
impl Command for UpdateSynonyms {
    type Done = Synonyms;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Synonyms> {
        let words = read(&self.words)?;
        let leave = permit::<KeepSynonyms, _>(actor, Organisation)?;
        let synonyms = store::by_id(&tx.conn(), self.synonyms).await?;
        if synonyms.words == words {
            return Ok(synonyms);
        }
        let fact = changed(synonyms.id, (Some(&synonyms.words), Some(&words)));
        let wanted = Synonyms {
            words,
            changed_at: tx.now(),
            ..synonyms
        };
        let synonyms = store::update(tx, &leave, wanted).await?;
        tx.emit(actor, &fact).await?;
        Ok(synonyms)
    }
}

/// Says no longer that words mean the same.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "RemoveSynonymsInput")]
pub struct RemoveSynonyms {
    /// Which group.
    pub synonyms: SynonymsId,
}

#[async_trait]
impl Command for RemoveSynonyms {
    /// As they were.
    type Done = Synonyms;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Synonyms> {
        let leave = permit::<KeepSynonyms, _>(actor, Organisation)?;
        let synonyms = store::by_id(&tx.conn(), self.synonyms).await?;
        store::remove(tx, &leave, synonyms.id).await?;
        let fact = changed(synonyms.id, (Some(&synonyms.words), None));
        tx.emit(actor, &fact).await?;
        Ok(synonyms)
    }
}

fn changed(
    synonyms: SynonymsId,
    (before, after): (Option<&Words>, Option<&Words>),
) -> SynonymsChanged {
    let state = |words: Option<&Words>| json!({ "words": words });
    SynonymsChanged {
        synonyms,
        change: Change::between(state(before), state(after)),
    }
}

/// Each once, whatever its capitals.
fn read(words: &[String]) -> Result<Words> {
    let mut read: Vec<String> = Vec::with_capacity(words.len().min(WORDS_MAX));
    for word in words.iter().take(WORDS_MAX + 1) {
        let word = line("words", word, WORD_CHARS_MAX)?;
        let lowered = word.to_lowercase();
        if !read.iter().any(|known| known.to_lowercase() == lowered) {
            read.push(word);
        }
    }
    match (WORDS_MIN..=WORDS_MAX).contains(&read.len()) && words.len() <= WORDS_MAX {
        true => Ok(Words(read)),
        false => Err(Error::invalid(
            "words",
            format!("{WORDS_MIN} to {WORDS_MAX} different words mean the same"),
        )),
    }
}
