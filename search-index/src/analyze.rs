//! From text to words: where they stand, what they are in folded form, and what their stem is.
//!
//! Scripts with spaces give words. Scripts without give overlapping pairs of letters, and a single for
//! the last letter of a run, so that a search for one letter finds it wherever it stands.

use tantivy::tokenizer::{Language, RawTokenizer, Stemmer, TextAnalyzer};
use whatlang::{Lang, Script};

use crate::fold::{fold_char, folded, is_letter, is_unsegmented};

/// Longer words are cut: nobody types them, and they are keys or noise.
const WORD_BYTES_MAX: usize = 64;
/// As much of a text as language detection needs to be sure.
const DETECT_CHARS: usize = 320;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Folded.
    pub text: String,
    /// Bytes in the text it was read from.
    pub from: usize,
    pub to: usize,
    pub position: usize,
    pub shape: Shape,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Word,
    /// Two neighbouring letters of a script without spaces.
    Pair,
    /// The last letter of a run of such a script.
    Last,
}

/// Every word of a text in its order.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut out = Vec::with_capacity(text.len() / 6);
    let mut position = 0;
    let mut rest = text.char_indices().peekable();
    while let Some((from, c)) = rest.next() {
        if is_unsegmented(c) {
            let mut letters = vec![(from, c)];
            while let Some(next) = rest.next_if(|(_, c)| is_unsegmented(*c)) {
                letters.push(next);
            }
            position = push_pairs(&letters, position, &mut out);
        } else if is_letter(c) {
            let mut word = String::new();
            fold_char(c, &mut word);
            let mut to = from + c.len_utf8();
            while let Some((at, c)) = rest.next_if(|(_, c)| is_letter(*c) && !is_unsegmented(*c)) {
                fold_char(c, &mut word);
                to = at + c.len_utf8();
            }
            if !word.is_empty() {
                cut(&mut word);
                out.push(Word {
                    text: word,
                    from,
                    to,
                    position,
                    shape: Shape::Word,
                });
                position += 1;
            }
        }
    }
    out
}

fn push_pairs(letters: &[(usize, char)], first: usize, out: &mut Vec<Word>) -> usize {
    for (i, (from, c)) in letters.iter().enumerate() {
        let mut text = String::with_capacity(6);
        fold_char(*c, &mut text);
        let next = letters.get(i + 1);
        let (last, shape) = match next {
            Some((at, c)) => {
                fold_char(*c, &mut text);
                (at + c.len_utf8(), Shape::Pair)
            }
            None => (from + c.len_utf8(), Shape::Last),
        };
        out.push(Word {
            text,
            from: *from,
            to: last,
            position: first + i,
            shape,
        });
    }
    first + letters.len()
}

fn cut(word: &mut String) {
    if word.len() > WORD_BYTES_MAX {
        let end = (0..=WORD_BYTES_MAX)
            .rev()
            .find(|i| word.is_char_boundary(*i));
        word.truncate(end.unwrap_or(0));
    }
}

/// A language that has a stemmer.
#[derive(Debug)]
pub(crate) struct Tongue {
    /// Stands before each stem in the index, so that stems of two languages never meet.
    pub code: &'static str,
    lang: Lang,
    language: Language,
}

const fn tongue(code: &'static str, lang: Lang, language: Language) -> Tongue {
    Tongue {
        code,
        lang,
        language,
    }
}

pub(crate) static TONGUES: [Tongue; 18] = [
    tongue("ar", Lang::Ara, Language::Arabic),
    tongue("da", Lang::Dan, Language::Danish),
    tongue("de", Lang::Deu, Language::German),
    tongue("el", Lang::Ell, Language::Greek),
    tongue("en", Lang::Eng, Language::English),
    tongue("es", Lang::Spa, Language::Spanish),
    tongue("fi", Lang::Fin, Language::Finnish),
    tongue("fr", Lang::Fra, Language::French),
    tongue("hu", Lang::Hun, Language::Hungarian),
    tongue("it", Lang::Ita, Language::Italian),
    tongue("nb", Lang::Nob, Language::Norwegian),
    tongue("nl", Lang::Nld, Language::Dutch),
    tongue("pt", Lang::Por, Language::Portuguese),
    tongue("ro", Lang::Ron, Language::Romanian),
    tongue("ru", Lang::Rus, Language::Russian),
    tongue("sv", Lang::Swe, Language::Swedish),
    tongue("ta", Lang::Tam, Language::Tamil),
    tongue("tr", Lang::Tur, Language::Turkish),
];

impl Tongue {
    pub fn coded(code: &str) -> Option<usize> {
        TONGUES.iter().position(|t| t.code == code)
    }

