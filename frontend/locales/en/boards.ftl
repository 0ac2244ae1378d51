# check-ins for who plans them and who reads them: dialog, board, diary, and what is taken into a session

check-in-summary = Its summary
check-in-mine = My answer
check-in-close-title = Close this check-in now?
check-in-close-text = Its summary is posted. Whoever answers later is marked as late.
check-in-closed-toast = Closed: the summary is on its way
check-in-before-open = Until then nobody is asked.
diary-private = Only you read this: everything you answered, over all communities.
diary-empty = Your diary is empty.
diary-empty-detail = What you answer in check-ins stands here, for you alone.
board-no-answers = Nobody has answered yet.
board-shape = How to lay them out
board-shape-is = { $shape ->
    [columns] Columns
   *[stream] Stream
}
board-no-word = Without a word
board-withheld = { $state ->
    [CLOSED] Fewer than five answered: nothing of it is shown.
   *[OPEN] Counts are shown once it is closed, from five answers on.
}
board-hidden = { $count ->
    [one] One answer is not for you to read.
   *[other] { $count } answers are not for you to read.
}
board-aside = Facilitating
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
check-in-every = { $rhythm ->
    [weekly] Every week
    [fortnightly] Every two weeks
    [monthly] Every month
    [quarterly] Every three months
    [kept] As it was planned
   *[once] Once
}
check-in-times = How many times
check-in-would-open = It opens: { $when }. Each person is asked in their own working hours.
check-in-opens-more = { $count ->
    [one] and once more
   *[other] and { $count } more times
}
check-in-scale =
    Not at all
    A little
    Quite well
    Very well
question-kind-is = { $kind ->
    [SCALE] A scale in words
    [CHOICE] A choice
    [COMMITMENT] What became of their commitment
    [MISCONCEPTION] Which of two statements they would act on
   *[SHORT_TEXT] A few words
}
question-sees = Who reads the answers
question-sees-is = { $visibility ->
    [PAIR] Only each person and whoever they are paired with
    [FACILITATORS] Only each person and the facilitators
    [COHORT] Everybody here
    [WORDS] Everybody here, without names, from five answers on
   *[ANONYMOUS] Everybody here, counts alone, from five answers on
}
question-options-hint = { $kind ->
    [SCALE] One on each line, three to five, the least first.
    [MISCONCEPTION] Two statements, one on each line.
   *[CHOICE] One on each line, two to twelve.
}
question-optional = It can be left out
check-in-manage = Manage this check-in
check-in-cancel-text = { $count ->
    [0] Nobody is asked any more.
    [one] Nobody is asked any more. The one answer stays in the diary of who gave it; only who leads can still read the board.
   *[other] Nobody is asked any more. The { $count } answers stay in the diaries of those who gave them; only who leads can still read the board.
}
check-in-cancelled-detail = This was taken back: nobody is asked, and only who leads reads what was answered.
taken-in-title = Taken in from check-ins
taken-in-lead = What people said between the sessions, to be picked up here.
check-in-would-have-opened = That was { $when }, and has passed. Choose a later time.
check-in-comes-back = { $count ->
    [one] comes back once more, { $when }
   *[other] comes back { $count } more times, next { $when }
}
check-in-asks = { $count ->
    [one] asks one person
   *[other] asks { $count } people
}
check-in-edit-again = { $count ->
    [one] What you change holds for this one and the one that comes after it.
   *[other] What you change holds for this one and the { $count } that come after it.
}
check-in-edit-alone = What comes after it is changed by itself.
check-in-cancel-again = { $count ->
    [0] { "" }
    [one] The one that would come after it is taken back with it.
   *[other] The { $count } that would come after it are taken back with it.
}
answer-for = { $visibility ->
    [FACILITATORS] For facilitators only
   *[PAIR] For the pair only
}
