//! In which language a text is written, told by the small words that every sentence has.
//!
//! Trigram detection is unsure of short texts and costs more than all else of indexing. It is asked
//! only where the small words do not decide.

use std::collections::HashMap;
use std::sync::LazyLock;

use tantivy::tokenizer::Language;
use whatlang::{Lang, Script};

use crate::words::Words;

/// As much of a text is looked at.
const BYTES_READ: usize = 800;
const CHARS_READ_CLOSELY: usize = 160;
/// With so many small words of one language more than of any other, it is that one.
const CLEAR_LEAD: u32 = 2;
/// No small word is longer, in bytes.
const SMALL_BYTES_MAX: usize = 16;

/// A language that has a stemmer.
#[derive(Debug)]
pub(crate) struct Tongue {
    /// Stands before each stem in the index, so that stems of two languages never meet.
    pub code: &'static str,
    pub language: Language,
    lang: Lang,
    /// Folded.
    small_words: &'static str,
}

const fn tongue(
    code: &'static str,
    (lang, language): (Lang, Language),
    small_words: &'static str,
) -> Tongue {
    Tongue {
        code,
        language,
        lang,
        small_words,
    }
}

pub(crate) static TONGUES: [Tongue; 18] = [
    tongue("ar", (Lang::Ara, Language::Arabic), ""),
    tongue(
        "da",
        (Lang::Dan, Language::Danish),
        "og at det er en til pa som med af ikke jeg har den de vi et mig hvad blev meget",
    ),
    tongue(
        "de",
        (Lang::Deu, Language::German),
        "der die und das ist nicht ich ein eine mit zu den auf fur wie es sich auch wir sie von dem im wird als was war danke",
    ),
    tongue("el", (Lang::Ell, Language::Greek), ""),
    tongue(
        "en",
        (Lang::Eng, Language::English),
        "the and of to in is that it for you was with are this have not be on what how do we they at or my can if about there any who when thanks",
    ),
    tongue(
        "es",
        (Lang::Spa, Language::Spanish),
        "el los las y que en una por con para es se lo como del mas pero de la un no gracias su",
    ),
    tongue(
        "fi",
        (Lang::Fin, Language::Finnish),
        "ja on ei se etta oli han mutta kun ovat myos niin joka tai mita miten kiitos ole",
    ),
    tongue(
        "fr",
        (Lang::Fra, Language::French),
        "le la les et des est une un dans que pour qui pas sur avec ce il vous nous du au de je en comment merci",
    ),
    tongue(
        "hu",
        (Lang::Hun, Language::Hungarian),
        "a az es hogy nem is egy van meg de ez volt csak mint mi koszonom",
    ),
    tongue(
        "it",
        (Lang::Ita, Language::Italian),
        "il gli che di e per una con non sono della nel alla piu come anche ma un la le i si grazie del",
    ),
    tongue(
        "nb",
        (Lang::Nob, Language::Norwegian),
        "og at det er en til pa som med av ikke jeg har den de vi et meg hva ble mye",
    ),
    tongue(
        "nl",
        (Lang::Nld, Language::Dutch),
        "de het een van en is dat niet ik op te zijn voor met die aan wat er hoe in we maar om bedankt",
    ),
    tongue(
        "pt",
        (Lang::Por, Language::Portuguese),
        "o os as que e um uma para com nao do da em por mais se como dos a de ao obrigado",
    ),
    tongue(
        "ro",
        (Lang::Ron, Language::Romanian),
        "si in de la cu pe nu este sa care un o din mai pentru am multumesc ca",
    ),
    tongue(
        "ru",
        (Lang::Rus, Language::Russian),
        "и в не на что с по это как к у из за от но для я мы вы они все он она",
    ),
    tongue(
        "sv",
        (Lang::Swe, Language::Swedish),
        "och att det som en pa ar av for med inte jag har till den ett vi om hur vad tack de",
    ),
    tongue("ta", (Lang::Tam, Language::Tamil), ""),
    tongue(
        "tr",
        (Lang::Tur, Language::Turkish),
        "ve bir bu icin ile da de ne cok var degil daha ben mi gibi nasil tesekkurler",
    ),
];

/// The languages of each small word, a bit for each.
static SMALL_WORDS: LazyLock<HashMap<&str, u32>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for (place, tongue) in TONGUES.iter().enumerate() {
        for word in tongue
            .small_words
            .split(' ')
            .filter(|word| !word.is_empty())
        {
            *words.entry(word).or_default() |= 1 << place;
        }
    }
    words
});

/// Languages, as places in [`TONGUES`], as a bit for each.
pub(crate) fn bits_of(tongues: &[usize]) -> u32 {
    tongues.iter().fold(0, |bits, place| bits | 1 << place)
}

/// The languages of such bits.
pub(crate) fn tongues_in(bits: u32) -> Vec<usize> {
    let places = 0..TONGUES.len();
    places.filter(|place| bits >> place & 1 == 1).collect()
}

