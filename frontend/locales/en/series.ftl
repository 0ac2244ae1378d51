# questions that come one after another in the weeks after a session

series-heading = Questions that come later
series-new = Plan a series
series-new-lead = One question after another in the weeks after a session, ever more seldom: first what people remember, then what came of it. Everybody answers first, and reads then what was expected.
series-none = No series follows this session yet.
series-session = After which session
series-title = What the series is called
series-title-of = What stays of “{ $session }”
series-question = Question { $number }
series-question-of = Question { $number } of { $count }
series-kind = What it asks for
series-kind-is = { $kind ->
    [APPLY] Where it was applied
   *[RECALL] To recall it
}
series-body-hint = { $kind ->
    [APPLY] From their own work: where was it used, and what came of it?
   *[RECALL] Something one answers without looking it up. Markdown works.
}
series-expected = What is to be recalled
series-expected-hint = Everybody reads it after their own answer, and says how much of it they knew.
series-days = Days after the session
series-days-order = This comes on a later day than the question before.
series-up = Move question { $number } up
series-down = Move question { $number } down
series-dates = When they come
series-dates-lead = By the clocks in { $zone }. When the session moves, they move with it.
series-dates-none = Choose a session first.
series-plan = Plan the series
series-planned = “{ $title }” is planned.
series-no-session = There is no session it could follow.
series-no-session-detail = Plan one first: the days are counted from its end.
series-state = { $state ->
    [RUNNING] Goes on
    [PAUSED] Held
    [CANCELLED] Taken back
   *[DONE] All asked
}
series-asked-of = { $asked } of { $count } asked
series-next = the next one { $when }
series-comes = Comes { $when }
series-waits = { $state ->
    [PAUSED] Waits until the series goes on
   *[CANCELLED] Not asked any more
}
series-given-up = Could not be asked, and is given up
series-problem = It could not be asked: { $problem } Change it, and it is asked on the next free day.
series-paused-detail = This is held: nothing is asked until it goes on. What is to come is later by the days of the pause.
series-cancelled-detail = This was taken back. What was asked stays.
series-manage = Manage this series
series-pause = Hold it
series-paused-toast = “{ $title }” is held
series-resume = Let it go on
series-resumed-toast = “{ $title }” goes on
series-cancel = Take it back
series-cancel-title = Take “{ $title }” back?
series-cancel-text = What was not asked yet is not asked any more. What was asked stays.
series-cancelled-toast = “{ $title }” is taken back
series-change = Change question { $number }
series-changed-toast = Question { $number } is changed
series-ahead = Not asked yet
series-results = How much stayed
series-figure = How well each question was known
series-results-empty = Once somebody has, what people knew stands here in numbers.
series-answer = { $count ->
    [0] Nobody has said yet how much they knew.
   *[other] { $knew } of { $count } times people said that they knew it.
}
series-answered = Answered
series-answered-only = Answered, nothing said
recall-title = What was to be recalled
recall-how = How well did you know it?
recall-is = { $mark ->
    [KNEW] I knew it
    [PARTLY] A part of it
   *[NOT_YET] Not yet
}
recall-private = Your own mark is yours. Who leads sees how many, without names.
recall-count = { $mark ->
    [KNEW] { $count } known
    [PARTLY] { $count } in part
   *[NOT_YET] { $count } not yet
}
recall-so-far = Your series so far: { $list }.
recall-marked = { $mark ->
    [KNEW] Kept: you knew it.
    [PARTLY] Kept: you knew a part of it.
   *[NOT_YET] Kept: not yet. The next question may help.
}
