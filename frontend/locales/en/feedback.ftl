# people look at what others applied: rounds, a rubric, feedback

feedback-lead = Hand in one thing that you applied, look at what others tried, and read what they see in yours.
feedback-empty = No round of feedback has been opened yet.
feedback-empty-lead = Ask people to hand in one thing that they tried. Whoever hands in looks at what others handed in, by a few criteria that you write.
feedback-empty-detail = When a facilitator opens one, it stands here.
feedback-none-after = No round of feedback follows this session yet.
feedback-over = Over
feedback-waits = Waits for you
feedback-round-state = { $state ->
    [OPEN] Open
    [CLOSED] Closed
   *[CANCELLED] Taken back
}
feedback-evidence-state = { $state ->
    [WAITING] Somebody is looked for
    [ASKED] Somebody is looking at it
    [PARTLY] Some feedback is there
    [COMPLETE] All feedback is there
   *[WITHDRAWN] Taken back
}
feedback-to-give = { $count ->
    [one] one thing for you to look at
   *[other] { $count } things for you to look at
}
feedback-not-handed-in = not handed in yet
feedback-handed-in = { $count } handed in
feedback-until = Until { $when }
feedback-with-nobody = { $count } with nobody
feedback-due = Look at it by { $when }
feedback-late = Was due { $when }: somebody else is asked too, yours still counts
feedback-each = { $each ->
    [one] Each gives and gets feedback once
   *[other] Each gives and gets feedback { $each } times
} · { $days ->
    [one] one working day for it
   *[other] { $days } working days for it
}
feedback-cancelled-detail = This was taken back: nobody is asked for anything. What was said stays where it stands.

rubric-title = What is looked at
rubric-lead = Two to six criteria, each with three to five levels in words, the least first.
rubric-fixed = The rubric is fixed: feedback was given by it.
rubric-usual = { $about ->
    [did] What was done can be seen
    [seen] What came of it is said
   *[next] It says what comes next
}
rubric-usual-did = { $level ->
    [0] It stays general: one does not see who did what
    [1] One sees what was done
   *[2] One could do it oneself after reading it
}
rubric-usual-seen = { $level ->
    [0] Nothing is said of what came of it
    [1] It says what came of it
   *[2] It says what came of it, and by what one sees it
}
rubric-usual-next = { $level ->
    [0] It ends with what happened
    [1] It says what stays open
   *[2] It says what will be tried next, and when
}
criterion-number = Criterion { $number }
criterion-title = What is looked at
criterion-up = Move criterion { $number } up
criterion-down = Move criterion { $number } down
criterion-remove = Remove criterion { $number }
criterion-add = Add a criterion
level-number = Level { $number } of { $of }
level-add = Add a level
level-remove = Remove the last level

feedback-new = Open a round of feedback
feedback-new-lead = People hand in one thing that they applied. Each who did is asked at once to look at what others handed in, so that nobody waits.
feedback-edit = Change it
feedback-round-title = What the round is called
feedback-round-body = What to hand in
feedback-round-body-hint = One thing from their own work, and how much of it. Markdown works.
feedback-channel = Where it stands
feedback-session = After which session
feedback-each-label = How much feedback each gets
feedback-each-hint = And gives: 1 to 4.
feedback-days-label = Working days for it
feedback-days-hint = Then somebody else is asked, too.
feedback-closes = Last day to hand in
feedback-closes-hint = Empty: until you close it.
feedback-open = Open it
feedback-opened = “{ $title }” is open
feedback-saved = “{ $title }” is saved
feedback-manage = Manage this round
feedback-close = Take in nothing more
feedback-closed-toast = “{ $title }” takes in nothing more. Feedback goes on.
feedback-reopen = Open it again
feedback-reopened-toast = “{ $title }” is open again
feedback-cancel = Take it back
feedback-cancel-title = Take “{ $title }” back?
feedback-cancel-text = Nobody is asked for anything any more. What was handed in and said stays in its conversations.
feedback-cancelled-toast = “{ $title }” is taken back

evidence-new = Hand something in
evidence-title = What it is about
evidence-body = What you did, and what came of it
evidence-placeholder = One situation from your own work: what you did, what you said, what happened then.
evidence-hand-in = Hand it in
evidence-hint = It stands in { $channel }, for everybody there. Marks are read by you, by who gives them, and by who leads.
evidence-handed-in = Handed in. Others are asked to look at it.
evidence-own = What you handed in
evidence-talk = Read the conversation
evidence-from = { $name }, { $when }
evidence-withdraw = Take it back
evidence-withdraw-title = Take back what you handed in?
evidence-withdraw-text = Nobody is asked to look at it any more. The conversation stays where it stands, and you can hand in something else.
evidence-withdrawn = Taken back
feedback-got = Feedback you got ({ $count } of { $of })
feedback-got-none = { $state ->
    [WAITING] Nobody else has handed in yet. The first who does is asked to look at yours; who leads knows, too.
   *[ASKED] Others are asked to look at it. You get a notice when they have.
}
feedback-asked = What you are asked to look at
feedback-asked-none = Nothing yet. You get a notice when something is there for you.
feedback-asked-later = Nothing now.
feedback-you-gave = you gave feedback
feedback-look = Look at it
feedback-of = Feedback of { $name }
feedback-thank = Say thank you
feedback-thanked = You said thank you
feedback-reply = Answer in the conversation
feedback-no-words = Its words cannot be read any more.

feedback-for = Feedback for { $name }
feedback-asked-for = What was to be handed in
feedback-yours = Your feedback
feedback-how = Choose for each what you see in it, and write what helped you and what could be more.
feedback-words = What you write to them
feedback-placeholder = What did you take from it? What would you try next, in their place?
feedback-give = Give feedback
feedback-who-reads = Your words are a reply that everybody there reads. What you chose is read by { $name } and by who leads.
feedback-given = { $name } has your feedback. Thank you.
feedback-decline = I cannot look at this
feedback-decline-title = Leave this to somebody else?
feedback-decline-text = Somebody else is asked at once. Nobody is told that you could not, apart from who leads.
feedback-declined = Somebody else is asked
feedback-state-own = { $state ->
    [DECLINED] You left this to somebody else.
   *[RELEASED] Nobody waits for this any more.
}
mark-cannot = I cannot say
mark-none = Nothing said of it
mark-missing = Choose what you see, or that you cannot say.
marks-change = Choose other levels
marks-save = Save
marks-saved = Saved

feedback-board = What was handed in
feedback-counts = { $handedIn } handed in, { $complete } with all their feedback, { $waiting } waiting; { $given } times feedback was given, { $late ->
    [0] nothing is late
   *[other] { $late } late
}.
feedback-board-empty = Nothing was handed in yet.
feedback-board-empty-detail = It stands here as it comes, what waits longest first.
feedback-nobody = Nobody can be asked
feedback-line = { $state ->
    [ASKED] { $name } looks at it by { $when }
    [GIVEN] { $name } gave feedback, { $when }
    [PASSED_ON] { $name } is late, since { $when }; somebody else is asked
    [DECLINED] { $name } could not
   *[RELEASED] { $name } is not waited for any more
}
feedback-self = Look at it yourself
feedback-ask = Ask somebody
feedback-ask-text = To look at “{ $title }”, beside those who are asked already.
feedback-find = Find them by name
feedback-asked-toast = { $name } is asked
feedback-thing = { $name } handed something in: look at it
