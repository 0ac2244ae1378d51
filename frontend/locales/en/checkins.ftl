# check-ins: lists, form, links in letters

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
check-in-sees = { $visibility ->
    [PAIR] You and your pair see this
    [FACILITATORS] You and the facilitators see this
    [COHORT] Everybody here sees this
   *[ANONYMOUS] Nobody sees your name: counts alone, from five answers on
}
check-in-sees-words = Read without your name, once five people wrote something. Leave out what would tell who you are.
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
check-in-zone = By the clock in { $zone }.
check-in-number = Question { $number }
check-in-optional = You can leave it out
check-in-said = You said on { $day }
check-in-of-pair = What you answer stands on the page of your pair, too.
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
check-in-skipped = You skipped this check-in. That is fine.
check-in-after-all = Answer after all
check-in-others = See the board
check-in-skip = Skip this check-in
check-in-skip-title = Skip this check-in?
check-in-skip-text = Nobody waits for you then. You and the facilitators read why.
check-in-skip-because = Why
check-in-not-open = It cannot be answered now.
check-in-not-asked = This check-in is not asked of you.
check-in-close = Close it now
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
    [USED] A link works once. Sign in to read what you said: it stands in your diary.
    [EXPIRED] Sign in to answer all the same: it is marked as late.
    [CLOSED] Sign in to see what came of it.
   *[UNKNOWN] The letter may have cut it short. Copy all of it, or sign in.
}
board-answers = Answers
tally-few = few
percent = { $percent }%
check-in-after-session = After session { $number }: { $title }
check-in-days-after = Days after the session
check-in-rhythm = How often
check-in-rhythm-is = { $rhythm ->
    [weekly] Every week, six times
    [fortnightly] Every two weeks, six times
    [monthly] Every month, six times
    [quarterly] Every three months, six times
    [kept] As it was planned
   *[once] Once
}
check-in-days-open = Days it stays open
check-in-plan = Plan it
check-in-defined = “{ $title }” is planned
question-add = Add a question
question-remove = Remove question { $number }
question-words = What you ask
question-kind = Kind of answer
question-options = The words to choose among
check-in-page = Open its own page
check-in-edit = Change it
check-in-edit-open = People are asked already: what is asked, of whom and from when stays as it is.
check-in-changed = “{ $title }” is changed
check-in-cancel = Take it back
check-in-cancel-title = Take back “{ $title }”?
check-in-cancelled-toast = “{ $title }” is taken back
away-heading = Away
away-menu = I am away
away-lead = No new check-in asks you until you are back, and one that closes before that does not wait for you.
away-until = You are away until { $day }.
away-back-on = Back on
away-say = I am away until then
away-back = I am back
away-said = You are away until { $day }
away-back-said = Welcome back: check-ins ask you again
