//! What is said of a channel for questions where a step says nothing, in the language of its readers. Pure.
use checkins::Language;

pub fn name(language: Language) -> &'static str {
    match language {
        Language::English => "Questions",
        Language::German => "Fragen",
    }
}

pub fn purpose(language: Language) -> &'static str {
    match language {
        Language::English => {
            "What comes up at work: whoever knows answers, and moderators look at every question."
        }
        Language::German => {
            "Was bei der Arbeit aufkommt: Wer es weiß, antwortet, und die Moderation sieht jede Frage."
        }
    }
}

pub fn title(language: Language) -> &'static str {
    match language {
        Language::English => "After “{session}”: ask here",
        Language::German => "Nach „{session}“: Hier können Sie fragen",
    }
}

pub fn body(language: Language) -> &'static str {
    match language {
        Language::English => {
            "Questions that come up at work belong in **{channel}**: whoever knows answers, and somebody \
             who moderates looks at every one. No question is too small."
        }
        Language::German => {
            "Fragen, die bei der Arbeit aufkommen, gehören nach **{channel}**: Wer es weiß, antwortet, und \
             jemand aus der Moderation sieht jede Frage. Keine ist zu klein."
        }
    }
}