    /// Some stemmers take away what stands before the stem, not only what follows it.
    pub fn stems_keep_their_start(&self) -> bool {
        self.language != Language::Arabic
    }
}

/// The languages a text is stemmed in, as places in [`TONGUES`].
///
/// A text too short to be sure of is stemmed in the likeliest language, and in English too when it is
/// written in Latin letters: a word more in the index costs less than a post that is not found.
pub(crate) fn tongues_of(text: &str) -> Vec<usize> {
    let end = text
        .char_indices()
        .nth(DETECT_CHARS)
        .map_or(text.len(), |(at, _)| at);
    let Some(info) = whatlang::detect(&text[..end]) else {
        return Vec::new();
    };
    let likeliest = TONGUES.iter().position(|t| t.lang == info.lang());
    let mut found: Vec<usize> = likeliest.into_iter().collect();
    if !info.is_reliable() && info.script() == Script::Latin {
        found.extend(Tongue::coded("en").filter(|english| likeliest != Some(*english)));
    }
    found
}

/// The stemmers in use. Making one is cheap, using one needs it for oneself.
#[derive(Default)]
pub(crate) struct Stemmers {
    analyzers: [Option<TextAnalyzer>; TONGUES.len()],
    lowered: String,
}

impl Stemmers {
    /// The stem of a word as it stands in the index, with its language before it. The stemmers know
    /// accents, so `written` is the word as it was written; the stem is folded.
    pub fn stem(&mut self, tongue: usize, written: &str) -> String {
        let Tongue { code, language, .. } = TONGUES[tongue];
        let analyzer = self.analyzers[tongue].get_or_insert_with(|| {
            TextAnalyzer::builder(RawTokenizer::default())
                .filter(Stemmer::new(language))
                .build()
        });
        self.lowered.clear();
        self.lowered
            .extend(written.chars().flat_map(char::to_lowercase));
        let mut stem = String::with_capacity(code.len() + 1 + written.len());
        stem.push_str(code);
        stem.push(':');
        let mut stream = analyzer.token_stream(&self.lowered);
        if stream.advance() {
            stream
                .token()
                .text
                .chars()
                .for_each(|c| fold_char(c, &mut stem));
        } else {
            stem.push_str(&folded(&self.lowered));
        }
        stem
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        words(text).into_iter().map(|w| w.text).collect()
    }

    #[test]
    fn words_are_folded_and_know_where_they_stand() {
        let text = "Größe, l’Élève!";
        let found = words(text);
        assert_eq!(texts(text), ["grosse", "l", "eleve"]);
        assert_eq!(&text[found[2].from..found[2].to], "Élève");
        assert_eq!(found[2].position, 2);
    }

    #[test]
    fn scripts_without_spaces_become_pairs_and_a_last_letter() {
        assert_eq!(texts("研修講師 Go"), ["研修", "修講", "講師", "師", "go"]);
        assert_eq!(words("研修講師 Go").last().map(|w| w.position), Some(4));
        assert_eq!(texts("山"), ["山"]);
    }

    #[test]
    fn a_word_without_end_is_cut_at_a_letter() {
        let word = texts(&"é".repeat(100_000)).remove(0);
        assert_eq!(word, "e".repeat(WORD_BYTES_MAX));
        assert!(texts(&"щ".repeat(99))[0].len() <= WORD_BYTES_MAX);
    }

    #[test]
    fn a_stem_is_told_with_its_language_and_without_accents() {
        let mut stemmers = Stemmers::default();
        let mut stem = |code, word| stemmers.stem(Tongue::coded(code).expect("known"), word);
        assert_eq!(stem("en", "Learners"), "en:learner");
        assert_eq!(stem("de", "Häuser"), stem("de", "Haus"));
        assert_eq!(stem("fr", "animée"), stem("fr", "animés"));
    }

    #[test]
    fn the_language_of_a_text_is_found() {
        let code = |text: &str| tongues_of(text).first().map(|t| TONGUES[*t].code);
        assert_eq!(
            code("How do you get the quiet people in a session to speak up?"),
            Some("en")
        );
        assert_eq!(
            code("Wie bringt ihr die stillen Teilnehmer einer Schulung zum Reden?"),
            Some("de")
        );
        assert_eq!(
            code("Comment faire parler les personnes silencieuses pendant une formation ?"),
            Some("fr")
        );
        assert_eq!(
            code("Как разговорить тихих участников на занятии?"),
            Some("ru")
        );
        assert_eq!(
            tongues_of("研修の講師はどうすればいいですか"),
            Vec::<usize>::new()
        );
    }
}
