//! Everybody who may come by something in a community, for tables of who may do what with it.
use chrono::{DateTime, TimeDelta, Utc};
use communities::{Role, Standing};
use kernel::{Actor, Verdict};

/// Somebody, an administrator, and since when they are there.
pub struct Stands {
    pub person: Actor,
    pub administrator: Actor,
    pub since: DateTime<Utc>,
}

pub fn mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Allow => " yes",
        Verdict::Deny(_) | Verdict::DenyUntil(..) => "  no",
        Verdict::Hide => "   -",
    }
}

/// How each of them stands there.
pub fn everybody(it: &Stands) -> Vec<(&'static str, Actor, Option<Standing>)> {
    let at = |role| {
        Some(Standing {
            role,
            since: it.since,
            archived_at: None,
            muted_until: None,
        })
    };
    let muted = at(Role::Learner).map(|standing| Standing {
        muted_until: Some(it.since + TimeDelta::days(1)),
        ..standing
    });
    let archived = |role| {
        at(role).map(|standing| Standing {
            archived_at: Some(it.since),
            ..standing
        })
    };
    vec![
        ("anonymous", Actor::Anonymous, None),
        ("stranger", it.person, None),
        ("administrator", it.administrator, None),
        ("learner", it.person, at(Role::Learner)),
        ("expert", it.person, at(Role::Expert)),
        ("observer", it.person, at(Role::Observer)),
        ("moderator", it.person, at(Role::Moderator)),
        ("facilitator", it.person, at(Role::Facilitator)),
        ("administrator there", it.administrator, at(Role::Learner)),
        ("muted learner", it.person, muted),
        ("learner, archived", it.person, archived(Role::Learner)),
        (
            "facilitator, archived",
            it.person,
            archived(Role::Facilitator),
        ),
        ("platform", Actor::System, None),
    ]
}
