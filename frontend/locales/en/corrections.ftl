# misconceptions

correction-title = A common misconception, corrected
correction-in-quote = The quoted words are a common misconception, corrected
correction-claim = It is easy to think
correction-misses = What that misses
correction-holds = What holds instead
correction-holds-line = What holds instead: { $holds }
correction-written = Written by { $name }.
correction-written-agreed = Written by { $name }, agreed by { $other }.
correction-seen = { $here ->
    [one] Seen in one post here
   *[other] Seen in { $here } posts here
}
correction-seen-earlier = { $here ->
    [one] Seen in one post here and in { $earlier ->
        [one] one earlier cohort
       *[other] { $earlier } earlier cohorts
    }
   *[other] Seen in { $here } posts here and in { $earlier ->
        [one] one earlier cohort
       *[other] { $earlier } earlier cohorts
    }
}
correction-see = See what holds instead
correction-revised = Revised after a correction, with thanks.
correction-revised-by = Revised after a correction. Thank you, { $name }.
correction-ask = Does this change how you would act?
correction-required = Somebody could come to harm by it, so your answer is needed.
correction-answer = { $answer ->
    [GOT_IT] Yes, it does
    [SAW_IT_ALREADY] I saw it this way already
   *[NOT_CONVINCED] Not convinced yet
}
correction-you = { $answer ->
    [GOT_IT] You said: yes, it does.
    [SAW_IT_ALREADY] You said: I saw it this way already.
   *[NOT_CONVINCED] You said: not convinced yet.
}
correction-you-who = Moderators see how many said so, not who.
correction-answer-again = Say something else
correction-answered-toast = Thank you.
correction-doubt = I am not convinced yet, because{" "}
correction-doubt-to = { $handle } I am not convinced yet, because{" "}
correction-open = M-{ $number }: its life and how far it spread
correction-somebody = A moderator

heads-up-title = Only you see this
heads-up-text = { $name } looked at something you wrote. Many people think so, and it is worth a second look before others take it up.
heads-up-in-title = These words stand in the title. You change it in the menu of the conversation: Edit title and tags.
heads-up-until = You can revise it until { $when }. Then it shows “revised after a correction” with thanks, and nothing is marked. If you leave it, your words stay as they are, with what holds beside them.
heads-up-revise = Revise my words
heads-up-thanks = You revised it. Thank you: { $name } and everyone who reads it have something better now.

today-correction-title = You read this before it was corrected
today-correction-chip = Corrected
today-correction-needed = Your answer is needed
today-correction = Corrected since you read it, in { $community }
today-correction-required = Your answer is needed, in { $community }

correct-selected = Correct these words
post-correct = Correct a passage
key-correct = Correct a passage
keys-correct = correct a passage
correcting-title = Correct a passage
correcting-passage = It is about these words
correcting-in-title = The title of the conversation
correcting-which = Which words is it about
correcting-which-hint = For other words, close this, select them in the post, and press X.
correcting-other-words = Other words
correcting-library = Look in the library
correcting-known = Which misconception is it
correcting-new = A new one
correcting-claim-hint = In neutral words, as somebody would say it who means well.
correcting-holds-hint = What to do or say instead, so that it can be acted on.
correcting-sources = Where it is from
correcting-sources-hint = Two sources that agree convince more than one voice: a slide, a chapter, a rule.
correcting-source = Source { $number }
correcting-source-url = Address { $number }
correcting-source-add = Another source
correcting-source-remove = Without source { $number }
correcting-severity = What can come of it
severity = { $severity ->
    [INFORMATION] Information
    [PRACTICE] Practice
    [SAFETY] Safety
   *[COMPLIANCE] Compliance
}
severity-hint = { $severity ->
    [INFORMATION] Somebody knows a thing that is not so.
    [PRACTICE] Somebody acts in a way that does not help.
    [SAFETY] Somebody could come to harm. Shown at once, and everyone who read it answers.
   *[COMPLIANCE] A rule would be broken. Shown at once, and everyone who read it answers.
}
correcting-objective = Which objective it stands against
correcting-no-objective = None
correcting-next = Who hears of it first
correcting-author = { $name }, privately
correcting-author-nameless = Its author, privately
correcting-author-hint = They can revise it. Then it shows thanks, and nothing is marked.
correcting-draft = Nobody yet
correcting-draft-hint = It is kept as a draft. A colleague can look at it.
correcting-hours = How long they have
correcting-grave = It waits for nobody: as soon as a second moderator agrees, it can be shown to everyone.
correcting-add = Show the correction here, too
correcting-offer = Tell the author
correcting-keep = Keep the draft
correcting-write = Write on
correcting-nothing-deleted = Nothing is deleted. For 7 days you can take it back.
preview-others = As everyone reads it
preview-author = As its author reads it first
preview-author-hours = They have { $count } hours.
corrected-toast = { $state ->
    [AUTHORS_WINDOW] Its author is told.
    [PUBLISHED] The correction stands beside these words now.
   *[other] The draft is kept.
}
corrected-open = Open it

