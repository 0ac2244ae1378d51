//! Whether words carry a link. Pure.
//!
//! A letter goes in our name to somebody who did not ask for it, so it carries no link but ours. Mail
//! programs make a link of whatever looks like one: what they would make one of counts.

/// Stops that browsers and mail programs read as a dot.
const DOTS: [char; 4] = ['.', '\u{3002}', '\u{ff0e}', '\u{ff61}'];
/// Signs that nobody sees and that could stand inside a link.
const UNSEEN: [char; 6] = [
    '\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}',
];

/// Whether there is an address of the web or of mail in it: a scheme, or a dot right after a letter or
/// digit and right before two letters. `e.g.` and `z.B.` are none.
pub(crate) fn carries_link(text: &str) -> bool {
    let seen: Vec<char> = text
        .to_lowercase()
        .chars()
        .filter(|c| !UNSEEN.contains(c))
        .collect();
    let plain: String = seen.iter().collect();
    let names_host = seen.windows(4).any(|near| {
        let [before, dot, first, second] = near else {
            return false;
        };
        before.is_alphanumeric()
            && DOTS.contains(dot)
            && first.is_alphanumeric()
            && second.is_alphanumeric()
            && !(first.is_numeric() && second.is_numeric())
    });
    names_host
        || ["://", "www.", "mailto:"]
            .iter()
            .any(|it| plain.contains(it))
}

#[cfg(test)]
mod tests {
    use super::carries_link;
    use proptest::prelude::*;

    #[test]
    fn what_a_mail_program_makes_a_link_of_is_one() {
        for link in [
            "see https://evil.example",
            "evil.example/login",
            "Sign in at EVIL.EXAMPLE",
            "evil\u{200b}.\u{200b}example",
            "evil\u{3002}example",
            "noor@evil.example",
            "Noor,bank.example",
            "m\u{fc}nchen.de",
            "mailto:noor",
            "xn--a.xn--b",
        ] {
            assert!(carries_link(link), "{link}");
        }
    }

    #[test]
    fn sentences_and_short_forms_are_none() {
        for words in [
            "How do you begin? I never know. And then?",
            "e.g. the first talk, i.e. the one before",
            "z.B. mit dem Team, d.h. mit allen",
            "Dr. Noor J. R. Example",
            "It took 1.25 hours and 3.5 days ...",
            "",
        ] {
            assert!(!carries_link(words), "{words}");
        }
    }

    proptest! {
        #[test]
        fn a_host_is_found_wherever_it_stands(
            before in "[a-z !?]{0,20}", host in "[a-z0-9]{1,9}\\.[a-z]{2,9}", after in "[ /?#a-z]{0,20}"
        ) {
            let words = format!("{before}{host}{after}");
            prop_assert!(carries_link(&words), "{words}");
        }
    }
}
