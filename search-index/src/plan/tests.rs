//! What a search may cost.
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use super::*;
use crate::alike::Alike;
use crate::document::Document;
use crate::index::Index;
use crate::parse::{PARTS_MAX, QUERY_CHARS_MAX};

/// Asked by all cases, and changed by none.
static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let index = Index::in_memory().expect("an index in memory");
    let posts = (0..40).map(|n| Document {
        id: format!("p{n}"),
        audience: vec!["all".into()],
        title: format!("Facilitation {n}"),
        body: "Quiet learners speak up in 研修, and Großgruppen too.".into(),
        ..Document::default()
    });
    index.apply(posts.map(Into::into), "1").expect("applied");
    index
});

/// As many groups as an organisation may keep, and all of them have the same word.
static ALIKE: LazyLock<Arc<Alike>> = LazyLock::new(|| {
    let group = |n| vec!["learn".to_owned(), format!("grow{n}"), format!("study {n}")];
    Arc::new(Alike::of(&(0..200).map(group).collect::<Vec<_>>()))
});

/// The postings that are opened beside those of the words.
fn terms_beside(plan: &Plan) -> usize {
    let words = plan.words.iter().chain(&plan.extra);
    let likes = words.flat_map(|word| word.likes.iter().map(|like| &like.query));
    let mut terms = 0;
    for query in likes.chain(&plan.must).chain(&plan.without) {
        query.query_terms(&mut |_, _| terms += 1);
    }
    terms
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// What a search costs is how many words it has, and what is looked for beside each of them: no
    /// clock says so, as none is the same on two machines.
    #[test]
    fn no_wording_asks_for_more_work_than_so_much(
        pieces in prop::collection::vec(
            "-?[a-z]{1,3}\\*|learns?|-?\"learn [a-z ]{0,99}\"|-?(facilit|learn|quite|spaek)[a-z]{0,4}\\*?|\"[a-z ]{0,9}\"|研修.|is:mine|tag:[a-z]{3}|\\PC{0,9}",
            0..120,
        ),
    ) {
        let text: String = pieces.join(" ").chars().take(512).collect();
        let asked = Asked::read(&text).expect("short enough");
        let asked = asked.with_alike(ALIKE.clone());
        let live = INDEX.searched();
        let searcher = live.searcher();
        let everybody = ["all".to_owned()];
        let place = (&searcher, &*live, &INDEX.shared.readers);
        let readable = Readable::by(&everybody, place).expect("readable");
        let mut planner = Planner {
            fields: &live.fields,
            readable: &readable,
            measured: None,
            measure: Measure {
                documents: readable.documents(),
                tongues: readable.tongues(),
                ..Measure::default()
            },
            marker: Marker::default(),
            stemmers: Stemmers::default(),
            widened: 0,
            misspelt: 0,
            alike: 0,
            also: Vec::new(),
        };
        let plan = planner.plan(&asked).expect("a plan");
        let (widened, misspelt) = (planner.widened, planner.misspelt);
        prop_assert!(widened <= WIDENED_MAX && misspelt <= MISSPELT_MAX);
        prop_assert!(planner.alike <= ALIKE_MAX && planner.also.len() <= ALIKE_MAX);
        let words = || plan.words.iter().chain(&plan.extra);
        // And once whether somebody is called so.
        let likes: usize = words().map(|it| it.likes.len()).sum();
        prop_assert!(likes <= 2 * WIDENED_MAX + 2 * MISSPELT_MAX + ALIKE_MAX + 1);
        prop_assert!(asked.words.len() <= PARTS_MAX);
        prop_assert!(plan.words.len() <= PARTS_MAX);
        prop_assert!(words().count() <= PARTS_MAX + PHRASED_MAX);
        prop_assert!(asked.phrases.len() <= PARTS_MAX);
        prop_assert!(plan.must.len() + plan.without.len() <= QUERY_CHARS_MAX / 2 + PARTS_MAX);
        let fields = live.fields.worded().len();
        let forms = fields * (1 + readable.tongues().len());
        prop_assert!(words().all(|it| it.forms.len() <= forms));
        // A stem that is a word, too, is looked for as that in its language.
        let beside = (PARTS_MAX + ALIKE_MAX) * 3 * forms;
        prop_assert!(terms_beside(&plan) <= fields * QUERY_CHARS_MAX + beside);
    }
}
