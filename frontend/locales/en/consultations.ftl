# asking a colleague: the form, one's own list, the page of a link

consult-new = Ask a colleague
consult-lead = Somebody at work has met this before. Ask them one question, speak for five minutes, and write down what changes. They need no account.
consult-own = Whom you asked
consult-shared = What others let you read
consult-empty = You have not asked a colleague yet.
consult-empty-detail = Pick one thing from a session, and somebody who does it every day.
consult-unasked = Choose whom you ask
consult-of = To { $name }
consult-somebody = your colleague
consult-after = After session { $number }
consult-due = By { $day }
consult-state = { $state ->
    [ASSIGNED] To be asked
    [ASKED] Written to
    [CONFIRMED] You spoke
    [CONCLUDED] Done
    [WITHDRAWN] Taken back
    [EXPIRED] No answer
   *[DECLINED] They cannot
}
consult-sees = { $visibility ->
    [ASKER] Only you
    [FACILITATORS] You and the facilitators
   *[COHORT] Everybody here
}
consult-visibility = Who reads your question and what changes
consult-visibility-hint = The name of your colleague and what they say stay with you.
consult-objective = About what
consult-objective-is = { $number }. { $statement }
consult-no-objective = Nothing chosen
consult-whom = Whom you ask
consult-by-name = Somebody here
consult-by-mail = Somebody by e-mail
consult-find = Find them by name
consult-find-hint = They get it in their inbox, and by mail.
consult-name = Their name
consult-mail = Their e-mail address
consult-mail-hint = They get one letter with a link. Thirty days after it is over we forget the address.
consult-not-them = Not { $name }
consult-whom-missing = Choose somebody first.
consult-question = What you ask
consult-question-hint = One real question, as you would ask it over coffee.
consult-send = Ask them
consult-send-hint = They are written to at once.
consult-preview = What they get to read
consult-preview-opens = { $known ->
    [yes] Dear { $name }, { $asker } asks for your view.
   *[no] { $asker } asks for your view.
}
consult-preview-empty = Your question stands here.
consult-preview-ends = Below it they can add one line, and say that you spoke. The link opens for 21 days, and nothing else.
consult-sent = { $name } is written to
consult-asked-what = What you ask { $name }
consult-asked-on = { $name } was written to { $day }. The link works until { $until }.
consult-written-to = The letter went to { $email }.
consult-way = Where it stands
consult-came-to-nothing = { $state ->
    [DECLINED] { $name } cannot help with this one. Somebody else may.
   *[EXPIRED] { $name } did not answer in time. Ask somebody else, or take it back.
}
consult-somebody-else = Ask somebody else
consult-somebody-else-text = The link of { $name } opens nothing any more.
consult-resend = Send it again
consult-resent = { $name } is written to again
consult-resend-from = You can send it again from { $when }.
consult-withdraw = Take it back
consult-withdraw-title = Take this question back?
consult-withdraw-text = The link of { $name } opens nothing any more. You can ask anew at any time.
consult-withdrawn = Taken back
consult-confirmed = { $name } says that you spoke, { $day }
consult-line-private = Only you read this line.
consult-changes = What changes
consult-change = What changes now?
consult-change-hint = What you will do in another way, or leave as it is, and why.
consult-conclude = Keep it
consult-concluded = Kept. That is what it was for.
consult-shared-toast = { $visibility ->
    [ASKER] Only you read it now
    [FACILITATORS] You and the facilitators read it now
   *[COHORT] Everybody here can read it now
}
consult-counts = How many asked about what
consult-counts-lead = Counts alone: who asked whom stays with them.
consult-counts-none = Nobody has asked a colleague yet.
consult-count-assigned = To ask
consult-count-asked = Asked
consult-count-confirmed = Spoke
consult-count-concluded = Wrote what changes
consult-asks = { $name } asks for your view
consult-about-words = It is about this: { $objective }
consult-talk-first = Speak with { $name } for five minutes, when it suits you both. Then say here that you did.
consult-line = One line for { $name }
consult-line-hint = What you would like them to remember. You can leave it out.
consult-yes = Yes, we spoke
consult-otherwise = We did not, or this was not meant for me
consult-no = I cannot help with this
consult-never = Do not write to me again
consult-never-hint = Nobody can send you such a letter from here again, whoever asks.
consult-thanks = Thank you
consult-declined = That is fine. They can ask somebody else.
consult-colleague-done = { $state ->
    [CONFIRMED] You said that you spoke. Thank you.
    [CONCLUDED] You said that you spoke. Thank you.
    [DECLINED] You said that you cannot help with this. That is fine.
   *[ASKED] This does not wait for you any more.
}
consult-your-line = Your line: “{ $line }”
consult-link-facts = This page is here until { $when }, for you alone. Only { $name } reads your line.
consult-link-title = { $standing ->
    [thanks] Thank you
    [declined] That is fine
    [never] We will not write again
   *[gone] This link opens nothing any more
}
consult-change-again = Put it otherwise, or let others read it
consult-link-text = { $standing ->
    [thanks] { $name } is told, and writes down what changes. You need do nothing else.
    [declined] { $name } can ask somebody else. You need do nothing else.
    [never] Nobody can send you such a letter from here again. { $name } reads only that you cannot help.
   *[gone] It was used, taken back or has run out, or the letter cut it short. If somebody waits for you, they can send it again.
}
consult-thing = { $state ->
    [CONFIRMED] You spoke with { $name }: what changes?
    [EXPIRED] { $name } did not answer: ask somebody else
    [DECLINED] { $name } cannot: ask somebody else
    [ASKED] { $name } asks for your view
   *[ASSIGNED] Ask a colleague about one thing
}
consult-thing-act = { $state ->
    [CONFIRMED] Write it down
    [ASKED] Read it
   *[ASSIGNED] Choose whom you ask
}
consult-chip = Ask a colleague
