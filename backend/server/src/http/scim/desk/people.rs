//! `/scim/v2/Users`
use super::super::answer::{Answered, empty};
use super::Desk;
use ::scim::{AddPerson, Change, ChangePerson, DropPerson, person_by_id};
use kernel::Actor;
use poem::http::StatusCode;
use serde_json::Value;

pub async fn list(desk: &Desk<'_>) -> Answered {
    let asked = desk.asked()?;
    let found = ::scim::people(&desk.db.read(), &asked).await?;
    desk.listed(&asked, found)
}

pub async fn show(desk: &Desk<'_>, id: &str) -> Answered {
    desk.read(&person_by_id(&desk.db.read(), id).await?)
}

pub async fn add(desk: &Desk<'_>, resource: Value) -> Answered {
    let token = desk.token;
    let add = AddPerson { token, resource };
    desk.created(&desk.db.write(Actor::System, add).await?)
}

pub async fn change(desk: &Desk<'_>, id: &str, change: Change) -> Answered {
    let change = ChangePerson {
        token: desk.token,
        id: id.to_owned(),
        change,
        seen: desk.seen(),
    };
    let kept = desk.db.write(Actor::System, change).await?;
    desk.resource(StatusCode::OK, &kept)
}

pub async fn let_go(desk: &Desk<'_>, id: &str) -> Answered {
    let drop = DropPerson {
        token: desk.token,
        id: id.to_owned(),
        seen: desk.seen(),
    };
    desk.db.write(Actor::System, drop).await?;
    Ok(empty(StatusCode::NO_CONTENT))
}