library-title = Corrections
library-lead = What is easy to think, and what holds instead: every misconception that was corrected here.
library-parts = Which misconceptions
library-part = { $part ->
    [work] In work
    [resembling] Resembling posts
   *[library] Library
}
library-search = Look for a misconception
library-objective = Objective: { $objective }
library-open = M-{ $number }: where it was said
library-nothing = Nothing for “{ $query }”.
library-empty = Nothing has been corrected here yet.
library-empty-detail = When a moderator corrects a passage, it stands here for everyone to look up.
work-empty = No misconception is known here.
work-empty-detail = Select words in a post and press X to begin with one.
resembling-empty = No post resembles a known misconception.
resembling-empty-detail = New posts are compared. What resembles one comes here, and nothing is hidden by it.
resembling-score = Resembles it by { $score }
resembling-claim = It may say:
resembling-confirm = It says that: correct it here
resembling-dismiss = It does not

misconception-number = M-{ $number }
misconception-state = { $state ->
    [SUSPECTED] Suspected
    [CONFIRMED] Confirmed
    [DRAFTED] Drafted
    [AUTHORS_WINDOW] With its author
    [PUBLISHED] Published
    [CLOSED] Closed
   *[REJECTED] Rejected
}
misconception-window = Its author can revise until { $when }. It is published by itself then.
misconception-undoable = Can be taken back until { $when }
misconception-steps = What comes next
misconception-share = Copy a link for a colleague
misconception-link-copied = The link is copied.
step = { $step ->
    [confirm] Confirm it
    [agree] I agree to the correction
    [offer] Tell the author first
    [publish] Publish the correction
    [close] Close it
   *[undo] Take it back
}
step-taken = { $step ->
    [confirm] It is confirmed.
    [agree] You agree to this correction.
    [offer] Its author is told, and has { $hours } hours.
    [publish] Everyone reads the correction now.
    [close] It is closed.
   *[undo] It is a draft again. Nobody sees the correction.
}
agree-ask = Ask a colleague to agree
agree-whom = Who is asked
agree-whom-hint = Moderators, facilitators and experts here. They get a notice, and agree on this page.
agree-action = Ask them
agree-asked = { $name } is asked to agree
agree-asked-toast = { $name } is asked, and told of it.
agree-nobody = Nobody else here moderates or is an expert. Invite somebody first.
agree-you = You are asked to agree to this correction. Read it; it is published once somebody agrees.
step-reject = It is none
step-reject-text = It is no misconception. The history keeps why.
step-reopen = Open it again
step-reopen-text = There is something new to say about it. The history keeps why.
draft-correction = Write the correction
draft-correction-text = A draft that changes needs to be agreed to anew.
occurrences-title = Where it was said
occurrence-state = { $state ->
    [REVISED] Revised, with thanks
   *[LOST] No longer in the post
}
occurrence-remove = It does not belong to this misconception
history-of = Its life
spread-title = How far it spread
spread-lead = In numbers. Who they were is told to nobody but an auditor, where one is named.
spread-before = Read it before
spread-first = First on { $when }
spread-time = From first read to correction
spread-time-detail = The shorter, the fewer take it up
spread-acknowledged = Answered
spread-acknowledged-detail = { $count } of { $told } who were told
spread-doubt = Not convinced yet
spread-after = Read it since
spread-after-detail = With the correction beside it
spread-again = Said again
spread-again-detail = After it was corrected
watch-line = { $suggested } posts were suggested as resembling it: { $confirmed } did, { $dismissed } did not.
watch-precision = Right in { $share } of what was decided.
watch-retired = It was wrong too often and is compared no more, since { $when }.

brief-misconceptions = What is easy to think here
brief-misconceptions-why = Misconceptions about the objectives of this session.
program-corrections-lead = What was easy to think wherever this program ran, and what holds instead.
