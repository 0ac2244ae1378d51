use super::{led, tell};
use crate::policy::{CheckInSeen, Lead};
use crate::{CheckIn, News, Theme, ThemeSeen, may_read, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{
    Actor, CheckInAnswerId, CheckInId, CheckInThemeId, Command, Error, Permit, Result, Tx, line,
};

const TITLE_CHARS_MAX: usize = 100;
const THEMES_MAX: usize = 30;

/// Puts answers together by hand, under a name.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CreateCheckInThemeInput")]
pub struct CreateTheme {
    pub check_in: CheckInId,
    /// 1 to 100 characters, as no other theme of the check-in is called.
    pub title: String,
    #[graphql(default)]
    pub answers: Vec<CheckInAnswerId>,
}

#[async_trait]
impl Command for CreateTheme {
    type Done = Theme;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Theme> {
        let title = line("title", &self.title, TITLE_CHARS_MAX)?;
        let seen = led(tx, actor, self.check_in).await?;
        let themes = store::themes_of(&tx.conn(), self.check_in).await?;
        if themes.len() >= THEMES_MAX {
            let words = format!("{THEMES_MAX} themes are the most");
            return Err(Error::invalid("title", words));
        }
        untaken(&title, &themes)?;
        let answers = known(tx, &seen, &self.answers).await?;
        let theme = store::insert_theme(tx, &seen, title).await?;
        store::set_themed(tx, &seen, (theme.id, &answers)).await?;
        tell(tx, actor, (&seen.check_in, News::Arranged)).await?;
        Ok(theme)
    }
}

/// Two themes of one title could not be told apart where an answer is put into one.
fn untaken(title: &str, others: &[ThemeSeen]) -> Result<()> {
    let title = title.to_lowercase();
    match others
        .iter()
        .any(|it| it.theme.title.to_lowercase() == title)
    {
        true => Err(
            Error::invalid("title", "there is a theme of this title already")
                .hint("put the answers into it, or choose another title"),
        ),
        false => Ok(()),
    }
}

/// Each once: answers of this check-in that its leader may read.
async fn known(
    tx: &Tx,
    seen: &Permit<Lead, CheckInSeen>,
    wanted: &[CheckInAnswerId],
) -> Result<Vec<CheckInAnswerId>> {
    let mut wanted = wanted.to_vec();
    wanted.sort_unstable();
    wanted.dedup();
    let answers = store::sent_answers(&tx.conn(), seen.check_in.id).await?;
    let readable = |id: &CheckInAnswerId| {
        let found = answers.iter().find(|it| it.answer.id == *id);
        found.is_some_and(|it| {
            let reader = seen.reader(seen.actor(), it.response.person_id);
            may_read(it.question.visibility, reader)
        })
    };
    match wanted.iter().all(readable) {
        true => Ok(wanted),
        false => Err(Error::NotFound("answer")),
    }
}

/// Changes what is given; `answers` are all that are in it from then on.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UpdateCheckInThemeInput")]
pub struct UpdateTheme {
    pub theme: CheckInThemeId,
    /// 1 to 100 characters, as no other theme of the check-in is called.
    pub title: Option<String>,
    pub answers: Option<Vec<CheckInAnswerId>>,
}

#[async_trait]
impl Command for UpdateTheme {
    type Done = Theme;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Theme> {
        let (mut theme, seen) = themed(tx, actor, self.theme).await?;
        if let Some(title) = &self.title {
            theme.title = line("title", title, TITLE_CHARS_MAX)?;
            let mut others = store::themes_of(&tx.conn(), theme.check_in_id).await?;
            others.retain(|it| it.theme.id != theme.id);
            untaken(&theme.title, &others)?;
            store::update_theme(tx, &seen, theme.clone()).await?;
        }
        if let Some(wanted) = &self.answers {
            let answers = known(tx, &seen, wanted).await?;
            store::set_themed(tx, &seen, (theme.id, &answers)).await?;
        }
        tell(tx, actor, (&seen.check_in, News::Arranged)).await?;
        Ok(theme)
    }
}

/// Takes a theme apart. The answers stay.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "RemoveCheckInThemeInput")]
pub struct RemoveTheme {
    pub theme: CheckInThemeId,
}

#[async_trait]
impl Command for RemoveTheme {
    type Done = CheckIn;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<CheckIn> {
        let (theme, seen) = themed(tx, actor, self.theme).await?;
        store::remove_theme(tx, &seen, theme.id).await?;
        tell(tx, actor, (&seen.check_in, News::Arranged)).await?;
        Ok(seen.into_subject().check_in)
    }
}

async fn themed(
    tx: &Tx,
    actor: Actor,
    id: CheckInThemeId,
) -> Result<(Theme, Permit<Lead, CheckInSeen>)> {
    let (theme, seen) = store::check_in_of_theme(&tx.conn(), actor, id).await?;
    let seen = led(tx, actor, seen.check_in.id).await?;
    Ok((theme, seen))
}
