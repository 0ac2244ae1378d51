# questions

questions-title = Questions
questions-ask = Ask a question
questions-promise = A moderator looks at a new question { $within }.
questions-filter = Which questions
questions-show = { $filter ->
    [interlude] This interlude
    [unanswered] Unanswered
    [mine] Mine
    [following] Following
    [corrected] Corrected
   *[all] All
}
key-questions-show = { $filter ->
    [interlude] From this interlude
    [unanswered] Unanswered
    [mine] Mine
    [following] Following
    [corrected] Corrected
   *[all] All questions
}
questions-empty = { $filter ->
    [interlude] Nobody has asked since the last session.
    [unanswered] Every question has an answer.
    [mine] You have not asked here yet.
    [following] You follow no question here.
    [corrected] No question here has a corrected passage.
   *[all] No questions yet. Someone else wonders about it too.
}
key-questions = To the questions
key-ask = Ask a question
key-next-row = Next question
key-previous-row = Previous question

ask-field = Look for a question, or ask it
ask-field-placeholder = What would you like to know?
ask-field-found = Asked before:
ask-field-action = Ask “{ $title }”
similar-title = Asked before
similar-lead = Perhaps one of these is yours. They open beside what you write.
similar-found = { $count ->
    [one] One question like it
   *[other] { $count } questions like it
}
opens-aside = (opens beside this page)
asked-here = This community
stands-verified = verified
stands-helped = answered
stands-open = no answer yet
stands-answers = { $count ->
    [0] no answer
    [one] { $count } answer
   *[other] { $count } answers
}
row-too = { $count ->
    [one] { $count } more has it
   *[other] { $count } more have it
}
row-parked = on { $day }

ask-title = Ask a question
ask-hint-saw = What did you see?
ask-hint-expected = What did you expect?
ask-hint-tried = What did you try?
ask-placeholder = Markdown works, and @ mentions people.
ask-channel = Where
ask-objectives = Which objectives it is about
ask-session = Which session it follows
ask-session-hint = So that others find it when they look back at that session.
ask-no-session = None
ask-promise = Everyone in the community can read it. A moderator looks { $within }.
ask-nameless = Ask without my name
nameless-others = Nobody in the community sees your name: not here, not in mails, not in the search, not in an export.
nameless-moderators = Moderators do not see it either. One of them can reveal it, with a reason that is written down, when somebody could come to harm.
nameless-yourself = You see that the question is yours. Whoever recognises how you write may guess, so leave out what only you would say.
nameless = Somebody, without a name
nameless-own = You, without your name

mark-has-answers = Has answers
row-corrected = Corrected
mark-withdrawn = Withdrawn
mark-duplicate = Asked before
mark-verified = Verified
mark-verified-by = Verified by { $name }
mark-stands-behind = { $name } stands behind this
mark-stands-behind-since = { $name } verified this on { $when }
mark-review-due = To be looked at again
mark-obsolete = No longer up to date
mark-obsolete-why = No longer up to date: { $reason }
too-action = I have this question too
too-people = { $count ->
    [one] person has it
   *[other] people have it
}
too-others = { $count ->
    [one] One more person has this question
   *[other] { $count } more people have this question
}
way-withdrawn = Its asker has withdrawn this question. The answers stay.
way-parked = Will be covered on { $day }
way-session = Session { $number }, { $title }
way-invited = Asked to answer: { $names }
parked-title = Questions for this session
parked-lead = They were put on its agenda between the sessions.
unpark = No longer
answers-sort = Sort
sort-helpful = Most helpful
sort-oldest = Oldest first
answer-helped = This helped me
answer-verify = I stand behind this
verified-toast = Everyone sees now that you stand behind this answer.
key-helped = This helped me
key-verify = Stand behind it
keys-helped = this helped me
keys-verify = stand behind it
answer-promise = A moderator sees new answers { $within }.
answer-none = No answer yet.
answer-none-promise = No answer yet. A moderator looks { $within }.
story-verified = Verified
side-session = From session { $number }
side-open-session = Open the session
side-asked-before = Asked before

question-invite = Ask somebody to answer
question-park = Cover it in a session
question-duplicate = It was asked before
question-reopen = Open it again
question-reveal = Who asked this
question-hide-name = Take my name off it
question-withdraw = Withdraw it
withdrawn-toast = The question is withdrawn.
made-nameless-toast = Your name does not stand at this question any more.
reason = Why
unverify-title = No longer stand behind it
unverify-text = { $name } stands behind this answer. Both they and its author read the reason.
unverify-action = Take the mark off
reveal-title = Who asked this
reveal-text = It was asked without a name. You can learn whose it is when somebody could come to harm. That you did, and why, is written down.
reveal-reason-hint = It stands in the log of this community.
reveal-action = Show me the name
reveal-only-you = Only you see this, here and now. Nobody is told.
park-title = Cover it in a session
park-text = It stands on the agenda of that session, and everyone here reads when.
park-none = No session is planned. Plan one first.
park-session = In which session
park-action = Put it on the agenda
duplicate-title = It was asked before
duplicate-text = This question then leads to the other one, and whoever waits here hears of it.
duplicate-find = Look for the other question
duplicate-which = Which one is it
duplicate-none = Nothing like it was found. Try other words.
duplicate-action = Lead there
question-invite-title = Ask somebody to answer
invite-text = They are told that you thought of them. Everyone sees who was asked.
invite-find = Name
invite-whom = Whom
invite-on-duty = The expert on duty
invite-on-duty-hint = Whichever expert was asked least of late.
invite-action = Ask them
invited-toast = They are told.
