use crate::channels::{PostObject, ThreadObject};
use crate::context::Asked;
use crate::identity::PersonObject;
use ::channels::{
    CloseAsDuplicate, ConvertPost, ConvertThread, MakeNameless, MoveThread, ReopenQuestion,
    WithdrawQuestion,
};
use ::moderation::Kept;
use ::questions::{
    AskQuestion, HaveQuestionToo, InviteToAnswer, MarkHelped, MarkObsolete, MergeThreads,
    ParkQuestion, RevealAsker, ShareResource, SplitThread, StillTrue, TellStory, UnverifyAnswer,
    VerifyAnswer, begin_once,
};
use async_graphql::{Context, Object};
use kernel::{Command, Result};

/// Does something to a conversation, and shows it as it is then.
async fn thread<C>(ctx: &Context<'_>, command: C) -> Result<ThreadObject>
where
    C: Command<Done = ::channels::Thread>,
{
    let thread = ctx.write(command).await?;
    ThreadObject::find(ctx, thread.id).await
}

#[derive(Default)]
pub struct QuestionsMutation;

#[Object]
impl QuestionsMutation {
    /// Asks a question.
    async fn ask_question(&self, ctx: &Context<'_>, input: AskQuestion) -> Result<ThreadObject> {
        let once = (input.nonce.clone(), input);
        let thread = begin_once(ctx.db(), ctx.signed_in()?, once).await?;
        ThreadObject::find(ctx, thread.id).await
    }

    /// Shares a page or a file, and why it is useful.
    async fn share_resource(
        &self,
        ctx: &Context<'_>,
        input: ShareResource,
    ) -> Result<ThreadObject> {
        let once = (input.nonce.clone(), input);
        let thread = begin_once(ctx.db(), ctx.signed_in()?, once).await?;
        ThreadObject::find(ctx, thread.id).await
    }

    /// Tells what the viewer did at their work with what they learned.
    async fn tell_story(&self, ctx: &Context<'_>, input: TellStory) -> Result<ThreadObject> {
        let once = (input.nonce.clone(), input);
        let thread = begin_once(ctx.db(), ctx.signed_in()?, once).await?;
        ThreadObject::find(ctx, thread.id).await
    }

    /// Says that the viewer has a question too, or not after all.
    async fn have_question_too(
        &self,
        ctx: &Context<'_>,
        input: HaveQuestionToo,
    ) -> Result<ThreadObject> {
        thread(ctx, input).await
    }

    /// Asks somebody by name to answer.
    async fn invite_to_answer(
        &self,
        ctx: &Context<'_>,
        input: InviteToAnswer,
    ) -> Result<ThreadObject> {
        thread(ctx, input).await
    }

    /// Puts a question on the agenda of a session, or takes it off.
    async fn park_question(&self, ctx: &Context<'_>, input: ParkQuestion) -> Result<ThreadObject> {
        thread(ctx, input).await
    }

    /// Says that a question was asked before.
    async fn close_as_duplicate(
        &self,
        ctx: &Context<'_>,
        input: CloseAsDuplicate,
    ) -> Result<ThreadObject> {
        thread(ctx, Kept(input)).await
    }

    /// Asks a question again that was withdrawn, or closed as a duplicate.
    async fn reopen_question(
        &self,
        ctx: &Context<'_>,
        input: ReopenQuestion,
    ) -> Result<ThreadObject> {
        thread(ctx, Kept(input)).await
    }

    /// Asks a question no longer. What was answered stays.
    async fn withdraw_question(
        &self,
        ctx: &Context<'_>,
        input: WithdrawQuestion,
    ) -> Result<ThreadObject> {
        thread(ctx, input).await
    }

    /// Takes the viewer's name from a question of theirs.
    async fn make_nameless(&self, ctx: &Context<'_>, input: MakeNameless) -> Result<ThreadObject> {
        thread(ctx, input).await
    }

    /// Tells a moderator who asked without a name. That they were told, and why, is kept.
    async fn reveal_asker(&self, ctx: &Context<'_>, input: RevealAsker) -> Result<PersonObject> {
        Ok(PersonObject(ctx.write(input).await?))
    }

    /// Makes a discussion a question, or a question a discussion.
    async fn convert_thread(
        &self,
        ctx: &Context<'_>,
        input: ConvertThread,
    ) -> Result<ThreadObject> {
        thread(ctx, Kept(input)).await
    }

    /// Begins a conversation of its own with posts of another; answers with the one that began.
    async fn split_thread(&self, ctx: &Context<'_>, input: SplitThread) -> Result<ThreadObject> {
        thread(ctx, Kept(input)).await
    }

    /// Puts what was said in one conversation into another; answers with the one that stays.
    async fn merge_threads(&self, ctx: &Context<'_>, input: MergeThreads) -> Result<ThreadObject> {
        thread(ctx, Kept(input)).await
    }

    /// Moves a conversation to another channel of its community.
    async fn move_thread(&self, ctx: &Context<'_>, input: MoveThread) -> Result<ThreadObject> {
        thread(ctx, Kept(input)).await
    }
}

#[derive(Default)]
pub struct MarksMutation;

#[Object]
impl MarksMutation {
    /// Makes an answer a comment on another post, or a comment an answer.
    async fn convert_post(&self, ctx: &Context<'_>, input: ConvertPost) -> Result<PostObject> {
        Ok(ctx.write(Kept(input)).await?.into())
    }

    /// Says that an answer helped the viewer, who asked; or takes that back.
    async fn mark_helped(&self, ctx: &Context<'_>, input: MarkHelped) -> Result<PostObject> {
        Ok(ctx.write(input).await?.into())
    }

    /// Stands behind an answer, with the viewer's name.
    async fn verify_answer(&self, ctx: &Context<'_>, input: VerifyAnswer) -> Result<PostObject> {
        Ok(ctx.write(Kept(input)).await?.into())
    }

    /// Stands behind an answer no longer.
    async fn unverify_answer(
        &self,
        ctx: &Context<'_>,
        input: UnverifyAnswer,
    ) -> Result<PostObject> {
        Ok(ctx.write(Kept(input)).await?.into())
    }

    /// Says that a verified answer or a resource still holds.
    async fn still_true(&self, ctx: &Context<'_>, input: StillTrue) -> Result<PostObject> {
        Ok(ctx.write(Kept(input)).await?.into())
    }

    /// Says that a verified answer or a resource does not hold any more, or does after all.
    async fn mark_obsolete(&self, ctx: &Context<'_>, input: MarkObsolete) -> Result<PostObject> {
        Ok(ctx.write(Kept(input)).await?.into())
    }
}
