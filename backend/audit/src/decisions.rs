//! Which facts stand in the audit log, and what of them. Every kind there is was decided upon.
use Topic::{Exports, Moderation, Records, Reveals, Roles, Settings, SignIns};
use async_graphql::Enum;
use kernel::{Fact, type_id};
use serde_json::{Map, Value};
use uuid::Uuid;

/// What an entry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(name = "AuditTopic")]
pub enum Topic {
    /// Coming in and going out, passwords, and what opens without them.
    SignIns,
    /// Accounts, memberships and what people may do.
    Roles,
    /// Somebody was told what is kept from others.
    Reveals,
    /// Something left the platform.
    Exports,
    /// What moderators decided.
    Moderation,
    /// How communities and the organisation are set up.
    Settings,
    /// What is recorded of people, and what was brought in.
    Records,
}

/// A kind of fact that stands in the log.
pub(crate) struct Kept {
    pub kind: &'static str,
    pub topic: Topic,
    /// The field that names what it was done to, and the prefix of its id.
    object: Option<(&'static str, &'static str)>,
    /// The fields that tell what is from then on. The first of them is what `was` tells of before.
    says: &'static [&'static str],
    /// Only a fact that says this stands in the log.
    only_with: Option<&'static str>,
}

const fn kept(topic: Topic, kind: &'static str, says: &'static [&'static str]) -> Kept {
    Kept {
        kind,
        topic,
        object: None,
        says,
        only_with: None,
    }
}

impl Kept {
    const fn of(mut self, field: &'static str, prefix: &'static str) -> Self {
        self.object = Some((field, prefix));
        self
    }

    const fn only_with(mut self, field: &'static str) -> Self {
        self.only_with = Some(field);
        self
    }
}

/// What stands in the log.
pub(crate) const KEPT: &[Kept] = &[
    kept(SignIns, "identity.signed_in", &[]).of("sign_in", "signin"),
    kept(SignIns, "identity.sign_in_refused", &["why", "mark"]),
    kept(SignIns, "identity.signed_out", &[]),
    kept(SignIns, "identity.password_changed", &[]),
    kept(SignIns, "identity.reset_minted", &[]),
    kept(SignIns, "identity.reset_sent", &[]),
    kept(SignIns, "identity.second_factor_set", &[]),
    kept(SignIns, "identity.second_factor_removed", &["since"]),
    kept(
        SignIns,
        "identity.second_factor_reset",
        &["reason", "since"],
    ),
    kept(SignIns, "identity.recovery_code_used", &["left"]),
    kept(SignIns, "identity.recovery_codes_renewed", &["left_before"]),
    kept(SignIns, "identity.passkey_added", &["name"]).of("passkey", "passkey"),
    kept(SignIns, "identity.passkey_renamed", &["name"]).of("passkey", "passkey"),
    kept(SignIns, "identity.passkey_removed", &["name"]).of("passkey", "passkey"),
    kept(SignIns, "identity.passkey_shown", &["name"]).of("passkey", "passkey"),
    kept(SignIns, "identity.sign_in_confirmed", &[]).of("sign_in", "signin"),
    kept(SignIns, "identity.sign_in_link_minted", &[]),
    kept(
        SignIns,
        "identity.api_token_created",
        &["name", "scopes", "expires_at"],
    )
    .of("token", "apitoken"),
    kept(
        SignIns,
        "identity.api_token_revoked",
        &["name", "scopes", "expires_at"],
    )
    .of("token", "apitoken"),
    kept(SignIns, "sso.sign_in_vouched", &["purpose"]).of("provider", "ssoprovider"),
    kept(SignIns, "sso.sign_in_refused", &["code", "detail"]).of("provider", "ssoprovider"),
    kept(SignIns, "sso.account_linked", &["way"]).of("provider", "ssoprovider"),
    kept(SignIns, "sso.account_unlinked", &[]).of("provider", "ssoprovider"),
    kept(SignIns, "sso.signed_out_elsewhere", &[]).of("provider", "ssoprovider"),
    kept(SignIns, "sso.logout_refused", &["detail"]).of("provider", "ssoprovider"),
    kept(SignIns, "notifications.calendar_feed_created", &[]).of("feed", "feed"),
    kept(SignIns, "notifications.calendar_feed_revoked", &[]).of("feed", "feed"),
    kept(SignIns, "checkins.link_refused", &["state"]).of("check_in", "checkin"),
    kept(SignIns, "consultations.link_refused", &["why"]).of("consultation", "consultation"),
    kept(SignIns, "pulses.link_refused", &["state"]).of("pulse", "pulse"),
    kept(Roles, "identity.person_created", &["administrator"]),
    kept(Roles, "identity.person_forgotten", &[]),
    kept(Roles, "identity.administrator_appointed", &[]),
    kept(Roles, "identity.administrator_dismissed", &[]),
    kept(Roles, "sso.groups_applied", &[]).of("provider", "ssoprovider"),
    kept(Roles, "scim.person_dropped", &[]).of("token", "apitoken"),
    kept(Roles, "scim.person_kept", &["changed", "is_active"]).of("token", "apitoken"),
    kept(
        Roles,
        "scim.group_kept",
        &["name", "did", "added", "removed"],
    )
    .of("group", "scimgroup"),
    kept(Roles, "identity.person_suspended", &["reason"]),
    kept(Roles, "identity.person_restored", &[]),
    kept(Roles, "communities.person_invited", &["role"]).of("invitation", "invitation"),
    kept(Roles, "communities.invitation_withdrawn", &["role"]).of("invitation", "invitation"),
    kept(Roles, "communities.invitation_accepted", &[]).of("invitation", "invitation"),
    kept(Roles, "communities.member_joined", &["role"]).of("membership", "membership"),
    kept(Roles, "communities.member_changed", &["role"]).of("membership", "membership"),
    kept(Roles, "communities.member_removed", &["role"]).of("membership", "membership"),
    kept(Reveals, "questions.asker_revealed", &["reason"]).of("thread", "thread"),
    kept(Reveals, "misconceptions.exposures_audited", &["reason"])
        .of("misconception", "misconception"),
    kept(Exports, "audit.log_exported", &["entries"]),
    kept(Exports, "audit.copied", &["copy", "rows"]),
    kept(Exports, "pulses.results_exported", &[]).of("pulse", "pulse"),
    kept(Exports, "privacy.export_asked", &["reason"]).of("export", "export"),
    kept(Exports, "privacy.export_fetched", &[]).of("export", "export"),
    kept(Moderation, "moderation.acted", &["act", "reason", "undone"]).of("post", "post"),
    kept(Moderation, "channels.post_deleted", &["reason"])
        .of("post", "post")
        .only_with("reason"),
    kept(Moderation, "communities.member_muted", &["until", "reason"]).of("mute", "mute"),
    kept(Moderation, "communities.member_unmuted", &[]).of("mute", "mute"),
    kept(Settings, "communities.community_created", &[]),
    kept(Settings, "communities.community_changed", &[]),
    kept(Settings, "communities.community_archived", &[]),
    kept(Settings, "communities.community_restored", &[]),
    kept(Settings, "communities.calendar_changed", &[]),
    kept(Settings, "communities.cohort_ended", &[]),
    kept(Settings, "channels.channel_changed", &[]).of("channel", "channel"),
    kept(Settings, "journeys.template_changed", &[]).of("template", "template"),
    kept(Settings, "sso.provider_changed", &["act", "secret_changed"])
        .of("provider", "ssoprovider"),
    kept(Settings, "sso.test_done", &["refused"]).of("provider", "ssoprovider"),
    kept(
        Settings,
        "identity.factor_rule_changed",
        &["asked_of", "grace_days"],
    ),
    kept(Settings, "search.synonyms_changed", &[]).of("synonyms", "synonyms"),
    kept(Settings, "sessions.program_version_published", &[]).of("version", "version"),
    kept(Settings, "sessions.program_delivered", &[]).of("version", "version"),
    kept(Records, "sessions.attendance_recorded", &["state"]).of("session", "session"),
    kept(Records, "imports.import_finished", &[]).of("import", "import"),
    kept(Records, "imports.roster_applied", &[]).of("roster", "roster"),
    kept(Records, "imports.roster_undone", &[]).of("roster", "roster"),
    kept(Records, "imports.invites_sent", &[]).of("list", "invitelist"),
    kept(Records, "notifications.letter_sent_again", &[]).of("letter", "letter"),
];

/// What does not stand in it: what people write, read, answer and are told is theirs, and what others
/// of these facts tell already need not be told twice.
const PASSED_BY: &[&str] = &[
    "channels.draft_changed",
    "channels.file_read",
    "channels.file_uploaded",
    "channels.follow_changed",
    "channels.post_created",
    "channels.post_edited",
    "channels.post_held",
    "channels.post_hidden",
    "channels.post_restored",
    "channels.post_shown",
    "channels.posts_moved",
    "channels.reaction_changed",
    "channels.read_moved",
    "channels.thread_brought_in",
    "channels.thread_changed",
    "channels.thread_created",
    "channels.thread_merged",
    "checkins.away_changed",
    "checkins.check_in_answered",
    "checkins.check_in_asked",
    "checkins.check_in_changed",
    "communities.norms_acknowledged",
    "consultations.colleague_told",
    "consultations.consultation_changed",
    "feedback.evidence_changed",
    "feedback.feedback_changed",
    "feedback.round_changed",
    "feedback.round_moved",
    "identity.preferences_changed",
    "identity.profile_changed",
    "journeys.item_settled",
    "journeys.journey_applied",
    "journeys.journey_changed",
    "journeys.reminded",
    "misconceptions.agreement_asked",
    "misconceptions.claim_matched",
    "misconceptions.correction_answered",
    "misconceptions.correction_offered",
    "misconceptions.correction_reminded",
    "misconceptions.correction_shown",
    "misconceptions.correction_told",
    "misconceptions.correction_withdrawn",
    "misconceptions.misconception_changed",
    "misconceptions.passage_revised",
    "moderation.appeal_changed",
    "moderation.flag_changed",
    "moderation.item_changed",
    "moderation.item_opened",
    "moderation.item_settled",
    "moderation.promise_broken",
    "moderation.told",
    "moderation.told_no_more",
    "notifications.inbox_changed",
    "notifications.mail_choices_changed",
    "notifications.notice_changed",
    "pairings.commitment_changed",
    "pairings.left_alone",
    "pairings.meeting_asked",
    "pairings.nudged",
    "pairings.pair_changed",
    "pairings.paired",
    "pairings.parted",
    "pairings.paused",
    "pairings.preferences_changed",
    "pairings.round_changed",
    "pairings.round_published",
    "pairings.round_ready",
    "pairings.takers_changed",
    "privacy.export_ready",
    "prompts.pre_work_changed",
    "prompts.pre_work_done",
    "prompts.pre_work_opened",
    "prompts.prompt_answered",
    "prompts.prompt_changed",
    "prompts.prompt_posted",
    "prompts.recall_marked",
    "prompts.series_changed",
    "pulses.pulse_answered",
    "pulses.pulse_asked",
    "pulses.pulse_changed",
    "questions.answer_helped",
    "questions.answer_invited",
    "questions.question_changed",
    "questions.question_parked",
    "questions.standing_changed",
    "search.saved_search_changed",
    "search.saved_search_found",
    "search.saved_search_removed",
    "sessions.program_changed",
    "sessions.session_cancelled",
    "sessions.session_changed",
    "sessions.session_closed",
    "sessions.session_created",
    "sessions.session_published",
    "sessions.session_rescheduled",
    "sessions.session_started",
];

fn found(kind: &str) -> Option<&'static Kept> {
    KEPT.iter().find(|kept| kept.kind == kind)
}

