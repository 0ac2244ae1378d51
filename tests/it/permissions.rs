//! Who may do what in conversations, on one page. Read the snapshot before the code.
pub mod standings;

use channels::{
    Author, Channel, ChannelKind, ChannelSeen, Delete, Edit, Follow, Moderate, Post, PostSeen,
    Premoderation, React, Read, ReadWords, Restore, Thread, ThreadKind, ThreadReader, ThreadSeen,
    Write,
};
use chrono::{DateTime, Utc};
use communities::{Role, Standing};
use kernel::{Actor, Id, PersonId, Policy, SystemEntropy, Verdict};
use std::fmt::Write as _;
use std::sync::Arc;

fn noon() -> DateTime<Utc> {
    "2026-01-05T12:00:00Z".parse().expect("an instant")
}

fn later() -> DateTime<Utc> {
    "2026-01-12T12:00:00Z".parse().expect("an instant")
}

fn id<I: Id>() -> I {
    I::mint(noon(), &SystemEntropy)
}

fn mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Allow => "yes",
        Verdict::Deny(_) | Verdict::DenyUntil(..) => "no",
        Verdict::Hide => "-",
    }
}

fn askers(person: PersonId, closed: Closed) -> Vec<(&'static str, Actor, Option<Standing>)> {
    let as_role = |role| {
        Some(Standing {
            role,
            since: noon(),
            archived_at: closed.community.then(noon),
            muted_until: closed.muted.then(later),
        })
    };
    vec![
        ("anonymous", Actor::Anonymous, None),
        ("stranger", Actor::Person(person), None),
        ("administrator", Actor::Administrator(person), None),
        ("observer", Actor::Person(person), as_role(Role::Observer)),
        ("learner", Actor::Person(person), as_role(Role::Learner)),
        ("expert", Actor::Person(person), as_role(Role::Expert)),
        ("moderator", Actor::Person(person), as_role(Role::Moderator)),
        (
            "facilitator",
            Actor::Person(person),
            as_role(Role::Facilitator),
        ),
        ("platform", Actor::System, None),
    ]
}

/// What is closed about the place a post stands in.
#[derive(Clone, Copy, Default)]
struct Closed {
    /// Whether the asker is muted there.
    muted: bool,
    community: bool,
    channel: bool,
    locked: bool,
    deleted_by: Option<PersonId>,
    hidden: bool,
    awaits: Awaits,
    answers: Answers,
}

/// Whether a moderator looks at it before others do.
#[derive(Clone, Copy, Default, PartialEq)]
enum Awaits {
    #[default]
    Nobody,
    SinceWritten,
    WithItsThread,
    AfterAnEdit,
}

/// Whether everybody answers before they read the others, and how often the asker has.
#[derive(Clone, Copy, Default)]
enum Answers {
    #[default]
    Open,
    FirstAnd(i32),
}

fn channel(closed: Closed) -> Channel {
    Channel {
        id: id(),
        community_id: id(),
        slug: "lobby".into(),
        name: "Lobby".into(),
        purpose: String::new(),
        kind: ChannelKind::Mixed,
        position: 1,
        created_at: noon(),
        archived_at: closed.channel.then(noon),
        premoderation: Premoderation::Off,
        high_stakes_tags: serde_json::json!([]),
    }
}

/// How the asker stands to a conversation in which they have answered so often.
fn reader(thread: &Thread, answers: Answers) -> Option<ThreadReader> {
    match answers {
        Answers::Open => None,
        Answers::FirstAnd(answers) => Some(ThreadReader {
            thread_id: thread.id,
            person_id: id(),
            read_through: 0,
            follow: Follow::Normal,
            answers,
            nameless: false,
            updated_at: noon(),
        }),
    }
}

fn thread(author: PersonId, closed: Closed, standing: Option<Standing>) -> ThreadSeen {
    let channel = channel(closed);
    let thread = Thread {
        id: id(),
        community_id: channel.community_id,
        channel_id: channel.id,
        kind: ThreadKind::Discussion,
        title: "A title".into(),
        tags: serde_json::json!([]),
        author_id: Author::of(author),
        created_at: noon(),
        last_post_at: noon(),
        last_author_id: Author::of(author),
        last_number: 1,
        reply_count: 0,
        accepted_post_id: None,
        duplicate_of: None,
        locked_at: closed.locked.then(noon),
        answer_first: matches!(closed.answers, Answers::FirstAnd(_)),
        nameless: false,
        last_nameless: false,
        published: closed.awaits != Awaits::WithItsThread,
        withdrawn_at: None,
        moved_to: None,
        hidden_title: None,
    };
    ThreadSeen {
        reader: reader(&thread, closed.answers),
        thread,
        channel,
        standing,
    }
}

