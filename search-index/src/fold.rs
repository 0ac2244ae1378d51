//! Making letters comparable: case, accents, width and ligatures no longer matter.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Brings text into the one form that everything here expects: a letter and its marks are one.
pub(crate) fn composed(text: &str) -> String {
    if text.is_ascii() {
        text.to_owned()
    } else if text.contains(|c| matches!(c, '\u{FF66}'..='\u{FF9F}')) {
        // Katakana of half width has its marks beside it, and only joins them in full width.
        text.nfkc().collect()
    } else {
        text.nfc().collect()
    }
}

/// Appends what is left of a letter when its case, accent and width are taken away.
pub(crate) fn fold_char(c: char, into: &mut String) {
    if c.is_ascii() {
        into.push(c.to_ascii_lowercase());
        return;
    }
    if is_joiner(c) {
        return;
    }
    let bare = std::iter::once(c).nfkd().filter(|c| !is_accent(*c)).nfc();
    for letter in bare.flat_map(char::to_lowercase) {
        match letter {
            'ß' => into.push_str("ss"),
            'æ' => into.push_str("ae"),
            'œ' => into.push_str("oe"),
            'þ' => into.push_str("th"),
            'ø' => into.push('o'),
            'đ' | 'ð' => into.push('d'),
            'ł' => into.push('l'),
            'ı' => into.push('i'),
            'ς' => into.push('σ'),
            // Arabic writers use these two pairs interchangeably at the end of a word.
            'ى' => into.push('ي'),
            'ة' => into.push('ه'),
            'ـ' => {}
            other => into.push(other),
        }
    }
}

pub(crate) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| fold_char(c, &mut out));
    out
}

/// Is this part of a word that is written with spaces around it?
pub(crate) fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || is_joiner(c)
}

/// Is this from a script that writes no spaces between words?
pub(crate) fn is_unsegmented(c: char) -> bool {
    matches!(c,
        '\u{0E00}'..='\u{0EFF}'     // Thai, Lao
        | '\u{1000}'..='\u{109F}'   // Myanmar
        | '\u{1780}'..='\u{17FF}'   // Khmer
        | '\u{3005}'..='\u{3007}'
        | '\u{3040}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{AC00}'..='\u{D7AF}'   // Hangul: spaced, but with particles grown onto the words
        | '\u{FF66}'..='\u{FF9F}'
        | '\u{20000}'..='\u{3FFFF}')
        && (c.is_alphanumeric() || is_combining_mark(c))
}

/// Invisible characters that stand inside words: soft hyphen, joiners.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200C}' | '\u{200D}' | '\u{2060}')
}

/// Marks that writers leave out at will. Vowel signs of Indic scripts are not among them.
fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036F}' | '\u{0591}'..='\u{05C7}' | '\u{064B}'..='\u{065F}' | '\u{0670}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_ligatures_do_not_matter() {
        assert_eq!(
            folded("Élise Straße CŒUR Łódź Ærø"),
            "elise strasse coeur lodz aero"
        );
        assert_eq!(folded(&composed("ＦＵＬＬ ｶﾞｲﾄﾞ")), folded("full ガイド"));
        assert_eq!(folded("مُدَرِّس"), folded("مدرس"));
        assert_eq!(folded("İstanbul"), "istanbul");
    }

    #[test]
    fn signs_that_carry_meaning_stay() {
        assert_eq!(folded("が"), "が");
        assert_ne!(folded("कि"), folded("की"));
        assert_eq!(folded("한국"), "한국");
    }
}
