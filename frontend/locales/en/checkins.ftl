# check-ins: form, board, diary, links in letters

check-in-name = Check-in
check-ins-title = Check-ins
check-ins-filter = What to show
check-ins-view = { $view ->
    [closed] Closed
    [diary] Your diary
   *[now] Now
}
check-ins-empty = { $view ->
    [closed] No check-in has closed yet.
   *[now] No check-in is open.
}
check-ins-empty-detail = About two weeks after a session you are asked how it goes.
check-in-waits = Waits for you
check-in-sent = { $count } of { $of } answered
check-in-opens = Opens { $when }
check-in-until = Until { $when }
check-in-closed = Closed { $when }
check-in-cancelled = Taken back
check-in-takes = Takes { $span }
check-in-after = After session { $number }
check-in-summary = Its summary
check-in-sees = { $visibility ->
    [PAIR] You and your pair see this
    [FACILITATORS] You and the facilitators see this
    [COHORT] Everybody here sees this
   *[ANONYMOUS] Nobody sees your name: counts alone, from five answers on
}
check-in-response = { $state ->
    [SAVED] Not sent yet
    [SENT] Sent
    [LATE] Sent late
    [SKIPPED] Skipped
    [AWAY] Away
   *[WAITING] Not answered
}
check-in-outcome = { $outcome ->
    [DONE] Done
    [CHANGED] Changed my mind
   *[OPEN] Still open
}
check-in-zone = By the clock in { $city }.
check-in-number = Question { $number }
check-in-optional = You can leave it out
check-in-said = You said on { $day }
check-in-commit = What you want to do next
check-in-your-words = Your words
check-in-remark = In a few words, if you like
check-in-step = Question { $number } of { $count }
check-in-back = Back
check-in-next = Next
check-in-send = Send
check-in-missing = Choose or write something first.
check-in-kept = Kept at { $time }
check-in-not-kept = Not kept yet: your answers are still here
check-in-thanks = { $count ->
    [0] Thank you. You are the first to answer.
    [one] Thank you. One other has answered.
   *[other] Thank you. { $count } others have answered.
}
check-in-late = It was closed; your answers are marked as late.
check-in-nameless-over = What is asked without a name could be answered until it closed; what you kept there is not sent.
check-in-skipped = You skipped this one. That is fine.
check-in-change = Change my answers
check-in-others = See the board
check-in-skip = Skip this one
check-in-skip-title = Skip this check-in?
check-in-skip-text = Nobody waits for you then. You and the facilitators read why.
check-in-skip-because = Why
check-in-not-open = It cannot be answered now.
check-in-not-asked = This check-in is not asked of you.
check-in-mine = My answer
check-in-close = Close it now
check-in-close-title = Close this check-in now?
check-in-close-text = Its summary is posted. Whoever answers later is marked as late.
check-in-closed-toast = Closed: the summary is on its way
check-in-before-open = Until then nobody is asked.
diary-private = Only you read this: everything you answered, over all communities.
diary-empty = Your diary is empty.
diary-empty-detail = What you answer in check-ins stands here, for you alone.
link-lead = { $name }, your answers until { $when }. You need not sign in.
link-thanks = Thank you
link-thanks-text = Your answers have arrived. This link opens nothing any more.
link-sign-in = Go to Interlude
link-state = { $state ->
    [USED] You have answered already
    [EXPIRED] This link has expired
    [CLOSED] This check-in is closed
   *[UNKNOWN] This link does not lead anywhere
}
link-state-text = { $state ->
    [USED] A link works once. Sign in to read or change what you said.
    [EXPIRED] Sign in to answer; a newer letter has a newer link.
    [CLOSED] Sign in to see what came of it.
   *[UNKNOWN] The letter may have cut it short. Copy all of it, or sign in.
}
board-no-answers = Nobody has answered yet.
board-answers = Answers
board-shape = How to lay them out
board-shape-is = { $shape ->
    [columns] Columns
   *[stream] Stream
}
board-no-word = Without a word
board-withheld = Counts are shown once it is closed, from five answers on.
board-hidden = { $count ->
    [one] One answer is not for you to read.
   *[other] { $count } answers are not for you to read.
}
board-aside = Facilitating
tally-few = few
percent = { $percent }%
waiting-title = { $count ->
    [0] Everybody has answered
    [one] One has not answered
   *[other] { $count } have not answered
}
waiting-nudge = Remind them once
waiting-nudged = Reminded { $when }
check-in-nudged = { $count ->
    [one] One person is reminded
   *[other] { $count } people are reminded
}
skipped-title = { $count ->
    [one] One skipped it
   *[other] { $count } skipped it
}
away-title = Away: { $names }
themes = Themes
themes-none = Groups of answers that belong together, made by hand.
theme-new = A new theme
theme-make = Make it
theme-count = { $count ->
    [one] One answer
   *[other] { $count } answers
}
theme-remove = Remove the theme { $theme }
theme-put-toast = Put in “{ $theme }”
theme-taken-toast = Taken out of “{ $theme }”
theme-removed-toast = “{ $theme }” is removed; the answers stay
take-into = Take into the next session
taken-toast = It stands on the page of the next session
taken-into = In session { $number }
answer-late = Late
answer-menu = What you can do with { $name }’s answer to “{ $question }”
check-in-new = Plan a check-in
check-in-new-lead = Up to eight questions; four are plenty.
check-in-title = What it is about
check-in-when = When it opens
check-in-on-day = On a day
check-in-after-session = After session { $number }: { $title }
check-in-days-after = Days after the session
check-in-rhythm = How often
check-in-rhythm-is = { $rhythm ->
    [weekly] Every week, six times
    [fortnightly] Every two weeks, six times
    [monthly] Every month, six times
    [kept] As it was planned
   *[once] Once
}
check-in-days-open = Days it stays open
check-in-would-open = It opens: { $when }. Each person is asked in their own working hours.
check-in-plan = Plan it
check-in-defined = “{ $title }” is planned
check-in-scale =
    Not at all
    A little
    Quite well
    Very well
