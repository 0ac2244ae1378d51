//! The chain: what an entry is hashed as. Pure, and never changed: every entry that was ever written is
//! checked by it.
use crate::Entry;
use chrono::SecondsFormat;
use kernel::hex;
use serde_json::json;
use sha2::{Digest, Sha256};

/// What stands before the first entry.
pub const BEGINNING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// SHA-256 of the hash before, a line feed, and the entry as one line: a JSON array of its number, id,
/// moment in UTC to the microsecond, kind, actor, way in, address, device, object, person, community,
/// before and after, each a text or null.
pub fn hash_of(before: &str, entry: &Entry) -> String {
    let line = json!([
        entry.number.to_string(),
        entry.id.to_string(),
        entry.at.to_rfc3339_opts(SecondsFormat::Micros, true),
        entry.kind,
        entry.actor_id.map(|id| id.to_string()),
        entry.via,
        entry.address,
        entry.device,
        entry.object,
        entry.person_id.map(|id| id.to_string()),
        entry.community_id.map(|id| id.to_string()),
        entry.before,
        entry.after,
    ]);
    let mut hash = Sha256::new();
    hash.update(before.as_bytes());
    hash.update(b"\n");
    hash.update(line.to_string().as_bytes());
    hex(&hash.finalize())
}

#[cfg(test)]
mod tests {
    use super::{BEGINNING, hash_of};
    use crate::Entry;
    use chrono::DateTime;
    use uuid::Uuid;

    fn entry() -> Entry {
        Entry {
            number: 1,
            id: Uuid::from_u128(1).into(),
            at: DateTime::UNIX_EPOCH,
            kind: "identity.signed_in".to_owned(),
            actor_id: None,
            via: None,
            address: Some("192.0.2.7".to_owned()),
            device: None,
            object: None,
            person_id: None,
            community_id: None,
            before: None,
            after: Some("{\"role\":\"moderator\"}".to_owned()),
            hash: String::new(),
        }
    }

    /// Told from outside, with `printf '%s\n%s' HASH LINE | sha256sum`.
    #[test]
    fn a_hash_is_what_anybody_can_reckon() {
        let line = r#"["1","entry_00000000000000000000000001","1970-01-01T00:00:00.000000Z","identity.signed_in",null,null,"192.0.2.7",null,null,null,null,null,"{\"role\":\"moderator\"}"]"#;
        let told = {
            use sha2::{Digest, Sha256};
            kernel::hex(&Sha256::digest(format!("{BEGINNING}\n{line}")))
        };
        assert_eq!(hash_of(BEGINNING, &entry()), told);
    }

    #[test]
    fn whatever_is_changed_changes_the_hash() {
        let known = hash_of(BEGINNING, &entry());
        let mut others = vec![hash_of(&known, &entry())];
        let changes: [fn(&mut Entry); 9] = [
            |it| it.number = 2,
            |it| it.at += chrono::TimeDelta::microseconds(1),
            |it| it.kind.push('s'),
            |it| it.actor_id = Some(Uuid::from_u128(2).into()),
            |it| it.person_id = Some(Uuid::from_u128(2).into()),
            |it| it.address = None,
            // The same words in another place are another entry.
            |it| (it.address, it.device) = (None, it.address.take()),
            |it| it.before = it.after.take(),
            |it| it.after = None,
        ];
        others.extend(changes.map(|change| {
            let mut other = entry();
            change(&mut other);
            hash_of(BEGINNING, &other)
        }));
        assert!(!others.contains(&known));
        others.sort_unstable();
        others.dedup();
        assert_eq!(others.len(), 10);
    }
}
