//! Text to safe HTML: what people write looks as they meant it, and harms nobody.
use kernel::{Mentions, render, strip_markup};
use proptest::prelude::*;

fn html(body: &str) -> String {
    render(body, &Mentions::new()).expect("it renders").html
}

#[test]
fn the_usual_forms_are_shown() {
    let shown = html(
        "# Title\n\n- [x] done\n- [ ] open\n\n| a | b |\n|---|---|\n| 1 | ~~2~~ |\n\nSee[^1].\n\n[^1]: A note.",
    );

    for part in [
        "<h3>Title</h3>",
        "☑ done",
        "☐ open",
        "<td>1</td>",
        "<del>2</del>",
        "footnote-reference",
    ] {
        assert!(shown.contains(part), "{part} is missing in {shown}");
    }
}

#[test]
fn without_markup_words_stay_whole_and_blocks_apart() {
    let shown =
        html("A *foot*note, **well**, `c<d` & more.\n\n- one\n- two\n\n| a | b |\n|---|---|");

    assert_eq!(
        strip_markup(&shown),
        "A footnote, well, c<d & more. one two a b"
    );
}

#[test]
fn addresses_ids_and_emoji_become_what_they_stand_for() {
    let id = "thread_01h455vb4pex5vsknk084sn02q";
    let shown = html(&format!(
        "See https://example.org/a_b, {id} and :tada:, not `:tada:` or 10:30:45."
    ));

    assert!(
        shown.contains(r#"href="https://example.org/a_b""#),
        "{shown}"
    );
    assert!(shown.contains(&format!(r#"href="/go/{id}""#)), "{shown}");
    assert!(
        shown.contains("🎉, not <code>:tada:</code>") && shown.contains("10:30:45"),
        "{shown}"
    );
}

#[test]
fn pictures_from_elsewhere_become_links() {
    let shown = html("![a cat](https://example.org/cat.png) ![mine](/files/file_1/x)");

    assert!(
        shown.contains(r#"<a href="https://example.org/cat.png""#),
        "{shown}"
    );
    assert!(
        shown.contains(r#"<img src="/files/file_1/x" alt="mine">"#),
        "{shown}"
    );
}

#[test]
fn nothing_that_a_browser_would_run_comes_through() {
    let attacks = [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "![x](/files/\"onerror=\"alert(1))",
        "<a href=\"java\nscript:alert(1)\">x</a>",
        "```html\n<script>alert(1)</script>\n```",
        "[x]: javascript:alert(1)\n[x]",
        "<iframe srcdoc='<script>alert(1)</script>'>",
        "<math><mtext></mtext><style><!--</style><img src onerror=alert(1)>",
    ];
    for attack in attacks {
        let shown = html(attack).to_lowercase();
        for danger in [
            "<script",
            "<img src=\"x",
            "<svg",
            "<style",
            "<iframe",
            "<math",
            "href=\"javascript",
            "href=\"data:",
        ] {
            assert!(!shown.contains(danger), "{danger} came through in {shown}");
        }
        let tags: Vec<&str> = shown
            .split('<')
            .skip(1)
            .filter_map(|rest| rest.split('>').next())
            .collect();
        assert!(
            tags.iter().all(|tag| !tag.contains(" on")),
            "a handler came through in {shown}"
        );
    }
}

#[test]
fn deep_nesting_costs_no_more_than_its_length() {
    for deep in [
        "- ".repeat(8_000),
        ">".repeat(30_000) + "a*a*",
        "[".repeat(30_000),
        "*a_ ".repeat(8_000),
    ] {
        let shown = html(&deep);
        let depth = shown
            .split('<')
            .filter(|tag| tag.starts_with("ul") || tag.starts_with("blockquote"))
            .count();
        assert!(depth <= 32, "{depth} levels were shown");
    }
}

proptest! {
    #[test]
    fn whatever_is_typed_renders_to_known_tags_only(body in "[\\PC\n<>\"'`*_\\[\\]()#@:|!-]{0,400}") {
        const TAGS: [&str; 27] = [
            "a", "p", "br", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li",
            "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "hr", "sup", "div",
            "img", "",
        ];
        let shown = html(&body);
        for tag in shown.split('<').skip(1) {
            let name: String =
                tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
            prop_assert!(TAGS.contains(&name.as_str()), "<{tag} in {shown}");
        }
    }
}
