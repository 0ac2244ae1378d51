//! `/scim/v2/Groups`
use super::super::answer::{Answered, Refused, empty};
use super::{Desk, tag};
use ::scim::{
    AddGroup, Change, ChangeGroup, DropGroup, Kept, KeptGroup, Members, Projection, group_by_id,
};
use kernel::Actor;
use poem::http::StatusCode;
use serde_json::Value;

pub async fn list(desk: &Desk<'_>) -> Answered {
    let asked = desk.asked()?;
    let found = ::scim::groups(&desk.db.read(), &asked).await?;
    desk.listed(&asked, found)
}

pub async fn show(desk: &Desk<'_>, id: &str) -> Answered {
    let members = match desk.projection()?.wants("members") {
        true => Members::Shown,
        false => Members::LeftOut,
    };
    desk.read(&group_by_id(&desk.db.read(), id, members).await?)
}

pub async fn add(desk: &Desk<'_>, resource: Value) -> Answered {
    let token = desk.token;
    let add = AddGroup { token, resource };
    desk.created(&desk.db.write(Actor::System, add).await?)
}

pub async fn write(desk: &Desk<'_>, id: &str, whole: Value) -> Answered {
    let kept = change(desk, id, Change::Whole(whole)).await?;
    desk.resource(StatusCode::OK, &kept)
}

/// A group may be of thousands, of whom somebody changes one: it is answered with nothing but its version, unless they
/// say what they want to read.
pub async fn patch(desk: &Desk<'_>, id: &str, request: Value) -> Answered {
    let wanted = desk.projection()?;
    let kept = change(desk, id, Change::Patch(request)).await?;
    if wanted != Projection::Whole {
        return desk.resource(StatusCode::OK, &kept);
    }
    let mut done = empty(StatusCode::NO_CONTENT);
    tag(&mut done, &kept.version());
    Ok(done)
}

async fn change(desk: &Desk<'_>, id: &str, change: Change) -> Result<KeptGroup, Refused> {
    let change = ChangeGroup {
        token: desk.token,
        id: id.to_owned(),
        change,
        seen: desk.seen(),
    };
    Ok(desk.db.write(Actor::System, change).await?)
}

pub async fn let_go(desk: &Desk<'_>, id: &str) -> Answered {
    let drop = DropGroup {
        token: desk.token,
        id: id.to_owned(),
        seen: desk.seen(),
    };
    desk.db.write(Actor::System, drop).await?;
    Ok(empty(StatusCode::NO_CONTENT))
}
