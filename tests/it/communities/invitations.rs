//! Coming in by an invitation.
use super::{MEMBERS, names};
use communities::{
    Acceptance, ChangeRole, InvitePerson, Invited, MailInvitation, PersonInvited, RemoveMember,
    Role, accept_invitation, memberships_of, mint_invitation,
};
use identity::{CreatePerson, NewPassword, NewPerson, Secret, Standing, Visitor};
use kernel::{Actor, CommunityId, Cursor, Error, facts_after};
use serde_json::json;
use tests::{Person, Stage};

const GOOD: &str = "four quiet otters juggle";

async fn invites(facilitator: &Person<'_>, community: CommunityId, email: &str) -> Invited {
    let invite = InvitePerson {
        community,
        email: email.to_owned(),
        role: Role::Learner,
    };
    facilitator.does(invite).await.expect("an invitation")
}

fn brings(token: &Secret, name: &str, password: &str) -> Acceptance {
    Acceptance {
        token: token.clone(),
        name: name.to_owned(),
        password: Secret::new(password),
        code: None,
        visitor: Visitor::default(),
    }
}

#[tokio::test]
async fn an_invited_person_comes_in_by_either_link_and_only_once() {
    let stage = Stage::new().await;
    let amara = stage.person("Amara").await;
    let community = stage.cohort("Leading change").await;
    stage.joins(&amara, &community, Role::Facilitator).await;
    let shown = invites(&amara, community.id, "Priya@example.org").await;
    stage.facts_arrive().await;
    let told = facts_after(&stage.db().read(), Cursor::default(), 100).await;
    let job = MailInvitation {
        invitation: shown.seen.invitation.id,
    };
    let (_, mailed) = mint_invitation(stage.db(), &job)
        .await
        .expect("an answer")
        .expect("a letter");
    let look = "query($token: String!) { invitation(token: $token) {
        email role invitedBy link community { name kind } } }";
    let accept = "mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) {
        person { handle } memberships(first: 1) { edges { node { role provenance community { name } } } } } }";
    let with = |token: &Secret| {
        json!({ "input": {
        "token": token.expose(), "name": "Priya Raman", "password": GOOD } })
    };

    let seen = stage
        .stranger_asks(look, json!({ "token": shown.token.expose() }))
        .await;
    let came = stage.stranger_asks(accept, with(&mailed)).await;
    let again = stage.stranger_asks(accept, with(&shown.token)).await;
    let late = mint_invitation(stage.db(), &job).await.expect("an answer");

    let told = told.expect("facts");
    let last = told.last().expect("a fact");
    let invited = last
        .as_event::<PersonInvited>()
        .expect("the log has the invitation");
    assert_eq!(invited.invitation, shown.seen.invitation.id);
    assert_eq!(last.place.community, Some(community.id));
    assert_eq!(
        seen["data"]["invitation"],
        json!({ "email": "priya@example.org", "role": "LEARNER", "invitedBy": "Amara", "link": null,
            "community": { "name": "Leading change", "kind": "COHORT" } }),
    );
    let viewer = &came["data"]["acceptInvitation"];
    assert_eq!(viewer["person"]["handle"], "priya-raman", "{came}");
    assert_eq!(
        viewer["memberships"]["edges"][0]["node"],
        json!({ "role": "LEARNER", "provenance": "INVITATION", "community": { "name": "Leading change" } }),
    );
    assert_eq!(again["errors"][0]["extensions"]["field"], "token");
    assert!(late.is_none());
}

#[tokio::test]
async fn inviting_again_takes_back_the_links_before() {
    let stage = Stage::new().await;
    let amara = stage.person("Amara").await;
    let community = stage.cohort("Leading change").await;
    stage.joins(&amara, &community, Role::Facilitator).await;
    let first = invites(&amara, community.id, "priya@example.org").await;
    let second = invites(&amara, community.id, "priya@example.org").await;
    let (db, hasher) = (stage.db(), &stage.app.hasher);

    let old = accept_invitation(
        db,
        hasher,
        Actor::Anonymous,
        brings(&first.token, "P", GOOD),
    )
    .await;
    stage.clock.advance(chrono::TimeDelta::days(15));
    let late = accept_invitation(
        db,
        hasher,
        Actor::Anonymous,
        brings(&second.token, "P", GOOD),
    )
    .await;

    assert!(matches!(old, Err(Error::Invalid { field: "token", .. })));
    assert!(matches!(late, Err(Error::Invalid { field: "token", .. })));
}

