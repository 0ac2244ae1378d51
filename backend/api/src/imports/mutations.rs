use super::RosterObject;
use crate::context::Asked;
use ::imports::{ApplyRoster, PreviewRoster, UndoRoster};
use async_graphql::{Context, InputObject, Object};
use kernel::{CommunityId, Error, FileId, Result, optional_line};

const NAME_CHARS_MAX: usize = 200;

/// Reads a roster and says what each line would do. Give either the text or the file.
#[derive(InputObject)]
pub struct PreviewRosterInput {
    /// For which community.
    community: CommunityId,
    /// The table itself, for short ones: a line with name, email and role, then a line for each person.
    text: Option<String>,
    /// A file that the viewer has uploaded; for rosters of any length, in UTF-8 or UTF-16.
    file: Option<FileId>,
    /// What the text is called, at most 200 characters. A file has its own name.
    name: Option<String>,
}

#[derive(Default)]
pub struct ImportsMutation;

#[Object]
impl ImportsMutation {
    /// Reads a roster and says what each line would do; nothing is done yet. For administrators.
    async fn preview_roster(
        &self,
        ctx: &Context<'_>,
        input: PreviewRosterInput,
    ) -> Result<RosterObject> {
        let (name, bytes) = content(ctx, &input).await?;
        let preview = PreviewRoster::new(input.community, name, bytes);
        let roster = ctx.write(preview).await?;
        RosterObject::find(ctx, roster.id).await
    }

    /// Does what a roster says, all of it or nothing. For administrators.
    async fn apply_roster(&self, ctx: &Context<'_>, input: ApplyRoster) -> Result<RosterObject> {
        let roster = ctx.write(input).await?;
        RosterObject::find(ctx, roster.id).await
    }

    /// Takes back what a roster did, and nothing else. For administrators.
    async fn undo_roster(&self, ctx: &Context<'_>, input: UndoRoster) -> Result<RosterObject> {
        let roster = ctx.write(input).await?;
        RosterObject::find(ctx, roster.id).await
    }
}

/// What the roster is called, and its letters.
async fn content(ctx: &Context<'_>, input: &PreviewRosterInput) -> Result<(String, Vec<u8>)> {
    let actor = ctx.signed_in()?;
    match (&input.text, input.file) {
        (Some(text), None) => {
            let name = optional_line(
                "name",
                input.name.as_deref().unwrap_or_default(),
                NAME_CHARS_MAX,
            )?;
            let name = name.unwrap_or_else(|| "roster.csv".to_owned());
            Ok((name, text.clone().into_bytes()))
        }
        (None, Some(file)) => {
            let (file, bytes) = ctx.app().files.fetch(ctx.db(), actor, file).await?;
            Ok((file.name, bytes.to_vec()))
        }
        (None, None) | (Some(_), Some(_)) => Err(Error::invalid(
            "file",
            "a roster is either a text or a file",
        )
        .hint("give one of the two")),
    }
}
