//! HTML bodies to Markdown, so that they can be edited here.
use htmd::HtmlToMarkdown;
use htmd::options::{BulletListMarker, LinkStyle, Options};
use std::cell::OnceCell;

/// Elements open at once, at most: the converter calls itself for each. Deeper HTML is taken as its
/// plain text.
const DEPTH_MAX: usize = 100;

/// The Markdown of an HTML body. HTML that cannot be converted becomes its plain text.
pub(crate) fn to_markdown(html: &str) -> String {
    thread_local! {
        static CONVERTER: OnceCell<HtmlToMarkdown> = const { OnceCell::new() };
    }
    if is_deep(html) {
        return kernel::strip_markup(html);
    }
    CONVERTER
        .with(|converter| converter.get_or_init(converter_of_ours).convert(html))
        .unwrap_or_else(|_| kernel::strip_markup(html))
}

fn converter_of_ours() -> HtmlToMarkdown {
    HtmlToMarkdown::builder()
        .options(Options {
            bullet_list_marker: BulletListMarker::Dash,
            ul_bullet_spacing: 1,
            ol_number_spacing: 1,
            link_style: LinkStyle::InlinedPreferAutolinks,
            preformatted_code: true,
            ..Options::default()
        })
        .skip_tags(vec!["script", "style"])
        .build()
}

/// Whether more elements may be open at once than the converter should follow. A closing tag counts
/// only for the element opened last, so that HTML out of order is thought deeper than it is, never
/// flatter.
fn is_deep(html: &str) -> bool {
    // These need no closing; paragraphs do not nest.
    const NEVER_OPEN: [&str; 4] = ["br", "hr", "img", "p"];
    let mut open = Vec::new();
    for tag in html.split('<').skip(1) {
        let closes = tag.starts_with('/');
        let name = tag
            .trim_start_matches('/')
            .split(|c: char| !c.is_ascii_alphanumeric())
            .next()
            .unwrap_or_default();
        if name.is_empty() || NEVER_OPEN.contains(&name) {
            continue;
        }
        if !closes {
            open.push(name);
        } else if open.last() == Some(&name) {
            open.pop();
        }
        if open.len() > DEPTH_MAX {
            return true;
        }
    }
    false
}