question-add = Add a question
question-remove = Remove question { $number }
question-words = What you ask
question-kind = Kind of answer
question-kind-is = { $kind ->
    [SCALE] A scale in words
    [CHOICE] A choice
    [COMMITMENT] What became of their commitment
    [MISCONCEPTION] Which of two statements they would act on
   *[SHORT_TEXT] A few words
}
question-sees = Who reads the answers
question-options = The words to choose among
question-options-hint = { $kind ->
    [SCALE] One on each line, three to five, the least first.
    [MISCONCEPTION] Two statements, one on each line.
   *[CHOICE] One on each line, two to twelve.
}
question-optional = It can be left out
check-in-page = Open its own page
check-in-manage = Manage this check-in
check-in-edit = Change it
check-in-edit-open = People are asked already: what is asked, of whom and from when stays as it is.
check-in-changed = “{ $title }” is changed
check-in-cancel = Take it back
check-in-cancel-title = Take back “{ $title }”?
check-in-cancel-text = { $count ->
    [0] Nobody is asked any more.
    [one] Nobody is asked any more. The one answer stays in the diary of who gave it; only who leads can still read the board.
   *[other] Nobody is asked any more. The { $count } answers stay in the diaries of those who gave them; only who leads can still read the board.
} { $again ->
    [yes] It does not come back either.
   *[no] { "" }
}
check-in-cancelled-toast = “{ $title }” is taken back
check-in-cancelled-detail = This was taken back: nobody is asked, and only who leads reads what was answered.
taken-in-title = Taken in from check-ins
taken-in-lead = What people said between the sessions, to be picked up here.
away-heading = Away
away-menu = I am away
away-lead = No new check-in asks you until you are back, and one that closes before that does not wait for you.
away-until = You are away until { $day }.
away-back-on = Back on
away-say = I am away until then
away-back = I am back
away-said = You are away until { $day }
away-back-said = Welcome back: check-ins ask you again