#[tokio::test]
async fn an_account_that_is_somebodys_opens_only_with_its_password() {
    let stage = Stage::new().await;
    let amara = stage.person("Amara").await;
    let community = stage.cohort("Leading change").await;
    stage.joins(&amara, &community, Role::Facilitator).await;
    let password = Some(NewPassword::new(Secret::new(GOOD), &stage.app.hasher));
    let person = NewPerson {
        email: Some("kofi@example.org".to_owned()),
        ..NewPerson::named("Kofi")
    };
    let kofi = stage
        .does(CreatePerson { person, password })
        .await
        .expect("a person");
    let _ines = stage.administrator("Ines").await;
    let to_kofi = invites(&amara, community.id, "kofi@example.org").await;
    let to_ines = invites(&amara, community.id, "ines@example.org").await;
    let (db, hasher) = (stage.db(), &stage.app.hasher);

    let guess = brings(&to_kofi.token, "Mallory", "seven loud herons whistle");
    let guessed = accept_invitation(db, hasher, Actor::Anonymous, guess).await;
    let grab = brings(&to_ines.token, "Mallory", "seven loud herons whistle");
    let grabbed = accept_invitation(db, hasher, Actor::Anonymous, grab).await;
    let own = brings(&to_kofi.token, "Somebody else", GOOD);
    let came = accept_invitation(db, hasher, Actor::Anonymous, own)
        .await
        .expect("a way in");

    assert!(matches!(
        guessed,
        Err(Error::Invalid {
            field: "password",
            ..
        })
    ));
    assert!(
        matches!(grabbed, Err(Error::Conflict { .. })),
        "an account without a password is no prey"
    );
    assert_eq!(
        (came.person.id, came.person.name.as_str()),
        (kofi.id, "Kofi")
    );
    assert!(came.fresh.is_some());
}

#[tokio::test]
async fn who_is_signed_in_joins_as_who_they_are() {
    let stage = Stage::new().await;
    let (amara, mei) = (stage.person("Amara").await, stage.person("Mei").await);
    let community = stage.cohort("Leading change").await;
    stage.joins(&amara, &community, Role::Facilitator).await;
    let invited = invites(&amara, community.id, "mei.at.home@example.org").await;

    let acceptance = brings(&invited.token, "", "");
    let came = accept_invitation(stage.db(), &stage.app.hasher, mei.actor(), acceptance).await;

    let came = came.expect("a way in");
    assert_eq!(came.person.id, mei.record.id);
    assert!(came.fresh.is_none());
    assert_eq!(
        names(
            &amara
                .asks(MEMBERS, json!({ "slug": community.slug, "first": 9 }))
                .await
        ),
        ["Amara", "Mei"]
    );
}

#[tokio::test]
async fn only_the_letter_claims_what_an_archive_kept_for_somebody() {
    let stage = Stage::new().await;
    let amara = stage.person("Amara").await;
    let community = stage.cohort("Facilitation guild").await;
    stage.joins(&amara, &community, Role::Facilitator).await;
    let person = NewPerson {
        email: Some("elise@example.org".to_owned()),
        standing: Standing::Placeholder {
            of: "slack".to_owned(),
        },
        ..NewPerson::named("elise.d")
    };
    let placeholder = stage
        .does(CreatePerson {
            person,
            password: None,
        })
        .await
        .expect("a placeholder");
    let invited = invites(&amara, community.id, "elise@example.org").await;

    let job = MailInvitation {
        invitation: invited.seen.invitation.id,
    };
    let (_, mailed) = mint_invitation(stage.db(), &job)
        .await
        .expect("an answer")
        .expect("a letter");
    let (db, hasher) = (stage.db(), &stage.app.hasher);

    let grab = brings(&invited.token, "Mallory", GOOD);
    let grabbed = accept_invitation(db, hasher, Actor::Anonymous, grab).await;
    let acceptance = brings(&mailed, "Elise Dubois", GOOD);
    let came = accept_invitation(db, hasher, Actor::Anonymous, acceptance).await;

    assert!(
        matches!(grabbed, Err(Error::Conflict { .. })),
        "who invites was shown this link"
    );
    let claimed = came.expect("a way in").person;
    assert_eq!(claimed.id, placeholder.id);
    assert_eq!(
        (claimed.name.as_str(), claimed.placeholder_of),
        ("Elise Dubois", None)
    );
}

#[tokio::test]
async fn an_invitation_ends_with_the_role_of_who_made_it() {
    let stage = Stage::new().await;
    let (amara, kofi) = (stage.person("Amara").await, stage.person("Kofi").await);
    let elise = stage.person("Elise").await;
    let community = stage.cohort("Leading change").await;
    for facilitator in [&amara, &kofi, &elise] {
        stage
            .joins(facilitator, &community, Role::Facilitator)
            .await;
    }
    let kept = invites(&amara, community.id, "a@example.org").await;
    let of_kofi = invites(&kofi, community.id, "k@example.org").await;
    let of_elise = invites(&elise, community.id, "e@example.org").await;
    let conn = stage.db().read();
    let mut of = Vec::new();
    for person in [&kofi, &elise] {
        let memberships = memberships_of(&conn, person.record.id).await;
        of.push(memberships.expect("memberships").remove(0).id);
    }

    let remove = RemoveMember { membership: of[0] };
    amara.does(remove).await.expect("Kofi is out");
    let demote = ChangeRole {
        membership: of[1],
        role: Role::Learner,
    };
    amara.does(demote).await.expect("Elise leads no more");
    let (db, hasher) = (stage.db(), &stage.app.hasher);
    let back = brings(&of_kofi.token, "", "");
    let back = accept_invitation(db, hasher, kofi.actor(), back).await;
    let up = brings(&of_elise.token, "P", GOOD);
    let up = accept_invitation(db, hasher, Actor::Anonymous, up).await;
    let came = brings(&kept.token, "Priya", GOOD);
    let came = accept_invitation(db, hasher, Actor::Anonymous, came).await;

    assert!(matches!(back, Err(Error::Invalid { field: "token", .. })));
    assert!(matches!(up, Err(Error::Invalid { field: "token", .. })));
    assert!(came.is_ok(), "who still leads is taken at their word");
}
