//! What was written can be rendered again, and stays what it was.
use async_trait::async_trait;
use channels::{EditPost, RenderPosts, Rendering};
use communities::Role;
use identity::{CreatePerson, NewPerson, UpdateProfile};
use kernel::{Actor, Command, Conn, Cursor, Db, PostId, Result, Tx, facts_after};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use tests::{Person, Stage};

/// Makes what is stored look as an older program would have shown it.
struct ShownOfOld;

#[async_trait]
impl Command for ShownOfOld {
    type Done = ();

    async fn run(&self, tx: &Tx, _: Actor) -> Result<()> {
        let older = "UPDATE post SET html = replace(html, 'strong>', 'em>')";
        tx.conn().execute_unprepared(older).await?;
        Ok(())
    }
}

async fn renders_all(stage: &Stage) -> Rendering {
    let batch = stage.does(RenderPosts::after(None)).await.expect("a batch");
    let rest = stage.does(RenderPosts::after(batch.last)).await;
    assert_eq!(rest.expect("a batch"), Rendering::default(), "all are done");
    batch
}

async fn takes_handle(person: &Person<'_>, handle: &str) {
    let rename = UpdateProfile {
        handle: Some(handle.to_owned()),
        ..UpdateProfile::default()
    };
    person.does(rename).await.expect("another handle");
}

async fn html_of(person: &Person<'_>, post: &Value) -> Value {
    let look = "query($id: ID!) { node(id: $id) { ... on Post { bodyHtml revision editedAt } } }";
    let answer = person.asks(look, json!({ "id": post })).await;
    answer["data"]["node"].clone()
}

#[tokio::test]
async fn what_looks_otherwise_now_is_shown_so_and_nobody_edited_it() {
    let stage = Stage::new().await;
    let (ada, ben) = (stage.person("Ada").await, stage.person("Ben").await);
    let members = [(&ada, Role::Learner), (&ben, Role::Learner)];
    let (_, lobby) = stage.cohort_of(&members).await;
    let thread = ada.begins(&lobby, "Hello", "**Well** met, @ben").await;
    let reply = ada.posts(&thread, "plain").await["data"]["createPost"].clone();
    let delete = "mutation($input: DeletePostInput!) { deletePost(input: $input) { id } }";
    ada.asks(delete, json!({ "input": { "post": reply["id"] } }))
        .await;
    let opening = &thread["opening"];
    stage.does(ShownOfOld).await.expect("an older look");
    stage.facts_arrive().await;
    let before = facts_after(&stage.db().read(), Cursor::default(), 100).await;

    let first = renders_all(&stage).await;
    let again = renders_all(&stage).await;

    assert_eq!((first.posts, first.changed, first.left), (2, 1, 0));
    assert_eq!((again.posts, again.changed, again.left), (2, 0, 0));
    assert_eq!(
        html_of(&ada, &opening["id"]).await,
        json!({ "bodyHtml": opening["bodyHtml"], "revision": 1, "editedAt": null })
    );
    stage.facts_arrive().await;
    let after = facts_after(&stage.db().read(), Cursor::default(), 100).await;
    assert_eq!(before.expect("the log"), after.expect("the log"));
}

#[tokio::test]
async fn whom_a_post_mentions_stays_who_was_meant() {
    let stage = Stage::new().await;
    let (ada, ben) = (stage.person("Ada").await, stage.person("Ben").await);
    let kofi = stage.person("Kofi").await;
    let everybody = [
        (&ada, Role::Learner),
        (&ben, Role::Learner),
        (&kofi, Role::Learner),
    ];
    let (community, lobby) = stage.cohort_of(&everybody).await;
    let one = ada.begins(&lobby, "One", "**Well** met, @ben").await;
    let two = ada.begins(&lobby, "Two", "**Well** met, @ben, @kofi").await;
    takes_handle(&ben, "benedict").await;
    let usurper = NewPerson {
        handle: Some("ben".to_owned()),
        ..NewPerson::named("Somebody else")
    };
    let (person, password) = (usurper, None);
    stage
        .does(CreatePerson { person, password })
        .await
        .expect("a person");
    stage
        .joins(&stage.finds("ben").await, &community, Role::Learner)
        .await;
    stage.does(ShownOfOld).await.expect("an older look");

    let one_renamed = renders_all(&stage).await;
    takes_handle(&kofi, "kofi-m").await;
    stage.does(ShownOfOld).await.expect("an older look");
    let both_renamed = renders_all(&stage).await;

    let bens_page = format!("/go/{}", ben.record.id);
    for (post, is_rendered) in [(&one, true), (&two, false)] {
        let shown = html_of(&ada, &post["opening"]["id"]).await;
        let shown = shown["bodyHtml"].as_str().expect("a text");
        assert!(shown.contains(&bens_page), "{shown}");
        assert!(!shown.contains("Somebody else"), "{shown}");
        assert_eq!(shown.contains("<strong>"), is_rendered, "{shown}");
    }
    assert_eq!((one_renamed.changed, one_renamed.left), (2, 0));
    assert_eq!((both_renamed.changed, both_renamed.left), (1, 1));
}

/// Renders, while somebody edits between its reading and its writing.
struct WhileEdited {
    render: RenderPosts,
    edit: (Db, Actor, EditPost),
}

#[async_trait]
impl Command for WhileEdited {
    type Done = Rendering;

    async fn prepare(&mut self, conn: &Conn<'_>, actor: Actor) -> Result<()> {
        self.render.prepare(conn, actor).await?;
        let (db, editor, edit) = self.edit.clone();
        db.write(editor, edit).await?;
        Ok(())
    }

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Rendering> {
        self.render.run(tx, actor).await
    }
}

#[tokio::test]
async fn who_edits_meanwhile_is_not_overwritten() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner)]).await;
    let thread = ada.begins(&lobby, "Hello", "**Well** met").await;
    let post: PostId = thread["opening"]["id"]
        .as_str()
        .and_then(|id| id.parse().ok())
        .expect("an id");
    stage.does(ShownOfOld).await.expect("an older look");
    let edit = EditPost {
        post,
        body: "**Much** better".to_owned(),
        revision: 1,
        reason: None,
        words: None,
    };

    let render = WhileEdited {
        render: RenderPosts::after(None),
        edit: (stage.db().clone(), ada.actor(), edit),
    };
    stage.does(render).await.expect("a batch");

    let shown = html_of(&ada, &thread["opening"]["id"]).await;
    assert_eq!(shown["bodyHtml"], "<p><strong>Much</strong> better</p>\n");
}
