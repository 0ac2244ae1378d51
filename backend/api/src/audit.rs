//! The audit log, for administrators.
use crate::communities::name_of;
use crate::confirmed::Confirmed;
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use crate::identity::PersonObject;
use ::audit::{
    AuditExport, AuditLogFilter, Checked, Entry, ExportAuditLog, HEAD, ReadAuditLog, Topic,
    entry_count, line_of, log_page, verify_newest,
};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{AuditEntryId, CommunityId, First, Organisation, Permit, PersonId, Result, permit};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// Something of a thing that was changed.
#[derive(SimpleObject)]
pub struct AuditChange {
    /// What of it, as the platform calls it: `role`.
    what: String,
    /// What it was; nothing where there was nothing.
    before: Option<String>,
    /// What it is from then on; nothing where there is nothing any more.
    after: Option<String>,
}

/// An entry of the audit log.
pub struct AuditEntryObject(Entry);

#[Object(name = "AuditEntry")]
impl AuditEntryObject {
    /// Its id.
    async fn id(&self) -> AuditEntryId {
        self.0.id
    }

    /// Its number, from 1, without a gap.
    async fn number(&self) -> i32 {
        i32::try_from(self.0.number).unwrap_or(i32::MAX)
    }

    /// When it was done.
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }

    /// What was done, by its name in the event log: `communities.member_changed`.
    async fn kind(&self) -> &str {
        &self.0.kind
    }

    /// What it is about.
    async fn topic(&self) -> Option<Topic> {
        self.0.topic()
    }

    /// Who did it; nobody where the platform did, or somebody who was not signed in.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        person(ctx, self.0.actor_id).await
    }

    /// The id of the sign-in or token that it was done with.
    async fn via(&self) -> Option<&str> {
        self.0.via.as_deref()
    }

    /// The address it was done from, or the network of a household.
    async fn address(&self) -> Option<&str> {
        self.0.address.as_deref()
    }

    /// The device it was done on, as Firefox on Linux.
    async fn device(&self) -> Option<&str> {
        self.0.device.as_deref()
    }

    /// The id of what it was done to.
    async fn object(&self) -> Option<&str> {
        self.0.object.as_deref()
    }

    /// Whom it was done to.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        person(ctx, self.0.person_id).await
    }

    /// The id of the community in which it was done.
    async fn community(&self) -> Option<CommunityId> {
        self.0.community_id
    }

    /// The community in which it was done, by name.
    async fn place(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        match self.0.community_id {
            Some(community) => name_of(ctx, community).await,
            None => Ok(None),
        }
    }

    /// What was changed, thing by thing.
    async fn changes(&self) -> Vec<AuditChange> {
        let fields = |text: &Option<String>| -> Map<String, Value> {
            let read = text.as_deref().map(serde_json::from_str);
            read.and_then(|read| read.ok()).unwrap_or_default()
        };
        let (before, after) = (fields(&self.0.before), fields(&self.0.after));
        let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        let change = |name: &String| AuditChange {
            what: name.clone(),
            before: before.get(name).and_then(worded),
            after: after.get(name).and_then(worded),
        };
        names.into_iter().map(change).collect()
    }

    /// The SHA-256 of this entry and the hash of the one before it.
    async fn hash(&self) -> &str {
        &self.0.hash
    }
}

async fn person(ctx: &Context<'_>, id: Option<PersonId>) -> Result<Option<PersonObject>> {
    match id {
        Some(person) => PersonObject::beside(ctx, person).await,
        None => Ok(None),
    }
}

fn worded(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Array(items) => Some(
            items
                .iter()
                .filter_map(worded)
                .collect::<Vec<_>>()
                .join(", "),
        ),
        other => Some(other.to_string()),
    }
}

/// Whether the log is whole.
pub struct AuditCheckObject(Checked, u64);

#[Object(name = "AuditCheck")]
impl AuditCheckObject {
    /// How many entries there are.
    async fn entry_count(&self) -> i32 {
        i32::try_from(self.1).unwrap_or(i32::MAX)
    }

    /// How many of them were looked at, the newest ones.
    async fn checked_count(&self) -> i32 {
        i32::try_from(self.0.entries).unwrap_or(i32::MAX)
    }

    /// What is wrong, in words; nothing while the chain is whole.
    async fn flaw(&self) -> Option<String> {
        self.0.flaw.as_ref().map(ToString::to_string)
    }

    /// The last entry that follows from those before, as a number, a colon and its hash. Whoever keeps it
    /// elsewhere can check later that nothing before it was written anew.
    async fn seal(&self) -> Option<String> {
        self.0.seal.as_ref().map(ToString::to_string)
    }

    /// When it was checked.
    async fn at(&self, ctx: &Context<'_>) -> DateTime<Utc> {
        ctx.db().now()
    }
}

/// The log, or a part of it, as a file.
pub struct AuditExportObject(AuditExport);

#[Object(name = "AuditExport")]
impl AuditExportObject {
    /// How many entries it holds.
    async fn entry_count(&self) -> i32 {
        i32::try_from(self.0.entries.len()).unwrap_or(i32::MAX)
    }

    /// A table of comma-separated values that spreadsheets open safely, oldest first.
    async fn csv(&self) -> String {
        let lines: String = self.0.entries.iter().map(line_of).collect();
        HEAD.to_owned() + &lines
    }
}

/// Leave to read the log, for whoever asks.
fn leave(ctx: &Context<'_>) -> Result<Permit<ReadAuditLog, Organisation>> {
    permit(ctx.signed_in()?, Organisation)
}

#[derive(Default)]
pub struct AuditLogQuery;

#[Object]
impl AuditLogQuery {
    /// Who did what that may have to be answered for, the latest first. For administrators.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn audit_log(
        &self,
        ctx: &Context<'_>,
        #[graphql(default)] filter: AuditLogFilter,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<AuditEntryObject>> {
        let leave = leave(ctx)?;
        let page = (First::parse(first)?, after.as_deref());
        let entries = log_page(&ctx.conn(), &leave, &filter, page).await?;
        Ok(connected(entries, AuditEntryObject))
    }

    /// Checks now whether the newest 50,000 entries of that log are as they were written. For
    /// administrators.
    #[graphql(complexity = "500 + child_complexity")]
    async fn audit_check(&self, ctx: &Context<'_>) -> Result<AuditCheckObject> {
        let leave = leave(ctx)?;
        let checked = verify_newest(&ctx.conn(), &leave).await?;
        let entries = entry_count(&ctx.conn(), &leave).await?;
        Ok(AuditCheckObject(checked, entries))
    }
}

#[derive(Default)]
pub struct AuditLogMutation;

#[Object]
impl AuditLogMutation {
    /// Takes the audit log along, or a part of it; that it was taken is an entry of its own. For
    /// administrators.
    #[graphql(guard = "Confirmed")]
    async fn export_audit_log(
        &self,
        ctx: &Context<'_>,
        input: ExportAuditLog,
    ) -> Result<AuditExportObject> {
        Ok(AuditExportObject(ctx.write(input).await?))
    }
}
