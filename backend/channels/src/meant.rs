//! Whom the handles of a stored text mean. Pure.
//!
//! That was settled when the text was written: handles change hands since then, and people come and go.
//! So nobody is looked up anew; what was rendered says who was meant.
use identity::Person;
use kernel::{Id, Mentions, PersonId, mentioned_handles};

/// How the link of a mention begins where a text is shown.
const MENTION: &str = "<a class=\"mention\" href=\"/go/";

/// Who is linked as mentioned in a rendered text, each once.
pub fn linked(html: &str) -> Vec<PersonId> {
    let ends = html.split(MENTION).skip(1);
    let ids = ends.filter_map(|rest| {
        let (id, _) = rest.split_once('"')?;
        <PersonId as Id>::parse(id).ok()
    });
    let mut linked = Vec::new();
    for id in ids {
        if !linked.contains(&id) {
            linked.push(id);
        }
    }
    linked
}

/// The handles of a body with the people they meant, of those who were `linked` in what was rendered of
/// it. Nothing when that cannot be told any more, as several of them have other handles now.
pub fn meant(body: &str, linked: &[Person]) -> Option<Mentions> {
    let handles = mentioned_handles(body);
    let mut renamed = Vec::new();
    let mut mentions = Mentions::new();
    for person in linked {
        match handles.contains(&person.handle) {
            true => {
                let meant = (person.id, person.name.clone());
                mentions.insert(person.handle.clone(), meant);
            }
            false => renamed.push(person),
        }
    }
    let unknown: Vec<String> = handles
        .into_iter()
        .filter(|handle| !mentions.contains_key(handle))
        .collect();
    match (renamed.as_slice(), unknown.as_slice()) {
        ([], _) => {}
        ([person], [handle]) => {
            mentions.insert(handle.clone(), (person.id, person.name.clone()));
        }
        _ => return None,
    }
    Some(mentions)
}