/// Whether facts of this kind stand in the log.
pub fn is_kept(kind: &str) -> bool {
    found(kind).is_some()
}

/// Every kind that was decided upon, for the test that no other is told.
pub fn decided() -> impl Iterator<Item = &'static str> {
    let kept = KEPT.iter().map(|kept| kept.kind);
    kept.chain(PASSED_BY.iter().copied())
}

/// The kinds about something.
pub(crate) fn kinds_about(topics: &[Topic]) -> Vec<&'static str> {
    let about = KEPT.iter().filter(|kept| topics.contains(&kept.topic));
    about.map(|kept| kept.kind).collect()
}

/// What a kind is about.
pub(crate) fn topic_of(kind: &str) -> Option<Topic> {
    found(kind).map(|kept| kept.topic)
}

/// How a fact is kept, if it is.
pub(crate) fn decision(fact: &Fact) -> Option<&'static Kept> {
    found(&fact.kind).filter(|kept| {
        kept.only_with
            .is_none_or(|field| says(fact, field).is_some())
    })
}

fn says<'a>(fact: &'a Fact, field: &str) -> Option<&'a Value> {
    fact.body.get(field).filter(|value| !value.is_null())
}

impl Kept {
    /// The id of what it was done to, as people see it.
    pub fn object(&self, fact: &Fact) -> Option<String> {
        let (field, prefix) = self.object?;
        let place = fact.place.thread.filter(|_| field == "thread");
        let id = says(fact, field).and_then(|id| id.as_str()?.parse::<Uuid>().ok());
        let id = id.or(place.map(Uuid::from))?;
        Some(type_id(prefix, id))
    }

    /// What was, and what is from then on.
    pub fn change(&self, fact: &Fact) -> (Option<String>, Option<String>) {
        let state = |name: &str| match fact.body.get(name) {
            Some(Value::Object(fields)) => fields.clone(),
            // What groups give is a list.
            Some(Value::Array(roles)) if !roles.is_empty() => {
                Map::from_iter([("roles".to_owned(), roles.clone().into())])
            }
            _ => Map::new(),
        };
        let (mut before, mut after) = (state("before"), state("after"));
        for field in self.says {
            if let Some(value) = says(fact, field) {
                after.insert((*field).to_owned(), value.clone());
            }
        }
        if let (Some(field), Some(was)) = (self.says.first(), says(fact, "was")) {
            before.insert((*field).to_owned(), was.clone());
        }
        let text = |fields: Map<String, Value>| {
            (!fields.is_empty()).then(|| Value::Object(fields).to_string())
        };
        (text(before), text(after))
    }
}