/// Is this folded word a small word of any of these languages?
pub(crate) fn is_small(word: &str, tongues: &[usize]) -> bool {
    let of = SMALL_WORDS.get(word).copied().unwrap_or(0);
    tongues.iter().any(|tongue| of >> tongue & 1 == 1)
}

impl Tongue {
    pub fn coded(code: &str) -> Option<usize> {
        TONGUES.iter().position(|t| t.code == code)
    }

    /// Does it write compounds as one word?
    pub fn has_compounds(&self) -> bool {
        use Language::{Danish, Dutch, Finnish, German, Hungarian, Norwegian, Swedish};
        let compounding = [
            Danish, Dutch, Finnish, German, Hungarian, Norwegian, Swedish,
        ];
        compounding.contains(&self.language)
    }

    /// Some stemmers take away what stands before the stem, not only what follows it.
    pub fn stems_keep_their_start(&self) -> bool {
        self.language != Language::Arabic
    }
}

/// The languages of a document, as places in [`TONGUES`]: of the beginning of its text, and of its end
/// and its title where these are clearly in another.
pub(crate) fn tongues_of_all(body: &str, title: &str) -> Vec<usize> {
    let (main, beside) = match body.is_empty() {
        true => (title, ""),
        false => (body, title),
    };
    let mut found = tongues_of(main);
    let end = match main.len() > 2 * BYTES_READ {
        true => &main[main.ceil_char_boundary(main.len() - BYTES_READ)..],
        false => "",
    };
    for other in [end, beside].into_iter().filter_map(by_small_words) {
        if !found.contains(&other) {
            found.push(other);
        }
    }
    found
}

/// The languages a text is stemmed in, as places in [`TONGUES`].
///
/// A text too short to be sure of is stemmed in the likeliest language, and in English too when it is
/// written in Latin letters: a word more in the index costs less than a post that is not found.
fn tongues_of(text: &str) -> Vec<usize> {
    let text = &text[..text.floor_char_boundary(BYTES_READ)];
    by_small_words(text).map_or_else(|| by_trigrams(text), |tongue| vec![tongue])
}

fn by_small_words(text: &str) -> Option<usize> {
    let mut counts = [0_u32; TONGUES.len()];
    let (mut rest, mut word) = (Words::of(text), String::new());
    while rest.next_into(&mut word).is_some() {
        let mut languages = match word.len() {
            ..=SMALL_BYTES_MAX => SMALL_WORDS.get(word.as_str()).copied().unwrap_or(0),
            _ => 0,
        };
        while languages != 0 {
            counts[languages.trailing_zeros() as usize] += 1;
            languages &= languages - 1;
        }
    }
    let best = (0..counts.len()).max_by_key(|place| counts[*place])?;
    let others = (0..counts.len()).filter(|place| *place != best);
    let second = others.map(|place| counts[place]).max().unwrap_or(0);
    (counts[best] >= second * 5 / 4 + CLEAR_LEAD).then_some(best)
}

fn by_trigrams(text: &str) -> Vec<usize> {
    let end = text
        .char_indices()
        .nth(CHARS_READ_CLOSELY)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Option<&'static str> {
        tongues_of(text).first().map(|place| TONGUES[*place].code)
    }

    #[test]
    fn the_language_of_a_text_is_found() {
        for (text, expected) in [
            (
                "How do you get the quiet people in a session to speak up?",
                "en",
            ),
            (
                "Wie bringt ihr die stillen Teilnehmer einer Schulung zum Reden?",
                "de",
            ),
            (
                "Comment faire parler les personnes silencieuses pendant une formation ?",
                "fr",
            ),
            (
                "¿Cómo se consigue que los participantes callados hablen en el grupo?",
                "es",
            ),
            (
                "Hvordan får du de stille deltakerne til å snakke i en stor gruppe?",
                "nb",
            ),
            ("Как разговорить тихих участников на занятии?", "ru"),
            ("Πώς κάνετε τους ήσυχους συμμετέχοντες να μιλήσουν;", "el"),
        ] {
            assert_eq!(code(text), Some(expected), "{text}");
        }
        assert_eq!(code("研修の講師はどうすればいいですか"), None);
        assert_eq!(code(""), None);
    }

    #[test]
    fn a_document_in_two_languages_is_stemmed_in_both() {
        let codes = |body: &str, title: &str| -> Vec<_> {
            let places = tongues_of_all(body, title).into_iter();
            places.map(|place| TONGUES[place].code).collect()
        };
        let german = "Das ist eine Frage, die wir uns nach der Schulung auch gestellt haben. ";
        let english = "This is what we have asked ourselves after the session. ";
        assert_eq!(
            codes(german, "What do you do with the quiet ones?"),
            ["de", "en"]
        );
        assert_eq!(
            codes(&(german.repeat(20) + &english.repeat(20)), ""),
            ["de", "en"]
        );
        assert_eq!(codes(german, "Eine Frage an alle, die leiten"), ["de"]);
    }

    #[test]
    fn a_short_text_is_told_by_its_small_words() {
        assert_eq!(code("What about energizers?"), Some("en"));
        assert_eq!(code("Danke, das war hilfreich"), Some("de"));
    }
}