fn post(author: PersonId, closed: Closed, standing: Option<Standing>) -> PostSeen {
    let thread = thread(author, closed, standing);
    let post = Post {
        id: id(),
        community_id: thread.thread.community_id,
        channel_id: thread.channel.id,
        thread_id: thread.thread.id,
        number: match closed.answers {
            Answers::Open => 1,
            Answers::FirstAnd(_) => 2,
        },
        parent_id: None,
        root_number: 1,
        author_id: Author::of(author),
        body: "words".into(),
        html: "<p>words</p>".into(),
        revision: 1,
        created_at: noon(),
        edited_at: None,
        deleted_at: closed.deleted_by.map(|_| noon()),
        deleted_by: closed.deleted_by.map(Author::of),
        helpful: 0,
        used_it: 0,
        thank_you: 0,
        file_count: 0,
        nonce: None,
        nameless: false,
        held_at: (closed.awaits != Awaits::Nobody).then(noon),
        published: matches!(closed.awaits, Awaits::Nobody | Awaits::AfterAnEdit),
        hidden_at: closed.hidden.then(noon),
        hidden_by: None,
        hidden_reason: None,
        examined: false,
    };
    PostSeen {
        post,
        thread: Arc::new(thread),
        reacted: Vec::new(),
    }
}

fn row(seen: &PostSeen, room: &ChannelSeen, actor: &Actor) -> String {
    let [a, b, c, d, e, f, g, l, h, i, j, k] = [
        mark(Policy::<Read>::verdict(seen, actor)),
        mark(Policy::<ReadWords>::verdict(seen, actor)),
        mark(Policy::<Write>::verdict(seen, actor)),
        mark(Policy::<React>::verdict(seen, actor)),
        mark(Policy::<Edit>::verdict(seen, actor)),
        mark(Policy::<Delete>::verdict(seen, actor)),
        mark(Policy::<Restore>::verdict(seen, actor)),
        mark(Policy::<Moderate>::verdict(seen, actor)),
        mark(Policy::<Edit>::verdict(&*seen.thread, actor)),
        mark(Policy::<Moderate>::verdict(&*seen.thread, actor)),
        mark(Policy::<Write>::verdict(room, actor)),
        mark(Policy::<Edit>::verdict(room, actor)),
    ];
    format!("{a:<5}{b:<6}{c:<6}{d:<6}{e:<5}{f:<7}{g:<8}{l:<5}| {h:<6}{i:<5}{j:<6}{k}")
}

/// Whose post it is, and how far its place is closed.
fn places(me: PersonId, other: PersonId) -> Vec<(&'static str, PersonId, Closed)> {
    let open = Closed::default();
    let archived = Closed {
        channel: true,
        ..open
    };
    let resting = Closed {
        community: true,
        ..open
    };
    let waits = |awaits| Closed { awaits, ..open };
    let locked = Closed {
        locked: true,
        ..open
    };
    let muted = Closed {
        muted: true,
        ..open
    };
    vec![
        ("another's post", other, open),
        ("my own post", me, open),
        ("my own, muted", me, muted),
        ("another's post, muted", other, muted),
        ("my own, archived channel", me, archived),
        ("my own, archived community", me, resting),
        ("another's post, archived community", other, resting),
        ("my own, locked thread", me, locked),
        (
            "my own, deleted by me",
            me,
            Closed {
                deleted_by: Some(me),
                ..open
            },
        ),
        (
            "my own, deleted by a moderator",
            me,
            Closed {
                deleted_by: Some(other),
                ..open
            },
        ),
        (
            "my own, deleted by me, archived community",
            me,
            Closed {
                deleted_by: Some(me),
                ..resting
            },
        ),
        (
            "another's answer, before mine",
            other,
            Closed {
                answers: Answers::FirstAnd(0),
                ..open
            },
        ),
        (
            "another's answer, after mine",
            other,
            Closed {
                answers: Answers::FirstAnd(1),
                ..open
            },
        ),
        (
            "another's, hidden by a moderator",
            other,
            Closed {
                hidden: true,
                ..open
            },
        ),
        (
            "my own, hidden by a moderator",
            me,
            Closed {
                hidden: true,
                ..open
            },
        ),
        (
            "another's, waits for a moderator",
            other,
            waits(Awaits::SinceWritten),
        ),
        (
            "my own, waits for a moderator",
            me,
            waits(Awaits::SinceWritten),
        ),
        (
            "another's, waits with its conversation",
            other,
            waits(Awaits::WithItsThread),
        ),
        (
            "my own, waits with its conversation",
            me,
            waits(Awaits::WithItsThread),
        ),
        (
            "another's, waits again after an edit",
            other,
            waits(Awaits::AfterAnEdit),
        ),
        (
            "another's, deleted",
            other,
            Closed {
                deleted_by: Some(other),
                ..open
            },
        ),
    ]
}

#[test]
fn conversations() {
    let me: PersonId = id();
    let other: PersonId = id();
    let mut page = String::new();
    for (place, author, closed) in places(me, other) {
        writeln!(page, "{place}").expect("memory");
        writeln!(
            page,
            "  {:<14}read words reply react edit delete restore hide | title lock begin channel",
            ""
        )
        .expect("memory");
        for (name, actor, standing) in askers(me, closed) {
            let seen = post(author, closed, standing);
            let room = ChannelSeen {
                channel: seen.thread.channel.clone(),
                standing,
            };
            writeln!(page, "  {name:<14}{}", row(&seen, &room, &actor)).expect("memory");
        }
    }
    insta::assert_snapshot!(page);
}
