search-field = Search what was said
search-scope = Where
search-everywhere = All my communities
search-count = { $count ->
    [0] Nothing found
    [one] One result
   *[other] { $count } results
}
search-count-more = More than { $count } results
search-warming = { $percent ->
    [0] The index is still being filled. Something may be missing for a moment.
   *[other] The index is still being filled: { $percent } % are in it. What is not may be missing for a moment.
}
search-note-nothing-asked = Type a word to look for
search-note-unclosed-quote = A quotation mark is not closed, so each word was looked for
search-note-only-exclusions = Everything was excluded, so these words were looked for instead
search-note-unknown-operand = What stands after a colon is not known here, so it was read as words
search-note-some-of-the-words = Nothing has all of these words; this has some of them
search-meant = Did you mean
search-also = Also searched: { $words }
search-narrow = Narrow down
search-narrow-none = There is nothing to tell them apart by
search-of = { $of ->
    [KIND] What it is
    [COMMUNITY] Community
    [CHANNEL] Channel
    [SESSION] Session
    [PERSON] Written by
    [YEAR] Year
    [MONTH] Month
   *[MARK] Known of it
}
search-kind = { $kind ->
    [question] Questions
    [discussion] Conversations
    [prompt] Prompts
    [resource] Resources
    [story] Stories
    [session] Sessions
    [person] People
   *[reply] Replies
}
search-mark = { $mark ->
    [accepted] Helped who asked
    [verified] Somebody stands behind it
    [corrected] Corrected
    [obsolete] Holds no longer
    [unanswered] Not answered yet
   *[file] With a file
}
search-operators = What it asks for beside words
search-add = Narrow by
search-take-out = : take it out
search-mine = Written by you
search-not = Not: { $words }
search-operator = { $key ->
    [from] Written by { $value }
    [in] In { $value }
    [session] Session { $value }
    [tag] Tag { $value }
    [after] Since { $value }
   *[before] Before { $value }
}
search-named = { $key ->
    [from] Written by …
    [in] In a community or a channel …
    [session] In a session …
    [tag] With a tag …
    [after] Since a day or a year …
   *[before] Before a day or a year …
}
search-by-name = By name or day
search-keep = Save this search
search-kept = Saved
search-saved = “{ $name }” is saved. You hear of what is new, once a day at most.
search-removed = “{ $name }” is not saved any more.
search-saved-title = Your saved searches
search-rename = Rename
search-name = What you call it
search-remove = Remove
search-tells = Hear of what is new for “{ $name }”
search-acts = What you can do with “{ $name }”
search-recent = You searched for
search-forget = Forget these
search-hint = Words, “phrases”, a minus before what should not be there, a star for the rest of a word. And from: in: session: kind: tag: is: has:file before: after:
search-nothing = Nothing for “{ $query }”.
search-nothing-detail = Try fewer words, or ask the others.
search-ask = Ask it as a question
search-wider = Search in all my communities
search-by = { $name } in { $channel } · { $community }
search-in-file = In the file “{ $file }”
search-accepted = The answer that helped
key-into-results = Into the results
key-to-field = Back to the field

sso-title = Single sign-on
data-title = People’s data
rule-title = Required second factor
synonyms-title = Words that mean the same
synonyms-lead = Whoever looks for one of them finds the others as well, below. This holds for everybody in the organisation.
synonyms-words = Words and short phrases
synonyms-words-hint = With commas between them: OKR, objectives and key results
synonyms-add = Add them
synonyms-change = Change
synonyms-removed = { $words }: they do not mean the same any more.
synonyms-none = No words yet.
synonyms-none-detail = Begin with a short form that newcomers do not know.

search-nothing-noted = Moderators learn what several people did not find here, and nobody’s name.
asked-title = Asked, nothing found
asked-lead = What three people or more looked for here in the last 90 days, and did not find. Nobody is named.
asked-people = { $count } people
asked-answer = Write about it
asked-synonym = Say what means the same
asked-forget = Take it off the list
asked-none = Nobody looks in vain.
asked-none-detail = What several people look for and do not find is listed here.
