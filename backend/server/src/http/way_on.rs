//! Where a browser goes on after it came from a provider: always a path of ours. Pure.
use form_urlencoded::{Serializer, parse};
use sso::{Landed, Outcome, Purpose, Refused};

/// The path on which who landed goes on.
pub fn way_on(landed: &Landed, slug: &str) -> String {
    match &landed.outcome {
        Ok(Outcome::Tested(test)) => with("/admin/sso", &[("test", &test.to_string())]),
        Ok(Outcome::Linked) if landed.next == "/" => {
            with("/settings/security", &[("linked", slug)])
        }
        Ok(_) => landed.next.clone(),
        Err(refusal) => refused(refusal.refused, (landed.purpose, slug), &landed.next),
    }
}

/// The path of the page that says why somebody did not come in.
pub fn refused(refused: Refused, (purpose, slug): (Purpose, &str), next: &str) -> String {
    let code = refused.code();
    let known = [("refused", code), ("provider", slug)];
    match purpose {
        Purpose::Link | Purpose::StepUp => with("/settings/security", &known),
        Purpose::SignIn | Purpose::Test if next == "/" => with("/signin", &known),
        Purpose::SignIn | Purpose::Test => with("/signin", &[known[0], known[1], ("next", next)]),
    }
}

/// The token in a form by which a provider tells of an end.
pub fn logout_token_in(form: &[u8]) -> Option<String> {
    parse(form)
        .find(|(name, _)| name == "logout_token")
        .map(|(_, token)| token.into_owned())
}

fn with(path: &str, query: &[(&str, &str)]) -> String {
    let query = Serializer::new(String::new()).extend_pairs(query).finish();
    format!("{path}?{query}")
}
