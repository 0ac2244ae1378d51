//! How the fields of series of prompts are asked, and what they answer whom.
use super::table::Answer::{self, NotFound, Nothing, SignIn};

type Row = (&'static str, String, Answer, Answer);

/// The rows of the table.
pub fn rows(channel: &str, session: &str) -> Vec<Row> {
    let on = |field: &'static str, more: &str| -> Row {
        let input = format!("series: \"series_01h455vb4pex5vsknk084sn02q\" {more}");
        let ask = format!("mutation {{ {field}(input: {{ {input} }}) {{ id }} }}");
        (field, ask, SignIn, NotFound)
    };
    let questions = "questions: [{ title: \"a\", body: \"b\" }]";
    vec![
        (
            "promptSeries",
            "{ promptSeries(id: \"series_01h455vb4pex5vsknk084sn02q\") { title } }".into(),
            SignIn,
            Nothing,
        ),
        (
            "spacePrompts",
            format!(
                "mutation {{ spacePrompts(input: {{ channel: \"{channel}\", session: \"{session}\", \
                 title: \"a\", {questions}, nonce: \"n\" }}) {{ id }} }}"
            ),
            SignIn,
            NotFound,
        ),
        on("updateSpacedQuestion", ", position: 0"),
        on("pausePromptSeries", ""),
        on("resumePromptSeries", ""),
        on("cancelPromptSeries", ""),
        (
            "markRecall",
            "mutation { markRecall(input: { prompt: \"prompt_01h455vb4pex5vsknk084sn02q\", mark: KNEW }) { id } }"
                .into(),
            SignIn,
            NotFound,
        ),
    ]
}
